//! Links in the heads of entries: `リポタンパクリパーゼ（LPL）`, `SASP（細胞老化随伴分泌現象：Senescence-…）`.

use super::abbreviation::abbreviates;
use super::entities::is_symbol_of;
use super::name_shape::is_english;
use super::proof::Proof;
use crate::model::{AliasKind, Entry, Extraction, Link, Method, Relation, Sign};
use crate::text::chars::{Class, class, has_japanese, has_latin};
use crate::text::english::{are_names_of_a_species, is_abbreviation, is_scientific_name, is_symbol};

/// The links in all heads.
pub(super) fn links(found: &Extraction) -> Vec<Link> {
    found.entries.iter().enumerate().flat_map(|(index, entry)| of_entry(index, entry)).collect()
}

/// Whether a term has a bracket with Latin letters between Japanese ones, whose words are links of their own.
pub(super) fn has_inner_gloss(term: &str) -> bool {
    let Some((before, rest)) = term.split_once(['(', '（']) else { return false };
    rest.split_once([')', '）']).is_some_and(|(inside, after)| {
        has_japanese(before)
            && has_latin(inside)
            && !has_japanese(inside)
            && inside.trim().chars().count() >= 2
            && has_japanese(after)
    })
}

fn of_entry(index: usize, entry: &Entry) -> Vec<Link> {
    let term = entry.term.as_str();
    if has_inner_gloss(term) {
        return Vec::new();
    }
    let names: Vec<&str> = entry
        .aliases
        .iter()
        .filter(|alias| !matches!(alias.kind, AliasKind::Component | AliasKind::Reading))
        .map(|alias| alias.text.as_str())
        .collect();
    let japanese = std::iter::once(term).chain(names.iter().copied()).find(|name| has_japanese(name));
    let english = |name: &&str| !has_japanese(name) && !is_abbreviation(name) && is_english(name);
    let mut written = std::iter::once(term).chain(names.iter().copied()).filter(english).peekable();
    // Of a scientific name and a common one, the common one is the translation.
    let first = written.peek().copied();
    let full = first.map(|first| {
        written
            .find(|name| *name != first && are_names_of_a_species(first, name) && is_scientific_name(first))
            .unwrap_or(first)
    });
    let short =
        names.iter().copied().chain(std::iter::once(term)).find(|name| !has_japanese(name) && is_abbreviation(name));
    let proof =
        Proof { method: Method::HeadGloss, span: entry.head_span, support: entry.head.clone(), entry: Some(index) };
    let mut links = Vec::new();
    if let (Some(ja), Some(en)) = (japanese, full) {
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
    // An abbreviation in a head stands for the head; next to English, only if the head itself is the Japanese name.
    if let (Some(ja), Some(short)) = (japanese, short)
        && (full.is_none() || term == ja)
    {
        let relation = if is_symbol_of(ja, short) { Relation::Symbol } else { Relation::AbbreviationOf };
        links.push(proof.link(ja, short, None, relation, vec![Sign::new("head", 0.9)]));
    }
    if is_identity(term) {
        let proof = Proof { method: Method::Identity, ..proof };
        let signs = vec![Sign::new("identity", 0.98)];
        links.push(proof.link(term, term, None, Relation::Equivalent, signs));
    }
    links
}

/// Whether a term is the same in both languages: a symbol such as CYP7A1.
fn is_identity(term: &str) -> bool {
    let latin = !has_japanese(term)
        && term
            .chars()
            .all(|c| matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || matches!(c, '-' | '/' | '+'));
    latin && term.chars().count() >= 2 && term.chars().count() <= 20 && is_symbol(term)
}
