//! The grammar of the command line: the options every command takes, and the list of commands. The arguments of a command
//! are declared beside it.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::Overrides;

/// The heading of the options every command takes.
const GENERAL: &str = "General options";

/// Builds a Japanese–English term base and translation memory from research press releases, with evidence for every term
#[derive(Debug, Parser)]
#[command(name = "taiyaku", version, after_help = super::exit::HELP)]
pub(super) struct Arguments {
    /// The command.
    #[command(subcommand)]
    pub(super) command: Command,
    /// Configuration file [default: `taiyaku/config.toml` in the folder for configurations; `TAIYAKU_CONFIG`]
    #[arg(long, global = true, help_heading = GENERAL, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database file [default: `taiyaku.db` in your data folder; `TAIYAKU_DATABASE`]
    #[arg(long, global = true, help_heading = GENERAL, value_name = "FILE")]
    database: Option<PathBuf>,
    /// Project to work in [default: `default`; `TAIYAKU_PROJECT`]
    #[arg(long, global = true, help_heading = GENERAL, value_name = "NAME")]
    project: Option<String>,
    /// Folder of the Japanese dictionary (`TAIYAKU_DICTIONARY`)
    #[arg(long, global = true, help_heading = GENERAL, value_name = "FOLDER")]
    dictionary: Option<PathBuf>,
    /// The pdfium library, or the folder it is in (`TAIYAKU_PDFIUM`)
    #[arg(long, global = true, help_heading = GENERAL, value_name = "PATH")]
    pdfium: Option<PathBuf>,
    /// Whether scanned pages are read by OCR: `auto` where `tesseract` is installed, or `never` [default: `auto`; `TAIYAKU_OCR`]
    #[arg(long, global = true, help_heading = GENERAL, value_name = "MODE")]
    ocr: Option<String>,
    /// What to log to standard error, such as `info` or `taiyaku=debug` (`TAIYAKU_LOG`)
    #[arg(long, global = true, help_heading = GENERAL, value_name = "FILTER")]
    log: Option<String>,
    /// Print JSON, one document per line
    #[arg(long, global = true, help_heading = GENERAL)]
    pub(super) json: bool,
    /// Do not print doubts, notes or progress
    #[arg(long, short, global = true, help_heading = GENERAL)]
    pub(super) quiet: bool,
    /// If this command creates the project, create it without the starter term base
    #[arg(long, global = true, help_heading = GENERAL)]
    pub(super) no_starter: bool,
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ',' | ':');
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

impl Arguments {
    /// The project named on the command line.
    pub(super) fn project(&self) -> Option<&str> {
        self.project.as_deref()
    }

    /// The options that say which base and project to work in, as they were given.
    pub(super) fn place(&self) -> String {
        let database = self.database.as_ref().map(|path| path.display().to_string());
        let given = [("--database", database), ("--project", self.project.clone())];
        given.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", quoted(&value?)))).collect()
    }

    /// The settings the command line overrides.
    pub(super) fn overrides(&self) -> Overrides {
        let serve = match &self.command {
            Command::Serve(serve) => Some(serve),
            _ => None,
        };
        Overrides {
            config: self.config.clone(),
            database: self.database.clone(),
            dictionary: self.dictionary.clone(),
            pdfium: self.pdfium.clone(),
            ocr: self.ocr.clone(),
            listen: serve.and_then(|serve| serve.listen.clone()),
            require_token: serve.is_some_and(|serve| serve.require_token),
            allowed_origins: serve.map(|serve| serve.allow_origin.clone()).unwrap_or_default(),
            public_url: serve.and_then(|serve| serve.public_url.clone()),
            trusted_proxies: serve.map(|serve| serve.trusted_proxy.clone()).unwrap_or_default(),
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

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read press releases into the term base (PDF, HTML, DOCX, text)
    Ingest(super::ingest::Ingest),
    /// Watch a folder, and read press releases that are put there into the term base
    Watch(super::watch::Watch),
    /// Import translations (TMX, PO, XLIFF, DOCX) or terms (TBX, UTX, CSV, TSV, XLSX, ODS, DOCX, EDICT, `JMdict`)
    Import(super::import::Import),
    /// List imports and what became of their rows; undo one
    Imports(super::imports::Imports),
    /// List imported dictionaries, term bases and files of translations; remove one
    Sources(super::sources::Sources),
    /// List the releases that were read; show one with what was found in it, or delete one
    Releases(super::releases::Releases),
    /// Extract entries, links and segments from releases as JSON, without a database
    Extract(super::extract::Extract),
    /// Propose English for the terms of all releases again, using everything added since
    Link,
    /// List glossary heads with their English and where it comes from, and those without English
    Coverage(super::coverage::Coverage),
    /// List what a release says beside its glossary that is likely to be a term
    Candidates(super::candidates::Candidates),
    /// Look up terms in Japanese, English, kana or romaji
    Lookup(super::lookup::Lookup),
    /// Add, list, show, correct and delete terms
    Terms(super::terms::Terms),
    /// Add definitions to concepts; change and delete those that people wrote
    Definitions(super::definitions::Definitions),
    /// Review terms: list what is open; accept, edit, reject, undo
    Review(super::review::Review),
    /// Check a translation: terms, numbers, consistency, omissions
    Check(super::check::Check),
    /// Suggest translations and terms for segments, from the memory and the term base
    Suggest(super::suggest::Suggest),
    /// Search the memory for a text or for words, on both sides
    Concordance(super::concordance::Arguments),
    /// Show, correct or delete a segment of the memory by its number
    Segments(super::segments::Segments),
    /// List terms that need attention: without English, changed, of one release, or with several translations
    Worklist(super::worklist::Worklist),
    /// Print the terms of a text and their translations, to brief a translator or a language model
    Brief(super::brief::Brief),
    /// Export terms or the memory for other tools
    Export(super::export::Arguments),
    /// Start the HTTP server
    Serve(super::serve::Serve),
    /// Start a language server for an editor, on standard input and output
    Lsp(super::lsp::Lsp),
    /// Create, list and revoke the tokens that let others use the server
    Token(super::token::Token),
    /// List projects and what they hold; create, rename or delete one
    Projects(super::projects::Projects),
    /// List the fields of the starter term base, and add them to the project or remove them
    Starter(super::starter::Starter),
    /// Back up the term base into one file, also while other programs use it
    Backup(super::backup::Backup),
    /// Put a backup in place as the term base
    Restore(super::backup::Restore),
    /// Show each setting with its value and where it comes from
    Config,
    /// Examine the installation and the term base, and say what to do about what is found; changes nothing
    ///
    /// The exit code is 0 if all is well, 1 with warnings (everything works, but somebody should look at it), and 4 if something
    /// does not work.
    Doctor,
    /// Check whether a running server, or the database and dictionary on this machine, can be used
    Health(super::health::Health),
    /// Build the Japanese dictionary, or show which one is used
    Dictionary(super::dictionary::Dictionary),
    /// Print a shell completion script
    Completions(super::completions::Completions),
}

impl Command {
    /// Whether the command makes the database where there is none. Every other command needs one that exists: a mistyped path
    /// is an error, and reading leaves no file behind.
    pub(super) fn makes_database(&self) -> bool {
        match self {
            Self::Ingest(_) | Self::Watch(_) | Self::Serve(_) | Self::Lsp(_) => true,
            Self::Import(command) => !command.plans(),
            Self::Projects(command) => command.adds(),
            Self::Starter(command) => command.adds(),
            Self::Token(command) => command.adds(),
            Self::Terms(command) => command.adds(),
            Self::Sources(_)
            | Self::Imports(_)
            | Self::Extract(_)
            | Self::Link
            | Self::Candidates(_)
            | Self::Coverage(_)
            | Self::Lookup(_)
            | Self::Review(_)
            | Self::Check(_)
            | Self::Suggest(_)
            | Self::Concordance(_)
            | Self::Worklist(_)
            | Self::Brief(_)
            | Self::Export(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Config
            | Self::Doctor
            | Self::Health(_)
            | Self::Dictionary(_)
            | Self::Releases(_)
            | Self::Definitions(_)
            | Self::Segments(_)
            | Self::Completions(_) => false,
        }
    }
}
