//! Splits running text into sentences.

use super::chars::{Class, class, is_japanese};
use crate::model::Span;

/// Abbreviations, in lower case, whose full stop ends no sentence: a title before a name, a word before its number.
const ABBREVIATIONS: &[&str] = &[
    "dr", "eq", "eqs", "fig", "figs", "mr", "mrs", "ms", "no", "nos", "pp", "prof", "ref", "refs", "sec", "st", "vol",
    "vs",
];

/// Splits text into sentences.
///
/// A sentence ends at a line break, and after 。！？ or their half-width forms together with any closing quotes and
/// brackets that follow; after ．only if no digit comes before it. An English full stop ends a sentence at the end of the
/// text, or before a space that is not followed by a lower-case letter; never after a single letter (`E. coli`), after an
/// abbreviation (`Fig. 3`, `et al. (2021)`) or between digits. No sentence ends inside brackets or quotes that are closed
/// on the same line; an English one may end at the closing quotation mark.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let enclosed = enclosed(&chars);
    let mut at = 0;
    while at < chars.len() {
        let (byte, c) = chars[at];
        let before = at.checked_sub(1).map(|index| chars[index].1);
        let ends = match c {
            '\n' => true,
            _ if enclosed[at] && !closes_english_quotation(&chars, at) => false,
            '。' | '！' | '？' | '｡' => true,
            '．' => {
                before.is_none_or(|c| class(c) != Class::Digit) || chars.get(at + 1).is_none_or(|next| next.1 == '\n')
            }
            '!' | '?' if before.is_some_and(is_japanese) => true,
            '.' | '!' | '?' => ends_latin(&chars, at),
            _ => false,
        };
        at += 1;
        if ends {
            while c != '\n' && at < chars.len() && closes(chars[at].1) {
                at += 1;
            }
            let end = chars.get(at).map_or(text.len(), |&(end, _)| end);
            push(&mut out, text, start, if c == '\n' { byte } else { end });
            start = end;
        }
    }
    push(&mut out, text, start, text.len());
    out
}

/// Which characters are inside brackets or quotes that are closed on the same line.
fn enclosed(chars: &[(usize, char)]) -> Vec<bool> {
    let mut deeper = vec![0_i32; chars.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, &(_, c)) in chars.iter().enumerate() {
        let is_quotation = c == '"' && open.last().is_none_or(|(_, close)| *close != c) && opens_quotation(chars, at);
        if let Some(close) = closing(c).or(is_quotation.then_some(c)) {
            open.push((at, close));
        } else if c == '\n' {
            open.clear();
        } else {
            // A quotation that is not closed inside brackets ends with them.
            while open.len() > 1
                && open.last().is_some_and(|(_, close)| matches!(close, '"' | '”') && *close != narrow(c))
                && open[open.len() - 2].1 == narrow(c)
            {
                open.pop();
            }
            let Some(&(start, _)) = open.last().filter(|(_, close)| *close == narrow(c)) else { continue };
            open.pop();
            deeper[start] += 1;
            deeper[at] -= 1;
        }
    }
    let mut depth = 0;
    deeper
        .into_iter()
        .map(|step| {
            depth += step;
            depth > 0
        })
        .collect()
}

/// The character that closes an opening bracket or quote.
fn closing(open: char) -> Option<char> {
    match open {
        '（' | '(' => Some(')'),
        '［' | '[' => Some(']'),
        '「' => Some('」'),
        '『' => Some('』'),
        '【' => Some('】'),
        '“' => Some('”'),
        _ => None,
    }
}

/// Whether a straight quotation mark may open a quotation: what stands before it is no letter or digit of its own language,
/// as in 5", and something follows it.
fn opens_quotation(chars: &[(usize, char)], at: usize) -> bool {
    let before = at.checked_sub(1).map(|index| chars[index].1);
    let follows = chars.get(at + 1).is_some_and(|&(_, c)| class(c) != Class::Space && c != '\n');
    follows && before.is_none_or(|c| is_japanese(c) || !c.is_alphanumeric())
}

/// Whether a mark stands directly before the end of an English quotation, where a sentence may end: `"We did it." They`.
fn closes_english_quotation(chars: &[(usize, char)], at: usize) -> bool {
    matches!(chars[at].1, '.' | '!' | '?') && chars.get(at + 1).is_some_and(|&(_, c)| matches!(c, '"' | '”'))
}

/// The half-width form of a closing bracket: brackets of one kind close each other whatever their width.
fn narrow(close: char) -> char {
    match close {
        '）' => ')',
        '］' => ']',
        close => close,
    }
}

/// Whether a character after the end of a sentence still belongs to it.
fn closes(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | ')' | '"' | '”' | '。' | '！' | '？' | '!' | '?')
}

fn ends_latin(chars: &[(usize, char)], at: usize) -> bool {
    let word: String = chars[..at]
        .iter()
        .rev()
        .map(|&(_, c)| c)
        .take_while(|c| matches!(class(*c), Class::Latin | Class::Digit))
        .collect();
    let word: String = word.chars().rev().flat_map(char::to_lowercase).collect();
    let lone_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let mut next = chars[at + 1..].iter().map(|&(_, c)| c).skip_while(|c| matches!(c, '"' | '”' | ')' | '’'));
    match next.next() {
        None => true,
        Some(c) if class(c) == Class::Space => {
            let follows = next.find(|c| class(*c) != Class::Space);
            let shortened =
                ABBREVIATIONS.contains(&word.as_str()) || word == "al" && follows.is_some_and(|c| !c.is_alphabetic());
            !lone_letter && !shortened && follows.is_none_or(|c| !c.is_lowercase())
        }
        Some(_) => false,
    }
}

fn push(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let part = &text[start..end];
    let lead = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        out.push(Span::new(start + lead, start + lead + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_quotation_is_part_of_its_sentence() {
        for (text, want) in [
            (
                "The device is \"Deep. 2\" made by Xeno. It works.",
                &["The device is \"Deep. 2\" made by Xeno.", "It works."][..],
            ),
            ("The device is “Deep. 2” here. It works.", &["The device is “Deep. 2” here.", "It works."]),
            ("装置は\"Deep. 2\"という名だ。次へ。", &["装置は\"Deep. 2\"という名だ。", "次へ。"]),
            ("\"We did it.\" They left.", &["\"We did it.\"", "They left."]),
            ("She said, \"It is. We know.\" Then she left.", &["She said, \"It is. We know.\"", "Then she left."]),
            ("A 5\" disk. A 3\" disk.", &["A 5\" disk.", "A 3\" disk."]),
            ("He said \"yes. Then he left.", &["He said \"yes.", "Then he left."]),
            ("前（\"a。次）を見た。次へ。", &["前（\"a。次）を見た。", "次へ。"]),
            ("「初めてだ。」と述べた。次へ。", &["「初めてだ。」と述べた。", "次へ。"]),
        ] {
            let found: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn sentences_stand_in_order_and_lose_no_letter(text in "[\\PC\n。．（）「」a-zA-Z0-9.!?！？ ]{0,60}") {
            let spans = sentences(&text);
            let mut end = 0;
            for span in &spans {
                prop_assert!(span.start >= end && !span.of(&text).is_empty(), "{spans:?}");
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                prop_assert!(text[end..span.start].trim().is_empty(), "{spans:?}");
                end = span.end;
            }
            prop_assert!(text[end..].trim().is_empty(), "{spans:?}");
        }
    }
}
