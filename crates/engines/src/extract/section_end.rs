//! Recognises rows that end a glossary section, and rows inside one that belong to no entry.

use super::document::Document;
use super::grants;
use super::marker::MarkStyle;
use super::rules::{RULES, compact};
use crate::model::BlockKind;
use crate::text::chars::{Class, class};

/// Whether a row, which starts no entry, ends the section; `here` is the row the open entry starts at.
pub(super) fn ends_section(
    document: &Document<'_>,
    row: usize,
    here: usize,
    style: &MarkStyle,
    heading: Option<usize>,
) -> bool {
    if row == here + 1 && !document.ends_paragraph(here) && !document.ends_sentence(here) {
        return false;
    }
    let previous_ends = document.ends_paragraph(row - 1) || document.ends_sentence(row - 1);
    if !previous_ends {
        return false;
    }
    // After a head on a line of its own, the definition has not begun yet: the next row belongs to the entry.
    let begun = row > here + 1 || document.ends_sentence(here);
    if !begun {
        return false;
    }
    match document.rows[row].line.block {
        Some(BlockKind::Heading) => return true,
        Some(block) if block.is_inner() => return false,
        _ => {}
    }
    let text = document.compact(row);
    document.is_section_end(row)
        || is_label_line(document, row)
        || is_framed_heading(&text)
        || continues_numbering(document, row, heading)
        || (text.starts_with('※') && *style != MarkStyle::Prefixed("※".to_owned()))
        || is_caption(document.rows[row].line.span.of(document.text))
        || shares_ornament(document, row, heading, style)
        || is_closing_sentence(document, row)
}

/// Whether a row credits somebody or gives a fact about the page behind a label: `協力：見本市`. A sentence behind such a word may
/// be an entry unless it stands apart.
pub(super) fn is_label_line(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    let labelled = RULES.sections.labels.iter().any(|label| {
        text.trim_start_matches(['・', '■', '●', '※'])
            .strip_prefix(label.as_str())
            .is_some_and(|rest| rest.starts_with(':'))
    });
    labelled && (!text.contains('。') || document.is_apart(row))
}

/// Whether a row is a remark (※…) or a caption: it ends a glossary only if no entry follows.
pub(super) fn is_remark(document: &Document<'_>, row: usize) -> bool {
    document.compact(row).starts_with('※') || is_caption(document.rows[row].line.span.of(document.text))
}

/// The most rows of a closing sentence that are looked at.
const CLOSING_ROWS: usize = 4;

/// Whether a sentence or line about the release itself begins at a row: its funding, its data, its publication.
pub(super) fn is_closing_sentence(document: &Document<'_>, row: usize) -> bool {
    let begins = document.compact(row);
    let begins = begins.trim_start_matches(|c: char| class(c) == Class::Other);
    let mut kinds = RULES
        .sections
        .closing
        .iter()
        .filter(|kind| kind.begins.iter().any(|word| begins.starts_with(word.as_str())))
        .peekable();
    if grants::names_grant(&document.compact(row)) {
        return true;
    }
    if kinds.peek().is_none() {
        return false;
    }
    let mut said = String::new();
    for next in row..document.rows.len().min(row + CLOSING_ROWS) {
        said += &document.compact(next);
        if document.ends_paragraph(next) {
            break;
        }
    }
    kinds.any(|kind| kind.says.iter().any(|word| said.contains(word.as_str())))
}

/// Whether a row reads like an item of a list of literature.
pub(super) fn is_literature(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    let year = |at: usize| {
        let inside = &text[at + 1..];
        let digits = inside.chars().take_while(char::is_ascii_digit).count();
        digits == 4 && inside.starts_with(['1', '2']) && inside[4..].starts_with([')', '年'])
    };
    ["etal", "doi", "http", "vol.", "pp."].iter().any(|sign| text.contains(sign))
        || text.match_indices('(').any(|(at, _)| year(at)) && text.trim_end_matches(['.', '。']).ends_with([')', '頁'])
}

/// Whether a row is framed like a heading: `【…】` at its start, or all of it in `<…>`.
pub(super) fn is_framed_heading(text: &str) -> bool {
    (text.starts_with('【') && text.contains('】'))
        || (text.starts_with('<') && text.ends_with('>') && text.chars().count() <= 24)
}

/// Whether a row is navigation, or a heading of an alphabetical list (あ行, A).
pub(super) fn is_label(text: &str) -> bool {
    let compact = compact(text);
    let bare = compact.trim_matches(|c: char| class(c) == Class::Other && !matches!(c, '↑' | '↩' | '▲'));
    let words = bare.trim_matches(|c: char| class(c) == Class::Other);
    RULES.sections.navigation.iter().any(|word| bare == word || words == word)
        || is_index_letter(&compact, bare)
        || (bare.chars().count() == 2
            && bare.ends_with('行')
            && bare.chars().next().is_some_and(|c| matches!(class(c), Class::Hiragana | Class::Katakana)))
        || (bare.chars().count() == 1 && bare.chars().all(|c| c.is_ascii_alphabetic()) && compact.chars().count() == 1)
}

/// Whether a label of an alphabetical order is one kana: 【か】, or the first of a column by itself. A kana that a line end has
/// cut off is none.
fn is_index_letter(compact: &str, bare: &str) -> bool {
    let mut chars = bare.chars();
    let kana = chars
        .next()
        .filter(|c| matches!(class(*c), Class::Hiragana | Class::Katakana))
        .filter(|_| chars.next().is_none());
    let framed = compact.len() > bare.len() && !compact.contains(['。', '、']);
    kana.is_some_and(|c| framed || compact == bare && "あかさたなはまやらわアカサタナハマヤラワ".contains(c))
}

/// Whether a row is the caption of a figure or table: `図1 …`, `表2：…`, `Fig. 3`.
pub(super) fn is_caption(text: &str) -> bool {
    let folded = compact(text);
    let rest = ["図", "表", "写真", "fig.", "figure", "table"].iter().find_map(|word| folded.strip_prefix(word));
    let numbered = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // `図　開発した…`: a figure without a number.
    let mut printed = text.chars();
    let bare =
        matches!(printed.next(), Some('図' | '表')) && matches!(printed.next(), Some('\u{3000}' | ' ' | '：' | ':'));
    numbered || bare
}

/// Whether a row has the number after that of the section's heading: `（4）用語解説` … `（5）論文情報`.
pub(super) fn continues_numbering(document: &Document<'_>, row: usize, heading: Option<usize>) -> bool {
    let Some(heading) = heading else { return false };
    let number = |row: usize| leading_number(&document.compact(row));
    match (number(heading), number(row)) {
        (Some((open, a, close)), Some((open2, b, close2))) => {
            open == open2
                && close == close2
                && b > a
                && b <= a + 2
                && document.rows[row].line.width <= 60
                && !document.ends_sentence(row)
        }
        _ => false,
    }
}

pub(super) fn leading_number(text: &str) -> Option<(bool, u32, Option<char>)> {
    let open = text.starts_with(['(', '【', '[']);
    let rest = text.trim_start_matches(['(', '【', '[']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (number, after) = match digits.parse() {
        Ok(number) => (number, rest.chars().nth(digits.len())),
        Err(_) => {
            let c = rest.chars().next()?;
            if !('Ⅰ'..='Ⅻ').contains(&c) {
                return None;
            }
            (u32::from(c) - 0x2160 + 1, rest.chars().nth(1))
        }
    };
    Some((open, number, after.filter(|c| matches!(c, '.' | ')' | ']' | '】' | '、'))))
}

/// Whether a row begins with the same ornament as the section's heading (■ 用語解説 … ■ 論文情報), while entries do not.
pub(super) fn shares_ornament(document: &Document<'_>, row: usize, heading: Option<usize>, style: &MarkStyle) -> bool {
    let Some(heading) = heading else { return false };
    let (Some(sign), Some(here)) = (document.rows[heading].cells.first(), document.rows[row].cells.first()) else {
        return false;
    };
    sign.1 == here.1
        && class(sign.1) == Class::Other
        && !matches!(sign.1, '(' | '[' | '・' | '※' | '*')
        && *style != MarkStyle::Bullet(sign.1)
        && document.rows[row].line.width <= 60
}
