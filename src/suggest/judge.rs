//! A question and a remembered segment in; the match out: scored, with reasons, what was changed, and a mended target.

use super::alignment::Alignment;
use super::carry::{carried, placeables_of};
use super::class::MatchClass;
use super::diff::{Side, diff};
use super::indel::indel;
use super::memory::MemoryMatch;
use super::occurrences::forbidden;
use super::order::Nearness;
use super::penalty::{Circumstances, Penalties};
use super::question::{Question, Remembered};
use super::repair::Repair;
use super::replace::{Replacement, applied};
use super::terms::FoundTerm;
use crate::fuzzy::score::score_parts;
use crate::model::Lang;
use crate::text::comparison::ComparisonForm;
use crate::text::placeable::{Placeable, PlaceableKind};
use crate::text::tokeniser::Tokeniser;

/// Segments that have so few characters, or one token, are short.
const SHORT: usize = 4;

/// What a remembered segment is worth for a question, and why.
#[must_use]
pub fn judge(question: &Question, remembered: Remembered, penalties: &Penalties, words: &Tokeniser) -> MemoryMatch {
    let segment = &remembered.segment;
    let form = ComparisonForm::new(&segment.source, &question.source_lang, words);
    let parts = score_parts(&question.form, &form);
    let class = MatchClass::of(question, &remembered, &form, parts);
    let alignment = Alignment::new(&form, &question.form);
    let target = (segment.target.as_str(), &question.target_lang);
    let carried = carried(&form, (&question.text, &question.form), &alignment, target);
    let terms: Vec<&FoundTerm> = question.terms.iter().chain(&remembered.terms).collect();
    let fields =
        question.field.as_deref().zip(remembered.provenance.field.as_deref()).filter(|(asked, known)| asked != known);
    let penalties_found = penalties.list(&Circumstances {
        unplaced_values: carried.left,
        standing: penalties.for_standing(remembered.review, remembered.provenance.is_aligned(), segment.confidence),
        origin: &remembered.provenance.origin,
        targets: remembered.how_many_targets,
        forbidden_term: forbidden(&terms, target.0, target.1, words),
        tags_differ: tags_differ(&question.form, target, &carried.replacements),
        fields,
    });
    let points = penalties_found.iter().fold(0_u8, |sum, penalty| sum.saturating_add(penalty.points));
    let score = class.score(parts.base).saturating_sub(points);
    let (source_side, query_side) =
        (Side { text: &segment.source, form: &form }, Side { text: &question.text, form: &question.form });
    let edits = diff(source_side, query_side, &alignment);
    let repair = Repair {
        question,
        remembered: &remembered,
        form: &form,
        alignment: &alignment,
        values: carried.replacements,
        penalties,
        score,
        points,
    };
    let repaired = repair.done(words);
    let near = Nearness::new(
        (question.document.as_deref(), remembered.provenance.document.as_deref()),
        (question.field.as_deref(), remembered.provenance.field.as_deref()),
    );
    let is_short = [&question.form, &form].iter().any(|side| side.chars.len() <= SHORT || side.tokens.len() <= 1);
    let as_written = matches!(class, MatchClass::Context | MatchClass::Exact);
    MemoryMatch {
        segment_id: remembered.id,
        score,
        base: if as_written { 100 } else { parts.base.min(99) },
        class,
        parts,
        penalties: penalties_found,
        diff: edits,
        repaired,
        project: remembered.project,
        release_id: remembered.release_id,
        provenance: remembered.provenance,
        review: remembered.review,
        confidence: remembered.segment.confidence,
        source: remembered.segment.source,
        target: remembered.segment.target,
        reversed: remembered.reversed,
        near,
        indel: indel(&question.form.chars, &form.chars),
        is_short,
    }
}

/// Whether the tags of the text asked about are other than those of the target with its values put in.
fn tags_differ(query: &ComparisonForm, (target, lang): (&str, &Lang), replacements: &[Replacement]) -> bool {
    if !target.contains('<') && !query.placeables.iter().any(|found| found.kind == PlaceableKind::Tag) {
        return false;
    }
    let patched = applied(target, replacements).map_or_else(|| target.to_owned(), |(text, _)| text);
    let tags = |list: &[Placeable]| {
        let is_tag = |found: &&Placeable| found.kind == PlaceableKind::Tag && found.value.starts_with('<');
        let mut tags: Vec<String> = list.iter().filter(is_tag).map(|found| found.value.clone()).collect();
        tags.sort();
        tags
    };
    tags(&query.placeables) != tags(&placeables_of(&patched, lang))
}
