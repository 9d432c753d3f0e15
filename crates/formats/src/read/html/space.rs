//! Collapses white space as a browser does.

/// Represents a line break by the author (`br`, a line end in `pre`) until white space is collapsed.
pub(super) const HARD_BREAK: char = '\u{b}';

/// Collapses white space: a run becomes one space, a line end between two Japanese characters disappears, a hard break
/// becomes `\n`.
pub(super) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut waiting: Option<bool> = None;
    for character in text.chars() {
        match character {
            ' ' | '\t' => waiting = Some(waiting.unwrap_or(false)),
            '\n' | '\r' | '\u{c}' => waiting = Some(true),
            HARD_BREAK => {
                waiting = None;
                out.push('\n');
            }
            _ => {
                if let Some(broken) = waiting.take()
                    && let Some(before) = out.chars().next_back()
                    && before != '\n'
                    && !(broken && is_japanese(before) && is_japanese(character))
                {
                    out.push(' ');
                }
                out.push(character);
            }
        }
    }
    let lines: Vec<&str> = out.split('\n').map(str::trim_ascii).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Whether a character belongs to a script written without spaces between words.
pub(super) fn is_japanese(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{2fdf}' | '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3200}'..='\u{33ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
