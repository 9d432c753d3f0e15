//! The input of every reader: bytes in any encoding as text, with the line and the offset reached.

mod decoder;
mod encoding;
mod lines;
mod window;

pub use encoding::{DecodedFile, decode};
pub(super) use lines::Lines;
pub(super) use lines::line_ends;
pub use lines::line_starts;
pub(super) use window::Window;
