//! The shipped lists of note marks, headings and labels (glossary/markers.toml), folded for comparison.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::chars::{Class, class, fold};

/// glossary/markers.toml, parsed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Rules {
    pub(super) headings: Headings,
    pub(super) marks: Marks,
    pub(super) sections: Sections,
    pub(super) tables: Tables,
    pub(super) references: References,
    pub(super) metadata: MetadataRules,
    pub(super) abstracts: Abstracts,
    pub(super) running_text: RunningText,
    pub(super) names: FileNames,
}

/// Suffixes of file names that tell the language.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct FileNames {
    pub(super) ja: Vec<String>,
    pub(super) en: Vec<String>,
}

/// Headings of summaries.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Abstracts {
    pub(super) headings: Vec<String>,
}

/// What is not running text.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct RunningText {
    pub(super) contents: Vec<String>,
    pub(super) captions: Vec<String>,
}

/// Headings of glossaries.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Headings {
    pub(super) strong: Vec<String>,
    pub(super) weak: Vec<String>,
    pub(super) parts: HeadingParts,
    pub(super) sentences: Vec<HeadingSentence>,
}

/// The parts of which a heading of a glossary is composed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct HeadingParts {
    pub(super) base: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) links: Vec<String>,
}

/// A kind of sentence that announces a glossary: it has a word of each list and ends with one of `ends`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct HeadingSentence {
    pub(super) terms: Vec<String>,
    pub(super) says: Vec<String>,
    pub(super) place: Vec<String>,
    pub(super) ends: Vec<String>,
}

/// Note marks.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Marks {
    pub(super) prefixes: Vec<String>,
    pub(super) signs: Vec<String>,
    pub(super) bullets: Vec<String>,
}

/// Tables of terms.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Tables {
    pub(super) headers: Vec<String>,
}

/// Rows that end a glossary.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Sections {
    pub(super) ends: Vec<String>,
    pub(super) contact: Vec<String>,
    pub(super) navigation: Vec<String>,
    pub(super) tails: Vec<String>,
    pub(super) closing: Vec<ClosingSentence>,
    pub(super) funding: Vec<String>,
    pub(super) name_labels: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) notices: Vec<String>,
}

/// A kind of sentence about the release itself, after its last entry: it begins with one of `begins` and has one of `says`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ClosingSentence {
    pub(super) begins: Vec<String>,
    pub(super) says: Vec<String>,
}

/// Rows in which marks refer to something other than notes.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct References {
    pub(super) authors: Vec<String>,
}

/// Labels of facts about the release.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct MetadataRules {
    pub(super) journal: Vec<String>,
    pub(super) paper_title: Vec<String>,
    pub(super) paper_title_ja: Vec<String>,
    pub(super) common_labels: Vec<String>,
    pub(super) paper_labels: Vec<String>,
    pub(super) author_labels: Vec<String>,
    pub(super) paper_headings: Vec<String>,
    pub(super) date: Vec<String>,
    pub(super) date_published: Vec<String>,
    pub(super) date_words: Vec<String>,
    pub(super) company_kinds: Vec<String>,
    pub(super) roles: Vec<String>,
    pub(super) institution_words: Vec<String>,
    pub(super) institution_words_en: Vec<String>,
    pub(super) not_title: Vec<String>,
    pub(super) offices: Vec<String>,
    pub(super) agency_stems: Vec<String>,
    pub(super) apparatus: Vec<String>,
}

/// The shipped lists. A test parses the file, so an unreadable one never ships.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules: Rules = toml::from_str(include_str!("../../../../glossary/markers.toml")).unwrap_or_default();
    rules.marks.prefixes.sort_by_key(|prefix| std::cmp::Reverse(prefix.chars().count()));
    for kind in &mut rules.sections.closing {
        for word in kind.begins.iter_mut().chain(&mut kind.says) {
            *word = compact(word);
        }
    }
    let labels = &mut rules.metadata;
    for list in [
        &mut labels.journal,
        &mut labels.paper_title,
        &mut labels.paper_title_ja,
        &mut labels.common_labels,
        &mut labels.paper_labels,
        &mut labels.author_labels,
        &mut labels.date,
        &mut labels.date_published,
    ] {
        for label in list.iter_mut() {
            *label = compact(label);
        }
        list.sort_by_key(|label| std::cmp::Reverse(label.chars().count()));
    }
    rules
});

/// The form in which text is compared with the lists: folded, without white space, in lower case.
pub(super) fn compact(text: &str) -> String {
    text.chars().map(fold).filter(|c| class(*c) != Class::Space).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_parse_and_are_folded() {
        let rules: Rules = toml::from_str(include_str!("../../../../glossary/markers.toml")).unwrap();
        assert!(rules.headings.parts.base.len() > 8 && rules.sections.ends.len() > 50);
        for word in rules
            .headings
            .strong
            .iter()
            .chain(&rules.sections.ends)
            .chain(&rules.headings.weak)
            .chain(&rules.headings.parts.base)
            .chain(&rules.headings.parts.before)
            .chain(&rules.headings.parts.after)
            .chain(&rules.headings.parts.links)
            .chain(rules.headings.sentences.iter().flat_map(|sentence| {
                sentence.terms.iter().chain(&sentence.says).chain(&sentence.place).chain(&sentence.ends)
            }))
            .chain(&rules.sections.labels)
            .chain(&rules.sections.notices)
            .chain(&rules.abstracts.headings)
            .chain(&rules.running_text.contents)
            .chain(&rules.running_text.captions)
        {
            assert_eq!(word.replace(' ', ""), compact(word), "write `{word}` folded");
        }
    }
}
