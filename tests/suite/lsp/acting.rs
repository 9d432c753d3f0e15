//! Code actions and commands, and the text of the file afterwards.

use serde_json::{Value, json};

use super::client::Client;
use super::{DRAFT, editor, home};

const URI: &str = "file:///d/draft.xlf";

/// The same kind of draft as a table.
const TABLE: &str = "file:///d/draft.tsv";

fn actions(client: &mut Client, start: usize, end: usize) -> Vec<Value> {
    actions_in(client, URI, start, end)
}

fn actions_in(client: &mut Client, uri: &str, start: usize, end: usize) -> Vec<Value> {
    let params =
        json!({"textDocument": {"uri": uri}, "range": client.range(uri, start, end), "context": {"diagnostics": []}});
    client.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
}

fn titled<'a>(actions: &'a [Value], part: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().contains(part));
    found
        .unwrap_or_else(|| panic!("no {part}: {:?}", actions.iter().map(|action| &action["title"]).collect::<Vec<_>>()))
}

fn is_forbidden(told: &[Value]) -> usize {
    told.iter().filter(|told| told["code"] == "term_forbidden").count()
}

#[test]
fn a_quick_fix_corrects_the_word_and_removes_the_diagnostic() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open(URI, DRAFT);
    let told = client.diagnostics_when(URI, |told| is_forbidden(told) > 0);
    let first = told.iter().find(|told| told["code"] == "term_forbidden").unwrap();
    let (start, end) = client.bytes(URI, &first["range"]);
    let offered = actions(&mut client, start, end);
    assert_eq!(offered[0]["kind"], "quickfix", "what mends comes first");
    client.apply(&titled(&offered, "hypothalamus")["edit"].clone());
    assert!(client.text(URI).contains("𠮷: We examined the hypothalamus &amp; the"), "{}", client.text(URI));
    let left = client.text(URI).matches("under-thalamus").count();
    if left > 0 {
        let at = client.text(URI).find("under-thalamus").unwrap();
        client.diagnostics_when(URI, |told| is_forbidden(told) == 1);
        let offered = actions(&mut client, at, at);
        client.apply(&titled(&offered, "hypothalamus")["edit"].clone());
    }
    assert_eq!(client.text(URI), DRAFT.replace("under-thalamus", "hypothalamus"));
    client.diagnostics_when(URI, |told| is_forbidden(told) == 0);
    assert_eq!(client.end(), 0);
}

#[test]
fn all_findings_of_a_kind_are_fixed_at_once() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let file =
        "ja\ten\n視床下部を見た。\tWe saw the under-thalamus.\n視床下部は𠮷い。\t𠮷: the under-thalamus is good.\n";
    client.open(TABLE, file);
    client.diagnostics_when(TABLE, |told| is_forbidden(told) == 2);
    let at = file.find("under-thalamus").unwrap();
    let offered = actions_in(&mut client, TABLE, at, at + 3);
    client.apply(&titled(&offered, "all 2 in this document")["edit"].clone());
    assert_eq!(client.text(TABLE), file.replace("under-thalamus", "hypothalamus"));
    client.diagnostics_when(TABLE, |told| is_forbidden(told) == 0);
}

#[test]
fn no_action_is_offered_for_an_outdated_text() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open(URI, DRAFT);
    client.diagnostics_when(URI, |told| is_forbidden(told) > 0);
    client.change(URI, "𠮷: We", "𠮷𠮷𠮷: We");
    let at = client.text(URI).find("under-thalamus").unwrap();
    // Asked at once, before anybody has looked again: what is offered fits the text as it is now, or nothing is.
    for action in actions(&mut client, at, at).iter().filter(|action| action["edit"].is_object()) {
        for edit in action["edit"]["changes"][URI].as_array().unwrap() {
            assert_eq!(client.shown(URI, &edit["range"]), "under-thalamus");
        }
    }
}

#[test]
fn an_ignored_finding_does_not_come_back() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open(URI, DRAFT);
    client.diagnostics_when(URI, |told| is_forbidden(told) > 0);
    let at = DRAFT.find("under-thalamus").unwrap();
    let ignore = titled(&actions(&mut client, at, at), "ignore this `term_forbidden`")["command"].clone();
    client
        .ask("workspace/executeCommand", json!({"command": ignore["command"], "arguments": ignore["arguments"]}))
        .unwrap();
    client.diagnostics_when(URI, |told| is_forbidden(told) == 0);
    let mut again = editor(&home, Value::Null);
    again.open(URI, DRAFT);
    let told = again.diagnostics_when(URI, |told| !told.is_empty());
    assert_eq!(is_forbidden(&told), 0);
}

#[test]
fn a_confirmed_translation_is_in_the_memory_and_a_selected_pair_in_the_base() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let file = "ja\ten\n腸内細菌を数えた。\tWe counted gut bacteria.\n";
    client.open(TABLE, file);
    client.diagnostics(TABLE);
    let run = |client: &mut Client, action: &Value| {
        let command = &action["command"];
        client
            .ask("workspace/executeCommand", json!({"command": command["command"], "arguments": command["arguments"]}))
            .unwrap()
    };
    let at = file.find("We").unwrap();
    let confirm = titled(&actions_in(&mut client, TABLE, at, at), "to the memory").clone();
    run(&mut client, &confirm);
    client.open("file:///d/b.tsv", "ja\ten\n腸内細菌を数えた。\t\n");
    let here = client.ask("taiyaku/segment", client.behind("file:///d/b.tsv", "数えた")).unwrap();
    assert_eq!(here["assist"]["matches"][0]["target"], "We counted gut bacteria.", "{here}");
    let (one, other) = (file.find("腸内細菌").unwrap(), file.find("gut bacteria").unwrap());
    let pick = titled(&actions_in(&mut client, TABLE, one, one + "腸内細菌".len()), "Select `腸内細菌`").clone();
    run(&mut client, &pick);
    let add = titled(&actions_in(&mut client, TABLE, other, other + 12), "Add `腸内細菌` = `gut bacteria`").clone();
    run(&mut client, &add);
    let found = client.ask("taiyaku/lookup", json!({"query": "腸内細菌"})).unwrap();
    assert!(found["matches"][0]["concept"]["terms"].to_string().contains("gut bacteria"), "{found}");
    // The first editor sees it at the place, too, once it has noticed that the base changed.
    let hover = |client: &mut Client| client.ask("textDocument/hover", client.behind(TABLE, "腸内")).unwrap();
    for _ in 0..100 {
        if hover(&mut client).is_object() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the new term is not shown");
}

#[test]
fn commands_that_fail_say_why() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open(URI, DRAFT);
    for (command, given, want) in [
        ("taiyaku.server.nothing", json!({}), "does not exist"),
        ("taiyaku.server.setTarget", json!({"uri": URI}), "Could not read"),
        (
            "taiyaku.server.setTarget",
            json!({"uri": URI, "position": {"line": 0, "character": 0}, "text": "x"}),
            "no segment at this position",
        ),
        (
            "taiyaku.server.confirmSegment",
            json!({"uri": "file:///no", "position": {"line": 0, "character": 0}}),
            "no segment at this position",
        ),
        (
            "taiyaku.server.confirmSegment",
            json!({"uri": URI, "position": {"line": 4, "character": 40}}),
            "no translation yet",
        ),
        ("taiyaku.server.ignore", json!({"uri": URI, "key": "nonsense"}), "not the key of a finding"),
        (
            "taiyaku.server.addTerm",
            json!({"source": {"lang": "ja", "text": "語"}, "target": {"lang": "en", "text": " "}}),
            "",
        ),
    ] {
        let refused =
            client.ask("workspace/executeCommand", json!({"command": command, "arguments": [given]})).unwrap_err();
        assert!(refused["message"].as_str().unwrap().contains(want), "{command}: {refused}");
    }
}
