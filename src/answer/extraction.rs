//! What was extracted from a release: entries, note marks, links and doubts.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::{Characters, bytes};
use super::words::{AliasWord, MetadataFieldWord, MetadataSignWord, MethodWord, RelationWord};
use crate::model::{Alias, Doubt, Entry, EntryId, Link, LinkId, Marker, MetadataEvidence, Span};

/// A note mark.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Marker)]
pub(crate) struct MarkerAnswer {
    /// As printed.
    #[schema(example = "（注1）")]
    printed: String,
    /// The number or letter inside; empty for a bare bullet.
    #[schema(example = "1")]
    label: String,
}

/// Another name the head of an entry gives.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Alias)]
pub(crate) struct AliasAnswer {
    /// As printed.
    text: String,
    /// What it is to the term.
    kind: AliasWord,
    /// Language tag (BCP 47).
    lang: String,
}

/// One glossary entry exactly as printed.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Entry)]
pub(crate) struct EntryAnswer {
    /// Its number.
    id: i64,
    /// Its index among the entries of the release, from 0.
    position: usize,
    /// Index of the glossary it is in, from 0.
    group: u32,
    /// The note mark; `null` where the entry has none.
    marker: Option<MarkerAnswer>,
    /// The head as printed.
    head: String,
    /// The head without gloss, reading or abbreviation.
    term: String,
    /// Language tag (BCP 47) of the term.
    lang: String,
    /// Other names the head gives.
    aliases: Vec<AliasAnswer>,
    /// The definition, with line breaks removed.
    definition: String,
    /// The whole entry, in bytes `[start, end)`.
    span: [usize; 2],
    /// The whole entry, in characters.
    span_chars: [usize; 2],
    /// The head, in bytes.
    head_span: [usize; 2],
    /// The head, in characters.
    head_span_chars: [usize; 2],
    /// The definition, in bytes.
    definition_span: [usize; 2],
    /// The definition, in characters.
    definition_span_chars: [usize; 2],
}

impl EntryAnswer {
    /// The entry `id` at `position`.
    pub(crate) fn new(id: EntryId, position: usize, entry: Entry, characters: &Characters) -> Self {
        Self {
            id: id.get(),
            position,
            group: entry.group,
            marker: entry.marker.map(marker),
            head: entry.head,
            term: entry.term,
            lang: entry.lang.into(),
            aliases: entry.aliases.into_iter().map(alias).collect(),
            definition: entry.definition,
            span: bytes(entry.span),
            span_chars: characters.span(entry.span),
            head_span: bytes(entry.head_span),
            head_span_chars: characters.span(entry.head_span),
            definition_span: bytes(entry.definition_span),
            definition_span_chars: characters.span(entry.definition_span),
        }
    }
}

/// What proves a fact about a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MetadataEvidence)]
pub(crate) struct MetadataEvidenceAnswer {
    /// Which fact.
    field: MetadataFieldWord,
    /// How it was recognised.
    sign: MetadataSignWord,
    /// Where it is printed, in bytes `[start, end)`; lines, spaces and the form of a date may differ from the fact.
    span: [usize; 2],
    /// Where it is printed, in characters.
    span_chars: [usize; 2],
}

impl MetadataEvidenceAnswer {
    /// What proves a fact, with its position in characters.
    pub(crate) fn new(proof: MetadataEvidence, characters: &Characters) -> Self {
        Self {
            field: proof.field.into(),
            sign: proof.sign.into(),
            span: bytes(proof.span),
            span_chars: characters.span(proof.span),
        }
    }
}

/// A note mark in the running text.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Reference)]
pub(crate) struct ReferenceAnswer {
    /// The mark.
    marker: MarkerAnswer,
    /// Number of the entry it refers to, where there is one.
    entry_id: Option<i64>,
    /// Its position, in bytes `[start, end)`.
    span: [usize; 2],
    /// Its position, in characters.
    span_chars: [usize; 2],
}

impl ReferenceAnswer {
    /// The mark at `span`.
    pub(crate) fn new(mark: Marker, span: Span, entry_id: Option<EntryId>, characters: &Characters) -> Self {
        Self {
            marker: marker(mark),
            entry_id: entry_id.map(Into::into),
            span: bytes(span),
            span_chars: characters.span(span),
        }
    }
}

/// A Japanese–English pair with its proof.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Link)]
pub(crate) struct LinkAnswer {
    /// Its number.
    id: i64,
    /// The Japanese side.
    ja: String,
    /// The English side.
    en: String,
    /// Abbreviation of the English side, where the same passage gives one.
    abbr: Option<String>,
    /// What the two are to each other.
    relation: RelationWord,
    /// How it was found.
    method: MethodWord,
    /// Probability that it is right.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
    /// Signs the confidence is computed from.
    signs: Vec<SignAnswer>,
    /// The passage that proves it.
    support: String,
    /// Index of the entry it is in, where it is in one.
    entry: Option<usize>,
    /// Position of the proof, in bytes `[start, end)`.
    span: [usize; 2],
    /// Position of the proof, in characters.
    span_chars: [usize; 2],
}

/// A sign for or against a link.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Sign)]
pub(crate) struct SignAnswer {
    /// Stable name of the sign.
    name: String,
    /// Its value.
    value: f64,
}

impl LinkAnswer {
    /// The link `id`.
    pub(crate) fn new(id: LinkId, link: Link, characters: &Characters) -> Self {
        Self {
            id: id.get(),
            ja: link.ja,
            en: link.en,
            abbr: link.abbr,
            relation: link.relation.into(),
            method: link.method.into(),
            confidence: link.confidence,
            signs: link.signs.into_iter().map(|sign| SignAnswer { name: sign.name, value: sign.value }).collect(),
            support: link.support,
            entry: link.entry,
            span: bytes(link.span),
            span_chars: characters.span(link.span),
        }
    }
}

/// Something a careful reader should look at again.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Doubt)]
pub(crate) struct DoubtAnswer {
    /// Stable code of the kind of doubt.
    code: String,
    /// What to look at, and why.
    message: String,
    /// Position, in bytes `[start, end)`.
    span: [usize; 2],
    /// Position, in characters.
    span_chars: [usize; 2],
}

impl DoubtAnswer {
    /// The doubt, as JSON shows it.
    pub(crate) fn new(doubt: Doubt, characters: &Characters) -> Self {
        let Doubt { code, message, span } = doubt;
        Self { code, message, span: bytes(span), span_chars: characters.span(span) }
    }
}

fn marker(marker: Marker) -> MarkerAnswer {
    MarkerAnswer { printed: marker.printed, label: marker.label }
}

fn alias(alias: Alias) -> AliasAnswer {
    AliasAnswer { text: alias.text, kind: alias.kind.into(), lang: alias.lang.into() }
}
