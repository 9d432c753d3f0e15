//! Words in names of columns: those that name a language, and those beside them that change nothing.

use super::content::ColumnContent;

/// Words that name a language.
const LANGUAGES: &[(&str, ColumnContent)] = &[
    ("japanese", ColumnContent::Japanese),
    ("日本語", ColumnContent::Japanese),
    ("jpn", ColumnContent::Japanese),
    ("和文", ColumnContent::Japanese),
    ("和名", ColumnContent::Japanese),
    ("ja", ColumnContent::Japanese),
    ("jp", ColumnContent::Japanese),
    ("english", ColumnContent::English),
    ("英語", ColumnContent::English),
    ("英文", ColumnContent::English),
    ("英名", ColumnContent::English),
    ("eng", ColumnContent::English),
    ("en", ColumnContent::English),
];

/// Words of one character that name a language if they stand alone: 用語（和）.
const CHARACTERS: &[(&str, ColumnContent)] = &[("和", ColumnContent::Japanese), ("英", ColumnContent::English)];

/// Words beside the name of a language that change nothing: it is the term all the same.
pub(super) const FILLERS: &[&str] = &[
    "term",
    "terms",
    "word",
    "name",
    "entry",
    "text",
    "segment",
    "source",
    "target",
    "src",
    "tgt",
    "translation",
    "language",
    "lang",
    "equivalent",
    "united",
    "states",
    "kingdom",
    "us",
    "gb",
    "uk",
    "原文",
    "訳文",
    "見出し語",
    "見出し",
    "用語名",
    "用語",
    "訳語",
    "訳",
    "対訳",
    "翻訳",
    "名称",
    "名",
    "表記",
    "単語",
    "語",
    "表現",
];

/// The language a word names, and the rest of it. Only Japanese writes both as one word.
pub(super) fn without_language(word: &str) -> (Option<ColumnContent>, &str) {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
    if let Some((_, content)) = CHARACTERS.iter().find(|(language, _)| bare == *language) {
        return (Some(*content), "");
    }
    for (language, content) in LANGUAGES {
        if bare == *language {
            return (Some(*content), "");
        }
        if !language.is_ascii()
            && let Some(rest) = bare.strip_prefix(language).or_else(|| bare.strip_suffix(language))
        {
            return (Some(*content), rest);
        }
    }
    (None, word)
}
