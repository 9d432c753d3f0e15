//! `taiyaku serve` as a process of its own, on a free port.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use super::Home;

/// A running server; it is killed when dropped.
pub(super) struct ServeProcess {
    child: Child,
    address: String,
}

impl ServeProcess {
    /// Starts a server on the base of a home, and waits until it listens.
    pub(super) fn start(home: &Home) -> Self {
        Self::start_as(home, |command| command)
    }

    /// The same with another environment.
    pub(super) fn start_as(home: &Home, change: impl FnOnce(Command) -> Command) -> Self {
        let words = ["--no-starter", "--log", "info", "serve", "--listen", "127.0.0.1:0", "--rate-limit", "0"];
        let mut child = change(home.command(&words)).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.by_ref().map(Result::unwrap).find_map(|line| {
            let at = line.find("127.0.0.1:")?;
            let is_address = |letter: &char| letter.is_ascii_digit() || matches!(letter, '.' | ':');
            Some(line[at..].chars().take_while(is_address).collect::<String>())
        });
        std::thread::spawn(move || lines.for_each(drop));
        let address = address.expect("a server says where it listens");
        Self { child, address }
    }

    /// Sends a request with a JSON body; gives the status and the body of the answer, or nothing if none came.
    pub(super) fn send(&self, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
    }

    /// Kills it with `kill -9`, which needs nothing of it; [`Self::kill`] must follow.
    pub(super) fn interrupt(&self) {
        assert!(Command::new("kill").args(["-9", &self.child.id().to_string()]).status().unwrap().success());
    }

    /// Kills it and waits for its end.
    pub(super) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for ServeProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
