//! What somebody says of the columns of a table, or the names in its first row, come in; which cell is what goes out.

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holds {
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
    /// Whether to use the pair, or whether somebody has looked.
    Status,
    /// Whether somebody has looked.
    Review,
    /// Probability that the pair is right.
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

/// The word for each, as `--map` takes it, and the names it goes by in the first row of tables.
const NAMES: &[(Holds, &str, &[&str])] = &[
    (
        Holds::Japanese,
        "ja",
        &["ja", "jp", "jpn", "ja-jp", "japanese", "日本語", "和文", "和名", "日本語名", "日本語訳", "和訳"],
    ),
    (Holds::English, "en", &["en", "eng", "en-us", "en-gb", "english", "英語", "英文", "英名", "英語名", "英訳"]),
    (Holds::Reading, "reading", &["reading", "yomi", "kana", "読み", "よみ", "読み方", "ふりがな", "フリガナ", "かな"]),
    (Holds::Abbreviation, "abbreviation", &["abbreviation", "abbr", "acronym", "略語", "略称"]),
    (Holds::PartOfSpeech, "part_of_speech", &["part_of_speech", "part of speech", "pos", "品詞"]),
    (Holds::Status, "usage", &["usage", "status", "term status", "state", "状態", "ステータス"]),
    (Holds::Review, "review", &["review"]),
    (Holds::Confidence, "confidence", &["confidence"]),
    (Holds::Field, "field", &["field", "domain", "subject", "subject field", "分野", "カテゴリ"]),
    (Holds::Definition, "definition", &["definition_ja", "definition", "description", "定義", "説明", "解説"]),
    (Holds::Note, "note", &["note", "notes", "comment", "comments", "remarks", "translator_comments", "備考", "注"]),
    (Holds::Concept, "concept", &["concept_id", "concept id", "concept", "id", "entry_id"]),
];

/// Names of the columns of two texts where no name says a language.
const SIDES: [(Holds, &[&str]); 2] =
    [(Holds::Japanese, &["source", "src", "原文"]), (Holds::English, &["target", "tgt", "訳文"])];

/// What somebody says of the columns: `ja=1,en=3`, `ja=用語,en=英訳,reading=読み`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<(Holds, Column)>);

/// A column by its place, from 1, or by its name in the first row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Number(usize),
    Name(String),
}

/// Which cell is what, by its place from 0.
pub(super) type Places = Vec<(Holds, usize)>;

impl Columns {
    /// Reads `WHAT=COLUMN` parted by commas.
    ///
    /// # Errors
    /// A sentence that says what is wrong and what would be right.
    pub fn parse(given: &str) -> Result<Self, String> {
        let mut columns = Vec::new();
        for part in given.split(',').filter(|part| !part.trim().is_empty()) {
            let Some((what, column)) = part.split_once('=') else {
                return Err(format!("`{}` has no `=`; write `ja=1,en=2`", part.trim()));
            };
            let (what, column) = (what.trim().to_lowercase(), column.trim());
            let Some((holds, ..)) = NAMES.iter().find(|(_, word, _)| *word == what) else {
                let words: Vec<&str> = NAMES.iter().map(|(_, word, _)| *word).collect();
                return Err(format!("no column holds `{what}`; use {}", words.join(", ")));
            };
            let column = match column.parse() {
                Ok(0) => return Err("columns are counted from 1".to_owned()),
                Ok(number) => Column::Number(number),
                Err(_) => Column::Name(column.to_lowercase()),
            };
            columns.push((*holds, column));
        }
        let has = |wanted| columns.iter().any(|(holds, _)| *holds == wanted);
        if !has(Holds::Japanese) && !has(Holds::English) {
            return Err("it names neither `ja` nor `en`; write `ja=1,en=2`".to_owned());
        }
        Ok(Self(columns))
    }

    /// The places these columns have under this first row, and whether that row is a head; else the missing name.
    pub(super) fn places(&self, first: &[String]) -> Result<(Places, bool), String> {
        let mut head = false;
        let mut places = Vec::with_capacity(self.0.len());
        for (holds, column) in &self.0 {
            let place = match column {
                Column::Number(number) => {
                    head |= first.get(number - 1).is_some_and(|name| known(name) == Some(*holds));
                    number - 1
                }
                Column::Name(name) => {
                    head = true;
                    let at = first.iter().position(|cell| cell.trim().to_lowercase() == *name);
                    at.ok_or_else(|| name.clone())?
                }
            };
            places.push((*holds, place));
        }
        Ok((places, head))
    }
}

/// The places the names in a first row say, where they name both languages.
pub(super) fn guessed(first: &[String]) -> Option<Places> {
    let mut places: Places = Vec::new();
    for (place, name) in first.iter().enumerate() {
        if let Some(holds) = known(name)
            && !places.iter().any(|(other, _)| *other == holds)
        {
            places.push((holds, place));
        }
    }
    let has = |places: &Places, wanted| places.iter().any(|(holds, _)| *holds == wanted);
    if !has(&places, Holds::Japanese) && !has(&places, Holds::English) {
        for (holds, names) in SIDES {
            let at = first.iter().position(|cell| names.contains(&cell.trim().to_lowercase().as_str()));
            places.extend(at.map(|place| (holds, place)));
        }
    }
    (has(&places, Holds::Japanese) && has(&places, Holds::English)).then_some(places)
}

fn known(name: &str) -> Option<Holds> {
    let name = name.trim().to_lowercase().replace('_', "-");
    let is = |other: &&str| other.replace('_', "-") == name;
    NAMES.iter().find(|(_, _, names)| names.iter().any(|other| is(&other))).map(|(holds, ..)| *holds)
}

#[cfg(test)]
mod tests {
    use super::{Columns, Holds, guessed};

    fn cells(row: &str) -> Vec<String> {
        row.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn the_first_row_says_what_the_columns_are_where_it_is_plain() {
        for (row, want) in [
            ("ja,en", Some(vec![(Holds::Japanese, 0), (Holds::English, 1)])),
            ("英語,日本語", Some(vec![(Holds::English, 0), (Holds::Japanese, 1)])),
            (
                "id,JA,en_US,note",
                Some(vec![(Holds::Concept, 0), (Holds::Japanese, 1), (Holds::English, 2), (Holds::Note, 3)]),
            ),
            ("location,source,target", Some(vec![(Holds::Japanese, 1), (Holds::English, 2)])),
            ("量子もつれ,quantum entanglement", None),
            ("ja,de", None),
            ("", None),
        ] {
            assert_eq!(guessed(&cells(row)), want, "{row}");
        }
    }

    #[test]
    fn a_person_says_what_the_columns_are() {
        let first = cells("番号,用語,英訳");
        for (given, want) in [
            ("ja=2,en=3", Ok((vec![(Holds::Japanese, 1), (Holds::English, 2)], false))),
            ("ja=用語, en=英訳", Ok((vec![(Holds::Japanese, 1), (Holds::English, 2)], true))),
            ("ja=用語,en=3", Ok((vec![(Holds::Japanese, 1), (Holds::English, 2)], true))),
            ("ja=2,en=English", Err("english".to_owned())),
        ] {
            assert_eq!(Columns::parse(given).unwrap().places(&first), want, "{given}");
        }
        for wrong in ["", "ja", "ja=0", "word=1", "note=1"] {
            assert!(Columns::parse(wrong).is_err(), "{wrong}");
        }
    }
}
