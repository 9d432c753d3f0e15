//! A Japanese text in, the letters it is searched by out; from each of its places the patterns that begin there.
//!
//! ```text
//! 医 ⻭学のＬＤＬ-コレステロール   →  医 歯 学 の l d l [コレステロール]     spaces and hyphens dropped, case folded,
//!                                                                    katakana run by run in its variant form
//! ```
//!
//! Texts that share a variant key ([`crate::text::key::Key`]) share their letters. The variant form of katakana depends on
//! what follows, also across a space, a hyphen or a middle dot (エクソ ソーム, サイトカイン・ストーム), so runs that such
//! marks join are tried alone and with those that follow.

use std::ops::Range;

use crate::model::Span;
use crate::text::english::greek_names;
use crate::text::kana::variant_fold;

use super::cells::{Cell, each_cell};
use super::trie::{Node, Trie};

/// A text as it is searched.
#[derive(Debug, Default)]
pub(super) struct Japanese {
    places: Vec<Place>,
    runs: Vec<Run>,
    names: Vec<Vec<char>>,
}

/// A character of the text.
#[derive(Debug, Clone, Copy)]
struct Place {
    letter: char,
    sort: Sort,
    /// Whether a term may begin here.
    begins: bool,
    /// Whether a term may end here.
    ends: bool,
    /// The number of its run or its name.
    detail: u32,
    start: u32,
    end: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Searched by its letter.
    Plain,
    /// Searched by its name: α is alpha.
    Named,
    /// Part of a run of katakana.
    Katakana,
    /// A middle dot between katakana, which a writer may leave out.
    Dot,
}

/// A run of katakana.
#[derive(Debug, Clone)]
struct Run {
    places: Range<usize>,
    /// Its variant form, where it is not the run itself.
    form: Option<Vec<char>>,
    /// Whether only a space, a hyphen or middle dots part it from the next run.
    joined: bool,
}

impl Japanese {
    /// Reads a text.
    pub(super) fn new(text: &str) -> Self {
        let mut made = Self { places: Vec::with_capacity(text.len() / 3 + 8), ..Self::default() };
        each_cell(text, |cell| made.add(cell));
        if let Some(last) = made.places.last_mut() {
            last.ends = true;
        }
        made.find_runs();
        made
    }

    #[inline]
    fn add(&mut self, cell: Cell) {
        if cell.begins
            && let Some(last) = self.places.last_mut()
        {
            last.ends = true;
        }
        let (mut letter, mut sort, mut detail) = (cell.letter, Sort::Plain, 0);
        if letter.is_ascii() {
            if matches!(letter, ' ' | '-') {
                return;
            }
            letter = letter.to_ascii_lowercase();
        } else if cell.traits.is_katakana() {
            sort = Sort::Katakana;
        } else if cell.traits.is_wordlike() {
            let name = greek_names(letter.encode_utf8(&mut [0; 4])).to_lowercase();
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(only), None) => letter = only,
                _ => {
                    (sort, detail) = (Sort::Named, number(self.names.len()));
                    self.names.push(name.chars().collect());
                }
            }
        }
        let (begins, start, end) = (cell.begins, cell.start, cell.end);
        self.places.push(Place { letter, sort, begins, ends: false, detail, start, end });
    }

    fn find_runs(&mut self) {
        let mut at = 0;
        while at < self.places.len() {
            if self.places[at].sort != Sort::Katakana {
                at += 1;
                continue;
            }
            let goes_on = |place: &&Place| place.sort == Sort::Katakana && !place.begins;
            let end = at + 1 + self.places[at + 1..].iter().take_while(goes_on).count();
            let dots = self.places[..at].iter().rev().take_while(|place| place.letter == '・').count();
            if self.places[..at - dots].last().is_some_and(|place| place.sort == Sort::Katakana) {
                self.places[at - dots..at].iter_mut().for_each(|dot| dot.sort = Sort::Dot);
                if let Some(run) = self.runs.last_mut() {
                    run.joined = true;
                }
            }
            self.places[at].detail = number(self.runs.len());
            let letters = &self.places[at..end];
            let folds =
                letters[letters.len() - 1].letter == 'ー' || letters.iter().any(|one| FOLDED.contains(&one.letter));
            let form = folds.then(|| self.form_of(at..end));
            self.runs.push(Run { places: at..end, form, joined: false });
            at = end;
        }
    }

    /// The variant form of katakana and the dots between them.
    fn form_of(&self, places: Range<usize>) -> Vec<char> {
        let text: String = self.places[places].iter().map(|place| place.letter).collect();
        variant_fold(&text).chars().collect()
    }

    /// The number of places.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The bytes of the text between two places, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.places[first].start as usize, self.places[last].end as usize)
    }

    /// Whether two places are one character of the text.
    pub(super) fn is_one(&self, first: usize, last: usize) -> bool {
        self.places[first].start == self.places[last].start
    }

    /// The letters a term is searched by.
    pub(super) fn pattern(&self) -> String {
        let mut pattern = String::new();
        let mut at = 0;
        while let Some(place) = self.places.get(at) {
            at += 1;
            match place.sort {
                Sort::Plain | Sort::Dot => pattern.push(place.letter),
                Sort::Named => pattern.extend(&self.names[place.detail as usize]),
                Sort::Katakana => {
                    let first = place.detail as usize;
                    let last = first + self.runs[first..].iter().take_while(|run| run.joined).count();
                    let places = self.runs[first].places.start..self.runs[last].places.end;
                    at = places.end;
                    pattern.extend(self.form_of(places));
                }
            }
        }
        pattern
    }

    /// Calls `found` with the last place and the node of each pattern that begins at the place `first`.
    #[inline]
    pub(super) fn patterns_from(&self, first: usize, trie: &Trie, mut found: impl FnMut(usize, Node)) {
        let place = &self.places[first];
        if !place.begins || place.sort == Sort::Dot {
            return;
        }
        let (mut at, mut node) = (first, Trie::ROOT);
        while let Some(place) = self.places.get(at) {
            let next = match place.sort {
                Sort::Plain | Sort::Dot => trie.step(node, place.letter),
                Sort::Named => trie.walk(node, self.names[place.detail as usize].iter().copied()).1,
                Sort::Katakana => match self.runs_from(place.detail as usize, trie, node, &mut found) {
                    Some((last, next)) => {
                        (at, node) = (last + 1, next);
                        continue;
                    }
                    None => return,
                },
            };
            let Some(next) = next else { return };
            if place.ends {
                found(at, next);
            }
            (at, node) = (at + 1, next);
        }
    }

    /// Walks over the run `first` and the runs joined to it; gives the last place of the last of them and its node.
    fn runs_from(
        &self,
        first: usize,
        trie: &Trie,
        node: Node,
        found: &mut impl FnMut(usize, Node),
    ) -> Option<(usize, Node)> {
        for (last, run) in self.runs.iter().enumerate().skip(first) {
            let places = self.runs[first].places.start..run.places.end;
            let (length, (walked, end)) = match &run.form {
                None if last == first => {
                    let letters = &self.places[places.clone()];
                    (letters.len(), trie.walk(node, letters.iter().map(|place| place.letter)))
                }
                Some(form) if last == first => (form.len(), trie.walk(node, form.iter().copied())),
                _ => {
                    let form = self.form_of(places.clone());
                    (form.len(), trie.walk(node, form.iter().copied()))
                }
            };
            let last_place = places.end - 1;
            if let Some(end) = end {
                if self.places[last_place].ends {
                    found(last_place, end);
                }
                if !run.joined {
                    return Some((last_place, end));
                }
            }
            // What follows changes the last letter of the form at most.
            if !run.joined || walked + 1 < length {
                return None;
            }
        }
        None
    }
}

/// Katakana whose variant form may be another; ー only at the end.
const FOLDED: [char; 10] = ['ヴ', 'ヂ', 'ヅ', 'イ', 'ウ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ'];

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
