//! The parts of a workbook: which sheets it has and where they stand.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::sheet::{Context, Sheet};
use super::strings::Strings;
use super::styles::Styles;
use crate::exchange::container::Archive;
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

/// Another part a part names.
struct Relation {
    kind: String,
    part: String,
}

impl Workbook {
    /// Reads what all sheets share.
    pub(in crate::exchange::spreadsheet) fn open(archive: Archive) -> Result<Self, Fault> {
        let main = relations(&archive, "")?.into_values().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
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

/// The parts a part names, by the identifiers it gives them; those of the whole file for the name of none.
fn relations(archive: &Archive, part: &str) -> Result<BTreeMap<String, Relation>, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut relations = BTreeMap::new();
    if !archive.has(&list) {
        return Ok(relations);
    }
    let mut events = Events::open(archive.part(&list)?)?;
    while let Some(event) = events.next()? {
        if let Event::Start(tag) = event
            && tag.local() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) =
                (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.insert(id, Relation { kind, part: resolved(folder, &target) });
        }
    }
    Ok(relations)
}

/// The name of a part that is named relative to a folder.
fn resolved(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn parts_are_named_from_their_folder_or_from_the_root() {
        for (folder, target, want) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../sharedStrings.xml", "xl/sharedStrings.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../x", "x"),
        ] {
            assert_eq!(resolved(folder, target), want, "{folder} {target}");
        }
    }
}
