//! Paragraph styles (`styles.xml`): which of them are headings, and which are numbered.

use std::collections::HashMap;

use super::xml::Element;

/// The longest chain of styles that are based on each other.
const CHAIN: usize = 16;

/// Paragraph styles by their id.
#[derive(Default)]
pub(super) struct Styles {
    known: HashMap<String, Style>,
}

/// The properties of one style.
#[derive(Default)]
struct Style {
    heading: bool,
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Styles {
    /// Reads the part, if there is one.
    pub(super) fn read(part: Option<&Element>) -> Self {
        let mut known = HashMap::new();
        let Some(root) = part.and_then(|part| part.find("styles")) else { return Self::default() };
        for style in root.elements().filter(|element| *element.name == *"style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let properties = style.child("pPr");
            let numbers = properties.and_then(|properties| properties.child("numPr"));
            let entry = Style {
                heading: is_heading_name(style.value("name").unwrap_or_default())
                    || properties.is_some_and(has_outline),
                based_on: style.value("basedOn").map(str::to_owned),
                list: numbers.and_then(|numbers| numbers.value("numId")).map(str::to_owned),
                level: numbers.and_then(|numbers| numbers.value("ilvl")).and_then(|level| level.parse().ok()),
            };
            known.insert(id.to_owned(), entry);
        }
        Self { known }
    }

    /// Whether paragraphs with the style are headings.
    pub(super) fn is_heading(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.heading) || (!self.known.contains_key(id) && is_heading_name(id))
    }

    /// The list and level to which paragraphs with the style belong.
    pub(super) fn list(&self, id: &str) -> Option<(String, usize)> {
        let list = self.chain(id).find_map(|style| style.list.clone())?;
        Some((list, self.chain(id).find_map(|style| style.level).unwrap_or(0)))
    }

    /// The style and the styles it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let mut next = self.known.get(id);
        std::iter::from_fn(move || {
            let current = next?;
            next = current.based_on.as_deref().and_then(|below| self.known.get(below));
            Some(current)
        })
        .take(CHAIN)
    }
}

/// Whether paragraph properties give an outline level; level 9 means body text.
pub(super) fn has_outline(properties: &Element) -> bool {
    properties.value("outlineLvl").and_then(|level| level.parse::<u8>().ok()).is_some_and(|level| level < 9)
}

/// Names that word processors give to heading styles.
fn is_heading_name(name: &str) -> bool {
    let name = name.to_lowercase();
    ["heading", "見出し", "title", "表題", "標題"].iter().any(|start| name.starts_with(start))
        || name == "subtitle"
        || name == "副題"
}
