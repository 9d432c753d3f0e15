//! Notes of a concept that are about one of its languages or terms, and what a file says in categories of its own.
//!
//! A concept has notes and its terms have none, so a note says what it is about, and a data category is named:
//!
//! ```text
//! Agreed in 2026.                              a note on the concept
//! [en] British spelling.                       a note on a language
//! [en: quantum tangle] Seen in a thesis.       a note on a term
//! [en: qubit] geographicalUsage: Canada        a data category of a term
//! customerSubset: Example KK                   a data category of the concept
//! ```
//!
//! The writer puts each back where it was, as long as the concept still has that term.

use std::borrow::Cow;

use super::category::Level;
use crate::model::Lang;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope<'a> {
    Concept,
    Language(&'a Lang),
    Term(&'a Lang, &'a str),
}

impl Scope<'_> {
    /// The note with what it is about in front.
    pub(super) fn note(self, text: &str) -> String {
        match self {
            Self::Concept => text.to_owned(),
            Self::Language(lang) => format!("[{lang}] {text}"),
            Self::Term(lang, term) => format!("[{lang}: {term}] {text}"),
        }
    }

    /// The note without what it is about; none for a note on something else.
    pub(super) fn text_of(self, note: &str) -> Option<&str> {
        match self {
            Self::Concept => Some(note),
            Self::Language(lang) => note.strip_prefix('[')?.strip_prefix(lang.as_str())?.strip_prefix("] "),
            Self::Term(lang, term) => note
                .strip_prefix('[')?
                .strip_prefix(lang.as_str())?
                .strip_prefix(": ")?
                .strip_prefix(term)?
                .strip_prefix("] "),
        }
    }

    pub(super) fn level(self) -> Level {
        match self {
            Self::Concept => Level::Concept,
            Self::Language(_) => Level::Language,
            Self::Term(..) => Level::Term,
        }
    }
}

/// What our own writer says in notes of its own. A note that begins like one is marked.
const OF_THE_BASE: [&str; 8] =
    ["conflict: ", "source: ", "reading: ", "kind: ", "usage: ", "review: ", "evidence: ", MARK];

/// Stands before a note that would be taken for one of our own writer.
const MARK: &str = "note: ";

/// A note as our own writer puts it into a file.
pub(super) fn marked(note: &str) -> Cow<'_, str> {
    if OF_THE_BASE.iter().any(|name| note.starts_with(name)) {
        Cow::Owned(format!("{MARK}{note}"))
    } else {
        Cow::Borrowed(note)
    }
}

/// The note, if our own writer marked it.
pub(super) fn unmarked(note: &str) -> Option<&str> {
    note.strip_prefix(MARK)
}

/// A value with its source behind it: `text (source: Example Journal)`.
pub(super) fn with_source(text: &str, source: Option<&str>) -> String {
    match source {
        Some(source) => format!("{text}{SOURCE}{source})"),
        None => text.to_owned(),
    }
}

/// The value and its source.
pub(super) fn source_of(value: &str) -> (&str, Option<&str>) {
    match value.strip_suffix(')').and_then(|value| value.rsplit_once(SOURCE)) {
        Some((text, source)) => (text, Some(source)),
        None => (value, None),
    }
}

const SOURCE: &str = " (source: ";

/// A value with the address or number it points to: `text <https://example.ac.jp>`.
pub(super) fn with_target(text: &str, target: Option<&str>) -> String {
    match target {
        Some(target) => format!("{text} <{target}>").trim().to_owned(),
        None => text.to_owned(),
    }
}

/// The value and what it points to.
pub(super) fn target_of(value: &str) -> (&str, Option<&str>) {
    match value.strip_suffix('>').and_then(|value| value.rsplit_once('<')) {
        Some((text, target)) if text.is_empty() || text.ends_with(' ') => (text.trim_end(), Some(target)),
        _ => (value, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, source_of, target_of, with_source, with_target};
    use crate::model::Lang;

    #[test]
    fn a_note_says_what_it_is_about_and_is_put_back_there() {
        let scopes = [Scope::Concept, Scope::Language(&Lang::JA), Scope::Term(&Lang::EN, "a] b: c")];
        for (scope, want) in scopes.into_iter().zip(["x: 𠮷", "[ja] x: 𠮷", "[en: a] b: c] x: 𠮷"]) {
            assert_eq!(scope.note("x: 𠮷"), want);
            assert_eq!(scope.text_of(want), Some("x: 𠮷"));
        }
        assert_eq!(Scope::Term(&Lang::EN, "a").text_of("[en: a] b: c] x"), Some("b: c] x"));
        assert_eq!(Scope::Term(&Lang::EN, "b").text_of("[en: a] x"), None);
        assert_eq!(Scope::Language(&Lang::EN).text_of("[en: a] x"), None);
    }

    #[test]
    fn sources_and_targets_stand_behind_a_value() {
        assert_eq!(source_of(&with_source("文。", Some("a (b)"))), ("文。", Some("a (b)")));
        assert_eq!(source_of("a (b)"), ("a (b)", None));
        assert_eq!(target_of(&with_target("頁", Some("https://a/"))), ("頁", Some("https://a/")));
        assert_eq!(target_of(&with_target("", Some("#c"))), ("", Some("#c")));
        assert_eq!(target_of("p<x>"), ("p<x>", None));
    }
}
