//! A release prepared for extraction: its rows of text with folded characters, and what can be said about each row.

use super::marker::{self, Cell, NoteMark};
use super::rules::{RULES, compact};
use crate::model::{BlockKind, Release, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use crate::text::layout::Flow;
use crate::text::layout::{Layout, Line, LineKind, is_full, width};

/// The rows of a release in order. Blank lines and page furniture are left out, but each row records that they were there.
pub(super) struct Document<'a> {
    /// The decoded text that all spans refer to.
    pub(super) text: &'a str,
    /// The rows of text.
    pub(super) rows: Vec<Row>,
    /// Columns of a full line; 0 if the page does not wrap lines.
    pub(super) measure: usize,
    /// Whether blank lines are meaningless because nearly every line is followed by one.
    pub(super) double_spaced: bool,
    /// Whether the format marks paragraphs.
    pub(super) marked: bool,
}

/// One line of text.
pub(super) struct Row {
    /// The line.
    pub(super) line: Line,
    /// Its characters, folded.
    pub(super) cells: Vec<Cell>,
    /// Number of blank lines before it.
    pub(super) gap: usize,
    /// Whether a page break or page furniture comes between it and the row before.
    pub(super) after_page: bool,
}

impl<'a> Document<'a> {
    /// Reads the lines of a release.
    pub(super) fn new(release: &'a Release) -> Self {
        let layout = Layout::of(&release.text, &release.blocks);
        let mut rows: Vec<Row> = Vec::new();
        let (mut gap, mut after_page, mut page) = (0, false, 0);
        for line in &layout.lines {
            match line.kind {
                LineKind::Blank => gap += 1,
                LineKind::Furniture => after_page = true,
                LineKind::Text => {
                    let cells = marker::cells(line.span.of(&release.text), line.span.start);
                    for (span, cells) in split_entries(line.span, cells) {
                        let line = Line { span, width: width(span.of(&release.text)), ..*line };
                        rows.push(Row { line, cells, gap, after_page: after_page || line.page != page });
                        (gap, after_page, page) = (0, false, line.page);
                    }
                }
            }
        }
        Self {
            text: &release.text,
            rows,
            measure: layout.measure,
            double_spaced: layout.double_spaced,
            marked: !release.blocks.is_empty(),
        }
    }

    /// Whether a row is a full line, so that the page, not the author, may have ended it.
    pub(super) fn is_full(&self, row: usize) -> bool {
        !self.marked && is_full(&self.rows[row].line, self.measure)
    }

    /// Whether meaningful blank lines separate a row from the one before.
    pub(super) fn is_apart(&self, row: usize) -> bool {
        let gap = self.rows[row].gap;
        if self.double_spaced { gap > 1 } else { gap > 0 }
    }

    /// Whether a row ends a sentence.
    pub(super) fn ends_sentence(&self, row: usize) -> bool {
        let last = self.rows[row]
            .cells
            .iter()
            .rev()
            .map(|cell| cell.1)
            .find(|c| !matches!(c, ')' | '」' | '』' | '"' | '”' | ' '));
        matches!(last, Some('。' | '.' | '!' | '?'))
    }

    /// Whether the author's paragraph ends with this row.
    pub(super) fn ends_paragraph(&self, row: usize) -> bool {
        if self.marked {
            return self.rows[row].line.ends_block;
        }
        let next_apart = row + 1 >= self.rows.len() || (self.is_apart(row + 1) && !self.rows[row + 1].after_page);
        (self.ends_sentence(row) && !self.is_full(row)) || next_apart || (self.measure > 0 && !self.is_full(row))
    }

    /// Whether a round bracket of a row is still open at its end.
    pub(super) fn has_open_bracket(&self, row: usize) -> bool {
        has_open_bracket(&self.rows[row].cells)
    }

    /// A row in the form in which it is compared with word lists.
    pub(super) fn compact(&self, row: usize) -> String {
        compact(self.rows[row].line.span.of(self.text))
    }

    /// The mark that a row begins with.
    pub(super) fn mark(&self, row: usize, bullets: bool) -> Option<NoteMark> {
        marker::at(&self.rows[row].cells, bullets)
    }

    /// The joined text of parts of the source.
    pub(super) fn join(&self, spans: &[Span]) -> Flow {
        Flow::join(self.text, spans)
    }

    /// Whether a row looks like a heading: short, not a sentence, not wrapped by the page.
    pub(super) fn looks_like_heading(&self, row: usize) -> bool {
        let line = &self.rows[row].line;
        if line.block == Some(BlockKind::Heading) {
            return true;
        }
        let cells = &self.rows[row].cells;
        // 再現率、適合率 is a list of names; with hiragana, a comma means a sentence.
        let kana = cells.iter().any(|cell| class(cell.1) == Class::Hiragana);
        let sentence = cells.iter().any(|cell| cell.1 == '。' || cell.1 == '、' && (kana || line.width > 30))
            || self.ends_sentence(row);
        let letters = cells.iter().filter(|cell| is_japanese_letter(cell.1) || class(cell.1) == Class::Latin).count();
        let verb_end = matches!(
            cells.last().map(|cell| cell.1),
            Some(',' | '・' | '-' | 'を' | 'が' | 'に' | 'は' | 'で' | 'と' | 'の' | 'て' | 'し' | '(')
        );
        letters >= 2 && line.width <= 50 && !sentence && !verb_end && !self.is_full(row)
    }

    /// Whether a row begins another part of the release, so that a glossary before it ends there.
    pub(super) fn is_section_end(&self, row: usize) -> bool {
        let text = self.compact(row);
        let line = &self.rows[row].line;
        let bare = core(&text);
        if bare.is_empty() {
            // A horizontal rule of dashes or stars.
            return text.chars().count() >= 3;
        }
        let framed = matches!(text.chars().next(), Some('【' | '<' | '■' | '□' | '◆' | '●' | '○' | '▼' | '▶'));
        let short = bare.chars().count() <= 24 && !bare.contains('。');
        let named = RULES.sections.ends.iter().any(|end| {
            let long = end.chars().count() >= 3 && end.chars().any(|c| class(c) != Class::Katakana);
            bare == *end
                || (long && short && bare.starts_with(end.as_str()) && (!self.is_full(row) || framed))
                || bare.strip_prefix(end.as_str()).is_some_and(|rest| rest.starts_with(':'))
        });
        if named && (short || line.width <= 60 || bare.contains(':')) && !bare.contains("とは") {
            return !bare.ends_with('。');
        }
        let contact = RULES.sections.contact.iter().any(|word| text.contains(&word.to_lowercase()));
        contact && !text.contains('。')
    }
}

/// Whether more round brackets open in `cells` than close.
pub(super) fn has_open_bracket(cells: &[Cell]) -> bool {
    let count = |wanted: char| cells.iter().filter(|cell| cell.1 == wanted).count();
    count('(') > count(')')
}

/// Splits a row that holds several entries: it begins with a note mark, and the mark with the next number follows a full
/// stop inside it.
fn split_entries(span: Span, cells: Vec<Cell>) -> Vec<(Span, Vec<Cell>)> {
    let Some(first) = marker::at(&cells, false).filter(|mark| mark.number.is_some()) else {
        return vec![(span, cells)];
    };
    let mut number = first.number.unwrap_or(0);
    let mut starts = vec![0];
    for at in first.length + 1..cells.len() {
        let before = cells[..at].iter().rev().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
        if before != Some('。') {
            continue;
        }
        if let Some(mark) = marker::at(&cells[at..], false)
            && mark.style == first.style
            && mark.number == Some(number + 1)
        {
            number += 1;
            starts.push(at);
        }
    }
    let mut out = Vec::with_capacity(starts.len());
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(cells.len());
        let last =
            cells[start..end].iter().rposition(|cell| class(cell.1) != Class::Space).map_or(start, |at| start + at);
        let stop = cells.get(last + 1).map_or(span.end, |cell| cell.0);
        out.push((Span::new(cells[start].0, stop), cells[start..=last].to_vec()));
    }
    out
}

/// A heading, given as compact text, without numbering and decoration: `【５．用語解説】` becomes `用語解説`.
pub(super) fn core(compact: &str) -> &str {
    let decoration = |c: char| class(c) == Class::Other && !matches!(c, '。' | '、' | '・' | '&');
    let mut rest = compact.trim_end_matches('・').trim_matches(decoration);
    // Breadcrumbs: the last framed part is the heading.
    if let Some(at) = rest.rfind(['【', '<', '>']) {
        let tail = rest[at..].trim_matches(decoration);
        if !tail.is_empty() {
            rest = tail;
        }
    }
    for _ in 0..2 {
        let after_number = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit() || ('\u{2160}'..='\u{217F}').contains(&c) || matches!(c, '①'..='⑳')
        });
        let stripped = after_number.trim_start_matches(['.', ')', ']', '】', ':', '-', '、', '>', '章']);
        if after_number.len() < rest.len() && stripped.len() < after_number.len()
            || ('\u{2160}'..='\u{217F}').contains(&rest.chars().next().unwrap_or(' '))
        {
            rest = stripped;
        }
        let roman = rest.trim_start_matches(['i', 'v', 'x']);
        if roman.len() < rest.len() && roman.starts_with(['.', ')']) {
            rest = roman.trim_start_matches(['.', ')']);
        }
    }
    for prefix in ["(参考)", "参考)", "別紙1", "別紙2", "別紙", "付録"] {
        if let Some(tail) = rest.strip_prefix(prefix)
            && tail.chars().count() >= 2
        {
            rest = tail.trim_start_matches(decoration);
        }
    }
    let rest = rest.trim_matches(decoration);
    // 用語解説(注1~5), 用語解説(五十音順)
    match rest.find('(') {
        Some(at) if at > 0 => rest[..at].trim_end_matches(decoration),
        _ => rest,
    }
}

/// Whether a heading, given as compact text, opens a glossary: `true` if it surely does, `false` if only when marked
/// entries follow.
pub(super) fn opens_glossary(compact: &str) -> Option<bool> {
    // A line of a table of contents ends with leaders and a page number.
    let leaders = compact.matches(['…', '.', '・']).count();
    let after_leaders = compact.rsplit(['…', '.', '・']).next().unwrap_or_default();
    if leaders >= 3 && after_leaders.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let compact = if leaders >= 3 { compact.trim_end_matches(['…', '.', '・']) } else { compact };
    if compact.contains('。') {
        return None;
    }
    let core = core(compact);
    let headings = &RULES.headings;
    if headings.strong.iter().any(|word| word == core) {
        return Some(true);
    }
    if headings.weak.iter().any(|word| word == core) {
        return Some(false);
    }
    let length = core.chars().count();
    let about = headings.about.iter().any(|word| core.contains(word.as_str()));
    let kind = headings.kind.iter().any(|word| core.contains(word.as_str()));
    // 本文中の用語の解説 is a heading, 用語解説が長すぎる is prose.
    let prose = core.ends_with(|c: char| matches!(class(c), Class::Hiragana)) || core.contains(['を', 'が', 'は']);
    (about && kind && length <= headings.longest && !prose).then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_glossaries_are_known_in_any_dress() {
        for heading in [
            "【用語解説】",
            "７．用語説明",
            "（4）用語解説",
            "＜用語説明＞",
            "■ 用 語 解 説 ■",
            "Ⅴ．用語の説明",
            "《用語解説》",
            "Glossary",
            "用語解説：",
            "〔用語説明〕",
            "（参考）用語集",
            "―――― 用語解説 ――――",
            "⽤語説明",
            "JSTトップ>一覧>【用語解説】",
            "本研究で用いた用語の解説",
            "[Explanation of terms]",
            "◆用語解説◆",
            "別紙１ 用語解説",
            "用語解説（五十音順）",
            "5 用語解説",
        ] {
            assert_eq!(opens_glossary(&compact(heading)), Some(true), "{heading} {}", core(&compact(heading)));
        }
        for heading in ["注", "【注】", "補足", "Notes"] {
            assert_eq!(opens_glossary(&compact(heading)), Some(false), "{heading}");
        }
        for prose in [
            "用語解説が長すぎるという声がありました",
            "用語解説 ………… 5",
            "論文情報",
            "用語の統一については",
            "一般の説明",
        ] {
            assert_eq!(opens_glossary(&compact(prose)), None, "{prose}");
        }
    }
}
