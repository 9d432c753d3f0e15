//! Glossaries and memories in the protocol of `DeepL`: how they change the term base, and what remains after deletion.

use serde_json::{Value, json};
use taiyaku::config::Overrides;
use taiyaku::model::{Role, Usage};

use super::Server;
use super::client::{Answer, Request};

fn made(server: &Server, name: &str, entries: &str) -> String {
    let list = json!({"source_lang": "JA", "target_lang": "EN", "entries": entries, "entries_format": "tsv"});
    let answer = server.post_json("/v3/glossaries", &json!({"name": name, "dictionaries": [list]}));
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["glossary_id"].as_str().unwrap().to_owned()
}

fn put(server: &Server, id: &str, entries: &str) -> Answer {
    let body = json!({"source_lang": "ja", "target_lang": "en", "entries": entries}).to_string();
    let request = Request::new("PUT", &format!("/v3/glossaries/{id}/dictionaries"));
    request.header("content-type", "application/json").body(body.as_bytes()).send(server.address)
}

fn entries(server: &Server, id: &str) -> String {
    let answer = server.get(&format!("/v3/glossaries/{id}/entries?source_lang=JA&target_lang=EN"));
    answer.json()["dictionaries"][0]["entries"].as_str().unwrap_or_default().to_owned()
}

/// The glossary that shows a project.
fn of_project(server: &Server, name: &str) -> Option<Value> {
    let all = server.get("/v3/glossaries").json();
    all["glossaries"].as_array().unwrap().iter().find(|one| one["name"] == name).cloned()
}

/// The English terms of a concept found by its Japanese name: text, usage, review.
fn english(server: &Server, ja: &str) -> Vec<(String, String, String)> {
    let found = server.get(&format!("/v1/terms?q={ja}&kind=exact")).json();
    let terms = found["matches"].as_array().unwrap().iter().flat_map(|hit| hit["concept"]["terms"].as_array().unwrap());
    let word = |term: &Value, name: &str| term[name].as_str().unwrap().to_owned();
    let mut terms: Vec<_> = terms
        .filter(|term| term["lang"] == "en")
        .map(|term| (word(term, "text"), word(term, "usage"), word(term, "review")))
        .collect();
    terms.sort();
    terms
}

fn told(text: &str, usage: &str, review: &str) -> (String, String, String) {
    (text.to_owned(), usage.to_owned(), review.to_owned())
}

fn refused(answer: &Answer, status: u16, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    let problem = answer.json();
    assert!(problem["message"].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains(words), "`{words}` is not in {problem}");
}

#[test]
fn entries_join_existing_concepts_and_are_removed_without_a_trace() {
    let server = Server::with_release();
    let before = english(&server, "視床下部");
    assert_eq!(before, [told("hypothalamus", "preferred", "suggested")]);
    let id = of_project(&server, "default").unwrap()["glossary_id"].as_str().unwrap().to_owned();
    let shown = entries(&server, &id);
    assert!(shown.contains("視床下部\thypothalamus") && shown.contains("神経細胞\tneuron"), "{shown}");

    let answer = put(&server, &id, "視床下部\tsubthalamus\n前葉\tanterior lobe");
    assert_eq!(answer.json(), json!({"source_lang": "ja", "target_lang": "en", "entry_count": 3}));
    let during = [told("hypothalamus", "admitted", "suggested"), told("subthalamus", "preferred", "approved")];
    assert_eq!(english(&server, "視床下部"), during);
    assert_eq!(server.get("/v1/terms?q=視床下部&kind=exact").json()["matches"].as_array().unwrap().len(), 1);
    assert!(entries(&server, &id).starts_with("視床下部\tsubthalamus\n前葉\tanterior lobe\n"));
    let revision = server.get("/ready").json()["revision"].clone();
    put(&server, &id, "視床下部\tsubthalamus\n前葉\tanterior lobe");
    let unchanged = english(&server, "視床下部");
    assert_eq!(unchanged, during, "the same again changes nothing, from {revision}");

    assert_eq!(put(&server, &id, "前葉\tfront lobe").json()["entry_count"], 3);
    assert_eq!(english(&server, "視床下部"), before);
    assert_eq!(english(&server, "前葉"), [told("front lobe", "preferred", "approved")], "the former word is gone");

    assert_eq!(server.send("DELETE", &format!("/v3/glossaries/{id}"), "").status, 204);
    assert_eq!(english(&server, "前葉"), []);
    assert_eq!(entries(&server, &id), shown);
    assert!(server.get("/v1/sources").json()["sources"].as_array().unwrap().is_empty());
    refused(&server.send("DELETE", &format!("/v3/glossaries/{id}"), ""), 400, "nothing to delete");
}

#[test]
fn a_decision_of_a_person_stays_and_the_glossary_still_lists_its_entries() {
    let server = Server::with_release();
    let find = |text: &str| {
        let found = server.get("/v1/terms?q=視床下部&kind=exact").json();
        let terms = found["matches"][0]["concept"]["terms"].as_array().unwrap().clone();
        terms.iter().find(|term| term["text"] == text).unwrap()["id"].as_i64().unwrap()
    };
    let decide = |act: Value| {
        let answer = server.post_json("/v1/review/decisions", &json!({"decisions": [act]}));
        assert_eq!(answer.status, 200, "{}", answer.text());
    };
    decide(json!({"kind": "accept", "term_id": find("hypothalamus")}));
    let id = of_project(&server, "default").unwrap()["glossary_id"].as_str().unwrap().to_owned();
    put(&server, &id, "視床下部\tsubthalamus");
    let now = english(&server, "視床下部");
    assert_eq!(now, [told("hypothalamus", "preferred", "approved"), told("subthalamus", "admitted", "approved")]);
    assert!(entries(&server, &id).starts_with("視床下部\tsubthalamus\n"));
    // What was decided on while it was in stays when it goes.
    decide(json!({"kind": "usage", "term_id": find("subthalamus"), "usage": Usage::Preferred}));
    assert_eq!(server.send("DELETE", &format!("/v2/glossaries/{id}"), "").status, 204);
    let usages: Vec<String> = english(&server, "視床下部").into_iter().map(|(_, usage, _)| usage).collect();
    assert_eq!(usages, ["admitted", "preferred"]);
}

#[test]
fn a_new_glossary_is_a_project_that_is_deleted_with_it_unless_others_added_to_it() {
    let server = Server::open();
    let projects = |server: &Server| -> Vec<String> {
        let all = server.get("/v1/projects").json();
        all["projects"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let first = made(&server, "press", "格子\tlattice\n格子定数\tlattice\n𠮷野　川\tYoshino");
    let second = made(&server, "press", "格子\tgrid");
    assert_eq!(projects(&server), ["default", "press", "press (2)"]);
    assert_eq!(entries(&server, &first), "格子\tlattice\n格子定数\tlattice\n𠮷野　川\tYoshino");
    assert_eq!(entries(&server, &second), "格子\tgrid");
    let id = second.to_uppercase();
    assert_eq!(server.get(&format!("/v2/glossaries/{id}")).json()["entry_count"], 1, "numbers in any case");
    assert_eq!(server.send("DELETE", &format!("/v3/glossaries/{second}"), "").status, 204);
    refused(&server.get(&format!("/v3/glossaries/{second}")), 404, "No glossary");
    assert_eq!(projects(&server), ["default", "press"]);
    let sent = server.send("POST", "/v1/releases?name=a.txt&project=press", super::RELEASE);
    assert_eq!(sent.status, 201);
    assert_eq!(server.send("DELETE", &format!("/v3/glossaries/{first}"), "").status, 204);
    assert_eq!(projects(&server), ["default", "press"], "what others put in is not the glossary's to delete");
    let left = of_project(&server, "press").unwrap();
    assert_eq!(left["dictionaries"][0]["entry_count"], 2);
    assert_eq!(english(&server, "格子"), []);
}

#[test]
fn invalid_lists_are_refused_by_row_and_leave_nothing_behind() {
    let server = Server::open();
    let long = "あ".repeat(342);
    let large = "a\tb\n".repeat(3_000_000);
    for (entries, status, words) in [
        ("a\tb\n格子", 400, "row 2"),
        ("", 400, "no entry"),
        ("a\tb\nc\td\na\te", 400, "row 3: `a` is already in row 1"),
        ("a\t　b", 400, "white space"),
        ("a\tb\u{7}", 400, "U+0007"),
        (&format!("a\t{long}"), 400, "1026 bytes"),
        (&large, 413, "12000000 bytes"),
    ] {
        let body =
            json!({"name": "x", "source_lang": "JA", "target_lang": "EN", "entries": entries, "entries_format": "tsv"});
        refused(&server.post_json("/v2/glossaries", &body), status, words);
    }
    let list = |source: &str, target: &str| json!({"source_lang": source, "target_lang": target, "entries": "a\tb"});
    for (body, words) in [
        (json!({"name": "x", "dictionaries": [list("DE", "EN")]}), "glossaries from `de`"),
        (json!({"name": "x", "dictionaries": [list("JA", "EN"), list("ja", "en-US")]}), "one for each pair"),
        (json!({"name": "x", "dictionaries": []}), "at least one"),
        (json!({"name": " ", "dictionaries": [list("JA", "EN")]}), "`name`"),
        (json!({"dictionaries": [list("JA", "EN")]}), "missing field `name`"),
    ] {
        refused(&server.post_json("/v3/glossaries", &body), 400, words);
    }
    assert_eq!(server.get("/v1/projects").json()["projects"].as_array().unwrap().len(), 1, "only `default`");
    refused(&server.get("/v3/nothing"), 404, "nothing at this path");
}

#[test]
fn only_existing_translations_are_returned() {
    let server = Server::open();
    let pairs = json!([{"source": "圧力は3割下がった。", "target": "The pressure fell by 30 %."}]);
    assert_eq!(server.send("POST", "/tmserver/ja/en/store/x", &pairs.to_string()).status, 200);
    let id = made(&server, "g", "圧力計\tpressure gauge");
    let ask = |body: Value| server.post_json("/v2/translate", &body);
    let text = |answer: &Answer| answer.json()["translations"][0]["text"].as_str().map(str::to_owned);
    let exact = ask(json!({"text": ["圧力は3割下がった。"], "target_lang": "EN-US"}));
    assert_eq!(
        exact.json()["translations"][0],
        json!({"detected_source_language": "JA",
        "text": "The pressure fell by 30 %.", "billed_characters": 0})
    );
    let form = Request::new("POST", "/v2/translate").header("content-type", "application/x-www-form-urlencoded");
    let form = form.body("text=圧力は3割下がった。&target_lang=EN&source_lang=JA".as_bytes()).send(server.address);
    assert_eq!(text(&form).as_deref(), Some("The pressure fell by 30 %."));
    let term = ask(json!({"text": ["圧力計"], "source_lang": "JA", "target_lang": "EN", "glossary_id": id}));
    assert_eq!(text(&term).as_deref(), Some("pressure gauge"));
    let near = json!({"text": ["圧力は少し下がった。"], "source_lang": "JA", "target_lang": "EN"});
    refused(&ask(near.clone()), 400, "score of at least 100 for 1 of 1 texts: item 1 (`圧力は少し下がった。`)");
    let mut looser = near;
    looser["translation_memory_threshold"] = json!(60);
    assert_eq!(text(&ask(looser)).as_deref(), Some("The pressure fell by 30 %."));
    let several = json!({"text": ["圧力は3割下がった。", "圧力計", "別"], "source_lang": "JA", "target_lang": "EN"});
    refused(&ask(several), 400, "2 of 3 texts: item 2 (`圧力計`), item 3 (`別`)");
    for (body, status, words) in [
        (json!({"text": [], "target_lang": "EN"}), 400, "has 0 items"),
        (json!({"text": ["一"], "target_lang": "JA"}), 400, "language of the text"),
        (json!({"text": ["一"], "target_lang": "EN", "glossary_id": "x"}), 404, "No glossary"),
        (json!({"text": ["一"], "target_lang": "EN", "translation_memory_threshold": 101}), 400, "0 to 100"),
        (json!({"text": ["一"], "target_lang": "EN", "translation_memory_id": "x"}), 404, "No translation memory"),
    ] {
        refused(&ask(body), status, words);
    }
}

#[test]
fn the_file_of_a_job_is_uploaded_once_at_a_secret_address() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (_, token) = server.token("client", Role::Suggest, None);
    let (_, other) = server.token("other", Role::Admin, None);
    let send = |token: &str, method: &str, path: &str, body: &str| {
        let request = Request::new(method, path).header("authorization", &format!("DeepL-Auth-Key {token}"));
        request.body(body.as_bytes()).send(server.address)
    };
    let file =
        json!({"source_file": {"file_name": "a.tmx", "content_length": 9}, "parameters": {"display_name": "neu"}});
    let begun = send(&token, "POST", "/v3/translation_memories/import", &file.to_string()).json();
    let job = format!("/v3/translation_memories/jobs/{}", begun["job_id"].as_str().unwrap());
    let status = |token: &str| send(token, "GET", &job, "").json()["results"][0]["status"].clone();
    assert_eq!(status(&token), "awaiting_input");
    assert_eq!(status(&other), Value::Null, "another's job is nobody else's");
    let address = begun["upload_url"].as_str().unwrap();
    let path = address.strip_prefix(&format!("http://{}", server.address)).unwrap();
    let tmx = "<tmx version=\"1.4\"><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>結晶</seg></tuv><tuv \
               xml:lang=\"en\"><seg>crystal</seg></tuv></tu></body></tmx>";
    assert_eq!(server.send("PUT", path, tmx).status, 200, "no token is shown there");
    refused(&server.send("PUT", path, tmx), 400, "already received");
    let done = std::iter::repeat_with(|| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        send(&token, "GET", &job, "").json()["results"][0].clone()
    });
    let done = done.take(200).find(|result| result["status"] != "processing").unwrap();
    assert_eq!(done["status"], "completed", "{done}");
    let memory = format!("/v3/translation_memories/{}", done["translation_memory_id"].as_str().unwrap());
    let page = send(&token, "GET", &format!("{memory}/segments"), "").json();
    assert_eq!(page["segments"][0]["targets"][0]["target_text"], "crystal");
    let begun = send(&token, "POST", &format!("{memory}/export"), "").json();
    let job = format!("/v3/translation_memories/jobs/{}", begun["job_id"].as_str().unwrap());
    let ready = send(&token, "GET", &job, "").json();
    let address = ready["results"][0]["download_url"].as_str().unwrap().to_owned();
    let path = address.strip_prefix(&format!("http://{}", server.address)).unwrap().to_owned();
    let got = Request::new("GET", &path).header("accept-encoding", "gzip").send(server.address);
    assert!(got.text().contains("<seg>結晶</seg>"), "as it is, whatever the program accepts");
    assert_eq!(send(&token, "GET", &job, "").json()["results"][0]["status"], "downloaded");
    refused(&server.get(&format!("{path}x")), 404, "no file at this address");
    refused(&send(&token, "DELETE", &memory, ""), 403, "");
    assert_eq!(send(&other, "DELETE", &memory, "").status, 204);
    let again = send(&token, "POST", "/v3/translation_memories/import", &file.to_string()).json();
    let path = again["upload_url"].as_str().unwrap().replace(&format!("http://{}", server.address), "");
    assert_eq!(server.send("PUT", &path, tmx).status, 200);
    let job = format!("/v3/translation_memories/jobs/{}", again["job_id"].as_str().unwrap());
    let done = std::iter::repeat_with(|| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        send(&token, "GET", &job, "").json()["results"][0].clone()
    });
    let done = done.take(200).find(|result| result["status"] != "processing").unwrap();
    assert_eq!(done["status"], "completed", "what was deleted can be imported again: {done}");
}
