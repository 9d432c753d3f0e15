//! WHAT ANSWERS LOOK LIKE: the model's things in, the same as documented JSON out, whichever door gives it.
//!
//! The model is written out here once more on purpose: its types may change with the program, these may not. Every
//! place in a text is given twice, in bytes of its UTF-8 (`span`) and in Unicode scalar values (`span_chars`).

mod base;
mod characters;
mod check;
mod concept;
mod concordance;
mod finding;
mod found;
mod memory;
mod propose;
mod release;
mod review;
mod suggestion;
pub(crate) mod words;
mod work;

pub(crate) use base::{ChangeAnswer, ChangePage, HealthAnswer, ProjectAnswer, ProjectList, ReadyAnswer};
pub(crate) use check::{CheckAnswer, IgnoredAnswer, IgnoredPage, SettingsAnswer};
pub(crate) use concept::{ConceptAnswer, ConceptPage, MatchList, TermAnswer};
pub(crate) use concordance::ConcordanceAnswer;
pub(crate) use finding::{FindingAnswer, FixAnswer, PairCharacters, SpanAnswer};
pub(crate) use found::{DoubtAnswer, EntryAnswer, LinkAnswer, ReferenceAnswer};
pub(crate) use memory::MemoryMatchAnswer;
pub(crate) use propose::{AssistAnswer, ConfirmedSegmentAnswer, MemorySegmentAnswer, ProposedTermAnswer};
pub(crate) use release::{IngestAnswer, MetadataAnswer, ReleaseAnswer, ReleasePage, ReleaseSummary};
pub(crate) use review::{
    DecisionAnswer, DecisionPage, DecisionResult, DecisionResults, ReviewPageAnswer, SheetAnswer, UndoAnswer,
};
pub(crate) use suggestion::{FoundTermAnswer, SegmentAnswer, SuggestionAnswer, TranslationAnswer};
pub(crate) use work::{BriefAnswer, SourceList, WorkPage};

/// Reads an object as an object only: a list of its members' values would be taken for one too.
pub(crate) fn object<'de, D, T>(reader: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::de::DeserializeOwned,
{
    use serde::Deserialize;
    let members = serde_json::Map::deserialize(reader)?;
    serde_json::from_value(serde_json::Value::Object(members)).map_err(serde::de::Error::custom)
}
