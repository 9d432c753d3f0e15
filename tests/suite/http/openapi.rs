//! The OpenAPI document describes every path and answer, and live answers match it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{RELEASE, Server};

fn document() -> Value {
    serde_json::to_value(taiyaku::http::document()).unwrap()
}

#[test]
fn the_document_equals_the_reviewed_snapshot() {
    let mut document = document();
    document["info"]["version"] = json!("[version]");
    insta::assert_json_snapshot!("openapi", document);
}

#[test]
fn every_path_is_documented_and_every_documented_path_exists() {
    let document = document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let documented: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().keys().filter(|name| *name != "parameters");
            methods.map(move |method| (path.clone(), method.to_uppercase()))
        })
        .collect();
    let served: BTreeSet<(String, String)> = taiyaku::http::paths()
        .filter(|(path, _)| taiyaku::http::is_own(path))
        .flat_map(|(path, methods)| methods.into_iter().map(move |method| (path.to_owned(), method.name.to_owned())))
        .filter(|(_, method)| method != "HEAD")
        .collect();
    assert_eq!(documented, served);
    let server = Server::with_release();
    for (path, method) in served {
        let answer = server.send(&method, &path.replace("{id}", "999").replace("stream", "stream?seconds=0"), "");
        assert!(answer.status != 405, "{method} {path}");
        assert!(answer.status != 404 || answer.json()["code"] == "not_found", "{method} {path}");
    }
}

#[test]
fn every_operation_documents_its_problems_and_every_reference_resolves() {
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{method} {path}");
            for status in ["400", "403", "500", "503"] {
                let schema = &operation["responses"][status]["content"]["application/problem+json"]["schema"];
                assert_eq!(schema["$ref"], "#/components/schemas/Problem", "{method} {path} {status}");
            }
        }
    }
    let names: Vec<&str> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|item| item.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "an operation's name is used twice");
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(document["components"]["schemas"].get(name).is_some(), "{name} is not described");
    }
}

#[test]
fn every_request_and_answer_has_an_example_that_matches_its_schema() {
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            let good = operation["responses"].as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2'));
            let mut contents: Vec<(String, &Value)> =
                good.map(|(status, response)| (format!("{at} {status}"), &response["content"])).collect();
            contents.push((format!("{at} request"), &operation["requestBody"]["content"]));
            for (at, content) in contents {
                for (media, content) in content.as_object().into_iter().flatten() {
                    let example = content.get("example").unwrap_or_else(|| panic!("{at} {media} has no example"));
                    check(&document, &content["schema"], example, &at);
                }
            }
        }
    }
    assert!(document["components"]["schemas"]["Problem"]["example"].is_object());
}

#[test]
fn live_answers_match_their_schemas() {
    let server = Server::open();
    let document = document();
    let create = server.send("POST", "/v1/releases?name=a.txt", RELEASE);
    let suggest = server.post_json(
        "/v1/suggestions",
        &json!({"segments": [{"id": "a", "text": "神経細胞"}], "source_lang": "ja", "target_lang": "en"}),
    );
    let pair = json!({"source": "海馬だ。", "target": "The hippocampus.", "source_lang": "ja", "target_lang": "en"});
    let answers = [
        ("/v1/releases", "post", create),
        ("/v1/suggestions", "post", suggest),
        ("/v1/releases", "get", server.get("/v1/releases")),
        ("/v1/releases/{id}", "get", server.get("/v1/releases/1?text=true")),
        ("/v1/terms", "get", server.get("/v1/terms?q=細胞")),
        ("/v1/concepts", "get", server.get("/v1/concepts")),
        ("/v1/concepts/{id}", "get", server.get("/v1/concepts/1")),
        ("/v1/review", "get", server.get("/v1/review")),
        (
            "/v1/review/decisions",
            "post",
            server.post_json(
                "/v1/review/decisions",
                &json!({"decisions": [{"kind": "note", "concept_id": 1, "text": "脳"}, {"kind": "accept", "term_id": 999}]}),
            ),
        ),
        ("/v1/review/decisions", "get", server.get("/v1/review/decisions")),
        ("/v1/review", "get", server.get("/v1/review?lang=ja")),
        ("/v1/review/decisions/{id}/undo", "post", server.send("POST", "/v1/review/decisions/1/undo", "")),
        ("/v1/review/sheet", "post", server.send("POST", "/v1/review/sheet", "term,revision,decision\nx,1,accept\n")),
        ("/v1/terms", "post", server.post_json("/v1/terms", &json!({"ja": "海馬", "en": "hippocampus", "definition": "脳"}))),
        ("/v1/terms", "post", server.post_json("/v1/terms", &json!({"ja": "海馬", "en": "hippocampus"}))),
        ("/v1/terms", "post", server.post_json("/v1/terms", &json!({"ja": "海馬", "en": "海馬"}))),
        ("/v1/segments", "post", server.post_json("/v1/segments", &pair)),
        ("/v1/segments", "post", server.post_json("/v1/segments", &pair)),
        ("/v1/segments/{id}", "get", server.get("/v1/segments/1")),
        (
            "/v1/assist",
            "post",
            server.post_json(
                "/v1/assist",
                &json!({"source": "海馬の2匹", "target": "3 mice", "source_lang": "ja", "target_lang": "en"}),
            ),
        ),
        (
            "/v1/checks",
            "post",
            server.post_json(
                "/v1/checks",
                &json!({"segments": [{"source": "神経細胞12個と3個", "target": "4 things"}], "source_lang": "ja", "target_lang": "en"}),
            ),
        ),
        (
            "/v1/checks/settings",
            "put",
            server.put_json("/v1/checks/settings?project=default", &json!({"rules": {"style": "off"}})),
        ),
        ("/v1/checks/settings", "get", server.get("/v1/checks/settings?project=default")),
        ("/v1/checks/ignores", "get", server.get("/v1/checks/ignores")),
        ("/v1/changes", "get", server.get("/v1/changes")),
        ("/v1/projects", "get", server.get("/v1/projects")),
        ("/v1/sources", "get", server.get("/v1/sources")),
        ("/v1/worklists/{kind}", "get", server.get("/v1/worklists/without-english")),
        ("/v1/worklists/{kind}", "get", server.get("/v1/worklists/release?release=1")),
        ("/v1/worklists/{kind}", "get", server.get("/v1/worklists/none")),
        ("/v1/term-block", "post", server.post_json("/v1/term-block", &json!({"text": "視床下部と細胞", "most": 5.0}))),
        ("/v1/term-block", "post", server.post_json("/v1/term-block", &json!({"text": ""}))),
        ("/health", "get", server.get("/health")),
        ("/ready", "get", server.get("/ready")),
        ("/v1/concepts/{id}", "get", server.get("/v1/concepts/999")),
        ("/v1/changes", "get", server.get("/v1/changes?since=x")),
    ];
    for (path, method, answer) in answers {
        let responses = &document["paths"][path][method]["responses"];
        let content = &responses[answer.status.to_string()]["content"];
        let media = answer.header("content-type").unwrap();
        let schema = &content[media]["schema"];
        assert!(schema.is_object(), "{method} {path} {} {media} is not documented", answer.status);
        check(&document, schema, &answer.json(), &format!("{method} {path}"));
    }
}

/// Whether `value` has the form `schema` gives, as far as this document uses JSON Schema; members must be described.
fn check(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        return check(document, &document["components"]["schemas"][name], value, at);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let not_null = choices.iter().find(|choice| choice["type"] != "null").unwrap();
        assert!(!value.is_null() || choices.iter().any(|choice| choice["type"] == "null"), "{at} is null");
        if !value.is_null() {
            check(document, not_null, value, at);
        }
        return;
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = json!({"type": "object", "properties": {}, "required": []});
        for part in parts {
            let part = part["$ref"]
                .as_str()
                .map_or(part, |reference| &document["components"]["schemas"][reference.rsplit('/').next().unwrap()]);
            for (name, property) in part["properties"].as_object().unwrap() {
                whole["properties"][name] = property.clone();
            }
            whole["required"]
                .as_array_mut()
                .unwrap()
                .extend(part["required"].as_array().into_iter().flatten().cloned());
        }
        return check(document, &whole, value, at);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().map(|one| one.as_str().unwrap()).collect(),
        _ => return,
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) if types.contains(&"number") => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&kind), "{at}: {value} is no {types:?}");
    if let (Some(words), false) = (schema["enum"].as_array(), value.is_null()) {
        assert!(words.contains(value), "{at}: {value} is none of {words:?}");
    }
    if let (Some(items), Some(described)) = (value.as_array(), schema.get("items")) {
        for item in items {
            check(document, described, item, &format!("{at}[]"));
        }
    }
    if let (Some(members), Some(described)) = (value.as_object(), schema["properties"].as_object()) {
        for (name, member) in members {
            let described = described.get(name).unwrap_or_else(|| panic!("{at}: `{name}` is not described"));
            check(document, described, member, &format!("{at}.{name}"));
        }
        for name in schema["required"].as_array().into_iter().flatten() {
            assert!(members.contains_key(name.as_str().unwrap()), "{at}: {name} is missing");
        }
    }
}
