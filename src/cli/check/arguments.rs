//! The words of `taiyaku check` in, what is wanted out.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::model::{Rule, Severity};

/// What `--help` says about exit codes.
const EXIT: &str = "Exit codes: 0 nothing as grave as --min-severity was found; 1 something was; 2 a file could not be \
checked, or the command line is wrong; 4 the database failed. Nothing is ever written to the files.";

/// What to check.
#[derive(Debug, Args)]
#[command(after_help = EXIT)]
pub(in crate::cli) struct Check {
    /// Translations: TMX, XLIFF, PO, TSV, CSV; or a text and its translation, such as `x.ja.md x.en.md`; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The language translated from, where the files do not say (such as ja)
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) from: Option<String>,
    /// The language translated into, where the files do not say (such as en)
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) into: Option<String>,
    /// Look for this alone; may be given again
    #[arg(long = "rule", value_name = "RULE", value_parser = rule)]
    pub(super) rules: Vec<Rule>,
    /// Do not look for this; may be given again
    #[arg(long = "ignore", value_name = "RULE", value_parser = rule)]
    pub(super) ignored: Vec<Rule>,
    /// Show what is at least so grave: error, warning, information or hint
    #[arg(long, value_name = "SEVERITY", default_value = "information", value_parser = severity)]
    pub(super) min_severity: Severity,
    /// Each segment stands for itself: terms and abbreviations are not followed from one to the next
    #[arg(long)]
    pub(super) loose: bool,
    /// Show what was ignored before, too
    #[arg(long)]
    pub(super) with_ignored: bool,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// The name standard input goes by; its ending tells the format where the content does not
    #[arg(long, value_name = "NAME", default_value = "-")]
    pub(super) name: String,
}

/// How findings are written.
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
        format!("there is no such rule; the rules are {}", known.join(", "))
    })
}

fn severity(given: &str) -> Result<Severity, String> {
    Severity::from_word(given).ok_or_else(|| "use error, warning, information or hint".to_owned())
}
