//! Divides the folded characters of a text written with spaces into words and single marks, and classifies them.

use super::folded::FoldedChar;

/// A word, or a single character that is not part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Whether it has a letter or a digit.
    pub(super) is_word: bool,
    /// Whether a term may begin with it.
    pub(super) begins: bool,
    /// Whether a term may end with it.
    pub(super) ends: bool,
    /// Whether comparing it needs no key: Latin letters, only the first may be a capital, and not a single capital.
    pub(super) is_ordinary: bool,
    /// Whether it may be a symbol, whose case matters.
    pub(super) may_be_symbol: bool,
    /// Whether it ends in an s after a capital, like the plural of a symbol: GPCRs.
    pub(super) is_plural_symbol: bool,
}

impl Token {
    /// The token of these characters; `next` is the character after it.
    pub(super) fn new(chars: &[FoldedChar], next: Option<&FoldedChar>) -> Self {
        let first = chars.first();
        let is_capital = |c: &FoldedChar| c.letter.is_uppercase();
        let begins_high = first.is_some_and(is_capital);
        let capitals = chars.iter().filter(|c| is_capital(c)).count();
        let is_word = chars.iter().any(|c| c.traits.is_wordlike());
        let is_latin = chars.iter().all(|c| c.is_unchanged && c.letter.is_ascii_alphabetic());
        let is_low = capitals == usize::from(begins_high) && (chars.len() > 1 || !begins_high);
        Self {
            is_word,
            begins: first.is_some_and(|first| first.begins && !(is_word && first.letter == '\'')),
            ends: next.is_none_or(|next| next.begins),
            is_ordinary: is_latin && is_low,
            may_be_symbol: !is_low || chars.iter().any(|c| c.letter.is_ascii_digit()),
            is_plural_symbol: matches!(chars, [.., capital, last] if last.letter == 's' && is_capital(capital)),
        }
    }
}

/// The end of the token that starts at `at`. A character that is not a letter is a token of its own.
///
/// An apostrophe between letters belongs to the word, except for the possessive 's, which is a token of its own. A plus after
/// the last letter belongs to the word too (Ca2+).
pub(super) fn token_end(chars: &[FoldedChar], at: usize) -> usize {
    let is_letter = |at: usize| chars.get(at).is_some_and(|c| c.traits.is_wordlike());
    let is_apostrophe = |at: usize| chars.get(at).is_some_and(|c| c.letter == '\'');
    let is_possessive = |at: usize| {
        let owns = chars.get(at + 1).is_some_and(|c| matches!(c.letter, 's' | 'S'));
        owns && is_apostrophe(at) && at > 0 && is_letter(at - 1) && !is_letter(at + 2)
    };
    if is_possessive(at) {
        return at + 2;
    }
    let mut end = at + 1;
    while is_letter(at) && end < chars.len() {
        let belongs = match chars[end].letter {
            '\'' => is_letter(end - 1) && is_letter(end + 1) && !is_possessive(end),
            '+' => is_letter(end - 1) && !is_letter(end + 1),
            _ => is_letter(end) && (!chars[end].begins || is_apostrophe(end - 1)),
        };
        if !belongs {
            break;
        }
        end += 1;
    }
    end
}
