//! The JSON contract: one set of documented types for HTTP answers, `--json` on the command line and the language server.
//!
//! They repeat the model on purpose: the model may change with the program, the contract may not. Every position in a text is
//! given in bytes of its UTF-8 (`span`), in most answers also in Unicode scalar values (`span_chars`).

mod base;
mod bulk;
mod candidates;
mod characters;
mod checks;
mod commands;
mod concept;
mod concordance;
mod correction;
mod coverage;
mod documents;
mod export;
mod extraction;
mod file_check;
mod finding;
mod import;
mod imports;
mod ingest;
mod installation;
mod memory_match;
mod problem;
mod propose;
mod release;
mod review;
mod session;
mod size;
mod skipped;
mod source;
mod suggested_concept;
mod suggestion;
mod token;
pub(crate) mod words;
mod worklist;

pub(crate) use base::{
    ChangeAnswer, ChangePage, ProjectAnswer, ProjectList, ProjectSummaryAnswer, StarterAnswer, StarterList,
};
pub(crate) use bulk::{BulkActAnswer, BulkPlanAnswer, BulkUndoAnswer};
pub(crate) use candidates::{CandidateAnswer, CandidateListAnswer};
pub(crate) use characters::bytes;
pub(crate) use checks::{CheckAnswer, IgnoredAnswer, IgnoredPage, RuleCount, SettingsAnswer};
pub(crate) use commands::{Answer, Commands, commands};
pub(crate) use concept::{ConceptAnswer, ConceptPage, MatchList, TermAnswer};
pub(crate) use concordance::ConcordanceAnswer;
pub(crate) use correction::{CorrectedRelease, CorrectionList, ReleaseSegmentsAnswer};
pub(crate) use coverage::{CoverageAnswer, CoverageCountsAnswer};
pub(crate) use documents::{ExtractAnswer, ExtractHeader, ExtractLine};
pub(crate) use export::{ExportPreviewAnswer, ExportSummary};
pub(crate) use file_check::{
    FileChange, FileCheckAnswer, FileChecksAnswer, FileFindingAnswer, FileFix, FileLocation, FileRelated, LineColumn,
    UntranslatedSegmentAnswer,
};
pub(crate) use finding::{FindingAnswer, FixAnswer, PairCharacters, SpanAnswer};
pub(crate) use import::ImportAnswer;
pub(crate) use imports::{
    ImportJobAnswer, ImportList, ImportNews, ImportPlan, ImportReply, ImportRowAnswer, ImportUndoAnswer, PlannedRow,
    StoredImportAnswer,
};
pub(crate) use ingest::{DocumentAnswer, PairAnswer, RelinkAnswer};
pub(crate) use installation::{
    BackupAnswer, CheckupAnswer, ConfigAnswer, DictionaryAnswer, HealthAnswer, ReadinessAnswer, ReadyAnswer,
    RestoreAnswer, ServerAnswer, SettingAnswer,
};
pub(crate) use memory_match::MemoryMatchAnswer;
pub(crate) use problem::{ErrorAnswer, FailureAnswer, ProblemAnswer};
pub(crate) use propose::{AssistAnswer, ConfirmedSegmentAnswer, MemorySegmentAnswer, ProposedTermAnswer};
pub(crate) use release::{IngestAnswer, ReleaseAnswer, ReleasePage, ReleaseRemovalAnswer, ReleaseSummary};
pub(crate) use review::{
    DecisionAnswer, DecisionPage, DecisionResult, DecisionResults, ReviewPageAnswer, SheetAnswer, UndoAnswer,
};
pub(crate) use session::SessionAnswer;
pub(crate) use skipped::SkippedFilesAnswer;
pub(crate) use source::{ImportedFileAnswer, SourceAnswer, SourceList, SourceRemovalAnswer};
pub(crate) use suggested_concept::{CONCEPT_BYTES, SuggestedConceptAnswer, TranslationAnswer};
pub(crate) use suggestion::{SuggestionAnswer, TermOccurrenceAnswer};
pub(crate) use token::{NewTokenAnswer, RevocationAnswer, TokenAnswer, TokenList};
pub(crate) use worklist::{BriefAnswer, WorkAnswer, WorkPage};

/// `From` for an answer that has the members of another type, each converted with `into`. A new member of that type does not
/// compile until it is decided on here.
macro_rules! from_members {
    ($published:ident => $answer:ident { $($member:ident),* $(,)? }) => {
        impl From<$published> for $answer {
            fn from(published: $published) -> Self {
                let $published { $($member),* } = published;
                Self { $($member: $member.into()),* }
            }
        }
    };
}
use from_members;

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
