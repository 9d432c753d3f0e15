//! The records of JSON Lines, as they are written and read.

use serde::{Deserialize, Serialize};

use crate::model::{
    ConflictKind, EvidenceMethod, InlineCode, Lang, Origin, PairCodes, PartOfSpeech, ReadingOrigin, Review, TermKind,
    Usage,
};

/// The name of the format, in the first line.
pub(super) const FORMAT: &str = "taiyaku";

/// The version of the format that is written and read.
pub(super) const VERSION: u32 = 1;

/// The first line, which says what the file is.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct HeaderRecord {
    #[serde(rename = "type", default)]
    pub(super) kind: String,
    pub(super) format: String,
    pub(super) version: u32,
    /// Program and version that wrote it.
    #[serde(default)]
    pub(super) generator: String,
    /// Names of the projects.
    #[serde(default)]
    pub(super) project: String,
    /// Number of their last change, and its time.
    #[serde(default)]
    pub(super) revision: i64,
    #[serde(default)]
    pub(super) generated_at: String,
    /// How many records of each type follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) counts: Option<Counts>,
}

/// How many records there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    #[serde(default)]
    pub(super) concepts: usize,
    #[serde(default)]
    pub(super) segments: usize,
}

/// What a line says it is.
#[derive(Debug, Deserialize)]
pub(super) struct LineType {
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// What the first line says of the format.
#[derive(Debug, Deserialize)]
struct FormatMark {
    format: String,
}

/// Whether this line is the first of such a file, of whatever version.
pub(in crate::exchange) fn is_header(line: &str) -> bool {
    line.starts_with('{') && serde_json::from_str(line).is_ok_and(|mark: FormatMark| mark.format == FORMAT)
}

/// A concept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ConceptRecord {
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// Its number in the base the file is from.
    pub(super) id: i64,
    #[serde(default)]
    pub(super) project: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) field: Option<String>,
    /// The number of the one release that uses the word in this sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scope_release: Option<i64>,
    pub(super) terms: Vec<TermRecord>,
    #[serde(default)]
    pub(super) definitions: Vec<DefinitionRecord>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    #[serde(default)]
    pub(super) conflicts: Vec<ConflictRecord>,
    /// Number of its last change.
    #[serde(default)]
    pub(super) revision: i64,
}

/// A term.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TermRecord {
    pub(super) lang: Lang,
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reading: Option<ReadingRecord>,
    pub(super) kind: TermKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part_of_speech: Option<PartOfSpeech>,
    pub(super) usage: Usage,
    pub(super) review: Review,
    pub(super) confidence: f64,
    #[serde(default)]
    pub(super) evidence: Vec<EvidenceRecord>,
}

/// How a term is read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadingRecord {
    pub(super) kana: String,
    pub(super) origin: ReadingOrigin,
}

/// What supports a term.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EvidenceRecord {
    pub(super) method: EvidenceMethod,
    pub(super) confidence: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<[usize; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) snippet: Option<String>,
    pub(super) from: Origin,
}

/// A definition.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DefinitionRecord {
    pub(super) lang: Lang,
    pub(super) text: String,
    pub(super) from: Origin,
}

/// A disagreement with another concept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ConflictRecord {
    pub(super) concept: i64,
    pub(super) kind: ConflictKind,
    pub(super) reason: String,
}

/// A segment of the memory.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SegmentRecord {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) source_lang: Lang,
    pub(super) target_lang: Lang,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) review: Review,
    pub(super) confidence: f64,
    /// What it comes from: a file, or `ingest` for a release.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) origin: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<String>,
    /// Fingerprints of the source texts around it, as decimal numbers: too long for the numbers of some readers of JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) created_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<String>,
    #[serde(default, skip_serializing_if = "PairCodes::are_none")]
    pub(super) codes: PairCodes,
}

/// Whether the codes of a text stand in order at characters of it.
pub(super) fn fit(codes: &[InlineCode], text: &str) -> bool {
    let mut last = 0;
    codes.iter().all(|code| {
        let fits = code.at >= last && text.is_char_boundary(code.at);
        last = code.at;
        fits
    })
}
