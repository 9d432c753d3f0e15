//! Whether the names of the columns of a bilingual table say that it holds terms, or texts with their translations.

use super::content::ColumnContent;
use super::names::{content_of, words};

/// What a bilingual table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum TableKind {
    /// Terms.
    Terms,
    /// Texts with their translations.
    Segments,
}

/// Names of columns as translation tools and translators use them in tables of texts.
const OF_SEGMENTS: [&str; 6] = ["segment", "segments", "source text", "target text", "原文", "訳文"];

/// Words in names of columns of terms.
const OF_TERMS: [&str; 8] = ["term", "terms", "headword", "用語", "訳語", "見出し", "和名", "英名"];

/// What the names of the columns say; none if they leave it open, as the names of languages do.
pub(in crate::exchange) fn kind_by_names(first: &[&str]) -> Option<TableKind> {
    let names: Vec<String> = first.iter().map(|name| words(name)).collect();
    let is_of_terms = |(name, written): (&String, &&str)| {
        use ColumnContent::{Abbreviation, Confidence, Definition, Field, PartOfSpeech, Reading, Synonym};
        let content = content_of(written);
        content.is_some_and(|content| {
            matches!(content, Abbreviation | Confidence | Definition | Field | PartOfSpeech | Reading | Synonym)
        }) || name == "concept id"
            || OF_TERMS.iter().any(|word| match word.is_ascii() {
                true => name.split(' ').any(|own| own == *word),
                false => name.contains(word),
            })
    };
    let is_of_segments = |name: &String| {
        OF_SEGMENTS.iter().any(|words| match words.is_ascii() {
            // `source text ja`, but not `textile`
            true => format!(" {name} ").contains(&format!(" {words} ")),
            false => name.contains(words),
        })
    };
    if names.iter().any(is_of_segments) {
        return Some(TableKind::Segments);
    }
    names.iter().zip(first).any(is_of_terms).then_some(TableKind::Terms)
}

#[cfg(test)]
mod tests {
    use super::{TableKind, kind_by_names};

    #[test]
    fn names_say_terms_or_texts_or_neither() {
        for (names, want) in [
            ("用語,英訳", Some(TableKind::Terms)),
            ("Term (JA),Term (EN)", Some(TableKind::Terms)),
            ("日本語,英語,読み", Some(TableKind::Terms)),
            ("concept_id,日本語,English", Some(TableKind::Terms)),
            ("Segment ID,Segment status,Source segment,Target segment", Some(TableKind::Segments)),
            ("原文,訳文", Some(TableKind::Segments)),
            ("原文（日本語）,訳文（英語）", Some(TableKind::Segments)),
            ("Source text (ja),Target text (en)", Some(TableKind::Segments)),
            ("日本語,English,備考", None),
            ("source,target,status", None),
        ] {
            assert_eq!(kind_by_names(&names.split(',').collect::<Vec<_>>()), want, "{names}");
        }
    }
}
