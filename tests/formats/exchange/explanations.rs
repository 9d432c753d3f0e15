//! What people read beside a term in other programs: its definition and where it is from, in no words of our own.

use taiyaku_formats::exchange::{ExportFormat, Profile};
use taiyaku_language::model::{
    Concept, Definition, Evidence, EvidenceKind, Lang, Publication, ReleaseId, ReleaseNote, Term, Usage,
};

use super::concepts::{concept, definition, term};
use super::{export, header};

/// Formats with a place for comments, with the profile of their reader.
const COMMENTED: [(ExportFormat, Profile); 10] = [
    (ExportFormat::OmegaT, Profile::OmegaT),
    (ExportFormat::Weblate, Profile::Weblate),
    (ExportFormat::Tbx2, Profile::Weblate),
    (ExportFormat::Tbx2, Profile::OmegaT),
    (ExportFormat::MemoQ, Profile::Standard),
    (ExportFormat::MultiTerm, Profile::Standard),
    (ExportFormat::Utx, Profile::Standard),
    (ExportFormat::GoogleSet, Profile::Standard),
    (ExportFormat::Xliff21Glossary, Profile::Standard),
    (ExportFormat::GlossaryHtml, Profile::Standard),
];

/// A concept that a release names and defines.
fn cited(definitions: Vec<Definition>) -> Concept {
    let release = ReleaseId::new(3);
    let of = |id, lang, text: &str| {
        let plain: Term = term(id, lang, text);
        let evidence = Evidence { release_id: Some(release), ..plain.evidence[0].clone() };
        let decided = Evidence {
            kind: EvidenceKind::Person,
            method: taiyaku_language::model::EvidenceMethod::Decision,
            source: "api".to_owned(),
            release_id: None,
            ..evidence.clone()
        };
        Term { usage: Usage::Preferred, evidence: vec![decided, evidence], ..plain }
    };
    Concept {
        definitions,
        terms: vec![of(1, Lang::JA, "視床下部"), of(2, Lang::EN, "hypothalamus")],
        releases: vec![ReleaseNote {
            id: release,
            publication: Publication {
                title_ja: Some("𠮷野の新しい発見".to_owned()),
                title_en: Some("A new discovery".to_owned()),
                institution: Some("見本大学".to_owned()),
                date: Some("2026-04-01".to_owned()),
            },
        }],
        ..concept(1)
    }
}

fn of_release(lang: Lang, text: &str) -> Definition {
    Definition { lang, release_id: Some(ReleaseId::new(3)), ..definition(text, "release-3.pdf") }
}

#[test]
fn a_comment_is_a_definition_and_its_source_in_the_language_of_the_target() {
    let ja = || of_release(Lang::JA, "間脳の\r\n一部。");
    let en = || of_release(Lang::EN, "A part of the brain.");
    let source = "[A new discovery, 見本大学, 2026-04-01]";
    for (definitions, comment) in [
        (vec![ja(), en()], format!("A part of the brain. {source}")),
        (vec![ja()], format!("間脳の一部。 {source}")),
        (vec![], source.to_owned()),
    ] {
        let file = export(ExportFormat::OmegaT, &header(Profile::OmegaT), &[cited(definitions)]);
        let line = file.lines().nth(1).unwrap();
        assert_eq!(line, format!("視床下部\thypothalamus\t{comment}"));
    }
    let reversed =
        taiyaku_formats::exchange::Header { source_lang: Lang::EN, target_lang: Lang::JA, ..header(Profile::OmegaT) };
    let file = export(ExportFormat::OmegaT, &reversed, &[cited(vec![ja(), en()])]);
    assert!(file.contains("hypothalamus\t視床下部\t間脳の一部。 [𠮷野の新しい発見, 見本大学, 2026-04-01]"), "{file}");
}

#[test]
fn no_reader_gets_our_own_words() {
    let concepts = [cited(vec![of_release(Lang::JA, "間脳の一部。")]), cited(Vec::new())];
    for (format, profile) in COMMENTED {
        let file = export(format, &header(profile), &concepts);
        assert!(file.contains("見本大学") && file.contains("2026-04-01"), "{format} says where it is from: {file}");
        for word in ["@ ", "entry,", "document,", "confidence", "decision", "suggested", "head_gloss", ">api<"] {
            assert!(!file.contains(word), "{format} for {}: {word} in {file}", profile.name());
        }
    }
}

#[test]
fn a_long_definition_ends_with_a_sentence() {
    let long = "この領域は体温や食欲を調節する。".repeat(60);
    let file = export(ExportFormat::OmegaT, &header(Profile::OmegaT), &[cited(vec![of_release(Lang::JA, &long)])]);
    let comment = file.lines().nth(1).unwrap().rsplit('\t').next().unwrap();
    assert!(comment.chars().count() <= 500, "{}", comment.chars().count());
    assert!(comment.ends_with("調節する。 [A new discovery, 見本大学, 2026-04-01]"), "{comment}");
}

#[test]
fn the_starter_base_and_imports_are_named_as_people_know_them() {
    let of = |source: &str, kind| {
        let mut concept = cited(Vec::new());
        for term in &mut concept.terms {
            term.evidence =
                vec![Evidence { kind, source: source.to_owned(), release_id: None, ..term.evidence[1].clone() }];
        }
        export(ExportFormat::OmegaT, &header(Profile::OmegaT), &[concept])
    };
    assert!(of("starter:physics", EvidenceKind::Curated).contains("[Taiyaku starter term base: physics]"));
    assert!(of("用語集.csv", EvidenceKind::Import).contains("[用語集.csv]"));
    assert!(of("山田", EvidenceKind::Person).contains("[山田]"));
}

#[test]
fn weblate_is_told_what_is_forbidden_in_tbx_and_not_in_csv() {
    let mut base = cited(vec![of_release(Lang::JA, "間脳の一部。")]);
    base.terms.push(Term { usage: Usage::Forbidden, ..term(3, Lang::EN, "never") });
    base.terms.push(Term { usage: Usage::Deprecated, ..term(4, Lang::EN, "old") });
    base.terms.push(Term { usage: Usage::Forbidden, ..term(5, Lang::JA, "禁語") });
    let mut of_weblate = header(Profile::Weblate);
    of_weblate.selection.include_discouraged = true;
    let file = export(ExportFormat::Tbx2, &of_weblate, std::slice::from_ref(&base));
    let entries: Vec<&str> = file.split("<termEntry").skip(1).collect();
    assert_eq!(entries.len(), 3, "{file}");
    assert!(entries[0].contains("id=\"c1\"") && entries[0].contains("hypothalamus") && !entries[0].contains("never"));
    assert!(entries[0].contains("<note from=\"translator\">間脳の一部。 [A new discovery"), "{file}");
    for (entry, text, status) in [(entries[1], "old", "obsolete"), (entries[2], "never", "forbidden")] {
        assert!(entry.contains(text) && !entry.contains("hypothalamus") && entry.contains("視床下部"), "{entry}");
        assert!(entry.contains(&format!("<termNote type=\"administrativeStatus\">{status}</termNote>")), "{entry}");
    }
    assert!(!file.contains("禁語"), "Weblate would forbid its translations");
    let csv = export(ExportFormat::Weblate, &header(Profile::Weblate), std::slice::from_ref(&base));
    assert!(!csv.contains("never") && !csv.contains("old"), "{csv}");
}
