//! Words about checking a translation.

use super::words;
use crate::app::check::{Brackets, RuleLevel, Spacing, Width};
use crate::model::{Rule, Severity, Side};

words! {
    /// A rule a draft is checked by.
    RuleWord from Rule {
        TermNotUsed = "term_not_used",
        TermForbidden = "term_forbidden",
        SourceInconsistent = "source_inconsistent",
        TermInconsistent = "term_inconsistent",
        Numbers = "numbers",
        Untranslated = "untranslated",
        Placeholders = "placeholders",
        Tags = "tags",
        Addresses = "addresses",
        RepeatedWords = "repeated_words",
        Brackets = "brackets",
        AbbreviationUnexpanded = "abbreviation_unexpanded",
        Style = "style",
        TermWithoutTranslation = "term_without_translation",
    }
}
words! {
    /// How much a finding matters: certainly wrong, probably wrong, worth a look, good to know.
    SeverityWord from Severity {
        Error = "error",
        Warning = "warning",
        Information = "information",
        Hint = "hint",
    }
}
words! {
    /// What to do with the findings of a rule: leave them out (`off`), keep the severity of the rule (`usual`), or report all of
    /// them with this severity.
    RuleActionWord from RuleLevel {
        Off = "off",
        Usual = "usual",
        Error = "error",
        Warning = "warning",
        Information = "information",
        Hint = "hint",
    }
}
words! {
    /// Width of Latin letters and digits in Japanese text.
    WidthWord from Width {
        Half = "half",
        Full = "full",
        Any = "any",
    }
}
words! {
    /// Width of round brackets in Japanese text.
    BracketsWord from Brackets {
        Half = "half",
        Full = "full",
        Any = "any",
    }
}
words! {
    /// What separates kanji or kana from Latin letters.
    SpacingWord from Spacing {
        None = "none",
        Space = "space",
        Any = "any",
    }
}
words! {
    /// One side of a translation.
    SideWord from Side {
        Source = "source",
        Target = "target",
    }
}
