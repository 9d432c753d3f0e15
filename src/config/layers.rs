//! Finds the value of each setting: on the command line, in the environment, in the configuration file, in this order.

use std::ffi::OsString;
use std::fmt::Display;
use std::path::PathBuf;

use super::error::ConfigError;
use super::file::ConfigFile;
use super::overrides::Overrides;
use super::position::Position;
use super::settings::{Origin, Setting, SettingKind, SettingValue};

/// The layers a value can come from, and the values found so far.
pub(super) struct Layers<'a, E> {
    pub(super) overrides: &'a Overrides,
    pub(super) environment: E,
    pub(super) file: Option<ConfigFile>,
    pub(super) found: Vec<SettingValue>,
}

/// A value as it was written.
struct Raw {
    words: Vec<OsString>,
    origin: Origin,
    position: Option<Position>,
}

impl<E: Fn(&'static str) -> Option<OsString>> Layers<'_, E> {
    fn raw(&self, setting: &'static Setting) -> Option<Raw> {
        let is_set = |words: &[OsString]| words.iter().any(|word| !word.is_empty());
        if let Some(option) = setting.option {
            let words = self.overrides.words(setting);
            // An option that is given as empty is an error of its own for some settings.
            if !words.is_empty() {
                return Some(Raw { words, origin: Origin::Option(option), position: None });
            }
        }
        let words = match ((self.environment)(setting.variable), setting.kind) {
            (None, _) => Vec::new(),
            (Some(value), SettingKind::Path) => vec![value],
            // What is not valid Unicode counts as not set.
            (Some(value), SettingKind::List) => value.to_str().map(listed).unwrap_or_default(),
            (Some(value), _) => value.into_string().ok().map(OsString::from).into_iter().collect(),
        };
        if is_set(&words) {
            return Some(Raw { words, origin: Origin::Variable(setting.variable), position: None });
        }
        let file = self.file.as_ref()?;
        let value = file.value(setting)?;
        let origin = Origin::File { path: file.path.clone(), line: value.position.line };
        Some(Raw { words: value.words.clone(), origin, position: Some(value.position) })
    }

    fn record(&mut self, setting: &'static Setting, value: Option<String>, origin: Origin) {
        let value = value.map(|value| if setting.is_secret() { "(hidden)".to_owned() } else { value });
        self.found.push(SettingValue { setting, value, origin });
    }

    /// Adds the position in the file to an error about a value from there.
    fn at(&self, raw: &Raw, error: ConfigError) -> ConfigError {
        match (raw.position, &self.file) {
            (Some(position), Some(file)) => {
                ConfigError::InFile { path: file.path.clone(), position, source: Box::new(error) }
            }
            _ => error,
        }
    }

    /// A path, or `default`.
    pub(super) fn path(
        &mut self,
        setting: &'static Setting,
        default: impl FnOnce() -> Result<Option<PathBuf>, ConfigError>,
    ) -> Result<Option<PathBuf>, ConfigError> {
        let (path, origin) = match self.raw(setting) {
            Some(raw) => (raw.words.into_iter().next().map(PathBuf::from), raw.origin),
            None => (default()?, Origin::Default),
        };
        self.record(setting, path.as_ref().map(|path| path.display().to_string()), origin);
        Ok(path)
    }

    /// One value, read by `parse`; without one, `default` with where that comes from.
    pub(super) fn one<T: Display>(
        &mut self,
        setting: &'static Setting,
        default: (Option<T>, Origin),
        parse: impl Fn(String) -> Result<T, ConfigError>,
    ) -> Result<Option<T>, ConfigError> {
        let (value, origin) = match self.raw(setting) {
            None => default,
            Some(raw) => {
                let word = raw.words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
                let value = parse(word).map_err(|error| self.at(&raw, error))?;
                (Some(value), raw.origin)
            }
        };
        self.record(setting, value.as_ref().map(ToString::to_string), origin);
        Ok(value)
    }

    /// Whether the setting is on. It is off by default, and if it is `0` or `false`.
    pub(super) fn switch(&mut self, setting: &'static Setting) -> bool {
        let raw = self.raw(setting);
        let is_on = raw.as_ref().and_then(|raw| raw.words.first()).is_some_and(|word| word != "0" && word != "false");
        self.record(setting, Some(is_on.to_string()), raw.map_or(Origin::Default, |raw| raw.origin));
        is_on
    }

    /// A list, each of its values read by `parse`.
    pub(super) fn list<T>(
        &mut self,
        setting: &'static Setting,
        parse: impl Fn(String) -> Result<T, ConfigError>,
    ) -> Result<Vec<T>, ConfigError> {
        let Some(raw) = self.raw(setting) else {
            self.record(setting, None, Origin::Default);
            return Ok(Vec::new());
        };
        let words: Vec<String> = raw.words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        let values: Result<Vec<T>, _> = words.iter().cloned().map(parse).collect();
        let values = values.map_err(|error| self.at(&raw, error))?;
        self.record(setting, Some(words.join(", ")), raw.origin);
        Ok(values)
    }
}

/// The values in a text, separated by commas.
fn listed(text: &str) -> Vec<OsString> {
    text.split(',').map(str::trim).filter(|value| !value.is_empty()).map(OsString::from).collect()
}
