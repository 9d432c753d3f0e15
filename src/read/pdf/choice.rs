//! Which PDF engines there are: the caller's choice in, engines in order and their names and versions out.

use std::path::PathBuf;

use super::Reading;
use crate::read::{Limits, ReadError};

/// The engines that can read PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfEngine {
    /// Google's pdfium as a library loaded at run time; the best text.
    Pdfium,
    /// Poppler's `pdftotext` as a program.
    Pdftotext,
    /// The engine compiled in.
    PdfExtract,
}

impl PdfEngine {
    /// The engine's name as `source.engine` and configuration write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdfium => "pdfium",
            Self::Pdftotext => "pdftotext",
            Self::PdfExtract => "pdf-extract",
        }
    }

    /// The engine of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Pdfium, Self::Pdftotext, Self::PdfExtract].into_iter().find(|engine| engine.as_str() == name)
    }
}

/// Where engines are and which may be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PdfChoice {
    /// The pdfium library or the folder it lies in; without it the system's library path is searched.
    pub pdfium: Option<PathBuf>,
    /// The program `pdftotext`; without it the `PATH` is searched.
    pub pdftotext: Option<PathBuf>,
    /// Only this engine, without falling back.
    pub only: Option<PdfEngine>,
}

impl PdfChoice {
    /// The engines in the order they are asked.
    pub(super) fn order(&self) -> Vec<PdfEngine> {
        match self.only {
            Some(only) => vec![only],
            None => vec![PdfEngine::PdfExtract],
        }
    }
}

/// Names and versions of the engines that can be used, in the order they are asked.
#[must_use]
pub fn pdf_engines(_choice: &PdfChoice) -> Vec<String> {
    vec![super::inside::NAME.to_owned()]
}

/// Runs an engine outside this program.
pub(super) fn run(engine: PdfEngine, _bytes: &[u8], _choice: &PdfChoice, _limits: &Limits) -> Result<Reading, ReadError> {
    Err(ReadError::EngineMissing { engine: engine.as_str(), problem: "it was not found".to_owned() })
}
