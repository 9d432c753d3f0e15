//! Running text in, spans of its sentences out.

use super::chars::{Class, class};
use crate::model::Span;

/// Splits text into sentences.
///
/// They end after 。！？ and their half-width kin with the closing quotes and brackets that follow, and
/// at line breaks. A full stop ends a sentence only before a space and an upper-case letter, or at the end; never inside
/// brackets, after one letter (`E. coli`) or between digits.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        let (byte, c) = chars[at];
        match c {
            '（' | '(' | '「' | '『' | '[' | '【' => depth += 1,
            '）' | ')' | '」' | '』' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = match c {
            '\n' => {
                depth = 0;
                true
            }
            '。' | '！' | '？' | '｡' => depth == 0,
            '.' | '!' | '?' => depth == 0 && ends_latin(&chars, at),
            _ => false,
        };
        at += 1;
        if ends {
            while at < chars.len() && matches!(chars[at].1, '」' | '』' | '）' | ')' | '"' | '”' | '。') {
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

fn ends_latin(chars: &[(usize, char)], at: usize) -> bool {
    let before = at.checked_sub(1).map(|index| chars[index].1);
    let lone_letter = before.is_some_and(|c| class(c) == Class::Latin)
        && at.checked_sub(2).is_none_or(|index| !matches!(class(chars[index].1), Class::Latin | Class::Digit));
    let mut next = chars[at + 1..].iter().map(|&(_, c)| c).skip_while(|c| matches!(c, '"' | '”' | ')' | '’'));
    match next.next() {
        None => true,
        Some(c) if class(c) == Class::Space => {
            !lone_letter && next.find(|c| class(*c) != Class::Space).is_none_or(|c| !c.is_lowercase())
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

    #[test]
    fn sentences_end_where_they_should() {
        for (text, want) in [
            ("甲です。乙です。", vec!["甲です。", "乙です。"]),
            ("彼は「はい。」と言った。次。", vec!["彼は「はい。」と言った。", "次。"]),
            ("We use E. coli. It grows at 3.5 h.", vec!["We use E. coli.", "It grows at 3.5 h."]),
            ("甲\r\n乙", vec!["甲", "乙"]),
            ("本当か？！はい", vec!["本当か？", "！", "はい"]),
            ("", vec![]),
        ] {
            let got: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
