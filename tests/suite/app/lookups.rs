//! Look-ups: what a translator types leads to the term, best first.

use taiyaku::app::Service;
use taiyaku::app::lookup::LookupQuery;
use taiyaku::model::{Lang, MatchKind};

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
