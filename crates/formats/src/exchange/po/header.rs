//! The languages the header of a PO file names.

use crate::exchange::cleaning::filled;
use crate::exchange::direction::Scripts;
use crate::exchange::hint::FileHint;
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

    /// The source language, if header or caller name it.
    pub(super) fn source(&self, hint: &FileHint) -> Option<Lang> {
        language(self.source.as_deref(), hint.source_lang.as_ref()).ok().flatten()
    }

    /// Source and target language, by what header and caller name and by the scripts of the first texts.
    pub(super) fn languages(&self, hint: &FileHint, scripts: &Scripts) -> Result<(Lang, Lang), Fault> {
        let source = language(self.source.as_deref(), hint.source_lang.as_ref())?;
        let target = language(self.target.as_deref(), hint.target_lang.as_ref())?;
        let decided = scripts.direction(source, target);
        match (&hint.source_lang, &hint.target_lang, decided) {
            // What the header says is wrong; the caller has named both.
            (Some(source), Some(target), Err(Fault::LanguagesContradict { .. } | Fault::SameLanguage { .. }))
                if source != target && scripts.agree_with(source, target).is_ok() =>
            {
                Ok((source.clone(), target.clone()))
            }
            (_, _, decided) => decided,
        }
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
