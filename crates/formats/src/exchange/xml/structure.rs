//! The elements that are open at a position of an XML file.

use super::flaw::{Flaw, FlawKind};
use super::tag::{Tag, local};
use crate::exchange::limits;
use crate::model::Span;

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Structure {
    open: Vec<(String, Span)>,
}

impl Structure {
    /// Opens an element, unless it is empty.
    pub(in crate::exchange) fn open(&mut self, tag: &Tag<'_>, flaws: &mut Vec<Flaw>) {
        if tag.empty {
            return;
        }
        if self.open.len() < limits::NESTING {
            self.open.push((tag.name.to_owned(), tag.span));
        } else {
            flaws.push(Flaw { span: tag.span, kind: FlawKind::NestedTooDeep });
        }
    }

    /// Closes an element and those that are open inside it; whether it was open.
    pub(in crate::exchange) fn close(&mut self, name: &str, span: Span, flaws: &mut Vec<Flaw>) -> bool {
        let Some(at) = self.open.iter().rposition(|(open, _)| open == name) else {
            flaws.push(Flaw { span, kind: FlawKind::ClosesNothing(name.to_owned()) });
            return false;
        };
        self.leave(at + 1, flaws);
        self.open.pop();
        true
    }

    /// Closes the outermost open element for which this holds, because another begins that cannot stand inside; whether
    /// there was one.
    pub(in crate::exchange) fn interrupt(&mut self, is_ended: impl Fn(&str) -> bool, flaws: &mut Vec<Flaw>) -> bool {
        let at = self.open.iter().position(|(open, _)| is_ended(local(open)));
        if let Some(at) = at {
            let (name, span) = self.open[at].clone();
            self.open.truncate(at);
            flaws.push(Flaw { span, kind: FlawKind::Unclosed(name) });
        }
        at.is_some()
    }

    /// The local name of the innermost open element.
    pub(in crate::exchange) fn parent(&self) -> &str {
        self.open.last().map_or("", |(name, _)| local(name))
    }

    /// Whether an element of this local name is open.
    pub(in crate::exchange) fn is_inside(&self, name: &str) -> bool {
        self.open.iter().any(|(open, _)| local(open) == name)
    }

    /// The end of the file: the innermost open element is reported.
    pub(in crate::exchange) fn end(&mut self, flaws: &mut Vec<Flaw>) {
        if let Some((name, span)) = self.open.pop() {
            flaws.push(Flaw { span, kind: FlawKind::Unclosed(name) });
        }
        self.open.clear();
    }

    fn leave(&mut self, from: usize, flaws: &mut Vec<Flaw>) {
        for (name, span) in self.open.drain(from..) {
            flaws.push(Flaw { span, kind: FlawKind::Unclosed(name) });
        }
    }
}
