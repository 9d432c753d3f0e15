//! Suggestions for segments: known terms and matches.

use serde_json::{Value, json};

use super::Server;

fn ask(server: &Server, segments: &Value) -> Value {
    let answer =
        server.post_json("/v1/suggestions", &json!({"segments": segments, "source_lang": "ja", "target_lang": "en"}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// The concept of a term in an answer.
fn concept<'a>(answer: &'a Value, term: &Value) -> &'a Value {
    let concepts = answer["concepts"].as_array().unwrap();
    concepts.iter().find(|suggested| suggested["concept"]["id"] == term["concept_id"]).unwrap()
}

fn translations<'a>(answer: &'a Value, term: &Value) -> &'a Value {
    &concept(answer, term)["translations"]
}

#[test]
fn terms_have_spans_in_characters_and_their_best_translations_first() {
    let server = Server::with_release();
    let answer = ask(&server, &json!([{"id": "一", "text": "𠮷田は神経細胞を見た。"}, {"text": ""}]));
    let segments = answer["segments"].as_array().unwrap();
    assert_eq!((&segments[0]["id"], &segments[1]["id"]), (&json!("一"), &Value::Null));
    assert_eq!((&segments[1]["terms"], &segments[1]["matches"]), (&json!([]), &json!([])));
    let terms = segments[0]["terms"].as_array().unwrap();
    let places: Vec<_> = terms.iter().map(|term| (&term["text"], &term["nested"], &term["span_chars"])).collect();
    assert_eq!(
        places,
        [(&json!("神経細胞"), &json!(false), &json!([3, 7])), (&json!("細胞"), &json!(true), &json!([5, 7]))]
    );
    assert_eq!(terms[0]["span"], json!([10, 22]));
    assert_eq!(translations(&answer, &terms[0])[0]["text"], "neuron");
    assert_eq!(*translations(&answer, &terms[1]), json!([]));
}

#[test]
fn suggestions_change_with_the_base() {
    let server = Server::open();
    let segments = json!([{"text": "視床下部の"}]);
    assert_eq!(ask(&server, &segments)["segments"][0]["terms"], json!([]));
    assert_eq!(server.send("POST", "/v1/releases?name=a.txt", super::RELEASE).status, 201);
    let after = ask(&server, &segments);
    assert_eq!(after["segments"][0]["terms"][0]["text"], "視床下部");
    assert_eq!(after["revision"], server.get("/v1/changes").json()["revision"]);
    assert_eq!(server.send("DELETE", "/v1/releases/1", "").status, 204);
    assert_eq!(ask(&server, &segments)["segments"][0]["terms"], json!([]));
}

#[test]
fn the_limit_applies_to_each_segment_and_english_works_too() {
    let server = Server::with_release();
    let answer = server.post_json(
        "/v1/suggestions",
        &json!({"segments": [{"text": "Neurons of the hypothalamus"}, {"text": "a neuron"}], "source_lang": "en",
            "target_lang": "ja", "limit": 1.0, "projects": ["default"]}),
    );
    let answer = answer.json();
    let texts: Vec<_> = answer["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|segment| {
            let terms = segment["terms"].as_array().unwrap();
            (terms.len(), &segment["more_terms"], &translations(&answer, &terms[0])[0]["text"])
        })
        .collect();
    let neuron = json!("神経細胞");
    assert_eq!(texts, [(1, &json!(1), &neuron), (1, &json!(0), &neuron)]);
}

#[test]
fn a_title_in_the_memory_has_its_translation_as_a_match() {
    let server = Server::open();
    let release = "眠りの研究\n\n論文情報\n論文タイトル：Neural control of sleep in mice\n（和訳：マウスにおける睡眠の神経制御）\n\
                   掲載誌：Journal of Sleep\n";
    let made = server.send("POST", "/v1/releases?name=title.txt", release);
    assert_eq!(made.status, 201, "{}", made.text());
    let answer = ask(&server, &json!([{"text": "マウスにおける睡眠の神経制御"}, {"text": "マウスにおける睡眠"}]));
    let matches = answer["segments"][0]["matches"].as_array().unwrap();
    assert_eq!(matches.len(), 1, "{answer}");
    // The same text, less three points because it is not reviewed.
    assert_eq!((&matches[0]["score"], &matches[0]["release_id"]), (&json!(97), &json!(1)));
    assert_eq!(matches[0]["target"], "Neural control of sleep in mice");
    assert_eq!(answer["segments"][1]["matches"], json!([]));
}

#[test]
fn a_match_shows_differences_penalties_and_repairs() {
    let server = Server::open();
    let release = "眠りの研究\n\n論文情報\n論文タイトル：Sleep of 12 mice in winter\n（和訳：冬のマウス12匹の睡眠）\n\
                   掲載誌：Journal of Sleep\n";
    assert_eq!(server.send("POST", "/v1/releases?name=title.txt", release).status, 201);
    let answer = ask(&server, &json!([{"text": "冬の マウス15匹の睡眠"}, {"text": "夏のマウス12匹の睡眠"}]));
    let found = |at: usize| &answer["segments"][at]["matches"][0];
    // Only the number and a space a PDF left differ; the number is put in, the untouched translation stands beside it.
    assert_eq!((&found(0)["class"], &found(0)["score"]), (&json!("placeables"), &json!(95)), "{answer}");
    assert_eq!(found(0)["penalties"][0]["code"], "unreviewed_alignment");
    assert_eq!(found(0)["target"], "Sleep of 12 mice in winter");
    assert_eq!(found(0)["repaired"]["target"], "Sleep of 15 mice in winter");
    assert_eq!(found(1)["class"], "fuzzy");
    let replaced = found(1)["diff"].as_array().unwrap().iter().find(|step| step["kind"] == "replace").unwrap();
    let source = found(1)["source"].as_str().unwrap();
    let span = |span: &Value| (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
    let (from, to) = span(&replaced["source_span"]);
    assert_eq!(&source[from..to], "冬", "{replaced}");
}

#[test]
fn a_concept_stands_in_an_answer_once_and_what_is_asked_twice_is_answered_alike() {
    let server = Server::with_release();
    let text = "神経細胞は視床下部の神経細胞である。";
    let answer = ask(&server, &json!([{"id": "a", "text": text}, {"id": "b", "text": text}, {"text": "細胞"}]));
    let segments = answer["segments"].as_array().unwrap();
    let ids: Vec<&Value> = segments[0]["terms"].as_array().unwrap().iter().map(|term| &term["concept_id"]).collect();
    let places =
        |name: &str| segments[0]["terms"].as_array().unwrap().iter().filter(|term| term["text"] == name).count();
    assert_eq!((places("神経細胞"), places("視床下部")), (2, 1), "{answer}");
    let mut given: Vec<&Value> = Vec::new();
    for id in ids {
        if !given.contains(&id) {
            given.push(id);
        }
    }
    let concepts: Vec<&Value> =
        answer["concepts"].as_array().unwrap().iter().map(|suggested| &suggested["concept"]["id"]).collect();
    assert_eq!(concepts, given, "in the order in which they occur; the last segment brings none of its own");
    assert_eq!(answer["more_concepts"], 0);
    assert_eq!((&segments[0]["id"], &segments[1]["id"]), (&json!("a"), &json!("b")));
    for member in ["terms", "matches", "more_terms", "more_matches", "complete"] {
        assert_eq!(segments[0][member], segments[1][member], "{member}");
    }
}

#[test]
fn of_a_concept_with_very_many_names_the_best_are_given_and_the_rest_is_counted() {
    let server = Server::open();
    let mut body = json!({"ja": "細胞", "en": "cell"});
    for number in 0..60_u8 {
        let made = server.post_json("/v1/terms", &body);
        assert_eq!(made.status, 201, "{}", made.text());
        let next = format!("cell {}{number}", char::from(b'a' + number % 10));
        body = json!({"ja": "細胞", "en": next, "concept_id": made.json()["concept"]["id"]});
    }
    let answer = ask(&server, &json!([{"text": "細胞"}]));
    let suggested = concept(&answer, &answer["segments"][0]["terms"][0]);
    let length = |list: &Value| list.as_array().unwrap().len();
    let id = suggested["concept"]["id"].as_i64().unwrap();
    let whole = server.get(&format!("/v1/concepts/{id}")).json();
    let (given, all) = (length(&suggested["concept"]["terms"]), length(&whole["terms"]));
    assert!(all > 50, "{all}");
    assert_eq!(length(&suggested["translations"]), 20);
    assert_eq!(suggested["omitted"]["terms"], all - given);
    assert!(given <= 41, "{given}: those in the text, the translations and twenty more");
    assert!(suggested["omitted"]["translations"].as_u64().unwrap() > 0);
    assert_eq!(suggested["concept"]["terms"][0], whole["terms"][0], "what is said of a term is the same");
}

#[test]
fn matches_that_would_make_an_answer_too_large_are_counted() {
    let server = Server::open();
    let text = |number: usize| format!("{number}番目の{}。", "細胞は増えた".repeat(1_500));
    for number in 0..6 {
        let body = json!({"source": text(number), "target": "Cells grew. ".repeat(830), "source_lang": "ja", "target_lang": "en"});
        let made = server.post_json("/v1/segments", &body);
        assert_eq!(made.status, 201, "{}", made.text());
    }
    let one = ask(&server, &json!([{"text": text(9)}]));
    assert_eq!(
        (&one["segments"][0]["more_matches"], one["segments"][0]["matches"].as_array().unwrap().len()),
        (&json!(0), 6)
    );
    let mut segments = vec![json!({"text": "x"}); 199];
    segments.push(json!({"text": text(9)}));
    let many = ask(&server, &json!(segments));
    let last = &many["segments"][199];
    let (given, more) = (last["matches"].as_array().unwrap(), last["more_matches"].as_u64().unwrap());
    assert_eq!(given.len() as u64 + more, 6);
    assert!(!given.is_empty() && more > 0, "{more}");
    assert_eq!(given[0], one["segments"][0]["matches"][0]);
}
