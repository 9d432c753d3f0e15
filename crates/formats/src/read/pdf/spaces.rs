//! Combines the two outputs of `pdftotext` for a page: lines in content order, which lack spaces between Latin words, get
//! the spaces and empty lines of the output in visual order.

/// The white space before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whitespace {
    Nothing,
    Space,
    Line,
    EmptyLine,
}

/// Copies spaces and empty lines from `visual` to each line that occurs there as a whole, or else to its Latin runs.
pub(super) fn restore(ordered: &str, visual: &str) -> String {
    let (printed, before) = split(visual);
    let mut out = String::with_capacity(ordered.len());
    let mut from = 0;
    for line in ordered.lines() {
        let bare: Vec<char> = line.chars().filter(|character| !character.is_whitespace()).collect();
        if bare.is_empty() {
            continue;
        }
        match position(&printed, &bare, from).or_else(|| position(&printed, &bare, 0)) {
            Some(at) => {
                from = at + bare.len();
                let marks = before.get(at..from).unwrap_or_default();
                if marks.first() == Some(&Whitespace::EmptyLine) && !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(&with_spaces(line, marks));
            }
            None => out.push_str(&with_spaces_in_runs(line, &printed, &before)),
        }
        out.push('\n');
    }
    out
}

/// The characters of a text, and the white space before each.
fn split(visual: &str) -> (Vec<char>, Vec<Whitespace>) {
    let (mut printed, mut before) = (Vec::new(), Vec::new());
    let mut waiting = Whitespace::Nothing;
    for character in visual.chars() {
        if character == '\n' {
            waiting = if waiting >= Whitespace::Line { Whitespace::EmptyLine } else { Whitespace::Line };
        } else if character.is_whitespace() {
            waiting = waiting.max(Whitespace::Space);
        } else {
            printed.push(character);
            before.push(std::mem::replace(&mut waiting, Whitespace::Nothing));
        }
    }
    (printed, before)
}

/// The position of `part` in `whole`, not before `from`.
fn position(whole: &[char], part: &[char], from: usize) -> Option<usize> {
    whole.get(from..)?.windows(part.len()).position(|window| window == part).map(|found| from + found)
}

/// A line with its own spaces and those in `marks`.
fn with_spaces(line: &str, marks: &[Whitespace]) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut marks = marks.iter();
    for character in line.chars() {
        if character.is_whitespace() {
            out.push(' ');
            continue;
        }
        let mark = marks.next();
        if mark == Some(&Whitespace::Space) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

/// A line whose runs of Latin characters get their spaces, because the whole line does not occur in the other output.
fn with_spaces_in_runs(line: &str, printed: &[char], before: &[Whitespace]) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut run = String::new();
    for character in line.chars().chain(['\u{0}']) {
        if character.is_ascii_graphic() {
            run.push(character);
            continue;
        }
        if run.len() > 3 {
            let bare: Vec<char> = run.chars().collect();
            let marks = position(printed, &bare, 0).and_then(|at| before.get(at..at + bare.len())).unwrap_or_default();
            out.push_str(&with_spaces(&run, marks));
        } else {
            out.push_str(&run);
        }
        run.clear();
        if character != '\u{0}' {
            out.push(character);
        }
    }
    out
}
