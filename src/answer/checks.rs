//! Results of checking a draft, ignored findings, and check settings.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::finding::{FindingAnswer, PairCharacters};
use super::from_members;
use super::words::{BracketsWord, RuleActionWord, RuleWord, SpacingWord, WidthWord};
use crate::app::check::{CheckReport, IgnoredFinding, RuleLevel, Settings, Style};
use crate::model::Rule;

/// Results of checking a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = CheckReport)]
pub(crate) struct CheckAnswer {
    /// The findings in the order of the segments, the most severe first.
    pub(crate) findings: Vec<FindingAnswer>,
    /// Number of findings of each rule; rules without any are left out.
    pub(crate) counts: Vec<RuleCount>,
    /// Number of findings left out because somebody ignored them.
    pub(crate) ignored: usize,
    /// Number of segments checked.
    pub(crate) segments: usize,
    /// Number of segments without a translation; they are not checked.
    pub(crate) untranslated: usize,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// Number of findings of a rule.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RuleCount {
    /// The rule.
    pub(crate) rule: RuleWord,
    /// Number of findings.
    pub(crate) count: usize,
}

impl CheckAnswer {
    /// A report on these segments.
    pub(crate) fn new(report: CheckReport, pairs: &[PairCharacters]) -> Self {
        let counts = report.counts().into_iter().map(|(rule, count)| RuleCount { rule: rule.into(), count }).collect();
        Self {
            findings: report.findings.into_iter().map(|finding| FindingAnswer::new(finding, pairs)).collect(),
            counts,
            ignored: report.ignored,
            segments: report.units,
            untranslated: report.untranslated.len(),
            revision: report.revision.get(),
        }
    }
}

/// A finding that is ignored.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = IgnoredFinding)]
pub(crate) struct IgnoredAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Name of the project it is ignored in.
    pub(crate) project: String,
    /// The `key` of the finding.
    pub(crate) key: String,
    /// Why, where given.
    pub(crate) note: Option<String>,
    /// Who ignored it.
    pub(crate) actor: String,
    /// When.
    #[schema(format = DateTime)]
    pub(crate) at: String,
}

from_members!(IgnoredFinding => IgnoredAnswer { id, project, key, note, actor, at });

/// One page of ignored findings.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct IgnoredPage {
    /// The findings, oldest first.
    pub(crate) ignored: Vec<IgnoredAnswer>,
    /// `after` of the next request; `null` on the last page.
    pub(crate) next_after: Option<i64>,
}

/// What to check. What is left out keeps its default.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CheckSettings)]
pub(crate) struct SettingsAnswer {
    /// What to do with the findings of each rule.
    #[schema(required = false)]
    pub(crate) rules: RuleSettings,
    /// Typographic style of translations.
    #[schema(required = false)]
    pub(crate) style: StyleSettings,
}

/// The settings as requests give them. Serde would also take an array for a struct with only optional members; this takes
/// objects only.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsInput {
    #[serde(deserialize_with = "super::object")]
    rules: RuleSettings,
    #[serde(deserialize_with = "super::object")]
    style: StyleSettings,
}

impl<'de> Deserialize<'de> for SettingsAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::object(deserializer).map(|SettingsInput { rules, style }| Self { rules, style })
    }
}

macro_rules! rules {
    ($($name:ident = $rule:ident,)*) => {
        /// What to do with the findings of each rule: leave them out (`off`), keep the severity of the rule (`usual`), or report them
        /// with the given severity.
        #[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub(crate) struct RuleSettings {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                $name: Option<RuleActionWord>,
            )*
        }
        impl RuleSettings {
            fn pairs(&self) -> impl Iterator<Item = (Rule, RuleLevel)> {
                // Exhaustive, so that a new rule does not compile until it can be set.
                let of = |rule| match rule { $(Rule::$rule => self.$name,)* };
                Rule::ALL.iter().filter_map(move |rule| Some((*rule, of(*rule)?.into())))
            }
            fn of(settings: &Settings) -> Self {
                Self { $($name: settings.rules.get(&Rule::$rule).map(|wanted| (*wanted).into()),)* }
            }
        }
    };
}

rules! {
    term_not_used = TermNotUsed,
    term_forbidden = TermForbidden,
    source_inconsistent = SourceInconsistent,
    term_inconsistent = TermInconsistent,
    numbers = Numbers,
    untranslated = Untranslated,
    placeholders = Placeholders,
    tags = Tags,
    addresses = Addresses,
    repeated_words = RepeatedWords,
    brackets = Brackets,
    abbreviation_unexpanded = AbbreviationUnexpanded,
    style = Style,
    term_without_translation = TermWithoutTranslation,
}

/// Typographic style of translations.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StyleSettings {
    /// Width of Latin letters and digits in Japanese; `half` by default.
    latin_width: Option<WidthWord>,
    /// Width of round brackets in Japanese; `any` by default.
    brackets: Option<BracketsWord>,
    /// What separates kanji or kana from Latin letters; `any` by default.
    spacing: Option<SpacingWord>,
}

impl From<SettingsAnswer> for Settings {
    fn from(given: SettingsAnswer) -> Self {
        let usual = Style::default();
        Self {
            rules: given.rules.pairs().collect(),
            style: Style {
                latin_width: given.style.latin_width.map_or(usual.latin_width, Into::into),
                brackets: given.style.brackets.map_or(usual.brackets, Into::into),
                spacing: given.style.spacing.map_or(usual.spacing, Into::into),
            },
        }
    }
}

impl From<&Settings> for SettingsAnswer {
    fn from(settings: &Settings) -> Self {
        let Style { latin_width, brackets, spacing } = settings.style;
        Self {
            rules: RuleSettings::of(settings),
            style: StyleSettings {
                latin_width: Some(latin_width.into()),
                brackets: Some(brackets.into()),
                spacing: Some(spacing.into()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::check::Spacing;

    #[test]
    fn settings_come_back_as_they_were() {
        let mut settings = Settings::default();
        for (rule, wanted) in Rule::ALL.iter().zip([RuleLevel::Off, RuleLevel::Error, RuleLevel::Hint].iter().cycle()) {
            settings.rules.insert(*rule, *wanted);
        }
        settings.style.spacing = Spacing::Space;
        let shown = serde_json::to_string(&SettingsAnswer::from(&settings)).unwrap();
        let back: SettingsAnswer = serde_json::from_str(&shown).unwrap();
        assert_eq!(Settings::from(back), settings, "{shown}");
        assert_eq!(Settings::from(SettingsAnswer::default()), Settings::default());
    }
}
