//! Checks over HTTP: findings, ignored findings and the settings of projects.

use serde_json::{Value, json};

use super::Server;

fn ask(server: &Server, request: &Value) -> Value {
    let answer = server.post_json("/v1/checks", request);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn draft(source: &str, target: &str) -> Value {
    json!({"segments": [{"source": source, "target": target}], "source_lang": "ja", "target_lang": "en"})
}

#[test]
fn findings_have_spans_in_bytes_and_characters_and_fixes() {
    let server = Server::with_release();
    let answer = ask(&server, &draft("𠮷田は視床下部の12匹を見た。", "𠮷 13 mice\r\nwere seen."));
    let rules: Vec<&Value> = answer["findings"].as_array().unwrap().iter().map(|finding| &finding["rule"]).collect();
    assert_eq!(rules, ["numbers", "term_not_used", "untranslated"]);
    let numbers = &answer["findings"][0];
    assert_eq!(numbers["source"], json!([{"span": [25, 27], "span_chars": [8, 10]}]));
    assert_eq!(numbers["target"], json!([{"span": [5, 7], "span_chars": [2, 4]}]));
    assert_eq!(numbers["severity"], "warning");
    let change = &numbers["fixes"][0]["changes"][0];
    assert_eq!(
        (&change["text"], &change["span_chars"], &change["side"]),
        (&json!("12"), &json!([2, 4]), &json!("target"))
    );
    let term = &answer["findings"][1];
    assert_eq!(term["message"], "`視床下部` is not translated as `hypothalamus`.");
    assert_eq!((&term["severity"], &term["target"]), (&json!("information"), &json!([])));
    assert!(term["concept_id"].is_i64());
    assert_eq!(answer["counts"][0], json!({"rule": "term_not_used", "count": 1}));
    assert_eq!((&answer["segments"], &answer["untranslated"], &answer["ignored"]), (&json!(1), &json!(0), &json!(0)));
    assert_eq!(answer["revision"], server.get("/v1/changes").json()["revision"]);
}

#[test]
fn a_finding_can_be_ignored_listed_and_restored() {
    let server = Server::with_release();
    let request = draft("12匹を見た。", "Mice were seen.");
    let key = ask(&server, &request)["findings"][0]["key"].as_str().unwrap().to_owned();
    let body = json!({"project": "default", "key": key, "note": "said in the title"});
    for _ in 0..2 {
        assert_eq!(server.post_json("/v1/checks/ignores?actor=mika", &body).status, 204);
    }
    let answer = ask(&server, &request);
    assert_eq!((&answer["findings"], &answer["ignored"]), (&json!([]), &json!(1)));
    let mut with = request.clone();
    with["with_ignored"] = json!(true);
    assert_eq!(ask(&server, &with)["findings"].as_array().unwrap().len(), 1);
    let list = server.get("/v1/checks/ignores?project=default").json();
    let one = &list["ignored"][0];
    assert_eq!((&one["key"], &one["actor"], &one["note"]), (&json!(key), &json!("mika"), &json!("said in the title")));
    assert_eq!(list["next_after"], Value::Null);
    let page = server.get("/v1/checks/ignores?limit=1");
    assert_eq!(page.json()["next_after"], one["id"]);
    assert!(page.header("link").unwrap().contains("after="));
    let path = format!("/v1/checks/ignores?project=default&key={}", key.replace('|', "%7C").replace(' ', "%20"));
    assert_eq!(server.send("DELETE", &path, "").status, 204);
    server.send("DELETE", &path, "").assert_problem(404, "not_found");
    assert_eq!(ask(&server, &request)["ignored"], 0);
    server
        .post_json("/v1/checks/ignores", &json!({"project": "default", "key": "x"}))
        .assert_problem(400, "invalid_request");
}

#[test]
fn settings_are_stored_and_a_request_can_override_them() {
    let server = Server::with_release();
    let usual = server.get("/v1/checks/settings?project=default").json();
    assert_eq!(usual, json!({"rules": {}, "style": {"latin_width": "half", "brackets": "any", "spacing": "any"}}));
    let wanted = json!({"rules": {"numbers": "off", "style": "error"}, "style": {"brackets": "full"}});
    let kept = server.send("PUT", "/v1/checks/settings?project=default", &wanted.to_string());
    assert_eq!(kept.status, 415, "JSON wants its media type");
    let kept = server.send_json("PUT", "/v1/checks/settings?project=default", &wanted);
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert_eq!(server.get("/v1/checks/settings?project=default").json(), kept.json());
    assert_eq!(kept.json()["rules"], json!({"numbers": "off", "style": "error"}));
    let mut request = draft("12匹  を見た。", "Mice   were seen.");
    request["projects"] = json!(["default"]);
    let rules = |answer: &Value| -> Vec<(String, String)> {
        let words = |finding: &Value, name: &str| finding[name].as_str().unwrap().to_owned();
        answer["findings"].as_array().unwrap().iter().map(|one| (words(one, "rule"), words(one, "severity"))).collect()
    };
    assert_eq!(rules(&ask(&server, &request)), [("style".to_owned(), "error".to_owned())]);
    request["settings"] = json!({"rules": {"style": "off"}});
    assert_eq!(rules(&ask(&server, &request)), [("numbers".to_owned(), "warning".to_owned())]);
    for wrong in [json!({"rules": {"spelling": "off"}}), json!({"rules": {"numbers": 1}}), json!([])] {
        server.send_json("PUT", "/v1/checks/settings?project=default", &wrong).assert_problem(400, "invalid_json");
    }
    server.get("/v1/checks/settings?project=none").assert_problem(404, "not_found");
}

#[test]
fn a_whole_document_is_checked_and_a_too_large_one_is_refused() {
    let server = Server::open();
    let segment =
        |at: usize| json!({"source": format!("第{at}節の結果。"), "target": format!("Results of section {at}.")});
    let mut request =
        json!({"segments": (0..5_000).map(segment).collect::<Vec<_>>(), "source_lang": "ja", "target_lang": "en"});
    let answer = ask(&server, &request);
    assert_eq!((&answer["segments"], &answer["findings"]), (&json!(5_000), &json!([])));
    request["segments"].as_array_mut().unwrap().push(segment(0));
    server.post_json("/v1/checks", &request).assert_problem(400, "invalid_request");
    let long = draft(&"あ".repeat(100_001), "x");
    server.post_json("/v1/checks", &long).assert_problem(400, "invalid_request");
    let answer = ask(&server, &draft(&"あ".repeat(100_000), "x"));
    assert_eq!(answer["segments"], 1);
    for (source, target) in [("", ""), (" ", "\u{3000}"), ("\u{200b}", "a")] {
        assert_eq!(ask(&server, &draft(source, target))["untranslated"], 1, "{source:?} {target:?}");
    }
    server
        .post_json("/v1/checks", &json!({"segments": [], "source_lang": "jp", "target_lang": "en"}))
        .assert_problem(400, "invalid_request");
    let mut other = draft("a", "b");
    other["projects"] = json!(["none"]);
    server.post_json("/v1/checks", &other).assert_problem(404, "not_found");
}
