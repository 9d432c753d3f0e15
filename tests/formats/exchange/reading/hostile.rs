//! Files made to harm: nothing expands, nothing outside is loaded, nothing is held whole that has no end.

use std::io::{self, Read};

use taiyaku_formats::exchange::{Document, FileHint, Reader};

use super::{items, lines, memory, unit};

#[test]
fn entities_are_refused_by_name_and_a_reference_to_the_dtd_is_passed_over() {
    let body = format!("<tmx><header srclang=\"ja\"/><body>{}</body></tmx>", unit("脳", "brain"));
    let bomb = "<!DOCTYPE tmx [<!ENTITY a \"脳脳脳脳\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    for (doctype, want) in [
        ("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">", "ja>en 脳=brain"),
        (
            "<!DOCTYPE tmx PUBLIC \"-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN\" \"http://127.0.0.1:1/t.dtd\">",
            "ja>en 脳=brain",
        ),
        ("<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>", "ja>en 脳=brain"),
        (bomb, "1:0 hostile_xml"),
        ("<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "1:0 hostile_xml"),
        ("<!DOCTYPE tmx [<!entity % x SYSTEM \"http://127.0.0.1:1/\"> %x;]>", "1:0 hostile_xml"),
    ] {
        assert_eq!(lines(&items("a.tmx", format!("{doctype}{body}").as_bytes())), [want], "{doctype}");
    }
}

#[test]
fn deep_nesting_is_refused_by_name_wherever_it_is() {
    for body in ["<a>".repeat(5_000), format!("<tu><tuv xml:lang=\"ja\"><seg>{}", "<hi>".repeat(5_000))] {
        assert_eq!(
            lines(&items("a.tmx", memory("ja", &body).as_bytes())).last().unwrap().split(' ').next_back(),
            Some("nested_too_deep")
        );
    }
}

/// Something again and again, without end.
struct Endless {
    start: Vec<u8>,
    again: &'static [u8],
    given: u64,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut bytes = std::mem::take(&mut self.start);
        while bytes.len() < out.len() {
            bytes.extend_from_slice(self.again);
        }
        self.start = bytes.split_off(out.len());
        out.copy_from_slice(&bytes);
        self.given += out.len() as u64;
        assert!(self.given < 64 << 20, "a reader that never gives up");
        Ok(out.len())
    }
}

#[test]
fn what_has_no_end_is_given_up_after_a_few_mebibytes() {
    for (start, again) in [
        ("<tmx><header srclang=\"ja\"/><body><tu><tuv xml:lang=\"ja\"><seg>", "脳"),
        ("<tmx><body><tu><tuv xml:lang=\"", "ja"),
        ("<tmx><!-- ", "注"),
        ("<tmx><![CDATA[", "]"),
        ("<!DOCTYPE tmx [", " "),
        ("msgid \"", "脳"),
        ("# ", "注"),
    ] {
        let start = start.as_bytes().to_vec();
        let options = FileHint { name: "a.tmx".to_owned(), ..FileHint::default() };
        let opened = Reader::open(Endless { start, again: again.as_bytes(), given: 0 }, &options);
        let last = opened.map_or_else(Some, |mut reader| reader.find_map(Result::err));
        assert_eq!(last.map(|problem| problem.code()), Some("unit_too_large"), "{again}");
    }
}

#[test]
fn an_input_that_fails_says_so_and_keeps_what_came_before() {
    struct Failing(io::Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            match self.0.read(out)? {
                0 => Err(io::Error::other("the cable was pulled")),
                read => Ok(read),
            }
        }
    }
    let pairs: Vec<String> = (0..2_000).map(|number| unit(&format!("第{number}部"), "part")).collect();
    let text = memory("ja", &pairs.join("\n"));
    let reader = Reader::open(Failing(io::Cursor::new(text.into_bytes())), &FileHint::default()).unwrap();
    let found = lines(&reader.map(|item| item.map(super::pair)).collect::<Vec<_>>());
    assert!(found.len() > 1_900 && found.last().unwrap().ends_with("file_unreadable"), "{}", found.len());
}

#[test]
fn a_file_with_more_segments_than_are_held_in_memory_is_refused_by_name() {
    let table = |rows: usize| format!("ja\ten\n{}", "脳\tbrain\n".repeat(rows));
    let hint = FileHint { name: "a.tsv".to_owned(), ..FileHint::default() };
    for (rows, refused, units) in [(60_000, None, 60_000), (60_001, Some("too_many_segments"), 60_000)] {
        let document = Document::read(&table(rows), &hint);
        assert_eq!(document.refusal.as_ref().map(|fault| fault.code()), refused, "{rows}");
        assert_eq!(document.units.len(), units, "{rows}");
    }
}
