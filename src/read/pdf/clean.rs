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
        let kept = signs(&kept);
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

/// Signs that fonts map to a mathematical or dictionary twin, back to what Japanese text prints: ∕ (U+2215) to ／ and
/// ‧ (U+2027) to ・, where they touch a Japanese character.
fn signs(line: &str) -> String {
    if !line.contains(['\u{2215}', '\u{2027}']) {
        return line.to_owned();
    }
    let characters: Vec<char> = line.chars().collect();
    let beside = |at: usize| {
        let wide = |at: Option<usize>| at.and_then(|at| characters.get(at)).copied().is_some_and(is_wide);
        wide(at.checked_sub(1)) || wide(Some(at + 1))
    };
    let sign = |(at, character): (usize, &char)| match character {
        '\u{2215}' if beside(at) => '／',
        '\u{2027}' if beside(at) => '・',
        other => *other,
    };
    characters.iter().enumerate().map(sign).collect()
}

/// Of a hundred pairs of Japanese characters in a line, so many stand apart before the line counts as spread.
const SPREAD: usize = 60;

/// Closes lines whose justification was read as a space after nearly every character.
pub(super) fn unspread(text: &str) -> String {
    let lines: Vec<String> =
        text.split('\n').map(|line| if is_spread(line) { closed(line) } else { line.to_owned() }).collect();
    lines.join("\n")
}

/// Whether most Japanese characters of the line have one space between them.
fn is_spread(line: &str) -> bool {
    let characters: Vec<char> = line.chars().collect();
    let apart = characters.windows(3).filter(|three| is_wide(three[0]) && three[1] == ' ' && is_wide(three[2])).count();
    let close = characters.windows(2).filter(|two| is_wide(two[0]) && is_wide(two[1])).count();
    apart >= 4 && apart * 100 >= SPREAD * (apart + close)
}

/// The line without spaces that touch a Japanese character.
fn closed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let touches = out.chars().next_back().is_some_and(is_wide) || characters.peek().copied().is_some_and(is_wide);
        if character != ' ' || !touches {
            out.push(character);
        }
    }
    out
}

/// Characters that are written without spaces between them.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
