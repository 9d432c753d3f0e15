//! TERM SPOTTING: finds the terms of a term base in running text.
//!
//! A text is read once ([`folded`]) into the letters it is searched by ([`japanese`], [`spaced`]). From each position where a
//! word may begin, one walk down a trie of all terms ([`trie`]) finds every term that starts there, whatever their number.
//! Each candidate then passes two tests: it must not cut a word ([`boundaries`]), and it must share a key with the term
//! ([`lexicon`]).
//!
//! A term base changes a few terms at a time: [`Spotter::with_changes`] keeps the large lexicon and adds a small one with the
//! changes.

mod bases;
mod boundaries;
mod breaks;
mod folded;
mod japanese;
mod lexicon;
mod overlap;
mod spaced;
mod stream;
mod tokens;
mod traits;
mod trie;
mod walk;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{ConceptId, Lang, ProjectId, Spotted, TermId};
use crate::text::tokeniser::Tokeniser;
use boundaries::WordBoundaries;
use japanese::JapaneseText;
use lexicon::{LanguageLexicon, Lexicon, Occurrence, PREFETCH_BATCH};
use overlap::Candidate;
use spaced::SpacedText;
use stream::{LetterStream, PLURAL};
use walk::{MatchForm, PatternMatch, SearchText};

/// A text is crowded if it has more terms than this, and than [`CANDIDATES_PER_BYTE`] for each of its bytes. Only a term that
/// hundreds of concepts share reaches it.
const CANDIDATES: usize = 512;
const CANDIDATES_PER_BYTE: usize = 4;
/// Of the terms that are spelt alike, so many are found at each place of a crowded text: the oldest.
const TERMS_PER_PLACE: usize = 16;

/// A term as the spotter takes it, of a project `P`; `()` where there are no projects to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconTerm<P = ProjectId> {
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// The project it belongs to.
    pub project_id: P,
    /// Its language.
    pub lang: Lang,
    /// The term as written.
    pub text: String,
}

/// Finds the terms of a lexicon in texts. Immutable and cheap to clone.
#[derive(Clone)]
pub struct Spotter<P = ProjectId> {
    main: Arc<Lexicon<P>>,
    /// Terms added or changed since `main` was built; they replace those with the same identifier.
    changed: Arc<Lexicon<P>>,
    /// Terms of `main` that were changed or deleted.
    removed: Arc<FxHashSet<TermId>>,
}

impl<P> Default for Spotter<P> {
    fn default() -> Self {
        Self { main: Arc::default(), changed: Arc::default(), removed: Arc::default() }
    }
}

impl<P: Copy> std::fmt::Debug for Spotter<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spotter").field("main", &self.main.len()).field("changed", &self.changed.len()).finish()
    }
}

/// The projects whose terms are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectFilter<'a> {
    /// All projects.
    All,
    /// These projects.
    Of(&'a [ProjectId]),
}

impl ProjectFilter<'_> {
    fn includes(self, project: ProjectId) -> bool {
        match self {
            Self::All => true,
            Self::Of(projects) => projects.contains(&project),
        }
    }
}

impl<P: Copy> Spotter<P> {
    /// A spotter for these terms. A term with nothing left after normalisation is never found.
    #[must_use]
    pub fn new(terms: impl IntoIterator<Item = LexiconTerm<P>>) -> Self {
        Self { main: Arc::new(Lexicon::new(terms)), ..Self::default() }
    }

    /// The spotter built by [`Spotter::new`] without the terms in `removed` and with those in `changed`. Earlier changes are not
    /// kept: pass all of them each time.
    #[must_use]
    pub fn with_changes(
        &self,
        removed: impl IntoIterator<Item = TermId>,
        changed: impl IntoIterator<Item = LexiconTerm<P>>,
    ) -> Self {
        Self {
            main: Arc::clone(&self.main),
            changed: Arc::new(Lexicon::new(changed)),
            removed: Arc::new(removed.into_iter().collect()),
        }
    }

    /// The terms of `lang` in `text`, in text order, as byte spans of `text`.
    ///
    /// The longest term at a place is reported with `nested` false, those inside it with `nested` true. Of terms that
    /// partly overlap, the one that starts first is kept. Terms of several concepts with the same spelling have the same span,
    /// those spelt exactly like the text first. `words` decides where terms in hiragana may begin and end; without a
    /// dictionary they are found only between characters of other scripts. If hundreds of concepts share a spelling that
    /// occurs again and again, only the first of them are found.
    #[must_use]
    pub(crate) fn all_spots(&self, text: &str, lang: &Lang, words: &Tokeniser) -> Vec<Spotted> {
        self.spots_where(text, lang, words, |_| true)
    }

    /// The terms of those projects for which `includes` holds.
    fn spots_where(&self, text: &str, lang: &Lang, words: &Tokeniser, includes: impl Fn(P) -> bool) -> Vec<Spotted> {
        let mut collector = MatchCollector {
            text,
            includes,
            borders: WordBoundaries::new(text, words),
            candidates: Vec::new(),
            most: text.len().saturating_mul(CANDIDATES_PER_BYTE).saturating_add(CANDIDATES),
            is_crowded: false,
        };
        if lang.is_japanese() {
            self.search(lang, &JapaneseText::new(text), &mut collector);
        } else {
            self.search(lang, &SpacedText::new(text, lang.is_english()), &mut collector);
        }
        if collector.is_crowded {
            overlap::keep_first(&mut collector.candidates, TERMS_PER_PLACE);
        }
        overlap::resolve(collector.candidates)
    }

    /// Searches both lexicons.
    fn search(&self, lang: &Lang, text: &impl SearchText, collector: &mut MatchCollector<'_, impl Fn(P) -> bool>) {
        for (lexicon, removed) in [(&self.main, Some(&*self.removed)), (&self.changed, None)] {
            let Some(lexicon) = lexicon.of(lang) else { continue };
            let removed = removed.filter(|removed| !removed.is_empty());
            let matches = walk::find_patterns(text, &lexicon.trie);
            for batch in matches.chunks(PREFETCH_BATCH) {
                lexicon.prefetch(batch);
                for found in batch {
                    collector.add(lexicon, text.stream(), *found, removed);
                }
            }
        }
    }
}

impl Spotter {
    /// As [`all_spots`](Self::all_spots), of some projects only.
    #[must_use]
    pub fn spots(&self, text: &str, lang: &Lang, words: &Tokeniser, projects: ProjectFilter<'_>) -> Vec<Spotted> {
        self.spots_where(text, lang, words, |project| projects.includes(project))
    }
}

/// Collects the matches of a text.
struct MatchCollector<'a, F> {
    text: &'a str,
    /// Whether the terms of a project are searched for.
    includes: F,
    borders: WordBoundaries<'a>,
    candidates: Vec<Candidate>,
    /// With more candidates than this, the text is crowded.
    most: usize,
    /// Whether only the first [`TERMS_PER_PLACE`] terms with the same spelling are kept at each place.
    is_crowded: bool,
}

impl<F> MatchCollector<'_, F> {
    /// Adds the terms of a pattern match that pass all tests and are not in `removed`.
    #[inline]
    fn add<P: Copy>(
        &mut self,
        lexicon: &LanguageLexicon<P>,
        stream: &LetterStream,
        found: PatternMatch,
        removed: Option<&FxHashSet<TermId>>,
    ) where
        F: Fn(P) -> bool,
    {
        let (first, last) = (found.first as usize, found.last as usize);
        let span = stream.span(first, last);
        if (stream.may_be_one(first, last) && self.borders.is_lone_character(span)) || self.borders.cuts_hiragana(span)
        {
            return;
        }
        let is_key_form = match found.form {
            MatchForm::Literal => stream.flags()[last] & PLURAL == 0,
            MatchForm::Singular => true,
            MatchForm::Other => false,
        };
        let is_literal = found.form == MatchForm::Literal && stream.is_literal(first, last);
        let occurrence = Occurrence {
            text: span.of(self.text),
            is_literal,
            is_ordinary: is_key_form && stream.is_ordinary(first, last),
        };
        let mut here = 0;
        lexicon.matching_terms(
            found.node,
            occurrence,
            || stream.breaks(first, last),
            |term, is_variant| {
                let is_removed = removed.is_some_and(|removed| removed.contains(&term.term_id));
                let mut is_cut = || is_variant && lexicon.is_japanese() && self.borders.cuts_mixed(span);
                if !is_removed && (self.includes)(term.project_id) && !is_cut() {
                    self.candidates.push(Candidate::new(span, is_variant, term.term_id, term.concept_id));
                    here += 1;
                }
                !self.is_crowded || here < TERMS_PER_PLACE
            },
        );
        if self.candidates.len() > self.most {
            self.is_crowded = true;
            overlap::keep_first(&mut self.candidates, TERMS_PER_PLACE);
            self.most = self.most.max(2 * self.candidates.len());
        }
    }
}
