//! The names that the versions and styles of TBX use.
//!
//! | | version | terms stand in | data categories are |
//! | --- | --- | --- | --- |
//! | [`VERSION_2`] | TBX-Basic of 2008 (`martif`), which translation tools read | `tig`, never `ntig`, which some readers skip | attributes |
//! | [`VERSION_3`] | TBX-Basic of ISO 30042:2019, DCA style, of which the schemas check most | `termSec` | attributes |
//! | [`VERSION_3_DCT`] | the same in DCT style | `termSec` | elements |
//!
//! The version of 2008 has no file without concepts: an empty export has an empty `body`, which readers accept and the
//! schema does not. An empty export of 2019 has no `body`, as its schema requires.

use std::borrow::Cow;

use super::category::{Category, Module};

/// The names one version of TBX uses.
#[derive(Debug)]
pub(in crate::exchange) struct Dialect {
    pub(super) root: &'static str,
    pub(super) root_attributes: &'static [(&'static str, &'static str)],
    pub(super) header: &'static str,
    /// The name of the file that lists the data categories, if the version requires it.
    pub(super) categories: Option<&'static str>,
    pub(super) concept: &'static str,
    pub(super) language: &'static str,
    pub(super) term: &'static str,
    /// Whether the body is written even if it is empty.
    pub(super) always_body: bool,
    /// Whether data categories are elements of their own.
    has_elements: bool,
    /// The number of the version.
    pub(super) version: u8,
}

/// The names of the version of 2008.
pub(in crate::exchange) const VERSION_2: Dialect = Dialect {
    root: "martif",
    root_attributes: &[("type", "TBX-Basic"), ("xml:lang", "en")],
    header: "martifHeader",
    categories: Some("TBXBasicXCSV02.xcs"),
    concept: "termEntry",
    language: "langSet",
    term: "tig",
    always_body: true,
    has_elements: false,
    version: 2,
};

/// The names of the version of 2019, with data categories as attributes.
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
    has_elements: false,
    version: 3,
};

/// The names of the version of 2019, with data categories as elements.
pub(in crate::exchange) const VERSION_3_DCT: Dialect = Dialect {
    root_attributes: &[
        ("type", "TBX-Basic"),
        ("style", "dct"),
        ("xml:lang", "en"),
        ("xmlns", "urn:iso:std:iso:30042:ed-2"),
        ("xmlns:min", "http://www.tbxinfo.net/ns/min"),
        ("xmlns:basic", "http://www.tbxinfo.net/ns/basic"),
    ],
    has_elements: true,
    ..VERSION_3
};

impl Dialect {
    /// The element of a data category, and the `type` it has, if any.
    pub(super) fn element(&self, category: &Category) -> (Cow<'static, str>, Option<&'static str>) {
        let prefix = match category.module {
            Module::Min => "min",
            Module::Basic | Module::Linguist => "basic",
        };
        if self.has_elements {
            (Cow::Owned(format!("{prefix}:{}", category.name)), None)
        } else {
            (Cow::Borrowed(category.element), Some(category.name))
        }
    }
}
