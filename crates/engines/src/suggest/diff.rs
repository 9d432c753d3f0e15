//! The differences between a stored source text and the query: word by word, and character by character inside changed words.
//!
//! Edits are adjacent: the spans of each side, put together, are that text as written, to the last byte.

use super::alignment::TokenAlignment;
use super::cuts::{CutPoints, clusters};
use super::subsequence::longest_common_subsequence;
use crate::model::Span;
use crate::text::comparison::ComparisonForm;

/// One edit of the stored source text on the way to the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The kind of edit.
    pub kind: EditKind,
    /// The old text, in the stored source; empty for an insertion.
    pub source: Span,
    /// The new text, in the query; empty for a deletion.
    pub query: Span,
    /// For a replacement, its edits by characters. Empty otherwise, and if less than a third of the characters stay.
    pub characters: Vec<Edit>,
}

/// The kind of an [`Edit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// No change: both compare as equal, though width, case or spaces may differ.
    Equal,
    /// Text is added.
    Insert,
    /// Text is removed.
    Delete,
    /// Text is replaced by other text, or a number by one with another value.
    Replace,
}

/// One side of a comparison: a text as written and its comparable form.
#[derive(Debug, Clone, Copy)]
pub(super) struct DiffSide<'a> {
    pub(super) text: &'a str,
    pub(super) form: &'a ComparisonForm,
}

/// The edits that turn `source` into `query`.
pub(super) fn diff(source: DiffSide<'_>, query: DiffSide<'_>, alignment: &TokenAlignment) -> Vec<Edit> {
    let cuts = |side: DiffSide<'_>| CutPoints::new(side.text, side.form.tokens.iter().map(|token| token.source));
    let (left, right) = (cuts(source), cuts(query));
    if left.len() == 0 || right.len() == 0 {
        return without_tokens(source.text, query.text);
    }
    let mut steps = Steps::default();
    for pair in &alignment.tokens {
        let kind = if pair.changed { EditKind::Replace } else { EditKind::Equal };
        steps.pair(kind, pair.source, pair.query);
    }
    steps.rest(left.len(), right.len());
    let mut edits = steps.edits(&left, &right);
    for edit in edits.iter_mut().filter(|edit| edit.kind == EditKind::Replace) {
        edit.characters = by_characters(edit, source.text, query.text);
    }
    edits
}

/// A single edit, for when one side has no tokens.
fn without_tokens(source: &str, query: &str) -> Vec<Edit> {
    let kind = match (source.is_empty(), query.is_empty()) {
        (true, true) => return Vec::new(),
        (true, false) => EditKind::Insert,
        (false, true) => EditKind::Delete,
        (false, false) => EditKind::Replace,
    };
    vec![Edit { kind, source: Span::new(0, source.len()), query: Span::new(0, query.len()), characters: Vec::new() }]
}

/// The edits of a replacement by characters; none if less than a third of the characters stay.
fn by_characters(edit: &Edit, source: &str, query: &str) -> Vec<Edit> {
    let (old, new) = (clusters(source, edit.source), clusters(query, edit.query));
    let old_texts: Vec<&str> = old.iter().map(|part| part.of(source)).collect();
    let new_texts: Vec<&str> = new.iter().map(|part| part.of(query)).collect();
    let same = longest_common_subsequence(&old_texts, &new_texts);
    if 3 * same.len() < old.len().max(new.len()) {
        return Vec::new();
    }
    let mut steps = Steps::default();
    for (one, other) in same {
        steps.pair(EditKind::Equal, one, other);
    }
    steps.rest(old.len(), new.len());
    steps.edits(&CutPoints::between(&old), &CutPoints::between(&new))
}

/// Edits as ranges of tokens.
#[derive(Debug, Default)]
struct Steps {
    steps: Vec<Step>,
    source: usize,
    query: usize,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    kind: EditKind,
    source: (usize, usize),
    query: (usize, usize),
}

impl Steps {
    /// Adds two corresponding tokens; everything before them was changed.
    fn pair(&mut self, kind: EditKind, source: usize, query: usize) {
        self.rest(source, query);
        self.push(kind, source + 1, query + 1);
    }

    /// Adds everything between the last step and these positions as changed.
    fn rest(&mut self, source: usize, query: usize) {
        match (self.source < source, self.query < query) {
            (true, true) => self.push(EditKind::Replace, source, query),
            (true, false) => self.push(EditKind::Delete, source, query),
            (false, true) => self.push(EditKind::Insert, source, query),
            (false, false) => {}
        }
    }

    fn push(&mut self, kind: EditKind, source: usize, query: usize) {
        let step = Step { kind, source: (self.source, source), query: (self.query, query) };
        (self.source, self.query) = (source, query);
        match self.steps.last_mut() {
            Some(last) if kind == EditKind::Equal && last.kind == kind => *last = merge(*last, step),
            _ => self.steps.push(step),
        }
    }

    /// The steps as edits of the two texts. Steps between which a text may not be cut are merged.
    fn edits(self, left: &CutPoints, right: &CutPoints) -> Vec<Edit> {
        let mut merged: Vec<Step> = Vec::with_capacity(self.steps.len());
        for step in self.steps {
            match merged.last_mut() {
                Some(last) if !left.is_clean(step.source.0) || !right.is_clean(step.query.0) => {
                    *last = merge(*last, step);
                }
                _ => merged.push(step),
            }
        }
        let mut edits: Vec<Edit> = Vec::with_capacity(merged.len());
        for step in merged {
            let (source, query) = (left.span(step.source.0, step.source.1), right.span(step.query.0, step.query.1));
            add(&mut edits, step.kind, source, query, (left.gap(step.source.0), right.gap(step.query.0)));
        }
        edits
    }
}

/// Merges two steps.
fn merge(one: Step, other: Step) -> Step {
    let kind = if one.kind == other.kind { one.kind } else { EditKind::Replace };
    Step { kind, source: (one.source.0, other.source.1), query: (one.query.0, other.query.1) }
}

/// Adds an edit. White space before a replacement is added to the unchanged text before it.
fn add(edits: &mut Vec<Edit>, kind: EditKind, source: Span, query: Span, gaps: (Span, Span)) {
    let (mut source, mut query) = (source, query);
    if kind == EditKind::Replace && !(gaps.0.is_empty() && gaps.1.is_empty()) {
        match edits.last_mut() {
            Some(last) if last.kind == EditKind::Equal => {
                (last.source.end, last.query.end) = (gaps.0.end, gaps.1.end);
            }
            _ => edits.push(edit(EditKind::Equal, gaps.0, gaps.1)),
        }
        (source.start, query.start) = (gaps.0.end, gaps.1.end);
    }
    let kind = match (source.is_empty(), query.is_empty()) {
        (true, true) => return,
        (true, false) if kind != EditKind::Equal => EditKind::Insert,
        (false, true) if kind != EditKind::Equal => EditKind::Delete,
        _ => kind,
    };
    edits.push(edit(kind, source, query));
}

fn edit(kind: EditKind, source: Span, query: Span) -> Edit {
    Edit { kind, source, query, characters: Vec::new() }
}
