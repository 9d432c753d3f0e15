//! What a project wants looked at, and how it sets its own texts: plain data with a JSON form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Finding, Rule, Severity};

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// What differs from the usual, rule by rule.
    pub rules: BTreeMap<Rule, Wanted>,
    /// How translations are set.
    pub style: Style,
}

/// What becomes of the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// They are left out.
    Off,
    /// They matter as much as the rule says.
    Usual,
    /// Each is surely wrong.
    Error,
    /// Each is most likely wrong.
    Warning,
    /// Each is worth a look.
    Information,
    /// Each is good to know.
    Hint,
}

/// How translations are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// Latin letters and digits in Japanese.
    pub latin_width: Width,
    /// Round brackets in Japanese.
    pub brackets: Brackets,
    /// What stands between kanji or kana and Latin letters or digits.
    pub spacing: Spacing,
}

/// How wide Latin letters and digits are in Japanese.
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

/// How wide round brackets are in Japanese.
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

/// What stands between kanji or kana and Latin letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spacing {
    /// Nothing: 遺伝子Xの.
    None,
    /// A space: 遺伝子 X の.
    Space,
    /// Either.
    #[default]
    Any,
}

impl Settings {
    /// What becomes of the findings of a rule.
    #[must_use]
    pub fn wanted(&self, rule: Rule) -> Wanted {
        self.rules.get(&rule).copied().unwrap_or(Wanted::Usual)
    }

    /// Whether a rule is looked at.
    #[must_use]
    pub fn looks_at(&self, rule: Rule) -> bool {
        self.wanted(rule) != Wanted::Off
    }

    /// A finding as these settings have it; `None` where it is left out.
    pub(super) fn applied(&self, mut finding: Finding) -> Option<Finding> {
        finding.severity = match self.wanted(finding.rule) {
            Wanted::Off => return None,
            Wanted::Usual => finding.severity,
            Wanted::Error => Severity::Error,
            Wanted::Warning => Severity::Warning,
            Wanted::Information => Severity::Information,
            Wanted::Hint => Severity::Hint,
        };
        Some(finding)
    }
}
