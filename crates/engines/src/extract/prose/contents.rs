//! Finds contents lists: lines with leaders before a page number, and what follows the heading of such a list.

use std::collections::HashSet;

use super::super::document::Document;
use super::super::glossary_heading::core;
use super::super::rules::RULES;
use crate::text::chars::{Class, class, is_japanese_letter};

/// The rows of contents lists, and the titles that they name.
#[derive(Debug, Default)]
pub(super) struct ContentsList {
    rows: HashSet<usize>,
    titles: HashSet<String>,
}

/// Columns of the widest line of prose that may still be an entry of a contents list.
const WIDEST: usize = 200;

impl ContentsList {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut list = Self::default();
        for row in 0..document.rows.len() {
            let text = document.compact(row);
            if let Some(title) = before_leaders(&text) {
                list.rows.insert(row);
                list.titles.insert(self::title(title).to_owned());
            }
        }
        for row in 0..document.rows.len() {
            let text = document.compact(row);
            if RULES.running_text.contents.iter().any(|word| word == core(&text)) {
                list.rows.insert(row);
                list.read_from(document, row + 1);
            }
        }
        list.titles.remove("");
        list
    }

    /// Reads the list that begins at a row. It ends where its first title comes again, and before a sentence.
    fn read_from(&mut self, document: &Document<'_>, start: usize) {
        let mut first: Option<String> = None;
        for row in start..document.rows.len() {
            let text = document.compact(row);
            let entry = before_leaders(&text).unwrap_or(&text);
            let own = title(entry);
            let is_again = before_leaders(&text).is_none() && first.as_deref() == Some(own);
            if is_again || is_prose(document, row, &text) {
                return;
            }
            if first.is_none() && own.chars().count() >= 2 {
                first = Some(own.to_owned());
            }
            self.rows.insert(row);
            self.titles.insert(own.to_owned());
        }
    }

    /// Whether a row belongs to a contents list.
    pub(super) fn contains(&self, row: usize) -> bool {
        self.rows.contains(&row)
    }

    /// Whether a contents list names this title.
    pub(super) fn names(&self, title: &str) -> bool {
        self.titles.contains(title)
    }
}

/// Whether a row is a sentence or a line of one, and so no entry of a contents list.
fn is_prose(document: &Document<'_>, row: usize, text: &str) -> bool {
    let line = &document.rows[row].line;
    if text.contains('。') || line.width > WIDEST {
        return true;
    }
    let ends = text.ends_with('.') && before_leaders(text).is_none();
    ends && line.span.of(document.text).split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count()
        >= 4
}

/// A title in its compact form without the number of its section and of its page: `4.1メーリングリスト15` is メーリングリスト.
pub(super) fn title(compact: &str) -> &str {
    let text = compact.trim_start_matches(['*', '•', '・', '-', '–']);
    let text = text.strip_prefix("chapter").unwrap_or(text);
    let rest =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '第' | '章' | '節' | '部' | ':'));
    let rest = if rest.is_empty() { text } else { rest };
    let bare = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.chars().any(|c| is_japanese_letter(c) || class(c) == Class::Latin) { bare } else { rest }
}

/// What stands before the leaders of an entry (`title . . . . 12`), in its compact form; `None` without leaders.
fn before_leaders(compact: &str) -> Option<&str> {
    let is_leader = |c: char| matches!(c, '.' | '…' | '‥' | '・' | '·' | '⋯' | '_' | '．');
    let bare = compact.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = if bare.ends_with(is_leader) { bare } else { compact.trim_end_matches(['i', 'v', 'x', 'l']) };
    let title = bare.trim_end_matches(is_leader);
    let leaders = bare.get(title.len()..)?;
    let weight: usize = leaders
        .chars()
        .map(|c| {
            if matches!(c, '…' | '⋯') {
                3
            } else if c == '‥' {
                2
            } else {
                1
            }
        })
        .sum();
    let has_number = bare.len() < compact.len();
    (weight >= 5 || has_number && weight >= 3).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_are_told_from_the_end_of_a_sentence() {
        for (text, want) in [
            ("1はじめに......3", Some("1はじめに")),
            ("2.1装置………12", Some("2.1装置")),
            ("3preface.....ix", Some("3preface")),
            ("続きは...", None),
            ("終わる。", None),
            ("version1.2", None),
            ("..........", Some("")),
        ] {
            assert_eq!(before_leaders(text), want, "{text}");
        }
        for (text, want) in [
            ("4.1メーリングリスト15", "メーリングリスト"),
            ("第3章責務", "責務"),
            ("2024", "2024"),
            ("*3.preface", "preface"),
        ] {
            assert_eq!(title(text), want, "{text}");
        }
    }
}
