//! A bilingual file, or a text and its translation, in; a draft with the places of its texts out.
//!
//! Paragraphs are cut into sentences where both sides have as many, because that is what a memory holds; where two texts
//! do not run side by side, their sentences are aligned.

use crate::align::{TranslationTable, align};
use crate::exchange::document::Stretch;
use crate::model::{Lang, Span};
use crate::text::sentence::sentences;
use crate::text::tokeniser::Tokeniser;

pub use crate::exchange::document::{
    Document, DocumentFormat, DocumentHint, DocumentProblem, DocumentUnit, PLACEHOLDER, Passage, Rewrite, UnitState,
    counterpart, language_in_name,
};
pub use crate::text::kana::{katakana, romaji, romaji_key};

/// More sentences than these are not aligned: they are paired in order of the text.
const MOST_ALIGNED: usize = 2_000;

/// Reads a file. What stands in one language is cut into sentences.
#[must_use]
pub fn read(text: &str, hint: &DocumentHint) -> Document {
    let mut document = Document::read(text, hint);
    if !document.format.is_bilingual() {
        let units = std::mem::take(&mut document.units);
        document.units = units
            .into_iter()
            .flat_map(|unit| {
                let parts = parts(&unit.source);
                parts.into_iter().map(move |source| DocumentUnit { span: source.place(), source, ..unit.clone() })
            })
            .collect();
    }
    document
}

/// Reads a text and its translation that are two files: passages of the first are of file 0, of the second of file 1.
#[must_use]
pub fn pair(source: &str, target: &str, hint: &DocumentHint) -> Document {
    let words = Tokeniser::by_script();
    let (format, stretches) = Document::stretches(source, target, &hint.name);
    let from_english = hint.source_lang.as_ref().is_some_and(Lang::is_english);
    let mut pairs = Vec::new();
    for stretch in stretches {
        match stretch {
            Stretch::Pairs(found) => {
                for (one, other) in found {
                    let (ones, others) = (parts(&one), parts(&other));
                    if ones.len() == others.len() {
                        pairs.extend(ones.into_iter().zip(others).map(|(one, other)| (Some(one), Some(other))));
                    } else {
                        pairs.push((Some(one), Some(other)));
                    }
                }
            }
            Stretch::Uneven { source, target } => aligned(&source, &target, from_english, &words, &mut pairs),
        }
    }
    Document::of_pairs(format, hint, pairs)
}

/// The sentences of a passage.
fn parts(passage: &Passage) -> Vec<Passage> {
    let found: Vec<Span> = sentences(passage.text());
    let found: Vec<Span> = found.into_iter().filter(|span| !span.of(passage.text()).trim().is_empty()).collect();
    if found.len() < 2 { vec![passage.clone()] } else { found.into_iter().map(|span| passage.part(span)).collect() }
}

/// Pairs of what belongs together, where the number of passages does not say.
fn aligned(
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
        // Several sentences that are one on the other side: the first stands for the pair, the others for themselves.
        let longest = one.len().max(other.len());
        for at in 0..longest {
            let passage = |passages: &[Passage], range: &std::ops::Range<usize>| {
                range.clone().nth(at).and_then(|at| passages.get(at)).cloned()
            };
            pairs.push((passage(&source, &one), passage(&target, &other)));
        }
    }
}
