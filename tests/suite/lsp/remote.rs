//! A language server that uses another Taiyaku server.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use super::client::Client;
use super::{DRAFT, home};
use crate::cli::Home;

const TOKEN: &str = "a-token-of-many-letters";

struct Served {
    child: Child,
    url: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server over this base on any free port, which wants a token.
fn serve(home: &Home) -> Served {
    let mut command =
        home.command(&["--no-starter", "--log", "info", "serve", "--listen", "127.0.0.1:0", "--require-token"]);
    command.env("TAIYAKU_TOKEN", TOKEN).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines.by_ref().map(Result::unwrap).find_map(|line| {
        let at = line.find("127.0.0.1:")?;
        Some(
            line[at..]
                .chars()
                .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ':'))
                .collect::<String>(),
        )
    });
    std::thread::spawn(move || lines.for_each(drop));
    Served { child, url: format!("http://{}", address.unwrap()) }
}

#[test]
fn a_remote_base_answers_like_one_on_this_machine() {
    let (base, empty) = (home(), Home::new());
    let served = serve(&base);
    let uri = "file:///d/a.xlf";
    let mut client = Client::start(&empty, &["lsp", "--server", &served.url], &[("TAIYAKU_TOKEN", TOKEN)]);
    client.initialize(json!({}), Value::Null);
    assert_eq!(client.status("ready")["base"], served.url);
    client.open(uri, DRAFT);
    let told = client.diagnostics_when(uri, |told| told.iter().any(|told| told["code"] == "term_forbidden"));
    let mut own = super::editor(&base, Value::Null);
    own.open(uri, DRAFT);
    assert_eq!(own.diagnostics_when(uri, |told| !told.is_empty()), told, "both bases say the same");
    let here = client.behind(uri, "の視床");
    let hover = client.ask("textDocument/hover", here.clone()).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().contains("**hypothalamus**"), "{hover}");
    let (one, two) = (client.ask("taiyaku/segment", here.clone()).unwrap(), own.ask("taiyaku/segment", here).unwrap());
    assert_eq!(one["assist"]["matches"][0]["target"], two["assist"]["matches"][0]["target"]);
    assert_eq!(one["assist"]["findings"], two["assist"]["findings"]);
    let found = client.ask("taiyaku/lookup", json!({"query": "hypothalamus"})).unwrap();
    assert_eq!(found, own.ask("taiyaku/lookup", json!({"query": "hypothalamus"})).unwrap());
    let key = &told.iter().find(|told| told["code"] == "term_forbidden").unwrap()["data"]["key"];
    client
        .ask(
            "workspace/executeCommand",
            json!({"command": "taiyaku.server.ignore", "arguments": [{"uri": uri, "key": key}]}),
        )
        .unwrap();
    for editor in [&mut client, &mut own] {
        editor.diagnostics_when(uri, |told| !told.iter().any(|told| told["code"] == "term_forbidden"));
    }
    assert!(!empty.path("base.db").exists(), "no base is made where another is asked");
    // Told what to mark by the editor, the rest stays as the project has it.
    client.notify("workspace/didChangeConfiguration", json!({"settings": {"rules": {"term_not_used": "off"}}}));
    client.diagnostics_when(uri, |told| !told.iter().any(|told| told["code"] == "term_not_used"));
    let mut added = |command: &str, given: Value| {
        client.ask("workspace/executeCommand", json!({"command": command, "arguments": [given]}))
    };
    added(
        "taiyaku.server.addTerm",
        json!({"source": {"lang": "ja", "text": "胃酸"}, "target": {"lang": "en", "text": "gastric acid"}}),
    )
    .unwrap();
    added("taiyaku.server.confirmSegment", json!({"uri": uri, "position": {"line": 2, "character": 40}})).unwrap();
    let found = client.ask("taiyaku/lookup", json!({"query": "胃酸"})).unwrap();
    assert!(found["matches"][0]["concept"]["terms"].to_string().contains("gastric acid"), "{found}");
    assert_eq!(client.end(), 0);
}

#[test]
fn a_refused_token_and_an_unreachable_server_are_reported() {
    let base = home();
    let served = serve(&base);
    for (url, token, want) in [
        (served.url.as_str(), "a-wrong-token-of-many-letters", "token"),
        ("http://127.0.0.1:9", TOKEN, "server_unreachable"),
    ] {
        let mut client = Client::start(&base, &["lsp", "--server", url, "--token", token], &[]);
        client.initialize(json!({}), Value::Null);
        let status = client.status("failed");
        assert!(status["message"].as_str().unwrap().contains(want), "{status}");
        client.open("file:///d/a.xlf", DRAFT);
        assert_eq!(client.diagnostics("file:///d/a.xlf"), [] as [Value; 0]);
        assert_eq!(client.end(), 0);
    }
}
