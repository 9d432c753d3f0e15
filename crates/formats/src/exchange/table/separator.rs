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

/// What a line says stands between the cells: `sep=;`, as Excel writes and reads it.
pub(in crate::exchange) fn declared_separator(line: &str) -> Option<char> {
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    let line = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(line);
    let name = line.get(.."sep=".len())?;
    let mut rest = line["sep=".len()..].chars();
    let separator = rest.next().unwrap_or('\t');
    // A spreadsheet that saved the table may have added empty cells.
    let is_whole = rest.all(|c| matches!(c, ',' | ';' | '\t' | ' '));
    (name.eq_ignore_ascii_case("sep=") && is_whole && !separator.is_alphanumeric()).then_some(separator)
}

/// What stands between the cells of a table that begins with this text.
pub(in crate::exchange) fn separator_of(head: &str, format: FileFormat) -> char {
    let first = head.lines().find(|line| !is_blank(line) && !line.starts_with('#')).unwrap_or_default();
    if let Some(separator) = declared_separator(first) {
        return separator;
    }
    if format == FileFormat::Tsv {
        return '\t';
    }
    match separator(first) {
        '\t' => ',',
        separator => separator,
    }
}
