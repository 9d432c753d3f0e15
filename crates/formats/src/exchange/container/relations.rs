//! The parts of a file of Office that its parts name.

use std::collections::BTreeMap;

use super::archive::Archive;
use crate::exchange::item::Fault;
use crate::exchange::xml::{Event, Events};

/// Another part a part names.
pub(in crate::exchange) struct Relation {
    pub(in crate::exchange) kind: String,
    pub(in crate::exchange) part: String,
}

/// The name of the part in which the file has its content: `usual` if it names none.
pub(in crate::exchange) fn main_part(archive: &Archive, usual: &str) -> Result<String, Fault> {
    let main = relations(archive, "")?.into_values().find(|relation| relation.kind == "officeDocument");
    Ok(main.map_or_else(|| usual.to_owned(), |relation| relation.part))
}

/// The parts a part names, by the identifiers it gives them; those of the whole file for the name of none.
pub(in crate::exchange) fn relations(archive: &Archive, part: &str) -> Result<BTreeMap<String, Relation>, Fault> {
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
