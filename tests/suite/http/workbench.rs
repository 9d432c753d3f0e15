//! What the pages of the workbench ask beside the rest: corrections of a release, its segments, coverage, previews of exports, acts of
//! many decisions, and what one person did.

use serde_json::{Value, json};

use super::access_table::{Row, asks, row};
use super::{RELEASE, Server};

/// A request of each kind that would do something, if it were let through.
pub(super) fn access_rows() -> Vec<Row> {
    vec![
        row("GET", "/v1/releases/{id}/segments", "/v1/releases/1/segments"),
        Row { asked: "/v1/releases/1/pair", ..asks("POST", "/v1/releases/{id}/pair", &json!({"release_id": 1})) },
        row("GET", "/v1/releases/{id}/corrections", "/v1/releases/1/corrections"),
        Row {
            asked: "/v1/releases/1/corrections",
            ..asks("POST", "/v1/releases/{id}/corrections", &json!({"kind": "entry", "span_chars": [0, 4]}))
        },
        row("DELETE", "/v1/releases/{id}/corrections/{correction_id}", "/v1/releases/1/corrections/1"),
        row("GET", "/v1/coverage", "/v1/coverage"),
        row("GET", "/v1/exports/{file}/preview", "/v1/exports/default.csv/preview?rows=5"),
        asks("POST", "/v1/review/bulk", &json!({"kind": "accept", "plan": true})),
        row("POST", "/v1/review/bulk/{id}/undo", "/v1/review/bulk/1/undo"),
    ]
}

/// Carries out the act 1, in the project of release 1.
pub(super) fn make_act(server: &Server, token: Option<&str>) {
    let body = json!({"filter": {"release": 1}, "kind": "accept", "expected": 2});
    assert_eq!(asks("POST", "/v1/review/bulk", &body).sent(server, "POST", token).status, 201, "an act to undo");
}

/// The span of a text in a release, in characters.
fn span(text: &str, part: &str) -> [usize; 2] {
    let start = text[..text.find(part).unwrap()].chars().count();
    [start, start + part.chars().count()]
}

fn release_text(server: &Server, id: i64) -> String {
    server.get(&format!("/v1/releases/{id}?text=true")).json()["text"].as_str().unwrap().to_owned()
}

fn terms(release: &Value) -> Vec<&str> {
    release["entries"].as_array().unwrap().iter().map(|entry| entry["term"].as_str().unwrap()).collect()
}

#[test]
fn a_correction_is_made_listed_and_deleted() {
    let server = Server::with_release();
    let release = server.get("/v1/releases/1").json();
    let text = release_text(&server, 1);
    let cell = &release["entries"][2]["id"];
    assert_eq!(server.get("/v1/releases/1/corrections").json(), json!({"corrections": []}));
    let body = json!({"kind": "english", "entry_id": cell, "span_chars": span(&text, "neuron")});
    let made = server.post_json("/v1/releases/1/corrections?actor=山田", &body);
    assert_eq!(made.status, 201, "{}", made.text());
    let answer = made.json();
    assert_eq!(answer["correction"]["kind"], "english");
    assert_eq!(answer["correction"]["actor"], "山田");
    assert_eq!(answer["correction"]["applied"], true);
    assert_eq!(answer["correction"]["passage"]["text"], "neuron");
    assert_eq!(answer["correction"]["entry"]["text"], "細胞");
    let links = answer["release"]["links"].as_array().unwrap();
    assert!(links.iter().any(|link| link["method"] == "person" && link["ja"] == "細胞" && link["en"] == "neuron"));
    let location = made.header("location").unwrap().to_owned();
    let list = server.get("/v1/releases/1/corrections").json();
    assert_eq!(list["corrections"], json!([answer["correction"]]));
    let deleted = server.send("DELETE", &location, "");
    assert_eq!(deleted.status, 200, "{}", deleted.text());
    assert!(deleted.json()["links"].as_array().unwrap().iter().all(|link| link["method"] != "person"));
    server.send("DELETE", &location, "").assert_problem(404, "not_found");

    let entries = server.get("/v1/releases/1").json();
    let body = json!({"kind": "not_an_entry", "entry_id": entries["entries"][0]["id"]});
    let made = server.post_json("/v1/releases/1/corrections", &body).json();
    assert_eq!(terms(&made["release"]), ["神経細胞", "細胞"]);
    server.post_json("/v1/releases/1/corrections", &body).assert_problem(400, "invalid_request");
    let japanese = json!({"kind": "english", "entry_id": made["release"]["entries"][0]["id"], "span_chars": [0, 3]});
    server.post_json("/v1/releases/1/corrections", &japanese).assert_problem(400, "invalid_request");
    for body in [
        json!({"kind": "head"}),
        json!({"kind": "tail", "entry_id": 1}),
        json!({"kind": "entry", "span_chars": [5, 5]}),
        json!({"kind": "entry", "span_chars": [0, 100_000]}),
        json!({"kind": "entry", "span": [0, 5]}),
    ] {
        assert_eq!(server.post_json("/v1/releases/1/corrections", &body).status, 400, "{body}");
    }
    server.get("/v1/releases/9/corrections").assert_problem(404, "not_found");
}

#[test]
fn the_segments_of_a_paired_release_say_where_both_sides_are_printed() {
    let server = Server::open();
    let ja = "クジラの歌を数える\n\n私たちは2024年5月に北の海で420頭のクジラの声を録音した。声はニューラルネットワークで12種類に分けた。\n\n水温が3度上がると、クジラが歌う時間は20%減った。この方法は他の動物の研究にも使える。\n";
    let en = "Counting the songs of whales\n\nIn May 2024 we recorded the voices of 420 whales in the northern sea. The voices were divided into 12 types with a neural network.\n\nWhen the water was 3 degrees warmer, the time whales spent singing decreased by 20 percent. This method can also be used to study other animals.\n";
    for (name, text) in [("whale_ja.txt", ja), ("whale_en.txt", en)] {
        assert_eq!(server.send("POST", &format!("/v1/releases?name={name}"), text).status, 201);
    }
    let paired = server.post_json("/v1/releases/2/pair", &json!({"release_id": 1}));
    assert_eq!(paired.status, 200, "{}", paired.text());
    let paired = paired.json();
    assert_eq!((&paired["same"], &paired["segments"], &paired["parting"]), (&json!(true), &json!(5), &Value::Null));
    assert_eq!((&paired["ja"], &paired["en"]), (&json!("whale_ja.txt"), &json!("whale_en.txt")), "in either order");
    server.post_json("/v1/releases/1/pair", &json!({"release_id": 1})).assert_problem(400, "invalid_request");
    server.post_json("/v1/releases/1/pair", &json!({"release_id": 9})).assert_problem(404, "not_found");
    server.post_json("/v1/releases/9/pair", &json!({"release_id": 1})).assert_problem(404, "not_found");
    assert_eq!(server.post_json("/v1/releases/1/pair", &json!({"release": 2})).status, 400);
    let found = server.get("/v1/releases/1/segments").json();
    assert_eq!(found["pair"], json!({"id": 2, "name": "whale_en.txt"}));
    let segments = found["segments"].as_array().unwrap();
    assert_eq!(segments.len(), 5);
    for segment in segments {
        let side = |side: &str| -> String {
            let text = if segment[format!("{side}_release_id")] == 1 { ja } else { en };
            let span = &segment[format!("{side}_span_chars")];
            let at = |end: usize| usize::try_from(span[end].as_u64().unwrap()).unwrap();
            text.chars().skip(at(0)).take(at(1) - at(0)).collect()
        };
        assert_eq!((segment["source_release_id"].as_i64(), segment["target_release_id"].as_i64()), (Some(1), Some(2)));
        assert_eq!(side("source"), segment["source"].as_str().unwrap());
        assert_eq!(side("target"), segment["target"].as_str().unwrap());
    }
    let other = server.get("/v1/releases/2/segments").json();
    assert_eq!(other["pair"], json!({"id": 1, "name": "whale_ja.txt"}));
    assert_eq!(other["segments"], found["segments"]);
    server.get("/v1/releases/9/segments").assert_problem(404, "not_found");
}

#[test]
fn releases_that_say_something_else_or_are_elsewhere_are_not_paired() {
    let server = Server::open();
    let ja = "クジラの歌を数える\n\n私たちは2024年5月に北の海で420頭のクジラの声を録音した。声は12種類に分けた。\n";
    let en =
        "A cure for rust\n\nWe painted a bridge with seven layers of zinc. Rain did not reach the iron for a decade.\n";
    assert_eq!(server.post_json("/v1/projects", &json!({"name": "other", "starter": []})).status, 201);
    for (path, text) in [
        ("name=ja.txt", ja),
        ("name=en.txt", en),
        ("name=other.txt&project=other", en),
        ("name=ja2.txt", "海の話をします。\n"),
    ] {
        assert_eq!(server.send("POST", &format!("/v1/releases?{path}"), text).status, 201);
    }
    let answer = server.post_json("/v1/releases/1/pair", &json!({"release_id": 2})).json();
    assert_eq!((&answer["same"], &answer["segments"]), (&json!(false), &json!(0)));
    assert!(answer["parting"].as_str().unwrap().contains("they part at"), "{answer}");
    assert_eq!(server.get("/v1/releases/1/segments").json()["segments"], json!([]));
    server.post_json("/v1/releases/1/pair", &json!({"release_id": 3})).assert_problem(400, "invalid_request");
    server.post_json("/v1/releases/1/pair", &json!({"release_id": 4})).assert_problem(400, "invalid_request");
}

#[test]
fn coverage_counts_heads_by_source_field_and_release() {
    let server = Server::with_release();
    let counts = server.get("/v1/coverage?project=default").json();
    let heads = &counts["heads"];
    assert_eq!((heads["heads"].as_i64(), heads["with_english"].as_i64()), (Some(3), Some(2)));
    let by = |word: &str| {
        let all = heads["by"].as_array().unwrap();
        all.iter().find(|one| one["by"] == word).unwrap_or_else(|| panic!("{heads}"))["heads"].as_i64().unwrap()
    };
    assert_eq!((by("document"), by("none")), (2, 1));
    let release = &counts["releases"][0];
    assert_eq!(
        (&release["release_id"], &release["heads"], &release["with_english"]),
        (&json!(1), &json!(3), &json!(2))
    );
    let field = counts["fields"].as_array().unwrap().iter().find(|one| one["field"].is_null()).unwrap();
    assert_eq!((&field["terms"], &field["with_english"], &field["approved"]), (&json!(3), &json!(2), &json!(0)));
    let term = server.get("/v1/review").json()["items"][0]["term_id"].clone();
    server.post_json("/v1/review/decisions", &json!({"decisions": [{"kind": "accept", "term_id": term}]}));
    let counts = server.get("/v1/coverage").json();
    let field = counts["fields"].as_array().unwrap().iter().find(|one| one["field"].is_null()).unwrap();
    assert_eq!(field["approved"], 1);
    server.get("/v1/coverage?project=無").assert_problem(404, "not_found");
}

#[test]
fn a_preview_has_the_first_rows_as_the_file_will_have_them() {
    let server = Server::with_release();
    let preview = |path: &str| {
        let answer = server.get(&format!("/v1/exports/{path}"));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.json()
    };
    let file = server.get("/v1/exports/default.csv").text().to_owned();
    let first = preview("default.csv/preview?rows=1");
    let mut lines = file.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(first["columns"], json!(columns));
    assert_eq!(
        (first["rows"].as_array().unwrap().len(), &first["more"], &first["text"]),
        (1, &json!(true), &Value::Null)
    );
    let all = preview("default.csv/preview");
    assert_eq!((all["rows"].as_array().unwrap().len(), &all["more"]), (lines.count(), &json!(false)));
    assert_eq!(preview("default.xlsx/preview"), all, "a workbook has the same rows");
    let glossary = preview("default.utf8/preview?rows=200");
    assert_eq!((&glossary["columns"], glossary["rows"][0].as_array().unwrap().len()), (&Value::Null, 3));
    let text = preview("default.tbx/preview?rows=1");
    assert!(text["rows"].is_null() && text["text"].as_str().unwrap().contains("<termEntry"), "{text}");
    assert_eq!(text["text"].as_str().unwrap().matches("<termEntry").count(), 1);
    assert_eq!(text["more"], true);
    assert_eq!(preview("default.tmx/preview")["more"], false);
    let word = preview("default.docx/preview");
    assert!(word["rows"].is_null() && word["text"].is_null());
    for query in ["rows=0", "rows=201", "rows=x", "colour=red"] {
        server.get(&format!("/v1/exports/default.csv/preview?{query}")).assert_problem(400, "invalid_request");
    }
    server.get("/v1/exports/default.none/preview").assert_problem(404, "not_found");
}

#[test]
fn an_act_decides_on_what_its_plan_said_and_is_undone_as_one() {
    let server = Server::with_release();
    let act = |body: &Value| server.post_json("/v1/review/bulk?actor=山田", body);
    let before = server.get("/v1/exports/default.csv?review=candidate").body;
    let plan = act(&json!({"filter": {"release": 1}, "kind": "accept", "plan": true}));
    assert_eq!(plan.status, 200, "{}", plan.text());
    assert_eq!((plan.json()["count"].as_i64(), plan.json()["items"].as_array().unwrap().len()), (Some(2), 2));
    act(&json!({"filter": {"release": 1}, "kind": "accept"})).assert_problem(400, "invalid_request");
    act(&json!({"filter": {"release": 1}, "kind": "accept", "expected": 3})).assert_problem(409, "selection_changed");
    act(&json!({"filter": {"colour": 1}, "kind": "accept", "plan": true})).assert_problem(400, "invalid_json");
    let done = act(&json!({"filter": {"release": 1}, "kind": "accept", "expected": 2}));
    assert_eq!(done.status, 201, "{}", done.text());
    let done = done.json();
    assert_eq!((&done["done"], &done["refused"]), (&json!(2), &json!([])));
    let history = server.get("/v1/review/decisions?actor=山田").json();
    let decisions = history["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 2);
    assert!(decisions.iter().all(|one| one["act_id"] == done["act"] && one["kind"] == "accept"));
    assert_eq!(server.get("/v1/review").json()["items"], json!([]));
    // One of them is undone on its own; the act undoes the rest.
    let single = server.send("POST", &format!("/v1/review/decisions/{}/undo", decisions[0]["id"]), "");
    assert_eq!(single.status, 200, "{}", single.text());
    let undo = format!("/v1/review/bulk/{}/undo", done["act"]);
    let undone = server.send("POST", &undo, "");
    assert_eq!(undone.status, 200, "{}", undone.text());
    assert_eq!(undone.json(), json!({"act": done["act"], "undone": 1, "refused": []}));
    assert_eq!(server.send("POST", &undo, "").json()["undone"], 0);
    assert_eq!(server.get("/v1/exports/default.csv?review=candidate").body, before);
    server.send("POST", "/v1/review/bulk/99/undo", "").assert_problem(404, "not_found");
    let rejected = act(&json!({"filter": {"project": "default"}, "kind": "reject", "expected": 2}));
    assert_eq!(rejected.json()["done"], 2);
    assert_eq!(server.get("/v1/terms?q=neuron").json()["matches"], json!([]));
}

#[test]
fn changes_and_decisions_are_listed_by_person() {
    let server = Server::with_release();
    server.create_projects(&["brain"]);
    let term = server.get("/v1/review").json()["items"][0]["term_id"].clone();
    for (actor, kind) in [("山田", "accept"), ("鈴木", "reject")] {
        let body = json!({"decisions": [{"kind": kind, "term_id": term}]});
        assert_eq!(server.post_json(&format!("/v1/review/decisions?actor={actor}"), &body).status, 200);
    }
    assert_eq!(server.send("POST", "/v1/releases?name=b.txt&project=brain", RELEASE).status, 201);
    for (actor, kinds) in [("山田", vec!["accept"]), ("鈴木", vec!["reject"]), ("無", vec![])] {
        let history = server.get(&format!("/v1/review/decisions?actor={actor}")).json();
        let found: Vec<&str> =
            history["decisions"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
        assert_eq!(found, kinds, "{actor}");
        let changes = server.get(&format!("/v1/changes?actor={actor}&limit=200")).json();
        let changes = changes["changes"].as_array().unwrap();
        assert_eq!(changes.is_empty(), kinds.is_empty(), "{actor}");
        assert!(changes.iter().all(|change| change["actor"] == actor), "{actor}");
    }
    let ingested = server.get("/v1/changes?actor=ingest&entity=release&project=brain").json();
    assert_eq!(ingested["changes"].as_array().unwrap().len(), 1);
}
