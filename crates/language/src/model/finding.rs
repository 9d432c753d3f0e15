//! A problem found by a check: where it is, why it is one, and how to fix it.

use super::words::words;
use super::{ConceptId, Span};

words! {
    /// The rules a draft is checked against; the word is the stable name of the rule.
    Rule {
        /// A term of the source text is not translated by any of its accepted translations.
        TermNotUsed = "term_not_used",
        /// A translation that the term base marks as forbidden or deprecated.
        TermForbidden = "term_forbidden",
        /// A source text is translated in more than one way.
        SourceInconsistent = "source_inconsistent",
        /// A term is translated in more than one way in a document.
        TermInconsistent = "term_inconsistent",
        /// A number on one side has no counterpart on the other.
        Numbers = "numbers",
        /// Source-language text is left in the target, or the target is identical to the source text.
        Untranslated = "untranslated",
        /// A placeholder of a program is lost, added, changed or in another order.
        Placeholders = "placeholders",
        /// A tag or inline code is lost, added or left open.
        Tags = "tags",
        /// A web address, mail address or DOI is lost or changed.
        Addresses = "addresses",
        /// A word stands twice.
        RepeatedWords = "repeated_words",
        /// A bracket or quotation mark has no other half.
        Brackets = "brackets",
        /// An abbreviation is used before it is spelt out, or is never spelt out.
        AbbreviationUnexpanded = "abbreviation_unexpanded",
        /// Character width, brackets or spaces do not follow the style of the target language.
        Style = "style",
        /// A term of the source text has no translation in the term base yet.
        TermWithoutTranslation = "term_without_translation",
    }
}

words! {
    /// How much a finding matters; none is reason enough not to save.
    Severity {
        /// Surely wrong.
        Error = "error",
        /// Most likely wrong.
        Warning = "warning",
        /// Worth a look.
        Information = "information",
        /// Good to know.
        Hint = "hint",
    }
}

words! {
    /// A side of a pair of texts.
    Side {
        /// The text translated from.
        Source = "source",
        /// Its translation.
        Target = "target",
    }
}

/// A position in one of the pairs that were checked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Which pair, from 0.
    pub unit: usize,
    /// In which of its texts.
    pub side: Side,
    /// Where, in bytes of that text.
    pub span: Span,
}

/// One problem in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The pair it is about, from 0.
    pub unit: usize,
    /// Where in its source text; empty where it is about the target alone.
    pub source: Vec<Span>,
    /// Where in its target; empty where something is missing there.
    pub target: Vec<Span>,
    /// What, which, and why, in one sentence.
    pub message: String,
    /// The concept it is about.
    pub concept_id: Option<ConceptId>,
    /// Possible fixes, the best first.
    pub fixes: Vec<Fix>,
    /// Other positions that explain the problem.
    pub related: Vec<Related>,
    /// Identifies the finding when it is ignored: the same problem has the same key in every version of the document.
    pub key: String,
}

/// A change that fixes a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as the label of a button.
    pub title: String,
    /// The replacements; no two of them overlap.
    pub changes: Vec<Replaced>,
}

/// A new text for a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Where.
    pub place: Location,
    /// What stands there afterwards.
    pub text: String,
}

/// Another position that explains the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Location,
    /// What the reader should notice there.
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_word(rule.as_str()), Some(*rule));
        }
        for severity in Severity::ALL {
            assert_eq!(Severity::from_word(severity.as_str()), Some(*severity));
        }
        assert_eq!(Rule::from_word("no_such_rule"), None);
    }
}
