//! What was found in one release in, groups of claims that speak of one thing each out. Pure.
//!
//! An entry, its aliases and its definition make a group; links whose Japanese side is a name the entry gives join it.
//! Links that belong to no entry make groups of their own where they are sure enough.

use std::collections::BTreeMap;

use super::agree::definitions_disagree;
use super::confidence::OFFERED;
use super::names;
use crate::model::{AliasKind, Entry, Extraction, Lang, Link, Method, Relation, Span, TermKind};
use crate::text::key::Key;

/// One name of a thing, and the place that proves it.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Language of the name.
    pub lang: Lang,
    /// The name.
    pub text: String,
    /// Its keys.
    pub key: Key,
    /// What kind of name.
    pub kind: TermKind,
    /// Its reading as the head prints it, in kana.
    pub reading: Option<String>,
    /// Part of speech, where known.
    pub part_of_speech: Option<crate::model::PartOfSpeech>,
    /// Whether the claim says not to use it, or to use it second.
    pub admitted: bool,
    /// How it was found.
    pub method: &'static str,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// Where.
    pub span: Option<Span>,
    /// The words that prove it.
    pub snippet: Option<String>,
    /// Index of the entry.
    pub entry: Option<usize>,
    /// Index of the link.
    pub link: Option<usize>,
}

/// A definition of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defined {
    /// Language of the definition.
    pub lang: Lang,
    /// Its words.
    pub text: String,
    /// Index of the entry.
    pub entry: usize,
}

/// Claims that speak of one thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// Names, the leading one first.
    pub claims: Vec<Claim>,
    /// Definitions.
    pub definitions: Vec<Defined>,
}

impl Group {
    /// The name the thing goes by: the first Japanese one, else the first.
    #[must_use]
    pub fn leading(&self) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.lang.is_japanese()).or_else(|| self.claims.first())
    }
}

/// Groups the claims of one release, in order of the text.
#[must_use]
pub fn groups(found: &Extraction, links: &[Link]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Names of entries, by exact key, to the group they lead to.
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for (index, entry) in found.entries.iter().enumerate() {
        let claims = names::of_entry(entry, index, links);
        let Some(leading) = claims.iter().find(|claim| claim.lang.is_japanese()).or_else(|| claims.first()) else {
            continue;
        };
        let known = named.get(&leading.key.exact).copied().filter(|group| agrees(&groups[*group], entry));
        let place = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push(Group::default());
        }
        for claim in claims.iter().filter(|claim| claim.lang.is_japanese() && claim.method == "entry") {
            named.entry(claim.key.exact.clone()).or_insert(place);
        }
        groups[place].claims.extend(claims);
        if !entry.definition.is_empty() {
            let lang = entry.lang.clone();
            groups[place].definitions.push(Defined { lang, text: entry.definition.clone(), entry: index });
        }
    }
    let mut apart: BTreeMap<String, usize> = BTreeMap::new();
    for (index, link) in links.iter().enumerate() {
        if !matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf) {
            continue;
        }
        let Some(ja) = names::of_link(link, index, false) else { continue };
        let Some(en) = names::of_link(link, index, true) else { continue };
        let place = match named.get(&ja.key.exact) {
            Some(place) => *place,
            None if link.confidence < OFFERED => continue,
            None => *apart.entry(ja.key.exact.clone()).or_insert_with(|| {
                groups.push(Group::default());
                groups.len() - 1
            }),
        };
        let claims = &mut groups[place].claims;
        claims.push(ja);
        claims.push(en);
        claims.extend(names::abbreviation_of(link, index));
    }
    groups
}

/// Whether an entry of a name that is taken can mean the same thing.
fn agrees(group: &Group, entry: &Entry) -> bool {
    !group.definitions.iter().any(|known| definitions_disagree(&known.text, &entry.definition))
}

/// Whether a link says something about this alias, be it that it is no translation.
pub(super) fn is_linked(alias: &str, entry: usize, links: &[Link]) -> bool {
    let Some(key) = Key::new(alias, &Lang::EN) else { return true };
    let same = |text: &str| Key::new(text, &Lang::EN).is_some_and(|other| other.variant == key.variant);
    links
        .iter()
        .filter(|link| link.entry == Some(entry) || link.method == Method::HeadGloss)
        .any(|link| same(&link.en) || link.abbr.as_deref().is_some_and(same))
}

/// What an alias makes of a name; readings are no names.
pub(super) fn kind_of(alias: AliasKind) -> Option<TermKind> {
    match alias {
        AliasKind::Abbr => Some(TermKind::Abbreviation),
        AliasKind::Expansion | AliasKind::Gloss | AliasKind::Synonym => Some(TermKind::FullForm),
        AliasKind::Component | AliasKind::Variant => Some(TermKind::Variant),
        AliasKind::Reading => None,
    }
}
