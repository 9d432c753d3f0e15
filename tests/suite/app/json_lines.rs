//! A base that is exported as JSON Lines and imported into an empty one is the same base.

use proptest::prelude::*;
use serde_json::{Value, json};
use taiyaku::app::Service;
use taiyaku::app::export::{Export, ExportFormat};
use taiyaku::app::import::{ImportOptions, ImportStatus};
use taiyaku::app::ingest::Input;
use taiyaku::app::review::{Decision, DecisionRequest};
use taiyaku::model::{Lang, Review, Usage};
use taiyaku::store::NoteScope;

use super::importing::{memory_of, options};
use super::{NOW, PROJECT, english, ingest, named, release, service};

const HEADER: &str = "{\"type\":\"header\",\"format\":\"taiyaku\",\"version\":1}\n";

async fn import(service: &Service, name: &str, text: &str, options: &ImportOptions) {
    let report = service.import(name, Input::Bytes(text.as_bytes().to_vec()), options, NOW, |_| {}).await.unwrap();
    assert_eq!((report.error, report.problem_count), (None, 0), "{:?} of {text}", report.problems);
    assert_eq!(report.status, ImportStatus::Finished);
}

/// Everything in the project.
async fn exported(service: &Service) -> String {
    let mut export = Export::new(ExportFormat::JsonLines, vec![PROJECT.to_owned()]);
    export.review = Review::Candidate;
    let mut out = Vec::new();
    let report = service.export(&export, &mut out).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    let header: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(header["counts"], json!({ "concepts": report.concepts, "segments": report.segments }), "{text}");
    assert_eq!(text.lines().count(), 1 + report.concepts + report.segments);
    assert!(report.lost.is_empty(), "{:?}", report.lost);
    text
}

/// The lines without what is about the base alone: numbers, and the file something came in.
fn comparable(text: &str) -> Vec<Value> {
    let line = |line: &str| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        let record = line.as_object_mut().unwrap();
        for base_only in ["id", "revision", "project", "conflicts", "origin", "scope_release"] {
            record.remove(base_only);
        }
        let terms = line["terms"].as_array_mut().into_iter().flatten();
        let mut witnesses: Vec<&mut Value> = Vec::new();
        for term in terms {
            witnesses.extend(term["evidence"].as_array_mut().into_iter().flatten());
        }
        for one in witnesses {
            one["from"].as_object_mut().unwrap().remove("through");
        }
        for one in line.get_mut("definitions").and_then(Value::as_array_mut).into_iter().flatten() {
            one["from"].as_object_mut().unwrap().remove("through");
        }
        line
    };
    text.lines().skip(1).map(line).collect()
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

fn ja() -> impl Strategy<Value = String> {
    one_of(&["𠮷野", "⻭車", "ｶﾅﾞー", "=細胞", "注１", "量子, もつれ", "「語」", "語\"", "葛\u{e0100}", "視床;下部"])
}

fn en() -> impl Strategy<Value = String> {
    one_of(&["cell", "-acid", "a \"b\"", "gear, wheel", "@home", "thalamus", "O'Brien", "tab word"])
}

fn evidence() -> impl Strategy<Value = Value> {
    let kind = one_of(&["document", "import", "person", "curated"]);
    let method = one_of(&["entry", "inline_gloss", "sound", "dictionary", "decision"]);
    let source = one_of(&["発表.pdf", "a.csv", "山田"]);
    (kind, method, source, 1_u32..100, prop::option::of(0_i64..3), prop::option::of(0_usize..9)).prop_map(
        |(kind, method, source, hundredths, release, at)| {
            let mut from = json!({ "kind": kind, "source": source });
            if let Some(release) = release {
                from["release"] = json!(release);
                from["work"] = json!(format!("doi:10.5555/{release}"));
                from["publication"] = json!({ "title_ja": "𠮷報", "institution": "見本大学", "date": "2026-04-01" });
            }
            let mut one =
                json!({ "method": method, "confidence": f64::from(hundredths) / 100.0, "snippet": "語\r\n", "from": from });
            if let Some(at) = at {
                one["span"] = json!([at, at + 1]);
            }
            one
        },
    )
}

fn term(lang: &'static str) -> impl Strategy<Value = Value> {
    let text = if lang == "ja" { ja().boxed() } else { en().boxed() };
    let usage = one_of(&["admitted", "deprecated", "forbidden"]);
    let review = one_of(&["suggested", "approved"]);
    let kind = one_of(&["full_form", "abbreviation", "symbol", "variant"]);
    let reading = prop::option::of(one_of(&["printed", "stated", "composed"]));
    let part = prop::option::of(one_of(&["noun", "verb"]));
    (text, usage, review, kind, reading, part, prop::collection::vec(evidence(), 1..4)).prop_map(
        move |(text, usage, review, kind, reading, part, evidence)| {
            let mut term = json!({
                "lang": lang, "text": text, "kind": kind, "usage": usage, "review": review, "confidence": 0.5, "evidence": evidence,
            });
            if let Some(origin) = reading.filter(|_| lang == "ja") {
                term["reading"] = json!({ "kana": "ゴｶﾅ", "origin": origin });
            }
            if let Some(part) = part {
                term["part_of_speech"] = json!(part);
            }
            term
        },
    )
}

fn concept() -> impl Strategy<Value = Value> {
    let terms = (prop::collection::vec(term("ja"), 1..3), prop::collection::vec(term("en"), 0..3));
    let note = one_of(&["注", "[en] 注", "[ja: 𠮷野] 注", "customerSubset: 例社"]);
    let text = one_of(&["脳の一部。", "一行目、\n二行目。", "A part of it."]);
    let source = one_of(&["発表.pdf", "山田"]);
    let definitions = prop::collection::vec((text, source), 0..3);
    let field = prop::option::of(one_of(&["物理", "神経, 科学"]));
    (terms, prop::collection::vec(note, 0..3), definitions, field).prop_map(|((ja, en), notes, definitions, field)| {
        let mut terms: Vec<Value> = Vec::new();
        for term in ja.into_iter().chain(en) {
            // A concept has a text once.
            if terms.iter().all(|other| other["text"] != term["text"]) {
                terms.push(term);
            }
        }
        // One term of each language leads.
        for lang in ["ja", "en"] {
            let first = terms.iter_mut().find(|term| term["lang"] == lang && term["kind"] == "full_form");
            if let Some(first) = first {
                first["usage"] = json!("preferred");
            }
        }
        let definitions: Vec<Value> = definitions
            .into_iter()
            .map(|(text, source)| json!({ "lang": "ja", "text": text, "from": { "kind": "document", "source": source } }))
            .collect();
        let mut concept = json!({ "type": "concept", "terms": terms, "notes": notes, "definitions": definitions });
        if let Some(field) = field {
            concept["field"] = json!(field);
        }
        concept
    })
}

fn segment() -> impl Strategy<Value = Value> {
    let review = one_of(&["candidate", "suggested", "approved"]);
    (ja(), en(), review, 1_u32..100, any::<Option<i64>>(), prop::option::of(one_of(&["k1", "k2"]))).prop_map(
        |(source, target, review, hundredths, before, key)| {
            let mut segment = json!({
                "type": "segment", "source_lang": "ja", "target_lang": "en", "source": source, "target": target,
                "review": review, "confidence": f64::from(hundredths) / 100.0,
            });
            if let Some(before) = before {
                segment["before"] = json!(before.to_string());
            }
            if let Some(key) = key {
                segment["key"] = json!(key);
            }
            segment
        },
    )
}

proptest! {
    #![proptest_config(crate::factor::cases(24))]

    #[test]
    fn an_export_into_an_empty_base_is_the_same_base(
        concepts in prop::collection::vec(concept(), 0..5),
        segments in prop::collection::vec(segment(), 0..4),
    ) {
        let mut file = HEADER.to_owned();
        for (number, mut concept) in (1..).zip(concepts) {
            concept["id"] = json!(number);
            file.push_str(&format!("{concept}\n"));
        }
        let mut pairs = Vec::new();
        for segment in segments {
            if !pairs.contains(&segment["source"]) {
                pairs.push(segment["source"].clone());
                file.push_str(&format!("{segment}\n"));
            }
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (first, second) = runtime.block_on(async {
            let base = service("").await;
            import(&base, "made.jsonl", &file, &options()).await;
            let first = exported(&base).await;
            let other = service("").await;
            import(&other, "first.jsonl", &first, &options()).await;
            (first, exported(&other).await)
        });
        prop_assert_eq!(comparable(&first), comparable(&second), "\n{}\n{}\n{}", file, first, second);
    }
}

/// A base with releases, decisions of people, an import and a memory.
async fn filled() -> Service {
    let service = service("").await;
    ingest(&service, "1.txt", release("光遺伝学", "optogenetics", "光で神経細胞の活動を操る技術。")).await;
    ingest(&service, "2.txt", release("光遺伝学", "optogenetics", "光で細胞を操る技術の総称。")).await;
    ingest(&service, "3.txt", release("量子化", "quantization", "とびとびの値をとること。")).await;
    let table = "ja,en,reading,usage\n𠮷野,Yoshino,よしの,\n神経細胞,neuron,,\n神経細胞,nerve cell,,forbidden\n";
    import(&service, "用語.csv", table, &options()).await;
    let optogenetics = english(&named(&service, "光遺伝学").await[0], "optogenetics").unwrap().clone();
    let concept = named(&service, "光遺伝学").await[0].id;
    for decision in [
        Decision::Accept { term: optogenetics.id },
        Decision::Note { concept, text: "[en] 複数形".to_owned(), scope: NoteScope::Project },
    ] {
        service.decide(&DecisionRequest::from(decision), "山田", NOW).await.unwrap();
    }
    import(&service, "記憶.tmx", &super::importing::memory(9), &options()).await;
    service
}

#[tokio::test]
async fn a_base_of_releases_people_and_imports_comes_back_and_can_be_taken_back() {
    let base = filled().await;
    let first = exported(&base).await;
    assert!(first.contains("\"kind\":\"person\"") && first.contains("\"kind\":\"document\""), "{first}");
    let other = service("").await;
    import(&other, "全部.jsonl", &first, &options()).await;
    let second = exported(&other).await;
    assert_eq!(comparable(&first), comparable(&second));
    assert!(second.contains("\"through\":[\"全部.jsonl\"]"), "{second}");
    let concept = &named(&other, "神経細胞").await[0];
    assert_eq!(english(concept, "nerve cell").unwrap().usage, Usage::Forbidden);
    let evidence = &named(&other, "光遺伝学").await[0].terms[0].evidence;
    assert!(evidence.iter().all(|one| one.source == "全部.jsonl" && one.release_id.is_none()), "{evidence:?}");
    let imports = other.imports(&[]).await.unwrap();
    let undo = other.undo_import(imports[0].id, "test", NOW).await.unwrap();
    assert!(undo.terms.swept.terms.len() > 4, "{undo:?}");
    assert_eq!(exported(&other).await.lines().count(), 1, "nothing is left of it");
    assert!(memory_of(other.store()).await.is_empty());
}

#[tokio::test]
async fn what_is_proposed_brings_no_witness_but_itself() {
    let base = filled().await;
    let text = exported(&base).await;
    let other = service("").await;
    import(&other, "案.jsonl", &text, &ImportOptions { proposed: true, ..options() }).await;
    for concept in other.store().concepts(&[taiyaku::model::ProjectId::new(1)], None, 100).await.unwrap() {
        for term in concept.terms {
            assert_ne!(term.review, Review::Approved, "{}", term.text);
            assert!(term.evidence.iter().all(|one| one.origin.is_none()), "{:?}", term.evidence);
        }
    }
}

#[tokio::test]
async fn a_selection_of_concepts_has_no_segments_and_a_plan_says_what_an_import_does() {
    let base = filled().await;
    let mut export = Export::new(ExportFormat::JsonLines, vec![PROJECT.to_owned()]);
    export.filter.from_releases = true;
    let mut out = Vec::new();
    let report = base.export(&export, &mut out).await.unwrap();
    assert_eq!((report.concepts, report.segments), (2, 0));
    let other = service("").await;
    let text = exported(&base).await;
    let plan =
        other.plan_import("a.jsonl", Input::Bytes(text.clone().into_bytes()), &options(), NOW, |_| {}).await.unwrap();
    let done = other.import("a.jsonl", Input::Bytes(text.into_bytes()), &options(), NOW, |_| {}).await.unwrap();
    assert_eq!(plan.outcomes, done.outcomes);
    assert!(done.outcomes.added > 8, "{:?}", done.outcomes);
    assert_eq!(named(&other, "𠮷野").await[0].terms[0].lang, Lang::JA);
}
