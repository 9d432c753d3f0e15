//! Exports of a base that people have worked on: whole concepts only, and a header that says what is left out.

use serde_json::{Value, json};

use super::Server;

/// The header of an answer that says what is left out.
const LEFT_OUT: &str = "taiyaku-left-out";

/// The number of the term with this text.
fn term(server: &Server, text: &str) -> Value {
    let concepts = server.get("/v1/concepts").json();
    let mut terms = concepts["concepts"].as_array().unwrap().iter().flat_map(|one| one["terms"].as_array().unwrap());
    terms.find(|term| term["text"] == text).unwrap_or_else(|| panic!("no {text} in {concepts}"))["id"].clone()
}

fn decide(server: &Server, decision: &Value) {
    let answer = server.post_json("/v1/review/decisions?actor=山田", &json!({ "decisions": [decision] }));
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// The pair of 視床下部 and hypothalamus in a table; none if the concept is not in it.
fn pair(table: &str) -> Option<(String, String)> {
    let rows = csv::Reader::from_reader(table.as_bytes()).into_records();
    let mut pairs = rows.map(|row| row.unwrap()).map(|row| (row[1].to_owned(), row[3].to_owned()));
    pairs.find(|(ja, en)| ja == "視床下部" || en == "hypothalamus")
}

#[test]
fn a_file_has_both_sides_of_a_pair_or_none_and_the_header_counts_what_is_left_out() {
    let whole = Some(("視床下部".to_owned(), "hypothalamus".to_owned()));
    for (decided, decision, is_pair) in [
        ("視床下部", json!({"kind": "accept"}), false),
        ("hypothalamus", json!({"kind": "accept"}), true),
        ("視床下部", json!({"kind": "usage", "usage": "preferred"}), false),
        ("hypothalamus", json!({"kind": "usage", "usage": "preferred"}), true),
        ("hypothalamus", json!({"kind": "usage", "usage": "admitted"}), true),
    ] {
        let server = Server::with_release();
        let mut decision = decision;
        decision["term_id"] = term(&server, decided);
        assert_eq!(server.get("/export/default.csv?review=approved").header(LEFT_OUT), None, "nothing is approved");
        decide(&server, &decision);
        for file in ["default.csv", "default.tbx", "default.tbx3", "default.utf8"] {
            let approved = server.get(&format!("/export/{file}?review=approved"));
            assert_eq!(approved.status, 200, "{file}");
            let counted = (!is_pair).then_some("unapproved=1");
            assert_eq!(approved.header(LEFT_OUT), counted, "{file} {decision}");
            for side in ["視床下部", "hypothalamus"] {
                assert_eq!(approved.text().contains(side), is_pair, "{file} {decision}: {}", approved.text());
            }
        }
        let approved = server.get("/export/default.csv?review=approved");
        assert_eq!(pair(approved.text()), whole.clone().filter(|_| is_pair), "{decision}");
        // Suggestions complete the pair where they are asked for.
        for path in ["/export/default.csv", "/v1/exports/default.csv", "/v1/exports/default.csv?review=candidate"] {
            let all = server.get(path);
            assert_eq!((all.header(LEFT_OUT), pair(all.text())), (None, whole.clone()), "{path} {decision}");
        }
        let block = server.post_json("/v1/term-block", &json!({"text": "視床下部を調べた。"})).json();
        assert_eq!(block["terms"][0]["target"], "hypothalamus", "{block}");
    }
}

#[test]
fn a_glossary_of_pairs_counts_the_concepts_in_one_language() {
    let server = Server::with_release();
    let glossary = server.get("/export/default.utf8");
    assert_eq!(glossary.header(LEFT_OUT), Some("untranslated=1"), "細胞 has no English: {}", glossary.text());
    let table = server.get("/v1/exports/default.csv");
    assert_eq!(table.header(LEFT_OUT), None, "a table can hold it");
    assert!(table.text().contains("細胞,"), "{}", table.text());
    assert_eq!(server.get("/export/default.tmx").header(LEFT_OUT), None, "a memory consists of pairs");
}

#[test]
fn what_should_not_be_used_stands_for_no_side() {
    let server = Server::with_release();
    let id = term(&server, "hypothalamus");
    decide(&server, &json!({"kind": "usage", "term_id": id, "usage": "forbidden"}));
    let block = server.post_json("/v1/term-block", &json!({"text": "視床下部を調べた。"})).json();
    assert_eq!(
        (&block["terms"][0]["target"], &block["terms"][0]["forbidden"]),
        (&Value::Null, &json!(["hypothalamus"]))
    );
    let approved = server.get("/export/default.csv?review=approved");
    assert_eq!((approved.header(LEFT_OUT), pair(approved.text())), (Some("unapproved=1"), None), "a ban alone");
    let glossary = server.get("/export/default.utf8");
    assert!(!glossary.text().contains("視床下部") && !glossary.text().contains("hypothalamus"), "{}", glossary.text());
    assert_eq!(glossary.header(LEFT_OUT), Some("discouraged=1, untranslated=1"));
}
