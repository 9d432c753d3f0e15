//! Folded characters in, where words and single marks end out, and what sort of word each is.

use super::cells::Cell;

/// What is known of a word, or of a character that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Whether it holds a letter or a digit.
    pub(super) is_word: bool,
    /// Whether a term may begin with it.
    pub(super) begins: bool,
    /// Whether a term may end with it.
    pub(super) ends: bool,
    /// Whether it has no riddles for a key: Latin letters, none but the first a capital, and no single capital.
    pub(super) is_ordinary: bool,
    /// Whether it may be a symbol, whose case counts.
    pub(super) may_be_symbol: bool,
    /// Whether it ends in an s after a capital, as the plural of a symbol does: GPCRs.
    pub(super) is_many_symbols: bool,
}

impl Unit {
    /// The unit of these cells; `next` is the cell after it.
    pub(super) fn new(cells: &[Cell], next: Option<&Cell>) -> Self {
        let first = cells.first();
        let is_capital = |cell: &Cell| cell.letter.is_uppercase();
        let begins_high = first.is_some_and(is_capital);
        let capitals = cells.iter().filter(|cell| is_capital(cell)).count();
        let is_word = cells.iter().any(|cell| cell.traits.is_wordlike());
        let is_latin = cells.iter().all(|cell| cell.is_source && cell.letter.is_ascii_alphabetic());
        let is_low = capitals == usize::from(begins_high) && (cells.len() > 1 || !begins_high);
        Self {
            is_word,
            begins: first.is_some_and(|first| first.begins && !(is_word && first.letter == '\'')),
            ends: next.is_none_or(|next| next.begins),
            is_ordinary: is_latin && is_low,
            may_be_symbol: !is_low || cells.iter().any(|cell| cell.letter.is_ascii_digit()),
            is_many_symbols: matches!(cells, [.., capital, last] if last.letter == 's' && is_capital(capital)),
        }
    }
}

/// Where the word that begins at `at` ends; a character that is no letter stands alone.
///
/// An apostrophe between letters belongs to the word, but for the possessive 's, which is a unit of its own; a plus after
/// the last letter belongs to it too (Ca2+).
pub(super) fn end_of_unit(cells: &[Cell], at: usize) -> usize {
    let is_letter = |at: usize| cells.get(at).is_some_and(|cell| cell.traits.is_wordlike());
    let is_apostrophe = |at: usize| cells.get(at).is_some_and(|cell| cell.letter == '\'');
    let is_possessive = |at: usize| {
        let owns = cells.get(at + 1).is_some_and(|cell| matches!(cell.letter, 's' | 'S'));
        owns && is_apostrophe(at) && at > 0 && is_letter(at - 1) && !is_letter(at + 2)
    };
    if is_possessive(at) {
        return at + 2;
    }
    let mut end = at + 1;
    while is_letter(at) && end < cells.len() {
        let belongs = match cells[end].letter {
            '\'' => is_letter(end - 1) && is_letter(end + 1) && !is_possessive(end),
            '+' => is_letter(end - 1) && !is_letter(end + 1),
            _ => is_letter(end) && (!cells[end].begins || is_apostrophe(end - 1)),
        };
        if !belongs {
            break;
        }
        end += 1;
    }
    end
}
