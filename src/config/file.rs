//! The configuration file: finds it, reads it as TOML and checks its keys and types.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::ConfigError;
use super::position::Position;
use super::settings::{SETTINGS, Setting, SettingKind};

/// A configuration file.
#[derive(Debug)]
pub(super) struct ConfigFile {
    pub(super) path: PathBuf,
    values: BTreeMap<&'static str, FileValue>,
}

/// A value in a configuration file, in the form a variable would have, with its position.
#[derive(Debug)]
pub(super) struct FileValue {
    pub(super) words: Vec<OsString>,
    pub(super) position: Position,
}

impl ConfigFile {
    /// Reads the file at `path`; `None` if there is none and it was not `named` by the user. `home` is the user's folder.
    ///
    /// # Errors
    /// `config_unreadable`, `config_invalid`, `config_unknown_key`, `config_token_exposed`.
    pub(super) fn read(path: &Path, named: bool, home: Option<&Path>) -> Result<Option<Self>, ConfigError> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound && !named => return Ok(None),
            read => {
                read.map_err(|error| ConfigError::FileUnreadable { path: path.to_owned(), problem: error.to_string() })?
            }
        };
        let file = Self { path: path.to_owned(), values: values(path, &text, home)? };
        let has_secret = SETTINGS.iter().any(|setting| setting.is_secret() && file.values.contains_key(setting.name));
        if has_secret && others_can_read(path) {
            return Err(ConfigError::TokenExposed { path: path.to_owned() });
        }
        Ok(Some(file))
    }

    pub(super) fn value(&self, setting: &Setting) -> Option<&FileValue> {
        self.values.get(setting.name).filter(|value| value.words.iter().any(|word| !word.is_empty()))
    }
}

fn values(path: &Path, text: &str, home: Option<&Path>) -> Result<BTreeMap<&'static str, FileValue>, ConfigError> {
    let invalid = |byte, problem: String| {
        let position = Position::of(text, byte);
        ConfigError::FileInvalid { path: path.to_owned(), position, problem }
    };
    let table = DeTable::parse(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        invalid(byte, error.message().to_owned())
    })?;
    let mut values = BTreeMap::new();
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref();
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            let position = Position::of(text, key.span().start);
            return Err(ConfigError::UnknownKey { path: path.to_owned(), position, key: name.to_owned() });
        };
        let words = words(setting, value.get_ref()).ok_or_else(|| {
            let (wanted, found) = (expected(setting.kind), value.get_ref().type_str());
            invalid(value.span().start, format!("`{name}` must be {wanted}; this is of the type {found}"))
        })?;
        let words = match setting.kind {
            SettingKind::Path => words.into_iter().map(|word| absolute(path, home, &word)).collect(),
            _ => words.into_iter().map(OsString::from).collect(),
        };
        values.insert(setting.name, FileValue { words, position: Position::of(text, key.span().start) });
    }
    Ok(values)
}

/// The value in the form a variable would have; `None` if it has another type than the setting.
fn words(setting: &Setting, value: &DeValue<'_>) -> Option<Vec<String>> {
    let text = |value: &DeValue<'_>| value.as_str().map(str::to_owned);
    match setting.kind {
        SettingKind::Path | SettingKind::Text => Some(vec![text(value)?]),
        SettingKind::Number => {
            let number = value.as_integer()?;
            let number = u32::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()?;
            Some(vec![number.to_string()])
        }
        SettingKind::Switch => Some(vec![if value.as_bool()? { "1" } else { "0" }.to_owned()]),
        SettingKind::List => value.as_array()?.iter().map(|value| text(value.get_ref())).collect(),
    }
}

fn expected(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Path | SettingKind::Text => "a text in quotation marks",
        SettingKind::Number => "a whole number from 0 to 4294967295",
        SettingKind::Switch => "`true` or `false`",
        SettingKind::List => "a list of texts, such as `[\"…\", \"…\"]`",
    }
}

/// A path in the file starts from the folder of the file, and `~/` from the user's folder.
fn absolute(file: &Path, home: Option<&Path>, given: &str) -> OsString {
    match (given.strip_prefix("~/"), home) {
        _ if given.is_empty() => OsString::new(),
        (Some(rest), Some(home)) => home.join(rest).into_os_string(),
        _ => file.parent().unwrap_or(Path::new("")).join(given).into_os_string(),
    }
}

/// Whether other users of the machine can read or change the file.
pub(crate) fn others_can_read(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_with_its_position() {
        for (text, code, said) in [
            ("databse = 'x'", "config_unknown_key", "f.toml:1:1"),
            ("# 用語\n\n  プロジェクト = 1", "config_invalid", "f.toml:3:"),
            ("project = 'a'\nrate_limit = '6'", "config_invalid", "f.toml:2:14"),
            ("rate_limit = -1", "config_invalid", "f.toml:1:14"),
            ("require_token = 1", "config_invalid", "`true` or `false`"),
            ("allow_origin = 'https://a'", "config_invalid", "a list"),
            ("allow_origin = [1]", "config_invalid", "a list"),
            ("project = '吉野', x", "config_invalid", "f.toml:1:"),
            ("project = 'a'\nproject = 'b'", "config_invalid", "f.toml:2:1"),
            ("[server]\nlisten = 'x'", "config_unknown_key", "`server`"),
        ] {
            let error = values(Path::new("f.toml"), text, None).unwrap_err();
            assert_eq!(error.code(), code, "{text}: {error}");
            assert!(error.to_string().contains(said), "{text}: {error}");
        }
    }

    #[test]
    fn paths_start_from_the_file_or_the_user() {
        let read = |path: &str| {
            let text = format!("database = '{path}'\nrate_limit = 0x10\nrequire_token = false\n");
            let values = values(Path::new("/etc/t/f.toml"), &text, Some(Path::new("/home/吉野"))).unwrap();
            assert_eq!(values["rate_limit"].words, ["16"]);
            assert_eq!(values["require_token"].words, ["0"]);
            values["database"].words[0].clone().into_string().unwrap()
        };
        assert_eq!(read("用語.db"), "/etc/t/用語.db");
        assert_eq!(read("/b.db"), "/b.db");
        assert_eq!(read("~/b.db"), "/home/吉野/b.db");
    }
}
