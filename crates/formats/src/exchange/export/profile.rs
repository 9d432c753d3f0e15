//! The kind of reader an exported file is for.

/// The kind of reader a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Profile {
    /// Keeps everything the format can carry.
    #[default]
    Standard,
    /// For people: the terms to use, preferred and admitted.
    Human,
    /// For machine translation: one translation for each source term.
    Mt,
    /// For OmegaT, which offers every target term whatever its status and puts every note into the comment:
    /// only terms to use, and of the facts about them only the best witness of each target term.
    OmegaT,
    /// For Weblate, which offers every term whose status it does not know: only pairs of terms to use, and in TBX translations
    /// that should not be used, with the status that it knows.
    Weblate,
}

impl Profile {
    /// Every profile, in the order help texts name them.
    pub const ALL: [Self; 5] = [Self::Standard, Self::Human, Self::Mt, Self::OmegaT, Self::Weblate];

    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Human => "human",
            Self::Mt => "mt",
            Self::OmegaT => "omegat",
            Self::Weblate => "weblate",
        }
    }

    /// Reads a name back; `None` for any other.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }
}
