//! Checks a draft for consistency problems, leaving out findings that people chose to ignore.
//!
//! [`Service::check`] checks a draft once. A [`Checker`] checks the same draft repeatedly, as an editor does, and
//! reuses its analysis of a pair while the pair, the terms and the settings stay the same.

mod checker;
mod ignores;
mod settings;

use super::{AppError, Service};
use crate::exchange::{DocumentUnit, Passage};
use crate::model::{Finding, Lang, Revision, Rule};

pub use crate::check::{Brackets, RuleLevel, Settings, Spacing, Style, Width};
pub use checker::Checker;
pub use ignores::{IgnoredFinding, LONGEST_KEY, LONGEST_NOTE};

/// A pair of texts of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct CheckUnit {
    /// The source text.
    pub source: String,
    /// Its translation; blank if there is none yet.
    pub target: String,
    /// In which sense the text is used; texts in different contexts are not compared with each other.
    pub context: Option<String>,
    /// Its key in its file.
    pub key: Option<String>,
    /// Which plural form of a message it is, from 0.
    pub form: Option<usize>,
    /// Whether it is the form for one thing, beside another form for several.
    pub is_singular: bool,
    /// The inline codes of the source text that do not stand in it, as the file writes them.
    pub source_codes: Vec<String>,
    /// Those of its translation.
    pub target_codes: Vec<String>,
}

impl CheckUnit {
    /// A pair of which nothing but its texts is known.
    #[must_use]
    pub fn new(source: impl Into<String>, target: impl Into<String>) -> Self {
        Self { source: source.into(), target: target.into(), ..Self::default() }
    }
}

impl From<&DocumentUnit> for CheckUnit {
    fn from(unit: &DocumentUnit) -> Self {
        Self {
            context: unit.context.clone(),
            key: unit.key.clone(),
            form: unit.form.map(|form| form.index),
            is_singular: unit.form.is_some_and(|form| form.is_singular),
            source_codes: codes(&unit.source),
            target_codes: unit.target.as_ref().map(codes).unwrap_or_default(),
            ..Self::new(unit.source.text(), unit.target_text())
        }
    }
}

/// The inline codes of a text that a translation has to have too.
fn codes(passage: &Passage) -> Vec<String> {
    passage.codes().iter().filter(|code| code.is_carried_over()).map(|code| code.code.clone()).collect()
}

/// A draft to check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckQuery {
    /// Its pairs, in order.
    pub units: Vec<CheckUnit>,
    /// How to check them.
    pub options: CheckOptions,
}

/// How to check a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckOptions {
    /// The source language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
    /// Names of projects in rank order; empty for all. The settings of the first one apply, unless `settings` is set.
    pub projects: Vec<String>,
    /// Whether the pairs form one document; otherwise they are independent.
    pub document: bool,
    /// Settings to use instead of those of the project.
    pub settings: Option<Settings>,
    /// Whether to include ignored findings.
    pub with_ignored: bool,
}

impl CheckOptions {
    /// Options for a document, with the settings of its project.
    #[must_use]
    pub fn new(source_lang: Lang, target_lang: Lang) -> Self {
        Self { source_lang, target_lang, projects: Vec::new(), document: true, settings: None, with_ignored: false }
    }
}

/// The result of checking a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReport {
    /// The findings, in the order of the pairs; within a pair, the most severe first.
    pub findings: Vec<Finding>,
    /// Number of findings left out because they are ignored.
    pub ignored: usize,
    /// Number of pairs.
    pub units: usize,
    /// The pairs without a translation, which are not checked, by their index.
    pub untranslated: Vec<usize>,
    /// The revision of the term base that was used.
    pub revision: Revision,
}

impl CheckReport {
    /// The number of findings per rule, without rules that have none.
    #[must_use]
    pub fn counts(&self) -> Vec<(Rule, usize)> {
        let count = |rule: Rule| self.findings.iter().filter(|finding| finding.rule == rule).count();
        let counts = Rule::ALL.iter().map(|rule| (*rule, count(*rule)));
        counts.filter(|(_, count)| *count > 0).collect()
    }
}

impl Service {
    /// Checks a draft once.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn check(&self, query: CheckQuery) -> Result<CheckReport, AppError> {
        self.checker(query.options).check(query.units).await
    }

    /// A checker for checking one draft repeatedly.
    #[must_use]
    pub fn checker(&self, options: CheckOptions) -> Checker {
        Checker::new(self.clone(), options)
    }
}
