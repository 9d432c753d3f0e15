//! A translation unit as an imported file holds it.

use super::problem::Fault;
use crate::model::{Lang, Provenance};

/// A source text with one translation.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Language of `source`.
    pub source_lang: Lang,
    /// Language of `target`; not the same as `source_lang`.
    pub target_lang: Lang,
    /// The source text, without inline codes of the format; never blank.
    pub source: String,
    /// Its translation, without inline codes; never blank.
    pub target: String,
    /// Whether the file itself says that nobody has checked the translation against this source text.
    pub draft: bool,
    /// Whether the file says that a person approved the translation, as our own exports do.
    pub approved: bool,
    /// The probability that the two belong together, where the file gives one.
    pub confidence: Option<f64>,
    /// What the file says about where the unit comes from; its `origin` is empty until the importer names the file.
    pub provenance: Provenance,
    /// The line it begins on, from 1.
    pub line: u64,
    /// What a person should look at, although the unit can be used.
    pub doubts: Vec<Fault>,
}
