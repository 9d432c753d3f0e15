//! Groups methods of evidence into types, so that evidence of the same type is not counted twice.

use crate::model::EvidenceKind;

/// The type of a piece of evidence. Evidence of the same type is not independent. All ways of printing English beside
/// Japanese are one type; a method not listed here is a type of its own.
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
