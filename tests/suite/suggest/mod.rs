//! Remembered translations are scored, explained, mended and put in order; nothing is invented.

mod carrying;
mod diffs;
mod matches;
mod mending;
mod ordering;
mod placeables;
mod rewriting;

use taiyaku::model::{Concept, ConceptId, Lang, Provenance, Review, Segment, SegmentId, TermId, TermKind, Usage};
use taiyaku::suggest::{FoundTerm, MemoryMatch, Penalties, Question, Remembered, Translation, judge};
use taiyaku::text::tokeniser::Tokeniser;

/// A question from Japanese to English, or the other way round for a text without Japanese.
fn question(text: &str) -> Question {
    let japanese = text.chars().any(|c| ('ぁ'..='龠').contains(&c) || ('ｦ'..='ﾟ').contains(&c));
    let (source, target) = if japanese { (Lang::JA, Lang::EN) } else { (Lang::EN, Lang::JA) };
    Question::new(text.to_owned(), source, target, &Tokeniser::by_script())
}

/// A segment a person has approved, in the languages of `asked`.
fn remembered(asked: &Question, source: &str, target: &str) -> Remembered {
    Remembered {
        id: SegmentId::new(1),
        project: "default".to_owned(),
        release_id: None,
        review: Review::Approved,
        segment: Segment {
            source_lang: asked.source_lang.clone(),
            target_lang: asked.target_lang.clone(),
            source: source.to_owned(),
            target: target.to_owned(),
            confidence: 0.9,
        },
        provenance: Provenance::of_release(),
        reversed: false,
        how_many_targets: 1,
        terms: Vec::new(),
    }
}

/// What an approved segment is worth for a text.
fn judged(text: &str, source: &str, target: &str) -> MemoryMatch {
    let asked = question(text);
    let known = remembered(&asked, source, target);
    judge(&asked, known, &Penalties::default(), &Tokeniser::by_script())
}

/// A term where it first stands in `text`, with what its concept may be called.
fn found(text: &str, term: &str, concept: i64, names: &[(&str, Usage)]) -> FoundTerm {
    let start = text.find(term).unwrap_or_else(|| panic!("`{term}` is not in `{text}`"));
    let name = |(at, (text, usage)): (i64, &(&str, Usage))| Translation {
        term_id: TermId::new(concept * 10 + at),
        text: (*text).to_owned(),
        kind: if text.len() < 4 { TermKind::Abbreviation } else { TermKind::FullForm },
        usage: *usage,
        review: Review::Approved,
        confidence: 0.9,
        reasons: Vec::new(),
        releases: 1,
    };
    FoundTerm {
        span: (start..start + term.len()).into(),
        text: term.to_owned(),
        nested: false,
        term_id: TermId::new(concept * 10 + 9),
        concept: Concept::empty(ConceptId::new(concept), "default"),
        translations: (0..).zip(names).map(name).collect(),
    }
}
