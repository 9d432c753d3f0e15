//! What a file says about itself before its first concept, and for whom it is written.

use crate::model::Lang;

use super::Selection;

/// What a writer needs to know before the first concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Language translated from; its terms come first.
    pub source_lang: Lang,
    /// Language translated into; a concept without a term in it is untranslated.
    pub target_lang: Lang,
    /// Title of the file; may be empty.
    pub title: String,
    /// Name of the project the concepts come from; may be empty.
    pub project: String,
    /// When the file is made, RFC 3339 in UTC. Given by the caller, so that the same base makes the same file.
    pub generated_at: String,
    /// The kind of reader the file is for.
    pub profile: Profile,
    /// Which concepts and terms go out.
    pub selection: Selection,
}

impl Header {
    /// A Japanese-to-English header without title, with the selection its profile asks for.
    #[must_use]
    pub fn new(project: &str, generated_at: &str, profile: Profile) -> Self {
        Self {
            source_lang: Lang::JA,
            target_lang: Lang::EN,
            title: String::new(),
            project: project.to_owned(),
            generated_at: generated_at.to_owned(),
            profile,
            selection: Selection::of(profile),
        }
    }
}

/// The kind of reader a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Profile {
    /// Keeps everything the format can carry.
    #[default]
    Standard,
    /// For OmegaT, which offers every target term whatever its status and puts every note into the comment:
    /// only terms to use, and of the facts about them only the best witness of each target term.
    OmegaT,
}

impl Profile {
    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::OmegaT => "omegat",
        }
    }

    /// Reads a name back; `None` for any other.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Standard, Self::OmegaT].into_iter().find(|profile| profile.name() == name)
    }
}
