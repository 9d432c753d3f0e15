//! The table of settings. Environment variables, options, keys of the configuration file, `taiyaku config` and the manual
//! follow from it.

use std::path::PathBuf;

/// What a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKind {
    /// The path of a file or folder. In the configuration file it starts from the folder of that file.
    Path,
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// Whether something is so.
    Switch,
    /// Texts, in a variable separated by commas.
    List,
}

/// A setting of the program.
#[derive(Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its key in the configuration file.
    pub name: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// Its option on the command line; `None` for what other users of the machine must not see.
    pub option: Option<&'static str>,
    /// What it is.
    pub kind: SettingKind,
}

impl Setting {
    const fn new(name: &'static str, variable: &'static str, option: Option<&'static str>, kind: SettingKind) -> Self {
        Self { name, variable, option, kind }
    }

    /// Whether its value must not be shown.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.option.is_none()
    }
}

macro_rules! settings {
    ($($name:ident: $key:literal, $variable:literal, $option:expr, $kind:ident;)*) => {
        $(pub(super) const $name: &Setting = &Setting::new($key, $variable, $option, SettingKind::$kind);)*

        /// All settings.
        pub const SETTINGS: &[&Setting] = &[$($name),*];
    };
}

settings! {
    DATABASE: "database", "TAIYAKU_DATABASE", Some("--database"), Path;
    PROJECT: "project", "TAIYAKU_PROJECT", Some("--project"), Text;
    DICTIONARY: "dictionary", "TAIYAKU_DICTIONARY", Some("--dictionary"), Path;
    PDFIUM: "pdfium", "TAIYAKU_PDFIUM", Some("--pdfium"), Path;
    OCR: "ocr", "TAIYAKU_OCR", Some("--ocr"), Text;
    LOG: "log", "TAIYAKU_LOG", Some("--log"), Text;
    ACTOR: "actor", "TAIYAKU_ACTOR", Some("--actor"), Text;
    LISTEN: "listen", "TAIYAKU_LISTEN", Some("--listen"), Text;
    TOKEN: "token", "TAIYAKU_TOKEN", None, Text;
    REQUIRE_TOKEN: "require_token", "TAIYAKU_REQUIRE_TOKEN", Some("--require-token"), Switch;
    ALLOW_ORIGIN: "allow_origin", "TAIYAKU_ALLOW_ORIGIN", Some("--allow-origin"), List;
    PUBLIC_URL: "public_url", "TAIYAKU_PUBLIC_URL", Some("--public-url"), Text;
    TRUSTED_PROXY: "trusted_proxy", "TAIYAKU_TRUSTED_PROXY", Some("--trusted-proxy"), List;
    RATE_LIMIT: "rate_limit", "TAIYAKU_RATE_LIMIT", Some("--rate-limit"), Number;
}

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// This option of the command line.
    Option(&'static str),
    /// This environment variable.
    Variable(&'static str),
    /// This line of the configuration file.
    File {
        /// The configuration file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The program.
    Default,
}

/// A setting with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingValue {
    /// Which setting.
    pub setting: &'static Setting,
    /// Its value as it may be shown; `None` without one.
    pub value: Option<String>,
    /// Where the value comes from.
    pub origin: Origin,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_variables_and_options_agree() {
        for setting in SETTINGS {
            assert_eq!(setting.variable, format!("TAIYAKU_{}", setting.name.to_uppercase()));
            let option = format!("--{}", setting.name.replace('_', "-"));
            assert_eq!(setting.option.unwrap_or(&option), option);
        }
    }
}
