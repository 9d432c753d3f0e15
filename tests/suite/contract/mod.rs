//! The published schemas, held against what the program really answers.
//!
//! Schemas are those of the OpenAPI document, checked as JSON Schema 2020-12 with every object closed: a member the document
//! does not describe is as wrong as a missing one.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod base;

use std::collections::{BTreeMap, BTreeSet};

use boon::{Compiler, Draft, SchemaIndex};
use serde_json::{Map, Value, json};

pub(crate) use base::{SEGMENT, dictionary_source, fill, term_files};

/// Where the schemas are; nothing is fetched from there.
const HOME: &str = "http://taiyaku.test/schemas.json";

/// The published schemas.
pub(crate) struct Contract {
    /// The OpenAPI document.
    pub(crate) document: Value,
    definitions: Map<String, Value>,
    compiled: boon::Schemas,
    indices: BTreeMap<String, SchemaIndex>,
    /// Every word met so far, by the name of its member.
    pub(crate) met: BTreeMap<String, BTreeSet<String>>,
}

impl Contract {
    /// The schemas of this version of the program.
    pub(crate) fn new() -> Self {
        let document = serde_json::to_value(taiyaku::http::document()).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap().clone();
        let close = |(name, schema): (&String, &Value)| (name.clone(), closed(schema, &schemas));
        let definitions: Map<String, Value> = schemas.iter().map(close).collect();
        let (mut compiled, mut compiler) = (boon::Schemas::new(), compiler(&definitions));
        let index =
            |name: &String| (name.clone(), compiler.compile(&format!("{HOME}#/$defs/{name}"), &mut compiled).unwrap());
        let indices = definitions.keys().map(index).collect();
        Self { document, definitions, compiled, indices, met: BTreeMap::new() }
    }

    /// Asserts that `value` has the form `schema` gives, and notes its words.
    #[track_caller]
    pub(crate) fn assert(&mut self, schema: &Value, value: &Value, at: &str) {
        if let Err(wrong) = self.problem(schema, value) {
            panic!("{at}: {wrong}\n{value:#}");
        }
        note(value, &mut self.met);
    }

    /// What is wrong with `value`.
    pub(crate) fn problem(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let named = schema["$ref"].as_str().and_then(|reference| self.indices.get(name_of(reference)));
        if let Some(index) = named {
            return self.compiled.validate(value, *index).map_err(|error| format!("{error:#}"));
        }
        let schemas = self.document["components"]["schemas"].as_object().unwrap();
        let mut definitions = self.definitions.clone();
        definitions.insert("_".to_owned(), closed(schema, schemas));
        let mut compiled = boon::Schemas::new();
        let place = compiler(&definitions).compile(&format!("{HOME}#/$defs/_"), &mut compiled).unwrap();
        compiled.validate(value, place).map_err(|error| format!("{error:#}"))
    }

    /// Asserts that answers have shown all these words as the member `name`.
    #[track_caller]
    pub(crate) fn assert_met<'a>(&self, name: &str, words: impl IntoIterator<Item = &'a str>) {
        let met = self.met.get(name).cloned().unwrap_or_default();
        let missing: Vec<&str> = words.into_iter().filter(|word| !met.contains(*word)).collect();
        assert!(missing.is_empty(), "no answer has shown `{name}` as {missing:?}, only as {met:?}");
    }
}

/// A compiler that knows these schemas.
fn compiler(definitions: &Map<String, Value>) -> Compiler {
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V2020_12);
    compiler.enable_format_assertions();
    let whole = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions });
    compiler.add_resource(HOME, whole).unwrap();
    compiler
}

/// A schema that refuses members it does not describe. A free-form object describes none and takes any.
fn closed(schema: &Value, all: &Map<String, Value>) -> Value {
    let mut schema = within(schema, all);
    if let Some(parts) = schema["allOf"].as_array() {
        // Members of one part are unknown to the others, so only the whole is closed.
        let part = |part: &Value| match part["$ref"].as_str() {
            Some(reference) => within(&all[name_of(reference)], all),
            None => part.clone(),
        };
        schema["allOf"] = parts.iter().map(part).collect();
        schema["unevaluatedProperties"] = json!(false);
    } else if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
        schema["additionalProperties"] = json!(false);
    }
    schema
}

/// The same with all schemas inside closed, and references that lead to closed ones.
fn within(schema: &Value, all: &Map<String, Value>) -> Value {
    let Some(members) = schema.as_object() else { return schema.clone() };
    let mut inner = Map::new();
    for (name, value) in members {
        let value = match (name.as_str(), value) {
            ("$ref", Value::String(reference)) => json!(format!("#/$defs/{}", name_of(reference))),
            ("properties", Value::Object(properties)) => {
                properties.iter().map(|(name, property)| (name.clone(), closed(property, all))).collect()
            }
            ("oneOf" | "anyOf" | "prefixItems", Value::Array(choices)) => {
                choices.iter().map(|choice| closed(choice, all)).collect()
            }
            ("items" | "additionalProperties", Value::Object(_)) => closed(value, all),
            // The parts stay open here; `closed` resolves them.
            ("allOf", Value::Array(parts)) => {
                let part = |part: &Value| if part.get("$ref").is_some() { part.clone() } else { within(part, all) };
                parts.iter().map(part).collect()
            }
            _ => value.clone(),
        };
        inner.insert(name.clone(), value);
    }
    Value::Object(inner)
}

fn name_of(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap()
}

/// Notes the texts of members by name.
fn note(value: &Value, met: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| note(item, met)),
        Value::Object(members) => {
            for (name, member) in members {
                if let Some(text) = member.as_str().filter(|text| text.len() < 40) {
                    met.entry(name.clone()).or_default().insert(text.to_owned());
                }
                note(member, met);
            }
        }
        _ => {}
    }
}

#[test]
fn an_unknown_member_a_missing_one_and_an_unknown_word_are_noticed() {
    let contract = Contract::new();
    let schema = json!({ "$ref": "#/components/schemas/Conflict" });
    for (value, good) in [
        (json!({ "other": 1, "kind": "english", "reason": "" }), true),
        (json!({ "other": 1, "kind": "english" }), false),
        (json!({ "other": 1, "kind": "english", "reason": "", "work": null }), false),
        (json!({ "other": 1, "kind": "French", "reason": "" }), false),
        (json!({ "other": "1", "kind": "english", "reason": "" }), false),
    ] {
        assert_eq!(contract.problem(&schema, &value).is_ok(), good, "{value} {:?}", contract.problem(&schema, &value));
    }
    // A schema made of parts is closed as a whole.
    let token = json!({ "id": 1, "name": "a", "role": "read", "projects": null, "created_at": "2026-04-01T09:00:00Z",
        "created_by": "a", "expires_on": null, "revoked_at": null, "revoked_by": null, "used_on": "2026-04-01", "token": "t" });
    let schema = json!({ "$ref": "#/components/schemas/NewToken" });
    assert_eq!(contract.problem(&schema, &token), Ok(()));
    for (name, wrong) in [("secret", json!(1)), ("used_on", json!("yesterday")), ("role", json!("owner"))] {
        let mut token = token.clone();
        token[name] = wrong;
        assert!(contract.problem(&schema, &token).is_err(), "{name}");
    }
}
