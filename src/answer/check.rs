//! What a look at a draft came to, what was ignored, and what a project wants looked at in; their JSON out, and back.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::finding::{FindingAnswer, PairCharacters};
use super::words::{BracketsWord, RuleWord, SpacingWord, WantedWord, WidthWord};
use crate::app::check::{Brackets, CheckReport, IgnoredFinding, RuleLevel, Settings, Spacing, Style, Width};
use crate::model::Rule;

/// What was found in a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = CheckReport)]
pub(crate) struct CheckAnswer {
    /// What was found, in order of the segments, in each the gravest first.
    pub(crate) findings: Vec<FindingAnswer>,
    /// How many there are of each rule; those with none are left out.
    pub(crate) counts: Vec<RuleCount>,
    /// How many findings were left out because somebody ignored them.
    pub(crate) ignored: usize,
    /// How many segments were looked at.
    pub(crate) segments: usize,
    /// How many of them have no translation; nothing is said of those.
    pub(crate) untranslated: usize,
    /// Revision of the base the answer was made from.
    pub(crate) revision: i64,
}

/// How many findings there are of a rule.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RuleCount {
    /// The rule.
    #[schema(value_type = RuleWord)]
    pub(crate) rule: Rule,
    /// How many.
    pub(crate) count: usize,
}

impl CheckAnswer {
    /// A report on these pairs.
    pub(crate) fn new(report: CheckReport, pairs: &[PairCharacters]) -> Self {
        let counts = report.counts().into_iter().map(|(rule, count)| RuleCount { rule, count }).collect();
        Self {
            findings: report.findings.into_iter().map(|finding| FindingAnswer::new(finding, pairs)).collect(),
            counts,
            ignored: report.ignored,
            segments: report.units,
            untranslated: report.untranslated,
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
    /// Name of the project it holds in.
    pub(crate) project: String,
    /// The `key` the finding came with.
    pub(crate) key: String,
    /// Why, where somebody said.
    pub(crate) note: Option<String>,
    /// Who ignored it.
    pub(crate) actor: String,
    /// When.
    #[schema(format = DateTime)]
    pub(crate) at: String,
}

impl From<IgnoredFinding> for IgnoredAnswer {
    fn from(ignored: IgnoredFinding) -> Self {
        let IgnoredFinding { id, project, key, note, actor, at } = ignored;
        Self { id: id.get(), project, key, note, actor, at }
    }
}

/// One page of ignored findings.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct IgnoredPage {
    /// The findings, oldest first.
    pub(crate) ignored: Vec<IgnoredAnswer>,
    /// What to give as `after` next; null on the last page.
    pub(crate) next_after: Option<i64>,
}

/// What to look for. What is left out stays as the rule has it.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CheckSettings)]
pub(crate) struct SettingsAnswer {
    /// What becomes of the findings of each rule.
    #[schema(required = false)]
    pub(crate) rules: RuleSettings,
    /// How translations are set.
    #[schema(required = false)]
    pub(crate) style: StyleSettings,
}

/// The same as it is given. Where every member may be missing an empty array would do as well; only an object does.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Given {
    #[serde(deserialize_with = "super::object")]
    rules: RuleSettings,
    #[serde(deserialize_with = "super::object")]
    style: StyleSettings,
}

impl<'de> Deserialize<'de> for SettingsAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::object(deserializer).map(|Given { rules, style }| Self { rules, style })
    }
}

macro_rules! rules {
    ($($name:ident = $rule:ident,)*) => {
        /// What becomes of the findings of each rule: left out (`off`), as grave as the rule says (`usual`), or as grave as given.
        #[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub(crate) struct RuleSettings {
            $(
                #[schema(value_type = Option<WantedWord>)]
                #[serde(skip_serializing_if = "Option::is_none")]
                $name: Option<RuleLevel>,
            )*
        }
        impl RuleSettings {
            fn pairs(&self) -> impl Iterator<Item = (Rule, RuleLevel)> {
                [$((Rule::$rule, self.$name),)*].into_iter().filter_map(|(rule, wanted)| Some((rule, wanted?)))
            }
            fn of(settings: &Settings) -> Self {
                Self { $($name: settings.rules.get(&Rule::$rule).copied(),)* }
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
    abbreviation_unexpanded = AbbreviationUnexpanded,
    style = Style,
    term_without_translation = TermWithoutTranslation,
}

/// How translations are set.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StyleSettings {
    /// Latin letters and digits in Japanese; `half` where nothing is said.
    #[schema(value_type = Option<WidthWord>)]
    latin_width: Option<Width>,
    /// Round brackets in Japanese; `any` where nothing is said.
    #[schema(value_type = Option<BracketsWord>)]
    brackets: Option<Brackets>,
    /// What stands between kanji or kana and Latin letters; `any` where nothing is said.
    #[schema(value_type = Option<SpacingWord>)]
    spacing: Option<Spacing>,
}

impl From<SettingsAnswer> for Settings {
    fn from(given: SettingsAnswer) -> Self {
        let usual = Style::default();
        Self {
            rules: given.rules.pairs().collect(),
            style: Style {
                latin_width: given.style.latin_width.unwrap_or(usual.latin_width),
                brackets: given.style.brackets.unwrap_or(usual.brackets),
                spacing: given.style.spacing.unwrap_or(usual.spacing),
            },
        }
    }
}

impl From<&Settings> for SettingsAnswer {
    fn from(settings: &Settings) -> Self {
        let Style { latin_width, brackets, spacing } = settings.style;
        Self {
            rules: RuleSettings::of(settings),
            style: StyleSettings { latin_width: Some(latin_width), brackets: Some(brackets), spacing: Some(spacing) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
