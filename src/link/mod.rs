//! Entries → links: a release and what was extracted from it in, Japanese–English claims with their proof out.

use crate::model::{Extraction, Link, Release};
use crate::text::words::Words;

/// Links the document itself proves.
#[must_use]
pub fn terms(_release: &Release, _found: &Extraction, _words: &Words) -> Vec<Link> {
    Vec::new()
}
