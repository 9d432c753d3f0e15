//! Joins printed lines into running text, with a map back to the source.
//!
//! Japanese joins without a space, Latin words with one; a word hyphenated at the end of a line loses its hyphen. Lines
//! set with a space after every character (justified or letter-spaced) lose those spaces.

use crate::model::Span;
use crate::text::chars::{Class, class, is_japanese, is_japanese_letter};

/// Running text joined from lines, with offsets into the text they came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    /// The joined text.
    pub text: String,
    /// Runs copied in one piece: the offset of each in `text` and in the source.
    runs: Vec<(usize, usize)>,
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
        let chars: Vec<(usize, char)> = line.char_indices().collect();
        let spread = spread_spaces(&chars);
        for (index, &(at, c)) in chars.iter().enumerate() {
            let space = class(c) == Class::Space;
            let doubled = chars.get(index + 1).is_some_and(|next| space && class(next.1) == Class::Space);
            if !doubled && !spread[index] {
                self.push(if space { ' ' } else { c }, span.start + lead + at);
            }
        }
    }

    /// Starts a new paragraph.
    pub fn break_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            let at = self.source(Span::new(0, self.text.len())).end;
            self.push('\n', at);
        }
    }

    /// The source bytes that a span of the joined text came from, without the spaces at its end: those stand for any space or
    /// invisible character of the source, or for the end of a line.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        if self.text.is_empty() || span.start >= self.text.len() {
            return Span::default();
        }
        let start = self.source_of(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let last = span.of(&self.text).char_indices().rev().find(|(_, c)| !matches!(c, ' ' | '\n'));
        let Some((at, c)) = last else { return Span::new(start, start) };
        let end = self.source_of(span.start + at) + c.len_utf8();
        Span::new(start, end)
    }

    fn source_of(&self, at: usize) -> usize {
        let index = self.runs.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        self.runs.get(index).map_or(0, |&(here, there)| there + (at - here))
    }

    fn push(&mut self, c: char, source: usize) {
        let here = self.text.len();
        let follows = self.runs.last().is_some_and(|&(start, there)| there + (here - start) == source);
        if !follows {
            self.runs.push((here, source));
        }
        self.text.push(c);
    }

    /// Adds a space before the next line if the scripts require one, or removes the hyphen of a word split in two.
    fn bridge(&mut self, next: &str) {
        let Some(last) = self.text.chars().next_back() else { return };
        let Some(first) = next.chars().next() else { return };
        if last == '\n' {
            return;
        }
        if last == '-' && first.is_lowercase() && self.ends_in_hyphenated_word() && starts_with_word_part(next) {
            self.text.pop();
            while self.runs.last().is_some_and(|&(start, _)| start >= self.text.len() && start > 0) {
                self.runs.pop();
            }
            return;
        }
        let closes = |c: char| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | '%');
        let wordy = |c: char| {
            matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || closes(c) || matches!(c, '"' | '”' | '’')
        };
        let opens = |c: char| {
            matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || matches!(c, '(' | '"' | '“' | '‘')
        };
        let hanging_hyphen =
            last == '-' && self.text.len() >= 2 && self.text[..self.text.len() - 1].ends_with([' ', ',']);
        if (wordy(last) && opens(first)) || hanging_hyphen {
            let at = self.source_of(self.text.len() - last.len_utf8()) + last.len_utf8();
            self.push(' ', at);
        }
    }

    /// Whether the text ends in part of a lower-case word and a hyphen, so that the hyphen may come from the line break.
    fn ends_in_hyphenated_word(&self) -> bool {
        let word: String = self.text.chars().rev().skip(1).take_while(|c| c.is_alphabetic() && c.is_ascii()).collect();
        // Prefixes keep their hyphen: pre-, non- and anti- more often have one of their own than end a line.
        let reversed: String = word.chars().rev().collect();
        let stem = reversed.to_lowercase();
        word.len() >= 3
            && reversed.chars().skip(1).all(char::is_lowercase)
            && !matches!(
                stem.as_str(),
                "pre"
                    | "non"
                    | "anti"
                    | "self"
                    | "high"
                    | "low"
                    | "long"
                    | "short"
                    | "well"
                    | "cross"
                    | "multi"
                    | "semi"
                    | "post"
                    | "half"
                    | "near"
                    | "free"
                    | "wide"
                    | "single"
                    | "double"
                    | "two"
                    | "three"
                    | "time"
                    | "real"
                    | "large"
                    | "small"
                    | "based"
                    | "aware"
                    | "type"
            )
    }
}

/// Whether a line begins with the rest of a word: at least two lower-case letters.
fn starts_with_word_part(line: &str) -> bool {
    line.chars().take(2).filter(|c| c.is_ascii_lowercase()).count() == 2
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
