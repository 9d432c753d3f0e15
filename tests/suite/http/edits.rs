//! Terms, concepts and definitions over HTTP: what a person adds can be changed, deleted and brought back.

use serde_json::{Value, json};

use super::Server;

/// Adds a pair of terms; gives the number of its English term and of its concept.
fn add(server: &Server, ja: &str, en: &str) -> (i64, i64) {
    let made = server.post_json("/v1/terms", &json!({"ja": ja, "en": en})).json();
    (made["en_term_id"].as_i64().unwrap(), made["concept"]["id"].as_i64().unwrap())
}

#[test]
fn a_term_is_read_changed_deleted_and_brought_back() {
    let server = Server::open();
    let (term, concept) = add(&server, "海馬", "hipocampus");
    let path = format!("/v1/terms/{term}");
    assert_eq!(server.get(&path).json()["id"], concept);
    let changed = server.send_json("PATCH", &path, &json!({"text": "hippocampus", "usage": "admitted"})).json();
    let kinds: Vec<&Value> =
        changed["results"].as_array().unwrap().iter().map(|one| &one["decision"]["kind"]).collect();
    assert_eq!(kinds, ["edit", "usage"]);
    let before = server.get(&path).json();
    assert!(before["terms"].to_string().contains("hippocampus"), "{before}");
    let deleted = server.send("DELETE", &path, "");
    assert_eq!((deleted.status, &deleted.json()["decision"]["kind"]), (200, &json!("delete")));
    server.get(&path).assert_problem(404, "not_found");
    server.get(&format!("/v1/concepts/{concept}")).assert_problem(404, "not_found");
    let decision = deleted.json()["decision"]["id"].to_string();
    assert_eq!(server.send("POST", &format!("/v1/review/decisions/{decision}/undo"), "").status, 200);
    assert_eq!(server.get(&path).json()["terms"], before["terms"]);
    for (method, path) in [("GET", "/v1/terms/999"), ("DELETE", "/v1/terms/999"), ("DELETE", "/v1/concepts/999")] {
        server.send(method, path, "").assert_problem(404, "not_found");
    }
    server.send_json("PATCH", "/v1/terms/999", &json!({"usage": "admitted"})).assert_problem(404, "not_found");
    server.send_json("PATCH", &path, &json!({})).assert_problem(400, "invalid_request");
    let alone = json!({"replacement_id": 1});
    server.send_json("PATCH", &path, &alone).assert_problem(400, "invalid_request");
    // Both changes or none.
    let half = json!({"text": "hippocampi", "usage": "deprecated", "replacement_id": term});
    server.send_json("PATCH", &path, &half).assert_problem(400, "invalid_request");
    // English in Japanese letters would be the source passed off as its translation.
    server.send_json("PATCH", &path, &json!({"text": "海馬"})).assert_problem(400, "invalid_request");
    assert_eq!(server.get(&path).json()["terms"], before["terms"]);
}

#[test]
fn a_definition_is_added_changed_deleted_and_each_is_undone() {
    let server = Server::open();
    let (_, concept) = add(&server, "海馬", "hippocampus");
    let path = format!("/v1/concepts/{concept}/definitions");
    let made = server.post_json(&format!("{path}?actor=Yamada"), &json!({"text": "記憶の部位。"})).json();
    let own = &made["concept"]["definitions"][0];
    assert_eq!((&own["author"], &own["source"], &own["lang"]), (&json!("Yamada"), &json!("Yamada"), &json!("ja")));
    let one = format!("/v1/definitions/{}", own["id"]);
    let changed = server.send_json("PATCH", &one, &json!({"text": "A part of the brain."})).json();
    assert_eq!(changed["concept"]["definitions"][0]["lang"], "en");
    let deleted = server.send("DELETE", &one, "").json();
    assert_eq!(deleted["concept"]["definitions"], json!([]));
    server.send("DELETE", &one, "").assert_problem(404, "not_found");
    server.send_json("PATCH", &one, &json!({"text": "a"})).assert_problem(404, "not_found");
    for (decision, text) in [(&deleted, "A part of the brain."), (&changed, "記憶の部位。")] {
        let undone =
            server.send("POST", &format!("/v1/review/decisions/{}/undo", decision["decision"]["id"]), "").json();
        assert_eq!(undone["concepts"][0]["definitions"][0]["text"], text);
    }
    server.post_json("/v1/concepts/999/definitions", &json!({"text": "a"})).assert_problem(404, "not_found");
    server.post_json(&path, &json!({"text": " "})).assert_problem(400, "invalid_request");
    // The same as decisions.
    let define = json!({"decisions": [{"kind": "define", "concept_id": concept, "text": "別の定義。"}]});
    assert_eq!(server.post_json("/v1/review/decisions", &define).json()["results"][0]["outcome"], "done");
    let missing = json!({"decisions": [{"kind": "define", "concept_id": concept}]});
    server.post_json("/v1/review/decisions", &missing).assert_problem(400, "invalid_request");
    let delete = json!({"decisions": [{"kind": "delete", "concept_id": concept}]});
    assert_eq!(server.post_json("/v1/review/decisions", &delete).json()["results"][0]["outcome"], "done");
    server.get(&format!("/v1/concepts/{concept}")).assert_problem(404, "not_found");
}
