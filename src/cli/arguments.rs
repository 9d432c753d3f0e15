//! The grammar of the command line: words in, what is wanted out.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::Overrides;
use crate::model::{ReleaseId, Revision};

/// Builds a Japanese–English term base from research press releases and answers with proof.
#[derive(Debug, Parser)]
#[command(name = "taiyaku", version, about, after_help = super::exit::HELP)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
    /// The database file (default: taiyaku.db in the folder for data; `TAIYAKU_DATABASE`)
    #[arg(long, global = true, value_name = "FILE")]
    database: Option<PathBuf>,
    /// The project (default: default; `TAIYAKU_PROJECT`)
    #[arg(long, global = true, value_name = "NAME")]
    project: Option<String>,
    /// The folder of the dictionary (`TAIYAKU_DICTIONARY`)
    #[arg(long, global = true, value_name = "FOLDER")]
    dictionary: Option<PathBuf>,
    /// The pdfium library or its folder (`TAIYAKU_PDFIUM`)
    #[arg(long, global = true, value_name = "PATH")]
    pdfium: Option<PathBuf>,
    /// What to log to standard error, such as info or taiyaku=debug (`TAIYAKU_LOG`)
    #[arg(long, global = true, value_name = "FILTER")]
    log: Option<String>,
    /// Print JSON, one object on a line
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Print no doubts and no progress
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// Leave the starter term base out of a project that does not have it yet
    #[arg(long, global = true)]
    pub(super) no_starter: bool,
}

impl Arguments {
    /// The project the command line names.
    pub(super) fn project(&self) -> Option<&str> {
        self.project.as_deref()
    }

    /// What the command line says about the settings.
    pub(super) fn overrides(&self) -> Overrides {
        let serve = match &self.command {
            Command::Serve(serve) => Some(serve),
            _ => None,
        };
        Overrides {
            database: self.database.clone(),
            dictionary: self.dictionary.clone(),
            pdfium: self.pdfium.clone(),
            listen: serve.and_then(|serve| serve.listen.clone()),
            require_token: serve.is_some_and(|serve| serve.require_token),
            allowed_origins: serve.map(|serve| serve.allow_origin.clone()).unwrap_or_default(),
            rate_limit: serve.and_then(|serve| serve.rate_limit),
            log: self.log.clone(),
            project: self.project.clone(),
            actor: match &self.command {
                Command::Review(review) => review.actor.clone(),
                _ => None,
            },
        }
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Take releases into the term base
    Ingest(Ingest),
    /// Take translations into the memory (TMX, PO, XLIFF), or a dictionary or term base in (UTX, CSV, TSV, EDICT, `JMdict`)
    Import(Import),
    /// List imported dictionaries and term bases with their licences, or remove one
    Sources(Sources),
    /// Write what releases hold as JSON, without a database
    Extract(Extract),
    /// Propose English for the terms of all releases again, by what is known today
    Link,
    /// Show which glossary heads have English, from whom, and which have none
    Coverage(Coverage),
    /// Look a term up, in Japanese, English, kana or romaji
    Lookup(Lookup),
    /// Decide what found terms are: list what is open, accept, correct, reject, undo
    Review(super::review::Review),
    /// Say what is wrong with a translation: terms, numbers, consistency, what was left out
    Check(crate::cli::check::Check),
    /// Offer remembered translations and terms for a segment
    Suggest(Suggest),
    /// Find a text, or words, in the memory, on both sides
    Concordance(Concordance),
    /// List terms that wait for somebody: without English, in conflict, changed, with several renderings
    Worklist(Worklist),
    /// Print the terms of a text with what to call them, to brief a translator or a language model
    Brief(Brief),
    /// Write the term base as a file other tools read
    Export(Export),
    /// Answer over HTTP
    Serve(super::serve::Serve),
    /// Answer an editor: a language server on standard input and output
    Lsp(crate::cli::lsp::Lsp),
    /// Make, list and revoke tokens: who may use the server from elsewhere
    Token(super::token::Token),
    /// List the projects and how much they hold
    Projects,
    /// Say whether the database and the dictionary, or a running server, can be used
    Health(Health),
    /// Build the tokeniser's dictionary, or say what it is
    Dictionary(Dictionary),
    /// Print a script that completes commands in a shell
    Completions(Completions),
}

/// What to ingest.
#[derive(Debug, Args)]
pub(super) struct Ingest {
    /// Files, and folders searched for pdf, html, docx and txt; `-` reads one document from standard input
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What the document from standard input is called
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(super) name: String,
    /// The two files are one release, in Japanese and in English: align them
    #[arg(long)]
    pub(super) pair: bool,
    /// How many documents are read at once [default: one for each processor]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) jobs: Option<u16>,
}

/// What to import.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Files of translations: TMX 1.1 to 1.4, PO, XLIFF; of terms: UTX, CSV, TSV, EDICT, `JMdict`
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// You have checked them: what is no draft counts as approved
    #[arg(long)]
    pub(super) approved: bool,
    /// The language translated from, where a file does not say
    #[arg(long, value_name = "TAG")]
    pub(super) source_lang: Option<String>,
    /// The language translated into, where a file does not say
    #[arg(long, value_name = "TAG")]
    pub(super) target_lang: Option<String>,
    /// Read files again that were imported before
    #[arg(long)]
    pub(super) again: bool,
    /// Write every problem, with its file and line, into this file as tab-separated values
    #[arg(long, value_name = "FILE")]
    pub(super) problems: Option<PathBuf>,
    /// What becomes of terms: `terms` of the project, or `evidence` that is only looked up [default: evidence for EDICT
    /// and `JMdict`, else terms]
    #[arg(long = "as", value_name = "KIND", value_parser = ["terms", "evidence"])]
    pub(super) kept: Option<String>,
    /// What the columns of a table hold, by number or name: ja=1,en=3,reading=読み
    #[arg(long, value_name = "COLUMNS")]
    pub(super) map: Option<String>,
    /// What the dictionary or term base is called [default: the file's name]
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Its licence, where the file does not say
    #[arg(long, value_name = "TEXT")]
    pub(super) licence: Option<String>,
    /// Whom to name as its maker, where the file does not say
    #[arg(long, value_name = "TEXT")]
    pub(super) attribution: Option<String>,
    /// Where it is from
    #[arg(long, value_name = "URL")]
    pub(super) url: Option<String>,
}

/// Which sources, and what to do with them.
#[derive(Debug, Args)]
pub(super) struct Sources {
    /// What to do; without it they are listed.
    #[command(subcommand)]
    pub(super) action: Option<SourcesAction>,
}

/// What can be done with a source.
#[derive(Debug, Subcommand)]
pub(super) enum SourcesAction {
    /// Remove it with all it gave; terms nobody else speaks for go too
    Remove {
        /// Its name
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// Which list, and how much of it.
#[derive(Debug, Args)]
pub(super) struct Worklist {
    /// release (with --release), changed (with --since), without-english, several-english or several-japanese
    #[arg(value_name = "LIST", value_parser = crate::app::worklist::WorkList::NAMES)]
    pub(super) list: String,
    /// The number of the release
    #[arg(long, value_name = "NUMBER")]
    pub(super) release: Option<ReleaseId>,
    /// The revision after which English changed
    #[arg(long, value_name = "REVISION")]
    pub(super) since: Option<Revision>,
    /// Pass over so many
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(super) skip: u32,
    /// The most terms
    #[arg(long, value_name = "NUMBER", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=200))]
    pub(super) limit: u32,
    /// Print comma-separated values
    #[arg(long, conflicts_with = "json")]
    pub(super) csv: bool,
}

/// Which text, and how to print its terms.
#[derive(Debug, Args)]
pub(super) struct Brief {
    /// The text, in UTF-8; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Its language [default: ja where it holds Japanese, else en]
    #[arg(long, value_name = "TAG")]
    pub(super) from: Option<String>,
    /// The most terms: those that stand in the text most often
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    pub(super) most: usize,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "markdown", value_parser = ["markdown", "json", "tsv"])]
    pub(super) format: String,
}

/// What to extract.
#[derive(Debug, Args)]
pub(super) struct Extract {
    /// Files; `-` reads one document from standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The folder for one `STEM.json` per file; one file without it goes to standard output
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
    /// What the document from standard input is called
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(super) name: String,
}

/// What to look up.
#[derive(Debug, Args)]
pub(super) struct Lookup {
    /// The term, or part of it
    #[arg(required = true, value_name = "TEXT", num_args = 1..)]
    pub(super) text: Vec<String>,
    /// Only terms of this language: ja or en
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<String>,
    /// The most matches
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub(super) limit: usize,
}

/// Which heads to show.
#[derive(Debug, Args)]
pub(super) struct Coverage {
    /// Only those of the release with this number
    #[arg(long, value_name = "NUMBER")]
    pub(super) release: Option<ReleaseId>,
}

/// What to offer something for.
#[derive(Debug, Args)]
pub(super) struct Suggest {
    /// The segment
    #[arg(required = true, value_name = "TEXT", num_args = 1..)]
    pub(super) text: Vec<String>,
    /// Its language [default: ja where it holds Japanese, else en]
    #[arg(long, value_name = "TAG")]
    pub(super) from: Option<String>,
    /// The language to translate into [default: en, or ja from en]
    #[arg(long, value_name = "TAG")]
    pub(super) into: Option<String>,
    /// The segment before it in its document
    #[arg(long, value_name = "TEXT")]
    pub(super) previous: Option<String>,
    /// The segment after it
    #[arg(long, value_name = "TEXT")]
    pub(super) next: Option<String>,
    /// Its subject field
    #[arg(long, value_name = "NAME")]
    pub(super) field: Option<String>,
    /// The lowest score of a match, 50 to 101
    #[arg(long, value_name = "NUMBER", default_value_t = crate::app::assist::USUAL_FLOOR,
        value_parser = clap::value_parser!(u8).range(50..=101))]
    pub(super) min_score: u8,
    /// The most matches, and the most terms
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    pub(super) limit: usize,
}

/// What to find in the memory.
#[derive(Debug, Args)]
pub(super) struct Concordance {
    /// A piece of text, in any language
    #[arg(required = true, value_name = "TEXT", num_args = 1..)]
    pub(super) text: Vec<String>,
    /// Only texts of this language, such as ja or en, as source or target
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<String>,
    /// Find all the words, in any order, instead of the text as a whole
    #[arg(long)]
    pub(super) words: bool,
    /// The most segments, up to 200
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(super) limit: usize,
}

/// What to export.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Terms as `csv`, `csv_excel`, `tbx2`, `tbx3` or `omegat`, the memory as `tmx` [default: by the file's ending, else csv]
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<String>,
    /// The file to write; standard output without it
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Whom the file is for: standard or omegat
    #[arg(long, value_name = "NAME", default_value = "standard")]
    pub(super) profile: String,
    /// Terms and segments with too little evidence too
    #[arg(long, conflicts_with = "approved")]
    pub(super) candidates: bool,
    /// Only what a person approved
    #[arg(long)]
    pub(super) approved: bool,
    /// The languages, source first, for the formats that have a direction
    #[arg(long, value_name = "PAIR", default_value = "ja-en")]
    pub(super) languages: String,
}

/// What to check.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// Ask the server at this address [default: where `serve` listens by the settings]
    #[arg(long, value_name = "URL")]
    pub(super) url: Option<String>,
    /// Check the database and the dictionary instead of a server
    #[arg(long, conflicts_with = "url")]
    pub(super) here: bool,
}

/// What to do with the dictionary.
#[derive(Debug, Args)]
pub(super) struct Dictionary {
    /// What to do.
    #[command(subcommand)]
    pub(super) action: DictionaryAction,
}

/// What can be done with the dictionary.
#[derive(Debug, Subcommand)]
pub(super) enum DictionaryAction {
    /// Build it from the source files of IPADIC (*.csv and *.def)
    Build {
        /// The folder of the source
        #[arg(long, value_name = "FOLDER", default_value = "/usr/share/mecab/dic/ipadic")]
        source: PathBuf,
        /// The folder to write [default: where the program looks for it]
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Say where it is and what it is
    Info,
}

/// Which completions to print.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}
