//! Files somebody is typing into: what is broken is told with its place, and the units before and after it stay.

use super::{read, texts};

const WHOLE: &str = "<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body><trans-unit id=\"1\"><source>一</source><target>one</target></trans-unit><trans-unit id=\"2\"><source>二</source><target>two</target></trans-unit><trans-unit id=\"3\"><source>三</source><target>three</target></trans-unit></body></file></xliff>";

#[test]
fn a_break_in_one_unit_leaves_the_others() {
    for (from, to, place, middle) in [
        ("two</target>", "t < wo</target>", "<", Some(("二", "t < wo"))),
        ("two</target>", "two <b</target>", "<b", Some(("二", "two "))),
        ("two</target>", "two & co</target>", "&", Some(("二", "two & co"))),
        ("two</target>", "two &nbsp;</target>", "&nbsp;", Some(("二", "two &nbsp;"))),
        ("two</target>", "two", "<target>", Some(("二", "two"))),
        ("two</target>", "two</target", "</target", Some(("二", "two"))),
        ("<target>two", "<target two", "<target two", Some(("二", ""))),
        ("<target>two", "<target state=\"new>two", "<target state=\"new>two", Some(("二", ""))),
        ("<source>二</source>", "<source>二", "<source>", Some(("二", "two"))),
        ("two</target></trans-unit>", "two</target>", "<trans-unit id=\"2\">", Some(("二", "two"))),
        ("two</target>", "two</g></target>", "</g>", Some(("二", "two"))),
        ("two</target>", "t<g id=\"1\">wo</target>", "<g id=\"1\">", Some(("二", "two"))),
        ("two</target>", "two<!-- x</target>", "<!--", Some(("二", "two x"))),
        ("two</target>", "two<![CDATA[x</target>", "<![CDATA[", Some(("二", "twox"))),
        ("<trans-unit id=\"2\">", "<trans-unit id=\"2\"", "<trans-unit id=\"2\"", None),
    ] {
        let file = WHOLE.replacen(from, to, 1);
        let document = read(&file, "a.xlf");
        let mut want = vec![("一".to_owned(), "one".to_owned())];
        want.extend(middle.map(|(one, other)| (one.to_owned(), other.to_owned())));
        want.push(("三".to_owned(), "three".to_owned()));
        assert_eq!(texts(&document), want, "{to}");
        let told: Vec<&str> = document.problems.iter().map(|problem| problem.span.of(&file)).collect();
        assert!(told.contains(&place), "{to}: {:?}", document.problems);
    }
}

#[test]
fn every_beginning_of_a_file_is_read_and_every_whole_unit_of_it_found() {
    for (end, _) in WHOLE.char_indices() {
        let part = &WHOLE[..end];
        let document = read(part, "a.xlf");
        let whole = part.matches("</trans-unit>").count();
        assert!(document.units.len() >= whole, "{part}");
        for (unit, want) in document.units.iter().take(whole).zip(["one", "two", "three"]) {
            assert_eq!(unit.target_text(), want, "{part}");
        }
        assert!(end < 8 || !document.problems.is_empty(), "{part}");
    }
}

#[test]
fn other_formats_go_on_after_what_is_broken() {
    for (file, name, want, place) in [
        (
            "<tmx><tu><tuv xml:lang='ja'><seg>一</seg></tuv><tuv xml:lang='en'><seg>one</tu><tu><tuv xml:lang='ja'><seg>二</seg></tuv></tu></tmx>",
            "",
            &[("一", "one"), ("二", "")][..],
            "<tuv xml:lang='en'>",
        ),
        (
            "<tmx><tu><tuv xml:lang='ja'><seg>一</seg><tu><tuv xml:lang='ja'><seg>二</seg></tuv></tu></tmx>",
            "",
            &[("一", ""), ("二", "")],
            "<tu>",
        ),
        ("msgid \"a\nmsgstr \"あ\"\n\nmsgid \"b\"\nmsgstr \"い\"\n", "a.po", &[("a", "あ"), ("b", "い")], "\"a"),
        (
            "msgid \"a\"\nmsgstr \"あ\" x\n\nmsgid \"b\"\nmsgstr \"\\q\"\n",
            "a.po",
            &[("a", "あ"), ("b", "\\q")],
            "\"あ\" x",
        ),
        ("msgid \"a\"\nmsgst \"あ\"\nmsgid \"b\"\nmsgstr \"い\"\n", "a.po", &[("a", ""), ("b", "い")], "msgst \"あ\""),
        ("ja,en\n一,\"one\n二,two\n", "a.csv", &[("一", "\"one"), ("二", "two")], "\"one"),
        ("ja\ten\n一\t\"one\n二\ttwo\n", "a.tsv", &[("一", "\"one"), ("二", "two")], ""),
    ] {
        let document = read(file, name);
        let want: Vec<_> = want.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        assert_eq!(texts(&document), want, "{file}");
        let told: Vec<&str> = document.problems.iter().map(|problem| problem.span.of(file)).collect();
        assert_eq!(told.first().copied().unwrap_or_default(), place, "{file}: {:?}", document.problems);
    }
}

#[test]
fn what_is_made_to_exhaust_readers_does_not() {
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]><xliff><trans-unit id='1'><source>&b;</source></trans-unit></xliff>";
    let document = read(entities, "a.xlf");
    assert_eq!(document.units[0].source.text(), "&b;");
    assert!(document.problems[0].message.contains("declares entities"));
    let deep = format!(
        "<xliff><trans-unit><source>{}あ{}</source></trans-unit></xliff>",
        "<g>".repeat(50_000),
        "</g>".repeat(50_000)
    );
    let document = read(&deep, "a.xlf");
    assert_eq!((document.units[0].source.text(), document.problems.len()), ("あ", 100));
    let open = "<".repeat(100_000);
    assert!(read(&format!("<xliff>{open}"), "a.xlf").problems.len() <= 100);
    let nested = format!("<xliff>{}", "<group>".repeat(100_000));
    assert_eq!(read(&nested, "a.xlf").units.len(), 0);
}
