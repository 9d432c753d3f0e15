//! What separates the cells of a table.

use crate::exchange::cleaning::is_blank;
use crate::exchange::format::FileFormat;

/// What stands between the cells of a table whose first row is this.
pub(in crate::exchange) fn separator(row: &str) -> char {
    let count = |separator| row.matches(separator).count();
    match () {
        () if row.contains('\t') => '\t',
        () if count(';') > count(',') => ';',
        () => ',',
    }
}

/// What stands between the cells of a table that begins with this text.
pub(in crate::exchange) fn separator_of(head: &str, format: FileFormat) -> char {
    if format == FileFormat::Tsv {
        return '\t';
    }
    let first = head.lines().find(|line| !is_blank(line) && !line.starts_with('#')).unwrap_or_default();
    match separator(first) {
        '\t' => ',',
        separator => separator,
    }
}
