//! The languages in the names of files: which one a text is in, and how its translation may be called.

use crate::model::Lang;

/// The language the name of a file says: `x.ja.md`, `x_en.txt`, `docs/ja/x.md`.
#[must_use]
pub fn language_in_name(name: &str) -> Option<Lang> {
    split(name).map(|(_, lang, _)| lang)
}

/// Names the translation of a text file may have, the likeliest first: `x.en.md` for `x.ja.md`.
#[must_use]
pub fn counterpart(name: &str) -> Vec<String> {
    let Some((before, lang, after)) = split(name) else { return Vec::new() };
    let others: &[&str] = if lang.is_japanese() { &["en", "en-US", "en-GB"] } else { &["ja", "ja-JP", "jp"] };
    others.iter().map(|other| format!("{before}{other}{after}")).collect()
}

/// A name before and behind the tag of its language.
fn split(name: &str) -> Option<(&str, Lang, &str)> {
    let lang = |tag: &str| match tag {
        "ja" | "ja-JP" | "jp" | "JA" => Some(Lang::JA),
        "en" | "en-US" | "en-GB" | "EN" => Some(Lang::EN),
        _ => None,
    };
    let base = name.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let stem_end = name[base..].rfind('.').map_or(name.len(), |at| base + at);
    let stem = &name[base..stem_end];
    for mark in ['.', '_', '-'] {
        for (at, _) in stem.match_indices(mark) {
            if let Some(lang) = lang(&stem[at + 1..]) {
                return Some((&name[..=base + at], lang, &name[stem_end..]));
            }
        }
    }
    // A folder of the language, the innermost.
    let folders = name[..base].match_indices(['/', '\\']).map(|(at, _)| at).collect::<Vec<_>>();
    folders.iter().rev().find_map(|end| {
        let start = name[..*end].rfind(['/', '\\']).map_or(0, |at| at + 1);
        lang(&name[start..*end]).map(|lang| (&name[..start], lang, &name[*end..]))
    })
}
