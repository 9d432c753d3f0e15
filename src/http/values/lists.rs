//! Lists: batches of items in a body, and a span given in characters.

use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::Value;
use crate::http::problem::Problem;

/// From `LEAST` to `MOST` items of a body.
#[derive(Debug)]
pub(crate) struct Batch<T, const LEAST: usize, const MOST: usize>(Vec<T>);

impl<T, const LEAST: usize, const MOST: usize> Value for Batch<T, LEAST, MOST> {
    type Content = Vec<T>;

    fn checked(self, field: &str) -> Result<Vec<T>, Problem> {
        let count = self.0.len();
        if (LEAST..=MOST).contains(&count) {
            return Ok(self.0);
        }
        let detail = match count {
            0 => "is empty. Send at least one item.".to_owned(),
            _ => format!("has {count} items, the limit is {MOST}. Send them in several requests."),
        };
        Err(Problem::invalid(field, &detail))
    }
}

impl<'de, T: Deserialize<'de>, const LEAST: usize, const MOST: usize> Deserialize<'de> for Batch<T, LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

impl<T: ToSchema, const LEAST: usize, const MOST: usize> PartialSchema for Batch<T, LEAST, MOST> {
    fn schema() -> RefOr<Schema> {
        ArrayBuilder::new()
            .items(Ref::from_schema_name(T::name()))
            .min_items((LEAST > 0).then_some(LEAST))
            .max_items(Some(MOST))
            .into()
    }
}

impl<T: ToSchema, const LEAST: usize, const MOST: usize> ToSchema for Batch<T, LEAST, MOST> {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(schemas);
    }
}

/// A part of a text, `[start, end)`, counted in characters.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct CharacterSpan(Vec<i64>);

impl Value for CharacterSpan {
    type Content = (usize, usize);

    fn checked(self, field: &str) -> Result<(usize, usize), Problem> {
        let ends = match self.0.as_slice() {
            [start, end] => usize::try_from(*start).ok().zip(usize::try_from(*end).ok()),
            _ => None,
        };
        ends.filter(|(start, end)| start < end).ok_or_else(|| {
            Problem::invalid(field, "is not a span. Give `[start, end]` in characters, with the end after the start.")
        })
    }
}

impl PartialSchema for CharacterSpan {
    fn schema() -> RefOr<Schema> {
        let character = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0_usize));
        ArrayBuilder::new().items(character).min_items(Some(2)).max_items(Some(2)).into()
    }
}

impl ToSchema for CharacterSpan {}
