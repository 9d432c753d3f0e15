//! A pair of texts to check, with what its file says of it.

use crate::text::normal::normal;

/// A pair of texts to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unit<'a> {
    /// The source text.
    pub source: &'a str,
    /// Its translation; blank if there is none yet.
    pub target: &'a str,
    /// What its file says of it beside its texts.
    pub facts: UnitFacts<'a>,
}

/// What a file says of a pair beside its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitFacts<'a> {
    /// In which sense the text is used: `msgctxt` of PO, `resname` of XLIFF. Texts in different contexts may be translated
    /// differently.
    pub context: Option<&'a str>,
    /// Its key in its file.
    pub key: Option<&'a str>,
    /// Which plural form of a message the translation is, from 0; none for a message without plural.
    pub form: Option<usize>,
    /// Whether it is the form for one thing, beside another form for several.
    pub is_singular: bool,
    /// The inline codes of the source text that do not stand in it as text, as the file writes them.
    pub source_codes: &'a [String],
    /// Those of its translation.
    pub target_codes: &'a [String],
}

impl<'a> Unit<'a> {
    /// A pair of which nothing else is known.
    #[must_use]
    pub fn new(source: &'a str, target: &'a str) -> Self {
        Self { source, target, facts: UnitFacts::default() }
    }

    /// Whether either text has several numbers in digits, so that two of them could change places.
    #[must_use]
    pub fn has_several_numbers(self) -> bool {
        let several = |text: &str| {
            let letters = text.chars().chain([' ']);
            let ends =
                letters.clone().zip(letters.skip(1)).filter(|(one, next)| one.is_numeric() && !next.is_numeric());
            ends.take(2).count() == 2
        };
        several(self.source) || several(self.target)
    }

    /// Whether neither text is blank.
    pub(super) fn is_translated(self) -> bool {
        !normal(self.source).is_empty() && !normal(self.target).is_empty()
    }
}
