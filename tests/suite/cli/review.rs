//! `taiyaku review`: what is listed, decided, undone, and carried through a spreadsheet.

use serde_json::Value;

use super::{Home, samples};

fn filled() -> Home {
    let home = Home::new();
    home.prints(&["--quiet", "--no-starter", "ingest", &samples()], 0);
    home
}

fn first(home: &Home) -> Value {
    let page: Value =
        serde_json::from_str(&home.prints(&["--json", "--no-starter", "review", "--limit", "1"], 0)).unwrap();
    page["items"][0].clone()
}

#[test]
fn the_queue_is_a_table_with_proof_below_each_row() {
    let home = filled();
    let out = home.prints(&["--no-starter", "review", "list", "--limit", "3"], 0);
    let head = out.lines().next().unwrap();
    for column in ["term", "Japanese", "English", "standing", "releases", "concept"] {
        assert!(head.contains(column), "no `{column}` in\n{out}");
    }
    for part in ["by ", " in release ", "suggested", "More: `taiyaku review list --after "] {
        assert!(out.contains(part), "no `{part}` in\n{out}");
    }
    assert!(!out.contains('\u{1b}'), "no colours where nobody looks");
    let short = home.prints(&["--no-starter", "review", "--limit", "3"], 0);
    assert_eq!(short, out, "`review` alone lists");
}

#[test]
fn decisions_are_told_listed_and_undone() {
    let home = filled();
    let item = first(&home);
    let (term, concept) = (item["term_id"].to_string(), item["concept"]["id"].to_string());
    let revision = item["concept"]["revision"].to_string();
    let out = home.prints(&["--no-starter", "review", "--actor", "山田", "--revision", &revision, "accept", &term], 0);
    assert!(out.starts_with("decision 1: accepted `"), "{out}");
    assert!(home.prints(&["--no-starter", "review", "accept", &term], 0).contains("already so"));
    let late = home.run(&["--no-starter", "review", "--revision", &revision, "reject", &term]);
    assert_eq!(late.status.code(), Some(1));
    let said = String::from_utf8_lossy(&late.stderr).into_owned();
    assert!(said.contains("`山田` changed it") && said.contains("revision_conflict"), "{said}");
    assert!(
        home.prints(&["--no-starter", "review", "note", &concept, "よく", "見る", "--field", "life-sciences"], 0)
            .contains("noted")
    );
    let history = home.prints(&["--no-starter", "review", "history"], 0);
    assert!(history.contains("山田") && history.contains("accepted `"), "{history}");
    assert!(home.prints(&["--no-starter", "review", "--actor", "山田", "undo"], 0).contains("Undid decision 1"));
    assert!(home.prints(&["--no-starter", "review", "history"], 0).contains("by 山田"));
    let again = first(&home);
    assert_eq!(again["term_id"], item["term_id"], "as it was");
    for (arguments, code) in [
        (&["--no-starter", "review", "undo", "1"][..], 1),
        (&["--no-starter", "review", "undo", "99"], 3),
        (&["--no-starter", "review", "accept", "99999"], 3),
        (&["--no-starter", "review", "usage", &term, "best"], 2),
        (&["--no-starter", "review", "--status", "approved"], 2),
        (&["--no-starter", "review", "--after", "x"], 2),
        (&["--no-starter", "review", "scope", &concept], 2),
    ] {
        assert_eq!(home.run(arguments).status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_sheet_goes_out_and_comes_back_filled() {
    let home = filled();
    let sheet = home.path("sheet.csv");
    let file = sheet.to_str().unwrap();
    home.prints(&["--no-starter", "review", "export", "--out", file], 0);
    let text = std::fs::read_to_string(&sheet).unwrap();
    assert!(text.starts_with('\u{feff}'));
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[1] = lines[1].replace(",,,,,", ",accept,,,,");
    std::fs::write(&sheet, lines.join("\n")).unwrap();
    // What a person filled in is not overwritten by a second export.
    let output = home.run(&["--no-starter", "review", "export", "--out", file]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--force"), "{output:?}");
    assert_eq!(std::fs::read_to_string(&sheet).unwrap(), lines.join("\n"));
    let other = home.path("other.csv");
    home.prints(&["--no-starter", "review", "export", "--out", other.to_str().unwrap()], 0);
    home.prints(&["--no-starter", "review", "export", "--out", other.to_str().unwrap(), "--force"], 0);
    let dry = home.prints(&["--no-starter", "review", "import", file, "--plan"], 0);
    assert!(dry.contains("1 would be done"), "{dry}");
    let done = home.prints(&["--no-starter", "review", "import", file], 0);
    assert!(done.contains("1 done, 0 unchanged, 0 conflicts, 0 problems"), "{done}");
    assert!(home.prints(&["--no-starter", "review", "import", file], 0).contains("0 done, 1 unchanged"));
    lines[2] = lines[2].replace(",,,,,", ",perhaps,,,,");
    std::fs::write(&sheet, lines.join("\n")).unwrap();
    home.prints(&["--no-starter", "review", "import", file], 1);
}

#[test]
fn terms_and_concepts_are_named_by_their_texts() {
    let home = filled();
    let review = |arguments: &[&str], code: i32| {
        let output = home.run(&[&["--no-starter", "review"], arguments].concat());
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{said}");
        said
    };
    // The word has two meanings in the samples: oncology's and machine learning's.
    for (arguments, code, part) in [
        (&["accept", "metastasis"][..], 0, "accepted `metastasis` for `転移`"),
        (&["accept", "転移"], 2, "`転移` matches 2 terms: `metastasis = 転移` ("),
        (&["accept", "転移 = transfer"], 0, "accepted `transfer` for `転移`"),
        (&["reject", "transfer"], 0, "rejected"),
        (&["accept", "transfer"], 0, "accepted"),
        (&["accept", "転移 = metastases"], 3, "not_found"),
        (&["accept", "hypothalamus = transfer"], 3, "not_found"),
        (&["accept", "metastasis", "no such term"], 1, "not_found"),
        (&["note", "転移", "x"], 2, "`転移` matches 2 concepts"),
        (&["note", "metastasis = 転移", "x"], 0, "noted"),
        (&["scope", "transfer", "--release", "federated-learning.docx"], 0, ""),
        (&["scope", "transfer", "--release", "none.docx"], 3, "not_found"),
        (&["usage", "ｍｅｔａｓｔａｓｉｓ", "admitted"], 0, ""),
        (&["merge", "hypothalamus", "transfer"], 0, "merged"),
        (&["split", "hypothalamus", "transfer", "転移"], 0, "created concept"),
        (&["list", "--release", "cell-senescence.txt", "--limit", "1"], 0, "term"),
    ] {
        let said = review(arguments, code);
        assert!(said.contains(part), "{arguments:?}\n{said}");
    }
}
