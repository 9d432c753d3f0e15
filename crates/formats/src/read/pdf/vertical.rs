//! Writes text of fonts whose lines run downwards, because the decoder moves every line to the right.
//!
//! Each character is drawn with a text rise that lowers it to its position, and the horizontal step after it is taken back.

use super::fonts::unit_width;

/// The height of a character's origin above its baseline, as a share of the font size.
const ORIGIN: f64 = 0.88;

/// The state of text that matters for lines that run downwards.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TextState {
    /// Font size.
    pub(super) size: f64,
    /// Text rise.
    pub(super) rise: f64,
    /// Space between characters.
    pub(super) spacing: f64,
    /// How far the position has moved down since it was set.
    fall: f64,
}

/// A part of text that is shown.
pub(super) enum TextPart {
    /// A character as a UTF-16 unit.
    Unit(u16),
    /// An adjustment in thousandths of the font size.
    Step(f64),
}

impl TextState {
    /// The position is set anew.
    pub(super) fn start_line(&mut self) {
        self.fall = 0.0;
    }

    /// Operators that show text from top to bottom.
    pub(super) fn show(&mut self, parts: &[TextPart]) -> String {
        let mut out = String::new();
        for part in parts {
            match part {
                TextPart::Step(step) => self.fall += step / 1000.0 * self.size,
                TextPart::Unit(unit) => {
                    let rise = self.rise - self.fall - ORIGIN * self.size;
                    let half = f64::from(unit_width(*unit)) / 2.0;
                    // The step to take back includes the space between characters.
                    let back = half + self.spacing / self.size.abs().max(0.001) * 1000.0;
                    out.push_str(&format!("{rise:.3} Ts [{half:.1} <{unit:04X}> {back:.1}] TJ\n"));
                    self.fall += self.size - self.spacing;
                }
            }
        }
        out.push_str(&format!("{:.3} Ts", self.rise));
        out
    }
}
