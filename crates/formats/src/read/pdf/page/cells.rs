//! Finds tables by the positions of their cells.
//!
//! Every producer draws a table row by row and a row cell by cell, so fragments below each other are the lines of one cell,
//! and a fragment to the right that begins no lower than its neighbour ends is the next cell of the row. Rows whose cells
//! begin at the same positions are a table; the columns of a page are not, because they are few and long.

use super::fragments::{ALIGNED, Fragment};

/// A step down to the next line of a cell is at most this many font sizes, unless the lines of the page's text are further apart.
const LINE_STEP: f64 = 2.3;
/// Steps of more font sizes are none between the lines of a paragraph.
const WIDEST_STEP: f64 = 3.2;
/// Lines of running text are at least this many font sizes long, and this many of them show how far apart they are.
const TEXT_LINES: (f64, usize) = (15.0, 4);
/// A line of a cell is indented by at most this many font sizes.
const INDENT: f64 = 2.2;
/// The first line of a paragraph is indented by at most this many font sizes.
const FIRST_LINE: f64 = 1.2;
/// The most columns of a table.
const COLUMNS: usize = 64;
/// At most this many lines at the foot and head of pages may come between the parts of a table.
const FURNITURE: usize = 4;
/// Left cells of this many lines, as wide as their neighbours, are a column of the page.
const LONG: usize = 4;

/// Lines below each other: fragments `first..end` of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) first: usize,
    pub(super) end: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    lines: usize,
}

/// The next part of a page.
pub(super) enum Part {
    /// The rows of a table.
    Table(Vec<TableRow>),
    /// Running text: fragments up to this one.
    Text(usize),
}

/// A row of a table.
pub(super) struct TableRow {
    /// Its cells; a cell may be empty.
    pub(super) cells: Vec<Option<Cell>>,
    /// Whether it is the rest of a row that began on the page before.
    pub(super) is_rest: bool,
}

/// What the next page needs to know of the pages before it.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    /// The columns of a table that reaches the end of the page, by the left edges of their cells.
    columns: Vec<f64>,
    /// The largest step between lines of a cell, in font sizes; 0 before the first page.
    line_step: f64,
}

impl Cell {
    fn new(fragments: &[Fragment], at: usize) -> Self {
        let fragment = &fragments[at];
        let (top, bottom) = (fragment.base + 0.88 * fragment.size, fragment.base - 0.12 * fragment.size);
        Self { first: at, end: at + 1, left: fragment.left, right: fragment.right, top, bottom, lines: 1 }
    }

    /// Whether the fragment is the next line of this cell, or goes on with its last line.
    fn continues_with(&self, fragments: &[Fragment], at: usize, line_step: f64) -> bool {
        let (last, next) = (&fragments[at - 1], &fragments[at]);
        let size = last.size.max(next.size);
        let step = last.base - next.base;
        let below = step > 0.5 * size && step < line_step * size;
        let outdent = if self.lines == 1 { FIRST_LINE * size } else { 2.0 * ALIGNED };
        let column = (-outdent..INDENT * size).contains(&(next.left - self.left))
            || next.left > self.left && next.right < self.right;
        below && column
    }

    fn add(&mut self, fragments: &[Fragment], at: usize) {
        let fragment = &fragments[at];
        self.end = at + 1;
        self.left = self.left.min(fragment.left);
        self.right = self.right.max(fragment.right);
        self.bottom = fragment.base - 0.12 * fragment.size;
        self.lines += 1;
    }

    /// Whether `next` lies to the right of this cell in the same row.
    fn has_beside(&self, next: &Self, size: f64) -> bool {
        next.left > self.right - 0.3 * size
            && next.bottom < self.top - 0.3 * size
            && next.top > self.bottom + 0.3 * size
    }

    /// This cell in two parts, if its first lines end above `next`: the text above the row, and the cell beside `next`.
    /// A long cell may also have a short one beside it at half its height.
    fn cut_above(&self, fragments: &[Fragment], next: &Self, size: f64) -> Option<(Self, Self)> {
        let middle = |cell: &Self| f64::midpoint(cell.top, cell.bottom);
        let at = (self.first..self.end).find(|&at| fragments[at].base < next.top)?;
        let is_beside = self.has_beside(next, size) && (middle(self) - middle(next)).abs() < 0.4 * size;
        if at == self.first || is_beside {
            return None;
        }
        let part = |from: usize, to: usize| {
            let mut cell = Self::new(fragments, from);
            (from + 1..to).for_each(|at| cell.add(fragments, at));
            cell
        };
        let own = part(at, self.end);
        own.has_beside(next, size).then(|| (part(self.first, at), own))
    }

    fn width(&self) -> f64 {
        self.right - self.left
    }
}

/// Splits the fragments of a page into tables and running text. A table may go on from the page before.
pub(super) fn parts(fragments: &[Fragment], open: &mut OpenTable) -> Vec<Part> {
    open.line_step = line_step(fragments).unwrap_or(open.line_step).max(LINE_STEP);
    let rows = rows(fragments, open.line_step);
    let mut out = Vec::new();
    let mut at = 0;
    let (mut furniture, mut begun) = (0, false);
    while at < rows.len() {
        let (end, is_table) = stretch(fragments, &rows, at, &open.columns);
        let rest =
            !is_table && !begun && open.is_rest(fragments, &rows[at]) && open.goes_on(&rows[at], rows.get(at + 1));
        if is_table || rest {
            let end = if rest { at + 1 } else { end };
            out.push(Part::Table(in_columns(&rows[at..end], &open.columns, rest)));
            if !rest {
                open.columns = columns(&rows[at..end]);
            }
            (at, furniture) = (end, 0);
            begun |= !rest;
            continue;
        }
        let last = rows[end - 1].last().map_or(0, |cell| cell.end);
        match out.last_mut() {
            Some(Part::Text(end)) => *end = last,
            _ => out.push(Part::Text(last)),
        }
        furniture += rows[at..end].iter().flatten().map(|cell| cell.lines).sum::<usize>();
        if furniture > FURNITURE {
            open.columns.clear();
        }
        at = end;
    }
    out
}

impl OpenTable {
    /// Whether a row has cells in at least two of the columns.
    fn fits(&self, row: &[Cell]) -> bool {
        row.len() >= 2 && row.iter().filter(|cell| self.column(cell).is_some()).count() >= 2
    }

    /// Whether cells can be the rest of a row: they leave the first column empty, and are no page number.
    fn is_rest(&self, fragments: &[Fragment], row: &[Cell]) -> bool {
        let letters = |cell: &Cell| {
            let text = fragments[cell.first..cell.end].iter().flat_map(|line| &line.glyphs);
            text.flat_map(|glyph| glyph.text.chars()).any(char::is_alphabetic)
        };
        row.iter().all(|cell| letters(cell) && self.column(cell).is_some_and(|column| column > 0))
    }

    /// Whether the next row follows closely and is part of the table, or the text after the table follows.
    fn goes_on(&self, row: &[Cell], next: Option<&Vec<Cell>>) -> bool {
        let Some(next) = next else { return true };
        let bottom = row.iter().map(|cell| cell.bottom).fold(f64::INFINITY, f64::min);
        let top = next.iter().map(|cell| cell.top).fold(f64::NEG_INFINITY, f64::max);
        let line = row.iter().map(|cell| (cell.top - cell.bottom) / f64::from(u32::try_from(cell.lines).unwrap_or(1)));
        let far = bottom - top > 2.0 * line.fold(0.0, f64::max);
        let aside = |cell: &Cell| self.column(cell).is_none_or(|column| column == 0);
        if self.fits(next) { !far } else { far || next.iter().all(aside) }
    }

    /// The column in which a cell begins.
    fn column(&self, cell: &Cell) -> Option<usize> {
        self.columns.iter().position(|left| (left - cell.left).abs() < 2.0 * ALIGNED)
    }
}

/// A little more than the usual step between long lines of a page, in font sizes; `None` without enough of them.
fn line_step(fragments: &[Fragment]) -> Option<f64> {
    let long = |fragment: &Fragment| fragment.right - fragment.left > TEXT_LINES.0 * fragment.size;
    let step = |pair: &[Fragment]| {
        let [last, next] = pair else { return None };
        let (size, step) = (last.size.max(next.size), last.base - next.base);
        let column = (next.left - last.left).abs() < FIRST_LINE * size;
        let of_text = long(last) && long(next) && column && step > 0.5 * size && step < WIDEST_STEP * size;
        of_text.then_some(step / size)
    };
    let mut steps: Vec<f64> = fragments.windows(2).filter_map(step).collect();
    if steps.len() < TEXT_LINES.1 {
        return None;
    }
    steps.sort_by(f64::total_cmp);
    Some(1.1 * steps[steps.len() / 2])
}

/// The cells of a page in rows. Running text is a row of one cell.
fn rows(fragments: &[Fragment], line_step: f64) -> Vec<Vec<Cell>> {
    let mut cells: Vec<Cell> = Vec::new();
    for at in 0..fragments.len() {
        match cells.last_mut() {
            Some(cell) if cell.continues_with(fragments, at, line_step) => cell.add(fragments, at),
            _ => cells.push(Cell::new(fragments, at)),
        }
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        let size = fragments[cell.first].size;
        let (cut, beside) = match rows.last().map(Vec::as_slice) {
            Some([only]) => (only.cut_above(fragments, &cell, size), only.has_beside(&cell, size)),
            Some([.., last]) => (None, last.has_beside(&cell, size)),
            _ => (None, false),
        };
        match (rows.last_mut(), cut) {
            (Some(row), Some((above, own))) => {
                *row = vec![above];
                rows.push(vec![own, cell]);
            }
            (Some(row), None) if beside => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows
}

/// The rows that begin with row `first` and have the same columns, up to a row, and whether they are a table. A table that
/// goes on from the page before, with columns at `before`, may have a single row.
fn stretch(fragments: &[Fragment], rows: &[Vec<Cell>], first: usize, before: &[f64]) -> (usize, bool) {
    if rows[first].len() < 2 {
        return (first + 1, false);
    }
    let goes_on = OpenTable { columns: before.to_vec(), ..OpenTable::default() }.fits(&rows[first]);
    let mut columns: Vec<f64> = rows[first].iter().map(|cell| cell.left).collect();
    let mut end = first + 1;
    while let Some(row) = rows.get(end).filter(|row| row.len() >= 2) {
        let known = |cell: &Cell| columns.iter().any(|left| (left - cell.left).abs() < 2.0 * ALIGNED);
        let above = rows[end - 1].iter().map(|cell| cell.bottom).fold(f64::INFINITY, f64::min);
        let below = row.iter().map(|cell| cell.top).fold(f64::NEG_INFINITY, f64::max) < above + 1.0;
        if !below || columns.len() > COLUMNS || row.iter().filter(|cell| known(cell)).count() < 2 {
            break;
        }
        let new: Vec<f64> = row.iter().filter(|cell| !known(cell)).map(|cell| cell.left).collect();
        columns.extend(new);
        end += 1;
    }
    let table = &rows[first..end];
    let size = fragments[rows[first][0].first].size;
    let is_table = (table.len() >= 2 || goes_on) && !is_page_columns(table, size) && !is_list(fragments, table);
    (end, is_table)
}

/// Whether rows are columns of running text: long ones of about the same width.
fn is_page_columns(table: &[Vec<Cell>], size: f64) -> bool {
    let alike = |row: &&Vec<Cell>| {
        let (left, right) = (row[0], row[1]);
        left.lines >= LONG && left.width() > 8.0 * size && left.width() > 0.75 * right.width()
    };
    table.iter().filter(alike).count() * 2 > table.len()
}

/// Whether rows are a list: its marks, and to the right of each an item.
fn is_list(fragments: &[Fragment], table: &[Vec<Cell>]) -> bool {
    let text = |cell: &Cell| -> String {
        fragments[cell.first..cell.end].iter().flat_map(|line| &line.glyphs).map(|glyph| glyph.text.as_str()).collect()
    };
    let is_mark = |row: &Vec<Cell>| {
        let text = text(&row[0]);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = text.chars().any(char::is_numeric);
        row[0].lines == 1 && text.chars().count() <= 8 && (letters == 0 || digits && letters <= 2)
    };
    table.iter().all(|row| row.len() == 2) && table.iter().all(is_mark)
}

/// The left edges of the columns.
fn columns(rows: &[Vec<Cell>]) -> Vec<f64> {
    let mut lefts: Vec<f64> = rows.iter().flatten().map(|cell| cell.left).collect();
    lefts.sort_by(f64::total_cmp);
    lefts.dedup_by(|next, before| *next - *before < 2.0 * ALIGNED);
    lefts
}

/// Rows with a cell or a gap for each column.
fn in_columns(rows: &[Vec<Cell>], before: &[f64], is_rest: bool) -> Vec<TableRow> {
    let own = columns(rows);
    let columns = if is_rest || own.iter().all(|left| before.iter().any(|known| (known - left).abs() < 2.0 * ALIGNED)) {
        before.to_vec()
    } else {
        own
    };
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let in_order = |row: &Vec<Cell>| row.iter().copied().map(Some).collect::<Vec<Option<Cell>>>();
    let placed = |row: &Vec<Cell>| {
        let mut cells: Vec<Option<Cell>> = vec![None; columns.len()];
        for cell in row {
            let at = columns.partition_point(|left| *left < cell.left - 2.0 * ALIGNED);
            if let Some(slot) = cells.get_mut(at) {
                *slot = Some(*cell);
            }
        }
        cells
    };
    // Where cells are centred or indented, their edges say less than their order.
    let aligned = columns.len() == widest || is_rest || columns.len() == before.len();
    rows.iter().map(|row| TableRow { cells: if aligned { placed(row) } else { in_order(row) }, is_rest }).collect()
}
