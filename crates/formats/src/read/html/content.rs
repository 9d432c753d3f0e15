//! Finds the main content of a page and leaves out navigation and other page furniture.

use scraper::{ElementRef, Html, Selector};

use super::space;
use crate::read::{Limits, ReadError};

/// Elements that are not shown or not part of the text.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "footer", "head", "svg", "iframe", "object", "embed", "audio",
    "video", "canvas", "input", "select", "textarea", "button", "rt", "rp", "rtc", "dialog", "map",
];

/// ARIA roles of page furniture.
const HIDDEN_ROLES: &[&str] =
    &["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"];

/// Class names and ids of page furniture.
const FURNITURE: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "breadclumb",
    "pankuzu",
    "topicpath",
    "topic-path",
    "gnav",
    "globalnav",
    "global-nav",
    "gnavi",
    "sidebar",
    "side-nav",
    "sidenav",
    "footer",
    "sns",
    "share",
    "pagetop",
    "page-top",
    "skip",
    "skiplink",
    "skip-link",
    "cookie",
    "navi",
    "nav",
    "menu",
];

/// Selectors of the main content, best first.
const CONTENT_SELECTORS: &[&str] = &[
    "main",
    "[role=main]",
    "article",
    "#main-content",
    "#maincontent",
    "#contents",
    "#content",
    "#main",
    ".main-content",
    ".contents",
    ".content",
];

/// The body of the page, after checking that it is not nested too deep.
pub(super) fn body<'a>(page: &'a Html, limits: &Limits) -> Result<ElementRef<'a>, ReadError> {
    limits.check_nesting(depth(page.root_element()))?;
    let root = page.root_element();
    Ok(root.child_elements().find(|child| child.value().name() == "body").unwrap_or(root))
}

/// The element marked as main content, if it has most of the text; otherwise `body`.
pub(super) fn main(body: ElementRef<'_>) -> ElementRef<'_> {
    let whole = text_length(body);
    for place in CONTENT_SELECTORS {
        let Ok(selector) = Selector::parse(place) else { continue };
        let found: Vec<ElementRef<'_>> = body.select(&selector).collect();
        if let [only] = found.as_slice()
            && text_length(*only) * 2 > whole
        {
            return *only;
        }
    }
    body
}

/// The page's only first-level heading, if it is outside `main`.
pub(super) fn heading_outside<'a>(body: ElementRef<'a>, main: ElementRef<'a>) -> Option<ElementRef<'a>> {
    let selector = Selector::parse("h1").ok()?;
    let mut all = body.select(&selector).filter(|heading| !is_hidden(*heading) && text_length(*heading) > 0);
    let only = all.next()?;
    let outside = only.ancestors().all(|ancestor| ancestor.id() != main.id());
    let furniture = only
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|ancestor| is_hidden(ancestor) || ancestor.value().name() == "header");
    if outside && !furniture && all.next().is_none() { Some(only) } else { None }
}

/// The page's title.
pub(super) fn title(page: &Html) -> Option<String> {
    let selector = Selector::parse("title").ok()?;
    let found: String = page.select(&selector).next()?.text().collect();
    let title = space::collapse(&found.replace(char::is_control, " "));
    if title.is_empty() { None } else { Some(title) }
}

/// Whether the element is not shown, or is furniture with all its content.
pub(super) fn is_hidden(element: ElementRef<'_>) -> bool {
    let name = element.value().name();
    if HIDDEN.contains(&name) || element.attr("hidden").is_some() || element.attr("aria-hidden") == Some("true") {
        return true;
    }
    let style: String =
        element.attr("style").unwrap_or_default().to_ascii_lowercase().split_ascii_whitespace().collect();
    if style.contains("display:none") || style.contains("visibility:hidden") {
        return true;
    }
    if is_notes(element) {
        return false;
    }
    let inside = ["main", "article"].contains(&name) || name == "body";
    let heads_page = name == "header"
        && !contains(element, "h1")
        && !element.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "article");
    name == "aside"
        || heads_page
        || element.attr("role").is_some_and(|role| HIDDEN_ROLES.contains(&role))
        || (!inside
            && words(element).any(|word| FURNITURE.contains(&word.as_str()))
            && !contains(element, "h1, h2, main, article"))
}

/// Whether the element is a footnote or the section of footnotes.
pub(super) fn is_notes(element: ElementRef<'_>) -> bool {
    if !["section", "div", "aside", "ol", "ul", "li", "p", "dl", "footer"].contains(&element.value().name()) {
        return false;
    }
    let said = |name: &str| element.attr(name).unwrap_or_default().to_ascii_lowercase();
    [said("role"), said("epub:type")].iter().any(|role| role.contains("footnote") || role.contains("endnote"))
        || words(element).any(|word| ["footnote", "footnotes", "endnote", "endnotes"].contains(&word.as_str()))
}

/// Whether something inside matches the selector.
fn contains(element: ElementRef<'_>, selector: &str) -> bool {
    Selector::parse(selector).is_ok_and(|selector| element.select(&selector).next().is_some())
}

/// The class names and the id of the element in lower case.
fn words(element: ElementRef<'_>) -> impl Iterator<Item = String> {
    let classes: Vec<String> =
        element.value().classes().chain(element.value().id()).map(str::to_ascii_lowercase).collect();
    classes.into_iter()
}

/// The number of characters shown inside the element, without white space.
fn text_length(element: ElementRef<'_>) -> usize {
    let mut count = 0;
    let mut waiting = vec![element];
    while let Some(next) = waiting.pop() {
        for child in next.children() {
            if let Some(text) = child.value().as_text() {
                count += text.chars().filter(|character| !character.is_whitespace()).count();
            } else if let Some(inner) = ElementRef::wrap(child)
                && !is_hidden(inner)
            {
                waiting.push(inner);
            }
        }
    }
    count
}

/// The nesting depth of elements inside `root`.
fn depth(root: ElementRef<'_>) -> usize {
    let mut deepest = 0;
    let mut waiting = vec![(root, 1)];
    while let Some((element, depth)) = waiting.pop() {
        deepest = deepest.max(depth);
        waiting.extend(element.child_elements().map(|child| (child, depth + 1)));
    }
    deepest
}
