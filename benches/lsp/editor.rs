//! A minimal editor that exchanges messages with the language server over pipes.

#![expect(clippy::needless_pass_by_value, reason = "messages are written where they are sent")]

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// An editor with its server.
pub(crate) struct Editor {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    next: i64,
    documents: HashMap<String, (String, i64)>,
}

impl Editor {
    /// Starts the server over a base in this folder and waits until it is ready.
    pub(crate) fn start(folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taiyaku"));
        command.arg("lsp").env("TAIYAKU_DATABASE", folder.join("base.db")).env_remove("TAIYAKU_TOKEN");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut editor = Self { child, input, output, next: 0, documents: HashMap::new() };
        editor.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
        editor.tell("initialized", json!({}));
        while editor.message()["params"]["state"] != "ready" {}
        editor
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    }

    fn message(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "the server has gone");
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and waits for its answer.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = json!(self.next);
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.message();
            if message["id"] == id && message.get("method").is_none() {
                return message["result"].clone();
            }
        }
    }

    /// Waits for the diagnostics of a version; how many there are.
    fn diagnostics(&mut self, uri: &str, version: i64) -> usize {
        loop {
            let message = self.message();
            let params = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
            {
                return params["diagnostics"].as_array().unwrap().len();
            }
        }
    }

    /// Opens a document; how long it takes to be told what is wrong with it, and how much that is.
    pub(crate) fn open(&mut self, uri: &str, text: &str) -> (Duration, usize) {
        self.documents.insert(uri.to_owned(), (text.to_owned(), 1));
        let start = Instant::now();
        self.tell(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": uri, "languageId": "x", "version": 1, "text": text}}),
        );
        let found = self.diagnostics(uri, 1);
        (start.elapsed(), found)
    }

    /// The position behind words in a line.
    pub(crate) fn position_behind(&self, uri: &str, line: usize, words: &str) -> Value {
        let said = self.documents[uri].0.lines().nth(line).unwrap();
        let before = &said[..said.find(words).unwrap() + words.len()];
        json!({"line": line, "character": before.encode_utf16().count()})
    }

    /// Puts text in; how long it takes to be told what is wrong now.
    pub(crate) fn type_at(&mut self, uri: &str, place: &Value, text: &str) -> Duration {
        let (_, version) = self.documents.get_mut(uri).unwrap();
        *version += 1;
        let version = *version;
        let changes = json!([{"range": {"start": place, "end": place}, "text": text}]);
        let start = Instant::now();
        self.tell(
            "textDocument/didChange",
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}),
        );
        self.diagnostics(uri, version);
        start.elapsed()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
