//! Whatever is written where, it is read back, and nothing else has changed; whatever a file is, reading it ends well.

use proptest::prelude::*;
use taiyaku_language::model::{Side, Span};

use super::{read, rewritten, texts};

/// Files of each format, with a pair to write into between two others.
const FILES: &[(&str, &str)] = &[
    (
        "a.xlf",
        "<xliff version='1.2'><file source-language='ja' target-language='en'><trans-unit id='1'><source>一</source><target>one</target></trans-unit>\n<trans-unit id='2'><source>二</source><target>t<g id='1'>w</g><x id='2'/>o</target></trans-unit>\n<trans-unit id='3'><source>三</source><target/></trans-unit></file></xliff>",
    ),
    (
        "b.xlf",
        "<xliff version='2.1' srcLang='ja' trgLang='en'><unit id='1'><segment><source>一</source></segment>\n<segment><source>二</source></segment><segment><source>三</source></segment></unit></xliff>",
    ),
    (
        "a.tmx",
        "<tmx><tu><tuv xml:lang='ja'><seg>一</seg></tuv><tuv xml:lang='en'><seg>a</seg></tuv></tu><tu><tuv xml:lang='ja'><seg>二</seg></tuv></tu><tu><tuv xml:lang='ja'><seg>三</seg></tuv></tu></tmx>",
    ),
    (
        "a.po",
        "msgid \"a\"\nmsgstr \"一\"\n\nmsgid \"b\"\nmsgstr \"\"\n\"に\\n\"\n\"二\"\n\nmsgid \"c\"\nmsgstr \"三\"\n",
    ),
    ("a.tsv", "ja\ten\n一\tone\n二\ttwo\n三\n"),
    ("a.csv", "ja,en\r\n一,one\r\n二,\"t\"\"wo\"\r\n三,\r\n"),
];

/// Text with what formats treat in their own way.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            Just("𠮷"),
            Just("ｶﾞ"),
            Just("か\u{3099}"),
            Just("⻭"),
            Just("ー"),
            Just("&"),
            Just("<"),
            Just(">"),
            Just("\""),
            Just("'"),
            Just("\\"),
            Just("\\n"),
            Just(","),
            Just(";"),
            Just("]]>"),
            Just("&amp;"),
            Just("<b>"),
            Just("cell "),
            Just("1２"),
            Just("{0}"),
            Just("#"),
            Just("%"),
        ],
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

/// A place between characters of the text.
fn border(text: &str, share: f64) -> usize {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a small number"
    )]
    borders[((borders.len() - 1) as f64 * share) as usize]
}

proptest! {
    #![proptest_config(crate::factor::cases(400))]

    #[test]
    fn what_is_written_is_read_and_nothing_else_changes(
        which in 0..FILES.len(), first in words(), second in words(), from in 0.0..1.0_f64, to in 0.0..1.0_f64,
    ) {
        let (name, file) = FILES[which];
        let mut file = file.to_owned();
        for (new, all) in [(&first, true), (&second, false)] {
            let document = read(&file, name);
            let target = document.units[1].target.clone().unwrap();
            let text = target.text().to_owned();
            let (one, other) = (border(&text, from), border(&text, to));
            let span = if all { Span::new(0, text.len()) } else { Span::new(one.min(other), one.max(other)) };
            let mut want = texts(&document);
            want[1].1.replace_range(span.start..span.end, new);
            file = rewritten(&file, &target.replace(span, new));
            prop_assert_eq!(texts(&read(&file, name)), want, "{}", file);
        }
    }

    #[test]
    fn every_byte_of_a_text_is_found_where_it_stands(which in 0..FILES.len(), new in words()) {
        let (name, file) = FILES[which];
        let target = read(file, name).units[1].target.clone().unwrap();
        let file = rewritten(file, &target.replace(Span::new(0, target.text().len()), &new));
        let document = read(&file, name);
        let target = document.units[1].target.as_ref().unwrap();
        for (at, letter) in target.text().char_indices() {
            let byte = target.spans(Span::new(at, at + letter.len_utf8()))[0].start;
            prop_assert_eq!(document.at(0, byte), Some((1, Side::Target, at)), "{} in {}", letter, file);
        }
    }

    #[test]
    fn no_text_stops_a_reader_and_no_place_is_off(
        parts in prop::collection::vec(prop_oneof![
            Just("<xliff>"), Just("<trans-unit id='1'>"), Just("</trans-unit>"), Just("<source>"), Just("</source>"),
            Just("<target>"), Just("</target>"), Just("<target/>"), Just("<g id='1'>"), Just("</g>"), Just("<x/>"), Just("<mrk mtype='seg' mid='1'>"),
            Just("</mrk>"), Just("<seg-source>"), Just("</seg-source>"), Just("<![CDATA["), Just("]]>"), Just("<!--"), Just("-->"), Just("<"),
            Just("&"), Just("&amp;"), Just("𠮷"), Just("\""), Just("\\"), Just("\n"), Just("\r\n"), Just("msgid \""), Just("msgstr \""), Just("\t"),
            Just(","), Just("# "), Just("- "), Just("|"), Just("```"), Just("<tu>"), Just("<tuv xml:lang='ja'>"), Just("<seg>"), Just("</seg>"),
        ], 0..40),
        name in prop_oneof![Just("a.xlf"), Just("a.tmx"), Just("a.po"), Just("a.tsv"), Just("a.csv"), Just("a.md"), Just("a.txt")],
    ) {
        let file = parts.concat();
        let document = read(&file, name);
        for unit in &document.units {
            for passage in [Some(&unit.source), unit.target.as_ref()].into_iter().flatten() {
                let whole = Span::new(0, passage.text().len());
                for span in passage.spans(whole).into_iter().chain([passage.file_span(), unit.span]) {
                    prop_assert!(file.get(span.start..span.end).is_some(), "{:?} in {:?}", span, file);
                }
                let after = rewritten(&file, &passage.replace(whole, "新"));
                prop_assert!(after.contains('新'));
            }
        }
        for problem in &document.problems {
            prop_assert!(file.get(problem.span.start..problem.span.end).is_some());
        }
    }
}
