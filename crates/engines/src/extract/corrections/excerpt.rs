//! Quotes a passage of a text, and finds it again, also where the text was read differently.

use crate::model::{Excerpt, Span};
use crate::text::chars::{Class, class};
use crate::text::ordinary::ordinary;

/// How many characters before and after a passage are quoted with it.
const CONTEXT: usize = 24;

/// Quotes a passage of a text.
#[must_use]
pub fn excerpt(text: &str, span: Span) -> Excerpt {
    let before: Vec<char> = text[..span.start].chars().rev().take(CONTEXT).collect();
    let start = text[..span.start].chars().count();
    Excerpt {
        span_chars: Span::new(start, start + span.of(text).chars().count()),
        quote: span.of(text).to_owned(),
        before: before.into_iter().rev().collect(),
        after: text[span.end..].chars().take(CONTEXT).collect(),
    }
}

/// A text without what readings of one document differ in: spaces, ends of lines and variants of characters.
#[derive(Debug, Clone)]
pub struct BareText {
    text: String,
    /// For each byte of `text` where a character begins, that character's bytes in the source.
    sources: Vec<(usize, Span)>,
}

impl BareText {
    /// The bare form of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut bare = Self { text: String::with_capacity(text.len()), sources: Vec::new() };
        for (at, c) in text.char_indices().filter(|(_, c)| class(*c) != Class::Space && !c.is_control()) {
            bare.sources.push((bare.text.len(), Span::new(at, at + c.len_utf8())));
            bare.text.push(ordinary(c));
        }
        bare
    }

    /// Where a quoted passage is in `source`, the text this is the bare form of: at its old position if the text around it is the
    /// same, else where it is found once, by what surrounds it or by itself.
    pub(super) fn find(&self, source: &str, wanted: &Excerpt) -> Option<Span> {
        let Excerpt { span_chars, quote, before, after } = wanted;
        if let Some(span) = bytes(source, *span_chars)
            && span.of(source) == quote
            && source[..span.start].ends_with(before.as_str())
            && source[span.end..].starts_with(after.as_str())
        {
            return Some(span);
        }
        let [quote, before, after] = [quote, before, after].map(|text| Self::of(text).text);
        if quote.is_empty() {
            return None;
        }
        let surroundings = [(before.as_str(), after.as_str()), (&before, ""), ("", &after), ("", "")];
        surroundings.into_iter().find_map(|(before, after)| {
            let at = self.only(&format!("{before}{quote}{after}"))? + before.len();
            Some(self.source(Span::new(at, at + quote.len())))
        })
    }

    /// The first passage of the source at or after the byte `from` that says the same as `quote`.
    #[must_use]
    pub fn find_after(&self, quote: &str, from: usize) -> Option<Span> {
        let quote = Self::of(quote).text;
        let first = self.sources.partition_point(|(_, source)| source.start < from);
        let (start, _) = self.sources.get(first).filter(|_| !quote.is_empty())?;
        let at = start + self.text[*start..].find(&quote)?;
        Some(self.source(Span::new(at, at + quote.len())))
    }

    /// Where `wanted` begins, if it is there exactly once.
    fn only(&self, wanted: &str) -> Option<usize> {
        let at = self.text.find(wanted)?;
        let next = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        self.text[next..].find(wanted).is_none().then_some(at)
    }

    fn source(&self, span: Span) -> Span {
        let character = |at: usize| {
            let index = self.sources.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            self.sources.get(index).map_or(Span::default(), |(_, source)| *source)
        };
        Span::new(character(span.start).start, character(span.end.saturating_sub(1)).end)
    }
}

/// A span in characters as one in bytes; `None` where the text is shorter.
fn bytes(text: &str, chars: Span) -> Option<Span> {
    let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = starts.nth(chars.start)?;
    let end = if chars.is_empty() { start } else { starts.nth(chars.len() - 1)? };
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str, part: &str, nth: usize) -> Excerpt {
        let at = text.match_indices(part).nth(nth).unwrap().0;
        excerpt(text, Span::new(at, at + part.len()))
    }

    #[test]
    fn a_passage_is_found_again_where_the_text_says_it_for_certain() {
        let text = "𠮷野の前浜を調べた。\n注1 前浜（foreshore）\n潮間帯の ⻭状の地形。\n";
        for (what, part, nth, later, want) in [
            ("unchanged", "前浜", 1, text.to_owned(), Some("前浜")),
            ("after more text", "前浜", 1, format!("速報\n\n{text}"), Some("前浜")),
            ("lines cut elsewhere", "潮間帯の ⻭状", 0, text.replace("の ⻭", "\n の\n歯"), Some("潮間帯\n の\n歯状")),
            ("a space more", "前浜（foreshore）", 0, text.replace("浜（", "浜 （"), Some("前浜 （foreshore）")),
            ("other surroundings, once", "潮間帯", 0, "潮間帯は広い。".to_owned(), Some("潮間帯")),
            ("other surroundings, twice", "前浜", 1, "前浜と前浜。".to_owned(), None),
            ("gone", "潮間帯", 0, text.replace("潮間帯", "汀線"), None),
            ("overlapping itself", "ああ", 0, "あああ".to_owned(), None),
        ] {
            let text = if part == "ああ" { "ーああー" } else { text };
            let wanted = quoted(text, part, nth);
            let found = BareText::of(&later).find(&later, &wanted);
            assert_eq!(found.map(|span| span.of(&later)), want, "{what}");
            if what == "unchanged" || what == "after more text" {
                assert!(later[found.unwrap().end..].starts_with("（foreshore"), "{what}: the second one");
            }
        }
    }

    #[test]
    fn positions_are_in_characters() {
        let text = "𠮷ｶﾞ\r\n辻\u{E0100}";
        let wanted = quoted(text, "辻\u{E0100}", 0);
        assert_eq!((wanted.span_chars, wanted.before.as_str()), (Span::new(5, 7), "𠮷ｶﾞ\r\n"));
        assert_eq!(bytes(text, Span::new(5, 7)).map(|span| span.of(text)), Some("辻\u{E0100}"));
        assert_eq!(bytes(text, Span::new(5, 8)), None);
    }
}
