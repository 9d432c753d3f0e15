//! A text of a language that is written with spaces in, the words it is searched by out; from each of them the patterns
//! that begin there.
//!
//! ```text
//! Cell-free neural networks, γ   →  cell · free | neural | network(s) , gamma     · hyphen   | space
//! ```
//!
//! A pattern is a term without its spaces and hyphens, so that cell-free, cell free and cellfree meet; where the spaces
//! of the two stand is compared afterwards ([`Joints`]), so that therapist is not found in "the rapist". In English the
//! last word of a place is tried as a plural too.

use std::ops::Range;

use crate::model::Span;
use crate::text::english;

use super::cells::{Cell, each_cell};
use super::trie::{Node, Trie};

/// A text as it is searched.
#[derive(Debug, Default)]
pub(super) struct Spaced {
    units: Vec<Unit>,
    letters: String,
    is_english: bool,
}

/// A word, or a character that is none.
#[derive(Debug, Clone)]
struct Unit {
    /// Its letters in lower case, Greek ones by name.
    form: Range<usize>,
    /// Those in American spelling; empty where they are the same.
    american: Range<usize>,
    is_word: bool,
    gap: Gap,
    begins: bool,
    ends: bool,
    /// Whether it ends in an s after a capital, as the plural of a symbol does: GPCRs.
    is_many_symbols: bool,
    start: u32,
    end: u32,
}

/// What stands before a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Hyphen,
    Space,
}

/// Where the words of a place or a term meet: bits by the number of letters before, the last for all beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Joints {
    all: u64,
    spaces: u64,
}

impl Joints {
    fn add(&mut self, letters: usize, gap: Gap) {
        let bit = 1 << letters.min(63);
        if gap != Gap::None {
            self.all |= bit;
        }
        if gap == Gap::Space {
            self.spaces |= bit;
        }
    }

    /// Whether words meet in the same places. A hyphen may stand for a space and may be left out.
    pub(super) fn agree(self, other: Self) -> bool {
        self.spaces & !other.all == 0 && other.spaces & !self.all == 0
    }
}

impl Spaced {
    /// Reads a text.
    pub(super) fn new(text: &str, is_english: bool) -> Self {
        let mut cells = Vec::with_capacity(text.len());
        each_cell(text, |cell| cells.push(cell));
        let letters = String::with_capacity(text.len());
        let mut made = Self { units: Vec::with_capacity(text.len() / 4), letters, is_english };
        let (mut at, mut gap) = (0, Gap::None);
        while let Some(cell) = cells.get(at) {
            match cell.letter {
                ' ' => gap = Gap::Space,
                '_' | '/' if is_english => gap = Gap::Space,
                '-' => gap = gap.max(Gap::Hyphen),
                _ => {
                    let end = end_of_unit(&cells, at);
                    made.add(&cells[at..end], cells.get(end), gap);
                    (at, gap) = (end, Gap::None);
                    continue;
                }
            }
            at += 1;
        }
        made
    }

    fn add(&mut self, cells: &[Cell], next: Option<&Cell>, gap: Gap) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
        let from = self.letters.len();
        for cell in cells {
            match cell.letter {
                letter if letter.is_ascii() => self.letters.push(letter.to_ascii_lowercase()),
                letter => {
                    let name = english::greek_names(letter.encode_utf8(&mut [0; 4])).to_lowercase();
                    self.letters.push_str(&name);
                }
            }
        }
        let form = from..self.letters.len();
        let is_word = cells.iter().any(|cell| cell.traits.is_wordlike());
        let mut american = 0..0;
        if is_word && self.is_english && english::is_british(&self.letters[form.clone()]) {
            let spelling = english::american(&self.letters[form.clone()]);
            self.letters.push_str(&spelling);
            american = form.end..self.letters.len();
        }
        let capital = |cell: &Cell| cell.letter.is_uppercase();
        let is_many_symbols = last.letter == 's' && cells.len() > 1 && capital(&cells[cells.len() - 2]);
        self.units.push(Unit {
            form,
            american,
            is_word,
            gap,
            begins: first.begins && !(is_word && first.letter == '\''),
            ends: next.is_none_or(|next| next.begins),
            is_many_symbols,
            start: first.start,
            end: last.end,
        });
    }

    /// The number of places where a term may begin.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The bytes of the text between two places, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.units[first].start as usize, self.units[last].end as usize)
    }

    /// Where the words of the whole text meet.
    pub(super) fn joints(&self) -> Joints {
        let (mut joints, mut letters) = (Joints::default(), 0);
        for (at, unit) in self.units.iter().enumerate() {
            self.meet(at, letters, &mut joints);
            let form = if unit.american.is_empty() { &unit.form } else { &unit.american };
            letters += self.letters[form.clone()].chars().count();
        }
        joints
    }

    /// Adds where the unit `at` meets the one before, if both are words.
    fn meet(&self, at: usize, letters: usize, joints: &mut Joints) {
        if at > 0 && self.units[at].is_word && self.units[at - 1].is_word {
            joints.add(letters, self.units[at].gap);
        }
    }

    /// Calls `found` with the last place, the node and the joints of each pattern that begins at the place `first`.
    #[inline]
    pub(super) fn patterns_from(&self, first: usize, trie: &Trie, mut found: impl FnMut(usize, Node, Joints)) {
        if !self.units[first].begins {
            return;
        }
        let mut open = Vec::new();
        let mut current = Some((first, Trie::ROOT, 0, Joints::default()));
        while let Some((at, node, letters, mut joints)) = current.take().or_else(|| open.pop()) {
            let Some(unit) = self.units.get(at) else { continue };
            if at > first {
                self.meet(at, letters, &mut joints);
            }
            let forms = [Some(&unit.form), Some(&unit.american).filter(|form| !form.is_empty())];
            for form in forms.into_iter().flatten() {
                let form = &self.letters[form.clone()];
                let (walked, end) = trie.walk(node, form.chars());
                if let Some(end) = end {
                    if unit.ends {
                        found(at, end, joints);
                    }
                    let next = (at + 1, end, letters + walked, joints);
                    if let Some(other) = current.replace(next) {
                        open.push(other);
                    }
                }
                // A singular differs from its plural in the last three letters at most.
                if self.is_english && unit.ends && form.ends_with('s') && walked + 3 >= form.len() {
                    for singular in self.singulars(at, form) {
                        if let Some(end) = trie.walk(node, singular.chars()).1 {
                            found(at, end, joints);
                        }
                    }
                }
            }
        }
    }

    /// What a word in -s may be the plural of.
    fn singulars(&self, at: usize, form: &str) -> Vec<String> {
        let mut singulars = vec![english::singular(form)];
        if self.units[at].is_many_symbols {
            singulars.extend(form.strip_suffix('s').map(str::to_owned));
        }
        // A key takes a word together with the brackets and marks before it, which make it longer.
        if self.units[at].gap == Gap::None {
            singulars.extend(english::singular(&format!("____{form}")).strip_prefix("____").map(str::to_owned));
        }
        let american: Vec<String> =
            singulars.iter().filter(|one| english::is_british(one)).map(|one| english::american(one)).collect();
        singulars.extend(american);
        singulars.retain(|one| one != form && !one.is_empty());
        singulars.dedup();
        singulars
    }
}

/// Where the word that begins at `at` ends; a character that is no letter stands alone.
///
/// An apostrophe between letters belongs to the word, but for the possessive 's, which is a unit of its own; a plus after
/// the last letter belongs to it too (Ca2+).
fn end_of_unit(cells: &[Cell], at: usize) -> usize {
    let is_letter = |at: usize| cells.get(at).is_some_and(|cell| cell.traits.is_wordlike());
    let is_mark = |at: usize| cells.get(at).is_some_and(|cell| cell.letter == '\'');
    let is_possessive = |at: usize| {
        at > 0
            && is_mark(at)
            && is_letter(at - 1)
            && is_letter(at + 1)
            && !is_letter(at + 2)
            && cells.get(at + 1).is_some_and(|cell| matches!(cell.letter, 's' | 'S'))
    };
    if is_possessive(at) {
        return at + 2;
    }
    if !is_letter(at) {
        return at + 1;
    }
    let mut end = at + 1;
    while let Some(cell) = cells.get(end) {
        let belongs = match cell.letter {
            '\'' => is_letter(end + 1) && is_letter(end - 1) && !is_possessive(end),
            '+' => is_letter(end - 1) && !is_letter(end + 1),
            _ => cell.traits.is_wordlike() && (!cell.begins || is_mark(end - 1)),
        };
        if !belongs {
            break;
        }
        end += 1;
    }
    end
}
