//! Words that are written in several ways (glossary/japanese.csv), and compound verbs with and without okurigana
//! (glossary/okurigana.csv).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::characters;
use crate::text::chars::{Class, class};
use crate::text::kana::variant_fold;

/// A part of a text that has another spelling for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rewrite {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// The spelling for comparison, in two parts.
    pub to: [&'static str; 2],
}

/// Spellings without their first character, each with its form for comparison; the longest first.
type Endings = Vec<(String, &'static str)>;

/// What may begin with a character.
#[derive(Debug, Default)]
struct Beginnings {
    /// Listed words.
    words: Endings,
    /// Verbs that may be the first of two, with and without okurigana.
    verbs: Endings,
}

/// Words by their first character.
#[derive(Debug, Default)]
struct Words {
    beginnings: FxHashMap<char, Beginnings>,
    /// The listed words as a whole: a compound verb may be one of them.
    whole: FxHashMap<String, &'static str>,
    /// Verbs that may be the second of two, by their first character.
    second: FxHashMap<char, Endings>,
}

impl Words {
    /// The words of the files, each spelling as `form` has it.
    fn new(form: impl Fn(&str) -> String, with_verbs: bool) -> Self {
        let mut words = Self::default();
        let listed = rows(include_str!("../../../../../glossary/japanese.csv"));
        let mut listed: Vec<(String, String)> = listed.map(|(from, to, _)| (form(from), form(to))).collect();
        listed.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        for (from, to) in listed {
            if from != to
                && let Some((first, rest)) = parted(&from)
            {
                // The spellings live as long as the program, as the files do.
                let to: &'static str = Box::leak(to.into_boxed_str());
                words.beginnings.entry(first).or_default().words.push((rest, to));
                words.whole.insert(from, to);
            }
        }
        for (written, to, position) in rows(include_str!("../../../../../glossary/okurigana.csv")) {
            let (written, to) = (form(written), form(to));
            let Some((first, rest)) = parted(&written).filter(|_| with_verbs) else { continue };
            let stem_rest = parted(&to).map(|(_, rest)| rest).filter(|_| to.starts_with(first));
            let to: &'static str = Box::leak(to.into_boxed_str());
            if position == "second" {
                words.second.entry(first).or_default().push((rest, to));
                continue;
            }
            let verbs = &mut words.beginnings.entry(first).or_default().verbs;
            for rest in [Some(rest), stem_rest].into_iter().flatten() {
                if verbs.iter().all(|(other, _)| *other != rest) {
                    verbs.push((rest, to));
                }
            }
        }
        words
    }

    /// The spellings that begin at a character of `text`, the longest first.
    fn at(&self, text: &str, start: usize, first: char, found: &mut Vec<Rewrite>) {
        found.clear();
        let Some(beginnings) = self.beginnings.get(&first) else { return };
        let after = start + first.len_utf8();
        let rest = text.get(after..).unwrap_or_default();
        for (spelling, to) in beginnings.words.iter().filter(|(spelling, _)| rest.starts_with(spelling.as_str())) {
            let end = after + spelling.len();
            if !cuts_katakana(text, start) && !cuts_katakana(text, end) {
                found.push(Rewrite { start, end, to: [to, ""] });
            }
        }
        for (okurigana, stem) in &beginnings.verbs {
            let Some((next, others)) = rest.strip_prefix(okurigana.as_str()).and_then(parted_text) else { continue };
            for (spelling, to) in self.second.get(&next).into_iter().flatten() {
                if others.starts_with(spelling.as_str()) {
                    let end = after + okurigana.len() + next.len_utf8() + spelling.len();
                    let listed = self.whole.get([*stem, *to].concat().as_str());
                    found.push(Rewrite { start, end, to: listed.map_or([*stem, *to], |listed| [*listed, ""]) });
                }
            }
        }
        // The sort is stable: of two that are equally long, the listed word comes first.
        found.sort_by_key(|one| std::cmp::Reverse(one.end));
    }

    /// `text` with the leftmost longest spellings replaced.
    fn replace(&self, text: &str) -> String {
        let (mut out, mut at, mut found) = (String::with_capacity(text.len()), 0, Vec::new());
        for (start, first) in text.char_indices() {
            if start < at {
                continue;
            }
            self.at(text, start, first, &mut found);
            if let Some(longest) = found.first() {
                out.push_str(text.get(at..start).unwrap_or_default());
                out.extend(longest.to);
                at = longest.end;
            }
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

/// Whether a byte offset lies inside a run of katakana, which is one word.
fn cuts_katakana(text: &str, at: usize) -> bool {
    let is_katakana = |c: char| class(c) == Class::Katakana;
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    after.starts_with(is_katakana) && before.ends_with(is_katakana)
}

/// The rows of a file with three columns.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    file.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// The first character of a text, and the rest.
fn parted_text(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.as_str()))
}

fn parted(text: &str) -> Option<(char, String)> {
    parted_text(text).map(|(first, rest)| (first, rest.to_owned()))
}

/// All words, in the form of [`super::characters()`] with katakana folded.
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(|text| variant_fold(&characters(text)), true));

/// The listed words as they are written.
static LISTED: LazyLock<Words> = LazyLock::new(|| Words::new(str::to_owned, false));

/// Every part of a text that has another spelling for comparison, by position; they may overlap.
///
/// The text is one of [`super::characters()`], with katakana folded.
#[must_use]
pub fn rewrites(text: &str) -> Vec<Rewrite> {
    let (mut all, mut found) = (Vec::new(), Vec::new());
    for (start, first) in text.char_indices() {
        WORDS.at(text, start, first, &mut found);
        all.append(&mut found);
    }
    all.retain(|one| text.get(one.start..one.end) != Some(one.to[0]) || !one.to[1].is_empty());
    all
}

/// A text with the leftmost longest of its [`rewrites`] applied.
#[must_use]
pub fn rewrite(text: &str) -> String {
    WORDS.replace(text)
}

/// A text with its listed words replaced, kanji as they are.
pub(super) fn listed(text: &str) -> String {
    LISTED.replace(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_one_that_another_row_changes() {
        for (from, to, _) in rows(include_str!("../../../../../glossary/japanese.csv")) {
            let once = rewrite(&variant_fold(&characters(from)));
            assert_eq!(rewrite(&once), once, "{from} becomes {to}");
        }
    }

    #[test]
    fn rewrites_are_found_where_they_stand() {
        let text = "の取り扱いと繰り返し";
        let found: Vec<(&str, String)> =
            rewrites(text).iter().map(|one| (&text[one.start..one.end], one.to.concat())).collect();
        let is_found = |from, to: &str| found.contains(&(from, to.to_owned()));
        assert!(is_found("取り扱い", "取扱") && is_found("繰り返し", "繰返"), "{found:?}");
        assert!(rewrites("マネジメントとサビネ").is_empty());
    }
}
