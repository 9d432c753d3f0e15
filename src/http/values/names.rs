//! Values of one form each: language tags, lists of projects, days, positions in the queue, and keys of findings.

use serde::Deserialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use super::Value;
use super::words::words_of;
use crate::answer::words::RuleWord;
use crate::app::check::LONGEST_KEY;
use crate::app::clock;
use crate::app::export::Since;
use crate::app::projects::{LONGEST_NAME, check_project_name};
use crate::app::review::QueueCursor;
use crate::http::problem::Problem;
use crate::model::Lang;

/// A language as a BCP 47 tag.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct LanguageTag(String);

impl Value for LanguageTag {
    type Content = Lang;

    fn checked(self, field: &str) -> Result<Lang, Problem> {
        language(field, &self.0)
    }
}

/// The language of a tag.
///
/// # Errors
/// `invalid_request` for a text that is not a tag.
pub(crate) fn language(field: &str, tag: &str) -> Result<Lang, Problem> {
    Lang::parse(tag).map_err(|error| Problem::invalid(field, &error.to_string()))
}

/// The languages of the members `source_lang` and `target_lang`.
///
/// # Errors
/// `invalid_request` for a text that is not a tag.
pub(crate) fn languages(source: LanguageTag, target: LanguageTag) -> Result<(Lang, Lang), Problem> {
    Ok((source.checked("source_lang")?, target.checked("target_lang")?))
}

impl PartialSchema for LanguageTag {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"))
            .examples(["ja", "en"])
            .into()
    }
}

impl ToSchema for LanguageTag {}

/// The name of a new project.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct ProjectName(String);

impl Value for ProjectName {
    type Content = String;

    fn checked(self, field: &str) -> Result<String, Problem> {
        check_project_name(&self.0).map_err(|error| Problem::with_field_name(error, "project", field))?;
        Ok(self.0)
    }
}

impl PartialSchema for ProjectName {
    fn schema() -> RefOr<Schema> {
        let end = r"[^\s,/\\\u0000-\u001f\u007f-\u009f]";
        let middle = r"[^,/\\\u0000-\u001f\u007f-\u009f]";
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(LONGEST_NAME))
            .pattern(Some(format!("^{end}({middle}*{end})?$")))
            .examples(["press"])
            .into()
    }
}

impl ToSchema for ProjectName {}

/// Names of projects in rank order, separated by commas.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct ProjectList(String);

impl ProjectList {
    /// The list as it was sent.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The names, each once; empty for all projects.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.0.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            if !names.iter().any(|earlier| earlier == name) {
                names.push(name.to_owned());
            }
        }
        names
    }
}

impl From<String> for ProjectList {
    fn from(names: String) -> Self {
        Self(names)
    }
}

impl PartialSchema for ProjectList {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).into()
    }
}

impl ToSchema for ProjectList {}

/// The number of a change, or a date or time (RFC 3339, UTC).
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct ChangeOrTime(String);

impl Value for ChangeOrTime {
    type Content = Since;

    fn checked(self, field: &str) -> Result<Since, Problem> {
        let given = &self.0;
        Since::parse(given).ok_or_else(|| {
            let detail = format!("`{given}` is neither the number of a change nor a date such as `2026-11-01`.");
            Problem::invalid(field, &detail)
        })
    }
}

impl PartialSchema for ChangeOrTime {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^([0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?)$"))
            .examples(["2026-11-01"])
            .into()
    }
}

impl ToSchema for ChangeOrTime {}

/// A day in UTC, from 1970 to 2105.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Day(String);

impl Value for Day {
    /// The first second of the day, since 1970.
    type Content = u32;

    fn checked(self, field: &str) -> Result<u32, Problem> {
        let day = &self.0;
        clock::first_second(day).ok_or_else(|| {
            Problem::invalid(field, &format!("`{day}` is not a day. Use one from 1970 to 2105, such as `2024-04-01`."))
        })
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .pattern(Some("^(19[7-9][0-9]|20[0-9][0-9]|210[0-5])-"))
            .examples(["2024-04-01"])
            .into()
    }
}

impl ToSchema for Day {}

/// A position in the review queue, as `next_after` of a page gives it.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct QueuePosition(String);

impl Value for QueuePosition {
    type Content = QueueCursor;

    fn checked(self, field: &str) -> Result<QueueCursor, Problem> {
        QueueCursor::parse(&self.0).map_err(|error| Problem::with_field_name(error, "after", field))
    }
}

impl PartialSchema for QueuePosition {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[0-9]{1,18}-[0-9]{1,18}$")).into()
    }
}

impl ToSchema for QueuePosition {}

/// The key of a finding: its rule, and the words it is about.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct FindingKey(String);

impl Value for FindingKey {
    type Content = String;

    fn checked(self, field: &str) -> Result<String, Problem> {
        let length = self.0.chars().count();
        if length > LONGEST_KEY {
            let detail = format!("has {length} characters, the limit is {LONGEST_KEY}. Send the `key` of a finding.");
            return Err(Problem::invalid(field, &detail));
        }
        let rule = self.0.split('|').next().unwrap_or_default();
        if words_of::<RuleWord>().contains(&rule) {
            return Ok(self.0);
        }
        Err(Problem::invalid(field, "is not the key of a finding. Send the `key` of a finding."))
    }
}

impl PartialSchema for FindingKey {
    fn schema() -> RefOr<Schema> {
        let rule = words_of::<RuleWord>().join("|");
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(LONGEST_KEY))
            .pattern(Some(format!(r"^({rule})(\||$)")))
            .into()
    }
}

impl ToSchema for FindingKey {}
