//! Text as a file has it comes in; text without what no translation holds goes out.

/// Adds `text` to `kept` without control characters but TAB, LF and CR, and without what Unicode says is no character.
pub(super) fn push_clean(kept: &mut String, text: &str) {
    if text.chars().all(is_text) {
        kept.push_str(text);
    } else {
        kept.extend(text.chars().filter(|letter| is_text(*letter)));
    }
}

fn is_text(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => !letter.is_control(),
    }
}

/// Whether there is nothing to see.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}'))
}

/// The text, if there is any, without space at its ends.
pub(super) fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The text without the line ends and indents a printer of XML has put around it.
pub(super) fn without_indent(text: &str) -> &str {
    let start = text.trim_start();
    let text = if text[..text.len() - start.len()].contains('\n') { start } else { text };
    let end = text.trim_end();
    if text[end.len()..].contains('\n') { end } else { text }
}

#[cfg(test)]
mod tests {
    use super::{is_blank, push_clean, without_indent};

    #[test]
    fn control_characters_go_and_everything_else_stays() {
        for (given, want) in [
            ("𠮷野家の⻭車", "𠮷野家の⻭車"),
            ("a\u{1}\u{1f}b\u{7f}\u{85}", "ab"),
            ("\u{feff}ｶﾅﾞ\tー\r\n\u{ffff}", "ｶﾅﾞ\tー\r\n"),
        ] {
            let mut kept = String::new();
            push_clean(&mut kept, given);
            assert_eq!(kept, want, "{given:?}");
        }
    }

    #[test]
    fn indents_go_and_spaces_a_translator_typed_stay() {
        for (given, want) in [
            ("\n      脳の一部。\n    ", "脳の一部。"),
            ("名前： ", "名前： "),
            ("　字下げ", "　字下げ"),
            ("\r\n\ta b", "a b"),
            ("a\nb", "a\nb"),
            ("\n", ""),
            ("", ""),
        ] {
            assert_eq!(without_indent(given), want, "{given:?}");
        }
        assert!(is_blank(" 　\u{200b}\n") && !is_blank("ー"));
    }
}
