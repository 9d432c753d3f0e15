//! Recognises captions of figures and tables, which are no running text.

use super::super::document::Document;
use super::super::rules::RULES;
use super::RowKind;
use crate::text::chars::{Class, class, fold, is_japanese_letter};

/// Whether a row is a caption or a further line of one.
pub(super) fn is_in(document: &Document<'_>, row: usize, before: Option<RowKind>) -> bool {
    let text: String = document.rows[row].line.span.of(document.text).chars().map(fold).collect();
    is_caption(&text) || continues(document, row, before)
}

/// Whether a row continues the caption before it: the page ended that line, or the format says that both are one part.
fn continues(document: &Document<'_>, row: usize, before: Option<RowKind>) -> bool {
    if before != Some(RowKind::Apart) || row == 0 {
        return false;
    }
    let mut first = row - 1;
    while first > 0 && document.runs_on(first - 1, first) {
        first -= 1;
    }
    let text: String = document.rows[first].line.span.of(document.text).chars().map(fold).collect();
    document.runs_on(row - 1, row) && is_caption(&text)
}

/// Whether a text begins with the label of a figure or table and what follows is its title: `図1 装置`, `Table 2: Depths`, and not
/// `図1に示す` or `Table 2 shows`.
fn is_caption(folded: &str) -> bool {
    let lower = folded.trim_start_matches(['(', '[', '【', '<']).to_lowercase();
    for label in &RULES.running_text.captions {
        let Some(rest) = lower.strip_prefix(label.as_str()) else { continue };
        let rest = rest.trim_start_matches('.').trim_start();
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
        if after.len() == rest.len() {
            continue;
        }
        let number_ends = rest.get(..rest.len() - after.len()).is_some_and(|number| number.ends_with('.'));
        let tail = after.trim_start_matches([')', ']', '】', '>']);
        let closes = tail.len() < after.len();
        let original = folded.get(folded.len().saturating_sub(tail.len())..).unwrap_or_default();
        let Some(next) = original.trim_start().chars().next() else { return true };
        let spaced = original.starts_with(|c: char| class(c) == Class::Space);
        return number_ends
            || matches!(next, ':' | '|' | '.' | '-' | '―')
            || closes && spaced
            || spaced && (is_japanese_letter(next) && class(next) != Class::Hiragana || next.is_uppercase());
    }
    false
}

impl Document<'_> {
    /// Whether the row `next` goes on what the row before it leaves open.
    fn runs_on(&self, row: usize, next: usize) -> bool {
        let line = &self.rows[row].line;
        if self.marked || line.block.is_some() {
            return !line.ends_block && line.block == self.rows[next].line.block;
        }
        !self.is_apart(next) && !self.rows[next].after_page && self.is_full(row)
    }
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn captions_are_told_from_sentences_about_figures() {
        for (text, want) in [
            ("図1 湖の写真", true),
            ("図1:湖", true),
            ("図 2-1. 湖", true),
            ("図1に示す。", false),
            ("図1 に示す。", false),
            ("図書館は遠い。", false),
            ("Figure 3: Depth", true),
            ("Figure 3. Depth", true),
            ("Fig. 3 Depth of the lake", true),
            ("Figure 3 shows the depth.", false),
            ("Tables are made of wood.", false),
            ("表3", true),
        ] {
            assert_eq!(is_caption(text), want, "{text}");
        }
    }
}
