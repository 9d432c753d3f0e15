//! The header that says which concepts and segments an exported file leaves out:
//! `Taiyaku-Left-Out: unapproved=3, candidates=12, segments_candidates=5`.
//!
//! They are counted while the file is made, before any of it is sent. The value is a dictionary of structured fields
//! (RFC 9651), with the words of `left_out` and `segments_left_out` in the answers of the command line.

use actix_web::http::header::{HeaderName, HeaderValue};

use crate::answer::words::{OmissionWord, SegmentOmissionWord, Word};
use crate::app::export::ExportReport;

/// The name of the header.
const LEFT_OUT: HeaderName = HeaderName::from_static("taiyaku-left-out");

/// The header for these counts; none if nothing is left out.
pub(super) fn header(report: &ExportReport) -> Option<(HeaderName, HeaderValue)> {
    let concepts = report
        .left_out
        .iter()
        .map(|(omission, concepts)| format!("{}={concepts}", OmissionWord::from(*omission).as_str()));
    let segments = report
        .segments_left_out
        .iter()
        .map(|(omission, segments)| format!("segments_{}={segments}", SegmentOmissionWord::from(*omission).as_str()));
    let counts: Vec<String> = concepts.chain(segments).collect();
    let value = HeaderValue::from_str(&counts.join(", ")).ok()?;
    (!counts.is_empty()).then_some((LEFT_OUT, value))
}
