//! Which tables of a document are bilingual, which of their columns are Japanese and English, and whether they hold terms or texts
//! with their translations.
//!
//! The names of columns decide as they do in every other table. A table without such names is read if it has, beside numbers,
//! exactly one column of Japanese and one of English.

use super::segments::SegmentColumns;
use super::tables::{Row, Table};
use crate::exchange::hint::FileHint;
use crate::exchange::item::Fault;
use crate::exchange::language::has_japanese;
use crate::exchange::table::{ColumnContent, Columns, TableKind, key_column, kind_by_names, named_columns};
use crate::model::Lang;

/// How many rows of a table are looked at.
const HEAD: usize = 200;

/// Japanese of this many characters is a text and no term; English of so many words.
const LONG_JAPANESE: usize = 30;
const LONG_ENGLISH: usize = 9;

/// A bilingual table, from the row on that names its columns or is its first.
pub(super) struct BilingualTable {
    /// Its number in the document, from 1.
    pub(super) number: usize,
    pub(super) rows: Vec<Row>,
    pub(super) plan: Plan,
    pub(super) sides: Sides,
    /// Whether the first row names the columns.
    pub(super) has_names: bool,
}

/// The columns of the texts and of their key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) key: Option<usize>,
}

/// How a table is read, from which row on.
struct Layout {
    first: usize,
    plan: Plan,
    sides: Sides,
    has_names: bool,
}

/// How the rows of a table are read.
pub(super) enum Plan {
    /// As terms. The columns are mapped where their names do not say what they are.
    Terms(Option<Columns>),
    /// As texts with their translations.
    Segments(SegmentColumns),
}

/// The bilingual tables of a document, and the numbers of other tables that have Japanese beside English.
///
/// # Errors
/// `columns_contradict` for a table whose columns are not what their names say.
pub(super) fn choose(tables: Vec<Table>, hint: &FileHint) -> Result<(Vec<BilingualTable>, Vec<usize>), Fault> {
    let (mut chosen, mut left_out) = (Vec::new(), Vec::new());
    for (number, Table { mut rows }) in (1..).zip(tables) {
        let Some(Layout { first, plan, sides, has_names }) = layout(&rows, hint)? else {
            if has_both(&rows) {
                left_out.push(number);
            }
            continue;
        };
        rows.drain(..first);
        chosen.push(BilingualTable { number, rows, plan, sides, has_names });
    }
    Ok((chosen, left_out))
}

fn layout(rows: &[Row], hint: &FileHint) -> Result<Option<Layout>, Fault> {
    if let Some(mapping) = &hint.columns {
        let first = rows.iter().take(HEAD).position(|row| mapping.indexes(&texts(row)).is_ok());
        let plan = || Plan::Terms(Some(mapping.clone()));
        return Ok(first.map(|first| Layout { first, plan: plan(), sides: Sides::default(), has_names: false }));
    }
    for (first, row) in rows.iter().enumerate().take(HEAD) {
        if let Some((plan, sides)) = under_names(&texts(row), &rows[first + 1..], hint)? {
            return Ok(Some(Layout { first, plan, sides, has_names: true }));
        }
    }
    let found = without_names(rows).map(|(ja, en)| {
        let from_english = hint.source_lang.as_ref().map_or(en < ja, Lang::is_english);
        let (source, target) = if from_english { (en, ja) } else { (ja, en) };
        let sides = Sides { source, target, key: None };
        let plan = match kind_by_content(rows, ja, en) {
            TableKind::Terms => Plan::Terms(Columns::parse(&format!("ja={},en={}", ja + 1, en + 1)).ok()),
            TableKind::Segments => segments(&[], sides, !from_english, hint),
        };
        // Names in words that are not known are Japanese in both columns.
        let first = usize::from(rows.first().and_then(|row| row.cells.get(en)).is_some_and(|cell| has_japanese(cell)));
        Layout { first, plan, sides, has_names: false }
    });
    Ok(found)
}

/// How the rows under these names are read; none if they are no names of columns.
fn under_names(names: &[&str], below: &[Row], hint: &FileHint) -> Result<Option<(Plan, Sides)>, Fault> {
    let Some(columns) = named_columns(names) else { return Ok(None) };
    let by_language = || {
        let (ja, en) = (columns.of(ColumnContent::Japanese)?, columns.of(ColumnContent::English)?);
        let from_english = hint.source_lang.as_ref().map_or(en < ja, Lang::is_english);
        Some(if from_english { (en, ja) } else { (ja, en) })
    };
    let Some((source, target)) = columns.sides.or_else(by_language) else {
        return Ok(Some((Plan::Terms(None), Sides::default())));
    };
    let sides = Sides { source, target, key: key_column(names).or(columns.of(ColumnContent::Concept)) };
    let kind = kind_by_names(names).unwrap_or_else(|| kind_by_content(below, source, target));
    if kind == TableKind::Terms {
        return Ok(Some((Plan::Terms(None), sides)));
    }
    let is_named_japanese = columns.all(ColumnContent::Japanese).any(|column| column == source);
    let shown = direction(below, source, target);
    if columns.sides.is_none() && shown.is_some_and(|from_japanese| from_japanese != is_named_japanese) {
        return Err(Fault::ColumnsContradict { said_by: "the first row" });
    }
    // Where nothing shows it, the first of two columns without a language is the Japanese one.
    let from_japanese = shown.unwrap_or(is_named_japanese || columns.sides.is_some());
    Ok(Some((segments(names, sides, from_japanese, hint), sides)))
}

fn segments(names: &[&str], sides: Sides, from_japanese: bool, hint: &FileHint) -> Plan {
    let columns = named_columns(names);
    let of = |content| columns.as_ref().and_then(|columns| columns.of(content));
    let named =
        |lang: &Option<Lang>, own: Lang| lang.clone().filter(|lang| lang.primary() == own.primary()).unwrap_or(own);
    let (from, into) = if from_japanese { (Lang::JA, Lang::EN) } else { (Lang::EN, Lang::JA) };
    Plan::Segments(SegmentColumns {
        source: sides.source,
        target: sides.target,
        key: sides.key,
        source_lang: named(&hint.source_lang, from),
        target_lang: named(&hint.target_lang, into),
        status: of(ColumnContent::Status).or(of(ColumnContent::Review)),
        has_names: !names.is_empty(),
    })
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(String::as_str).collect()
}

/// Whether the first of two columns is the Japanese one, if their texts show it.
fn direction(rows: &[Row], first: usize, second: usize) -> Option<bool> {
    let japanese = |column: usize| {
        let cells = rows.iter().take(HEAD).filter_map(|row| row.cells.get(column));
        cells.filter(|cell| has_japanese(cell)).count()
    };
    let (first, second) = (japanese(first), japanese(second));
    (first != second).then_some(first > second)
}

/// Whether most rows of two columns are sentences.
fn kind_by_content(rows: &[Row], one: usize, other: usize) -> TableKind {
    let (mut filled, mut texts) = (0, 0);
    for row in rows.iter().take(HEAD) {
        let cells = [row.cells.get(one), row.cells.get(other)];
        let cells = || cells.into_iter().flatten().filter(|cell| !cell.trim().is_empty());
        filled += usize::from(cells().next().is_some());
        texts += usize::from(cells().any(|cell| is_text(cell)));
    }
    if 2 * texts > filled { TableKind::Segments } else { TableKind::Terms }
}

/// Whether a cell is a sentence, or too long for a term.
fn is_text(cell: &str) -> bool {
    let cell = cell.trim();
    if has_japanese(cell) {
        return cell.ends_with(['。', '．', '！', '？', '」'])
            || cell.contains('。')
            || cell.chars().count() > LONG_JAPANESE;
    }
    let words = cell.split_whitespace().count();
    words > LONG_ENGLISH || (words > 3 && cell.ends_with(['.', '!', '?']))
}

/// The columns of Japanese and English of a table that does not name them.
fn without_names(rows: &[Row]) -> Option<(usize, usize)> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let (mut ja, mut en) = (None, None);
    for column in 0..width {
        let cells = rows.iter().take(HEAD).filter_map(|row| row.cells.get(column));
        let cells: Vec<&String> = cells.filter(|cell| cell.chars().any(char::is_alphabetic)).collect();
        if cells.is_empty() {
            continue;
        }
        let japanese = cells.iter().filter(|cell| has_japanese(cell)).count();
        let side = match (10 * japanese >= 9 * cells.len(), 10 * japanese <= cells.len()) {
            (true, _) => &mut ja,
            (_, true) => &mut en,
            _ => return None,
        };
        if cells.len() < 2 || side.replace(column).is_some() {
            return None;
        }
    }
    ja.zip(en)
}

/// Whether a table has Japanese beside English in more than one row.
fn has_both(rows: &[Row]) -> bool {
    let is_english =
        |cell: &String| !has_japanese(cell) && cell.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 2);
    let both =
        rows.iter().filter(|row| row.cells.iter().any(|cell| has_japanese(cell)) && row.cells.iter().any(is_english));
    both.take(2).count() > 1
}
