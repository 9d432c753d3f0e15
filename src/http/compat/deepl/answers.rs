//! The JSON of the protocol, made from the results of use cases.

use serde::Serialize;

use super::timestamp;
use crate::app::glossaries::{Dictionary, Glossary};
use crate::app::memories::{MemorySummary, StoredSegment};
use crate::model::Lang;

/// A glossary of version 2: one list.
#[derive(Debug, Serialize)]
pub(super) struct Glossary2 {
    glossary_id: String,
    name: String,
    ready: bool,
    source_lang: String,
    target_lang: String,
    creation_time: String,
    entry_count: usize,
}

/// A glossary of version 3: a list for each pair of languages.
#[derive(Debug, Serialize)]
pub(super) struct Glossary3 {
    glossary_id: String,
    name: String,
    dictionaries: Vec<Dictionary3>,
    creation_time: String,
}

/// One of its lists.
#[derive(Debug, Serialize)]
pub(super) struct Dictionary3 {
    source_lang: String,
    target_lang: String,
    entry_count: usize,
}

impl Glossary2 {
    /// The glossary with its first list; none for a glossary without entries.
    pub(super) fn of(glossary: &Glossary) -> Option<Self> {
        let Dictionary { languages, count } = glossary.dictionaries.first()?;
        Some(Self {
            glossary_id: glossary.id.clone(),
            name: glossary.name.clone(),
            ready: true,
            source_lang: lower(&languages.source),
            target_lang: lower(&languages.target),
            creation_time: timestamp(&glossary.created_at),
            entry_count: *count,
        })
    }
}

impl Glossary3 {
    pub(super) fn of(glossary: &Glossary) -> Self {
        Self {
            glossary_id: glossary.id.clone(),
            name: glossary.name.clone(),
            dictionaries: glossary.dictionaries.iter().map(Dictionary3::of).collect(),
            creation_time: timestamp(&glossary.created_at),
        }
    }
}

impl Dictionary3 {
    pub(super) fn of(dictionary: &Dictionary) -> Self {
        let Dictionary { languages, count } = dictionary;
        Self { source_lang: lower(&languages.source), target_lang: lower(&languages.target), entry_count: *count }
    }
}

/// A translation memory.
#[derive(Debug, Serialize)]
pub(super) struct Memory {
    translation_memory_id: String,
    name: String,
    source_language: String,
    target_languages: Vec<String>,
    segment_count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    creation_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_time: Option<String>,
}

impl Memory {
    pub(super) fn of(memory: &MemorySummary) -> Self {
        Self {
            translation_memory_id: memory.id.clone(),
            name: memory.project.clone(),
            source_language: lower(&memory.source_lang),
            target_languages: memory.target_langs.iter().map(lower).collect(),
            segment_count: memory.count,
            creation_time: memory.first.as_deref().map(timestamp),
            updated_time: memory.last.as_deref().map(timestamp),
        }
    }
}

/// A segment of a translation memory.
#[derive(Debug, Serialize)]
pub(super) struct MemorySegment {
    source_segment_id: String,
    source_text: String,
    targets: [MemoryTarget; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    creation_time: Option<String>,
}

/// Its translation.
#[derive(Debug, Serialize)]
struct MemoryTarget {
    target_segment_id: String,
    target_language: String,
    target_text: String,
}

impl MemorySegment {
    pub(super) fn of(stored: StoredSegment) -> Self {
        let (id, segment) = (stored.id, stored.segment);
        let target = MemoryTarget {
            target_segment_id: format!("{id}-{}", lower(&segment.target_lang)),
            target_language: lower(&segment.target_lang),
            target_text: segment.target,
        };
        Self {
            source_segment_id: id.to_string(),
            source_text: segment.source,
            targets: [target],
            creation_time: stored.provenance.created_at.as_deref().map(timestamp),
        }
    }
}

fn lower(lang: &Lang) -> String {
    lang.as_str().to_ascii_lowercase()
}
