//! Finds footnotes without a heading whose mark is a sign, repeated to count: `* 前浜`, `** 汀線`, `*** 砂州`.
//!
//! Such signs also stand before remarks and affiliations. So the notes must count from the first, each must have a head, a definition and
//! its mark in the text, and most of these marks must stand right behind the very name that the note defines.

use std::collections::HashSet;

use super::document::Document;
use super::footnotes::defined_name;
use super::list_sign::list_sign;
use super::marker::{Cell, MarkScope, MarkStyle, NoteMark};
use super::section::{EntryStart, GlossarySection};
use crate::text::chars::{Class, class};

/// The signs that count by their number.
const SIGNS: [char; 2] = ['*', '※'];

/// How much of the text before a mark is compared with names, in characters.
const NEAR: usize = 40;

/// A sign inside the text: how often it is repeated there, and what stands before it.
struct SignReference {
    sign: char,
    length: usize,
    before: String,
}

/// The sections of notes marked by signs, ignoring the rows `taken`.
pub(super) fn without_heading(document: &Document<'_>, taken: &HashSet<usize>) -> Vec<GlossarySection> {
    let starts: Vec<EntryStart> = (0..document.rows.len())
        .filter(|row| !taken.contains(row))
        .filter_map(|row| Some(EntryStart { row, mark: Some(sign_at(document, row)?) }))
        .collect();
    if starts.is_empty() {
        return Vec::new();
    }
    let references = references(document);
    SIGNS.iter().filter_map(|sign| notes(document, &starts, &references, *sign)).collect()
}

/// Whether the text has the mark of the note at `row` behind the name that it defines.
pub(super) fn is_named(document: &Document<'_>, row: usize) -> bool {
    let Some(mark) = sign_at(document, row) else { return false };
    defined_name(document, row, mark.length)
        .is_some_and(|name| references(document).iter().any(|reference| reference.names(&mark, &name)))
}

impl SignReference {
    fn is_of(&self, mark: &NoteMark) -> bool {
        mark.style == MarkStyle::Bullet(self.sign) && mark.length == self.length
    }

    fn names(&self, mark: &NoteMark, name: &str) -> bool {
        self.is_of(mark) && self.before.ends_with(name)
    }
}

/// The notes marked by one sign, if they are a glossary.
fn notes(
    document: &Document<'_>,
    starts: &[EntryStart],
    references: &[SignReference],
    sign: char,
) -> Option<GlossarySection> {
    let mut notes: Vec<EntryStart> = Vec::new();
    let mut named = 0;
    for start in starts {
        let Some(mark) = start.mark.as_ref().filter(|mark| mark.style == MarkStyle::Bullet(sign)) else { continue };
        let Some(name) = defined_name(document, start.row, mark.length) else { continue };
        if mark.length != notes.len() + 1 || !references.iter().any(|reference| reference.is_of(mark)) {
            continue;
        }
        named += usize::from(references.iter().any(|reference| reference.names(mark, &name)));
        notes.push(start.clone());
    }
    let last = notes.last()?.row;
    (named * 2 >= notes.len() && named > 0).then(|| GlossarySection {
        starts: notes,
        end: super::footnotes::note_end(document, last, &MarkStyle::Bullet(sign)),
        ..GlossarySection::default()
    })
}

fn sign_at(document: &Document<'_>, row: usize) -> Option<NoteMark> {
    list_sign(&document.rows[row].cells, MarkScope::List)
        .filter(|mark| matches!(mark.style, MarkStyle::Bullet(sign) if SIGNS.contains(&sign)))
}

/// All signs behind a word of the text.
fn references(document: &Document<'_>) -> Vec<SignReference> {
    let mut found = Vec::new();
    let mut above: &[Cell] = &[];
    for row in &document.rows {
        let mut at = 1;
        while at < row.cells.len() {
            let sign = row.cells[at].1;
            let length = if SIGNS.contains(&sign) { run(&row.cells[at..]) } else { 1 };
            let before = row.cells[at - 1].1;
            let word = !matches!(class(before), Class::Space | Class::Other) || matches!(before, ')' | '」');
            if SIGNS.contains(&sign) && word {
                let near = row.cells[at.saturating_sub(NEAR)..at].iter();
                let above = above[above.len().saturating_sub(NEAR)..].iter().filter(|_| at < NEAR);
                let before = above.chain(near).map(|cell| cell.1).collect();
                found.push(SignReference { sign, length, before });
            }
            at += length;
        }
        above = &row.cells;
    }
    found
}

/// How often `cells` repeat their first character.
fn run(cells: &[Cell]) -> usize {
    cells.iter().take_while(|cell| cell.1 == cells[0].1).count()
}
