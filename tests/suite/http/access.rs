//! Who may ask: whoever has the token; without one, only this machine and never another site's page.

use super::client::Request;
use super::{RELEASE, Server};

const TOKEN: &str = "correct horse battery";

#[test]
fn every_path_but_the_health_checks_wants_the_token() {
    let server = Server::start(Some(TOKEN));
    let made = Request::new("POST", "/v1/releases?name=a.txt")
        .header("authorization", &format!("Bearer {TOKEN}"))
        .body(RELEASE.as_bytes())
        .send(server.address);
    assert_eq!(made.status, 201);
    let mut paths: Vec<(&str, String)> = Vec::new();
    for (path, methods) in taiyaku::http::paths() {
        paths.extend(methods.iter().map(|method| (method.name, path.replace("{id}", "1"))));
    }
    paths.push(("GET", "/nowhere".to_owned()));
    // What deletes comes last.
    paths.sort_by_key(|(method, _)| *method == "DELETE");
    for (method, path) in paths {
        let open = matches!(path.as_str(), "/health" | "/ready");
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
            assert_ne!(ask(Some(&right)).status, 401, "{method} {path}");
        }
    }
}

#[test]
fn without_a_token_only_this_machine_s_own_names_and_pages_may_ask() {
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
    ] {
        for (method, path) in [("GET", "/v1/projects"), ("POST", "/v1/releases?name=a.txt"), ("GET", "/health")] {
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
}
