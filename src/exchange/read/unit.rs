//! What a reader gives: a pair of texts and what the file knows of it.

use crate::model::Lang;

/// A source text with one translation, as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Language of `source`.
    pub source_lang: Lang,
    /// Language of `target`; another than `source_lang`.
    pub target_lang: Lang,
    /// Text translated from, without codes of the format it was in; never blank.
    pub source: String,
    /// Its translation, without codes; never blank.
    pub target: String,
    /// Whether the file itself says that nobody has checked the translation against this source text.
    pub draft: bool,
    /// Subject field.
    pub field: Option<String>,
    /// Document it stands in.
    pub document: Option<String>,
    /// Its key in the program it comes from: TMX `tuid`, PO `msgctxt`.
    pub key: Option<String>,
    /// When it was made or last changed, RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// Who made or last changed it.
    pub author: Option<String>,
    /// Source text before it in its document.
    pub before: Option<String>,
    /// Source text after it.
    pub after: Option<String>,
    /// The line it begins on, from 1.
    pub line: u64,
}
