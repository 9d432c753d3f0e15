//! A text in, the coarse form it is searched in out, with the way back to the text.
//!
//! ```text
//! Japanese   医 ⻭学のＬＤＬ-コレステロール   →  医|歯|学|の|l|d|l|コレステロル…   spaces and hyphens dropped, case folded,
//!                                                                         katakana run by run in its variant form
//! English    Cell-free Neural Networks   →  cell|free|neural|network       words between separators, each singular
//! ```
//!
//! The parts between the bars are units: a place begins and ends with one, so that nothing inside is ever cut.

use crate::model::{Lang, Span};
use crate::text::chars::{Class, class};
use crate::text::english;
use crate::text::kana::variant_fold;
use crate::text::normal::fold;

use super::border::is_wordlike;

/// A coarse text.
#[derive(Debug, Default)]
pub(super) struct Coarse {
    /// The text that is searched.
    pub(super) text: String,
    units: Vec<Unit>,
}

/// A part of the coarse text that is matched whole.
#[derive(Debug, Clone, Copy)]
struct Unit {
    place: Span,
    source: Span,
}

impl Coarse {
    /// The coarse form of `text` in `lang`.
    pub(super) fn new(text: &str, lang: &Lang) -> Self {
        if lang.is_japanese() { japanese(text) } else { spaced(text) }
    }

    /// The source of a place; `None` where it cuts a unit.
    pub(super) fn source(&self, place: Span) -> Option<Span> {
        let first = self.units.binary_search_by_key(&place.start, |unit| unit.place.start).ok()?;
        let last = self.units.binary_search_by_key(&place.end, |unit| unit.place.end).ok()?;
        Some(self.units.get(first)?.source.cover(self.units.get(last)?.source))
    }

    fn push(&mut self, part: &str, source: Span) {
        if !part.is_empty() {
            let start = self.text.len();
            self.text.push_str(part);
            self.units.push(Unit { place: Span::new(start, self.text.len()), source });
        }
    }
}

/// The coarse forms a term is searched by.
pub(super) fn patterns(term: &str, lang: &Lang) -> Vec<String> {
    let mut patterns = vec![Coarse::new(term, lang).text];
    // Marks a text may leave out: the middle dot between katakana, the hyphen of an English compound.
    let mark = if lang.is_japanese() { '・' } else { '-' };
    let folded = fold(term).text;
    if folded.contains(mark) {
        let joined: String = folded.chars().filter(|c| *c != mark).collect();
        patterns.push(Coarse::new(&joined, lang).text);
    }
    patterns
}

fn japanese(text: &str) -> Coarse {
    let folded = fold(text);
    let mut coarse = Coarse::default();
    let mut run = (String::new(), Span::default());
    for (at, c) in folded.text.char_indices() {
        let source = folded.source(Span::new(at, at + c.len_utf8()));
        if class(c) == Class::Katakana {
            run.1 = if run.0.is_empty() { source } else { run.1.cover(source) };
            run.0.push(c);
            continue;
        }
        coarse.push(&variant_fold(&run.0), run.1);
        run.0.clear();
        if !matches!(c, ' ' | '-') {
            coarse.push(&english::greek_names(&c.to_string()).to_lowercase(), source);
        }
    }
    coarse.push(&variant_fold(&run.0), run.1);
    coarse
}

fn spaced(text: &str) -> Coarse {
    let folded = fold(text);
    let chars: Vec<(usize, char)> = folded.text.char_indices().collect();
    let mut coarse = Coarse::default();
    let mut at = 0;
    while at < chars.len() {
        let word: String = chars[at..]
            .iter()
            .enumerate()
            .take_while(|(offset, _)| is_in_word(&chars, at + offset))
            .map(|(_, (_, c))| *c)
            .collect();
        if word.is_empty() {
            at += 1;
            continue;
        }
        if !coarse.text.is_empty() {
            coarse.text.push(' ');
        }
        let start = chars[at].0;
        coarse.push(&coarse_word(&word), folded.source(Span::new(start, start + word.len())));
        at += word.chars().count();
    }
    coarse
}

/// Whether the character at `at` belongs to a word: letters and digits, an apostrophe between them, a plus after them.
fn is_in_word(chars: &[(usize, char)], at: usize) -> bool {
    let letter = |index: Option<usize>| index.and_then(|index| chars.get(index)).is_some_and(|(_, c)| is_wordlike(*c));
    match chars.get(at).map(|(_, c)| *c) {
        Some('\'') => letter(at.checked_sub(1)) && letter(Some(at + 1)),
        Some('+') => letter(at.checked_sub(1)) && !letter(Some(at + 1)),
        Some(c) => is_wordlike(c),
        None => false,
    }
}

fn coarse_word(word: &str) -> String {
    if let Some(singular) = without_plural_of_symbol(word) {
        return singular.to_owned();
    }
    if english::is_symbol(word) {
        return english::greek_names(word);
    }
    english::singular(&english::american(&english::greek_names(&word.to_lowercase())))
}

/// The symbol whose plural `word` ends with: `GPCR` of `GPCRs`; `None` where the word ends with none.
pub(super) fn without_plural_of_symbol(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s')?;
    let mut last = singular.chars().rev();
    (last.next()?.is_uppercase() && last.next()?.is_alphabetic()).then_some(singular)
}
