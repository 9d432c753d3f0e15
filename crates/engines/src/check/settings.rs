//! The check settings of a project: the level of each rule and the typographic style of its translations. Plain data with a JSON
//! form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Finding, Rule, Severity};

/// The check settings of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The rules whose level differs from the default.
    pub rules: BTreeMap<Rule, RuleLevel>,
    /// The typographic style of translations.
    pub style: Style,
}

/// The level of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleLevel {
    /// The rule is off.
    Off,
    /// The severity is decided by the rule.
    Usual,
    /// Every finding is an error.
    Error,
    /// Every finding is a warning.
    Warning,
    /// Every finding is information.
    Information,
    /// Every finding is a hint.
    Hint,
}

/// The typographic style of translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// The width of Latin letters and digits in Japanese.
    pub latin_width: Width,
    /// The width of round brackets in Japanese.
    pub brackets: Brackets,
    /// The space between kanji or kana and Latin letters or digits.
    pub spacing: Spacing,
}

/// The width of Latin letters and digits in Japanese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// A, 1.
    #[default]
    Half,
    /// Ａ, １.
    Full,
    /// Either.
    Any,
}

/// The width of round brackets in Japanese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Brackets {
    /// (…).
    Half,
    /// （…）.
    Full,
    /// Either.
    #[default]
    Any,
}

/// The space between kanji or kana and Latin letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spacing {
    /// No space: 遺伝子Xの.
    None,
    /// A space: 遺伝子 X の.
    Space,
    /// Either.
    #[default]
    Any,
}

impl Settings {
    /// The level of a rule.
    #[must_use]
    pub fn level(&self, rule: Rule) -> RuleLevel {
        self.rules.get(&rule).copied().unwrap_or(RuleLevel::Usual)
    }

    /// Whether a rule is checked.
    #[must_use]
    pub(crate) fn is_enabled(&self, rule: Rule) -> bool {
        self.level(rule) != RuleLevel::Off
    }

    /// The finding with the severity of these settings; `None` if its rule is off.
    pub(super) fn apply(&self, mut finding: Finding) -> Option<Finding> {
        finding.severity = match self.level(finding.rule) {
            RuleLevel::Off => return None,
            RuleLevel::Usual => finding.severity,
            RuleLevel::Error => Severity::Error,
            RuleLevel::Warning => Severity::Warning,
            RuleLevel::Information => Severity::Information,
            RuleLevel::Hint => Severity::Hint,
        };
        Some(finding)
    }
}
