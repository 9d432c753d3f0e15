//! Terms and definitions on the command line: what a person adds can be seen, changed, taken out, and brought back.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{Home, samples};

/// The answer of a command as JSON.
fn json(home: &Home, arguments: &[&str]) -> Value {
    serde_json::from_str(&home.prints(&[arguments, &["--json"]].concat(), 0)).unwrap()
}

#[test]
fn a_term_is_added_shown_corrected_deleted_and_brought_back() {
    let home = Home::new();
    let added = home.prints(&["terms", "add", "𠮷野蛋白質 = Yoshino protein", "--field", "life-sciences"], 0);
    assert!(added.starts_with("added: `Yoshino protein` for `𠮷野蛋白質` (term 2, concept 1)"), "{added}");
    let again = home.prints(&["terms", "add", "𠮷野蛋白質＝Yoshino protein"], 0);
    assert!(again.starts_with("already there:"), "{again}");
    let shown = home.prints(&["terms", "show", "𠮷野蛋白質"], 0);
    for word in ["Concept 1, project default, field life-sciences", "Yoshino protein", "preferred", "approved"] {
        assert!(shown.contains(word), "{word} is not in {shown}");
    }
    // By text, pair and number.
    for reference in ["Yoshino protein", "𠮷野蛋白質 = Yoshino protein", "2"] {
        assert_eq!(home.prints(&["terms", "show", reference], 0), shown, "{reference}");
    }
    home.prints(&["terms", "edit", "2", "Yoshino", "proteins", "--usage", "admitted"], 0);
    let shown = home.prints(&["terms", "show", "2"], 0);
    assert!(shown.contains("Yoshino proteins") && shown.contains("admitted"), "{shown}");
    let deleted = home.prints(&["terms", "delete", "Yoshino proteins"], 0);
    assert!(deleted.contains("deleted `Yoshino proteins`"), "{deleted}");
    // The Japanese term alone would name nothing, so the concept went too.
    home.prints(&["lookup", "𠮷野蛋白質"], 3);
    home.complains(&["terms", "show", "2"], 3);
    assert!(home.prints(&["terms"], 3).contains("No terms"));
    home.prints(&["review", "undo"], 0);
    assert_eq!(home.prints(&["terms", "show", "2"], 0), shown);
    // What was deleted can be added again, because nobody rejected it.
    home.prints(&["terms", "delete", "2"], 0);
    assert!(home.prints(&["terms", "add", "𠮷野蛋白質 = Yoshino proteins"], 0).starts_with("added:"));
}

#[test]
fn one_of_several_terms_is_deleted_and_another_is_preferred_in_its_place() {
    let home = Home::new();
    home.prints(&["terms", "add", "歯車 = gear", "歯車 = cog"], 0);
    // Another English name may mean another thing, so it is a concept of its own until a person merges the two.
    home.prints(&["review", "merge", "1", "2"], 0);
    let before = json(&home, &["terms", "show", "歯車"]);
    home.prints(&["terms", "delete", "歯車 = gear"], 0);
    let after = json(&home, &["terms", "show", "歯車"]);
    let english = |concept: &Value| {
        let terms = concept["terms"].as_array().unwrap().iter().filter(|term| term["lang"] == "en");
        terms.map(|term| (term["text"].clone(), term["usage"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(english(&after), [("cog".into(), "preferred".into())]);
    home.prints(&["review", "undo"], 0);
    let restored = json(&home, &["terms", "show", "歯車"]);
    assert_eq!((english(&restored), &restored["terms"]), (english(&before), &before["terms"]));
}

#[test]
fn a_term_of_a_release_is_rejected_instead_and_its_concept_stays() {
    let home = Home::new();
    home.prints(&["--no-starter", "ingest", &samples()], 0);
    let rejected = home.prints(&["terms", "delete", "転移 = transfer"], 0);
    assert!(rejected.contains("rejected `transfer`"), "{rejected}");
    let error = home.complains(&["terms", "delete", "--concept", "転移 = metastasis"], 2);
    assert!(error.contains("cancer-metastasis.html") && error.contains("reject"), "{error}");
    home.prints(&["terms", "add", "試験語 = test word", "--definition", "試しの語。", "--note", "試し"], 0);
    let before = home.prints(&["terms", "show", "試験語"], 0);
    assert!(before.contains("試しの語。") && before.contains("Note: 試し"), "{before}");
    home.prints(&["terms", "delete", "--concept", "試験語"], 0);
    home.complains(&["terms", "show", "試験語"], 3);
    home.prints(&["review", "undo"], 0);
    assert_eq!(home.prints(&["terms", "show", "試験語"], 0), before);
}

#[test]
fn a_pair_is_added_with_all_that_is_said_about_it_or_not_at_all() {
    let home = Home::new();
    home.prints(&["terms", "add", "歯車 = gear"], 0);
    let before = json(&home, &["terms", "show", "歯車"]);
    let long = "長".repeat(4_001);
    for pair in ["歯車 = gear", "滑車 = pulley"] {
        let error = home.complains(
            &["terms", "add", pair, "--definition", "回る部品。", "--usage", "admitted", "--note", &long],
            2,
        );
        assert!(error.contains("a note must have"), "{error}");
    }
    assert_eq!(json(&home, &["terms", "show", "歯車"]), before);
    home.complains(&["terms", "show", "滑車"], 3);
    for (pair, done) in [("歯車 = gear", "already there:"), ("滑車 = pulley", "added:")] {
        let said = ["--definition", "回る部品。", "--usage", "admitted", "--note", "試し"];
        let added = home.prints(&[&["terms", "add", pair][..], &said].concat(), 0);
        assert!(added.starts_with(done), "{added}");
        let concept = json(&home, &["terms", "show", pair]);
        assert_eq!(concept["definitions"].as_array().map(Vec::len), Some(1), "{concept}");
        assert_eq!((&concept["terms"][1]["usage"], &concept["notes"][0]), (&"admitted".into(), &"試し".into()));
        let history = home.prints(&["review", "history"], 0);
        home.prints(&[&["terms", "add", pair][..], &said].concat(), 0);
        assert_eq!(home.prints(&["review", "history"], 0), history, "said twice, it changes nothing");
    }
}

#[test]
fn what_cannot_be_added_or_found_is_named() {
    let home = Home::new();
    for (arguments, code, word) in [
        (&["terms", "add", "神経細胞"][..], 2, "神経細胞 = neuron"),
        (&["terms", "add", "神経細胞 = 神経"], 2, "Japanese"),
        (&["terms", "add", "神経細胞 = neuron", "--usage", "maybe"], 2, "maybe"),
        (&["terms", "add", "神経細胞 = neuron", "--kind", "word"], 2, "full_form"),
        (&["--project", "nope", "terms", "add", "神経細胞 = neuron"], 3, "nope"),
        (&["--project", "default,b", "terms", "add", "神経細胞 = neuron"], 2, "one project"),
        (&["terms", "show", "ない"], 3, "ない"),
        (&["terms", "delete", "ない"], 3, "ない"),
        (&["terms", "edit", "7", "a"], 3, "7"),
        (&["definitions", "add", "ない", "文"], 3, "ない"),
        (&["definitions", "edit", "7", "文"], 3, "7"),
        (&["definitions", "delete", "7"], 3, "7"),
    ] {
        let error = home.complains(arguments, code);
        assert!(error.contains(word), "{arguments:?}: {error}");
    }
    assert_eq!(home.prints(&["projects"], 0).lines().count(), 2, "no project was made");
}

#[test]
fn terms_are_listed_page_by_page_within_eighty_columns() {
    let home = Home::new();
    home.prints(&["--no-starter", "ingest", &samples()], 0);
    let page = home.prints(&["terms", "--limit", "200"], 0);
    assert!(page.lines().all(|line| line.width() <= 80), "{page}");
    let all = page.lines().skip(1).count();
    let first = home.prints(&["terms", "--limit", "5"], 0);
    let after = first.rsplit_once("--after ").unwrap().1.trim().trim_end_matches('`').to_owned();
    let rest = home.prints(&["terms", "--limit", "200", "--after", &after], 0);
    assert_eq!(rest.lines().skip(1).count(), all - 5);
}

#[test]
fn a_definition_of_a_person_comes_first_survives_reading_again_and_is_exported() {
    let home = Home::new();
    let sample = format!("{}/cancer-metastasis.html", samples());
    home.prints(&["--no-starter", "ingest", &sample], 0);
    let printed = home.prints(&["terms", "show", "転移 = metastasis"], 0);
    let number = printed.split("Definition ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let refused = home.complains(&["definitions", "edit", &number, "別の文。"], 2);
    assert!(refused.contains("cancer-metastasis.html"), "{refused}");
    home.complains(&["definitions", "delete", &number], 2);

    let by = |arguments: &[&str]| {
        let output = home.command(arguments).env("TAIYAKU_ACTOR", "山田").output().unwrap();
        assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(
        by(&["definitions", "add", "転移 = metastasis", "がんが別の臓器に広がること。"]).contains("defined `転移`")
    );
    let concept = json(&home, &["terms", "show", "転移 = metastasis"]);
    let own = &concept["definitions"][0];
    assert_eq!((&own["author"], &own["text"]), (&"山田".into(), &"がんが別の臓器に広がること。".into()));
    assert!(home.prints(&["lookup", "転移"], 0).contains("がんが別の臓器に広がること。 (by 山田)"));
    let id = own["id"].to_string();
    by(&["definitions", "edit", &id, "がん細胞が別の臓器に移ること。"]);
    // Releases that are read and linked again bring their own definitions and leave this one.
    home.prints(&["ingest", &samples()], 0);
    home.prints(&["link"], 0);
    let shown = home.prints(&["terms", "show", "転移 = metastasis"], 0);
    assert!(shown.contains("by 山田: がん細胞が別の臓器に移ること。"), "{shown}");
    assert!(home.prints(&["export"], 0).contains("がん細胞が別の臓器に移ること。"));
    assert!(home.prints(&["export", "--format", "tbx2"], 0).contains("がん細胞が別の臓器に移ること。"));
    by(&["definitions", "delete", &id]);
    assert!(!home.prints(&["terms", "show", "転移 = metastasis"], 0).contains("山田: が"));
    by(&["review", "undo"]);
    assert!(home.prints(&["terms", "show", "転移 = metastasis"], 0).contains("がん細胞が別の臓器に移ること。"));
    by(&["review", "undo"]);
    assert!(home.prints(&["terms", "show", "転移 = metastasis"], 0).contains("がんが別の臓器に広がること。"));
    by(&["review", "undo"]);
    assert!(!home.prints(&["terms", "show", "転移 = metastasis"], 0).contains("by 山田: が"));
}

#[test]
fn what_a_person_wrote_stays_when_the_only_release_behind_it_is_deleted() {
    for describe in [
        &["definitions", "add", "転移 = metastasis", "がんが別の臓器に広がること。"][..],
        &["review", "note", "転移 = metastasis", "がんが別の臓器に広がること。"],
    ] {
        let home = Home::new();
        let sample = format!("{}/cancer-metastasis.html", samples());
        home.prints(&["--no-starter", "ingest", &sample], 0);
        home.prints(describe, 0);
        home.prints(&["releases", "delete", "cancer-metastasis.html", "--yes"], 0);
        let shown = home.prints(&["terms", "show", "転移"], 0);
        assert!(shown.contains("がんが別の臓器に広がること。"), "{shown}");
        assert!(!shown.contains("metastasis"), "no release proves the English any more: {shown}");
        assert_eq!(home.prints(&["terms"], 0).lines().count(), 2, "only what a person described is left");
        // Read again, the release supports the same concept.
        home.prints(&["ingest", &sample], 0);
        let shown = home.prints(&["terms", "show", "転移 = metastasis"], 0);
        assert!(shown.contains("がんが別の臓器に広がること。") && shown.contains("metastasis"), "{shown}");
        // What nobody describes any more goes with its release.
        home.prints(&["releases", "delete", "cancer-metastasis.html", "--yes"], 0);
        home.prints(&["review", "undo"], 0);
        home.prints(&["terms"], 3);
    }
}

#[test]
fn a_concept_somebody_described_stays_when_its_only_translation_is_deleted() {
    let home = Home::new();
    home.prints(&["terms", "add", "環境DNA計測 = eDNA survey", "--definition", "水に残るDNAを調べること。"], 0);
    let before = json(&home, &["terms", "show", "環境DNA計測"]);
    let deleted = home.prints(&["terms", "delete", "eDNA survey"], 0);
    assert!(deleted.trim_end().ends_with("deleted `eDNA survey` for `環境DNA計測`"), "{deleted}");
    let shown = home.prints(&["terms", "show", "環境DNA計測"], 0);
    assert!(shown.contains("水に残るDNAを調べること。") && !shown.contains("eDNA"), "{shown}");
    home.prints(&["review", "undo"], 0);
    let restored = json(&home, &["terms", "show", "環境DNA計測"]);
    assert_eq!((&restored["terms"], &restored["definitions"]), (&before["terms"], &before["definitions"]));
    // With its last term, or when the whole concept is meant, everything goes, and all of it comes back.
    home.prints(&["terms", "delete", "eDNA survey"], 0);
    let deleted = home.prints(&["terms", "delete", "環境DNA計測"], 0);
    assert!(deleted.contains("and with it the concept"), "{deleted}");
    home.prints(&["terms"], 3);
    home.prints(&["review", "undo"], 0);
    home.prints(&["review", "undo"], 0);
    home.prints(&["terms", "delete", "--concept", "環境DNA計測"], 0);
    home.prints(&["terms"], 3);
    home.prints(&["review", "undo"], 0);
    let restored = json(&home, &["terms", "show", "環境DNA計測"]);
    assert_eq!((&restored["terms"], &restored["definitions"]), (&before["terms"], &before["definitions"]));
}

#[test]
fn a_reading_says_what_it_rests_on_and_a_guess_is_never_exported() {
    let home = Home::new();
    let text = "海を測る\n\n【用語解説】\n注1）潮汐：海面の高さの変化。\n注2）神経細胞：信号を伝える細胞。\n注3）間葉系測潮器：架空の器械。\n\n海の潮汐（ちょうせき、tide）を測る。\n";
    let file = home.path("潮.txt");
    std::fs::write(&file, text).unwrap();
    home.prints(&["--no-starter", "ingest", &file.display().to_string()], 0);
    let reading = |term: &str| {
        let concept = json(&home, &["terms", "show", term]);
        let shown = concept["terms"].as_array().unwrap().iter().find(|shown| shown["text"] == term).unwrap().clone();
        (shown["reading"].clone(), shown["reading_origin"].clone())
    };
    assert_eq!(reading("潮汐"), ("チョウセキ".into(), "printed".into()));
    assert_eq!(reading("神経細胞"), ("シンケイサイボウ".into(), "composed".into()));
    let exported = home.prints(&["export"], 0);
    assert!(exported.contains("チョウセキ") && exported.contains("シンケイサイボウ"), "{exported}");
    // Only a dictionary guesses.
    let (guess, origin) = reading("間葉系測潮器");
    if let Some(guess) = guess.as_str() {
        assert_eq!(origin, "guessed");
        assert!(home.prints(&["terms", "show", "間葉系測潮器"], 0).contains(", guessed)"));
        for format in ["csv", "tbx", "tbx2"] {
            assert!(!home.prints(&["export", "--format", format], 0).contains(guess), "{format}");
        }
    }
}

#[test]
fn candidates_are_what_a_release_says_beside_its_glossary() {
    let home = Home::new();
    let text = "光渦発生器を開発\n\n見本大学の研究グループは光渦発生器を開発しました。偏光板を置いた光渦発生器で、偏光板の薄さを測りました。この偏光板（polarizing plate）を使います。\n\n【用語解説】\n注1）光渦：渦を巻く光。\n";
    let file = home.path("渦.txt");
    std::fs::write(&file, text).unwrap();
    home.prints(&["--no-starter", "ingest", &file.display().to_string()], 0);
    let shown = home.prints(&["candidates", "渦.txt"], 0);
    assert!(shown.contains("光渦発生器") && shown.contains("no English yet"), "{shown}");
    assert!(shown.contains("偏光板") && shown.contains("polarizing plate"), "{shown}");
    assert!(!shown.contains("見本大学 ") && !shown.lines().any(|line| line.contains(" 光渦 ")), "{shown}");
    assert!(shown.lines().all(|line| line.width() <= 80), "{shown}");
    let first = home.prints(&["candidates", "1", "--limit", "1", "--json"], 0);
    let first: Value = serde_json::from_str(&first).unwrap();
    assert_eq!(first["score"], 1.0);
    assert!(home.complains(&["candidates", "1", "--limit", "0"], 2).contains("limit"));
    assert!(home.complains(&["candidates", "9"], 3).contains("9"));
}

#[test]
fn an_english_term_is_not_made_japanese_and_no_term_is_emptied() {
    let home = Home::new();
    home.prints(&["terms", "add", "深海魚 = deep-sea fish"], 0);
    let before = home.prints(&["terms", "show", "2"], 0);
    for command in [&["terms", "edit"][..], &["review", "edit"]] {
        for (text, part) in [("日本語", "contains Japanese"), ("", "1 to 400 characters"), (" ", "1 to 400 characters")]
        {
            let said = home.complains(&[command, &["2", text]].concat(), 2);
            assert!(said.contains(part) && said.contains("text"), "{command:?} {text}: {said}");
        }
    }
    assert_eq!(home.prints(&["terms", "show", "2"], 0), before);
    home.prints(&["terms", "edit", "1", "深海の魚"], 0);
}

#[test]
fn an_addition_that_is_undone_leaves_nothing_but_what_others_support() {
    let home = Home::new();
    for definition in [&[][..], &["--definition", "深い海にすむ魚。"]] {
        home.prints(&[&["terms", "add", "深海魚 = deep-sea fish"], definition].concat(), 0);
        home.prints(&["review", "undo"], 0);
        assert!(home.prints(&["terms"], 3).contains("No terms"));
        assert!(home.prints(&["review", "undo"], 3).contains("no decision left to undo"));
    }
    // A release says it too.
    std::fs::write(home.path("a.txt"), "発表しました。\n私たちは光遺伝学（optogenetics）を使いました。\n").unwrap();
    let file = home.path("a.txt").to_str().unwrap().to_owned();
    home.prints(&["terms", "add", "光遺伝学 = optogenetics"], 0);
    home.prints(&["ingest", "--no-starter", &file], 0);
    home.prints(&["review", "undo"], 0);
    let shown = json(&home, &["terms", "show", "光遺伝学"]);
    let terms = shown["terms"].as_array().unwrap();
    assert!(terms.iter().any(|term| term["text"] == "optogenetics"), "{shown}");
    assert!(terms.iter().flat_map(|term| term["evidence"].as_array().unwrap()).all(|one| one["kind"] == "document"));
}

#[test]
fn a_rejection_that_is_undone_brings_back_what_a_release_says() {
    let home = Home::new();
    std::fs::write(home.path("a.txt"), "発表しました。\n私たちは光遺伝学（optogenetics）を使いました。\n").unwrap();
    let file = home.path("a.txt").to_str().unwrap().to_owned();
    let read = || home.prints(&["ingest", "--no-starter", &file], 0);
    let delete = || home.prints(&["releases", "delete", "a.txt", "--yes"], 0);
    read();
    let before = home.prints(&["terms"], 0);
    let names = |list: &str| {
        list.lines()
            .skip(1)
            .map(|line| line.trim_start_matches([' ', '1', '2', '3', '4']).to_owned())
            .collect::<Vec<_>>()
    };
    for rejected in ["光遺伝学 = optogenetics", "光遺伝学"] {
        home.prints(&["review", "reject", rejected], 0);
        delete();
        assert!(home.prints(&["terms"], 3).contains("No terms"), "nothing empty stays");
        read();
        assert!(!home.run(&["terms"]).stdout.windows(12).any(|word| word == b"optogenetics"));
        let said = home.prints(&["review", "undo"], 0);
        assert!(!said.contains("Nothing in the base"), "{said}");
        assert_eq!(names(&home.prints(&["terms"], 0)), names(&before), "{rejected}");
        let doctor = String::from_utf8(home.run(&["doctor"]).stdout).unwrap();
        assert!(doctor.lines().any(|line| line.contains("empty concepts") && line.ends_with("none")), "{doctor}");
    }
    // Without the release nothing can come back, which is said.
    home.prints(&["review", "reject", "光遺伝学 = optogenetics"], 0);
    delete();
    let said = home.prints(&["review", "undo"], 0);
    assert!(said.contains("Nothing in the base supports it") && said.contains("taiyaku ingest"), "{said}");
    home.prints(&["terms"], 3);
    read();
    assert_eq!(names(&home.prints(&["terms"], 0)), names(&before));
}

#[test]
fn a_list_has_at_least_one_line_and_says_how_it_goes_on() {
    let home = Home::new();
    for list in [&["terms"][..], &["releases"], &["review", "history"], &["review", "list"], &["suggest", "細胞"]] {
        home.complains(&[list, &["--limit", "0"]].concat(), 2);
    }
    home.prints(&["--no-starter", "projects", "create", "海 洋"], 0);
    home.prints(&["--project", "海 洋", "terms", "add", "深海魚 = deep-sea fish", "海溝 = trench"], 0);
    let said = home.prints(&["--project", "海 洋", "terms", "--limit", "1"], 0);
    assert!(said.contains("More: `taiyaku terms --after 1 --project '海 洋'`"), "{said}");
    let deleted = home.prints(&["--project", "海 洋", "terms", "delete", "海溝"], 0);
    assert!(deleted.contains("deleted `海溝` and with it the concept"), "{deleted}");
    assert!(home.prints(&["candidates", "--help"], 0).contains("taiyaku terms add 'JAPANESE = ENGLISH'"));
}
