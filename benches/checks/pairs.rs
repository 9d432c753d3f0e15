//! Reads a tab-separated table as pairs of texts, grouped by document.

use std::collections::BTreeMap;

use taiyaku::app::check::CheckUnit;

/// A pair of texts.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) document: String,
    pub(crate) ja: String,
    pub(crate) en: String,
}

impl Pair {
    /// Source and translation.
    pub(crate) fn sides(&self, from_japanese: bool) -> (&str, &str) {
        if from_japanese { (&self.ja, &self.en) } else { (&self.en, &self.ja) }
    }
}

/// The pairs of a file; its first column names the document where it is no text itself.
pub(crate) fn read(file: &str, ja: &str, en: &str) -> Result<Vec<Pair>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("`{file}`: {error}."))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        header.iter().position(|cell| *cell == name).ok_or_else(|| format!("`{file}` has no column `{name}`."))
    };
    let (ja, en) = (column(ja)?, column(en)?);
    let pair = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: usize| cells.get(at).map(|cell| (*cell).to_owned());
        Some(Pair { document: cell(0).filter(|_| ja > 0 && en > 0)?, ja: cell(ja)?, en: cell(en)? })
    };
    Ok(lines.filter_map(pair).collect())
}

/// The pairs of each document.
pub(crate) fn by_file(pairs: &[Pair], units: &[CheckUnit]) -> BTreeMap<String, Vec<CheckUnit>> {
    let mut files: BTreeMap<String, Vec<CheckUnit>> = BTreeMap::new();
    for (pair, unit) in pairs.iter().zip(units) {
        files.entry(pair.document.clone()).or_default().push(unit.clone());
    }
    files
}
