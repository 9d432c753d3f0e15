//! Joins printed lines into running text, with a map back to the source.
//!
//! Japanese joins without a space, Latin words with one; a word hyphenated at the end of a line loses its hyphen. Lines
//! set with a space after every character (justified or letter-spaced) lose those spaces.
//!
//! What leaves here is in ordinary characters ([`ordinary`]): no radicals, variation selectors, half-width
//! kana or vertical forms, and marks composed with their letter. The source keeps what was written.

use super::joint::{Joint, joint};
use crate::model::Span;
use crate::text::chars::{Class, class, is_invisible, is_japanese, is_japanese_letter};
use crate::text::ordinary::{composed, ordinary};

/// Running text joined from lines, with offsets into the text they came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    /// The joined text.
    pub text: String,
    /// The runs `text` consists of, in order.
    runs: Vec<Run>,
}

/// A run of the joined text, copied in one piece or made of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Its offset in the joined text.
    at: usize,
    /// Its offset in the source.
    source: usize,
    /// The length in the source of a run that is one changed character; `None` if the run is copied.
    changed: Option<usize>,
}

impl Flow {
    /// Joins the lines of `source` at `spans`.
    #[must_use]
    pub fn join(source: &str, spans: &[Span]) -> Self {
        let mut flow = Self::default();
        for span in spans {
            flow.add_line(source, *span);
        }
        flow
    }

    /// Adds one line, with or without a space as the scripts on both sides require.
    pub fn add_line(&mut self, source: &str, span: Span) {
        let line = span.of(source);
        let lead = line.len() - line.trim_start().len();
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        self.bridge(line);
        let chars: Vec<(usize, char)> = line.char_indices().filter(|(_, c)| !is_invisible(*c)).collect();
        let spread = spread_spaces(&chars);
        for (index, &(at, c)) in chars.iter().enumerate() {
            let space = class(c) == Class::Space;
            let doubled = chars.get(index + 1).is_some_and(|next| space && class(next.1) == Class::Space);
            if doubled || spread[index] {
                continue;
            }
            let source = Span::new(span.start + lead + at, span.start + lead + at + c.len_utf8());
            if space {
                self.push(' ', source);
            } else if !self.compose(c, source) {
                self.push(ordinary(c), source);
            }
        }
    }

    /// Starts a new paragraph.
    pub fn break_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            let at = self.source(Span::new(0, self.text.len())).end;
            self.push('\n', Span::new(at, at + 1));
        }
    }

    /// The source bytes that a span of the joined text came from, without the spaces at its end: those stand for any space or
    /// invisible character of the source, or for the end of a line.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        if self.text.is_empty() || span.start >= self.text.len() {
            return Span::default();
        }
        let start = self.source_of(span.start).start;
        if span.is_empty() {
            return Span::new(start, start);
        }
        let last = span.of(&self.text).char_indices().rev().find(|(_, c)| !matches!(c, ' ' | '\n'));
        last.map_or(Span::new(start, start), |(at, _)| Span::new(start, self.source_of(span.start + at).end))
    }

    /// The source bytes that the character at `at` of the joined text came from.
    fn source_of(&self, at: usize) -> Span {
        let index = self.runs.partition_point(|run| run.at <= at).saturating_sub(1);
        let Some(run) = self.runs.get(index) else { return Span::default() };
        if let Some(length) = run.changed {
            return Span::new(run.source, run.source + length);
        }
        let start = run.source + (at - run.at);
        let length = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, start + length)
    }

    /// Adds `c`, which stands for these source bytes.
    fn push(&mut self, c: char, source: Span) {
        let at = self.text.len();
        let copied = source.len() == c.len_utf8();
        let continues = copied
            && self.runs.last().is_some_and(|run| run.changed.is_none() && run.source + (at - run.at) == source.start);
        if !continues {
            self.runs.push(Run { at, source: source.start, changed: (!copied).then_some(source.len()) });
        }
        self.text.push(c);
    }

    /// Composes `mark` with the last character of the text, if the two have one form.
    fn compose(&mut self, mark: char, source: Span) -> bool {
        let Some(last) = self.text.chars().next_back() else { return false };
        let Some(whole) = composed(last, mark) else { return false };
        let at = self.text.len() - last.len_utf8();
        let base = self.source_of(at);
        self.cut(at);
        self.push(whole, base.cover(source));
        true
    }

    /// Removes the text from `at` on.
    fn cut(&mut self, at: usize) {
        self.text.truncate(at);
        while self.runs.last().is_some_and(|run| run.at >= at && run.at > 0) {
            self.runs.pop();
        }
        if at == 0 {
            self.runs.clear();
        }
    }

    /// Adds a space before the next line if the scripts require one, or removes the hyphen of a word split in two.
    fn bridge(&mut self, next: &str) {
        let Some(last) = self.text.chars().next_back() else { return };
        let start = self.text.len() - last.len_utf8();
        match joint(&self.text, next) {
            Joint::Nothing => {}
            Joint::WithoutHyphen => self.cut(start),
            Joint::Space => {
                let at = self.source_of(start).end;
                self.push(' ', Span::new(at, at + 1));
            }
        }
    }
}

/// Which characters of a line are spaces that only spread letters: those in a stretch of at least three Japanese
/// characters with a space after each, and those between such a stretch and its neighbours.
fn spread_spaces(chars: &[(usize, char)]) -> Vec<bool> {
    let mut spread = vec![false; chars.len()];
    let space = |at: usize| chars.get(at).is_some_and(|c| class(c.1) == Class::Space);
    let japanese = |at: usize| chars.get(at).is_some_and(|c| is_japanese(c.1));
    let letter = |at: usize| chars.get(at).is_some_and(|c| is_japanese_letter(c.1));
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let mut letters = 0;
        while japanese(at) && space(at + 1) && !space(at + 2) && at + 2 < chars.len() {
            letters += usize::from(letter(at));
            at += 2;
        }
        if letters >= 3 {
            // The space before the stretch belongs to it too.
            for index in (start.saturating_sub(1)..at).filter(|&index| space(index)) {
                spread[index] = true;
            }
        }
        at = at.max(start + 1);
    }
    // （ quantization ）: in a line that is spread as a whole, all spaces that touch Japanese.
    let tight = chars.windows(2).filter(|pair| is_japanese_letter(pair[0].1) && is_japanese_letter(pair[1].1)).count();
    let apart = (1..chars.len()).filter(|&at| japanese(at - 1) && space(at) && japanese(at + 1)).count();
    if apart >= 2 && apart > tight {
        for (index, is) in spread.iter_mut().enumerate() {
            let beside = index > 0 && japanese(index - 1) || japanese(index + 1);
            *is |= space(index) && beside;
        }
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        let mut spans = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            spans.push(Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        Flow::join(text, &spans).text
    }

    #[test]
    fn lines_join_as_their_scripts_ask() {
        for (given, want) in [
            ("脂質代\n謝異常", "脂質代謝異常"),
            ("selective serotonin\nreuptake inhibitor", "selective serotonin reuptake inhibitor"),
            ("detec-\ntion limit", "detection limit"),
            ("IDL-\nコレステロール", "IDL-コレステロール"),
            ("interferon-γ pre-\nconditioned", "interferon-γ pre-conditioned"),
            ("LPL\n活性", "LPL活性"),
            ("社会的\n\n認知", "社会的認知"),
            ("子 化 （ quantization ） 注 5 ） と 組 み", "子化（quantization）注5）と組み"),
            ("a  b\u{3000}c", "a b c"),
            ("2.8 億\n人", "2.8 億人"),
            ("(1)\nlong", "(1) long"),
        ] {
            assert_eq!(joined(given), want, "{given}");
        }
    }

    #[test]
    fn joined_text_has_ordinary_characters_and_leads_back_to_those_written() {
        for (given, want, part, source) in [
            ("⽔⾯の⻑さ", "水面の長さ", "面", "⾯"),
            ("⺇の形", "𠘨の形", "𠘨の", "⺇の"),
            ("葛\u{E0100}城市", "葛城市", "葛城", "葛\u{E0100}城"),
            ("神\u{FE00}社", "神社", "社", "社"),
            ("か\u{3099}ん", "がん", "が", "か\u{3099}"),
            ("ハ\u{309A}ン", "パン", "パン", "ハ\u{309A}ン"),
            ("か\u{309A}", "か\u{309A}", "か", "か"),
            ("ｶﾞｰﾈｯﾄ｡", "ガーネット。", "ガー", "ｶﾞｰ"),
            ("e\u{301}tude", "étude", "é", "e\u{301}"),
            ("︻論文︼甲︑乙︒", "【論文】甲、乙。", "乙。", "乙︒"),
            ("﨑と神", "﨑と神", "神", "神"),
            ("a\u{200e}b", "ab", "ab", "a\u{200e}b"),
        ] {
            let flow = Flow::join(given, &[Span::new(0, given.len())]);
            assert_eq!(flow.text, want);
            let at = flow.text.find(part).unwrap();
            assert_eq!(flow.source(Span::new(at, at + part.len())).of(given), source, "{given}");
        }
    }

    #[test]
    fn joined_text_leads_back_to_the_lines() {
        let text = "  老化が𠮷\n 誘導\nされる";
        let spans = [Span::new(0, 15), Span::new(16, 23), Span::new(24, text.len())];
        let flow = Flow::join(text, &spans);
        assert_eq!(flow.text, "老化が𠮷誘導される");
        let at = flow.text.find("𠮷誘").unwrap();
        let span = flow.source(Span::new(at, at + "𠮷誘".len()));
        assert_eq!(span.of(text), "𠮷\n 誘");
        for (text, want) in
            [("heat/\u{200b}という", "heat/"), ("heat\u{3000}という", "heat"), ("heat \u{200b} という", "heat")]
        {
            let flow = Flow::join(text, &[Span::new(0, text.len())]);
            let end = flow.text.find('と').unwrap();
            assert_eq!(flow.source(Span::new(0, end)).of(text), want, "{text:?}");
        }
    }
}
