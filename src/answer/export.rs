//! What an export holds, what it leaves out, and what its format cannot carry.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{ExportFormatWord, FactWord, OmissionWord, SegmentOmissionWord};
use crate::app::export::{ExportFormat, ExportPreview, ExportReport, Fact, Omission, SegmentOmission};

/// What an exported file holds and what it does not.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExportSummary {
    /// Name or path of the file.
    file: String,
    /// Its format.
    format: ExportFormatWord,
    /// Its size in bytes.
    bytes: u64,
    /// Number of concepts in it; `null` for a file of segments.
    concepts: Option<usize>,
    /// Number of segments in it; `null` for a file of concepts.
    segments: Option<usize>,
    /// Concepts that are left out as a whole, by reason.
    left_out: Vec<OmissionAnswer>,
    /// Segments that are left out, by reason.
    segments_left_out: Vec<SegmentOmissionAnswer>,
    /// What is known about the concepts in the file that the format cannot carry.
    lost: Vec<LossAnswer>,
}

/// The first rows of an exported file.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ExportPreview)]
pub(crate) struct ExportPreviewAnswer {
    /// Names of the columns of a table; `null` for other files and for tables without a heading.
    columns: Option<Vec<String>>,
    /// Rows of a table, each a list of cells; `null` for other files.
    rows: Option<Vec<Vec<String>>>,
    /// Text of a file that is no table; `null` for tables and for Word documents.
    text: Option<String>,
    /// Whether the file has more.
    more: bool,
}

impl From<ExportPreview> for ExportPreviewAnswer {
    fn from(preview: ExportPreview) -> Self {
        let ExportPreview { columns, rows, text, has_more } = preview;
        Self { columns, rows, text, more: has_more }
    }
}

/// Concepts that are not in an exported file, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Omission)]
pub(crate) struct OmissionAnswer {
    /// The reason.
    reason: OmissionWord,
    /// How many concepts.
    concepts: usize,
}

/// Segments that are not in an exported file, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SegmentOmission)]
pub(crate) struct SegmentOmissionAnswer {
    /// The reason.
    reason: SegmentOmissionWord,
    /// How many segments.
    segments: usize,
}

/// Facts the format of an exported file cannot carry.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Loss)]
pub(crate) struct LossAnswer {
    /// What they are about.
    fact: FactWord,
    /// How many there are.
    count: usize,
}

impl ExportSummary {
    /// The file with the concepts and segments of the report, as far as the format holds them.
    pub(crate) fn new(file: String, format: ExportFormat, bytes: u64, report: &ExportReport) -> Self {
        Self {
            file,
            format: format.into(),
            bytes,
            concepts: format.holds_concepts().then_some(report.concepts),
            segments: format.holds_segments().then_some(report.segments),
            left_out: omissions(&report.left_out),
            segments_left_out: segment_omissions(&report.segments_left_out),
            lost: losses(&report.lost),
        }
    }
}

fn omissions(left_out: &BTreeMap<Omission, usize>) -> Vec<OmissionAnswer> {
    left_out.iter().map(|(reason, concepts)| OmissionAnswer { reason: (*reason).into(), concepts: *concepts }).collect()
}

fn segment_omissions(left_out: &BTreeMap<SegmentOmission, usize>) -> Vec<SegmentOmissionAnswer> {
    let answer = |(reason, segments): (&SegmentOmission, &usize)| SegmentOmissionAnswer {
        reason: (*reason).into(),
        segments: *segments,
    };
    left_out.iter().map(answer).collect()
}

fn losses(lost: &BTreeMap<Fact, usize>) -> Vec<LossAnswer> {
    lost.iter().map(|(fact, count)| LossAnswer { fact: (*fact).into(), count: *count }).collect()
}
