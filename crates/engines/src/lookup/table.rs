//! An immutable table of terms, sorted by each key that a query may match.

use std::ops::Range;

use super::IndexedTerm;
use super::bigrams::BigramIndex;
use super::lengths::KeysByLength;
use super::query::{TermQuery, compact};
use super::ranking::Candidate;
use crate::model::{ConceptId, Lang, ProjectId, TermId};
use crate::text::chars::{Class, class};
use crate::text::kana::{loose_fold, romaji, romaji_key};
use crate::text::writing::contradict;

/// All terms of a term base, or the few that changed.
#[derive(Debug, Default)]
pub(super) struct TermTable {
    /// Sorted by key without case.
    rows: Vec<Row>,
    langs: Vec<Lang>,
    /// The texts and keys of all rows, concatenated.
    texts: String,
    /// Rows by their compact variant key.
    by_variant: Vec<u32>,
    /// Hashes of the loosest form of terms with katakana, and their rows.
    by_loose: Vec<(u64, u32)>,
    /// Rows with a reading, by reading.
    by_reading: Vec<u32>,
    /// Rows with a reading, by its romaji.
    by_romaji: Vec<u32>,
    bigrams: BigramIndex,
    /// Rows with kanji whose compact variant key differs from the key, and the pairs of letters of those keys.
    folded: Vec<u32>,
    folded_bigrams: BigramIndex,
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
    /// The key without case.
    small: TextSlice,
    variant: TextSlice,
    /// The variant key without case and spaces.
    compact: TextSlice,
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
        terms.sort_by_cached_key(|term| (term.key.to_lowercase(), term.term_id));
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
        by_variant.sort_by_key(|row| table.text_of(table.row(*row).compact));
        by_reading.sort_by_key(|row| table.text_of(table.row(*row).reading));
        by_romaji.sort_by_key(|row| table.text_of(table.row(*row).romaji));
        table.bigrams = BigramIndex::new(table.rows.iter().map(|row| table.text_of(row.small)));
        table.lengths = KeysByLength::new(table.rows.iter().map(|row| table.text_of(row.small)));
        let is_folded = |row: &Row| {
            let (small, compact) = (table.text_of(row.small), table.text_of(row.compact));
            small != compact && small.chars().any(|c| class(c) == Class::Kanji)
        };
        let folded: Vec<u32> = (0..).zip(&table.rows).filter(|(_, row)| is_folded(row)).map(|(row, _)| row).collect();
        table.folded_bigrams = BigramIndex::new(folded.iter().map(|row| table.text_of(table.row(*row).compact)));
        let loose = |row: u32| loose_hash(table.text_of(table.row(row).variant)).map(|hash| (hash, row));
        let mut by_loose: Vec<(u64, u32)> = by_variant.iter().filter_map(|row| loose(*row)).collect();
        by_loose.sort_unstable();
        Self { by_variant, by_reading, by_romaji, by_loose, folded, ..table }
    }

    fn add(&mut self, term: &IndexedTerm) {
        let lang = self.langs.iter().position(|lang| *lang == term.lang).unwrap_or_else(|| {
            self.langs.push(term.lang.clone());
            self.langs.len() - 1
        });
        let reading = term.reading_key.as_deref().unwrap_or_default();
        let key = self.store(&term.key, &[]);
        let small = self.store(&term.key.to_lowercase(), &[key]);
        let variant = self.store(&term.variant_key, &[key]);
        let row = Row {
            term_id: term.term_id,
            concept_id: term.concept_id,
            project_id: term.project_id,
            confidence: term.confidence,
            text: self.store(&term.text, &[key]),
            key,
            small,
            variant,
            compact: self.store(&compact(&term.variant_key), &[key, small, variant]),
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

    /// The key of a row, without case.
    pub(super) fn key(&self, row: u32) -> &str {
        self.text_of(self.row(row).small)
    }

    /// The reading of a row in romaji, as [`romaji_key`] has it.
    pub(super) fn romaji(&self, row: u32) -> &str {
        self.text_of(self.row(row).romaji)
    }

    /// The rows with a reading.
    pub(super) fn rows_with_reading(&self) -> &[u32] {
        &self.by_romaji
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
        let from = self.rows.partition_point(|row| self.text_of(row.small) < query.small.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.text_of(row.small) == query.small);
        let same = (number(from)..).zip(rows).filter(|(_, row)| self.text_of(row.key) == query.key);
        same.for_each(|(row, _)| emit(row, 100));
    }

    /// Emits the rows with a variant key of the query, then those that differ from it in case or spaces only.
    pub(super) fn variant_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        for key in &query.variants {
            let rows = self.with_prefix(&self.by_variant, &key.compact, |row| row.compact);
            let same = |row: &&u32| self.row(**row).compact.length as usize == key.compact.len();
            for row in self.by_variant[rows].iter().take_while(same) {
                if contradict(&query.text, self.text(*row)) {
                    continue;
                }
                let is_same = self.text_of(self.row(*row).variant) == key.variant;
                emit(*row, if is_same { 97 } else { 96 });
            }
        }
    }

    /// Emits the rows whose loosest form is that of the query.
    pub(super) fn loose_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        for hash in query.variants.iter().filter_map(|key| loose_hash(&key.variant)) {
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
        for row in self.read_alike(query).filter(|row| share_kanji(&query.key, self.key(*row))) {
            emit(row, 95);
        }
    }

    /// The rows with the reading that a dictionary gives for the query.
    pub(super) fn read_alike(&self, query: &TermQuery) -> impl Iterator<Item = u32> {
        let sound = query.sound.as_deref().unwrap_or_default();
        let rows = self.with_prefix(&self.by_reading, sound, |row| row.reading);
        let rows = if sound.is_empty() { &[] } else { &self.by_reading[rows] };
        let length = sound.len();
        rows.iter().copied().take_while(move |row| self.row(*row).reading.length as usize == length)
    }

    /// Emits the rows whose key begins with the query, in any of its spellings, then those whose reading does.
    pub(super) fn prefix_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let length = query.small.chars().count();
        let from = self.rows.partition_point(|row| self.text_of(row.small) < query.small.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.text_of(row.small).starts_with(&query.small));
        for (number, row) in (number(from)..).zip(rows) {
            emit(number, 70 + share(length, usize::from(row.length), 20.0));
        }
        for folded in query.folded() {
            for row in &self.by_variant[self.with_prefix(&self.by_variant, folded, |row| row.compact)] {
                emit(*row, 70 + share(length, usize::from(self.row(*row).length), 20.0));
            }
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

    /// Emits the rows whose key contains that of the query, in any of its spellings, except those that are read like it.
    pub(super) fn substring_matches(&self, query: &TermQuery, emit: &mut impl FnMut(u32, u8)) {
        let length = query.small.chars().count();
        let mut found = |row: u32| {
            if !self.is_read_as(row, query.romaji.as_deref()) {
                emit(row, 50 + share(length, usize::from(self.row(row).length), 20.0));
            }
        };
        self.bigrams.containing(&query.small, |row| self.key(row), &mut found);
        for folded in query.folded() {
            if folded != query.small {
                self.bigrams.containing(folded, |row| self.key(row), &mut found);
            }
            let row = |number: u32| self.folded.get(number as usize).copied().unwrap_or_default();
            let key = |number: u32| self.text_of(self.row(row(number)).compact);
            self.folded_bigrams.containing(folded, key, |number| found(row(number)));
        }
    }

    /// The range of `sorted` whose rows have a field that begins with `prefix`; `sorted` is sorted by that field.
    fn with_prefix(&self, sorted: &[u32], prefix: &str, field: impl Fn(&Row) -> TextSlice) -> Range<usize> {
        let text = |row: &u32| self.text_of(field(self.row(*row)));
        let from = sorted.partition_point(|row| text(row) < prefix);
        let count = sorted[from..].partition_point(|row| text(row).starts_with(prefix));
        from..from + count
    }
}

/// Whether two keys that are read alike also agree in their kanji: all kanji of one are in the other, in the same order, so
/// that one has kana where the other has more kanji (げっ歯類, 齧歯類).
fn share_kanji(one: &str, other: &str) -> bool {
    let kanji = |text: &str| -> Vec<char> { text.chars().filter(|c| class(*c) == Class::Kanji).collect() };
    let (mut few, mut many) = (kanji(one), kanji(other));
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    let mut rest = many.iter();
    !few.is_empty() && few.len() < many.len() && few.iter().all(|kanji| rest.any(|other| other == kanji))
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
