//! Finds the placeholders of programs in a text.

use crate::model::Span;

/// The longest placeholder, in bytes.
const LONGEST: usize = 120;
/// What stands behind the comma of an argument of ICU: `{count, plural, …}`.
const ICU_KINDS: [&str; 6] = ["plural", "select", "selectordinal", "number", "date", "time"];

/// A placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placeholder {
    pub(super) span: Span,
    /// As it is written.
    pub(super) written: String,
    /// Its name, or its kind where it has none: `name`, `s`.
    name: String,
    style: Style,
    /// Which argument it stands for, from 1, if it has no name.
    pub(super) position: Option<usize>,
    /// Whether that is counted, and not written.
    pub(super) is_implicit: bool,
}

/// How a placeholder is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Percent,
    Brace,
    Dollar,
    Double,
}

impl Placeholder {
    /// What it is compared by; `by_kind` leaves the number of an argument out.
    pub(super) fn key(&self, by_kind: bool) -> String {
        let name = match self.position.filter(|_| !by_kind) {
            Some(position) => format!("{position}${}", self.name),
            None => self.name.clone(),
        };
        match self.style {
            Style::Percent => format!("%{name}"),
            Style::Brace => format!("{{{name}}}"),
            Style::Dollar => format!("${{{name}}}"),
            Style::Double => format!("{{{{{name}}}}}"),
        }
    }
}

/// The placeholders of a text, in order.
pub(super) fn scan(text: &str) -> Vec<Placeholder> {
    let bytes = text.as_bytes();
    let mut found: Vec<Placeholder> = Vec::new();
    let (mut percents, mut braces) = (0, 0);
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| matches!(byte, b'%' | b'{'))) {
        at += next;
        let read = match bytes.get(at) {
            Some(b'%') if bytes.get(at + 1) == Some(&b'%') => {
                at += 2;
                continue;
            }
            Some(b'%') => percent(text, at, &mut percents),
            _ => brace(text, at, &mut braces),
        };
        match read {
            Some(read) => {
                at = read.span.end;
                found.push(read);
            }
            None => at += 1,
        }
    }
    found
}

fn run(bytes: &[u8], at: usize, belongs: impl Fn(u8) -> bool) -> usize {
    at + bytes.get(at..).unwrap_or_default().iter().take(LONGEST).take_while(|byte| belongs(**byte)).count()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

/// The placeholder of `printf` that begins here. A percent sign behind a digit is one, `10%d` is not a placeholder.
fn percent(text: &str, at: usize, count: &mut usize) -> Option<Placeholder> {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let mut end = at + 1;
    let mut name = None;
    if bytes.get(end) == Some(&b'(') {
        let close = run(bytes, end + 1, is_name);
        if close == end + 1 || bytes.get(close) != Some(&b')') {
            return None;
        }
        name = text.get(end + 1..close);
        end = close + 1;
    }
    let digits = run(bytes, end, |byte| byte.is_ascii_digit());
    let mut written = None;
    if digits > end && bytes.get(digits) == Some(&b'$') {
        written = text.get(end..digits)?.parse::<usize>().ok();
        end = digits + 1;
    }
    end = run(bytes, end, |byte| matches!(byte, b'-' | b'+' | b'#'));
    end = run(bytes, end, |byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'*'));
    end = run(bytes, end, |byte| matches!(byte, b'h' | b'l' | b'L' | b'z'));
    let kind = match bytes.get(end)? {
        b'd' | b'i' | b'u' => "d",
        b'f' | b'F' | b'e' | b'E' | b'g' | b'G' => "f",
        b'x' | b'X' => "x",
        b's' => "s",
        b'@' => "@",
        b'c' => "c",
        b'r' => "r",
        _ => return None,
    };
    end += 1;
    if name.is_none() && written.is_none() {
        let letters = run(bytes, end, |byte| byte.is_ascii_alphabetic()) - end;
        let is_plain = matches!(kind, "s" | "d" | "@");
        let is_free = if before.is_ascii_alphabetic() || !is_plain { letters == 0 } else { letters < 3 };
        if before.is_ascii_digit() || !is_free {
            return None;
        }
    }
    let position = match (name, written) {
        (Some(_), _) => None,
        (None, Some(position)) => Some(position),
        (None, None) => {
            *count += 1;
            Some(*count)
        }
    };
    Some(Placeholder {
        span: Span::new(at, end),
        written: text.get(at..end)?.to_owned(),
        name: name.map_or_else(|| kind.to_owned(), |name| format!("({name}){kind}")),
        style: Style::Percent,
        position,
        is_implicit: name.is_none() && written.is_none(),
    })
}

/// The placeholder in braces that begins here. Those of TeX and of regular expressions are none.
fn brace(text: &str, at: usize, count: &mut usize) -> Option<Placeholder> {
    let bytes = text.as_bytes();
    let made = |start: usize, end: usize, name: &str, style: Style| {
        let written = text.get(start..end)?.to_owned();
        Some(Placeholder {
            span: Span::new(start, end),
            written,
            name: name.to_owned(),
            style,
            position: None,
            is_implicit: false,
        })
    };
    if bytes.get(at + 1) == Some(&b'{') {
        let inside = run(bytes, at + 2, |byte| byte.is_ascii() && !matches!(byte, b'{' | b'}' | b'\n' | b'`'));
        let name = text.get(at + 2..inside)?.trim();
        let is_closed = bytes.get(inside..inside + 2) == Some(b"}}");
        return if is_closed && !name.is_empty() { made(at, inside + 2, name, Style::Double) } else { None };
    }
    let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    if matches!(before, b'\\' | b'_' | b'^' | b']' | b')' | b'}' | b'{') {
        return None;
    }
    let letters = bytes.get(..at)?.iter().rev().take(LONGEST).take_while(|byte| byte.is_ascii_alphabetic()).count();
    if at.checked_sub(letters + 1).and_then(|at| bytes.get(at)) == Some(&b'\\') {
        return None;
    }
    let (start, style) = if before == b'$' { (at - 1, Style::Dollar) } else { (at, Style::Brace) };
    let end = run(bytes, at + 1, |byte| is_name(byte) || matches!(byte, b'[' | b']'));
    let name = text.get(at + 1..end)?;
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number && !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    if bytes.get(end) == Some(&b',') {
        let kind = text.get(end + 1..)?.trim_start();
        let is_icu = ICU_KINDS
            .iter()
            .any(|icu| kind.strip_prefix(icu).is_some_and(|rest| rest.trim_start().starts_with([',', '}'])));
        return if is_icu && !name.is_empty() { made(start, end, name, style) } else { None };
    }
    let format = match bytes.get(end) {
        Some(b':' | b'!') => run(bytes, end, |byte| byte.is_ascii_graphic() && !matches!(byte, b'{' | b'}')),
        _ => end,
    };
    if bytes.get(format) != Some(&b'}') {
        return None;
    }
    let mut found = made(start, format + 1, name, style)?;
    if name.is_empty() {
        *count += 1;
        (found.position, found.is_implicit) = (Some(*count), true);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn placeholders_of_programs_are_found_and_nothing_else_is() {
        for (text, want) in [
            ("%1$s個を{name}に", "%1$s %1$s|{name} {name}"),
            ("%s of %d", "%1$s %s|%2$d %d"),
            ("%(count)d件、%.2fと%5d", "%(count)d %(count)d|%1$f %.2f|%2$d %5d"),
            ("{0}と{}と{x:.2f}", "{0} {0}|{1$} {}|{x} {x:.2f}"),
            ("${home}と{{ user.name }}", "${home} ${home}|{{user.name}} {{ user.name }}"),
            ("{n, plural, other {#}}", "{n} {n"),
            ("10%dの100 %", ""),
            ("50% of, mol%of, 5%以上", ""),
            ("100%%", ""),
            ("\\frac{a}{b} x_{i} [a-z]{2} {a, b} {a b}", ""),
            ("{𠮷}", ""),
            ("``{{`` と ``}}`` で", ""),
        ] {
            let got: Vec<String> =
                scan(text).iter().map(|found| format!("{} {}", found.key(false), found.written)).collect();
            assert_eq!(got.join("|"), want, "{text}");
        }
    }
}
