//! What becomes of each row of an imported file, and why: the same for a plan and for the import itself.

use serde::{Deserialize, Serialize};

use crate::exchange::RowProblem;
use crate::model::ConceptId;

/// The most characters of a text that an outcome quotes.
const QUOTED: usize = 80;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A new concept, segment or entry.
    Added,
    /// What this source said before of the concept, or the segment that is there, says something else now.
    Changed,
    /// It joins a concept that is there already, or that an earlier row of the file made.
    Merged,
    /// It disagrees with what is there, with a decision, or with an earlier row of the file.
    InConflict,
    /// It is not used.
    Refused,
    /// It is there already and says nothing new.
    Unchanged,
}

/// By which rule a row joins a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeRule {
    /// The file gives it the number or the Japanese term of a row before it.
    SameEntry,
    /// The source has a concept of this number or Japanese term from an earlier import.
    SameSource,
    /// The Japanese term is the same, and so is one of the English terms.
    SharedEnglish,
    /// The Japanese term is the same, and the concept has no English yet.
    NoEnglishYet,
    /// The Japanese term is the same, the row has no English, and no other concept has that term.
    OnlyConcept,
    /// The Japanese term is the same, the row has no English, and of several concepts this has the most similar definition.
    SimilarDefinition,
}

/// What a row changes of something that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowChange {
    /// A term is added to the concept.
    Term,
    /// A definition is added.
    Definition,
    /// A note is added.
    Note,
    /// A term is to be used otherwise.
    Usage,
    /// A term or segment has another review state.
    Review,
    /// A segment has another confidence.
    Confidence,
    /// Where a segment comes from is known better: author, date, document or neighbours.
    Provenance,
}

/// What becomes of one row, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOutcome {
    /// Its number in the file, from 1.
    pub row: u64,
    /// The line it begins on, from 1.
    pub line: u64,
    /// Where in that line the reason stands, if that is known: the column of a table, from 1, or the character of another file.
    pub column: Option<u64>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The row in one line, shortened.
    pub text: String,
    /// By which rule it joins a concept.
    pub rule: Option<MergeRule>,
    /// The concept it joins or disagrees with, if it was there before the import.
    pub concept: Option<ConceptId>,
    /// The line of the earlier row of the file that it joins or disagrees with.
    pub with_line: Option<u64>,
    /// What it changes of what is there, each once.
    pub changes: Vec<RowChange>,
    /// What disagrees, in sentences.
    pub disagreements: Vec<String>,
    /// Why it is refused: a stable code.
    pub code: Option<&'static str>,
    /// Why it is refused, and what to do.
    pub message: Option<String>,
}

impl RowOutcome {
    /// The outcome of a row, without reasons.
    pub(super) fn new(row: u64, line: u64, outcome: Outcome, text: String) -> Self {
        Self {
            row,
            line,
            column: None,
            outcome,
            text,
            rule: None,
            concept: None,
            with_line: None,
            changes: Vec::new(),
            disagreements: Vec::new(),
            code: None,
            message: None,
        }
    }

    /// The outcome of a row that is not used.
    pub(super) fn refused(row: u64, line: u64, text: String, code: &'static str, message: String) -> Self {
        Self { code: Some(code), message: Some(message), ..Self::new(row, line, Outcome::Refused, text) }
    }

    /// The outcome of a row that cannot be read.
    pub(super) fn unreadable(row: u64, problem: &RowProblem) -> Self {
        let column = problem.column();
        Self { column, ..Self::refused(row, problem.line, String::new(), problem.code(), problem.fault.to_string()) }
    }
}

/// The beginning of a text, on one line.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// How many rows had which outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OutcomeCounts {
    /// New concepts, segments or entries.
    pub added: u64,
    /// Rows that say something else than before.
    pub changed: u64,
    /// Rows that join a concept.
    pub merged: u64,
    /// Rows that disagree with something.
    pub in_conflict: u64,
    /// Rows that are not used.
    pub refused: u64,
    /// Rows that say nothing new.
    pub unchanged: u64,
}

impl OutcomeCounts {
    /// Counts one.
    pub(super) fn count(&mut self, outcome: Outcome) {
        let counted = match outcome {
            Outcome::Added => &mut self.added,
            Outcome::Changed => &mut self.changed,
            Outcome::Merged => &mut self.merged,
            Outcome::InConflict => &mut self.in_conflict,
            Outcome::Refused => &mut self.refused,
            Outcome::Unchanged => &mut self.unchanged,
        };
        *counted += 1;
    }

    /// As the store keeps them.
    pub(super) fn to_json(self) -> String {
        // Plain numbers always serialise.
        serde_json::to_string(&self).unwrap_or_default()
    }

    /// Reads them back; nothing is counted of imports made before they were kept.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// All rows.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.added + self.changed + self.merged + self.in_conflict + self.refused + self.unchanged
    }
}
