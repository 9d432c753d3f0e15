//! British spellings of English (glossary/variants.csv).

use std::sync::LazyLock;

/// British letter sequences and their American forms, applied in the order of the file.
pub static BRITISH_SPELLINGS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/variants.csv").lines().skip(1);
    let pair = |row: &'static str| {
        let mut cells = row.split(',');
        Some((cells.next()?, cells.next()?))
    };
    rows.filter_map(pair).collect()
});
