//! Stored translations are scored, explained, adapted and ordered; nothing is invented.

mod diffs;
mod matches;
mod ordering;
mod placeables;
mod rewriting;
mod term_repair;
mod truth;
mod value_repair;

use std::sync::Arc;

use taiyaku_engines::suggest::{
    MemoryMatch, MemorySegment, PenaltyPoints, SegmentQuery, TermOccurrence, Translation, evaluate,
};
use taiyaku_language::model::{
    Concept, ConceptId, Lang, Provenance, Review, Segment, SegmentId, TermId, TermKind, Usage,
};
use taiyaku_language::text::tokeniser::Tokeniser;

/// A query from Japanese to English, or in the opposite direction for a text without Japanese.
fn query(text: &str) -> SegmentQuery {
    let japanese = text.chars().any(|c| ('ぁ'..='龠').contains(&c) || ('ｦ'..='ﾟ').contains(&c));
    let (source, target) = if japanese { (Lang::JA, Lang::EN) } else { (Lang::EN, Lang::JA) };
    SegmentQuery::new(text.to_owned(), source, target, &Tokeniser::by_script())
}

/// An approved segment in the languages of `query`.
fn stored(query: &SegmentQuery, source: &str, target: &str) -> MemorySegment {
    MemorySegment {
        id: SegmentId::new(1),
        project: "default".to_owned(),
        release_id: None,
        review: Review::Approved,
        segment: Segment {
            source_lang: query.source_lang.clone(),
            target_lang: query.target_lang.clone(),
            source: source.to_owned(),
            target: target.to_owned(),
            confidence: 0.9,
        },
        provenance: Provenance::of_release(),
        reversed: false,
        target_count: 1,
        terms: Vec::new(),
    }
}

/// The match of an approved segment for a text.
fn match_for(text: &str, source: &str, target: &str) -> MemoryMatch {
    let query = query(text);
    let stored = stored(&query, source, target);
    evaluate(&query, stored, &PenaltyPoints::default(), &Tokeniser::by_script())
}

/// A term at its first place in `text`, with these translations.
fn term_in(text: &str, term: &str, concept: i64, names: &[(&str, Usage)]) -> TermOccurrence {
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
    TermOccurrence {
        span: (start..start + term.len()).into(),
        text: term.to_owned(),
        nested: false,
        term_id: TermId::new(concept * 10 + 9),
        concept: Arc::new(Concept::empty(ConceptId::new(concept), "default")),
        translations: (0..).zip(names).map(name).collect(),
    }
}
