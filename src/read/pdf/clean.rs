//! Text as an engine gives it in, text as the release keeps it out.

/// Drops control characters, soft hyphens and blanks at line ends; makes all line ends `\n`; keeps one empty line of many.
/// Ligatures, radicals and all other characters stay.
pub(super) fn page(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split('\n') {
        let kept: String = line
            .chars()
            .filter(|character| {
                *character == '\t'
                    || !(character.is_control() || matches!(character, '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
            })
            .collect();
        let kept = kept.trim_end();
        empty = if kept.is_empty() { empty + 1 } else { 0 };
        if empty < 2 && !(kept.is_empty() && out.is_empty()) {
            out.push_str(kept);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end_matches('\n').len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
