//! Scans a text for placeables in one pass over its bytes.
//!
//! Most bytes cannot begin a placeable and are skipped; digits, letters, some signs and kanji numerals are examined. A
//! placeable recognised late (a URL, by its `://`) replaces those it covers.

use super::code;
use super::date;
use super::number::{self, ParsedValue};
use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::{Placeable, PlaceableKind};
use crate::model::Span;

/// The language whose number words and signs apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    Japanese,
    English,
    Other,
}

/// The placeables of `text`.
pub(super) fn scan(text: &str, grammar: Grammar) -> Vec<Placeable> {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), grammar, found: Vec::new() };
    let mut at = 0;
    while let Some(&byte) = scanner.bytes.get(at) {
        at = scanner.step(at, byte);
    }
    scanner.found
}

struct Scanner<'text> {
    text: &'text str,
    bytes: &'text [u8],
    grammar: Grammar,
    found: Vec<Placeable>,
}

impl Scanner<'_> {
    /// Examines the character at `at`; returns where to continue.
    #[inline]
    fn step(&mut self, at: usize, byte: u8) -> usize {
        match byte {
            b'0'..=b'9' => self.digit(at),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(at),
            b'%' | b'{' | b'$' | b'<' | b'&' | b'-' | b':' | b'@' => self.sign(at, byte),
            0..=0x7F => at + 1,
            0xC2..=0xDF if self.letter(at) => self.word(at),
            0xC2..=0xDF => at + 2,
            0xE1 if self.letter(at) => self.word(at),
            // Kana begin no placeable, and they are half of a Japanese text.
            0xE3 if self.at(at + 1) != 0x80 => at + 3,
            0xE3..=0xE9 if self.grammar == Grammar::Japanese => self.kanji(at),
            0xE0..=0xEF => at + 3,
            _ => at + 4,
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: PlaceableKind, value: String) -> usize {
        while self.found.last().is_some_and(|last| last.span.end > start) {
            self.found.pop();
        }
        self.found.push(Placeable { span: Span::new(start, end), kind, value });
        end
    }

    fn push_written(&mut self, start: usize, end: usize, kind: PlaceableKind) -> usize {
        let value = self.text.get(start..end).unwrap_or_default().to_owned();
        self.push(start, end, kind, value)
    }

    fn at(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or_default()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// Whether there is a letter at `at` of a script that separates words by spaces: Latin, Greek, Cyrillic and the like.
    fn letter(&self, at: usize) -> bool {
        match self.at(at) {
            byte @ 0..=0x7F => byte.is_ascii_alphabetic() || byte == b'_',
            0xC2..=0xDF => self.text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic),
            0xE1 => {
                let c = self.text.get(at..).and_then(|rest| rest.chars().next());
                c.is_some_and(|c| ('\u{1E00}'..='\u{1FFF}').contains(&c) && c.is_alphabetic())
            }
            _ => false,
        }
    }

    /// The end of the run of letters, digits and combining marks at `at`.
    fn run(&self, mut at: usize) -> usize {
        loop {
            let byte = self.at(at);
            at += match byte {
                b'0'..=b'9' => 1,
                _ if self.letter(at) => match byte {
                    0..=0x7F => 1,
                    0x80..=0xDF => 2,
                    _ => 3,
                },
                0xCC | 0xCD => 2,
                _ => return at,
            };
        }
    }

    /// The end of the word that continues at `at` after hyphens, full stops and slashes.
    fn tail(&self, mut at: usize) -> usize {
        while self.at(at + 1).is_ascii_digit() {
            let after_digit = at > 0 && self.at(at - 1).is_ascii_digit();
            match self.at(at) {
                b'-' => at = self.run(at + 1),
                b'.' | b'/' if after_digit => at = self.run(at + 1),
                _ => break,
            }
        }
        at
    }

    fn word(&mut self, at: usize) -> usize {
        let end = self.run(at);
        let next = self.at(end);
        if (next == b'.' && self.at(end + 1) != b' ') || next == b'(' || self.bytes[at..end].contains(&b'_') {
            let www =
                self.text.get(at..end).is_some_and(|word| word.eq_ignore_ascii_case("www")) && self.letter(end + 1);
            let code = if www { code::url(self.bytes, at) } else { code::identifier(self.bytes, at) };
            if let Some(code) = code.filter(|code| *code >= end) {
                return self.push_written(at, code, PlaceableKind::Code);
            }
            if matches!(self.at(at), b'v' | b'V')
                && let Some(version) = code::version(self.bytes, at)
            {
                return self.push_written(at, version, PlaceableKind::Code);
            }
        }
        if self.grammar == Grammar::English
            && let Some(word) = NUMBER_WORDS.english.word(self.text.get(at..end).unwrap_or_default())
        {
            let (kind, read) = match word {
                EnglishWord::Month(..) => (PlaceableKind::Date, date::from_month_name(self.text, at)),
                EnglishWord::Scale(_) => (PlaceableKind::Number, None),
                _ => (PlaceableKind::Number, number::in_words(self.text, at, None)),
            };
            if let Some(read) = read.filter(|_| self.before(at) != Some('-')) {
                return self.push(at, read.end, kind, read.value);
            }
        }
        self.tail(end)
    }

    fn digit(&mut self, at: usize) -> usize {
        if let Some(read) = date::in_figures(self.text, at) {
            return self.push(at, read.end, PlaceableKind::Date, read.value);
        }
        if let Some(end) = code::in_figures(self.bytes, at) {
            return self.push_written(at, end, PlaceableKind::Code);
        }
        let figures = number::digits_end(self.bytes, at);
        let dated = match self.grammar {
            Grammar::Japanese if self.bytes.len() > figures + 3 => date::japanese(self.text, at),
            Grammar::English if matches!(self.at(figures), b' ' | b's' | b'n' | b'r' | b't') => {
                date::from_day(self.text, at)
            }
            _ => None,
        };
        if let Some(read) = dated {
            let era = if self.grammar == Grammar::Japanese && figures - at < 4 { self.era(at, figures) } else { None };
            let start = era.map_or(at, |(_, start)| start);
            return self.push(start, read.end, PlaceableKind::Date, read.value);
        }
        let read = match self.grammar {
            Grammar::Japanese => number::japanese(self.text, at),
            Grammar::English => number::english(self.text, at),
            Grammar::Other => number::as_written(self.text, at),
        };
        if self.grammar == Grammar::Japanese
            && read.end == figures
            && let Some((year, start)) = self.era(at, figures)
        {
            return self.push(start, read.end, PlaceableKind::Number, year.to_string());
        }
        self.number(at, &read)
    }

    /// Adds a number, unless letters next to it make it part of a word.
    fn number(&mut self, at: usize, read: &ParsedValue) -> usize {
        let mut end = read.end;
        let ends_in_digit = self.at(end - 1).is_ascii_digit();
        if ends_in_digit && self.letter(end) {
            let word = self.run(end);
            let letters = self.text.get(end..word).unwrap_or_default();
            let ordinal = date::ordinal(letters);
            if ordinal > 0 {
                end += ordinal;
            } else if !NUMBER_WORDS.is_unit(letters) {
                return self.tail(word);
            }
        } else if ends_in_digit && self.at(end) == b'-' && self.letter(end + 1) {
            let first = self.text.get(end + 1..).and_then(|rest| rest.chars().next());
            let second = self.text.get(end + 1..).and_then(|rest| rest.chars().nth(1));
            let capital = first.is_some_and(|c| !c.is_lowercase() || !c.is_ascii());
            if capital && !second.is_some_and(char::is_lowercase) {
                return self.tail(self.run(end + 1));
            }
        }
        // -2- is a page number between dashes.
        let (start, sign) = if self.at(end) == b'-' { (at, "") } else { self.sign_before(at) };
        let point = if sign == ".5" { "0." } else { sign };
        self.push(start, end, PlaceableKind::Number, format!("{point}{}", read.value))
    }

    /// The start of a number's sign, and the sign: a minus after a space, a bracket or kana, or a leading decimal point.
    fn sign_before(&self, at: usize) -> (usize, &'static str) {
        let Some(sign) = at.checked_sub(1) else { return (at, "") };
        let before = self.before(sign);
        let free = before.is_none_or(|c| {
            matches!(c, ' ' | '(' | '[' | '=' | '<' | '>' | '~' | '、' | '「' | '±') || ('ぁ'..='ゖ').contains(&c)
        });
        match self.at(sign) {
            b'-' if free => (sign, "-"),
            b'.' if free => (sign, ".5"),
            _ => (at, ""),
        }
    }

    /// The Western year of the era year with its digits at `at`, and where the name of the era begins.
    fn era(&self, at: usize, end: usize) -> Option<(u32, usize)> {
        let year = self.text.get(at..end)?.parse().ok()?;
        date::western(self.text, at, year)
    }

    /// Examines a character of three bytes, which may be a kanji that begins a number.
    #[inline]
    fn kanji(&mut self, at: usize) -> usize {
        let part = |offset: usize, mask: u8| u32::from(self.at(at + offset) & mask);
        let c = char::from_u32(part(0, 0x0F) << 12 | part(1, 0x3F) << 6 | part(2, 0x3F)).unwrap_or_default();
        if c == '元' || number::begins(c) { self.kanji_number(at, c) } else { at + 3 }
    }

    fn kanji_number(&mut self, at: usize, c: char) -> usize {
        if c == '元' {
            if let Some((year, start)) = date::first_year(self.text, at) {
                return match date::from_month(self.text, year.end + '年'.len_utf8(), year.value.parse().ok()) {
                    Some(read) => self.push(start, read.end, PlaceableKind::Date, read.value),
                    None => self.push(start, year.end, PlaceableKind::Number, year.value),
                };
            }
            return at + c.len_utf8();
        }
        match number::kanji(self.text, at) {
            Ok(read) => {
                let year = read.value.parse().ok().filter(|_| self.text[read.end..].starts_with('年'));
                match year.and_then(|year| date::western(self.text, at, year)) {
                    Some((year, start)) => self.push(start, read.end, PlaceableKind::Number, year.to_string()),
                    None => self.push(at, read.end, PlaceableKind::Number, read.value),
                }
            }
            Err(end) => end.max(at + c.len_utf8()),
        }
    }

    /// Examines a sign that may begin a code or a tag, or occur inside one.
    fn sign(&mut self, at: usize, sign: u8) -> usize {
        let bytes = self.bytes;
        let end = match sign {
            b'%' if at > 0 && (self.at(at - 1).is_ascii_digit() || self.at(at - 1) == b'%') => None,
            b'%' => code::percent(bytes, at),
            b'{' => code::braces(bytes, at),
            b'$' if at > 0 && self.at(at - 1).is_ascii_alphanumeric() => None,
            b'$' => code::dollar(bytes, at),
            b'-' if self.at(at + 1) == b'-' => {
                code::option(bytes, at).filter(|_| at == 0 || !self.at(at - 1).is_ascii_graphic())
            }
            b'-' if self.at(at + 1).is_ascii_digit() && self.before(at).is_some_and(is_katakana) => {
                return self.tail(self.run(at + 1));
            }
            b':' if bytes.get(at..at + 3) == Some(b"://") => {
                let found = code::scheme(bytes, at).and_then(|start| Some((start, code::url(bytes, at + 3)?)));
                return found.map_or(at + 1, |(start, end)| self.push_written(start, end, PlaceableKind::Code));
            }
            b'@' => {
                let found = code::address(bytes, at);
                return found.map_or(at + 1, |(start, end)| self.push_written(start, end, PlaceableKind::Code));
            }
            b'<' | b'&' => {
                let end = if sign == b'<' { code::tag(bytes, at) } else { code::entity(bytes, at) };
                return end.map_or(at + 1, |end| self.push_written(at, end, PlaceableKind::Tag));
            }
            _ => None,
        };
        end.map_or(at + 1, |end| self.push_written(at, end, PlaceableKind::Code))
    }
}

fn is_katakana(c: char) -> bool {
    ('ァ'..='ヺ').contains(&c) || c == 'ー'
}
