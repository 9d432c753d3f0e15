//! Requests that read change nothing: no project, no token, no statistics; only the day on which a token is used is recorded.

use taiyaku::config::Overrides;
use taiyaku::http::Needs;
use taiyaku::model::Role;

use super::access_table::{Row, rows};
use super::client::{Answer, Request};
use super::{RELEASE, Server};
use crate::contract::fill;
use crate::fingerprint::{self, FileBytes, Fingerprint, file_bytes};

/// Names that no project has, as they are sent in a URL.
const NAMES: &[&str] =
    &["defualt", "𠮷ﾞー", "..%2Fdefault", "default,脳", "", "a%2Fb", "%00", "api", "%FF", "' OR 1=1 --"];

/// Numbers that nothing has.
const NUMBERS: &[&str] = &["0", "-1", "999999", "9223372036854775807", "9223372036854775808", "１", "x"];

/// Whether a method of a path only reads: by its name, or because readers may use it.
fn only_reads(method: &str, needs: Needs) -> bool {
    matches!(method, "GET" | "HEAD") || method == "POST" && needs == Needs::Role(Role::Read)
}

/// The ways of asking for a row: as it is, of other projects, of other items, and with other bodies.
///
/// Of the names, each row gets some, the next row others.
fn variations(row: &Row, turn: usize) -> Vec<(String, Vec<u8>)> {
    let body = row.body.clone().into_bytes();
    let asked = row.asked.replace(' ', "%20");
    let mut all = vec![(asked.clone(), body.clone())];
    for name in NAMES.iter().cycle().skip(3 * turn).take(4) {
        let name = name.replace(' ', "%20");
        let sign = if asked.contains('?') { '&' } else { '?' };
        all.push((format!("{asked}{sign}project={name}"), body.clone()));
        if asked.contains("default") {
            all.push((asked.replace("default", &name), body.clone()));
        }
    }
    for number in NUMBERS.iter().filter(|_| asked.contains("/1") || asked.contains("=1")) {
        all.push((asked.replace("/1", &format!("/{number}")).replace("=1", &format!("={number}")), body.clone()));
    }
    if let Ok(serde_json::Value::Object(fields)) = serde_json::from_slice(&body) {
        for name in ["defualt", "𠮷ﾞー", "", "a/b", "\u{0}"] {
            for (field, value) in [("project", name.into()), ("projects", serde_json::json!([name]))] {
                let mut fields = fields.clone();
                fields.insert(field.to_owned(), value);
                all.push((asked.clone(), serde_json::to_vec(&fields).unwrap()));
            }
        }
        all.extend([(asked.clone(), Vec::new()), (asked, body[..body.len() / 2].to_vec())]);
    }
    all
}

/// A running server, and its base as it was before.
struct Watch {
    server: Server,
    path: std::path::PathBuf,
    bytes: FileBytes,
}

impl Watch {
    fn of(server: Server) -> Self {
        let path = server.folder.path().join("terms.db");
        fingerprint::copy(&path, &path.with_extension("before"));
        Self { bytes: file_bytes(&path), server, path }
    }

    #[track_caller]
    fn assert_unchanged(&self, at: &str) {
        if file_bytes(&self.path) != self.bytes {
            let (before, after) = (Fingerprint::of(&self.path.with_extension("before")), Fingerprint::of(&self.path));
            assert!(before == after, "{at} changed {:#?}", before.differences(&after));
        }
    }

    fn send(&self, row: &Row, method: &str, asked: &str, body: &[u8]) -> Answer {
        let mut request = Request::new(method, asked).body(body);
        if row.is_json {
            request = request.header("content-type", "application/json");
        }
        request.send(self.server.address)
    }
}

/// The number of the glossary or memory of the project `default` in one of the lists of the `DeepL` protocol.
fn number_of_default(server: &Server, list: &str, field: &str) -> String {
    let all = server.get(list).json();
    let found = all.as_object().unwrap().values().find_map(serde_json::Value::as_array).unwrap();
    let own = found.iter().find(|one| one["name"] == "default");
    own.map_or("unknown".to_owned(), |one| one[field].as_str().unwrap().to_owned())
}

#[test]
fn requests_that_read_change_nothing_in_an_empty_or_a_filled_base() {
    for filled in [false, true] {
        let server = Server::open();
        if filled {
            server.beside(async |service| fill(service).await);
            assert_eq!(server.send("POST", "/v1/releases?name=a.txt", RELEASE).status, 201);
            let pair =
                serde_json::json!({"source": "圧力", "target": "pressure", "source_lang": "ja", "target_lang": "en"});
            assert_eq!(server.post_json("/v1/segments", &pair).status, 201);
        }
        let watch = Watch::of(server);
        let whole = Fingerprint::of(&watch.path);
        let glossary = number_of_default(&watch.server, "/v3/glossaries", "glossary_id");
        let memory = number_of_default(&watch.server, "/v3/translation_memories", "translation_memory_id");
        let rows = rows(&glossary, &memory);
        for (turn, (path, methods)) in taiyaku::http::paths().enumerate() {
            for method in methods.iter().filter(|method| only_reads(method.name, method.needs)) {
                let name = if method.name == "HEAD" { "GET" } else { method.name };
                let row = rows.iter().find(|row| row.path == path && row.method == name);
                let row = row.unwrap_or_else(|| panic!("{name} {path} has no row in access_table.rs"));
                for (number, (asked, body)) in variations(row, turn).iter().enumerate() {
                    let answer = watch.send(row, method.name, asked, body);
                    let at = format!("{} {asked} {}", method.name, String::from_utf8_lossy(body));
                    assert!(answer.status < 500, "{at}: {}", answer.status);
                    let is_of_a_job = path.contains("/jobs/") || path.contains("/transfers/");
                    let is_good = number > 0 || !filled || answer.status < 300 || is_of_a_job;
                    assert!(is_good, "{at}: {}: the row is a good example", answer.status);
                    watch.assert_unchanged(&at);
                }
            }
        }
        let Watch { server, path, .. } = watch;
        // Stopping, too, leaves the file as it was.
        let kept = tempfile::tempdir().unwrap();
        let stopped = kept.path().join("stopped.db");
        drop(server.handle.stop(true));
        let after = Fingerprint::of(&path);
        fingerprint::copy(&path, &stopped);
        drop(server);
        assert!(whole == after, "{:#?}", whole.differences(&after));
        assert!(Fingerprint::of(&stopped) == whole);
    }
}

#[test]
fn all_that_a_request_with_a_token_records_is_the_day_once_and_outside_the_change_log() {
    let overrides = Overrides { require_token: true, ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (_, token) = server.token("訳者", Role::Read, None);
    let path = server.folder.path().join("terms.db");
    let ask = || {
        let request = Request::new("GET", "/v1/projects").header("authorization", &format!("Bearer {token}"));
        assert_eq!(request.send(server.address).status, 200);
    };
    let before = Fingerprint::of(&path);
    ask();
    // It is recorded in the background.
    let is_recorded = || server.beside(async |service| service.tokens().await.unwrap().remove(0).used_on.is_some());
    while !is_recorded() {
        std::thread::yield_now();
    }
    let after = Fingerprint::of(&path);
    assert_eq!(before.changes(), after.changes());
    let differences = before.differences(&after);
    assert_eq!(differences.len(), 2, "{differences:#?}");
    assert!(differences.iter().all(|one| one.contains(" token: ")), "{differences:#?}");
    let (without, with) = (&differences[0], &differences[1]);
    let cells = |row: &str| row.split(", ").skip(1).map(str::to_owned).collect::<Vec<_>>();
    let changed = cells(without).iter().zip(cells(with)).filter(|(one, two)| *one != two).count();
    assert_eq!(changed, 1, "one cell: {differences:#?}");
    let bytes = file_bytes(&path);
    for _ in 0..5 {
        ask();
    }
    assert!(file_bytes(&path) == bytes, "once a day");
}
