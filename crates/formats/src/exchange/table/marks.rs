//! Columns that are named after a standing: they mark the terms of a row (`禁止`: ×), or hold words of that standing (`誤訳`).

use super::content::ColumnContent;
use super::name_words::{FILLERS, without_language};
use super::names::{listed, words};
use crate::exchange::item::{Standing, is_marked, standing};
use crate::exchange::language::language_of;
use crate::model::{Lang, Usage};

/// The standing a column is named after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Mark {
    pub(super) standing: Standing,
    /// The language of the words in it, where its name says one: `英語（不可）`.
    pub(super) lang: Option<ColumnContent>,
}

/// What a cell in such a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkCell<'a> {
    /// The row is not marked.
    Nothing,
    /// The terms of the row have this standing.
    Standing(Standing),
    /// The words in it have the standing of the column.
    Words(&'a str),
    /// It is neither for certain.
    Unclear,
}

/// Words beside a standing in the name of a column that holds such words.
const HOLDERS: &[&str] =
    &["words", "translations", "equivalents", "expression", "expressions", "names", "wording", "variant", "variants"];

/// Endings of Japanese names of columns that hold such words.
const ENDINGS: &[&str] = &["用語", "訳語", "語句", "表現", "表記", "単語", "ワード", "語", "訳", "例"];

/// The standing that a column is named after: `禁止`, `Preferred`, `NG訳`, `使用しない語`, `英語（不可）`.
pub(super) fn mark_of(name: &str) -> Option<Mark> {
    let telling = |word: &str| standing(word).filter(|found| *found != Standing::default());
    if let Some(standing) = telling(name) {
        return Some(Mark { standing, lang: None });
    }
    let (mut lang, mut rest) = (None, String::new());
    for word in words(name).split(' ') {
        let (found, other) = without_language(word);
        lang = lang.or(found);
        let is_holder =
            || FILLERS.contains(&other) || HOLDERS.contains(&other) || listed(other) == Some(ColumnContent::Synonym);
        if !other.is_empty() && !is_holder() {
            rest.push_str(other);
        }
    }
    let mut rest = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    loop {
        if rest.is_empty() {
            return None;
        }
        if let Some(standing) = telling(rest) {
            return Some(Mark { standing, lang });
        }
        rest = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending))?;
    }
}

/// Whether a cell forbids in words, whatever its column is called.
pub(super) fn forbids_in_words(cell: &str) -> bool {
    cell.chars().nth(1).is_some() && standing(cell).is_some_and(|found| found.usage == Some(Usage::Forbidden))
}

impl Mark {
    /// Whether it is said of what must not be used.
    pub(super) fn is_ban(&self) -> bool {
        self.standing.is_ban()
    }

    /// The language of a word in the column.
    pub(super) fn lang_of(&self, word: &str) -> Lang {
        match self.lang {
            Some(ColumnContent::Japanese) => Lang::JA,
            Some(_) => Lang::EN,
            None => language_of(word),
        }
    }

    /// What a cell in the column is, which is not blank.
    pub(super) fn read<'a>(&self, cell: &'a str) -> MarkCell<'a> {
        let own = standing(cell);
        match (is_marked(cell), own) {
            (Some(true), _) => return MarkCell::Standing(self.standing),
            (Some(false), _) => return MarkCell::Nothing,
            (None, Some(own)) if self.standing.usage != Some(Usage::Forbidden) => return MarkCell::Standing(own),
            (None, None) if !self.is_ban() => return MarkCell::Unclear,
            // In a column of what is forbidden, no word lets a term be used.
            (None, Some(_)) => return MarkCell::Standing(self.standing),
            (None, None) => {}
        }
        let word = cell.trim_start_matches(|c: char| !c.is_alphanumeric() && standing(&c.to_string()).is_some()).trim();
        if is_statement(word) {
            MarkCell::Standing(self.standing)
        } else if is_remark(word) {
            MarkCell::Unclear
        } else {
            MarkCell::Words(word)
        }
    }
}

/// Whether a cell says that something is so, or since when: ※, 原則禁止, 2020年.
fn is_statement(cell: &str) -> bool {
    let is_date = cell.starts_with(|c: char| c.is_numeric())
        && cell.chars().all(|c| !c.is_alphabetic() || matches!(c, '年' | '月' | '日' | '度'));
    let is_name = mark_of(cell).is_some_and(|mark| mark.is_ban());
    !cell.chars().any(char::is_alphanumeric) || is_date || is_name || cell.ends_with("禁止") || cell.ends_with("不可")
}

/// Whether a cell is rather a sentence or an abbreviated note than a word.
fn is_remark(cell: &str) -> bool {
    const MARKS: [char; 7] = ['。', '→', '⇒', '：', '「', '?', '？'];
    const NOTES: [&str; 5] = ["注意", "要注意", "要確認", "要検討", "理由"];
    const ENDS: [&str; 7] = ["ください", "下さい", "こと", "ため", "です", "ます", "する"];
    cell.chars().nth(1).is_none()
        || cell.contains(MARKS)
        || cell.contains(": ")
        || NOTES.contains(&cell)
        || ENDS.iter().any(|end| cell.ends_with(end))
        || cell.chars().count() > 80
        || cell.split([';', '；', ',', '、']).any(|part| part.split_whitespace().count() > 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_named_after_a_standing_in_many_ways() {
        use ColumnContent::{English, Japanese};
        for (name, usage, lang) in [
            ("禁止", Usage::Forbidden, None),
            ("Do not use", Usage::Forbidden, None),
            ("禁止語", Usage::Forbidden, None),
            ("使用しない語", Usage::Forbidden, None),
            ("NG訳", Usage::Forbidden, None),
            ("ＮＧワード", Usage::Forbidden, None),
            ("誤訳例", Usage::Forbidden, None),
            ("Forbidden terms", Usage::Forbidden, None),
            ("使ってはいけない訳語", Usage::Forbidden, None),
            ("同義語(使用不可)", Usage::Forbidden, None),
            ("英語(不可)", Usage::Forbidden, Some(English)),
            ("禁止語（日本語）", Usage::Forbidden, Some(Japanese)),
            ("Wrong English", Usage::Forbidden, Some(English)),
            ("非推奨語", Usage::Deprecated, None),
            ("Preferred", Usage::Preferred, None),
        ] {
            let found = mark_of(name).map(|mark| (mark.standing.usage, mark.lang));
            assert_eq!(found, Some((Some(usage), lang)), "{name}");
        }
        for name in ["", "担当者", "英語", "使用禁止理由", "同義語", "語", "Term (EN)"] {
            assert_eq!(mark_of(name), None, "{name}");
        }
    }

    #[test]
    fn a_cell_under_a_ban_is_a_mark_or_the_word_itself() {
        let Some(mark) = mark_of("誤訳") else { panic!("a name") };
        let banned = MarkCell::Standing(mark.standing);
        for (cell, want) in [
            ("×", banned),
            ("x", banned),
            ("✓", banned),
            ("○", banned),
            ("禁止", banned),
            ("yes", banned),
            ("該当", banned),
            ("※", banned),
            ("原則禁止", banned),
            ("使わないでください", banned),
            ("2020年4月", banned),
            ("no", MarkCell::Nothing),
            ("-", MarkCell::Nothing),
            ("該当なし", MarkCell::Nothing),
            ("thyroid body", MarkCell::Words("thyroid body")),
            ("× thyroid body", MarkCell::Words("thyroid body")),
            ("甲状体", MarkCell::Words("甲状体")),
            ("𠮷野体", MarkCell::Words("𠮷野体")),
            ("5-HT", MarkCell::Words("5-HT")),
            ("学会の決定による。", MarkCell::Unclear),
            ("要注意", MarkCell::Unclear),
            ("済", MarkCell::Unclear),
        ] {
            assert_eq!(mark.read(cell), want, "{cell}");
        }
    }
}
