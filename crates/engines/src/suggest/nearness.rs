//! How near a stored segment is to the text: from the same document, the same subject field, or neither.

/// How near a stored segment is to the text, the nearest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// Nothing connects the two, as far as is known.
    Elsewhere,
    /// They belong to the same subject field.
    Field,
    /// They belong to the same document or series.
    Document,
}

impl Nearness {
    /// The nearness of two segments with these documents and fields.
    #[must_use]
    pub fn new(documents: (Option<&str>, Option<&str>), fields: (Option<&str>, Option<&str>)) -> Self {
        let same =
            |pair: (Option<&str>, Option<&str>)| pair.0.is_some_and(|name| !name.is_empty() && pair.1 == Some(name));
        match (same(documents), same(fields)) {
            (true, _) => Self::Document,
            (false, true) => Self::Field,
            (false, false) => Self::Elsewhere,
        }
    }
}
