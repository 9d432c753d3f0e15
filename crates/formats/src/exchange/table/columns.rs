//! What the columns of a table contain: as a person says, or as the names in the first row say.

use super::content::ColumnContent;
use super::marks::{Mark, mark_of};
use super::names::{NAMES, content_of, is_name, is_term_name, side, words};
use super::pair_rows::{REVIEW_COLUMNS, is_own_table};
use super::separator::separator;
use crate::exchange::item::{Standing, standing};

/// How many names of columns an error quotes, and how much of each.
const QUOTED: (usize, usize) = (20, 30);

/// A column of a table or of a list of terms, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its number, from 1.
    pub number: usize,
    /// Its name; empty where it has none.
    pub name: String,
    /// What it was read as, in the words of `--map`; none if it was left out.
    pub content: Option<&'static str>,
}

/// What a person says the columns contain: `ja=1,en=3`, `ja=用語,en=英訳,reading=読み`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<(ColumnContent, Column)>);

/// A column by its number, from 1, or by its name in the first row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Number(usize),
    Name(String),
}

/// What the cells of a row contain, by their index from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::exchange) struct ColumnIndexes {
    contents: Vec<(ColumnContent, usize)>,
    /// Columns that mark or hold terms of a standing: `禁止`, `preferred`, `誤訳`.
    pub(super) marks: Vec<(Mark, usize)>,
    /// Source and target text, where the names of the columns do not say the language.
    pub(in crate::exchange) sides: Option<(usize, usize)>,
    /// Whether the table is an export of a program, in which a cell is one term in the language of its column.
    pub(super) is_export: bool,
    /// Whether it is one of Weblate, which writes what may be a formula in its own way.
    pub(super) is_of_weblate: bool,
}

impl ColumnIndexes {
    /// The index of the first column with this content.
    pub(in crate::exchange) fn of(&self, content: ColumnContent) -> Option<usize> {
        self.all(content).next()
    }

    /// The indexes of all columns with this content.
    pub(in crate::exchange) fn all(&self, content: ColumnContent) -> impl Iterator<Item = usize> {
        self.contents.iter().filter(move |(other, _)| *other == content).map(|(_, index)| *index)
    }

    /// The columns of a table with this first row; its names count if it is a heading.
    pub(super) fn described(&self, first: &[&str], is_heading: bool) -> Vec<TableColumn> {
        let content = |index: usize| {
            let listed = self.contents.iter().find(|(_, other)| *other == index).map(|(content, _)| content.word());
            let side = self.sides.filter(|(source, target)| [*source, *target].contains(&index)).map(|_| "ja or en");
            let mark = self.marks.iter().any(|(_, other)| *other == index).then_some("usage");
            listed.or(side).or(mark)
        };
        let name = |name: &str| name.trim().chars().take(QUOTED.1).collect();
        let column = |(index, text): (usize, &&str)| TableColumn {
            number: index + 1,
            name: if is_heading { name(text) } else { String::new() },
            content: content(index),
        };
        let columns = first.iter().enumerate().map(column);
        columns.filter(|column| !is_heading || !column.name.is_empty() || column.content.is_some()).collect()
    }

    /// Adds the columns of usage that a heading names, for they are never passed over.
    fn add_standings(&mut self, first: &[&str]) {
        for (index, name) in first.iter().enumerate() {
            if self.has(index) {
                continue;
            }
            match (content_of(name), mark_of(name)) {
                (Some(content), _) if content.is_standing() => self.contents.push((content, index)),
                (None, Some(mark)) => self.marks.push((mark, index)),
                _ => {}
            }
        }
    }

    /// Whether something is known of what a column contains.
    pub(super) fn has(&self, index: usize) -> bool {
        let side = self.sides.is_some_and(|(source, target)| [source, target].contains(&index));
        side || self.contents.iter().any(|(_, other)| *other == index)
            || self.marks.iter().any(|(_, other)| *other == index)
    }

    /// A column mapped as usage whose name is a ban marks what is banned: a circle in it lets nothing be used.
    fn settle_bans(&mut self, first: &[&str]) {
        let ban = |index: usize| first.get(index).and_then(|name| mark_of(name)).filter(Mark::is_ban);
        let marks = &mut self.marks;
        self.contents.retain(|(content, index)| match ban(*index).filter(|_| *content == ColumnContent::Status) {
            Some(mark) => {
                marks.push((mark, *index));
                false
            }
            None => true,
        });
    }
}

impl Columns {
    /// Reads `CONTENT=COLUMN`, separated by commas.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn parse(given: &str) -> Result<Self, String> {
        let mut columns = Vec::new();
        for part in given.split(',').filter(|part| !part.trim().is_empty()) {
            let Some((what, column)) = part.split_once('=') else {
                return Err(format!("`{}` has no `=`; write `ja=1,en=2`", part.trim()));
            };
            let (what, column) = (what.trim().to_lowercase(), column.trim());
            let Some((content, ..)) = NAMES.iter().find(|(_, word, _)| *word == what) else {
                let words: Vec<&str> = NAMES.iter().map(|(_, word, _)| *word).collect();
                return Err(format!("`{what}` is not a content of a column; use {}", words.join(", ")));
            };
            let column = match column.parse() {
                Ok(0) => return Err("columns are counted from 1".to_owned()),
                Ok(number) => Column::Number(number),
                Err(_) => Column::Name(column.to_lowercase()),
            };
            columns.push((*content, column));
        }
        let has = |wanted| columns.iter().any(|(content, _)| *content == wanted);
        if !has(ColumnContent::Japanese) && !has(ColumnContent::English) {
            return Err("neither `ja` nor `en` is mapped; write `ja=1,en=2`".to_owned());
        }
        Ok(Self(columns))
    }

    /// The indexes of these columns under this first row, and whether that row is a heading; or what is wrong with them.
    pub(in crate::exchange) fn indexes(&self, first: &[&str]) -> Result<(ColumnIndexes, bool), String> {
        let mut is_heading = false;
        let mut columns = ColumnIndexes::default();
        for (content, column) in &self.0 {
            let index = match column {
                Column::Number(number) => {
                    let Some(name) = first.get(number - 1) else {
                        let (word, count) = (content.word(), first.len());
                        return Err(format!(
                            "`{word}={number}` names a column that does not exist; the table has {count}."
                        ));
                    };
                    is_heading |= content_of(name) == Some(*content) && standing(name).is_none();
                    number - 1
                }
                Column::Name(name) => {
                    is_heading = true;
                    let index = first.iter().position(|cell| cell.trim().to_lowercase() == *name);
                    index.ok_or_else(|| no_column(name, first))?
                }
            };
            if let Some((other, _)) = columns.contents.iter().find(|(_, other)| *other == index) {
                let (one, other) = (other.word(), content.word());
                return Err(format!("Column {} is mapped twice, as `{one}` and as `{other}`.", index + 1));
            }
            columns.contents.push((*content, index));
        }
        let mut terms = columns.contents.iter().filter(|(content, _)| content.is_term());
        is_heading |= terms.any(|(_, index)| first.get(*index).is_some_and(|name| is_term_name(name)));
        let others = || first.iter().enumerate().filter(|(index, _)| !columns.has(*index));
        is_heading |= others().any(|(_, name)| is_name(name));
        if is_heading {
            columns.settle_bans(first);
            columns.add_standings(first);
        } else if let Some((index, cell)) = others().find(|(_, cell)| is_name_or_status(cell)) {
            let cell: String = cell.chars().take(QUOTED.1).collect();
            return Err(format!(
                "`{cell}` in column {number} of the first row may be the name of a column, or the status of the first \
                 term. If it is a status, map it too: `usage={number}`; if it is a name, map by names: `usage={cell}`.",
                number = index + 1,
            ));
        }
        Ok((columns, is_heading))
    }
}

/// Whether a cell of a first row may be the name of a column as well as the status of a term: 禁止.
fn is_name_or_status(cell: &str) -> bool {
    cell.chars().nth(1).is_some() && standing(cell).is_some_and(|found| found != Standing::default())
}

/// That no column has a name, with the names there are.
fn no_column(missing: &str, first: &[&str]) -> String {
    let shortened = |name: &&str| name.chars().take(QUOTED.1).collect::<String>();
    let names: Vec<String> = first.iter().take(QUOTED.0).map(shortened).collect();
    format!("No column is named `{missing}`; the columns are `{}`.", names.join("`, `"))
}

/// The indexes the names in a first row stand for, if they name both texts.
pub(in crate::exchange) fn named_columns(first: &[&str]) -> Option<ColumnIndexes> {
    use ColumnContent::{Definition, English, Japanese, Synonym};
    let mut columns = ColumnIndexes::default();
    for (index, name) in first.iter().enumerate() {
        if let Some(content) = content_of(name)
            && (content.is_term()
                || content.is_standing()
                || matches!(content, Synonym | Definition)
                || columns.of(content).is_none())
        {
            columns.contents.push((content, index));
        }
    }
    if columns.of(Japanese).is_none()
        && columns.of(English).is_some()
        && let Some(index) = first.iter().position(|name| words(name) == "日")
    {
        // 日,英: alone it may be a day.
        columns.contents.push((Japanese, index));
    }
    columns.add_standings(first);
    columns.is_export = is_export_of_terms(first);
    columns.is_of_weblate = WEBLATE.iter().all(|name| first.iter().any(|cell| cell.trim() == *name));
    let free = |(source, target): (Option<usize>, Option<usize>)| {
        let is_free = |index: &usize| columns.contents.iter().all(|(_, other)| other != index);
        (source.filter(is_free), target.filter(is_free))
    };
    match (columns.of(Japanese), columns.of(English), free(side(first))) {
        (None, None, (source, target)) => columns.sides = source.zip(target),
        // 用語,英訳: the term is in the other language.
        (None, Some(_), (Some(index), None) | (None, Some(index))) => columns.contents.push((Japanese, index)),
        (Some(_), None, (Some(index), None) | (None, Some(index))) => columns.contents.push((English, index)),
        _ => {}
    }
    let is_held = |lang| columns.marks.iter().any(|(mark, _)| mark.lang == Some(lang));
    let has_both = match (columns.of(Japanese), columns.of(English)) {
        (Some(_), Some(_)) => true,
        // 日本語,英語（不可）: the words that must not be used.
        (Some(_), None) => is_held(English),
        (None, Some(_)) => is_held(Japanese),
        (None, None) => false,
    };
    (has_both || columns.sides.is_some()).then_some(columns)
}

/// Columns that only tables of Weblate have together.
const WEBLATE: [&str; 4] = ["source", "target", "translator_comments", "developer_comments"];

/// How the heading of a term base of `memoQ` begins.
const MEMOQ: [&str; 2] = ["Entry_ID", "Entry_Subject"];

/// Whether the columns are those of our own tables, or of an export of `memoQ` or for `MultiTerm`.
fn is_export_of_terms(first: &[&str]) -> bool {
    let names = || first.iter().map(|name| name.trim());
    is_own_table(names())
        || names().eq(REVIEW_COLUMNS)
        || names().take(MEMOQ.len()).eq(MEMOQ)
        || names().take(MULTITERM.len()).eq(MULTITERM)
}

/// How the heading of our tables for `MultiTerm` begins.
const MULTITERM: [&str; 2] = ["Concept ID", "Subject"];

/// Whether a line names the columns of a table, whatever separates them.
pub(in crate::exchange) fn names_columns(line: &str) -> bool {
    let cells: Vec<&str> = line.split(separator(line)).map(|cell| cell.trim().trim_matches('"')).collect();
    named_columns(&cells).is_some()
}

#[cfg(test)]
mod tests {
    use super::{ColumnContent, Columns, named_columns};

    fn cells(row: &str) -> Vec<&str> {
        row.split(',').collect()
    }

    #[test]
    fn the_first_row_says_what_the_columns_are_where_it_is_plain() {
        for (row, want) in [
            ("ja,en", Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)])),
            ("英語,日本語", Some(vec![(ColumnContent::English, 0), (ColumnContent::Japanese, 1)])),
            (
                "id,JA,en_US,note",
                Some(vec![
                    (ColumnContent::Concept, 0),
                    (ColumnContent::Japanese, 1),
                    (ColumnContent::English, 2),
                    (ColumnContent::Note, 3),
                ]),
            ),
            ("用語,英訳", Some(vec![(ColumnContent::English, 1), (ColumnContent::Japanese, 0)])),
            ("日本語,訳語,担当者", Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)])),
            (
                "Term (JA),Term (EN),使用",
                Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1), (ColumnContent::Status, 2)]),
            ),
            ("和名,英名", Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)])),
            ("日,英", Some(vec![(ColumnContent::English, 1), (ColumnContent::Japanese, 0)])),
            ("用語（和）,用語（英）", Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)])),
            ("location,source,target", Some(vec![])),
            ("source,ja,en", Some(vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)])),
            ("量子もつれ,quantum entanglement", None),
            ("ja,de", None),
            ("", None),
        ] {
            let columns = named_columns(&cells(row));
            assert_eq!(columns.clone().map(|columns| columns.contents), want, "{row}");
            let sides = columns.and_then(|columns| columns.sides);
            assert_eq!(sides, (row.starts_with("location")).then_some((1, 2)), "{row}");
        }
    }

    #[test]
    fn a_person_says_what_the_columns_are() {
        let first = cells("番号,用語,英訳");
        for (given, want) in [
            ("ja=2,en=1", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 0)], true))),
            ("ja=2,en=3", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=用語, en=英訳", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=用語,en=3", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=1,en=2", Ok((vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)], true))),
            ("ja=1,en=1", Err("Column 1 is mapped twice, as `ja` and as `en`.".to_owned())),
            ("ja=2,en=用語", Err("Column 2 is mapped twice, as `ja` and as `en`.".to_owned())),
            (
                "ja=2,en=English",
                Err("No column is named `english`; the columns are `番号`, `用語`, `英訳`.".to_owned()),
            ),
            ("ja=2,en=9", Err("`en=9` names a column that does not exist; the table has 3.".to_owned())),
        ] {
            let found = Columns::parse(given).unwrap().indexes(&first);
            assert_eq!(found.map(|(columns, is_heading)| (columns.contents, is_heading)), want, "{given}");
        }
        for wrong in ["", "ja", "ja=0", "word=1", "note=1"] {
            assert!(Columns::parse(wrong).is_err(), "{wrong}");
        }
    }
}
