//! What a writer needs to know about a file.

use crate::model::{Lang, Revision};

use super::profile::Profile;
use super::selection::Selection;

/// What a writer needs to know before the first concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The source language, whose terms come first.
    pub source_lang: Lang,
    /// The target language. A concept without a term in it is untranslated.
    pub target_lang: Lang,
    /// Title of the file; may be empty.
    pub title: String,
    /// Name of the project the concepts come from; may be empty.
    pub project: String,
    /// When the file is written, RFC 3339 in UTC. Set by the caller, so that the same term base gives the same file.
    pub generated_at: String,
    /// Number of the last change of the projects.
    pub revision: Revision,
    /// How many concepts and segments the file will have, where that is known.
    pub counts: Option<[usize; 2]>,
    /// The kind of reader the file is for.
    pub profile: Profile,
    /// Which concepts and terms are exported.
    pub selection: Selection,
}

impl Header {
    /// A Japanese-to-English header without title, with the selection of its profile.
    #[must_use]
    pub fn new(project: &str, generated_at: &str, profile: Profile) -> Self {
        Self {
            source_lang: Lang::JA,
            target_lang: Lang::EN,
            title: String::new(),
            project: project.to_owned(),
            generated_at: generated_at.to_owned(),
            revision: Revision::START,
            counts: None,
            profile,
            selection: Selection::of(profile),
        }
    }
}
