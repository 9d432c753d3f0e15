//! Importing dictionaries and term bases: terms have a source, its licence is shown everywhere, and a source can be removed.

use taiyaku::app::Service;
use taiyaku::app::import::{DictionaryOptions, FileFormat, ImportOptions, ImportReport, ImportStatus};
use taiyaku::app::ingest::Input;
use taiyaku::app::lookup::LookupQuery;
use taiyaku::app::sources::SourceUse;
use taiyaku::model::{EvidenceKind, Review, SourceFacts, Usage};

use super::importing::options;
use super::{NOW, PROJECT, english, ingest, named, release, service};

const UTX: &str = "#UTX 1.11; ja-JP/en-US; 2026-11-20; copyright: Example (2026); license: CC-BY 4.0\r\n\
    #src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\r\n\
    量子もつれ\tquantum tangle\tnoun\tforbidden\tC1\t\r\n\
    量子もつれ\tquantum entanglement\tnoun\tapproved\tC1\t注1\r\n\
    視床下部\thypothalamus\tnoun\t\tC2\t\r\n";

async fn import(service: &Service, name: &str, text: &str, options: &ImportOptions) -> ImportReport {
    let input = Input::Bytes(text.as_bytes().to_vec());
    let report = service.import(name, input, options, NOW, |_| {}).await.unwrap();
    assert_eq!(report.error, None);
    report
}

#[tokio::test]
async fn a_term_base_becomes_terms_with_status_source_and_licence() {
    let service = service("").await;
    let report = import(&service, "a.utx", UTX, &options()).await;
    assert_eq!((report.format, report.read, report.added), (Some(FileFormat::Utx), 3, 3));
    let found = named(&service, "量子もつれ").await;
    assert_eq!(found.len(), 1);
    let right = english(&found[0], "quantum entanglement").unwrap();
    assert_eq!((right.usage, right.review), (Usage::Preferred, Review::Approved));
    assert_eq!(english(&found[0], "quantum tangle").unwrap().usage, Usage::Forbidden);
    for term in &found[0].terms {
        for evidence in &term.evidence {
            assert_eq!((evidence.kind, evidence.method.as_str()), (EvidenceKind::Import, "dictionary"));
            assert_eq!(evidence.source, "a.utx");
        }
    }
    assert_eq!(found[0].sources.len(), 1);
    assert_eq!(found[0].sources[0].facts.licence.as_deref(), Some("CC-BY 4.0"));
    let other = named(&service, "視床下部").await;
    assert!((other[0].terms[0].confidence - 0.75).abs() < 1e-9);
    let sources = service.sources(&[PROJECT.to_owned()]).await.unwrap();
    assert_eq!((sources[0].name.as_str(), sources[0].entries, sources[0].kept), ("a.utx", 3, SourceUse::Terms));
    assert_eq!(sources[0].facts.attribution.as_deref(), Some("Example (2026)"));
}

#[tokio::test]
async fn importing_a_file_again_changes_nothing_but_the_facts_given_for_it() {
    let service = service("").await;
    import(&service, "a.utx", UTX, &options()).await;
    let revision = service.revision().await.unwrap();
    let facts = SourceFacts { url: Some("https://example.ac.jp/".to_owned()), ..SourceFacts::default() };
    let dictionary = DictionaryOptions { facts, ..DictionaryOptions::default() };
    let report = import(&service, "a.utx", UTX, &ImportOptions { dictionary, ..options() }).await;
    assert_eq!(report.status, ImportStatus::Unchanged);
    let report = import(&service, "a.utx", UTX, &ImportOptions { again: true, ..options() }).await;
    assert_eq!((report.status, report.added, report.folded), (ImportStatus::Finished, 0, 3));
    assert_eq!(service.revision().await.unwrap(), revision);
    let sources = service.sources(&[]).await.unwrap();
    assert_eq!(sources[0].facts.url.as_deref(), Some("https://example.ac.jp/"));
    assert_eq!(sources[0].facts.licence.as_deref(), Some("CC-BY 4.0"), "the file's own word stays");
}

#[tokio::test]
async fn removing_a_source_removes_what_it_contributed_and_nothing_else() {
    let service = service("").await;
    ingest(&service, "1.txt", release("視床下部", "hypothalamus", "脳の一部で体温を保つ。")).await;
    let before = named(&service, "視床下部").await;
    import(&service, "a.utx", UTX, &options()).await;
    assert_eq!(named(&service, "視床下部").await.len(), 1, "it joins the release's concept");
    assert!(service.remove_source(PROJECT, "b.utx", "test", NOW).await.is_err());
    let removal = service.remove_source(PROJECT, "a.utx", "test", NOW).await.unwrap();
    let entries = removal.source.as_ref().map(|source| source.entries);
    assert_eq!((entries, removal.concepts, removal.terms), (Some(3), 1, 3));
    assert_eq!(removal.kept_terms, 2, "the release supports them too");
    assert!(named(&service, "量子もつれ").await.is_empty());
    let mut after = named(&service, "視床下部").await;
    after[0].revision = before[0].revision;
    assert_eq!(after, before);
    assert!(service.sources(&[]).await.unwrap().is_empty());
    let report = import(&service, "a.utx", UTX, &options()).await;
    assert_eq!((report.status, report.added), (ImportStatus::Finished, 3), "it can be imported again");
}

#[tokio::test]
async fn a_general_dictionary_is_looked_up_and_adds_no_concepts() {
    let service = service("").await;
    let text = "視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1/\n\
        コンピューター(P);コンピュータ /(n) computer/EntL2/\n猫 [ねこ] /(n) (uk) cat/feline/EntL3/\n";
    let report = import(&service, "edict", text, &options()).await;
    assert_eq!((report.format, report.added), (Some(FileFormat::Edict), 3));
    assert_eq!(service.counts(None).await.unwrap().terms, 0);
    let found = service.store().dictionary_english(&[], &["視床下部", "コンピュータ", "ねこ", "無い"]).await.unwrap();
    let mut found: Vec<(&str, bool, &str)> =
        found.iter().map(|entry| (entry.key.as_str(), entry.exact, entry.en[0].as_str())).collect();
    found.sort_unstable();
    assert!(found.contains(&("視床下部", true, "hypothalamus")), "{found:?}");
    assert!(found.contains(&("コンピュータ", true, "computer")), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
    let again = import(&service, "edict", text, &ImportOptions { again: true, ..options() }).await;
    assert_eq!((again.added, again.folded), (0, 3));
    service.remove_source(PROJECT, "edict", "test", NOW).await.unwrap();
    assert!(service.store().dictionary_english(&[], &["視床下部"]).await.unwrap().is_empty());
}

#[tokio::test]
async fn rows_of_one_concept_join_it_however_far_apart_they_are() {
    let service = service("").await;
    let mut text = String::from("id,ja,en\n1,転移,metastasis\n2,転移,transfer\n");
    for number in 3..2_500 {
        text.push_str(&format!("{number},語{number},word {number}\n"));
    }
    text.push_str("1,転移,metastases of cells\n");
    import(&service, "a.csv", &text, &options()).await;
    let found = named(&service, "転移").await;
    assert_eq!(found.len(), 2);
    assert!(english(&found[0], "metastases of cells").is_some());
    assert!(english(&found[1], "transfer").is_some());
    assert_eq!(service.counts(None).await.unwrap().concepts, 2_499);
}

#[tokio::test]
async fn a_dictionary_answers_by_spelling_reading_romaji_and_english_after_the_terms() {
    let service = service("").await;
    let text = "焼結 [しょうけつ] /(n,vs) sintering/EntL1/\n硝子(P);ガラス [ガラス(P)] /(n) glass/pane/(P)/EntL2/\n\
        発酵;醗酵 [はっこう] /(n,vs) fermentation/zymosis/EntL3/\n板硝子 [いたガラス] /(n) plate glass/EntL4/\n\
        溶かす [とかす] /(v5s,vt) to melt/to dissolve (a solid in a liquid)/EntL5/\n";
    import(&service, "edict", text, &options()).await;
    ingest(&service, "1.txt", release("ガラス", "glass", "固まった液体。")).await;
    let answer = async |typed: &str| {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        let entries: Vec<(String, &str)> =
            found.dictionary.iter().map(|(kind, entry)| (entry.ja.clone(), kind.as_str())).collect();
        (found.matches.len(), entries)
    };
    for (typed, entries) in [
        ("焼結", &[("焼結", "spelling")][..]),
        ("しょうけつ", &[("焼結", "reading")]),
        ("shouketsu", &[("焼結", "reading")]),
        ("syouketu", &[("焼結", "reading")]),
        ("Sintering", &[("焼結", "gloss")]),
        ("zymosis", &[("発酵", "gloss")]),
        ("醱酵", &[("発酵", "variant")]),
        ("hakkō", &[("発酵", "reading")]),
        ("pane", &[("硝子", "gloss")]),
        ("melt", &[("溶かす", "gloss")]),
        ("to dissolve", &[("溶かす", "gloss")]),
        ("plates", &[("板硝子", "gloss")]),
        ("liquid", &[]),
        ("sinter", &[]),
    ] {
        let entries: Vec<(String, &str)> = entries.iter().map(|(ja, kind)| ((*ja).to_owned(), *kind)).collect();
        assert_eq!(answer(typed).await.1, entries, "{typed}");
    }
    // The term of a release comes first; in the dictionary a whole gloss before a word of one.
    let (terms, entries) = answer("glass").await;
    assert_eq!((terms, entries[0].0.as_str(), entries[1].0.as_str()), (1, "硝子", "板硝子"));
}

#[tokio::test]
async fn dictionaries_of_older_rules_answer_as_new_ones_do() {
    let folder = tempfile::tempdir().unwrap();
    let config = taiyaku::config::Config::load(&taiyaku::config::Overrides {
        database: Some(folder.path().join("terms.db")),
        ..taiyaku::config::Overrides::default()
    })
    .unwrap();
    let service = Service::open(&config).await.unwrap();
    import(&service, "edict", "濾過;ろ過 [ろか] /(n,vs) filtration/EntL1/\n", &options()).await;
    let asked = ["濾過", "沪過", "ろか", "roka", "filtration"];
    let mut answers = Vec::new();
    for typed in asked {
        answers.push(service.lookup(&LookupQuery::new(typed, &config.project)).await.unwrap().dictionary);
    }
    assert!(answers.iter().all(|entries| entries.len() == 1), "{answers:?}");
    let entries = service.store().keyed_dictionary_entries(None, 10).await.unwrap();
    let mut write = service.store().write("test", NOW).await.unwrap();
    write.rekey_dictionary_entry(entries[0].id, &[("old".to_owned(), false)], &[]).await.unwrap();
    write.set_meta("keys", "2").await.unwrap();
    write.commit().await.unwrap();
    assert!(service.lookup(&LookupQuery::new("filtration", &config.project)).await.unwrap().dictionary.is_empty());
    service.store().close().await;
    let service = Service::open(&config).await.unwrap();
    for (typed, entries) in asked.iter().zip(answers) {
        assert_eq!(
            service.lookup(&LookupQuery::new(typed, &config.project)).await.unwrap().dictionary,
            entries,
            "{typed}"
        );
    }
    assert_eq!(service.store().keyed_dictionary_entries(None, 10).await.unwrap(), entries);
}

#[tokio::test]
async fn an_entry_of_thousands_of_spellings_is_stored_whole() {
    let service = service("").await;
    let spellings: String = (0..12_000).map(|number| format!("<keb>字{number}</keb>")).collect();
    let entry = format!("{spellings}<reb>じ</reb><sense><gloss>character</gloss></sense>");
    let text = format!("<!DOCTYPE JMdict []><JMdict><entry>{entry}</entry></JMdict>");
    let report = import(&service, "a.xml", &text, &options()).await;
    assert_eq!((report.format, report.read, report.added), (Some(FileFormat::Jmdict), 1, 1));
}
