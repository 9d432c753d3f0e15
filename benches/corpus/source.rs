//! Reads Japanese–English pairs from a file of translated segments.

use std::fs::File;
use std::path::Path;

use taiyaku::exchange::{FileHint, Item, Reader, Unit};
use taiyaku::model::Lang;

use super::folder::read_pairs;
use super::scale::Pair;

/// Reads the pairs of a table (`ja TAB en`), a TMX or a PO file; what such a file cannot say clearly is passed over.
pub(crate) fn read_base(file: &Path) -> Result<Vec<Pair>, String> {
    let broken = |error: std::io::Error| format!("Could not read `{}`: {error}.", file.display());
    if file.extension().is_some_and(|ending| ending == "tsv") {
        return read_pairs(file, usize::MAX).map_err(broken)?.collect::<Result<_, _>>().map_err(broken);
    }
    let options = FileHint {
        name: file.display().to_string(),
        source_lang: Some(Lang::EN),
        target_lang: Some(Lang::JA),
        columns: None,
    };
    let input = File::open(file).map_err(broken)?;
    let reader =
        Reader::open(input, &options).map_err(|problem| format!("Could not read `{}`: {problem}.", file.display()))?;
    Ok(reader.filter_map(Result::ok).filter_map(pair).collect())
}

/// A unit between Japanese and English, whichever was translated from.
fn pair(item: Item) -> Option<Pair> {
    let Item::Pair(unit) = item else { return None };
    let Unit { source_lang, target_lang, source, target, .. } = unit;
    match (source_lang.primary(), target_lang.primary()) {
        ("ja", "en") => Some(Pair { ja: source, en: target }),
        ("en", "ja") => Some(Pair { ja: target, en: source }),
        _ => None,
    }
}
