//! Entity tags of files and concepts, and 304 for clients that have the current state.

use std::io::Read;

use super::client::Request;
use super::{RELEASE, Server};

#[test]
fn exports_are_streamed_in_every_format_with_a_file_name_and_a_tag() {
    let server = Server::with_release();
    for (query, media, name, content) in [
        ("csv", "text/csv; charset=utf-8", "terms.csv", "hypothalamus"),
        ("csv_excel", "text/csv; charset=utf-8", "terms.csv", "\r\n"),
        ("tbx2", "application/x-tbx", "terms.tbx", "martif"),
        ("tbx3&profile=omegat&candidates=true", "application/x-tbx", "terms.tbx", "</tbx>"),
    ] {
        let answer = server.get(&format!("/v1/export?format={query}&project=default"));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(media)));
        assert_eq!(answer.header("content-disposition"), Some(format!("attachment; filename=\"{name}\"").as_str()));
        assert!(answer.text().contains("視床下部") && answer.text().contains(content), "{}", answer.text());
    }
}

#[test]
fn a_client_that_has_the_current_state_gets_304_until_the_base_changes() {
    let server = Server::with_release();
    for path in ["/v1/export?format=csv", "/v1/concepts/1"] {
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
