//! What the columns of a table contain: as a person says, or as the names in the first row say.

use super::separator::separator;

/// What a column of a table contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColumnContent {
    /// The Japanese term.
    Japanese,
    /// The English term.
    English,
    /// How the Japanese term is read.
    Reading,
    /// An English abbreviation.
    Abbreviation,
    /// Part of speech.
    PartOfSpeech,
    /// The usage or the review of the pair.
    Status,
    /// The review of the pair.
    Review,
    /// The probability that the pair is right.
    Confidence,
    /// Subject field.
    Field,
    /// A definition.
    Definition,
    /// Anything else worth keeping.
    Note,
    /// The number of the concept.
    Concept,
}

/// The word for each as `--map` takes it, and the names such columns have in the first row of tables.
const NAMES: &[(ColumnContent, &str, &[&str])] = &[
    (
        ColumnContent::Japanese,
        "ja",
        &["ja", "jp", "jpn", "ja-jp", "japanese", "日本語", "和文", "和名", "日本語名", "日本語訳", "和訳"],
    ),
    (
        ColumnContent::English,
        "en",
        &["en", "eng", "en-us", "en-gb", "english", "英語", "英文", "英名", "英語名", "英訳"],
    ),
    (
        ColumnContent::Reading,
        "reading",
        &["reading", "yomi", "kana", "読み", "よみ", "読み方", "ふりがな", "フリガナ", "かな"],
    ),
    (ColumnContent::Abbreviation, "abbreviation", &["abbreviation", "abbr", "acronym", "略語", "略称"]),
    (ColumnContent::PartOfSpeech, "part_of_speech", &["part_of_speech", "part of speech", "pos", "品詞"]),
    (ColumnContent::Status, "usage", &["usage", "status", "term status", "state", "状態", "ステータス"]),
    (ColumnContent::Review, "review", &["review"]),
    (ColumnContent::Confidence, "confidence", &["confidence"]),
    (ColumnContent::Field, "field", &["field", "domain", "subject", "subject field", "分野", "カテゴリ"]),
    (ColumnContent::Definition, "definition", &["definition_ja", "definition", "description", "定義", "説明", "解説"]),
    (
        ColumnContent::Note,
        "note",
        &["note", "notes", "comment", "comments", "remarks", "translator_comments", "備考", "注"],
    ),
    (ColumnContent::Concept, "concept", &["concept_id", "concept id", "concept", "id", "entry_id"]),
];

/// Names of columns of source and target texts, which do not say the language.
const SOURCE: &[&str] = &["source", "src", "原文"];
const TARGET: &[&str] = &["target", "tgt", "訳文", "translation"];

/// Names of columns that say which text of a program a row is.
const KEY: &[&str] = &["key", "context", "location", "file"];

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
    /// Source and target text, where the names of the columns do not say the language.
    pub(in crate::exchange) sides: Option<(usize, usize)>,
}

impl ColumnIndexes {
    /// The index of the column with this content.
    pub(in crate::exchange) fn of(&self, content: ColumnContent) -> Option<usize> {
        self.contents.iter().find(|(other, _)| *other == content).map(|(_, index)| *index)
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

    /// The indexes of these columns under this first row, and whether that row is a heading; or the name that is missing.
    pub(in crate::exchange) fn indexes(&self, first: &[&str]) -> Result<(ColumnIndexes, bool), String> {
        let mut is_heading = false;
        let mut contents = Vec::with_capacity(self.0.len());
        for (content, column) in &self.0 {
            let index = match column {
                Column::Number(number) => {
                    is_heading |= first.get(number - 1).is_some_and(|name| content_of(name) == Some(*content));
                    number - 1
                }
                Column::Name(name) => {
                    is_heading = true;
                    let index = first.iter().position(|cell| cell.trim().to_lowercase() == *name);
                    index.ok_or_else(|| name.clone())?
                }
            };
            contents.push((*content, index));
        }
        Ok((ColumnIndexes { contents, sides: None }, is_heading))
    }
}

/// The indexes the names in a first row stand for, if they name both texts.
pub(in crate::exchange) fn named_columns(first: &[&str]) -> Option<ColumnIndexes> {
    let mut columns = ColumnIndexes::default();
    for (index, name) in first.iter().enumerate() {
        if let Some(content) = content_of(name)
            && columns.of(content).is_none()
        {
            columns.contents.push((content, index));
        }
    }
    if columns.of(ColumnContent::Japanese).is_none() && columns.of(ColumnContent::English).is_none() {
        columns.sides = index_of(first, SOURCE).zip(index_of(first, TARGET));
    }
    let has_both = columns.of(ColumnContent::Japanese).is_some() && columns.of(ColumnContent::English).is_some();
    (has_both || columns.sides.is_some()).then_some(columns)
}

/// The index of the column that says which text of a program a row is.
pub(in crate::exchange) fn key_column(first: &[&str]) -> Option<usize> {
    index_of(first, KEY)
}

/// Whether a line names the columns of a table, whatever separates them.
pub(in crate::exchange) fn names_columns(line: &str) -> bool {
    let cells: Vec<&str> = line.split(separator(line)).map(|cell| cell.trim().trim_matches('"')).collect();
    named_columns(&cells).is_some()
}

fn index_of(first: &[&str], names: &[&str]) -> Option<usize> {
    first.iter().position(|cell| names.contains(&cell.trim().to_lowercase().as_str()))
}

fn content_of(name: &str) -> Option<ColumnContent> {
    let name = name.trim().to_lowercase().replace('_', "-");
    let is = |other: &&str| other.replace('_', "-") == name;
    NAMES.iter().find(|(_, _, names)| names.iter().any(is)).map(|(content, ..)| *content)
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
            ("和名,英名", Some(vec![(ColumnContent::Japanese, 0), (ColumnContent::English, 1)])),
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
            ("ja=2,en=1", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 0)], false))),
            ("ja=2,en=3", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=用語, en=英訳", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=用語,en=3", Ok((vec![(ColumnContent::Japanese, 1), (ColumnContent::English, 2)], true))),
            ("ja=2,en=English", Err("english".to_owned())),
        ] {
            let found = Columns::parse(given).unwrap().indexes(&first);
            assert_eq!(found.map(|(columns, is_heading)| (columns.contents, is_heading)), want, "{given}");
        }
        for wrong in ["", "ja", "ja=0", "word=1", "note=1"] {
            assert!(Columns::parse(wrong).is_err(), "{wrong}");
        }
    }
}
