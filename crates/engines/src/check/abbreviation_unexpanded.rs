//! Rule `abbreviation_unexpanded`: an abbreviation of a term is used before it is spelt out, or is never spelt out.
//!
//! Headings and labels do not count: a title may use what the text explains.

use std::collections::BTreeMap;

use super::abbreviations::{Abbreviation, full_form};
use super::analysis::PairAnalysis;
use super::finding::finding;
use super::terminology::{Name, Terminology};
use super::wording::quote;
use super::{Unit, fixes, inflection};
use crate::model::{Finding, Lang, Location, Related, Rule, Severity, Side, Span, TermId};
use crate::text::english::capitalised;
use crate::text::plural::plural;

pub(super) fn findings(
    units: &[Unit<'_>],
    analyses: &[&PairAnalysis],
    lang: &Lang,
    terminology: &Terminology,
) -> Vec<Finding> {
    let all = || {
        let texts = analyses.iter().enumerate().filter(|(_, analysis)| !analysis.is_label);
        texts.flat_map(|(at, analysis)| analysis.abbreviations.iter().map(move |one| (at, one)))
    };
    let mut firsts: BTreeMap<TermId, (usize, &Abbreviation)> = BTreeMap::new();
    let mut spelt_out: BTreeMap<TermId, (usize, &Abbreviation)> = BTreeMap::new();
    for (at, abbreviation) in all() {
        firsts.entry(abbreviation.term).or_insert((at, abbreviation));
        if abbreviation.is_spelt_out {
            spelt_out.entry(abbreviation.term).or_insert((at, abbreviation));
        }
    }
    let unexplained = firsts.values().filter(|(_, first)| !first.is_spelt_out);
    unexplained
        .filter_map(|(at, first)| {
            build_finding(units, *at, first, spelt_out.get(&first.term).copied(), lang, terminology)
        })
        .collect()
}

fn build_finding(
    units: &[Unit<'_>],
    at: usize,
    first: &Abbreviation,
    spelt_out: Option<(usize, &Abbreviation)>,
    lang: &Lang,
    terminology: &Terminology,
) -> Option<Finding> {
    let text = units.get(at)?.target;
    let (name, full) = (terminology.target_name(first.concept, first.term)?, full_form(terminology, first.concept)?);
    let written = first.span.of(text);
    let (severity, message) = match spelt_out {
        Some(_) => (Severity::Warning, format!("{} is used before it is spelt out.", quote(written))),
        None => (
            Severity::Information,
            format!("{} is never spelt out. Its full form is {}.", quote(written), quote(&full.text)),
        ),
    };
    let mut found = finding(Rule::AbbreviationUnexpanded, severity, message, &[&name.text]);
    found.unit = at;
    found.target = vec![first.span];
    found.concept_id = Some(first.concept);
    if let Some((unit, abbreviation)) = spelt_out {
        let place = Location { unit, side: Side::Target, span: abbreviation.span };
        found.related.push(Related { place, message: "spelt out here".to_owned() });
    }
    if let Some((span, text)) = expanded(text, first.span, name, full, lang) {
        let place = Location { unit: at, side: Side::Target, span };
        found.fixes.push(fixes::fix(format!("Spell out as {}", quote(&text)), vec![(place, text)]));
    }
    Some(found)
}

/// The expanded abbreviation, if its form is certain.
fn expanded(text: &str, span: Span, name: &Name, full: &Name, lang: &Lang) -> Option<(Span, String)> {
    let written = span.of(text);
    if lang.is_japanese() {
        return (written == name.text).then(|| (span, format!("{}（{written}）", full.text)));
    }
    let long = if written == name.text {
        full.text.clone()
    } else if written.strip_suffix('s') == Some(&name.text) {
        plural(&full.text)?
    } else {
        return None;
    };
    let before = text.get(..span.start)?.trim_end();
    let starts_sentence = before.is_empty() || before.ends_with(['.', '!', '?']);
    let long = if starts_sentence { capitalised(&long) } else { long };
    inflection::with_article(text, span, format!("{long} ({written})"))
}
