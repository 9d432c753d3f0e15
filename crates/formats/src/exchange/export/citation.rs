//! Evidence in one line, and which evidence of a term is worth citing.

use crate::exchange::cleaning;
use crate::model::{Evidence, EvidenceKind, SourceNote};

/// The evidence of a term, the best first, without repetitions.
///
/// A person's decision comes before a document, a document before an import, and the starter base last: it proves nothing
/// about any release, however high its confidence.
pub(in crate::exchange) fn ranked(evidence: &[Evidence]) -> Vec<&Evidence> {
    let mut ranked: Vec<&Evidence> = evidence.iter().collect();
    ranked.sort_by(|a, b| rank(a.kind).cmp(&rank(b.kind)).then(b.confidence.total_cmp(&a.confidence)));
    let mut distinct: Vec<&Evidence> = Vec::with_capacity(ranked.len());
    for one in ranked {
        let same = |other: &&Evidence| {
            (other.kind, &other.method, &other.source, &other.snippet)
                == (one.kind, &one.method, &one.source, &one.snippet)
        };
        if !distinct.iter().any(same) {
            distinct.push(one);
        }
    }
    distinct
}

/// How a claim was made and where: `head_gloss @ release.pdf`.
pub(in crate::exchange) fn short(evidence: &Evidence) -> String {
    format!("{} @ {}", evidence.method, cleaning::line(&evidence.source))
}

/// The same with its kind and its confidence: `document, head_gloss @ release.pdf, confidence: 0.93`.
pub(in crate::exchange) fn full(evidence: &Evidence) -> String {
    let (kind, confidence) = (evidence.kind.as_str(), cleaning::probability(evidence.confidence));
    format!("{kind}, {}, confidence: {confidence}", short(evidence))
}

/// The licence and the owner of an imported source: `edict: CC BY-SA 4.0, Example Group`.
pub(in crate::exchange) fn licence(source: &SourceNote) -> String {
    let facts = [&source.facts.licence, &source.facts.attribution];
    let facts: Vec<String> = facts.into_iter().flatten().map(|text| cleaning::line(text)).collect();
    let facts = if facts.is_empty() { "licence not stated".to_owned() } else { facts.join(", ") };
    format!("{}: {facts}", cleaning::line(&source.name))
}

fn rank(kind: EvidenceKind) -> u8 {
    match kind {
        EvidenceKind::Person => 0,
        EvidenceKind::Document => 1,
        EvidenceKind::Import => 2,
        EvidenceKind::Curated => 3,
    }
}
