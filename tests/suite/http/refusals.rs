//! Invalid requests are refused with a problem that says what happened and what to do.

use serde_json::{Value, json};

use super::Server;
use super::client::{self, Request};

#[test]
fn invalid_queries_are_refused() {
    let server = Server::with_release();
    for path in [
        "/v1/releases?limt=5",
        "/v1/releases?limit=0",
        "/v1/releases?limit=201",
        "/v1/releases?limit=-1",
        "/v1/releases?limit=many",
        "/v1/releases?after=-1",
        "/v1/releases?after=99999999999999999999",
        "/v1/releases?limit=5&limit=6",
        "/v1/releases/1?text=perhaps",
        "/v1/releases/one",
        "/v1/releases/%FF",
        "/v1/concepts/1.5",
        "/v1/concepts/1?full=true",
        "/v1/terms",
        "/v1/terms?q=",
        "/v1/terms?q=%20",
        "/v1/terms?q=%19%E2%80%8B",
        "/v1/terms?q=a&lang=jp",
        "/v1/terms?q=a&kind=exact,near",
        "/v1/exports/default.csv?usage=some",
        "/v1/exports/default.csv?format=tbx2",
        "/v1/exports/default.csv?since=yesterday",
        "/v1/exports/default.csv?release=one",
        "/v1/exports/default.csv?from=en",
        "/v1/exports/default.tmx?field=physics",
        "/v1/exports/default.csv?format=pdf",
        "/v1/exports/default.csv?profile=word",
        "/v1/changes?since=-5",
        "/v1/projects?x=1",
        "/health?x=1",
        "/openapi.json?v=2",
        // Shift_JIS for 細胞, and a character cut short.
        "/v1/terms?q=%8D%D7%96E",
        "/v1/terms?q=%E7%B4",
        "/health?%ff",
        "/v1/exports/%ff.csv",
    ] {
        server.get(path).assert_problem(400, "invalid_request");
    }
    let problem = server.get("/v1/terms?q=%E7%B4").json();
    assert!(problem["detail"].as_str().unwrap().contains("byte 3"), "{problem}");
    assert!(server.get("/v1/terms?q=%19").json()["detail"].as_str().unwrap().starts_with("`q`"));
    server.get(&format!("/v1/terms?q={}", "a".repeat(501))).assert_problem(400, "invalid_request");
}

#[test]
fn missing_items_and_paths_are_problems_and_not_pages() {
    let server = Server::with_release();
    for path in [
        "/v1/releases/999",
        "/v1/releases/-1",
        "/v1/concepts/0",
        "/v1/releases?project=nowhere",
        "/v1/concepts?project=default,nowhere",
        "/v1/terms?q=a&project=nowhere",
        "/v1/exports/nowhere.csv",
        "/v1/exports/default",
        "/v1/exports/default.doc",
        "/v1/exports/default.doc/summary",
    ] {
        server.get(path).assert_problem(404, "not_found");
    }
    server.send("DELETE", "/v1/releases/999", "").assert_problem(404, "not_found");
    for path in [
        "/v1",
        "/v1/",
        "/v4/terms",
        "/v1/terms/",
        "/%FF%FE",
        "/v1/concepts/1/terms",
        "/用語",
        "/concepts",
        "/concepts/脳",
        "/releases/1a",
        "/translate",
    ] {
        server.get(path).assert_problem(404, "unknown_path");
    }
}

#[test]
fn other_methods_are_refused_with_the_allowed_methods() {
    let server = Server::open();
    for (path, methods) in taiyaku::http::paths() {
        for method in ["PUT", "PATCH", "OPTIONS", "TRACE", "DELETE", "POST"] {
            if methods.iter().any(|taken| taken.name == method) {
                continue;
            }
            let answer = server.send(method, &path.replace("{id}", "1"), "");
            if path.starts_with("/v2/") || path.starts_with("/v3/") {
                assert_eq!(
                    (answer.status, &answer.json()["code"]),
                    (405, &json!("method_not_allowed")),
                    "{method} {path}"
                );
            } else {
                answer.assert_problem(405, "method_not_allowed");
            }
            assert_eq!(
                answer.header("allow"),
                Some(methods.iter().map(|taken| taken.name).collect::<Vec<_>>().join(", ").as_str()),
                "{method} {path}"
            );
        }
    }
}

#[test]
fn invalid_bodies_are_refused() {
    let server = Server::open();
    let post = |content_type: &str, body: &str| {
        Request::new("POST", "/v1/suggestions")
            .header("content-type", content_type)
            .body(body.as_bytes())
            .send(server.address)
    };
    let good = json!({"segments": [{"text": "細胞"}], "source_lang": "ja", "target_lang": "en"});
    for (change, code) in [
        (json!({"segmnts": []}), "invalid_json"),
        (json!({"segments": "細胞"}), "invalid_json"),
        (json!({"segments": [{"text": "細胞", "lang": "ja"}]}), "invalid_json"),
        (json!({"segments": [{"id": 5, "text": "細胞"}]}), "invalid_json"),
        (json!({"segments": []}), "invalid_request"),
        (json!({"segments": vec![json!({"text": "細胞"}); 201]}), "invalid_request"),
        (json!({"segments": [{"text": "細".repeat(10_001)}]}), "invalid_request"),
        (json!({"segments": [{"id": "i".repeat(201), "text": "細胞"}]}), "invalid_request"),
        (json!({"source_lang": "jp"}), "invalid_request"),
        (json!({"target_lang": ""}), "invalid_request"),
        (json!({"limit": 0}), "invalid_request"),
        (json!({"limit": 1001}), "invalid_request"),
        (json!({"limit": 1.5}), "invalid_request"),
        (json!({"limit": "5"}), "invalid_json"),
    ] {
        let mut body = good.clone();
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        post("application/json", &body.to_string()).assert_problem(400, code);
    }
    for body in ["", "{", "[]", "null", "{\"segments\":[{\"text\":\"\\ud800\"}]}"] {
        post("application/json", body).assert_problem(400, "invalid_json");
    }
    let mut without = good.clone();
    without.as_object_mut().unwrap().remove("source_lang");
    post("application/json", &without.to_string()).assert_problem(400, "invalid_json");
    post("text/plain", &good.to_string()).assert_problem(415, "unsupported_media_type");
    let mut missing = good;
    missing["projects"] = Value::from(vec!["nowhere"]);
    post("application/json", &missing.to_string()).assert_problem(404, "not_found");
}

#[test]
fn too_large_bodies_are_refused_before_they_are_read() {
    let server = Server::open();
    let claim = |path: &str, length: usize| {
        Request::new("POST", path)
            .header("content-type", "application/json")
            .header("content-length", &length.to_string())
            .send(server.address)
    };
    claim("/v1/releases?name=a.txt", 64 * 1024 * 1024 + 1).assert_problem(413, "payload_too_large");
    claim("/v1/suggestions", 1024 * 1024 + 1).assert_problem(413, "payload_too_large");
}

#[test]
fn unreadable_documents_and_invalid_names_are_refused() {
    let server = Server::open();
    server.send("POST", "/v1/releases?name=a.txt", "").assert_problem(422, "empty_document");
    server.send("POST", "/v1/releases?name=a.txt", " \r\n").assert_problem(422, "empty_document");
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";
    let send = |body: &[u8]| Request::new("POST", "/v1/releases?name=a.pdf").body(body).send(server.address);
    send(picture).assert_problem(422, "unknown_format");
    send(b"%PDF-1.7\nnothing else").assert_problem(422, "broken_file");
    send(b"PK\x03\x04word/document.xml").assert_problem(422, "unknown_format");
    let long = "n".repeat(256);
    for query in ["", "?name=", "?name=%20", "?name=a%0Ab", &format!("?name={long}"), "?name=a&project=", "?title=x"] {
        server.send("POST", &format!("/v1/releases{query}"), "細胞").assert_problem(400, "invalid_request");
    }
    assert_eq!(server.get("/v1/releases").json()["releases"], json!([]));
}

#[test]
fn a_head_that_cannot_be_read_gets_a_problem_too() {
    let server = Server::open();
    for (head, status, code) in [
        ("GET /v1/terms?q=脳 HTTP/1.1\r\nhost: localhost\r\n\r\n".to_owned(), 400, "invalid_request"),
        ("GET /用語 HTTP/1.1\r\nhost: localhost\r\n\r\n".to_owned(), 400, "invalid_request"),
        ("GET /health HTTP/1.1\r\nho st: localhost\r\n\r\n".to_owned(), 400, "invalid_request"),
        ("nonsense\r\n\r\n".to_owned(), 400, "invalid_request"),
        (format!("GET /health HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(200_000)), 431, "head_too_large"),
        ("GET /health HTTP/1.1\r\nhost: localhost\r\n".to_owned(), 408, "request_timeout"),
    ] {
        let answer = client::raw(server.address, head.as_bytes());
        let answer = client::Answer::parse(&answer, false);
        answer.assert_problem(status, code);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("connection"), Some("close"));
    }
    // After a request that was answered, too.
    let two = "GET /health HTTP/1.1\r\nhost: localhost\r\n\r\nGET /v1/terms?q=脳 HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let both = String::from_utf8(client::raw(server.address, two.as_bytes())).unwrap();
    assert!(both.starts_with("HTTP/1.1 200 OK\r\n"), "{both}");
}

#[test]
fn every_answer_has_security_headers_and_a_request_id() {
    let server = Server::open();
    for (path, status) in [("/health", 200), ("/v1/releases/5", 404), ("/nowhere", 404), ("/openapi.json", 200)] {
        let answer = server.get(path);
        assert_eq!(answer.status, status);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert!(answer.header("x-request-id").is_some_and(|id| !id.is_empty()));
    }
    let named = |id: &str| Request::new("GET", "/health").header("x-request-id", id).send(server.address);
    assert_eq!(named("my-request_1").header("x-request-id"), Some("my-request_1"));
    assert_ne!(named("<script>").header("x-request-id"), Some("<script>"));
}
