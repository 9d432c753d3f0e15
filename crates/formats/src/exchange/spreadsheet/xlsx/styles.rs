//! Which styles of a workbook show numbers as dates.

use std::collections::BTreeSet;
use std::io::Read;

use crate::exchange::item::Fault;
use crate::exchange::spreadsheet::cell::is_date_format;
use crate::exchange::xml::{Event, Events};

/// The most styles; Excel allows 65,490.
const MOST: usize = 100_000;

/// For each style of cells whether it is one of dates.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    pub(super) fn read(part: impl Read) -> Result<Self, Fault> {
        let mut events = Events::open(part)?;
        let (mut dates, mut styles, mut is_inside) = (BTreeSet::new(), Vec::new(), false);
        while let Some(event) = events.next()? {
            match event {
                Event::Start(tag) => match tag.local() {
                    "numFmt" if tag.attribute("formatCode").is_some_and(|code| is_date_format(&code)) => {
                        dates.extend(tag.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok()));
                    }
                    "cellXfs" => is_inside = !tag.empty,
                    "xf" if is_inside && styles.len() < MOST => {
                        let id = tag.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or_default();
                        styles.push(is_own_date(id) || dates.contains(&id));
                    }
                    _ => {}
                },
                Event::End("cellXfs") => is_inside = false,
                _ => {}
            }
        }
        Ok(Self(styles))
    }

    pub(super) fn is_date(&self, style: usize) -> bool {
        self.0.get(style).copied().unwrap_or_default()
    }
}

/// Whether a format that Excel knows without its code is one of dates; 27 to 36 and 50 to 58 are those of Japanese Excel.
fn is_own_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}
