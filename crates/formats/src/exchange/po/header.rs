//! The languages the header of a PO file names.

use crate::exchange::cleaning::filled;
use crate::exchange::item::Fault;
use crate::exchange::language;
use crate::model::Lang;

/// The languages of a file as its header writes them.
#[derive(Debug, Default)]
pub(super) struct Header {
    source: Option<String>,
    target: Option<String>,
}

impl Header {
    /// Reads the text of a header, which has one `Name: value` on each line.
    pub(super) fn parse(text: &str) -> Self {
        let mut header = Self::default();
        for line in text.lines() {
            let Some((name, value)) = line.split_once(':') else { continue };
            match name.trim().to_ascii_lowercase().as_str() {
                "language" => header.target = filled(value),
                "x-source-language" => header.source = filled(value),
                _ => {}
            }
        }
        header
    }

    /// The source language: the one the header names, else the one the caller names, else English.
    pub(super) fn source(&self, named: Option<&Lang>) -> Result<Lang, Fault> {
        Ok(language(self.source.as_deref(), named)?.unwrap_or(Lang::EN))
    }

    /// The target language, if header or caller name it.
    pub(super) fn target(&self, named: Option<&Lang>) -> Result<Option<Lang>, Fault> {
        language(self.target.as_deref(), named)
    }
}

/// The language a header names. A tag that is not valid counts only if the caller names no language.
fn language(header: Option<&str>, named: Option<&Lang>) -> Result<Option<Lang>, Fault> {
    match header.map(language::parse) {
        Some(Ok(lang)) => Ok(Some(lang)),
        Some(Err(fault)) if named.is_none() => Err(Fault::FileLanguage { problem: fault.to_string() }),
        _ => Ok(named.cloned()),
    }
}
