//! Parses a page piece by piece, and stops as soon as it is nested too deep, because the time for each element grows with
//! the depth it is at.

use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink};

use super::{Limits, ReadError};

/// Bytes given to the parser at once, a little more where a character would be cut.
const PIECE: usize = 4_096;

/// Parses markup that was prepared.
///
/// # Errors
/// `nested_too_deep`.
pub(super) fn page(markup: &str, limits: &Limits) -> Result<Html, ReadError> {
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let (mut rest, mut seen) = (markup, 0);
    while !rest.is_empty() {
        let end = (rest.len().min(PIECE)..=rest.len()).find(|end| rest.is_char_boundary(*end));
        let (piece, later) = rest.split_at(end.unwrap_or(rest.len()));
        parser.process(StrTendril::from(piece));
        let page = parser.tokenizer.sink.sink.0.borrow();
        limits.check_nesting(last_depth(&page, seen))?;
        seen = page.tree.nodes().len();
        drop(page);
        rest = later;
    }
    Ok(parser.finish())
}

/// The depth of the last element after the first `seen` nodes: whatever is open is around it.
fn last_depth(page: &Html, seen: usize) -> usize {
    let last = page.tree.nodes().skip(seen).rev().find(|node| node.value().is_element());
    last.map_or(0, |node| node.ancestors().count())
}
