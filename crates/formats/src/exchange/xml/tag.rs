//! Start tags of elements and their attributes.

use std::borrow::Cow;

use super::reference::resolved;
use crate::model::Span;

/// The start tag of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Tag<'a> {
    /// The name, with prefix.
    pub(in crate::exchange) name: &'a str,
    /// What follows the name.
    pub(in crate::exchange) attributes: &'a str,
    /// Whether the element ends here too.
    pub(in crate::exchange) empty: bool,
    /// The tag in the file.
    pub(in crate::exchange) span: Span,
}

impl<'a> Tag<'a> {
    /// The name without prefix.
    pub(in crate::exchange) fn local(&self) -> &'a str {
        local(self.name)
    }

    /// The tag as it is written, up to its end.
    pub(in crate::exchange) fn head(&self) -> String {
        format!("<{}{}", self.name, self.attributes.trim_end())
    }

    /// The value of an attribute, by its name without prefix.
    pub(in crate::exchange) fn attribute(&self, wanted: &str) -> Option<String> {
        self.attributes()
            .find(|(name, _)| local(name) == wanted)
            .and_then(|(_, value)| resolved(value))
            .map(Cow::into_owned)
    }

    /// Calls `take` with name and value of each attribute. One that cannot be read counts as missing.
    pub(in crate::exchange) fn each_attribute(&self, mut take: impl FnMut(&str, &str)) {
        for (name, value) in self.attributes() {
            if let Some(value) = resolved(value) {
                take(name, &value);
            }
        }
    }

    /// Names and values as they are written.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes.trim_start();
        std::iter::from_fn(move || {
            let (name, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, behind) = after[1..].split_once(quote)?;
            rest = behind.trim_start();
            Some((name.trim(), value))
        })
    }
}

/// A name without its prefix.
pub(in crate::exchange) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
