//! A file of translated segments in, Japanese–English pairs out.

use std::path::Path;

use super::folder::read_pairs;
use super::scale::Pair;

/// Reads the pairs of a table (`ja TAB en`).
pub(crate) fn read_base(file: &Path) -> Result<Vec<Pair>, String> {
    let broken = |error: std::io::Error| format!("Could not read `{}`: {error}.", file.display());
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("tsv") => read_pairs(file, usize::MAX).map_err(broken)?.collect::<Result<_, _>>().map_err(broken),
        _ => Err(format!("Do not know how to read `{}`. Give a file that ends in .tsv.", file.display())),
    }
}
