//! The settings that the command line gives.

use std::ffi::OsString;
use std::path::PathBuf;

use super::settings::Setting;

/// Settings from the command line. Anything missing comes from the environment, then from the defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// The database file.
    pub database: Option<PathBuf>,
    /// The folder of the dictionary.
    pub dictionary: Option<PathBuf>,
    /// The pdfium library.
    pub pdfium: Option<PathBuf>,
    /// Whether pages that are pictures are read by OCR.
    pub ocr: Option<String>,
    /// The address to listen on.
    pub listen: Option<String>,
    /// Whether requests from this machine need a token too.
    pub require_token: bool,
    /// Origins of web pages that may read responses.
    pub allowed_origins: Vec<String>,
    /// The address under which clients reach the server.
    pub public_url: Option<String>,
    /// Networks of proxies that are believed.
    pub trusted_proxies: Vec<String>,
    /// Requests per token and minute.
    pub rate_limit: Option<u32>,
    /// The log filter.
    pub log: Option<String>,
    /// The project.
    pub project: Option<String>,
    /// The name recorded with decisions.
    pub actor: Option<String>,
}

impl Overrides {
    /// The value of a setting, as it was written; empty if it was not given.
    pub(super) fn words(&self, setting: &Setting) -> Vec<OsString> {
        let path = |path: &Option<PathBuf>| path.iter().map(|path| path.clone().into_os_string()).collect();
        let text = |text: &Option<String>| text.iter().map(OsString::from).collect();
        match setting.name {
            "database" => path(&self.database),
            "dictionary" => path(&self.dictionary),
            "pdfium" => path(&self.pdfium),
            "ocr" => text(&self.ocr),
            "listen" => text(&self.listen),
            "require_token" => self.require_token.then(|| OsString::from("1")).into_iter().collect(),
            "allow_origin" => self.allowed_origins.iter().map(OsString::from).collect(),
            "public_url" => text(&self.public_url),
            "trusted_proxy" => self.trusted_proxies.iter().map(OsString::from).collect(),
            "rate_limit" => self.rate_limit.map(|limit| limit.to_string().into()).into_iter().collect(),
            "log" => text(&self.log),
            "project" => text(&self.project),
            "actor" => text(&self.actor),
            // A secret has no option.
            _ => Vec::new(),
        }
    }
}
