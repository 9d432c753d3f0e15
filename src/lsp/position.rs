//! Converts between positions as clients count them and bytes. The only file that knows UTF-16.

use tower_lsp_server::ls_types::{Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent};

use crate::model::Span;

/// The unit in which a client counts the characters of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum PositionUnit {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the default of the protocol: 𠮷 counts as two.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl PositionUnit {
    /// The unit to use of those a client offers; bytes need the least work.
    pub(crate) fn negotiated(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offered = offered.unwrap_or_default();
        let known = [
            (PositionEncodingKind::UTF8, Self::Utf8),
            (PositionEncodingKind::UTF16, Self::Utf16),
            (PositionEncodingKind::UTF32, Self::Utf32),
        ];
        known.into_iter().find(|(kind, _)| offered.contains(kind)).map_or(Self::Utf16, |(_, units)| units)
    }

    /// Its name in the protocol.
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn of(self, letter: char) -> usize {
        match self {
            Self::Utf8 => letter.len_utf8(),
            Self::Utf16 => letter.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Where the lines of a text begin. They end with LF, CR LF or CR alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
    units: PositionUnit,
}

impl LineIndex {
    /// The lines of `text`.
    pub(crate) fn of(text: &str, units: PositionUnit) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Self { starts, units }
    }

    /// The text of a line, without its end.
    fn line<'a>(&self, text: &'a str, line: usize) -> (usize, &'a str) {
        let Some(start) = self.starts.get(line).copied() else { return (text.len(), "") };
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        (start, text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']))
    }

    /// The position of a byte.
    pub(crate) fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let (start, said) = self.line(text, line);
        let mut before = (byte - start).min(said.len());
        while !said.is_char_boundary(before) {
            before -= 1;
        }
        let character = match self.units {
            PositionUnit::Utf8 => before,
            units => said[..before].chars().map(|letter| units.of(letter)).sum(),
        };
        Position::new(number(line), number(character))
    }

    /// The byte of a position. A position beyond the end of a line is the end of the line, one beyond the last line the end of the
    /// text, and one inside a character the beginning of the character.
    pub(crate) fn byte(&self, text: &str, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let (start, said) = self.line(text, line);
        let mut left = usize::try_from(position.character).unwrap_or(usize::MAX);
        for (at, letter) in said.char_indices() {
            let length = self.units.of(letter);
            if left < length {
                return start + at;
            }
            left -= length;
        }
        start + said.len()
    }

    /// The range of a span.
    pub(crate) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(self.position(text, span.start), self.position(text, span.end))
    }

    /// The span of a range.
    pub(crate) fn span(&self, text: &str, range: Range) -> Span {
        Span::new(self.byte(text, range.start), self.byte(text, range.end))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Applies changes of a client in order; each refers to the text after the previous one.
pub(crate) fn apply_changes(text: &str, changes: Vec<TextDocumentContentChangeEvent>, units: PositionUnit) -> String {
    let mut text = text.to_owned();
    for change in changes {
        match change.range {
            Some(range) => {
                let span = LineIndex::of(&text, units).span(&text, range);
                text.replace_range(span.start..span.end, &change.text);
            }
            None => text = change.text,
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_in_the_unit_of_the_client() {
        let text = "𠮷か\u{3099}a\r\nb\rｶﾞ\n";
        for (units, part, want) in [
            (PositionUnit::Utf16, "か", (0, 2)),
            (PositionUnit::Utf16, "a", (0, 4)),
            (PositionUnit::Utf8, "a", (0, 10)),
            (PositionUnit::Utf32, "a", (0, 3)),
            (PositionUnit::Utf16, "b", (1, 0)),
            (PositionUnit::Utf16, "ﾞ", (2, 1)),
            (PositionUnit::Utf8, "ﾞ", (2, 3)),
        ] {
            let lines = LineIndex::of(text, units);
            let byte = text.find(part).unwrap();
            let position = lines.position(text, byte);
            assert_eq!((position.line, position.character), want, "{units:?} {part}");
            assert_eq!(lines.byte(text, position), byte, "{units:?} {part}");
        }
    }

    #[test]
    fn positions_outside_the_text_are_moved_to_the_nearest_one_inside() {
        let text = "𠮷a\r\nb";
        let lines = LineIndex::of(text, PositionUnit::Utf16);
        for (line, character, want) in [(0, 1, 0), (0, 9, 5), (1, 9, 8), (9, 0, 8), (0, u32::MAX, 5)] {
            assert_eq!(lines.byte(text, Position::new(line, character)), want, "{line}:{character}");
        }
        assert_eq!(lines.position(text, 6), Position::new(0, 3), "between CR and LF is the end of the line");
        assert_eq!(lines.position(text, 99), Position::new(1, 1));
    }
}
