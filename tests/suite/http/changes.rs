//! The change feed: waiting for changes, and streams that resume, filter and end.

use std::io::Read;
use std::net::TcpStream;

use serde_json::{Value, json};
use taiyaku::app::clock::now;
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::Server;
use super::client::Request;

/// The events of a stream: their ids and data.
fn events(text: &str) -> Vec<(i64, Value)> {
    let event = |block: &str| {
        let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        assert_eq!(line("event: ").as_deref(), Some("change"), "{block}");
        (line("id: ").unwrap().parse().unwrap(), serde_json::from_str(&line("data: ").unwrap()).unwrap())
    };
    text.split("\n\n").filter(|block| block.contains("data: ")).map(event).collect()
}

fn add(server: &Server, ja: &str, en: &str) {
    let answer = server.post_json("/v1/terms", &json!({"ja": ja, "en": en}));
    assert_eq!(answer.status, 201, "{}", answer.text());
}

/// Reads until `wanted` has come, or the end.
fn read_until(stream: &mut TcpStream, wanted: &str) -> String {
    let (mut all, mut some) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&all).into_owned();
        if text.contains(wanted) {
            return text;
        }
        match stream.read(&mut some) {
            Ok(0) => return text,
            Ok(count) => all.extend_from_slice(&some[..count]),
            Err(error) => panic!("`{wanted}` did not come: {error}; {text}"),
        }
    }
}

#[test]
fn a_stream_sends_every_change_once_and_resumes_where_it_was_cut_off() {
    let server = Server::with_release();
    let stream = |query: &str, last: Option<i64>| {
        let mut request = Request::new("GET", &format!("/v1/changes/stream?seconds=0{query}"));
        if let Some(last) = last {
            request = request.header("last-event-id", &last.to_string());
        }
        let answer = request.send(server.address);
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(answer.header("content-type"), Some("text/event-stream"));
        assert!(answer.text().starts_with("retry: 3000\n\n"));
        events(answer.text())
    };
    let listed = server.get("/v1/changes?limit=200").json();
    let all = stream("&since=0", None);
    assert_eq!(Value::Array(all.iter().map(|(_, data)| data.clone()).collect()), listed["changes"]);
    assert!(all.iter().all(|(id, data)| data["revision"] == *id));
    assert_eq!(stream("", None), [], "without `since` it begins now");
    let (middle, _) = all[all.len() / 2];
    assert_eq!(stream("&since=0", Some(middle)), all[all.len() / 2 + 1..]);
    let terms = stream("&since=0&entity=term,release", None);
    assert!(!terms.is_empty() && terms.len() < all.len());
    assert!(terms.iter().all(|(_, data)| data["entity"] == "term" || data["entity"] == "release"));
    let some = server.get("/v1/changes?limit=200&entity=release").json();
    assert_eq!(some["changes"].as_array().unwrap().len(), 1);
    let head = Request::new("HEAD", "/v1/changes/stream").send(server.address);
    assert_eq!((head.status, head.header("content-type")), (200, Some("text/event-stream")));
}

#[test]
fn invalid_requests_for_changes_are_refused() {
    let server = Server::with_release();
    for query in ["wait=61", "wait=-1", "entity=noun", "since=-1"] {
        server.get(&format!("/v1/changes?{query}")).assert_problem(400, "invalid_request");
    }
    for query in ["seconds=86401", "entity=noun", "since=-1", "limit=5"] {
        server.get(&format!("/v1/changes/stream?{query}")).assert_problem(400, "invalid_request");
    }
    for last in ["x", "-1", ""] {
        let request = Request::new("GET", "/v1/changes/stream?seconds=0").header("last-event-id", last);
        request.send(server.address).assert_problem(400, "invalid_request");
    }
    server.get("/v1/changes/stream?seconds=0&project=nowhere").assert_problem(404, "not_found");
}

#[test]
fn a_waiting_request_gets_the_changes_of_another_program() {
    let server = Server::with_release();
    let since = server.get("/v1/changes?limit=200").json()["next_since"].as_i64().unwrap();
    let nothing = server.get(&format!("/v1/changes?since={since}&wait=1")).json();
    assert_eq!((&nothing["changes"], &nothing["next_since"]), (&json!([]), &json!(since)));
    let address = server.address;
    let waiting = std::thread::spawn(move || {
        Request::new("GET", &format!("/v1/changes?since={since}&wait=60&entity=token")).send(address).json()
    });
    // What is not asked for wakes nobody for good.
    add(&server, "海馬", "hippocampus");
    server.token("made beside it", Role::Read, None);
    let told = waiting.join().unwrap();
    assert_eq!(told["changes"][0]["entity"], "token");
    assert_eq!(told["changes"][0]["project"], Value::Null);
}

#[test]
fn an_open_stream_ends_with_its_token_and_with_the_server() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (id, token) = server.token("reader", Role::Read, None);
    let (_, writer) = server.token("writer", Role::Suggest, None);
    let open = |token: &str| {
        let request = Request::new("GET", "/v1/changes/stream").header("authorization", &format!("Bearer {token}"));
        let mut stream = request.header("accept-encoding", "gzip").open(server.address);
        assert!(read_until(&mut stream, "retry: 3000").contains("200 OK"));
        stream
    };
    let (mut revoked, mut stays) = (open(&token), open(&writer));
    let body = json!({"ja": "海馬", "en": "hippocampus"}).to_string();
    let sent = Request::new("POST", "/v1/terms").header("authorization", &format!("Bearer {writer}"));
    assert_eq!(sent.header("content-type", "application/json").body(body.as_bytes()).send(server.address).status, 201);
    for stream in [&mut revoked, &mut stays] {
        assert!(read_until(stream, "hippocampus").contains("event: change"));
    }
    server.beside(async |service| service.revoke_token(id, "test", &now()).await.unwrap());
    let rest = read_until(&mut revoked, "never");
    assert!(!rest.contains("reader"), "a revoked token learns nothing more: {rest}");
    assert!(read_until(&mut stays, "reader").contains("event: change"));
    drop(server.handle.stop(true));
    read_until(&mut stays, "never");
}

#[test]
fn no_client_can_open_more_streams_than_its_limit() {
    let server = Server::open();
    let streams: Vec<TcpStream> =
        (0..20).map(|_| Request::new("GET", "/v1/changes/stream").open(server.address)).collect();
    for stream in &streams {
        let mut stream = stream.try_clone().unwrap();
        read_until(&mut stream, "retry: 3000");
    }
    let refused = server.get("/v1/changes/stream?seconds=0");
    refused.assert_problem(429, "too_many_requests");
    assert_eq!(refused.header("retry-after"), Some("5"));
    assert_eq!(server.get("/v1/changes").status, 200);
}
