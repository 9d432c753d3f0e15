//! A connection whose every refusal says why.
//!
//! A request whose head cannot be read never reaches the routes: the framework answers it with a status and no body and closes
//! the connection. Such an answer is recognised on its way out, by its exact form, and replaced by a problem.

use std::fmt::Write;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::rt::net::TcpStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::finish::SECURITY_HEADERS;
use super::problem::Problem;

/// How long a client may leave what it was sent unconfirmed, in milliseconds: a machine that was switched off, or a program that
/// no longer reads.
#[cfg(target_os = "linux")]
const SILENCE: u32 = 60_000;

/// First lines of probes.
const PROBES: &[&str] =
    &["GET /health HTTP/1.1\r\n", "HEAD /health HTTP/1.1\r\n", "GET /ready HTTP/1.1\r\n", "HEAD /ready HTTP/1.1\r\n"];

/// A connection to a client.
pub(super) struct Connection {
    stream: TcpStream,
    /// A problem that is being written in place of a refusal, and how much of it has been.
    problem: Vec<u8>,
    written: usize,
    /// Whether the last write left something of an answer to be written, so that the next is no beginning.
    is_midway: bool,
    /// Whether anything was read.
    has_read: bool,
}

impl Connection {
    pub(super) fn new(stream: TcpStream) -> Self {
        // Where the system cannot be told, its own patience counts.
        #[cfg(target_os = "linux")]
        let _ = rustix::net::sockopt::set_tcp_user_timeout(&stream, SILENCE);
        Self { stream, problem: Vec::new(), written: 0, is_midway: false, has_read: false }
    }

    /// Writes what is left of a problem.
    fn poll_problem(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest) = self.problem.get(self.written..).filter(|rest| !rest.is_empty()) {
            match ready!(Pin::new(&mut self.stream).poll_write(context, rest))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count => self.written += count,
            }
        }
        Poll::Ready(Ok(()))
    }
}

/// Lets a probe without `Host` through. The framework refuses any request of HTTP/1.1 that has none, as it should; one of HTTP/1.0
/// needs none, and the answer is the same.
fn admit_probe(bytes: &mut [u8]) {
    let line = PROBES.iter().find(|line| bytes.starts_with(line.as_bytes()));
    let Some(version) = line.and_then(|line| line.rfind('1')) else { return };
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return };
    let head = bytes.get(..end).unwrap_or_default();
    let has_host = head
        .split(|byte| *byte == b'\n')
        .any(|line| line.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"host:")));
    if !has_host && let Some(version) = bytes.get_mut(version) {
        *version = b'0';
    }
}

/// The answer to put in place of a refusal without a body; `None` for any other answer.
fn replacement(answer: &[u8]) -> Option<Vec<u8>> {
    let head = std::str::from_utf8(answer).ok()?.strip_suffix("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.1 ")?;
    let headers: Vec<&str> = lines.collect();
    // Answers of the routes have more headers than these, and everything else has a body or stays open.
    let is_bare = |line: &&str| ["content-length: 0", "connection: close"].contains(line) || line.starts_with("date: ");
    if !headers.contains(&"content-length: 0") || !headers.iter().all(is_bare) {
        return None;
    }
    let problem = match status.get(..3)? {
        "400" => Problem::new(
            "invalid_request",
            "Could not read the head of the request. In the address, write everything but ASCII letters, digits and `-._~` as \
             UTF-8 in percent codes, such as `?q=%E8%84%B3` for `?q=脳`, and check the headers.",
        ),
        "408" => Problem::too_slow(),
        "431" => Problem::new(
            "head_too_large",
            "The address and the headers of the request are too large. Send long texts in the body, with `POST`.",
        ),
        _ => return None,
    };
    let body = problem.document("/");
    let mut answer =
        format!("HTTP/1.1 {status}\r\ncontent-type: application/problem+json\r\ncache-control: no-store\r\n");
    for (name, value) in SECURITY_HEADERS {
        let _ = write!(answer, "{name}: {value}\r\n");
    }
    let date = headers.iter().find(|line| line.starts_with("date: "));
    for line in date.copied().into_iter().chain(["connection: close"]) {
        let _ = write!(answer, "{line}\r\n");
    }
    let _ = write!(answer, "content-length: {}\r\n\r\n{body}", body.len());
    Some(answer.into_bytes())
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if !std::mem::replace(&mut self.has_read, true)
            && let Some(bytes) = buffer.filled_mut().get_mut(before..)
        {
            admit_probe(bytes);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_problem(context))?;
        if !self.is_midway
            && let Some(problem) = replacement(bytes)
        {
            (self.problem, self.written) = (problem, 0);
            // What does not go out now goes out when the connection is flushed.
            if let Poll::Ready(Err(error)) = self.poll_problem(context) {
                return Poll::Ready(Err(error));
            }
            return Poll::Ready(Ok(bytes.len()));
        }
        let count = ready!(Pin::new(&mut self.stream).poll_write(context, bytes))?;
        self.is_midway = count < bytes.len();
        Poll::Ready(Ok(count))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_problem(context))?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_problem(context))?;
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_probe_without_a_host_becomes_one_of_the_older_version() {
        for (head, is_changed) in [
            ("GET /health HTTP/1.1\r\n\r\n", true),
            ("HEAD /ready HTTP/1.1\r\naccept: */*\r\n\r\n", true),
            ("GET /health HTTP/1.1\r\nHOST: a\r\n\r\n", false),
            ("GET /health HTTP/1.1\r\naccept: */*\r\n", false),
            ("GET /healthy HTTP/1.1\r\n\r\n", false),
            ("GET /v1/terms HTTP/1.1\r\n\r\n", false),
            ("POST /health HTTP/1.1\r\n\r\n", false),
        ] {
            let mut bytes = head.as_bytes().to_vec();
            admit_probe(&mut bytes);
            let want = if is_changed { head.replace("HTTP/1.1", "HTTP/1.0") } else { head.to_owned() };
            assert_eq!(String::from_utf8(bytes).unwrap(), want);
        }
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_client_that_confirms_nothing_is_given_up() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let _client = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (stream, _) = listener.accept().unwrap();
        stream.set_nonblocking(true).unwrap();
        let connection = Connection::new(TcpStream::from_std(stream).unwrap());
        assert_eq!(rustix::net::sockopt::tcp_user_timeout(&connection.stream).unwrap(), SILENCE);
    }

    #[test]
    fn only_refusals_without_a_body_are_replaced() {
        let date = "date: Mon, 30 Nov 2026 00:00:00 GMT\r\n";
        for (answer, code) in [
            (
                format!("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n{date}\r\n"),
                Some("invalid_request"),
            ),
            (format!("HTTP/1.1 408 Request Timeout\r\n{date}content-length: 0\r\n\r\n"), Some("request_timeout")),
            (
                format!("HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\n{date}\r\n"),
                Some("head_too_large"),
            ),
            (format!("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n{date}\r\n"), None),
            (format!("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nx-request-id: r1\r\n{date}\r\n"), None),
            (format!("HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n{date}\r\n{{}}"), None),
            (format!("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n{date}\r\nHTTP/1.1 200 OK\r\n\r\n"), None),
            (String::new(), None),
        ] {
            let found = replacement(answer.as_bytes()).map(|found| String::from_utf8(found).unwrap());
            assert_eq!(found.is_some(), code.is_some(), "{answer}");
            if let (Some(found), Some(code)) = (found, code) {
                let (head, body) = found.split_once("\r\n\r\n").unwrap();
                assert!(
                    head.contains(&format!("content-length: {}\r\n", body.len()))
                        || head.ends_with(&format!("content-length: {}", body.len())),
                    "{found}"
                );
                assert!(
                    head.contains("connection: close\r\n") && body.contains(&format!("\"code\":\"{code}\"")),
                    "{found}"
                );
            }
        }
    }
}
