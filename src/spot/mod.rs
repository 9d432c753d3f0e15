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
mod joints;
mod lexicon;
mod overlap;
mod packing;
mod spaced;
mod stream;
mod traits;
mod trie;
mod units;
mod walk;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{ConceptId, Lang, ProjectId, Spotted, TermId};
use crate::text::tokeniser::Tokeniser;
use border::Borders;
use japanese::Japanese;
use lexicon::{FETCHED, Lexicon, Place, Section};
use overlap::Candidate;
use spaced::Spaced;
use stream::{PLURAL, Stream};
use walk::{Reached, Reading, Way};

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
    pub fn spots(&self, text: &str, lang: &Lang, words: &Tokeniser, projects: Projects<'_>) -> Vec<Spotted> {
        let mut found = Found { text, projects, borders: Borders::new(text, words), candidates: Vec::new() };
        if lang.is_japanese() {
            self.search(lang, &Japanese::new(text), &mut found);
        } else {
            self.search(lang, &Spaced::new(text, lang.is_english()), &mut found);
        }
        overlap::settle(found.candidates)
    }
}

impl Spotter {
    /// Finds the terms of both lexicons.
    fn search(&self, lang: &Lang, reading: &impl Reading, found: &mut Found<'_>) {
        for (lexicon, gone) in [(&self.main, Some(&*self.gone)), (&self.changed, None)] {
            let Some(section) = lexicon.section(lang) else { continue };
            let gone = gone.filter(|gone| !gone.is_empty());
            let reached = walk::search(reading, &section.trie);
            for some in reached.chunks(FETCHED) {
                section.fetch(some);
                for reached in some {
                    found.add(section, reading.stream(), *reached, gone);
                }
            }
        }
    }
}

/// What was found in a text.
struct Found<'a> {
    text: &'a str,
    projects: Projects<'a>,
    borders: Borders<'a>,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    /// Adds the terms of a pattern that stand in its place and do not count as `gone`.
    #[inline]
    fn add(&mut self, section: &Section, stream: &Stream, reached: Reached, gone: Option<&FxHashSet<TermId>>) {
        let (first, last) = (reached.first as usize, reached.last as usize);
        let span = stream.span(first, last);
        if (stream.may_be_one(first, last) && self.borders.is_lost(span)) || self.borders.cuts_hiragana(span) {
            return;
        }
        let is_key_form = match reached.way {
            Way::Straight => stream.flags()[last] & PLURAL == 0,
            Way::Singular => true,
            Way::Other => false,
        };
        let place = Place {
            text: span.of(self.text),
            is_plain: reached.way == Way::Straight && stream.is_plain(first, last),
            is_ordinary: is_key_form && stream.is_ordinary(first, last),
        };
        section.agreeing(
            reached.node,
            place,
            || stream.joints(first, last),
            |known, is_variant| {
                let is_gone = gone.is_some_and(|gone| gone.contains(&known.term_id));
                if !is_gone && self.projects.hold(known.project_id) {
                    self.candidates.push(Candidate::new(span, is_variant, known.term_id, known.concept_id));
                }
            },
        );
    }
}
