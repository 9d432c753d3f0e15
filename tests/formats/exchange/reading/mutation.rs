//! Whatever the bytes are, a reader comes to an end, and what it gives is sound.

use proptest::prelude::*;

use super::{items, memory, rows_with, unit};
use taiyaku_formats::exchange::FileHint;

const CATALOGUE: &str = "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\n#, fuzzy\nmsgctxt \"c\"\nmsgid \"a\\t\"\nmsgid_plural \"as\"\n\
    msgstr[0] \"あ\"\n\n#~ msgid \"x\"\n\nmsgid \"b\"\n\"c\"\nmsgstr \"𠮷\"\n";

fn sound_memory() -> String {
    let second = "<tu tuid=\"1\"><prop type=\"file\">a</prop><tuv lang=\"ja\"><seg>一<ph>&lt;</ph>二<hi>三</hi></seg></tuv>\
        <tuv lang=\"en\"><seg>x&amp;&#65;</seg></tuv></tu>";
    memory("ja", &format!("{}\r\n{second}", unit("𠮷", "y")))
}

/// A few places of a sound file, each with other bytes in it.
fn damage() -> impl Strategy<Value = Vec<(usize, Vec<u8>)>> {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec![
            "<", ">", "&", "\"", "</tu>", "<tu>", "<seg>", "<!--", "]]>", "\n", "\\", "msgid \"", "\u{0}", "\u{feff}"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop::collection::vec((any::<usize>(), bytes), 0..6)
}

proptest! {
    #[test]
    fn no_damage_stops_a_reader_or_makes_it_give_nonsense(damage in damage(), is_memory in any::<bool>()) {
        let mut bytes = if is_memory { sound_memory() } else { CATALOGUE.to_owned() }.into_bytes();
        for (place, other) in &damage {
            let place = place % bytes.len();
            let end = (place + other.len()).min(bytes.len());
            bytes.splice(place..end, other.iter().copied());
        }
        let found = items(if is_memory { "a.tmx" } else { "a.po" }, &bytes);
        prop_assert!(found.len() < 60);
        let ends = found.iter().filter(|item| item.as_ref().is_err_and(|problem| problem.fault.ends_the_file())).count();
        prop_assert!(ends <= 1, "{found:?}");
        for unit in found.iter().flatten() {
            prop_assert!(unit.source_lang != unit.target_lang, "{unit:?}");
            for text in [&unit.source, &unit.target] {
                let strange = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r');
                prop_assert!(!text.trim().is_empty() && !text.contains(strange) && !text.contains('\u{fffd}'), "{unit:?}");
            }
        }
    }

    #[test]
    fn no_damage_stops_a_reader_of_terms_or_makes_it_give_nonsense(damage in damage(), which in 0..TERMS.len()) {
        let (name, text) = TERMS[which];
        let mut bytes = text.as_bytes().to_vec();
        // The beginning says what the file is.
        let sound = text.find('\n').unwrap() + 1;
        for (place, other) in &damage {
            let place = sound + place % (bytes.len() - sound);
            let end = (place + other.len()).min(bytes.len());
            bytes.splice(place..end, other.iter().copied());
        }
        let found = rows_with(&FileHint { name: name.to_owned(), ..FileHint::default() }, &bytes);
        prop_assert!(found.len() < 60);
        for row in found.iter().flatten() {
            prop_assert!(!row.names.is_empty(), "{row:?}");
            for name in &row.names {
                prop_assert!(!name.text.trim().is_empty() && !name.text.contains('\u{fffd}'), "{row:?}");
            }
        }
    }
}

/// A file of terms of each kind.
const TERMS: [(&str, &str); 4] = [
    (
        "a.utx",
        "#UTX 1.11; ja/en; 2026; copyright: a; license: b\r\n#src\ttgt\tsrc:pos\tterm status\r\n𠮷\ty\tnoun\tapproved\r\n⻭\ttooth\r\n",
    ),
    ("a.csv", "ja,en,note\n𠮷,y,\"a\nb\"\n'=細胞,cell,\n"),
    (
        "edict",
        "視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1/\n𠮷;⻭(iK) [は(P)] /(n) (1) tooth (of a gear)/(P)/\n",
    ),
    (
        "a.xml",
        "<!DOCTYPE JMdict [<!ENTITY n \"noun\">]>\n<JMdict><entry><k_ele><keb>𠮷</keb></k_ele><r_ele><reb>よし</reb></r_ele>\
        <sense><pos>&n;</pos><gloss>luck &amp; joy</gloss></sense></entry>\n<entry><r_ele><reb>は</reb></r_ele></entry></JMdict>\n",
    ),
];
