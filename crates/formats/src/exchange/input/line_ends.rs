//! The line ends of a text: LF, CR LF or CR alone.

/// How many lines end in a text.
pub(in crate::exchange) fn line_ends(text: &str) -> usize {
    ends(text).count()
}

/// Where the lines of a text begin.
#[must_use]
pub fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(ends(text)).collect()
}

/// The offsets behind the line ends of a text.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let is_end = |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(move |(at, byte)| is_end(*at, **byte)).map(|(at, _)| at + 1)
}
