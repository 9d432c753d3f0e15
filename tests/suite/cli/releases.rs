//! Releases on the command line: the list and its pages, one with what was found in it, and what goes when it is deleted.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{Home, samples};

/// A home with the sample releases, and one with the terms of one of them.
fn filled() -> Home {
    let home = Home::new();
    home.prints(&["--no-starter", "ingest", &samples()], 0);
    home
}

#[test]
fn releases_are_listed_page_by_page() {
    let home = filled();
    let all = home.prints(&["releases"], 0);
    assert_eq!(all.lines().count(), 10, "{all}");
    assert!(!all.contains("More:"), "{all}");
    assert!(all.lines().all(|line| line.width() <= 80), "{all}");
    let (mut after, mut names) = ("0".to_owned(), Vec::new());
    loop {
        let page = home.prints(&["releases", "--limit", "4", "--after", &after], 0);
        let cell = |line: &str, at: usize| line.split_whitespace().nth(at).unwrap().to_owned();
        names.extend(page.lines().skip(1).filter(|line| !line.starts_with("More")).map(|line| cell(line, 1)));
        let Some((_, next)) = page.rsplit_once("--after ") else { break };
        after = next.trim().trim_end_matches('`').to_owned();
    }
    let want: Vec<&str> = all.lines().skip(1).map(|line| line.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(names, want);
    assert!(home.prints(&["releases", "--after", "99"], 3).contains("No releases"));
    home.prints(&["projects", "create", "press", "--no-starter"], 0);
    assert!(home.prints(&["--project", "press", "releases"], 3).contains("No releases in project `press`"));
    assert!(home.prints(&["--project", "press,default", "releases"], 0).contains("project"));
    assert!(home.complains(&["--project", "nope", "releases"], 3).contains("`nope`"));
}

#[test]
fn a_release_is_shown_by_its_name_or_number() {
    let home = filled();
    let shown = home.prints(&["releases", "show", "cancer-metastasis.html"], 0);
    for word in [
        "Release 1: cancer-metastasis.html",
        "6 entries, 11 links",
        "転移（metastasis）",
        "がん細胞が最初に",
        "institution",
    ] {
        assert!(shown.contains(word), "{word} is not in {shown}");
    }
    assert_eq!(home.prints(&["releases", "show", "1"], 0), shown);
    let json: Value = serde_json::from_str(&home.prints(&["releases", "show", "1", "--text", "--json"], 0)).unwrap();
    assert_eq!((&json["id"], json["entries"].as_array().unwrap().len()), (&1.into(), 6));
    let text = json["text"].as_str().unwrap();
    assert!(home.prints(&["releases", "show", "1", "--text"], 0).contains(text.lines().next().unwrap()));
    for unknown in ["99", "nope.pdf", "転移 = metastasis"] {
        let error = home.complains(&["releases", "show", unknown], 3);
        assert!(error.contains("not_found") && error.contains(unknown), "{error}");
    }
    // A number is one of its project.
    home.prints(&["projects", "create", "press", "--no-starter"], 0);
    home.complains(&["--project", "press", "releases", "show", "1"], 3);
    home.complains(&["--project", "press", "releases", "delete", "1", "--yes"], 3);
    let error = home.complains(&["--project", "press,default", "releases", "show", "1"], 2);
    assert!(error.contains("one project"), "{error}");
}

#[test]
fn deleting_a_release_says_what_goes_with_it_and_leaves_what_people_decided() {
    let home = filled();
    home.prints(&["review", "accept", "転移 = metastasis"], 0);
    let refused = home.complains(&["releases", "delete", "cancer-metastasis.html"], 2);
    assert!(refused.contains("6 entries, 11 links") && refused.contains("--yes"), "{refused}");
    assert!(home.prints(&["releases"], 0).contains("cancer-metastasis.html"), "nothing is deleted without a yes");
    let before = home.prints(&["projects", "--json"], 0);
    let before: Value = serde_json::from_str(&before).unwrap();
    let deleted = home.prints(&["releases", "delete", "cancer-metastasis.html", "--yes"], 0);
    assert!(deleted.starts_with("Deleted release 1 (cancer-metastasis.html) with 6 entries, 11 links,"), "{deleted}");
    assert!(
        refused.contains(deleted.trim().trim_start_matches("Deleted ").trim_end_matches('.')),
        "{refused} {deleted}"
    );
    let after: Value = serde_json::from_str(&home.prints(&["projects", "--json"], 0)).unwrap();
    let count = |all: &Value| all["counts"]["terms"].as_u64().unwrap();
    let gone: u64 = deleted.split(" term").next().unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    assert_eq!(count(&before) - count(&after), gone, "{deleted}");
    assert!(gone > 0);
    home.complains(&["releases", "show", "1"], 3);
    home.complains(&["releases", "delete", "1", "--yes"], 3);
    assert!(home.prints(&["lookup", "転移"], 0).contains("metastasis (approved"));
    // It can be read again.
    let sample = format!("{}/cancer-metastasis.html", samples());
    assert!(home.prints(&["ingest", &sample], 0).contains("added"));
}
