//! Recognises codes and tags at a position of a text.
//!
//! Codes are left unchanged by translators: URLs, mail addresses, identifiers, version numbers and the placeholders of
//! programs (`%s`, `{0}`, `${x}`). Tags are those of XML and HTML, and their entities.

/// The longest code or tag recognised, in bytes.
const LONGEST: usize = 2_000;

/// The longest dotted name recognised, in bytes.
const LONGEST_NAME: usize = 250;

/// The end of the run of bytes from `at` that satisfy `belongs`.
pub(super) fn run(bytes: &[u8], at: usize, belongs: impl Fn(u8) -> bool) -> usize {
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| belongs(**byte)).count()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The end of the URL whose `://` or `www.` ends at `at`, without the punctuation of the sentence around it.
pub(super) fn url(bytes: &[u8], at: usize) -> Option<usize> {
    let belongs = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'`' | b'|' | b'\\');
    let mut end = run(bytes, at, belongs);
    // Closing brackets beyond those that were opened, and opening ones at the end, belong to the text around it.
    let excess = |open: u8, close: u8| {
        let signs = bytes[at..end].iter();
        signs.fold(0_i64, |sum, byte| sum + i64::from(*byte == close) - i64::from(*byte == open))
    };
    let (mut round, mut square, mut curly) = (excess(b'(', b')'), excess(b'[', b']'), excess(b'{', b'}'));
    while end > at {
        match bytes[end - 1] {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' => {}
            b')' if round > 0 => round -= 1,
            b']' if square > 0 => square -= 1,
            b'}' if curly > 0 => curly -= 1,
            b'(' => round += 1,
            b'[' => square += 1,
            b'{' => curly += 1,
            _ => break,
        }
        end -= 1;
    }
    (end > at).then_some(end)
}

/// The start of the URL scheme before the `://` at `colon`.
pub(super) fn scheme(bytes: &[u8], colon: usize) -> Option<usize> {
    let before = bytes.get(..colon)?;
    let length = before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (length >= 2).then_some(colon - length)
}

/// The start and end of the mail address with its `@` at `sign`.
pub(super) fn address(bytes: &[u8], sign: usize) -> Option<(usize, usize)> {
    let local = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-');
    let start = sign - bytes.get(..sign)?.iter().rev().take_while(|byte| local(**byte)).count();
    let domain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let mut end = run(bytes, sign + 1, domain);
    while end > sign && matches!(bytes[end - 1], b'.' | b'-' | b'@') {
        end -= 1;
    }
    let dotted = bytes.get(sign + 1..end)?.contains(&b'.');
    (start < sign && dotted).then_some((start, end))
}

/// The end of the identifier at `at`: `snake_case`, `os.path.is_dir`, `close()`.
pub(super) fn identifier(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = run(bytes, at, is_name);
    while end - at < LONGEST_NAME
        && bytes.get(end) == Some(&b'.')
        && bytes.get(end + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
    {
        end = run(bytes, end + 1, is_name);
    }
    if bytes.get(end..end + 2) == Some(b"()") {
        return Some(end + 2);
    }
    let name = bytes.get(at..end)?;
    let joined =
        name.windows(3).any(|three| three[1] == b'_' && three[0] != b'.' && three[2] != b'.' && three != b"___");
    let special = name.starts_with(b"__") || name.windows(2).any(|two| two == b"._");
    (joined || special).then_some(end).filter(|_| name.iter().any(u8::is_ascii_alphabetic))
}

/// The end of the code that begins with the digits at `at`: a version, an identifier or a hexadecimal number, such as
/// 1.2.3-rc1, 03-1234-5678, 10.1038/s41380-024, 0x1F, 2026-11-21T10:00Z.
pub(super) fn in_figures(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = |at: usize| run(bytes, at, |byte| byte.is_ascii_digit());
    let end = digits(at);
    if bytes.get(at..end) == Some(b"10") && bytes.get(end) == Some(&b'.') && bytes.get(digits(end + 1)) == Some(&b'/') {
        return url(bytes, at).filter(|url| *url > digits(end + 1) + 1);
    }
    if bytes.get(at..end) == Some(b"0") && bytes.get(end) == Some(&b'x') {
        let hexadecimal = run(bytes, end + 1, |byte| byte.is_ascii_hexdigit());
        return (hexadecimal > end + 1 && !bytes.get(hexadecimal).copied().is_some_and(is_name)).then_some(hexadecimal);
    }
    let sign = *bytes.get(end).filter(|sign| matches!(sign, b'.' | b'-'))?;
    let (mut last, mut parts) = (end, 1);
    while bytes.get(last) == Some(&sign) && digits(last + 1) > last + 1 {
        last = digits(last + 1);
        parts += 1;
    }
    if parts < 3 {
        return None;
    }
    let tail = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b':');
    let glued = bytes.get(last).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'+'));
    let mut end = if glued { run(bytes, last, tail) } else { last };
    while matches!(bytes[end - 1], b'-' | b'+' | b':') {
        end -= 1;
    }
    Some(end)
}

/// The end of the version that begins with the letter `v` at `at`: v1.2.
pub(super) fn version(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = |at: usize| run(bytes, at, |byte| byte.is_ascii_digit());
    let end = digits(at + 1);
    let more = end > at + 1 && bytes.get(end) == Some(&b'.') && digits(end + 1) > end + 1;
    more.then(|| in_figures(bytes, at + 1).unwrap_or_else(|| digits(end + 1)))
}

/// The end of the printf placeholder that begins with the `%` at `at` (`%s`, `%5.2f`, `%(name)s`, `%1$s`, `%@`), or of
/// the inside of a template tag `{% … %}`.
pub(super) fn percent(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at + 1;
    let named = bytes.get(end) == Some(&b'(');
    if named {
        end = run(bytes, end + 1, |byte| is_name(byte) || matches!(byte, b'.' | b'-'));
        end = (bytes.get(end) == Some(&b')')).then_some(end + 1)?;
    }
    let ordered = run(bytes, end, |byte| byte.is_ascii_digit());
    if bytes.get(ordered) == Some(&b'$') {
        end = ordered + 1;
    }
    end = run(bytes, end, |byte| matches!(byte, b'-' | b'+' | b'#'));
    end = run(bytes, end, |byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'*'));
    end = run(bytes, end, |byte| matches!(byte, b'h' | b'l' | b'L' | b'z'));
    let kind = *bytes.get(end)?;
    let after = bytes.get(end + 1).copied().unwrap_or(b' ');
    let open = !is_name(after) || named;
    let known = match kind {
        b's' | b'd' | b'@' => true,
        b'i' | b'u' | b'o' | b'x' | b'X' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'a' | b'A' | b'c' | b'r'
        | b'p' => open,
        _ => false,
    };
    known.then_some(end + 1)
}

/// The end of the placeholder in braces that begins with the `{` at `at`: `{}`, `{0}`, `{name:.2f}`, `{{ x }}`,
/// `{% if %}`. Braces with text to translate (`{n, plural, one {…}}`) are not a placeholder.
pub(super) fn braces(bytes: &[u8], at: usize) -> Option<usize> {
    for (open, close) in [(b"{{", b"}}"), (b"{%", b"%}")] {
        if bytes.get(at..at + 2) == Some(open) {
            let inside = bytes.get(at + 2..bytes.len().min(at + LONGEST))?;
            let length = inside.windows(2).position(|two| two == close)?;
            return Some(at + 2 + length + 2);
        }
    }
    let inside = |byte: u8| {
        is_name(byte)
            || matches!(
                byte,
                b'.' | b'[' | b']' | b'!' | b':' | b'<' | b'>' | b'^' | b',' | b'#' | b'+' | b'-' | b'%' | b'$'
            )
    };
    let mut end = run(bytes, at + 1, inside);
    // `{date, short}`: a space is allowed before a format; any other makes it prose.
    while bytes.get(end) == Some(&b' ') && bytes.get(end - 1) == Some(&b',') {
        end = run(bytes, end + 1, inside);
    }
    (bytes.get(end) == Some(&b'}')).then_some(end + 1)
}

/// The end of the variable that begins with the `$` at `at`: `${x}`, `$(x)`, `$x`.
pub(super) fn dollar(bytes: &[u8], at: usize) -> Option<usize> {
    match *bytes.get(at + 1)? {
        b'{' => braces(bytes, at + 1),
        b'(' => {
            let end = run(bytes, at + 2, is_name);
            (end > at + 2 && bytes.get(end) == Some(&b')')).then_some(end + 1)
        }
        byte if byte.is_ascii_alphabetic() || byte == b'_' => Some(run(bytes, at + 1, is_name)),
        _ => None,
    }
}

/// The end of the command-line option that begins with the two hyphens at `at`: `--out-dir`.
pub(super) fn option(bytes: &[u8], at: usize) -> Option<usize> {
    let named = bytes.get(at..at + 2) == Some(b"--") && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic);
    let end = run(bytes, at + 2, |byte| is_name(byte) || byte == b'-');
    named.then(|| end - usize::from(bytes[end - 1] == b'-'))
}

/// The end of the tag that begins with the `<` at `at`. `a<b and c>d` is not a tag, because attributes have values.
pub(super) fn tag(bytes: &[u8], at: usize) -> Option<usize> {
    let limit = bytes.len().min(at + LONGEST);
    if bytes.get(at..at + 4) == Some(b"<!--") {
        let inside = bytes.get(at + 4..limit)?;
        return Some(at + 4 + inside.windows(3).position(|three| three == b"-->")? + 3);
    }
    let closing = bytes.get(at + 1) == Some(&b'/');
    let name = at + 1 + usize::from(closing);
    let mut end = run(bytes, name, |byte| is_name(byte) || matches!(byte, b':' | b'-' | b'.'));
    if end == name || !bytes[name].is_ascii_alphabetic() {
        return None;
    }
    loop {
        let space = run(bytes, end, |byte| byte == b' ');
        match bytes.get(space..space + 2) {
            Some(b"/>") => return Some(space + 2),
            _ if bytes.get(space) == Some(&b'>') => return Some(space + 1),
            _ if space == end || space >= limit || closing => return None,
            _ => {}
        }
        let key = run(bytes, space, |byte| is_name(byte) || matches!(byte, b':' | b'-' | b'.'));
        if key == space || bytes.get(key) != Some(&b'=') {
            return None;
        }
        end = match bytes.get(key + 1)? {
            quote @ (b'"' | b'\'') => {
                let value = run(bytes, key + 2, |byte| byte != *quote && byte != b'<');
                (bytes.get(value) == Some(quote)).then_some(value + 1)?
            }
            _ => run(bytes, key + 1, |byte| byte.is_ascii_graphic() && !matches!(byte, b'>' | b'<' | b'"' | b'\'')),
        };
    }
}

/// The end of the entity that begins with the `&` at `at`: `&amp;`, `&#39;`, `&#x27;`.
pub(super) fn entity(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at + 1) == Some(&b'#');
    let start = at + 1 + usize::from(number);
    let end = run(bytes, start, |byte| byte.is_ascii_alphanumeric());
    let named = number || bytes.get(start).is_some_and(u8::is_ascii_alphabetic);
    (bytes.get(end) == Some(&b';') && named && (2 - usize::from(number)..=10).contains(&(end - start)))
        .then_some(end + 1)
}
