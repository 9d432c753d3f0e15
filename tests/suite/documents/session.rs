//! A reader who types the commands of a document, one after the other, on a machine where Taiyaku has just been installed.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::curl;
use crate::cli::Home;

/// Exit codes a command of a document may end with: success, findings or rows that were refused, nothing found.
const EXPECTED: [Option<i32>; 3] = [Some(0), Some(1), Some(3)];

/// What the program says where the dictionary is missing. Documents are written with one.
const WITHOUT_DICTIONARY: &str = "Text is split by script";

/// A data folder, a working folder, and the server once it was started.
pub(super) struct Session {
    pub(super) home: Home,
    server: Option<Server>,
    /// Another server of the same base, to which translations are sent all the time.
    writer: Option<Writer>,
    /// How often the base was moved.
    moves: usize,
    /// The last answer of the server.
    answer: String,
}

/// A server of the session's base on a free port.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Session {
    /// A working folder with the sample releases in it as in a checkout.
    pub(super) fn new() -> Self {
        let home = Home::new();
        std::fs::create_dir_all(home.path("glossary/samples")).unwrap();
        for sample in std::fs::read_dir(crate::cli::samples()).unwrap() {
            let sample = sample.unwrap();
            std::fs::copy(sample.path(), home.path("glossary/samples").join(sample.file_name())).unwrap();
        }
        Self { home, server: None, writer: None, moves: 0, answer: String::new() }
    }

    /// Backs up the base while a server writes to it, restores it in another folder and goes on there.
    pub(super) fn move_base(&mut self) {
        self.moves += 1;
        let (backup, folder) = (self.home.path("moved.bak"), self.home.path(&format!("moved {}", self.moves)));
        self.home.prints(&["backup", backup.to_str().unwrap(), "--force"], 0);
        self.writer = None;
        let is_serving = self.server.take().is_some();
        self.home.database = folder.join("用語.db");
        self.home.prints(&["restore", backup.to_str().unwrap()], 0);
        if is_serving {
            self.server = Some(serve(&self.home));
        }
        self.writer = Some(Writer::start(&self.home));
    }

    /// Runs a command; what it prints, or why it failed. `shown` is the output in the document.
    pub(super) fn run(&mut self, command: &str, shown: &str) -> Result<String, String> {
        if let Some(name) = command.strip_prefix("cat ").map(|name| self.home.path(name)).filter(|path| !path.exists())
        {
            std::fs::write(name, shown).unwrap();
            return Ok(shown.to_owned());
        }
        if command.starts_with("taiyaku restore") {
            // It wants the base for itself.
            self.writer = None;
        }
        if command.starts_with("taiyaku serve") {
            assert!(self.server.is_none(), "the server was started before");
            self.server = Some(serve(&self.home));
            return Ok(shown.to_owned());
        }
        if command.starts_with("curl ") {
            let command = with_numbers(command, &self.answer)?;
            let server = self.server.get_or_insert_with(|| serve(&self.home));
            let (request, filter) = curl::split_pipe(&command);
            let answer = curl::run(request, &server.address, self.home.folder.path())?;
            if let Some(filter) = filter {
                return self.shell(filter, &answer);
            }
            self.answer = String::from_utf8_lossy(&answer).into_owned();
            return Ok(self.answer.clone());
        }
        self.shell(command, b"")
    }

    /// Runs a command in a shell that finds `taiyaku`, with errors among the output as on a terminal.
    fn shell(&self, command: &str, input: &[u8]) -> Result<String, String> {
        let program = Path::new(env!("CARGO_BIN_EXE_taiyaku"));
        let folder = program.parent().unwrap().display();
        let mut shell = Command::new("sh");
        // The environment of a command of the home: its own base, nothing of this machine's settings.
        for (name, value) in self.home.command(&[]).get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        use_dictionary(&mut shell);
        let mut child = shell
            .args(["-c", &format!("exec 2>&1\nPATH='{folder}':$PATH\n{command}")])
            .env("TAIYAKU_ACTOR", "yamada")
            .env("TAIYAKU_LOG", "error")
            .current_dir(self.home.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // A filter such as `head` may not read to the end.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        let printed: String =
            printed.split_inclusive('\n').filter(|line| !line.starts_with(WITHOUT_DICTIONARY)).collect();
        if EXPECTED.contains(&output.status.code()) {
            Ok(printed)
        } else {
            Err(format!("{}: {printed}", output.status))
        }
    }
}

/// A server to which a thread sends translations, one after the other, until this is dropped.
pub(crate) struct Writer {
    _server: Server,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    /// The source texts that the server has acknowledged.
    pub(crate) acknowledged: Arc<Mutex<Vec<String>>>,
}

impl Writer {
    /// The project of the translations.
    const PROJECT: &str = "writer";

    pub(crate) fn start(home: &Home) -> Self {
        // It may be there already.
        home.run(&["projects", "create", Self::PROJECT, "--no-starter"]);
        let server = serve(home);
        let (is_over, acknowledged) = (Arc::<AtomicBool>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (ending, sent) = (Arc::clone(&is_over), Arc::clone(&acknowledged));
        let url = format!("http://{}/v1/segments", server.address);
        let thread = std::thread::spawn(move || {
            for number in 0.. {
                if ending.load(Ordering::Relaxed) {
                    return;
                }
                let source = format!("{number}番目の𠮷野川の水質ｶﾞ変わった。");
                let body = serde_json::json!({
                    "project": Self::PROJECT, "source_lang": "ja", "target_lang": "en", "source": source,
                    "target": format!("Water quality changed for the {number}th time."),
                });
                if ureq::post(&url).send_json(&body).is_ok() {
                    sent.lock().unwrap().push(source);
                }
            }
        });
        Self { _server: server, is_over, thread: Some(thread), acknowledged }
    }

    /// Waits until this many more translations are acknowledged.
    pub(crate) fn wait_for(&self, more: usize) {
        let count = || self.acknowledged.lock().unwrap().len();
        let before = count();
        while count() < before + more {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Starts a server and waits until it listens.
fn serve(home: &Home) -> Server {
    let mut command = home.command(&["--log", "info", "serve", "--listen", "127.0.0.1:0"]);
    use_dictionary(&mut command);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let address = lines.find_map(|line| {
        let address = line.split_once("127.0.0.1:")?.1;
        let port: String = address.chars().take_while(char::is_ascii_digit).collect();
        Some(format!("127.0.0.1:{port}"))
    });
    std::thread::spawn(move || lines.for_each(drop));
    Server { child, address: address.unwrap() }
}

/// Lets a command use the dictionary of the tests, if there is one.
#[expect(clippy::disallowed_methods, reason = "the set-up names the dictionary")]
fn use_dictionary(command: &mut Command) {
    if let Some(dictionary) = std::env::var_os("TAIYAKU_DICTIONARY") {
        command.env("TAIYAKU_DICTIONARY", dictionary);
    }
}

/// A command with the numbers of the last answer: `…` after `/` is its first `id`, after `"name": ` its first `name`.
fn with_numbers(command: &str, answer: &str) -> Result<String, String> {
    let mut parts = command.split('…');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = match filled.trim_end().strip_suffix("\":").and_then(|before| before.rsplit('"').next()) {
            Some(name) => name.to_owned(),
            None if filled.ends_with('/') => "id".to_owned(),
            None => return Err(format!("nothing says what `…` stands for after `{filled}`")),
        };
        let value = answer.split_once(&format!("\"{name}\":")).map(|(_, value)| value);
        let number: String = value.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
        if number.is_empty() {
            return Err(format!("the answer above has no number `{name}`"));
        }
        filled.push_str(&number);
        filled.push_str(part);
    }
    Ok(filled)
}

#[test]
fn a_command_takes_numbers_from_the_answer_above_it() {
    let answer = r#"{"term_id":12,"concept":{"id":7}}"#;
    for (command, want) in [
        ("curl /v1/concepts/…", "curl /v1/concepts/7"),
        (r#"curl '{"term_id": …}' /…/x"#, r#"curl '{"term_id": 12}' /7/x"#),
        ("curl /", "curl /"),
    ] {
        assert_eq!(with_numbers(command, answer).unwrap(), want);
    }
    assert!(with_numbers(r#"{"revision": …}"#, answer).is_err() && with_numbers("a …", answer).is_err());
}
