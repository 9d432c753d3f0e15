//! What can be wrong with the settings.

use std::net::SocketAddr;
use std::path::PathBuf;

use super::{DEFAULT_LISTEN, DEFAULT_PROJECT, Position, SETTINGS, TOKEN_LENGTH};

/// What is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The address is malformed.
    #[error(
        "`{given}` is not an address to listen on. Use a host and a port, such as `{DEFAULT_LISTEN}` or `[::1]:8722`."
    )]
    Listen {
        /// What was given.
        given: String,
    },
    /// An origin is malformed.
    #[error(
        "`{given}` is not the origin of a web page. Write it as browsers do, such as `https://editor.example`; `*` is not supported."
    )]
    Origin {
        /// What was given.
        given: String,
    },
    /// The address for clients is malformed.
    #[error(
        "`{given}` is not the address of a server. Write it as clients do, with `http://` or `https://` and without a query, such as `https://terms.example`."
    )]
    PublicUrl {
        /// What was given.
        given: String,
    },
    /// A network of proxies is malformed.
    #[error(
        "`{given}` is not the address of a proxy or a network. Write it such as `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`."
    )]
    TrustedProxy {
        /// What was given.
        given: String,
    },
    /// The rate limit is not a number.
    #[error(
        "The rate limit is `{given}`, which is not a number. Set `TAIYAKU_RATE_LIMIT` to the requests allowed per token and minute."
    )]
    RateLimit {
        /// What was given.
        given: String,
    },
    /// The setting of OCR is not one of its words.
    #[error(
        "`{given}` says nothing about OCR. Use `auto` to read scanned pages where `tesseract` is installed, or `never`."
    )]
    Ocr {
        /// What was given.
        given: String,
    },
    /// Tokens are required, but there are none.
    #[error(
        "Requests to `{address}` need a token, but there is none. Create one with `taiyaku token create`, set `TAIYAKU_TOKEN` to {TOKEN_LENGTH} characters or more, or listen on `{DEFAULT_LISTEN}` for this machine only."
    )]
    TokenMissing {
        /// The address to listen on.
        address: SocketAddr,
    },
    /// The token is too short.
    #[error("The token of the server (`TAIYAKU_TOKEN`) has {found} characters. Use {TOKEN_LENGTH} or more.")]
    TokenShort {
        /// Its length in characters.
        found: usize,
    },
    /// The configuration file cannot be read.
    #[error("Could not read the configuration file `{}`: {problem}. Check its path and its permissions.", path.display())]
    FileUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        problem: String,
    },
    /// The configuration file is no TOML, or a value has another type.
    #[error("{}:{position}: {problem}. Correct the configuration file.", path.display())]
    FileInvalid {
        /// The file.
        path: PathBuf,
        /// Where.
        position: Position,
        /// What is wrong.
        problem: String,
    },
    /// The configuration file has a key that is no setting.
    #[error("{}:{position}: `{key}` is not a setting. The settings are {}.", path.display(), names())]
    UnknownKey {
        /// The file.
        path: PathBuf,
        /// Where.
        position: Position,
        /// The key.
        key: String,
    },
    /// The configuration file has a token and others can read it.
    #[error("The configuration file `{}` has a token, but others can read it. Run `chmod 600` on it.", path.display())]
    TokenExposed {
        /// The file.
        path: PathBuf,
    },
    /// A value in the configuration file is not valid.
    #[error("{}:{position}: {source}", path.display())]
    InFile {
        /// The file.
        path: PathBuf,
        /// Where.
        position: Position,
        /// What is wrong with the value.
        source: Box<ConfigError>,
    },
    /// The data folder is unknown.
    #[error("The data folder is unknown because `HOME` is not set. Give the database with `--database PATH`.")]
    NoDataFolder,
    /// The project name is empty.
    #[error("The project name is empty. Omit `--project` to use `{DEFAULT_PROJECT}`.")]
    EmptyProject,
}

impl ConfigError {
    /// The stable code of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Listen { .. } => "invalid_listen_address",
            Self::Origin { .. } => "invalid_origin",
            Self::PublicUrl { .. } => "invalid_public_url",
            Self::TrustedProxy { .. } => "invalid_trusted_proxy",
            Self::RateLimit { .. } => "invalid_rate_limit",
            Self::Ocr { .. } => "invalid_ocr",
            Self::TokenMissing { .. } => "token_missing",
            Self::TokenShort { .. } => "token_too_short",
            Self::FileUnreadable { .. } => "config_unreadable",
            Self::FileInvalid { .. } => "config_invalid",
            Self::UnknownKey { .. } => "config_unknown_key",
            Self::TokenExposed { .. } => "config_token_exposed",
            Self::InFile { source, .. } => source.code(),
            Self::NoDataFolder => "no_data_folder",
            Self::EmptyProject => "empty_project_name",
        }
    }
}

/// The names of all settings.
fn names() -> String {
    let names: Vec<String> = SETTINGS.iter().map(|setting| format!("`{}`", setting.name)).collect();
    names.join(", ")
}
