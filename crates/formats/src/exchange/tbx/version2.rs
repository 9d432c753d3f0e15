//! TBX-Basic of 2008 (`martif`, DIN/ISO 30042:2008): the version translation tools read.
//!
//! Terms stand in `tig`, never in `ntig`, which some readers skip. The format has no file without concepts: an empty
//! export has an empty `body`, which readers accept and the schema does not.

use super::writer::Dialect;

/// The names of this version.
pub(in crate::exchange) const VERSION_2: Dialect = Dialect {
    root: "martif",
    root_attributes: &[("type", "TBX-Basic"), ("xml:lang", "en")],
    header: "martifHeader",
    categories: Some("TBXBasicXCSV02.xcs"),
    concept: "termEntry",
    language: "langSet",
    term: "tig",
    always_body: true,
};
