//! Review over HTTP: the queue, decisions, undo and sheets.

use serde_json::{Value, json};

use super::Server;
use super::client::Request;

fn open(server: &Server, query: &str) -> Value {
    let answer = server.get(&format!("/v1/review{query}"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn decide(server: &Server, decisions: &Value) -> super::Answer {
    server.post_json("/v1/review/decisions?actor=山田", &json!({ "decisions": decisions }))
}

#[test]
fn the_queue_has_everything_a_decision_needs_page_by_page() {
    let server = Server::with_release();
    let all = open(&server, "");
    let items = all["items"].as_array().unwrap();
    assert_eq!(items.len(), 2, "two terms have English");
    for item in items {
        let terms = item["concept"]["terms"].as_array().unwrap();
        let term = terms.iter().find(|term| term["id"] == item["term_id"]).unwrap();
        assert_eq!(term["standing"], item["standing"]);
        assert!(!term["evidence"][0]["snippet"].is_null() && !term["evidence"][0]["release_id"].is_null());
        assert!(item["concept"]["revision"].as_i64().unwrap() > 0);
    }
    let first = server.get("/v1/review?limit=1");
    let next = first.json()["next_after"].as_str().unwrap().to_owned();
    assert!(first.header("link").unwrap().contains(&format!("after={next}")));
    assert_eq!(open(&server, &format!("?limit=1&after={next}"))["items"][0], items[1]);
    assert_eq!(open(&server, "?lang=ja")["items"].as_array().unwrap().len(), 3);
    for query in ["?status=approved", "?status=x", "?after=x", "?lang=!", "?limit=0", "?colour=red"] {
        assert_eq!(server.get(&format!("/v1/review{query}")).status, 400, "{query}");
    }
    assert_eq!(server.get("/v1/review?project=無").status, 404);
}

#[test]
fn a_decision_on_an_old_revision_is_409_with_the_present_state() {
    let server = Server::with_release();
    let all = open(&server, "");
    let item = &all["items"][0];
    let (term, revision) = (&item["term_id"], &item["concept"]["revision"]);
    let done = decide(&server, &json!([{"kind": "accept", "term_id": term, "revision": revision}]));
    assert_eq!(done.status, 200, "{}", done.text());
    let result = &done.json()["results"][0];
    assert_eq!((&result["outcome"], &result["decision"]["actor"]), (&json!("done"), &json!("山田")));
    let late = decide(&server, &json!([{"kind": "reject", "term_id": term, "revision": revision}]));
    assert_eq!((late.status, late.json()["code"].as_str()), (409, Some("revision_conflict")));
    assert_eq!(late.json()["concept"], result["concept"], "as it is now");
    let both = decide(
        &server,
        &json!([{"kind": "reject", "term_id": term, "revision": revision}, {"kind": "accept", "term_id": term}]),
    );
    let outcomes: Vec<Value> =
        both.json()["results"].as_array().unwrap().iter().map(|result| result["outcome"].clone()).collect();
    assert_eq!(outcomes, ["refused", "unchanged"]);
    for (decisions, status) in [
        (json!([]), 400),
        (json!([{"kind": "accept"}]), 400),
        (json!([{"kind": "edit", "term_id": term}]), 400),
        (json!([{"kind": "bless", "term_id": term}]), 400),
        (json!([{"kind": "accept", "term_id": 9999}]), 404),
        (json!([{"kind": "merge", "concept_id": 1, "other_id": 1}]), 400),
    ] {
        assert_eq!(decide(&server, &decisions).status, status, "{decisions}");
    }
}

#[test]
fn undo_restores_the_previous_state_and_explains_refusals() {
    let server = Server::with_release();
    let before = server.get("/v1/exports/default.csv?review=candidate").body;
    let term = open(&server, "")["items"][0]["term_id"].clone();
    let decided = decide(
        &server,
        &json!([{"kind": "accept", "term_id": term}, {"kind": "edit", "term_id": term, "text": "another name"}]),
    );
    let ids: Vec<i64> = decided.json()["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["decision"]["id"].as_i64().unwrap())
        .collect();
    let undo = |id: i64| server.send("POST", &format!("/v1/review/decisions/{id}/undo?actor=佐藤"), "");
    let refused = undo(ids[0]);
    assert_eq!((refused.status, refused.json()["code"].as_str()), (409, Some("undo_conflict")));
    assert!(refused.json()["detail"].as_str().unwrap().contains(&format!("decision `{}`", ids[1])));
    assert_eq!((undo(ids[1]).status, undo(ids[0]).status), (200, 200));
    assert_eq!(undo(ids[0]).json()["code"], "already_undone");
    assert_eq!(undo(9999).status, 404);
    assert_eq!(server.get("/v1/exports/default.csv?review=candidate").body, before);
    let history = server.get("/v1/review/decisions?limit=1").json();
    assert_eq!((&history["decisions"][0]["undone_by"], &history["next_before"]), (&json!("佐藤"), &json!(ids[1])));
}

#[test]
fn a_sheet_is_downloaded_and_its_decisions_uploaded() {
    let server = Server::with_release();
    let sheet = server.get("/v1/review/sheet");
    assert_eq!(sheet.header("content-type").unwrap(), "text/csv; charset=utf-8");
    let text = String::from_utf8(sheet.body).unwrap().replacen(",,,,,\r\n", ",accept,,,,\r\n", 1);
    let send = |query: &str| {
        let path = format!("/v1/review/sheet?actor=山田{query}");
        let answer = Request::new("POST", &path).body(text.as_bytes()).send(server.address);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    };
    let numbers = |report: &Value| (report["done"].clone(), report["unchanged"].clone(), report["skipped"].clone());
    assert_eq!(numbers(&send("&dry_run=true")), (json!(1), json!(0), json!(1)));
    assert_eq!(numbers(&send("")), (json!(1), json!(0), json!(1)));
    assert_eq!(numbers(&send("")), (json!(0), json!(1), json!(1)));
    assert_eq!(server.send("POST", "/v1/review/sheet", "x").status, 400);
}
