//! A claim that a Japanese and an English term name the same thing, with the signs that speak for it.

use serde::{Deserialize, Serialize};

use super::Span;
use super::words::words;

/// A Japanese–English claim found in one release.
#[derive(Debug, Clone, PartialEq)]
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

words! {
    /// What the two sides of a link are to each other.
    Relation {
        /// Translations of each other.
        Equivalent = "equivalent",
        /// The English side abbreviates the (unseen) English name of the Japanese term.
        AbbreviationOf = "abbreviation_of",
        /// Titles of the same paper.
        Title = "title",
        /// Names of the same organisation.
        Organisation = "organisation",
        /// The name of a person.
        Person = "person",
        /// The name of a journal or another publication.
        Publication = "publication",
        /// The name of a grant or a programme that pays for research.
        Grant = "grant",
        /// A chemical formula or the symbol of a unit.
        Symbol = "symbol",
        /// Somehow related: an instance, a qualifier. No translation.
        Related = "related",
    }
}

words! {
    /// How a link was found.
    Method {
        /// `JA（English）` in running text.
        InlineGloss = "inline_gloss",
        /// `English（JA）` in running text.
        InlineGlossEn = "inline_gloss_en",
        /// In the head of a glossary entry.
        HeadGloss = "head_gloss",
        /// In the definition of a glossary entry.
        DefinitionGloss = "definition_gloss",
        /// In a figure or table caption.
        CaptionGloss = "caption_gloss",
        /// Two titles the document pairs.
        TitlePair = "title_pair",
        /// The same place in two keyword lists of one length.
        KeywordPair = "keyword_pair",
        /// Entries of the glossaries of a release and its version in the other language that belong together.
        PairedEntry = "paired_entry",
        /// The term is the same Latin string in both languages.
        Identity = "identity",
        /// Words of the paper's English title that agree with the term.
        TitleTerm = "title_term",
        /// Words of an aligned English sentence that agree with the term.
        AlignedTerm = "aligned_term",
        /// An English word of the document that sounds like the term.
        Sound = "sound",
        /// The name an abbreviation of the term stands for.
        Triangle = "triangle",
        /// A person found the English in the document.
        Person = "person",
    }
}

impl Method {
    /// The methods of proposals.
    const INFERRED: [Self; 4] = [Self::TitleTerm, Self::AlignedTerm, Self::Sound, Self::Triangle];

    /// Whether the document does not say itself that the two sides belong together, so that it is a proposal.
    #[must_use]
    pub fn is_inferred(self) -> bool {
        Self::INFERRED.contains(&self)
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
