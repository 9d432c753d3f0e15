//! Tells by its form alone whether a text is the name of an institution: 見本大学, 株式会社見本製薬.

use super::rules::RULES;
use crate::text::chars::{Class, class, folded};

/// The longest name, in characters.
pub(super) const LONGEST_NAME: usize = 22;

/// The fewest characters of the name before 大学 and the like.
pub(super) const SHORTEST_NAME: usize = 2;

/// Whether a text without spaces ends as names of institutions do.
pub(super) fn ends_like_one(text: &str) -> bool {
    let text = folded(text);
    let text = text.trim();
    text.chars().count() <= LONGEST_NAME
        && !text.contains([' ', '\u{3000}', '。', '、'])
        && RULES.metadata.institution_words.iter().any(|word| text.ends_with(word.as_str()) && text.len() > word.len())
}

/// Whether a folded text is a name that begins with the kind of a company: 株式会社見本製薬. With hiragana it may be a clause.
pub(super) fn is_company(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let kind = RULES.metadata.company_kinds.iter().find(|kind| lower.starts_with(kind.as_str()));
    let name = |kind: &String| text.get(kind.len()..).unwrap_or_default().trim();
    kind.is_some_and(|kind| {
        let name = name(kind);
        name.chars().count() >= SHORTEST_NAME
            && text.chars().count() <= LONGEST_NAME
            && name.chars().all(|c| class(c) != Class::Hiragana && !matches!(c, '。' | '、'))
    })
}
