//! One translation for each source term, as services ask: which of several it is, and which concepts get none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::cleaning;
use crate::exchange::export::SelectedTerm;
use crate::model::{ConceptId, Review, Term, TermKind, Usage};

/// What makes one pair better than another: preferred, approved, full forms, more confidence; then the lower concept number.
type Rank = (Usage, Reverse<Review>, TermKind, Reverse<u32>, ConceptId);

/// The best translation of each source term so far.
#[derive(Debug, Default)]
pub(super) struct SourceTerms {
    pairs: BTreeMap<String, (Rank, Row)>,
    /// How many source terms of each concept are in the list.
    in_list: BTreeMap<ConceptId, usize>,
}

/// What is written for a source term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) target: String,
    pub(super) part_of_speech: &'static str,
    pub(super) description: String,
}

impl SourceTerms {
    /// Adds the source terms of a concept, each with the best of its translations. Whether the list holds one concept more: a
    /// concept none of whose terms is the best is not in it, and may push out another.
    pub(super) fn add(
        &mut self,
        concept: ConceptId,
        sources: &[&SelectedTerm<'_>],
        targets: &[&SelectedTerm<'_>],
        row: &Row,
    ) -> bool {
        let before = self.concepts();
        // Of targets that say the same of themselves the first is the best for every source term.
        let mut kinds = BTreeSet::new();
        let kind = |target: &Term| (target.usage, target.review, target.kind, steps(target.confidence));
        let targets: Vec<_> = targets.iter().filter(|target| kinds.insert(kind(target.term))).collect();
        for source in sources {
            let best =
                targets.iter().map(|target| (rank(source, target, concept), target)).min_by(|a, b| a.0.cmp(&b.0));
            let Some((rank, target)) = best else { continue };
            if let Some((other, _)) = self.pairs.get(&source.text) {
                if *other <= rank {
                    continue;
                }
                let other = other.4;
                if let Some(count) = self.in_list.get_mut(&other) {
                    *count -= 1;
                    if *count == 0 {
                        self.in_list.remove(&other);
                    }
                }
            }
            *self.in_list.entry(concept).or_default() += 1;
            self.pairs.insert(source.text.clone(), (rank, Row { target: target.text.clone(), ..row.clone() }));
        }
        self.concepts() > before
    }

    /// The pairs in the order of the source terms.
    pub(super) fn into_rows(self) -> impl Iterator<Item = (String, Row)> {
        self.pairs.into_iter().map(|(source, (_, row))| (source, row))
    }

    fn concepts(&self) -> usize {
        self.in_list.len()
    }
}

/// A pair is only as good as its weaker side.
fn rank(source: &SelectedTerm<'_>, target: &SelectedTerm<'_>, concept: ConceptId) -> Rank {
    let (source, target) = (source.term, target.term);
    let confidence = steps(source.confidence.min(target.confidence));
    (
        source.usage.max(target.usage),
        Reverse(source.review.min(target.review)),
        target.kind,
        Reverse(confidence),
        concept,
    )
}

/// A confidence as a whole number that can be compared.
fn steps(confidence: f64) -> u32 {
    let confidence = (cleaning::probability(confidence) * 10_000.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and ten thousand")]
    let steps = confidence as u32;
    steps
}
