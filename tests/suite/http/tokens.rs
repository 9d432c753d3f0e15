//! Tokens over HTTP: who may list, create and revoke which.

use serde_json::{Value, json};
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::Server;
use super::client::{Answer, Request};

fn closed() -> Server {
    Server::told(None, Overrides { require_token: true, ..Overrides::default() })
}

fn send(server: &Server, token: &str, method: &str, path: &str, body: &Value) -> Answer {
    let request = Request::new(method, path).header("authorization", &format!("Bearer {token}"));
    let body = if body.is_null() { String::new() } else { body.to_string() };
    request.header("content-type", "application/json").body(body.as_bytes()).send(server.address)
}

fn names(answer: &Answer) -> Vec<String> {
    let tokens = answer.json()["tokens"].clone();
    tokens.as_array().unwrap().iter().map(|token| token["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_administrator_creates_lists_and_revokes_tokens_and_each_is_shown_once() {
    let server = closed();
    let (_, admin) = server.token("管理", Role::Admin, None);
    let wanted =
        json!({"name": "山田さんの OmegaT", "role": "suggest", "projects": ["default"], "expires": "2099-01-01"});
    let made = send(&server, &admin, "POST", "/v1/tokens", &wanted);
    assert_eq!(made.status, 201, "{}", made.text());
    assert_eq!(made.header("cache-control"), Some("no-store"));
    let made = made.json();
    let token = made["token"].as_str().unwrap().to_owned();
    for (member, value) in [
        ("name", json!("山田さんの OmegaT")),
        ("role", json!("suggest")),
        ("projects", json!(["default"])),
        ("expires_on", json!("2099-01-01")),
        ("created_by", json!("管理")),
        ("revoked_at", Value::Null),
    ] {
        assert_eq!(made[member], value, "{member}");
    }
    assert_eq!(send(&server, &token, "GET", "/v1/projects", &Value::Null).status, 200);
    let all = send(&server, &admin, "POST", "/v1/tokens", &json!({"name": "全部", "role": "read", "projects": null}));
    assert_eq!((all.status, &all.json()["projects"], &all.json()["expires_on"]), (201, &Value::Null, &Value::Null));
    let listed = send(&server, &admin, "GET", "/v1/tokens", &Value::Null);
    assert_eq!(names(&listed), ["管理", "山田さんの OmegaT", "全部"]);
    assert!(!listed.text().contains(token.rsplit('_').next().unwrap()) && !listed.text().contains("hash"));
    let id = made["id"].as_i64().unwrap();
    for _ in 0..2 {
        let gone = send(&server, &admin, "DELETE", &format!("/v1/tokens/{id}"), &Value::Null);
        assert_eq!((gone.status, gone.body.len()), (204, 0));
    }
    send(&server, &token, "GET", "/v1/projects", &Value::Null).assert_problem(401, "unauthorized");
    let listed = send(&server, &admin, "GET", "/v1/tokens", &Value::Null).json();
    assert_eq!(listed["tokens"][1]["revoked_by"], "管理");
    send(&server, &admin, "DELETE", "/v1/tokens/999", &Value::Null).assert_problem(404, "not_found");
    let changes = send(&server, &admin, "GET", "/v1/changes", &Value::Null);
    assert!(!changes.text().contains(token.rsplit('_').next().unwrap()));
}

#[test]
fn an_administrator_of_some_projects_sees_and_makes_tokens_of_those_only() {
    let server = closed();
    let (everywhere, _) = server.token("全体", Role::Admin, None);
    let (_, brain) = server.token("脳の管理", Role::Admin, Some(&["脳", "心臓"]));
    let (both, _) = server.token("脳と腸", Role::Read, Some(&["脳", "腸"]));
    let (bowel, _) = server.token("腸", Role::Read, Some(&["腸"]));
    let (heart, _) = server.token("心臓", Role::Read, Some(&["心臓"]));
    assert_eq!(names(&send(&server, &brain, "GET", "/v1/tokens", &Value::Null)), ["脳の管理", "心臓"]);
    for (id, status) in [(everywhere, 404), (both, 404), (bowel, 404), (heart, 204)] {
        let answer = send(&server, &brain, "DELETE", &format!("/v1/tokens/{id}"), &Value::Null);
        assert_eq!(answer.status, status, "{id}: {}", answer.text());
    }
    for (number, (projects, status)) in [
        (json!(["脳"]), 201),
        (json!(["脳", "心臓"]), 201),
        (json!(["腸"]), 404),
        (json!(["脳", "腸"]), 404),
        (json!(["無い"]), 404),
        (json!([]), 400),
        (Value::Null, 403),
    ]
    .into_iter()
    .enumerate()
    {
        let wanted = json!({"name": format!("新 {number}"), "role": "admin", "projects": projects});
        let answer = send(&server, &brain, "POST", "/v1/tokens", &wanted);
        assert_eq!(answer.status, status, "{projects}: {}", answer.text());
    }
    let missing = json!({"name": "新", "role": "read"});
    send(&server, &brain, "POST", "/v1/tokens", &missing).assert_problem(403, "forbidden");
    for role in [Role::Read, Role::Suggest, Role::Review] {
        let (_, token) = server.token(role.as_str(), role, None);
        for (method, path) in [("GET", "/v1/tokens"), ("POST", "/v1/tokens"), ("DELETE", "/v1/tokens/1")] {
            let wanted = json!({"name": "x", "role": "read", "projects": ["脳"]});
            let body = if method == "POST" { &wanted } else { &Value::Null };
            send(&server, &token, method, path, body).assert_problem(403, "forbidden");
        }
    }
}

#[test]
fn a_token_that_could_not_be_used_is_not_made() {
    let server = Server::open();
    let good = json!({"name": "訳者", "role": "read", "projects": ["default"]});
    for (change, status, code) in [
        (json!({"name": ""}), 400, "invalid_request"),
        (json!({"name": " "}), 400, "invalid_request"),
        (json!({"name": "a\nb"}), 400, "invalid_request"),
        (json!({"name": "あ".repeat(201)}), 400, "invalid_request"),
        (json!({"name": "API"}), 400, "invalid_request"),
        (json!({"role": "owner"}), 400, "invalid_json"),
        (json!({"role": null}), 400, "invalid_json"),
        (json!({"projects": "default"}), 400, "invalid_json"),
        (json!({"projects": []}), 400, "invalid_request"),
        (json!({"projects": ["無い"]}), 404, "not_found"),
        (json!({"expires": "2020-01-01"}), 400, "invalid_request"),
        (json!({"expires": "明日"}), 400, "invalid_request"),
        (json!({"expires": "２０９９-01-01"}), 400, "invalid_request"),
        (json!({"secret": "x"}), 400, "invalid_json"),
    ] {
        let mut body = good.clone();
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        server.post_json("/v1/tokens", &body).assert_problem(status, code);
    }
    assert_eq!(server.get("/v1/tokens").json(), json!({"tokens": []}));
    assert_eq!(server.post_json("/v1/tokens", &good).status, 201);
    server.post_json("/v1/tokens", &good).assert_problem(409, "already_exists");
    assert!(
        server.get("/v1/projects").json()["projects"].as_array().unwrap().iter().all(|one| one["name"] == "default")
    );
}
