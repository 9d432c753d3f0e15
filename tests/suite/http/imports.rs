//! Imports over HTTP: a plan changes nothing, a job can be followed and cancelled, and each role does what it may.

use std::time::Duration;

use serde_json::{Value, json};
use taiyaku::app::import::{DictionaryOptions, ImportOptions};
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::client::{Answer, Request};
use super::{RELEASE, Server};
use crate::app::importing::memory;

/// An import into a project as any program would do it.
pub(super) fn import_options(project: &str) -> ImportOptions {
    ImportOptions {
        project: project.to_owned(),
        actor: "test".to_owned(),
        approved: false,
        proposed: false,
        source_lang: None,
        target_lang: None,
        again: false,
        dictionary: DictionaryOptions::default(),
    }
}

const TABLE: &str = "ja,en,usage\n視床下部,hypothalamus,approved\n神経細胞,nerve cell,forbidden\n格子,lattice,\n格子,grid,\n,,forbidden\n";

/// Waits until the import has ended.
fn ended(server: &Server, path: &str) -> Value {
    loop {
        let job = server.get(path).json();
        if job["import"]["state"] != "running" {
            return job;
        }
        assert_eq!(job["error"], Value::Null, "{job}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn place(answer: &Answer) -> String {
    assert_eq!(answer.status, 202, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}

#[test]
fn a_plan_is_told_page_by_page_and_an_import_does_what_it_says() {
    let server = Server::open();
    server.send("POST", "/v1/releases?name=a.txt", RELEASE);
    let revision = server.get("/ready").json()["revision"].clone();
    let plan = server.send("POST", "/v1/imports?name=t.csv&plan=true", TABLE);
    assert_eq!(plan.status, 200, "{}", plan.text());
    let plan = plan.json();
    let outcomes: Vec<&str> =
        plan["rows"].as_array().unwrap().iter().map(|row| row["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["merged", "in_conflict", "added", "merged", "refused"], "{plan}");
    assert_eq!(plan["rows"][0]["rule"], "shared_english");
    assert_eq!((&plan["rows"][3]["rule"], &plan["rows"][3]["with_line"]), (&json!("same_entry"), &json!(4)));
    let page = server.send("POST", "/v1/imports?name=t.csv&plan=true&limit=2&after=1", TABLE).json();
    assert_eq!((&page["rows"], &page["next_after"]), (&json!(plan["rows"].as_array().unwrap()[1..3]), &json!(3)));
    assert_eq!(page["report"]["outcomes"], plan["report"]["outcomes"]);
    assert_eq!(server.get("/ready").json()["revision"], revision);
    assert_eq!(server.get("/v1/imports").json()["imports"], json!([]));
    let path = place(&server.send("POST", "/v1/imports?name=t.csv", TABLE));
    let job = ended(&server, &path);
    assert_eq!((&job["import"]["state"], &job["import"]["name"]), (&json!("finished"), &json!("t.csv")));
    assert_eq!(job["import"]["outcomes"], plan["report"]["outcomes"]);
    assert_eq!(job["progress"]["rows"], 5);
    assert_eq!(server.get("/v1/imports").json()["imports"][0], job["import"]);
    let undone = server.send("DELETE", &path, "");
    assert_eq!(undone.status, 200, "{}", undone.text());
    assert!(undone.json()["terms"].as_u64().unwrap() >= 3, "{}", undone.text());
    server.send("DELETE", &path, "").assert_problem(404, "not_found");
    assert_eq!(server.get("/v1/terms?q=格子").json()["matches"], json!([]));
}

#[test]
fn one_import_into_a_project_runs_at_a_time_and_can_be_cancelled() {
    let server = Server::open();
    let text = memory(60_000);
    let path = place(&server.send("POST", "/v1/imports?name=m.tmx", &text));
    let second = server.send("POST", "/v1/imports?name=n.tmx", &memory(10));
    if server.get(&path).json()["import"]["state"] == "running" {
        second.assert_problem(409, "import_in_progress");
        assert_eq!(
            server.get("/v1/concordance?q=実験の第1部").json()["occurrences"],
            json!([]),
            "nothing is seen of it"
        );
    }
    let cancelled = server.send("DELETE", &path, "");
    assert_eq!(cancelled.status, 200, "{}", cancelled.text());
    server.get(&path).assert_problem(404, "not_found");
    let path = place(&server.send("POST", "/v1/imports?name=n.tmx", &memory(10)));
    assert_eq!(ended(&server, &path)["import"]["outcomes"]["added"], json!(9));
}

#[test]
fn who_may_only_propose_approves_and_forbids_nothing() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (_, suggests) = server.token("訳者", Role::Suggest, None);
    let (_, reviews) = server.token("校閲者", Role::Review, None);
    let ask = |token: &str, method: &str, path: &str, body: &str| {
        let request = Request::new(method, path).header("authorization", &format!("Bearer {token}"));
        request.body(body.as_bytes()).send(server.address)
    };
    let table = "ja,en,usage\n格子,lattice,approved\n格子,grid,forbidden\n";
    ask(&suggests, "POST", "/v1/imports?name=t.csv&approved=true", table).assert_problem(403, "forbidden");
    let path = place(&ask(&suggests, "POST", "/v1/imports?name=t.csv", table));
    while ask(&reviews, "GET", &path, "").json()["import"]["state"] == "running" {
        std::thread::sleep(Duration::from_millis(10));
    }
    let found = ask(&reviews, "GET", "/v1/terms?q=格子", "").json();
    for term in found["matches"][0]["concept"]["terms"].as_array().unwrap() {
        assert_eq!(term["review"], "suggested", "{term}");
        assert_ne!(term["usage"], "forbidden", "{term}");
    }
    assert_eq!(ask(&reviews, "GET", &path, "").json()["import"]["actor"], "訳者");
    ask(&reviews, "DELETE", &path, "").assert_problem(403, "forbidden");
}
