//! Documents that change while somebody types.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::{Value, json};

use super::client::Client;
use super::{DRAFT, editor, home};

fn outline(client: &mut Client, uri: &str) -> Value {
    client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}})).unwrap()
}

/// Edits at random, of letters of every width and line ends of every kind: the server must see the same text as the editor,
/// which shows in every place of every line being where a fresh copy of the text has it.
#[test]
fn after_any_edits_the_server_has_the_text_of_the_editor() {
    let home = home();
    for encodings in [json!(["utf-16"]), json!(["utf-8"])] {
        let mut client = Client::start(&home, &["--no-starter", "lsp"], &[]);
        client.initialize(json!({"general": {"positionEncodings": encodings}}), Value::Null);
        let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let uri = "file:///d/a.txt";
        client.open(uri, "最初の行。\r\n𠮷と⻭。\nlast");
        let words = ["𠮷", "か\u{3099}", "ｶﾞ", "a", "\r\n", "\n", "\r", "長い文。次の文。", "", "😀x\n", "é"];
        for step in 0..300_usize {
            let text = client.text(uri).to_owned();
            // No editor edits between CR and LF.
            let places: Vec<usize> = text
                .char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .filter(|at| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n')))
                .collect();
            let one = places[random.random_range(0..places.len())];
            let other = places[random.random_range(0..places.len())];
            let (start, end) = (one.min(other), one.max(other).min(one.min(other) + 30));
            let end = places.iter().copied().filter(|at| *at <= end).max().unwrap();
            let new = words[random.random_range(0..words.len())];
            client.change_at(uri, start, end.max(start), new);
            if step % 20 == 19 {
                let fresh = format!("file:///d/fresh{step}.txt");
                let text = client.text(uri).to_owned();
                client.open(&fresh, &text);
                assert_eq!(outline(&mut client, uri), outline(&mut client, &fresh), "{text:?}");
                let end = client.behind(uri, &text)["position"].clone();
                assert!(end["line"].as_u64().unwrap() as usize + 1 >= text.lines().count());
            }
        }
    }
}

#[test]
fn while_a_tag_is_typed_the_other_units_keep_their_diagnostics() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let uri = "file:///d/a.xlf";
    client.open(uri, DRAFT);
    let forbidden = |told: &[Value]| told.iter().any(|told| told["code"] == "term_forbidden");
    let broken = |told: &[Value]| told.iter().any(|told| told["code"] == "file_broken");
    client.diagnostics_when(uri, |told| forbidden(told) && !broken(told));
    // Into the second unit, letter by letter.
    let typed = "There <g id=\"1\">were</g> 3 & <";
    let mut at = client.text(uri).find("<target></target>").unwrap() + "<target>".len();
    for letter in typed.chars() {
        client.change_at(uri, at, at, &letter.to_string());
        at += letter.len_utf8();
        let told = client.diagnostics(uri);
        assert!(forbidden(&told), "{}", client.text(uri));
    }
    client.diagnostics_when(uri, |told| forbidden(told) && broken(told));
    assert_eq!(outline(&mut client, uri).as_array().unwrap().len(), 3);
    client.change_at(uri, at - 4, at, " &amp; &lt;");
    client.diagnostics_when(uri, |told| forbidden(told) && !broken(told));
}

#[test]
fn a_file_of_ten_thousand_lines_is_checked_and_edited_like_a_short_one() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let uri = "file:///d/long.tsv";
    let mut file = "ja\ten\n".to_owned();
    for line in 0..10_000 {
        file.push_str(&format!("神経細胞{line}番を数えた。\tWe counted neuron {line}.\n"));
    }
    client.open(uri, &file);
    client.diagnostics(uri);
    client.change(uri, "We counted neuron 9000.", "We counted the under-thalamus 9000.");
    let told = client.diagnostics_when(uri, |told| {
        told.iter().any(|told| told["code"] == "term_forbidden" || told["code"] == "term_not_used")
    });
    assert!(told.iter().all(|told| told["range"]["start"]["line"] == 9_001), "{told:?}");
    let hover = client
        .ask("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": {"line": 9_999, "character": 1}}))
        .unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("neuron"));
    // Typing and asking at the same time, many times over: nothing is lost, nothing is stale.
    for step in 0..50 {
        let at = client.text(uri).find("神経細胞5000番").unwrap();
        client.change_at(uri, at, at, "𠮷");
        let hover = json!({"textDocument": {"uri": uri}, "position": {"line": 5_001, "character": 2 * (step + 1) + 1}});
        let hover = client.ask("textDocument/hover", hover).unwrap();
        assert_eq!(client.shown(uri, &hover["range"]), "神経細胞");
    }
    assert_eq!(client.end(), 0);
}

#[test]
fn a_server_without_a_base_reports_it_and_still_reads_files() {
    let home = home();
    let database = home.path("folder").join("missing").join("base.db");
    std::fs::write(home.path("folder"), "a file").unwrap();
    let mut client =
        Client::start(&home, &["--no-starter", "lsp"], &[("TAIYAKU_DATABASE", database.to_str().unwrap())]);
    client.initialize(json!({}), Value::Null);
    client.status("failed");
    client.open(
        "file:///d/a.xlf",
        "<xliff><trans-unit id='1'><source>一</source><target>a & b</target></trans-unit></xliff>",
    );
    let told = client.diagnostics("file:///d/a.xlf");
    assert_eq!(told[0]["code"], "file_broken");
    let hover = client.ask(
        "textDocument/hover",
        json!({"textDocument": {"uri": "file:///d/a.xlf"}, "position": {"line": 0, "character": 40}}),
    );
    assert_eq!(hover, Ok(Value::Null));
    assert_eq!(client.end(), 0);
}
