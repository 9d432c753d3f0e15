//! Whom the language server asks: questions in, answers in the shapes of the HTTP door out, whether the base is a file on this
//! machine or a Taiyaku elsewhere.

mod local;
mod remote;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::{FindingAnswer, MatchList, SegmentAnswer};
use crate::app::AppError;
use crate::app::check::{CheckUnit, Checker, RuleLevel};
use crate::model::{Lang, Rule};

pub(crate) use local::Local;
pub(crate) use remote::Remote;

/// A base.
#[derive(Debug)]
pub(crate) enum Base {
    /// The one on this machine.
    Local(Local),
    /// A Taiyaku that is asked over HTTP.
    Remote(Remote),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({code})")]
pub(crate) struct BaseError {
    /// The stable name of the kind of problem, as the HTTP door gives it.
    pub(crate) code: String,
    /// What is wrong, which, and what to do.
    pub(crate) message: String,
}

impl From<AppError> for BaseError {
    fn from(error: AppError) -> Self {
        Self { code: error.code().to_owned(), message: error.to_string() }
    }
}

/// In which languages and projects a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Asking {
    /// The language of the texts.
    pub(crate) source_lang: Lang,
    /// The other language.
    pub(crate) target_lang: Lang,
    /// Projects in rank order; all where empty.
    pub(crate) projects: Vec<String>,
}

/// A text to offer something for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Asked {
    /// The text.
    pub(crate) text: String,
    /// The source text before it.
    pub(crate) previous: Option<String>,
    /// The source text after it.
    pub(crate) next: Option<String>,
    /// Its key.
    pub(crate) key: Option<String>,
}

/// A draft to look at again and again.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// What is known of it; a base elsewhere knows nothing between two looks.
    checker: Option<Checker>,
}

/// How to look at a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// Languages and projects.
    pub(crate) asking: Asking,
    /// What the client wants otherwise than the project.
    pub(crate) rules: BTreeMap<Rule, RuleLevel>,
}

/// A pair of terms somebody wants in the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermPair {
    /// The term and its language.
    pub(crate) source: (Lang, String),
    /// Its translation.
    pub(crate) target: (Lang, String),
    /// The Japanese and the English text it was seen in.
    pub(crate) segment: Option<(String, String)>,
    /// The project it goes to.
    pub(crate) project: Option<String>,
}

/// A translation somebody confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmed {
    /// The text, its translation, and their languages.
    pub(crate) source: (Lang, String),
    /// Its translation.
    pub(crate) target: (Lang, String),
    /// Neighbours and key.
    pub(crate) asked: Asked,
    /// The name of the document.
    pub(crate) document: Option<String>,
    /// The project it goes to.
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
                message: format!("A term base holds Japanese and English; `{one}` and `{other}` are given."),
            }),
        }
    }
}

impl Base {
    /// What to offer for each text: terms, and matches where there is a lowest score.
    pub(crate) async fn suggest(
        &self,
        asking: &Asking,
        texts: Vec<Asked>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<SegmentAnswer>, BaseError> {
        match self {
            Self::Local(base) => base.suggest(asking, texts, floor, limit).await,
            Self::Remote(base) => base.suggest(asking, texts, floor, limit).await,
        }
    }

    /// What is wrong with a draft as it is now.
    pub(crate) async fn check(
        &self,
        draft: &mut Draft,
        look: &Look,
        units: Vec<CheckUnit>,
    ) -> Result<Vec<FindingAnswer>, BaseError> {
        match self {
            Self::Local(base) => base.check(draft, look, units).await,
            Self::Remote(base) => base.check(look, units).await,
        }
    }

    /// Looks a term up.
    pub(crate) async fn lookup(&self, query: &str, projects: &[String], limit: usize) -> Result<MatchList, BaseError> {
        match self {
            Self::Local(base) => base.lookup(query, projects, limit).await,
            Self::Remote(base) => base.lookup(query, projects, limit).await,
        }
    }

    /// Adds a pair of terms; what became of it.
    pub(crate) async fn add_term(&self, pair: TermPair) -> Result<Value, BaseError> {
        match self {
            Self::Local(base) => base.add_term(pair).await,
            Self::Remote(base) => base.add_term(pair).await,
        }
    }

    /// Adds a translation to the memory; what became of it.
    pub(crate) async fn confirm(&self, pair: Confirmed) -> Result<Value, BaseError> {
        match self {
            Self::Local(base) => base.confirm(pair).await,
            Self::Remote(base) => base.confirm(pair).await,
        }
    }

    /// Remembers that a finding is ignored.
    pub(crate) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        match self {
            Self::Local(base) => base.ignore(project, key).await,
            Self::Remote(base) => base.ignore(project, key).await,
        }
    }

    /// The number of the last change of the base.
    pub(crate) async fn revision(&self) -> Result<i64, BaseError> {
        match self {
            Self::Local(base) => base.revision().await,
            Self::Remote(base) => base.revision().await,
        }
    }

    /// The address of a release, where it can be opened.
    pub(crate) fn release_address(&self, id: i64) -> Option<String> {
        match self {
            Self::Local(_) => None,
            Self::Remote(base) => Some(format!("{}/v1/releases/{id}", base.url())),
        }
    }
}
