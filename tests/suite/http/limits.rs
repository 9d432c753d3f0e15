//! The limits of the OpenAPI document are the limits of the server: a value at a limit is accepted, one beyond it is
//! refused with a problem that names it.

use serde_json::{Value, json};

use super::client::{Answer, Request};
use super::{RELEASE, Server};

/// One character, four bytes of UTF-8 and two units of UTF-16. It is a letter, and not a Japanese one.
const LETTER: &str = "𝑎";

/// An operation with a request it accepts.
struct Operation {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    body: Option<Value>,
}

impl Operation {
    fn of(path: &str, method: &str, described: &Value) -> Self {
        let parameters = described["parameters"].as_array().into_iter().flatten();
        let query = parameters
            .filter(|parameter| parameter["in"] == "query" && parameter["required"] == true)
            .map(|parameter| {
                let name = parameter["name"].as_str().unwrap();
                let value = match name {
                    "project" => "default",
                    "key" => "numbers|1",
                    _ => parameter["example"].as_str().unwrap_or_else(|| panic!("{method} {path} {name}: no example")),
                };
                (name.to_owned(), value.to_owned())
            })
            .collect();
        let body = described["requestBody"]["content"]["application/json"].get("example").cloned();
        let path = path.replace("{id}", "1").replace("{correction_id}", "1").replace("{kind}", "changed");
        Self { method: method.to_uppercase(), path, query, body }
    }

    fn with_query(&self, name: &str, value: &str) -> Vec<(String, String)> {
        let others = self.query.iter().filter(|(other, _)| other != name).cloned();
        others.chain([(name.to_owned(), value.to_owned())]).collect()
    }

    fn send(&self, server: &Server, query: &[(String, String)], body: Option<&Value>, is_refused: bool) -> Answer {
        let query: Vec<String> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        // A stream with a long time would not end; its headers tell whether the query is accepted.
        let method = if self.path.ends_with("/stream") && !is_refused { "HEAD" } else { &self.method };
        let request = Request::new(method, &format!("{}?{}", self.path, query.join("&")));
        match body {
            Some(body) => request.header("content-type", "application/json").body(body.to_string().as_bytes()),
            None if self.method == "POST" => request.body(RELEASE.as_bytes()),
            None => request,
        }
        .send(server.address)
    }
}

/// Values of a schema that are within its limits, and values that are not.
#[derive(Default)]
struct Samples {
    allowed: Vec<Value>,
    refused: Vec<Value>,
}

impl Samples {
    /// The samples of a schema; `item` is an item of a list that is accepted.
    fn of(schema: &Value, item: Option<&Value>) -> Self {
        let mut samples = Self::default();
        let limit = |name: &str| schema[name].as_i64();
        let prefix = if schema["pattern"].as_str().is_some_and(|pattern| pattern.contains("numbers|")) {
            "numbers|"
        } else {
            ""
        };
        let text = |length: i64| {
            let length = usize::try_from(length).unwrap();
            json!(format!("{prefix}{}", LETTER.repeat(length.saturating_sub(prefix.len()))))
        };
        if let Some(most) = limit("maxLength") {
            samples.allowed.push(text(most));
            samples.refused.push(text(most + 1));
        }
        if limit("minLength") == Some(1) {
            samples.refused.push(json!(""));
        }
        if let Some(least) = limit("minimum") {
            samples.allowed.push(json!(least));
            samples.refused.push(json!(least - 1));
        }
        if let Some(most) = limit("maximum") {
            samples.allowed.push(json!(most));
            samples.refused.push(json!(most + 1));
        }
        let list = |length: i64| {
            let numbers = (0..length).map(|number| item.cloned().unwrap_or(json!(number)));
            json!(numbers.collect::<Vec<_>>())
        };
        if let Some(most) = limit("maxItems") {
            samples.allowed.push(list(most));
            samples.refused.push(list(most + 1));
        }
        if let Some(least) = limit("minItems").filter(|least| *least > 0) {
            samples.refused.push(list(least - 1));
        }
        samples
    }
}

/// A member of a body: its name in problems, its pointer and its schema.
struct Member {
    name: String,
    pointer: String,
    schema: Value,
}

/// All members of a body, those of the first item of each list among them.
fn members(document: &Value, schema: &Value, name: &str, pointer: &str, found: &mut Vec<Member>) {
    let mut schema = schema;
    while let Some(next) = schema["$ref"].as_str().map(|path| path.rsplit('/').next().unwrap()) {
        schema = &document["components"]["schemas"][next];
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let choice = choices.iter().find(|choice| choice["type"] != "null").unwrap();
        return members(document, choice, name, pointer, found);
    }
    if !pointer.is_empty() {
        found.push(Member { name: name.to_owned(), pointer: pointer.to_owned(), schema: schema.clone() });
    }
    if schema["items"]["$ref"].is_string() {
        members(document, &schema["items"], &format!("{name}[0]"), &format!("{pointer}/0"), found);
    }
    for (member, property) in schema["properties"].as_object().into_iter().flatten() {
        let name = if name.is_empty() { member.clone() } else { format!("{name}.{member}") };
        members(document, property, &name, &format!("{pointer}/{member}"), found);
    }
}

/// The body with another value of a member; objects on the way are created.
fn with_member(body: &Value, pointer: &str, value: &Value) -> Value {
    let mut body = body.clone();
    let mut place = &mut body;
    for step in pointer.trim_start_matches('/').split('/') {
        if place.is_null() {
            *place = json!({});
        }
        place = match step.parse::<usize>() {
            Ok(index) => &mut place[index],
            Err(_) => &mut place[step],
        };
    }
    *place = value.clone();
    body
}

fn names(answer: &Answer, field: &str) -> bool {
    answer.status == 400 && answer.json()["detail"].as_str().unwrap().starts_with(&format!("`{field}`:"))
}

fn hold(at: &str, field: &str, value: &Value, answer: &Answer, is_refused: bool) {
    let short: String = value.to_string().chars().take(40).collect();
    let at = format!("{at} `{field}` = {short}");
    if is_refused {
        assert!(names(answer, field), "{at} is beyond the limit: {} {}", answer.status, answer.text());
        assert_eq!(answer.json()["code"], "invalid_request", "{at}");
    } else {
        let is_fine = answer.status < 500 && (answer.body.is_empty() || !names(answer, field));
        assert!(is_fine && answer.status != 413, "{at} is within the limit: {} {}", answer.status, answer.text());
    }
}

#[test]
fn every_documented_limit_of_a_parameter_is_the_limit_of_the_server() {
    let server = Server::with_release();
    let document = serde_json::to_value(taiyaku::http::document()).unwrap();
    let mut count = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, described) in item.as_object().unwrap() {
            let operation = Operation::of(path, method, described);
            let at = format!("{method} {path}");
            for parameter in described["parameters"].as_array().into_iter().flatten() {
                if parameter["in"] != "query" {
                    continue;
                }
                let name = parameter["name"].as_str().unwrap();
                let samples = Samples::of(&parameter["schema"], None);
                count += samples.refused.len();
                let tries = [(samples.allowed, false), (samples.refused, true)];
                for (value, is_refused) in tries.iter().flat_map(|(values, is)| values.iter().map(move |v| (v, *is))) {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    let query = operation.with_query(name, &text);
                    let answer = operation.send(&server, &query, operation.body.as_ref(), is_refused);
                    hold(&at, name, value, &answer, is_refused);
                }
            }
        }
    }
    assert!(count >= 60, "only {count} limits were tried");
}

#[test]
fn every_documented_limit_of_a_member_is_the_limit_of_the_server() {
    let server = Server::with_release();
    let document = serde_json::to_value(taiyaku::http::document()).unwrap();
    let mut count = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, described) in item.as_object().unwrap() {
            let operation = Operation::of(path, method, described);
            let Some(body) = &operation.body else { continue };
            let at = format!("{method} {path}");
            let mut found = Vec::new();
            let schema = &described["requestBody"]["content"]["application/json"]["schema"];
            members(&document, schema, "", "", &mut found);
            for Member { name, pointer, schema } in found {
                let samples =
                    Samples::of(&schema, body.pointer(&format!("{pointer}/0")).filter(|item| item.is_object()));
                count += samples.refused.len();
                let tries = [(samples.allowed, false), (samples.refused, true)];
                for (value, is_refused) in tries.iter().flat_map(|(values, is)| values.iter().map(move |v| (v, *is))) {
                    let body = with_member(body, &pointer, value);
                    let answer = operation.send(&server, &operation.query, Some(&body), is_refused);
                    hold(&at, &name, value, &answer, is_refused);
                }
            }
        }
    }
    assert!(count >= 60, "only {count} limits were tried");
}
