//! A rule in; what it looks for and what to do about it, in words, out.

use crate::model::{Rule, Severity};

/// What it looks for, and what to do about what it finds.
pub(super) fn of(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::TermNotUsed => (
            "A known term is rendered by none of its accepted translations",
            "Use one of the renderings the message names, or admit yours in the term base (`taiyaku review`). Any one accepted \
             rendering of any meaning of the term is enough, in any form of its words.",
        ),
        Rule::TermForbidden => (
            "A rendering that is forbidden or no longer wanted",
            "Use the rendering the message names. If yours is right here, change its usage in the term base.",
        ),
        Rule::SourceInconsistent => (
            "One source text is translated in more than one way",
            "Take the translation most of its segments have, or leave it where the context asks for another.",
        ),
        Rule::TermInconsistent => (
            "One term is rendered in more than one way in a document",
            "Use the rendering the message names throughout.",
        ),
        Rule::Numbers => (
            "A number of one side has no equal on the other",
            "Compare the values: 2.8億 is 280 million. Numbers in words, dates, eras, ranges and percentages count.",
        ),
        Rule::Untranslated => (
            "The translation is still in the source language, or is the source text",
            "Translate it. Titles and names in quotation marks, and names in brackets beside their reading, are left alone.",
        ),
        Rule::AbbreviationUnexpanded => (
            "An abbreviation stands before the place that spells it out",
            "Spell it out where it stands first, with the abbreviation in brackets.",
        ),
        Rule::Style => (
            "Width, brackets or spaces as the target language does not set them",
            "Set it as the message says. What a project wants is set with `PUT /v1/checks/settings`.",
        ),
        Rule::TermWithoutTranslation => {
            ("A known term has no translation in the term base yet", "Add one, so that everybody uses the same.")
        }
    }
}

/// How grave its findings are as a rule.
pub(super) fn usual(rule: Rule) -> Severity {
    match rule {
        Rule::TermForbidden => Severity::Error,
        Rule::Style => Severity::Information,
        Rule::TermWithoutTranslation => Severity::Hint,
        _ => Severity::Warning,
    }
}
