//! Recognises the language in a file name, so that the two versions of one release can be paired.

use super::rules::RULES;
use crate::model::Lang;

/// The name without folder, extension and language suffix, and the language; `None` if the name does not tell it.
///
/// The suffixes are data (glossary/markers.toml, `names`): `release_en.html` and `release_ja.pdf` both become `release`.
#[must_use]
pub fn language_in_name(name: &str) -> Option<(String, Lang)> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let folder = &name[..name.len() - file.len()];
    let bare = file.rsplit_once('.').map_or(file, |(bare, _)| bare).to_lowercase();
    let lists = [(Lang::JA, &RULES.names.ja), (Lang::EN, &RULES.names.en)];
    lists.into_iter().find_map(|(lang, marks)| {
        let stem = marks.iter().find_map(|mark| bare.strip_suffix(mark.as_str()))?;
        let stem = stem.trim_end_matches(['_', '-', '.', ' ']);
        (!stem.is_empty()).then(|| (format!("{folder}{stem}"), lang))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_language_by_their_end() {
        for (name, want) in [
            ("2026/kujira_ja.pdf", Some(("2026/kujira", Lang::JA))),
            ("2026/kujira-en.html", Some(("2026/kujira", Lang::EN))),
            ("pr20261121-E.txt", Some(("pr20261121", Lang::EN))),
            ("発表_英語.docx", Some(("発表", Lang::EN))),
            ("kujira.pdf", None),
            ("garden.pdf", None),
            ("_en.pdf", None),
            ("", None),
        ] {
            let want = want.map(|(stem, lang)| (stem.to_owned(), lang));
            assert_eq!(language_in_name(name), want, "{name}");
        }
    }
}
