//! The normal form N1 of a text, with a map from every byte back to the source.
//!
//! N1 applies, in this order: radicals to ideographs (before NFKC, which knows few of them), NFKC (Unicode Annex 15), one
//! form for all dashes, quotes and tildes, one space for every run of white space, and removal of invisible characters.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::chars::is_invisible;
use super::radicals::ideograph;
use crate::model::Span;

/// A folded text with offsets into the text it was made from.
///
/// ```text
/// source  ⻭ ｶ ﾞ ①
/// text    歯 ガ   1     each byte of `text` knows the source bytes it came from
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoldedText {
    /// The folded text.
    pub text: String,
    /// For each character of `text`: its offset there, and the source bytes it came from.
    origins: Vec<Origin>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Origin {
    at: usize,
    source: Span,
}

impl FoldedText {
    /// The source bytes that a span of the folded text came from.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        let first = self.origins.partition_point(|origin| origin.at < span.start + 1).saturating_sub(1);
        let last = self.origins.partition_point(|origin| origin.at < span.end).saturating_sub(1);
        match (self.origins.get(first), self.origins.get(last)) {
            (Some(a), Some(_)) if span.is_empty() => Span::new(a.source.start, a.source.start),
            (Some(a), Some(b)) => Span::new(a.source.start, b.source.end),
            _ => Span::default(),
        }
    }

    fn push(&mut self, c: char, source: Span) {
        self.origins.push(Origin { at: self.text.len(), source });
        self.text.push(c);
    }
}

/// The normal form N1 of `text`, with offsets.
#[must_use]
pub fn fold(text: &str) -> FoldedText {
    let mut out = FoldedText { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len() / 2) };
    let mut chunk: Vec<char> = Vec::new();
    let mut chunk_span = Span::default();
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        if chunk.is_empty() || !joins_previous(c) {
            flush(&mut out, &chunk, chunk_span);
            chunk.clear();
            chunk_span = span;
        }
        chunk_span = chunk_span.cover(span);
        chunk.push(ideograph(c));
    }
    flush(&mut out, &chunk, chunk_span);
    while out.text.ends_with(' ') {
        out.text.pop();
        out.origins.pop();
    }
    out
}

/// The normal form N1 of `text` in which powers and fractions after a digit are still apart from it: `10^6` for 10⁶, `2 1⁄2`
/// for 2½, where N1 itself has 106 and 21⁄2. `None` if the text has neither.
#[must_use]
pub fn fold_powers(text: &str) -> Option<FoldedText> {
    let raised = |c: char| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' | '⁺');
    let fraction = |c: char| matches!(c, '¼'..='¾' | '⅐'..='⅞');
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut out = FoldedText::default();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        if before.is_some_and(is_digit) && (raised(c) || fraction(c)) {
            append(&mut out, &fold(text.get(start..at)?), start);
            out.push(if raised(c) { '^' } else { ' ' }, Span::new(at, at));
            start = at;
        }
        before = Some(c);
    }
    if start == 0 {
        return None;
    }
    append(&mut out, &fold(text.get(start..)?), start);
    Some(out)
}

/// Adds a folded text that began at `start` of the whole one.
fn append(out: &mut FoldedText, part: &FoldedText, start: usize) {
    let at = out.text.len();
    let moved = |origin: &Origin| Origin {
        at: origin.at + at,
        source: Span::new(origin.source.start + start, origin.source.end + start),
    };
    out.origins.extend(part.origins.iter().map(moved));
    out.text.push_str(&part.text);
}

/// The normal form N1 of `text`, without offsets.
#[must_use]
pub fn normal(text: &str) -> String {
    fold(text).text
}

/// Whether `c` composes with the character before it, so that NFKC must see both together.
#[must_use]
pub fn joins_previous(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{FF9E}' | '\u{FF9F}' | '\u{1160}'..='\u{11FF}')
}

/// Whether `c` is its own normal form unless the next character composes with it. White space is not, because a run of
/// it becomes one space.
#[must_use]
pub fn is_plain(c: char) -> bool {
    is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes
        && !joins_previous(c)
        && unify(ideograph(c)) == c
        && !(c.is_whitespace() || c.is_control() || is_invisible(c))
}

fn flush(out: &mut FoldedText, chunk: &[char], span: Span) {
    for c in chunk.iter().copied().nfkc() {
        let c = unify(ideograph(c));
        if c.is_whitespace() {
            if !out.text.is_empty() && !out.text.ends_with(' ') {
                out.push(' ', span);
            }
        } else if !is_invisible(c) && !c.is_control() {
            out.push(c, span);
        }
    }
}

/// One form for all dashes, one for all tildes, one for each kind of quote.
fn unify(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => '-',
        '〜' | '∼' => '~',
        '‘' | '’' | '‛' | '′' => '\'',
        '“' | '”' | '‟' | '″' => '"',
        '•' | '·' => '・',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn powers_and_fractions_stay_apart_from_the_digits_before() {
        for (given, want) in [
            ("1.5×10⁶個", Some("1.5×10^6個")),
            ("１０⁻⁹ m", Some("10^-9 m")),
            ("2½時間", Some("2 1⁄2時間")),
            ("𠮷の10² と10³", Some("𠮷の10^2 と10^3")),
            ("5 m²", None),
            ("½", None),
            ("", None),
        ] {
            let folded = fold_powers(given);
            assert_eq!(folded.as_ref().map(|folded| folded.text.as_str()), want, "{given}");
            if let Some(folded) = folded {
                let two = folded.text.len() - 1;
                let span = folded.source(Span::new(0, two));
                assert!(given.get(span.start..span.end).is_some(), "{given}");
            }
        }
    }

    #[test]
    fn characters_fold_to_their_comparison_form() {
        for (given, want) in [
            ("⻭学部の⻑期⻩疸", "歯学部の長期黄疸"),
            ("ｶﾞｰﾈｯﾄ型", "ガーネット型"),
            ("か\u{3099}", "が"),
            ("ﾞ", "\u{3099}"),
            ("ＣＹＰ７Ａ１", "CYP7A1"),
            ("①②", "12"),
            ("Brain−Liver", "Brain-Liver"),
            ("“絆”", "\"絆\""),
            ("a\u{3000}\u{2002} b ", "a b"),
            ("葛\u{E0100}城", "葛城"),
            ("𠮷野", "𠮷野"),
            ("identiﬁed", "identified"),
            ("〜10～", "~10~"),
        ] {
            assert_eq!(normal(given), want, "{given}");
        }
    }

    #[test]
    fn every_part_of_the_folded_text_leads_back() {
        let source = "⻭ｶﾞ①㈱";
        let folded = fold(source);
        assert_eq!(folded.text, "歯ガ1(株)");
        for (part, want) in [("歯", "⻭"), ("ガ", "ｶﾞ"), ("1", "①"), ("株", "㈱"), ("ガ1", "ｶﾞ①")] {
            let at = folded.text.find(part).unwrap();
            assert_eq!(folded.source(Span::new(at, at + part.len())).of(source), want);
        }
    }

    #[test]
    fn plain_characters_are_their_own_comparison_form() {
        for c in ('\u{0}'..='\u{FFFF}').chain(['𠮷', '\u{2F81A}', '\u{E0100}']) {
            let alone = normal(&c.to_string()) == c.to_string() && !joins_previous(c);
            assert!(alone || !is_plain(c), "{c:?}");
            // What is written most is known to be plain, so that nothing need be folded.
            assert!(!matches!(c, 'a'..='z' | '0'..='9' | 'あ'..='ん' | '一'..='龠') || is_plain(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_stable_and_spans_stay_on_character_borders(text in "\\PC{0,40}") {
            let once = fold(&text);
            let mut at = 0;
            for c in once.text.chars() {
                let span = once.source(Span::new(at, at + c.len_utf8()));
                prop_assert!(text.get(span.start..span.end).is_some());
                at += c.len_utf8();
            }
            let kanji: String = text.chars().filter(|c| ('一'..='龠').contains(c)).collect();
            prop_assert_eq!(normal(&kanji), kanji);
        }
    }
}
