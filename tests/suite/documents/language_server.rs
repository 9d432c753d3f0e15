//! The `lsp` blocks of a document: `→ METHOD PARAMETERS` is sent to a language server of the session's base, and `← RESULT`, or
//! `← METHOD PARAMETERS` for a notification, is what comes back.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::markdown::Block;
use super::pattern;
use super::session::Session;
use crate::lsp::client::Client;

/// The arrows before a message to the server and before one from it.
const ARROWS: [char; 2] = ['→', '←'];

/// Sends the messages of a block; the differences between what comes back and what the document shows.
pub(super) fn differences(session: &Session, block: &Block) -> Vec<String> {
    let mut client = Client::start(&session.home, &["lsp"], &[]);
    client.initialize(json!({}), Value::Null);
    client.ready();
    let mut differences = Vec::new();
    let mut answer = None;
    for message in messages(&block.text) {
        let (arrow, message) = message.split_at(ARROWS[0].len_utf8());
        let message = message.trim();
        if arrow.starts_with(ARROWS[0]) {
            let (method, parameters) = message.split_once(' ').unwrap_or((message, "null"));
            let parameters: Value = serde_json::from_str(parameters).unwrap();
            answer = send(&mut client, method, parameters);
            continue;
        }
        let came = match message.split_once(' ') {
            Some(("textDocument/publishDiagnostics", _)) => {
                let uri = client.documents.keys().next().unwrap().clone();
                let diagnostics = client.diagnostics_when(&uri, |diagnostics| !diagnostics.is_empty());
                let parameters = json!({"uri": uri, "diagnostics": diagnostics});
                format!("textDocument/publishDiagnostics {}", alphabetical(&parameters))
            }
            _ => alphabetical(&answer.take().expect("an answer to a request")),
        };
        let shown = message.trim_start_matches("textDocument/publishDiagnostics ");
        if !pattern::matches(shown, came.trim_start_matches("textDocument/publishDiagnostics ")) {
            differences.push(format!("came\n{came}\nnot\n{message}\n"));
        }
    }
    assert_eq!(client.end(), 0);
    differences
}

/// The messages of a block, each from its arrow to the next.
fn messages(text: &str) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    for line in text.lines() {
        match messages.last_mut() {
            Some(message) if !line.starts_with(ARROWS) => {
                message.push('\n');
                message.push_str(line);
            }
            _ => messages.push(line.to_owned()),
        }
    }
    messages
}

/// Sends a notification or a request; the answer of a request.
fn send(client: &mut Client, method: &str, parameters: Value) -> Option<Value> {
    if method == "textDocument/didOpen" {
        let document = &parameters["textDocument"];
        client.open(document["uri"].as_str().unwrap(), document["text"].as_str().unwrap());
        return None;
    }
    Some(client.ask(method, parameters).unwrap_or_else(|error| error))
}

/// JSON with the members of its objects in alphabetical order, as documents show it.
fn alphabetical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: BTreeMap<&String, String> =
                members.iter().map(|(name, value)| (name, alphabetical(value))).collect();
            let members: Vec<String> =
                members.into_iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(alphabetical).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}
