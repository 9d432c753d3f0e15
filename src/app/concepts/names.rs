//! Turns the names in an entry or a link into claims. Pure.

use std::collections::HashSet;

use super::claim::Claim;
use crate::model::{Alias, AliasKind, Entry, EvidenceMethod, Lang, Link, Method, Relation, TermKind};
use crate::text::english;
use crate::text::key::Key;

/// Confidence of a name printed in a glossary: only the way the head was split can be wrong.
const PRINTED: f64 = 0.97;

/// Confidence of an English alias that no link covers.
const UNWEIGHED: f64 = 0.88;

/// The names in an entry, the leading one first.
pub(super) fn of_entry(entry: &Entry, index: usize, links: &LinkedNames) -> Vec<Claim> {
    let mut claims = Vec::new();
    let expanded = entry.aliases.iter().any(|alias| alias.kind == AliasKind::Expansion);
    let kind = match () {
        () if expanded => TermKind::Abbreviation,
        () if entry.lang.is_english() => english_kind(&entry.term),
        () => TermKind::FullForm,
    };
    let reading = entry.aliases.iter().find(|alias| alias.kind == AliasKind::Reading).map(|alias| alias.text.clone());
    if let Some(mut claim) = printed(entry, index, &entry.term, &entry.lang, kind, EvidenceMethod::Entry) {
        claim.reading = reading;
        claims.push(claim);
    }
    for alias in &entry.aliases {
        claims.extend(of_alias(entry, index, alias, links));
    }
    // In an English release, the Japanese gloss is the leading name.
    claims.sort_by_key(|claim| (!claim.lang.is_japanese(), claim.admitted));
    claims
}

fn of_alias(entry: &Entry, index: usize, alias: &Alias, links: &LinkedNames) -> Option<Claim> {
    let mut kind = kind_of(alias.kind)?;
    let foreign = alias.lang.primary() != entry.lang.primary();
    // The other language is covered by links, and what they left out was left out for a reason.
    if foreign && alias.lang.is_english() && links.contain(&alias.text, index) {
        return None;
    }
    if alias.lang.is_english() && kind == TermKind::FullForm {
        kind = english_kind(&alias.text);
    }
    let method = match alias.kind {
        // One of several things listed in a head is not a name for all of them.
        AliasKind::Component => EvidenceMethod::Component,
        _ if foreign => Method::HeadGloss.into(),
        _ => EvidenceMethod::Entry,
    };
    let mut claim = printed(entry, index, &alias.text, &alias.lang, kind, method)?;
    claim.admitted = alias.kind != AliasKind::Expansion && !foreign;
    claim.confidence = if foreign { UNWEIGHED } else { PRINTED };
    Some(claim)
}

fn printed(
    entry: &Entry,
    index: usize,
    text: &str,
    lang: &Lang,
    kind: TermKind,
    method: EvidenceMethod,
) -> Option<Claim> {
    Some(Claim {
        lang: lang.clone(),
        text: text.trim().to_owned(),
        key: Key::new(text, lang)?,
        kind,
        reading: None,
        reading_origin: None,
        part_of_speech: None,
        admitted: false,
        method,
        confidence: PRINTED,
        span: Some(entry.head_span),
        snippet: Some(entry.head.clone()),
        entry: Some(index),
        link: None,
        row: None,
        origin: None,
    })
}

/// One side of a link, as a claim.
pub(super) fn of_link(link: &Link, index: usize, english: bool) -> Option<Claim> {
    let (text, lang) = if english { (&link.en, Lang::EN) } else { (&link.ja, Lang::JA) };
    let kind = match link.relation {
        _ if !english => TermKind::FullForm,
        _ if link.method == Method::Identity => TermKind::Symbol,
        Relation::AbbreviationOf => TermKind::Abbreviation,
        _ => english_kind(text),
    };
    weighed(link, index, text, lang, kind)
}

/// The abbreviation that a link has beside its English side, as a claim.
pub(super) fn abbreviation_of(link: &Link, index: usize) -> Option<Claim> {
    let text = link.abbr.as_deref().filter(|text| *text != link.en)?;
    weighed(link, index, text, Lang::EN, TermKind::Abbreviation)
}

fn weighed(link: &Link, index: usize, text: &str, lang: Lang, kind: TermKind) -> Option<Claim> {
    Some(Claim {
        key: Key::new(text, &lang)?,
        lang,
        text: text.trim().to_owned(),
        kind,
        reading: None,
        reading_origin: None,
        part_of_speech: None,
        admitted: kind == TermKind::Abbreviation,
        method: link.method.into(),
        confidence: link.confidence,
        span: Some(link.span),
        snippet: Some(link.support.clone()),
        entry: link.entry,
        link: Some(index),
        row: None,
        origin: None,
    })
}

/// Whether English text is a symbol, such as `CYP7A1`, or a name that is pronounced, such as `microRNA`.
pub(in crate::app) fn english_kind(text: &str) -> TermKind {
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    let large = text.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count();
    let one_word = !text.contains(char::is_whitespace);
    if one_word && small <= large && english::is_symbol(text) { TermKind::Symbol } else { TermKind::FullForm }
}

/// The English names that links give, in the form in which they are compared.
#[derive(Debug, Default)]
pub(super) struct LinkedNames {
    /// Those of the entry with this index.
    of_entries: HashSet<(usize, String)>,
    /// Those in the head of any entry.
    of_heads: HashSet<String>,
}

impl LinkedNames {
    /// The names in these links.
    pub(super) fn of(links: &[Link]) -> Self {
        let mut names = Self::default();
        for link in links {
            for text in std::iter::once(link.en.as_str()).chain(link.abbr.as_deref()) {
                let Some(key) = Key::new(text, &Lang::EN) else { continue };
                if link.method == Method::HeadGloss {
                    names.of_heads.insert(key.variant);
                } else if let Some(entry) = link.entry {
                    names.of_entries.insert((entry, key.variant));
                }
            }
        }
        names
    }

    /// Whether a link covers this alias of an entry, even to say that it is not a translation.
    fn contain(&self, alias: &str, entry: usize) -> bool {
        Key::new(alias, &Lang::EN)
            .is_none_or(|key| self.of_heads.contains(&key.variant) || self.of_entries.contains(&(entry, key.variant)))
    }
}

/// The kind of term an alias becomes; `None` for readings.
fn kind_of(alias: AliasKind) -> Option<TermKind> {
    match alias {
        AliasKind::Abbr => Some(TermKind::Abbreviation),
        AliasKind::Expansion | AliasKind::Gloss | AliasKind::Synonym => Some(TermKind::FullForm),
        AliasKind::Component | AliasKind::Variant => Some(TermKind::Variant),
        AliasKind::Reading => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_told_from_names_that_are_read() {
        for (text, kind) in [
            ("CYP7A1", TermKind::Symbol),
            ("SPring-8", TermKind::FullForm),
            ("microRNA", TermKind::FullForm),
            ("LDL cholesterol", TermKind::FullForm),
            ("DNA", TermKind::Symbol),
            ("hypothalamus", TermKind::FullForm),
        ] {
            assert_eq!(english_kind(text), kind, "{text}");
        }
    }
}
