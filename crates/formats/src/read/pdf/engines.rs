//! The PDF engines: which of them may be used, in which order, and their names and versions.

use std::path::PathBuf;

use super::scan::OcrOptions;
use super::{PdfText, pdfium, pdftotext};
use crate::read::{Limits, ReadError};

/// PDF engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfEngine {
    /// Google's pdfium, a library loaded at run time; gives the best text.
    Pdfium,
    /// Poppler's `pdftotext`, a separate program.
    Pdftotext,
    /// The built-in engine.
    PdfExtract,
}

impl PdfEngine {
    /// The engine's name in `source.engine` and in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdfium => "pdfium",
            Self::Pdftotext => "pdftotext",
            Self::PdfExtract => "pdf-extract",
        }
    }

    /// The engine with that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Pdfium, Self::Pdftotext, Self::PdfExtract].into_iter().find(|engine| engine.as_str() == name)
    }
}

/// Where the engines are, and which may be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PdfEngineOptions {
    /// The pdfium library or its folder; otherwise the system's library path is searched.
    pub pdfium: Option<PathBuf>,
    /// The program `pdftotext`; otherwise the `PATH` is searched.
    pub pdftotext: Option<PathBuf>,
    /// Use only this engine.
    pub only: Option<PdfEngine>,
    /// How pages that are pictures are read.
    pub ocr: OcrOptions,
}

impl PdfEngineOptions {
    /// The engines in the order in which they are tried.
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
            PdfEngine::PdfExtract => Ok(super::built_in::NAME.to_owned()),
        }
    }
}

/// Names and versions of the available engines, in the order in which they are tried.
#[must_use]
pub fn available_pdf_engines(options: &PdfEngineOptions) -> Vec<String> {
    options.order().into_iter().filter_map(|engine| options.version(engine).ok()).collect()
}

/// Runs an external engine.
pub(super) fn run(
    engine: PdfEngine,
    bytes: &[u8],
    options: &PdfEngineOptions,
    limits: &Limits,
) -> Result<PdfText, ReadError> {
    match engine {
        PdfEngine::Pdfium => pdfium::read(bytes, options.pdfium.as_deref(), limits),
        PdfEngine::Pdftotext => pdftotext::read(bytes, options.pdftotext.as_deref(), limits),
        PdfEngine::PdfExtract => {
            Err(ReadError::EngineMissing { engine: super::built_in::NAME, problem: "it is built in".to_owned() })
        }
    }
}
