//! Computes the confidence of a term, the probability that it names its concept, from its evidence: a pure function.

use std::collections::BTreeMap;

use super::evidence_type::evidence_type;
use crate::model::{Evidence, EvidenceKind, Method, ReleaseId};

/// The upper limit of confidence without a decision by a person.
pub(in crate::app) const CERTAIN: f64 = 0.99;

/// From this confidence on a term is offered; below it, it is only a candidate.
pub(in crate::app) const OFFERED: f64 = 0.60;

/// `c = 1 − Π_types (1 − p) · Π_further documents (1 − p)^½`, at most [`CERTAIN`].
///
/// Evidence of one type in one document is not independent, so only the strongest counts. The best document counts in
/// full, each further one by its square root, because releases copy from each other. Releases about the same paper
/// count as one.
#[must_use]
pub(in crate::app) fn combined(evidence: &[Evidence]) -> f64 {
    let mut outside: BTreeMap<&str, f64> = BTreeMap::new();
    let mut documents: BTreeMap<Document<'_>, BTreeMap<&str, f64>> = BTreeMap::new();
    for one in evidence {
        let kind = one.first_kind();
        // A dictionary is one witness, however many releases it was consulted for, and so is a pair of entries in two.
        let is_of_document = kind == EvidenceKind::Document && one.method != Method::PairedEntry.into();
        let types = match Document::of(one).filter(|_| is_of_document) {
            Some(document) => documents.entry(document).or_default(),
            None => &mut outside,
        };
        let best = types.entry(evidence_type(kind, one.method)).or_default();
        *best = best.max(one.confidence.clamp(0.0, 1.0));
    }
    let mut doubts: Vec<f64> = documents.values().map(doubt).collect();
    doubts.sort_by(f64::total_cmp);
    let mut doubt_left = doubt(&outside);
    for (rank, doubt) in doubts.into_iter().enumerate() {
        doubt_left *= if rank == 0 { doubt } else { doubt.sqrt() };
    }
    (1.0 - doubt_left).clamp(0.0, CERTAIN)
}

/// The confidence that remains when there is other English for the same thing: `c · w / (w + w')`, where `w = −ln(1 −
/// c)` is the weight of this term and `w'` that of its strongest rival.
#[must_use]
pub(in crate::app) fn with_rivals(confidence: f64, others: &[f64]) -> f64 {
    let weight = |confidence: f64| -(1.0 - confidence.clamp(0.0, CERTAIN)).ln();
    let strongest = others.iter().copied().fold(0.0, f64::max);
    let (mine, theirs) = (weight(confidence), weight(strongest));
    if mine + theirs > 0.0 { confidence * mine / (mine + theirs) } else { confidence }
}

/// A release, or a paper that several releases are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Document<'a> {
    Release(ReleaseId),
    /// A release of another base, from which a file was imported.
    Elsewhere(&'a str, Option<i64>),
    Work(&'a str),
}

impl<'a> Document<'a> {
    fn of(evidence: &'a Evidence) -> Option<Self> {
        match &evidence.origin {
            Some(origin) => {
                let release = Self::Elsewhere(&origin.source, origin.release);
                Some(origin.work.as_deref().map_or(release, Self::Work))
            }
            None => {
                let release = evidence.release_id?;
                Some(evidence.work.as_deref().map_or(Self::Release(release), Self::Work))
            }
        }
    }
}

fn doubt(types: &BTreeMap<&str, f64>) -> f64 {
    types.values().map(|probability| 1.0 - probability).product()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EvidenceId, EvidenceMethod, TermId};

    fn evidence(release: Option<ReleaseId>, method: &str, confidence: f64) -> Evidence {
        let kind = if release.is_some() { EvidenceKind::Document } else { EvidenceKind::Curated };
        Evidence {
            id: EvidenceId::new(0),
            term_id: TermId::new(0),
            kind,
            method: EvidenceMethod::from_word(method).unwrap(),
            release_id: release,
            source: String::new(),
            span: None,
            snippet: None,
            confidence,
            work: None,
            url: None,
            origin: None,
        }
    }

    #[test]
    fn witnesses_add_up_as_far_as_they_are_independent() {
        for (what, given, want) in [
            ("nothing", vec![], 0.0),
            ("one", vec![(Some(1), "inline_gloss", 0.8)], 0.8),
            (
                "two of one type in one document",
                vec![(Some(1), "inline_gloss", 0.8), (Some(1), "head_gloss", 0.5)],
                0.8,
            ),
            ("two types", vec![(Some(1), "inline_gloss", 0.8), (Some(1), "identity", 0.5)], 0.9),
            ("two documents", vec![(Some(1), "inline_gloss", 0.75), (Some(2), "inline_gloss", 0.75)], 0.875),
            ("with the starter base", vec![(Some(1), "inline_gloss", 0.8), (None, "starter", 0.75)], 0.95),
            ("one pair in two", vec![(Some(1), "paired_entry", 0.8), (Some(2), "paired_entry", 0.8)], 0.8),
            ("a title and a sound", vec![(Some(1), "title_term", 0.8), (Some(1), "sound", 0.75)], 0.95),
            ("never quite certain", vec![(Some(1), "identity", 1.0)], CERTAIN),
        ] {
            let given: Vec<_> =
                given.iter().map(|(release, method, p)| evidence(release.map(ReleaseId::new), method, *p)).collect();
            assert!((combined(&given) - want).abs() < 1e-9, "{what}: {}", combined(&given));
            let backwards: Vec<_> = given.into_iter().rev().collect();
            assert!((combined(&backwards) - want).abs() < 1e-9, "{what}, backwards");
        }
    }

    #[test]
    fn releases_of_one_work_are_one_witness() {
        let one = evidence(Some(ReleaseId::new(1)), "inline_gloss", 0.75);
        let mut same = [one.clone(), Evidence { release_id: Some(ReleaseId::new(2)), ..one }];
        assert!((combined(&same) - 0.875).abs() < 1e-9);
        same.iter_mut().for_each(|evidence| evidence.work = Some("doi:10.5555/1".to_owned()));
        assert!((combined(&same) - 0.75).abs() < 1e-9);
    }

    #[test]
    fn other_english_takes_away_as_much_as_speaks_for_it() {
        assert!((with_rivals(0.9, &[]) - 0.9).abs() < 1e-9);
        assert!((with_rivals(0.9, &[0.9]) - 0.45).abs() < 1e-9);
        assert!(with_rivals(0.99, &[0.6]) > 0.8 && with_rivals(0.6, &[0.99]) < 0.12);
        assert!(with_rivals(0.0, &[0.0]).abs() < 1e-9);
    }
}
