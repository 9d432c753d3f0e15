//! A test editor: sends and receives messages, keeps the texts of its documents and applies edits.

#![expect(clippy::needless_pass_by_value, reason = "messages are written where they are sent")]

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::cli::Home;

/// After this a server counts as stuck. Far longer than anything takes, also in a debug build on a busy machine: what is tested is the
/// answer, not how soon it comes.
const PATIENCE: Duration = Duration::from_secs(900);

pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    next_id: i64,
    /// Text and version of each open document.
    pub(crate) documents: HashMap<String, (String, i64)>,
    /// The diagnostics told last, by document, with their version.
    told: HashMap<String, (Value, Vec<Value>)>,
    /// All other notifications.
    pub(crate) notifications: Vec<Value>,
    /// What requests of the server are answered with.
    pub(crate) configuration: Value,
    in_bytes: bool,
}

impl Client {
    pub(crate) fn start(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = home.command(arguments);
        command.envs(variables.iter().copied());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, messages) = channel();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            loop {
                let mut length = 0;
                loop {
                    let mut line = String::new();
                    if output.read_line(&mut line).unwrap_or(0) == 0 {
                        return;
                    }
                    match line.trim_end().split_once(": ") {
                        Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                            length = value.parse().unwrap();
                        }
                        Some(_) => {}
                        None => break,
                    }
                }
                let mut body = vec![0; length];
                output.read_exact(&mut body).unwrap();
                if sender.send(serde_json::from_slice(&body).unwrap()).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        Self {
            child,
            input,
            messages,
            next_id: 0,
            documents: HashMap::new(),
            told: HashMap::new(),
            notifications: Vec::new(),
            configuration: Value::Null,
            in_bytes: false,
        }
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input.as_mut().unwrap(), "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and waits for its answer.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.next_id += 1;
        let id = self.next_id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let mut answer = None;
        self.until(method, |_, message| {
            if message["id"] == json!(id) && message.get("method").is_none() {
                answer = Some(message.clone());
            }
            answer.is_some()
        });
        let answer = answer.unwrap();
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Takes messages in until one makes `done` true.
    fn until(&mut self, what: &str, mut done: impl FnMut(&mut Self, &Value) -> bool) {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(message) = self.messages.recv_timeout(left) else {
                panic!("nothing came for {what}; so far: {:#?}", self.notifications)
            };
            self.take(&message);
            if done(self, &message) {
                return;
            }
        }
    }

    /// Does what an editor does with a message that is no answer.
    fn take(&mut self, message: &Value) {
        let Some(method) = message["method"].as_str() else { return };
        let params = &message["params"];
        if let Some(id) = message.get("id") {
            let result = match method {
                "workspace/configuration" => json!([self.configuration]),
                "workspace/applyEdit" => {
                    self.apply(&params["edit"]);
                    json!({"applied": true})
                }
                _ => Value::Null,
            };
            self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result}));
        } else if method == "textDocument/publishDiagnostics" {
            let uri = params["uri"].as_str().unwrap().to_owned();
            self.told.insert(uri, (params["version"].clone(), params["diagnostics"].as_array().unwrap().clone()));
        } else {
            self.notifications.push(message.clone());
        }
    }

    pub(crate) fn initialize(&mut self, capabilities: Value, options: Value) -> Value {
        let params =
            json!({"processId": null, "rootUri": null, "capabilities": capabilities, "initializationOptions": options});
        let answer = self.ask("initialize", params).unwrap();
        self.in_bytes = answer["capabilities"]["positionEncoding"] == "utf-8";
        self.notify("initialized", json!({}));
        answer
    }

    /// Waits until the base answers.
    pub(crate) fn ready(&mut self) {
        self.status("ready");
    }

    /// Waits until the server has told that it is so.
    pub(crate) fn status(&mut self, state: &str) -> Value {
        let is = |message: &Value| message["method"] == "taiyaku/status" && message["params"]["state"] == state;
        if let Some(known) = self.notifications.iter().find(|message| is(message)) {
            return known["params"].clone();
        }
        let mut found = Value::Null;
        self.until(state, |_, message| {
            found = message["params"].clone();
            is(message)
        });
        found
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        self.documents.insert(uri.to_owned(), (text.to_owned(), 1));
        self.notify(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": uri, "languageId": "x", "version": 1, "text": text}}),
        );
    }

    /// Puts `new` in place of the first `old`.
    pub(crate) fn change(&mut self, uri: &str, old: &str, new: &str) {
        let text = &self.documents[uri].0;
        let start = text.find(old).unwrap_or_else(|| panic!("no {old:?} in {text}"));
        self.change_at(uri, start, start + old.len(), new);
    }

    /// Puts `new` in place of these bytes.
    pub(crate) fn change_at(&mut self, uri: &str, start: usize, end: usize, new: &str) {
        let range = self.range(uri, start, end);
        let (text, version) = self.documents.get_mut(uri).unwrap();
        text.replace_range(start..end, new);
        *version += 1;
        let version = *version;
        let changes = json!([{"range": range, "text": new}]);
        self.notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}),
        );
    }

    pub(crate) fn text(&self, uri: &str) -> &str {
        &self.documents[uri].0
    }

    fn length(&self, text: &str) -> usize {
        if self.in_bytes { text.len() } else { text.encode_utf16().count() }
    }

    /// The position of a byte, counted here by looking for line ends, not as the server does it.
    pub(crate) fn position(&self, uri: &str, byte: usize) -> Value {
        let before = &self.text(uri)[..byte];
        let lines = before.replace("\r\n", "\n\u{0}").replace('\r', "\n");
        let line = lines.matches('\n').count();
        let last = lines.rsplit('\n').next().unwrap().replace('\u{0}', "");
        json!({"line": line, "character": self.length(&last)})
    }

    pub(crate) fn range(&self, uri: &str, start: usize, end: usize) -> Value {
        json!({"start": self.position(uri, start), "end": self.position(uri, end)})
    }

    /// The parameters of a request about the place right behind `before`.
    pub(crate) fn behind(&self, uri: &str, before: &str) -> Value {
        let text = self.text(uri);
        let at = text.find(before).unwrap_or_else(|| panic!("no {before:?} in {text}")) + before.len();
        json!({"textDocument": {"uri": uri}, "position": self.position(uri, at), "context": {"triggerKind": 1}})
    }

    /// The bytes of a range.
    pub(crate) fn bytes(&self, uri: &str, range: &Value) -> (usize, usize) {
        let text = self.text(uri);
        let byte = |position: &Value| {
            let mut line = 0;
            let mut start = 0;
            while json!(line) != position["line"] {
                let end = start + text[start..].find(['\r', '\n']).unwrap_or_else(|| panic!("no line {position}"));
                start = end + if text[end..].starts_with("\r\n") { 2 } else { 1 };
                line += 1;
            }
            let end = start + text[start..].find(['\r', '\n']).unwrap_or(text.len() - start);
            let places = text[start..end].char_indices().map(|(at, _)| start + at).chain([end]);
            let column = |at: usize| json!(self.length(&text[start..at]));
            places.into_iter().find(|at| column(*at) == position["character"]).unwrap_or_else(|| panic!("{position}"))
        };
        (byte(&range["start"]), byte(&range["end"]))
    }

    /// The text of a range.
    pub(crate) fn shown(&self, uri: &str, range: &Value) -> String {
        let (start, end) = self.bytes(uri, range);
        self.text(uri)[start..end].to_owned()
    }

    /// Makes the edits of a workspace edit, the last place first, and tells the server.
    pub(crate) fn apply(&mut self, edit: &Value) {
        let changes = edit["changes"].as_object().unwrap().clone();
        for (uri, edits) in changes {
            let places = edits.as_array().unwrap().iter();
            let mut places: Vec<_> = places
                .map(|edit| (self.bytes(&uri, &edit["range"]), edit["newText"].as_str().unwrap().to_owned()))
                .collect();
            places.sort();
            for pair in places.windows(2) {
                assert!(pair[0].0.1 <= pair[1].0.0, "edits overlap: {edits}");
            }
            for ((start, end), new) in places.into_iter().rev() {
                self.change_at(&uri, start, end, &new);
            }
        }
    }

    /// The diagnostics of the document as it is now.
    pub(crate) fn diagnostics(&mut self, uri: &str) -> Vec<Value> {
        self.diagnostics_when(uri, |_| true)
    }

    /// The same, once they are as wanted.
    pub(crate) fn diagnostics_when(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let version = json!(self.documents[uri].1);
        let known = |client: &Self| {
            let told = client.told.get(uri).filter(|(told, _)| *told == version);
            told.map(|(_, diagnostics)| diagnostics.clone()).filter(|diagnostics| wanted(diagnostics))
        };
        if let Some(known) = known(self) {
            return known;
        }
        let mut found = None;
        self.until("diagnostics", |client, _| {
            found = known(client);
            found.is_some()
        });
        found.unwrap()
    }

    /// Waits until the marks of a document are taken back.
    pub(crate) fn cleared(&mut self, uri: &str) {
        let gone =
            |client: &Self| client.told.get(uri).is_some_and(|(version, told)| version.is_null() && told.is_empty());
        if !gone(self) {
            self.until("marks to be taken back", |client, _| gone(client));
        }
    }

    /// Ends the server as the protocol says; its exit code.
    pub(crate) fn end(mut self) -> i32 {
        self.ask("shutdown", Value::Null).unwrap();
        self.notify("exit", Value::Null);
        drop(self.input.take());
        self.child.wait().unwrap().code().unwrap()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
