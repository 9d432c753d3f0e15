//! Language tags as files write them come in; languages go out. A file repeats a few tags a million times.

use super::problem::Fault;
use crate::model::Lang;

/// The tags met so far.
#[derive(Debug, Default)]
pub(super) struct Languages(Vec<(String, Result<Lang, Fault>)>);

/// How many tags are remembered; more than any sound file has.
const REMEMBERED: usize = 64;

impl Languages {
    /// The language of this tag.
    pub(super) fn parse(&mut self, tag: &str) -> Result<Lang, Fault> {
        if let Some((_, known)) = self.0.iter().find(|(known, _)| known == tag) {
            return known.clone();
        }
        let parsed = parse(tag);
        if self.0.len() < REMEMBERED {
            self.0.push((tag.to_owned(), parsed.clone()));
        }
        parsed
    }
}

/// Reads a tag; `ja_JP.UTF-8` and `sr@latin`, as systems write them, are taken for `ja-JP` and `sr`.
pub(super) fn parse(tag: &str) -> Result<Lang, Fault> {
    let shown: String = tag.chars().take(40).collect();
    let bare = shown.split(['.', '@']).next().unwrap_or_default();
    Lang::parse(bare).map_err(|error| Fault::LanguageInvalid { problem: error.to_string() })
}
