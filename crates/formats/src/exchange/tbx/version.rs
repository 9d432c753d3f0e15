//! What the beginning of a TBX file says of it: version, dialect, style, and whether we wrote it ourselves.

use super::category::{Category, Module};
use crate::exchange::item::Fault;
use crate::exchange::xml::Tag;

/// The namespace of version 3.
const NAMESPACE: &str = "urn:iso:std:iso:30042:ed-2";

/// What our own writer says in the header.
pub(super) const OWN: &str = "Exported by Taiyaku";

/// What a file says of itself.
#[derive(Debug, Default)]
pub(super) struct Version {
    /// 2 or 3; 0 before the root element.
    pub(super) number: u8,
    /// The modules of its dialect; none if the dialect is not one of the public ones, which may have categories of its own.
    modules: Option<&'static [Module]>,
    /// What the dialect is called.
    pub(super) dialect: String,
    /// Whether data categories are elements.
    style: Option<Style>,
    /// Whether our own writer made it.
    pub(super) is_own: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Attributes,
    Elements,
}

const DIALECTS: &[(&str, &[Module])] = &[
    ("TBX-Core", &[]),
    ("TBX-Min", &[Module::Min]),
    ("TBX-Basic", &[Module::Min, Module::Basic]),
    ("TBX-Linguist", &[Module::Min, Module::Basic, Module::Linguist]),
];

impl Version {
    /// Reads the root element; gives what is unusual about it.
    ///
    /// # Errors
    /// `broken_file` for a version that is not known.
    pub(super) fn of_root(tag: &Tag<'_>) -> Result<(Self, Vec<String>), Fault> {
        let (mut namespace, mut dialect, mut style, mut lang) = (None, None, None, false);
        let prefix = tag.name.strip_suffix(tag.local()).and_then(|prefix| prefix.strip_suffix(':'));
        let declaration = prefix.map_or_else(|| "xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
        tag.each_attribute(|name, value| match name {
            "type" => dialect = Some(value.to_owned()),
            "style" => style = Some(value.to_owned()),
            "xml:lang" => lang = true,
            _ if name == declaration => namespace = Some(value.to_owned()),
            _ => {}
        });
        let dialect = dialect.unwrap_or_default();
        let modules = DIALECTS.iter().find(|(name, _)| *name == dialect).map(|(_, modules)| *modules);
        if tag.local() != "tbx" {
            return Ok((Self { number: 2, modules, dialect, ..Self::default() }, Vec::new()));
        }
        if namespace.as_deref() != Some(NAMESPACE) {
            let given = namespace.map_or_else(|| "no namespace".to_owned(), |given| format!("the namespace `{given}`"));
            let given: String = given.chars().take(120).collect();
            return Err(Fault::broken_file(format!(
                "`<tbx>` has {given}, so its version is not known. That of ISO 30042:2019 is `{NAMESPACE}`."
            )));
        }
        let mut unusual = Vec::new();
        let style = match style.as_deref() {
            Some("dca") => Some(Style::Attributes),
            Some("dct") => Some(Style::Elements),
            _ => {
                unusual.push("`<tbx>` has no `style`. Write `style=\"dca\"` or `style=\"dct\"`.".to_owned());
                None
            }
        };
        if !dialect.starts_with("TBX-") {
            unusual.push("`<tbx>` does not name its dialect. Write `type=\"TBX-Basic\"`.".to_owned());
        }
        if !lang {
            unusual.push("`<tbx>` has no language. Write `xml:lang=\"en\"`.".to_owned());
        }
        Ok((Self { number: 3, modules, dialect, style, is_own: false }, unusual))
    }

    /// Whether structure must be as the standard has it.
    pub(super) fn is_strict(&self) -> bool {
        self.number == 3
    }

    /// What is wrong with a category in this dialect; none if nothing is.
    pub(super) fn fault_of(&self, category: Option<&Category>, name: &str) -> Option<String> {
        let modules = self.modules?;
        let name: String = name.chars().take(40).collect();
        match category {
            Some(category) if category.is_core() || modules.contains(&category.module) => None,
            _ => Some(format!("`{name}` is not a data category of {}", self.dialect)),
        }
    }

    /// Whether a category is written in the other style than the file says.
    pub(super) fn is_other_style(&self, is_typed: bool) -> bool {
        match self.style {
            Some(Style::Attributes) => !is_typed,
            Some(Style::Elements) => is_typed,
            None => false,
        }
    }
}
