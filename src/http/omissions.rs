//! The header that says which concepts an exported file leaves out: `Taiyaku-Left-Out: unapproved=3, candidates=12`.
//!
//! The concepts are counted while the file is made, before any of it is sent. The value is a dictionary of structured fields
//! (RFC 9651), with the words of `left_out` in the answers of the command line.

use std::collections::BTreeMap;

use actix_web::http::header::{HeaderName, HeaderValue};

use crate::answer::words::{OmissionWord, Word};
use crate::app::export::Omission;

/// The name of the header.
const LEFT_OUT: HeaderName = HeaderName::from_static("taiyaku-left-out");

/// The header for these counts; none if nothing is left out.
pub(super) fn header(left_out: &BTreeMap<Omission, usize>) -> Option<(HeaderName, HeaderValue)> {
    let counts: Vec<String> = left_out
        .iter()
        .map(|(omission, concepts)| format!("{}={concepts}", OmissionWord::from(*omission).as_str()))
        .collect();
    let value = HeaderValue::from_str(&counts.join(", ")).ok()?;
    (!counts.is_empty()).then_some((LEFT_OUT, value))
}
