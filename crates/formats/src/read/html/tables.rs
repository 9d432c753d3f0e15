//! Tables: whether a table has data or is only used for layout, and its rows and cells.

use scraper::{ElementRef, Selector};

/// A cell with more blocks than this is a column of a page layout.
const BLOCKS_IN_CELL: usize = 8;

/// Whether the table is only used for layout, so that its cells are read as blocks.
pub(super) fn is_layout(table: ElementRef<'_>) -> bool {
    let holds =
        |selector: &str| Selector::parse(selector).is_ok_and(|selector| table.select(&selector).next().is_some());
    if matches!(table.attr("role"), Some("presentation" | "none")) || holds("td table, td h1, td h2, td h3") {
        return true;
    }
    let rows = rows(table);
    let one_column = rows.iter().all(|row| cells(*row).len() < 2);
    let crowded = rows.iter().flat_map(|row| cells(*row)).any(|cell| blocks(cell) > BLOCKS_IN_CELL);
    one_column || crowded
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
