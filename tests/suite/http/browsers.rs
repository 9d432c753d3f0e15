//! What pages of other sites may not do with somebody's browser, and probes that name no host.

use serde_json::json;
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::client::{self, Request};
use super::{RELEASE, Server};

const EDITOR: &str = "https://editor.example";

fn raw(server: &Server, bytes: &[u8]) -> String {
    String::from_utf8(client::raw(server.address, bytes)).unwrap()
}

#[test]
fn every_origin_must_pass_and_none_may_be_unreadable() {
    let server = Server::open();
    let (own, evil) = (format!("http://{}", server.address), "https://evil.example");
    for (origins, status) in [
        (vec![own.as_bytes()], "200"),
        (vec![own.as_bytes(), own.as_bytes()], "200"),
        (vec![own.as_bytes(), evil.as_bytes()], "403"),
        (vec![evil.as_bytes(), own.as_bytes()], "403"),
        (vec!["https://évil.example".as_bytes()], "403"),
        (vec![b"\xff"], "403"),
        (vec![b""], "403"),
    ] {
        let mut head =
            format!("GET /v1/projects HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", server.address).into_bytes();
        for origin in &origins {
            head.extend_from_slice(b"origin: ");
            head.extend_from_slice(origin);
            head.extend_from_slice(b"\r\n");
        }
        head.extend_from_slice(b"\r\n");
        let answer = raw(&server, &head);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{origins:?}: {answer}");
    }
}

#[test]
fn a_page_of_another_site_gets_nothing_for_what_the_browser_adds() {
    let overrides = || Overrides { allowed_origins: vec![EDITOR.to_owned()], ..Overrides::default() };
    let (open, closed) = (Server::told(None, overrides()), Server::told(Some("correct horse battery"), overrides()));
    let (bearer, basic) = ("Bearer correct horse battery", "Basic YTpjb3JyZWN0IGhvcnNlIGJhdHRlcnk=");
    let navigation = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
    let picture = [("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")];
    let frame = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
    let fetch = [("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")];
    for (server, site, method, mode, origin, token, allowed) in [
        // This machine's rights.
        (&open, "same-origin", "GET", fetch, None, None, true),
        (&open, "none", "GET", navigation, None, None, true),
        (&open, "cross-site", "GET", fetch, None, None, false),
        (&open, "cross-site", "GET", picture, None, None, false),
        (&open, "cross-site", "GET", navigation, None, None, false),
        (&open, "cross-site", "POST", navigation, None, None, false),
        (&open, "cross-site", "GET", fetch, Some(EDITOR), None, false),
        // A token that the page itself sends.
        (&closed, "cross-site", "GET", fetch, Some(EDITOR), Some(bearer), true),
        (&closed, "cross-site", "POST", fetch, Some(EDITOR), Some(bearer), true),
        (&closed, "cross-site", "GET", fetch, Some("https://evil.example"), Some(bearer), false),
        (&closed, "cross-site", "GET", fetch, None, Some(bearer), false),
        (&closed, "cross-site", "GET", navigation, None, Some(bearer), true),
        (&closed, "cross-site", "POST", navigation, None, Some(bearer), false),
        (&closed, "cross-site", "GET", frame, None, Some(bearer), false),
        // A password that the browser remembers.
        (&closed, "none", "GET", navigation, None, Some(basic), true),
        (&closed, "cross-site", "GET", navigation, None, Some(basic), false),
        (&closed, "cross-site", "GET", fetch, Some(EDITOR), Some(basic), false),
    ] {
        let path = if method == "POST" { "/v1/releases?name=a.txt" } else { "/v1/projects" };
        let mut request = Request::new(method, path).header("sec-fetch-site", site);
        for (name, value) in mode {
            request = request.header(name, value);
        }
        for (name, value) in [("origin", origin), ("authorization", token)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let answer = request.body(if method == "POST" { RELEASE.as_bytes() } else { b"" }).send(server.address);
        let row = format!("{site} {method} {mode:?} {origin:?} {token:?}");
        if allowed {
            assert!(answer.status < 300, "{row}: {}", answer.text());
        } else {
            assert_eq!((answer.status, &answer.json()["code"]), (403, &json!("origin_not_allowed")), "{row}");
        }
    }
}

#[test]
fn no_answer_repeats_a_token_of_the_path() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (_, token) = server.token("reader", Role::Read, None);
    let secret = token.rsplit('_').next().unwrap();
    let encoded = token.replacen("tyk", "%74yk", 1);
    for path in [
        format!("/t/{token}/v1/concepts/999"),
        format!("//t/{token}/v1/concepts/999"),
        format!("///t/{token}/nowhere"),
        format!("/t//{token}/v1/terms"),
        format!("/t/t/{token}/v1/terms"),
        format!("/%74/{token}/v1/terms"),
        format!("/t/{encoded}/v1/terms"),
        format!("/x/../t/{token}/v1/terms"),
        format!("/T/{token}/v1/terms"),
        format!("/v1/{token}"),
        format!("/v1/releases/{token}"),
        format!("/v2/{token}"),
    ] {
        let answer = server.get(&path);
        assert!(answer.status >= 400, "{path}");
        assert!(!answer.text().contains(secret), "{path}: {}", answer.text());
    }
    assert_eq!(server.get(&format!("//t/{token}/v1/projects")).status, 200);
}

#[test]
fn probes_are_answered_under_any_host_name_and_nothing_else_is() {
    let server = Server::open();
    for path in ["/health", "/ready"] {
        for head in [
            format!("GET {path} HTTP/1.0\r\n\r\n"),
            format!("HEAD {path} HTTP/1.0\r\n\r\n"),
            format!("GET {path} HTTP/1.1\r\nconnection: close\r\n\r\n"),
            format!("GET {path} HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n"),
            format!("GET {path} HTTP/1.1\r\nhost: 10.0.0.5:8722\r\nconnection: close\r\n\r\n"),
        ] {
            let answer = raw(&server, head.as_bytes());
            assert!(answer.contains(" 200 OK\r\n"), "{head}: {answer}");
        }
        let page =
            Request::new("GET", path).header("host", "rebound.example").header("origin", "http://rebound.example");
        page.send(server.address).assert_problem(403, "origin_not_allowed");
        Request::new("GET", path)
            .header("sec-fetch-site", "cross-site")
            .send(server.address)
            .assert_problem(403, "origin_not_allowed");
        Request::new("GET", path).header("via", "1.1 proxy").send(server.address).assert_problem(401, "unauthorized");
        let other = Request::new("POST", path).header("host", "rebound.example").send(server.address);
        other.assert_problem(403, "host_not_allowed");
    }
    for path in ["/v1/projects", "/metrics", "/openapi.json", "/nowhere", "/v3/translation_memories/transfers/guessed"]
    {
        for host in ["", "host:\r\n", "host: rebound.example\r\n", "host: localhost\r\nhost: rebound.example\r\n"] {
            let answer = raw(&server, format!("GET {path} HTTP/1.1\r\n{host}connection: close\r\n\r\n").as_bytes());
            assert!(
                answer.starts_with("HTTP/1.1 403 ") || answer.starts_with("HTTP/1.1 400 "),
                "{path} {host}: {answer}"
            );
        }
    }
}

#[test]
fn head_tells_the_length_that_get_has() {
    let server = Server::with_release();
    for path in [
        "/health",
        "/ready",
        "/v1/releases",
        "/v1/concepts/1",
        "/v1/terms?q=視床下部",
        "/openapi.json",
        "/lookup",
        "/",
        "/assets/app-1a2b3c4d.js",
        "/v1/session",
        "/nowhere",
    ] {
        for encoding in [None, Some("gzip")] {
            let send = |method: &str| {
                let request = Request::new(method, path);
                match encoding {
                    Some(encoding) => request.header("accept-encoding", encoding),
                    None => request,
                }
                .send(server.address)
            };
            let (get, head) = (send("GET"), send("HEAD"));
            assert_eq!(head.status, get.status, "{path}");
            assert!(head.body.is_empty(), "{path}");
            assert_eq!(head.header("content-length"), get.header("content-length"), "{path} {encoding:?}");
            if encoding.is_none() {
                assert_eq!(head.header("content-length"), Some(get.body.len().to_string().as_str()), "{path}");
            }
        }
    }
}

#[test]
fn a_job_of_another_programs_protocol_belongs_to_one_token() {
    let server = Server::told(Some("correct horse battery"), Overrides::default());
    let (id, first) = server.token("plugin", Role::Review, None);
    let start = |token: &str| {
        let file = json!({"source_file": {"file_name": "m.tmx", "content_length": 9}}).to_string();
        let request = Request::new("POST", "/v3/translation_memories/import");
        let request = request.header("authorization", &format!("Bearer {token}")).body(file.as_bytes());
        request.send(server.address).json()["job_id"].as_str().unwrap().to_owned()
    };
    let read = |job: &str, token: &str| {
        let request = Request::new("GET", &format!("/v3/translation_memories/jobs/{job}"));
        request.header("authorization", &format!("Bearer {token}")).send(server.address).status
    };
    let (of_first, of_server) = (start(&first), start("correct horse battery"));
    assert_eq!((read(&of_first, &first), read(&of_server, "correct horse battery")), (200, 200));
    // A later token of the same name is another caller, and so is the server's own.
    server.beside(async |service| service.revoke_token(id, "test", &taiyaku::app::clock::now()).await.unwrap());
    let (_, second) = server.token("plugin", Role::Admin, None);
    assert_eq!((read(&of_first, &second), read(&of_server, &second)), (404, 404));
    assert_eq!(read(&of_first, "correct horse battery"), 404);
}
