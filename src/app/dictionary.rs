//! The Japanese dictionary of the tokeniser: building it, opening it, describing it.

use std::path::Path;

use super::AppError;
use crate::config::Config;
use crate::text::tokeniser::{Tokeniser, build_dictionary};

/// What a dictionary is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryFacts {
    /// Tokeniser and dictionary with their versions.
    pub version: String,
    /// The words of a sample sentence, as the dictionary cuts it.
    pub sample: Vec<String>,
}

/// A sentence with a compound a dictionary knows and a script run does not part.
const SAMPLE: &str = "視床下部の神経細胞を調べました";

/// Opens the dictionary named in the settings. Where it cannot be opened, text is split by script, and the reason is
/// given.
pub(super) fn open_tokeniser(config: &Config) -> (Tokeniser, Option<String>) {
    match Tokeniser::open(&config.dictionary) {
        Ok(words) => (words, None),
        Err(problem) => (Tokeniser::by_script(), Some(problem.to_string())),
    }
}

/// Builds the tokeniser's dictionary in `out` from the IPADIC source in `source`, and opens it.
///
/// # Errors
/// `dictionary_unbuildable`, `dictionary_unusable`, `file_unreadable`.
pub fn create_dictionary(source: &Path, out: &Path) -> Result<DictionaryFacts, AppError> {
    let file = |source| AppError::File { name: out.display().to_string(), source };
    std::fs::create_dir_all(out).map_err(file)?;
    build_dictionary(source, out)?;
    dictionary_facts(out)
}

/// What the dictionary in a folder is.
///
/// # Errors
/// `dictionary_unusable`.
pub fn dictionary_facts(folder: &Path) -> Result<DictionaryFacts, AppError> {
    let words = Tokeniser::open(folder)?;
    let sample = words.of(SAMPLE).iter().map(|word| word.span.of(SAMPLE).to_owned()).collect();
    Ok(DictionaryFacts { version: words.version().to_owned(), sample })
}
