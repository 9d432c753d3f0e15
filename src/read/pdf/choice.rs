//! Which PDF engines there are: the caller's choice in, engines in order and their names and versions out.

use std::path::PathBuf;

use super::{Reading, pdfium, pdftotext};
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
            None => vec![PdfEngine::Pdfium, PdfEngine::Pdftotext, PdfEngine::PdfExtract]
                .into_iter()
                .filter(|engine| self.version(*engine).is_ok())
                .collect(),
        }
    }

    /// Name and version of an engine, or why it cannot be used.
    fn version(&self, engine: PdfEngine) -> Result<String, ReadError> {
        match engine {
            PdfEngine::Pdfium => pdfium::version(self.pdfium.as_deref()),
            PdfEngine::Pdftotext => pdftotext::version(self.pdftotext.as_deref()),
            PdfEngine::PdfExtract => Ok(super::inside::NAME.to_owned()),
        }
    }
}

/// Names and versions of the engines that can be used, in the order they are asked.
#[must_use]
pub fn pdf_engines(choice: &PdfChoice) -> Vec<String> {
    choice.order().into_iter().filter_map(|engine| choice.version(engine).ok()).collect()
}

/// Runs an engine outside this program.
pub(super) fn run(engine: PdfEngine, bytes: &[u8], choice: &PdfChoice, limits: &Limits) -> Result<Reading, ReadError> {
    match engine {
        PdfEngine::Pdfium => pdfium::read(bytes, choice.pdfium.as_deref(), limits),
        PdfEngine::Pdftotext => pdftotext::read(bytes, choice.pdftotext.as_deref(), limits),
        PdfEngine::PdfExtract => {
            Err(ReadError::EngineMissing { engine: super::inside::NAME, problem: "it runs inside".to_owned() })
        }
    }
}
