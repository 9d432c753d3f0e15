//! Releases over HTTP: send, read and delete.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::client::Request;
use super::{RELEASE, Server};

#[test]
fn a_document_is_stored_once_and_read_with_its_entries() {
    let server = Server::open();
    server.create_projects(&["brain"]);
    let created = server.send("POST", "/v1/releases?name=%E7%9C%A0%E3%82%8A.txt&project=brain", RELEASE);
    assert_eq!(created.status, 201, "{}", created.text());
    let made = created.json();
    let path = created.header("location").unwrap().to_owned();
    assert_eq!(made["outcome"], "created");
    assert_eq!(made["release"]["name"], "眠り.txt");
    assert_eq!(made["release"]["project"], "brain");

    let again = server.send("POST", "/v1/releases?name=other.txt&project=brain", RELEASE);
    assert_eq!((again.status, again.header("location")), (200, Some(path.as_str())));
    assert_eq!(again.json()["outcome"], "unchanged");

    let read = server.get(&path);
    assert_eq!(read.status, 200);
    assert_eq!(read.json(), made["release"]);
    assert_eq!(read.json().get("text"), None);
    let terms: Vec<&str> =
        made["release"]["entries"].as_array().unwrap().iter().map(|entry| entry["term"].as_str().unwrap()).collect();
    assert_eq!(terms, ["視床下部", "神経細胞", "細胞"]);
}

#[test]
fn spans_are_given_in_bytes_and_in_characters_of_the_text() {
    let server = Server::with_release();
    let release = server.get("/v1/releases/1?text=true").json();
    let text = release["text"].as_str().unwrap();
    let characters: Vec<char> = text.chars().collect();
    let pair = |value: &Value| {
        let at = |index: usize| usize::try_from(value[index].as_u64().unwrap()).unwrap();
        (at(0), at(1))
    };
    let entries = release["entries"].as_array().unwrap();
    let references = release["references"].as_array().unwrap();
    assert!(!references.is_empty());
    for (thing, names) in entries
        .iter()
        .map(|entry| (entry, &["span", "head_span", "definition_span"][..]))
        .chain(references.iter().map(|reference| (reference, &["span"][..])))
    {
        for name in names {
            let (start, end) = pair(&thing[*name]);
            let (first, last) = pair(&thing[format!("{name}_chars")]);
            assert_eq!(&text[start..end], characters[first..last].iter().collect::<String>(), "{name}");
        }
    }
    let (start, end) = pair(&entries[0]["definition_span"]);
    assert_eq!(&text[start..end], "脳の一部で、𠮷い眠りを保つ。");
}

#[test]
fn a_deleted_document_takes_terms_without_other_evidence_with_it() {
    let server = Server::with_release();
    assert_eq!(server.get("/v1/terms?q=視床下部").json()["matches"].as_array().unwrap().len(), 1);
    let deleted = server.send("DELETE", "/v1/releases/1", "");
    assert_eq!((deleted.status, deleted.body.len()), (204, 0));
    server.get("/v1/releases/1").assert_problem(404, "not_found");
    server.send("DELETE", "/v1/releases/1", "").assert_problem(404, "not_found");
    assert_eq!(server.get("/v1/terms?q=視床下部").json()["matches"], json!([]));
}

#[test]
fn the_same_document_sent_many_times_at_once_is_one_release() {
    let server = Server::open();
    let address = server.address;
    let threads: Vec<_> = (0..8)
        .map(|number| {
            std::thread::spawn(move || {
                let path = format!("/v1/releases?name=copy{number}.txt");
                Request::new("POST", &path).body(RELEASE.as_bytes()).send(address)
            })
        })
        .collect();
    let answers: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 7, "{statuses:?}");
    let locations: BTreeSet<_> = answers.iter().map(|answer| answer.header("location").unwrap()).collect();
    assert_eq!(locations.len(), 1);
    assert_eq!(server.get("/v1/releases").json()["releases"].as_array().unwrap().len(), 1);
}
