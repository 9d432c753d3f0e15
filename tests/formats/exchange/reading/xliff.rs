//! XLIFF as a source of translations for the memory.

use taiyaku_language::model::Neighbours;

use super::items;

const FILE: &str = "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en-US\"><body>\n\
<trans-unit id=\"a\" approved=\"yes\"><source>𠮷の<g id=\"1\">腸</g><x id=\"2\"/></source><target>the gut</target></trans-unit>\n\
<trans-unit id=\"b\"><source>脳</source><target state=\"needs-translation\">brain</target></trans-unit>\n\
<trans-unit id=\"c\"><source>骨</source><target/></trans-unit>\n\
<trans-unit id=\"d\"><source>血 & 肉</source><target>blood and flesh</target></trans-unit>\n\
</body></file></xliff>\n";

#[test]
fn translated_segments_come_with_key_state_line_and_neighbours() {
    let found = items("a.xlf", FILE.as_bytes());
    let (units, problems): (Vec<_>, Vec<_>) = found.into_iter().partition(Result::is_ok);
    let units: Vec<_> = units.into_iter().map(Result::unwrap).collect();
    let told: Vec<_> =
        units.iter().map(|unit| (unit.source.as_str(), unit.target.as_str(), unit.draft, unit.line)).collect();
    assert_eq!(
        told,
        [("𠮷の腸", "the gut", false, 3), ("脳", "brain", true, 4), ("血 & 肉", "blood and flesh", false, 6)]
    );
    assert_eq!(units[1].provenance.neighbours, Neighbours::of(Some("𠮷の腸"), Some("骨")));
    assert_eq!((units[0].provenance.key.as_deref(), units[0].target_lang.as_str()), (Some("a"), "en-US"));
    let codes: Vec<_> = problems
        .into_iter()
        .map(|problem| problem.map_err(|problem| (problem.line, problem.code())).unwrap_err())
        .collect();
    assert_eq!(codes, [(5, "untranslated"), (6, "broken_row")]);
}

#[test]
fn xliff_of_two_versions_in_any_encoding_is_read() {
    let two = "<xliff version=\"2.0\" srcLang=\"ja\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment state=\"initial\"><source>脳</source><target>brain</target></segment></unit></file></xliff>";
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(two.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [two.as_bytes(), &utf16] {
        let units: Vec<_> = items("x", bytes).into_iter().map(Result::unwrap).collect();
        assert_eq!((units.len(), units[0].source.as_str(), units[0].draft), (1, "脳", true));
    }
}

#[test]
fn what_is_not_as_the_standard_has_it_is_told_with_its_line_and_the_segment_is_read() {
    let file = "<xliff version=\"2.1\" srcLang=\"ja\"><file id=\"f\"><unit id=\"u\">\n<segment state=\"done\"><source>脳</source>\n<target>brain</target></segment></unit></file></xliff>";
    let found = items("a.xlf", file.as_bytes());
    let told: Vec<_> = found.iter().filter_map(|item| item.as_ref().err()).map(|one| (one.line, one.code())).collect();
    assert_eq!((found.len(), told), (3, vec![(2, "not_standard"), (3, "not_standard")]));
}
