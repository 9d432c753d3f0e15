//! Stands in for pdfium in a build without the feature `pdfium`: says how to get it.

use std::path::Path;

use super::Reading;
use crate::read::{Limits, ReadError};

/// Why it cannot be used.
pub(super) fn version(_library: Option<&Path>) -> Result<String, ReadError> {
    Err(absent())
}

/// Why it cannot be used.
pub(super) fn read(_bytes: &[u8], _library: Option<&Path>, _limits: &Limits) -> Result<Reading, ReadError> {
    Err(absent())
}

fn absent() -> ReadError {
    let problem = "this program was built without it; build with `cargo build --release --features pdfium`".to_owned();
    ReadError::EngineMissing { engine: "pdfium", problem }
}
