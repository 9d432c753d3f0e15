//! The base that the language server uses: a file on this machine or another Taiyaku server. Both answer with the JSON types of
//! the HTTP API.

mod local;
mod remote;
mod suggestion;

use std::collections::BTreeMap;

use crate::answer::{ConfirmedSegmentAnswer, FindingAnswer, MatchList, ProposedTermAnswer};
use crate::app::AppError;
use crate::app::check::{CheckUnit, Checker, RuleLevel};
use crate::model::{Lang, Revision, Rule};

pub(crate) use local::Local;
pub(crate) use remote::Remote;
pub(crate) use suggestion::TextSuggestion;

/// A base.
#[derive(Debug)]
pub(crate) enum Base {
    /// A base on this machine.
    Local(Local),
    /// Another Taiyaku server, over HTTP.
    Remote(Remote),
}

/// Why the base did not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({code})")]
pub(crate) struct BaseError {
    /// The error code, as in the HTTP API.
    pub(crate) code: String,
    /// What happened, and what to do.
    pub(crate) message: String,
}

impl From<AppError> for BaseError {
    fn from(error: AppError) -> Self {
        Self { code: error.code().to_owned(), message: error.to_string() }
    }
}

/// The languages and projects of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RequestScope {
    /// The language of the texts.
    pub(crate) source_lang: Lang,
    /// The other language.
    pub(crate) target_lang: Lang,
    /// Projects in rank order; all if empty.
    pub(crate) projects: Vec<String>,
}

/// A text to get suggestions for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct SegmentQuery {
    /// The text.
    pub(crate) text: String,
    /// The source text before it.
    pub(crate) previous: Option<String>,
    /// The source text after it.
    pub(crate) next: Option<String>,
    /// Its key.
    pub(crate) key: Option<String>,
    /// Its inline codes that do not stand in the text.
    pub(crate) codes: Vec<String>,
}

/// What one check of a draft leaves for the next.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The checker of a local base; another server keeps nothing between two checks.
    checker: Option<Checker>,
}

/// How to check a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CheckOptions {
    /// Languages and projects.
    pub(crate) scope: RequestScope,
    /// Settings of the client that override those of the project.
    pub(crate) rules: BTreeMap<Rule, RuleLevel>,
}

/// A pair of terms to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermPair {
    /// The term and its language.
    pub(crate) source: (Lang, String),
    /// Its translation.
    pub(crate) target: (Lang, String),
    /// The Japanese and the English text the terms were found in.
    pub(crate) segment: Option<(String, String)>,
    /// The project it is added to.
    pub(crate) project: Option<String>,
}

/// A translation to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmation {
    /// The source text and its language.
    pub(crate) source: (Lang, String),
    /// Its translation and the language.
    pub(crate) target: (Lang, String),
    /// Neighbouring texts and key.
    pub(crate) query: SegmentQuery,
    /// The name of the document.
    pub(crate) document: Option<String>,
    /// The project it is added to.
    pub(crate) project: Option<String>,
}

impl TermPair {
    /// The Japanese and the English term.
    fn japanese_first(&self) -> Result<(&str, &str), BaseError> {
        let (source, target) = (&self.source, &self.target);
        match (&source.0, &target.0) {
            (ja, en) if ja.is_japanese() && en.is_english() => Ok((&source.1, &target.1)),
            (en, ja) if ja.is_japanese() && en.is_english() => Ok((&target.1, &source.1)),
            (one, other) => Err(BaseError {
                code: "invalid_request".to_owned(),
                message: format!(
                    "Terms are Japanese and English, but these are `{one}` and `{other}`. Select one term in each language."
                ),
            }),
        }
    }
}

impl Base {
    /// Suggestions for each text: terms, and matches if a lowest score is given.
    pub(crate) async fn suggest(
        &self,
        scope: &RequestScope,
        texts: Vec<SegmentQuery>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<TextSuggestion>, BaseError> {
        match self {
            Self::Local(base) => base.suggest(scope, texts, floor, limit).await,
            Self::Remote(base) => base.suggest(scope, texts, floor, limit).await,
        }
    }

    /// The findings of a draft.
    pub(crate) async fn check(
        &self,
        draft: &mut Draft,
        options: &CheckOptions,
        units: Vec<CheckUnit>,
    ) -> Result<Vec<FindingAnswer>, BaseError> {
        match self {
            Self::Local(base) => base.check(draft, options, units).await,
            Self::Remote(base) => base.check(options, units).await,
        }
    }

    /// Looks up a term.
    pub(crate) async fn lookup(&self, query: &str, projects: &[String], limit: usize) -> Result<MatchList, BaseError> {
        match self {
            Self::Local(base) => base.lookup(query, projects, limit).await,
            Self::Remote(base) => base.lookup(query, projects, limit).await,
        }
    }

    /// Adds a pair of terms; returns the outcome.
    pub(crate) async fn add_term(&self, pair: TermPair) -> Result<ProposedTermAnswer, BaseError> {
        match self {
            Self::Local(base) => base.add_term(pair).await,
            Self::Remote(base) => base.add_term(pair).await,
        }
    }

    /// Adds a translation to the memory; returns the outcome.
    pub(crate) async fn confirm(&self, pair: Confirmation) -> Result<ConfirmedSegmentAnswer, BaseError> {
        match self {
            Self::Local(base) => base.confirm(pair).await,
            Self::Remote(base) => base.confirm(pair).await,
        }
    }

    /// Ignores a finding from now on.
    pub(crate) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        match self {
            Self::Local(base) => base.ignore(project, key).await,
            Self::Remote(base) => base.ignore(project, key).await,
        }
    }

    /// The revision of the base.
    pub(crate) async fn revision(&self) -> Result<Revision, BaseError> {
        match self {
            Self::Local(base) => base.revision().await,
            Self::Remote(base) => base.revision().await,
        }
    }

    /// The address of a release, if it can be opened.
    pub(crate) fn release_address(&self, id: i64) -> Option<String> {
        match self {
            Self::Local(_) => None,
            Self::Remote(base) => Some(format!("{}/v1/releases/{id}", base.url())),
        }
    }
}
