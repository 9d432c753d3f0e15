//! Texts with a longest length and the characters they may contain.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use super::Value;
use crate::http::problem::Problem;

/// A text of at most `LIMIT` characters, of a kind that says which characters it may contain.
#[derive(Debug)]
pub(crate) struct Text<K, const LIMIT: usize> {
    content: String,
    kind: PhantomData<K>,
}

/// Which characters a text may contain.
pub(crate) trait TextKind {
    /// The fewest characters.
    const LEAST: usize;
    /// The regular expression of the OpenAPI document, if any text will do.
    const PATTERN: Option<&'static str>;

    /// Why a text is not of this kind.
    fn problem(text: &str) -> Option<&'static str>;

    /// The part of the text that is used.
    fn used(text: String) -> String {
        text
    }
}

const EMPTY: &str = "is empty. Give some text.";
const CONTROL: &str = "contains control characters. Remove them.";

/// Any text, also an empty one.
#[derive(Debug)]
pub(crate) struct Free;

/// One line: no control characters, and not only white space.
#[derive(Debug)]
pub(crate) struct Line;

/// One or more lines: no control characters except tabs and line breaks, and not only white space.
#[derive(Debug)]
pub(crate) struct Passage;

/// A line whose white space at both ends, line breaks included, is ignored.
#[derive(Debug)]
pub(crate) struct Phrase;

/// A text to look for: not only white space, which is ignored at both ends.
#[derive(Debug)]
pub(crate) struct Searchable;

impl TextKind for Free {
    const LEAST: usize = 0;
    const PATTERN: Option<&'static str> = None;

    fn problem(_text: &str) -> Option<&'static str> {
        None
    }
}

impl TextKind for Line {
    const LEAST: usize = 1;
    const PATTERN: Option<&'static str> =
        Some(r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$");

    fn problem(text: &str) -> Option<&'static str> {
        if text.trim().is_empty() {
            return Some(EMPTY);
        }
        text.chars().any(char::is_control).then_some(CONTROL)
    }

    fn used(text: String) -> String {
        text.trim().to_owned()
    }
}

impl TextKind for Passage {
    const LEAST: usize = 1;
    const PATTERN: Option<&'static str> = Some(
        r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$",
    );

    fn problem(text: &str) -> Option<&'static str> {
        if text.trim().is_empty() {
            return Some(EMPTY);
        }
        let refused = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
        text.chars().any(refused).then_some(CONTROL)
    }
}

impl TextKind for Phrase {
    const LEAST: usize = 1;
    const PATTERN: Option<&'static str> = Some(
        r"^\s*[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?\s*$",
    );

    fn problem(text: &str) -> Option<&'static str> {
        Line::problem(text.trim())
    }

    fn used(text: String) -> String {
        Line::used(text)
    }
}

impl TextKind for Searchable {
    const LEAST: usize = 1;
    const PATTERN: Option<&'static str> = Some(r"\S");

    fn problem(text: &str) -> Option<&'static str> {
        text.trim().is_empty().then_some(EMPTY)
    }

    fn used(text: String) -> String {
        Line::used(text)
    }
}

impl<K: TextKind, const LIMIT: usize> Value for Text<K, LIMIT> {
    type Content = String;

    fn checked(self, field: &str) -> Result<String, Problem> {
        // No text has more characters than bytes, so most texts need not be counted.
        if self.content.len() > LIMIT {
            let length = self.content.chars().count();
            if length > LIMIT {
                let detail = format!("has {length} characters, the limit is {LIMIT}. Shorten it.");
                return Err(Problem::invalid(field, &detail));
            }
        }
        match K::problem(&self.content) {
            Some(detail) => Err(Problem::invalid(field, detail)),
            None => Ok(K::used(self.content)),
        }
    }
}

impl<'de, K, const LIMIT: usize> Deserialize<'de> for Text<K, LIMIT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { content: String::deserialize(deserializer)?, kind: PhantomData })
    }
}

impl<K: TextKind, const LIMIT: usize> PartialSchema for Text<K, LIMIT> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length((K::LEAST > 0).then_some(K::LEAST))
            .max_length(Some(LIMIT))
            .pattern(K::PATTERN)
            .into()
    }
}

impl<K: TextKind, const LIMIT: usize> ToSchema for Text<K, LIMIT> {}
