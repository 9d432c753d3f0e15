//! How PDFs are read, by the settings.

use crate::config::Config;
use crate::read::{OcrMode, OcrOptions, PdfEngineOptions};

/// The PDF engines and OCR that the settings allow.
pub(super) fn pdf_options(config: &Config) -> PdfEngineOptions {
    let mode = if config.ocr { OcrMode::Auto } else { OcrMode::Never };
    PdfEngineOptions {
        pdfium: config.pdfium.clone(),
        ocr: OcrOptions { mode, ..OcrOptions::default() },
        ..PdfEngineOptions::default()
    }
}
