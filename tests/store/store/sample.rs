//! Small things to store: a release with entries and links, a concept with terms.

use taiyaku_language::model::{
    Alias, AliasKind, Block, BlockKind, ConceptId, Definition, DocumentProperties, Doubt, Entry, EntryId, EvidenceKind,
    Lang, Link, LinkId, Marker, Media, Metadata, Method, ProjectId, Provenance, Reference, Relation, Release,
    ReleaseId, Review, Segment, Sign, Source, Span, Term, TermId, TermKind, Usage,
};
use taiyaku_store::store::{NewEntry, NewEvidence, NewLink, NewRelease, NewSegment, NewTerm, Store, TermKeys, Write};

pub(super) const AT: &str = "2026-04-01T09:00:00Z";
pub(super) const LATER: &str = "2026-04-02T09:00:00Z";

pub(super) async fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("term base.db")).await.unwrap();
    (folder, store)
}

pub(super) async fn write(store: &Store) -> Write {
    store.write("ingest", AT).await.unwrap()
}

pub(super) fn release(name: &str) -> Release {
    Release {
        text: "𠮷野家の⻭車について\r\nｶﾅとﾞとー\u{c}※１ 視床下部（hypothalamus）：脳の一部。\n".to_owned(),
        source: Source {
            name: name.to_owned(),
            media: Media::Html,
            engine: "html".to_owned(),
            encoding: Some("Shift_JIS".to_owned()),
            pages: Some(2),
            url: Some("https://press.example/2026/a.html".to_owned()),
        },
        blocks: vec![Block { kind: BlockKind::Heading, span: Span::new(0, 10) }],
        title: Some("𠮷野家の⻭車".to_owned()),
        properties: DocumentProperties { dates: vec!["2024-05-01".to_owned()], ..DocumentProperties::default() },
    }
}

pub(super) fn metadata() -> Metadata {
    Metadata {
        title_ja: Some("𠮷野家の⻭車について".to_owned()),
        institution: Some("架空大学".to_owned()),
        date: Some("2026-04-01".to_owned()),
        ..Metadata::default()
    }
}

pub(super) fn doubts() -> Vec<Doubt> {
    vec![Doubt::new("missing_number", "No note 2 between 1 and 3.", Span::new(3, 9))]
}

pub(super) fn new_release<'a>(
    project: ProjectId,
    hash: &'a str,
    release: &'a Release,
    metadata: &'a Metadata,
    doubts: &'a [Doubt],
) -> NewRelease<'a> {
    NewRelease { project, content_hash: hash, size: 4_242, release, metadata, doubts, extractor_version: "1" }
}

pub(super) async fn put_release(write: &mut Write, project: ProjectId, hash: &str) -> ReleaseId {
    let (release, metadata, doubts) = (release(&format!("{hash}.html")), metadata(), doubts());
    write.insert_release(&new_release(project, hash, &release, &metadata, &doubts)).await.unwrap()
}

pub(super) fn entry(term: &str) -> Entry {
    Entry {
        marker: Some(Marker { printed: "※１".to_owned(), label: "1".to_owned() }),
        head: format!("{term}（hypothalamus）"),
        term: term.to_owned(),
        aliases: vec![Alias { text: "hypothalamus".to_owned(), kind: AliasKind::Gloss, lang: Lang::EN }],
        definition: "脳の一部。".to_owned(),
        span: Span::new(60, 120),
        head_span: Span::new(66, 100),
        definition_span: Span::new(103, 118),
        group: 1,
        lang: Lang::JA,
    }
}

pub(super) fn link(ja: &str, en: &str, entry: Option<usize>) -> Link {
    Link {
        ja: ja.to_owned(),
        en: en.to_owned(),
        abbr: Some("HT".to_owned()),
        relation: Relation::AbbreviationOf,
        method: Method::InlineGlossEn,
        confidence: 0.875,
        signs: vec![Sign::new("char_run", 0.5)],
        span: Span::new(66, 100),
        support: format!("{ja}（{en}）"),
        entry,
    }
}

pub(super) fn segment(source: &str, target: &str) -> Segment {
    Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: source.to_owned(),
        target: target.to_owned(),
        confidence: 0.75,
    }
}

pub(super) fn reference() -> Reference {
    let marker = Marker { printed: "※１".to_owned(), label: "1".to_owned() };
    Reference { marker, span: Span::new(3, 9), entry: Some(0) }
}

/// Everything found in a release: one entry, one reference, one link, one segment.
pub(super) async fn put_findings(write: &mut Write, project: ProjectId, release: ReleaseId) -> (EntryId, LinkId) {
    let entry = entry("視床下部");
    let entries = write.insert_entries(release, &[NewEntry { entry: &entry, term_key: "視床下部" }]).await.unwrap();
    write.insert_references(release, &[reference()], &entries).await.unwrap();
    let link = link("視床下部", "hypothalamus", Some(0));
    let new = NewLink { link: &link, ja_key: "視床下部", en_key: "hypothalamus" };
    let links = write.insert_links(release, &[new], &entries).await.unwrap();
    let segment = segment("脳の一部。", "Part of the brain.");
    let new = NewSegment {
        segment: &segment,
        source_key: "脳の一部",
        review: Review::Suggested,
        provenance: &Provenance::of_release(),
    };
    write.insert_segments(project, Some(release), &[new]).await.unwrap();
    (entries[0], links[0])
}

pub(super) fn term(lang: Lang, text: &str) -> Term {
    Term {
        id: TermId::new(0),
        lang,
        text: text.to_owned(),
        reading: None,
        kind: TermKind::FullForm,
        part_of_speech: None,
        usage: Usage::Preferred,
        review: Review::Suggested,
        confidence: 0.5,
        evidence: Vec::new(),
    }
}

pub(super) async fn put_term(write: &mut Write, concept: ConceptId, lang: Lang, text: &str) -> TermId {
    let term = term(lang, text);
    let keys = TermKeys { key: text, variant_key: text, reading_key: None };
    write.insert_term(concept, &NewTerm::of(&term, keys)).await.unwrap()
}

pub(super) fn evidence(release: Option<ReleaseId>) -> NewEvidence<'static> {
    NewEvidence {
        origin: None,
        kind: if release.is_some() { EvidenceKind::Document } else { EvidenceKind::Curated },
        method: Method::HeadGloss.into(),
        release_id: release,
        source: "starter:life-sciences",
        span: release.map(|_| Span::new(66, 100)),
        snippet: Some("視床下部（hypothalamus）"),
        confidence: 0.875,
        entry: None,
        link: None,
        row: None,
    }
}

/// A concept 視床下部 / hypothalamus whose terms rest on `release`: concept, Japanese term, English term.
pub(super) async fn put_concept(
    write: &mut Write,
    project: ProjectId,
    release: Option<ReleaseId>,
) -> (ConceptId, TermId, TermId) {
    let concept = write.insert_concept(project, Some("life-sciences"), None).await.unwrap();
    let en = put_term(write, concept, Lang::EN, "hypothalamus").await;
    let ja = put_term(write, concept, Lang::JA, "視床下部").await;
    for id in [ja, en] {
        write.insert_evidence(id, &evidence(release)).await.unwrap();
    }
    let definition = Definition {
        id: None,
        lang: Lang::JA,
        text: "脳の一部。".to_owned(),
        release_id: release,
        source: "starter:life-sciences".to_owned(),
        author: None,
        origin: None,
    };
    write.insert_definition(concept, &definition, None).await.unwrap();
    (concept, ja, en)
}
