//! The parts of a workbook: which sheets it has and where they stand.

use std::rc::Rc;

use super::sheet::{Context, Sheet};
use super::strings::Strings;
use super::styles::Styles;
use crate::exchange::container::{Archive, main_part, relations};
use crate::exchange::item::Fault;
use crate::exchange::spreadsheet::merged::Merged;
use crate::exchange::spreadsheet::rows::{SHEETS, SheetHead, SheetRows, Workbook as Sheets, head};
use crate::exchange::xml::{Event, Events};

/// A workbook that is held in memory, packed.
#[derive(Debug)]
pub(in crate::exchange::spreadsheet) struct Workbook {
    archive: Archive,
    sheets: Vec<Listed>,
    context: Rc<Context>,
}

/// A sheet in the list of the workbook.
#[derive(Debug)]
struct Listed {
    name: String,
    is_hidden: bool,
    part: String,
}

impl Workbook {
    /// Reads what all sheets share.
    pub(in crate::exchange::spreadsheet) fn open(archive: Archive) -> Result<Self, Fault> {
        let main = main_part(&archive, "xl/workbook.xml")?;
        let mut relations = relations(&archive, &main)?;
        let (mut sheets, mut from_1904) = (Vec::new(), false);
        let mut events = Events::open(archive.part(&main)?)?;
        while let Some(event) = events.next()? {
            let Event::Start(tag) = event else { continue };
            match tag.local() {
                "workbookPr" => {
                    from_1904 = tag.attribute("date1904").is_some_and(|value| matches!(value.as_str(), "1" | "true"));
                }
                "sheet" if sheets.len() < SHEETS => {
                    let relation = tag.attribute("id").and_then(|id| relations.remove(&id));
                    // Charts and dialogs are sheets, too.
                    if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                        let is_hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                        let name = tag.attribute("name").unwrap_or_default();
                        sheets.push(Listed { name, is_hidden, part: relation.part });
                    }
                }
                _ => {}
            }
        }
        let shared =
            |kind: &str| relations.values().find(|relation| relation.kind == kind && archive.has(&relation.part));
        let strings =
            shared("sharedStrings").map(|relation| Strings::read(archive.part(&relation.part)?)).transpose()?;
        let styles = shared("styles").map(|relation| Styles::read(archive.part(&relation.part)?)).transpose()?;
        let context = Context { strings: strings.unwrap_or_default(), styles: styles.unwrap_or_default(), from_1904 };
        Ok(Self { archive, sheets, context: Rc::new(context) })
    }
}

impl Sheets for Workbook {
    fn heads(&self) -> Result<Vec<SheetHead>, Fault> {
        let heads = self.sheets.iter().map(|listed| {
            let mut sheet = Sheet::open(&self.archive, &listed.part, Rc::clone(&self.context), Merged::default())?;
            Ok(SheetHead { name: listed.name.clone(), is_hidden: listed.is_hidden, rows: head(&mut sheet)? })
        });
        heads.collect()
    }

    fn rows(&self, sheet: usize) -> Result<Box<dyn SheetRows>, Fault> {
        let part = self.sheets.get(sheet).map_or("", |listed| &listed.part);
        let merged = Merged::read(self.archive.part(part)?)?;
        Ok(Box::new(Sheet::open(&self.archive, part, Rc::clone(&self.context), merged)?))
    }
}
