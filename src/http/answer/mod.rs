//! What answers look like: the model's things in, the same as documented JSON out.
//!
//! The model is written out here once more on purpose: its types may change with the program, these may not. Every
//! place in a text is given twice, in bytes of its UTF-8 (`span`) and in Unicode scalar values (`span_chars`).

mod base;
mod characters;
mod concept;
mod concordance;
mod found;
mod memory;
mod release;
mod review;
mod suggestion;
pub(super) mod words;
mod work;

pub(super) use base::{ChangeAnswer, ChangePage, HealthAnswer, ProjectAnswer, ProjectList, ReadyAnswer};
pub(super) use concept::{ConceptAnswer, ConceptPage, MatchList};
pub(super) use concordance::ConcordanceAnswer;
pub(super) use found::{DoubtAnswer, EntryAnswer, LinkAnswer, ReferenceAnswer};
pub(super) use release::{IngestAnswer, MetadataAnswer, ReleaseAnswer, ReleasePage, ReleaseSummary};
pub(super) use review::{
    DecisionAnswer, DecisionPage, DecisionResult, DecisionResults, ReviewPageAnswer, SheetAnswer, UndoAnswer,
};
pub(super) use suggestion::{SegmentAnswer, SuggestionAnswer};
pub(super) use work::{BriefAnswer, SourceList, WorkPage};
