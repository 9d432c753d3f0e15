//! The memory in the protocol of tmserver, read like Weblate and written like Virtaal.

use serde_json::{Value, json};
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::Server;
use super::client::{Answer, Request};

fn put(server: &Server, path: &str, body: &str) -> Answer {
    let answer = server.send("PUT", path, body);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer
}

fn filled() -> Server {
    let server = Server::open();
    let units = json!([
        {"source": "圧力は3割下がった。", "target": "The pressure fell by 30 %.", "context": "k1"},
        {"source": "A/B試験は有効か？", "target": "Is A/B testing effective?"},
        {"source": "𠮷野川", "target": "Yoshino River", "context": ""},
    ]);
    let answer = server.send("POST", "/tmserver/ja/en/store/編集.json", &units.to_string());
    assert_eq!(answer.text(), "added 3 units from 編集.json");
    server
}

#[test]
fn languages_are_written_as_in_weblate() {
    let server = Server::open();
    let known = server.get("/tmserver/languages/").json();
    assert_eq!(known, json!({"sourceLanguages": ["en", "ja"], "targetLanguages": ["en", "ja"]}));
    put(&server, "/tmserver/ja/en_US/unit/x", r#"{"source": "色", "target": "color"}"#);
    let known = server.get("/tmserver/default/languages/").json();
    assert_eq!(known["targetLanguages"], json!(["en", "en_us", "ja"]));
    server.get("/tmserver/nowhere/languages/").assert_problem(404, "not_found");
}

#[test]
fn a_text_finds_its_matches_however_it_is_sent() {
    let server = filled();
    for path in [
        "/tmserver/ja/en/unit/A%2FB試験は有効か%EF%BC%9F",
        "/tmserver/ja/en/unit/A/B試験は有効か？",
        "/tmserver/JA/en_us/unit/A%2FB試験は有効か？",
        "/tmserver/default/ja/en/unit/A%2FB試験は有効か？",
        "/tmserver/ja/en/unit/?source=A%2FB試験は有効か？&style=kde&unknown=1",
    ] {
        let answer = server.get(path);
        let found = answer.json();
        assert_eq!(found[0]["target"], "Is A/B testing effective?", "{path}: {found}");
        assert_eq!(found[0]["quality"], 100.0, "{path}");
        assert_eq!(found[0]["source"], "A/B試験は有効か？");
    }
    let near = server.get("/tmserver/ja/en/unit/圧力は4割下がった。?min_similarity=60").json();
    assert_eq!(near[0]["target"], "The pressure fell by 30 %.", "as it is remembered: {near}");
    assert!((60.0..100.0).contains(&near[0]["quality"].as_f64().unwrap()), "{near}");
    for nothing in [
        "/tmserver/ja/en/unit/別の話",
        "/tmserver/fr/en/unit/x",
        "/tmserver/ja/ja/unit/𠮷野川",
        "/tmserver/ja/en/unit/",
    ] {
        assert_eq!(server.get(nothing).json(), json!([]), "{nothing}");
    }
    let many = server.get("/tmserver/ja/en/unit/𠮷野川?max_candidates=0&min_similarity=1").json();
    assert_eq!(many.as_array().unwrap().len(), 1);
    server.get("/tmserver/nowhere/ja/en/unit/x").assert_problem(404, "not_found");
    server.get("/tmserver/ja/en/unit/x?jsoncallback=steal").assert_problem(400, "invalid_request");
    server.get("/tmserver/jp/en/unit/x").assert_problem(400, "invalid_request");
    server.get("/tmserver/ja/en/unit/x?min_similarity=viel").assert_problem(400, "invalid_request");
}

#[test]
fn units_and_files_are_stored_once() {
    let server = filled();
    assert_eq!(put(&server, "/tmserver/ja/en/unit/x", r#"{"source": "𠮷野川", "target": "Yoshino River"}"#).text(), "");
    assert_eq!(put(&server, "/tmserver/ja/en/unit/%E6%96%B0", r#"{"target": "new"}"#).status, 200);
    assert_eq!(server.get("/tmserver/ja/en/unit/新").json()[0]["target"], "new");
    let tmx = "<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>結晶</seg></tuv><tuv \
               xml:lang=\"en\"><seg>crystal</seg></tuv></tu></body></tmx>";
    server.create_projects(&["neu"]);
    assert_eq!(put(&server, "/tmserver/neu/ja/en/store/a.tmx", tmx).text(), "added 1 units from a.tmx");
    assert_eq!(put(&server, "/tmserver/neu/ja/en/store/a.tmx", tmx).text(), "added 0 units from a.tmx");
    let po = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"磁場\"\nmsgstr \"magnetic field\"\n";
    assert_eq!(put(&server, "/tmserver/ja/en/store/a.po", po).text(), "added 1 units from a.po");
    assert_eq!(server.get("/tmserver/neu/ja/en/unit/結晶").json()[0]["target"], "crystal");
    assert_eq!(server.get("/tmserver/default/ja/en/unit/結晶").json(), json!([]), "another project");
    server.send("PUT", "/tmserver/ja/en/store/x", "ja,en\na,b\n").assert_problem(415, "unsupported_media_type");
    server.send("PUT", "/tmserver/ja/en/unit/x", "{").assert_problem(400, "invalid_json");
    server
        .send("PUT", "/tmserver/ja/en/unit/x", r#"{"source": "a", "target": " "}"#)
        .assert_problem(400, "invalid_request");
}

#[test]
fn units_from_callers_without_the_review_role_are_proposals() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (_, suggest) = server.token("suggest", Role::Suggest, None);
    let (_, review) = server.token("review", Role::Review, None);
    let send = |token: &str, path: &str, body: &str| {
        let request = Request::new("PUT", path).header("authorization", &format!("Bearer {token}"));
        let answer = request.body(body.as_bytes()).send(server.address);
        assert_eq!(answer.status, 200, "{}", answer.text());
    };
    let tmx = "<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>三</seg></tuv><tuv \
               xml:lang=\"en\"><seg>three</seg></tuv></tu></body></tmx>";
    send(&suggest, "/tmserver/ja/en/unit/x", r#"{"source": "一", "target": "one"}"#);
    send(&suggest, "/tmserver/ja/en/store/a.tmx", tmx);
    send(&review, "/tmserver/ja/en/unit/x", r#"{"source": "二", "target": "two"}"#);
    let reviews: Vec<(String, String)> = server.beside(async |service| {
        let project = service.project_id("default").await.unwrap();
        let all = service.store().snapshot().await.unwrap().segments(&[project], None, 10).await.unwrap();
        all.iter().map(|one| (one.segment.target.clone(), one.review.as_str().to_owned())).collect()
    });
    let told = |target: &str, review: &str| (target.to_owned(), review.to_owned());
    assert_eq!(reviews, [told("one", "candidate"), told("three", "candidate"), told("two", "approved")]);
    let value: Value = Request::new("GET", &format!("/t/{review}/tmserver/ja/en/unit/二")).send(server.address).json();
    assert_eq!(value[0]["target"], "two");
}
