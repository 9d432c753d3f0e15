//! A document in, the facts about the release out. What the text does not say stays `None`.

use std::collections::HashSet;

use super::document::Document;
use crate::model::{Metadata, Release};

/// Reads title, institution, date, journal, paper titles and DOI.
pub(super) fn read(_document: &Document<'_>, _release: &Release, _glossary: &HashSet<usize>) -> Metadata {
    Metadata::default()
}
