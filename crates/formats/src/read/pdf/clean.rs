//! Cleans up the lines of a page.

/// Drops control characters, soft hyphens and blanks at the end, and spaces that only spread a line. Ligatures, radicals
/// and all other characters stay.
pub(super) fn line(line: &str) -> String {
    let kept: String = line
        .chars()
        .filter(|character| {
            *character == '\t'
                || !(character.is_control() || matches!(character, '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
        })
        .collect();
    let kept = restore_signs(&kept);
    let kept = if is_spread(&kept) { without_spread_spaces(&kept) } else { kept };
    kept.trim_end_matches(|character: char| character.is_whitespace() && character != '\t').to_owned()
}

/// Replaces signs that fonts map to similar-looking characters with those of Japanese text, next to a Japanese character:
/// ∕ (U+2215) becomes ／ and ‧ (U+2027) becomes ・. An accent on a digit is the sign of a range, which TeX takes from its accents.
fn restore_signs(line: &str) -> String {
    if !line.contains(['\u{2215}', '\u{2027}', '\u{303}', '\u{2dc}']) {
        return line.to_owned();
    }
    let characters: Vec<char> = line.chars().collect();
    let beside = |at: usize| {
        let wide = |at: Option<usize>| at.and_then(|at| characters.get(at)).copied().is_some_and(is_wide);
        wide(at.checked_sub(1)) || wide(Some(at + 1))
    };
    let digit = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit);
    let sign = |(at, character): (usize, &char)| match character {
        '\u{2215}' if beside(at) => '／',
        '\u{2027}' if beside(at) => '・',
        '\u{303}' | '\u{2dc}' if digit(at.checked_sub(1)) => '~',
        other => *other,
    };
    characters.iter().enumerate().map(sign).collect()
}

/// A line counts as spread if this percentage of its pairs of Japanese characters have a space between them.
const SPREAD: usize = 60;

/// Whether most Japanese characters of the line have a space between them.
fn is_spread(line: &str) -> bool {
    let characters: Vec<char> = line.chars().collect();
    let apart = characters.windows(3).filter(|three| is_wide(three[0]) && three[1] == ' ' && is_wide(three[2])).count();
    let close = characters.windows(2).filter(|two| is_wide(two[0]) && is_wide(two[1])).count();
    apart >= 4 && apart * 100 >= SPREAD * (apart + close)
}

/// The line without spaces next to a Japanese character.
fn without_spread_spaces(line: &str) -> String {
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

/// Whether a character belongs to a script written without spaces between words.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_fonts_map_to_others_are_restored_where_text_shows_what_they_are() {
        for (printed, want) in [
            ("直径50\u{303}150ナノメートル", "直径50~150ナノメートル"),
            ("3\u{2dc}5 km", "3~5 km"),
            ("San\u{303}ora", "San\u{303}ora"),
            ("氷\u{2027}雪", "氷・雪"),
            ("km\u{2215}h", "km\u{2215}h"),
        ] {
            assert_eq!(line(printed), want);
        }
    }
}
