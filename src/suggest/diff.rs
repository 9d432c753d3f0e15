//! A remembered source text and the text asked about in, both in comparable form; what was changed, word by word and
//! inside changed words character by character, out.
//!
//! Edits lie side by side: the spans of each side put together are that text as written, to the last byte.

use serde::{Deserialize, Serialize};

use super::alignment::Alignment;
use super::borders::{Borders, clusters};
use super::common::common;
use crate::model::Span;
use crate::text::comparison::ComparisonForm;

/// One step from the remembered text to the text asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is done.
    pub kind: EditKind,
    /// What it is done to, in the remembered source text; empty for what is inserted.
    pub source: Span,
    /// What comes of it, in the text asked about; empty for what is deleted.
    pub query: Span,
    /// For what is replaced: the same by characters. Empty for everything else, and where little of it stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characters: Vec<Edit>,
}

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// Nothing: both compare as the same, though width, case or spaces may differ.
    Equal,
    /// Something is added.
    Insert,
    /// Something is taken away.
    Delete,
    /// Something takes the place of something else; also a number that says something else.
    Replace,
}

/// One side of a comparison: a text as written and its comparable form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) form: &'a ComparisonForm,
}

/// What was changed from `source` to `query`.
pub(super) fn diff(source: Side<'_>, query: Side<'_>, alignment: &Alignment) -> Vec<Edit> {
    let borders = |side: Side<'_>| Borders::new(side.text, side.form.tokens.iter().map(|token| token.source));
    let (left, right) = (borders(source), borders(query));
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

/// Where a side holds nothing that is compared, it is one step.
fn without_tokens(source: &str, query: &str) -> Vec<Edit> {
    let kind = match (source.is_empty(), query.is_empty()) {
        (true, true) => return Vec::new(),
        (true, false) => EditKind::Insert,
        (false, true) => EditKind::Delete,
        (false, false) => EditKind::Replace,
    };
    vec![Edit { kind, source: Span::new(0, source.len()), query: Span::new(0, query.len()), characters: Vec::new() }]
}

/// Which characters stay in what is replaced; nothing where it is less than a third.
fn by_characters(edit: &Edit, source: &str, query: &str) -> Vec<Edit> {
    let (old, new) = (clusters(source, edit.source), clusters(query, edit.query));
    let old_texts: Vec<&str> = old.iter().map(|part| part.of(source)).collect();
    let new_texts: Vec<&str> = new.iter().map(|part| part.of(query)).collect();
    let same = common(&old_texts, &new_texts);
    if 3 * same.len() < old.len().max(new.len()) {
        return Vec::new();
    }
    let mut steps = Steps::default();
    for (one, other) in same {
        steps.pair(EditKind::Equal, one, other);
    }
    steps.rest(old.len(), new.len());
    steps.edits(&Borders::between(&old), &Borders::between(&new))
}

/// Steps over numbers of tokens.
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
    /// Two tokens that stand in the same place; what lies before them was changed.
    fn pair(&mut self, kind: EditKind, source: usize, query: usize) {
        self.rest(source, query);
        self.push(kind, source + 1, query + 1);
    }

    /// What lies between the last step and these places was changed.
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
            Some(last) if kind == EditKind::Equal && last.kind == kind => *last = joined(*last, step),
            _ => self.steps.push(step),
        }
    }

    /// The steps as edits of the two texts. Steps whose border may not be cut become one.
    fn edits(self, left: &Borders, right: &Borders) -> Vec<Edit> {
        let mut whole: Vec<Step> = Vec::with_capacity(self.steps.len());
        for step in self.steps {
            match whole.last_mut() {
                Some(last) if !left.is_clean(step.source.0) || !right.is_clean(step.query.0) => {
                    *last = joined(*last, step);
                }
                _ => whole.push(step),
            }
        }
        let mut edits: Vec<Edit> = Vec::with_capacity(whole.len());
        for step in whole {
            let (source, query) = (left.span(step.source.0, step.source.1), right.span(step.query.0, step.query.1));
            add(&mut edits, step.kind, source, query, (left.gap(step.source.0), right.gap(step.query.0)));
        }
        edits
    }
}

/// Two steps as one.
fn joined(one: Step, other: Step) -> Step {
    let kind = if one.kind == other.kind { one.kind } else { EditKind::Replace };
    Step { kind, source: (one.source.0, other.source.1), query: (one.query.0, other.query.1) }
}

/// Adds an edit; the white space before what is replaced belongs to what is left alone before it.
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
