//! The small base every export test writes: what is awkward to write, and every kind of term there is.

use taiyaku_language::model::{
    Concept, ConceptId, Conflict, ConflictKind, Definition, Evidence, EvidenceId, EvidenceKind, EvidenceMethod, Lang,
    PartOfSpeech, Reading, ReadingOrigin, Review, Term, TermId, TermKind, Usage,
};

pub(super) fn base() -> Vec<Concept> {
    vec![
        well_proved(),
        Concept {
            terms: vec![
                Term { kind: TermKind::Abbreviation, ..term(20, Lang::JA, "ｹﾞﾉﾑ㈱⻭ー") },
                Term { usage: Usage::Forbidden, ..term(21, Lang::EN, "=1+1") },
                Term { kind: TermKind::Symbol, ..term(22, Lang::EN, "<a&b> ]]> \"c\" 'd'") },
            ],
            definitions: vec![definition("一行目、\r\n「二行目」<b>&amp;</b>]]>\u{c}\u{0}\n＝１２３", "=cmd.pdf")],
            conflicts: vec![Conflict {
                other: ConceptId::new(1),
                kind: ConflictKind::English,
                reason: "`quantum entanglement` & `=1+1`".to_owned(),
            }],
            field: Some("＋物理".to_owned()),
            ..concept(2)
        },
        Concept {
            terms: vec![term(30, Lang::JA, "視床下部")],
            definitions: vec![definition("間脳の一部。", "release-3.pdf")],
            ..concept(3)
        },
        Concept {
            terms: vec![
                term(40, Lang::JA, "人工多能性幹細胞"),
                Term { kind: TermKind::Abbreviation, ..term(41, Lang::EN, "iPS") },
            ],
            ..concept(4)
        },
        Concept {
            terms: vec![
                Term { review: Review::Candidate, ..term(50, Lang::JA, "候補") },
                Term { review: Review::Rejected, ..term(51, Lang::EN, "no") },
            ],
            ..concept(5)
        },
        Concept { terms: vec![term(60, Lang::EN, "orphan")], ..concept(6) },
    ]
}

/// Several terms of each language, in no order; a person, documents and the starter base behind one of them.
fn well_proved() -> Concept {
    let english =
        Definition { lang: Lang::EN, ..definition("A bond between particles.", "https://example.ac.jp/en/1") };
    let document = Evidence {
        source: "https://example.ac.jp/press/1.pdf".to_owned(),
        snippet: Some("量子もつれ（quantum entanglement）を、\n利用した。".to_owned()),
        ..evidence(EvidenceKind::Document, "inline_gloss", 0.93)
    };
    let curated = Evidence { source: "starter:physics".to_owned(), ..evidence(EvidenceKind::Curated, "starter", 0.99) };
    Concept {
        project: "物理".to_owned(),
        field: Some("physics".to_owned()),
        definitions: vec![definition("粒子の状態が、離れていても𠮷く結びついていること。", "release-1.pdf"), english],
        terms: vec![
            Term { kind: TermKind::Variant, ..term(10, Lang::JA, "量子エンタングルメント") },
            Term { usage: Usage::Deprecated, ..term(11, Lang::EN, "quantum tangle") },
            Term {
                kind: TermKind::Abbreviation,
                evidence: vec![Evidence {
                    url: Some("https://example.ac.jp/press/release-1.pdf".to_owned()),
                    ..evidence(EvidenceKind::Document, "entry", 0.8)
                }],
                ..term(12, Lang::EN, "QE")
            },
            Term {
                usage: Usage::Preferred,
                review: Review::Approved,
                confidence: 0.99,
                evidence: vec![curated, document.clone(), document],
                ..term(13, Lang::EN, "quantum entanglement")
            },
            Term {
                reading: Some(Reading { kana: "リョウシモツレ".to_owned(), origin: ReadingOrigin::Printed }),
                part_of_speech: Some(PartOfSpeech::Noun),
                usage: Usage::Preferred,
                ..term(14, Lang::JA, "量子\nもつれ")
            },
        ],
        ..concept(1)
    }
}

pub(super) fn concept(id: i64) -> Concept {
    Concept::empty(ConceptId::new(id), "")
}

pub(super) fn term(id: i64, lang: Lang, text: &str) -> Term {
    Term {
        id: TermId::new(id),
        lang,
        text: text.to_owned(),
        reading: None,
        kind: TermKind::FullForm,
        part_of_speech: None,
        usage: Usage::Admitted,
        review: Review::Suggested,
        confidence: 0.8,
        evidence: vec![Evidence { term_id: TermId::new(id), ..evidence(EvidenceKind::Document, "entry", 0.8) }],
    }
}

pub(super) fn definition(text: &str, source: &str) -> Definition {
    let source = source.to_owned();
    Definition { id: None, lang: Lang::JA, text: text.to_owned(), release_id: None, source, author: None, origin: None }
}

fn evidence(kind: EvidenceKind, method: &str, confidence: f64) -> Evidence {
    Evidence {
        id: EvidenceId::new(1),
        term_id: TermId::new(1),
        kind,
        method: EvidenceMethod::from_word(method).unwrap(),
        release_id: None,
        source: "release-1.pdf".to_owned(),
        span: None,
        snippet: None,
        confidence,
        work: None,
        url: None,
        origin: None,
    }
}
