//! The grammar of `review`: words in, what is wanted out.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::model::{ConceptId, DecisionId, ReleaseId, Revision, TermId};

/// What to review.
#[derive(Debug, Args)]
pub(in crate::cli) struct Review {
    /// What to do; lists what is open where nothing is named.
    #[command(subcommand)]
    pub(super) action: Option<ReviewAction>,
    /// Which open terms to list.
    #[command(flatten)]
    pub(super) list: List,
    /// Who decides (default: the user; `TAIYAKU_ACTOR`)
    #[arg(long, global = true, value_name = "NAME")]
    pub(in crate::cli) actor: Option<String>,
    /// Decide only if the concept is still at this revision
    #[arg(long, global = true, value_name = "NUMBER")]
    pub(super) revision: Option<Revision>,
}

/// Which open terms count.
#[derive(Debug, Clone, Args)]
pub(super) struct Only {
    /// Only of this subject field
    #[arg(long, value_name = "NAME")]
    pub(super) field: Option<String>,
    /// Only terms this release speaks for
    #[arg(long, value_name = "NUMBER")]
    pub(super) release: Option<ReleaseId>,
    /// Only terms of this language
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(super) lang: String,
    /// Only terms that stand so: `suggested_strong`, `suggested` or `candidate`
    #[arg(long, value_name = "WORD")]
    pub(super) status: Option<String>,
}

/// Which open terms to list.
#[derive(Debug, Clone, Args)]
pub(super) struct List {
    #[command(flatten)]
    pub(super) only: Only,
    /// The most terms
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(super) limit: usize,
    /// Go on after this place, which the end of a list names
    #[arg(long, value_name = "PLACE")]
    pub(super) after: Option<String>,
}

/// What can be done in review.
#[derive(Debug, Subcommand)]
pub(super) enum ReviewAction {
    /// List what is open, what is used most and least sure first
    List(List),
    /// Terms are right; so is the Japanese they stand for
    Accept {
        /// Numbers of terms
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<TermId>,
    },
    /// A term, of either language, is right once it reads so
    Edit {
        /// Number of the term
        #[arg(value_name = "TERM")]
        term: TermId,
        /// The corrected text
        #[arg(required = true, value_name = "TEXT", num_args = 1..)]
        text: Vec<String>,
    },
    /// Terms are no translation; they come back only with a new sort of evidence
    Reject {
        /// Numbers of terms
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<TermId>,
    },
    /// Two concepts are one
    Merge {
        /// The concept that stays
        #[arg(value_name = "CONCEPT")]
        into: ConceptId,
        /// The concept that goes
        #[arg(value_name = "OTHER")]
        from: ConceptId,
    },
    /// One concept is two: these terms go into a new one
    Split {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: ConceptId,
        /// Numbers of terms
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<TermId>,
    },
    /// A term is no longer to be used
    Retire {
        /// Number of the term
        #[arg(value_name = "TERM")]
        term: TermId,
        /// The term to use instead
        #[arg(long, value_name = "TERM")]
        replacement: Option<TermId>,
    },
    /// Whether to use a term: preferred, admitted, deprecated or forbidden
    Usage {
        /// Number of the term
        #[arg(value_name = "TERM")]
        term: TermId,
        /// Whether to use it
        #[arg(value_name = "USAGE")]
        usage: String,
        /// The term to use instead
        #[arg(long, value_name = "TERM")]
        replacement: Option<TermId>,
    },
    /// Note something on a concept: for the project, a subject field, or one release
    Note {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: ConceptId,
        /// What to note
        #[arg(required = true, value_name = "TEXT", num_args = 1..)]
        text: Vec<String>,
        /// Holds in this subject field only
        #[arg(long, value_name = "NAME", conflicts_with = "release")]
        field: Option<String>,
        /// Holds in this release only
        #[arg(long, value_name = "NUMBER")]
        release: Option<ReleaseId>,
    },
    /// How far a sense reaches: one release, or the whole project
    Scope {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: ConceptId,
        /// The one release that uses the word so
        #[arg(long, value_name = "NUMBER", required_unless_present = "everywhere")]
        release: Option<ReleaseId>,
        /// All releases may
        #[arg(long, conflicts_with = "release")]
        everywhere: bool,
    },
    /// Take a decision back: all is as it was before
    Undo {
        /// Its number [default: your last one]
        #[arg(value_name = "DECISION")]
        decision: Option<DecisionId>,
    },
    /// List decisions, newest first
    History(History),
    /// Write what is open as a sheet for a spreadsheet
    Export(Export),
    /// Do what the rows of a sheet say
    Import {
        /// The sheet; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only say what would become of each row
        #[arg(long)]
        dry_run: bool,
    },
}

/// Which decisions to list.
#[derive(Debug, Clone, Args)]
pub(super) struct History {
    /// The most decisions
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(super) limit: u32,
    /// Only decisions before this number
    #[arg(long, value_name = "DECISION")]
    pub(super) before: Option<DecisionId>,
}

/// What to export.
#[derive(Debug, Clone, Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) only: Only,
    /// The file to write; standard output without it
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}
