//! Look-ups: what a translator types leads to the term, best first.

use taiyaku::app::Service;
use taiyaku::app::ingest::Input;
use taiyaku::app::lookup::LookupQuery;
use taiyaku::model::{Lang, MatchKind};

use super::importing::options;
use super::{NOW, PROJECT, ingest, release, service};

#[tokio::test]
async fn a_term_is_found_by_what_is_typed() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    ingest(&service, "1.txt", release("コンピューター", "computer", "計算をする機械。")).await;
    for (typed, term, kind) in [
        ("視床下部", "視床下部", MatchKind::Exact),
        ("hypothalamus", "視床下部", MatchKind::Exact),
        ("Hypothalamus", "視床下部", MatchKind::Exact),
        ("コンピュータ", "コンピューター", MatchKind::Variant),
        ("ｺﾝﾋﾟｭｰﾀ", "コンピューター", MatchKind::Variant),
        ("ししょうかぶ", "視床下部", MatchKind::Reading),
        ("シショウカブ", "視床下部", MatchKind::Reading),
        ("shishoukabu", "視床下部", MatchKind::Reading),
        ("sisyokabu", "視床下部", MatchKind::Reading),
        ("視床下", "視床下部", MatchKind::Prefix),
        ("床下部", "視床下部", MatchKind::Substring),
        ("hypothalamsu", "視床下部", MatchKind::Fuzzy),
        ("マクロファージー", "マクロファージ", MatchKind::Fuzzy),
    ] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        let best = found.matches.first().unwrap_or_else(|| panic!("nothing for {typed}"));
        assert!(best.concept.terms.iter().any(|one| one.text == term), "{typed}: {:?}", best.concept.terms);
        assert!(best.kind <= kind, "{typed}: {:?}", best.kind);
        assert_eq!(best.score == 100, best.kind == MatchKind::Exact, "{typed}");
        let scores: Vec<u8> = found.matches.iter().map(|one| one.score).collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{typed}: {scores:?}");
        let mut concepts: Vec<_> = found.matches.iter().map(|one| one.concept.id).collect();
        concepts.sort_unstable();
        concepts.dedup();
        assert_eq!(concepts.len(), found.matches.len(), "{typed}: each concept once");
        // A longer term does not answer 視床下 for certain: 視床 may have been meant.
        let (certain, offered) = (best.kind <= MatchKind::Reading, !found.did_you_mean.is_empty());
        assert!(!(certain && offered), "{typed}: {:?}", found.did_you_mean);
        assert!(offered || best.kind != MatchKind::Fuzzy, "{typed}");
    }
}

#[tokio::test]
async fn filters_and_limits_are_kept() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    let mut query = LookupQuery::new("hypothalamus", PROJECT);
    query.lang = Some(Lang::JA);
    let found = service.lookup(&query).await.unwrap();
    assert!(found.matches.iter().all(|one| one.kind != MatchKind::Exact));
    let mut query = LookupQuery::new("細胞", PROJECT);
    (query.kinds, query.limit) = (vec![MatchKind::Substring], 2);
    let found = service.lookup(&query).await.unwrap();
    assert_eq!(found.matches.len(), 2);
    assert!(found.matches.iter().all(|one| one.kind == MatchKind::Substring));
}

#[tokio::test]
async fn a_question_that_makes_no_sense_is_refused() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    for (text, project, limit, code) in [
        ("", PROJECT, 1, "invalid_request"),
        (" \u{3000}\u{200b}", PROJECT, 1, "invalid_request"),
        ("脳", PROJECT, 0, "invalid_request"),
        ("脳", PROJECT, 201, "invalid_request"),
        ("脳", "どこにもない", 1, "not_found"),
    ] {
        let mut query = LookupQuery::new(text, project);
        query.limit = limit;
        assert_eq!(service.lookup(&query).await.unwrap_err().code(), code, "{text:?} {project} {limit}");
    }
    let long = "脳".repeat(401);
    assert_eq!(service.lookup(&LookupQuery::new(&long, PROJECT)).await.unwrap_err().code(), "invalid_request");
}

#[tokio::test]
async fn a_look_up_sees_what_came_in_a_moment_ago() {
    let service = service("").await;
    ingest(&service, "1.txt", release("光遺伝学", "optogenetics", "光で操る技術。")).await;
    assert!(service.lookup(&LookupQuery::new("渦相関", PROJECT)).await.unwrap().matches.is_empty());
    ingest(&service, "2.txt", release("渦相関法", "eddy covariance", "空気の渦を測る方法。")).await;
    assert_eq!(service.lookup(&LookupQuery::new("相関", PROJECT)).await.unwrap().matches.len(), 1);
}

#[tokio::test]
async fn keys_of_older_rules_are_made_anew_at_the_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("terms.db");
    let config = taiyaku::config::Config::load(&taiyaku::config::Overrides {
        database: Some(path.clone()),
        ..taiyaku::config::Overrides::default()
    })
    .unwrap();
    let service = Service::open(&config).await.unwrap();
    ingest(&service, "a.txt", release("蛋白質", "protein", "アミノ酸がつながったもの。")).await;
    let terms = service.store().keyed_terms(None, 10).await.unwrap();
    let mut write = service.store().write("test", NOW).await.unwrap();
    for term in &terms {
        write.rekey_term(term.id, "old", "old").await.unwrap();
    }
    write.set_meta("keys", "0").await.unwrap();
    write.commit().await.unwrap();
    service.store().close().await;
    let service = Service::open(&config).await.unwrap();
    assert_eq!(service.store().keyed_terms(None, 10).await.unwrap(), terms);
    for other in ["たんぱく質", "タンパク質", "ﾀﾝﾊﾟｸ質"] {
        let found = service.lookup(&LookupQuery::new(other, &config.project)).await.unwrap();
        assert_eq!(found.matches.len(), 1, "{other}");
        assert_eq!(found.matches[0].kind, MatchKind::Variant, "{other}");
    }
}

#[tokio::test]
async fn what_is_spelt_almost_alike_is_asked_back() {
    let service = service("").await;
    ingest(&service, "1.txt", release("プラスティックレーザー", "plastic laser", "光を出すもの。")).await;
    let found = service.lookup(&LookupQuery::new("プラスチックレザ", PROJECT)).await.unwrap();
    assert_eq!(found.did_you_mean, ["プラスティックレーザー"]);
    let found = service.lookup(&LookupQuery::new("プラスティックレーザ", PROJECT)).await.unwrap();
    assert!(found.did_you_mean.is_empty() && found.matches[0].kind == MatchKind::Variant, "{found:?}");
}

/// A base with one concept for each pair, and what the first of them is for a query.
async fn base(pairs: &[(&str, &str)]) -> Service {
    let service = service("").await;
    let rows: String = pairs.iter().map(|(ja, en)| format!("{ja},{en}\n")).collect();
    let input = Input::Bytes(format!("ja,en\n{rows}").into_bytes());
    service.import("terms.csv", input, &options(), NOW, |_| {}).await.unwrap();
    service
}

#[tokio::test]
async fn case_width_brackets_and_quotation_marks_never_hide_a_term() {
    let service = base(&[
        ("DNA", "deoxyribonucleic acid"),
        ("mRNA", "messenger RNA"),
        ("RNA干渉", "RNA interference"),
        ("エクソソーム", "exosome"),
        ("NF-κB", "nuclear factor kappa B"),
        ("細胞死", "cell death"),
        ("鉄(III)", "iron(III)"),
        ("(R)-乳酸", "(R)-lactic acid"),
    ])
    .await;
    for (typed, term) in [
        ("dna", "DNA"),
        ("Dna", "DNA"),
        ("ｄｎａ", "DNA"),
        ("mrna", "mRNA"),
        ("MRNA", "mRNA"),
        ("EXOSOME", "exosome"),
        ("Exosomes", "exosome"),
        ("rna干渉", "RNA干渉"),
        ("rna INTERFERENCE", "RNA interference"),
        ("nf-κb", "NF-κB"),
        ("NF-kappaB", "NF-κB"),
        ("celldeath", "cell death"),
        ("「細胞死」", "細胞死"),
        ("『RNA干渉』", "RNA干渉"),
        ("“exosome”", "exosome"),
        ("（dna）", "DNA"),
        ("［細胞死］", "細胞死"),
        ("・細胞死。", "細胞死"),
        ("鉄(III)", "鉄(III)"),
        ("(R)-乳酸", "(R)-乳酸"),
    ] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        let best = found.matches.first().unwrap_or_else(|| panic!("nothing for {typed}"));
        assert!(best.kind <= MatchKind::Variant, "{typed}: {:?}", best.kind);
        assert!(best.concept.terms.iter().any(|one| one.text == term), "{typed}: {:?}", best.concept.terms);
        assert!(found.did_you_mean.is_empty() && found.components.is_empty(), "{typed}");
    }
}

#[tokio::test]
async fn a_phrase_without_a_match_shows_the_terms_in_it() {
    let service = base(&[
        ("細胞死", "cell death"),
        ("細胞", "cell"),
        ("顕微鏡", "microscope"),
        ("濾過", "filtration"),
        ("腫瘍", "tumor"),
    ])
    .await;
    for (typed, parts) in [
        ("顕微鏡による細胞死の観察", &["顕微鏡", "細胞死"][..]),
        ("細胞死と細胞死", &["細胞死"]),
        ("腫ようのろ過", &["腫よう", "ろ過"]),
        ("filtration of tumours", &["filtration", "tumours"]),
        ("「細胞死の顕微鏡」", &["細胞死", "顕微鏡"]),
        // A part of a term, or a term, is no phrase.
        ("細胞", &[]),
        ("顕微", &[]),
        ("無関係な語", &[]),
    ] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        let components: Vec<&str> = found.components.iter().map(|component| component.text.as_str()).collect();
        assert_eq!(components, parts, "{typed}: {:?}", found.matches);
        assert!(found.components.iter().all(|one| one.found.kind <= MatchKind::Variant), "{typed}");
    }
}

#[tokio::test]
async fn a_query_close_to_a_term_is_asked_back_and_others_are_not() {
    let service = base(&[
        ("線維化", "fibrosis"),
        ("齋藤効果", "Saito effect"),
        ("exosome", "exosome"),
        ("視床下部", "hypothalamus"),
        ("マクロファージ", "macrophage"),
        ("行列", "matrix"),
    ])
    .await;
    for (typed, term) in [
        ("斉藤効果", "齋藤効果"),
        ("hypothalmus", "hypothalamus"),
        ("exosmoe", "exosome"),
        ("macrofage", "macrophage"),
        ("マクロファジー", "マクロファージ"),
        ("視床化部", "視床下部"),
    ] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        assert_eq!(found.did_you_mean.first().map(String::as_str), Some(term), "{typed}: {:?}", found.did_you_mean);
    }
    for typed in ["行動", "matter", "無関係", "cell", "exo", "𠮷野"] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        assert!(found.did_you_mean.is_empty(), "{typed}: {:?}", found.did_you_mean);
    }
}

#[tokio::test]
async fn a_word_written_otherwise_is_a_variant_and_another_word_is_not() {
    let service = base(&[
        ("髙橋法", "Takahashi method"),
        ("濾過", "filtration"),
        ("濾過膜", "filter membrane"),
        ("げっ歯類", "rodent"),
        ("発酵", "fermentation"),
        ("鍍金", "plating"),
        ("取り扱い", "handling"),
        ("ストップウォッチ", "stopwatch"),
        ("齋藤", "Saito"),
        ("嚢腫", "cystoma"),
        ("化学", "chemistry"),
        ("器官", "organ"),
        ("胚", "embryo"),
        ("線維", "fiber"),
    ])
    .await;
    for (typed, term) in [
        ("高橋法", "髙橋法"),
        ("ろ過", "濾過"),
        ("沪過", "濾過"),
        ("ロ過膜", "濾過膜"),
        ("齧歯類", "げっ歯類"),
        ("醗酵", "発酵"),
        ("めっき", "鍍金"),
        ("取扱い", "取り扱い"),
        ("取扱", "取り扱い"),
        ("ストツプウオツチ", "ストップウォッチ"),
        ("斎藤", "齋藤"),
    ] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        let best = found.matches.first().unwrap_or_else(|| panic!("nothing for {typed}"));
        let named = best.concept.terms.iter().find(|one| one.id == best.term_id).map(|one| one.text.as_str());
        assert_eq!((named, best.kind), (Some(term), MatchKind::Variant), "{typed}");
    }
    for typed in ["斉藤", "膿腫", "科学", "きかん", "はい", "繊維"] {
        let found = service.lookup(&LookupQuery::new(typed, PROJECT)).await.unwrap();
        assert!(found.matches.iter().all(|one| one.kind > MatchKind::Variant), "{typed}: {:?}", found.matches);
    }
    // A part of a term may be written otherwise too.
    let found = service.lookup(&LookupQuery::new("過膜", PROJECT)).await.unwrap();
    assert_eq!(found.matches.len(), 1);
    let found = service.lookup(&LookupQuery::new("ろ過", PROJECT)).await.unwrap();
    assert_eq!(found.matches[1].kind, MatchKind::Prefix, "{:?}", found.matches);
}
