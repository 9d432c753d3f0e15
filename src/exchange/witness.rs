//! The evidence of a term comes in; the witnesses worth naming go out, the best first, each in one line.

use crate::model::{Evidence, EvidenceKind, SourceNote};

use super::clean;

/// The evidence of a term, the best first, each kind, method and place named once.
///
/// A person's decision goes before a document, a document before an imported row, and the shipped starter base comes
/// last: it proves nothing about any release, however sure it is of itself.
pub(super) fn ranked(evidence: &[Evidence]) -> Vec<&Evidence> {
    let mut ranked: Vec<&Evidence> = evidence.iter().collect();
    ranked.sort_by(|a, b| rank(a.kind).cmp(&rank(b.kind)).then(b.confidence.total_cmp(&a.confidence)));
    let mut named: Vec<&Evidence> = Vec::with_capacity(ranked.len());
    for one in ranked {
        let same = |other: &&Evidence| {
            (other.kind, &other.method, &other.source, &other.snippet)
                == (one.kind, &one.method, &one.source, &one.snippet)
        };
        if !named.iter().any(same) {
            named.push(one);
        }
    }
    named
}

/// How a claim was made and where: `head_gloss @ release.pdf`.
pub(super) fn short(evidence: &Evidence) -> String {
    format!("{} @ {}", evidence.method, clean::line(&evidence.source))
}

/// The same with its kind before and its confidence after: `document, head_gloss @ release.pdf, confidence: 0.93`.
pub(super) fn full(evidence: &Evidence) -> String {
    let (kind, confidence) = (evidence.kind.as_str(), clean::probability(evidence.confidence));
    format!("{kind}, {}, confidence: {confidence}", short(evidence))
}

/// Whose data an imported source is: `edict: CC BY-SA 4.0, Example Group`.
pub(super) fn owned(source: &SourceNote) -> String {
    let facts = &source.facts;
    let said: Vec<String> =
        [&facts.licence, &facts.attribution].into_iter().flatten().map(|text| clean::line(text)).collect();
    let said = if said.is_empty() { "licence not stated".to_owned() } else { said.join(", ") };
    format!("{}: {said}", clean::line(&source.name))
}

fn rank(kind: EvidenceKind) -> u8 {
    match kind {
        EvidenceKind::Person => 0,
        EvidenceKind::Document => 1,
        EvidenceKind::Import => 2,
        EvidenceKind::Curated => 3,
    }
}
