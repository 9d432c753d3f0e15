//! Examples of requests and answers for the OpenAPI document. The answers are those of a real server, with long lists cut
//! after two items.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use utoipa::openapi::path::Operation;
use utoipa::openapi::{Content, RefOr};

/// One object for each operation with a body.
const EXAMPLES: &str = include_str!("examples.json");

/// Examples by operation id.
pub(super) type Examples = BTreeMap<String, Example>;

/// A request of an operation, and its answers.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Example {
    request: Option<Value>,
    /// By status and media type.
    #[serde(default)]
    answers: BTreeMap<String, BTreeMap<String, Value>>,
}

/// All examples; empty only if the file is broken, which a test would notice.
pub(super) fn all() -> Examples {
    serde_json::from_str(EXAMPLES).unwrap_or_default()
}

/// Adds the examples of an operation where it has none of its own.
pub(super) fn add(operation: &mut Operation, examples: &Examples) {
    let name = operation.operation_id.as_deref().unwrap_or_default();
    let Some(example) = examples.get(name) else { return };
    let give = |content: &mut RefOr<Content>, value: Option<&Value>| {
        if let RefOr::T(content) = content
            && content.example.is_none()
        {
            content.example = value.cloned();
        }
    };
    if let Some(RefOr::T(body)) = operation.request_body.as_mut() {
        for content in body.content.values_mut() {
            give(content, example.request.as_ref());
        }
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        for (media, content) in &mut response.content {
            give(content, example.answers.get(status).and_then(|answers| answers.get(media)));
        }
    }
}
