//! Inline codes: what a file format marks inside a text, such as `<g id="1">` or `<ph>%s</ph>`.
//!
//! A memory holds texts as people read them, and beside each text its codes with their positions, so that words are found
//! whatever surrounds them and no code is lost.

use serde::{Deserialize, Serialize};

/// An inline code of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InlineCode {
    /// The byte of the text before which it stands.
    pub at: usize,
    /// What it does.
    pub role: CodeRole,
    /// The code itself: what the original document has there (`<b>`), or the element of the file where it does not say.
    pub code: String,
}

/// What an inline code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeRole {
    /// It begins markup of the text.
    Open,
    /// It ends markup of the text.
    Close,
    /// It stands for something: an image, a value, a line break.
    Whole,
    /// It begins a note on the text, such as that it is a term. A translation need not have it.
    OpenNote,
    /// It ends a note on the text.
    CloseNote,
}

/// The inline codes of a pair of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PairCodes {
    /// Those of the source text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<InlineCode>,
    /// Those of its translation, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<InlineCode>,
}

impl InlineCode {
    /// Whether a translation has to have it too.
    #[must_use]
    pub fn is_carried_over(&self) -> bool {
        !matches!(self.role, CodeRole::OpenNote | CodeRole::CloseNote)
    }
}

impl PairCodes {
    /// Whether neither text has any.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.source.is_empty() && self.target.is_empty()
    }

    /// The same with source and target exchanged.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { source: self.target, target: self.source }
    }
}

/// A text with its codes in their positions, as a person reads it; none if it has no codes.
#[must_use]
pub fn with_codes(text: &str, codes: &[InlineCode]) -> Option<String> {
    if codes.is_empty() {
        return None;
    }
    let mut whole = String::with_capacity(text.len() + codes.iter().map(|code| code.code.len()).sum::<usize>());
    let mut start = 0;
    for code in codes {
        let end = text.floor_char_boundary(code.at.clamp(start, text.len()));
        whole.push_str(text.get(start..end).unwrap_or_default());
        whole.push_str(&code.code);
        start = end.max(start);
    }
    whole.push_str(text.get(start..).unwrap_or_default());
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::{CodeRole, InlineCode, with_codes};

    #[test]
    fn codes_stand_where_they_stood() {
        let code = |at, code: &str| InlineCode { at, role: CodeRole::Whole, code: code.to_owned() };
        for (text, codes, want) in [
            ("It is  now.", vec![code(6, "<ph id=\"y\"/>")], Some("It is <ph id=\"y\"/> now.")),
            ("膜を測る", vec![code(0, "<b>"), code(3, "</b>")], Some("<b>膜</b>を測る")),
            ("𠮷", vec![code(2, "<x/>"), code(90, "<y/>")], Some("<x/>𠮷<y/>")),
            ("", vec![code(0, "<x/>")], Some("<x/>")),
            ("文", vec![], None),
        ] {
            assert_eq!(with_codes(text, &codes).as_deref(), want, "{text}");
        }
    }
}
