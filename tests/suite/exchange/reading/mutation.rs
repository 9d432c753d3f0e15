//! Whatever the bytes are, a reader comes to an end, and what it gives is sound.

use proptest::prelude::*;

use super::{items, memory, unit};

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
}
