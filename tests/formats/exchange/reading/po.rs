//! PO: which pairs a catalogue gives, what is known of them, and which rows are refused by name.

use taiyaku_formats::exchange::FileHint;
use taiyaku_language::model::{Lang, Neighbours};

use super::{from_japanese, items, items_with, lines, units};

const HEADER: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: ja\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

fn catalogue(entries: &str) -> String {
    format!("{HEADER}{entries}")
}

#[test]
fn a_catalogue_gives_its_pairs_in_order_and_names_the_rows_it_cannot_use() {
    for (entries, want) in [
        ("msgid \"brain\"\nmsgstr \"脳\"\n", vec!["en>ja brain=脳"]),
        ("msgid \"brain\"\nmsgstr \"脳\"", vec!["en>ja brain=脳"]),
        (
            "msgid \"\"\n\"part of \"\n\"the brain\\n\"\nmsgstr \"\"\n\"𠮷の\"\n\"⻭ｶﾞー\\n\"\n",
            vec!["en>ja part of the brain\n=𠮷の⻭ｶﾞー\n"],
        ),
        // Without blank lines between, with Windows line ends, with blanks before keywords.
        (
            "msgid \"a\"\r\nmsgstr \"あ\"\r\nmsgid \"b\"\r\nmsgstr \"い\"\r\n# c\r\nmsgctxt \"x\"\r\n  msgid \"c\"\r\nmsgstr \"う\"",
            vec!["en>ja a=あ", "en>ja b=い", "en>ja c=う"],
        ),
        // A language with one form, one with two, and a source whose plural is its singular.
        (
            "msgid \"%d cell\"\nmsgid_plural \"%d cells\"\nmsgstr[0] \"細胞 %d 個\"\n",
            vec!["en>ja %d cell=細胞 %d 個", "en>ja %d cells=細胞 %d 個"],
        ),
        (
            "msgid \"cell\"\nmsgid_plural \"cells\"\nmsgstr[0] \"甲\"\nmsgstr[1] \"乙\"\n",
            vec!["en>ja cell=甲", "en>ja cells=乙"],
        ),
        ("msgid \"sheep\"\nmsgid_plural \"sheep\"\nmsgstr[0] \"羊\"\n", vec!["en>ja sheep=羊"]),
        // Obsolete entries are passed over, with the flags above them.
        (
            "#, fuzzy\n#~ msgid \"old\"\n#~ msgstr \"古い\"\n\nmsgid \"new\"\nmsgstr \"新しい\"\n",
            vec!["en>ja new=新しい"],
        ),
        ("#| msgid \"older\"\nmsgid \"new\"\nmsgstr \"新しい\"\n", vec!["en>ja new=新しい"]),
        // What is wrong, row by row; line 6 is the first after the header.
        ("msgid \"a\"\nmsgstr \"\"\n\nmsgid \"b\"\nmsgstr \"い\"\n", vec!["6:1 untranslated", "en>ja b=い"]),
        (
            "msgid \"a\"\n\nmsgstr \"あ\"\n\nmsgid \"b\"\nmsgstr \"い\"\n",
            vec!["6:1 broken_row", "8:2 broken_row", "en>ja b=い"],
        ),
        ("msgid \"a\nmsgstr \"あ\"\n\nmsgid \"b\"\nmsgstr \"い\"\n", vec!["6:1 broken_row", "en>ja b=い"]),
        ("\"astray\"\n\nmsgid \"b\"\nmsgstr \"い\"\n", vec!["6:1 broken_row", "en>ja b=い"]),
        (
            "<<<<<<< HEAD\nmsgid \"a\"\nmsgstr \"あ\"\n\nmsgid \"b\"\nmsgstr \"い\"\n",
            vec!["6:1 broken_row", "en>ja b=い"],
        ),
        ("msgid \"a\"\nmsgstr[99] \"あ\"\n", vec!["6:1 broken_row"]),
        ("msgctxt \"x\"\nmsgid \"\"\nmsgstr \"あ\"\n", vec!["6:1 empty_source"]),
        ("msgid \"a\"\nmsgstr \"\u{fffd}\"\n", vec!["6:1 undecodable_text"]),
        ("", vec![]),
    ] {
        assert_eq!(lines(&items("a.po", catalogue(entries).as_bytes())), want, "{entries}");
    }
}

#[test]
fn fuzzy_entries_are_drafts_and_neighbours_in_the_file_are_the_context() {
    let entries = "#: topics/db.txt:12 other.txt:3\nmsgctxt \"verb\"\nmsgid \"first\"\nmsgstr \"一\"\n\n\
        # 訳者の注\n#, python-format, fuzzy\nmsgid \"second\"\nmsgid_plural \"seconds\"\nmsgstr[0] \"二\"\n\n\
        msgid \"third\"\nmsgstr \"\"\n\n#~ msgid \"gone\"\n#~ msgstr \"去\"\n\nmsgid \"fourth\"\nmsgstr \"四\"\n";
    let found: Vec<_> = items("a.po", catalogue(entries).as_bytes()).into_iter().filter_map(Result::ok).collect();
    let seen: Vec<_> =
        found.iter().map(|unit| (unit.source.as_str(), unit.draft, unit.provenance.neighbours)).collect();
    assert_eq!(
        seen,
        [
            ("first", false, Neighbours::of(None, Some("second"))),
            ("second", true, Neighbours::of(Some("first"), Some("third"))),
            ("seconds", true, Neighbours::of(Some("first"), Some("third"))),
            ("fourth", false, Neighbours::of(Some("third"), None)),
        ]
    );
    assert_eq!(
        (found[0].provenance.key.as_deref(), found[0].provenance.document.as_deref()),
        (Some("verb"), Some("topics/db.txt"))
    );
    assert_eq!((found[1].provenance.key.as_deref(), found[1].provenance.document.as_deref()), (None, None));
}

#[test]
fn languages_come_from_the_header_else_from_the_caller_and_else_the_file_is_refused() {
    let entry = "msgid \"a\"\nmsgstr \"b\"\n";
    let nobody = FileHint { name: "a.po".to_owned(), ..FileHint::default() };
    let caller = from_japanese("a.po");
    let english = FileHint { source_lang: Some(Lang::EN), target_lang: Some(Lang::EN), ..nobody.clone() };
    for (options, header, want) in [
        (&nobody, "Language: ja_JP.UTF-8", "en>ja-JP a=b"),
        (&nobody, "Language: sr@latin", "en>sr a=b"),
        (&nobody, "Language: en\\nX-Source-Language: ja", "ja>en a=b"),
        (&nobody, "Language: \\n", "4:1 language_missing"),
        (&nobody, "Language: jp", "4:1 language_missing"),
        (&nobody, "Language: en", "4:1 same_language"),
        (&english, "Project: x", "4:1 same_language"),
        (&caller, "Language: ", "ja>en a=b"),
        (&caller, "Language: Japanese language", "ja>en a=b"),
        (&caller, "Language: fr", "ja>fr a=b"),
    ] {
        let text = format!("msgid \"\"\nmsgstr \"{header}\\n\"\n\n{entry}");
        let found = lines(&items_with(options, text.as_bytes()));
        assert_eq!(found, [want], "{header}");
    }
    assert_eq!(lines(&items_with(&caller, entry.as_bytes())), ["ja>en a=b"]);
    // A template translates nothing into no language.
    assert_eq!(lines(&items("a.pot", b"msgid \"a\"\nmsgstr \"\"\n")), ["1:1 language_missing"]);
}

#[test]
fn a_unit_may_have_a_mebibyte_and_the_next_is_read_all_the_same() {
    let line = format!("\"{}\"\n", "脳".repeat(1_000));
    let entries = format!("msgid \"\"\n{}msgstr \"x\"\n\nmsgid \"b\"\nmsgstr \"い\"\n", line.repeat(400));
    assert_eq!(lines(&items("a.po", catalogue(&entries).as_bytes())), ["6:1 unit_too_large", "en>ja b=い"]);
}

#[test]
fn a_catalogue_cut_anywhere_gives_no_pair_that_is_not_in_it() {
    let whole = catalogue("msgid \"alpha\"\nmsgstr \"一二三\"\n\nmsgid \"beta\"\nmsgstr \"四五六\"\n");
    let all = lines(&units("a.po", whole.as_bytes()).into_iter().map(Ok).collect::<Vec<_>>());
    for cut in HEADER.len()..whole.len() {
        let found = lines(&items("a.po", &whole.as_bytes()[..cut]));
        for line in found.iter().filter(|line| line.contains('>')) {
            assert!(all.contains(line), "cut at {cut}: {found:?}");
        }
    }
}
