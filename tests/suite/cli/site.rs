//! A web server on this machine, which answers as a test says.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A server on this machine. It answers one request a connection, many connections at a time.
pub(super) struct Site {
    pub(super) address: String,
    pub(super) heads: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// `answer` gets the path, and writes the whole answer.
    pub(super) fn start(answer: impl Fn(&str, &mut TcpStream) -> std::io::Result<()> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (answer, record) = (Arc::new(answer), Arc::clone(&heads));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, answer, record) = (stream.unwrap(), Arc::clone(&answer), Arc::clone(&record));
                std::thread::spawn(move || {
                    let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
                    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                    let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
                    record.lock().unwrap().push(head.join("\n"));
                    // The other side may have hung up, as it should after too much.
                    let _ = answer(&path, &mut stream);
                });
            }
        });
        Self { address, heads }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(super) fn requests(&self) -> usize {
        self.heads.lock().unwrap().len()
    }
}

pub(super) fn answer(stream: &mut TcpStream, head: &str, body: &[u8]) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n", body.len())?;
    stream.write_all(body)
}
