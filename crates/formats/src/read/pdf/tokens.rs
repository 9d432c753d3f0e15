//! Splits content streams into operators with the raw bytes of their operands, without building anything in memory.

/// One operator with its operands.
pub(super) struct Operation<'a> {
    /// The operator, such as `Tj`.
    pub(super) operator: &'a [u8],
    /// The operands as written.
    pub(super) operands: &'a [&'a [u8]],
}

/// Maximum number of operands; valid content never has more.
const OPERANDS: usize = 64;

/// Calls `visit` for each operator.
pub(super) fn operations(content: &[u8], mut visit: impl FnMut(&Operation<'_>)) {
    let mut at = 0;
    let mut operands: Vec<&[u8]> = Vec::new();
    while let Some((token, next)) = token(content, at) {
        at = next;
        let first = token.first().copied().unwrap_or_default();
        if is_operator(token) {
            if token == b"ID" {
                at = end_of_picture(content, at);
            } else {
                visit(&Operation { operator: token, operands: &operands });
            }
            operands.clear();
        } else if operands.len() < OPERANDS && !matches!(first, b']' | b'>' | b'}' | b')') {
            operands.push(token);
        }
    }
}

/// Whether a token is an operator, not an operand.
fn is_operator(token: &[u8]) -> bool {
    let first = token.first().copied().unwrap_or_default();
    (first.is_ascii_alphabetic() || matches!(first, b'\'' | b'"')) && !matches!(token, b"true" | b"false" | b"null")
}

/// The token at or after `at`, and where the next may begin. An array or dictionary is one token.
pub(super) fn token(content: &[u8], mut at: usize) -> Option<(&[u8], usize)> {
    loop {
        match content.get(at)? {
            b'%' => at = skip(content, at, |byte| !matches!(byte, b'\n' | b'\r')),
            byte if is_blank(*byte) => at += 1,
            _ => break,
        }
    }
    let end = match content.get(at)? {
        b'(' => end_of_string(content, at),
        b'[' => end_of_group(content, at),
        b'<' if content.get(at + 1) == Some(&b'<') => end_of_group(content, at),
        b'<' => (skip(content, at, |byte| byte != b'>') + 1).min(content.len()),
        b'/' => skip(content, at + 1, is_regular),
        b']' | b'>' | b'{' | b'}' | b')' => at + 1,
        _ => skip(content, at, is_regular).max(at + 1),
    };
    content.get(at..end).map(|token| (token, end))
}

/// The end of a literal string, in which brackets may be nested or escaped.
fn end_of_string(content: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    content.len()
}

/// The end of an array or dictionary.
fn end_of_group(content: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(byte) = content.get(at) {
        let pair = content.get(at + 1) == Some(byte);
        match byte {
            b'(' => {
                at = end_of_string(content, at);
                continue;
            }
            b'[' => depth += 1,
            b'<' if pair => {
                depth += 1;
                at += 1;
            }
            b'<' => at = skip(content, at, |byte| byte != b'>'),
            b']' => depth = depth.saturating_sub(1),
            b'>' if pair => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b'%' => at = skip(content, at, |byte| !matches!(byte, b'\n' | b'\r')),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return at.min(content.len());
        }
    }
    content.len()
}

/// The end of an inline image: `EI` between white space.
fn end_of_picture(content: &[u8], start: usize) -> usize {
    let rest = content.get(start..).unwrap_or_default();
    let found = rest.windows(3).enumerate().position(|(index, window)| {
        is_blank(window[0]) && &window[1..] == b"EI" && rest.get(index + 3).is_none_or(|byte| is_blank(*byte))
    });
    found.map_or(content.len(), |found| start + found + 3)
}

/// The first position from `at` on at which `keep` is false.
fn skip(content: &[u8], at: usize, keep: impl Fn(u8) -> bool) -> usize {
    let rest = content.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !keep(*byte)).unwrap_or(rest.len())
}

/// Whether a byte is PDF white space.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

/// Whether a byte can be part of a number, name or operator.
fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// The bytes of a hexadecimal or literal string.
pub(super) fn string_bytes(written: &[u8]) -> Vec<u8> {
    let inside = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
    if written.starts_with(b"<") {
        let digits: Vec<u8> = inside
            .iter()
            .filter_map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        return digits.chunks(2).map(|pair| (pair.first().unwrap_or(&0) << 4) | pair.get(1).unwrap_or(&0)).collect();
    }
    let mut out = Vec::with_capacity(inside.len());
    let mut rest = inside.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => out.push(b'\n'),
            Some(b'r') => out.push(b'\r'),
            Some(b't') => out.push(b'\t'),
            Some(b'b') => out.push(8),
            Some(b'f') => out.push(12),
            Some(b'\r') => {
                let _ = rest.next_if_eq(&b'\n');
            }
            Some(b'\n') | None => {}
            Some(digit @ b'0'..=b'7') => {
                let mut value = u32::from(digit - b'0');
                for _ in 0..2 {
                    match rest.next_if(|next| (b'0'..=b'7').contains(next)) {
                        Some(next) => value = value * 8 + u32::from(next - b'0'),
                        None => break,
                    }
                }
                out.push(u8::try_from(value & 0xff).unwrap_or(0));
            }
            Some(other) => out.push(other),
        }
    }
    out
}
