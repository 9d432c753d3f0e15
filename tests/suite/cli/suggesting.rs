//! What the memory offers, as a person sees it.

use super::Home;

/// A memory with one numbered sentence and one that is like it.
const MEMORY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="ja" datatype="plaintext"/><body>
<tu><tuv xml:lang="ja"><seg>装置は3回の測定で校正した。</seg></tuv><tuv xml:lang="en"><seg>The device was calibrated in 3 runs.</seg></tuv></tu>
<tu><tuv xml:lang="ja"><seg>𠮷田氏は⻭車を調べた。</seg></tuv><tuv xml:lang="en"><seg>Yoshida examined the gear.</seg></tuv></tu>
</body></tmx>"#;

fn home() -> Home {
    let home = Home::new();
    std::fs::write(home.path("a.tmx"), MEMORY).unwrap();
    home.prints(&["--no-starter", "import", home.path("a.tmx").to_str().unwrap()], 0);
    home
}

#[test]
fn an_offer_shows_its_score_what_differs_and_what_was_put_in() {
    let home = home();
    let shown = home.prints(&["--no-starter", "suggest", "装置は５回の測定で校正した。"], 0);
    for part in [
        "same except for numbers",
        "装置は[-3-]{+５+}回の測定で校正した。",
        "The device was calibrated in 3 runs.",
        "−2 ",
        "The device was calibrated in [5] runs.",
        "a.tmx",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    // The radical of another block is the same character to whoever looks.
    let shown = home.prints(&["--no-starter", "suggest", "𠮷田氏は歯車を調べた。"], 0);
    assert!(shown.contains("Yoshida examined the gear."), "{shown}");
}

#[test]
fn the_other_direction_a_floor_and_nothing_at_all() {
    let home = home();
    let shown = home.prints(&["--no-starter", "suggest", "Yoshida examined the gear."], 0);
    assert!(shown.contains("𠮷田氏は⻭車を調べた。"), "{shown}");
    let shown = home.prints(&["--no-starter", "suggest", "--min-score", "99", "装置は5回の測定で校正した。"], 3);
    assert!(shown.contains("No match"), "{shown}");
    let shown = home.prints(&["--no-starter", "--json", "suggest", "装置は5回の測定で校正した。"], 0);
    let answer: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(answer["segments"][0]["matches"][0]["repaired"]["target"], "The device was calibrated in 5 runs.");
    assert_eq!(answer["segments"][0]["complete"], true);
}

#[test]
fn a_concordance_shows_both_sides_of_what_holds_a_text() {
    let home = home();
    for (text, want) in [("歯車", "Yoshida examined the gear."), ("CALIBRATED in", "装置は3回の測定で校正した。")]
    {
        let shown = home.prints(&["--no-starter", "concordance", text], 0);
        assert!(shown.contains(want), "{shown}");
    }
    home.prints(&["--no-starter", "concordance", "どこにもない"], 3);
}

#[test]
fn codes_variants_and_drafts_are_offered_with_what_is_to_be_known_of_them() {
    let home = Home::new();
    let files = [
        (
            "a.tmx",
            r#"<tmx version="1.4"><header srclang="ja"/><body>
            <tu><tuv xml:lang="ja"><seg>灰色の金属を比べた。</seg></tuv><tuv xml:lang="en-US"><seg>Gray metals were compared.</seg></tuv><tuv xml:lang="en-GB"><seg>Grey metals were compared.</seg></tuv><tuv xml:lang="de"><seg>Graue Metalle wurden verglichen.</seg></tuv></tu>
            <tu><tuv xml:lang="ja"><seg>今は<ph x="1">{year}</ph>年である。</seg></tuv><tuv xml:lang="en"><seg>It is <ph x="1">{year}</ph> now.</seg></tuv></tu>
            </body></tmx>"#,
        ),
        (
            "b.po",
            "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#, fuzzy\nmsgid \"新しい試料を加熱した。\"\nmsgstr \"The old sample was heated.\"\n\nmsgid \"古い試料を加熱した。\"\nmsgstr \"The old sample was heated.\"\n",
        ),
    ];
    for (name, text) in files {
        std::fs::write(home.path(name), text).unwrap();
        home.prints(&["--no-starter", "import", "--approved", home.path(name).to_str().unwrap()], 0);
    }
    let matches = |arguments: &[&str]| -> Vec<(u64, String, Vec<String>)> {
        let shown = home.prints(&[&["--no-starter", "--json", "suggest"], arguments].concat(), 0);
        let answer: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let of = |found: &serde_json::Value| {
            let codes = found["penalties"].as_array().unwrap().iter();
            let text = found["tagged_target"].as_str().or(found["target"].as_str()).unwrap().to_owned();
            let codes = codes.map(|penalty| penalty["code"].as_str().unwrap().to_owned()).collect();
            (found["score"].as_u64().unwrap(), text, codes)
        };
        answer["segments"][0]["matches"].as_array().unwrap().iter().map(of).collect()
    };
    let (gray, grey) = ("Gray metals were compared.".to_owned(), "Grey metals were compared.".to_owned());
    let other = || vec!["other_variant".to_owned()];
    let text = "灰色の金属を比べた。";
    assert_eq!(matches(&["--into", "en-GB", text]), [(100, grey.clone(), vec![]), (99, gray.clone(), other())]);
    assert_eq!(matches(&["--into", "en-US", text]), [(100, gray.clone(), vec![]), (99, grey.clone(), other())]);
    // No variant is asked for, and one translation into each is not several.
    assert_eq!(matches(&[text]), [(100, gray, vec![]), (100, grey, vec![])]);
    let year = "It is {year} now.".to_owned();
    assert_eq!(matches(&["今は年である。"]), [(98, year, vec!["tags_differ".to_owned()])]);
    let best = |text: &str| matches(&[text]).remove(0);
    assert_eq!((best("古い試料を加熱した。").0, best("古い試料を加熱した。").2), (100, vec![]));
    assert_eq!((best("新しい試料を加熱した。").0, best("新しい試料を加熱した。").2), (85, vec!["draft".to_owned()]));
}
