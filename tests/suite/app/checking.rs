//! Ignored findings and settings in the term base, and a checker that checks a draft repeatedly.

use taiyaku::app::Service;
use taiyaku::app::check::{CheckOptions, CheckQuery, CheckUnit, RuleLevel, Settings};
use taiyaku::model::{Lang, Rule};

use super::{NOW, PROJECT, service};

async fn with_starter() -> Service {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    service
}

fn unit(source: &str, target: &str) -> CheckUnit {
    CheckUnit::new(source.to_owned(), target.to_owned())
}

fn options() -> CheckOptions {
    CheckOptions { projects: vec![PROJECT.to_owned()], ..CheckOptions::new(Lang::JA, Lang::EN) }
}

#[tokio::test]
async fn what_is_ignored_stays_so_in_every_version_until_it_is_not() {
    let service = with_starter().await;
    let units = vec![unit("視床下部の12匹", "Mice"), unit("細胞", "")];
    let query = |units: &[CheckUnit], with_ignored| CheckQuery {
        units: units.to_vec(),
        options: CheckOptions { with_ignored, ..options() },
    };
    let report = service.check(query(&units, false)).await.unwrap();
    let rules: Vec<Rule> = report.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::Numbers, Rule::TermNotUsed]);
    assert_eq!((report.units, report.untranslated.len(), report.ignored), (2, 1, 0));

    let key = report.findings[1].key.clone();
    let before = service.revision().await.unwrap();
    assert!(service.ignore_finding(PROJECT, &key, Some("said before"), "mika", NOW).await.unwrap());
    assert!(!service.ignore_finding(PROJECT, &key, None, "ken", NOW).await.unwrap());
    let moved = vec![unit("結果", "Results"), unit("視床下部の12匹", "Mice again")];
    let report = service.check(query(&moved, false)).await.unwrap();
    assert_eq!((report.findings.len(), report.ignored), (1, 1));
    assert_eq!(service.check(query(&moved, true)).await.unwrap().findings.len(), 2);
    let ignored = service.ignored_findings(&[], None, 10).await.unwrap();
    assert_eq!(
        (ignored.len(), ignored[0].actor.as_str(), ignored[0].note.as_deref()),
        (1, "mika", Some("said before"))
    );
    let changes = service.changes(before, 10).await.unwrap();
    assert_eq!((changes.len(), changes[0].entity.as_str(), changes[0].action.as_str()), (1, "ignore", "created"));

    service.unignore_finding(PROJECT, &key, "mika", NOW).await.unwrap();
    assert_eq!(service.unignore_finding(PROJECT, &key, "mika", NOW).await.unwrap_err().code(), "not_found");
    assert_eq!(service.check(query(&moved, false)).await.unwrap().ignored, 0);
    let error = service.ignore_finding(PROJECT, "no rule|x", None, "mika", NOW).await.unwrap_err();
    assert_eq!(error.code(), "invalid_request");
    assert_eq!(service.ignore_finding("none", &key, None, "mika", NOW).await.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn a_project_says_what_is_looked_at_and_a_question_may_say_otherwise() {
    let service = with_starter().await;
    let units = vec![unit("12匹", "Mice")];
    let mut settings = Settings::default();
    settings.rules.insert(Rule::Numbers, RuleLevel::Off);
    let before = service.revision().await.unwrap();
    service.set_check_settings(PROJECT, &settings, "mika", NOW).await.unwrap();
    service.set_check_settings(PROJECT, &settings, "mika", NOW).await.unwrap();
    assert_eq!(service.revision().await.unwrap(), before.next(), "the same again changes nothing");
    assert_eq!(service.check_settings(PROJECT).await.unwrap(), settings);
    let query = |settings: Option<Settings>| CheckQuery {
        units: units.clone(),
        options: CheckOptions { settings, ..options() },
    };
    assert!(service.check(query(None)).await.unwrap().findings.is_empty());
    assert_eq!(service.check(query(Some(Settings::default()))).await.unwrap().findings.len(), 1);
}

#[tokio::test]
async fn a_checker_sees_each_edit_and_each_new_term_as_a_fresh_look_does() {
    let service = with_starter().await;
    let mut checker = service.checker(options());
    let mut units: Vec<CheckUnit> =
        (0..50).map(|at| unit(&format!("視床下部の{at}匹"), &format!("hypothalamus {at}"))).collect();
    for (at, target) in [(3, "hypothalamus 4"), (3, "hypothalamus 3"), (7, ""), (9, "nothing"), (9, "nothing")] {
        units[at].target = target.to_owned();
        let again = checker.check(units.clone()).await.unwrap();
        let fresh = service.check(CheckQuery { units: units.clone(), options: options() }).await.unwrap();
        assert_eq!(again, fresh, "{at} {target}");
    }
    let before = checker.check(units.clone()).await.unwrap();
    assert!(before.findings.iter().any(|finding| finding.rule == Rule::TermNotUsed));
    crate::app::ingest(&service, "a.txt", crate::app::release("匹", "animal", "数え方のこと。")).await;
    let again = checker.check(units.clone()).await.unwrap();
    let fresh = service.check(CheckQuery { units, options: options() }).await.unwrap();
    assert_eq!(again, fresh);
    assert!(again.revision > before.revision);
}
