//! Adding terms and confirmed translations over HTTP, and assistance for one segment.

use serde_json::{Value, json};
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::client::{Answer, Request};
use super::{RELEASE, Server};

/// A server that wants tokens, and a person of each role.
struct Desk {
    server: Server,
    suggests: String,
    reviews: String,
}

impl Desk {
    fn open() -> Self {
        let server = Server::told(None, Overrides { require_token: true, ..Overrides::default() });
        let (_, suggests) = server.token("訳者", Role::Suggest, None);
        let (_, reviews) = server.token("校閲者", Role::Review, None);
        Self { server, suggests, reviews }
    }

    fn ask(&self, token: &str, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::new(method, path).header("authorization", &format!("Bearer {token}"));
        let body = if body.is_null() { String::new() } else { body.to_string() };
        request.header("content-type", "application/json").body(body.as_bytes()).send(self.server.address)
    }
}

fn english(concept: &Value) -> Vec<(&str, &str)> {
    let terms = concept["terms"].as_array().unwrap().iter().filter(|term| term["lang"] == "en");
    terms.map(|term| (term["text"].as_str().unwrap(), term["review"].as_str().unwrap())).collect()
}

#[test]
fn a_selected_pair_waits_for_review_with_its_positions_as_evidence() {
    let desk = Desk::open();
    let body = json!({
        "ja": "神経細胞", "en": "neuron", "definition": "情報を伝える細胞。",
        "segment": {"ja": "𠮷い神経細胞を調べた。", "en": "Good neurons were studied.",
            "ja_span_chars": [2, 6], "en_span_chars": [5, 12]},
    });
    let made = desk.ask(&desk.suggests, "POST", "/v1/terms", &body);
    assert_eq!(made.status, 201, "{}", made.text());
    let made_json = made.json();
    assert_eq!(made_json["outcome"], "created");
    let concept = &made_json["concept"];
    assert_eq!(made.header("location"), Some(format!("/v1/concepts/{}", concept["id"]).as_str()));
    assert_eq!(english(concept), [("neuron", "suggested")]);
    assert_eq!(concept["definitions"][0]["text"], "情報を伝える細胞。");
    let term = concept["terms"].as_array().unwrap().iter().find(|term| term["lang"] == "ja").unwrap();
    let evidence = &term["evidence"][0];
    assert_eq!((&evidence["kind"], &evidence["method"]), (&json!("person"), &json!("selection")));
    assert_eq!((&evidence["source"], &evidence["snippet"]), (&json!("訳者"), &json!("𠮷い神経細胞を調べた。")));
    assert_eq!(evidence["span"], json!([7, 19]), "in bytes of the snippet");

    let again = desk.ask(&desk.suggests, "POST", "/v1/terms", &body);
    assert_eq!((again.status, &again.json()["outcome"]), (200, &json!("unchanged")));
    assert_eq!(again.json()["concept"]["revision"], concept["revision"]);
    let plural = desk.ask(&desk.suggests, "POST", "/v1/terms", &json!({"ja": "神経細胞", "en": "Neurons"}));
    assert_eq!((plural.status, &plural.json()["concept"]["id"]), (200, &concept["id"]), "a plural is no other term");

    let approved = desk.ask(&desk.reviews, "POST", "/v1/terms", &body);
    assert_eq!((approved.status, &approved.json()["outcome"]), (200, &json!("updated")));
    assert_eq!(english(&approved.json()["concept"]), [("neuron", "approved")]);
    let decisions = desk.ask(&desk.reviews, "GET", "/v1/review/decisions", &Value::Null).json();
    assert_eq!(decisions["decisions"][0]["actor"], "校閲者", "it can be undone like any decision");
}

#[test]
fn contradictions_become_conflicts_and_rejected_pairs_are_refused() {
    let desk = Desk::open();
    let term = |token: &str, en: &str| desk.ask(token, "POST", "/v1/terms", &json!({"ja": "転移", "en": en}));
    let first = term(&desk.reviews, "metastasis").json();
    let other = term(&desk.suggests, "transfer");
    assert_eq!(other.status, 201);
    let other = other.json();
    assert_ne!(other["concept"]["id"], first["concept"]["id"]);
    assert_eq!(other["concept"]["conflicts"][0]["other"], first["concept"]["id"]);
    assert_eq!(other["concept"]["conflicts"][0]["kind"], "english");
    let same = json!({"ja": "転移", "en": "metastatic spread", "concept_id": first["concept"]["id"]});
    let same = desk.ask(&desk.suggests, "POST", "/v1/terms", &same).json();
    assert_eq!(same["concept"]["id"], first["concept"]["id"], "somebody said that it is the same meaning");
    assert_eq!(english(&same["concept"]), [("metastasis", "approved"), ("metastatic spread", "suggested")]);

    let reject = json!({"decisions": [{"kind": "reject", "term_id": other["en_term_id"]}]});
    assert_eq!(desk.ask(&desk.reviews, "POST", "/v1/review/decisions", &reject).status, 200);
    for token in [&desk.suggests, &desk.reviews] {
        term(token, "transfer").assert_problem(409, "pair_rejected");
    }
}

#[test]
fn invalid_values_are_refused_by_the_name_of_their_field() {
    let desk = Desk::open();
    for (body, field) in [
        (json!({"ja": "視床", "en": "視床"}), "`en`"),
        (json!({"ja": " ", "en": "x"}), "`ja`"),
        (json!({"ja": "・", "en": "dot"}), "`ja`"),
        (
            json!({"ja": "視床", "en": "x", "segment": {"ja": "視床", "ja_span_chars": [1, 9]}}),
            "`segment.ja_span_chars`",
        ),
        (json!({"ja": "視床", "en": "x", "segment": {"en_span_chars": [0, 1]}}), "`segment.en_span_chars`"),
        (json!({"ja": "視床", "en": "x", "definition": ""}), "`definition`"),
    ] {
        let answer = desk.ask(&desk.suggests, "POST", "/v1/terms", &body);
        answer.assert_problem(400, "invalid_request");
        assert!(answer.json()["detail"].as_str().unwrap().starts_with(field), "{body}: {}", answer.text());
    }
    let unknown = desk.ask(&desk.suggests, "POST", "/v1/terms", &json!({"ja": "視床", "en": "x", "concept_id": 99}));
    unknown.assert_problem(404, "not_found");
    let elsewhere = json!({"ja": "視床", "en": "x", "project": "nowhere"});
    desk.ask(&desk.suggests, "POST", "/v1/terms", &elsewhere).assert_problem(404, "not_found");
    for (member, value, field) in [
        ("target", " ", "`target`"),
        ("target_lang", "ja-JP", "`target_lang`"),
        ("source_lang", "japanese language", "`source_lang`"),
        ("key", "\u{0}", "`key`"),
    ] {
        let mut body = pair("視床だ。", "It is the thalamus.");
        body[member] = json!(value);
        let answer = desk.ask(&desk.suggests, "POST", "/v1/segments", &body);
        answer.assert_problem(400, "invalid_request");
        assert!(answer.json()["detail"].as_str().unwrap().starts_with(field), "{body}: {}", answer.text());
    }
}

fn pair(source: &str, target: &str) -> Value {
    json!({"source": source, "target": target, "source_lang": "ja", "target_lang": "en"})
}

#[test]
fn a_confirmed_translation_is_suggested_and_can_be_replaced() {
    let desk = Desk::open();
    let place = |target: &str| {
        let mut body = pair("視床下部を調べた。\r\n", target);
        (body["document"], body["key"]) = (json!("release"), json!("p1"));
        (body["previous"], body["next"]) = (json!("背景"), json!("結果"));
        body
    };
    let confirm = |token: &str, body: &Value| desk.ask(token, "POST", "/v1/segments", body);
    let made = confirm(&desk.suggests, &place("We studied the hypothalamus."));
    assert_eq!(made.status, 201, "{}", made.text());
    let id = made.json()["segment"]["id"].as_i64().unwrap();
    assert_eq!(made.header("location"), Some(format!("/v1/segments/{id}").as_str()));
    assert_eq!(made.json()["segment"]["review"], "suggested");
    let revision = |answer: &Answer| answer.json()["segment"]["revision"].as_i64().unwrap();
    let again = confirm(&desk.suggests, &place("We studied the hypothalamus."));
    assert_eq!((again.status, revision(&again)), (200, revision(&made)), "the same pair changes nothing");

    let better = confirm(&desk.suggests, &place("We examined the hypothalamus."));
    assert_eq!((better.status, better.json()["segment"]["id"].as_i64()), (200, Some(id)));
    let approved = confirm(&desk.reviews, &place("We examined the hypothalamus."));
    assert_eq!(approved.json()["segment"]["review"], "approved");
    let worse = confirm(&desk.suggests, &place("Hypothalamus look."));
    assert_eq!(worse.status, 201, "what was approved does not give way to a proposal");
    assert_eq!(
        desk.ask(&desk.suggests, "GET", &format!("/v1/segments/{id}"), &Value::Null).json()["review"],
        "approved"
    );

    let log = desk.ask(&desk.suggests, "GET", "/v1/changes?limit=200", &Value::Null).json();
    let history = log["changes"].as_array().unwrap().iter().any(|change| {
        change["detail"]["from"] == "We studied the hypothalamus."
            && change["detail"]["to"] == "We examined the hypothalamus."
    });
    assert!(history, "{log}");

    let ask = json!({"source": "視床下部を調べた。\r\n", "previous": "背景", "next": "結果", "source_lang": "ja", "target_lang": "en"});
    let offered = desk.ask(&desk.suggests, "POST", "/v1/assist", &ask).json();
    assert_eq!(offered["matches"][0]["target"], "We examined the hypothalamus.");
    assert_eq!(offered["matches"][0]["class"], "context");

    desk.ask(&desk.suggests, "DELETE", &format!("/v1/segments/{id}"), &Value::Null).assert_problem(403, "forbidden");
    assert_eq!(desk.ask(&desk.reviews, "DELETE", &format!("/v1/segments/{id}"), &Value::Null).status, 204);
    desk.ask(&desk.reviews, "GET", &format!("/v1/segments/{id}"), &Value::Null).assert_problem(404, "not_found");
    let offered = desk.ask(&desk.suggests, "POST", "/v1/assist", &ask).json();
    assert_eq!(offered["matches"][0]["target"], "Hypothalamus look.");
}

#[test]
fn assist_returns_terms_matches_and_findings() {
    let desk = Desk::open();
    let sent =
        Request::new("POST", "/v1/releases?name=a.txt").header("authorization", &format!("Bearer {}", desk.reviews));
    assert_eq!(sent.body(RELEASE.as_bytes()).send(desk.server.address).status, 201);
    let confirmed = pair("視床下部で2匹を調べた。", "We examined 2 mice.");
    assert_eq!(desk.ask(&desk.reviews, "POST", "/v1/segments", &confirmed).status, 201);
    let draft = json!({
        "id": "s1", "source": "視床下部で3匹を調べた。", "target": "We examined 4 mice.", "source_lang": "ja", "target_lang": "en",
    });
    let answer = desk.ask(&desk.suggests, "POST", "/v1/assist", &draft).json();
    assert_eq!((&answer["id"], &answer["complete"]), (&json!("s1"), &json!(true)));
    assert_eq!(answer["terms"][0]["text"], "視床下部");
    assert_eq!(answer["concepts"][0]["translations"][0]["text"], "hypothalamus");
    assert_eq!(answer["matches"][0]["repaired"]["target"], "We examined 3 mice.");
    let rules: Vec<&str> =
        answer["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert!(rules.contains(&"numbers") && rules.contains(&"term_not_used"), "{rules:?}");
    let without = json!({"source": "視床下部で3匹を調べた。", "source_lang": "ja", "target_lang": "en"});
    assert_eq!(desk.ask(&desk.suggests, "POST", "/v1/assist", &without).json()["findings"], json!([]));
}
