//! Entity tags of files and concepts, and 304 for clients that have the current state.

use std::io::Read;

use super::client::Request;
use super::{RELEASE, Server};

#[test]
fn exports_are_streamed_in_every_format_with_a_file_name_and_a_tag() {
    let server = Server::with_release();
    for (file, media, name, content) in [
        ("default.csv", "text/csv; charset=utf-8", "default.csv", "hypothalamus"),
        ("default.csv?format=csv_excel", "text/csv; charset=utf-8", "default.csv", "\r\n"),
        ("default.tbx", "application/x-tbx", "default.tbx", "martif"),
        ("default.tbx?format=tbx3&profile=omegat&review=candidate", "application/x-tbx", "default.tbx", "</tbx>"),
    ] {
        let answer = server.get(&format!("/v1/exports/{file}"));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(media)));
        assert_eq!(answer.header("content-disposition"), Some(format!("attachment; filename=\"{name}\"").as_str()));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert!(answer.text().contains("視床下部") && answer.text().contains(content), "{}", answer.text());
    }
}

#[test]
fn an_exported_file_is_sent_in_parts_and_head_says_its_length() {
    let server = Server::with_release();
    let path = "/v1/exports/default.csv";
    let whole = server.get(path);
    let length = whole.body.len();
    let tag = whole.header("etag").unwrap().to_owned();
    assert!(tag.starts_with('"'), "{tag}");
    assert_eq!(whole.header("content-length"), Some(length.to_string().as_str()));
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let head = server.send("HEAD", path, "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), Some(length.to_string().as_str()));
    assert_eq!(head.header("etag"), Some(tag.as_str()));
    let part = |range: &str, known: Option<&str>| {
        let mut request = Request::new("GET", path).header("range", range).header("accept-encoding", "gzip");
        if let Some(known) = known {
            request = request.header("if-range", known);
        }
        request.send(server.address)
    };
    for (range, expected) in [
        ("bytes=0-9".to_owned(), 0..10),
        ("bytes=5-".to_owned(), 5..length),
        ("bytes=-7".to_owned(), length - 7..length),
        (format!("bytes=3-{}", 10 * length), 3..length),
    ] {
        let answer = part(&range, Some(&tag));
        assert_eq!((answer.status, answer.header("content-encoding")), (206, None), "{range}");
        assert_eq!(answer.body, whole.body[expected.clone()], "{range}");
        let named = format!("bytes {}-{}/{length}", expected.start, expected.end - 1);
        assert_eq!(answer.header("content-range"), Some(named.as_str()));
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
    }
    let beyond = Request::new("GET", path).header("range", &format!("bytes={length}-")).send(server.address);
    beyond.assert_problem(416, "range_not_satisfiable");
    for (range, known) in [("bytes=0-9", Some("\"of another state\"")), ("bytes=0-1,4-5", None), ("letters=0-9", None)]
    {
        let answer = part(range, known);
        assert_eq!(answer.status, 200, "{range}");
    }
    let packed = Request::new("GET", path).header("accept-encoding", "gzip").send(server.address);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_ne!(packed.header("etag"), Some(tag.as_str()), "other bytes have another tag");
    let known = Request::new("GET", path).header("if-none-match", &tag).send(server.address);
    assert_eq!((known.status, known.body.len()), (304, 0));
}

#[test]
fn the_same_base_gives_the_same_bytes_at_any_time_and_a_summary_says_what_is_lost() {
    let server = Server::with_release();
    for file in ["default.csv", "default.tbx", "default.utf8", "default.tmx"] {
        let first = server.get(&format!("/v1/exports/{file}"));
        std::thread::sleep(std::time::Duration::from_millis(1100));
        // Asked for in another way, so that it is made anew.
        let again = server.get(&format!("/v1/exports/{file}?from=ja&into=en&profile=standard"));
        assert_eq!(first.text(), again.text(), "{file}");
        assert_eq!(first.header("etag"), again.header("etag"), "{file}");
    }
    let summary = server.get("/v1/exports/default.utf8/summary").json();
    assert_eq!(summary["concepts"], 2, "{summary}");
    assert_eq!(summary["bytes"], server.get("/v1/exports/default.utf8").body.len());
    let lost: Vec<&str> =
        summary["lost"].as_array().unwrap().iter().map(|loss| loss["fact"].as_str().unwrap()).collect();
    assert!(lost.contains(&"definition") && lost.contains(&"evidence"), "{summary}");
    let whole = server.get("/v1/exports/default.tbx/summary").json();
    assert_eq!(whole["lost"], serde_json::json!([]), "{whole}");
}

#[test]
fn a_client_that_has_the_current_state_gets_304_until_the_base_changes() {
    let server = Server::with_release();
    for path in ["/v1/exports/default.csv", "/v1/concepts/1"] {
        let first = server.get(path);
        let tag = first.header("etag").unwrap().to_owned();
        let ask = |value: &str| Request::new("GET", path).header("if-none-match", value).send(server.address);
        for known in [tag.clone(), format!("\"x\", {tag}"), tag.trim_start_matches("W/").to_owned(), "*".to_owned()] {
            let answer = ask(&known);
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{known}");
            assert_eq!(answer.header("etag"), Some(tag.as_str()));
        }
        assert_eq!(ask("\"0\"").status, 200);
        let other = format!("{RELEASE}{path}");
        assert_eq!(server.send("POST", "/v1/releases?name=b.txt", &other).status, 201);
        assert_eq!(ask(&tag).status, 200);
    }
    let missing = Request::new("GET", "/v1/concepts/999").header("if-none-match", "*").send(server.address);
    missing.assert_problem(404, "not_found");
}

#[test]
fn answers_are_compressed_on_request_and_head_has_no_body() {
    let server = Server::with_release();
    let path = "/openapi.json";
    let plain = server.get(path);
    let packed = Request::new("GET", path).header("accept-encoding", "gzip").send(server.address);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    let head = Request::new("HEAD", path).send(server.address);
    assert_eq!((head.status, head.body.len()), (200, 0));
}
