//! Tables that say what must not be used, or contradict themselves: nothing banned becomes usable, nothing is lost silently.

use taiyaku_formats::exchange::{Columns, FileHint};

use super::terms::{lines, named};

fn mapped(map: &str) -> FileHint {
    FileHint { columns: Some(Columns::parse(map).unwrap()), ..named("a.csv") }
}

#[test]
fn a_status_counts_whatever_is_mapped() {
    const FORBIDDEN: &[&str] = &["ja:脳/forbidden en:brain/forbidden"];
    for (map, text, want) in [
        ("ja=1,en=2", "項目,訳,禁止\n脳,brain,×\n", FORBIDDEN),
        ("ja=1,en=2", "項目,訳,禁止\n脳,brain,○\n", FORBIDDEN),
        ("ja=1,en=2", "見出し,翻訳,使用可否\n脳,brain,禁止\n", FORBIDDEN),
        ("ja=1,en=2", "見出し,翻訳,使用可否\n脳,brain,否\n", FORBIDDEN),
        ("ja=2,en=3", "状態,甲,乙\n使用不可,脳,brain\n", FORBIDDEN),
        ("ja=甲,en=乙", "甲,乙,使用区分\n脳,brain,使用しない\n", FORBIDDEN),
        // A column of bans bans, also where it is mapped.
        ("ja=甲,en=乙,usage=禁止", "甲,乙,禁止\n脳,brain,○\n", FORBIDDEN),
        ("ja=1,en=2,usage=3", "項目,訳,使用禁止\n脳,brain,✓\n", FORBIDDEN),
        ("ja=1,en=2,usage=3", "脳,brain,禁止\n", FORBIDDEN),
        // The first row may be a heading or a term.
        ("ja=1,en=2", "甲,乙,禁止\n脳,brain,×\n", &["1:0 columns_unknown"]),
        ("ja=1,en=2", "脳,brain,使用不可\n", &["1:0 columns_unknown"]),
        // The column was left out, but its cell forbids in words.
        ("ja=1,en=2", "用語,訳語,扱い\n脳,brain,禁止\n肺,lung,特記\n", &["2:1 status_unknown", "ja:肺 en:lung"]),
        ("ja=1,en=2", "脳,brain,特記\n肺,wind bag,do not use\n", &["ja:脳 en:brain", "2:2 status_unknown"]),
        ("ja=1,en=2", "脳,brain,1\n肺,lung,×\n", &["ja:脳 en:brain", "ja:肺 en:lung"]),
    ] {
        assert_eq!(lines(&mapped(map), text), want, "{map} {text}");
    }
}

#[test]
fn the_strictest_of_several_statuses_counts() {
    for (text, want) in [
        ("ja,en,status,使用可否\n脳,brain,approved,禁止\n", "ja:脳/forbidden/approved en:brain/forbidden/approved"),
        ("ja,en,status,使用可否\n肺,lung,preferred,不可\n", "ja:肺/forbidden en:lung/forbidden"),
        ("ja,en,使用可否,status\n肺,lung,×,preferred\n", "ja:肺/forbidden en:lung/forbidden"),
        ("ja,en,状態,承認\n肺,lung,承認済み,却下\n", "ja:肺/rejected en:lung/rejected"),
        ("ja,en,状態,review\n肺,lung,非推奨,approved\n", "ja:肺/deprecated/approved en:lung/deprecated/approved"),
        ("ja,en,使用,推奨\n肺,lung,非推奨,○\n", "ja:肺/deprecated en:lung/deprecated"),
        ("ja,en,status,使用可否\n肺,lung,preferred,要相談\n", "2:1 status_unknown"),
    ] {
        assert_eq!(lines(&named("a.csv"), text), [want], "{text}");
    }
}

#[test]
fn a_column_of_words_that_must_not_be_used_forbids_those_words_alone() {
    for name in ["禁止語", "Do not use", "誤訳", "使用しない語", "NG訳", "禁止", "英語(不可)", "同義語(使用不可)"]
    {
        for (cell, want) in [
            ("thyroid body", "ja:甲状腺 en:thyroid gland en:thyroid body/forbidden"),
            ("甲状体", "ja:甲状腺 en:thyroid gland ja:甲状体/forbidden"),
            ("body; gland", "ja:甲状腺 en:thyroid gland en:body/forbidden en:gland/forbidden"),
            ("× thyroid body", "ja:甲状腺 en:thyroid gland en:thyroid body/forbidden"),
            ("Thyroid gland", "ja:甲状腺 en:thyroid gland/forbidden"),
            ("×", "ja:甲状腺/forbidden en:thyroid gland/forbidden"),
            ("✓", "ja:甲状腺/forbidden en:thyroid gland/forbidden"),
            ("禁止", "ja:甲状腺/forbidden en:thyroid gland/forbidden"),
            ("", "ja:甲状腺 en:thyroid gland"),
            ("使わないでください。", "ja:甲状腺/forbidden en:thyroid gland/forbidden"),
            ("使わないのが望ましいです。", "2:1 status_unknown"),
        ] {
            if name == "英語(不可)" && cell == "甲状体" {
                continue;
            }
            let text = format!("日本語,英語,{name}\n甲状腺,thyroid gland,{cell}\n");
            assert_eq!(lines(&named("a.csv"), &text), [want], "{text}");
        }
    }
    for (text, want) in [
        ("用語,訳,NG訳\n甲状腺,thyroid gland,thyroid body\n", "ja:甲状腺 en:thyroid gland en:thyroid body/forbidden"),
        ("ja,en,使用,誤訳\n肺,lung,推奨,wind bag\n", "ja:肺/preferred en:lung/preferred en:wind bag/forbidden"),
        ("ja,en,旧称\n肺,lung,肺臓\n", "ja:肺 en:lung ja:肺臓/deprecated"),
        ("日本語,英語（不可）\n肺,wind bag\n", "ja:肺 en:wind bag/forbidden"),
        ("ja,en,同義語（使用可）\n肺,lung,pulmo\n", "ja:肺 en:lung en:pulmo"),
    ] {
        assert_eq!(lines(&named("a.csv"), text), [want], "{text}");
    }
}

#[test]
fn a_note_that_is_nothing_but_a_ban_forbids_and_stays_a_note() {
    for (cell, want) in [
        ("使用禁止", "ja:甲状腺/forbidden en:thyroid gland/forbidden !使用禁止"),
        ("×", "ja:甲状腺/forbidden en:thyroid gland/forbidden !×"),
        ("ＮＧ", "ja:甲状腺/forbidden en:thyroid gland/forbidden !ＮＧ"),
        ("※使用不可。", "ja:甲状腺/forbidden en:thyroid gland/forbidden !※使用不可。"),
        ("Do not use", "ja:甲状腺/forbidden en:thyroid gland/forbidden !Do not use"),
        ("旧称", "ja:甲状腺/deprecated en:thyroid gland/deprecated !旧称"),
        ("要確認", "ja:甲状腺/suggested en:thyroid gland/suggested !要確認"),
        ("x", "ja:甲状腺 en:thyroid gland !x"),
        ("OK", "ja:甲状腺 en:thyroid gland !OK"),
        ("「thyroid body」は使わない", "ja:甲状腺 en:thyroid gland !「thyroid body」は使わない"),
        ("喉にある", "ja:甲状腺 en:thyroid gland !喉にある"),
    ] {
        let text = format!("日本語,英語,備考\r\n甲状腺,thyroid gland,{cell}\r\n");
        assert_eq!(lines(&named("a.csv"), &text), [want], "{text}");
    }
    let rows = super::rows_with(&named("a.csv"), "日本語,英語,備考\n甲状腺,thyroid gland,×\n".as_bytes());
    let doubts: Vec<&str> = rows[0].as_ref().unwrap().doubts.iter().map(|doubt| doubt.code()).collect();
    assert_eq!(doubts, ["status_in_note"]);
    let utx = "#UTX 1.11; ja/en; 2026-11-20\n#src\ttgt\tsrc:pos\tsrc:comment\n甲状腺\tthyroid body\tnoun\t使用禁止\n";
    assert_eq!(lines(&named("a.utx"), utx), ["ja:甲状腺/noun en:thyroid body/forbidden !使用禁止"]);
}

#[test]
fn a_status_that_waits_for_someone_is_provisional() {
    for word in ["要確認", "確認中", "仮", "draft", "To be confirmed", "TBC", "保留"] {
        let text = format!("日本語,英語,状態\n肺,lung,{word}\n");
        assert_eq!(lines(&named("a.csv"), &text), ["ja:肺/suggested en:lung/suggested"], "{text}");
    }
}

#[test]
fn a_cell_without_a_column_is_a_problem_of_its_row() {
    for (text, want) in [
        ("ja,en\n脳,brain,cerebrum\n肺,lung\n", ["2:1 surplus_cell", "ja:肺 en:lung"]),
        ("ja,en\n放射線, 電離,radiation\n肺,lung,\n", ["2:1 surplus_cell", "ja:肺 en:lung"]),
        ("ja,en,,\n脳,brain,,cerebrum\n肺,lung,,\n", ["2:1 surplus_cell", "ja:肺 en:lung"]),
        (",ja,en\n0,脳,brain\n1,肺,lung\n", ["ja:脳 en:brain", "ja:肺 en:lung"]),
        ("ja,en\n脳\n肺,lung\n", ["ja:脳", "ja:肺 en:lung"]),
    ] {
        assert_eq!(lines(&named("a.csv"), text), want, "{text}");
    }
    let rows = super::rows_with(&named("a.csv"), "ja,en\n脳,brain,cerebrum\n".as_bytes());
    assert!(rows[0].as_ref().unwrap_err().to_string().contains("cell 3"));
}

#[test]
fn cells_in_the_other_language_are_not_imported_exchanged() {
    let right = "肺,lung\n胃,stomach\n";
    for (map, text, want) in [
        (
            None,
            format!("Japanese,English\n{right}heart,心臓\n"),
            vec!["ja:肺 en:lung", "ja:胃 en:stomach", "4:3 cells_swapped"],
        ),
        (
            Some("ja=1,en=2"),
            format!("{right}heart,心臓\n"),
            vec!["ja:肺 en:lung", "ja:胃 en:stomach", "3:3 cells_swapped"],
        ),
        (None, "English,Japanese\n心臓,heart\n".to_owned(), vec!["2:1 cells_swapped"]),
        (None, format!("English,Japanese\n{right}"), vec!["1:0 columns_contradict"]),
        (Some("ja=2,en=1"), right.to_owned(), vec!["1:0 columns_contradict"]),
        (Some("ja=英語,en=日本語"), format!("日本語,英語\n{right}"), vec!["1:0 columns_contradict"]),
        (None, "ja,en\nDNA,DNA\nｼﾅﾌﾟｽ,synapse\n".to_owned(), vec!["ja:DNA en:DNA", "ja:ｼﾅﾌﾟｽ en:synapse"]),
        (None, "source,target\nlung,肺\n胃,stomach\n".to_owned(), vec!["ja:肺 en:lung", "ja:胃 en:stomach"]),
    ] {
        let hint = map.map_or_else(|| named("a.csv"), mapped);
        assert_eq!(lines(&hint, &text), want, "{text}");
    }
    for map in ["ja=1,en=1", "ja=日本語,en=1", "ja=1,en=2,note=2"] {
        assert_eq!(lines(&mapped(map), "日本語,英語\n肺,lung\n"), ["1:0 columns_unknown"], "{map}");
    }
}
