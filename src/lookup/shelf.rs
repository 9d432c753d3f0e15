//! Terms in; rows sorted by each key they are found by out. Never changed once it is built.

use std::ops::Range;

use super::FindableTerm;
use super::best::Candidate;
use super::grams::Grams;
use super::question::Question;
use super::similar::Lengths;
use crate::model::{ConceptId, Lang, ProjectId, TermId};
use crate::text::chars::{Class, class};
use crate::text::kana::{loose_fold, romaji, romaji_key};

/// The terms of a base, or the few that changed.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// By key.
    rows: Vec<Row>,
    langs: Vec<Lang>,
    /// What the terms are found by, one after the other.
    texts: String,
    by_variant: Vec<u32>,
    /// Hashes of the loosest form of terms that hold katakana, with their rows.
    by_loose: Vec<(u64, u32)>,
    /// Rows with a reading, by reading.
    by_reading: Vec<u32>,
    /// Rows with a reading, by its romaji.
    by_romaji: Vec<u32>,
    grams: Grams,
    pub(super) lengths: Lengths,
}

/// A term.
#[derive(Debug)]
struct Row {
    term_id: TermId,
    concept_id: ConceptId,
    project_id: ProjectId,
    confidence: f64,
    text: Part,
    key: Part,
    variant: Part,
    reading: Part,
    romaji: Part,
    lang: u16,
    /// Characters of the key.
    length: u16,
}

/// Bytes of the texts of a shelf.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    start: u32,
    length: u32,
}

/// The rows that count for a question.
pub(super) struct View<'a> {
    pub(super) shelf: &'a Shelf,
    /// For each language whether its terms count.
    langs: Vec<bool>,
    projects: &'a [ProjectId],
    hidden: &'a dyn Fn(TermId, ConceptId) -> bool,
}

impl View<'_> {
    /// The candidate a row is, if it counts.
    pub(super) fn candidate(&self, row: u32, score: u8) -> Option<Candidate> {
        let known = &self.shelf.rows[row as usize];
        if !self.langs[usize::from(known.lang)] || (self.hidden)(known.term_id, known.concept_id) {
            return None;
        }
        let rank = self.projects.iter().position(|project| *project == known.project_id)?;
        Some(Candidate {
            score,
            rank: u16::try_from(rank).unwrap_or(u16::MAX),
            confidence: known.confidence,
            concept_id: known.concept_id,
            term_id: known.term_id,
            in_main: true,
            row,
        })
    }
}

impl Shelf {
    pub(super) fn new(mut terms: Vec<FindableTerm>) -> Self {
        terms.sort_unstable_by(|a, b| (&a.key, a.term_id).cmp(&(&b.key, b.term_id)));
        let mut shelf = Self::default();
        shelf.rows.reserve_exact(terms.len());
        for term in terms {
            shelf.add(&term);
        }
        shelf.texts.shrink_to_fit();
        let with_reading = || (0..).zip(&shelf.rows).filter(|(_, row)| row.reading.length > 0).map(|(row, _)| row);
        let mut by_variant: Vec<u32> = (0..).zip(&shelf.rows).map(|(row, _)| row).collect();
        let (mut by_reading, mut by_romaji): (Vec<u32>, Vec<u32>) =
            (with_reading().collect(), with_reading().collect());
        by_variant.sort_by_key(|row| shelf.part(shelf.row(*row).variant));
        by_reading.sort_by_key(|row| shelf.part(shelf.row(*row).reading));
        by_romaji.sort_by_key(|row| shelf.part(shelf.row(*row).romaji));
        shelf.grams = Grams::new(shelf.rows.iter().map(|row| shelf.part(row.key)));
        shelf.lengths = Lengths::new(shelf.rows.iter().map(|row| shelf.part(row.key)));
        let loose = |row: u32| loose_hash(shelf.part(shelf.row(row).variant)).map(|hash| (hash, row));
        let mut by_loose: Vec<(u64, u32)> = by_variant.iter().filter_map(|row| loose(*row)).collect();
        by_loose.sort_unstable();
        Self { by_variant, by_reading, by_romaji, by_loose, ..shelf }
    }

    fn add(&mut self, term: &FindableTerm) {
        let lang = self.langs.iter().position(|lang| *lang == term.lang).unwrap_or_else(|| {
            self.langs.push(term.lang.clone());
            self.langs.len() - 1
        });
        let reading = term.reading_key.as_deref().unwrap_or_default();
        let key = self.keep(&term.key, &[]);
        let row = Row {
            term_id: term.term_id,
            concept_id: term.concept_id,
            project_id: term.project_id,
            confidence: term.confidence,
            text: self.keep(&term.text, &[key]),
            key,
            variant: self.keep(&term.variant_key, &[key]),
            reading: self.keep(reading, &[key]),
            romaji: self.keep(&romaji_key(&romaji(reading)), &[]),
            lang: u16::try_from(lang).unwrap_or(u16::MAX),
            length: u16::try_from(term.key.chars().count()).unwrap_or(u16::MAX),
        };
        self.rows.push(row);
    }

    /// Keeps a text, unless it is the same as one of `kept`.
    fn keep(&mut self, text: &str, kept: &[Part]) -> Part {
        if let Some(same) = kept.iter().find(|part| self.part(**part) == text) {
            return *same;
        }
        let part = Part { start: number(self.texts.len()), length: number(text.len()) };
        self.texts.push_str(text);
        part
    }

    fn part(&self, part: Part) -> &str {
        let start = part.start as usize;
        self.texts.get(start..start + part.length as usize).unwrap_or_default()
    }

    fn row(&self, row: u32) -> &Row {
        &self.rows[row as usize]
    }

    /// The term of a row as written.
    pub(super) fn text(&self, row: u32) -> &str {
        self.part(self.row(row).text)
    }

    /// The key of a row.
    pub(super) fn key(&self, row: u32) -> &str {
        self.part(self.row(row).key)
    }

    /// Whether the reading of a row is `romaji`.
    pub(super) fn reads(&self, row: u32, romaji: Option<&str>) -> bool {
        let row = self.row(row);
        row.reading.length > 0 && romaji == Some(self.part(row.romaji))
    }

    /// The rows that count for a question, without those that are `hidden`.
    pub(super) fn view<'a>(
        &'a self,
        question: &'a Question,
        hidden: &'a dyn Fn(TermId, ConceptId) -> bool,
    ) -> View<'a> {
        let speaks = |lang: &Lang| match &question.lang {
            None => true,
            Some(wanted) => {
                let rest = lang.as_str().strip_prefix(wanted.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
        };
        View { shelf: self, langs: self.langs.iter().map(speaks).collect(), projects: &question.projects, hidden }
    }

    /// Gives the rows with the key of the question.
    pub(super) fn exact(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        let from = self.rows.partition_point(|row| self.part(row.key) < question.key.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.part(row.key) == question.key);
        (number(from)..).zip(rows).for_each(|(row, _)| take(row, 100));
    }

    /// Gives the rows with a variant key of the question.
    pub(super) fn variants(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        for variant in &question.variants {
            let rows = self.beginning(&self.by_variant, variant, |row| row.variant);
            let same = |row: &&u32| self.row(**row).variant.length as usize == variant.len();
            self.by_variant[rows].iter().take_while(same).for_each(|row| take(*row, 97));
        }
    }

    /// Gives the rows whose loosest form is that of the question.
    pub(super) fn loosely_alike(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        for hash in question.variants.iter().filter_map(|variant| loose_hash(variant)) {
            let from = self.by_loose.partition_point(|(known, _)| *known < hash);
            self.by_loose[from..].iter().take_while(|(known, _)| *known == hash).for_each(|(_, row)| take(*row, 90));
        }
    }

    /// Gives the rows that read like the question.
    pub(super) fn readings(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        let (kana, letters) = (question.reading.as_deref(), question.romaji.as_deref());
        if let Some(reading) = kana {
            let rows = self.beginning(&self.by_reading, reading, |row| row.reading);
            let same = |row: &&u32| self.row(**row).reading.length as usize == reading.len();
            self.by_reading[rows].iter().take_while(same).for_each(|row| take(*row, 94));
        }
        if let Some(letters) = letters {
            let rows = self.beginning(&self.by_romaji, letters, |row| row.romaji);
            let same = |row: &&u32| self.row(**row).romaji.length as usize == letters.len();
            self.by_romaji[rows].iter().take_while(same).for_each(|row| take(*row, 92));
        }
    }

    /// Gives the rows whose key begins with the question, then those whose reading does.
    pub(super) fn beginnings(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        let length = question.key.chars().count();
        let from = self.rows.partition_point(|row| self.part(row.key) < question.key.as_str());
        let rows = self.rows[from..].iter().take_while(|row| self.part(row.key).starts_with(&question.key));
        for (number, row) in (number(from)..).zip(rows) {
            take(number, 70 + share(length, usize::from(row.length), 20.0));
        }
        if let Some(reading) = &question.reading {
            let length = reading.chars().count();
            for row in &self.by_reading[self.beginning(&self.by_reading, reading, |row| row.reading)] {
                let whole = self.part(self.row(*row).reading).chars().count();
                take(*row, 55 + share(length, whole, 14.0));
            }
        }
        for romaji in &question.romaji_beginnings {
            let length = romaji.chars().count();
            for row in &self.by_romaji[self.beginning(&self.by_romaji, romaji, |row| row.romaji)] {
                let whole = self.part(self.row(*row).romaji).chars().count();
                take(*row, 55 + share(length, whole, 14.0));
            }
        }
    }

    /// Gives the rows whose key contains that of the question and that do not read like it.
    pub(super) fn containing(&self, question: &Question, take: &mut impl FnMut(u32, u8)) {
        let length = question.key.chars().count();
        self.grams.containing(
            &question.key,
            |row| self.key(row),
            |row| {
                if !self.reads(row, question.romaji.as_deref()) {
                    take(row, 50 + share(length, usize::from(self.row(row).length), 20.0));
                }
            },
        );
    }

    /// The places in `sorted` of the rows of which a part begins with `beginning`.
    fn beginning(&self, sorted: &[u32], beginning: &str, part: impl Fn(&Row) -> Part) -> Range<usize> {
        let text = |row: &u32| self.part(part(self.row(*row)));
        let from = sorted.partition_point(|row| text(row) < beginning);
        let count = sorted[from..].partition_point(|row| text(row).starts_with(beginning));
        from..from + count
    }
}

/// A number for the loosest form of a variant key; none where it holds no katakana.
fn loose_hash(variant: &str) -> Option<u64> {
    let is_katakana = |c| class(c) == Class::Katakana;
    variant.chars().any(is_katakana).then(|| xxhash_rust::xxh3::xxh3_64(loose_fold(variant).as_bytes()))
}

/// How much of the whole the part is, as a number up to `most`.
pub(super) fn share(part: usize, whole: usize, most: f64) -> u8 {
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let share = part as f64 / whole.max(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and `most`")]
    let points = (share.min(1.0) * most).round() as u8;
    points
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
