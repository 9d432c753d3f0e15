//! Where a text may be cut between its tokens, without dividing what a reader sees as one character.
//!
//! As far as single code points tell, these stay whole: a letter with its combining marks or variation selector, half-width kana
//! with a sound mark, joined or coloured emoji, the two letters of a flag, CR LF. Tokens that come from one character stay
//! together too (㈱ is three in the comparison form).

use crate::model::Span;
use crate::text::chars::is_invisible;

/// The cut points of a text: before the first token and after each token.
#[derive(Debug, Clone)]
pub(super) struct CutPoints {
    starts: Vec<usize>,
    cuts: Vec<usize>,
}

impl CutPoints {
    /// The cuts of `text` after each of its tokens. Text between two tokens belongs to the second, text after the last token to
    /// the last.
    pub(super) fn new(text: &str, tokens: impl Iterator<Item = Span>) -> Self {
        let (mut starts, mut cuts) = (Vec::new(), vec![0]);
        let mut reached = 0;
        for token in tokens {
            reached = if token.end <= reached { reached } else { cut_from(text, token.end) };
            starts.push(token.start);
            cuts.push(reached);
        }
        if let Some(last) = cuts.last_mut().filter(|_| !starts.is_empty()) {
            *last = text.len();
        }
        Self { starts, cuts }
    }

    /// The cuts between `parts`, which fill a span without gaps.
    pub(super) fn between(parts: &[Span]) -> Self {
        let first = parts.first().map(|part| part.start);
        let cuts = first.into_iter().chain(parts.iter().map(|part| part.end)).collect();
        Self { starts: parts.iter().map(|part| part.start).collect(), cuts }
    }

    /// The number of tokens.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of the tokens from `start` up to, but not including, `end`, with the text before each of them.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let cut = |at: usize| self.cuts.get(at).copied().unwrap_or_default();
        Span::new(cut(start), cut(end))
    }

    /// The text between the cut before a token and the token itself; usually white space.
    pub(super) fn gap(&self, token: usize) -> Span {
        let cut = self.span(token, token).start;
        Span::new(cut, self.starts.get(token).copied().unwrap_or(cut))
    }

    /// Whether the text may be cut before a token.
    pub(super) fn is_clean(&self, token: usize) -> bool {
        self.starts.get(token).is_none_or(|start| self.span(token, token).start <= *start)
    }
}

/// The characters of a span as a reader sees them.
pub(super) fn clusters(text: &str, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = span.start;
    while let Some(c) = text.get(at..span.end).and_then(|rest| rest.chars().next()) {
        let end = cut_from(text, at + c.len_utf8()).min(span.end);
        parts.push(Span::new(at, end));
        at = end;
    }
    parts
}

/// The first position from `at` on where `text` may be cut.
fn cut_from(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if may_cut(text, at, c) {
            return at;
        }
        at += c.len_utf8();
    }
    text.len()
}

/// Whether `text` may be cut at `at`, before the character `next`.
fn may_cut(text: &str, at: usize, next: char) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let Some(previous) = before.chars().next_back() else { return true };
    let joins = unicode_normalization::char::is_combining_mark(next)
        || matches!(next, '\u{FF9E}' | '\u{FF9F}' | '\u{1160}'..='\u{11FF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
        || is_invisible(next);
    let flag = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    let half_flag = flag(next) && before.chars().rev().take_while(|c| flag(*c)).count() % 2 == 1;
    !(joins || half_flag || previous == '\u{200D}' || (previous == '\r' && next == '\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees_as_one_character_stays_whole() {
        for (text, want) in [
            ("𠮷野", vec!["𠮷", "野"]),
            ("か\u{3099}ﾊﾞ", vec!["か\u{3099}", "ﾊﾞ"]),
            ("葛\u{E0100}城", vec!["葛\u{E0100}", "城"]),
            ("👨\u{200D}👩\u{200D}👧👍🏽", vec!["👨\u{200D}👩\u{200D}👧", "👍🏽"]),
            ("🇯🇵🇬🇧", vec!["🇯🇵", "🇬🇧"]),
            ("a\r\nb", vec!["a", "\r\n", "b"]),
        ] {
            let parts: Vec<&str> = clusters(text, Span::new(0, text.len())).iter().map(|part| part.of(text)).collect();
            assert_eq!(parts, want);
        }
    }
}
