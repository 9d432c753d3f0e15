//! An immutable table of terms, sorted by each key that a query may match.

use std::ops::Range;

use super::IndexedTerm;
use super::bigrams::BigramIndex;
use super::lengths::KeysByLength;
use super::query::TermQuery;
use super::ranking::Candidate;
use crate::model::{ConceptId, Lang, ProjectId, TermId};
use crate::text::chars::{Class, class};
use crate::text::kana::{loose_fold, romaji, romaji_key};

/// All terms of a term base, or the few that changed.
#[derive(Debug, Default)]
pub(super) struct TermTable {
    /// Sorted by key.
    rows: Vec<Row>,
    langs: Vec<Lang>,
    /// The texts and keys of all rows, concatenated.
    texts: String,
    by_variant: Vec<u32>,
    /// Hashes of the loosest form of terms with katakana, and their rows.
    by_loose: Vec<(u64, u32)>,
    /// Rows with a reading, by reading.
    by_reading: Vec<u32>,
    /// Rows with a reading, by its romaji.
    by_romaji: Vec<u32>,
    bigrams: BigramIndex,
    pub(super) lengths: KeysByLength,
}

/// A term.
#[derive(Debug)]
struct Row {
    term_id: TermId,
    concept_id: ConceptId,
    project_id: ProjectId,
    confidence: f64,
    text: TextSlice,
    key: TextSlice,
    variant: TextSlice,
    reading: TextSlice,
    romaji: TextSlice,
    lang: u16,
    /// Characters of the key.
    length: u16,
}

/// A byte range of the texts of a table.
#[derive(Debug, Clone, Copy, Default)]
struct TextSlice {
    start: u32,
    length: u32,
}

/// Decides which rows a query may return.
pub(super) struct RowFilter<'a> {
    pub(super) table: &'a TermTable,
    /// For each language of the table, whether its terms may be returned.
    langs: Vec<bool>,
    projects: &'a [ProjectId],
    hidden: &'a dyn Fn(TermId, ConceptId) -> bool,
}

impl RowFilter<'_> {
    /// The row as a candidate, unless it is filtered out.
    pub(super) fn candidate(&self, row: u32, score: u8) -> Option<Candidate> {
        let term = &self.table.rows[row as usize];
        if !self.langs[usize::from(term.lang)] || (self.hidden)(term.term_id, term.concept_id) {
            return None;
        }
        let rank = self.projects.iter().position(|project| *project == term.project_id)?;
        Some(Candidate {
            score,
            rank: u16::try_from(rank).unwrap_or(u16::MAX),
            confidence: term.confidence,
            concept_id: term.concept_id,
            term_id: term.term_id,
            in_main: true,
            row,
        })
    }
}

impl TermTable {
    pub(super) fn new(mut terms: Vec<IndexedTerm>) -> Self {
        terms.sort_unstable_by(|a, b| (&a.key, a.term_id).cmp(&(&b.key, b.term_id)));
        let mut table = Self::default();
        table.rows.reserve_exact(terms.len());
        for term in terms {
            table.add(&term);
        }
        table.texts.shrink_to_fit();
        let with_reading = || (0..).zip(&table.rows).filter(|(_, row)| row.reading.length > 0).map(|(row, _)| row);
        let mut by_variant: Vec<u32> = (0..).zip(&table.rows).map(|(row, _)| row).collect();
        let (mut by_reading, mut by_romaji): (Vec<u32>, Vec<u32>) =
            (with_reading().collect(), with_reading().collect());
        by_variant.sort_by_key(|row| table.text_of(table.row(*row).variant));
        by_reading.sort_by_key(|row| table.text_of(table.row(*row).reading));
        by_romaji.sort_by_key(|row| table.text_of(table.row(*row).romaji));
        table.bigrams = BigramIndex::new(table.rows.iter().map(|row| table.text_of(row.key)));
        table.lengths = KeysByLength::new(table.rows.iter().map(|row| table.text_of(row.key)));
        let loose = |row: u32| loose_hash(table.text_of(table.row(row).variant)).map(|hash| (hash, row));
        let mut by_loose: Vec<(u64, u32)> = by_variant.iter().filter_map(|row| loose(*row)).collect();
        by_loose.sort_unstable();
        Self { by_variant, by_reading, by_romaji, by_loose, ..table }
    }

    fn add(&mut self, term: &IndexedTerm) {
        let lang = self.langs.iter().position(|lang| *lang == term.lang).unwrap_or_else(|| {
            self.langs.push(term.lang.clone());
            self.langs.len() - 1
        });
        let reading = term.reading_key.as_deref().unwrap_or_default();
        let key = self.store(&term.key, &[]);
        let row = Row {
            term_id: term.term_id,
            concept_id: term.concept_id,
            project_id: term.project_id,
            confidence: term.confidence,
            text: self.store(&term.text, &[key]),
            key,
            variant: self.store(&term.variant_key, &[key]),
            reading: self.store(reading, &[key]),
            romaji: self.store(&romaji_key(&romaji(reading)), &[]),
            lang: u16::try_from(lang).unwrap_or(u16::MAX),
            length: u16::try_from(term.key.chars().count()).unwrap_or(u16::MAX),
        };
        self.rows.push(row);
    }

    /// Stores a text, reusing one of `stored` if it is the same.
    fn store(&mut self, text: &str, stored: &[TextSlice]) -> TextSlice {
        if let Some(same) = stored.iter().find(|slice| self.text_of(**slice) == text) {
            return *same;
        }
        let slice = TextSlice { start: number(self.texts.len()), length: number(text.len()) };
        self.texts.push_str(text);
        slice
    }

    fn text_of(&self, slice: TextSlice) -> &str {
        let start = slice.start as usize;
        self.texts.get(start..start + slice.length as usize).unwrap_or_default()
    }

    fn row(&self, row: u32) -> &Row {
        &self.rows[row as usize]
    }

    /// The term of a row as written.
    pub(super) fn text(&self, row: u32) -> &str {
        self.text_of(self.row(row).text)
    }

    /// The key of a row.
    pub(super) fn key(&self, row: u32) -> &str {
        self.text_of(self.row(row).key)
    }

    /// Whether the reading of a row is `romaji`.
    pub(super) fn is_read_as(&self, row: u32, romaji: Option<&str>) -> bool {
        let row = self.row(row);
        row.reading.length > 0 && romaji == Some(self.text_of(row.romaji))
    }

    /// The filter of a query; rows for which `hidden` is true are left out.
    pub(super) fn filter<'a>(
        &'a self,
        query: &'a TermQuery,
        hidden: &'a dyn Fn(TermId, ConceptId) -> bool,
    ) -> RowFilter<'a> {
        let is_searched = |lang: &Lang| match &query.lang {
            None => true,
            Some(prefix) => {
                let rest = lang.as_str().strip_prefix(prefix.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
        };
        RowFilter {
            table: self,
            langs: self.langs.iter().map(is_searched).collect(),
            projects: &query.projects,
            hidden,
        }
    }

    /// Emits the rows with the key of the query.
    pub(super) fn exact_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let from = self.rows.partition_point(|row| self.text_of(row.key) < query.key.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.text_of(row.key) == query.key);
        (number(from)..).zip(rows).for_each(|(row, _)| emit(row, 100));
    }

    /// Emits the rows with a variant key of the query.
    pub(super) fn variant_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        for variant in &query.variants {
            let rows = self.with_prefix(&self.by_variant, variant, |row| row.variant);
            let same = |row: &&u32| self.row(**row).variant.length as usize == variant.len();
            self.by_variant[rows].iter().take_while(same).for_each(|row| emit(*row, 97));
        }
    }

    /// Emits the rows whose loosest form is that of the query.
    pub(super) fn loose_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        for hash in query.variants.iter().filter_map(|variant| loose_hash(variant)) {
            let from = self.by_loose.partition_point(|(other, _)| *other < hash);
            self.by_loose[from..].iter().take_while(|(other, _)| *other == hash).for_each(|(_, row)| emit(*row, 90));
        }
    }

    /// Emits the rows that are read like the query.
    pub(super) fn reading_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let (kana, letters) = (query.reading.as_deref(), query.romaji.as_deref());
        if let Some(reading) = kana {
            let rows = self.with_prefix(&self.by_reading, reading, |row| row.reading);
            let same = |row: &&u32| self.row(**row).reading.length as usize == reading.len();
            self.by_reading[rows].iter().take_while(same).for_each(|row| emit(*row, 94));
        }
        if let Some(letters) = letters {
            let rows = self.with_prefix(&self.by_romaji, letters, |row| row.romaji);
            let same = |row: &&u32| self.row(**row).romaji.length as usize == letters.len();
            self.by_romaji[rows].iter().take_while(same).for_each(|row| emit(*row, 92));
        }
    }

    /// Emits the rows whose key begins with the query, then those whose reading does.
    pub(super) fn prefix_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let length = query.key.chars().count();
        let from = self.rows.partition_point(|row| self.text_of(row.key) < query.key.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.text_of(row.key).starts_with(&query.key));
        for (number, row) in (number(from)..).zip(rows) {
            emit(number, 70 + share(length, usize::from(row.length), 20.0));
        }
        if let Some(reading) = &query.reading {
            let length = reading.chars().count();
            for row in &self.by_reading[self.with_prefix(&self.by_reading, reading, |row| row.reading)] {
                let whole = self.text_of(self.row(*row).reading).chars().count();
                emit(*row, 55 + share(length, whole, 14.0));
            }
        }
        for romaji in &query.romaji_prefixes {
            let length = romaji.chars().count();
            for row in &self.by_romaji[self.with_prefix(&self.by_romaji, romaji, |row| row.romaji)] {
                let whole = self.text_of(self.row(*row).romaji).chars().count();
                emit(*row, 55 + share(length, whole, 14.0));
            }
        }
    }

    /// Emits the rows whose key contains that of the query, except those that are read like it.
    pub(super) fn substring_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let length = query.key.chars().count();
        self.bigrams.containing(
            &query.key,
            |row| self.key(row),
            |row| {
                if !self.is_read_as(row, query.romaji.as_deref()) {
                    emit(row, 50 + share(length, usize::from(self.row(row).length), 20.0));
                }
            },
        );
    }

    /// The range of `sorted` whose rows have a field that begins with `prefix`; `sorted` is sorted by that field.
    fn with_prefix(&self, sorted: &[u32], prefix: &str, field: impl Fn(&Row) -> TextSlice) -> Range<usize> {
        let text = |row: &u32| self.text_of(field(self.row(*row)));
        let from = sorted.partition_point(|row| text(row) < prefix);
        let count = sorted[from..].partition_point(|row| text(row).starts_with(prefix));
        from..from + count
    }
}

/// A hash of the loosest form of a variant key; `None` if it has no katakana.
fn loose_hash(variant: &str) -> Option<u64> {
    let is_katakana = |c| class(c) == Class::Katakana;
    variant.chars().any(is_katakana).then(|| xxhash_rust::xxh3::xxh3_64(loose_fold(variant).as_bytes()))
}

/// The share of the whole that the part makes up, scaled to `most` points.
fn share(part: usize, whole: usize, most: f64) -> u8 {
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let share = part as f64 / whole.max(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and `most`")]
    let points = (share.min(1.0) * most).round() as u8;
    points
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
