//! A base with something of everything: each method of a link, each kind of evidence, conflicts, proposals, decisions, and a
//! memory that answers in each way.

use std::path::Path;

use taiyaku::app::Service;
use taiyaku::app::import::ImportOptions;
use taiyaku::app::ingest::Input;
use taiyaku::app::propose::{NewSegment, NewTerm};
use taiyaku::app::review::{Decision, DecisionRequest};
use taiyaku::model::{
    Doubt, Lang, Link, Metadata, MetadataEvidence, MetadataField, MetadataSign, Method, Relation, Release, Sign,
    Source, Span,
};
use taiyaku::store::{NewLink, NewRelease};

use crate::app::importing::options;
use crate::app::{NOW, PROJECT, sample_files};

/// A segment of the memory, which stands between `研究の背景` and `結果`.
pub(crate) const SEGMENT: &str = "装置は3回の測定で校正した。";

/// A file of terms, one of a dictionary, and one of translations with a row that cannot be used: name and text.
pub(crate) fn term_files() -> [(&'static str, &'static str); 3] {
    [
        (
            "terms.utx",
            "#UTX 1.11; ja/en; 2026-11-20; copyright: Example Lab; license: CC0\r\n#src\ttgt\tsrc:pos\tterm status\r\n\
             量子もつれ\tquantum entanglement\tnoun\tapproved\r\n量子もつれ\tquantum tangle\tnoun\tforbidden\r\n\
             歯車\tgear\tnoun\tapproved\r\n歯車\tcog\tnoun\tapproved\r\n\tnothing\tnoun\t\r\n",
        ),
        ("general.txt", "視床下部 [ししょうかぶ] /(n) hypothalamus/\n𠮷野家 [よしのや] /(n) Yoshinoya/\n"),
        (
            "memory.tmx",
            "<tmx version=\"1.4\"><header srclang=\"ja\"/><body>\
             <tu tuid=\"a\" changedate=\"20240401T000000Z\" creationid=\"訳者\"><tuv xml:lang=\"ja\"><seg>⻭車を調べた。</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>We examined the gear.</seg></tuv></tu>\
             <tu><tuv xml:lang=\"ja\"><seg>⻭車を調べた。</seg></tuv><tuv xml:lang=\"en\"><seg>The cog was examined.</seg></tuv></tu>\
             <tu><tuv xml:lang=\"ja\"><seg>訳のない文。</seg></tuv></tu></body></tmx>",
        ),
    ]
}

/// The source of a Japanese dictionary with a handful of words, as IPADIC lays it out.
pub(crate) fn dictionary_source(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let word = |text: &str| format!("{text},1,1,100,名詞,一般,*,*,*,*,{text},*,*\n");
    let words: String = ["視床下部", "の", "神経", "細胞", "を", "調べ", "まし", "た"].into_iter().map(word).collect();
    for (name, text) in [
        ("words.csv", words.as_str()),
        ("char.def", "DEFAULT 0 1 0\nKANJI 0 0 2\nHIRAGANA 0 1 2\n0x3041..0x309F HIRAGANA\n0x4E00..0x9FFF KANJI\n"),
        (
            "unk.def",
            "DEFAULT,1,1,4000,名詞,一般,*,*,*,*,*\nKANJI,1,1,4000,名詞,一般,*,*,*,*,*\nHIRAGANA,1,1,4000,名詞,一般,*,*,*,*,*\n",
        ),
        ("matrix.def", "2 2\n0 0 0\n0 1 0\n1 0 0\n1 1 0\n"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

/// Fills the project `default`.
pub(crate) async fn fill(service: &Service) {
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    service.ingest_many(PROJECT, sample_files(), 2, NOW, |_| {}).await.unwrap();
    every_method(service).await;
    for (name, text) in term_files() {
        let input = Input::Bytes(text.as_bytes().to_vec());
        service.import(name, input, &ImportOptions { ..options() }, NOW, |_| {}).await.unwrap();
    }
    for (japanese, english, approved) in [("海馬", "hippocampus", true), ("海馬", "seahorse", false)] {
        let new = NewTerm {
            project: PROJECT.to_owned(),
            japanese: japanese.to_owned(),
            english: english.to_owned(),
            approved,
            ..NewTerm::default()
        };
        service.propose_term(&new, "訳者", NOW).await.unwrap();
    }
    let confirmed = NewSegment {
        project: PROJECT.to_owned(),
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: SEGMENT.to_owned(),
        target: "The device was calibrated in 3 runs.".to_owned(),
        document: Some("報告".to_owned()),
        key: Some("s1".to_owned()),
        field: None,
        previous: Some("研究の背景".to_owned()),
        next: Some("結果".to_owned()),
        approved: true,
    };
    service.confirm_segment(&confirmed, "訳者", NOW).await.unwrap();
    let open = service.review_queue(&taiyaku::app::review::ReviewQuery::default()).await.unwrap();
    for (item, accepted) in open.items.iter().take(2).zip([true, false]) {
        let term = item.term.id;
        let decision = if accepted { Decision::Accept { term } } else { Decision::Reject { term } };
        service.decide(&DecisionRequest::from(decision), "校閲", NOW).await.unwrap();
    }
    service.ignore_finding(PROJECT, "numbers|第1報|1", Some("a title"), "校閲", NOW).await.unwrap();
}

/// A release with a link of every method and every relation, and a doubt.
async fn every_method(service: &Service) {
    let text = "𠮷野家の⻭車（gear）について。";
    let release = Release {
        text: text.to_owned(),
        source: Source { name: "methods.txt".to_owned(), engine: "text".to_owned(), ..Source::default() },
        ..Release::default()
    };
    let doubts = [Doubt::new("missing_number", "No note 2 between 1 and 3.", Span::new(0, 4))];
    let new = NewRelease {
        project: service.project_id(PROJECT).await.unwrap(),
        content_hash: "methods",
        size: 48,
        release: &release,
        metadata: &Metadata {
            evidence: MetadataField::ALL
                .iter()
                .zip(MetadataSign::ALL.iter().cycle())
                .map(|(field, sign)| MetadataEvidence { field: *field, span: Span::new(0, 4), sign: *sign })
                .collect(),
            ..Metadata::default()
        },
        doubts: &doubts,
        extractor_version: "test",
    };
    let links: Vec<Link> = Method::ALL
        .iter()
        .zip(Relation::ALL.iter().cycle())
        .map(|(method, relation)| Link {
            ja: "⻭車".to_owned(),
            en: "gear".to_owned(),
            abbr: None,
            relation: *relation,
            method: *method,
            confidence: 0.5,
            signs: vec![Sign::new("noun_run", 0.5)],
            span: Span::new(13, 19),
            support: "⻭車（gear）".to_owned(),
            entry: None,
        })
        .collect();
    let links: Vec<NewLink<'_>> = links.iter().map(|link| NewLink { link, ja_key: "歯車", en_key: "gear" }).collect();
    let mut write = service.store().write("ingest", NOW).await.unwrap();
    let id = write.insert_release(&new).await.unwrap();
    write.insert_links(id, &links, &[]).await.unwrap();
    write.commit().await.unwrap();
}
