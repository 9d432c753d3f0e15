//! Defaults, environment and command line in, one [`Config`] out. The only file that reads the environment.

use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Where the server listens unless told otherwise: this machine only.
pub const DEFAULT_LISTEN: &str = "127.0.0.1:8722";

/// The project everything goes to unless told otherwise.
pub const DEFAULT_PROJECT: &str = "default";

/// Who decides where nobody is named and the system knows no user.
pub const DEFAULT_ACTOR: &str = "cli";

/// Requests a token may send in a minute unless told otherwise: a hundred in a second.
pub const DEFAULT_RATE_LIMIT: u32 = 6_000;

/// The fewest characters a token may have; below this it can be guessed.
pub const TOKEN_LENGTH: usize = 16;

/// Everything the program is told from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The database file.
    pub database: PathBuf,
    /// The folder of the tokeniser's dictionary.
    pub dictionary: PathBuf,
    /// The pdfium library or its folder.
    pub pdfium: Option<PathBuf>,
    /// A token that may do everything; with one, whoever uses the server must show a token.
    pub token: Option<Token>,
    /// Whether whoever uses this machine must show a token too.
    pub require_token: bool,
    /// Origins whose pages may read answers, such as `https://editor.example`.
    pub allowed_origins: Vec<String>,
    /// Requests a token may send in a minute; 0 for any number.
    pub rate_limit: u32,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// What is logged, as `tracing` filters write it.
    pub log: String,
    /// The project releases go to and look-ups ask.
    pub project: String,
    /// Who decides, as the history will say.
    pub actor: String,
}

/// A secret; its `Debug` form does not give it away.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The secret itself, for comparing.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Token {
    fn from(secret: String) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// What the command line says; what it leaves out comes from the environment, then from the defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The database file.
    pub database: Option<PathBuf>,
    /// The folder of the dictionary.
    pub dictionary: Option<PathBuf>,
    /// The pdfium library.
    pub pdfium: Option<PathBuf>,
    /// Where to listen.
    pub listen: Option<String>,
    /// Whether to want a token even from this machine.
    pub require_token: bool,
    /// Origins whose pages may read answers.
    pub allowed_origins: Vec<String>,
    /// Requests a token may send in a minute.
    pub rate_limit: Option<u32>,
    /// What to log.
    pub log: Option<String>,
    /// The project.
    pub project: Option<String>,
    /// Who decides.
    pub actor: Option<String>,
}

/// Why the settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The address is none.
    #[error("`{given}` is no address to listen on. Use a host and a port such as `{DEFAULT_LISTEN}` or `[::1]:8722`.")]
    Listen {
        /// What was given.
        given: String,
    },
    /// A page's origin that is none.
    #[error(
        "`{given}` is no origin of a page. Write it as browsers do, such as `https://editor.example`; `*` is not taken."
    )]
    Origin {
        /// What was given.
        given: String,
    },
    /// A number of requests that is none.
    #[error("`{given}` of `TAIYAKU_RATE_LIMIT` is no number of requests. Give the most a token may send in a minute.")]
    RateLimit {
        /// What was given.
        given: String,
    },
    /// Tokens are wanted and there is none.
    #[error(
        "Whoever asks at `{address}` must show a token, and there is none. Make one with `taiyaku token create`, set `TAIYAKU_TOKEN` to {TOKEN_LENGTH} characters or more, or listen on `{DEFAULT_LISTEN}` for this machine alone."
    )]
    TokenMissing {
        /// Where the server should listen.
        address: SocketAddr,
    },
    /// The token can be guessed.
    #[error("The token of `TAIYAKU_TOKEN` has {found} characters. Use {TOKEN_LENGTH} or more.")]
    TokenShort {
        /// How many it has.
        found: usize,
    },
    /// No folder for data is known.
    #[error("No folder for data is known, because `HOME` is not set. Name the database with `--database PATH`.")]
    NoDataFolder,
    /// A project without name.
    #[error("The name of the project is empty. Leave `--project` out for `{DEFAULT_PROJECT}`.")]
    EmptyProject,
}

impl ConfigError {
    /// The stable name of the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Listen { .. } => "invalid_listen_address",
            Self::Origin { .. } => "invalid_origin",
            Self::RateLimit { .. } => "invalid_rate_limit",
            Self::TokenMissing { .. } => "token_missing",
            Self::TokenShort { .. } => "token_too_short",
            Self::NoDataFolder => "no_data_folder",
            Self::EmptyProject => "empty_project_name",
        }
    }
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    /// `invalid_listen_address`, `invalid_origin`, `invalid_rate_limit`, `token_too_short`, `no_data_folder`,
    /// `empty_project_name`.
    pub fn load(overrides: &Overrides) -> Result<Self, ConfigError> {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
        Self::from(overrides, std::env::var_os)
    }

    /// The settings, with `environment` asked for each variable; an empty variable counts as not set.
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
        let folder = || data_folder(&path).ok_or(ConfigError::NoDataFolder);
        let database = match overrides.database.clone().or_else(|| path("TAIYAKU_DATABASE")) {
            Some(database) => database,
            None => folder()?.join("taiyaku.db"),
        };
        let dictionary = match overrides.dictionary.clone().or_else(|| path("TAIYAKU_DICTIONARY")) {
            Some(dictionary) => dictionary,
            // Without a data folder there is no dictionary to find there; words are then cut by script.
            None => folder().unwrap_or_default().join("dictionary").join("ipadic"),
        };
        let token = word("TAIYAKU_TOKEN").map(Token);
        if let Some(found) = token.as_ref().map(|token| token.0.chars().count()).filter(|found| *found < TOKEN_LENGTH) {
            return Err(ConfigError::TokenShort { found });
        }
        let listen = overrides.listen.clone().or_else(|| word("TAIYAKU_LISTEN"));
        let project = overrides.project.clone().or_else(|| word("TAIYAKU_PROJECT"));
        let project = project.unwrap_or_else(|| DEFAULT_PROJECT.to_owned());
        if project.trim().is_empty() {
            return Err(ConfigError::EmptyProject);
        }
        // Whoever is logged in, on any system.
        let user = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(word);
        let actor = overrides.actor.clone().or_else(|| word("TAIYAKU_ACTOR")).or_else(user);
        let actor = actor.map(|actor| actor.trim().to_owned()).filter(|actor| !actor.is_empty());
        Ok(Self {
            database,
            dictionary,
            pdfium: overrides.pdfium.clone().or_else(|| path("TAIYAKU_PDFIUM")),
            token,
            require_token: overrides.require_token || word("TAIYAKU_REQUIRE_TOKEN").is_some_and(|word| word != "0"),
            allowed_origins: origins(&overrides.allowed_origins, word("TAIYAKU_ALLOW_ORIGIN"))?,
            rate_limit: rate_limit(overrides.rate_limit, word("TAIYAKU_RATE_LIMIT"))?,
            listen: address(listen.as_deref().unwrap_or(DEFAULT_LISTEN))?,
            log: overrides.log.clone().or_else(|| word("TAIYAKU_LOG")).unwrap_or_else(|| "warn".to_owned()),
            project,
            actor: actor.unwrap_or_else(|| DEFAULT_ACTOR.to_owned()),
        })
    }

    /// Whether whoever uses this machine may do everything without a token.
    #[must_use]
    pub fn local_user_allowed(&self) -> bool {
        self.token.is_none() && !self.require_token && self.listen.ip().is_loopback()
    }

    /// Refuses to serve where a token is wanted and there is none, neither in the settings nor in the base.
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

/// Whether programs may colour their output, as <https://no-color.org> asks.
#[must_use]
pub fn colours_allowed() -> bool {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !forbidden
}

/// Where this user's data lives: the XDG folder, on a Mac the Library.
fn data_folder(path: &impl Fn(&'static str) -> Option<PathBuf>) -> Option<PathBuf> {
    let base = path("XDG_DATA_HOME").filter(|folder| folder.is_absolute()).or_else(|| {
        let home = path("HOME")?;
        if cfg!(target_os = "macos") {
            Some(home.join("Library").join("Application Support"))
        } else {
            Some(home.join(".local").join("share"))
        }
    });
    base.or_else(|| path("LOCALAPPDATA")).map(|base| base.join("taiyaku"))
}

/// The origins of the command line and the environment, each as browsers write it.
fn origins(given: &[String], listed: Option<String>) -> Result<Vec<String>, ConfigError> {
    let listed = listed.unwrap_or_default();
    let listed = listed.split(',').map(str::trim).filter(|origin| !origin.is_empty()).map(str::to_owned);
    given.iter().cloned().chain(listed).map(origin).collect()
}

fn origin(given: String) -> Result<String, ConfigError> {
    let site = given.split_once("://").filter(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    });
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '_');
    match site {
        Some((_, host)) if !host.is_empty() && host.chars().all(plain) => Ok(given),
        _ => Err(ConfigError::Origin { given }),
    }
}

fn rate_limit(given: Option<u32>, word: Option<String>) -> Result<u32, ConfigError> {
    match (given, word) {
        (Some(given), _) => Ok(given),
        (None, Some(word)) => word.trim().parse().map_err(|_| ConfigError::RateLimit { given: word }),
        (None, None) => Ok(DEFAULT_RATE_LIMIT),
    }
}

fn address(given: &str) -> Result<SocketAddr, ConfigError> {
    let numeric = match given.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => given.to_owned(),
    };
    numeric.parse().map_err(|_| ConfigError::Listen { given: given.to_owned() })
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
    fn a_token_is_not_printed() {
        let found = config(&Overrides::default(), &[("HOME", "/h"), ("TAIYAKU_TOKEN", "0123456789abcdef")]).unwrap();
        assert!(!format!("{found:?}").contains("0123456789abcdef"));
    }
}
