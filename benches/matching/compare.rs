//! Scores many texts for a query, as far as they can be among the best.

use rustc_hash::FxHashMap;
use taiyaku::fuzzy::{Distance, ScoreParts};
use taiyaku::text::comparison::ComparisonForm;
use taiyaku::text::edit_distance::Pattern;
use xxhash_rust::xxh3::xxh3_64;

use super::truth::{Best, Measure, Place};

/// What is compared of a text.
#[derive(Debug, Default)]
struct Form {
    chars: Vec<char>,
    /// Hashes of the tokens; none where only characters count.
    tokens: Vec<u64>,
    /// Hashes of the text as written and of its normal form.
    written: u64,
    normal: u64,
}

impl Form {
    fn new(text: &str, measure: Measure, place: Place<'_>) -> Self {
        if measure == Measure::Characters {
            return Self { chars: text.chars().collect(), ..Self::default() };
        }
        let form = ComparisonForm::new(text, place.lang, place.words);
        let tokens = form.tokens.iter().map(|token| xxh3_64(token.text.as_bytes())).collect();
        let (written, normal) = (xxh3_64(text.as_bytes()), xxh3_64(form.normal.as_bytes()));
        Self { chars: form.chars, tokens, written, normal }
    }
}

/// A question.
#[derive(Debug)]
pub(crate) struct Asked {
    form: Form,
}

impl Asked {
    pub(crate) fn new(text: &str, measure: Measure, place: Place<'_>) -> Self {
        Self { form: Form::new(text, measure, place) }
    }
}

/// Texts to compare with.
#[derive(Debug)]
pub(crate) struct Chunk {
    measure: Measure,
    forms: Vec<Form>,
    /// For every character the row it has in the pattern of the question.
    rows: Vec<u16>,
}

impl Chunk {
    pub(crate) fn new(texts: &[String], measure: Measure, place: Place<'_>) -> Self {
        let forms = texts.iter().map(|text| Form::new(text, measure, place)).collect();
        Self { measure, forms, rows: vec![0; char::MAX as usize + 1] }
    }

    /// Compares the question with every text; `first` is the line of the first one.
    pub(crate) fn compare(&mut self, asked: &Asked, best: &mut Best, first: u32) {
        let question = &asked.form;
        let mut characters = Pattern::default();
        characters.clear(question.chars.len());
        for (place, c) in question.chars.iter().enumerate() {
            let row = &mut self.rows[*c as usize];
            if *row == 0 {
                *row = u16::try_from(characters.add_row()).unwrap();
            }
            characters.mark(usize::from(*row), place);
        }
        let mut tokens = Pattern::default();
        tokens.clear(question.tokens.len());
        let mut token_rows: FxHashMap<u64, usize> = FxHashMap::default();
        for (place, token) in question.tokens.iter().enumerate() {
            let row = *token_rows.entry(*token).or_insert_with(|| tokens.add_row());
            tokens.mark(row, place);
        }
        for (line, form) in (first..).zip(&self.forms) {
            let rows = &self.rows;
            let mut by_characters = |most| characters.distance(&form.chars, most, |c| usize::from(rows[c as usize]));
            let mut by_tokens =
                |most| tokens.distance(&form.tokens, most, |token| token_rows.get(&token).copied().unwrap_or_default());
            let score = match self.measure {
                Measure::Characters => similarity(question, form, best.bar, &mut by_characters),
                Measure::Score => score(question, form, best.bar, &mut by_tokens, &mut by_characters),
            };
            if let Some(score) = score {
                best.add(line, score);
            }
        }
        for c in &question.chars {
            self.rows[*c as usize] = 0;
        }
    }
}

/// A little more than what a fraction of whole numbers can be off by.
const TINY: f64 = 1e-9;

/// The similarity of the characters, where it is `bar` or more.
fn similarity(question: &Form, form: &Form, bar: f64, distance: &mut dyn FnMut(usize) -> Option<usize>) -> Option<f64> {
    let longest = question.chars.len().max(form.chars.len());
    if longest == 0 {
        return None;
    }
    let edits = distance(whole((1.0 - bar) * longest as f64)?)?;
    Some(1.0 - edits as f64 / longest as f64)
}

/// The fuzzy match score, where it is `bar` or more.
fn score(
    question: &Form,
    form: &Form,
    bar: f64,
    by_tokens: &mut dyn FnMut(usize) -> Option<usize>,
    by_characters: &mut dyn FnMut(usize) -> Option<usize>,
) -> Option<f64> {
    let of = |edits: usize, longest: usize| Distance {
        edits: u32::try_from(edits).unwrap(),
        longest: u32::try_from(longest).unwrap(),
    };
    let (m, n) = (question.chars.len(), form.chars.len());
    let (p, q) = (question.tokens.len(), form.tokens.len());
    if [m, n, p, q].contains(&0) {
        return None;
    }
    // What both similarities must sum up to.
    let sum = bar.min(100.0) / 50.0;
    let longest = 1.0 - m.abs_diff(n) as f64 / m.max(n) as f64;
    let edits = by_tokens(whole((1.0 + longest - sum) * p.max(q) as f64)?)?;
    let tokens = of(edits, p.max(q));
    let edits = by_characters(whole((1.0 + tokens.similarity() - sum) * m.max(n) as f64)?)?;
    let base = ScoreParts::new(of(edits, m.max(n)), tokens).base;
    let short = m.min(n) <= 4 || p.min(q) <= 1;
    let score = match base {
        100 if question.written == form.written => 100,
        100 if question.normal == form.normal => 99,
        100 => 98,
        base if short && base < 75 => return None,
        base => base,
    };
    Some(f64::from(score))
}

/// The whole edits in `edits`; none where there are less than 0.
fn whole(edits: f64) -> Option<usize> {
    (edits > -TINY).then_some((edits + TINY) as usize)
}
