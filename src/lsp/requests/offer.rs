//! What a match from the memory offers to insert. A target that was repaired is marked as such wherever it is shown or
//! inserted, and never called by the review state of the segment it was made from.

use std::fmt::Write;

use tower_lsp_server::ls_types::ClientCapabilities;

use super::beginning;
use crate::answer::MemoryMatchAnswer;
use crate::answer::words::{MatchClassWord, Word};
use crate::app::draft::Passage;
use crate::model::Span;

/// The target of a match, repaired where the match is.
#[derive(Clone, Copy)]
pub(super) struct Offer<'a> {
    found: &'a MemoryMatchAnswer,
}

impl<'a> Offer<'a> {
    pub(super) fn new(found: &'a MemoryMatchAnswer) -> Self {
        Self { found }
    }

    /// The text to insert.
    pub(super) fn text(self) -> &'a str {
        self.found.repaired.as_ref().map_or(&self.found.target, |repaired| &repaired.target)
    }

    /// Whether numbers or terms were put into the stored target.
    pub(super) fn is_adapted(self) -> bool {
        self.found.repaired.is_some()
    }

    /// Whether the source text of the match is that of the segment, so that nothing in the target needs a look.
    pub(super) fn is_certain(self) -> bool {
        matches!(self.found.class, MatchClassWord::Context | MatchClassWord::Exact | MatchClassWord::Form)
            && !self.is_adapted()
    }

    /// Its score and the beginning of its text, on one line: `98 % adapted: We used 45 mice.`
    pub(super) fn title(self, most: usize) -> String {
        let score = self.found.repaired.as_ref().map_or(self.found.score, |repaired| repaired.score).min(100);
        let adapted = if self.is_adapted() { " adapted:" } else { "" };
        format!("{score} %{adapted} {}", beginning(self.text(), most))
    }

    /// Where it comes from: its review state and origin, or what was changed in it.
    pub(super) fn origin(self) -> String {
        let origin = &self.found.origin;
        let Some(repaired) = &self.found.repaired else {
            return format!("{} · {origin}", self.found.review.as_str());
        };
        let mut changes: Vec<String> = Vec::new();
        for change in &repaired.changes {
            let (old, new) = (of(change.target_span, &self.found.target), of(change.repaired_span, &repaired.target));
            let change = format!("{old} → {new}");
            if !changes.contains(&change) {
                changes.push(change);
            }
        }
        format!("adapted, to be checked: {} · {origin}", changes.join(", "))
    }

    /// The text as a snippet in which each changed part is a place to stop at; `None` if nothing was changed or the text is
    /// not inserted as a whole.
    pub(super) fn snippet(self, passage: &Passage, inserted: &str) -> Option<String> {
        let repaired = self.found.repaired.as_ref()?;
        let mut spans: Vec<Span> = repaired
            .changes
            .iter()
            .map(|change| Span::from((change.repaired_span[0], change.repaired_span[1])))
            .collect();
        spans.sort_unstable();
        let (mut snippet, mut plain, mut done) = (String::new(), String::new(), 0);
        for (number, span) in (1..).zip(&spans) {
            let (before, changed) =
                (passage.encode(repaired.target.get(done..span.start)?), passage.encode(span.of(&repaired.target)));
            let _ = write!(snippet, "{}${{{number}:{}}}", escaped(&before), escaped(&changed));
            plain.push_str(&before);
            plain.push_str(&changed);
            done = span.end;
        }
        let rest = passage.encode(repaired.target.get(done..)?);
        snippet.push_str(&escaped(&rest));
        plain.push_str(&rest);
        (plain == inserted).then_some(snippet)
    }
}

fn of(span: [usize; 2], text: &str) -> &str {
    Span::from((span[0], span[1])).of(text)
}

/// A text as it is written in a snippet.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| matches!(c, '$' | '}' | '\\').then_some('\\').into_iter().chain([c])).collect()
}

/// Whether a client shows the places of a snippet.
pub(super) fn takes_snippets(capabilities: Option<&ClientCapabilities>) -> bool {
    let completion = capabilities
        .and_then(|all| all.text_document.as_ref())
        .and_then(|document| document.completion.as_ref())
        .and_then(|completion| completion.completion_item.as_ref());
    completion.and_then(|item| item.snippet_support).unwrap_or_default()
}

/// Whether a client shows notes on changes, and asks before it makes them.
pub(super) fn takes_annotations(capabilities: Option<&ClientCapabilities>) -> bool {
    let edits =
        capabilities.and_then(|all| all.workspace.as_ref()).and_then(|workspace| workspace.workspace_edit.as_ref());
    edits.is_some_and(|edits| edits.document_changes == Some(true) && edits.change_annotation_support.is_some())
}
