//! Recognises lists of terms that a page makes of boxes, which only its style sheet puts on lines of their own:
//! `<div class="item"><span class="term">…</span><span class="text">…</span></div>`, one after the other.

use scraper::ElementRef;

/// The fewest and most parts of an entry: term and definition, perhaps with a reading and the English between.
const PARTS: std::ops::RangeInclusive<usize> = 2..=4;

/// The parts of a box that is an entry of such a list: nothing but inline elements with classes, of which the box beside it has the same.
pub(super) fn parts(element: ElementRef<'_>) -> Option<Vec<ElementRef<'_>>> {
    let parts = inline_parts(element).filter(|parts| parts.first().is_some_and(|term| !is_date(*term)))?;
    let is_alike = |other: ElementRef<'_>| {
        class(other) == class(element)
            && inline_parts(other).is_some_and(|others| {
                others.len() == parts.len() && others.iter().zip(&parts).all(|(one, two)| class(*one) == class(*two))
            })
    };
    let before = element.prev_siblings().find_map(ElementRef::wrap);
    let after = element.next_siblings().find_map(ElementRef::wrap);
    [before, after].into_iter().flatten().any(is_alike).then_some(parts)
}

/// Whether the first part of a box is a date, as in a list of news.
fn is_date(term: ElementRef<'_>) -> bool {
    let text: String = term.text().flat_map(str::chars).filter(|c| !c.is_whitespace()).take(5).collect();
    text.chars().filter(|c| c.is_numeric()).count() >= 2 && text.starts_with(char::is_numeric)
}

fn class(element: ElementRef<'_>) -> Option<&str> {
    element.attr("class")
}

/// The children of a box with a class of its own that are inline elements, each of another class, with no text between them.
fn inline_parts(element: ElementRef<'_>) -> Option<Vec<ElementRef<'_>>> {
    if !matches!(element.value().name(), "div" | "p" | "li") {
        return None;
    }
    let mut parts: Vec<ElementRef<'_>> = Vec::new();
    for child in element.children() {
        match ElementRef::wrap(child) {
            Some(part) => {
                let inline = matches!(part.value().name(), "span" | "b" | "strong" | "em" | "i");
                let other = class(part).is_some() && parts.iter().all(|before| class(*before) != class(part));
                if !inline || !other || parts.len() == *PARTS.end() {
                    return None;
                }
                parts.push(part);
            }
            None if child.value().as_text().is_some_and(|text| !text.trim().is_empty()) => return None,
            None => {}
        }
    }
    PARTS.contains(&parts.len()).then_some(parts)
}
