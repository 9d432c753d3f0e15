//! The term base on disk, asked from outside: what goes in comes out, and nothing acknowledged is lost.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod changing;
mod concurrent;
mod effects;
mod imports;
mod merging;
mod opening;
mod paging;
mod presence;
mod records;
mod rivals;
mod room;
mod sample;
mod undo;
