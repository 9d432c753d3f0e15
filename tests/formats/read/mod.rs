//! Reading documents, with small files made by the tests.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be made must fail its test")]

mod docx;
mod html;
mod limits;
mod mutation;
mod pdf;
mod pdf_layout;
mod samples;
mod scans;
mod text;

use taiyaku_formats::read::{self, Hint, PdfEngine, ReadError};
use taiyaku_language::model::Release;

/// A hint that uses only the built-in PDF engine, which is always available.
fn hint() -> Hint {
    let mut hint = Hint::named("sample");
    hint.pdf.only = Some(PdfEngine::PdfExtract);
    hint
}

/// Reads valid bytes.
fn released(bytes: &[u8]) -> Release {
    read::release(bytes, &hint()).unwrap()
}

/// The error for bytes that cannot be read.
fn refused(bytes: &[u8]) -> ReadError {
    read::release(bytes, &hint()).unwrap_err()
}

/// The blocks as kind and text.
fn blocks(release: &Release) -> Vec<(String, &str)> {
    release.blocks.iter().map(|block| (format!("{:?}", block.kind), block.span.of(&release.text))).collect()
}
