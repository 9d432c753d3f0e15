//! The facts of a document in; abbreviations of known terms that stand before the place that spells them out, or that
//! nothing spells out, out. Headings and labels do not count: titles may say what the text explains.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::facts::Facts;
use super::known::{Concepts, Name};
use super::note::{finding, shown};
use super::reading::Text;
use super::{Unit, replace};
use crate::model::{ConceptId, Finding, Lang, Place, Related, Rule, Severity, Side, Span, Spotted, TermId, TermKind};
use crate::text::chars::has_japanese;

/// A bracket that spells out is no longer than so many bytes.
const LONGEST_BRACKET: usize = 400;

/// glossary/abbreviations.csv: what every reader knows.
static KNOWN_TO_ALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let rows = include_str!("../../glossary/abbreviations.csv").lines().skip(1);
    rows.filter_map(|row| row.split(',').next()).collect()
});

/// An abbreviation in a translation.
#[derive(Debug, Clone)]
pub(super) struct Short {
    concept: ConceptId,
    term: TermId,
    span: Span,
    /// Whether this place spells it out.
    spells_out: bool,
}

/// The abbreviations of known terms in a translation that have a full form in its language.
pub(super) fn short(target: &Text<'_>, spots: &[Spotted], concepts: &Concepts) -> Vec<Short> {
    let mut found: Vec<Short> = Vec::new();
    for spot in spots.iter().filter(|spot| !spot.nested && !target.is_shielded(spot.span)) {
        let Some(name) = concepts.target_name(spot.concept_id, spot.term_id).filter(|name| name.is_short()) else {
            continue;
        };
        let again = found.last().is_some_and(|last| last.span == spot.span);
        if !again && !KNOWN_TO_ALL.contains(name.text.as_str()) && full(concepts, spot.concept_id).is_some() {
            let spells_out = spells_out(target.text, spot.span);
            found.push(Short { concept: spot.concept_id, term: spot.term_id, span: spot.span, spells_out });
        }
    }
    found
}

/// The full form to spell it out with.
fn full(concepts: &Concepts, concept: ConceptId) -> Option<&Name> {
    let names = concepts.get(concept)?.target.iter();
    names.into_iter().find(|name| name.kind == TermKind::FullForm && name.is_wanted())
}

/// Whether a place reads `full form (ABBR)` or `ABBR (full form)`.
fn spells_out(text: &str, span: Span) -> bool {
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

pub(super) fn findings(units: &[Unit<'_>], facts: &[&Facts], lang: &Lang, concepts: &Concepts) -> Vec<Finding> {
    let all = || {
        let texts = facts.iter().enumerate().filter(|(_, facts)| !facts.is_label);
        texts.flat_map(|(at, facts)| facts.short.iter().map(move |short| (at, short)))
    };
    let mut firsts: BTreeMap<TermId, (usize, &Short)> = BTreeMap::new();
    let mut spelled: BTreeMap<TermId, (usize, &Short)> = BTreeMap::new();
    for (at, short) in all() {
        firsts.entry(short.term).or_insert((at, short));
        if short.spells_out {
            spelled.entry(short.term).or_insert((at, short));
        }
    }
    let early = firsts.values().filter(|(_, first)| !first.spells_out);
    early.filter_map(|(at, first)| one(units, *at, first, spelled.get(&first.term).copied(), lang, concepts)).collect()
}

fn one(
    units: &[Unit<'_>],
    at: usize,
    first: &Short,
    spelled: Option<(usize, &Short)>,
    lang: &Lang,
    concepts: &Concepts,
) -> Option<Finding> {
    let text = units.get(at)?.target;
    let (name, full) = (concepts.target_name(first.concept, first.term)?, full(concepts, first.concept)?);
    let written = first.span.of(text);
    let (severity, message) = match spelled {
        Some(_) => (Severity::Warning, format!("{} stands before the place that spells it out.", shown(written))),
        None => (Severity::Information, format!("{} is spelt out nowhere: {}.", shown(written), shown(&full.text))),
    };
    let mut found = finding(Rule::AbbreviationUnexpanded, severity, message, &[&name.text]);
    found.unit = at;
    found.target = vec![first.span];
    found.concept_id = Some(first.concept);
    if let Some((unit, short)) = spelled {
        let place = Place { unit, side: Side::Target, span: short.span };
        found.related.push(Related { place, message: "spelt out here".to_owned() });
    }
    if let Some((span, text)) = expanded(text, first.span, name, full, lang) {
        let place = Place { unit: at, side: Side::Target, span };
        found.fixes.push(replace::fix(format!("Spell out as {}", shown(&text)), vec![(place, text)]));
    }
    Some(found)
}

/// The abbreviation spelt out, where how is certain.
fn expanded(text: &str, span: Span, name: &Name, full: &Name, lang: &Lang) -> Option<(Span, String)> {
    let written = span.of(text);
    if lang.is_japanese() {
        return (written == name.text).then(|| (span, format!("{}（{written}）", full.text)));
    }
    let long = if written == name.text {
        full.text.clone()
    } else if written.strip_suffix('s') == Some(&name.text) {
        replace::plural(&full.text)?
    } else {
        return None;
    };
    let before = text.get(..span.start)?.trim_end();
    let starts = before.is_empty() || before.ends_with(['.', '!', '?']);
    let long = if starts { replace::capitalised(&long) } else { long };
    replace::with_article(text, span, format!("{long} ({written})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_reader_knows_is_sorted_and_once_each() {
        let rows: Vec<&str> = include_str!("../../glossary/abbreviations.csv").lines().skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(rows.iter().all(|row| row.split(',').count() == 2));
    }

    #[test]
    fn a_place_in_brackets_or_before_words_in_brackets_spells_out() {
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
            assert_eq!(spells_out(text, Span::new(start, start + 4)), want, "{text}");
        }
    }
}
