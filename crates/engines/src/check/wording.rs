//! Quotes and lists words in messages.

/// A text as it is quoted in a message: on one line, in backticks, shortened.
pub(super) fn quote(text: &str) -> String {
    const MOST: usize = 60;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if line.chars().count() <= MOST {
        return format!("`{line}`");
    }
    let start: String = line.chars().take(MOST - 1).collect();
    format!("`{start}…`")
}

/// A list in prose: separated by commas, with `word` before the last.
pub(super) fn join(texts: &[String], word: &str) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {word} {last}", before.join(", ")),
    }
}
