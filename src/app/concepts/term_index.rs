//! A concept with an index of its terms and their evidence, so that a release with thousands of claims about one concept is
//! stored in linear time.

use std::collections::{HashMap, HashSet};

use super::claim::Claim;
use super::witness::Witness;
use crate::model::{Concept, EvidenceMethod, Lang, Origin, Span, Term, TermId};
use crate::text::key::Key;

/// What one witness says about a term: the method, the position, the words quoted and where they come from.
type Passage = (TermId, EvidenceMethod, Option<Span>, Option<String>, Option<Origin>);

/// A concept that claims are added to.
#[derive(Debug)]
pub(super) struct IndexedConcept {
    concept: Concept,
    /// The first term with each text, each exact key and, in English, each variant key.
    texts: HashMap<(Lang, String), usize>,
    exact: HashMap<(Lang, String), usize>,
    variants: HashMap<(Lang, String), usize>,
    /// The evidence of the witness that is stored already.
    passages: HashSet<Passage>,
}

impl IndexedConcept {
    /// Indexes the terms of a concept, and of their evidence that of the witness.
    pub(super) fn new(mut concept: Concept, witness: &Witness<'_>) -> Self {
        let terms = std::mem::take(&mut concept.terms);
        let mut indexed = Self {
            concept,
            texts: HashMap::new(),
            exact: HashMap::new(),
            variants: HashMap::new(),
            passages: HashSet::new(),
        };
        for term in terms {
            let own = term
                .evidence
                .iter()
                .filter(|one| one.release_id == witness.release && one.source == witness.source)
                .map(|one| (term.id, one.method, one.span, one.snippet.clone(), one.origin.clone()));
            indexed.passages.extend(own);
            let key = Key::new(&term.text, &term.lang);
            indexed.insert(term, key.as_ref());
        }
        indexed
    }

    /// The concept with its terms as they are by now.
    pub(super) fn concept(&self) -> &Concept {
        &self.concept
    }

    /// The first term that a claim is about. An English plural or hyphenation is the same term; a Japanese spelling variant is
    /// a term of its own.
    pub(super) fn term_of(&self, claim: &Claim) -> Option<TermId> {
        let get = |index: &HashMap<(Lang, String), usize>, text: &String| {
            index.get(&(claim.lang.clone(), text.clone())).copied()
        };
        let places = [
            get(&self.texts, &claim.text),
            get(&self.exact, &claim.key.exact),
            get(&self.variants, &claim.key.variant),
        ];
        places.into_iter().flatten().min().and_then(|place| self.concept.terms.get(place)).map(|term| term.id)
    }

    /// Adds a new term with the key of its claim.
    pub(super) fn insert(&mut self, term: Term, key: Option<&Key>) {
        let place = self.concept.terms.len();
        let lang = &term.lang;
        self.texts.entry((lang.clone(), term.text.clone())).or_insert(place);
        if let Some(key) = key {
            self.exact.entry((lang.clone(), key.exact.clone())).or_insert(place);
            if lang.is_english() {
                self.variants.entry((lang.clone(), key.variant.clone())).or_insert(place);
            }
        }
        self.concept.terms.push(term);
    }

    /// Notes evidence of the witness for a term; false if the same passage counts already.
    pub(super) fn is_new(&mut self, term: TermId, claim: &Claim) -> bool {
        self.passages.insert((term, claim.method, claim.span, claim.snippet.clone(), claim.origin.clone()))
    }
}
