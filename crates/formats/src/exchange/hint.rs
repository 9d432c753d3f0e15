//! What a caller knows about a file, for what the file does not say itself.

use crate::exchange::table::Columns;
use crate::model::Lang;

/// What a caller knows about a file. What the file says itself counts first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileHint {
    /// The name of the file. Its extension matters only where the content leaves the format open.
    pub name: String,
    /// The source language.
    pub source_lang: Option<Lang>,
    /// The target language.
    pub target_lang: Option<Lang>,
    /// What the columns of a table contain.
    pub columns: Option<Columns>,
}
