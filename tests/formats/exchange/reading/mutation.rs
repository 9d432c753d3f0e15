//! Whatever the bytes are, a reader comes to an end, and what it gives is sound.

use proptest::prelude::*;

use super::{items, memory, unit};
use taiyaku_formats::exchange::{FileHint, Item, Reader};

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

/// XLIFF of both versions, as our own writer makes it, and as Trados Studio and memoQ write it.
const XLIFF: [&str; 4] = [
    "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\" xml:space=\"preserve\"><body>\
     <trans-unit id=\"1\" resname=\"k\" approved=\"yes\"><source><bpt id=\"1\">&lt;b&gt;</bpt>膜<ept id=\"1\">&lt;/b&gt;</ept></source>\
     <target state=\"final\" state-qualifier=\"x-taiyaku-approved\">a<ph id=\"2\">%s</ph></target><context-group>\
     <context context-type=\"x-field\">甲</context></context-group></trans-unit></body></file></xliff>",
    "<?xml version=\"1.0\"?>\n<xliff version=\"2.1\" srcLang=\"ja\" trgLang=\"en\"><file id=\"f\"><notes><note category=\"taiyaku\">Exported by Taiyaku</note>\
     </notes><unit id=\"u1\"><notes><note category=\"x-field\">甲</note></notes><originalData><data id=\"d1\">&lt;b&gt;</data><data id=\"d2\">&lt;/b&gt;</data>\
     </originalData><segment state=\"initial\"><source><pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d2\">膜</pc>を</source><target>a<ph id=\"1\" dataRef=\"d1\"/>\
     </target></segment></unit></file></xliff>",
    "<xliff xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" version=\"1.2\"><file original=\"a\\原稿.docx\" source-language=\"ja-JP\" target-language=\"en-US\"><header><reference>\
     <internal-file form=\"base64\">UEsD\n</internal-file></reference></header><body><trans-unit id=\"u\"><source>𠮷</source><seg-source><mrk mtype=\"seg\" mid=\"1\">𠮷</mrk></seg-source>\
     <target><mrk mtype=\"seg\" mid=\"1\">a<mrk mtype=\"x-sdl-deleted\" sdl:revid=\"r\">b<x id=\"1\"/></mrk><mrk mtype=\"x-sdl-added\">c</mrk></mrk></target><sdl:seg-defs>\
     <sdl:seg id=\"1\" conf=\"Translated\" origin=\"mt\"><sdl:value key=\"modified_on\">11/20/2026 09:00:00</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></body></file></xliff>",
    "<xliff version=\"1.2\" xmlns:mq=\"MQXliff\"><file original=\"a\" source-language=\"ja\" target-language=\"en\"><body><trans-unit id=\"1\" mq:status=\"Proofread\" mq:lastchanginguser=\"山田\" \
     mq:lastchangedtimestamp=\"2026-11-20T09:00:00Z\"><source xml:space=\"preserve\">⻭</source><target xml:space=\"preserve\"><ph id=\"1\">&lt;mq:ch val=\"&amp;#9;\" /&gt;</ph>a</target>\
     <mq:minorversions><mq:historical-unit><target>old</target></mq:historical-unit></mq:minorversions></trans-unit></body></file></xliff>",
];

proptest! {
    #[test]
    fn no_damage_stops_a_reader_of_xliff(damage in damage(), which in 0..XLIFF.len()) {
        let mut bytes = XLIFF[which].as_bytes().to_vec();
        for (place, other) in &damage {
            let place = place % bytes.len();
            let end = (place + other.len()).min(bytes.len());
            bytes.splice(place..end, other.iter().copied());
        }
        let Ok(reader) = Reader::open(&bytes[..], &FileHint { name: "a.xlf".to_owned(), ..FileHint::default() }) else { return Ok(()) };
        let found: Vec<_> = reader.collect();
        prop_assert!(found.len() < 60);
        for item in found.iter().flatten() {
            let Item::Pair(unit) = item else { continue };
            for (text, codes) in [(&unit.source, &unit.provenance.codes.source), (&unit.target, &unit.provenance.codes.target)] {
                prop_assert!(!text.trim().is_empty() && !text.contains('\u{fffd}'), "{unit:?}");
                prop_assert!(codes.iter().all(|code| code.at <= text.len() && text.is_char_boundary(code.at)), "{unit:?}");
            }
        }
    }

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
        let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
        let Ok(reader) = Reader::open(&bytes[..], &hint) else { return Ok(()) };
        let found: Vec<_> = reader.collect();
        prop_assert!(found.len() < 60);
        for item in found.iter().flatten() {
            let Item::Term(row) = item else { continue };
            prop_assert!(!row.names.is_empty(), "{row:?}");
            for name in &row.names {
                prop_assert!(!name.text.trim().is_empty() && !name.text.contains('\u{fffd}'), "{row:?}");
            }
        }
    }
}

/// A file of terms of each kind.
const TERMS: [(&str, &str); 7] = [
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
    (
        "a.tbx",
        "<?xml version=\"1.0\"?>\n<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
         xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\"><text><body><conceptEntry id=\"c1\">\
         <min:subjectField>甲</min:subjectField><basic:crossReference target=\"c2\">乙</basic:crossReference><langSec xml:lang=\"ja\">\
         <descripGrp><basic:definition>𠮷&amp;</basic:definition><basic:source>丙</basic:source></descripGrp><termSec><term>𠮷</term>\
         <min:partOfSpeech>noun</min:partOfSpeech><note>丁</note></termSec></langSec><langSec xml:lang=\"en\"><termSec><term>y</term>\
         </termSec></langSec></conceptEntry></body></text></tbx>",
    ),
    (
        "a.tbx",
        "<?xml version=\"1.0\"?>\n<martif type=\"TBX\" xml:lang=\"en\"><text><body><termEntry id=\"c1\"><langSet xml:lang=\"ja\"><ntig>\
         <termGrp><term>𠮷<hi>⻭</hi></term><termNote type=\"administrativeStatus\">preferred</termNote></termGrp><xref type=\"xGraphic\" \
         target=\"http://a/\">図</xref></ntig></langSet><langSet xml:lang=\"fr\"><tig><term>dent</term></tig></langSet></termEntry>\
         </body></text></martif>",
    ),
    (
        "a.xlf",
        "<?xml version=\"1.0\"?>\n<xliff version=\"2.1\" srcLang=\"ja\" trgLang=\"en\"><file id=\"f\"><unit id=\"1\"><gls:glossary>\
         <gls:glossEntry id=\"g\" ref=\"#m\"><gls:term>𠮷</gls:term><gls:translation id=\"t\">y</gls:translation><gls:definition>丙\
         </gls:definition></gls:glossEntry></gls:glossary></unit></file></xliff>",
    ),
];
