//! What extraction finds in a release: entries exactly as printed, in-text markers, metadata and doubts.

use serde::{Deserialize, Serialize};

use super::words::words;
use super::{CorrectionId, CorrectionObstacle, Lang, Span, StatedEnglish};

/// Everything found in one release.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extraction {
    /// Facts about the release itself.
    pub metadata: Metadata,
    /// Where the two titles of the paper stand, where the document pairs them. Proof of a link, kept with the link.
    pub paper_titles: Option<TitlePair>,
    /// Glossary entries in printed order.
    pub entries: Vec<Entry>,
    /// Note marks in the running text, in order.
    pub references: Vec<Reference>,
    /// What a careful reader should look at again.
    pub doubts: Vec<Doubt>,
    /// English that people found for terms of entries.
    pub stated_english: Vec<StatedEnglish>,
    /// The corrections by people that could not be applied.
    pub obstacles: Vec<(CorrectionId, CorrectionObstacle)>,
}

/// Facts about a release. `None` means the text does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Metadata {
    /// Title as printed; of an English release its English title.
    pub title_ja: Option<String>,
    /// English title where the release prints one beside the Japanese.
    pub title_en: Option<String>,
    /// The institution that issues the release.
    pub institution: Option<String>,
    /// Date of the release, ISO 8601 `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Journal the paper appeared in.
    pub journal: Option<String>,
    /// English title of the paper.
    pub paper_title_en: Option<String>,
    /// Japanese title of the paper, only where the document itself pairs it with the English one.
    pub paper_title_ja: Option<String>,
    /// DOI without resolver: `10.1038/…`.
    pub doi: Option<String>,
    /// What proves each of them, in the order of the fields.
    #[serde(default)]
    pub evidence: Vec<MetadataEvidence>,
}

/// What proves a fact about a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetadataEvidence {
    /// Which fact.
    pub field: MetadataField,
    /// Where it is printed. Lines, spaces and the form of dates may differ from the fact.
    pub span: Span,
    /// How it was recognised there.
    pub sign: MetadataSign,
}

words! {
    /// The facts about a release.
    MetadataField {
        /// Its title.
        TitleJa = "title_ja",
        /// Its English title beside the Japanese one.
        TitleEn = "title_en",
        /// The institution that issues it.
        Institution = "institution",
        /// Its date.
        Date = "date",
        /// The journal of the paper.
        Journal = "journal",
        /// English title of the paper.
        PaperTitleEn = "paper_title_en",
        /// Japanese title of the paper.
        PaperTitleJa = "paper_title_ja",
        /// DOI of the paper.
        Doi = "doi",
    }
}

words! {
    /// How a fact about a release was recognised.
    MetadataSign {
        /// A label comes before it: 発表日, 論文名, DOI.
        Label = "label",
        /// It is a heading at the top, and a date or an institution shows that a release begins there.
        Heading = "heading",
        /// It is a line at the top, beside a date or an institution.
        Top = "top",
        /// The file says so in its own metadata, and the text holds it.
        File = "file",
        /// Its translation is printed beside it.
        Pair = "pair",
        /// A sentence says so: 見本大学の研究グループは, 学術誌「…」に掲載.
        Sentence = "sentence",
        /// Its form tells what it is, as that of a DOI.
        Form = "form",
    }
}

impl Metadata {
    /// What tells that two releases speak of one piece of research: the DOI, else institution and date.
    #[must_use]
    pub fn work(&self) -> Option<String> {
        let named = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_lowercase)
        };
        let by_doi = named(&self.doi).map(|doi| format!("doi:{doi}"));
        by_doi.or_else(|| Some(format!("{} {}", named(&self.institution)?, named(&self.date)?)))
    }
}

/// Where the titles `paper_title_en` and `paper_title_ja` stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TitlePair {
    /// The English one, without quotes.
    pub en: Span,
    /// The Japanese one, without label, brackets and quotes.
    pub ja: Span,
}

/// A note mark as printed, and the label that ties it to its entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// As printed, without surrounding space: `（注1）`, `※４`, `#1.`, `◆`.
    pub printed: String,
    /// The number or letter inside, half-width and lower case; `†` stays; empty for a bare bullet.
    pub label: String,
}

/// One glossary entry exactly as printed (lines re-joined, page furniture left out).
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The note mark; `None` where the entry has none.
    pub marker: Option<Marker>,
    /// The whole printed head, with its parentheses.
    pub head: String,
    /// The head without trailing gloss, reading or abbreviation.
    pub term: String,
    /// Other names the head itself gives.
    pub aliases: Vec<Alias>,
    /// The definition, lines re-joined.
    pub definition: String,
    /// From the marker to the last character of the definition.
    pub span: Span,
    /// The head alone.
    pub head_span: Span,
    /// The definition alone; may enclose page furniture that `definition` leaves out.
    pub definition_span: Span,
    /// Which glossary of the release, from 0.
    pub group: u32,
    /// Language of the term.
    pub lang: Lang,
}

/// Another name the head gives for its term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As printed.
    pub text: String,
    /// What it is to the term.
    pub kind: AliasKind,
    /// Its language.
    pub lang: Lang,
}

words! {
    /// What an alias is to its term.
    AliasKind {
        /// An abbreviation of the term.
        Abbr = "abbr",
        /// The long form of a term that is an abbreviation.
        Expansion = "expansion",
        /// The same in the other language.
        Gloss = "gloss",
        /// Another word of the same language.
        Synonym = "synonym",
        /// How the term is read, in kana.
        Reading = "reading",
        /// One of several terms listed in the head.
        Component = "component",
        /// Another spelling.
        Variant = "variant",
    }
}

/// A note mark in the running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The mark.
    pub marker: Marker,
    /// Where it stands.
    pub span: Span,
    /// Index into `entries` of the entry it points to, where one bears the same label.
    pub entry: Option<usize>,
}

/// Something a careful reader should look at again; never silent, never fatal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Stable name of the kind of doubt: `missing_number`, `unreferenced_entry`, …
    pub code: String,
    /// What, which, and what to look at.
    pub message: String,
    /// Where.
    pub span: Span,
}

impl Doubt {
    /// A doubt of kind `code` about the text under `span`.
    #[must_use]
    pub fn new(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { code: code.to_owned(), message: message.into(), span }
    }
}
