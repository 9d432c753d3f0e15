//! The arguments of `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::languages::language;
use crate::model::{Lang, Rule, Severity};

/// The exit codes as `check --help` lists them.
const EXIT: &str = "Exit codes: 0 no problems of --min-severity or above; 1 problems found, or a segment has no translation (unless the rule `untranslated` is not checked); 2 a file could not be checked, or \
the command line is invalid; 4 database error. The files are never changed.";

/// The arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = EXIT)]
pub(in crate::cli) struct Check {
    /// Translations (TMX, XLIFF, PO, TSV, CSV, tables in DOCX), or a text and its translation, such as `x.ja.md x.en.md`; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Source language, where the files do not name it, such as ja
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(super) from: Option<Lang>,
    /// Target language, where the files do not name it, such as en
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(super) into: Option<Lang>,
    /// Check only this rule; can be repeated
    #[arg(long = "rule", value_name = "RULE", value_parser = rule)]
    pub(super) rules: Vec<Rule>,
    /// Do not check this rule; can be repeated
    #[arg(long = "ignore", value_name = "RULE", value_parser = rule)]
    pub(super) ignored: Vec<Rule>,
    /// Lowest severity to report: error, warning, information or hint
    #[arg(long, value_name = "SEVERITY", default_value = "information", value_parser = severity)]
    pub(super) min_severity: Severity,
    /// Check each segment on its own: do not compare translations, terms and abbreviations across segments
    #[arg(long)]
    pub(super) loose: bool,
    /// Report ignored findings too
    #[arg(long)]
    pub(super) with_ignored: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Name of standard input; its extension decides the format where the content does not
    #[arg(long, value_name = "NAME", default_value = "-")]
    pub(super) name: String,
}

/// Output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Lines for a person, with carets under the places
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
}

fn rule(given: &str) -> Result<Rule, String> {
    let given = given.replace('-', "_");
    Rule::from_word(&given).ok_or_else(|| {
        let known: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
        format!("no such rule; the rules are {}", known.join(", "))
    })
}

fn severity(given: &str) -> Result<Severity, String> {
    Severity::from_word(given).ok_or_else(|| "use error, warning, information or hint".to_owned())
}
