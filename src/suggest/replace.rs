//! A text and what to put into it in; the new text, and where the new parts stand in it, out.

use crate::model::Span;

/// One part of a target that gives way to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// What gives way, in the remembered target.
    pub(super) target: Span,
    /// What takes its place.
    pub(super) text: String,
    /// What asks for it, in the text asked about.
    pub(super) query: Span,
    /// What stood there instead, in the remembered source.
    pub(super) source: Span,
    /// The value it says, of a number, date, code or tag; `None` for a term.
    pub(super) value: Option<String>,
}

/// `text` with all replacements, and their new places in the order given; `None` where two overlap or one does not fit.
pub(super) fn applied(text: &str, replacements: &[Replacement]) -> Option<(String, Vec<Span>)> {
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
