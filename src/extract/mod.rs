//! Release → entries: a [`Release`] in; its glossary entries, in-text note marks, metadata and doubts out.
//!
//! The way: [`document`] splits the text into rows; [`section`], [`marked`], [`unmarked`] and [`footnotes`] find the
//! glossaries and where their entries start; [`body`], [`entry`] and [`head`] take each entry apart; [`references`] ties
//! marks in the text to them; [`metadata`] and [`titles`] read the facts about the release; [`abstracts`] finds
//! what may be said in both languages. What marks look like is data:
//! glossary/markers.toml.

mod abstracts;
mod body;
mod borders;
mod dates;
mod document;
mod doubts;
mod entry;
mod footnotes;
mod head;
mod labels;
mod marked;
mod marker;
mod metadata;
mod references;
mod rules;
mod section;
mod separator;
mod titles;
mod unmarked;

use std::collections::HashSet;

pub use abstracts::{Bilingual, Sentence, bilingual};
use body::Rows;
use document::Document;
use marker::Style;
use section::{Headed, Section, Start};

use crate::model::{Extraction, Release};

/// Version of the extraction rules. Releases read by an older version are read again on the next ingest.
pub const VERSION: &str = "2";

/// Everything a release prints about its terms: entries, marks, metadata, and what to look at again.
#[must_use]
pub fn entries(release: &Release) -> Extraction {
    let document = Document::new(release);
    let Headed { mut sections, mut bare } = section::under_headings(&document);
    let taken = rows_of(&sections);
    let notes = footnotes::without_heading(&document, &taken);
    bare.retain(|&heading| !notes.iter().any(|section| section.opens_under(heading)));
    sections.extend(notes);
    let mut entries = Vec::new();
    let mut styles: Vec<Style> = Vec::new();
    let mut glossary: HashSet<usize> = HashSet::new();
    for (group, section) in sections.iter().enumerate() {
        let ends = ends_of(&document, section);
        let rows: Vec<Rows<'_>> =
            section.starts.iter().zip(&ends).map(|(start, end)| Rows { start, end: *end }).collect();
        let before = entries.len();
        entries.extend(entry::read(&document, &rows, u32::try_from(group).unwrap_or(u32::MAX)));
        bare.extend(section.heading.filter(|_| entries.len() == before));
        for (start, end) in section.starts.iter().zip(&ends) {
            glossary.extend(start.row..*end);
        }
        glossary.extend(section.heading);
        for style in section.starts.iter().filter_map(|start| start.mark.as_ref().map(|mark| mark.style.clone())) {
            if !styles.contains(&style) {
                styles.push(style);
            }
        }
    }
    bare.sort_unstable();
    let references = references::read(&document, &entries, &styles, &glossary);
    let (metadata, paper_titles) = metadata::read(&document, release, &glossary);
    let doubts = doubts::of(&document, &entries, &references, &bare);
    Extraction { metadata, paper_titles, entries, references, doubts }
}

fn rows_of(sections: &[Section]) -> HashSet<usize> {
    sections
        .iter()
        .flat_map(|section| {
            let first = section.heading.or(section.starts.first().map(|start| start.row)).unwrap_or(section.end);
            first..section.end
        })
        .collect()
}

/// Row after the last row of each entry.
fn ends_of(document: &Document<'_>, section: &Section) -> Vec<usize> {
    if section.heading.is_none() {
        return footnotes::ends(document, section);
    }
    let next = |index: usize| {
        let end = section.starts.get(index + 1).map_or(section.end, |start: &Start| start.row);
        let own = section.starts.get(index).map_or(0, |start| start.row);
        section.between.iter().copied().find(|&row| row > own && row < end).unwrap_or(end)
    };
    (0..section.starts.len()).map(next).collect()
}
