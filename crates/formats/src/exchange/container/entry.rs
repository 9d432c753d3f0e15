//! What the list of an archive says of a part.

/// Where a part stands in the archive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) start: u64,
    pub(super) compressed: u64,
    /// How many bytes it has, as the archive says.
    pub(super) expanded: u64,
    pub(super) is_deflated: bool,
    pub(super) checksum: u32,
}
