//! Replaces pdfium in a build without the feature `pdfium`: every call explains how to enable it.

use std::path::Path;

use super::PdfText;
use crate::read::{Limits, ReadError};

/// The error that explains how to enable pdfium.
pub(super) fn version(_library: Option<&Path>) -> Result<String, ReadError> {
    Err(absent())
}

/// The error that explains how to enable pdfium.
pub(super) fn read(_bytes: &[u8], _library: Option<&Path>, _limits: &Limits) -> Result<PdfText, ReadError> {
    Err(absent())
}

/// The error that explains how to enable pdfium.
pub(super) fn picture(
    _bytes: &[u8],
    _library: Option<&Path>,
    _number: usize,
    _side: u16,
) -> Result<Option<Vec<u8>>, ReadError> {
    Err(absent())
}

fn absent() -> ReadError {
    let problem = "this program was built without it; build with `cargo build --release --features pdfium`".to_owned();
    ReadError::EngineMissing { engine: "pdfium", problem }
}
