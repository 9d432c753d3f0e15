//! The current time, in the form the database stores: RFC 3339 in UTC.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The current time, to the second.
#[must_use]
pub fn now() -> String {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0).unwrap_or(now).format(&Rfc3339).unwrap_or_default()
}

/// The time this many minutes from now, to the second.
#[must_use]
pub fn in_minutes(minutes: i64) -> String {
    let then = OffsetDateTime::now_utc().saturating_add(time::Duration::minutes(minutes));
    then.replace_nanosecond(0).unwrap_or(then).format(&Rfc3339).unwrap_or_default()
}

/// The time this many days after `moment` (RFC 3339, UTC), or before it if negative; `moment` itself if it is not such a time.
#[must_use]
pub fn days_after(moment: &str, days: i64) -> String {
    let then =
        OffsetDateTime::parse(moment, &Rfc3339).ok().and_then(|time| time.checked_add(time::Duration::days(days)));
    then.and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_else(|| moment.to_owned())
}

/// The day (`YYYY-MM-DD`) of a time (RFC 3339, UTC).
#[must_use]
pub fn day(moment: &str) -> &str {
    moment.get(..10).unwrap_or(moment)
}

/// The start of a day (`YYYY-MM-DD`, UTC) in seconds since 1970; `None` if this is not a date, or not between 1970 and
/// 2105.
#[must_use]
pub fn first_second(day: &str) -> Option<u32> {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    let date = time::Date::parse(day, &format).ok()?;
    u32::try_from(date.midnight().assume_utc().unix_timestamp()).ok()
}
