//! What every command prints with `--json` has the published form, from a base with something of everything.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::watching::WatchProcess;
use super::{Home, samples};
use crate::contract::{Contract, SEGMENT, dictionary_source, fill, term_files};
use crate::service;

/// A run: the command, its arguments, and the exit code.
type Run = (&'static str, Vec<String>, i32);

fn run(command: &'static str, arguments: &[&str], code: i32) -> Run {
    (command, arguments.iter().map(|argument| (*argument).to_owned()).collect(), code)
}

/// Every command that prints JSON, at least once.
fn runs(home: &Home) -> Vec<Run> {
    let file = |name: &str, text: &str| {
        std::fs::write(home.path(name), text).unwrap();
        home.path(name).display().to_string()
    };
    let [terms, general, memory] = term_files().map(|(name, text)| file(name, text));
    let cut = file("cut.tmx", term_files()[2].1.rsplit_once("<tu>").unwrap().0);
    let release = "新しい成果を発表しました。\n私たちは電波銀河（radio galaxy）（注1）を調べました。\n\n【用語解説】\n（注1）電波銀河：電波を出す銀河。\n";
    let (new, broken) = (file("new.txt", release), file("broken.pdf", "%PDF-1.4\nnothing"));
    let (ja, en) = (
        file("pair.ja.txt", "視床下部は脳の一部である。\n神経細胞は情報を伝える。\n"),
        file("pair.en.txt", "The hypothalamus is a part of the brain.\nNeurons convey information.\n"),
    );
    let draft = file("draft.tsv", "ja\ten\n神経細胞12個、量子もつれ\t4 quantum tangles\n⻭車を調べた。\t\n");
    let sheet = file("sheet.csv", "term,revision,decision\n1,1,accept\nx,1,accept\n");
    let (out, source) = (home.path("out.tbx").display().to_string(), home.path("ipadic"));
    dictionary_source(&source);
    let (source, dictionary) = (source.display().to_string(), home.path("none").display().to_string());
    let nobody = "http://127.0.0.1:1";
    vec![
        run("ingest", &[&new], 0),
        run("ingest", &[&new, &broken], 1),
        run("ingest", &["--pair", &ja, &en], 0),
        run("ingest", &[&samples()], 0),
        run("import", &[&terms, &general, &memory, &broken], 1),
        run("import", &[&memory, "--again", "--approved"], 1),
        run("import", &[&cut], 1),
        run("import", &[&terms, &memory, "--again", "--plan"], 1),
        run("imports", &[], 0),
        run("imports undo", &["1"], 0),
        run("import", &[&terms, &general, &memory, &broken], 1),
        run("releases", &["--limit", "3"], 0),
        run("releases show", &["cancer-metastasis.html"], 0),
        run("releases show", &["cancer-metastasis.html", "--text"], 0),
        run("releases correct", &["1", "entry", "--span", "0:4"], 0),
        run("releases corrections", &["1"], 0),
        run("releases uncorrect", &["1", "1"], 0),
        run("releases delete", &["isolation-circuit.pdf", "--yes"], 0),
        run("sources", &[], 0),
        run("extract", &[&new], 0),
        run("extract", &[&format!("{}/cell-senescence.txt", samples())], 0),
        run("extract", &[&new, &broken, "--jsonl"], 1),
        run("link", &[], 0),
        run("coverage", &[], 0),
        run("lookup", &["細胞", "視床下部", "neurn", "転移", "海馬"], 0),
        run("lookup", &["どこにもない言葉"], 3),
        run("terms", &["--limit", "3"], 0),
        run("terms add", &["試験語 = test word", "--definition", "試しの語。", "--note", "試し"], 0),
        run("terms add", &["試験語 = test word", "無理"], 1),
        run("terms show", &["試験語"], 0),
        run("terms edit", &["test word", "trial", "word", "--usage", "preferred"], 0),
        run("definitions add", &["試験語", "別の", "定義。"], 0),
        run("terms delete", &["試験語 = trial word"], 0),
        run("candidates", &["1"], 0),
        run("review", &["--limit", "3"], 0),
        run("review list", &["--lang", "ja"], 0),
        run("review accept", &["歯車 = gear"], 0),
        run("review history", &[], 0),
        run("review import", &[&sheet, "--dry-run"], 1),
        run("check", &[&draft], 1),
        run("check", &[&draft, "--rule", "style"], 0),
        run("suggest", &[SEGMENT, "--previous", "研究の背景", "--next", "結果"], 0),
        run(
            "suggest",
            &["装置は３回の測定で校正した。", "装置は5回の測定で校正した。", "⻭車を調べた。", "神経細胞"],
            0,
        ),
        run("concordance", &["調べた"], 0),
        run("segments show", &["1"], 0),
        run("segments edit", &["1", "Corrected", "text."], 0),
        run("segments delete", &["1", "--yes"], 0),
        run("segments show", &["999999"], 3),
        run("worklist", &["without-english"], 0),
        run("worklist", &["several-english"], 0),
        run("brief", &[&new], 0),
        run("export", &["--out", &out], 0),
        run("export", &["--out", &out, "--format", "tmx"], 0),
        run("token create", &["--role", "read", "--name", "訳者", "--all-projects", "--expires", "2099-01-01"], 0),
        run("token create", &["--role", "admin", "--name", "脳", "--project", "default"], 0),
        run("token list", &[], 0),
        run("token revoke", &["1"], 0),
        run("token list", &[], 0),
        run("projects", &[], 0),
        run("projects create", &["ours"], 0),
        run("projects rename", &["ours", "theirs"], 0),
        run("projects delete", &["theirs", "--yes"], 0),
        run("starter", &[], 0),
        run("starter remove", &["physics"], 0),
        run("starter add", &["physics"], 0),
        run("config", &[], 0),
        run("doctor", &[], 1),
        run("backup", &[&home.path("a.bak").display().to_string()], 0),
        run("restore", &[&home.path("a.bak").display().to_string(), "--force"], 0),
        run("health", &["--here"], 0),
        run("health", &["--server", nobody], 1),
        run("dictionary build", &["--source", &source], 0),
        run("dictionary info", &["--dictionary", &dictionary], 0),
        run("health", &["--here"], 0),
        run("sources remove", &["general.txt"], 0),
        run("sources remove", &["memory.tmx"], 0),
        run("lookup", &[" "], 2),
    ]
}

/// Decisions about terms and concepts that are there, by number.
fn decisions(concepts: &[Value]) -> Vec<Run> {
    let concept = |text: &str| {
        let named = |concept: &&Value| concept["terms"].as_array().unwrap().iter().any(|term| term["text"] == text);
        concepts.iter().find(named).unwrap_or_else(|| panic!("no {text}"))
    };
    let term = |text: &str, english: &str| {
        let terms = concept(text)["terms"].as_array().unwrap();
        terms.iter().find(|term| term["text"] == english).unwrap()["id"].to_string()
    };
    let id = |text: &str| concept(text)["id"].to_string();
    let (gear, cog) = (term("歯車", "gear"), term("歯車", "cog"));
    vec![
        run("review note", &[&id("歯車"), "機械の部品"], 0),
        run("review note", &[&id("歯車"), "物理で", "--field", "physics"], 0),
        run("review scope", &[&id("歯車"), "--everywhere"], 0),
        run("review usage", &[&cog, "forbidden", "--replacement", &gear], 0),
        run("review usage", &[&cog, "forbidden", "--replacement", &gear], 0),
        run("review retire", &[&cog, "--replacement", &gear], 0),
        run("review undo", &[], 0),
        run("review edit", &[&gear, "gears"], 0),
        run("review reject", &[&cog], 0),
        run("review reject", &[&cog, "999999"], 1),
        run("review merge", &[&id("歯車"), &id("量子もつれ")], 0),
        run("review split", &[&id("歯車"), &term("量子もつれ", "quantum entanglement")], 0),
        run("review", &["--limit", "200"], 0),
    ]
}

/// Runs a command and holds all it prints against its schemas; gives what it printed.
#[track_caller]
fn check(contract: &mut Contract, home: &Home, (command, arguments, code): &Run) -> Vec<Value> {
    let mut words: Vec<&str> = command.split(' ').collect();
    words.extend(arguments.iter().map(String::as_str));
    words.extend(["--json", "--no-starter"]);
    let at = format!("taiyaku {}", words.join(" "));
    let output = home.command(&words).env("TAIYAKU_ACTOR", "校閲").output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(*code), "{at}\n{out}\n{err}");
    let described = contract.document["x-command-line"].clone();
    let schemas = described["commands"][command].as_array().unwrap();
    let printed: Vec<Value> = serde_json::Deserializer::from_str(&out)
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{at}: {error}\n{out}"));
    for value in &printed {
        let fits = |schema: &&Value| contract.problem(schema, value).is_ok();
        let schema = schemas.iter().find(fits).or(schemas.first()).unwrap_or_else(|| panic!("{at} prints {value}"));
        contract.assert(&schema.clone(), value, &at);
    }
    for line in err.lines().filter(|line| line.starts_with('{')) {
        contract.assert(&described["error"], &serde_json::from_str(line).unwrap(), &at);
    }
    printed
}

/// What `watch`, which goes on until it is stopped, prints about two files.
fn watched_lines(home: &Home) -> Vec<Value> {
    std::fs::create_dir(home.path("in")).unwrap();
    std::fs::write(home.path("in/図.png"), b"\x89PNG\r\n\x1a\n....").unwrap();
    std::fs::write(home.path("in/新しい.txt"), "新しい発表です。\n").unwrap();
    let mut watch = WatchProcess::start(home, &["--json"]);
    let lines = vec![watch.json(), watch.json()];
    assert_eq!(watch.stop("-TERM").0, Some(0));
    lines
}

#[test]
fn every_command_prints_json_as_published() {
    let home = Home::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let (service, _) = service::at(&home.path("base.db"), None).await;
        fill(&service).await;
        service.store().close().await;
    });
    let mut contract = Contract::new();
    let mut printed = BTreeSet::new();
    let mut known = Vec::new();
    for run in runs(&home) {
        let values = check(&mut contract, &home, &run);
        if !values.is_empty() {
            printed.insert(run.0.to_owned());
        }
    }
    for text in ["歯車", "量子もつれ"] {
        let found = check(&mut contract, &home, &run("lookup", &[text], 0));
        known.push(found[0]["matches"][0]["concept"].clone());
    }
    let own = check(&mut contract, &home, &run("definitions add", &["歯車", "歯のある車。"], 0));
    let definition = own[0]["concept"]["definitions"][0]["id"].to_string();
    for run in [
        run("definitions edit", &[&definition, "歯のある輪。"], 0),
        run("definitions delete", &[&definition], 0),
        run("definitions delete", &[&definition], 3),
    ] {
        printed.extend((!check(&mut contract, &home, &run).is_empty()).then(|| run.0.to_owned()));
    }
    for run in decisions(&known) {
        let values = check(&mut contract, &home, &run);
        if !values.is_empty() {
            printed.insert(run.0.to_owned());
        }
    }
    let watched = watched_lines(&home);
    assert_eq!(watched.len(), 2);
    for value in &watched {
        let schemas = contract.document["x-command-line"]["commands"]["watch"].as_array().unwrap().clone();
        let schema = schemas.iter().find(|schema| contract.problem(schema, value).is_ok());
        assert!(schema.is_some(), "taiyaku watch prints {value}");
        printed.insert("watch".to_owned());
    }
    let commands: BTreeSet<String> = taiyaku::cli::commands().into_iter().collect();
    let described = contract.document["x-command-line"]["commands"].as_object().unwrap();
    assert_eq!(described.keys().cloned().collect::<BTreeSet<_>>(), commands, "every command is described");
    let with_json: BTreeSet<String> =
        described.iter().filter(|(_, schemas)| **schemas != json!([])).map(|(command, _)| command.clone()).collect();
    assert_eq!(printed, with_json, "every command that prints JSON has a live answer here");
    let manual = include_str!("../../../docs/API.md");
    for (command, schemas) in described.iter().filter(|(_, schemas)| **schemas != json!([])) {
        let names: Vec<String> = schemas
            .as_array()
            .unwrap()
            .iter()
            .map(|schema| format!("`{}`", schema["$ref"].as_str().unwrap().rsplit('/').next().unwrap()))
            .collect();
        let row = format!("| `{command}` | {} |", names.join(", "));
        assert!(manual.contains(&row), "docs/API.md has no row {row}");
    }
    contract.assert_met("outcome", ["created", "unchanged", "failed", "finished", "broken", "done"]);
    contract.assert_met("by", ["document", "other_release", "starter"]);
    contract.assert_met("class", ["context", "form", "placeables"]);
    contract.assert_met("code", ["not_found", "invalid_request"]);
}

#[test]
fn a_running_server_is_reported_as_published() {
    let home = Home::new();
    let mut contract = Contract::new();
    let (sender, receiver) = std::sync::mpsc::channel();
    let path = home.path("served.db");
    let thread = std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let (service, config) = service::at(&path, None).await;
            let server = taiyaku::http::Server::bind(std::sync::Arc::new(service), &config).unwrap();
            sender.send((server.address, server.handle.clone())).unwrap();
            server.run().await.unwrap();
        });
    });
    let (address, handle) = receiver.recv().unwrap();
    let printed = check(&mut contract, &home, &run("health", &["--server", &format!("http://{address}")], 0));
    assert_eq!((&printed[0]["status"], &printed[0]["ready"]), (&200.into(), &true.into()));
    drop(handle.stop(false));
    thread.join().unwrap();
}
