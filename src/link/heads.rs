//! Entry heads in, the links they print out: `リポタンパクリパーゼ（LPL）`, `SASP（細胞老化随伴分泌現象：Senescence-…）`.

use super::abbreviation::abbreviates;
use super::gloss::is_english;
use super::proof::Proof;
use crate::model::{AliasKind, Entry, Extraction, Link, Method, Relation, Sign};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::english::{is_abbreviation, is_symbol};

/// Links of all heads.
pub(super) fn links(found: &Extraction) -> Vec<Link> {
    found.entries.iter().enumerate().flat_map(|(index, entry)| of_entry(index, entry)).collect()
}

fn of_entry(index: usize, entry: &Entry) -> Vec<Link> {
    let names: Vec<(&str, AliasKind)> = entry
        .aliases
        .iter()
        .filter(|alias| !matches!(alias.kind, AliasKind::Component | AliasKind::Reading))
        .map(|alias| (alias.text.as_str(), alias.kind))
        .collect();
    let japanese: Vec<&str> = std::iter::once(entry.term.as_str())
        .chain(names.iter().map(|(text, _)| *text))
        .filter(|text| has_japanese(text))
        .take(1)
        .collect();
    let term_is_short = !has_japanese(&entry.term) && is_abbreviation(&entry.term);
    let own = (!has_japanese(&entry.term) && !term_is_short).then_some(entry.term.as_str());
    let full: Vec<&str> = own
        .into_iter()
        .chain(names.iter().map(|(text, _)| *text))
        .filter(|text| !has_japanese(text) && !is_abbreviation(text) && is_english(text))
        .collect();
    let short: Option<&str> = names
        .iter()
        .map(|(text, _)| *text)
        .chain(term_is_short.then_some(entry.term.as_str()))
        .find(|text| !has_japanese(text) && is_abbreviation(text));
    let mut links = Vec::new();
    let proof =
        Proof { method: Method::HeadGloss, span: entry.head_span, support: entry.head.clone(), entry: Some(index) };
    for ja in &japanese {
        if let Some(en) = full.first() {
            let mut signs = vec![Sign::new("head", 0.97)];
            if let Some(short) = short {
                signs.push(if abbreviates(short, en) {
                    Sign::new("schwartz_hearst", 0.98)
                } else {
                    Sign::new("doubt_abbreviation", 0.95)
                });
            }
            links.push(proof.link(ja, en, short, Relation::Equivalent, signs));
        }
        // A head's own abbreviation stands for the head, unless the head is short for it.
        if let Some(short) = short
            && (full.is_empty() || entry.term == **ja)
            && (!term_is_short || full.is_empty())
        {
            links.push(proof.link(ja, short, None, Relation::AbbreviationOf, vec![Sign::new("head", 0.9)]));
        }
    }
    if is_identity(&entry.term) {
        let proof = Proof { method: Method::Identity, ..proof };
        let signs = vec![Sign::new("identity", 0.98)];
        links.push(proof.link(&entry.term, &entry.term, None, Relation::Equivalent, signs));
    }
    links
}

/// A term that is the same Latin string in both languages: a symbol such as CYP7A1.
fn is_identity(term: &str) -> bool {
    let latin = !has_japanese(term)
        && term
            .chars()
            .all(|c| matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || matches!(c, '-' | '/' | '+'));
    latin && term.chars().count() >= 2 && term.chars().count() <= 20 && is_symbol(term)
}
