//! Access: tokens, requests from this machine, pages of other sites, and rate limits.

use std::collections::BTreeSet;

use taiyaku::app::clock::now;
use taiyaku::config::Overrides;
use taiyaku::http::Needs;
use taiyaku::model::Role;

use super::client::Request;
use super::{RELEASE, Server};

const TOKEN: &str = "correct horse battery";

/// A file that the pages of the tests load.
const ASSET: &str = "app-1a2b3c4d.js";

#[test]
fn every_path_but_the_health_checks_and_the_pages_needs_a_token() {
    let server = Server::start(Some(TOKEN));
    let made = Request::new("POST", "/v1/releases?name=a.txt")
        .header("authorization", &format!("Bearer {TOKEN}"))
        .body(RELEASE.as_bytes())
        .send(server.address);
    assert_eq!(made.status, 201);
    let mut paths: Vec<(&str, String, bool)> = Vec::new();
    for (path, methods) in taiyaku::http::paths() {
        // Whoever was told the address of a transfer may use it: see the protocol's own tests. So may who has yet to log in.
        if !path.contains("/transfers/") && path != "/v1/session" {
            let path = path.replace("{id}", "1").replace("stream", "stream?seconds=0").replace("{file}", ASSET);
            let is_open = |needs| matches!(needs, Needs::Probe | Needs::Page);
            paths.extend(methods.iter().map(|method| (method.name, path.clone(), is_open(method.needs))));
        }
    }
    let open: BTreeSet<&str> = paths.iter().filter(|(_, _, open)| *open).map(|(_, path, _)| path.as_str()).collect();
    let pages = ["/", "/concepts/1", "/export", "/help", "/import", "/login", "/overview", "/releases", "/releases/1"];
    let asset = format!("/assets/{ASSET}");
    let rest = ["/health", "/ready", "/review", "/settings", &asset];
    assert_eq!(open, pages.into_iter().chain(rest).collect(), "nothing else");
    paths.push(("GET", "/nowhere".to_owned(), false));
    // What deletes comes last.
    paths.sort_by_key(|(method, _, _)| *method == "DELETE");
    for (method, path, open) in paths {
        let ask = |authorization: Option<&str>| {
            let request = Request::new(method, &path).header("host", "terms.example");
            match authorization {
                Some(value) => request.header("authorization", value),
                None => request,
            }
            .send(server.address)
        };
        for wrong in [None, Some("Bearer wrong"), Some("Bearer "), Some("Basic YTpi"), Some(TOKEN)] {
            let answer = ask(wrong);
            if open {
                assert_eq!(answer.status, 200, "{method} {path}");
            } else if path.starts_with("/v2/") || path.starts_with("/v3/") {
                assert_eq!(answer.status, 403, "{method} {path}: as that protocol has it");
            } else if method == "HEAD" {
                assert_eq!(answer.status, 401, "{method} {path}");
            } else {
                answer.assert_problem(401, "unauthorized");
                assert_eq!(
                    answer.header("www-authenticate"),
                    Some("Bearer realm=\"taiyaku\", Basic realm=\"taiyaku\", charset=\"UTF-8\"")
                );
            }
        }
        for right in [format!("Bearer {TOKEN}"), format!("bearer {TOKEN}")] {
            assert!(!matches!(ask(Some(&right)).status, 401 | 403), "{method} {path}");
        }
    }
}

#[test]
fn without_a_token_only_requests_for_this_machine_are_answered() {
    let server = Server::open();
    let own = server.address.to_string();
    for (host, origin, want) in [
        (own.as_str(), None, Ok(())),
        ("localhost", None, Ok(())),
        (own.as_str(), Some(format!("http://{own}")), Ok(())),
        ("rebound.example", None, Err("host_not_allowed")),
        ("rebound.example:8722", Some("http://rebound.example:8722".to_owned()), Err("host_not_allowed")),
        (own.as_str(), Some("https://evil.example".to_owned()), Err("origin_not_allowed")),
        (own.as_str(), Some("http://127.0.0.1:1".to_owned()), Err("origin_not_allowed")),
        (own.as_str(), Some("null".to_owned()), Err("origin_not_allowed")),
        ("[::1]evil", None, Err("host_not_allowed")),
        ("127.0.0.1:evil", None, Err("host_not_allowed")),
        ("[127.0.0.1]", None, Err("host_not_allowed")),
    ] {
        for (method, path) in [("GET", "/v1/projects"), ("POST", "/v1/releases?name=a.txt")] {
            let mut request = Request::new(method, path).header("host", host);
            if let Some(origin) = &origin {
                request = request.header("origin", origin);
            }
            let answer = request.body(if method == "POST" { RELEASE.as_bytes() } else { b"" }).send(server.address);
            match want {
                Ok(()) => assert!(answer.status < 300, "{host} {origin:?} {}", answer.text()),
                Err(code) => answer.assert_problem(403, code),
            }
        }
    }
    let two = Request::new("GET", "/v1/projects").header("host", "localhost").header("host", "rebound.example");
    assert!(two.send(server.address).status >= 400, "which of the two is meant nobody knows");
}

#[test]
fn a_token_can_be_sent_in_every_supported_way() {
    let overrides = Overrides { require_token: true, ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (_, token) = server.token("plugin", Role::Read, None);
    let basic = |pair: String| format!("Basic {}", base64(pair.as_bytes()));
    for (header, status) in [
        (format!("Bearer {token}"), 200),
        (format!("DeepL-Auth-Key {token}"), 200),
        (basic(format!("anybody:{token}")), 200),
        (basic(format!("{token}:")), 200),
        (basic("anybody:wrong".to_owned()), 401),
        (token.clone(), 401),
    ] {
        let answer = Request::new("GET", "/v1/projects").header("authorization", &header).send(server.address);
        assert_eq!(answer.status, status, "{header}");
    }
    let in_path = server.get(&format!("/t/{token}/v1/terms?q=脳"));
    assert_eq!(in_path.status, 200, "{}", in_path.text());
    let problem = server.get(&format!("/t/{token}/v1/concepts/999"));
    problem.assert_problem(404, "not_found");
    assert_eq!(problem.json()["instance"], "/v1/concepts/999", "a problem never repeats the token");
    server.get(&format!("/t/{}/v1/projects", token.replace("tyk_1", "tyk_2"))).assert_problem(401, "unauthorized");
    server.get("/t/other/v1/projects").assert_problem(401, "unauthorized");
    // A browser adds a password it remembers by itself: a page of another site must not profit.
    let page = Request::new("GET", "/v1/projects").header("origin", "https://evil.example");
    page.header("authorization", &basic(format!("a:{token}")))
        .send(server.address)
        .assert_problem(403, "origin_not_allowed");
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(DIGITS[(number >> (18 - 6 * place) & 63) as usize]));
        }
        text.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    text
}

#[test]
fn a_revoked_token_is_refused_at_once_and_the_log_has_names_but_no_secrets() {
    let server = Server::open();
    let (id, token) = server.token("山田のプラグイン", Role::Review, Some(&["default"]));
    let ask = |method: &str, path: &str, body: &str| {
        let request = Request::new(method, path).header("authorization", &format!("Bearer {token}"));
        request.body(body.as_bytes()).send(server.address)
    };
    assert_eq!(ask("POST", "/v1/releases?name=a.txt", RELEASE).status, 201);
    let named = ask("POST", "/v1/review/decisions/1/undo?actor=somebody", "");
    named.assert_problem(403, "forbidden");
    assert!(server.beside(async |service| service.revoke_token(id, "管理者", &now()).await.unwrap()));
    assert!(!server.beside(async |service| service.revoke_token(id, "管理者", &now()).await.unwrap()), "twice");
    let refused = ask("GET", "/v1/projects", "");
    refused.assert_problem(401, "unauthorized");
    assert!(refused.json()["detail"].as_str().unwrap().contains("revoked"));
    let log = server.get("/v1/changes?limit=200");
    let secret = token.rsplit('_').next().unwrap();
    assert!(!log.text().contains(secret) && !log.text().contains("argon2"));
    let log = log.json();
    let of = |entity: &str| -> Vec<(String, String)> {
        let changes = log["changes"].as_array().unwrap().iter().filter(|change| change["entity"] == entity);
        let told = |change: &serde_json::Value| {
            (change["action"].as_str().unwrap().to_owned(), change["actor"].as_str().unwrap().to_owned())
        };
        changes.map(told).collect()
    };
    let told = |action: &str, actor: &str| (action.to_owned(), actor.to_owned());
    assert_eq!(of("token"), [told("created", "test"), told("deleted", "管理者")]);
    assert_eq!(of("release"), [told("created", "山田のプラグイン")]);
    let used = server.beside(async |service| service.tokens().await.unwrap().remove(0));
    assert_eq!(used.used_on.as_deref(), Some(&now()[..10]));
}

#[test]
fn too_many_requests_are_refused_with_the_time_to_wait() {
    let overrides = Overrides { require_token: true, rate_limit: Some(3), ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (_, token) = server.token("eager", Role::Read, None);
    let (_, other) = server.token("calm", Role::Read, None);
    let ask = |token: &str| {
        Request::new("GET", "/v1/projects").header("authorization", &format!("Bearer {token}")).send(server.address)
    };
    for left in ["2", "1", "0"] {
        let answer = ask(&token);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("ratelimit-policy"), Some("\"requests\";q=3;w=60"));
        assert!(answer.header("ratelimit").unwrap().starts_with(&format!("\"requests\";r={left};t=")));
    }
    let refused = ask(&token);
    refused.assert_problem(429, "too_many_requests");
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert_eq!(ask(&other).status, 200, "another token has its own requests");
    for _ in 0..3 {
        ask("guessed").assert_problem(401, "unauthorized");
    }
    ask("guessed").assert_problem(429, "too_many_requests");
    let guessed = format!("{}{}", &other[..other.len() - 1], if other.ends_with('0') { '1' } else { '0' });
    ask(&guessed).assert_problem(429, "too_many_requests");
    assert_eq!(ask(&other).status, 200, "who showed a right token before is not shut out by guessing neighbours");
    assert_eq!(server.get("/health").status, 200);
}

#[test]
fn only_pages_of_allowed_origins_with_a_token_can_use_the_api() {
    let listed = "https://editor.example".to_owned();
    let server = Server::told(None, Overrides { allowed_origins: vec![listed.clone()], ..Overrides::default() });
    let (_, token) = server.token("editor", Role::Read, None);
    let preflight = |origin: &str| {
        Request::new("OPTIONS", "/v1/suggestions")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,content-type")
            .send(server.address)
    };
    let told = preflight(&listed);
    assert_eq!(told.status, 204);
    assert_eq!(told.header("access-control-allow-origin"), Some(listed.as_str()));
    assert_eq!(told.header("access-control-allow-methods"), Some("POST"));
    assert!(told.header("access-control-allow-headers").unwrap().contains("authorization"));
    assert_eq!(told.header("access-control-allow-credentials"), None);
    let other = preflight("https://evil.example");
    assert_eq!((other.status, other.header("access-control-allow-origin")), (403, None));

    let ask = |origin: &str, token: Option<&str>| {
        let request = Request::new("GET", "/v1/projects").header("origin", origin);
        match token {
            Some(token) => request.header("authorization", &format!("Bearer {token}")),
            None => request,
        }
        .send(server.address)
    };
    let answer = ask(&listed, Some(&token));
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, Some(listed.as_str())));
    assert!(answer.header("vary").unwrap().contains("Origin"));
    ask(&listed, None).assert_problem(403, "origin_not_allowed");
    ask("https://evil.example", None).assert_problem(403, "origin_not_allowed");
    let problem = ask(&listed, Some("wrong"));
    assert_eq!((problem.status, problem.header("access-control-allow-origin")), (401, Some(listed.as_str())));
    assert_eq!(ask("https://evil.example", Some(&token)).header("access-control-allow-origin"), None);
}

#[test]
fn requests_through_a_proxy_are_not_from_this_machine() {
    let server = Server::open();
    for name in [
        "forwarded",
        "via",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-proto",
        "x-forwarded-server",
        "x-real-ip",
    ] {
        let answer = Request::new("GET", "/v1/projects").header(name, "10.0.0.1").send(server.address);
        answer.assert_problem(401, "unauthorized");
    }
    let (_, token) = server.token("proxied", Role::Read, None);
    let request =
        Request::new("GET", "/v1/projects").header("x-forwarded-for", "10.0.0.1").header("host", "terms.example");
    assert_eq!(request.header("authorization", &format!("Bearer {token}")).send(server.address).status, 200);
}
