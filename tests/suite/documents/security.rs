//! docs/SECURITY.md names a test for each promise, and every test it names exists.

use std::collections::BTreeSet;
use std::path::Path;

use super::text;

/// The rows of all tables: the promise and the tests that hold it, as `path::name`.
fn promises(page: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit_once(" | "));
    let rows = rows.filter(|(promise, _)| !matches!(*promise, "promise" | "---"));
    rows.map(|(promise, tests)| (promise, tests.split('`').skip(1).step_by(2).collect())).collect()
}

/// Whether a file has a test of this name.
fn has_test(file: &str, name: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let Ok(code) = std::fs::read_to_string(path) else { return false };
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let declares =
        |line: &str| line.trim_start_matches("async ").strip_prefix("fn ")?.split_once('(').map(|(own, _)| own == name);
    let is_attribute = |line: &&&str| line.starts_with("#[");
    let is_test = |at: usize| lines[..at].iter().rev().take_while(is_attribute).any(|line| line.contains("test"));
    (0..lines.len()).any(|at| declares(lines[at]) == Some(true) && is_test(at))
}

#[test]
fn every_promise_is_held_by_tests_that_exist() {
    let page = text("docs/SECURITY.md");
    let promises = promises(&page);
    assert!(promises.len() > 40, "{}", promises.len());
    let mut seen = BTreeSet::new();
    for (promise, tests) in promises {
        assert!(!tests.is_empty(), "no test holds: {promise}");
        assert!(seen.insert(promise), "twice: {promise}");
        for test in tests {
            let (file, name) = test.split_once("::").unwrap_or_default();
            assert!(has_test(file, name), "there is no test {test}, which is to hold: {promise}");
        }
    }
}

#[test]
fn a_test_is_found_by_its_file_and_its_name_only() {
    let own = "tests/suite/documents/security.rs";
    assert!(has_test(own, "a_test_is_found_by_its_file_and_its_name_only"));
    assert!(!has_test(own, "has_test"), "a function that is no test");
    assert!(!has_test(own, "a_test_is_found_by_its_file"), "a part of a name");
    assert!(!has_test("tests/suite/documents/nowhere.rs", "has_test"));
}
