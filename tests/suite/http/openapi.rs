//! The OpenAPI document describes every path and answer, and live answers match it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Server;
use crate::contract::Contract;

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
    let (document, mut contract) = (document(), Contract::new());
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
                    contract.assert(&content["schema"], example, &at);
                }
            }
        }
    }
    assert!(document["components"]["schemas"]["Problem"]["example"].is_object());
}
