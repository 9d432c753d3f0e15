//! Tables: whether a table has data or is only used for layout, and its rows and cells.

use scraper::{ElementRef, Selector};

/// A cell with more blocks than this is a column of a page layout.
const BLOCKS_IN_CELL: usize = 8;

/// Whether the table is only used for layout, so that its cells are read as blocks.
pub(super) fn is_layout(table: ElementRef<'_>) -> bool {
    let holds =
        |selector: &str| Selector::parse(selector).is_ok_and(|selector| table.select(&selector).next().is_some());
    if matches!(table.attr("role"), Some("presentation" | "none")) || holds("td h1, td h2, td h3") {
        return true;
    }
    let rows = rows(table);
    if is_glossary(&rows) {
        return false;
    }
    if holds("td table") {
        return true;
    }
    let one_column = rows.iter().all(|row| cells(*row).len() < 2);
    let crowded = rows.iter().flat_map(|row| cells(*row)).any(|cell| blocks(cell) > BLOCKS_IN_CELL);
    one_column || crowded
}

/// The longest first cell of a glossary in a table, in characters.
const LONGEST_TERM: usize = 60;

/// The fewest rows of a glossary in a table.
const FEWEST_ROWS: usize = 3;

/// Whether every row with text has a short first cell and a longer one after it, as terms and their definitions have. What the
/// definitions hold does not matter.
fn is_glossary(rows: &[ElementRef<'_>]) -> bool {
    let length = |cell: &ElementRef<'_>| cell.text().map(|text| text.trim().chars().count()).sum::<usize>();
    let lengths = rows.iter().map(|row| cells(*row).iter().map(length).collect::<Vec<usize>>());
    let filled: Vec<Vec<usize>> = lengths.filter(|row| row.iter().any(|length| *length > 0)).collect();
    let defines = |row: &Vec<usize>| {
        (2..=5).contains(&row.len()) && row[0] <= LONGEST_TERM && row[1..].iter().any(|length| *length > row[0])
    };
    filled.len() >= FEWEST_ROWS && filled.iter().filter(|row| defines(row)).count() + 1 >= filled.len()
}

/// The rows of a table, including those of its head and foot, in order.
pub(super) fn rows(table: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let mut rows = Vec::new();
    for part in table.child_elements() {
        match part.value().name() {
            "tr" => rows.push(part),
            "thead" | "tbody" | "tfoot" => rows.extend(part.child_elements().filter(|row| row.value().name() == "tr")),
            _ => {}
        }
    }
    rows
}

/// The cells of a row.
pub(super) fn cells(row: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th")).collect()
}

/// The number of block elements directly inside a cell.
fn blocks(cell: ElementRef<'_>) -> usize {
    cell.child_elements()
        .filter(|child| matches!(child.value().name(), "p" | "div" | "ul" | "ol" | "dl" | "section"))
        .count()
}
