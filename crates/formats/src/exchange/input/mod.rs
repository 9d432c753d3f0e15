//! The input of every reader: bytes in any encoding as text, with the line and the offset reached.

mod decoder;
mod encoding;
mod line_ends;
mod lines;
mod window;

pub use encoding::DecodedFile;
pub(super) use encoding::decode;
pub(super) use line_ends::line_ends;
pub use line_ends::line_starts;
pub(super) use lines::Lines;
pub(super) use window::Window;
