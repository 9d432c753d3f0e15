//! The `curl` commands of a document, without curl: the options they use, and HTTP/1.1 with one request per connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

/// The address documents give the server.
const DOCUMENTED: &str = "http://127.0.0.1:8722";

/// Longer than any answer takes, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A command before the first ` | ` outside quotation marks, and what is behind it.
pub(super) fn split_pipe(command: &str) -> (&str, Option<&str>) {
    let mut in_quotes = false;
    for (at, letter) in command.char_indices() {
        match letter {
            '\'' => in_quotes = !in_quotes,
            '|' if !in_quotes => return (&command[..at], Some(&command[at + 1..])),
            _ => {}
        }
    }
    (command, None)
}

/// What an HTTP client sends.
#[derive(Default)]
struct Request {
    method: Option<String>,
    url: String,
    headers: Vec<(String, String)>,
    query: Vec<String>,
    body: Option<Vec<u8>>,
    data_in_query: bool,
    with_headers: bool,
}

/// Sends the request of a command to the server at `address`; the body of the answer, after its headers with `-i`.
pub(super) fn run(command: &str, address: &str, folder: &Path) -> Result<Vec<u8>, String> {
    let request = parse(command, folder)?;
    let Some(path) = request.url.strip_prefix(DOCUMENTED) else {
        return Err(format!("`{}` is not an address below {DOCUMENTED}", request.url));
    };
    let mut path = percent_encoded(path);
    for parameter in &request.query {
        path.push(if path.contains('?') { '&' } else { '?' });
        path.push_str(parameter);
    }
    let body = request.body.unwrap_or_default();
    let method = request.method.unwrap_or_else(|| if body.is_empty() { "GET" } else { "POST" }.to_owned());
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    );
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let problem = |error: std::io::Error| error.to_string();
    let mut stream = TcpStream::connect(address).map_err(problem)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(problem)?;
    stream.write_all(format!("{head}\r\n").as_bytes()).map_err(problem)?;
    stream.write_all(&body).map_err(problem)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(problem)?;
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or("the answer has no end of headers")?;
    let headers = String::from_utf8_lossy(&answer[..end]).replace("\r\n", "\n");
    let is_chunked = headers.to_ascii_lowercase().contains("transfer-encoding: chunked");
    let body = if is_chunked { joined_chunks(&answer[end + 4..]) } else { answer[end + 4..].to_vec() };
    let head = if request.with_headers { format!("{headers}\n\n").into_bytes() } else { Vec::new() };
    Ok([head, body].concat())
}

fn parse(command: &str, folder: &Path) -> Result<Request, String> {
    let mut words = words(command).into_iter().skip(1);
    let mut request = Request::default();
    let mut data: Vec<String> = Vec::new();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("`{word}` lacks its value"));
        match word.as_str() {
            "-X" => request.method = Some(value()?),
            "-H" => {
                let header = value()?;
                let (name, text) = header.split_once(": ").ok_or(format!("`{header}` is not a header"))?;
                request.headers.push((name.to_owned(), text.to_owned()));
            }
            "--json" => {
                request.headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
                request.body = Some(value()?.into_bytes());
            }
            "--data-urlencode" => {
                let given = value()?;
                let (name, text) = given.split_once('=').ok_or(format!("`{given}` has no name"))?;
                data.push(format!("{name}={}", encoded(text)));
            }
            "--data-binary" => {
                let given = value()?;
                request.body = Some(match given.strip_prefix('@') {
                    Some(name) => std::fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?,
                    None => given.into_bytes(),
                });
            }
            option if option.starts_with("--") => return Err(unknown(option)),
            letters if letters.starts_with('-') => {
                for letter in letters.chars().skip(1) {
                    match letter {
                        's' | 'N' => {}
                        'i' => request.with_headers = true,
                        'I' => (request.with_headers, request.method) = (true, Some("HEAD".to_owned())),
                        'G' => request.data_in_query = true,
                        _ => return Err(unknown(letters)),
                    }
                }
            }
            _ => request.url = word,
        }
    }
    if request.data_in_query {
        request.query = data;
    } else if !data.is_empty() {
        request.headers.push(("Content-Type".to_owned(), "application/x-www-form-urlencoded".to_owned()));
        request.body = Some(data.join("&").into_bytes());
    }
    Ok(request)
}

fn unknown(option: &str) -> String {
    format!("curl's option `{option}` is not known here")
}

/// The words of a command, as a shell splits them; only single quotation marks are known.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut in_quotes, mut is_word) = (Vec::new(), String::new(), false, false);
    for letter in command.chars() {
        match letter {
            '\'' => (in_quotes, is_word) = (!in_quotes, true),
            letter if letter.is_ascii_whitespace() && !in_quotes => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            letter => {
                word.push(letter);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    words
}

/// A value of a query.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// A path and query with the bytes above ASCII encoded, as curl sends them.
fn percent_encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The bytes of a chunked body.
fn joined_chunks(mut body: &[u8]) -> Vec<u8> {
    let mut joined = Vec::new();
    while let Some(end) = body.windows(2).position(|bytes| bytes == b"\r\n") {
        let size = String::from_utf8_lossy(&body[..end]).trim().to_owned();
        let size = usize::from_str_radix(&size, 16).unwrap_or_default();
        let Some(chunk) = body.get(end + 2..end + 2 + size).filter(|chunk| !chunk.is_empty()) else { break };
        joined.extend_from_slice(chunk);
        body = body.get(end + 2 + size + 2..).unwrap_or_default();
    }
    joined
}

#[test]
fn commands_are_split_as_a_shell_splits_them() {
    assert_eq!(
        words("curl -G 'http://a b'  --data-urlencode q=転移\n  -H ''"),
        ["curl", "-G", "http://a b", "--data-urlencode", "q=転移", "-H", ""]
    );
    assert_eq!(split_pipe("curl 'a|b' | head -3"), ("curl 'a|b' ", Some(" head -3")));
    assert_eq!(joined_chunks(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), b"abcde");
    assert_eq!(percent_encoded("/a?q=脳"), "/a?q=%E8%84%B3");
}
