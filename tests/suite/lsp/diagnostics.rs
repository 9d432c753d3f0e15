//! Diagnostics: when they appear and disappear.

use serde_json::{Value, json};

use super::{DRAFT, editor, home};

fn codes(told: &[Value]) -> Vec<&str> {
    told.iter().map(|told| told["code"].as_str().unwrap()).collect()
}

#[test]
fn diagnostics_have_code_range_severity_and_the_data_of_fixes() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let uri = "file:///d/draft.xlf";
    client.open(uri, DRAFT);
    let told = client.diagnostics_when(uri, |told| codes(told).contains(&"term_forbidden"));
    let forbidden = told.iter().find(|told| told["code"] == "term_forbidden").unwrap();
    assert_eq!(client.shown(uri, &forbidden["range"]), "under-thalamus");
    assert_eq!((&forbidden["source"], &forbidden["severity"]), (&json!("taiyaku"), &json!(1)));
    assert!(forbidden["data"]["key"].as_str().unwrap().starts_with("term_forbidden|"), "{forbidden}");
    let related = forbidden["relatedInformation"].as_array().unwrap();
    let shown: Vec<String> = related.iter().map(|place| client.shown(uri, &place["location"]["range"])).collect();
    assert!(shown.contains(&"視床下部".to_owned()), "{shown:?}");
    assert_eq!(client.end(), 0);
}

#[test]
fn settings_determine_the_diagnostics_and_can_change() {
    let home = home();
    let mut client = editor(&home, json!({"rules": {"term_forbidden": "off", "term_not_used": "hint"}}));
    let uri = "file:///d/draft.tsv";
    client.open(uri, "ja\ten\n神経細胞が光る。\tThe nerve thing glows.\n視床下部だ。\tThe under-thalamus.\n");
    let told = client.diagnostics_when(uri, |told| codes(told).contains(&"term_not_used"));
    assert!(!codes(&told).contains(&"term_forbidden"), "{told:?}");
    let unused = told.iter().find(|told| told["code"] == "term_not_used").unwrap();
    assert_eq!(unused["severity"], 4);
    client
        .notify("workspace/didChangeConfiguration", json!({"settings": {"taiyaku": {"rules": {"numbers": "error"}}}}));
    client.diagnostics_when(uri, |told| codes(told).contains(&"term_forbidden"));
    client.notify("workspace/didChangeConfiguration", json!({"settings": {"taiyaku": {"rules": {"numbers": "loud"}}}}));
    // A setting that cannot be read changes nothing, and is said.
    client.change(uri, "glows", "shines");
    client.diagnostics_when(uri, |told| codes(told).contains(&"term_forbidden"));
    assert!(
        client
            .notifications
            .iter()
            .any(|told| told["params"]["message"].to_string().contains("Could not read the settings"))
    );
}

#[test]
fn the_configuration_of_the_editor_is_requested() {
    let home = home();
    let mut client = super::Client::start(&home, &["--no-starter", "lsp"], &[]);
    client.configuration = json!({"rules": {"term_forbidden": "information"}, "sourceLanguage": "", "minScore": 70});
    client.initialize(json!({"workspace": {"configuration": true}}), Value::Null);
    client.ready();
    client.open("file:///d/draft.xlf", DRAFT);
    let told = client.diagnostics_when("file:///d/draft.xlf", |told| codes(told).contains(&"term_forbidden"));
    assert!(told.iter().any(|told| told["code"] == "term_forbidden" && told["severity"] == 3), "{told:?}");
}

#[test]
fn a_change_of_the_base_changes_the_diagnostics() {
    let home = home();
    let (mut one, mut two) = (editor(&home, Value::Null), editor(&home, Value::Null));
    let (uri, other) = ("file:///d/a.tsv", "file:///d/b.tsv");
    one.open(uri, "ja\ten\n神経細胞が光る。\tThe nerve thing glows.\n");
    two.open(other, "ja\ten\n神経細胞が光る。\tThe nerve thing glows.\n");
    two.diagnostics_when(other, |told| codes(told).contains(&"term_not_used"));
    one.diagnostics_when(uri, |told| codes(told).contains(&"term_not_used"));
    // Another program adds a term.
    std::fs::write(home.path("more.utx"), "#UTX 1.20; ja-JP/en-US; 2026-01-01T00:00:00Z; licence: CC0\n#src\ttgt\tsrc:pos\tterm status\n神経細胞\tnerve thing\tnoun\tapproved\n").unwrap();
    home.prints(&["--no-starter", "--quiet", "import", home.path("more.utx").to_str().unwrap()], 0);
    one.diagnostics_when(uri, |told| !codes(told).contains(&"term_not_used"));
    two.diagnostics_when(other, |told| !codes(told).contains(&"term_not_used"));
    // What one editor ignores the other no longer shows.
    one.change(uri, "nerve thing", "under-thalamus");
    let told = one.diagnostics_when(uri, |told| codes(told).contains(&"term_not_used"));
    two.change(other, "nerve thing", "under-thalamus");
    two.diagnostics_when(other, |told| codes(told).contains(&"term_not_used"));
    let key = &told.iter().find(|told| told["code"] == "term_not_used").unwrap()["data"]["key"];
    one.ask(
        "workspace/executeCommand",
        json!({"command": "taiyaku.server.ignore", "arguments": [{"uri": uri, "key": key}]}),
    )
    .unwrap();
    one.diagnostics_when(uri, |told| !codes(told).contains(&"term_not_used"));
    two.diagnostics_when(other, |told| !codes(told).contains(&"term_not_used"));
}

#[test]
fn a_text_and_its_translation_in_two_files_are_checked_together() {
    let home = home();
    let (ja, en) = (home.path("発表.ja.md"), home.path("発表.en.md"));
    std::fs::write(&ja, "# 視床下部\n\n神経細胞を\n調べた。\n").unwrap();
    let text = "# Under-thalamus\n\nWe examined neurons.\n";
    std::fs::write(&en, text).unwrap();
    let mut client = editor(&home, Value::Null);
    let uri = format!("file://{}", en.to_str().unwrap().replace("発表", "%E7%99%BA%E8%A1%A8"));
    client.open(&uri, text);
    let told = client.diagnostics_when(&uri, |told| codes(told).contains(&"term_forbidden"));
    assert_eq!(client.shown(&uri, &told[0]["range"]), "Under-thalamus");
    let place = &told[0]["relatedInformation"][0]["location"];
    assert!(place["uri"].as_str().unwrap().ends_with(".ja.md"), "{place}");
    assert_eq!(place["range"], json!({"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 6}}));
    let hints = client.ask("textDocument/hover", client.behind(&uri, "examined neu")).unwrap();
    assert!(hints["contents"]["value"].as_str().unwrap().contains("神経細胞"), "{hints}");
    // The other file changes in the editor, too.
    let other = uri.replace(".en.md", ".ja.md");
    client.open(&other, "# 脳\n\n神経細胞を\n調べた。\n");
    client.diagnostics_when(&uri, |told| told.iter().all(|told| told["relatedInformation"][0].is_null()));
}

#[test]
fn a_single_english_text_is_checked_for_forbidden_terms() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open("file:///d/note.txt", "The 3 under-thalamus cells.\n");
    let told = client.diagnostics_when("file:///d/note.txt", |told| !told.is_empty());
    assert_eq!(codes(&told), ["term_forbidden"]);
    assert_eq!(client.shown("file:///d/note.txt", &told[0]["range"]), "under-thalamus");
}

#[test]
fn a_closed_document_has_no_diagnostics() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let uri = "file:///d/draft.xlf";
    client.open(uri, DRAFT);
    client.diagnostics_when(uri, |told| !told.is_empty());
    client.documents.get_mut(uri).unwrap().1 = 0;
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.documents.insert(uri.to_owned(), (String::new(), 0));
    // Its marks are taken back without a version.
    let hover = client
        .ask("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}));
    assert_eq!(hover, Ok(Value::Null));
    client.cleared(uri);
}
