//! The present moment as the text the store keeps. Nothing in, RFC 3339 in UTC out.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Now, to the second.
#[must_use]
pub fn now() -> String {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0).unwrap_or(now).format(&Rfc3339).unwrap_or_default()
}
