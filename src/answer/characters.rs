//! Converts byte positions into positions in Unicode scalar values.

use crate::model::Span;

/// Counts the characters before a byte of one text.
#[derive(Debug)]
pub(crate) struct Characters {
    starts: Vec<usize>,
}

impl Characters {
    /// The characters of `text`.
    pub(crate) fn of(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at).collect() }
    }

    /// A span in characters, `[start, end)`.
    pub(crate) fn span(&self, span: Span) -> [usize; 2] {
        let before = |byte: usize| self.starts.partition_point(|start| *start < byte);
        [before(span.start), before(span.end)]
    }
}

/// A span in bytes, as JSON shows it.
pub(crate) fn bytes(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

#[cfg(test)]
mod tests {
    use super::Characters;
    use crate::model::Span;

    #[test]
    fn a_character_is_one_whatever_its_bytes() {
        let text = "𠮷ｶﾞa\r\n⻭";
        let characters = Characters::of(text);
        for (part, want) in [("𠮷", [0, 1]), ("ｶﾞ", [1, 3]), ("a", [3, 4]), ("⻭", [6, 7]), (text, [0, 7])] {
            let start = text.find(part).unwrap();
            assert_eq!(characters.span(Span::new(start, start + part.len())), want, "{part}");
        }
    }
}
