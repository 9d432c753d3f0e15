//! The numbers of a TBX file and what points to them, for numbers that are used twice and references that lead nowhere.

use std::collections::{BTreeMap, HashSet};

use crate::exchange::item::Fault;
use crate::model::fingerprint;

/// How many numbers are remembered, more than any term base of people has. Beyond that, nothing is said about them.
const REMEMBERED: usize = 2_000_000;

/// How many references that lead nowhere are reported.
const REPORTED: usize = 20;

/// The numbers so far, as fingerprints, and the references to numbers that have not come yet.
#[derive(Debug, Default)]
pub(super) struct References {
    numbers: HashSet<i64>,
    open: BTreeMap<i64, (u64, String)>,
    is_full: bool,
}

impl References {
    /// Adds a number; whether it is new.
    pub(super) fn add(&mut self, id: &str) -> bool {
        self.is_full |= self.numbers.len() >= REMEMBERED;
        if self.is_full {
            return true;
        }
        let number = fingerprint(id);
        self.open.remove(&number);
        self.numbers.insert(number)
    }

    /// Adds a reference from this line.
    pub(super) fn refer(&mut self, id: &str, line: u64) {
        let number = fingerprint(id);
        if !self.is_full && !self.numbers.contains(&number) && self.open.len() < REMEMBERED / 10 {
            self.open.entry(number).or_insert_with(|| (line, id.chars().take(60).collect()));
        }
    }

    /// The references that lead nowhere, the first of them, in the order of the file.
    pub(super) fn dangling(&mut self) -> Vec<(u64, Fault)> {
        let mut open: Vec<(u64, String)> = std::mem::take(&mut self.open).into_values().collect();
        open.sort();
        open.truncate(if self.is_full { 0 } else { REPORTED });
        let fault = |(line, id): (u64, String)| {
            let problem = format!("A reference points to `{id}`, which is not in the file.");
            (line, Fault::deviation(line, problem))
        };
        open.into_iter().map(fault).collect()
    }
}

/// Whether a text may be an `id` of XML: it begins with a letter and has no space or colon.
pub(super) fn is_number(id: &str) -> bool {
    id.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{b7}'))
}

/// Whether a text is a date, or a date with time, as XML writes it.
pub(super) fn is_date(text: &str) -> bool {
    let text = text.trim();
    let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
    let is_form = |text: &str, form: &str| {
        let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
        shape.eq(form.bytes())
    };
    let zone = |text: &str| text.is_empty() || text == "Z" || is_form(text, "+00:00") || is_form(text, "-00:00");
    let Some((date, after)) = day.split_at_checked(10) else { return false };
    let in_range = |at: std::ops::Range<usize>, most: u32| {
        date.get(at).and_then(|part| part.parse::<u32>().ok()).is_some_and(|part| (1..=most).contains(&part))
    };
    if !is_form(date, "0000-00-00") || !in_range(5..7, 12) || !in_range(8..10, 31) {
        return false;
    }
    let Some(time) = time else { return zone(after) };
    let Some((clock, rest)) = time.split_at_checked(8) else { return false };
    let rest = rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    after.is_empty() && is_form(clock, "00:00:00") && zone(rest)
}

#[cfg(test)]
mod tests {
    use super::{References, is_date, is_number};

    #[test]
    fn numbers_are_used_once_and_references_lead_somewhere() {
        let mut references = References::default();
        references.refer("c2", 3);
        references.refer("c9", 4);
        assert!(references.add("c1") && references.add("c2") && !references.add("c1"));
        references.refer("c1", 9);
        let lines: Vec<u64> = references.dangling().into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [4]);
        for (id, want) in [("c-1", true), ("語1", true), ("1", false), ("a b", false), ("a:b", false), ("", false)] {
            assert_eq!(is_number(id), want, "{id}");
        }
    }

    #[test]
    fn a_date_is_one_of_xml() {
        for (text, want) in [
            ("2026-11-20", true),
            ("2026-11-20Z", true),
            ("2026-11-20T09:00:00+09:00", true),
            ("2026-11-20T09:00:00.25Z", true),
            ("2026/11/20", false),
            ("2026-13-20", false),
            ("20.11.2026", false),
            ("令和8年", false),
            ("", false),
        ] {
            assert_eq!(is_date(text), want, "{text}");
        }
    }
}
