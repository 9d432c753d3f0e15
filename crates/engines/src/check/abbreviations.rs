//! Finds the abbreviations of terms in a translation, and whether the text around them spells them out.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::terminology::{Name, Terminology};
use super::text::DraftText;
use crate::model::{ConceptId, Span, Spotted, TermId, TermKind};
use crate::text::chars::has_japanese;

/// The longest bracket that may hold a full form, in bytes.
const LONGEST_BRACKET: usize = 400;

/// Abbreviations that every reader knows, from glossary/abbreviations.csv.
static KNOWN_TO_ALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/abbreviations.csv").lines().skip(1);
    rows.filter_map(|row| row.split(',').next()).collect()
});

/// An abbreviation in a translation.
#[derive(Debug, Clone)]
pub(super) struct Abbreviation {
    pub(super) concept: ConceptId,
    pub(super) term: TermId,
    pub(super) span: Span,
    /// Whether the text around it spells it out.
    pub(super) is_spelt_out: bool,
}

/// The abbreviations in a translation whose concept has a full form in the same language.
pub(super) fn abbreviations(target: &DraftText<'_>, spots: &[Spotted], terminology: &Terminology) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    for spot in spots.iter().filter(|spot| !spot.nested && !target.is_shielded(spot.span)) {
        let Some(name) = terminology.target_name(spot.concept_id, spot.term_id).filter(|name| name.is_abbreviation())
        else {
            continue;
        };
        let is_repeated = found.last().is_some_and(|last| last.span == spot.span);
        if !is_repeated
            && !KNOWN_TO_ALL.contains(name.text.as_str())
            && full_form(terminology, spot.concept_id).is_some()
        {
            let is_spelt_out = is_spelt_out(target.text, spot.span);
            found.push(Abbreviation { concept: spot.concept_id, term: spot.term_id, span: spot.span, is_spelt_out });
        }
    }
    found
}

/// The full form to use for a concept.
pub(super) fn full_form(terminology: &Terminology, concept: ConceptId) -> Option<&Name> {
    let names = terminology.get(concept)?.target.iter();
    names.into_iter().find(|name| name.kind == TermKind::FullForm && name.is_recommended())
}

/// Whether the text around an abbreviation reads `full form (ABBR)` or `ABBR (full form)`.
fn is_spelt_out(text: &str, span: Span) -> bool {
    let mut near = span.start.saturating_sub(LONGEST_BRACKET);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    let before = text.get(near..span.start).unwrap_or_default().trim_end();
    let after = text.get(span.end..).unwrap_or_default().trim_start();
    if before.ends_with(['(', '（', '[', ':', '：', ',', ';']) {
        // (selective serotonin reuptake inhibitor: SSRI), (SSRI; …)
        let open = before.rfind(['(', '（', '[']);
        let closed = before.rfind([')', '）', ']']);
        if open > closed {
            return true;
        }
    }
    let inside = after.strip_prefix(['(', '（']).and_then(|rest| rest.split([')', '）']).next());
    inside.is_some_and(|inside| inside.split_whitespace().count() >= 2 || has_japanese(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_abbreviations_are_sorted_and_unique() {
        let rows: Vec<&str> = include_str!("../../../../glossary/abbreviations.csv").lines().skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(rows.iter().all(|row| row.split(',').count() == 2));
    }

    #[test]
    fn brackets_around_or_after_an_abbreviation_spell_it_out() {
        for (text, want) in [
            ("a serotonin inhibitor (SSRI) is", true),
            ("SSRI (selective serotonin inhibitor)", true),
            ("(inhibitor: SSRI)", true),
            ("再取り込み阻害薬（SSRI）", true),
            ("the SSRI is", false),
            ("SSRI (12)", false),
            ("(see above) SSRI", false),
        ] {
            let start = text.find("SSRI").unwrap();
            assert_eq!(is_spelt_out(text, Span::new(start, start + 4)), want, "{text}");
        }
    }
}
