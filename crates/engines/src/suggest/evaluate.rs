//! Evaluates a stored segment for a query: the match with its class, score, penalties, differences and repaired target.

use super::alignment::TokenAlignment;
use super::class::MatchClass;
use super::codes::codes_differ;
use super::diff::{DiffSide, Edit, diff};
use super::indel::indel;
use super::memory_match::MemoryMatch;
use super::nearness::Nearness;
use super::penalty::{PenaltyInput, PenaltyPoints};
use super::query::{MemorySegment, SegmentQuery};
use super::repair::RepairInput;
use super::replacement::{Replacement, apply_all};
use super::target_terms::forbidden_term;
use super::terms::TermOccurrence;
use super::value_repair::{placeables_of, repair_values};
use crate::fuzzy::{Distance, ScoreParts, score_parts};
use crate::model::Lang;
use crate::text::comparison::ComparisonForm;
use crate::text::placeable::{Placeable, PlaceableKind};
use crate::text::tokeniser::Tokeniser;

/// Segments with at most this many characters, or one token, are short.
const SHORT: usize = 4;

/// What a stored segment is worth for a query, and why.
#[must_use]
pub fn evaluate(query: &SegmentQuery, stored: MemorySegment, points: &PenaltyPoints, words: &Tokeniser) -> MemoryMatch {
    Evaluator::new(query, points, words).evaluate(stored)
}

/// Evaluates stored segments for a query, one after the other. Source texts are compared once if segments with the same one
/// follow each other: a memory may have a thousand translations of one text.
#[derive(Debug)]
pub struct Evaluator<'a> {
    query: &'a SegmentQuery,
    points: &'a PenaltyPoints,
    words: &'a Tokeniser,
    last: Option<SourceComparison>,
}

/// What follows from the two source texts alone.
#[derive(Debug)]
struct SourceComparison {
    source: String,
    form: ComparisonForm,
    parts: ScoreParts,
    alignment: TokenAlignment,
    edits: Vec<Edit>,
    indel: Distance,
}

impl SourceComparison {
    fn new(query: &SegmentQuery, source: String, words: &Tokeniser) -> Self {
        let form = ComparisonForm::new(&source, &query.source_lang, words);
        let parts = score_parts(&query.form, &form);
        let alignment = TokenAlignment::new(&form, &query.form);
        let sides = (DiffSide { text: &source, form: &form }, DiffSide { text: &query.text, form: &query.form });
        let edits = diff(sides.0, sides.1, &alignment);
        let indel = indel(&query.form.chars, &form.chars);
        Self { source, form, parts, alignment, edits, indel }
    }
}

impl<'a> Evaluator<'a> {
    /// An evaluator of segments for `query`.
    #[must_use]
    pub fn new(query: &'a SegmentQuery, points: &'a PenaltyPoints, words: &'a Tokeniser) -> Self {
        Self { query, points, words, last: None }
    }

    /// What a stored segment is worth, and why.
    #[must_use]
    pub fn evaluate(&mut self, stored: MemorySegment) -> MemoryMatch {
        let (query, words) = (self.query, self.words);
        let last = self.last.take().filter(|last| last.source == stored.segment.source);
        let compared = last.unwrap_or_else(|| SourceComparison::new(query, stored.segment.source.clone(), words));
        let found = evaluate_compared(query, stored, &compared, self.points, words);
        self.last = Some(compared);
        found
    }
}

fn evaluate_compared(
    query: &SegmentQuery,
    stored: MemorySegment,
    compared: &SourceComparison,
    points: &PenaltyPoints,
    words: &Tokeniser,
) -> MemoryMatch {
    let segment = &stored.segment;
    let SourceComparison { form, parts, alignment, .. } = compared;
    let class = MatchClass::of(query, &stored, form, *parts);
    let target = (segment.target.as_str(), &query.target_lang);
    let values = repair_values(form, (&query.text, &query.form), alignment, target);
    let terms: Vec<&TermOccurrence> = query.terms.iter().chain(&stored.terms).collect();
    let fields =
        query.field.as_deref().zip(stored.provenance.field.as_deref()).filter(|(query, stored)| query != stored);
    let penalties = points.list(&PenaltyInput {
        unplaced_values: values.unplaced,
        provenance: points.for_provenance(stored.review, stored.provenance.is_aligned(), segment.confidence),
        origin: &stored.provenance.origin,
        targets: stored.target_count,
        forbidden_term: forbidden_term(&terms, target.0, target.1, words),
        tags_differ: tags_differ(&query.form, target, &values.replacements),
        fields,
        codes_differ: codes_differ(query, &stored.provenance.codes),
        variants: variants(&query.target_lang, &segment.target_lang),
    });
    let deduction = penalties.iter().fold(0_u8, |sum, penalty| sum.saturating_add(penalty.points));
    let score = class.score(parts.base).saturating_sub(deduction);
    let input = RepairInput { query, stored: &stored, form, alignment, values, points, score, deduction };
    let repaired = input.repair(words);
    let near = Nearness::new(
        (query.document.as_deref(), stored.provenance.document.as_deref()),
        (query.field.as_deref(), stored.provenance.field.as_deref()),
    );
    let is_short = [&query.form, form].iter().any(|side| side.chars.len() <= SHORT || side.tokens.len() <= 1);
    let as_written = matches!(class, MatchClass::Context | MatchClass::Exact);
    MemoryMatch {
        segment_id: stored.id,
        score,
        base: if as_written { 100 } else { parts.base.min(99) },
        class,
        parts: *parts,
        penalties,
        diff: compared.edits.clone(),
        repaired,
        project: stored.project,
        release_id: stored.release_id,
        provenance: stored.provenance,
        review: stored.review,
        confidence: stored.segment.confidence,
        source: stored.segment.source,
        target: stored.segment.target,
        reversed: stored.reversed,
        near,
        indel: compared.indel,
        is_short,
    }
}

/// The two languages, if both name a variant and those differ.
fn variants<'a>(query: &'a Lang, stored: &'a Lang) -> Option<(&'a str, &'a str)> {
    let is_variant = |lang: &Lang| lang.as_str() != lang.primary();
    (query != stored && is_variant(query) && is_variant(stored)).then(|| (query.as_str(), stored.as_str()))
}

/// Whether the tags of the query differ from those of the target after its values were replaced.
fn tags_differ(query: &ComparisonForm, (target, lang): (&str, &Lang), replacements: &[Replacement]) -> bool {
    if !target.contains('<') && !query.placeables.iter().any(|found| found.kind == PlaceableKind::Tag) {
        return false;
    }
    let patched = apply_all(target, replacements).map_or_else(|| target.to_owned(), |(text, _)| text);
    let tags = |list: &[Placeable]| {
        let is_tag = |found: &&Placeable| found.kind == PlaceableKind::Tag && found.value.starts_with('<');
        let mut tags: Vec<String> = list.iter().filter(is_tag).map(|found| found.value.clone()).collect();
        tags.sort();
        tags
    };
    tags(&query.placeables) != tags(&placeables_of(&patched, lang))
}
