//! Which styles of a workbook show numbers as dates, or with zeros in front.

use std::collections::BTreeMap;
use std::io::Read;

use crate::exchange::item::Fault;
use crate::exchange::spreadsheet::cell::{is_date_format, least_digits};
use crate::exchange::xml::{Event, Events};

/// The most styles; Excel allows 65,490.
const MOST: usize = 100_000;

/// What each style of cells makes of numbers.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<NumberStyle>);

/// How a number is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NumberStyle {
    /// As it is.
    #[default]
    Plain,
    /// As a date or a time.
    Date,
    /// With this many digits at least.
    Padded(usize),
}

impl Styles {
    pub(super) fn read(part: impl Read) -> Result<Self, Fault> {
        let mut events = Events::open(part)?;
        let (mut formats, mut styles, mut is_inside) = (BTreeMap::new(), Vec::new(), false);
        while let Some(event) = events.next()? {
            match event {
                Event::Start(tag) => match tag.local() {
                    "numFmt" if formats.len() < MOST => {
                        let id = tag.attribute("numFmtId").and_then(|id| id.parse::<u32>().ok());
                        let style = tag.attribute("formatCode").map(|code| style_of(&code));
                        formats.extend(id.zip(style).filter(|(_, style)| *style != NumberStyle::Plain));
                    }
                    "cellXfs" => is_inside = !tag.empty,
                    "xf" if is_inside && styles.len() < MOST => {
                        let id = tag.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or_default();
                        let own = if is_own_date(id) { NumberStyle::Date } else { NumberStyle::Plain };
                        styles.push(formats.get(&id).copied().unwrap_or(own));
                    }
                    _ => {}
                },
                Event::End("cellXfs") => is_inside = false,
                _ => {}
            }
        }
        Ok(Self(styles))
    }

    pub(super) fn of(&self, style: usize) -> NumberStyle {
        self.0.get(style).copied().unwrap_or_default()
    }
}

fn style_of(code: &str) -> NumberStyle {
    if is_date_format(code) {
        return NumberStyle::Date;
    }
    least_digits(code).map_or(NumberStyle::Plain, NumberStyle::Padded)
}

/// Whether a format that Excel knows without its code is one of dates; 27 to 36 and 50 to 58 are those of Japanese Excel.
fn is_own_date(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}
