//! Numbers of ordered lists: an `ol` and the place of an item in, the number as the page prints it out.

use scraper::ElementRef;

/// Counts the items of one `ol`.
pub(super) struct Counter {
    next: i64,
    step: i64,
    style: Style,
}

/// How numbers are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Decimal,
    Lower,
    Upper,
    LowerRoman,
    UpperRoman,
    None,
}

impl Counter {
    /// A counter as the list's `start`, `type`, `reversed` and `style` ask for.
    pub(super) fn of(list: ElementRef<'_>) -> Self {
        let items = list.child_elements().filter(|child| child.value().name() == "li").count();
        let reversed = list.attr("reversed").is_some();
        let first = if reversed { i64::try_from(items).unwrap_or(i64::MAX) } else { 1 };
        let next = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(first);
        let css: String = list.attr("style").unwrap_or_default().split_ascii_whitespace().collect();
        let style = match list.attr("type").map(str::trim) {
            _ if css.contains("list-style:none") || css.contains("list-style-type:none") => Style::None,
            Some("a") => Style::Lower,
            Some("A") => Style::Upper,
            Some("i") => Style::LowerRoman,
            Some("I") => Style::UpperRoman,
            _ if css.contains("lower-alpha") || css.contains("lower-latin") => Style::Lower,
            _ if css.contains("upper-alpha") || css.contains("upper-latin") => Style::Upper,
            _ if css.contains("lower-roman") => Style::LowerRoman,
            _ if css.contains("upper-roman") => Style::UpperRoman,
            _ => Style::Decimal,
        };
        Self { next, step: if reversed { -1 } else { 1 }, style }
    }

    /// The number of `item` as printed, with the full stop and space after it; empty where none is printed.
    pub(super) fn number(&mut self, item: ElementRef<'_>) -> String {
        let number = item.attr("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        let text: String =
            item.text().flat_map(str::chars).skip_while(|character| character.is_whitespace()).take(12).collect();
        if self.style == Style::None || numbers_itself(&text) {
            return String::new();
        }
        format!("{}. ", written(number, self.style))
    }
}

/// Whether an item prints a mark of its own: `1.`, `(1)`, `［1］`, `※1`, `注1`, `*1`.
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

/// A number in a style; what a style cannot say is said in digits.
fn written(number: i64, style: Style) -> String {
    let small = u32::try_from(number).ok().filter(|number| (1..4000).contains(number));
    match (style, small) {
        (Style::Lower, Some(number)) => letters(number),
        (Style::Upper, Some(number)) => letters(number).to_ascii_uppercase(),
        (Style::LowerRoman, Some(number)) => roman(number),
        (Style::UpperRoman, Some(number)) => roman(number).to_ascii_uppercase(),
        _ => number.to_string(),
    }
}

/// `1` → `a`, `27` → `aa`.
pub(in crate::read) fn letters(mut number: u32) -> String {
    let mut reversed = Vec::new();
    while number > 0 {
        number -= 1;
        reversed.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    reversed.iter().rev().collect()
}

/// `4` → `iv`.
pub(in crate::read) fn roman(mut number: u32) -> String {
    const PARTS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, letters) in PARTS {
        while number >= *value {
            out.push_str(letters);
            number -= value;
        }
    }
    out
}
