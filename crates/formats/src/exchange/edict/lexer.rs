//! The lines of EDICT: which of them are entries, and the fields of one.

/// Whether a line is an entry: what a file is known by.
pub(in crate::exchange) fn is_entry(line: &str) -> bool {
    let Some((head, body)) = line.trim_end().split_once(" /") else { return false };
    let japanese = |c: char| ('\u{2e80}'..='\u{fffd}').contains(&c) || c >= '\u{20000}';
    body.ends_with('/') && head.starts_with(japanese)
}

/// The spellings, the readings and the English of an entry; none if the line is not one.
pub(super) fn fields(line: &str) -> Option<(&str, &str, &str)> {
    let (head, english) = line.trim_end().split_once(" /")?;
    let (spellings, readings) = match head.split_once(" [") {
        Some((spellings, readings)) => (spellings, readings.trim_end().trim_end_matches(']')),
        None => (head, ""),
    };
    Some((spellings, readings, english))
}
