//! Reads a draft for checks and the language server: a bilingual file, or a text and its translation in two files.
//!
//! Paragraphs are split into sentences where both sides have the same number, because a memory holds sentences. Where
//! the paragraphs of two files do not correspond, their sentences are aligned.

use crate::align::{TranslationTable, align};
use crate::exchange::Section;
use crate::model::{Lang, Span};
use crate::text::sentence::sentences;
use crate::text::tokeniser::Tokeniser;

pub use crate::exchange::{
    DecodedFile, Document, DocumentProblem, DocumentUnit, FileFormat, FileHint, PLACEHOLDER, Passage, Rewrite,
    UnitState, counterpart, decode, format_of_document, language_in_name, line_starts,
};
pub use crate::text::kana::{katakana, romaji, romaji_key};

/// Longer texts are not aligned; their sentences are paired in order.
const MOST_ALIGNED: usize = 2_000;

/// Reads a file. Text in one language is split into sentences.
#[must_use]
pub fn read(text: &str, hint: &FileHint) -> Document {
    let mut document = Document::read(text, hint);
    if !document.format.is_bilingual() {
        let units = std::mem::take(&mut document.units);
        document.units = units
            .into_iter()
            .flat_map(|unit| {
                let parts = parts(&unit.source);
                parts.into_iter().map(move |source| DocumentUnit { span: source.file_span(), source, ..unit.clone() })
            })
            .collect();
    }
    document
}

/// Reads a text and its translation from two files. Passages of the source belong to file 0, of the target to file 1.
#[must_use]
pub fn pair(source: &str, target: &str, hint: &FileHint) -> Document {
    let words = Tokeniser::by_script();
    let (format, sections) = Document::sections(source, target, &hint.name);
    let from_english = hint.source_lang.as_ref().is_some_and(Lang::is_english);
    let mut pairs = Vec::new();
    for section in sections {
        match section {
            Section::Pairs(found) => {
                for (one, other) in found {
                    let (ones, others) = (parts(&one), parts(&other));
                    let lines = (lines(source, &one), lines(target, &other));
                    if ones.len() == others.len() {
                        pairs.extend(ones.into_iter().zip(others).map(|(one, other)| (Some(one), Some(other))));
                    } else if lines == (ones.len(), others.len()) {
                        // Each sentence has a line, so the sides should have the same number: one is missing.
                        align_uneven(&[one], &[other], from_english, &words, &mut pairs);
                    } else {
                        pairs.push((Some(one), Some(other)));
                    }
                }
            }
            Section::Uneven { source, target } => align_uneven(&source, &target, from_english, &words, &mut pairs),
        }
    }
    Document::of_pairs(format, hint, pairs)
}

/// On how many lines of its file a passage stands.
fn lines(file: &str, passage: &Passage) -> usize {
    let span = passage.file_span();
    file.get(span.start..span.end).unwrap_or_default().lines().filter(|line| !line.trim().is_empty()).count()
}

/// The sentences of a passage.
fn parts(passage: &Passage) -> Vec<Passage> {
    let found: Vec<Span> = sentences(passage.text());
    let found: Vec<Span> = found.into_iter().filter(|span| !span.of(passage.text()).trim().is_empty()).collect();
    if found.len() < 2 { vec![passage.clone()] } else { found.into_iter().map(|span| passage.part(span)).collect() }
}

/// Aligns passages where the two sides have different numbers of them.
fn align_uneven(
    source: &[Passage],
    target: &[Passage],
    from_english: bool,
    words: &Tokeniser,
    pairs: &mut Vec<(Option<Passage>, Option<Passage>)>,
) {
    let source: Vec<Passage> = source.iter().flat_map(parts).collect();
    let target: Vec<Passage> = target.iter().flat_map(parts).collect();
    let texts = |passages: &[Passage]| passages.iter().map(|passage| passage.text().to_owned()).collect::<Vec<_>>();
    let (ones, others) = (texts(&source), texts(&target));
    let (ones, others): (Vec<&str>, Vec<&str>) =
        (ones.iter().map(String::as_str).collect(), others.iter().map(String::as_str).collect());
    if source.len().max(target.len()) > MOST_ALIGNED {
        let longest = source.len().max(target.len());
        pairs.extend((0..longest).map(|at| (source.get(at).cloned(), target.get(at).cloned())));
        return;
    }
    let (ja, en) = if from_english { (&others, &ones) } else { (&ones, &others) };
    for bead in align(ja, en, &TranslationTable::default(), words) {
        let (one, other) = if from_english { (bead.en, bead.ja) } else { (bead.ja, bead.en) };
        // Several sentences on one side against one on the other: the first is paired, the rest stand alone.
        let longest = one.len().max(other.len());
        for at in 0..longest {
            let passage = |passages: &[Passage], range: &std::ops::Range<usize>| {
                range.clone().nth(at).and_then(|at| passages.get(at)).cloned()
            };
            pairs.push((passage(&source, &one), passage(&target, &other)));
        }
    }
}
