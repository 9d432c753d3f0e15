//! A translation unit as an imported file holds it.

use crate::model::Lang;

/// A source text with one translation.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What the file says about where the unit comes from.
    pub provenance: UnitProvenance,
    /// The line it begins on, from 1.
    pub line: u64,
}

/// Where a unit comes from, as far as its file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitProvenance {
    /// Subject field.
    pub field: Option<String>,
    /// The document it belongs to.
    pub document: Option<String>,
    /// Its key in the program it comes from: TMX `tuid`, PO `msgctxt`.
    pub key: Option<String>,
    /// When it was created or last changed, RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// Who created or last changed it.
    pub author: Option<String>,
    /// The source text before it in its document.
    pub before: Option<String>,
    /// The source text after it.
    pub after: Option<String>,
}
