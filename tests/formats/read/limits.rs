//! Limits: each has an error that names it and its value.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::hint;
use super::samples::{content, docx, paragraph, pdf, pdf_with, stream};
use taiyaku_formats::read::{self, Hint, Limits};

/// A compressed run of blanks.
fn packed(length: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; length]).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn each_limit_has_an_error_that_names_it_and_its_value() {
    let all = Limits::default();
    let two_pages: &[&[(f32, f32, f32, &str)]] = &[&[(50.0, 700.0, 10.0, "一")], &[(50.0, 700.0, 10.0, "二")]];
    let deep_page = format!("<html><body>{}注", "<div>".repeat(60));
    let deep_document = docx(&format!("{}{}{}", "<w:sdt>".repeat(60), paragraph("注"), "</w:sdt>".repeat(60)));
    let bomb = stream("/Filter /FlateDecode", &packed(100_000));
    let bombed = pdf_with(&[&content(&[(50.0, 700.0, 10.0, "語")])], "", &[bomb], "");
    let long = docx(&paragraph(&"語".repeat(2000)));
    for (name, bytes, limits, code, said) in [
        ("bytes", b"0123456789".to_vec(), Limits { bytes: 9, ..all }, "too_large", "`bytes` is `9`"),
        ("pages", pdf(two_pages), Limits { pages: 1, ..all }, "too_many_pages", "`pages` is `1`"),
        (
            "nesting of a page",
            deep_page.into_bytes(),
            Limits { nesting: 40, ..all },
            "nested_too_deep",
            "`nesting` of `40`",
        ),
        ("nesting of a document", deep_document, Limits { nesting: 40, ..all }, "nested_too_deep", "`nesting` of `40`"),
        ("packed document", long.clone(), Limits { expanded: 3000, ..all }, "expands_too_much", "`expanded` of `3000`"),
        ("packed PDF", bombed, Limits { expanded: 50_000, ..all }, "expands_too_much", "`expanded` of `50000`"),
        ("text", "注".repeat(10).into_bytes(), Limits { text: 20, ..all }, "too_much_text", "`text` of `20`"),
        ("text of a document", long, Limits { text: 20, ..all }, "too_much_text", "`text` of `20`"),
        (
            "text of a page",
            b"<html><p>0123456789012345678901234".to_vec(),
            Limits { text: 20, ..all },
            "too_much_text",
            "`text` of `20`",
        ),
    ] {
        let error = read::release(&bytes, &Hint { limits, ..hint() }).unwrap_err();
        assert_eq!(error.code(), code, "{name}");
        assert!(error.to_string().contains(said), "{name}: {error}");
        assert!(read::release(&bytes, &hint()).is_ok(), "{name} is read with the usual limits");
    }
}

#[test]
fn a_page_is_as_deep_as_the_parser_makes_it() {
    let limits = Limits { nesting: 40, ..Limits::default() };
    let deep = Err("nested_too_deep");
    for (what, unit, times, want) in [
        ("end tags that close nothing", "<div></x>注", 10_000, deep),
        ("elements that XML would close", "<div/>注", 10_000, deep),
        ("cells in a drawing", "<svg><td>注", 10_000, deep),
        ("formatting that goes on in each paragraph", "<b><p>注", 10_000, Ok(())),
        ("elements that close each other", "<p>注", 10_000, Ok(())),
        ("elements without content", "注<br>", 10_000, Ok(())),
        ("comparisons in a script", "<p>注</p><script>a<b</script>", 1_000, Ok(())),
    ] {
        let page = format!("<html><body>{}", unit.repeat(times));
        let found = read::release(page.as_bytes(), &Hint { limits, ..hint() });
        assert_eq!(found.as_ref().map(|_| ()).map_err(|error| error.code()), want, "{what}");
        if let Ok(release) = found {
            assert_eq!(release.text.matches('注').count(), times, "{what}");
        }
    }
}

#[test]
fn forms_that_draw_forms_many_times_are_refused_before_any_engine_draws_them() {
    let form = |next: usize| {
        let draws = "/X Do ".repeat(20);
        stream(
            &format!("/Type /XObject /Subtype /Form /Resources << /XObject << /X {next} 0 R >> >>"),
            draws.as_bytes(),
        )
    };
    let forms: Vec<Vec<u8>> = (11..24).map(form).collect();
    let page = [content(&[(50.0, 700.0, 10.0, "前の文字")]), b"/X Do".to_vec()].concat();
    let bytes = pdf_with(&[&page], "/XObject << /X 10 0 R >>", &forms, "");
    assert_eq!(read::release(&bytes, &hint()).unwrap_err().code(), "page_too_complex");
    let few = pdf_with(&[&page], "/XObject << /X 10 0 R >>", &forms[12..], "");
    assert!(read::release(&few, &hint()).unwrap().text.contains("前の文字"));
}

#[test]
fn a_page_with_more_operators_than_any_printed_page_is_refused_with_its_number() {
    let shown = content(&[(50.0, 700.0, 10.0, "前の文字")]);
    for (what, more, refused) in [
        ("graphics states that show nothing", "q ".repeat(300_000), false),
        ("drawings between them", "q 1 0 0 1 0 0 cm Q ".repeat(200_000), false),
        ("graphics states nested without end", "q ".repeat(500_000), true),
        ("operators that show text", format!("BT /F 9 Tf {}ET", "<8996> Tj ".repeat(200_000)), true),
        ("parts of one array", format!("BT /F 9 Tf [{}] TJ ET", "<8996> 1 ".repeat(200_000)), true),
    ] {
        let bytes = pdf_with(&[&shown, &[shown.as_slice(), more.as_bytes()].concat()], "", &[], "");
        match read::release(&bytes, &hint()) {
            Ok(release) => assert!(!refused && release.text.contains("前の文字"), "{what}"),
            Err(error) => {
                assert_eq!((refused, error.code()), (true, "page_too_complex"), "{what}: {error}");
                assert!(error.to_string().contains("Page `2`"), "{what}: {error}");
            }
        }
    }
}

#[test]
fn a_document_of_more_elements_and_attributes_than_any_has_is_refused_with_the_position() {
    for (what, body) in
        [("elements", "<w:p/>".repeat(2_000_001)), ("attributes", format!("<w:p{}/>", " a=''".repeat(2_000_001)))]
    {
        let error = read::release(&docx(&body), &hint()).unwrap_err();
        assert_eq!(error.code(), "too_many_parts", "{what}");
        assert!(error.to_string().contains("at byte"), "{what}: {error}");
    }
}

#[test]
fn maps_that_would_exhaust_the_stack_cost_only_their_text_and_those_without_end_are_refused() {
    let range = |kind: &str| format!("1 begin{kind} <00000000> <FFFFFFFF> <0000> end{kind}").into_bytes();
    for (map, code) in [
        (b"[".repeat(200_000), None),
        (b"(".repeat(200_000), None),
        (b"<<".repeat(100_000), None),
        (range("bfrange"), Some("too_many_codes")),
        (range("cidrange"), Some("too_many_codes")),
    ] {
        let font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 11 0 R >>";
        let page =
            [b"BT /G 9 Tf 1 0 0 1 50 500 Tm <8996> Tj ET\n".as_slice(), &content(&[(50.0, 700.0, 10.0, "無事な文")])]
                .concat();
        let bytes = pdf_with(&[&page], "/Font << /F 3 0 R /G 10 0 R >>", &[font.to_vec(), stream("", &map)], "");
        match (read::release(&bytes, &hint()), code) {
            (Ok(release), None) => assert_eq!(release.text, "無事な文\n"),
            (read, code) => assert_eq!(read.err().map(|error| error.code()), code),
        }
    }
}
