//! Splits a text into runs of one script, and replaces some of them by others of the same script.

use rustc_hash::FxHashMap;
use taiyaku::text::chars::{Class, class};

use super::random::Random;

/// A run of one script, or one other character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) class: Class,
    pub(crate) text: String,
}

impl Piece {
    /// Whether another piece of its class can stand for it.
    pub(crate) fn is_word(&self) -> bool {
        !matches!(self.class, Class::Digit | Class::Space | Class::Other)
    }

    /// Whether a clause may end with it.
    fn ends_clause(&self) -> bool {
        self.class == Class::Other && self.text.chars().all(|c| "、。，．：；,.;:)）」".contains(c))
    }
}

/// The pieces of a text; together they are the text again.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut made: Vec<Piece> = Vec::new();
    for c in text.chars() {
        let class = class(c);
        match made.last_mut() {
            Some(last) if last.class == class && class != Class::Other => last.text.push(c),
            _ => made.push(Piece { class, text: c.to_string() }),
        }
    }
    made
}

/// The text of pieces.
pub(crate) fn join(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Words of one language by script, each as often as it was met.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    words: Vec<String>,
    by_class: FxHashMap<Class, Vec<u32>>,
}

impl Pool {
    pub(crate) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut pool = Self::default();
        let mut known: FxHashMap<String, u32> = FxHashMap::default();
        for piece in texts.flat_map(pieces).filter(Piece::is_word) {
            let number = *known.entry(piece.text).or_insert_with_key(|text| {
                pool.words.push(text.clone());
                u32::try_from(pool.words.len() - 1).unwrap()
            });
            pool.by_class.entry(piece.class).or_default().push(number);
        }
        pool
    }

    /// A word of this script, as often as texts have it.
    pub(crate) fn word(&self, class: Class, random: &mut Random) -> Option<&str> {
        let words = self.by_class.get(&class)?;
        Some(&self.words[*random.of(words) as usize])
    }

    /// Replaces a share of the words, and every number by another of as many digits.
    pub(crate) fn replace(&self, pieces: &mut [Piece], share: f64, random: &mut Random) {
        for piece in pieces {
            if piece.class == Class::Digit {
                piece.text = digits(piece.text.chars().count(), random);
            } else if piece.is_word()
                && random.share() < share
                && let Some(word) = self.word(piece.class, random)
            {
                piece.text = word.to_owned();
            }
        }
    }
}

/// A number of so many digits that does not begin with 0.
fn digits(count: usize, random: &mut Random) -> String {
    let digit = |at: usize| if at == 0 { 1 + random.below(9) } else { random.below(10) };
    (0..count).map(digit).map(|digit| char::from(b'0' + u8::try_from(digit).unwrap())).collect()
}

/// The beginning of one text and the end of another, each cut where a clause ends if one does.
pub(crate) fn recombined(one: &str, other: &str, random: &mut Random) -> Vec<Piece> {
    let (mut head, tail) = (pieces(one), pieces(other));
    head.truncate(cut(&head, random));
    let from = cut(&tail, random);
    head.extend_from_slice(&tail[from..]);
    head
}

/// A place to cut: after a clause but the last, else anywhere inside.
fn cut(pieces: &[Piece], random: &mut Random) -> usize {
    let inside = 1..pieces.len();
    let ends: Vec<usize> = inside.clone().filter(|at| pieces[at - 1].ends_clause()).collect();
    if !ends.is_empty() {
        return *random.of(&ends);
    }
    if inside.is_empty() { pieces.len() } else { 1 + random.below(pieces.len() - 1) }
}
