//! TBX-Basic of ISO 30042:2019, in DCA style.
//!
//! DCA (data categories as attributes) has the same elements as the version of 2008, other than DCT (as tags), so one
//! writer serves both, and the schemas check more of it. An empty export has no `body`, as the schema requires.

use super::writer::Dialect;

/// The names of this version.
pub(in crate::exchange) const VERSION_3: Dialect = Dialect {
    root: "tbx",
    root_attributes: &[
        ("type", "TBX-Basic"),
        ("style", "dca"),
        ("xml:lang", "en"),
        ("xmlns", "urn:iso:std:iso:30042:ed-2"),
    ],
    header: "tbxHeader",
    categories: None,
    concept: "conceptEntry",
    language: "langSec",
    term: "termSec",
    always_body: false,
};
