//! Files by URL with strong tags, and the look-up page for a browser.

use std::io::Read;

use flate2::read::GzDecoder;
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::Server;
use super::client::Request;

const FILES: [(&str, &str); 5] = [
    ("default.utf8", "text/tab-separated-values; charset=utf-8"),
    ("default.csv", "text/csv; charset=utf-8"),
    ("default.tbx", "application/x-tbx"),
    ("default.tbx3", "application/x-tbx"),
    ("default.tmx", "application/x-tmx+xml"),
];

#[test]
fn a_file_is_sent_again_only_when_the_project_has_changed() {
    let server = Server::with_release();
    for (file, media) in FILES {
        let path = format!("/export/{file}");
        let first = server.get(&path);
        assert_eq!(first.status, 200, "{file}: {}", first.text());
        assert_eq!(first.header("content-type"), Some(media), "{file}");
        let tag = first.header("etag").unwrap().to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{file}: {tag} is not strong");
        assert_eq!(server.get(&path).body, first.body, "{file}: the same tag is the same bytes");
        let known = |tag: &str| Request::new("GET", &path).header("if-none-match", tag).send(server.address);
        for held in [tag.clone(), format!("\"x\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
            let answer = known(&held);
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{file} {held}");
            assert_eq!(answer.header("etag"), Some(tag.as_str()), "{file}");
        }
        assert_eq!(known("\"other\"").status, 200, "{file}");
        let head = Request::new("HEAD", &path).send(server.address);
        assert_eq!((head.status, head.header("etag")), (200, Some(tag.as_str())), "{file}");
        let packed = Request::new("GET", &path).header("accept-encoding", "br, gzip;q=0.5").send(server.address);
        assert_eq!(packed.header("content-encoding"), Some("gzip"), "{file}");
        assert_ne!(packed.header("etag"), Some(tag.as_str()), "{file}: other bytes have another tag");
        assert_eq!(packed.header("vary").map(str::to_ascii_lowercase).as_deref(), Some("accept-encoding"), "{file}");
        let mut unpacked = Vec::new();
        GzDecoder::new(&packed.body[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, first.body, "{file}");
        let refused = Request::new("GET", &path).header("accept-encoding", "gzip;q=0").send(server.address);
        assert_eq!(refused.header("content-encoding"), None, "{file}");
    }
    let tag = server.get("/export/default.utf8").header("etag").unwrap().to_owned();
    server.create_projects(&["other"]);
    let other = server.send("POST", "/v1/releases?name=b.txt&project=other", "視床（thalamus）を調べた。");
    assert_eq!(other.status, 201);
    assert_eq!(server.get("/export/default.utf8").header("etag"), Some(tag.as_str()), "another project changed");
    assert_eq!(server.send("POST", "/v1/releases?name=c.txt", "視床（thalamus）を調べた。").status, 201);
    let later = server.get("/export/default.utf8");
    assert_ne!(later.header("etag"), Some(tag.as_str()));
    assert!(later.text().contains("視床\tthalamus\t"), "{}", later.text());
}

#[test]
fn options_select_the_content_of_a_file() {
    let server = Server::with_release();
    assert!(server.get("/export/default.utf8").text().contains("視床下部\thypothalamus\t"));
    assert!(server.get("/export/default/en-ja.utf8").text().contains("hypothalamus\t視床下部\t"));
    let approved = server.get("/export/default.utf8?review=approved");
    assert_eq!(approved.text().lines().count(), 1, "nobody approved anything: {}", approved.text());
    let tags = ["/export/default.utf8", "/export/default.utf8?review=approved", "/export/default/en-ja.utf8"]
        .map(|path| server.get(path).header("etag").unwrap().to_owned());
    assert!(tags[0] != tags[1] && tags[0] != tags[2], "{tags:?}");
    for (path, status, code) in [
        ("/export/nowhere.utf8", 404, "not_found"),
        ("/export/default.xls", 404, "not_found"),
        ("/export/default", 404, "not_found"),
        ("/export/default/ja-ja.utf8", 404, "not_found"),
        ("/export/default.utf8?review=rejected", 400, "invalid_request"),
        ("/export/default.tbx?profile=x", 400, "invalid_request"),
        ("/export/default.tbx?x=1", 400, "invalid_request"),
    ] {
        server.get(path).assert_problem(status, code);
    }
}

#[test]
fn a_token_in_the_path_gives_access_to_its_own_projects_only() {
    let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
    server.beside(async |service| {
        for project in ["default", "other"] {
            let text = super::RELEASE.as_bytes().to_vec();
            service.ingest_as("ingest", project, "a.txt", None, text, &taiyaku::app::clock::now()).await.unwrap();
        }
    });
    let (_, token) = server.token("omegat", Role::Read, Some(&["other"]));
    assert_eq!(server.get(&format!("/t/{token}/export/other.utf8")).status, 200);
    server.get(&format!("/t/{token}/export/default.utf8")).assert_problem(404, "not_found");
    server.get("/export/other.utf8").assert_problem(401, "unauthorized");
    let page = server.get(&format!("/t/{token}/lookup?q=神経細胞"));
    assert!(page.text().contains("Project other") && !page.text().contains("Project default"), "{}", page.text());
}

#[test]
fn the_page_shows_entries_and_escapes_text_of_the_request() {
    let server = Server::with_release();
    let page = server.get("/lookup?q=視床下部");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for wanted in ["<th scope=\"row\" lang=\"en\">hypothalamus", "脳の一部で、𠮷い眠りを保つ。", "a.txt"]
    {
        assert!(page.text().contains(wanted), "{wanted}: {}", page.text());
    }
    assert!(page.header("content-security-policy").unwrap().contains("default-src 'none'"));
    let hostile = server.get("/lookup?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!hostile.text().contains("<script"), "{}", hostile.text());
    assert_eq!(server.get("/lookup").status, 200, "a form without a question");
    server.get("/lookup?q=a&project=nowhere").assert_problem(404, "not_found");
    let long = server.get(&format!("/lookup?q={}", "あ".repeat(401)));
    assert!(long.text().contains("role=\"alert\""), "what cannot be looked up is said: {}", long.text());
}
