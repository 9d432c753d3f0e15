//! What a client says in its options and settings in; what the server goes by out.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::app::assist::{DEFAULT_FLOOR, LOWEST_FLOOR};
use crate::app::check::Wanted;
use crate::model::{Lang, Rule};

/// The settings of a client. Names are those of the options (`min_score`) or of an editor's settings (`minScore`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Projects to ask, the most trusted first; all where empty. What is added goes to the first.
    pub(crate) projects: Vec<String>,
    /// The lowest score of a match that is shown.
    #[serde(alias = "minScore", deserialize_with = "score")]
    pub(crate) min_score: u8,
    /// The language translated from, where a document does not say.
    #[serde(alias = "sourceLanguage", deserialize_with = "language")]
    pub(crate) source_lang: Option<Lang>,
    /// The language translated into.
    #[serde(alias = "targetLanguage", deserialize_with = "language")]
    pub(crate) target_lang: Option<Lang>,
    /// What becomes of the findings of a rule; what is not named stands as the project has it.
    #[serde(deserialize_with = "rules")]
    pub(crate) rules: BTreeMap<Rule, Wanted>,
    /// Which Taiyaku to ask, where the command line names none.
    pub(crate) server: ServerSettings,
}

/// A Taiyaku elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ServerSettings {
    /// Its address.
    pub(crate) url: Option<String>,
    /// What it wants to be shown.
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
    /// Reads what a client says; the settings may stand under `taiyaku`, and what is missing is as usual.
    ///
    /// # Errors
    /// A sentence that says what cannot be read.
    pub(crate) fn read(given: &Value) -> Result<Self, String> {
        let own = given.get("taiyaku").unwrap_or(given);
        if own.is_null() {
            return Ok(Self::default());
        }
        Self::deserialize(own).map_err(|error| format!("The settings cannot be read, the usual ones hold: {error}."))
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

/// Rules by name; one this version does not know is passed over, as newer editors may name it.
fn rules<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Rule, Wanted>, D::Error> {
    let given = BTreeMap::<String, Wanted>::deserialize(deserializer)?;
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
            rules: [(Rule::Numbers, Wanted::Off)].into(),
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
            assert!(Settings::read(&wrong).unwrap_err().contains("cannot be read"), "{wrong}");
        }
    }
}
