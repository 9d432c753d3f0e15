//! Browser sessions: what a cookie is good for, for whom, and until when.

use std::fs;

use serde_json::{Value, json};
use taiyaku::app::access::SESSION_DAYS;
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::client::{Answer, Request};
use super::{RELEASE, Server};

const EDITOR: &str = "https://editor.example";

pub(super) fn closed() -> Server {
    Server::told(None, Overrides { require_token: true, ..Overrides::default() })
}

/// Logs in from a page of the server.
pub(super) fn log_in(server: &Server, token: &str) -> Answer {
    from_page(server, "POST", "/v1/session").body(json!({ "token": token }).to_string().as_bytes()).send(server.address)
}

/// A request of a page of the server.
pub(super) fn from_page(server: &Server, method: &str, path: &str) -> Request {
    let request = Request::new(method, path).header("taiyaku-client", "workbench");
    let request =
        request.header("origin", &format!("http://{}", server.address)).header("sec-fetch-site", "same-origin");
    request.header("content-type", "application/json")
}

/// The cookie that an answer sets, as a browser sends it.
pub(super) fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie").unwrap_or_else(|| panic!("no cookie: {}", answer.text()));
    set.split(';').next().unwrap().to_owned()
}

pub(super) fn session(server: &Server, cookie: &str) -> Answer {
    from_page(server, "GET", "/v1/session").header("cookie", cookie).send(server.address)
}

#[test]
fn a_token_opens_a_session_whose_secret_no_script_can_read_and_no_file_has() {
    let server = closed();
    let (_, token) = server.token("山田", Role::Review, Some(&["default", "脳"]));
    let nobody = json!({"name": null, "role": null, "projects": null, "by": null, "default_project": null,
        "version": env!("CARGO_PKG_VERSION")});
    assert_eq!(server.get("/v1/session").json(), nobody);
    server.get("/v1/projects").assert_problem(401, "unauthorized");
    let answer = log_in(&server, &format!(" {token}\n"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let yamada = |by: &str| {
        json!({"name": "山田", "role": "review", "projects": ["default", "脳"], "by": by, "default_project": "default",
            "version": env!("CARGO_PKG_VERSION")})
    };
    assert_eq!(answer.json(), yamada("cookie"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let set = answer.header("set-cookie").unwrap();
    let seconds = SESSION_DAYS * 24 * 60 * 60;
    assert!(set.ends_with(&format!("; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict")), "{set}");
    let cookie = cookie(&answer);
    let secret = cookie.strip_prefix("taiyaku_session=").unwrap();
    assert!(secret.len() >= 32 && !token.contains(secret), "{secret}");
    assert_eq!(session(&server, &cookie).json(), yamada("cookie"));
    let listed = Request::new("GET", "/v1/projects").header("cookie", &cookie).send(server.address);
    assert_eq!(listed.json()["projects"].as_array().unwrap().len(), 2);
    let bearer = Request::new("GET", "/v1/session").header("authorization", &format!("Bearer {token}"));
    assert_eq!(bearer.send(server.address).json(), yamada("token"));
    // What is written in its name is recorded under its name.
    let made = from_page(&server, "POST", "/v1/terms").header("cookie", &cookie);
    let made = made.body(json!({"ja": "海馬", "en": "hippocampus"}).to_string().as_bytes()).send(server.address);
    assert_eq!(made.status, 201, "{}", made.text());
    let changes = Request::new("GET", "/v1/changes").header("cookie", &cookie).send(server.address).json();
    assert_eq!(changes["changes"].as_array().unwrap().last().unwrap()["actor"], "山田");
    assert!(!changes.to_string().contains(secret));
    for file in fs::read_dir(server.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(secret.len()).any(|some| some == secret.as_bytes()), "a file has the secret");
    }
}

#[test]
fn a_cookie_counts_only_for_what_a_page_of_this_server_asks_for() {
    let overrides = Overrides { allowed_origins: vec![EDITOR.to_owned()], require_token: true, ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (_, token) = server.token("山田", Role::Admin, None);
    let cookie = cookie(&log_in(&server, &token));
    let own = format!("http://{}", server.address);
    let (own, secure) = (own.as_str(), own.replace("http:", "https:"));
    let neighbour = "http://127.0.0.1:1";
    let navigation = Some(["navigate", "document"]);
    for (method, client, origin, site, mode, allowed) in [
        // Reading: what the browser opens, and what pages of the server fetch.
        ("GET", false, None, None, None, true),
        ("GET", false, None, Some("none"), navigation, true),
        ("GET", false, None, Some("same-origin"), None, true),
        ("GET", false, Some(own), Some("same-origin"), None, true),
        ("GET", false, None, Some("same-site"), navigation, true),
        ("GET", false, None, Some("same-site"), None, false),
        ("GET", true, None, Some("same-site"), None, false),
        ("GET", false, None, Some("cross-site"), None, false),
        ("GET", true, None, Some("cross-site"), None, false),
        ("GET", false, None, Some("cross-site"), navigation, false),
        ("GET", false, Some("https://evil.example"), None, None, false),
        ("GET", false, Some(EDITOR), Some("cross-site"), None, false),
        ("GET", false, Some(EDITOR), None, None, false),
        ("GET", false, Some("null"), None, None, false),
        ("GET", false, Some(neighbour), Some("same-site"), None, false),
        ("GET", false, None, Some("anything"), None, false),
        // Everything else: the header, and the server's own origin, one way or the other.
        ("POST", true, Some(own), Some("same-origin"), None, true),
        ("POST", true, Some(own), None, None, true),
        ("POST", true, Some(secure.as_str()), None, None, true),
        ("POST", true, None, Some("same-origin"), None, true),
        ("POST", true, None, None, None, false),
        ("POST", false, Some(own), Some("same-origin"), None, false),
        ("POST", false, None, Some("same-origin"), None, false),
        ("POST", false, None, None, None, false),
        ("POST", true, Some(own), Some("same-site"), None, false),
        ("POST", true, Some(own), Some("cross-site"), None, false),
        ("POST", true, Some(own), Some("none"), None, false),
        ("POST", true, Some(neighbour), None, None, false),
        ("POST", true, Some(neighbour), Some("same-origin"), None, false),
        ("POST", true, Some("https://evil.example"), None, None, false),
        ("POST", true, Some(EDITOR), Some("cross-site"), None, false),
        ("POST", true, Some("null"), None, None, false),
        ("DELETE", true, None, None, None, false),
        ("DELETE", false, Some(own), Some("same-origin"), None, false),
        ("PATCH", false, Some(own), Some("same-origin"), None, false),
        ("PUT", false, Some(own), Some("same-origin"), None, false),
    ] {
        let path = match method {
            "POST" => "/v1/releases?name=a.txt",
            "PATCH" => "/v1/projects/default",
            "PUT" => "/v1/checks/settings?project=default",
            _ => "/v1/releases/1",
        };
        let mut request = Request::new(method, if method == "GET" { "/v1/projects" } else { path });
        request = request.header("cookie", &cookie);
        if client {
            request = request.header("taiyaku-client", "workbench");
        }
        for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        if let Some([mode, destination]) = mode {
            request = request.header("sec-fetch-mode", mode).header("sec-fetch-dest", destination);
        }
        let answer = request.body(if method == "POST" { RELEASE.as_bytes() } else { b"" }).send(server.address);
        let row = format!("{method} client: {client} {origin:?} {site:?} {mode:?}");
        if allowed {
            assert!(answer.status < 300, "{row}: {}", answer.text());
        } else {
            assert_eq!((answer.status, &answer.json()["code"]), (403, &json!("origin_not_allowed")), "{row}");
        }
    }
    // A page of another site is not even told that it might send the header.
    let preflight = Request::new("OPTIONS", "/v1/releases").header("origin", EDITOR);
    let preflight = preflight.header("access-control-request-method", "POST").send(server.address);
    assert!(!preflight.header("access-control-allow-headers").unwrap().contains("taiyaku-client"));
    assert_eq!(preflight.header("access-control-allow-credentials"), None);
}

#[test]
fn only_a_page_of_this_server_can_log_a_browser_in() {
    let server = closed();
    let (_, token) = server.token("悪意", Role::Read, None);
    let own = format!("http://{}", server.address);
    for (origin, site, media, status) in [
        (None, None, "application/json", 200),
        (Some(own.as_str()), Some("same-origin"), "application/json", 200),
        (Some("https://evil.example"), Some("cross-site"), "application/json", 403),
        (Some("https://evil.example"), None, "application/json", 403),
        (None, Some("cross-site"), "application/json", 403),
        (Some("http://127.0.0.1:1"), Some("same-site"), "application/json", 403),
        (None, Some("same-site"), "application/json", 403),
        (Some("null"), None, "application/json", 403),
        // What a form can send without asking first.
        (Some(own.as_str()), None, "text/plain", 415),
        (Some(own.as_str()), None, "application/x-www-form-urlencoded", 415),
    ] {
        let mut request = Request::new("POST", "/v1/session").header("content-type", media);
        for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let answer = request.body(json!({ "token": token }).to_string().as_bytes()).send(server.address);
        assert_eq!(answer.status, status, "{origin:?} {site:?} {media}: {}", answer.text());
        assert_eq!(answer.header("set-cookie").is_some(), status == 200, "{origin:?} {site:?} {media}");
    }
}

#[test]
fn this_machine_needs_no_session_and_a_cookie_of_another_server_does_no_harm() {
    let server = Server::open();
    let (_, token) = server.token("山田", Role::Read, Some(&["脳"]));
    let local = json!({"name": null, "role": "admin", "projects": null, "by": "loopback", "default_project": "default",
        "version": env!("CARGO_PKG_VERSION")});
    assert_eq!(server.get("/v1/session").json(), local);
    let foreign = format!("taiyaku_session={}", "0".repeat(48));
    let answer = session(&server, &foreign);
    assert_eq!((answer.json(), answer.header("set-cookie")), (local.clone(), None));
    let posted = Request::new("POST", "/v1/releases?name=a.txt").header("cookie", &foreign).body(RELEASE.as_bytes());
    assert_eq!(posted.send(server.address).status, 201);
    // Whoever logs in here has the rights and the name of the token, as elsewhere.
    let own = cookie(&log_in(&server, &token));
    let yamada = session(&server, &own).json();
    assert_eq!((&yamada["name"], &yamada["default_project"]), (&json!("山田"), &json!("脳")));
    from_page(&server, "DELETE", "/v1/releases/1")
        .header("cookie", &own)
        .send(server.address)
        .assert_problem(403, "forbidden");
    // A name that somebody has pointed at this machine.
    for (method, path) in [("GET", "/v1/session"), ("POST", "/v1/session"), ("DELETE", "/v1/session"), ("GET", "/")] {
        let rebound = from_page(&server, method, path).header("host", "rebound.example:8722");
        let body = json!({ "token": token }).to_string();
        rebound.body(body.as_bytes()).send(server.address).assert_problem(403, "host_not_allowed");
    }
    let cross = Request::new("GET", "/v1/session").header("sec-fetch-site", "cross-site").send(server.address);
    cross.assert_problem(403, "origin_not_allowed");
    // Through a proxy it is another machine, where somebody may log in.
    let through = |request: Request| request.header("x-forwarded-for", "198.51.100.1").header("host", "terms.example");
    let nobody = through(Request::new("GET", "/v1/session")).send(server.address);
    assert_eq!((nobody.status, &nobody.json()["by"]), (200, &Value::Null));
    let body = json!({ "token": token }).to_string();
    let request = Request::new("POST", "/v1/session").header("content-type", "application/json").body(body.as_bytes());
    let there = cookie(&through(request).send(server.address));
    let read =
        |cookie: &str| through(Request::new("GET", "/v1/projects")).header("cookie", cookie).send(server.address);
    assert_eq!(read(&there).status, 200);
    read(&foreign).assert_problem(401, "unauthorized");
}

#[test]
fn over_https_the_cookie_is_for_this_host_and_for_https_only() {
    let public = Some("https://terms.example".to_owned());
    let server = Server::told(None, Overrides { require_token: true, public_url: public, ..Overrides::default() });
    let (_, token) = server.token("山田", Role::Admin, None);
    let send = |method: &str, path: &str, origin: &str, cookie: &str| {
        let request = Request::new(method, path).header("host", "terms.example").header("origin", origin);
        let request = request.header("taiyaku-client", "workbench").header("content-type", "application/json");
        request.header("cookie", cookie).body(json!({ "token": token }).to_string().as_bytes()).send(server.address)
    };
    let answer = send("POST", "/v1/session", "https://terms.example", "");
    let set = answer.header("set-cookie").unwrap();
    assert!(
        set.starts_with("__Host-taiyaku_session=") && set.ends_with("; HttpOnly; SameSite=Strict; Secure"),
        "{set}"
    );
    let (own, bare) = (cookie(&answer), cookie(&answer).replace("__Host-", ""));
    let projects = |origin: &str, cookie: &str| send("GET", "/v1/projects", origin, cookie);
    assert_eq!(projects("https://terms.example", &own).status, 200);
    // A neighbour of the host can set a cookie without the prefix, and anybody on the way can write a page of http.
    projects("https://terms.example", &bare).assert_problem(401, "unauthorized");
    projects("http://terms.example", &own).assert_problem(403, "origin_not_allowed");
    send("POST", "/v1/session", "http://terms.example", "").assert_problem(403, "origin_not_allowed");
    assert_eq!(projects("https://terms.example", &format!("{own}; {own}")).status, 401, "of two, none");
}

#[test]
fn wrong_tokens_and_cookies_are_limited_and_lock_nobody_out() {
    let overrides = Overrides { require_token: true, rate_limit: Some(6_000), ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (_, token) = server.token("山田", Role::Read, None);
    let own = cookie(&log_in(&server, &token));
    let wrong = format!("tyk_1_{}", "0".repeat(48));
    let mut waits = 0;
    for number in 0..40 {
        let answer = match number % 2 {
            0 => log_in(&server, &wrong),
            _ => from_page(&server, "GET", "/v1/projects")
                .header("cookie", &format!("taiyaku_session={number:048}"))
                .send(server.address),
        };
        match answer.status {
            429 => waits += 1,
            status => assert_eq!(status, 401),
        }
    }
    assert!(waits >= 5, "{waits}");
    let answer = from_page(&server, "GET", "/v1/projects").header("cookie", &own).send(server.address);
    assert_eq!(answer.status, 200);
    assert!(answer.header("ratelimit").is_some(), "a session has the limit of its token");
    assert_eq!(log_in(&server, &token).status, 200);
}

#[test]
fn a_browser_asks_for_no_password_over_a_page_that_has_a_place_for_it() {
    let server = closed();
    let both = "Bearer realm=\"taiyaku\", Basic realm=\"taiyaku\", charset=\"UTF-8\"";
    let bearer = "Bearer realm=\"taiyaku\"";
    for (name, value, challenge) in [
        ("accept", "*/*", both),
        ("sec-fetch-dest", "document", both),
        ("sec-fetch-dest", "empty", bearer),
        ("taiyaku-client", "workbench", bearer),
    ] {
        let answer = Request::new("GET", "/v1/projects").header(name, value).send(server.address);
        answer.assert_problem(401, "unauthorized");
        assert_eq!(answer.header("www-authenticate"), Some(challenge), "{name}: {value}");
    }
}
