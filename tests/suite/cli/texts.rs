//! Many texts at once, standard input, and the names of options.

use serde_json::Value;

use super::{Home, samples};

const MEMORY: &str = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n\n\
    msgid \"装置は3回の測定で校正した。\"\nmsgstr \"The device was calibrated in 3 runs.\"\n\n\
    msgid \"𠮷田氏は⻭車を調べた。\"\nmsgstr \"Yoshida examined the gear.\"\n";

fn home() -> Home {
    let home = Home::new();
    std::fs::write(home.path("a.po"), MEMORY).unwrap();
    home.prints(&["--no-starter", "--quiet", "ingest", &format!("{}/isolation-circuit.pdf", samples())], 0);
    home.prints(&["--no-starter", "import", home.path("a.po").to_str().unwrap()], 0);
    home
}

#[test]
fn several_texts_are_answered_in_order_each_below_its_heading() {
    let home = home();
    for (arguments, input, headings, code) in [
        (&["lookup", "視床下部", "optogenetics"][..], "", &["> 視床下部", "> optogenetics"][..], 0),
        (&["lookup", "-"], "optogenetics\r\n\r\n  \nどこにもない\n", &["> optogenetics", "> どこにもない"], 0),
        (&["lookup", "-"], "\u{feff}視床下部\n", &[], 0),
        (&["lookup", "-", "視床下部"], "optogenetics\n", &["> optogenetics", "> 視床下部"], 0),
        (&["lookup", "どこにもない", "どこにもある"], "", &["> どこにもない", "> どこにもある"], 3),
        (&["lookup", "視床下部", "", "optogenetics"], "", &["> 視床下部", "> ", "> optogenetics"], 1),
        (&["concordance", "歯車", "装置"], "", &["> 歯車", "> 装置"], 0),
        (&["concordance", "-"], "歯車\n装置\n", &["> 歯車", "> 装置"], 0),
        (
            &["suggest", "-"],
            "𠮷田氏は歯車を調べた。\n装置は5回の測定で校正した。\n",
            &["> 𠮷田氏は歯車を調べた。", "> 装置は5回の測定で校正した。"],
            0,
        ),
        (&["suggest", "-"], "\n \n", &[], 2),
        (&["suggest", "-", "--next", "x"], "一\n二\n", &[], 2),
    ] {
        let out = home.prints_for(input, &[&["--no-starter"], arguments].concat(), code);
        let found: Vec<&str> = out.lines().filter(|line| line.starts_with("> ")).collect();
        assert_eq!(found, headings, "{arguments:?} < {input:?}\n{out}");
    }
}

#[test]
fn json_answers_several_texts_in_their_order() {
    let home = home();
    let out = home.prints(&["--no-starter", "--json", "lookup", "視床下部", "どこにもない"], 0);
    let counts: Vec<usize> = out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["matches"].as_array().unwrap().len())
        .collect();
    assert!(counts.len() == 2 && counts[0] > 0 && counts[1] == 0, "{out}");
    let arguments = ["--no-starter", "--json", "suggest", "-"];
    let out = home.prints_for("どこにもない文。\n𠮷田氏は歯車を調べた。\n", &arguments, 0);
    let answer: Value = serde_json::from_str(&out).unwrap();
    let segments = answer["segments"].as_array().unwrap();
    assert_eq!((segments.len(), segments[0]["matches"].as_array().unwrap().len()), (2, 0));
    assert_eq!(segments[1]["matches"][0]["target"], "Yoshida examined the gear.");
}

#[test]
fn files_come_from_standard_input_too() {
    let home = home();
    let text = home.path("t.txt");
    std::fs::write(&text, "視床下部を調べた。").unwrap();
    let file = text.to_str().unwrap();
    let brief = home.prints_for("視床下部を調べた。", &["--no-starter", "brief", "-", file], 0);
    let headings: Vec<&str> = brief.lines().filter(|line| line.starts_with("> ")).collect();
    assert_eq!(headings, ["> -", &format!("> {file}")], "{brief}");
    let imported = home.prints_for(&MEMORY.replace("校正", "調整"), &["--no-starter", "import", "-"], 0);
    assert!(imported.lines().nth(2).unwrap().starts_with("stdin  po      finished"), "{imported}");
    let decided = home.prints_for("hypothalamus\noptogenetics\n", &["--no-starter", "review", "accept", "-"], 0);
    assert_eq!(decided.lines().count(), 2, "{decided}");
}

#[test]
fn options_have_one_name_and_their_former_ones_still_work() {
    let home = home();
    let text = home.path("t.txt");
    std::fs::write(&text, "視床下部を調べた。").unwrap();
    let (file, po) = (text.display().to_string(), home.path("a.po").display().to_string());
    for (new, former, code) in [
        (&["lookup", "optogenetics", "--from", "en"][..], &["lookup", "optogenetics", "--lang", "en"][..], 0),
        (&["lookup", "optogenetics", "--from", "ja"], &["lookup", "optogenetics", "--lang", "ja"], 3),
        (&["brief", &file, "--limit", "1"], &["brief", &file, "--most", "1"], 0),
        (&["worklist", "several-english", "--after", "1"], &["worklist", "several-english", "--skip", "1"], 3),
        (&["review", "history", "--after", "1"], &["review", "history", "--before", "1"], 3),
    ] {
        let prints = |arguments: &[&str]| home.prints(&[&["--no-starter"], arguments].concat(), code);
        assert_eq!(prints(new), prints(former), "{new:?}");
    }
    let former = ["--no-starter", "import", &po, "--source-lang", "ja", "--target-lang", "en", "--again"];
    home.prints(&former, 0);
    home.prints(&["--no-starter", "export", "--format", "omegat", "--from", "en", "--into", "en"], 2);
    let reversed = home.prints(&["--no-starter", "export", "--format", "omegat", "--from", "en"], 0);
    assert!(reversed.contains("hypothalamus\t視床下部"), "{reversed}");
    let page = home.prints(&["--no-starter", "concordance", "た。", "--limit", "1"], 0);
    let after = page.trim_end().rsplit_once("--after ").expect(&page).1.trim_end_matches('`');
    let next = home.prints(&["--no-starter", "concordance", "た。", "--limit", "1", "--after", after], 0);
    assert!(!next.contains("--after") || next != page, "{next}");
}
