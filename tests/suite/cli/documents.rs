//! Documents in by file, folder and standard input.

use std::io::Write;
use std::process::Stdio;

use super::{Home, samples};

#[test]
fn a_document_comes_from_standard_input() {
    let home = Home::new();
    let bytes = std::fs::read(format!("{}/cell-senescence.txt", samples())).unwrap();
    let mut child = home
        .command(&["--json", "ingest", "-", "--name", "送信.txt"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((outcome["name"].as_str(), outcome["outcome"].as_str()), (Some("送信.txt"), Some("created")));
}

#[test]
fn a_folder_is_searched_to_the_bottom_in_order_of_names() {
    let home = Home::new();
    let below = home.path("in/二/深い");
    std::fs::create_dir_all(&below).unwrap();
    let sample = format!("{}/cell-senescence.txt", samples());
    std::fs::copy(&sample, below.join("b.TXT")).unwrap();
    std::fs::write(home.path("in/a.txt"), "発表しました。\r\nエクソソーム（exosome）です。\r\n").unwrap();
    std::fs::write(home.path("in/c.json"), "{}").unwrap();
    std::fs::write(home.path("in/.hidden.txt"), "隠し").unwrap();
    let out = home.prints(&["--json", "ingest", home.path("in").to_str().unwrap()], 0);
    let values = out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let names: Vec<String> = values.filter_map(|value| value["name"].as_str().map(str::to_owned)).collect();
    assert_eq!(names, ["a.txt", "二/深い/b.TXT"]);
}

#[test]
fn extract_writes_one_file_each_and_goes_on_after_a_broken_one() {
    let home = Home::new();
    std::fs::write(home.path("x.pdf"), b"%PDF-1.4\nno").unwrap();
    std::fs::write(home.path("x.txt"), "発表しました。\n").unwrap();
    std::fs::write(home.path("x.html"), "<p>発表しました。</p>").unwrap();
    let files = ["x.pdf", "x.txt", "x.html"].map(|name| home.path(name).display().to_string());
    let out = home.path("out").display().to_string();
    home.prints(&["extract", &files[0], &files[1], &files[2], "--out", &out], 1);
    let mut made: Vec<String> = std::fs::read_dir(home.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    made.sort();
    assert_eq!(made, ["x.html.json", "x.json"], "no result takes the place of another");
    assert!(!home.path("base.db").exists(), "extract needs no database");
}

#[test]
fn extract_prints_one_line_a_document_under_a_version() {
    let home = Home::new();
    let files = ["a.txt", "b.txt"].map(|name| home.path(name).display().to_string());
    files.iter().for_each(|file| std::fs::write(file, "視床下部（hypothalamus）を調べました。\n").unwrap());
    let lines = home.prints(&["extract", "--jsonl", &files[0], &files[1]], 0);
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["format"], &lines[0]["version"]), (&"taiyaku-extract".into(), &1.into()));
    assert_eq!(lines.len(), 3, "{lines:?}");
    for (line, name) in lines[1..].iter().zip(["a.txt", "b.txt"]) {
        assert_eq!((&line["type"], &line["name"]), (&"release".into(), &name.into()));
        assert_eq!(line["links"][0]["en"], "hypothalamus", "{line}");
    }
    home.complains(&["extract", "--jsonl", &files[0], "--out", "x"], 2);
}

#[test]
fn the_contract_has_every_part_and_spans_that_fit_the_text() {
    let home = Home::new();
    let path = format!("{}/social-isolation.txt", samples());
    let text = std::fs::read_to_string(&path).unwrap();
    let value: serde_json::Value = serde_json::from_str(&home.prints(&["extract", &path], 0)).unwrap();
    let mut parts: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    parts.sort_unstable();
    assert_eq!(parts, ["doubts", "entries", "links", "metadata", "metadata_evidence", "refs", "segments"]);
    assert!(value["metadata"].as_object().unwrap().contains_key("doi"));
    for entry in value["entries"].as_array().unwrap() {
        let (start, end) = (entry["span"][0].as_u64().unwrap(), entry["span"][1].as_u64().unwrap());
        let place = &text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
        assert!(place.contains(entry["term"].as_str().unwrap()), "{entry}");
    }
    let methods = ["inline_gloss", "inline_gloss_en", "head_gloss", "definition_gloss", "caption_gloss", "title_pair"];
    for link in value["links"].as_array().unwrap() {
        assert!(methods.contains(&link["evidence"].as_str().unwrap()), "{link}");
    }
    assert_eq!(value["segments"].as_array().unwrap().len(), 1);
}
