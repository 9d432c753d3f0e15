//! How much one unit of a file may be; the file itself may have any size.

/// Bytes of text, keys and properties in one unit, in UTF-8. A larger one is a problem of its own and left out.
pub(super) const UNIT: usize = 1 << 20;

/// Bytes of one piece of the file that must be held whole: a tag, a comment, a run of text, a line. Beyond it the file
/// is no translation memory but something made to exhaust readers.
pub(super) const PIECE: usize = 16 << 20;

/// Elements inside elements.
pub(super) const NESTING: usize = 128;

/// What an element costs of the room of its unit, so that a million empty ones are too many as well.
pub(super) const ELEMENT: usize = 64;
