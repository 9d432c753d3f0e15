//! Compares output with what a document shows of it.

/// Stands for any text in a line, and alone on a line for any lines.
const ANY: char = '…';

/// Whether `printed` is what `shown` says. JSON may be laid out in any way.
pub(super) fn matches(shown: &str, printed: &str) -> bool {
    if shown.trim_start().starts_with(['{', '[']) && printed.trim_start().starts_with(['{', '[']) {
        return line_matches(&compact(shown), &compact(printed));
    }
    let lines = |text: &str| text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    lines_match(&lines(shown), &lines(printed))
}

fn lines_match(shown: &[String], printed: &[String]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first.trim().chars().eq([ANY]) => {
            (0..=printed.len()).any(|skipped| lines_match(rest, &printed[skipped..]))
        }
        Some((first, rest)) => {
            printed.split_first().is_some_and(|(line, lines)| line_matches(first, line) && lines_match(rest, lines))
        }
    }
}

/// Whether a line matches; spaces around [`ANY`] may be more or fewer, because columns are as wide as their cells.
fn line_matches(shown: &str, printed: &str) -> bool {
    let parts: Vec<&str> = shown.split(ANY).collect();
    let [first, middle @ .., last] = parts.as_slice() else { return shown == printed };
    let Some(mut rest) = printed.trim_start().strip_prefix(first.trim()).filter(|_| first.len() <= shown.len()) else {
        return false;
    };
    for part in middle.iter().map(|part| part.trim()) {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last.trim())
}

/// JSON without white space outside its strings.
fn compact(text: &str) -> String {
    let (mut compact, mut in_string, mut is_escaped) = (String::with_capacity(text.len()), false, false);
    for letter in text.chars() {
        if !in_string && letter.is_whitespace() {
            continue;
        }
        if letter == '"' && !is_escaped {
            in_string = !in_string;
        }
        is_escaped = letter == '\\' && !is_escaped;
        // A string laid out over several lines of the document is one string.
        if !(in_string && letter == '\n') {
            compact.push(letter);
        }
    }
    compact
}

#[test]
fn output_matches_what_is_shown_of_it_and_nothing_else_does() {
    for (shown, printed, want) in [
        ("a\nb\n", "a\nb", true),
        ("a\nb\n", "a\nc", false),
        ("a", "a\nb", false),
        ("a\n…", "a\nb\nc", true),
        ("a\n…\nc", "a\nc", true),
        ("a\n…\nd", "a\nb\nc", false),
        ("x … z", "x yy z", true),
        ("   …  細胞  cell", "12  細胞  cell", true),
        ("   …  細胞  cell", "12  細胞  cells", false),
        ("a … b", "c b", false),
        ("a  b", "a b", false),
        (r#"{"a": 1, …}"#, r#"{"a":1,"b":2}"#, true),
        (r#"{"a": 1, …}"#, r#"{"a":2,"b":2}"#, false),
        ("{\"a\": [1,\n  2], \"b\": \"x  y\"}", r#"{"a":[1,2],"b":"x  y"}"#, true),
        (r#"{"b": "x y"}"#, r#"{"b":"x  y"}"#, false),
        (r#"{"a": "\"", "b": 1}"#, r#"{"a":"\"","b":1}"#, true),
        ("[…, 3]", "[1,2,3]", true),
        ("[…, 3]", "[1,2,4]", false),
    ] {
        assert_eq!(matches(shown, printed), want, "{shown:?} {printed:?}");
    }
}
