//! Values of requests. Each type says once what it accepts: it checks the value and describes itself in the OpenAPI
//! document from the same constants.
//!
//! A value holds what the client sent until [`Value::checked`] is called, so that a refusal can name the parameter or
//! member. Lengths are counted in Unicode characters.

mod lists;
mod names;
mod numbers;
mod texts;
mod words;

use serde::Deserialize;
use utoipa::IntoParams;

pub(crate) use lists::{Batch, CharacterSpan};
pub(crate) use names::{
    ChangeOrTime, Day, FindingKey, LanguageTag, ProjectList, ProjectName, QueuePosition, language, languages,
};
pub(crate) use numbers::{BodyNumber, OrDefault, QueryNumber};
pub(crate) use texts::{Free, Line, Passage, Phrase, Searchable, Text};
pub(crate) use words::{OneWord, Words};

use super::problem::Problem;
use crate::answer::words::{ProfileWord, SheetFormatWord, SourceUseWord};
use crate::app::access::LONGEST_NAME;

/// A value of a request that has to be checked before it is used.
pub(crate) trait Value {
    /// The value once it is checked.
    type Content;

    /// The content, or a problem that names the parameter or member.
    ///
    /// # Errors
    /// `invalid_request`.
    fn checked(self, field: &str) -> Result<Self::Content, Problem>;
}

impl<V: Value> Value for Option<V> {
    type Content = Option<V::Content>;

    fn checked(self, field: &str) -> Result<Self::Content, Problem> {
        self.map(|value| value.checked(field)).transpose()
    }
}

/// The largest value of ids and revisions.
pub(crate) const ID_LIMIT: i64 = i64::MAX;

/// How many items a page holds.
pub(crate) type PageLength = OrDefault<QueryNumber<1, 200>, 50>;
/// How many candidates for terms are returned.
pub(crate) type CandidateLimit = OrDefault<QueryNumber<1, 200>, 20>;
/// The id or revision after which a page begins.
pub(crate) type PageStart = OrDefault<QueryNumber<0, ID_LIMIT>, 0>;
/// An id or revision before or after which a page begins.
pub(crate) type RowNumber = QueryNumber<0, ID_LIMIT>;
/// The id of a release.
pub(crate) type ReleaseNumber = QueryNumber<1, ID_LIMIT>;
/// The name of a person or program, for the history.
pub(crate) type ActorName = Text<Line, LONGEST_NAME>;
/// The kind of program a file is for.
pub(crate) type ProfileName = OneWord<ProfileWord>;
/// The file a review sheet is.
pub(crate) type SheetFormatName = OneWord<SheetFormatWord>;
/// What the entries of a source are used as.
pub(crate) type SourceUseName = OneWord<SourceUseWord>;
/// The name of a project or file.
pub(crate) type ItemName = Text<Line, 255>;

/// The query of a path that takes no parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoQuery {}

/// In whose name a change is made.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ActorQuery {
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

impl ActorQuery {
    /// The name, if the request gives one.
    ///
    /// # Errors
    /// `invalid_request`.
    pub(crate) fn checked(self) -> Result<Option<String>, Problem> {
        self.actor.checked("actor")
    }
}
