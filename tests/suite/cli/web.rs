//! Documents from the web, by the command line only: from real servers on this machine, with everything that servers do wrong.

use std::io::{ErrorKind, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use super::Home;
use super::server::ServeProcess;
use super::site::{Site, answer};

const PAGE: &str = "<!DOCTYPE html><meta charset=utf-8><title>発表</title><p>私たちは電波銀河（radio galaxy）（注1）を調べた。\
    <h2>用語解説</h2><p>（注1）電波銀河：電波を出す銀河。";

/// The options every test needs: the servers are on this machine.
const PRIVATE: &str = "--allow-private-addresses";

fn page(stream: &mut TcpStream) -> std::io::Result<()> {
    answer(stream, "200 OK\r\ncontent-type: text/html; charset=utf-8", PAGE.as_bytes())
}

fn packed(chunks: usize) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..chunks {
        packer.write_all(&[b' '; 1 << 20]).unwrap();
    }
    packer.finish().unwrap()
}

/// The outcomes that `ingest` prints, one for each document.
fn ingest(home: &Home, arguments: &[&str], code: i32) -> Vec<Value> {
    let arguments = [&["--json", "--no-starter", "ingest"], arguments].concat();
    home.prints(&arguments, code).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The code of the error of one document.
#[track_caller]
fn code(home: &Home, arguments: &[&str]) -> String {
    let outcomes = ingest(home, arguments, 1);
    assert_eq!(outcomes.len(), 1, "{outcomes:?}");
    outcomes[0]["error"]["code"].as_str().unwrap_or_else(|| panic!("{outcomes:?}")).to_owned()
}

#[test]
fn a_document_is_read_from_the_web_once_and_its_address_is_shown_and_exported() {
    let (home, site) = (Home::new(), Site::start(|_, stream| page(stream)));
    let url = site.url("/press/%E7%99%BA%E8%A1%A8.html?id=1#top");
    let (stored, short) = (site.url("/press/%E7%99%BA%E8%A1%A8.html?id=1"), site.url("/press/発表.html?id=1"));
    for (url, outcome) in [(&url, "created"), (&url, "unchanged"), (&short, "unchanged")] {
        let outcomes = ingest(&home, &[PRIVATE, url], 0);
        let members =
            ["name", "url", "outcome", "media"].map(|member| outcomes[0][member].as_str().unwrap_or_default());
        assert_eq!(members, ["発表.html", &stored, outcome, "html"]);
    }
    let head = site.heads.lock().unwrap()[0].to_lowercase();
    assert!(head.contains(concat!("user-agent: taiyaku/", env!("CARGO_PKG_VERSION"))), "{head}");
    assert!(!head.contains("cookie") && !head.contains("authorization") && !head.contains("referer"), "{head}");
    let shown: Value = serde_json::from_str(&home.prints(&["--json", "releases", "show", "発表.html"], 0)).unwrap();
    assert_eq!(shown["url"], stored.as_str());
    assert!(home.prints(&["releases", "show", "発表.html"], 0).contains(&stored));
    let found: Value = serde_json::from_str(&home.prints(&["--json", "lookup", "電波銀河"], 0)).unwrap();
    assert_eq!(found["matches"][0]["concept"]["terms"][0]["evidence"][0]["url"], stored.as_str());
    let exported = home.prints(&["export", "--format", "tbx", "--candidates"], 0);
    assert!(exported.contains(&format!("target=\"{stored}\"")), "{exported}");
}

#[test]
fn a_release_that_came_in_as_a_file_gets_the_address_where_it_is_found_later() {
    let (home, site) = (Home::new(), Site::start(|_, stream| page(stream)));
    let file = home.path("電波銀河.html");
    std::fs::write(&file, PAGE).unwrap();
    ingest(&home, &[file.to_str().unwrap()], 0);
    let url = site.url("/press/found.html");
    for (address, want) in [(&url, &url), (&site.url("/press/again.html"), &url)] {
        let outcomes = ingest(&home, &[PRIVATE, address], 0);
        assert_eq!((&outcomes[0]["outcome"], &outcomes[0]["url"]), (&"unchanged".into(), &want.as_str().into()));
    }
    assert!(home.prints(&["releases", "show", "1"], 0).contains(&url));
}

#[test]
fn a_release_keeps_its_address_when_it_is_linked_again_and_two_pages_of_one_name_are_two_documents() {
    let home = Home::new();
    let site = Site::start(|path, stream| {
        answer(stream, "200 OK\r\ncontent-type: text/plain", format!("発表しました。{path}\n").as_bytes())
    });
    let outcomes = ingest(&home, &[PRIVATE, &site.url("/a/index.html"), &site.url("/b/index.html")], 0);
    assert!(
        outcomes.iter().all(|outcome| outcome["name"] == "index.html" && outcome["doubts"] == serde_json::json!([]))
    );
    home.prints(&["link"], 0);
    let listed = home.prints(&["--json", "releases"], 0);
    let urls: Vec<String> = listed
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["url"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(urls, [site.url("/a/index.html"), site.url("/b/index.html")]);
}

#[test]
fn this_machine_and_private_networks_are_not_fetched_from_unless_the_user_says_so() {
    let (home, site) = (Home::new(), Site::start(|_, stream| page(stream)));
    std::fs::write(home.path("a.txt"), "発表しました。\n").unwrap();
    let file = home.path("a.txt").display().to_string();
    let port = site.address.rsplit(':').next().unwrap().to_owned();
    for host in [
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "10.0.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00::1]",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "１２７.０.０.１",
    ] {
        let url = format!("http://{host}:{port}/a.html");
        let outcomes = ingest(&home, &[&file, &url], 1);
        let failed = outcomes.iter().find(|outcome| outcome["name"] == url.as_str()).unwrap();
        assert_eq!(failed["error"]["code"], "address_refused", "{failed}");
        assert!(
            outcomes.iter().any(|outcome| outcome["name"] == "a.txt" && outcome["error"].is_null()),
            "{outcomes:?}"
        );
    }
    // With the option, an address that nobody's own server has stays refused.
    for host in ["169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0", "[fe80::1]", "224.0.0.1"] {
        assert_eq!(code(&home, &[PRIVATE, &format!("http://{host}:{port}/")]), "address_refused", "{host}");
    }
    assert_eq!(site.requests(), 0);
    for host in ["127.0.0.1", "2130706433", "１２７.０.０.１"] {
        assert_eq!(ingest(&home, &[PRIVATE, &format!("http://{host}:{port}/a.html")], 0).len(), 1, "{host}");
    }
}

#[test]
fn five_redirects_are_followed_each_checked_anew() {
    let home = Home::new();
    let site = Site::start(|path, stream| {
        let to = |location: &str, stream: &mut TcpStream| {
            let status = ["301", "302", "303", "307", "308"][path.len() % 5];
            answer(stream, &format!("{status} Elsewhere\r\nlocation: {location}"), b"")
        };
        match path.strip_prefix("/hops/").and_then(|hops| hops.parse::<u32>().ok()) {
            Some(0) => to("/最後/発表.html", stream),
            Some(hops) => to(&format!("{}", hops - 1), stream),
            None => match path {
                "/loop" => to("/loop", stream),
                "/metadata" => to("http://169.254.169.254/latest/", stream),
                "/mapped" => to("http://[::ffff:127.0.0.1]/", stream),
                "/file" => to("file:///etc/passwd", stream),
                "/data" => to("data:text/plain,a", stream),
                "/user" => to("http://yamada:secret@127.0.0.1/", stream),
                "/nowhere" => answer(stream, "302 Found", b""),
                _ => page(stream),
            },
        }
    });
    let outcomes = ingest(&home, &[PRIVATE, &site.url("/hops/4")], 0);
    assert_eq!(outcomes[0]["name"], "発表.html");
    assert_eq!(outcomes[0]["url"], site.url("/%E6%9C%80%E5%BE%8C/%E7%99%BA%E8%A1%A8.html"));
    assert_eq!(site.requests(), 6);
    for (path, want) in [
        ("/hops/5", "too_many_redirects"),
        ("/loop", "too_many_redirects"),
        ("/metadata", "address_refused"),
        ("/mapped", "address_refused"),
        ("/file", "invalid_url"),
        ("/data", "invalid_url"),
        ("/user", "credentials_in_url"),
        ("/nowhere", "fetch_failed"),
    ] {
        assert_eq!(code(&home, &[PRIVATE, &site.url(path)]), want, "{path}");
    }
}

#[test]
fn packed_pages_are_unpacked_and_none_may_grow_beyond_the_limit() {
    let home = Home::new();
    let bomb = packed(70);
    assert!(bomb.len() < 1 << 20);
    let site = Site::start(move |path, stream| {
        let gzip = "200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip";
        match path {
            "/packed.html" => {
                let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
                packer.write_all(PAGE.as_bytes())?;
                answer(stream, gzip, &packer.finish()?)
            }
            "/bomb" => answer(stream, gzip, &bomb),
            "/torn" => answer(stream, gzip, &bomb[..bomb.len() / 2]),
            "/not-gzip" => answer(stream, gzip, PAGE.as_bytes()),
            "/brotli" => answer(stream, "200 OK\r\ncontent-encoding: br", b"\x0b\x02\x80"),
            // The limit counts before anything is sent.
            "/stated" => stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n"),
            // No length, no end.
            _ => {
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n")?;
                loop {
                    stream.write_all(&[b'a'; 1 << 16])?;
                }
            }
        }
    });
    let outcomes = ingest(&home, &[PRIVATE, &site.url("/packed.html")], 0);
    assert_eq!((&outcomes[0]["outcome"], &outcomes[0]["entries"]), (&"created".into(), &1.into()));
    for (path, want) in [
        ("/bomb", "too_large"),
        ("/stated", "too_large"),
        ("/endless", "too_large"),
        ("/torn", "fetch_failed"),
        ("/not-gzip", "fetch_failed"),
        ("/brotli", "fetch_failed"),
    ] {
        assert_eq!(code(&home, &[PRIVATE, &site.url(path)]), want, "{path}");
    }
}

#[test]
fn a_server_that_is_slow_or_broken_costs_a_limited_time_and_an_error_with_a_name() {
    let home = Home::new();
    let site = Site::start(|path, stream| {
        let mut trickle = |start: &[u8]| {
            stream.write_all(start)?;
            loop {
                stream.write_all(b"a")?;
                std::thread::sleep(Duration::from_millis(50));
            }
        };
        match path {
            "/slow-head" => trickle(b"HTTP/1.1 200 OK\r\nx: "),
            "/slow-body" => trickle(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n"),
            "/404" => answer(stream, "404 Not Found", PAGE.as_bytes()),
            "/401" => answer(stream, "401 Unauthorized\r\nwww-authenticate: Basic", b""),
            "/204" => answer(stream, "204 No Content", b""),
            "/500" => answer(stream, "500 Internal Server Error", b""),
            "/torn" => stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc"),
            "/noise" => stream.write_all(b"220 mail.example ESMTP\r\n"),
            "/empty" => answer(stream, "200 OK\r\ncontent-type: text/html", b""),
            "/json" => answer(stream, "200 OK\r\ncontent-type: application/json", b"{\"a\": 1}"),
            _ => Ok(()),
        }
    });
    for (path, want) in [
        ("/slow-head", "fetch_timed_out"),
        ("/slow-body", "fetch_timed_out"),
        ("/404", "fetch_failed"),
        ("/401", "fetch_failed"),
        ("/204", "fetch_failed"),
        ("/500", "fetch_failed"),
        ("/torn", "fetch_failed"),
        ("/noise", "fetch_failed"),
        ("/silence", "fetch_failed"),
        ("/empty", "empty_document"),
        ("/json", "unknown_format"),
    ] {
        assert_eq!(code(&home, &[PRIVATE, "--timeout", "1", &site.url(path)]), want, "{path}");
    }
    assert_eq!(code(&home, &[PRIVATE, "http://127.0.0.1:1/"]), "fetch_failed", "nobody is there");
    home.prints(&["--project", "新しい", "ingest", PRIVATE, "http://127.0.0.1:1/"], 1);
    assert!(!home.prints(&["projects"], 0).contains("新しい"), "no project is left that was made for nothing");
}

#[test]
fn one_failure_does_not_stop_the_rest_and_a_password_is_never_shown() {
    let (home, site) = (Home::new(), Site::start(|_, stream| page(stream)));
    std::fs::write(home.path("a.txt"), "発表しました。\n").unwrap();
    let secret = format!("http://yamada:secret@{}/", site.address);
    let arguments = [
        "--no-starter",
        "ingest",
        PRIVATE,
        &secret,
        "ftp://a.example/a.pdf",
        "http://yamada:secret@a b/",
        &site.url("/a.html"),
        home.path("a.txt").to_str().unwrap(),
    ]
    .map(str::to_owned);
    let output = home.run(&arguments.each_ref().map(String::as_str));
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1), "{out}{err}");
    for text in ["credentials_in_url", "invalid_url", "Fetching http://"] {
        assert!(err.contains(text), "{err}");
    }
    assert_eq!((out.matches("added").count(), out.matches("failed").count()), (2, 3), "{out}");
    assert!(!out.contains("secret") && !err.contains("secret"), "{out}{err}");
    assert_eq!(site.requests(), 1);
}

#[test]
fn a_proxy_of_the_environment_is_not_used_and_that_is_said() {
    let (home, site, proxy) =
        (Home::new(), Site::start(|_, stream| page(stream)), Site::start(|_, stream| page(stream)));
    let mut command = home.command(&["--no-starter", "ingest", PRIVATE, &site.url("/a.html")]);
    for name in ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"] {
        command.env(name, format!("http://{}", proxy.address));
    }
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), site.requests(), proxy.requests()), (Some(0), 1, 0), "{err}");
    assert!(err.contains("proxy"), "{err}");
}

#[test]
fn extract_takes_web_addresses_too() {
    let (home, site) = (Home::new(), Site::start(|_, stream| page(stream)));
    let out = home.path("out").display().to_string();
    let file = home.path("a.txt");
    std::fs::write(&file, "発表しました。\n").unwrap();
    home.prints(&["extract", PRIVATE, &site.url("/発表.html"), file.to_str().unwrap(), "--out", &out], 0);
    let written: Value = serde_json::from_slice(&std::fs::read(home.path("out/発表.json")).unwrap()).unwrap();
    assert_eq!(written["entries"][0]["term"], "電波銀河");
    assert!(home.path("out/a.json").exists() && !home.database.exists());
    let printed: Value = serde_json::from_str(&home.prints(&["extract", PRIVATE, &site.url("/")], 0)).unwrap();
    assert_eq!(printed, written);
    let refused = home.complains(&["extract", &site.url("/")], 1);
    assert!(refused.contains("address_refused") && refused.contains(PRIVATE), "{refused}");
    let import = home.complains(&["import", &site.url("/")], 1);
    assert!(import.contains("file_unreadable"), "{import}");
}

#[test]
fn nobody_can_make_a_server_fetch_an_address() {
    let home = Home::new();
    home.prints(&["--no-starter", "projects", "create", "default"], 0);
    let trap = TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let url = format!("http://{}/a.html", trap.local_addr().unwrap());
    let encoded = url.replace(':', "%3A").replace('/', "%2F");
    let server = ServeProcess::start(&home);
    let json = format!("{{\"url\": \"{url}\"}}");
    for (path, body, want) in [
        (format!("/v1/releases?url={encoded}"), "", 400),
        (format!("/v1/releases?name=a.html&url={encoded}"), PAGE, 400),
        ("/v1/releases?name=a.json".to_owned(), json.as_str(), 422),
        (format!("/v1/checks?url={encoded}"), json.as_str(), 400),
        (format!("/v1/term-block?url={encoded}"), json.as_str(), 400),
        // The address is the text of a document, or its name, and nothing more.
        ("/v1/releases?name=a.txt".to_owned(), url.as_str(), 201),
        (format!("/v1/releases?name={encoded}"), PAGE, 201),
    ] {
        let (status, answer) = server.send("POST", &path, body).unwrap();
        assert_eq!(status, want, "{path}: {answer}");
        assert!(status != 201 || answer.contains("\"url\":null"), "{answer}");
    }
    let called = trap.accept().map(|(_, address)| address).map_err(|error| error.kind());
    assert_eq!(called, Err(ErrorKind::WouldBlock));
}
