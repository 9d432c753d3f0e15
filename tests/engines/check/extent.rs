//! What a check says does not grow faster than the draft and the term base.

use taiyaku_language::model::{Finding, Rule};

use super::{Base, Direction, found, owned};

const WAY: Direction = Direction::IntoEnglish;

/// The characters of the messages of findings, and their spans, changes and related places.
fn size(found: &[Finding]) -> usize {
    let of = |finding: &Finding| {
        let changes: usize = finding.fixes.iter().map(|fix| fix.changes.len()).sum();
        finding.message.len() + finding.source.len() + finding.target.len() + finding.related.len() + changes
    };
    found.iter().map(of).sum()
}

#[test]
fn findings_grow_with_the_draft_and_no_faster() {
    let admitted = Base::new(WAY, &[&["ja:細胞", "en:cell", "en+:cellule"]]);
    let forbidden = Base::new(WAY, &[&["ja:細胞", "en:cell", "en!:cellule"]]);
    let many = |one: &[(&str, &str)], n: usize| owned(&one.repeat(n));
    let long = |(ja, en): (&str, &str), n: usize| vec![(ja.repeat(n), en.repeat(n))];
    type Draft<'a> = Box<dyn Fn(usize) -> Vec<(String, String)> + 'a>;
    let two = [("細胞だ。", "A cell."), ("細胞だ。", "A cell."), ("細胞か。", "A cellule.")];
    let rows: [(&str, Rule, &Base, Draft<'_>); 3] = [
        ("a term translated in two ways", Rule::TermInconsistent, &admitted, Box::new(|n| many(&two, n))),
        (
            "a source text translated in two ways",
            Rule::SourceInconsistent,
            &admitted,
            Box::new(|n| many(&[("𠮷野だ。", "Yoshino."), ("𠮷野だ。", "It is.")], n)),
        ),
        (
            "a forbidden name in a long text",
            Rule::TermForbidden,
            &forbidden,
            Box::new(|n| long(("細胞だ。", "A cellule. "), n)),
        ),
    ];
    for (what, rule, base, draft) in rows {
        let of = |n: usize| {
            let pairs = draft(n);
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(ja, en)| (ja.as_str(), en.as_str())).collect();
            size(&found(rule, base, WAY, &pairs))
        };
        let (once, twice) = (of(300), of(600));
        assert!(once > 0 && twice <= 2 * once + once / 10, "{what}: {once}, then {twice}");
    }
}

#[test]
fn a_term_of_hundreds_of_names_is_found_by_each_of_them() {
    let others = (0..400).map(|number| format!("en{}:{number}K body", if number == 0 { "" } else { "+" }));
    let names: Vec<String> = std::iter::once("ja:細胞".to_owned()).chain(others).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let base = Base::new(WAY, &[&names]);
    for (target, want) in [("A 7K body.", 0), ("A 399K body.", 0), ("A thing.", 1)] {
        assert_eq!(found(Rule::TermNotUsed, &base, WAY, &[("細胞だ。", target)]).len(), want, "{target}");
    }
    let all: Vec<String> = (0..400).map(|number| format!("A {number}K body.")).collect();
    let pairs: Vec<(&str, &str)> = all.iter().map(|target| ("細胞だ。", target.as_str())).collect();
    let inconsistent = found(Rule::TermInconsistent, &base, WAY, &pairs);
    assert_eq!(inconsistent.len(), 399);
    for finding in inconsistent {
        assert!(finding.message.contains("400 ways") && finding.message.len() < 400, "{}", finding.message);
    }
}
