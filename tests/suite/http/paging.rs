//! Lists come page by page, with every item once and a link to the next page.

use serde_json::Value;

use super::Server;

/// All items of a list, a page of `limit` at a time, by following `Link`.
fn follow(server: &Server, path: &str, items: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let answer = server.get(&path);
        assert_eq!(answer.status, 200, "{}", answer.text());
        all.extend(answer.json()[items].as_array().unwrap().iter().cloned());
        next = answer.header("link").map(|link| {
            let (path, relation) = link.split_once('>').unwrap();
            assert_eq!(relation, "; rel=\"next\"");
            path.trim_start_matches('<').to_owned()
        });
    }
    all
}

#[test]
fn following_the_links_returns_every_item_once() {
    let server = Server::open();
    server.create_projects(&["p0", "p1"]);
    for number in 1..=5 {
        let text = format!("研究{number}の紹介\n\n用語解説\n（注1）概念{number}：説明その{number}。\n");
        let path = format!("/v1/releases?name={number}.txt&project=p{}", number % 2);
        assert_eq!(server.send("POST", &path, &text).status, 201);
    }
    for (path, items, want) in [
        ("/v1/releases?limit=2", "releases", 5),
        ("/v1/releases?project=p1&limit=1", "releases", 3),
        ("/v1/releases?limit=5", "releases", 5),
        ("/v1/concepts?limit=2", "concepts", 5),
        ("/v1/concepts?project=p0%2Cp1&limit=2", "concepts", 5),
        ("/v1/concepts?project=p0&limit=1&after=0", "concepts", 2),
    ] {
        let all = follow(&server, path, items);
        let mut ids: Vec<i64> = all.iter().map(|item| item["id"].as_i64().unwrap()).collect();
        assert!(ids.is_sorted(), "{path}: {ids:?}");
        ids.dedup();
        assert_eq!(ids.len(), want, "{path}: {ids:?}");
    }
    let changes = follow(&server, "/v1/changes?limit=3", "changes");
    let revisions: Vec<i64> = changes.iter().map(|change| change["revision"].as_i64().unwrap()).collect();
    assert!(revisions.windows(2).all(|pair| pair[0] < pair[1]), "{revisions:?}");
    let last = server.get("/v1/changes").json()["revision"].clone();
    assert_eq!(revisions.last().copied(), last.as_i64());
}

#[test]
fn a_change_feed_that_is_up_to_date_is_recognisable() {
    let server = Server::with_release();
    let all = server.get("/v1/changes?limit=200").json();
    let since = all["next_since"].as_i64().unwrap();
    assert_eq!(all["revision"], since);
    let none = server.get(&format!("/v1/changes?since={since}")).json();
    assert_eq!((none["changes"].as_array().unwrap().len(), &none["next_since"]), (0, &all["next_since"]));
}

#[test]
fn projects_are_listed_by_name() {
    let server = Server::open();
    server.create_projects(&["zeta", "脳", "alpha"]);
    let list = server.get("/v1/projects").json();
    let names: Vec<&str> =
        list["projects"].as_array().unwrap().iter().map(|project| project["name"].as_str().unwrap()).collect();
    let asked: Vec<&str> = names.iter().copied().filter(|name| ["alpha", "zeta", "脳"].contains(name)).collect();
    assert_eq!(asked, ["alpha", "zeta", "脳"]);
}
