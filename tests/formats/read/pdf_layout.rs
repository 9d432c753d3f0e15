//! Arranging the characters of a PDF: marks, readings, tables, vertical text, and fonts without a map to Unicode.

use taiyaku_formats::model::{BlockKind, Release};

use super::released;
use super::samples::{content, pdf, pdf_with};

/// The rows of tables in a release.
fn rows(release: &Release) -> Vec<&str> {
    assert!(release.blocks.iter().all(|block| block.kind == BlockKind::Row));
    release.blocks.iter().map(|block| block.span.of(&release.text)).collect()
}

#[test]
fn marks_and_readings_stay_in_their_line() {
    for (name, pieces, want) in [
        (
            "a mark broken at the end of a line",
            vec![
                (50.0, 700.0, 10.0, "膜が"),
                (70.0, 704.0, 6.0, "注"),
                (50.0, 688.0, 6.0, "12"),
                (56.0, 684.0, 10.0, "を包む"),
            ],
            "膜が注12\nを包む\n",
        ),
        (
            "a mark at full size broken at the end of a line",
            vec![(50.0, 700.0, 10.0, "膜※"), (50.0, 684.0, 10.0, "1）を")],
            "膜※1）\nを\n",
        ),
        (
            "a number at the start of a line is no mark",
            vec![(50.0, 700.0, 10.0, "膜を"), (50.0, 684.0, 10.0, "12種")],
            "膜を\n12種\n",
        ),
        (
            "powers and indices",
            vec![
                (50.0, 700.0, 10.0, "10"),
                (60.0, 704.0, 6.0, "6"),
                (63.0, 700.0, 10.0, "個のCO"),
                (93.0, 698.0, 6.0, "2"),
            ],
            "10⁶個のCO₂\n",
        ),
        (
            "a reading above kanji, drawn before them",
            vec![(50.0, 700.0, 10.0, "の"), (60.0, 711.0, 5.0, "べんもう"), (60.0, 700.0, 10.0, "鞭毛が")],
            "の鞭毛が\n",
        ),
        (
            "a reading drawn after the line",
            vec![(50.0, 700.0, 10.0, "鞭毛が"), (50.0, 711.0, 5.0, "べんもう"), (50.0, 684.0, 10.0, "動く")],
            "鞭毛が\n動く\n",
        ),
        (
            "a reading as large as the kanji it spreads",
            vec![
                (50.0, 700.0, 10.0, "注"),
                (60.0, 714.0, 10.0, "べんもう"),
                (66.0, 700.0, 10.0, "鞭"),
                (84.0, 700.0, 10.0, "毛"),
            ],
            "注鞭毛\n",
        ),
        (
            "a head in kana above its definition is no reading",
            vec![(50.0, 700.0, 10.0, "がん"), (50.0, 685.0, 10.0, "正常な細胞が変わったもの。")],
            "がん\n正常な細胞が変わったもの。\n",
        ),
    ] {
        assert_eq!(released(&pdf(&[&pieces])).text, want, "{name}");
    }
}

#[test]
fn a_gap_behind_punctuation_is_a_space_if_others_on_the_page_are_narrower() {
    let head = (50.0, 684.0, 10.0, "前浜（砂浜）");
    for gap in [2.5, 5.0] {
        let closed =
            [(50.0, 700.0, 10.0, "砂を、波が、風が、運ぶ。"), head, (110.0 + gap, 684.0, 10.0, "波が寄せる。")];
        assert_eq!(released(&pdf(&[&closed])).text, "砂を、波が、風が、運ぶ。\n前浜（砂浜） 波が寄せる。\n", "{gap}");
    }
    // Half a character is free behind all punctuation.
    let open = [
        (50.0, 700.0, 10.0, "砂を、"),
        (85.0, 700.0, 10.0, "波が、"),
        (120.0, 700.0, 10.0, "風が、"),
        (155.0, 700.0, 10.0, "運ぶ。"),
        head,
        (115.0, 684.0, 10.0, "波が寄せる。"),
    ];
    assert_eq!(released(&pdf(&[&open])).text, "砂を、波が、風が、運ぶ。\n前浜（砂浜）波が寄せる。\n");
}

#[test]
fn tables_are_read_row_by_row_with_whole_cells() {
    let release = released(&pdf(&[&[
        (50.0, 720.0, 12.0, "【用語解説】"),
        (50.0, 700.0, 10.0, "用語"),
        (120.0, 700.0, 10.0, "英語"),
        (220.0, 700.0, 10.0, "説明"),
        (50.0, 680.0, 10.0, "嫌気性菌"),
        (120.0, 680.0, 10.0, "anaerobic"),
        (120.0, 666.0, 10.0, "bacteria"),
        (220.0, 680.0, 10.0, "酸素のない場所で"),
        (220.0, 666.0, 10.0, "生きる細菌。"),
        (50.0, 646.0, 10.0, "吉野膜"),
        (220.0, 646.0, 10.0, "架空の膜。"),
        (50.0, 600.0, 10.0, "【論文情報】"),
    ]]));
    assert_eq!(
        rows(&release),
        ["用語\t英語\t説明", "嫌気性菌\tanaerobic bacteria\t酸素のない場所で生きる細菌。", "吉野膜\t\t架空の膜。"],
        "{}",
        release.text
    );
    assert!(release.text.starts_with("【用語解説】\n用語\t") && release.text.ends_with("\n【論文情報】\n"));
}

#[test]
fn cells_in_the_middle_of_a_row_and_rows_over_two_pages_stay_together() {
    let release = released(&pdf(&[
        &[
            (50.0, 700.0, 10.0, "用語"),
            (120.0, 700.0, 10.0, "説明"),
            (50.0, 673.0, 10.0, "渦"),
            (120.0, 680.0, 10.0, "回りながら"),
            (120.0, 666.0, 10.0, "進む流れ。"),
            (50.0, 646.0, 10.0, "膜"),
            (120.0, 646.0, 10.0, "細胞を包む"),
            (300.0, 40.0, 10.0, "1"),
        ],
        &[
            (50.0, 760.0, 10.0, "用語"),
            (120.0, 760.0, 10.0, "説明"),
            (120.0, 746.0, 10.0, "薄い層。"),
            (50.0, 726.0, 10.0, "鞭毛"),
            (120.0, 726.0, 10.0, "動く毛。"),
        ],
    ]));
    assert_eq!(
        rows(&release),
        ["用語\t説明", "渦\t回りながら進む流れ。", "膜\t細胞を包む薄い層。", "鞭毛\t動く毛。"],
        "{}",
        release.text
    );
}

#[test]
fn cells_whose_lines_are_as_far_apart_as_those_of_the_text_stay_whole() {
    let prose = (0_u8..5).map(|line| {
        (50.0, 760.0 - 27.0 * f32::from(line), 10.0, "湖の水を毎朝測り、その温度の変化を長いあいだ記録した。")
    });
    let table = [
        (50.0, 600.0, 10.0, "用語"),
        (180.0, 600.0, 10.0, "説明"),
        (50.0, 546.5, 10.0, "渦"),
        (120.0, 560.0, 10.0, "回りながら"),
        (120.0, 533.0, 10.0, "進む流れ。"),
        (50.0, 500.0, 10.0, "吉野"),
        (50.0, 473.0, 10.0, "膜"),
        (120.0, 486.5, 10.0, "架空の膜。"),
    ];
    let release = released(&pdf(&[&prose.chain(table).collect::<Vec<_>>()]));
    assert_eq!(rows(&release), ["渦\t回りながら進む流れ。", "吉野膜\t架空の膜。"], "{}", release.text);
}

#[test]
fn columns_of_a_page_and_lists_are_no_tables() {
    let column =
        |x: f32, text: &'static str| (0_u8..6).map(move |line| (x, 700.0 - 14.0 * f32::from(line), 10.0, text));
    let columns: Vec<_> =
        column(50.0, "左の段に続く長い文章が").chain(column(180.0, "右の段に続く長い文章が")).collect();
    let list = [
        (50.0, 700.0, 10.0, "注1"),
        (80.0, 700.0, 10.0, "渦：回りながら"),
        (80.0, 686.0, 10.0, "進む流れ。"),
        (50.0, 672.0, 10.0, "注2"),
        (80.0, 672.0, 10.0, "膜：包むもの。"),
    ];
    let read = released(&pdf(&[&columns]));
    assert!(read.blocks.is_empty() && read.text.starts_with("左の段に続く長い文章が\n左"), "{}", read.text);
    let read = released(&pdf(&[&list]));
    assert_eq!(read.text, "注1 渦：回りながら\n進む流れ。\n注2 膜：包むもの。\n");
}

#[test]
fn vertical_text_is_read_from_top_to_bottom_and_right_to_left() {
    let line = |x: f32, text: &'static str| {
        text.char_indices().map(move |(at, c)| (x, 700.0 - 10.0 * at as f32 / 3.0, 10.0, &text[at..at + c.len_utf8()]))
    };
    let pieces: Vec<_> = line(500.0, "渦は回りながら進む流れ").chain(line(480.0, "膜は細胞を包む薄い層")).collect();
    assert_eq!(released(&pdf(&[&pieces])).text, "渦は回りながら進む流れ\n膜は細胞を包む薄い層\n");
}

#[test]
fn fonts_without_a_map_are_read_by_their_collection_or_the_loss_shows() {
    let font = |encoding: &str, ordering: &str| {
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /R /Encoding /{encoding} /DescendantFonts [ << /Type /Font \
             /Subtype /CIDFontType0 /BaseFont /R /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering \
             ({ordering}) /Supplement 6 >> >> ] >>"
        )
        .into_bytes()
    };
    for (encoding, ordering, want) in [
        // あ亜𠮷: CIDs 843, 1125 and 13706 of Adobe-Japan1.
        ("Identity-H", "Japan1", "あ亜𠮷と読める文\n"),
        ("Identity-H", "Identity", "\u{fffd}\u{fffd}\u{fffd}と読める文\n"),
    ] {
        let page = [
            b"BT /G 10 Tf 1 0 0 1 50 700 Tm <034B0465358A> Tj ET\n".as_slice(),
            &content(&[(80.0, 700.0, 10.0, "と読める文")]),
        ]
        .concat();
        let bytes = pdf_with(&[&page], "/Font << /F 3 0 R /G 10 0 R >>", &[font(encoding, ordering)], "");
        assert_eq!(released(&bytes).text, want, "{ordering}");
    }
    // Lines of a font for vertical text run downwards, the next line to the left.
    let page =
        b"BT /G 10 Tf 1 0 0 1 500 700 Tm <034B034C> Tj <034D034E> Tj 1 0 0 1 480 700 Tm <034F035003510352> Tj ET";
    let bytes = pdf_with(&[page], "/Font << /F 3 0 R /G 10 0 R >>", &[font("Identity-V", "Japan1")], "");
    assert_eq!(released(&bytes).text, "あぃいぅ\nうぇえぉ\n");
}
