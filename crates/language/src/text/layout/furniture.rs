//! Finds page furniture: what the page prints and the author did not write, such as page numbers, running heads and feet.
//!
//! It is recognised by its position, beside a page break or a page number, and by recurring from page to page.

use std::collections::{BTreeMap, HashMap};

use super::line::{Line, LineKind};
use crate::text::chars::{Class, class, fold};

/// Names of the kind of document, as running heads print them.
const RUNNING_WORDS: &[&str] =
    &["プレスリリース", "pressrelease", "newsrelease", "ニュースリリース", "報道発表", "報道資料", "記者発表"];

/// Marks every line of page furniture.
pub(super) fn mark(text: &str, all: &mut [Line]) {
    let shown: Vec<usize> = (0..all.len()).filter(|&at| all[at].kind == LineKind::Text).collect();
    let numbers: HashMap<usize, u32> =
        shown.iter().filter_map(|&at| page_number(all[at].span.of(text)).map(|page| (at, page))).collect();
    let edge = |position: usize| {
        let here = all[shown[position]].page;
        let before = position == 0 || all[shown[position - 1]].page != here;
        let after = position + 1 == shown.len() || all[shown[position + 1]].page != here;
        before || after
    };
    // Page numbers: at the edge of a page, or numbers that count up from one line to the next.
    let mut furniture = vec![false; all.len()];
    let mut expected: Option<u32> = None;
    for (position, &at) in shown.iter().enumerate() {
        let Some(&page) = numbers.get(&at) else { continue };
        let counts = expected.is_none_or(|want| page == want)
            && (expected.is_some() || page <= 2 || position + 1 == shown.len());
        if edge(position) || counts {
            furniture[at] = true;
            expected = Some(page + 1);
        }
    }
    // Running heads and feet: the same words, ignoring digits, at page edges or beside page numbers.
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, &at) in shown.iter().enumerate() {
        if all[at].width <= 90 && !furniture[at] {
            seen.entry(running_form(all[at].span.of(text))).or_default().push(position);
        }
    }
    let has_pages = all.iter().any(|line| line.page > 0) || furniture.iter().any(|&is| is);
    seen.retain(|form, _| has_pages && !form.is_empty());
    for positions in seen.values().filter(|positions| positions.len() > 1) {
        let beside = |position: usize| {
            (position.saturating_sub(2)..=(position + 2).min(shown.len() - 1)).any(|near| {
                let near_line = &all[shown[near]];
                furniture[shown[near]] || near_line.page != all[shown[position]].page
            }) || position <= 1
                || position + 2 >= shown.len()
        };
        if positions.iter().all(|&position| beside(position)) {
            for &position in positions {
                furniture[shown[position]] = true;
            }
        }
    }
    // A running head printed only once: right beside the page number, and naming the kind of document.
    for (form, positions) in seen.iter().filter(|(_, positions)| positions.len() == 1) {
        let position = positions[0];
        let touches = position > 0
            && position + 1 < shown.len()
            && (furniture[shown[position - 1]] || furniture[shown[position + 1]]);
        let lower = form.to_lowercase();
        let named = RUNNING_WORDS.iter().any(|word| lower.contains(word));
        if touches && (named || cuts_sentence(text, all, &shown, &furniture, position)) && !lower.contains(['。', '、'])
        {
            furniture[shown[position]] = true;
        }
    }
    for (line, is) in all.iter_mut().zip(furniture) {
        if is {
            line.kind = LineKind::Furniture;
        }
    }
}

/// Whether a line interrupts a sentence that continues on the next page: it follows a page number, the full line before
/// that number ends no sentence, and the line itself is short.
fn cuts_sentence(text: &str, all: &[Line], shown: &[usize], furniture: &[bool], position: usize) -> bool {
    if !furniture[shown[position - 1]] {
        return false;
    }
    let Some(before) = shown[..position].iter().rev().find(|at| !furniture[**at]).map(|at| &all[*at]) else {
        return false;
    };
    let (here, after) = (&all[shown[position]], &all[shown[position + 1]]);
    let unfinished = !before.span.of(text).ends_with(['。', '．', '.', '！', '？', '」', '）', ')']);
    let full = before.indent + before.width >= after.width.min(60) && before.width > here.width;
    unfinished
        && full
        && (before.page != here.page
            || here.span.of(text).chars().any(|c| matches!(class(c), Class::Digit | Class::Space)))
        && here.width * 10 < before.width * 9
}

/// A line without digits and spaces, so that it can be recognised on the next page.
fn running_form(text: &str) -> String {
    text.chars().map(fold).filter(|c| !matches!(class(*c), Class::Digit | Class::Space)).collect()
}

/// The page number, if the line is nothing but a page number: `- 3 -`, `1/2`, `P. 4`, `3 ページ`.
fn page_number(text: &str) -> Option<u32> {
    let folded: String = text.chars().map(fold).filter(|c| class(*c) != Class::Space).collect();
    let bare = folded.trim_matches(|c: char| {
        matches!(c, '-' | '―' | '(' | ')' | '[' | ']' | '<' | '>' | '.' | '~' | '|' | '=' | '_')
    });
    let bare = bare.strip_suffix("ページ").or_else(|| bare.strip_suffix("頁")).unwrap_or(bare);
    let lower = bare.to_ascii_lowercase();
    let bare = ["page", "p.", "p"].iter().find_map(|prefix| lower.strip_prefix(prefix)).unwrap_or(&lower);
    let (first, rest) = bare.split_once(['/', 'o']).unwrap_or((bare, ""));
    let rest = rest.trim_start_matches('f');
    let number = |part: &str| (1..=3).contains(&part.len()).then(|| part.parse::<u32>().ok()).flatten();
    match (number(first), rest.is_empty() || number(rest).is_some()) {
        (Some(page), true) if page > 0 && page < 400 => Some(page),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, LineKind};

    fn furniture(text: &str) -> Vec<&str> {
        Layout::of(text, &[])
            .lines
            .into_iter()
            .filter(|line| line.kind == LineKind::Furniture)
            .map(|line| line.span.of(text))
            .collect()
    }

    #[test]
    fn page_furniture_is_told_from_text() {
        for (text, want) in [
            ("甲\n乙\n- 1 -\n\u{c}丙\n丁\n- 2 -", vec!["- 1 -", "- 2 -"]),
            ("大学ニュース\n1\n甲\n乙\n 大学ニュース\n2\n丙", vec!["大学ニュース", "1", "大学ニュース", "2"]),
            ("甲\n1/2\n\n NEWS 2025/2/14\n乙\n丙\n丁\n2/2", vec!["1/2", "2/2"]),
            ("甲は1\n2024\n乙", vec![]),
            // A date under the head of the first page is the author's.
            (
                "大学プレスリリース\n1\n2025年4月10日\n国立大学\n題\n大学プレスリリース\n2\n丙",
                vec!["大学プレスリリース", "1", "大学プレスリリース", "2"],
            ),
            ("１／２\n\u{c}乙\n２／２", vec!["１／２", "２／２"]),
            ("用語\n甲\n乙\n用語\n丙", vec![]),
        ] {
            assert_eq!(furniture(text), want, "{text}");
        }
    }
}
