//! Reads PDF with Poppler's program `pdftotext`, through its standard input and output.
//!
//! It is asked for words with their positions, in the order of the content (`-raw -bbox`), because its own lines break at
//! raised marks and mix the cells of tables.

use std::path::Path;

use super::page::Arrangement;
use super::{PdfText, words};
use crate::read::program::{Program, RunLimits};
use crate::read::{Limits, ReadError};

/// The engine's name.
const NAME: &str = "pdftotext";

/// Time limit for one run.
const SECONDS: u64 = 60;

/// The output is at most this many times as long as the text in it: a word of one character has about 90 bytes around it.
const MARKUP: usize = 12;

/// Name and version, or why it cannot be used.
pub(super) fn version(program: Option<&Path>) -> Result<String, ReadError> {
    let said = Program { name: NAME, path: program }.about("-v")?;
    let number = said.split_whitespace().skip_while(|word| *word != "version").nth(1);
    number
        .map(|number| format!("{NAME} {number}"))
        .ok_or_else(|| ReadError::EngineMissing { engine: NAME, problem: "it did not report its version".to_owned() })
}

/// Reads all pages.
pub(super) fn read(bytes: &[u8], program: Option<&Path>, limits: &Limits) -> Result<PdfText, ReadError> {
    let engine = version(program)?;
    let output = limits.text.saturating_mul(MARKUP).saturating_add(1);
    let arguments = ["-raw", "-bbox", "-enc", "UTF-8", "-", "-"];
    let (output, worked) =
        Program { name: NAME, path: program }.run(&arguments, bytes, RunLimits { seconds: SECONDS, output })?;
    limits.check_text(output.len() / MARKUP)?;
    if !worked && output.is_empty() {
        return Err(ReadError::broken("PDF", "`pdftotext` could not read it"));
    }
    let mut pages = Arrangement::default();
    let mut length = 0;
    words::pages(&String::from_utf8_lossy(&output), |glyphs| {
        length += glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>();
        if limits.check_text(length).is_ok() {
            pages.add(glyphs);
        }
    });
    limits.check_text(length)?;
    Ok(PdfText { engine, pages })
}
