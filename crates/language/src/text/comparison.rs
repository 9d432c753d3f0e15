//! The comparison form N2 of a segment: the characters and tokens that the fuzzy score compares.
//!
//! ```text
//! N0  as written            第２世代の ﾏｳｽ 12匹        Set  the “Timeout” to 30 s.
//! N1  normal form           第2世代のマウス12匹         set the "timeout" to 30 s.      (lower case except Japanese)
//! N2  placeables are slots  第□世代のマウス□匹          set the "timeout" to □ s.
//! tokens                    第|□|世代|の|マウス|□|匹    set|the|"|timeout|"|to|□|s|.
//! ```

use super::chars::is_japanese;
use super::normal::{FoldedText, fold};
use super::placeable::{Placeable, PlaceableKind, placeables};
use super::tokeniser::Tokeniser;
use crate::model::{Lang, Span};

/// Stands for a placeable: a code point that Unicode reserves for internal use, so that no text contains it.
pub const SLOT: char = '\u{FDD0}';

/// Version of the rules in this file; part of every index made with them.
pub const VERSION: u32 = 4;

/// A segment in its comparison form.
#[derive(Debug, Clone, Default)]
pub struct ComparisonForm {
    /// The normal form with its case kept and with offsets into the text.
    pub folded: FoldedText,
    /// The normal form N1, in lower case except for Japanese.
    pub normal: String,
    /// The characters of N2.
    pub chars: Vec<char>,
    /// The tokens of N2, in order, without white space.
    pub tokens: Vec<Token>,
    /// The placeables replaced by slots; spans in the text as written.
    pub placeables: Vec<Placeable>,
    /// Inline codes of file formats that stand in the text, such as `<x id="1"/>`. They are left out of what is compared.
    pub codes: Vec<String>,
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text as written.
    pub source: Span,
    /// Its form in N2.
    pub text: String,
}

impl ComparisonForm {
    /// The comparison form of `text` in `lang`. Japanese is split into words by `words`; other languages into runs of
    /// letters, combining marks and digits, and into single other characters.
    #[must_use]
    pub fn new(text: &str, lang: &Lang, words: &Tokeniser) -> Self {
        let folded = fold(text);
        let found = placeables(&folded.text, lang);
        let mut made = Self { chars: Vec::with_capacity(folded.text.len()), ..Self::default() };
        let japanese = lang.is_japanese();
        let mut at = 0;
        for placeable in found {
            made.piece(&folded, Span::new(at, placeable.span.start), japanese, words);
            let source = folded.source(placeable.span);
            if placeable.kind == PlaceableKind::Tag && is_inline_code(&placeable.value) {
                made.codes.push(placeable.value);
                at = placeable.span.end;
                continue;
            }
            made.chars.push(SLOT);
            made.tokens.push(Token { source, text: SLOT.to_string() });
            at = placeable.span.end;
            made.placeables.push(Placeable { span: source, ..placeable });
        }
        made.piece(&folded, Span::new(at, folded.text.len()), japanese, words);
        made.normal =
            if japanese { tight(&folded.text, Span::new(0, folded.text.len())).0 } else { folded.text.to_lowercase() };
        made.folded = folded;
        made
    }

    /// Adds a stretch of N1 without placeables.
    fn piece(&mut self, folded: &FoldedText, place: Span, japanese: bool, words: &Tokeniser) {
        let piece = place.of(&folded.text);
        if piece.is_empty() {
            return;
        }
        let source = |span: Span| folded.source(Span::new(place.start + span.start, place.start + span.end));
        if japanese {
            let (text, dropped) = tight(&folded.text, place);
            self.chars.extend(text.chars());
            for span in words.surfaces(&text) {
                // The number of spaces dropped before the first and before the last character of the word.
                let (before, within) =
                    (dropped.partition_point(|at| *at <= span.start), dropped.partition_point(|at| *at < span.end));
                let source = source(Span::new(span.start + before, span.end + within));
                self.tokens.push(Token { source, text: span.of(&text).to_owned() });
            }
        } else {
            self.chars.extend(piece.chars().flat_map(char::to_lowercase));
            for span in runs(piece) {
                self.tokens.push(Token { source: source(span), text: span.of(piece).to_lowercase() });
            }
        }
    }
}

/// Whether a tag is an inline code of XLIFF or TMX: one of their elements with an identifier, or the end of one.
fn is_inline_code(tag: &str) -> bool {
    const ELEMENTS: [&str; 13] = ["bpt", "bx", "ec", "ept", "ex", "g", "it", "mrk", "pc", "ph", "sc", "ut", "x"];
    let inside = tag.trim_start_matches('<').trim_start_matches('/');
    let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let has_identifier = [" id=", " i=", " x="].iter().any(|attribute| tag.contains(attribute));
    ELEMENTS.contains(&name) && (tag.starts_with("</") || has_identifier)
}

/// Part of a text without the spaces beside Japanese that PDFs and line breaks leave behind, and the offsets in the
/// result at which they were dropped.
fn tight(text: &str, place: Span) -> (String, Vec<usize>) {
    let piece = place.of(text);
    let mut kept = String::with_capacity(piece.len());
    let mut dropped = Vec::new();
    for (at, c) in piece.char_indices() {
        if c == ' ' {
            let here = place.start + at;
            let before = text.get(..here).and_then(|text| text.chars().next_back());
            let after = text.get(here + 1..).and_then(|text| text.chars().next());
            if before.is_some_and(is_japanese) || after.is_some_and(is_japanese) {
                dropped.push(kept.len());
                continue;
            }
        }
        kept.push(c);
    }
    (kept, dropped)
}

/// Runs of word characters, and every other visible character by itself.
fn runs(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(text.len() / 4);
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let in_word = c.is_alphanumeric() || c == '_' || (open && is_mark(c));
        match spans.last_mut() {
            Some(last) if open && in_word => last.end = end,
            _ if c.is_whitespace() => {}
            _ => spans.push(Span::new(at, end)),
        }
        open = in_word;
    }
    spans
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_become_characters_and_tokens_with_slots() {
        for (lang, text, chars, tokens) in [
            (Lang::EN, "Set  the “Timeout” to 30 s.", "set the \"timeout\" to □ s.", "set|the|\"|timeout|\"|to|□|s|."),
            (Lang::EN, "don't", "don't", "don|'|t"),
            (Lang::JA, "ﾏｳｽ、𠮷野", "マウス、𠮷野", "マウス|、|𠮷野"),
            (
                Lang::JA,
                "マウスに おける Brain Science 誌",
                "マウスにおけるBrain Science誌",
                "マウス|における|Brain|Science|誌",
            ),
            (Lang::JA, " \u{200b} ", "", ""),
            (Lang::JA, "今は<ph id=\"y\"/>年<b>", "今は年□", "今|は|年|□"),
            (Lang::EN, "<g id=\"1\">A</g> is", "a is", "a|is"),
        ] {
            let made = ComparisonForm::new(text, &lang, &Tokeniser::by_script());
            let shown: String = made.chars.iter().map(|c| if *c == SLOT { '□' } else { *c }).collect();
            assert_eq!(shown, chars, "{text}");
            let shown: Vec<String> = made.tokens.iter().map(|token| token.text.replace(SLOT, "□")).collect();
            assert_eq!(shown.join("|"), tokens, "{text}");
        }
    }

    #[test]
    fn tokens_lead_back_to_the_text_as_written() {
        let text = "ｶﾞﾝ　細胞";
        let made = ComparisonForm::new(text, &Lang::JA, &Tokeniser::by_script());
        let back: Vec<&str> = made.tokens.iter().map(|token| token.source.of(text)).collect();
        assert_eq!(back, ["ｶﾞﾝ", "細胞"]);
        let text = "この 細 胞は Brain Science 誌";
        let made = ComparisonForm::new(text, &Lang::JA, &Tokeniser::by_script());
        let back: Vec<&str> = made.tokens.iter().map(|token| token.source.of(text)).collect();
        assert_eq!(back, ["この", "細 胞", "は", "Brain", "Science", "誌"]);
    }
}
