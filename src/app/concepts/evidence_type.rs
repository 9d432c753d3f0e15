//! Groups methods of evidence into types, so that evidence of the same type is not counted twice.

use crate::model::{EvidenceKind, EvidenceMethod, Method};

/// The type of a piece of evidence: two of one type follow from each other. All ways of printing English beside
/// Japanese are one; every other way of a document is a type of its own.
#[must_use]
pub(in crate::app) fn evidence_type(kind: EvidenceKind, method: EvidenceMethod) -> &'static str {
    match (kind, method) {
        (EvidenceKind::Document, EvidenceMethod::Link(method)) => match method {
            Method::InlineGloss
            | Method::InlineGlossEn
            | Method::HeadGloss
            | Method::DefinitionGloss
            | Method::CaptionGloss => "gloss",
            Method::TitlePair | Method::TitleTerm => "titles",
            Method::KeywordPair => "keywords",
            Method::PairedEntry
            | Method::Identity
            | Method::AlignedTerm
            | Method::Sound
            | Method::Triangle
            | Method::Person => method.as_str(),
        },
        (EvidenceKind::Document, EvidenceMethod::Entry | EvidenceMethod::Component) => "entry",
        (EvidenceKind::Document, method) => method.as_str(),
        (kind, _) => kind.as_str(),
    }
}
