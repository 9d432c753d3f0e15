//! Projects over HTTP: what creates one, under which names, how one is read, renamed, filled, emptied and deleted, and by whom.

use serde_json::{Value, json};
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::client::{Answer, Request};
use super::{RELEASE, Server};

/// The names of all projects.
fn names(server: &Server) -> Vec<String> {
    let projects = server.get("/v1/projects").json();
    projects["projects"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_project_is_created_read_renamed_filled_emptied_and_deleted() {
    let server = Server::open();
    let made = server.post_json("/v1/projects", &json!({"name": "広報 2026", "starter": ["physics"]}));
    assert_eq!((made.status, &made.json()["starter"]), (201, &json!(["physics"])));
    let path = made.header("location").unwrap().to_owned();
    assert_eq!(path, "/v1/projects/%E5%BA%83%E5%A0%B1%202026");
    let read = server.get(&path).json();
    assert_eq!(read["project"]["name"], "広報 2026");
    assert!(read["counts"]["terms"].as_u64().unwrap() > 100, "{read}");
    server.post_json("/v1/projects", &json!({"name": "広報 2026"})).assert_problem(409, "already_exists");
    server.send_json("PATCH", &path, &json!({"name": "default"})).assert_problem(409, "already_exists");
    let renamed = server.send_json("PATCH", &path, &json!({"name": "press"}));
    assert_eq!((renamed.status, &renamed.json()["name"]), (200, &json!("press")));
    server.get(&path).assert_problem(404, "not_found");

    let has = |answer: Answer| {
        let fields = answer.json()["fields"].as_array().unwrap().clone();
        let own: Vec<Value> =
            fields.iter().filter(|field| field["in_project"] == true).map(|f| f["field"].clone()).collect();
        own
    };
    assert_eq!(has(server.get("/v1/projects/press/starter")), ["physics"]);
    let added = server.post_json("/v1/projects/press/starter", &json!({"fields": ["life-sciences"]}));
    assert_eq!(has(added), ["life-sciences", "physics"]);
    assert_eq!(has(server.send("DELETE", "/v1/projects/press/starter?field=physics", "")), ["life-sciences"]);
    assert_eq!(has(server.send("DELETE", "/v1/projects/press/starter", "")), Vec::<Value>::new());
    assert_eq!(server.get("/v1/projects/press").json()["counts"]["terms"], 0);
    assert_eq!(has(server.post_json("/v1/projects/press/starter", &json!({}))).len(), 11);
    let unknown = server.post_json("/v1/projects/press/starter", &json!({"fields": ["magic"]}));
    unknown.assert_problem(400, "invalid_request");
    server.send("DELETE", "/v1/projects/press/starter?field=magic", "").assert_problem(400, "invalid_request");

    assert_eq!(server.send("DELETE", "/v1/projects/press", "").status, 204);
    for (method, path) in [
        ("GET", "/v1/projects/press"),
        ("DELETE", "/v1/projects/press"),
        ("GET", "/v1/projects/press/starter"),
        ("DELETE", "/v1/projects/press/starter"),
    ] {
        server.send(method, path, "").assert_problem(404, "not_found");
    }
    server.send_json("PATCH", "/v1/projects/press", &json!({"name": "a"})).assert_problem(404, "not_found");
    server.post_json("/v1/projects/press/starter", &json!({})).assert_problem(404, "not_found");
    assert_eq!(server.send("DELETE", "/v1/projects/default", "").status, 204);
    assert_eq!(names(&server), ["default"]);
}

#[test]
fn a_new_project_has_the_starter_terms_that_were_asked_for() {
    let server = Server::open();
    for (body, fields) in [
        (json!({"name": "a"}), 11),
        (json!({"name": "b", "starter": []}), 0),
        (json!({"name": "c", "starter": ["physics", "earth-space"]}), 2),
    ] {
        let made = server.post_json("/v1/projects", &body).json();
        assert_eq!(made["starter"].as_array().unwrap().len(), fields, "{body}");
    }
    let refused = server.post_json("/v1/projects", &json!({"name": "d", "starter": ["magic"]}));
    refused.assert_problem(400, "invalid_request");
    assert!(refused.text().contains("physics"), "{}", refused.text());
}

#[test]
fn a_name_that_no_project_can_have_is_refused_wherever_it_comes_from() {
    let server = Server::open();
    let long = "あ".repeat(101);
    for name in ["", " a", "a ", "a,b", "a/b", "a\\b", "a\nb", ".", "..", &long] {
        server.post_json("/v1/projects", &json!({"name": name})).assert_problem(400, "invalid_request");
        let renamed = server.send_json("PATCH", "/v1/projects/default", &json!({"name": name}));
        renamed.assert_problem(400, "invalid_request");
        let file =
            json!({"source_file": {"file_name": "m.tmx", "content_length": 9}, "parameters": {"display_name": name}});
        let memory = server.post_json("/v3/translation_memories/import", &file);
        assert_eq!(memory.status, 400, "{name}: {}", memory.text());
    }
    // A glossary of another program keeps its name; its project has one that it can have.
    let glossary = json!({"name": "物理/化学, 1", "source_lang": "JA", "target_lang": "EN", "entries": "格子\tlattice",
        "entries_format": "tsv"});
    let made = server.post_json("/v2/glossaries", &glossary);
    assert_eq!((made.status, &made.json()["name"]), (201, &json!("物理/化学, 1")));
    assert_eq!(names(&server), ["default", "物理-化学- 1"]);
}

#[test]
fn what_is_added_to_a_project_that_does_not_exist_is_not_found_and_creates_none() {
    let server = Server::open();
    let pair = json!({"project": "defualt", "source": "海馬だ。", "target": "The hippocampus.", "source_lang": "ja", "target_lang": "en"});
    let term = json!({"project": "defualt", "ja": "海馬", "en": "hippocampus"});
    let unit = json!({"source": "密度", "target": "density"});
    for answer in [
        server.send("POST", "/v1/releases?name=a.txt&project=defualt", RELEASE),
        server.post_json("/v1/terms", &term),
        server.post_json("/v1/segments", &pair),
        server.post_json("/v1/checks/ignores", &json!({"project": "defualt", "key": "numbers|1"})),
        server.send_json("PUT", "/v1/checks/settings?project=defualt", &json!({})),
        server.send("POST", "/v1/review/sheet?project=defualt", "term,revision,decision\n1,1,accept\n"),
        server.post_json("/v1/projects/defualt/starter", &json!({})),
        server.post_json("/tmserver/defualt/ja/en/unit/x", &unit),
        server.send_json("PUT", "/tmserver/defualt/ja/en/store/x", &json!([unit])),
    ] {
        assert!(answer.status == 404 || answer.json()["code"] == "invalid_request", "{}", answer.text());
    }
    assert_eq!(names(&server), ["default"]);
}

#[test]
fn a_token_for_some_projects_administers_those_and_creates_none() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    server.create_projects(&["心臓", "脳"]);
    let (_, token) = server.token("heart", Role::Admin, Some(&["心臓"]));
    let send = |method: &str, path: &str, body: &Value| {
        let request = Request::new(method, path).header("authorization", &format!("Bearer {token}"));
        let request = request.header("content-type", "application/json").body(body.to_string().as_bytes());
        request.send(server.address)
    };
    let (heart, brain) = ("/v1/projects/%E5%BF%83%E8%87%93", "/v1/projects/%E8%84%B3");
    send("POST", "/v1/projects", &json!({"name": "腸"})).assert_problem(403, "forbidden");
    send("PATCH", brain, &json!({"name": "腸"})).assert_problem(404, "not_found");
    send("DELETE", brain, &json!({})).assert_problem(404, "not_found");
    send("POST", &format!("{brain}/starter"), &json!({})).assert_problem(404, "not_found");
    assert_eq!(send("POST", &format!("{heart}/starter"), &json!({"fields": ["physics"]})).status, 200);
    assert_eq!(send("PATCH", heart, &json!({"name": "heart"})).status, 200);
    // The token goes with the project.
    assert_eq!(send("GET", "/v1/projects/heart", &json!({})).json()["project"]["starter"], json!(["physics"]));
    assert_eq!(send("DELETE", "/v1/projects/heart", &json!({})).status, 204);
}
