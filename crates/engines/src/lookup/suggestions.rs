//! "Did you mean": terms that a query may have been meant for, although it is not one of their spellings.

use super::TermIndex;
use super::distance::KeyPattern;
use super::query::TermQuery;
use super::similar::similar;
use super::table::RowFilter;
use crate::model::{ConceptId, TermId};
use crate::text::kana::{romaji, romaji_key};

/// The most suggestions.
const MOST: usize = 5;

impl TermIndex {
    /// "Did you mean": terms whose katakana differs from the query only in ways that rarely distinguish two words, those that
    /// are read alike, and, unless only `close` ones are asked for, those with few other letters and those whose reading has few
    /// other sounds. Best first, at most five.
    #[must_use]
    pub fn suggestions(&self, query: &TermQuery, close: bool) -> Vec<String> {
        let inner = query.without_marks();
        let query = inner.as_ref().unwrap_or(query);
        let mut ranked: Vec<(usize, String)> = Vec::new();
        for (table, in_main) in [(&self.main, true), (&self.changed, false)] {
            let hidden = |term: TermId, _: ConceptId| in_main && self.removed.contains(&term);
            let filter = table.filter(query, &hidden);
            let mut add = |rank: usize, row: u32| {
                if filter.candidate(row, 0).is_some() {
                    ranked.push((rank, table.text(row).to_owned()));
                }
            };
            table.loose_matches(query, &mut |row, _| add(0, row));
            table.read_alike(query).for_each(|row| add(1, row));
            if close {
                continue;
            }
            spelt_alike(&filter, query).into_iter().for_each(|(distance, row)| add(1 + distance, row));
            sounding_alike(&filter, query).into_iter().for_each(|(distance, row)| add(1 + distance, row));
        }
        ranked.sort();
        let mut texts: Vec<String> = Vec::new();
        for (_, text) in ranked {
            if text != query.text && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.truncate(MOST);
        texts
    }
}

/// Rows with few other letters than the query, with their distance.
fn spelt_alike(rows: &RowFilter<'_>, query: &TermQuery) -> Vec<(usize, u32)> {
    let length = query.small.chars().count();
    let found = similar(rows, query, MOST).into_iter().filter_map(|candidate| {
        let key = rows.table.key(candidate.row);
        let distance = strsim::osa_distance(&query.small, key);
        (distance <= most_errors(length.min(key.chars().count()))).then_some((distance, candidate.row))
    });
    found.collect()
}

/// Rows whose reading has few other sounds than a query in kana or romaji, with their distance.
fn sounding_alike(rows: &RowFilter<'_>, query: &TermQuery) -> Vec<(usize, u32)> {
    let sounds = match (&query.reading, &query.romaji) {
        (Some(reading), _) => romaji_key(&romaji(reading)),
        (None, Some(letters)) => letters.clone(),
        (None, None) => return Vec::new(),
    };
    // Two romaji letters are one sound.
    let most = most_errors(sounds.len() / 2 + 1);
    if sounds.len() < SHORTEST || most == 0 {
        return Vec::new();
    }
    let mut pattern = KeyPattern::new(&sounds);
    let near = |row: &u32| {
        let other = rows.table.romaji(*row);
        if other.len().abs_diff(sounds.len()) > most {
            return None;
        }
        pattern.distance(other, other.len(), most).map(|distance| (distance, *row))
    };
    let mut found: Vec<(usize, u32)> = rows.table.rows_with_reading().iter().filter_map(near).collect();
    found.sort_unstable();
    found.truncate(MOST);
    found
}

/// The fewest letters of romaji that are compared by sound.
const SHORTEST: usize = 5;

/// How many letters of a word of this length may be wrong.
fn most_errors(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        9..=12 => 3,
        length => (length / 4).min(6),
    }
}
