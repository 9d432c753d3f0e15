//! One page as `pdftotext` prints it twice: lines in the order of the content without spaces between Latin words,
//! and in visual order with them. Goes out: the first with the spaces and empty lines of the second.

/// What stands before a printed character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Nothing,
    Space,
    Line,
    EmptyLine,
}

/// Takes over spaces and empty lines from `visual` wherever a line, or a Latin run of it, is found there.
pub(super) fn restored(ordered: &str, visual: &str) -> String {
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
                if marks.first() == Some(&Before::EmptyLine) && !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(&spaced(line, marks));
            }
            None => out.push_str(&runs_spaced(line, &printed, &before)),
        }
        out.push('\n');
    }
    out
}

/// Printed characters, each with what stands before it.
fn split(visual: &str) -> (Vec<char>, Vec<Before>) {
    let (mut printed, mut before) = (Vec::new(), Vec::new());
    let mut waiting = Before::Nothing;
    for character in visual.chars() {
        if character == '\n' {
            waiting = if waiting >= Before::Line { Before::EmptyLine } else { Before::Line };
        } else if character.is_whitespace() {
            waiting = waiting.max(Before::Space);
        } else {
            printed.push(character);
            before.push(std::mem::replace(&mut waiting, Before::Nothing));
        }
    }
    (printed, before)
}

/// Where `part` stands in `whole`, not before `from`.
fn position(whole: &[char], part: &[char], from: usize) -> Option<usize> {
    whole.get(from..)?.windows(part.len()).position(|window| window == part).map(|found| from + found)
}

/// A line with its own spaces and those that stand inside `marks`.
fn spaced(line: &str, marks: &[Before]) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut marks = marks.iter();
    for character in line.chars() {
        if character.is_whitespace() {
            out.push(' ');
            continue;
        }
        let mark = marks.next();
        if mark == Some(&Before::Space) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

/// A line whose runs of Latin characters get their spaces, where the line as a whole is found nowhere.
fn runs_spaced(line: &str, printed: &[char], before: &[Before]) -> String {
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
            out.push_str(&spaced(&run, marks));
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
