//! Opens the tokeniser's dictionary the settings name.

use crate::config::Config;
use crate::text::words::Words;

/// The dictionary the settings name, or words by script and the reason.
pub(super) fn open_words(config: &Config) -> (Words, Option<String>) {
    match Words::open(&config.dictionary) {
        Ok(words) => (words, None),
        Err(problem) => (Words::by_script(), Some(problem.to_string())),
    }
}
