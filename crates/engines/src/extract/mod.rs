//! Extracts from a [`Release`] its glossary entries, the note marks that refer to them, metadata, and doubts about these.
//!
//! [`document`] splits the text into rows. [`headings`] finds the glossaries under headings ([`glossary_heading`]); their entries are
//! read by [`structured_entries`] where the format marks them, else by [`marked_entries`] or [`unmarked_entries`]. [`footnotes`],
//! [`sign_notes`] and [`bare_entries`] find glossaries without a heading. [`body`], [`entry`] and [`head`] take each entry apart, [`references`] links
//! note marks in the text to entries, [`metadata`], [`release_title`], [`institution`], [`journals`] and [`titles`] read facts about the release with
//! what proves them ([`fact`]), [`abstracts`] finds passages printed in both languages, and [`prose`] gives the running text in sentences. What
//! marks, headings and labels look like is data:
//! glossary/markers.toml. [`corrections`] applies what people said about the entries of a release.

mod abstracts;
mod apparatus;
mod bare_entries;
mod body;
mod cell_borders;
mod corrections;
mod date_numbers;
mod dates;
mod document;
mod doubts;
mod entry;
mod entry_shape;
mod fact;
mod file_name;
mod footnotes;
mod glossary_heading;
mod grants;
mod head;
mod headings;
mod institution;
mod institution_name;
mod joint_issue;
mod journals;
mod label;
mod list_sign;
mod mark_labels;
mod mark_reader;
mod marked_entries;
mod marker;
mod metadata;
mod prose;
mod references;
mod release_title;
mod rules;
mod section;
mod section_end;
mod separator;
mod sign_notes;
mod structured_entries;
mod tags;
mod titles;
mod unmarked_entries;
mod values;

use std::collections::HashSet;

pub use abstracts::{PassagePair, Sentence, bilingual_passages};
use body::EntryRows;
pub use corrections::{BareText, excerpt};
use document::Document;
pub use file_name::language_in_name;
use headings::HeadingScan;
use marker::MarkStyle;
pub use prose::{RunningSentence, running_text, running_text_without, whole_sentences};
use section::{EntryStart, GlossarySection};

use crate::model::{Doubt, Extraction, Release, ReleaseCorrection};

/// Version of the extraction rules. Releases extracted by an older version are extracted again on the next ingest.
pub const VERSION: &str = "8";

/// Extracts entries, references, metadata and doubts from a release.
#[must_use]
pub fn entries(release: &Release) -> Extraction {
    corrected_entries(release, &[])
}

/// Extracts entries, references, metadata and doubts from a release, with what people said about its entries.
#[must_use]
pub fn corrected_entries(release: &Release, corrections: &[ReleaseCorrection]) -> Extraction {
    let document = Document::new(release);
    let HeadingScan { mut sections, mut empty_headings } = headings::under_headings(&document);
    let taken: HashSet<usize> = rows_of(&sections);
    let mut notes = footnotes::without_heading(&document, &taken);
    let taken = taken.into_iter().chain(rows_of(&notes)).collect();
    notes.extend(sign_notes::without_heading(&document, &taken));
    empty_headings.retain(|&heading| !notes.iter().any(|section| section.opens_under(heading)));
    sections.extend(notes);
    let bare = if sections.is_empty() { bare_entries::read(&document) } else { None };
    let is_bare = bare.is_some();
    sections.extend(bare);
    let mut entries = Vec::new();
    let mut notes_in_doubt: Vec<Doubt> = Vec::new();
    let mut styles: Vec<MarkStyle> = Vec::new();
    let mut glossary: HashSet<usize> = HashSet::new();
    for (group, section) in sections.iter().enumerate() {
        let ends = ends_of(&document, section);
        let rows: Vec<EntryRows<'_>> =
            section.starts.iter().zip(&ends).map(|(start, end)| EntryRows { start, end: *end }).collect();
        let before = entries.len();
        entries.extend(entry::read(&document, &rows, u32::try_from(group).unwrap_or(u32::MAX)));
        if footnotes::is_doubtful(section) {
            notes_in_doubt.extend(entries.get(before).map(doubts::of_notes));
        }
        empty_headings.extend(section.heading.filter(|_| entries.len() == before));
        notes_in_doubt.extend(doubts::of_long_lines(&document, section, &entries[before..]));
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
    empty_headings.sort_unstable();
    let corrections::CorrectedEntries { entries, stated_english, obstacles, doubts: uncorrected } =
        corrections::apply(&document, release, entries, corrections);
    let references = references::read(&document, &entries, &styles, &glossary);
    let (metadata, paper_titles) = metadata::read(&document, release, &glossary);
    let mut doubts = doubts::of(&document, &entries, &references, &empty_headings, is_bare);
    doubts.extend(notes_in_doubt);
    doubts.extend(doubts::of_pictures(release, &entries));
    doubts.extend(uncorrected);
    Extraction { metadata, paper_titles, entries, references, doubts, stated_english, obstacles }
}

fn rows_of(sections: &[GlossarySection]) -> HashSet<usize> {
    sections
        .iter()
        .flat_map(|section| {
            let first = section.heading.or(section.starts.first().map(|start| start.row)).unwrap_or(section.end);
            first..section.end
        })
        .collect()
}

/// The row after the last one of each entry.
fn ends_of(document: &Document<'_>, section: &GlossarySection) -> Vec<usize> {
    if section.heading.is_none() && !section.is_whole {
        return footnotes::ends(document, section);
    }
    let next = |index: usize| {
        let end = section.starts.get(index + 1).map_or(section.end, |start: &EntryStart| start.row);
        let own = section.starts.get(index).map_or(0, |start| start.row);
        let after = section.between.partition_point(|&row| row <= own);
        section.between.get(after).copied().filter(|&row| row < end).unwrap_or(end)
    };
    (0..section.starts.len()).map(next).collect()
}
