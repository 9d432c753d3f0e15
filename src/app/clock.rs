//! The present moment as the text the store keeps. Nothing in, RFC 3339 in UTC out.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Now, to the second.
#[must_use]
pub fn now() -> String {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0).unwrap_or(now).format(&Rfc3339).unwrap_or_default()
}

/// The moment this many minutes from now, to the second.
#[must_use]
pub fn in_minutes(minutes: i64) -> String {
    let then = OffsetDateTime::now_utc().saturating_add(time::Duration::minutes(minutes));
    then.replace_nanosecond(0).unwrap_or(then).format(&Rfc3339).unwrap_or_default()
}

/// The first second of a day (`YYYY-MM-DD`, UTC) since 1970; `None` for what is no day, or before 1970 or after 2105.
#[must_use]
pub fn first_second(day: &str) -> Option<u32> {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    let date = time::Date::parse(day, &format).ok()?;
    u32::try_from(date.midnight().assume_utc().unix_timestamp()).ok()
}
