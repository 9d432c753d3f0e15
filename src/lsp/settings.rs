//! The settings of a client, from its initialization options or its workspace configuration.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::app::assist::{DEFAULT_FLOOR, LOWEST_FLOOR};
use crate::app::check::RuleLevel;
use crate::model::{Lang, Rule};

/// The settings of a client. Names are those of the options (`min_score`) or of an editor's settings (`minScore`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Projects to use, the most trusted first; all if empty. New items are added to the first.
    pub(crate) projects: Vec<String>,
    /// The lowest score of a match to show.
    #[serde(alias = "minScore", deserialize_with = "score")]
    pub(crate) min_score: u8,
    /// The source language of documents that do not name it.
    #[serde(alias = "sourceLanguage", deserialize_with = "language")]
    pub(crate) source_lang: Option<Lang>,
    /// The target language of documents that do not name it.
    #[serde(alias = "targetLanguage", deserialize_with = "language")]
    pub(crate) target_lang: Option<Lang>,
    /// What to do with the findings of a rule; for other rules the settings of the project apply.
    #[serde(deserialize_with = "rules")]
    pub(crate) rules: BTreeMap<Rule, RuleLevel>,
    /// Which Taiyaku server to use if the command line names none.
    pub(crate) server: ServerSettings,
}

/// Another Taiyaku server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ServerSettings {
    /// Its address.
    pub(crate) url: Option<String>,
    /// Its token.
    pub(crate) token: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            projects: Vec::new(),
            min_score: DEFAULT_FLOOR,
            source_lang: None,
            target_lang: None,
            rules: BTreeMap::new(),
            server: ServerSettings::default(),
        }
    }
}

impl Settings {
    /// Reads the settings a client sends, at the top level or under `taiyaku`. Missing settings have their defaults.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub(crate) fn read(given: &Value) -> Result<Self, String> {
        let own = given.get("taiyaku").unwrap_or(given);
        if own.is_null() {
            return Ok(Self::default());
        }
        Self::deserialize(own).map_err(|error| format!("Could not read the settings ({error}); using the defaults."))
    }
}

fn score<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let given = f64::deserialize(deserializer)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 50 and 101")]
    Ok(given.clamp(f64::from(LOWEST_FLOOR), 101.0) as u8)
}

/// A language; editors write an empty text for none.
fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Lang>, D::Error> {
    let given = Option::<String>::deserialize(deserializer)?.filter(|given| !given.trim().is_empty());
    given.map(|given| Lang::parse(given.trim())).transpose().map_err(serde::de::Error::custom)
}

/// Rules by name. Unknown rules are ignored, because newer editors may name them.
fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Rule, RuleLevel>, D::Error> {
    let given = BTreeMap::<String, RuleLevel>::deserialize(deserializer)?;
    Ok(given.into_iter().filter_map(|(name, wanted)| Some((Rule::from_word(&name)?, wanted))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn options_and_the_settings_of_editors_say_the_same() {
        let want = Settings {
            projects: vec!["腸".into()],
            min_score: 75,
            source_lang: Some(Lang::JA),
            rules: [(Rule::Numbers, RuleLevel::Off)].into(),
            ..Settings::default()
        };
        for given in [
            json!({"projects": ["腸"], "min_score": 75, "source_lang": "ja", "rules": {"numbers": "off", "new_rule": "hint"}}),
            json!({"taiyaku": {"projects": ["腸"], "minScore": 75.0, "sourceLanguage": "ja", "targetLanguage": "", "rules": {"numbers": "off"}, "command": "x"}}),
        ] {
            assert_eq!(Settings::read(&given), Ok(want.clone()), "{given}");
        }
        assert_eq!(Settings::read(&Value::Null), Ok(Settings::default()));
        assert_eq!(Settings::read(&json!({"min_score": 5})).unwrap().min_score, LOWEST_FLOOR);
        for wrong in [json!({"rules": {"numbers": "loud"}}), json!({"source_lang": "jp"}), json!({"projects": 1})] {
            assert!(Settings::read(&wrong).unwrap_err().contains("Could not read"), "{wrong}");
        }
    }
}
