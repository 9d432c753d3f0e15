//! Compact encoding of counts: sorted keys as differences, all numbers in groups of seven bits.

/// Writes counts.
#[derive(Debug, Default)]
pub(super) struct CountWriter {
    bytes: Vec<u8>,
}

impl CountWriter {
    /// Adds counts, sorted by key.
    pub(super) fn counts(&mut self, counts: impl Iterator<Item = (u64, u32)>) {
        let mut sorted: Vec<(u64, u32)> = counts.collect();
        sorted.sort_unstable();
        self.number(sorted.len() as u64);
        let mut before = 0;
        for (key, count) in sorted {
            self.number(key - before);
            self.number(u64::from(count));
            before = key;
        }
    }

    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push((number & 0x7f) as u8);
    }

    /// The encoded bytes.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Decodes the bytes of a [`CountWriter`].
#[derive(Debug)]
pub(super) struct CountReader<'a> {
    rest: &'a [u8],
}

impl<'a> CountReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next counts; `None` if the bytes are damaged.
    pub(super) fn counts(&mut self) -> Option<Vec<(u64, u32)>> {
        let length = usize::try_from(self.number()?).ok()?;
        // Every entry takes at least two bytes.
        if length > self.rest.len() / 2 {
            return None;
        }
        let mut counts = Vec::with_capacity(length);
        let mut key: u64 = 0;
        for _ in 0..length {
            key = key.checked_add(self.number()?)?;
            counts.push((key, u32::try_from(self.number()?).ok()?));
        }
        Some(counts)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for place in 0..10 {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f).checked_shl(7 * place)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Whether everything has been read.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let mut reader = CountReader::new(&bytes);
            while reader.counts().is_some_and(|counts| !counts.is_empty()) {}
        }
    }
}
