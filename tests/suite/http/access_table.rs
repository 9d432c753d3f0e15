//! Every route, method and kind of caller: apart from the health checks and the pages, which have no data, nothing is read or written
//! without the right token.

use std::collections::BTreeSet;

use serde_json::json;
use taiyaku::app::clock::now;
use taiyaku::app::ingest::Input;
use taiyaku::app::memories::{PairBatch, TextPair};
use taiyaku::config::Overrides;
use taiyaku::model::{Lang, Role};

use super::access_callers::{Caller, callers, hold};
use super::client::{Answer, Request};
use super::imports::import_options;
use super::{RELEASE, Server};

const UNIT: &str = "/tmserver/{source_lang}/{target_lang}/unit/{name:.*}";
const STORE: &str = "/tmserver/{source_lang}/{target_lang}/store/{name:.*}";
const UNIT_OF: &str = "/tmserver/{project}/{source_lang}/{target_lang}/unit/{name:.*}";
const STORE_OF: &str = "/tmserver/{project}/{source_lang}/{target_lang}/store/{name:.*}";

/// A request that would do something, if it were let through.
pub(super) struct Row {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) asked: &'static str,
    pub(super) body: String,
    pub(super) is_json: bool,
}

pub(super) fn row(method: &'static str, path: &'static str, asked: &'static str) -> Row {
    Row { method, path, asked, body: String::new(), is_json: false }
}

fn sends(method: &'static str, path: &'static str, asked: &'static str, body: &str) -> Row {
    Row { body: body.to_owned(), ..row(method, path, asked) }
}

pub(super) fn asks(method: &'static str, path: &'static str, body: &serde_json::Value) -> Row {
    Row { body: body.to_string(), is_json: true, ..row(method, path, path) }
}

/// One for every path and method but `HEAD`. What takes something away for good comes last.
pub(super) fn rows(glossary: &str, memory: &str) -> Vec<Row> {
    // Numbers nobody knows before the base is there; a test may keep them for good.
    let of = |path: &str| -> &'static str {
        Box::leak(path.replace("GLOSSARY", glossary).replace("MEMORY", memory).into_boxed_str())
    };
    let list = r#"{"name": "neu", "source_lang": "JA", "target_lang": "EN", "entries": "格子\tlattice", "entries_format": "tsv"}"#;
    let lists =
        r#"{"name": "neu", "dictionaries": [{"source_lang": "ja", "target_lang": "en", "entries": "格子\tlattice"}]}"#;
    let more = r#"{"dictionaries": [{"source_lang": "ja", "target_lang": "en", "entries": "格子\tlattice"}]}"#;
    let file =
        r#"{"source_file": {"file_name": "m.tmx", "content_length": 9}, "parameters": {"display_name": "default"}}"#;
    let sent = r#"{"source": "密度", "target": "density"}"#;
    let listed = "/v3/glossaries/GLOSSARY/dictionaries?source_lang=ja&target_lang=en";
    let segments = json!({"segments": [{"text": "神経細胞を調べた。"}], "source_lang": "ja", "target_lang": "en"});
    let mut rows = vec![
        row("GET", "/v1/releases", "/v1/releases"),
        sends("POST", "/v1/releases", "/v1/releases?name=b.txt", "視床（thalamus）を調べた。"),
        row("GET", "/v1/releases/{id}", "/v1/releases/1?text=true"),
        row("GET", "/v1/releases/{id}/candidates", "/v1/releases/1/candidates?limit=5"),
        row("GET", "/v1/terms", "/v1/terms?q=神経"),
        row("GET", "/v1/concepts", "/v1/concepts"),
        row("GET", "/v1/concepts/{id}", "/v1/concepts/1"),
        row("GET", "/v1/concordance", "/v1/concordance?q=神経細胞"),
        asks("POST", "/v1/suggestions", &segments),
        asks(
            "POST",
            "/v1/checks",
            &json!({"segments": [{"source": "神経細胞", "target": "cell"}], "source_lang": "ja",
            "target_lang": "en"}),
        ),
        row("GET", "/v1/checks/ignores", "/v1/checks/ignores"),
        asks("POST", "/v1/checks/ignores", &json!({"project": "default", "key": "numbers|第1報|1"})),
        row("DELETE", "/v1/checks/ignores", "/v1/checks/ignores?project=default&key=numbers%7C%E7%AC%AC1%E5%A0%B1%7C1"),
        row("GET", "/v1/checks/settings", "/v1/checks/settings?project=default"),
        Row {
            asked: "/v1/checks/settings?project=default",
            ..asks("PUT", "/v1/checks/settings", &json!({"rules": {"style": "off"}}))
        },
        row("GET", "/v1/review", "/v1/review?lang=ja"),
        row("GET", "/v1/review/decisions", "/v1/review/decisions"),
        asks("POST", "/v1/review/decisions", &json!({"decisions": [{"kind": "note", "concept_id": 1, "text": "脳"}]})),
        row("POST", "/v1/review/decisions/{id}/undo", "/v1/review/decisions/1/undo"),
        row("GET", "/v1/review/sheet", "/v1/review/sheet?lang=ja"),
        sends("POST", "/v1/review/sheet", "/v1/review/sheet", "term,revision,decision\n1,1,accept\n"),
        row("GET", "/v1/exports/{file}", "/v1/exports/default.csv?review=candidate"),
        row("GET", "/v1/exports/{file}/summary", "/v1/exports/default.csv/summary"),
        row("GET", "/v1/imports", "/v1/imports"),
        sends("POST", "/v1/imports", "/v1/imports?name=t.csv&plan=true", "ja,en\n格子,lattice\n"),
        row("GET", "/v1/imports/{id}", "/v1/imports/1"),
        row("GET", "/v1/sources", "/v1/sources"),
        row("DELETE", "/v1/sources", "/v1/sources?name=none.tmx&project=default"),
        row("GET", "/v1/terms/{id}", "/v1/terms/1"),
        Row { asked: "/v1/terms/1", ..asks("PATCH", "/v1/terms/{id}", &json!({"usage": "preferred"})) },
        Row {
            asked: "/v1/concepts/1/definitions",
            ..asks("POST", "/v1/concepts/{id}/definitions", &json!({"text": "脳の一部。"}))
        },
        Row {
            asked: "/v1/definitions/1", ..asks("PATCH", "/v1/definitions/{id}", &json!({"text": "脳の部位。"}))
        },
        row("GET", "/v1/worklists/{kind}", "/v1/worklists/release?release=1"),
        asks("POST", "/v1/term-block", &json!({"text": "神経細胞を調べた。"})),
        row("GET", "/v1/changes", "/v1/changes"),
        row("GET", "/v1/changes/stream", "/v1/changes/stream?since=0&seconds=0"),
        row("GET", "/v1/projects", "/v1/projects"),
        asks("POST", "/v1/projects", &json!({"name": "新しい企画", "starter": []})),
        row("GET", "/v1/projects/{name}", "/v1/projects/default"),
        Row { asked: "/v1/projects/default", ..asks("PATCH", "/v1/projects/{name}", &json!({"name": "default"})) },
        row("GET", "/v1/projects/{name}/starter", "/v1/projects/default/starter"),
        Row {
            asked: "/v1/projects/default/starter",
            ..asks("POST", "/v1/projects/{name}/starter", &json!({"fields": ["physics"]}))
        },
        row("DELETE", "/v1/projects/{name}/starter", "/v1/projects/default/starter?field=physics"),
        row("GET", "/health", "/health"),
        row("GET", "/ready", "/ready"),
        row("GET", "/metrics", "/metrics"),
        row("GET", "/openapi.json", "/openapi.json"),
        row("GET", "/export/{file}", "/export/default.utf8"),
        row("GET", "/export/{project}/{file}", "/export/default/ja-en.tmx"),
        row("GET", "/lookup", "/lookup?q=視床"),
        row("GET", "/", "/?q=視床"),
        row("GET", "/concepts/{id}", "/concepts/1"),
        row("GET", "/releases", "/releases"),
        row("GET", "/releases/{id}", "/releases/1"),
        row("GET", "/review", "/review"),
        row("GET", "/overview", "/overview"),
        row("GET", "/import", "/import"),
        row("GET", "/export", "/export"),
        row("GET", "/settings", "/settings"),
        row("GET", "/help", "/help"),
        row("GET", "/login", "/login"),
        row("GET", "/assets/{file}", "/assets/app-1a2b3c4d.js"),
        row("GET", "/v1/session", "/v1/session"),
        asks("POST", "/v1/session", &json!({"token": format!("tyk_999_{}", "0".repeat(48))})),
        row("DELETE", "/v1/session", "/v1/session"),
        row("GET", "/v1/tokens", "/v1/tokens"),
        asks("POST", "/v1/tokens", &json!({"name": "新しい鍵", "role": "read", "projects": ["default"]})),
        row("DELETE", "/v1/tokens/{id}", "/v1/tokens/1"),
        row("GET", "/tmserver/languages/", "/tmserver/languages/"),
        row("GET", "/tmserver/{project}/languages/", "/tmserver/default/languages/"),
        row("GET", UNIT, "/tmserver/ja/en/unit/圧力"),
        sends("POST", UNIT, "/tmserver/ja/en/unit/x", sent),
        sends("PUT", UNIT, "/tmserver/ja/en/unit/x", sent),
        sends("POST", STORE, "/tmserver/ja/en/store/x", &format!("[{sent}]")),
        sends("PUT", STORE, "/tmserver/ja/en/store/x", &format!("[{sent}]")),
        row("GET", UNIT_OF, "/tmserver/default/ja/en/unit/圧力"),
        sends("POST", UNIT_OF, "/tmserver/default/ja/en/unit/x", sent),
        sends("PUT", UNIT_OF, "/tmserver/default/ja/en/unit/x", sent),
        sends("POST", STORE_OF, "/tmserver/default/ja/en/store/x", &format!("[{sent}]")),
        sends("PUT", STORE_OF, "/tmserver/default/ja/en/store/x", &format!("[{sent}]")),
        row("GET", "/v2/usage", "/v2/usage"),
        row("GET", "/v2/languages", "/v2/languages?type=target"),
        row("GET", "/v3/languages", "/v3/languages?resource=glossary"),
        row("GET", "/v2/glossary-language-pairs", "/v2/glossary-language-pairs"),
        sends(
            "POST",
            "/v2/translate",
            "/v2/translate",
            r#"{"text": ["圧力"], "source_lang": "JA", "target_lang": "EN"}"#,
        ),
        row("GET", "/v2/glossaries", "/v2/glossaries"),
        sends("POST", "/v2/glossaries", "/v2/glossaries", list),
        row("GET", "/v2/glossaries/{id}", of("/v2/glossaries/GLOSSARY")),
        row("GET", "/v2/glossaries/{id}/entries", of("/v2/glossaries/GLOSSARY/entries")),
        row("GET", "/v3/glossaries", "/v3/glossaries"),
        sends("POST", "/v3/glossaries", "/v3/glossaries", lists),
        row("GET", "/v3/glossaries/{id}", of("/v3/glossaries/GLOSSARY")),
        row("GET", "/v3/glossaries/{id}/entries", of("/v3/glossaries/GLOSSARY/entries")),
        sends("PATCH", "/v3/glossaries/{id}", of("/v3/glossaries/GLOSSARY"), more),
        sends("PUT", "/v3/glossaries/{id}/dictionaries", of("/v3/glossaries/GLOSSARY/dictionaries"), list),
        row("GET", "/v3/translation_memories", "/v3/translation_memories"),
        sends("POST", "/v3/translation_memories/import", "/v3/translation_memories/import", file),
        row("GET", "/v3/translation_memories/jobs/{id}", "/v3/translation_memories/jobs/unknown"),
        row("GET", "/v3/translation_memories/transfers/{key}", "/v3/translation_memories/transfers/guessed"),
        row("PUT", "/v3/translation_memories/transfers/{key}", "/v3/translation_memories/transfers/guessed"),
        row("GET", "/v3/translation_memories/{id}", of("/v3/translation_memories/MEMORY")),
        row("GET", "/v3/translation_memories/{id}/segments", of("/v3/translation_memories/MEMORY/segments")),
        row("POST", "/v3/translation_memories/{id}/export", of("/v3/translation_memories/MEMORY/export")),
        asks("POST", "/v1/terms", &json!({"ja": "海馬", "en": "hippocampus"})),
        asks("POST", "/v1/segments", &pair("海馬を調べた。", "We studied the hippocampus.")),
        asks(
            "POST",
            "/v1/assist",
            &json!({"source": "神経細胞を調べた。", "target": "2 cells", "source_lang": "ja",
            "target_lang": "en"}),
        ),
        row("GET", "/v1/segments/{id}", "/v1/segments/1"),
        Row { asked: "/v1/segments/1", ..asks("PATCH", "/v1/segments/{id}", &json!({"target": "We studied cells."})) },
        row("DELETE", "/v1/segments/{id}", "/v1/segments/1"),
        row("DELETE", "/v3/glossaries/{id}/dictionaries", of(listed)),
        row("DELETE", "/v2/glossaries/{id}", of("/v2/glossaries/GLOSSARY")),
        row("DELETE", "/v3/glossaries/{id}", of("/v3/glossaries/GLOSSARY")),
        row("DELETE", "/v3/translation_memories/{id}", of("/v3/translation_memories/MEMORY")),
        row("DELETE", "/v1/definitions/{id}", "/v1/definitions/1"),
        row("DELETE", "/v1/concepts/{id}", "/v1/concepts/1"),
        row("DELETE", "/v1/imports/{id}", "/v1/imports/1"),
        row("DELETE", "/v1/terms/{id}", "/v1/terms/1"),
        row("DELETE", "/v1/releases/{id}", "/v1/releases/1"),
        row("DELETE", "/v1/projects/{name}", "/v1/projects/default"),
    ];
    // A release that is read anew has its definitions under new numbers, so it comes after what asks for one.
    let is_removed = |row: &Row| row.method == "DELETE" && row.path == "/v1/definitions/{id}";
    let removals = rows.iter().position(is_removed).unwrap_or(rows.len());
    rows.splice(removals..removals, super::workbench::access_rows());
    rows
}

fn pair(source: &str, target: &str) -> serde_json::Value {
    json!({"source": source, "target": target, "source_lang": "ja", "target_lang": "en"})
}

impl Row {
    /// Whether it speaks of the project, or of a number of it.
    pub(super) fn names_the_inside(&self) -> bool {
        let number = self.asked.contains("/1") || self.asked.ends_with("=1");
        let outside_number = self.is_of_deepl() && self.path.contains("{id}");
        number || outside_number || self.asked.contains("default") || self.body.contains("default")
    }

    /// Whether it is of a protocol with refusals of its own.
    pub(super) fn is_of_deepl(&self) -> bool {
        self.path.starts_with("/v2/") || self.path.starts_with("/v3/")
    }

    pub(super) fn sent(&self, server: &Server, method: &str, token: Option<&str>) -> Answer {
        let mut request = Request::new(method, self.asked).body(self.body.as_bytes());
        if self.is_json {
            request = request.header("content-type", "application/json");
        }
        if let Some(token) = token {
            request = request.header("authorization", &format!("Bearer {token}"));
        }
        request.send(server.address)
    }
}

#[test]
fn every_path_and_method_is_open_only_to_its_role_in_its_project() {
    let overrides = Overrides { require_token: true, ..Overrides::default() };
    let server = Server::told(None, overrides);
    server.beside(async |service| {
        for (project, name, text) in [("default", "a.txt", RELEASE), ("other", "b.txt", "視床（thalamus）を調べた。")]
        {
            service.ingest_as("ingest", project, name, None, text.as_bytes().to_vec(), &now()).await.unwrap();
            let pair = TextPair { source: "圧力".to_owned(), target: "pressure".to_owned(), key: None };
            let pairs = PairBatch {
                project: project.to_owned(),
                source_lang: Lang::JA,
                target_lang: Lang::EN,
                origin: "test".to_owned(),
                approved: true,
                pairs: vec![pair],
            };
            service.add_pairs(&pairs, "test", &now()).await.unwrap();
        }
        let input = Input::Bytes("ja,en\n腱,tendon\n".into());
        service.import("t.csv", input, &import_options("default"), &now(), |_| {}).await.unwrap();
    });
    let callers = callers(&server);
    let admin = callers.iter().find_map(|(name, caller)| match caller {
        Caller::Everywhere(Role::Admin, token) if name.starts_with("admin") => Some(token.clone()),
        _ => None,
    });
    let note =
        asks("POST", "/v1/review/decisions", &json!({"decisions": [{"kind": "note", "concept_id": 1, "text": "腸"}]}));
    assert_eq!(note.sent(&server, "POST", admin.as_deref()).status, 200, "a decision to undo");
    let segment = asks("POST", "/v1/segments", &pair("神経細胞を調べた。", "We studied neurons."));
    assert_eq!(segment.sent(&server, "POST", admin.as_deref()).status, 201, "a segment to read");
    super::workbench::make_act(&server, admin.as_deref());

    let inside = |list: &str, name: &str, number: &str| {
        let all = Request::new("GET", list).header("authorization", &format!("Bearer {}", admin.as_deref().unwrap()));
        let all = all.send(server.address).json();
        let found = all.as_object().unwrap().values().find_map(serde_json::Value::as_array).unwrap();
        found.iter().find(|one| one[name] == "default").unwrap()[number].as_str().unwrap().to_owned()
    };
    let glossary = inside("/v3/glossaries", "name", "glossary_id");
    let memory = inside("/v3/translation_memories", "name", "translation_memory_id");
    let rows = rows(&glossary, &memory);
    let known: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row.path, row.method)).collect();
    for (path, methods) in taiyaku::http::paths() {
        for method in methods {
            let name = if method.name == "HEAD" { "GET" } else { method.name };
            assert!(known.contains(&(path, name)), "{} {path} has no row in this table", method.name);
        }
    }
    for row in &rows {
        let (_, methods) = taiyaku::http::paths().find(|(path, _)| *path == row.path).unwrap();
        for method in methods.iter().filter(|taken| taken.name == row.method || taken.name == "HEAD") {
            if method.name == "HEAD" && row.method != "GET" {
                continue;
            }
            for (who, caller) in &callers {
                hold(&server, row, method.name, method.needs, who, caller);
            }
        }
    }
    let gone = row("GET", "", "/v1/releases/1").sent(&server, "GET", admin.as_deref());
    gone.assert_problem(404, "not_found");
}
