//! Reading PDF with the built-in engine, and with the other engines if they are installed.

use super::samples::{content, pdf, pdf_of, pdf_with, stream};
use super::{hint, refused, released};
use taiyaku_formats::read::{self, Hint, PdfEngine, PdfEngineOptions, available_pdf_engines};

#[test]
fn lines_follow_the_page_and_spaces_stand_only_where_they_are_seen() {
    for (name, pieces, want) in [
        ("two lines", vec![(50.0, 700.0, 10.0, "視床下部"), (50.0, 684.0, 10.0, "の一部")], "視床下部\nの一部\n"),
        (
            "script change",
            vec![(50.0, 700.0, 10.0, "脳の"), (72.5, 700.0, 10.0, "MRI"), (90.0, 700.0, 10.0, "画像")],
            "脳のMRI画像\n",
        ),
        ("Latin words", vec![(50.0, 700.0, 10.0, "solid"), (78.0, 700.0, 10.0, "state")], "solid state\n"),
        (
            "raised mark",
            vec![(50.0, 700.0, 10.0, "細胞"), (70.0, 704.0, 6.0, "注1"), (79.0, 700.0, 10.0, "は")],
            "細胞注1は\n",
        ),
        ("own space", vec![(50.0, 700.0, 10.0, "大学 理学部")], "大学 理学部\n"),
        ("gap", vec![(50.0, 700.0, 10.0, "注1"), (80.0, 700.0, 10.0, "語")], "注1 語\n"),
        ("bold by printing twice", vec![(50.0, 700.0, 10.0, "語"), (50.2, 700.0, 10.0, "語")], "語\n"),
        ("vertical", vec![(50.0, 700.0, 10.0, "縦"), (50.0, 690.0, 10.0, "書"), (50.0, 680.0, 10.0, "き")], "縦書き\n"),
    ] {
        assert_eq!(released(&pdf(&[&pieces])).text, want, "{name}");
    }
}

#[test]
fn pages_are_parted_by_form_feeds_and_counted() {
    let release = released(&pdf(&[&[(50.0, 700.0, 10.0, "第一頁")], &[(50.0, 700.0, 10.0, "第二頁")]]));
    assert_eq!(release.text, "第一頁\n\u{c}第二頁\n");
    assert_eq!(release.source.pages, Some(2));
    assert_eq!(release.source.engine, "pdf-extract");
    assert_eq!(release.title.as_deref(), Some("注"));
}

#[test]
fn forms_are_read_in_place_and_forms_that_draw_themselves_end() {
    let own = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 0 -100]";
    let inner = [content(&[(50.0, 700.0, 10.0, "形の中")]), b"/X Do\n".to_vec()].concat();
    let form = stream(&format!("{own} /Resources << /Font << /F 3 0 R >> /XObject << /X 10 0 R >> >>"), &inner);
    let page = [content(&[(50.0, 700.0, 10.0, "前")]), b"/X Do\n".to_vec()].concat();
    let text = released(&pdf_with(&[&page], "/XObject << /X 10 0 R >>", &[form], "")).text;
    assert!(text.starts_with("前\n"), "{text}");
    assert!(text.contains("形の中"), "{text}");
}

#[test]
fn operators_with_wrong_operands_and_unknown_colours_do_no_harm() {
    let page = [b"/Odd cs 1 2 3 cm (x) Tj /None 9 Tf q Q Q Q Tj ".as_slice(), &content(&[(50.0, 700.0, 10.0, "無事")])]
        .concat();
    assert_eq!(released(&pdf_with(&[&page], "", &[], "")).text, "無事\n");
}

#[test]
fn a_font_that_cannot_be_read_costs_only_its_own_text() {
    let odd =
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /90ms-RKSJ-H /DescendantFonts [7 0 R] >>".to_vec();
    let page =
        [b"BT /G 9 Tf 1 0 0 1 50 500 Tm <82A0> Tj ET\n".as_slice(), &content(&[(50.0, 700.0, 10.0, "無事な文")])]
            .concat();
    let bytes = pdf_with(&[&page], "/Font << /F 3 0 R /G 10 0 R >>", &[odd], "");
    assert!(released(&bytes).text.contains("無事な文"));
}

#[test]
fn fonts_that_only_name_a_japanese_encoding_are_read() {
    for (encoding, codes) in [
        ("90ms-RKSJ-H", "8E8B8FB0 89BA 9594 CC DE 4D5249"),
        ("EUC-H", "BBEBBEB2 B2BC C9F4 8ECC 8EDE 4D5249"),
        ("UniJIS-UTF16-H", "8996 5E8A 4E0B 90E8 FF8C FF9E 004D 0052 0049"),
        ("UniJIS-UCS2-HW-V", "8996 5E8A 4E0B 90E8 FF8C FF9E 004D 0052 0049"),
    ] {
        let font =
            format!("<< /Type /Font /Subtype /Type0 /BaseFont /Old /Encoding /{encoding} /DescendantFonts [4 0 R] >>")
                .into_bytes();
        let page = format!("BT /G 9 Tf 1 0 0 1 50 500 Tm [<{}> -20 ()] TJ ET", codes.replace(' ', ""));
        let bytes = pdf_with(&[page.as_bytes()], "/Font << /G 10 0 R >>", &[font], "");
        assert_eq!(released(&bytes).text, "視床下部ﾌﾞMRI\n", "{encoding}");
    }
}

#[test]
fn pictures_without_text_and_locked_or_broken_files_are_refused() {
    let picture =
        stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", b"x");
    let scanned = pdf_with(&[b"q 600 0 0 800 0 0 cm /P Do Q"], "/XObject << /P 10 0 R >>", &[picture], "");
    let locked = pdf_of(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 0 /Kids [] >>".to_vec(),
            [
                b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (".as_slice(),
                &[b'o'; 32],
                b") /U (",
                &[b'u'; 32],
                b") >>",
            ]
            .concat(),
        ],
        "/Encrypt 3 0 R /ID [(0123456789abcdef) (0123456789abcdef)]",
    );
    for (bytes, code) in [
        (scanned.clone(), "no_text_layer"),
        (pdf(&[&[]]), "no_text_layer"),
        (locked, "encrypted"),
        (b"%PDF-1.7\nnothing".to_vec(), "broken_file"),
    ] {
        assert_eq!(refused(&bytes).code(), code);
    }
    assert!(refused(&scanned).to_string().contains("OCR"));
}

#[test]
fn every_engine_of_the_machine_reads_the_same_words() {
    let bytes = pdf(&[&[(50.0, 700.0, 10.0, "視床下部は"), (50.0, 684.0, 10.0, "solid state")]]);
    let names = available_pdf_engines(&PdfEngineOptions::default());
    assert_eq!(names.last().map(String::as_str), Some("pdf-extract"));
    for engine in [PdfEngine::Pdfium, PdfEngine::Pdftotext, PdfEngine::PdfExtract] {
        if names.iter().any(|name| name.starts_with(engine.as_str())) {
            let mut hint = hint();
            hint.pdf.only = Some(engine);
            let release = read::release(&bytes, &hint).unwrap();
            let words: Vec<&str> = release.text.split_whitespace().collect();
            assert_eq!(words, ["視床下部は", "solid", "state"], "{engine:?}");
            assert!(release.source.engine.starts_with(engine.as_str()));
        }
    }
    let release = read::release(&bytes, &Hint::named("any")).unwrap();
    assert!(release.text.contains("視床下部"));
}

#[test]
fn an_engine_that_is_asked_for_and_missing_is_named() {
    let mut hint = hint();
    hint.pdf.only = Some(PdfEngine::Pdftotext);
    hint.pdf.pdftotext = Some("/nowhere/pdftotext".into());
    let error = read::release(&pdf(&[&[(50.0, 700.0, 10.0, "語")]]), &hint).unwrap_err();
    assert_eq!(error.code(), "engine_missing");
    assert!(error.to_string().contains("`pdftotext`"), "{error}");
}
