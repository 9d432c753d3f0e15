//! Results of checking files: findings with their locations in the files.

use serde::Serialize;
use utoipa::ToSchema;

use super::checks::RuleCount;
use super::finding::SpanAnswer;
use super::words::{FileFormatWord, RuleWord, SeverityWord};

/// What was found in the checked files.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FileChecks)]
pub(crate) struct FileChecksAnswer {
    /// The files, in the order given.
    pub(crate) files: Vec<FileCheckAnswer>,
    /// Number of findings in all files.
    pub(crate) finding_count: usize,
}

/// What was found in a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FileCheck)]
pub(crate) struct FileCheckAnswer {
    /// Name of the file that holds the translation.
    pub(crate) name: String,
    /// Its format.
    pub(crate) format: FileFormatWord,
    /// Language of the source texts (BCP 47).
    pub(crate) source_lang: String,
    /// Language of the translations.
    pub(crate) target_lang: String,
    /// Number of segments checked.
    pub(crate) segments: usize,
    /// Number of segments without a translation; they are not checked.
    pub(crate) untranslated: usize,
    /// Those segments, in order.
    pub(crate) untranslated_segments: Vec<UntranslatedSegmentAnswer>,
    /// Number of findings left out because somebody ignored them.
    pub(crate) ignored: usize,
    /// Number of findings of each rule; rules without any are left out.
    pub(crate) counts: Vec<RuleCount>,
    /// The findings, in the order of the segments.
    pub(crate) findings: Vec<FileFindingAnswer>,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// A segment without a translation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UntranslatedSegment)]
pub(crate) struct UntranslatedSegmentAnswer {
    /// The segment, from 0.
    pub(crate) unit: usize,
    /// Its key in its file, where it has one.
    pub(crate) unit_key: Option<String>,
    /// Where its source text is.
    pub(crate) location: FileLocation,
    /// The source text.
    pub(crate) source_text: String,
}

/// A problem, with its locations in the files.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FileFinding)]
pub(crate) struct FileFindingAnswer {
    /// The rule that found it.
    pub(crate) rule: RuleWord,
    /// How much it matters.
    pub(crate) severity: SeverityWord,
    /// What is wrong and why, in one sentence.
    pub(crate) message: String,
    /// Where to look first: in the translation, or in the source where something is missing.
    pub(crate) location: FileLocation,
    /// The segment it is about, from 0.
    pub(crate) unit: usize,
    /// The key of that segment in its file, where it has one.
    pub(crate) unit_key: Option<String>,
    /// The source text.
    pub(crate) source_text: String,
    /// Positions in the source text.
    pub(crate) source: Vec<SpanAnswer>,
    /// The translation.
    pub(crate) target_text: String,
    /// Positions in the translation.
    pub(crate) target: Vec<SpanAnswer>,
    /// Number of the concept it is about.
    pub(crate) concept_id: Option<i64>,
    /// Changes that would fix it, the best first.
    pub(crate) fixes: Vec<FileFix>,
    /// Other passages that show what is meant.
    pub(crate) related: Vec<FileRelated>,
    /// Identifies the problem in every version of the file; an ignored finding is remembered by it.
    pub(crate) key: String,
}

/// A passage of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct FileLocation {
    /// Name of the file.
    pub(crate) file: String,
    /// Position in the text of the file, in bytes `[start, end)`.
    pub(crate) span: [usize; 2],
    /// Where it begins.
    pub(crate) start: LineColumn,
    /// Where it ends.
    pub(crate) end: LineColumn,
}

/// A line and a column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct LineColumn {
    /// The line.
    pub(crate) line: usize,
    /// The column in characters.
    pub(crate) column: usize,
    /// The column in code units of UTF-16, for SARIF.
    #[serde(skip)]
    pub(crate) utf16: usize,
}

/// A change that would fix a problem.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileFix {
    /// What it does, as the label of a button.
    pub(crate) title: String,
    /// The replacements it consists of, as the format writes them.
    pub(crate) changes: Vec<FileChange>,
}

/// A replacement for a passage of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileChange {
    /// The passage.
    pub(crate) location: FileLocation,
    /// The text that replaces it.
    pub(crate) text: String,
}

/// Another passage that shows what is meant.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileRelated {
    /// The passage.
    pub(crate) location: FileLocation,
    /// What it shows.
    pub(crate) message: String,
}
