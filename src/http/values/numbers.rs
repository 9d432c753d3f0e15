//! Whole numbers within limits, as texts of a query or numbers of a JSON body.

use serde::{Deserialize, Deserializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};
use utoipa::{Number, PartialSchema, ToSchema};

use super::Value;
use crate::http::problem::Problem;

/// A whole number of a query.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct QueryNumber<const LEAST: i64, const MOST: i64>(String);

/// A whole number of a JSON body. JSON makes no difference between 5 and 5.0, so neither is refused.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct BodyNumber<const LEAST: i64, const MOST: i64>(f64);

/// A number that is `DEFAULT` if the request does not give one.
#[derive(Debug)]
pub(crate) struct OrDefault<N, const DEFAULT: i64>(Option<N>);

/// A kind of number, as the OpenAPI document describes it.
pub(crate) trait NumberKind: Value<Content = i64> {
    /// Whether `null` is taken for a number that is not given.
    const NULLABLE: bool;

    /// Its schema.
    fn object() -> Object;
}

fn within<const LEAST: i64, const MOST: i64>(field: &str, given: &str, number: Option<i64>) -> Result<i64, Problem> {
    number.filter(|number| (LEAST..=MOST).contains(number)).ok_or_else(|| {
        Problem::invalid(field, &format!("`{given}` is not allowed. Use a whole number from {LEAST} to {MOST}."))
    })
}

fn described<const LEAST: i64, const MOST: i64>() -> Object {
    // Of ids and revisions the format says how large they can be.
    let is_limited = MOST < i64::MAX;
    let format = if is_limited { KnownFormat::Int32 } else { KnownFormat::Int64 };
    let number = |number: i64| isize::try_from(number).ok().map(Number::Int);
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(format)))
        .minimum(number(LEAST))
        .maximum(is_limited.then(|| number(MOST)).flatten())
        .build()
}

impl<const LEAST: i64, const MOST: i64> Value for QueryNumber<LEAST, MOST> {
    type Content = i64;

    fn checked(self, field: &str) -> Result<i64, Problem> {
        within::<LEAST, MOST>(field, &self.0, self.0.parse().ok())
    }
}

impl<const LEAST: i64, const MOST: i64> Value for BodyNumber<LEAST, MOST> {
    type Content = i64;

    fn checked(self, field: &str) -> Result<i64, Problem> {
        let whole = (self.0.fract() == 0.0).then(|| format!("{:.0}", self.0));
        within::<LEAST, MOST>(field, &self.0.to_string(), whole.and_then(|digits| digits.parse().ok()))
    }
}

impl<const LEAST: i64, const MOST: i64> NumberKind for QueryNumber<LEAST, MOST> {
    const NULLABLE: bool = false;

    fn object() -> Object {
        described::<LEAST, MOST>()
    }
}

impl<const LEAST: i64, const MOST: i64> NumberKind for BodyNumber<LEAST, MOST> {
    const NULLABLE: bool = true;

    fn object() -> Object {
        described::<LEAST, MOST>()
    }
}

impl<N: NumberKind, const DEFAULT: i64> Value for OrDefault<N, DEFAULT> {
    type Content = i64;

    fn checked(self, field: &str) -> Result<i64, Problem> {
        self.0.map_or(Ok(DEFAULT), |number| number.checked(field))
    }
}

impl<N: NumberKind, const DEFAULT: i64> OrDefault<N, DEFAULT> {
    /// The content as a smaller type.
    ///
    /// # Errors
    /// `invalid_request`, also for a number the type cannot hold.
    pub(crate) fn checked_as<T: TryFrom<i64>>(self, field: &str) -> Result<T, Problem> {
        let number = self.checked(field)?;
        T::try_from(number).map_err(|_| Problem::invalid(field, &format!("`{number}` is too large.")))
    }
}

impl<N, const DEFAULT: i64> Default for OrDefault<N, DEFAULT> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, N: Deserialize<'de>, const DEFAULT: i64> Deserialize<'de> for OrDefault<N, DEFAULT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self)
    }
}

impl<const LEAST: i64, const MOST: i64> PartialSchema for QueryNumber<LEAST, MOST> {
    fn schema() -> RefOr<Schema> {
        Self::object().into()
    }
}

impl<const LEAST: i64, const MOST: i64> PartialSchema for BodyNumber<LEAST, MOST> {
    fn schema() -> RefOr<Schema> {
        Self::object().into()
    }
}

impl<N: NumberKind, const DEFAULT: i64> PartialSchema for OrDefault<N, DEFAULT> {
    fn schema() -> RefOr<Schema> {
        let mut object = N::object();
        object.default = Some(DEFAULT.into());
        if N::NULLABLE {
            object.schema_type = SchemaType::from_iter([Type::Integer, Type::Null]);
        }
        object.into()
    }
}

impl<const LEAST: i64, const MOST: i64> ToSchema for QueryNumber<LEAST, MOST> {}
impl<const LEAST: i64, const MOST: i64> ToSchema for BodyNumber<LEAST, MOST> {}
impl<N: NumberKind, const DEFAULT: i64> ToSchema for OrDefault<N, DEFAULT> {}
