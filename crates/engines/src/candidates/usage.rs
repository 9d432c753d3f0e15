//! How a candidate is used where it stands.

use super::Context;
use crate::model::{Sign, Span};

/// Ways in which a candidate is used, seen at least once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Usage {
    title: bool,
    caption: bool,
    quoted: bool,
    named: bool,
}

impl Usage {
    /// Looks at one place of the candidate.
    pub(super) fn add(&mut self, context: &Context, place: Span) {
        let (before, after) = (&context.text[..place.start], &context.text[place.end..]);
        self.title |= context.is_title;
        self.caption |= is_caption(&context.text);
        self.quoted |= before.ends_with(['「', '『', '“', '"']) && after.starts_with(['」', '』', '”', '"']);
        let after = after.trim_start_matches(['」', '』', '”', '"']);
        self.named |=
            ["と呼", "といい", "という", "とは", "と名付け", "と命名"].iter().any(|word| after.starts_with(word));
    }

    /// The signs of all places, with the weight of each.
    pub(super) fn signs(self, is_glossed: bool) -> Vec<Sign> {
        let ways = [
            ("title", self.title, 1.0),
            ("glossed", is_glossed, 1.0),
            ("caption", self.caption, 0.3),
            ("quoted", self.quoted, 0.4),
            ("named", self.named, 0.4),
        ];
        ways.into_iter().filter(|(_, seen, _)| *seen).map(|(name, _, weight)| Sign::new(name, weight)).collect()
    }
}

/// Whether a passage is the caption of a figure or table: 図1, 表 2, Fig. 3.
#[must_use]
pub fn is_caption(text: &str) -> bool {
    ["図", "表", "写真", "Fig", "Table"].iter().any(|label| {
        let rest = text.trim_start().strip_prefix(label).map(|rest| rest.trim_start_matches(['.', ' ', '\u{3000}']));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_captions_quotations_and_names_are_seen() {
        let signs = |text: &str, term: &str, is_title| {
            let context = Context { text: text.to_owned(), span: Span::new(0, text.len()), is_title };
            let at = text.find(term).unwrap_or_default();
            let mut usage = Usage::default();
            usage.add(&context, Span::new(at, at + term.len()));
            usage.signs(false).into_iter().map(|sign| sign.name).collect::<Vec<_>>()
        };
        assert_eq!(signs("光の渦を見る", "光の渦", true), ["title"]);
        assert_eq!(signs("図２ 光渦の形", "光渦", false), ["caption"]);
        assert_eq!(signs("これを「光渦」と呼ぶ。", "光渦", false), ["quoted", "named"]);
        assert!(signs("光渦を見る。", "光渦", false).is_empty());
    }
}
