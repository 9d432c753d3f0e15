//! Which answers each command prints with `--json`, so that the OpenAPI document can describe them too.

use std::collections::BTreeMap;

use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use super::{
    BackupAnswer, BriefAnswer, CandidateAnswer, CheckupAnswer, ConceptAnswer, ConcordanceAnswer, ConfigAnswer,
    CorrectedRelease, CorrectionList, CoverageAnswer, DecisionAnswer, DecisionResult, DictionaryAnswer, DocumentAnswer,
    ErrorAnswer, ExportSummary, ExtractAnswer, ExtractHeader, ExtractLine, FileChecksAnswer, ImportAnswer,
    ImportUndoAnswer, ImportedFileAnswer, MatchList, MemorySegmentAnswer, NewTokenAnswer, PairAnswer, PlannedRow,
    ProjectAnswer, ProjectSummaryAnswer, ProposedTermAnswer, ReadinessAnswer, ReleaseAnswer, ReleaseRemovalAnswer,
    ReleaseSummary, RelinkAnswer, RestoreAnswer, ReviewPageAnswer, RevocationAnswer, ServerAnswer, SheetAnswer,
    SkippedFilesAnswer, SourceAnswer, SourceRemovalAnswer, StarterAnswer, StoredImportAnswer, SuggestionAnswer,
    TokenAnswer, UndoAnswer, WorkAnswer,
};

/// Something the command line prints with `--json`: it has a schema.
pub(crate) trait Answer: serde::Serialize + ToSchema {}

impl<T: serde::Serialize + ToSchema> Answer for T {}

/// Schemas by name.
type Schemas = BTreeMap<String, RefOr<Schema>>;

/// Each command, and the names of the schemas of what it prints: one JSON document on each line.
pub(crate) struct Commands {
    /// The names by command, such as `review accept`; none for a command that prints no JSON.
    pub(crate) printed: BTreeMap<&'static str, Vec<String>>,
    /// The name of the schema of errors, which go to standard error.
    pub(crate) error: String,
    /// The schemas, and those they refer to.
    pub(crate) schemas: Schemas,
}

/// Adds the schema of `T` and all it refers to, and gives its name.
fn described<T: ToSchema>(schemas: &mut Schemas) -> String {
    let mut referred = Vec::new();
    T::schemas(&mut referred);
    schemas.extend(referred);
    let name = T::name().into_owned();
    schemas.insert(name.clone(), T::schema());
    name
}

macro_rules! commands {
    ($($command:literal => [$($answer:ty),*],)*) => {
        /// Everything the command line prints with `--json`.
        pub(crate) fn commands() -> Commands {
            let mut schemas = Schemas::new();
            let printed = BTreeMap::from([$(($command, vec![$(described::<$answer>(&mut schemas)),*]),)*]);
            let error = described::<ErrorAnswer>(&mut schemas);
            Commands { printed, error, schemas }
        }
    };
}

commands! {
    "ingest" => [DocumentAnswer, PairAnswer, SkippedFilesAnswer],
    "watch" => [DocumentAnswer, PairAnswer, SkippedFilesAnswer],
    "import" => [ImportAnswer, PlannedRow, SkippedFilesAnswer],
    "imports" => [StoredImportAnswer],
    "imports undo" => [ImportUndoAnswer],
    "releases" => [ReleaseSummary],
    "releases show" => [ReleaseAnswer],
    "releases correct" => [CorrectedRelease],
    "releases corrections" => [CorrectionList],
    "releases uncorrect" => [ReleaseAnswer],
    "releases delete" => [ReleaseRemovalAnswer],
    "sources" => [SourceAnswer, ImportedFileAnswer],
    "sources remove" => [SourceRemovalAnswer],
    "extract" => [ExtractAnswer, ExtractHeader, ExtractLine],
    "link" => [RelinkAnswer],
    "coverage" => [CoverageAnswer],
    "candidates" => [CandidateAnswer],
    "lookup" => [MatchList],
    "terms" => [ConceptAnswer],
    "terms add" => [ProposedTermAnswer],
    "terms show" => [ConceptAnswer],
    "terms edit" => [DecisionResult],
    "terms delete" => [DecisionResult],
    "definitions add" => [DecisionResult],
    "definitions edit" => [DecisionResult],
    "definitions delete" => [DecisionResult],
    "review" => [ReviewPageAnswer],
    "review list" => [ReviewPageAnswer],
    "review accept" => [DecisionResult],
    "review edit" => [DecisionResult],
    "review reject" => [DecisionResult],
    "review merge" => [DecisionResult],
    "review split" => [DecisionResult],
    "review retire" => [DecisionResult],
    "review usage" => [DecisionResult],
    "review note" => [DecisionResult],
    "review scope" => [DecisionResult],
    "review undo" => [UndoAnswer],
    "review history" => [DecisionAnswer],
    "review export" => [],
    "review import" => [SheetAnswer],
    "check" => [FileChecksAnswer],
    "suggest" => [SuggestionAnswer],
    "concordance" => [ConcordanceAnswer],
    "segments show" => [MemorySegmentAnswer],
    "segments edit" => [MemorySegmentAnswer],
    "segments delete" => [MemorySegmentAnswer],
    "worklist" => [WorkAnswer],
    "brief" => [BriefAnswer],
    "export" => [ExportSummary],
    "serve" => [],
    "lsp" => [],
    "token create" => [NewTokenAnswer],
    "token list" => [TokenAnswer],
    "token revoke" => [RevocationAnswer],
    "projects" => [ProjectSummaryAnswer],
    "projects create" => [ProjectAnswer],
    "projects rename" => [ProjectAnswer],
    "projects delete" => [ProjectAnswer],
    "starter" => [StarterAnswer],
    "starter add" => [StarterAnswer],
    "starter remove" => [StarterAnswer],
    "config" => [ConfigAnswer],
    "doctor" => [CheckupAnswer],
    "backup" => [BackupAnswer],
    "restore" => [RestoreAnswer],
    "health" => [ServerAnswer, ReadinessAnswer],
    "dictionary build" => [DictionaryAnswer],
    "dictionary info" => [DictionaryAnswer],
    "completions" => [],
}
