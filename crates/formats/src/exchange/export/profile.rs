//! The kind of reader an exported file is for.

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
