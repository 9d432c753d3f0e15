//! Which tables are read, and what of them.

use taiyaku_formats::exchange::{Document, FileHint, Item, decode, format_of_document, format_of_file};

use super::super::spreadsheets::archive;
use super::{RELATIONS, TYPES, cell, document, open, paragraph, read, row, table, want};

#[test]
fn terms_and_texts_are_told_apart_by_names_and_otherwise_by_what_the_cells_hold() {
    for (what, rows, found) in [
        (
            "a glossary with a heading, an everyday number and a remark",
            vec![
                row(&["番号", "日本語", "英語", "備考"]),
                row(&["1", "𠮷野①", "Yoshino", "地名"]),
                row(&["2", "⻭", "tooth; teeth", ""]),
            ],
            &[(2, "term 𠮷野①=Yoshino"), (3, "term ⻭=tooth=teeth")][..],
        ),
        (
            "without a heading",
            vec![row(&["1.", "細胞", "cell"]), row(&["2.", "ｶﾅ", "kana"])],
            &[(1, "term 細胞=cell"), (2, "term ｶﾅ=kana")],
        ),
        (
            "English first, without a heading",
            vec![row(&["cell", "細胞"]), row(&["kana", "ｶﾅ"])],
            &[(1, "term 細胞=cell"), (2, "term ｶﾅ=kana")],
        ),
        (
            "a title over the heading, which is repeated",
            vec![
                row(&["用語集", ""]),
                row(&["日本語", "English"]),
                row(&["細胞", "cell"]),
                row(&["日本語", "English"]),
                row(&["脳", "brain"]),
            ],
            &[(3, "term 細胞=cell"), (5, "term 脳=brain")],
        ),
        (
            "a status that forbids",
            vec![row(&["用語", "英訳", "使用可否"]), row(&["細胞死", "necrosis", "禁止"]), row(&["脳", "brain", "？"])],
            &[(2, "term 細胞死=necrosis"), (3, "!status_unknown")],
        ),
        (
            "Trados Studio",
            vec![
                row(&["Segment ID", "Segment status", "Source segment", "Target segment"]),
                row(&["1", "Translated (100%)", "細胞が増えた。", "Cells grew."]),
                row(&["2", "Not Translated (0%)", "細胞", ""]),
                row(&["3", "Approved Translation", "脳", "Brain"]),
                row(&["4", "Translation Rejected", "骨", "Bone"]),
                row(&["5", "Draft", "𠮷", "Yoshi"]),
            ],
            &[
                (2, "text ja>en 細胞が増えた。=Cells grew."),
                (3, "!untranslated"),
                (4, "text ja>en 脳=Brain approved"),
                (5, "!translation_rejected"),
                (6, "text ja>en 𠮷=Yoshi draft"),
            ],
        ),
        (
            "memoQ, from English",
            vec![
                row(&["ID", "English", "Japanese", "Comment", "Status"]),
                row(&["1", "Cells grow in water.", "細胞は水の中で増える。", "", "Confirmed"]),
                row(&["2", "They die.", "死ぬ。", "", "Machine translated"]),
            ],
            &[(2, "text en>ja Cells grow in water.=細胞は水の中で増える。"), (3, "text en>ja They die.=死ぬ。 draft")],
        ),
        (
            "a heading that is not known",
            vec![row(&["元の文", "英語版"]), row(&["細胞", "cell"]), row(&["脳", "brain"])]
                .into_iter()
                .chain((0..9).map(|_| row(&["骨", "bone"])))
                .collect(),
            &[
                (2, "term 細胞=cell"),
                (3, "term 脳=brain"),
                (4, "term 骨=bone"),
                (5, "term 骨=bone"),
                (6, "term 骨=bone"),
                (7, "term 骨=bone"),
                (8, "term 骨=bone"),
                (9, "term 骨=bone"),
                (10, "term 骨=bone"),
                (11, "term 骨=bone"),
                (12, "term 骨=bone"),
            ],
        ),
        (
            "sentences without a heading",
            vec![row(&["細胞が増えた。", "Cells grew."]), row(&["死んだ。", "They died."]), row(&["図1", "Fig. 1"])],
            &[
                (1, "text ja>en 細胞が増えた。=Cells grew."),
                (2, "text ja>en 死んだ。=They died."),
                (3, "text ja>en 図1=Fig. 1"),
            ],
        ),
    ] {
        assert_eq!(read(&document(&table(&rows)), None), want(found), "{what}");
    }
}

#[test]
fn a_text_is_what_remains_when_all_changes_are_accepted() {
    let heading = row(&["日本語", "英語"]);
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    for (content, text) in [
        (format!("<w:p>{}<w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\">{}</w:ins></w:p>", run("量子"), run("もつれ")), "量子もつれ"),
        (format!("<w:p><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>", run("旧"), run("新")), "新"),
        (format!("<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>出</w:t></w:r></w:p>", run("見")), "見出"),
        (format!("<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>細</w:t></w:r>{}</w:p>", run("胞")), "細胞"),
        ("<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>のう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>脳</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>".to_owned(), "脳"),
        (format!("<w:p/><w:p>{}</w:p><w:p/><w:p/>", run("脳")), "脳"),
        (format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>", run("細"), run("胞")), "細胞"),
        ("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>鎖</w:t></w:r></w:p>".to_owned(), "鎖"),
        ("<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>".to_owned(), "甲"),
        (format!("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>", run("型")), "型"),
        ("<w:p><w:r><w:t>A&amp;B型</w:t><w:noBreakHyphen/><w:t><![CDATA[<1>]]></w:t></w:r></w:p>".to_owned(), "A&B型-<1>"),
    ] {
        let changed = format!("<w:tr>{}{}</w:tr>", cell("", &content), cell("", &paragraph("x")));
        let found = read(&document(&table(&[heading.clone(), changed])), None);
        assert_eq!(found, want(&[(2, &format!("term {text}=x"))]), "{content}");
    }
    let deleted = row(&["消", "deleted"]).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>");
    let found = read(&document(&table(&[heading, deleted, row(&["残", "kept"])])), None);
    assert_eq!(found, want(&[(3, "term 残=kept")]), "a row that is deleted counts as a row");
}

#[test]
fn merged_cells_hold_for_each_row_and_each_column() {
    let spanned = format!("<w:tr>{}</w:tr>", cell("<w:gridSpan w:val=\"3\"/>", &paragraph("用語集")));
    let earlier =
        "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"5\"/><w:vMerge w:val=\"restart\"/></w:tcPr></w:tcPrChange>";
    let three = |first: &str, second: String, third: &str| {
        format!("<w:tr>{}{second}{}</w:tr>", cell(earlier, &paragraph(first)), cell("", &paragraph(third)))
    };
    let rows = [
        spanned,
        row(&["日本語", "英語", "分野"]),
        three("細胞", cell("<w:vMerge w:val=\"restart\"/>", &paragraph("cell")), "生物"),
        three("細胞体", cell("<w:vMerge/>", "<w:p/>"), "生物"),
        three("", cell("<w:vMerge/>", "<w:p/>"), ""),
        three("脳", cell("", &paragraph("brain")), ""),
    ];
    assert_eq!(
        read(&document(&table(&rows)), None),
        want(&[(3, "term 細胞=cell"), (4, "term 細胞体=cell"), (6, "term 脳=brain")])
    );
    let before =
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>";
    let rows = [row(&["日本語", "英語"]), row(&["細胞", "x"]), before.to_owned()];
    assert_eq!(read(&document(&table(&rows)), None), want(&[(2, "term 細胞=x"), (3, "term cell")]));
}

#[test]
fn several_tables_and_nested_ones_are_read_and_others_are_named() {
    let terms = |ja: &str, en: &str| table(&[row(&["日本語", "英語"]), row(&[ja, en])]);
    let info = table(&[row(&["担当", "山田"]), row(&["期日", "2026-11-20"])]);
    let unclear = table(&[row(&["細胞", "cell", "memo one"]), row(&["脳", "brain", "memo two"])]);
    let nested = format!(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{}<w:p/></w:tc></w:tr></w:tbl>",
        terms("骨", "bone")
    );
    let file = document(&[info.clone(), terms("脳", "brain"), unclear, nested, terms("悪", "")].concat());
    let found: Vec<_> = open(&file, None).unwrap().collect();
    let told: Vec<String> = found
        .iter()
        .map(|item| match item {
            Ok(Item::Term(row)) => {
                let doubts: Vec<String> = row.doubts.iter().map(ToString::to_string).collect();
                format!("{} {}: {}", row.line, row.names[0].text, doubts.join(" "))
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("2 脳: Left out of the document: table 3, of which"), "{told:?}");
    assert_eq!(told[1..], ["2 骨: ", "2 悪: "]);

    // A problem names the table where there are several.
    let two = document(
        &[terms("脳", "brain"), table(&[row(&["日本語", "英語", "使用"]), row(&["骨", "bone", "？"])])].concat(),
    );
    let problem = open(&two, None).unwrap().find_map(Result::err).unwrap();
    assert_eq!((problem.line, problem.code()), (2, "status_unknown"));
    assert!(problem.fault.to_string().starts_with("Table 2: The status"), "{problem}");

    let none = document(&info);
    assert!(open(&none, None).unwrap_err().starts_with("columns_unknown"), "a table of contacts is not bilingual");
    assert_eq!(format_of_file(&none, "a.docx").unwrap_err().code(), "unknown_format");
    assert_eq!(format_of_file(&two, "a.txt").unwrap().name(), "docx");
}

#[test]
fn columns_may_be_mapped_and_contradictions_are_refused() {
    let file = document(&table(&[row(&["細胞", "x", "cell"]), row(&["脳", "y", "brain"])]));
    assert_eq!(read(&file, Some("ja=1,en=3")), want(&[(1, "term 細胞=cell"), (2, "term 脳=brain")]));
    let swapped = [row(&["日本語", "英語"]), row(&["cell", "細胞"]), row(&["brain", "脳"])];
    assert_eq!(read(&document(&table(&swapped)), None), want(&[(1, "!columns_contradict")]));
    let swapped = [row(&["原文（日本語）", "訳文（英語）"]), row(&["Cells grow.", "細胞が増える。"])];
    assert!(open(&document(&table(&swapped)), None).unwrap_err().starts_with("columns_contradict"));
}

#[test]
fn what_is_made_to_exhaust_readers_or_is_damaged_is_refused() {
    let of = |document: &str| {
        archive(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)])
    };
    let code = |file: &[u8]| open(file, None).err().map(|problem| problem.split(':').next().unwrap().to_owned());
    let rows = |row: &str, times: usize| format!("<w:document><w:tbl>{}</w:tbl></w:document>", row.repeat(times));
    let wide = format!("<w:tr>{}</w:tr>", "<w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr></w:tc>".repeat(9));
    for (file, want) in [
        (archive(&[("[Content_Types].xml", TYPES)]), "broken_file"),
        (of("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"), "hostile_xml"),
        (of("<w:document><w:tbl>"), "broken_file"),
        (of(&format!("<w:document>{}", "<w:tbl><w:tr><w:tc>".repeat(200))), "nested_too_deep"),
        (of(&rows(&wide, 3_000)), "hostile_archive"),
        (
            of(&format!("<w:document>{}</w:document>", format!("<w:p>{}</w:p>", " ".repeat(15 << 20)).repeat(3))),
            "hostile_archive",
        ),
        (b"PK\x03\x04".to_vec(), "broken_file"),
        (document(""), "columns_unknown"),
    ] {
        assert_eq!(code(&file).as_deref(), Some(want));
    }
    let long =
        document(&table(&[row(&["日本語", "英語"]), row(&["細胞", &"x".repeat(200 << 10)]), row(&["脳", "brain"])]));
    assert_eq!(read(&long, None), want(&[(2, "!unit_too_large"), (3, "term 脳=brain")]));
}

#[test]
fn a_check_reads_a_line_for_each_row() {
    let rows =
        [row(&["No.", "原文", "訳文"]), row(&["1", "細胞は\t３個。", "There are 4 cells."]), row(&["2", "𠮷", ""])];
    let file = document(&table(&rows));
    let text = decode(&file).unwrap().text;
    assert_eq!(text, "\n細胞は ３個。\tThere are 4 cells.\t\n𠮷\t\t\n");
    assert_eq!(format_of_document(&text, "a.docx").name(), "docx");
    let document_read = Document::read(&text, &FileHint { name: "a.docx".to_owned(), ..FileHint::default() });
    let (source, target) = document_read.languages();
    assert_eq!((source.as_str(), target.as_str(), document_read.units.len()), ("ja", "en", 2));
    let target = document_read.units[0].target.as_ref().unwrap();
    assert_eq!(target.file_span().of(&text), "There are 4 cells.");
    assert_eq!(decode(&document("")).unwrap_err().code(), "columns_unknown");
}
