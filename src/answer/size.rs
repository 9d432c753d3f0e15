//! How large a part of an answer is as JSON.

use std::io::{Result, Write};

use serde::Serialize;

/// Counts bytes and keeps none.
#[derive(Debug, Default)]
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// The bytes of this part as JSON.
pub(super) fn json_size(part: &impl Serialize) -> usize {
    let mut counter = Counter::default();
    // Nothing is written anywhere, so nothing can fail but a part that is no JSON, which has no size.
    serde_json::to_writer(&mut counter, part).map_or(0, |()| counter.0)
}
