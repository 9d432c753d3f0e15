//! The configuration: the command line overrides the environment, which overrides the configuration file, which overrides
//! the defaults. The only file that reads the environment.

mod error;
mod file;
mod folders;
mod layers;
mod overrides;
mod position;
mod settings;
mod token;
mod values;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;

pub use error::ConfigError;
use file::ConfigFile;
pub(crate) use file::others_can_read;
use folders::{config_folder, data_folder};
use layers::Layers;
pub use overrides::Overrides;
pub use position::Position;
pub use settings::{Origin, SETTINGS, Setting, SettingKind, SettingValue};
pub use token::{TOKEN_LENGTH, Token};
use values::{address, ocr, origin, public_url, rate_limit, trusted_proxy};

/// The default address to listen on: this machine only.
pub const DEFAULT_LISTEN: &str = "127.0.0.1:8722";

/// The default project.
pub const DEFAULT_PROJECT: &str = "default";

/// The default actor, if none is given and the system has no user name.
pub const DEFAULT_ACTOR: &str = "cli";

/// The default number of requests per token and minute: a hundred per second.
pub const DEFAULT_RATE_LIMIT: u32 = 6_000;

/// Scanned pages are read by OCR where it is installed; the default.
const OCR_AUTO: &str = "auto";

/// Scanned pages are not read.
const OCR_NEVER: &str = "never";

/// The environment variable with the path of the configuration file.
const CONFIG_VARIABLE: &str = "TAIYAKU_CONFIG";

/// The settings of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The database file.
    pub database: PathBuf,
    /// The folder of the tokeniser's dictionary.
    pub dictionary: PathBuf,
    /// The pdfium library or its folder.
    pub pdfium: Option<PathBuf>,
    /// Whether scanned pages are read by OCR where it is installed.
    pub ocr: bool,
    /// A token with full access. If it is set, every request needs a token.
    pub token: Option<Token>,
    /// Whether requests from this machine need a token too.
    pub require_token: bool,
    /// Origins of web pages that may read responses, such as `https://editor.example`.
    pub allowed_origins: Vec<String>,
    /// The address under which clients reach the server, such as `https://terms.example`, without a slash at its end.
    pub public_url: Option<String>,
    /// Networks of proxies that are believed about whom a request comes from and which address it was sent to.
    pub trusted_proxies: Vec<IpNet>,
    /// Requests per token and minute; 0 for no limit.
    pub rate_limit: u32,
    /// The address the server listens on.
    pub listen: SocketAddr,
    /// The log filter, in the syntax of `tracing`.
    pub log: String,
    /// The project for ingests and look-ups.
    pub project: String,
    /// The name recorded with decisions.
    pub actor: String,
    /// All settings as they may be shown, in the order of [`SETTINGS`].
    pub settings: Vec<SettingValue>,
    /// The configuration file, if there is one.
    pub file: Option<PathBuf>,
    /// Where a configuration file is looked for.
    pub default_file: PathBuf,
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    /// `invalid_listen_address`, `invalid_origin`, `invalid_public_url`, `invalid_trusted_proxy`, `invalid_rate_limit`,
    /// `invalid_ocr`, `token_too_short`, `no_data_folder`, `empty_project_name`, `config_unreadable`, `config_invalid`,
    /// `config_unknown_key`, `config_token_exposed`.
    pub fn load(overrides: &Overrides) -> Result<Self, ConfigError> {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
        Self::from(overrides, std::env::var_os)
    }

    /// The settings, with variables looked up through `environment`. An empty variable counts as not set.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from(
        overrides: &Overrides,
        environment: impl Fn(&'static str) -> Option<OsString>,
    ) -> Result<Self, ConfigError> {
        let path = |name| environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let word =
            |name| environment(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty());
        let named = overrides.config.clone().or_else(|| path(CONFIG_VARIABLE));
        let default_file = config_folder(&path).map(|folder| folder.join("config.toml"));
        let file = match named.as_ref().or(default_file.as_ref()) {
            Some(file) => ConfigFile::read(file, named.is_some(), path("HOME").as_deref())?,
            None => None,
        };
        let read_file = file.as_ref().map(|file| file.path.clone());
        let folder = || data_folder(&path).ok_or(ConfigError::NoDataFolder);
        let mut layers = Layers { overrides, environment: &environment, file, found: Vec::new() };
        let text = Ok::<String, ConfigError>;
        // In the order of the table.
        let database = layers.path(settings::DATABASE, || Ok(Some(folder()?.join("taiyaku.db"))))?;
        let default = (Some(DEFAULT_PROJECT.to_owned()), Origin::Default);
        let project = layers.one(settings::PROJECT, default, |project: String| match project.trim() {
            "" => Err(ConfigError::EmptyProject),
            _ => Ok(project),
        })?;
        // Without a data folder there is no dictionary, and text is split by script.
        let in_folder = || Ok(Some(folder().unwrap_or_default().join("dictionary").join("ipadic")));
        let dictionary = layers.path(settings::DICTIONARY, in_folder)?;
        let pdfium = layers.path(settings::PDFIUM, || Ok(None))?;
        let ocr = layers.one(settings::OCR, (Some(OCR_AUTO.to_owned()), Origin::Default), ocr)?;
        let log = layers.one(settings::LOG, (Some("warn".to_owned()), Origin::Default), text)?;
        // The user's login name, on any system.
        let user = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| Some((word(name)?, name)));
        let user = match user {
            Some((user, variable)) => (Some(user), Origin::Variable(variable)),
            None => (Some(DEFAULT_ACTOR.to_owned()), Origin::Default),
        };
        let actor = layers.one(settings::ACTOR, user, |actor| match actor.trim() {
            "" => Ok(DEFAULT_ACTOR.to_owned()),
            name => Ok(name.to_owned()),
        })?;
        let localhost = (Some(address(DEFAULT_LISTEN)?), Origin::Default);
        let listen = layers.one(settings::LISTEN, localhost, |listen| address(&listen))?;
        let token = layers.one(settings::TOKEN, (None, Origin::Default), |token| match token.chars().count() {
            found if found < TOKEN_LENGTH => Err(ConfigError::TokenShort { found }),
            _ => Ok(token),
        })?;
        let require_token = layers.switch(settings::REQUIRE_TOKEN);
        let allowed_origins = layers.list(settings::ALLOW_ORIGIN, origin)?;
        let public_url = layers.one(settings::PUBLIC_URL, (None, Origin::Default), public_url)?;
        let trusted_proxies = layers.list(settings::TRUSTED_PROXY, trusted_proxy)?;
        let rate = layers.one(settings::RATE_LIMIT, (Some(DEFAULT_RATE_LIMIT), Origin::Default), rate_limit)?;
        Ok(Self {
            database: database.unwrap_or_default(),
            dictionary: dictionary.unwrap_or_default(),
            pdfium,
            ocr: ocr.as_deref() != Some(OCR_NEVER),
            token: token.map(Token::from),
            require_token,
            allowed_origins,
            public_url,
            trusted_proxies,
            rate_limit: rate.unwrap_or(DEFAULT_RATE_LIMIT),
            listen: listen.unwrap_or(address(DEFAULT_LISTEN)?),
            log: log.unwrap_or_default(),
            project: project.unwrap_or_default(),
            actor: actor.unwrap_or_default(),
            settings: layers.found,
            file: read_file,
            default_file: default_file.unwrap_or_default(),
        })
    }

    /// Whether nobody named the database, so that it is the one in the data folder.
    #[must_use]
    pub fn has_default_database(&self) -> bool {
        let database = self.settings.iter().find(|value| value.setting == settings::DATABASE);
        database.is_some_and(|value| value.origin == Origin::Default)
    }

    /// Whether requests from this machine have full access without a token.
    #[must_use]
    pub fn local_user_allowed(&self) -> bool {
        self.token.is_none() && !self.require_token && self.listen.ip().is_loopback()
    }

    /// Refuses to start a server that requires tokens if there are none, neither in the settings nor in the database.
    ///
    /// # Errors
    /// `token_missing`.
    pub fn check_listen(&self, has_tokens: bool) -> Result<(), ConfigError> {
        if self.local_user_allowed() || self.token.is_some() || has_tokens {
            return Ok(());
        }
        Err(ConfigError::TokenMissing { address: self.listen })
    }
}

/// Whether output may be coloured: `NO_COLOR` is not set (<https://no-color.org>).
#[must_use]
pub fn colours_allowed() -> bool {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !forbidden
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(overrides: &Overrides, variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::from(overrides, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_command_line_goes_before_the_environment_and_that_before_the_defaults() {
        let variables = [("HOME", "/home/q"), ("TAIYAKU_DATABASE", "/data/t.db"), ("TAIYAKU_PROJECT", "")];
        let found = config(&Overrides::default(), &variables).unwrap();
        assert_eq!(found.database, PathBuf::from("/data/t.db"));
        assert_eq!(found.project, DEFAULT_PROJECT);
        assert_eq!(found.listen.to_string(), DEFAULT_LISTEN);
        let overrides =
            Overrides { database: Some("/o.db".into()), project: Some("腸".into()), ..Overrides::default() };
        let found = config(&overrides, &variables).unwrap();
        assert_eq!((found.database, found.project.as_str()), (PathBuf::from("/o.db"), "腸"));
    }

    #[test]
    fn who_decides_is_who_is_named_else_who_is_logged_in() {
        for (named, variables, actor) in [
            (None, &[("HOME", "/h")][..], DEFAULT_ACTOR),
            (None, &[("HOME", "/h"), ("USER", "yamada")], "yamada"),
            (None, &[("HOME", "/h"), ("USER", "yamada"), ("TAIYAKU_ACTOR", "山田 花子")], "山田 花子"),
            (Some("佐藤"), &[("HOME", "/h"), ("TAIYAKU_ACTOR", "山田")], "佐藤"),
            (Some(" "), &[("HOME", "/h")], DEFAULT_ACTOR),
        ] {
            let overrides = Overrides { actor: named.map(str::to_owned), ..Overrides::default() };
            assert_eq!(config(&overrides, variables).unwrap().actor, actor, "{named:?} {variables:?}");
        }
    }

    #[test]
    fn every_setting_has_an_override_and_a_value() {
        let overrides = Overrides {
            config: None,
            database: Some("d".into()),
            dictionary: Some("d".into()),
            pdfium: Some("p".into()),
            ocr: Some("never".into()),
            listen: Some("127.0.0.1:1".into()),
            require_token: true,
            allowed_origins: vec!["https://a.example".into()],
            public_url: Some("https://b.example".into()),
            trusted_proxies: vec!["10.0.0.7".into()],
            rate_limit: Some(1),
            log: Some("info".into()),
            project: Some("腸".into()),
            actor: Some("山田".into()),
        };
        let found = config(&overrides, &[("TAIYAKU_TOKEN", "0123456789abcdef")]).unwrap();
        let names: Vec<&str> = found.settings.iter().map(|value| value.setting.name).collect();
        assert_eq!(names, SETTINGS.iter().map(|setting| setting.name).collect::<Vec<_>>());
        for value in found.settings {
            let origin = value.setting.option.map_or(Origin::Variable("TAIYAKU_TOKEN"), Origin::Option);
            assert_eq!(value.origin, origin, "{}", value.setting.name);
        }
    }

    #[test]
    fn data_lives_in_the_folder_for_data() {
        let found = config(&Overrides::default(), &[("XDG_DATA_HOME", "/x")]).unwrap();
        assert_eq!(found.database, PathBuf::from("/x/taiyaku/taiyaku.db"));
        assert_eq!(found.dictionary, PathBuf::from("/x/taiyaku/dictionary/ipadic"));
        assert_eq!(config(&Overrides::default(), &[]), Err(ConfigError::NoDataFolder));
    }

    #[test]
    fn listening_beyond_the_machine_needs_a_long_token() {
        for (listen, token, code) in [
            ("127.0.0.1:1", "", None),
            ("localhost:1", "", None),
            ("[::1]:1", "", None),
            ("0.0.0.0:1", "", Some("token_missing")),
            ("[::]:1", "", Some("token_missing")),
            ("0.0.0.0:1", "short", Some("token_too_short")),
            ("0.0.0.0:1", "0123456789abcdef", None),
            ("nowhere", "", Some("invalid_listen_address")),
        ] {
            let variables = [("HOME", "/h"), ("TAIYAKU_LISTEN", listen), ("TAIYAKU_TOKEN", token)];
            let found = config(&Overrides::default(), &variables).and_then(|config| config.check_listen(false));
            assert_eq!(found.err().map(|error| error.code()), code, "{listen} {token}");
        }
    }

    #[test]
    fn a_list_in_a_variable_is_separated_by_commas() {
        let proxies = |listed| config(&Overrides::default(), &[("HOME", "/h"), ("TAIYAKU_TRUSTED_PROXY", listed)]);
        assert_eq!(proxies("10.0.0.1, fd00::/8").unwrap().trusted_proxies.len(), 2);
        assert_eq!(proxies(" 127.0.0.1 ").unwrap().trusted_proxies.len(), 1);
        assert_eq!(proxies("10.0.0.1, proxy.example").unwrap_err().code(), "invalid_trusted_proxy");
    }

    #[test]
    fn a_token_is_not_printed() {
        let found = config(&Overrides::default(), &[("HOME", "/h"), ("TAIYAKU_TOKEN", "0123456789abcdef")]).unwrap();
        assert!(!format!("{found:?}").contains("0123456789abcdef"));
    }
}
