//! Files that are damaged at random: an error with a name, or the right answer; never a crash or a wrong one.

use std::fs;

use super::Home;
use crate::chance::Chance;
use crate::factor::factor;

/// Damaged copies that are tried; `tests/endurance` multiplies it.
const COPIES: u32 = 12;
const PAGE: usize = 4_096;

/// What is asked of a damaged base, of the rows of which none is longer than a page.
const QUESTIONS: &[&[&str]] = &[
    &["lookup", "機械7号"],
    &["suggest", "機械7号を調べた。"],
    &["projects"],
    &["export", "--format", "csv", "--candidates"],
];

fn filled() -> Home {
    let home = Home::new();
    let terms: String = (0..400).map(|number| format!("機械{number}号\tmachine {number}\n")).collect();
    let pairs: String = (0..400)
        .map(|number| format!("msgid \"機械{number}号を調べた。\"\nmsgstr \"We studied machine {number}.\"\n\n"))
        .collect();
    let head = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: ja\\n\"\n\n";
    fs::write(home.path("t.tsv"), format!("ja\ten\n{terms}")).unwrap();
    fs::write(home.path("m.po"), format!("{head}{pairs}")).unwrap();
    let path = |name: &str| home.path(name).display().to_string();
    home.prints(&["--no-starter", "--quiet", "import", &path("t.tsv"), &path("m.po")], 0);
    home
}

/// What each question prints, or the code of its error.
fn answers(home: &Home, at: &str) -> Vec<Result<String, String>> {
    QUESTIONS
        .iter()
        .map(|words| {
            let output = home.run(&[words, &["--json"][..]].concat());
            let (out, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
            assert!(!error.contains("panicked"), "{at}: {words:?}: {error}");
            match output.status.code() {
                Some(0) => Ok(out),
                Some(_) => {
                    let code =
                        error.split("\"code\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
                    let is_named = code.starts_with("database_") || code == "not_a_database";
                    assert!(is_named, "{at}: {words:?}: {error} {out}");
                    Err(code.to_owned())
                }
                None => panic!("{at}: {words:?} was killed by a signal"),
            }
        })
        .collect()
}

#[test]
fn a_base_with_a_damaged_page_gives_a_named_error_or_the_right_answer() {
    let home = filled();
    let base = home.path("base.db");
    let sound = fs::read(&base).unwrap();
    let want = answers(&home, "sound");
    assert!(want.iter().all(Result::is_ok), "{want:?}");
    let mut chance = Chance(1);
    let mut refused = 0;
    for copy in 0..COPIES * factor() {
        let mut bytes = sound.clone();
        let start = chance.below(bytes.len() / PAGE) * PAGE;
        let what = match chance.below(3) {
            0 => {
                bytes[start..start + PAGE].fill(0);
                "zeros"
            }
            1 => {
                bytes[start..start + PAGE].fill_with(|| chance.next().to_le_bytes()[0]);
                "noise"
            }
            _ => {
                // An empty file is a new base.
                bytes.truncate(start.max(PAGE));
                "cut"
            }
        };
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", base.display()));
        }
        fs::write(&base, &bytes).unwrap();
        let at = format!("copy {copy}: {what} at {start}");
        for (found, want) in answers(&home, &at).iter().zip(&want) {
            match found {
                Ok(_) => assert_eq!(Some(found), Some(want), "{at}"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 0);
}

#[test]
fn an_index_file_with_a_damaged_byte_is_rebuilt_or_makes_no_difference() {
    let home = filled();
    let want = answers(&home, "sound");
    let file = home.path("base.db.ja.index");
    let sound = fs::read(&file).unwrap();
    let mut chance = Chance(2);
    for copy in 0..COPIES * factor() {
        let mut bytes = sound.clone();
        let place = chance.below(bytes.len());
        bytes[place] ^= 1 << chance.below(8);
        // A new file, as the old one may be open elsewhere.
        fs::remove_file(&file).unwrap();
        fs::write(&file, &bytes).unwrap();
        assert_eq!(answers(&home, &format!("copy {copy}")), want, "copy {copy}: byte {place}");
    }
}
