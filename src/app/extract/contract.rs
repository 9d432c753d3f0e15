//! The JSON that `taiyaku extract` writes: one object for each document.

use serde::{Deserialize, Serialize};

use super::document::ExtractedDocument;
use crate::model::{AliasKind, Doubt, Lang, Link, Metadata, Method, Reference, Relation, Span};

/// What `extract` writes: one object for each document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    /// Facts about the release; `null` is not in the text.
    pub metadata: Metadata,
    /// Glossary entries in printed order.
    pub entries: Vec<ContractEntry>,
    /// Note marks in the running text.
    pub refs: Vec<ContractReference>,
    /// Japanese–English pairs the release proves.
    pub links: Vec<ContractLink>,
    /// Translation units.
    pub segments: Vec<ContractSegment>,
    /// What a careful reader should look at again.
    pub doubts: Vec<Doubt>,
}

/// One entry of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEntry {
    /// The mark as printed.
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

/// One alias of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractAlias {
    /// As printed.
    pub text: String,
    /// What it is to the term.
    pub kind: AliasKind,
    /// Its language.
    pub lang: Lang,
}

/// One reference of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractReference {
    /// The mark as printed.
    pub marker: String,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// One link of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractLink {
    /// The Japanese side.
    pub ja: String,
    /// The English side.
    pub en: String,
    /// Its abbreviation.
    pub abbr: Option<String>,
    /// How it was found.
    pub evidence: Method,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// Bytes in the decoded text.
    pub span: Span,
}

/// One segment of the contract.
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
            links: document.links.iter().filter(|link| is_contracted(link)).map(contract_link).collect(),
            segments: segments.collect(),
            doubts: document.extraction.doubts.clone(),
        }
    }
}

/// Organisations, related words and symbols that read alike in both languages are no translations to be judged.
fn is_contracted(link: &Link) -> bool {
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
