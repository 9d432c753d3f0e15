//! White space as a page shows it: source text with soft and hard breaks in, lines as printed out.

/// Stands for a line break the author made (`br`, a line end in `pre`) while text is gathered.
pub(super) const HARD_BREAK: char = '\u{b}';

/// Collapses white space: a run becomes one space, a line end in the source between two Japanese characters
/// becomes nothing, a hard break becomes `\n`.
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

/// Characters that are written without spaces between them.
pub(super) fn is_japanese(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{2fdf}' | '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3200}'..='\u{33ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
