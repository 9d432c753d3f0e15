//! Answers to requests about a position: hover, completion, hints, symbols and links.

use serde_json::{Value, json};

use super::client::Client;
use super::{DRAFT, editor, home};

const URI: &str = "file:///d/draft.xlf";

fn opened() -> (crate::cli::Home, Client) {
    let home = home();
    let mut client = editor(&home, Value::Null);
    client.open(URI, DRAFT);
    client.diagnostics_when(URI, |told| !told.is_empty());
    (home, client)
}

#[test]
fn hovering_shows_a_term_with_translations_and_evidence() {
    let (_home, mut client) = opened();
    let mut hover = |before: &str| client.ask("textDocument/hover", client.behind(URI, before)).unwrap();
    let told = hover("の視床");
    let value = told["contents"]["value"].as_str().unwrap();
    for part in
        ["**視床下部**", "**hypothalamus** — preferred, approved", "~~under-thalamus~~ — forbidden", "terms.csv"]
    {
        assert!(value.contains(part), "{part}: {value}");
    }
    assert_eq!(hover("を詳し"), Value::Null);
    assert_eq!(hover("<source"), Value::Null);
    let told = hover("Yoshino b");
    assert!(told["contents"]["value"].as_str().unwrap().contains("𠮷野熊"), "{told}");
    let told = hover("<source>𠮷");
    assert_eq!(client.shown(URI, &told["range"]), "𠮷野熊");
}

#[test]
fn terms_of_the_source_are_completed_from_english_kana_and_romaji() {
    let (_home, mut client) = opened();
    let target = "<target></target>";
    for (typed, wanted, replaced) in [
        ("There are neu", "neuron", "neu"),
        ("There are shinkeisai", "neuron", "shinkeisai"),
        ("しんけい", "neuron", "しんけい"),
        ("神経", "neuron", "神経"),
        ("Nerve ce", "nerve cell", "Nerve ce"),
        ("𠮷 ", "neuron", ""),
    ] {
        client.change(URI, target, &format!("<target>{typed}</target>"));
        let place = client.behind(URI, &format!("<target>{typed}"));
        let list = client.ask("textDocument/completion", place).unwrap();
        let item = list["items"].as_array().unwrap().iter().find(|item| item["label"] == wanted).cloned();
        let item = item.unwrap_or_else(|| panic!("{typed}: {list}"));
        assert_eq!(client.shown(URI, &item["textEdit"]["range"]), replaced);
        assert_eq!(list["isIncomplete"], true);
        let filter = item["filterText"].as_str().unwrap();
        assert!(filter.starts_with(replaced), "{typed}: {filter}");
        let (start, end) = client.bytes(URI, &item["textEdit"]["range"]);
        client.change_at(URI, start, end, item["textEdit"]["newText"].as_str().unwrap());
        let whole = client.text(URI).to_owned();
        assert!(whole.contains(&format!("{wanted}</target>")), "{whole}");
        let at = whole.find("<trans-unit id=\"2\">").unwrap();
        let (start, end) =
            (at + whole[at..].find("<target>").unwrap(), at + whole[at..].find("</trans-unit>").unwrap());
        client.change_at(URI, start, end, target);
    }
    client.change(URI, target, "<target>zzz</target>");
    let list = client.ask("textDocument/completion", client.behind(URI, "zzz")).unwrap();
    assert_eq!(list["items"], json!([]));
    let at = client.behind(URI, "<source>𠮷");
    assert_eq!(client.ask("textDocument/completion", at), Ok(Value::Null), "nothing is put into a source text");
}

#[test]
fn matches_are_completed_shown_as_lenses_and_inserted_in_the_encoding_of_the_format() {
    let home = home();
    let mut client = editor(&home, Value::Null);
    let text = "<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body>\n<trans-unit id=\"1\">\n<source>脳の重さは5 g &amp; 6 gだった。</source>\n<target></target>\n</trans-unit>\n<trans-unit id=\"2\">\n<source>𠮷野熊の視床下部を詳しく調べた。</source>\n</trans-unit>\n</body></file></xliff>\n";
    client.open(URI, text);
    let list = client.ask("textDocument/completion", client.behind(URI, "<target>")).unwrap();
    let whole =
        list["items"].as_array().unwrap().iter().find(|item| item["label"] == "100 % The brains weighed 5 g & 6 g.");
    assert_eq!(whole.unwrap()["textEdit"]["newText"], "The brains weighed 5 g &amp; 6 g.");
    let inline = client.ask("textDocument/inlineCompletion", client.behind(URI, "<target>")).unwrap();
    assert_eq!(inline["items"][0]["insertText"], "The brains weighed 5 g &amp; 6 g.");
    let lenses = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": URI}})).unwrap();
    let lenses = lenses.as_array().unwrap();
    assert_eq!(lenses.len(), 2);
    let lens = client.ask("codeLens/resolve", lenses[1].clone()).unwrap();
    let title = lens["command"]["title"].as_str().unwrap();
    assert!(title.ends_with("% We examined the hypothalamus of the Yoshino bear."), "{title}");
    let done = client.ask(
        "workspace/executeCommand",
        json!({"command": lens["command"]["command"], "arguments": lens["command"]["arguments"]}),
    );
    assert_eq!(done.unwrap()["applied"], true);
    let want =
        "を詳しく調べた。</source>\n<target>We examined the hypothalamus of the Yoshino bear.</target>\n</trans-unit>";
    assert!(client.text(URI).contains(want), "{}", client.text(URI));
}

#[test]
fn an_adapted_match_is_marked_in_its_label_its_detail_and_its_edit_and_never_called_approved() {
    let home = home();
    let text = "<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body>\n<trans-unit id=\"1\">\n<source>脳の重さは7 g &amp; 8 gだった。</source>\n<target></target>\n</trans-unit>\n</body></file></xliff>\n";
    let snippets = json!({"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}});
    for (capabilities, inserted) in
        [(json!({}), "The brains weighed 7 g &amp; 8 g."), (snippets, "The brains weighed ${1:7} g &amp; ${2:8} g.")]
    {
        let mut client = Client::start(&home, &["--no-starter", "lsp"], &[]);
        client.initialize(capabilities, Value::Null);
        client.ready();
        client.open(URI, text);
        let list = client.ask("textDocument/completion", client.behind(URI, "<target>")).unwrap();
        let items = list["items"].as_array().unwrap();
        let label = "98 % adapted: The brains weighed 7 g & 8 g.";
        let item = items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{list}"));
        assert_eq!(item["detail"], "adapted, to be checked: 5 → 7, 6 → 8 · memory.tmx");
        assert_eq!(item["textEdit"]["newText"], inserted);
        assert!(!item.to_string().contains("approved"), "{item}");
        let inline = client.ask("textDocument/inlineCompletion", client.behind(URI, "<target>")).unwrap();
        assert_eq!(inline, Value::Null);
    }
}

#[test]
fn the_segment_at_a_position_has_terms_matches_and_findings() {
    let (_home, mut client) = opened();
    let here = client.ask("taiyaku/segment", client.behind(URI, "We examined")).unwrap();
    assert_eq!((&here["unit"]["source_lang"], &here["unit"]["target_lang"]), (&json!("ja"), &json!("en")));
    assert_eq!(here["unit"]["source"]["text"], "𠮷野熊の視床下部を詳しく調べた。");
    assert_eq!(client.shown(URI, &here["unit"]["source"]["range"]), "𠮷野熊の視床下部を詳しく調べた。");
    assert!(client.shown(URI, &here["unit"]["target"]["range"]).contains("&amp;"));
    let assist = &here["assist"];
    assert!(assist["terms"].as_array().unwrap().iter().any(|term| term["text"] == "視床下部"), "{assist}");
    assert_eq!(assist["matches"][0]["source"], "𠮷野熊の視床下部を調べた。");
    assert!(assist["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == "term_forbidden"));
    let none =
        client.ask("taiyaku/segment", json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}));
    assert_eq!(none, Ok(Value::Null));
    let third = client.ask("taiyaku/segment", client.behind(URI, "id=\"3\"")).unwrap();
    assert_eq!(third["unit"]["target"]["text"], "", "a unit without target knows where one would go");
    let found = client.ask("taiyaku/lookup", json!({"query": "シンケイ"})).unwrap();
    assert!(found["matches"][0]["concept"]["terms"].to_string().contains("神経細胞"), "{found}");
}

#[test]
fn hints_outline_symbols_and_links() {
    let (_home, mut client) = opened();
    let range = client.range(URI, 0, client.text(URI).len());
    let hints = client.ask("textDocument/inlayHint", json!({"textDocument": {"uri": URI}, "range": range})).unwrap();
    let told: Vec<(String, &str)> = hints
        .as_array()
        .unwrap()
        .iter()
        .map(|hint| {
            let at = client.bytes(URI, &json!({"start": hint["position"], "end": hint["position"]})).0;
            (
                client.text(URI)[..at].chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect(),
                hint["label"].as_str().unwrap(),
            )
        })
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(before, label)| (before.as_str(), *label)).collect();
    assert_eq!(told[..3], [("野熊", "Yoshino bear"), ("下部", "hypothalamus"), ("細胞", "neuron")]);
    let outline = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}})).unwrap();
    let names: Vec<&str> = outline.as_array().unwrap().iter().map(|symbol| symbol["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["𠮷野熊の視床下部を詳しく調べた。", "神経細胞が3個あった。", "𠮷野熊の視床下部を調べた。"]);
    let symbols = client.ask("workspace/symbol", json!({"query": "hypothalamus"})).unwrap();
    let symbol = &symbols[0];
    assert!(symbol["name"].as_str().unwrap().starts_with("hypothalamus = 視床下部"), "{symbol}");
    client.open("file:///d/n.md", "詳しくは doi:10.1000/xyz.123。\n視床下部の𠮷\n");
    let links = client.ask("textDocument/documentLink", json!({"textDocument": {"uri": "file:///d/n.md"}})).unwrap();
    assert_eq!(links[0]["target"], "https://doi.org/10.1000/xyz.123");
    assert_eq!(client.shown("file:///d/n.md", &links[0]["range"]), "10.1000/xyz.123");
    let range = client.range("file:///d/n.md", 0, client.text("file:///d/n.md").len());
    let hints = client
        .ask("textDocument/inlayHint", json!({"textDocument": {"uri": "file:///d/n.md"}, "range": range}))
        .unwrap();
    assert_eq!(hints[0]["label"], "hypothalamus");
}

#[test]
fn a_plain_text_is_completed_from_the_base() {
    let (_home, mut client) = opened();
    let uri = "file:///d/plain.txt";
    client.open(uri, "The hypoth");
    let list = client.ask("textDocument/completion", client.behind(uri, "hypoth")).unwrap();
    assert_eq!(list["items"][0]["label"], "hypothalamus", "{list}");
}
