//! Opens the tokeniser's dictionary the settings name.

use crate::config::Config;
use crate::text::tokeniser::Tokeniser;

/// The dictionary the settings name, or words by script and the reason.
pub(super) fn open_words(config: &Config) -> (Tokeniser, Option<String>) {
    match Tokeniser::open(&config.dictionary) {
        Ok(words) => (words, None),
        Err(problem) => (Tokeniser::by_script(), Some(problem.to_string())),
    }
}
