//! What each rule looks for and what to do about its findings, in words.

use crate::model::{Rule, Severity};

/// A short description of a rule, and what to do about its findings.
pub(super) fn description(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::TermNotUsed => (
            "A known term is not translated by any of its accepted translations",
            "Use one of the translations named in the message, or add yours to the term base (`taiyaku review`). Any accepted \
             translation of any meaning of the term is enough, in any inflected form.",
        ),
        Rule::TermForbidden => (
            "A forbidden or deprecated translation",
            "Use the translation named in the message. If yours is right here, change its usage in the term base.",
        ),
        Rule::SourceInconsistent => (
            "One source text is translated in more than one way",
            "Use the translation most segments have, or keep yours where the context requires it.",
        ),
        Rule::TermInconsistent => (
            "One term is translated in more than one way in a document",
            "Use the translation named in the message throughout.",
        ),
        Rule::Numbers => (
            "A number on one side has no counterpart on the other",
            "Compare the values: 2.8億 is 280 million. Numbers in words, dates, eras, ranges and percentages are compared too.",
        ),
        Rule::Untranslated => (
            "The translation is still in the source language, or is the source text",
            "Translate it. Titles and names in quotation marks, and names in brackets beside their reading, are left alone.",
        ),
        Rule::Placeholders => (
            "A placeholder of a program is lost, added, changed or in another order",
            "Write each placeholder as the source text does: `%s`, `%1$d`, `%(name)s`, `{0}`, `{name}`, `${x}`, `{{x}}`.",
        ),
        Rule::Tags => (
            "A tag or inline code is lost, added or left open",
            "Put the tags of the source text around the same words of the translation.",
        ),
        Rule::Addresses => (
            "A web address, mail address or DOI is lost or changed",
            "Write it as the source text does. Only the part that names the language of a page may differ.",
        ),
        Rule::RepeatedWords => (
            "A word stands twice",
            "Delete one of the two. Words that may follow each other, such as `had had`, are left alone.",
        ),
        Rule::Brackets => {
            ("A bracket or quotation mark has no other half", "Add the other half, or delete the one there is.")
        }
        Rule::AbbreviationUnexpanded => (
            "An abbreviation is used before it is spelled out",
            "Spell it out at its first occurrence, with the abbreviation in brackets.",
        ),
        Rule::Style => (
            "Character width, brackets or spaces that are unusual in the target language",
            "Write it as the message says. A project's style is set with `PUT /v1/checks/settings`.",
        ),
        Rule::TermWithoutTranslation => (
            "A known term has no translation in the term base yet",
            "Add one, so that everybody uses the same translation.",
        ),
    }
}

/// The default severity of a rule.
pub(super) fn default_severity(rule: Rule) -> Severity {
    match rule {
        Rule::TermForbidden => Severity::Error,
        Rule::Style => Severity::Information,
        Rule::TermWithoutTranslation => Severity::Hint,
        _ => Severity::Warning,
    }
}
