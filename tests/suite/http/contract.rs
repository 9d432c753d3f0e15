//! Live answers of every route have the published form, from a base with something of everything.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use taiyaku::model::{ConflictKind, EvidenceKind, Method, Relation, Role};

use super::client::{Answer, Request};
use super::{RELEASE, Server};
use crate::contract::{Contract, SEGMENT, fill};

/// A request: method, pattern of the path, path, body.
type Call = (&'static str, &'static str, String, Body);

/// What a request carries.
enum Body {
    None,
    /// Nothing, but the headers that a page of the server sends.
    Page,
    Text(&'static str),
    Json(Value),
}

fn get(pattern: &'static str, path: impl Into<String>) -> Call {
    ("GET", pattern, path.into(), Body::None)
}

fn post(pattern: &'static str, path: impl Into<String>, body: Value) -> Call {
    ("POST", pattern, path.into(), Body::Json(body))
}

/// Every route at least once. Those that answer 2xx in one way only are asked once.
fn calls(release: i64, term: i64, concept: i64, segment: i64) -> Vec<Call> {
    let pair = json!({"source": "海馬だ。", "target": "The hippocampus.", "source_lang": "ja", "target_lang": "en"});
    let seahorse = json!({"ja": "海馬", "en": "sea horse", "definition": "魚の一種。"});
    let languages = json!({"source_lang": "ja", "target_lang": "en"});
    let with = |mut body: Value| {
        body.as_object_mut().unwrap().extend(languages.as_object().unwrap().clone());
        body
    };
    let segments = json!({"segments": [
        {"id": "context", "text": SEGMENT, "previous": "研究の背景", "next": "結果"}, {"id": "exact", "text": SEGMENT},
        {"text": "装置は３回の測定で校正した。"}, {"text": "装置は5回の測定で校正した。"},
        {"text": "装置は3回の測定で丁寧に校正した。"}, {"text": "⻭車を調べた。"}, {"text": "視床下部の神経細胞"},
    ], "field": "physics"});
    let draft = json!({"segments": [
        {"source": "神経細胞12個と3個、量子もつれ", "target": "4 things of quantum tangle"},
        {"source": "神経細胞だ。", "target": "神経細胞"}, {"source": "海馬", "target": ""},
    ]});
    vec![
        get("/openapi.json", "/openapi.json"),
        get("/health", "/health"),
        get("/ready", "/ready"),
        get("/metrics", "/metrics"),
        get("/lookup", "/lookup?q=細胞"),
        ("POST", "/v1/releases", "/v1/releases?name=new.txt".to_owned(), Body::Text(RELEASE)),
        ("POST", "/v1/releases", "/v1/releases?name=new.txt".to_owned(), Body::Text(RELEASE)),
        get("/v1/releases", "/v1/releases?limit=2"),
        get("/v1/releases/{id}", format!("/v1/releases/{release}?text=true")),
        get("/v1/releases/{id}", "/v1/releases/1"),
        get("/v1/releases/{id}/candidates", format!("/v1/releases/{release}/candidates?limit=3")),
        get("/v1/terms", "/v1/terms?q=細胞"),
        get("/v1/terms", "/v1/terms?q=視床下部"),
        get("/v1/terms", "/v1/terms?q=neurn"),
        get("/v1/terms", "/v1/terms?q=転移"),
        get("/v1/terms", "/v1/terms?q=量子もつれ"),
        get("/v1/terms", "/v1/terms?q=海馬"),
        post("/v1/terms", "/v1/terms", seahorse.clone()),
        post("/v1/terms", "/v1/terms", seahorse),
        post("/v1/segments", "/v1/segments", pair.clone()),
        post("/v1/segments", "/v1/segments", pair),
        get("/v1/segments/{id}", format!("/v1/segments/{segment}")),
        (
            "PATCH",
            "/v1/segments/{id}",
            format!("/v1/segments/{segment}"),
            Body::Json(json!({"target": "The device was calibrated in 3 runs, carefully."})),
        ),
        ("PATCH", "/v1/segments/{id}", "/v1/segments/999999".to_owned(), Body::Json(json!({"target": "a"}))),
        post("/v1/assist", "/v1/assist", with(json!({"source": "⻭車を調べた2匹", "target": "3 mice"}))),
        get("/v1/concepts", "/v1/concepts?limit=200"),
        get("/v1/review", "/v1/review?status=candidate"),
        get("/v1/concepts/{id}", format!("/v1/concepts/{concept}")),
        get("/v1/concordance", "/v1/concordance?q=調べた&limit=1"),
        post("/v1/suggestions", "/v1/suggestions", with(segments)),
        post("/v1/checks", "/v1/checks", with(draft)),
        (
            "POST",
            "/v1/checks/ignores",
            "/v1/checks/ignores".to_owned(),
            Body::Json(json!({"project": "default", "key": "style|a"})),
        ),
        get("/v1/checks/ignores", "/v1/checks/ignores"),
        ("DELETE", "/v1/checks/ignores", "/v1/checks/ignores?project=default&key=style|a".to_owned(), Body::None),
        (
            "PUT",
            "/v1/checks/settings",
            "/v1/checks/settings?project=default".to_owned(),
            Body::Json(json!({"rules": {"style": "off"}, "style": {"spacing": "none"}})),
        ),
        get("/v1/checks/settings", "/v1/checks/settings?project=default"),
        get("/v1/review", "/v1/review?limit=5"),
        get("/v1/review", "/v1/review?lang=ja&limit=5"),
        post(
            "/v1/review/decisions",
            "/v1/review/decisions",
            json!({"decisions": [
                {"kind": "note", "concept_id": concept, "text": "脳", "release_id": 1},
                {"kind": "accept", "term_id": term}, {"kind": "accept", "term_id": term},
                {"kind": "accept", "term_id": 999_999}, {"kind": "accept", "term_id": term, "revision": 1},
            ]}),
        ),
        get("/v1/review/decisions", "/v1/review/decisions"),
        ("POST", "/v1/review/decisions/{id}/undo", "/v1/review/decisions/3/undo".to_owned(), Body::None),
        get("/v1/review/sheet", "/v1/review/sheet"),
        ("POST", "/v1/review/sheet", "/v1/review/sheet".to_owned(), Body::Text("term,revision,decision\nx,1,accept\n")),
        get("/v1/exports/{file}", "/v1/exports/default.csv"),
        get("/v1/exports/{file}/summary", "/v1/exports/default.utf8/summary"),
        get("/v1/exports/{file}/preview", "/v1/exports/default.csv/preview?rows=2"),
        get("/v1/exports/{file}/preview", "/v1/exports/default.tbx/preview"),
        get("/v1/coverage", "/v1/coverage"),
        get("/v1/releases/{id}/segments", format!("/v1/releases/{release}/segments")),
        (
            "POST",
            "/v1/releases",
            "/v1/releases?name=english.txt".to_owned(),
            Body::Text(
                "A bridge without rust\n\nWe painted a bridge with seven layers of zinc. Rain never reached the iron.\n",
            ),
        ),
        post("/v1/releases/{id}/pair", "/v1/releases/ENGLISH/pair", json!({"release_id": release})),
        post("/v1/releases/{id}/pair", "/v1/releases/1/pair", json!({"release_id": 1})),
        post("/v1/review/bulk", "/v1/review/bulk", json!({"filter": {"release": 1}, "kind": "accept", "plan": true})),
        post(
            "/v1/review/bulk",
            "/v1/review/bulk",
            json!({"filter": {"release": 999}, "kind": "reject", "expected": 0}),
        ),
        post("/v1/review/bulk", "/v1/review/bulk", json!({"filter": {}, "kind": "reject", "expected": 1})),
        ("POST", "/v1/review/bulk/{id}/undo", "/v1/review/bulk/1/undo".to_owned(), Body::None),
        ("POST", "/v1/review/bulk/{id}/undo", "/v1/review/bulk/99/undo".to_owned(), Body::None),
        post(
            "/v1/releases/{id}/corrections",
            "/v1/releases/1/corrections",
            json!({"kind": "entry", "span_chars": [0, 4]}),
        ),
        post(
            "/v1/releases/{id}/corrections",
            "/v1/releases/1/corrections",
            json!({"kind": "head", "span_chars": [0, 4]}),
        ),
        get("/v1/releases/{id}/corrections", "/v1/releases/1/corrections"),
        (
            "DELETE",
            "/v1/releases/{id}/corrections/{correction_id}",
            "/v1/releases/1/corrections/1".to_owned(),
            Body::None,
        ),
        get("/v1/exports/{file}", "/v1/exports/default.tmx"),
        get("/export/{file}", "/export/default.utf8"),
        get("/export/{project}/{file}", "/export/default/en-ja.tbx"),
        (
            "POST",
            "/v1/imports",
            "/v1/imports?name=t.csv&plan=true".to_owned(),
            Body::Text("ja,en,usage\n試し語,test,\n視床下部,thalamus,forbidden\n,,forbidden\n"),
        ),
        ("POST", "/v1/imports", "/v1/imports?name=t.csv".to_owned(), Body::Text("ja,en\n試し語,test\n")),
        get("/v1/imports", "/v1/imports"),
        get("/v1/imports/{id}", "/v1/imports/1"),
        ("DELETE", "/v1/imports/{id}", "/v1/imports/LAST".to_owned(), Body::None),
        ("DELETE", "/v1/imports/{id}", "/v1/imports/999999".to_owned(), Body::None),
        get("/v1/sources", "/v1/sources"),
        ("DELETE", "/v1/sources", "/v1/sources?name=memory.tmx".to_owned(), Body::None),
        ("DELETE", "/v1/sources", "/v1/sources?name=memory.tmx".to_owned(), Body::None),
        post("/v1/terms", "/v1/terms", json!({"ja": "試験語", "en": "test word"})),
        get("/v1/terms/{id}", format!("/v1/terms/{term}")),
        get("/v1/terms/{id}", "/v1/terms/999999"),
        (
            "PATCH",
            "/v1/terms/{id}",
            format!("/v1/terms/{term}"),
            Body::Json(json!({"text": "corrected", "usage": "preferred"})),
        ),
        ("PATCH", "/v1/terms/{id}", format!("/v1/terms/{term}"), Body::Json(json!({}))),
        post(
            "/v1/concepts/{id}/definitions",
            format!("/v1/concepts/{concept}/definitions"),
            json!({"text": "人が書いた定義。"}),
        ),
        (
            "PATCH",
            "/v1/definitions/{id}",
            "/v1/definitions/DEFINITION".to_owned(),
            Body::Json(json!({"text": "別の定義。"})),
        ),
        ("DELETE", "/v1/definitions/{id}", "/v1/definitions/DEFINITION".to_owned(), Body::None),
        ("DELETE", "/v1/definitions/{id}", "/v1/definitions/DEFINITION".to_owned(), Body::None),
        ("DELETE", "/v1/concepts/{id}", format!("/v1/concepts/{concept}"), Body::None),
        ("DELETE", "/v1/concepts/{id}", "/v1/concepts/OWN".to_owned(), Body::None),
        ("DELETE", "/v1/terms/{id}", format!("/v1/terms/{term}"), Body::None),
        get("/v1/worklists/{kind}", "/v1/worklists/without-english"),
        get("/v1/worklists/{kind}", "/v1/worklists/several-english"),
        get("/v1/worklists/{kind}", "/v1/worklists/release?release=1"),
        post("/v1/term-block", "/v1/term-block", json!({"text": "視床下部と細胞、量子もつれ"})),
        get("/v1/changes", "/v1/changes"),
        get("/v1/changes", "/v1/changes?since=999999"),
        get("/v1/changes/stream", "/v1/changes/stream?since=0&seconds=0"),
        get("/v1/projects", "/v1/projects"),
        post("/v1/projects", "/v1/projects", json!({"name": "広報", "starter": ["physics"]})),
        post("/v1/projects", "/v1/projects", json!({"name": "広報"})),
        get("/v1/projects/{name}", "/v1/projects/%E5%BA%83%E5%A0%B1"),
        get("/v1/projects/{name}/starter", "/v1/projects/default/starter"),
        post("/v1/projects/{name}/starter", "/v1/projects/%E5%BA%83%E5%A0%B1/starter", json!({"fields": ["physics"]})),
        ("DELETE", "/v1/projects/{name}/starter", "/v1/projects/%E5%BA%83%E5%A0%B1/starter".to_owned(), Body::None),
        (
            "PATCH",
            "/v1/projects/{name}",
            "/v1/projects/%E5%BA%83%E5%A0%B1".to_owned(),
            Body::Json(json!({"name": "press"})),
        ),
        ("DELETE", "/v1/projects/{name}", "/v1/projects/press".to_owned(), Body::None),
        ("DELETE", "/v1/projects/{name}", "/v1/projects/press".to_owned(), Body::None),
        ("DELETE", "/v1/segments/{id}", format!("/v1/segments/{segment}"), Body::None),
        ("DELETE", "/v1/releases/{id}", "/v1/releases/1".to_owned(), Body::None),
        get("/v1/session", "/v1/session"),
        post("/v1/session", "/v1/session", json!({"token": "LOGIN"})),
        post("/v1/session", "/v1/session", json!({"token": "tyk_1_wrong"})),
        ("DELETE", "/v1/session", "/v1/session".to_owned(), Body::Page),
        ("DELETE", "/v1/session", "/v1/session".to_owned(), Body::None),
        get("/v1/tokens", "/v1/tokens"),
        post("/v1/tokens", "/v1/tokens", json!({"name": "訳者", "role": "suggest", "expires": "2099-01-01"})),
        post("/v1/tokens", "/v1/tokens", json!({"name": "訳者", "role": "read"})),
        post("/v1/tokens", "/v1/tokens", json!({"name": "編集", "role": "read", "projects": ["無い"]})),
        get("/v1/tokens", "/v1/tokens"),
        ("DELETE", "/v1/tokens/{id}", "/v1/tokens/1".to_owned(), Body::None),
        ("DELETE", "/v1/tokens/{id}", "/v1/tokens/999999".to_owned(), Body::None),
        // What is refused is described too.
        get("/v1/concepts/{id}", "/v1/concepts/999999"),
        get("/v1/changes", "/v1/changes?since=x"),
        get("/v1/worklists/{kind}", "/v1/worklists/none"),
        post("/v1/terms", "/v1/terms", json!({"ja": "海馬", "en": "海馬"})),
        post("/v1/term-block", "/v1/term-block", json!({"text": ""})),
        post(
            "/v1/review/decisions",
            "/v1/review/decisions",
            json!({"decisions": [{"kind": "reject", "term_id": term, "revision": 1}]}),
        ),
    ]
}

#[test]
fn every_route_answers_as_published() {
    let server = Server::open();
    server.beside(async |service| fill(service).await);
    let mut contract = Contract::new();
    let methods = server.get("/v1/releases?limit=200").json();
    let named = |name: &str| {
        let all = methods["releases"].as_array().unwrap();
        all.iter().find(|release| release["name"] == name).unwrap()["id"].as_i64().unwrap()
    };
    let open = server.get("/v1/review").json();
    let (term, concept) = (&open["items"][0]["term_id"], &open["items"][0]["concept"]["id"]);
    let pair = server.get("/v1/concordance?q=校正").json()["occurrences"][0]["segment_id"].as_i64().unwrap();
    let calls = calls(named("methods.txt"), term.as_i64().unwrap(), concept.as_i64().unwrap(), pair);
    let (_, login) = server.token("pages", Role::Read, None);
    let mut answered = BTreeSet::new();
    let [mut definition, mut own, mut last, mut english] = [const { String::new() }; 4];
    for (method, pattern, path, body) in calls {
        let path = path
            .replace("DEFINITION", &definition)
            .replace("OWN", &own)
            .replace("LAST", &last)
            .replace("ENGLISH", &english);
        let answer = match &body {
            Body::None => server.send(method, &path, ""),
            Body::Page => {
                let request = Request::new(method, &path).header("taiyaku-client", "workbench");
                request.header("origin", &format!("http://{}", server.address)).send(server.address)
            }
            Body::Text(text) => server.send(method, &path, text),
            Body::Json(json) if method != "POST" => server.send_json(method, &path, json),
            Body::Json(json) if path == "/v1/session" => server.send_json(
                method,
                &path,
                &json!({"token": json["token"].as_str().unwrap().replace("LOGIN", &login)}),
            ),
            Body::Json(json) => server.post_json(&path, json),
        };
        // What was just made, for the calls that change it and take it away.
        if pattern == "/v1/concepts/{id}/definitions" {
            definition = answer.json()["concept"]["definitions"][0]["id"].to_string();
        } else if path == "/v1/releases?name=english.txt" {
            english = answer.json()["release"]["id"].to_string();
        } else if answer.status == 202 {
            last = answer.json()["import"]["id"].to_string();
        } else if path == "/v1/terms" && answer.status == 201 {
            own = answer.json()["concept"]["id"].to_string();
        }
        if answer.status < 300 {
            answered.insert((pattern.to_owned(), method.to_owned()));
        }
        assert_documented(&mut contract, method, pattern, &answer, &format!("{method} {path}"));
    }
    let routes: BTreeSet<(String, String)> = taiyaku::http::paths()
        .filter(|(path, _)| taiyaku::http::is_own(path))
        .flat_map(|(path, methods)| methods.into_iter().map(move |method| (path.to_owned(), method.name.to_owned())))
        .filter(|(_, method)| method != "HEAD")
        .collect();
    assert_eq!(answered, routes, "every route has a live answer here");
    contract.assert_met("method", Method::ALL.iter().map(|method| method.as_str()));
    contract.assert_met("relation", Relation::ALL.iter().map(|relation| relation.as_str()));
    contract.assert_met("kind", EvidenceKind::ALL.iter().map(|kind| kind.as_str()));
    contract.assert_met("kind", ConflictKind::ALL.iter().map(|kind| kind.as_str()));
    contract.assert_met("class", ["context", "exact", "form", "placeables", "fuzzy"]);
    contract.assert_met("review", ["suggested", "approved", "rejected"]);
    contract.assert_met("usage", ["preferred", "forbidden"]);
    contract.assert_met("outcome", ["created", "updated", "unchanged", "done", "refused"]);
    contract.assert_met("licence", ["CC0"]);
}

/// Asserts that the document describes this answer.
#[track_caller]
fn assert_documented(contract: &mut Contract, method: &str, pattern: &str, answer: &Answer, at: &str) {
    let responses = &contract.document["paths"][pattern][method.to_lowercase()]["responses"];
    let response = responses[answer.status.to_string()].clone();
    assert!(response.is_object(), "{at}: {} is not documented: {}", answer.status, answer.text());
    let Some(media) = answer.header("content-type").map(|media| media.split(';').next().unwrap().to_owned()) else {
        assert!(answer.body.is_empty(), "{at}: a body without a type");
        assert!(response.get("content").is_none(), "{at}: a body is documented");
        return;
    };
    let content = &response["content"][&media];
    assert!(content.is_object(), "{at}: {} {media} is not documented", answer.status);
    if media.ends_with("json") {
        contract.assert(&content["schema"], &answer.json(), at);
    } else if media == "text/event-stream" {
        let change = json!({"$ref": "#/components/schemas/Change"});
        let mut events = answer.text().lines().filter_map(|line| line.strip_prefix("data: ")).peekable();
        assert!(events.peek().is_some(), "{at}: no event");
        for event in events {
            contract.assert(&change, &serde_json::from_str(event).unwrap(), at);
        }
    }
}
