//! Finds the separators that may end the head of an entry.

use super::marker::Cell;
use crate::text::chars::{Class, class, is_japanese_letter};

/// Kinds of separators between head and definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Separator {
    /// A tab or a bar, as between the cells of a table.
    Tab,
    /// Brackets around the head: `「前浜」波が…`, `【前浜】波が…`.
    Bracket,
    /// `：`
    Colon,
    /// `とは、`
    Toha,
    /// `…`
    Ellipsis,
    /// `―` or a spaced hyphen.
    Dash,
    /// `＝`
    Equals,
    /// A full-width space or two spaces.
    Gap,
    /// A full-width `／`.
    Slash,
    /// Another sign that no word has: `→`, `≫`, `〜`.
    Sign,
    /// The end of the line.
    Newline,
    /// `；`
    Semicolon,
    /// `。` after a short noun phrase.
    Period,
    /// `、` after a short noun phrase.
    Comma,
    /// One half-width space.
    Space,
    /// The bracket around the English name, with nothing after it: `前浜（sandy foreshore）波が寄せる砂浜。`
    Gloss,
}

/// A separator and its cells, `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SeparatorSpan {
    pub(super) separator: Separator,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The longest head, in cells.
const LONGEST_HEAD: usize = 90;

/// The longest head in brackets, in cells with its brackets.
const LONGEST_BRACKETED: usize = 50;

/// Whether a character draws the border of a cell in a table printed as text.
pub(super) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '︱')
}

/// The separators in `cells` that may end a head, in order. `text` is the source of the cells.
pub(super) fn separators(text: &str, cells: &[Cell]) -> Vec<SeparatorSpan> {
    find(text, cells, 1)
}

/// The same for a row that continues a head: it may begin with a separator.
pub(super) fn continuation_separators(text: &str, cells: &[Cell]) -> Vec<SeparatorSpan> {
    find(text, cells, 0)
}

fn find(text: &str, cells: &[Cell], first: usize) -> Vec<SeparatorSpan> {
    let mut found: Vec<SeparatorSpan> =
        if first > 0 { bracketed_head(cells, false).into_iter().collect() } else { Vec::new() };
    let mut depth = 0_usize;
    let raw = |at: usize| text[cells[at].0..].chars().next().unwrap_or(' ');
    let mut at = 0;
    while at < cells.len() && at < LONGEST_HEAD {
        let c = cells[at].1;
        let before = at.checked_sub(1).map(|index| cells[index].1);
        let after = cells.get(at + 1).map(|cell| cell.1);
        let run = cells[at..].iter().take_while(|cell| cell.1 == c).count();
        match c {
            '(' | '[' | '「' | '『' | '<' | '【' => depth += 1,
            ')' | ']' | '」' | '』' | '>' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || at < first {
            at += 1;
            continue;
        }
        let mut cut = |separator, length| found.push(SeparatorSpan { separator, start: at, end: at + length });
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match c {
            ':' if !(digit(before) && digit(after)) && after != Some('/') => cut(Separator::Colon, 1),
            '…' => {
                cut(Separator::Ellipsis, run);
                at += run - 1;
            }
            '・' | '.' if run >= 3 => {
                cut(Separator::Ellipsis, run);
                at += run - 1;
            }
            '―' => {
                cut(Separator::Dash, run);
                at += run - 1;
            }
            '-' if before == Some(' ') && after == Some(' ') => cut(Separator::Dash, 1),
            '=' => cut(Separator::Equals, run),
            ';' => cut(Separator::Semicolon, 1),
            '、' if at <= 30 && is_noun_phrase(&cells[..at]) => cut(Separator::Comma, 1),
            '/' if raw(at) == '／' => cut(Separator::Slash, 1),
            '→' | '⇒' | '⇨' | '➡' | '~' | '〜' | '_' | '>'
                if is_noun_phrase(&cells[..at]) && !cells[..at].iter().any(|cell| cell.1 == '<' || cell.1 == c) =>
            {
                cut(Separator::Sign, run);
                at += run - 1;
            }
            c if is_bar(c) && (c != '|' || before == Some(' ') || after == Some(' ')) => {
                let spaces = cells[at + 1..].iter().take_while(|cell| cell.1 == ' ').count();
                cut(Separator::Tab, 1 + spaces);
            }
            'と' if after == Some('は') && ends_noun(before) => {
                let third = cells.get(at + 2).map(|cell| cell.1);
                let comma = usize::from(matches!(third, Some('、' | ',')));
                if comma == 1 || third.is_none_or(|c| c != '異' && c != '別' && c != '違') {
                    cut(Separator::Toha, 2 + comma);
                }
            }
            ' ' => {
                let spaces = cells[at..].iter().take_while(|cell| cell.1 == ' ').count();
                let tab = (at..at + spaces).any(|index| raw(index) == '\t');
                let wide = spaces >= 2 || raw(at) == '\u{3000}';
                let next = cells.get(at + spaces).map(|cell| cell.1);
                if tab {
                    cut(Separator::Tab, spaces);
                } else if wide && !matches!(next, Some('(' | ':' | '…' | '―' | '-' | '=' | '|' | '│' | '┃')) {
                    cut(Separator::Gap, spaces);
                } else if spaces == 1
                    && !matches!(next, Some('(' | ':' | '…' | '―' | '-' | '=' | '|' | '│' | '┃'))
                    && parts_words(before, next)
                {
                    cut(Separator::Space, 1);
                }
                at += spaces - 1;
            }
            '。' => {
                if at <= 30 && is_noun_phrase(&cells[..at]) {
                    cut(Separator::Period, 1);
                }
                return found;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The end of a head in brackets that its definition follows: `「前浜」波が…`, `【前浜】(foreshore)波が…`. Where the other entries show that
/// brackets end heads, `sure`, the definition may begin with any character: `「がん」がん細胞の…`.
pub(super) fn bracketed_head(cells: &[Cell], sure: bool) -> Option<SeparatorSpan> {
    let open = cells.first()?.1;
    let close = match open {
        '「' => '」',
        '『' => '』',
        '【' => '】',
        '<' => '>',
        '[' => ']',
        '“' => '”',
        '‘' => '’',
        '‹' => '›',
        '{' => '}',
        '"' | '*' | '_' => open,
        _ => return None,
    };
    // Markdown doubles its signs: **前浜**.
    let width = cells.iter().take_while(|cell| cell.1 == open).count().min(2);
    let closes = |at: usize| cells[at..].iter().take(width).filter(|cell| cell.1 == close).count() == width;
    let length = (width..cells.len().min(LONGEST_BRACKETED)).find(|&at| closes(at))?;
    let inner = &cells[width..length];
    if inner.is_empty()
        || inner.iter().any(|cell| matches!(cell.1, '。' | '、'))
        || !inner.iter().any(|cell| is_japanese_letter(cell.1) || class(cell.1) == Class::Latin)
    {
        return None;
    }
    let mut start = length + width;
    // A gloss in round brackets belongs to the head.
    if cells.get(start).is_some_and(|cell| cell.1 == '(') {
        start += cells[start..].iter().take(LONGEST_BRACKETED).position(|cell| cell.1 == ')')? + 1;
    }
    let spaces = cells[start..].iter().take_while(|cell| cell.1 == ' ').count();
    let next = cells.get(start + spaces)?.1;
    // 「前浜」とは、…: とは ends the head.
    if next == 'と' && cells.get(start + spaces + 1).is_some_and(|cell| cell.1 == 'は') {
        return None;
    }
    // 「はやぶさ」の成果: a particle continues a longer head.
    let particle = !sure && spaces == 0 && open != '【' && "をがにはでとのへもやな".contains(next);
    let ends = !particle
        && (sure && next != ':' || is_japanese_letter(next) || matches!(class(next), Class::Latin | Class::Digit));
    ends.then_some(SeparatorSpan { separator: Separator::Bracket, start, end: start + spaces })
}

/// The longest head before a gloss, in cells.
const LONGEST_GLOSSED: usize = 30;

/// The end of a Japanese head in the bracket around its English name, where a definition follows without any separator:
/// `前浜（sandy foreshore）波が寄せる砂浜。`
pub(super) fn glossed_head(cells: &[Cell]) -> Option<SeparatorSpan> {
    let open = cells.iter().take(LONGEST_GLOSSED).position(|cell| cell.1 == '(').filter(|open| *open > 0)?;
    let close = open + cells[open..].iter().take(LONGEST_HEAD).position(|cell| cell.1 == ')')?;
    let (name, gloss, rest) = (&cells[..open], &cells[open + 1..close], &cells[close + 1..]);
    let small = gloss.iter().filter(|cell| cell.1.is_ascii_lowercase()).count();
    let english = small >= 4 && !gloss.iter().any(|cell| is_japanese_letter(cell.1));
    let japanese = name.iter().any(|cell| is_japanese_letter(cell.1));
    let clause = name.iter().any(|cell| matches!(cell.1, '、' | '。' | ',' | ':'));
    let next = rest.first()?.1;
    let defines = is_japanese_letter(next) && !"をがにはでとのへもやなか".contains(next);
    let sentence = rest.iter().any(|cell| matches!(cell.1, '。' | '、')) || rest.len() >= LONGEST_GLOSSED;
    (english && japanese && !clause && defines && sentence).then_some(SeparatorSpan {
        separator: Separator::Gloss,
        start: close + 1,
        end: close + 1,
    })
}

/// Whether cells are a noun phrase, not a clause: no kana except の.
fn is_noun_phrase(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| class(cell.1) != Class::Hiragana || cell.1 == 'の')
}

fn ends_noun(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Digit | Class::Greek)
            || matches!(c, ')' | '」' | '』' | 'り' | 'み' | 'き' | 'い')
    })
}

/// Whether a single space may separate head and definition: only between Japanese, never inside a Latin name.
fn parts_words(before: Option<char>, after: Option<char>) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit));
    !(latin(before) && latin(after))
}

#[cfg(test)]
mod tests {
    use super::super::marker;
    use super::*;

    #[test]
    fn separators_are_found_where_heads_end() {
        for (text, want, at) in [
            ("視床下部：脳の一部", Separator::Colon, 4),
            ("SASP（分泌：secretory）：物質", Separator::Colon, 18),
            ("耳石 … 魚の石：小さい", Separator::Ellipsis, 3),
            ("焼結とは、粉末を固める", Separator::Toha, 2),
            ("焼結　粉末を固める", Separator::Gap, 2),
            ("焼結\t粉末", Separator::Tab, 2),
            ("焼結――粉末", Separator::Dash, 2),
            ("焼結＝粉末", Separator::Equals, 2),
            ("比率2：1の法則：比", Separator::Colon, 8),
            ("「前浜」波が寄せる砂浜", Separator::Bracket, 4),
            ("【前浜】（foreshore）波が寄せる", Separator::Bracket, 15),
            ("『前浜』 波が寄せる", Separator::Bracket, 4),
            ("「前浜」の砂：細かい", Separator::Colon, 6),
            ("「前浜」：砂浜", Separator::Colon, 4),
        ] {
            let cells = marker::cells(text, 0);
            let cut = separators(text, &cells).into_iter().find(|cut| cut.separator != Separator::Space).unwrap();
            assert_eq!((cut.separator, cut.start), (want, at), "{text}");
        }
    }
}
