//! Term look-up over HTTP, with concepts and evidence.

use serde_json::json;

use super::Server;

#[test]
fn a_term_is_found_with_its_concept_and_evidence() {
    let server = Server::with_release();
    for query in ["視床下部", "%E8%A6%96%E5%BA%8A%E4%B8%8B%E9%83%A8", "視 床 下 部&lang=ja", "視床下部&project=default"]
    {
        let query = query.replace(' ', "%20");
        let found = server.get(&format!("/v1/terms?q={query}&kind=exact&limit=5")).json();
        let matches = found["matches"].as_array().unwrap();
        assert_eq!(matches.len(), 1, "{query}: {found}");
        assert_eq!((&matches[0]["kind"], &matches[0]["score"]), (&json!("exact"), &json!(100)));
        let terms = matches[0]["concept"]["terms"].as_array().unwrap();
        assert_eq!((&terms[0]["text"], &terms[0]["lang"]), (&json!("視床下部"), &json!("ja")));
        for term in terms {
            assert!(!term["evidence"].as_array().unwrap().is_empty(), "{term}");
        }
        let id = matches[0]["concept"]["id"].as_i64().unwrap();
        assert_eq!(server.get(&format!("/v1/concepts/{id}")).json(), matches[0]["concept"]);
    }
    assert_eq!(
        server.get("/v1/terms?q=𠮷野").json(),
        json!({"matches": [], "did_you_mean": [], "components": [], "dictionary": []})
    );
}

#[test]
fn kinds_of_match_are_named_and_can_be_requested_separately() {
    let server = Server::with_release();
    for (query, kind) in [
        ("神経", "prefix"),
        ("経細胞", "substring"),
        ("hypothalmus", "fuzzy"),
        ("Hypothalamus", "exact"),
        ("neurons", "variant"),
    ] {
        let found = server.get(&format!("/v1/terms?q={query}&kind={kind}")).json();
        assert_eq!(found["matches"][0]["kind"], kind, "{query}: {found}");
        let others = ["exact", "variant", "reading", "prefix", "substring", "fuzzy"];
        let others: Vec<&str> = others.into_iter().filter(|other| *other != kind).collect();
        let found = server.get(&format!("/v1/terms?q={query}&kind={}", others.join(","))).json();
        assert!(found["matches"].as_array().unwrap().iter().all(|found| found["kind"] != kind), "{query}: {found}");
    }
    assert_eq!(server.get("/v1/terms?q=hypothalmus").json()["did_you_mean"], json!(["hypothalamus"]));
}

#[test]
fn an_empty_base_answers_every_look_up_with_an_empty_list() {
    let server = Server::open();
    assert_eq!(
        server.get("/v1/terms?q=細胞").json(),
        json!({"matches": [], "did_you_mean": [], "components": [], "dictionary": []})
    );
    assert_eq!(server.get("/v1/concepts").json(), json!({"concepts": [], "next_after": null}));
    assert_eq!(server.get("/v1/changes").json(), json!({"changes": [], "next_since": 0, "revision": 0}));
    assert_eq!(server.get("/v1/exports/default.csv").status, 200);
}
