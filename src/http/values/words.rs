//! Words of closed lists, one or several separated by commas.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use super::Value;
use crate::answer::words::Word;
use crate::http::problem::Problem;

/// One word of a request; `W` lists the words there are.
pub(crate) struct OneWord<W> {
    given: String,
    words: PhantomData<W>,
}

impl<W: Word> Value for OneWord<W> {
    type Content = W;

    fn checked(self, field: &str) -> Result<W, Problem> {
        word_of(&self.given).ok_or_else(|| {
            let words = quoted::<W>();
            let allowed = match words.split_last() {
                Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
                _ => words.concat(),
            };
            Problem::invalid(field, &format!("`{}` is not supported. Use {allowed}.", self.given))
        })
    }
}

impl<W> fmt::Debug for OneWord<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.given.fmt(f)
    }
}

impl<'de, W> Deserialize<'de> for OneWord<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { given: String::deserialize(deserializer)?, words: PhantomData })
    }
}

impl<W: Word> PartialSchema for OneWord<W> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words_of::<W>())).into()
    }
}

impl<W: Word> ToSchema for OneWord<W> {}

/// Words of a query, separated by commas; `W` lists the words there are.
pub(crate) struct Words<W> {
    given: String,
    words: PhantomData<W>,
}

impl<W: Word> Words<W> {
    /// The words as values of the type they publish.
    ///
    /// # Errors
    /// `invalid_request` for another word, or none.
    pub(crate) fn checked_as<T: From<W>>(&self, field: &str) -> Result<Vec<T>, Problem> {
        let word = |given: &str| {
            word_of(given.trim()).map(|word: W| T::from(word)).ok_or_else(|| {
                let detail = format!("`{given}` is not supported. Use one or several of {}.", quoted::<W>().join(", "));
                Problem::invalid(field, &detail)
            })
        };
        self.given.split(',').map(word).collect()
    }
}

/// The word of a list that is written so.
fn word_of<W: Word>(given: &str) -> Option<W> {
    W::ALL.iter().copied().find(|word| word.as_str() == given)
}

/// The words of a list, as messages quote them.
fn quoted<W: Word>() -> Vec<String> {
    W::ALL.iter().map(|word| format!("`{}`", word.as_str())).collect()
}

/// The words of a list.
pub(super) fn words_of<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.as_str()).collect()
}

impl<W> fmt::Debug for Words<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.given.fmt(f)
    }
}

impl<'de, W> Deserialize<'de> for Words<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { given: String::deserialize(deserializer)?, words: PhantomData })
    }
}

impl<W: Word> PartialSchema for Words<W> {
    fn schema() -> RefOr<Schema> {
        let word = words_of::<W>().join("|");
        let pattern = format!("^({word})(,({word}))*$");
        ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).into()
    }
}

impl<W: Word> ToSchema for Words<W> {}
