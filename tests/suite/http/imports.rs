//! Imports over HTTP: a plan changes nothing, a job can be followed and cancelled, and each role does what it may.

use std::io::Write;
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

/// A workbook with these rows of text.
pub(crate) fn sheet_of(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |text: &String| format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>");
    let rows = rows
        .iter()
        .zip(1..)
        .map(|(cells, number)| format!("<row r=\"{number}\">{}</row>", cells.iter().map(cell).collect::<String>()));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.collect::<String>());
    let parts = [
        (
            "[Content_Types].xml",
            "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Review\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
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
    let (_, other) = server.token("別の訳者", Role::Suggest, None);
    ask(&other, "DELETE", &path, "").assert_problem(403, "forbidden");
    let undone = ask(&suggests, "DELETE", &path, "");
    assert_eq!(undone.status, 200, "who imported it may undo it: {}", undone.text());
    assert_eq!(ask(&reviews, "GET", "/v1/terms?q=格子", "").json()["matches"], json!([]));
    let (_, admin) = server.token("管理者", Role::Admin, None);
    let path = place(&ask(&suggests, "POST", "/v1/imports?name=t.csv", table));
    while ask(&reviews, "GET", &path, "").json()["import"]["state"] == "running" {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(ask(&admin, "DELETE", &path, "").status, 200, "an admin any");
}

#[test]
fn a_review_sheet_comes_in_as_an_import_too() {
    let server = Server::open();
    server.send("POST", "/v1/releases?name=a.txt", RELEASE);
    let sheet = server.get("/v1/review/sheet").text().to_owned();
    let rows: Vec<Vec<String>> = sheet
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect())
        .collect();
    let filled = |word: &str| {
        let mut rows = rows.clone();
        rows[1][11] = word.to_owned();
        rows
    };
    let csv = filled("accept").iter().map(|cells| cells.join(",") + "\r\n").collect::<String>();
    let revision = server.get("/ready").json()["revision"].clone();
    let plan = server.send("POST", "/v1/imports?name=s.csv&plan=true", &csv);
    assert_eq!(
        (plan.status, &plan.json()["done"], &plan.json()["dry_run"]),
        (200, &json!(1), &json!(true)),
        "{}",
        plan.text()
    );
    assert_eq!(server.get("/ready").json()["revision"], revision);
    let workbook = sheet_of(&filled("accept"));
    let sent = Request::new("POST", "/v1/imports?name=s.xlsx").body(&workbook).send(server.address);
    assert_eq!((sent.status, &sent.json()["done"]), (200, &json!(1)), "{}", sent.text());
    let again = server.send("POST", "/v1/imports?name=s.csv", &csv);
    assert_eq!(&again.json()["unchanged"], &json!(1), "{}", again.text());
    assert_eq!(server.get("/v1/imports").json()["imports"], json!([]), "decisions are in the history");
}

#[test]
fn who_may_not_review_sends_no_sheet() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    let (_, suggests) = server.token("訳者", Role::Suggest, None);
    let sheet = "term,revision,decision,new_english\n1,1,accept,\n";
    let request = Request::new("POST", "/v1/imports?name=s.csv").header("authorization", &format!("Bearer {suggests}"));
    request.body(sheet.as_bytes()).send(server.address).assert_problem(403, "forbidden");
}

#[test]
fn problems_and_rows_have_a_column_where_it_is_known() {
    let server = Server::open();
    let plan =
        server.send("POST", "/v1/imports?name=t.csv&plan=true", "ja,en,usage\n脳,brain,maybe\n骨,bone,\n").json();
    assert_eq!((&plan["rows"][0]["line"], &plan["rows"][0]["column"]), (&json!(2), &json!(3)), "{plan}");
    assert_eq!(plan["rows"][1]["column"], Value::Null);
    assert_eq!(plan["report"]["problems"][0]["column"], json!(3));
    let lines = "{\"type\":\"header\",\"format\":\"taiyaku\",\"version\":1}\n{\"type\": x}\n";
    let plan = server.send("POST", "/v1/imports?name=t.jsonl&plan=true", lines).json();
    assert_eq!(plan["rows"][0]["code"], "not_json", "{plan}");
    assert_eq!((&plan["rows"][0]["line"], &plan["rows"][0]["column"]), (&json!(2), &json!(10)), "{plan}");
}
