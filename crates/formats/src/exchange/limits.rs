//! How large one unit of a file may be. The file itself may have any size.

/// Bytes of text, keys and properties in one unit, in UTF-8. A larger unit is reported and left out.
pub(super) const UNIT: usize = 1 << 20;

/// Bytes of one piece of a file that must be held in memory at once: a tag, a comment, a run of text, a line. A longer
/// piece is not part of any translation; such a file is made to exhaust readers.
pub(super) const PIECE: usize = 16 << 20;

/// Bytes of a file that is held in memory as a whole, in UTF-8.
pub(super) const WHOLE_FILE: usize = 64 << 20;

/// Units of a file that is held in memory as a whole, to be checked or edited, and of XLIFF: about a
/// million words.
pub(super) const UNITS: usize = 60_000;

/// Depth of nested elements.
pub(super) const NESTING: usize = 128;

/// What an element counts towards the size of its unit, so that a million empty elements are too many as well.
pub(super) const ELEMENT: usize = 64;

/// Bytes of one part of an archive after it is unpacked, and of all texts of the rows of a spreadsheet.
pub(super) const EXPANDED: u64 = 1 << 30;

/// How many times its size in the archive a large part may have after it is unpacked.
pub(super) const EXPANSION: u64 = 400;
