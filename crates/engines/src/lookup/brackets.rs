//! Removes what is copied along with a term: brackets, quotation marks and punctuation around it.

/// Brackets and quotation marks, each with its counterpart.
const PAIRS: &[(char, char)] = &[
    ('「', '」'),
    ('『', '』'),
    ('｢', '｣'),
    ('“', '”'),
    ('‘', '’'),
    ('〝', '〟'),
    ('„', '“'),
    ('«', '»'),
    ('‹', '›'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('＂', '＂'),
    ('＇', '＇'),
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('［', '］'),
    ('{', '}'),
    ('｛', '｝'),
    ('<', '>'),
    ('＜', '＞'),
    ('〈', '〉'),
    ('《', '》'),
    ('【', '】'),
    ('〔', '〕'),
    ('〖', '〗'),
    ('≪', '≫'),
];

/// Marks that end a clause, or stand before an item of a list.
const PUNCTUATION: &[char] =
    &['。', '、', '．', '，', '.', ',', ':', ';', '：', '；', '!', '?', '！', '？', '…', '・', '･', '•'];

/// `text` without the marks around it; the whole text if nothing else is left.
pub(super) fn without_marks(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let next = without_one(rest).trim();
        if next.is_empty() {
            return text;
        }
        if next == rest {
            return rest;
        }
        rest = next;
    }
}

/// `text` without the outermost pair of brackets, or a mark at one end that has no counterpart.
fn without_one(text: &str) -> &str {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { return text };
    let (after, before) = (&text[first.len_utf8()..], &text[..text.len() - last.len_utf8()]);
    if let Some((open, close)) = PAIRS.iter().find(|(open, _)| *open == first) {
        let inside = after.strip_suffix(*close);
        if let Some(inside) = inside.filter(|inside| is_balanced(inside, *open, *close)) {
            return inside;
        }
        if !after.contains(*close) {
            return after;
        }
    }
    if PAIRS.iter().any(|(open, close)| *close == last && (open == close || !before.contains(*open))) {
        // A prime or an apostrophe may belong to the term.
        if last != '\'' || before.starts_with('\'') {
            return before;
        }
    }
    if PUNCTUATION.contains(&last) {
        return before;
    }
    if PUNCTUATION.contains(&first) { after } else { text }
}

/// Whether no bracket inside closes one that was opened outside.
fn is_balanced(inside: &str, open: char, close: char) -> bool {
    if open == close {
        return !inside.contains(open);
    }
    let mut depth = 0_i32;
    inside.chars().all(|c| {
        depth += i32::from(c == open) - i32::from(c == close);
        depth >= 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_term_are_removed_and_those_of_the_term_stay() {
        for (text, want) in [
            ("「RNA干渉」", "RNA干渉"),
            ("『細胞死』", "細胞死"),
            ("“exosome”", "exosome"),
            ("（MRI）", "MRI"),
            ("［注］", "注"),
            ("「『二重』」", "二重"),
            ("「片側", "片側"),
            ("片側」", "片側"),
            ("細胞、", "細胞"),
            ("・細胞。", "細胞"),
            ("\"cell\"", "cell"),
            ("鉄(III)", "鉄(III)"),
            ("(R)-乳酸", "(R)-乳酸"),
            ("(a)と(b)", "(a)と(b)"),
            ("5'", "5'"),
            ("「」", "「」"),
            ("。", "。"),
            ("", ""),
            ("【 𠮷野 】", "𠮷野"),
        ] {
            assert_eq!(without_marks(text), want, "{text}");
        }
    }
}
