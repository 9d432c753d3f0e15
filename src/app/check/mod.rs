//! A draft in; what a careful reader would mark in it out, without what was ignored before.
//!
//! [`Service::check`] looks at a draft once. A [`Checker`] looks at one again and again, as an editor does: what it knows of
//! a pair it keeps while the pair, the terms and the settings stay as they are.

mod checker;
mod ignores;
mod settings;

use super::{AppError, Service};
use crate::model::{Finding, Lang, Revision, Rule, Severity};

pub use crate::check::{Brackets, Settings, Spacing, Style, Wanted, Width};
pub use checker::Checker;
pub use ignores::IgnoredFinding;

/// A pair of texts of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct CheckUnit {
    /// The text translated from.
    pub source: String,
    /// Its translation; blank where there is none yet.
    pub target: String,
}

/// A draft, and how to look at it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckQuery {
    /// Its pairs, in order.
    pub units: Vec<CheckUnit>,
    /// How to look at them.
    pub options: CheckOptions,
}

/// How to look at a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckOptions {
    /// Language translated from.
    pub source_lang: Lang,
    /// Language translated into.
    pub target_lang: Lang,
    /// Names of projects in rank order; empty for all. The first says what to look for, unless `settings` do.
    pub projects: Vec<String>,
    /// Whether the pairs are one document; else each stands for itself.
    pub document: bool,
    /// What to look for, in place of what the project says.
    pub settings: Option<Settings>,
    /// Whether to give findings that were ignored too.
    pub with_ignored: bool,
}

impl CheckOptions {
    /// A document, looked at as its project wants.
    #[must_use]
    pub fn new(source_lang: Lang, target_lang: Lang) -> Self {
        Self { source_lang, target_lang, projects: Vec::new(), document: true, settings: None, with_ignored: false }
    }
}

/// What was found in a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReport {
    /// What was found, in order of the pairs, in each the gravest first.
    pub findings: Vec<Finding>,
    /// How many findings were left out because somebody ignored them.
    pub ignored: usize,
    /// How many pairs there are.
    pub units: usize,
    /// How many of them have no translation; nothing is said of those.
    pub untranslated: usize,
    /// Revision of the base the terms were looked for in.
    pub revision: Revision,
}

impl CheckReport {
    /// How many findings there are of each rule, those with none left out.
    #[must_use]
    pub fn counts(&self) -> Vec<(Rule, usize)> {
        let count = |rule: Rule| self.findings.iter().filter(|finding| finding.rule == rule).count();
        let counts = Rule::ALL.iter().map(|rule| (*rule, count(*rule)));
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// The gravest of the findings.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).min()
    }
}

impl Service {
    /// What is wrong with a draft.
    ///
    /// # Errors
    /// `not_found` when there is no project of a given name; those of the database.
    pub async fn check(&self, query: CheckQuery) -> Result<CheckReport, AppError> {
        self.checker(query.options).check(query.units).await
    }

    /// Something that looks at one draft again and again, and reads again only what has changed.
    #[must_use]
    pub fn checker(&self, options: CheckOptions) -> Checker {
        Checker::new(self.clone(), options)
    }
}
