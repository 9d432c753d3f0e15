//! Terms are looked up with their concept and its proof.

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
    assert_eq!(server.get("/v1/terms?q=%F0%A0%AE%B7%E9%87%8E").json(), json!({"matches": []}));
}
