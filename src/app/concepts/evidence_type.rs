//! Which pieces of evidence are of one type, so that they do not count twice.

use crate::model::EvidenceKind;

/// The type of a piece of evidence: two of one type follow from each other. All ways of printing English beside Japanese are one;
/// a method that is not known here is a type of its own.
#[must_use]
pub(in crate::app) fn evidence_type(kind: EvidenceKind, method: &str) -> &str {
    match kind {
        EvidenceKind::Document => match method {
            "inline_gloss" | "inline_gloss_en" | "head_gloss" | "definition_gloss" | "caption_gloss" => "gloss",
            "entry" | "component" => "entry",
            "title_pair" | "title_term" => "titles",
            other => other,
        },
        other => other.as_str(),
    }
}
