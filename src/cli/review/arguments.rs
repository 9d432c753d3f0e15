//! The arguments of `review`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::app::review::Reference;
use crate::cli::languages::language;
use crate::model::{DecisionId, Lang, Revision};

/// How the help explains references.
const REFERENCES: &str = "TERM is the text of a term, such as `metastasis`; where several terms have that text, a pair such as\n\
`転移 = metastasis`; or the number of the term. CONCEPT is the text of any of its terms, such a pair, or its number.";

/// The arguments of `review`.
#[derive(Debug, Args)]
#[command(after_help = REFERENCES)]
pub(in crate::cli) struct Review {
    /// What to do; lists open terms if nothing is given.
    #[command(subcommand)]
    pub(super) action: Option<ReviewAction>,
    /// Which open terms to list.
    #[command(flatten)]
    pub(super) list: List,
    /// Who decides [default: your user name; `TAIYAKU_ACTOR`]
    #[arg(long, global = true, value_name = "NAME")]
    pub(in crate::cli) actor: Option<String>,
    /// Decide only if the concept is still at this revision
    #[arg(long, global = true, value_name = "NUMBER")]
    pub(super) revision: Option<Revision>,
}

/// Which open terms to include.
#[derive(Debug, Clone, Args)]
pub(super) struct Filter {
    /// Only terms of this subject field
    #[arg(long, value_name = "NAME")]
    pub(super) field: Option<String>,
    /// Only terms this release supports, given by its file name or number
    #[arg(long, value_name = "RELEASE")]
    pub(super) release: Option<Reference>,
    /// Only terms of this language
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = language)]
    pub(super) lang: Lang,
    /// Only terms with this standing: `suggested_strong`, `suggested` or `candidate`
    #[arg(long, value_name = "STANDING")]
    pub(super) status: Option<String>,
}

/// Which open terms to list.
#[derive(Debug, Clone, Args)]
pub(super) struct List {
    #[command(flatten)]
    pub(super) filter: Filter,
    /// Most terms
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = crate::cli::item_count::count::<usize>)]
    pub(super) limit: usize,
    /// Continue after this position, which is printed at the end of a list
    #[arg(long, value_name = "POSITION")]
    pub(super) after: Option<String>,
}

/// What `review` can do.
#[derive(Debug, Subcommand)]
pub(super) enum ReviewAction {
    /// List open terms, those most used and least certain first
    List(List),
    /// Approve terms, and the Japanese terms they translate
    Accept {
        /// Terms; `-` reads them from standard input, one per line
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<String>,
    },
    /// Correct the text of a term, Japanese or English, and approve it
    Edit {
        /// The term
        #[arg(value_name = "TERM")]
        term: Reference,
        /// The corrected text
        #[arg(required = true, value_name = "TEXT", num_args = 1..)]
        text: Vec<String>,
    },
    /// Reject terms as translations; they return only with a new kind of evidence
    Reject {
        /// Terms; `-` reads them from standard input, one per line
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<String>,
    },
    /// Merge two concepts into one
    Merge {
        /// The concept that remains
        #[arg(value_name = "CONCEPT")]
        into: Reference,
        /// The concept whose terms move into it
        #[arg(value_name = "OTHER")]
        from: Reference,
    },
    /// Split a concept: move some of its terms into a new one
    Split {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: Reference,
        /// Terms to move
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<Reference>,
    },
    /// Deprecate a term
    Retire {
        /// The term
        #[arg(value_name = "TERM")]
        term: Reference,
        /// The term to use instead
        #[arg(long, value_name = "TERM")]
        replacement: Option<Reference>,
    },
    /// Set the usage of a term: preferred, admitted, deprecated or forbidden
    Usage {
        /// The term
        #[arg(value_name = "TERM")]
        term: Reference,
        /// Its usage
        #[arg(value_name = "USAGE")]
        usage: String,
        /// The term to use instead
        #[arg(long, value_name = "TERM")]
        replacement: Option<Reference>,
    },
    /// Add a note to a concept: for the project, a subject field or one release
    Note {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: Reference,
        /// The note
        #[arg(required = true, value_name = "TEXT", num_args = 1..)]
        text: Vec<String>,
        /// Only for this subject field
        #[arg(long, value_name = "NAME", conflicts_with = "release")]
        field: Option<String>,
        /// Only for this release, given by its file name or number
        #[arg(long, value_name = "RELEASE")]
        release: Option<Reference>,
    },
    /// Limit a sense to one release, or open it to the whole project
    Scope {
        /// The concept
        #[arg(value_name = "CONCEPT")]
        concept: Reference,
        /// The only release that uses the word in this sense, given by its file name or number
        #[arg(long, value_name = "RELEASE", required_unless_present = "everywhere")]
        release: Option<Reference>,
        /// Allow the sense in all releases
        #[arg(long, conflicts_with = "release")]
        everywhere: bool,
    },
    /// Undo a decision: everything is as it was before
    Undo {
        /// Number of the decision [default: your last one]
        #[arg(value_name = "DECISION")]
        decision: Option<DecisionId>,
    },
    /// List decisions, newest first
    History(History),
    /// Export open terms as a sheet for a spreadsheet program
    Export(Export),
    /// Import the decisions filled in on a sheet
    Import {
        /// The sheet; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only report what would be done for each row
        #[arg(long, alias = "plan")]
        dry_run: bool,
    },
}

/// Which decisions to list.
#[derive(Debug, Clone, Args)]
pub(super) struct History {
    /// Most decisions
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = crate::cli::item_count::count::<u32>)]
    pub(super) limit: u32,
    /// Continue after this decision, the last one of the page before
    #[arg(long, value_name = "DECISION", alias = "before")]
    pub(super) after: Option<DecisionId>,
}

/// What to export.
#[derive(Debug, Clone, Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) filter: Filter,
    /// File to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Format: csv or xlsx [default: by the extension of the file, otherwise csv]
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "xlsx"])]
    pub(super) format: Option<String>,
    /// Replace the file if it exists, with the decisions filled in on it
    #[arg(long, requires = "out")]
    pub(super) force: bool,
}
