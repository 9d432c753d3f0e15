//! Reading DOCX.

use super::samples::{archive, docx, docx_with, paragraph};
use super::{blocks, refused, released};

#[test]
fn paragraphs_keep_what_is_printed_and_nothing_else() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let raised = |text: &str, place: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"{place}\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    for (body, want) in [
        (paragraph("視床下部") + &paragraph("𠮷⻭ｶﾅﾞー"), "視床下部\n𠮷⻭ｶﾅﾞー\n"),
        (paragraph("A &amp; B &#x20BB7;"), "A & B 𠮷\n"),
        (format!("<w:p>{}<w:r><w:tab/></w:r>{}</w:p>", run("語"), run("説明")), "語\t説明\n"),
        (format!("<w:p>{}<w:r><w:br/></w:r>{}</w:p>", run("一"), run("二")), "一\n二\n"),
        (format!("<w:p>{}<w:r><w:br w:type=\"page\"/></w:r>{}</w:p>", run("一"), run("二")), "一\n\u{c}二\n"),
        (format!("<w:p>{}{}{}</w:p>", run("細胞"), raised("1", "superscript"), run("は")), "細胞¹は\n"),
        (format!("<w:p>{}{}{}</w:p>", run("語"), raised("注", "superscript"), raised("1", "superscript")), "語注1\n"),
        (format!("<w:p>{}{}</w:p>", run("H"), raised("2", "subscript")), "H₂\n"),
        (format!("<w:p><w:del>{}</w:del><w:ins>{}</w:ins></w:p>", run("旧"), run("新")), "新\n"),
        (format!("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{}</w:p>", run("三")), "三\n"),
        (
            format!(
                "<w:p><w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r></w:p>",
                run("よみ"),
                run("読")
            ),
            "読\n",
        ),
        (format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r>{}</w:p>", run("見")), "見\n"),
        (format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", paragraph("中")), "中\n"),
    ] {
        assert_eq!(released(&docx(&body)).text, want, "{body}");
    }
}

#[test]
fn a_text_box_is_read_once() {
    let inner = paragraph("箱");
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>\
         </mc:Choice><mc:Fallback><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(released(&docx(&body)).text, "前\n箱\n");
}

#[test]
fn tables_are_rows_and_boxes_are_paragraphs() {
    let cell =
        |texts: &[&str]| format!("<w:tc>{}</w:tc>", texts.iter().map(|text| paragraph(text)).collect::<String>());
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = format!("<w:tbl>{}</w:tbl>", row(&[cell(&["用語"]), cell(&["一つ。", "二つ。"])]));
    let frame = format!("<w:tbl>{}</w:tbl>", row(&[cell(&["枠の一", "枠の二"])]));
    let release = released(&docx(&(table + &frame)));
    let want = [("Row", "用語\t一つ。 二つ。"), ("Paragraph", "枠の一"), ("Paragraph", "枠の二")];
    assert_eq!(blocks(&release), want.map(|(kind, text)| (kind.to_owned(), text)));
}

#[test]
fn headings_numbers_and_notes_are_printed_as_word_prints_them() {
    let level = |index: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        level(0, "decimalFullWidth", "（%1）"),
        level(1, "aiueoFullWidth", "%2."),
        level(0, "bullet", "\u{f0b7}")
    );
    let styles = "<w:styles><w:style w:styleId=\"a1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let footnotes = format!(
        "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"7\">{}</w:footnote></w:footnotes>",
        paragraph("注の文。")
    );
    let core = "<cp:coreProperties xmlns:dc=\"dc\" xmlns:cp=\"cp\"><dc:title>題名</dc:title></cp:coreProperties>";
    let listed = |list: u8, depth: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t>用語解説</w:t></w:r></w:p>{}{}{}{}\
         <w:p><w:r><w:t>本文</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>",
        listed(1, 0, "甲"),
        listed(1, 1, "乙"),
        listed(1, 0, "丙"),
        listed(2, 0, "丁")
    );
    let parts = [
        ("word/numbering.xml", numbering.as_str()),
        ("word/styles.xml", styles),
        ("word/footnotes.xml", footnotes.as_str()),
        ("docProps/core.xml", core),
    ];
    let release = released(&docx_with(&body, &parts));
    let want = [
        ("Heading", "用語解説"),
        ("ListItem", "（１） 甲"),
        ("ListItem", "ア. 乙"),
        ("ListItem", "（２） 丙"),
        ("ListItem", "• 丁"),
        ("Paragraph", "本文¹"),
        ("Note", "¹ 注の文。"),
    ];
    assert_eq!(blocks(&release), want.map(|(kind, text)| (kind.to_owned(), text)));
    assert_eq!(release.title.as_deref(), Some("題名"));
}

#[test]
fn broken_and_empty_documents_are_refused() {
    for (bytes, code) in [
        (docx(""), "empty_document"),
        (archive(&[("[Content_Types].xml", ""), ("word/document.xml", "<w:document><w:body>")]), "broken_file"),
        (archive(&[("[Content_Types].xml", ""), ("word/document.xml", "<a></b>")]), "broken_file"),
        (docx(&paragraph("文")).into_iter().take(200).collect(), "broken_file"),
    ] {
        assert_eq!(refused(&bytes).code(), code);
    }
}
