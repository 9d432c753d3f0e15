//! Whether the columns of a table hold the languages that their names or the mapping say.

use super::columns::ColumnIndexes;
use super::content::ColumnContent;
use crate::exchange::language::has_japanese;

/// How many rows are looked at before the first is taken.
pub(super) const ROWS: usize = 200;

/// Whether a row has Japanese in its English cell and none in its Japanese one, or the other way round for certain; `None`
/// where its cells do not show it.
pub(super) fn is_swapped(columns: &ColumnIndexes, cell: impl Fn(usize) -> Option<String>) -> Option<bool> {
    let filled = |content| columns.all(content).find_map(&cell);
    let (ja, en) = (filled(ColumnContent::Japanese)?, filled(ColumnContent::English)?);
    match (has_japanese(&ja), has_japanese(&en)) {
        (true, false) => Some(false),
        (false, true) => ja.chars().any(char::is_alphabetic).then_some(true),
        _ => None,
    }
}

/// Whether nearly all of the next rows are swapped, of those that show it; `first` says it of the row before them.
pub(super) fn are_swapped(columns: &ColumnIndexes, first: Option<bool>, rows: &[Vec<String>]) -> bool {
    let shown = rows
        .iter()
        .filter_map(|row| is_swapped(columns, |index| row.get(index).filter(|text| !text.trim().is_empty()).cloned()));
    let (mut swapped, mut clear) = (0, 0);
    for is_swapped in first.into_iter().chain(shown) {
        clear += 1;
        swapped += usize::from(is_swapped);
    }
    clear > 1 && swapped * 10 >= clear * 9
}
