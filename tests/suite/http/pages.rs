//! The pages of the workbench: the same document at every address, what it may load, caching, packed forms, and a server without.

use std::fs;
use std::path::{Path, PathBuf};

use taiyaku::config::Overrides;
use taiyaku::http::Pages;

use super::Server;
use super::client::{Answer, Request};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types 'none'";

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages").join(name)).unwrap()
}

fn get(server: &Server, path: &str, name: &str, value: &str) -> Answer {
    Request::new("GET", path).header(name, value).send(server.address)
}

#[test]
fn every_page_is_the_same_document_with_a_strict_policy() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    for path in [
        "/",
        "/?q=視床下部&project=脳",
        "/concepts/1",
        "/concepts/9223372036854775807?tab=history",
        "/releases",
        "/releases/42",
        "/review?status=candidate",
        "/overview",
        "/import",
        "/export",
        "/settings",
        "/help",
        "/login",
        "//",
    ] {
        if path == "//" {
            get(&server, path, "accept", "text/html").assert_problem(401, "unauthorized");
            continue;
        }
        let answer = get(&server, path, "accept", "text/html");
        assert_eq!((answer.status, answer.body.as_slice()), (200, fixture("index.html").as_slice()), "{path}");
        for (name, value) in [
            ("content-type", "text/html; charset=utf-8"),
            ("content-security-policy", POLICY),
            ("cross-origin-opener-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-cache"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
    }
    let other = get(&server, "/v1/session", "accept", "*/*");
    assert_eq!(other.header("content-security-policy"), Some("default-src 'none'; frame-ancestors 'none'"));
}

#[test]
fn a_page_is_sent_again_only_if_it_has_changed_and_an_asset_never() {
    let server = Server::open();
    let page = server.get("/");
    let tag = page.header("etag").unwrap().to_owned();
    for path in ["/", "/review", "/concepts/7"] {
        let again = get(&server, path, "if-none-match", &tag);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!((again.header("etag"), again.header("cache-control")), (Some(tag.as_str()), Some("no-cache")));
        assert_eq!(get(&server, path, "if-none-match", "W/\"other\"").status, 200, "{path}");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("assets")).unwrap();
    fs::write(folder.path().join("index.html"), "<!doctype html><title>別</title>").unwrap();
    let changed = Server::with_pages(None, Overrides::default(), Pages::in_folder(folder.path()).unwrap());
    let answer = get(&changed, "/", "if-none-match", &tag);
    assert_eq!((answer.status, answer.text()), (200, "<!doctype html><title>別</title>"));
    for (name, media) in
        [("app-1a2b3c4d.js", "text/javascript; charset=utf-8"), ("style-5e6f7a8b.css", "text/css; charset=utf-8")]
    {
        let asset = server.get(&format!("/assets/{name}"));
        assert_eq!((asset.status, asset.body.as_slice()), (200, fixture(&format!("assets/{name}")).as_slice()));
        assert_eq!(asset.header("content-type"), Some(media));
        assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(asset.header("cross-origin-resource-policy"), Some("same-origin"));
    }
}

#[test]
fn what_is_there_packed_is_sent_packed_to_who_takes_it() {
    let server = Server::open();
    for (path, file) in [("/", "index.html"), ("/assets/app-1a2b3c4d.js", "assets/app-1a2b3c4d.js")] {
        for (accepted, coding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("br;q=1.0, gzip;q=0.5", Some("br")),
            ("gzip, deflate", Some("gzip")),
            ("br;q=0, gzip", Some("gzip")),
            ("identity", None),
        ] {
            let answer = get(&server, path, "accept-encoding", accepted);
            let ending = match coding {
                Some("br") => ".br",
                Some(_) => ".gz",
                None => "",
            };
            assert_eq!(answer.header("content-encoding"), coding, "{path} {accepted}");
            assert!(answer.body == fixture(&format!("{file}{ending}")), "{path} {accepted}");
            assert!(
                answer.header("vary").is_some_and(|vary| vary.to_lowercase().contains("accept-encoding")),
                "{path}"
            );
        }
        let plain = server.get(path);
        assert_eq!((plain.header("content-encoding"), plain.body.as_slice()), (None, fixture(file).as_slice()));
    }
    // What is not there packed is packed on the way, as any answer.
    let style = get(&server, "/assets/style-5e6f7a8b.css", "accept-encoding", "br, gzip");
    assert_eq!(style.header("content-encoding"), Some("gzip"));
}

#[test]
fn only_files_that_pages_load_are_there() {
    let server = Server::open();
    for path in [
        "/assets/app-1a2b3c4d.js.br",
        "/assets/app-1a2b3c4d.js.gz",
        "/assets/missing-00000000.js",
        "/assets/index.html",
        "/assets/..%2Findex.html",
        "/assets/%2E%2E%2F%2E%2E%2F%2E%2E%2FCargo.toml",
        "/assets/../index.html",
        "/assets/",
        "/assets",
        "/assets/a/b.js",
        "/assets/𠮷.js",
        "/assets/.js",
        "/index.html",
        "/manifest.json",
        "/concepts/0x1",
        "/concepts/-1",
        "/concepts/１",
        "/concepts/12345678901234567890",
        "/concepts/1/",
        "/releases/",
        "/Review",
    ] {
        get(&server, path, "accept", "text/html").assert_problem(404, "unknown_path");
    }
}

#[test]
fn a_link_on_another_site_opens_a_page_and_nothing_else() {
    let server = Server::open();
    let ask = |path: &str, mode: &str, destination: &str| {
        let request = Request::new("GET", path).header("sec-fetch-site", "cross-site");
        request.header("sec-fetch-mode", mode).header("sec-fetch-dest", destination).send(server.address).status
    };
    for (path, mode, destination, status) in [
        ("/", "navigate", "document", 200),
        ("/concepts/1", "navigate", "document", 200),
        ("/", "navigate", "iframe", 403),
        ("/", "no-cors", "script", 403),
        ("/", "cors", "empty", 403),
        ("/assets/app-1a2b3c4d.js", "no-cors", "script", 403),
        ("/v1/projects", "navigate", "document", 403),
        ("/lookup?q=脳", "navigate", "document", 403),
        ("/v1/session", "navigate", "document", 403),
    ] {
        assert_eq!(ask(path, mode, destination), status, "{path} {mode} {destination}");
    }
}

#[test]
fn a_server_without_pages_says_so_in_the_readers_language() {
    let overrides = || Overrides { require_token: true, ..Overrides::default() };
    let server = Server::with_pages(None, overrides(), Pages::default());
    for (languages, lang) in [
        ("", "en"),
        ("ja", "ja"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "ja"),
        ("en-GB,en;q=0.9,ja;q=0.8", "en"),
        ("fr,ja;q=0.5", "ja"),
        ("en;q=0.1,ja;q=0.2", "ja"),
        ("fr", "en"),
        ("*", "en"),
        ("日本語", "en"),
        (";;;q=,", "en"),
    ] {
        let answer = get(&server, "/", "accept-language", languages);
        let text = answer.text();
        assert_eq!(answer.status, 200, "{languages}");
        assert!(text.contains(&format!("<html lang=\"{lang}\">")), "{languages}: {text}");
        assert!(text.contains("npm run build") && text.contains("/lookup") && !text.contains("<script"), "{text}");
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'none'; frame-ancestors 'none'"));
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
    assert_eq!(get(&server, "/review", "accept-language", "ja").status, 200);
    server.get("/assets/app-1a2b3c4d.js").assert_problem(404, "unknown_path");
}

#[test]
fn the_pages_that_were_built_are_those_of_the_program() {
    let built = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("web/dist");
    let server = Server::with_pages(None, Overrides::default(), Pages::embedded());
    let page = server.get("/");
    assert_eq!(page.status, 200);
    let Ok(document) = fs::read(built.join("index.html")) else {
        assert!(page.text().contains("without the pages"), "{}", page.text());
        return;
    };
    assert!(page.body == document, "build the program again after the pages");
    // All that the document names is there.
    let text = String::from_utf8(document).unwrap();
    let names: Vec<&str> = text.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!names.is_empty());
    for name in names {
        let asset = server.get(&format!("/assets/{name}"));
        assert!(asset.status == 200 && asset.body == fs::read(built.join("assets").join(name)).unwrap(), "{name}");
    }
}
