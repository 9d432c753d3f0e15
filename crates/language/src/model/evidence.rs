//! Evidence for a term: a passage in a release, the starter term base, an imported file, or a person.

use serde::{Deserialize, Serialize};

use super::{EvidenceId, EvidenceKind, Method, Origin, ReleaseId, Span, TermId};

/// Why a term is in the base. Nothing enters without at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Number in the store.
    pub id: EvidenceId,
    /// The term it speaks for.
    pub term_id: TermId,
    /// What sort of witness.
    pub kind: EvidenceKind,
    /// How it came about.
    pub method: EvidenceMethod,
    /// The release, where there is one.
    pub release_id: Option<ReleaseId>,
    /// Name of the release or of the source (`starter:life-sciences`).
    pub source: String,
    /// Web address the release was fetched from, where it was.
    pub url: Option<String>,
    /// Where in the release's text.
    pub span: Option<Span>,
    /// The words themselves, lines re-joined.
    pub snippet: Option<String>,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// The piece of research its release speaks of; releases of one work are one witness.
    pub work: Option<String>,
    /// What an imported file says it comes from.
    pub origin: Option<Origin>,
}

impl Evidence {
    /// What sort of witness it was in the first place, before it was imported.
    #[must_use]
    pub fn first_kind(&self) -> EvidenceKind {
        self.origin.as_ref().map_or(self.kind, |origin| origin.kind)
    }
}

/// How a piece of evidence came about. In JSON and SQL it is one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EvidenceMethod {
    /// A link found in a document, by its method.
    Link(Method),
    /// The head of a glossary entry names it.
    Entry,
    /// The head of a glossary entry lists it as one of several things.
    Component,
    /// It is in the starter term base.
    Starter,
    /// An imported dictionary or term base has it.
    Dictionary,
    /// Another program put it into a glossary.
    Glossary,
    /// A person selected it in a text.
    Selection,
    /// A person decided on it in review.
    Decision,
}

impl EvidenceMethod {
    /// The methods that are not those of links.
    const OTHERS: [Self; 7] = [
        Self::Entry,
        Self::Component,
        Self::Starter,
        Self::Dictionary,
        Self::Glossary,
        Self::Selection,
        Self::Decision,
    ];

    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link(method) => method.as_str(),
            Self::Entry => "entry",
            Self::Component => "component",
            Self::Starter => "starter",
            Self::Dictionary => "dictionary",
            Self::Glossary => "glossary",
            Self::Selection => "selection",
            Self::Decision => "decision",
        }
    }

    /// Reads the word back; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let other = Self::OTHERS.into_iter().find(|method| method.as_str() == word);
        other.or_else(|| Method::from_word(word).map(Self::Link))
    }

    /// Whether it is a proposal: the document does not say itself that the two sides belong together.
    #[must_use]
    pub fn is_inferred(self) -> bool {
        matches!(self, Self::Link(method) if method.is_inferred())
    }
}

impl std::fmt::Display for EvidenceMethod {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl From<Method> for EvidenceMethod {
    fn from(method: Method) -> Self {
        Self::Link(method)
    }
}

impl From<EvidenceMethod> for String {
    fn from(method: EvidenceMethod) -> Self {
        method.as_str().to_owned()
    }
}

impl TryFrom<String> for EvidenceMethod {
    type Error = String;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::from_word(&word).ok_or_else(|| format!("`{word}` is not a method of evidence"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_is_read_back_from_its_word() {
        let links = ["inline_gloss", "caption_gloss", "identity", "title_term", "triangle"];
        let others = ["entry", "component", "starter", "dictionary", "glossary", "selection", "decision"];
        for word in links.into_iter().chain(others) {
            assert_eq!(EvidenceMethod::from_word(word).map(EvidenceMethod::as_str), Some(word));
        }
        assert_eq!(EvidenceMethod::from_word("Entry"), None);
        assert!(serde_json::from_str::<EvidenceMethod>("\"hearsay\"").is_err());
    }
}
