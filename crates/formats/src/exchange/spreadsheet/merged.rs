//! Merged cells. What is merged over several rows holds for each of them, although it stands in the first only.

use std::collections::BTreeMap;
use std::io::Read;

use super::cell::position;
use super::rows::{COLUMNS, SheetRow};
use crate::exchange::item::Fault;

/// The most merged ranges of a sheet.
const MOST: usize = 100_000;

/// How a range is written, behind the prefix of its name.
const MARK: &[u8] = b"mergeCell ref=";

/// How much is read at once, and how much of it is looked at again because a range may stand across.
const CHUNK: usize = 64 << 10;
const OVERLAP: usize = 64;

/// The ranges that are more than a row high, and their texts while the rows are read.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// First row, last row, column; the last range first.
    ranges: Vec<(u64, u64, usize)>,
    /// By column: the last row and the text.
    current: BTreeMap<usize, (u64, String)>,
}

impl Merged {
    /// Looks for the ranges, which stand behind the rows.
    pub(super) fn read(mut part: impl Read) -> Result<Self, Fault> {
        let (mut ranges, mut bytes, mut kept) = (Vec::new(), Vec::new(), 0);
        loop {
            bytes.resize(kept + CHUNK, 0);
            let read = part.read(&mut bytes[kept..]).map_err(|error| Fault::unreadable(&error))?;
            bytes.truncate(kept + read);
            let last = if read == 0 { bytes.len() } else { bytes.len().saturating_sub(OVERLAP) };
            let mut at = 0;
            while let Some(found) = find(&bytes[at..]).map(|found| at + found).filter(|found| *found < last) {
                at = found + MARK.len();
                ranges.extend(range(&bytes[at..]));
                if ranges.len() > MOST {
                    return Err(Fault::HostileArchive {
                        problem: format!("a sheet has more than {MOST} merged cells"),
                    });
                }
            }
            if read == 0 {
                break;
            }
            bytes.drain(..at.max(last));
            kept = bytes.len();
        }
        ranges.sort_unstable_by(|a, b| b.cmp(a));
        Ok(Self { ranges, current: BTreeMap::new() })
    }

    /// Begins a range with the text of its first cell.
    pub(super) fn begin(&mut self, column: usize, last: u64, text: &str) {
        if column < COLUMNS {
            self.current.insert(column, (last, text.to_owned()));
        }
    }

    /// Fills in what is merged with cells above. A row in which nothing else stands stays empty.
    pub(super) fn fill(&mut self, row: &mut SheetRow) {
        while let Some((first, last, column)) = self.ranges.pop_if(|(first, ..)| *first <= row.number) {
            let text = row.cells.get(column).filter(|_| first == row.number).cloned();
            self.begin(column, last, &text.unwrap_or_default());
        }
        self.current.retain(|_, (last, _)| *last >= row.number);
        if !row.is_empty() {
            for (column, (_, text)) in &self.current {
                if row.cells.get(*column).is_none_or(String::is_empty) {
                    row.set(*column, text);
                }
            }
        }
    }
}

fn find(bytes: &[u8]) -> Option<usize> {
    let first = *MARK.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(MARK) {
            return Some(at);
        }
        at += 1;
    }
}

/// The range that begins with a quotation mark, if it is more than a row high.
fn range(bytes: &[u8]) -> Option<(u64, u64, usize)> {
    let end = bytes.iter().skip(1).take(OVERLAP).position(|byte| matches!(byte, b'"' | b'\''))?;
    let (first, last) = std::str::from_utf8(bytes.get(1..=end)?).ok()?.split_once(':')?;
    let ((column, first), (_, last)) = (position(first)?, position(last)?);
    (last > first).then_some((first, last, column))
}

#[cfg(test)]
mod tests {
    use super::Merged;
    use crate::exchange::spreadsheet::rows::SheetRow;

    #[test]
    fn a_cell_over_several_rows_holds_for_each() {
        let padding = " ".repeat((64 << 10) - 20);
        let part = format!(
            "{padding}<x:mergeCells><mergeCell ref=\"A2:A3\"/><x:mergeCell ref=\"B2:C2\"/><mergeCell ref=\"B4:B9\"/>"
        );
        let mut merged = Merged::read(part.as_bytes()).unwrap();
        assert_eq!(merged.ranges, [(4, 9, 1), (2, 3, 0)]);
        let filled = |cells: &[&str], number, merged: &mut Merged| {
            let mut row =
                SheetRow { number, cells: cells.iter().map(|&cell| cell.to_owned()).collect(), ..SheetRow::default() };
            merged.fill(&mut row);
            row.cells
        };
        for (number, cells, want) in [
            (1, &["x"][..], &["x"][..]),
            (2, &["脳", "a"], &["脳", "a"]),
            (3, &["", "b"], &["脳", "b"]),
            (4, &["", "c"], &["", "c"]),
            (5, &[], &[]),
            (7, &["d"], &["d", "c"]),
            (10, &["e"], &["e"]),
        ] {
            assert_eq!(filled(cells, number, &mut merged), want, "{number}");
        }
    }
}
