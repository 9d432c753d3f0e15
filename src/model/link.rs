//! A claim that a Japanese and an English term name the same thing, with the signs that speak for it.

use serde::{Deserialize, Serialize};

use super::Span;

/// A Japanese–English claim found in one release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The Japanese side, as printed (lines re-joined).
    pub ja: String,
    /// The English side, as printed; for an abbreviation the abbreviation itself.
    pub en: String,
    /// Abbreviation of the English side, where the same place gives one.
    pub abbr: Option<String>,
    /// What the two are to each other.
    pub relation: Relation,
    /// How the link was found.
    pub method: Method,
    /// Probability that the claim is right, 0 to 1, from the signs.
    pub confidence: f64,
    /// The named signs behind the confidence, each with its own weight.
    pub signs: Vec<Sign>,
    /// Where the proof stands in the release.
    pub span: Span,
    /// The proof itself, lines re-joined.
    pub support: String,
    /// Index of the entry the link belongs to, where it stands in one.
    pub entry: Option<usize>,
}

/// What the two sides of a link are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Translations of each other.
    Equivalent,
    /// The English side abbreviates the (unseen) English name of the Japanese term.
    AbbreviationOf,
    /// Titles of the same paper.
    Title,
    /// Names of the same organisation.
    Organisation,
    /// Somehow related: an instance, a unit, a qualifier. No translation.
    Related,
}

impl Relation {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equivalent => "equivalent",
            Self::AbbreviationOf => "abbreviation_of",
            Self::Title => "title",
            Self::Organisation => "organisation",
            Self::Related => "related",
        }
    }
}

/// How a link was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// `JA（English）` in running text.
    InlineGloss,
    /// `English（JA）` in running text.
    InlineGlossEn,
    /// In the head of a glossary entry.
    HeadGloss,
    /// In the definition of a glossary entry.
    DefinitionGloss,
    /// In a figure or table caption.
    CaptionGloss,
    /// Two titles the document pairs.
    TitlePair,
    /// The term is the same Latin string in both languages.
    Identity,
    /// Words of the paper's English title that agree with the term.
    TitleTerm,
    /// Words of an aligned English sentence that agree with the term.
    AlignedTerm,
    /// An English word of the document that sounds like the term.
    Sound,
    /// The name an abbreviation of the term stands for.
    Triangle,
}

impl Method {
    /// The methods of proposals.
    const INFERRED: [Self; 4] = [Self::TitleTerm, Self::AlignedTerm, Self::Sound, Self::Triangle];

    /// All methods.
    const ALL: [Self; 11] = [
        Self::InlineGloss,
        Self::InlineGlossEn,
        Self::HeadGloss,
        Self::DefinitionGloss,
        Self::CaptionGloss,
        Self::TitlePair,
        Self::Identity,
        Self::TitleTerm,
        Self::AlignedTerm,
        Self::Sound,
        Self::Triangle,
    ];

    /// Reads the word back; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == word)
    }

    /// Whether the document does not say itself that the two sides belong together, so that it is a proposal.
    #[must_use]
    pub fn is_inferred(self) -> bool {
        Self::INFERRED.contains(&self)
    }

    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InlineGloss => "inline_gloss",
            Self::InlineGlossEn => "inline_gloss_en",
            Self::HeadGloss => "head_gloss",
            Self::DefinitionGloss => "definition_gloss",
            Self::CaptionGloss => "caption_gloss",
            Self::TitlePair => "title_pair",
            Self::Identity => "identity",
            Self::TitleTerm => "title_term",
            Self::AlignedTerm => "aligned_term",
            Self::Sound => "sound",
            Self::Triangle => "triangle",
        }
    }
}

/// One named reason for or against a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sign {
    /// Stable name: `noun_run`, `quoted`, `sound_explains_all`, `schwartz_hearst`, …; one that begins with `doubt_` speaks
    /// against.
    pub name: String,
    /// Its value, 0 to 1.
    pub value: f64,
}

impl Sign {
    /// The sign `name` with `value`.
    #[must_use]
    pub fn new(name: &str, value: f64) -> Self {
        Self { name: name.to_owned(), value }
    }
}
