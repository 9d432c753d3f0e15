//! A character with its position, as every engine gives it.

/// A character or ligature and the box it fills on the page, in points; heights grow upwards.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read::pdf) struct Glyph {
    /// Left edge.
    pub(in crate::read::pdf) left: f64,
    /// Right edge: where the next character of the line begins.
    pub(in crate::read::pdf) right: f64,
    /// Height of the baseline.
    pub(in crate::read::pdf) base: f64,
    /// Upper edge.
    pub(in crate::read::pdf) top: f64,
    /// Lower edge; of a character turned by 90 degrees, where the next one begins.
    pub(in crate::read::pdf) bottom: f64,
    /// Font size.
    pub(in crate::read::pdf) size: f64,
    /// The character.
    pub(in crate::read::pdf) text: String,
    /// Whether no space may be beside it, whatever the distance.
    pub(in crate::read::pdf) tight: bool,
}

/// How far a character rises above its baseline, as a share of its size.
pub(in crate::read::pdf) const ASCENT: f64 = 0.88;

impl Glyph {
    /// An upright character.
    pub(in crate::read::pdf) fn upright(left: f64, base: f64, width: f64, size: f64, text: &str) -> Self {
        let top = base + ASCENT * size;
        let text = text.to_owned();
        Self { left, right: left + width, base, top, bottom: top - size, size, text, tight: false }
    }

    /// A character turned to the right by 90 degrees, whose line runs downwards from `top`, to the right of `foot`.
    pub(in crate::read::pdf) fn turned(foot: f64, top: f64, length: f64, size: f64, text: &str) -> Self {
        let (left, text) = (foot - (1.0 - ASCENT) * size, text.to_owned());
        Self { left, right: left + size, base: top, top, bottom: top - length, size, text, tight: false }
    }

    /// Whether all positions are numbers.
    pub(in crate::read::pdf) fn is_finite(&self) -> bool {
        [self.left, self.right, self.base, self.top, self.bottom, self.size].iter().all(|value| value.is_finite())
    }

    /// The first character of its text.
    pub(super) fn first(&self) -> Option<char> {
        self.text.chars().next()
    }

    /// Whether it shows nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Its centre from left to right.
    pub(super) fn centre(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// The same character with its line running from left to right, if its line runs downwards.
    pub(super) fn laid_down(&self, size: f64) -> Self {
        let base = self.right - size;
        let (left, right) = (-self.top, -self.bottom);
        Self { left, right, base, top: base + ASCENT * size, bottom: base, size, ..self.clone() }
    }
}
