//! The JSON written by `taiyaku extract`.

use serde::{Deserialize, Serialize};

use super::document::ExtractedDocument;
use crate::model::{AliasKind, Doubt, Lang, Link, Metadata, Method, Reference, Relation, Span};

/// The JSON of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// Facts about the release; `null` if not in the text.
    pub metadata: Metadata,
    /// Glossary entries in printed order.
    pub entries: Vec<ContractEntry>,
    /// Note marks in the running text.
    pub refs: Vec<ContractReference>,
    /// Japanese–English pairs proven by the release.
    pub links: Vec<ContractLink>,
    /// Translation units.
    pub segments: Vec<ContractSegment>,
    /// What a careful reader should check.
    pub doubts: Vec<Doubt>,
}

/// A glossary entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEntry {
    /// The marker as printed.
    pub marker: Option<String>,
    /// The term.
    pub term: String,
    /// Other names.
    pub aliases: Vec<ContractAlias>,
    /// The definition.
    pub definition: String,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// Another name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractAlias {
    /// As printed.
    pub text: String,
    /// How it relates to the term.
    pub kind: AliasKind,
    /// Its language.
    pub lang: Lang,
}

/// A note mark in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractReference {
    /// The marker as printed.
    pub marker: String,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// A Japanese–English pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractLink {
    /// The Japanese side.
    pub ja: String,
    /// The English side.
    pub en: String,
    /// Its abbreviation.
    pub abbr: Option<String>,
    /// The method that found it.
    pub evidence: Method,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// A pair of aligned sentences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractSegment {
    /// The Japanese side.
    pub ja: String,
    /// The English side.
    pub en: String,
    /// Probability, 0 to 1.
    pub confidence: f64,
}

impl From<&ExtractedDocument> for Contract {
    fn from(document: &ExtractedDocument) -> Self {
        let segments = document.segments().into_iter().map(|segment| ContractSegment {
            ja: segment.source,
            en: segment.target,
            confidence: segment.confidence,
        });
        Contract {
            metadata: document.extraction.metadata.clone(),
            entries: document.extraction.entries.iter().map(contract_entry).collect(),
            refs: document.extraction.references.iter().map(contract_reference).collect(),
            links: document.links.iter().filter(|link| is_in_contract(link)).map(contract_link).collect(),
            segments: segments.collect(),
            doubts: document.extraction.doubts.clone(),
        }
    }
}

/// Whether a link is part of the output: organisations, related words and symbols that are the same in both languages
/// are not translations to evaluate.
fn is_in_contract(link: &Link) -> bool {
    link.method != Method::Identity
        && !link.method.is_inferred()
        && matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf | Relation::Title)
}

fn contract_entry(entry: &crate::model::Entry) -> ContractEntry {
    let alias = |alias: &crate::model::Alias| ContractAlias {
        text: alias.text.clone(),
        kind: alias.kind,
        lang: alias.lang.clone(),
    };
    ContractEntry {
        marker: entry.marker.as_ref().map(|marker| marker.printed.clone()),
        term: entry.term.clone(),
        aliases: entry.aliases.iter().map(alias).collect(),
        definition: entry.definition.clone(),
        span: entry.span,
    }
}

fn contract_reference(reference: &Reference) -> ContractReference {
    ContractReference { marker: reference.marker.printed.clone(), span: reference.span }
}

fn contract_link(link: &Link) -> ContractLink {
    ContractLink {
        ja: link.ja.clone(),
        en: link.en.clone(),
        abbr: link.abbr.clone(),
        evidence: link.method,
        confidence: link.confidence,
        span: link.span,
    }
}
