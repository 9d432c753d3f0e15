//! The check settings of a project.

use taiyaku_engines::check::{RuleLevel, Scope, Settings};
use taiyaku_language::model::{Rule, Severity};

use super::Direction::IntoEnglish;
use super::{Base, look, owned};

#[test]
fn rules_are_off_or_as_severe_as_the_project_sets_them() {
    let base = Base::new(IntoEnglish, &[&["ja:細胞", "en:cell"]]);
    let pairs = owned(&[("細胞12個", "13  things")]);
    let rules = |settings: &Settings| -> Vec<(Rule, Severity)> {
        let found = look(&base, IntoEnglish, &pairs, Scope::Document, settings);
        found.iter().map(|finding| (finding.rule, finding.severity)).collect()
    };
    let mut settings = Settings::default();
    let usual = [
        (Rule::TermNotUsed, Severity::Warning),
        (Rule::Numbers, Severity::Warning),
        (Rule::Style, Severity::Information),
    ];
    assert_eq!(rules(&settings), usual);
    settings.rules.insert(Rule::Numbers, RuleLevel::Error);
    settings.rules.insert(Rule::Style, RuleLevel::Off);
    settings.rules.insert(Rule::TermNotUsed, RuleLevel::Hint);
    assert_eq!(rules(&settings), [(Rule::Numbers, Severity::Error), (Rule::TermNotUsed, Severity::Hint)]);
}

#[test]
fn settings_have_a_json_form_without_unknown_members() {
    let text = r#"{"rules":{"numbers":"off","style":"error"},"style":{"latin_width":"any","spacing":"space"}}"#;
    let settings: Settings = serde_json::from_str(text).unwrap();
    assert_eq!(settings.level(Rule::Numbers), RuleLevel::Off);
    assert_eq!(settings.level(Rule::TermNotUsed), RuleLevel::Usual);
    let again: Settings = serde_json::from_str(&serde_json::to_string(&settings).unwrap()).unwrap();
    assert_eq!(again, settings);
    for wrong in [r#"{"rules":{"spelling":"off"}}"#, r#"{"rules":{"numbers":"loud"}}"#, r#"{"colour":1}"#] {
        assert!(serde_json::from_str::<Settings>(wrong).is_err(), "{wrong}");
    }
}
