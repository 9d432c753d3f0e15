//! What the name of a column says, in the many spellings of tables people keep: `ja`, `Term (JA)`, `英語（訳語）`, `使用可否`.

use super::content::ColumnContent;
use super::name_words::{FILLERS, without_language};
use crate::exchange::item::{Standing, standing};
use crate::text::normal::normal;

/// The word for each content as `--map` takes it, and names of columns that hold it, as [`words`] gives them.
pub(super) const NAMES: &[(ColumnContent, &str, &[&str])] = &[
    (ColumnContent::Japanese, "ja", &["ja", "jp", "日本語", "和文", "和名", "日本語名", "日本語訳", "和訳", "邦訳"]),
    (ColumnContent::English, "en", &["en", "eng", "english", "英語", "英文", "英名", "英語名", "英訳", "欧文"]),
    (
        ColumnContent::Reading,
        "reading",
        &[
            "reading",
            "yomi",
            "kana",
            "furigana",
            "pronunciation",
            "読み",
            "よみ",
            "ヨミ",
            "読み方",
            "読みがな",
            "読み仮名",
            "ふりがな",
            "フリガナ",
            "かな",
            "カナ",
            "仮名",
        ],
    ),
    (
        ColumnContent::Abbreviation,
        "abbreviation",
        &["abbreviation", "abbreviations", "abbr", "abbrev", "acronym", "short form", "略語", "略称", "略号", "短縮形"],
    ),
    (
        ColumnContent::Synonym,
        "synonym",
        &[
            "synonym",
            "synonyms",
            "alias",
            "aliases",
            "variant",
            "variants",
            "alternative",
            "alternatives",
            "alternative term",
            "other names",
            "also known as",
            "aka",
            "同義語",
            "別名",
            "別称",
            "異名",
            "異表記",
            "別表記",
            "別",
            "別訳",
            "別訳語",
            "別案",
            "訳語 別",
            "訳 別",
            "他の訳語",
            "その他の訳語",
        ],
    ),
    (ColumnContent::PartOfSpeech, "part_of_speech", &["part of speech", "pos", "word class", "品詞"]),
    (ColumnContent::EnglishPartOfSpeech, "part_of_speech_en", &["part of speech en"]),
    (
        ColumnContent::Status,
        "usage",
        &[
            "usage",
            "usage status",
            "status",
            "term status",
            "segment status",
            "state",
            "administrative status",
            "admin status",
            "approval",
            "approval status",
            "permission",
            "使用",
            "使用可否",
            "使用区分",
            "使用状況",
            "使用状態",
            "使用不使用",
            "使用の可否",
            "利用",
            "利用可否",
            "可否",
            "採否",
            "採用",
            "状態",
            "ステータス",
            "承認",
            "承認状態",
            "承認状況",
            "推奨度",
            "判定",
            "用語区分",
        ],
    ),
    (ColumnContent::Review, "review", &["review", "レビュー"]),
    (ColumnContent::Confidence, "confidence", &["confidence"]),
    (
        ColumnContent::Field,
        "field",
        &[
            "field",
            "domain",
            "subject",
            "subject field",
            "category",
            "topic",
            "分野",
            "カテゴリ",
            "カテゴリー",
            "専門分野",
            "entry subject",
            "entry domain",
            "領域",
        ],
    ),
    (
        ColumnContent::Definition,
        "definition",
        &["definition", "def", "description", "explanation", "meaning", "定義", "説明", "解説", "意味"],
    ),
    (
        ColumnContent::Note,
        "note",
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "memo",
            "translator comments",
            "entry note",
            "備考",
            "注",
            "注釈",
            "注記",
            "コメント",
            "メモ",
        ],
    ),
    (
        ColumnContent::Concept,
        "concept",
        &["concept id", "concept", "concept no", "id", "entry id", "概念番号", "概念id"],
    ),
];

impl ColumnContent {
    /// Its word, as `--map` takes it.
    #[must_use]
    pub fn word(self) -> &'static str {
        NAMES.iter().find(|(content, ..)| *content == self).map_or("", |(_, word, _)| word)
    }
}

/// Names of columns of source and target texts, which do not say the language.
const SOURCE: &[&str] = &[
    "source",
    "src",
    "source term",
    "source text",
    "source segment",
    "原文",
    "原語",
    "用語",
    "見出し語",
    "見出し",
    "項目",
    "term",
    "headword",
];
const TARGET: &[&str] = &[
    "target",
    "tgt",
    "target term",
    "target text",
    "target segment",
    "訳文",
    "訳語",
    "訳",
    "対訳",
    "翻訳",
    "translation",
    "equivalent",
];

/// Names of columns that say which text of a program a row is.
const KEY: &[&str] = &["key", "context", "location", "file", "segment id", "segment key"];

/// The words of a name in lower case, separated by single spaces: `Term_(JA)` becomes `term ja`.
pub(super) fn words(name: &str) -> String {
    let spaced: String =
        normal(name).to_lowercase().chars().map(|c| if c.is_alphanumeric() || c == 'ー' { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the name of a column says of its content; `None` if nothing.
pub(in crate::exchange) fn content_of(name: &str) -> Option<ColumnContent> {
    let words = words(name);
    listed(&words).or_else(|| in_a_language(&words)).or_else(|| beside_a_standing(&words))
}

/// A name beside a standing that lets its terms be used: `同義語（使用可）`.
fn beside_a_standing(words: &str) -> Option<ColumnContent> {
    let rest: Vec<&str> = words.split(' ').filter(|word| !is_welcome(word)).collect();
    let rest = rest.join(" ");
    (rest.len() < words.len()).then(|| listed(&rest)).flatten()
}

pub(super) fn listed(words: &str) -> Option<ColumnContent> {
    NAMES.iter().find(|(_, _, names)| names.contains(&words)).map(|(content, ..)| *content)
}

/// A name with a language in it: `English term`, `用語（日本語）`, `英語略語`.
fn in_a_language(words: &str) -> Option<ColumnContent> {
    let (mut language, mut rest) = (None, String::new());
    for word in words.split(' ') {
        let (found, other) = without_language(word);
        if found.is_some() && language.is_some() && found != language {
            return None;
        }
        language = language.or(found);
        let other = other.trim_end_matches(|c: char| c.is_ascii_digit());
        if !other.is_empty() && !FILLERS.contains(&other) {
            rest.push_str(if rest.is_empty() { "" } else { " " });
            rest.push_str(other);
        }
    }
    let language = language?;
    if rest.is_empty() {
        return Some(language);
    }
    let other = listed(&rest).filter(|content| !content.is_term()).map(|content| match content {
        ColumnContent::PartOfSpeech if language == ColumnContent::English => ColumnContent::EnglishPartOfSpeech,
        content => content,
    });
    other.or_else(|| is_welcome(&rest).then_some(language))
}

/// Whether a word is a standing that lets a term be used: 推奨, 使用可.
fn is_welcome(word: &str) -> bool {
    standing(word).is_some_and(|found| found != Standing::default() && !found.is_ban())
}

/// The index of the column of source or target texts.
pub(super) fn side(first: &[&str]) -> (Option<usize>, Option<usize>) {
    (index_of(first, SOURCE), index_of(first, TARGET))
}

/// Whether a cell can only be the name of a column, not the status of a term.
pub(super) fn is_name(cell: &str) -> bool {
    standing(cell).is_none() && (content_of(cell).is_some() || is_term_name(cell) || key_column(&[cell]).is_some())
}

/// Whether a name says that a column holds terms, without their language or with it.
pub(super) fn is_term_name(name: &str) -> bool {
    let words = words(name);
    content_of(name).is_some_and(ColumnContent::is_term)
        || [SOURCE, TARGET].iter().any(|names| names.contains(&words.as_str()))
}

/// The index of the column that says which text of a program a row is.
pub(in crate::exchange) fn key_column(first: &[&str]) -> Option<usize> {
    index_of(first, KEY)
}

fn index_of(first: &[&str], names: &[&str]) -> Option<usize> {
    first.iter().position(|cell| names.contains(&words(cell).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_many_names() {
        use ColumnContent::{
            Abbreviation, Definition, English, EnglishPartOfSpeech, Japanese, Note, PartOfSpeech, Reading, Status,
            Synonym,
        };
        for (content, names) in [
            (
                Japanese,
                &[
                    "ja",
                    "JA-JP",
                    "Term (JA)",
                    "Japanese term",
                    "用語（日本語）",
                    "日本語用語",
                    "日本語1",
                    "jpn",
                    "ＪＡ",
                ][..],
            ),
            (
                English,
                &[
                    "en_US",
                    "English",
                    "EN (US)",
                    "Term [EN]",
                    "英語訳語",
                    "訳語（英語）",
                    "英語表記",
                    "English equivalent",
                    "EN2",
                    "英語（推奨）",
                    "英語 ※要確認",
                    "用語（英）",
                    "英",
                    "推奨英語",
                ],
            ),
            (Status, &["使用", "使用可否", "Term Status", "term_status", "状態", "ステータス", "Usage (EN)"]),
            (Abbreviation, &["略語", "英語略語", "Abbreviation (EN)"]),
            (Reading, &["読み", "日本語読み", "Yomi"]),
            (Definition, &["定義", "Definition (JA)", "説明"]),
            (PartOfSpeech, &["品詞", "POS", "Part of speech (JA)", "日本語品詞"]),
            (EnglishPartOfSpeech, &["part_of_speech_en", "POS (EN)", "英語品詞", "品詞（英語）", "品詞（英）"]),
            (Note, &["備考", "Comment", "メモ"]),
            (Synonym, &["同義語", "Synonyms", "英語別名", "同義語（使用可）", "訳語（別）", "英語（別）"]),
        ] {
            for name in names {
                assert_eq!(content_of(name), Some(content), "{name}");
            }
        }
        for name in ["", "担当者", "German", "ja/en", "English teacher", "量子もつれ", "entanglement", "US", "禁止"]
        {
            assert_eq!(content_of(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_listed_as_they_are_compared() {
        for name in NAMES.iter().flat_map(|(_, _, names)| *names).chain(SOURCE).chain(TARGET).chain(KEY) {
            assert_eq!(words(name), **name);
        }
    }
}
