//! Health checks, metrics and graceful shutdown.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use super::client::Request;
use super::{RELEASE, Server};

#[test]
fn health_readiness_and_metrics_are_reported() {
    let server = Server::with_release();
    assert_eq!(server.get("/health").json(), json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}));
    let ready = server.get("/ready").json();
    assert_eq!((&ready["status"], &ready["dictionary"]), (&json!("ready"), &json!(false)));
    server.get("/v1/releases/7");
    server.get("/v1/releases/8");
    server.get("/nowhere/secret");
    let meters = server.get("/metrics");
    assert_eq!(meters.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    let text = meters.text();
    for line in [
        "taiyaku_http_requests_total{method=\"GET\",route=\"/v1/releases/{id}\",status=\"404\"} 2",
        "taiyaku_http_requests_total{method=\"POST\",route=\"/v1/releases\",status=\"201\"} 1",
        "taiyaku_http_requests_total{method=\"GET\",route=\"OTHER\",status=\"404\"} 1",
        "taiyaku_http_request_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 1",
        "taiyaku_releases 1",
        &format!("taiyaku_revision {}", ready["revision"]),
    ] {
        assert!(text.lines().any(|known| known == line), "{line} is missing in\n{text}");
    }
    assert!(!text.contains("secret"));
}

#[test]
fn no_request_adds_a_label_of_its_own_to_the_metrics() {
    let server = Server::start(Some("correct horse battery"));
    let own = |method: &str, path: &str| Request::new(method, path).header("x-request-id", "a").send(server.address);
    for number in 0..50 {
        let method = format!("M{number}{}", "A".repeat(10_000));
        own(&method, "/v1/terms").assert_problem(501, "unknown_method");
        own("get", &format!("/invented/{number}")).assert_problem(501, "unknown_method");
        own("GET", &format!("/invented/{number}")).assert_problem(401, "unauthorized");
    }
    let meters = Request::new("GET", "/metrics").header("authorization", "Bearer correct horse battery");
    let meters = meters.send(server.address);
    let known: BTreeSet<&str> = taiyaku::http::paths().map(|(path, _)| path).chain(["OTHER"]).collect();
    let mut lines = 0;
    for line in meters.text().lines().filter(|line| line.starts_with("taiyaku_http_requests_total{")) {
        let values: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        let [method, route, status] = values[..] else { panic!("{line}") };
        assert!(["GET", "OTHER"].contains(&method) && known.contains(route), "{line}");
        assert!(status.parse().is_ok_and(|status: u16| (200..600).contains(&status)), "{line}");
        lines += 1;
    }
    assert_eq!(lines, 3, "{}", meters.text());
}

#[test]
fn a_stopping_server_finishes_open_requests() {
    let server = Server::open();
    let (address, body) = (server.address, RELEASE.as_bytes());
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "POST /v1/releases?name=a.txt HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\nexpect: 100-continue\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // The server asks for the body, so the request is under way.
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    drop(server.handle.stop(true));
    stream.write_all(body).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
}
