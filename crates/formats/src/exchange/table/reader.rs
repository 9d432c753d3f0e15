//! Imports a table of terms, in which the first row names the columns or the caller says what they contain.

use std::io::Read;

use super::columns::{ColumnIndexes, Columns, TableColumn, named_columns};
use super::content::ColumnContent;
use super::marks::{Mark, MarkCell, forbids_in_words};
use super::side_check::{are_swapped, is_swapped};
use super::source::{RowSource, TableRow, TextRows};
use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::input::Window;
use crate::exchange::item::{
    CellNames, Fault, Item, Name, RowProblem, Standing, TermDefinition, TermRow, cell_names, part_of_speech, standing,
    standing_in_note,
};
use crate::exchange::language::{has_japanese, language_of};
use crate::exchange::lists::unescape;
use crate::exchange::reader::ItemReader;
use crate::exchange::review_sheet::names_decisions;
use crate::model::{Lang, TermKind};

/// Reads a table; holds one row.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<S> {
    source: S,
    mapping: Option<Columns>,
    columns: Option<ColumnIndexes>,
    /// How many columns the first row has.
    width: usize,
    described: Vec<TableColumn>,
    count: u64,
    ended: bool,
}

impl<R: Read> Reader<TextRows<R>> {
    /// The reader of a text with this separator of cells.
    pub(in crate::exchange) fn of_text(window: Window<R>, separator: char, mapping: Option<Columns>) -> Self {
        Self::new(TextRows::new(window, separator), mapping)
    }
}

impl<S: RowSource> Reader<S> {
    pub(in crate::exchange) fn new(source: S, mapping: Option<Columns>) -> Self {
        Self { source, mapping, columns: None, width: 0, described: Vec::new(), count: 0, ended: false }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let (line, row) = self.source.next_row(self.columns.is_none())?;
            let taken = match row {
                Ok(row) if row.cells.iter().all(|cell| is_blank(cell)) && row.unusable.is_empty() => continue,
                Ok(row) => match self.take(row, line) {
                    Ok(None) => continue,
                    Ok(Some(row)) => Ok(row),
                    Err(fault) => Err(fault),
                },
                Err(fault) => {
                    self.count += 1;
                    Err(fault)
                }
            };
            let unit = self.count;
            self.ended = taken.as_ref().is_err_and(Fault::ends_the_file);
            return Some(taken.map_err(|fault| RowProblem { line, unit, fault }));
        }
        None
    }

    /// The term row of these cells; none for the heading.
    fn take(&mut self, row: TableRow, line: u64) -> Result<Option<TermRow>, Fault> {
        let TableRow { cells, formulas, unusable, doubts } = row;
        if self.columns.is_none() {
            let (columns, is_heading) = self.columns_under(&cells)?;
            let first: Vec<&str> = cells.iter().map(String::as_str).collect();
            self.described = columns.described(&first, is_heading);
            let named = first.iter().rposition(|name| !is_blank(name)).map_or(0, |last| last + 1);
            self.width = if is_heading { named } else { first.len() };
            self.refuse_swapped(&columns, if is_heading { &[] } else { &cells })?;
            self.columns = Some(columns);
            if is_heading {
                return Ok(None);
            }
        }
        self.count += 1;
        let Some(columns) = &self.columns else { return Ok(None) };
        if let Some(surplus) = (self.width..cells.len()).find(|index| !is_blank(&cells[*index])) {
            return Err(Fault::SurplusCell { cell: surplus + 1, columns: self.width });
        }
        if let Some((_, fault)) = unusable.into_iter().find(|(index, _)| columns.has(*index)) {
            return Err(fault);
        }
        let left_out = |(index, cell): &(usize, &String)| !columns.has(*index) && forbids_in_words(cell);
        if let Some((index, cell)) = cells.iter().enumerate().find(left_out) {
            return Err(Fault::status_elsewhere(index + 1, cell));
        }
        let cells =
            if columns.is_of_weblate { cells.iter().map(|cell| unescape(cell).into_owned()).collect() } else { cells };
        let mut row = term_row(columns, (&cells, self.source.separator()), line)?;
        row.doubts.splice(..0, doubts);
        let formulas = formulas.into_iter().filter(|index| columns.has(*index));
        row.doubts.extend(formulas.map(|index| Fault::CellLikeFormula { column: index + 1 }));
        Ok(Some(row))
    }

    /// Refuses a table whose columns contradict what is in nearly all rows.
    fn refuse_swapped(&self, columns: &ColumnIndexes, first: &[String]) -> Result<(), Fault> {
        let own = is_swapped(columns, |index| first.get(index).filter(|text| !is_blank(text)).cloned());
        if columns.sides.is_none() && !columns.is_export && are_swapped(columns, own, &self.source.upcoming()) {
            return Err(Fault::ColumnsContradict {
                said_by: if self.mapping.is_some() { "`--map`" } else { "the first row" },
            });
        }
        Ok(())
    }

    /// What the columns contain, and whether the first row names them.
    fn columns_under(&self, first: &[String]) -> Result<(ColumnIndexes, bool), Fault> {
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        if names_decisions(first.iter().copied()) {
            return Err(Fault::ReviewSheet);
        }
        match &self.mapping {
            Some(mapping) => mapping.indexes(&first).map_err(|problem| Fault::ColumnsUnknown { problem }),
            None => named_columns(&first).map(|columns| (columns, true)).ok_or_else(|| Fault::ColumnsUnknown {
                problem: "The first row does not say which column is Japanese and which is English.".to_owned(),
            }),
        }
    }
}

impl<S: RowSource> ItemReader for Reader<S> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|row| row.map(Item::Term))
    }

    fn taken(&self) -> u64 {
        self.source.taken()
    }

    fn columns(&self) -> &[TableColumn] {
        &self.described
    }
}

fn term_row(columns: &ColumnIndexes, (cells, separator): (&[String], char), line: u64) -> Result<TermRow, Fault> {
    let at = |index: usize| cells.get(index).and_then(|text| filled(text));
    let cell = |content| columns.of(content).and_then(at);
    let all = |content| columns.all(content).filter_map(at).collect::<Vec<String>>();
    let (ja, en) = match columns.sides.map(|(source, target)| (at(source), at(target))) {
        None => (all(ColumnContent::Japanese), all(ColumnContent::English)),
        // The names of the columns leave the direction open; the texts show it.
        Some((source, target)) => {
            let is_japanese = |text: &Option<String>| text.as_deref().is_some_and(has_japanese);
            let (ja, en) =
                if is_japanese(&target) && !is_japanese(&source) { (target, source) } else { (source, target) };
            (Vec::from_iter(ja), Vec::from_iter(en))
        }
    };
    if columns.sides.is_none() && !columns.is_export && is_swapped(columns, at) == Some(true) {
        return Err(Fault::CellsSwapped { column: columns.of(ColumnContent::English).map(|index| index + 1) });
    }
    let mut stated = standing_of(columns, at)?;
    let mut in_notes = Vec::new();
    for index in columns.all(ColumnContent::Note) {
        let Some(note) = at(index) else { continue };
        if let Some(own) = standing_in_note(&note) {
            stated = stated.stricter(own);
            in_notes.push(Fault::status_in_note(&note, Some(index + 1)));
        }
    }
    let abbreviation = cell(ColumnContent::Abbreviation);
    let part_in = |content| cell(content).as_deref().and_then(part_of_speech);
    let part = part_in(ColumnContent::PartOfSpeech);
    // A table with one column says it of the Japanese term, or of an English one that stands alone.
    let has_own = columns.of(ColumnContent::EnglishPartOfSpeech).is_some();
    let english_part = part_in(ColumnContent::EnglishPartOfSpeech);
    let mut row = TermRow { line, doubts: in_notes, ..TermRow::default() };
    let synonyms = all(ColumnContent::Synonym);
    let separator_of_terms = (!columns.is_export).then_some(separator);
    // The first cell of this text, for a message.
    let column = |text: &str| (0..cells.len()).find(|index| at(*index).as_deref() == Some(text)).map(|index| index + 1);
    add_names(&mut row, (&Lang::JA, separator_of_terms), &ja, &synonyms, column);
    for (at, name) in row.names.iter_mut().enumerate() {
        name.reading = name.reading.take().or(cell(ColumnContent::Reading).filter(|_| at == 0));
        name.part_of_speech = part;
    }
    let is_english_alone = row.names.is_empty();
    let from = row.names.len();
    add_names(&mut row, (&Lang::EN, separator_of_terms), &en, &synonyms, column);
    for name in &mut row.names[from..] {
        if abbreviation.as_ref() == Some(&name.text) {
            name.kind = TermKind::Abbreviation;
        }
        name.part_of_speech = if has_own { english_part } else { part.filter(|_| is_english_alone) };
    }
    if row.names.is_empty() {
        return Err(Fault::TermMissing);
    }
    for name in &mut row.names {
        (name.usage, name.review) = (stated.usage, stated.review);
    }
    if let Some(short) = abbreviation.filter(|short| row.english().all(|name| name.text != *short)) {
        let mut name = Name { kind: TermKind::Abbreviation, ..Name::new(Lang::EN, &short) };
        if row.english().next().is_none() {
            (name.usage, name.review) = (stated.usage, stated.review);
        }
        row.names.push(name);
    }
    let confidence = cell(ColumnContent::Confidence).and_then(|text| text.parse().ok());
    row.concept = cell(ColumnContent::Concept);
    row.field = cell(ColumnContent::Field);
    let definitions = all(ColumnContent::Definition).into_iter();
    row.definitions = definitions.map(|text| TermDefinition::new(language_of(&text), text)).collect();
    row.note = cell(ColumnContent::Note);
    row.confidence = confidence.filter(|confidence| (0.0..=1.0).contains(confidence));
    add_banned(&mut row, columns, separator, at);
    Ok(row)
}

/// Adds the names in cells of one language: those of the term, then those of its synonyms that are in this language. A cell
/// is one name where no separator of cells is given.
fn add_names(
    row: &mut TermRow,
    (lang, separator): (&Lang, Option<char>),
    terms: &[String],
    synonyms: &[String],
    column: impl Fn(&str) -> Option<usize>,
) {
    let mut add = |cell: &str, is_own: bool| {
        let found = separator.map_or_else(|| CellNames::one(cell, lang), |separator| cell_names(cell, lang, separator));
        let fits = |text: &str| is_own || language_of(text) == *lang;
        let doubt = found.doubt.filter(|_| fits(cell));
        row.doubts.extend(doubt.map(|mark| Fault::cell_unclear(lang, mark, column(cell))));
        for name in found.names.into_iter().filter(|name| fits(&name.text)) {
            if row.names.iter().all(|other| other.lang != name.lang || other.text != name.text) {
                row.names.push(name);
            }
        }
    };
    terms.iter().for_each(|cell| add(cell, true));
    synonyms.iter().for_each(|cell| add(cell, false));
}

/// Adds the words that stand in columns of their own because they must not be used.
fn add_banned(row: &mut TermRow, columns: &ColumnIndexes, separator: char, at: impl Fn(usize) -> Option<String>) {
    for (mark, index) in columns.marks.iter().map(|(mark, index)| (mark, *index)) {
        let Some(cell) = at(index) else { continue };
        let MarkCell::Words(words) = mark.read(&cell) else { continue };
        let lang = mark.lang_of(words);
        let found = cell_names(words, &lang, separator);
        row.doubts.extend(found.doubt.map(|mark| Fault::cell_unclear(&lang, mark, Some(index + 1))));
        for name in found.names {
            ban(row, name, mark);
        }
    }
}

/// Gives a name the standing of the column it stands in, also where the row has it already.
fn ban(row: &mut TermRow, name: Name, mark: &Mark) {
    let is_same = |other: &&mut Name| other.lang == name.lang && other.text.to_lowercase() == name.text.to_lowercase();
    let Standing { usage, review } = mark.standing;
    match row.names.iter_mut().find(is_same) {
        Some(other) => (other.usage, other.review) = (other.usage.max(usage), review.or(other.review)),
        None => row.names.push(Name { usage, review, ..name }),
    }
}

/// What the columns of a row say of its terms; of several statuses the strictest counts.
fn standing_of(columns: &ColumnIndexes, at: impl Fn(usize) -> Option<String>) -> Result<Standing, Fault> {
    let mut stated = Standing::default();
    for index in [ColumnContent::Status, ColumnContent::Review].into_iter().flat_map(|content| columns.all(content)) {
        if let Some(cell) = at(index) {
            let own = standing(&cell).ok_or_else(|| Fault::status_unknown(&cell, Some(index + 1)))?;
            stated = stated.stricter(own);
        }
    }
    for (mark, index) in columns.marks.iter().map(|(mark, index)| (mark, *index)) {
        let Some(cell) = at(index) else { continue };
        match mark.read(&cell) {
            MarkCell::Nothing | MarkCell::Words(_) => {}
            MarkCell::Standing(own) => stated = stated.stricter(own),
            MarkCell::Unclear => return Err(Fault::status_unknown(&cell, Some(index + 1))),
        }
    }
    Ok(stated)
}
