//! KNOWN TERMS IN A TEXT: the terms of a base go in once; for each text the places where they stand come out.
//!
//! A text is read once ([`cells`]) into the letters it is searched by ([`japanese`], [`spaced`]). From each place where a
//! word may begin a walk down a tree of all terms ([`trie`]) finds those that stand there, whatever their number; each is
//! then put to two tests: the place must cut no word ([`border`]), and share a key with the term ([`lexicon`]).
//!
//! A base changes a few terms at a time: [`Spotter::with_changes`] keeps the large lexicon and puts a small one beside it.

mod border;
mod cells;
mod japanese;
mod lexicon;
mod overlap;
mod spaced;
mod traits;
mod trie;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{ConceptId, Lang, ProjectId, Span, Spotted, TermId};
use crate::text::words::Words;
use border::Borders;
use japanese::Japanese;
use lexicon::Lexicon;
use overlap::Candidate;
use spaced::{Joints, Spaced};
use trie::{Node, Trie};

/// A term to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTerm {
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// The project it belongs to.
    pub project_id: ProjectId,
    /// Its language.
    pub lang: Lang,
    /// The term as written.
    pub text: String,
}

/// Finds known terms in texts. Cheap to clone; what it finds never changes.
#[derive(Clone, Default)]
pub struct Spotter {
    main: Arc<Lexicon>,
    /// Terms that are new, or in the place of those of the same number in `main`.
    changed: Arc<Lexicon>,
    /// Numbers of the terms of `main` that count no more.
    gone: Arc<FxHashSet<TermId>>,
}

impl std::fmt::Debug for Spotter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spotter").field("main", &self.main.len()).field("changed", &self.changed.len()).finish()
    }
}

/// Which projects' terms are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projects<'a> {
    /// Those of every project.
    All,
    /// Those of these projects.
    Of(&'a [ProjectId]),
}

impl Projects<'_> {
    fn hold(self, project: ProjectId) -> bool {
        match self {
            Self::All => true,
            Self::Of(projects) => projects.contains(&project),
        }
    }
}

impl Spotter {
    /// A spotter for these terms. A term with nothing left after normalisation is never found.
    #[must_use]
    pub fn new(terms: impl IntoIterator<Item = KnownTerm>) -> Self {
        Self { main: Arc::new(Lexicon::new(terms)), ..Self::default() }
    }

    /// A spotter for the terms this one was made with by [`Spotter::new`], without those whose number is in `gone`, and
    /// for the terms of `changed`. Changes made before do not count: give all of them each time.
    #[must_use]
    pub fn with_changes(
        &self,
        gone: impl IntoIterator<Item = TermId>,
        changed: impl IntoIterator<Item = KnownTerm>,
    ) -> Self {
        Self {
            main: Arc::clone(&self.main),
            changed: Arc::new(Lexicon::new(changed)),
            gone: Arc::new(gone.into_iter().collect()),
        }
    }

    /// The known terms of `lang` in `text`, in order of the text, as byte spans of `text`.
    ///
    /// The longest of the terms that share a place is reported with `nested` false, those inside it with `nested` true;
    /// of terms that overlap otherwise the one that begins first stays. Terms of several concepts with one spelling
    /// come with the same span, those spelt exactly like the text first. `words` settles the borders of terms in
    /// hiragana; without a dictionary they are found only between characters of other scripts.
    #[must_use]
    pub fn spots(&self, text: &str, lang: &Lang, words: &Words, projects: Projects<'_>) -> Vec<Spotted> {
        let mut found = Found { text, projects, borders: Borders::new(text, words), candidates: Vec::new() };
        if lang.is_japanese() {
            let read = Japanese::new(text);
            self.search(lang, |source| {
                for first in 0..read.len() {
                    read.patterns_from(first, source.trie, |last, node| {
                        let (span, is_one) = (read.span(first, last), read.is_one(first, last));
                        found.add(&source, node, &Place { span, is_one, joints: Joints::default() });
                    });
                }
            });
        } else {
            let read = Spaced::new(text, lang.is_english());
            self.search(lang, |source| {
                for first in 0..read.len() {
                    read.patterns_from(first, source.trie, |last, node, joints| {
                        found.add(&source, node, &Place { span: read.span(first, last), is_one: false, joints });
                    });
                }
            });
        }
        overlap::settle(found.candidates)
    }
}

impl Spotter {
    /// Searches both lexicons; the second argument of `search` is the tree of the language.
    fn search(&self, lang: &Lang, mut search: impl FnMut(Source<'_>)) {
        for (lexicon, gone) in [(&self.main, Some(&*self.gone)), (&self.changed, None)] {
            if let Some(trie) = lexicon.trie(lang) {
                search(Source { lexicon, trie, gone: gone.filter(|gone| !gone.is_empty()) });
            }
        }
    }
}

/// A lexicon that is searched.
struct Source<'a> {
    lexicon: &'a Lexicon,
    trie: &'a Trie,
    /// Terms of it that count no more.
    gone: Option<&'a FxHashSet<TermId>>,
}

/// What was found in a text.
struct Found<'a> {
    text: &'a str,
    projects: Projects<'a>,
    borders: Borders<'a>,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    /// Adds the terms of a node that may stand in the place `span`.
    #[inline]
    fn add(&mut self, source: &Source<'_>, node: Node, place: &Place) {
        let values = source.trie.values(node);
        if values.is_empty()
            || place.is_one && self.borders.is_lost(place.span)
            || self.borders.cuts_hiragana(place.span)
        {
            return;
        }
        for (known, is_variant) in source.lexicon.agreeing(values, place.span.of(self.text), place.joints) {
            let is_gone = source.gone.is_some_and(|gone| gone.contains(&known.term_id));
            if !is_gone && self.projects.hold(known.project_id) {
                self.candidates.push(Candidate::new(place.span, is_variant, known.term_id, known.concept_id));
            }
        }
    }
}

/// A place where a term may stand.
struct Place {
    span: Span,
    /// Whether it is one character.
    is_one: bool,
    joints: Joints,
}
