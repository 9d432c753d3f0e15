//! What `taiyaku extract` writes: one object for each document, without numbers of any database.
//!
//! The members are a contract of their own, which the scorer and other programs read; they do not follow other answers.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::bytes;
use super::release::MetadataAnswer;
use super::words::{AliasWord, MetadataFieldWord, MetadataSignWord, MethodWord};
use crate::app::extract::ExtractedDocument;
use crate::model::{Alias, Doubt, Entry, Link, MetadataEvidence, Method, Reference, Relation, Segment};

/// Everything found in one document.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ExtractedDocument)]
pub(crate) struct ExtractAnswer {
    /// Facts about the release; `null` where its text does not say.
    metadata: MetadataAnswer,
    /// What proves each of these facts.
    metadata_evidence: Vec<ExtractedFact>,
    /// Glossary entries in printed order.
    entries: Vec<ExtractedEntry>,
    /// Note marks in the running text.
    refs: Vec<ExtractedReference>,
    /// Japanese–English pairs the release proves.
    links: Vec<ExtractedLink>,
    /// Aligned titles and sentences.
    segments: Vec<ExtractedSegment>,
    /// What a careful reader should look at again.
    doubts: Vec<ExtractedDoubt>,
}

/// The first line of what is extracted as JSON Lines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractHeader {
    /// Always `header`.
    #[serde(rename = "type")]
    kind: String,
    /// Always `taiyaku-extract`.
    format: String,
    /// The version of the lines; a field may be added within a version.
    version: u32,
    /// Program and version that wrote them.
    generator: String,
}

impl ExtractHeader {
    /// The header of this version.
    pub(crate) fn new() -> Self {
        Self {
            kind: "header".to_owned(),
            format: "taiyaku-extract".to_owned(),
            version: 1,
            generator: format!("Taiyaku {}", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// A line of what is extracted as JSON Lines: everything found in one document.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractLine {
    /// Always `release`.
    #[serde(rename = "type")]
    kind: String,
    /// Name of the document.
    name: String,
    /// What was found.
    #[serde(flatten)]
    found: ExtractAnswer,
}

impl ExtractLine {
    /// The line of the document of this name.
    pub(crate) fn new(name: String, found: ExtractAnswer) -> Self {
        Self { kind: "release".to_owned(), name, found }
    }
}

/// What proves a fact about the release.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedFact {
    /// Which fact.
    field: MetadataFieldWord,
    /// How it was recognised.
    sign: MetadataSignWord,
    /// Position in the decoded text, in bytes `[start, end)`.
    span: [usize; 2],
}

/// A glossary entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedEntry {
    /// The note mark as printed.
    marker: Option<String>,
    /// The term.
    term: String,
    /// Other names the head gives.
    aliases: Vec<ExtractedAlias>,
    /// The definition.
    definition: String,
    /// Position in the decoded text, in bytes `[start, end)`.
    span: [usize; 2],
}

/// Another name the head of an entry gives.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedAlias {
    /// As printed.
    text: String,
    /// What it is to the term.
    kind: AliasWord,
    /// Language tag (BCP 47).
    lang: String,
}

/// A note mark in the running text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedReference {
    /// The note mark as printed.
    marker: String,
    /// Position in the decoded text, in bytes `[start, end)`.
    span: [usize; 2],
}

/// A Japanese–English pair.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedLink {
    /// The Japanese side.
    ja: String,
    /// The English side.
    en: String,
    /// Abbreviation of the English side, where the same passage gives one.
    abbr: Option<String>,
    /// How it was document.
    evidence: MethodWord,
    /// Probability that the pair is right.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
    /// Position of the proof in the decoded text, in bytes `[start, end)`.
    span: [usize; 2],
}

/// A pair of aligned texts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedSegment {
    /// The Japanese text.
    ja: String,
    /// The English text.
    en: String,
    /// Probability that the two belong together.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
}

/// Something a careful reader should look at again.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExtractedDoubt {
    /// Stable code of the kind of doubt.
    code: String,
    /// What to look at, and why.
    message: String,
    /// Position in the decoded text, in bytes `[start, end)`.
    span: [usize; 2],
}

impl From<&ExtractedDocument> for ExtractAnswer {
    fn from(document: &ExtractedDocument) -> Self {
        let extraction = &document.extraction;
        Self {
            metadata: extraction.metadata.clone().into(),
            metadata_evidence: extraction.metadata.evidence.iter().map(fact).collect(),
            entries: extraction.entries.iter().map(entry).collect(),
            refs: extraction.references.iter().map(reference).collect(),
            links: document.links.iter().filter(|link| is_proven(link)).map(link).collect(),
            segments: document.segments().into_iter().map(segment).collect(),
            doubts: extraction.doubts.iter().map(Into::into).collect(),
        }
    }
}

/// Organisations, related words, symbols that read alike in both languages and proposals are no translations the document
/// proves.
fn is_proven(link: &Link) -> bool {
    link.method != Method::Identity
        && !link.method.is_inferred()
        && matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf | Relation::Title)
}

fn entry(entry: &Entry) -> ExtractedEntry {
    ExtractedEntry {
        marker: entry.marker.as_ref().map(|marker| marker.printed.clone()),
        term: entry.term.clone(),
        aliases: entry.aliases.iter().map(alias).collect(),
        definition: entry.definition.clone(),
        span: bytes(entry.span),
    }
}

fn fact(proof: &MetadataEvidence) -> ExtractedFact {
    ExtractedFact { field: proof.field.into(), sign: proof.sign.into(), span: bytes(proof.span) }
}

fn alias(alias: &Alias) -> ExtractedAlias {
    ExtractedAlias { text: alias.text.clone(), kind: alias.kind.into(), lang: alias.lang.clone().into() }
}

fn reference(reference: &Reference) -> ExtractedReference {
    ExtractedReference { marker: reference.marker.printed.clone(), span: bytes(reference.span) }
}

fn link(link: &Link) -> ExtractedLink {
    ExtractedLink {
        ja: link.ja.clone(),
        en: link.en.clone(),
        abbr: link.abbr.clone(),
        evidence: link.method.into(),
        confidence: link.confidence,
        span: bytes(link.span),
    }
}

fn segment(segment: Segment) -> ExtractedSegment {
    ExtractedSegment { ja: segment.source, en: segment.target, confidence: segment.confidence }
}

impl From<&Doubt> for ExtractedDoubt {
    fn from(doubt: &Doubt) -> Self {
        Self { code: doubt.code.clone(), message: doubt.message.clone(), span: bytes(doubt.span) }
    }
}
