//! The numbers of ordered lists, as a browser shows them.

use scraper::ElementRef;

use crate::read::numerals::{alphabetic, roman};

/// Counts the items of one `ol`.
pub(super) struct ListCounter {
    next: i64,
    step: i64,
    style: NumberStyle,
}

/// Styles of list numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberStyle {
    Decimal,
    Lower,
    Upper,
    LowerRoman,
    UpperRoman,
    None,
}

impl ListCounter {
    /// A counter that follows the list's `start`, `type`, `reversed` and `style`.
    pub(super) fn of(list: ElementRef<'_>) -> Self {
        let items = list.child_elements().filter(|child| child.value().name() == "li").count();
        let reversed = list.attr("reversed").is_some();
        let first = if reversed { i64::try_from(items).unwrap_or(i64::MAX) } else { 1 };
        let next = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(first);
        let css: String = list.attr("style").unwrap_or_default().split_ascii_whitespace().collect();
        let style = match list.attr("type").map(str::trim) {
            _ if css.contains("list-style:none") || css.contains("list-style-type:none") => NumberStyle::None,
            Some("a") => NumberStyle::Lower,
            Some("A") => NumberStyle::Upper,
            Some("i") => NumberStyle::LowerRoman,
            Some("I") => NumberStyle::UpperRoman,
            _ if css.contains("lower-alpha") || css.contains("lower-latin") => NumberStyle::Lower,
            _ if css.contains("upper-alpha") || css.contains("upper-latin") => NumberStyle::Upper,
            _ if css.contains("lower-roman") => NumberStyle::LowerRoman,
            _ if css.contains("upper-roman") => NumberStyle::UpperRoman,
            _ => NumberStyle::Decimal,
        };
        Self { next, step: if reversed { -1 } else { 1 }, style }
    }

    /// The number of `item` with the full stop and space after it; empty if none is shown.
    pub(super) fn number(&mut self, item: ElementRef<'_>) -> String {
        let number = item.attr("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        let text: String =
            item.text().flat_map(str::chars).skip_while(|character| character.is_whitespace()).take(12).collect();
        if self.style == NumberStyle::None || numbers_itself(&text) {
            return String::new();
        }
        format!("{}. ", format_number(number, self.style))
    }
}

/// Whether the text of an item begins with a number or mark: `1.`, `(1)`, `［1］`, `※1`, `注1`, `*1`.
fn numbers_itself(text: &str) -> bool {
    let digits =
        |rest: &str| rest.chars().next().is_some_and(|first| first.is_ascii_digit() || ('０'..='９').contains(&first));
    if let Some(rest) = text.strip_prefix(['(', '（', '[', '［', '※', '注', '*', '＊', '#', '†', '〔', '【'])
    {
        return digits(rest.trim_start_matches(['注', '※', '*', '＊', '釈', '記', ' ', '用', '語']))
            || text.starts_with(['※', '†']);
    }
    if text.chars().next().is_some_and(|first| ('①'..='⑳').contains(&first)) {
        return true;
    }
    let after =
        text.trim_start_matches(|character: char| character.is_ascii_digit() || ('０'..='９').contains(&character));
    digits(text) && after.starts_with(['.', '．', ')', '）', ':', '：'])
}

/// Writes a number in a style, or in digits if the style has no form for it.
fn format_number(number: i64, style: NumberStyle) -> String {
    let small = u32::try_from(number).ok().filter(|number| (1..4000).contains(number));
    match (style, small) {
        (NumberStyle::Lower, Some(number)) => alphabetic(number),
        (NumberStyle::Upper, Some(number)) => alphabetic(number).to_ascii_uppercase(),
        (NumberStyle::LowerRoman, Some(number)) => roman(number),
        (NumberStyle::UpperRoman, Some(number)) => roman(number).to_ascii_uppercase(),
        _ => number.to_string(),
    }
}
