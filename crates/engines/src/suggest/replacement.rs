//! A replacement in a target, and applying several of them at once.

use crate::model::Span;

/// A replacement in the target of a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// The replaced text, in the stored target.
    pub(super) target: Span,
    /// The new text.
    pub(super) text: String,
    /// Where the new value or term occurs in the query.
    pub(super) query: Span,
    /// Where the old one occurs in the stored source.
    pub(super) source: Span,
    /// The value of a number, date, code or tag; `None` for a term.
    pub(super) value: Option<String>,
}

/// `text` with all replacements, and their new spans in the order given; `None` if two overlap or one is out of bounds.
pub(super) fn apply_all(text: &str, replacements: &[Replacement]) -> Option<(String, Vec<Span>)> {
    let mut order: Vec<usize> = (0..replacements.len()).collect();
    order.sort_by_key(|at| replacements[*at].target);
    let mut out = String::with_capacity(text.len());
    let mut spans = vec![Span::default(); replacements.len()];
    let mut done = 0;
    for at in order {
        let replacement = &replacements[at];
        out.push_str(text.get(done..replacement.target.start)?);
        let start = out.len();
        out.push_str(&replacement.text);
        spans[at] = Span::new(start, out.len());
        done = replacement.target.end;
        text.get(done..)?;
    }
    out.push_str(text.get(done..)?);
    Some((out, spans))
}
