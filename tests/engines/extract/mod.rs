//! Extraction from small releases, each unusual in one way.
//!
//! `tests/fixtures/releases/NAME.txt` (or `.html`) is the release, `NAME.tsv` its entries: marker, term, definition. Another way to print
//! a glossary needs two files, no code.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod combinations;
mod heads;
mod release_facts;
mod samples;
mod surfaces;

use std::fs;
use std::path::{Path, PathBuf};

use taiyaku_engines::extract;
use taiyaku_formats::read;
use taiyaku_language::model::Release;
use taiyaku_language::text::layout::Flow;

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join("tests/fixtures/releases");
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt" || extension == "html"))
        .collect();
    found.sort();
    found
}

fn release(path: &Path) -> Release {
    read::release(&fs::read(path).unwrap(), &read::Hint::named(&path.display().to_string())).unwrap()
}

fn release_of(text: &str) -> Release {
    read::release(text.as_bytes(), &read::Hint::named("release.txt")).unwrap()
}

/// Line breaks inside a definition are layout; only the words matter.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("。 ", "。")
}

#[test]
fn every_way_to_print_a_glossary_is_read() {
    let mut wrong = Vec::new();
    for path in fixtures() {
        let found = extract::entries(&release(&path));
        let got: Vec<(String, String, String)> = found
            .entries
            .iter()
            .map(|entry| {
                let marker = entry.marker.as_ref().map(|marker| marker.printed.clone()).unwrap_or_default();
                (marker, entry.term.clone(), words(&entry.definition))
            })
            .collect();
        let want: Vec<(String, String, String)> = fs::read_to_string(path.with_extension("tsv"))
            .unwrap()
            .lines()
            .map(|line| {
                let mut cells = line.split('\t').map(str::to_owned);
                (cells.next().unwrap(), cells.next().unwrap(), words(&cells.next().unwrap()))
            })
            .collect();
        if got != want {
            wrong.push(format!("{}\n   got  {got:?}\n   want {want:?}", path.file_stem().unwrap().display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn spans_point_at_what_was_read() {
    for path in fixtures() {
        let release = release(&path);
        let found = extract::entries(&release);
        for entry in &found.entries {
            assert!(entry.span.contains(entry.head_span) && entry.span.contains(entry.definition_span), "{path:?}");
            let joined = |span| Flow::join(&release.text, &[span]).text.split_whitespace().collect::<String>();
            let head = joined(entry.head_span);
            let printed: String = entry.head.split_whitespace().collect();
            assert!(head.contains(&printed), "{path:?}: `{head}` does not hold `{printed}`");
            let start: String = entry.definition.chars().take(4).filter(|c| !c.is_whitespace()).collect();
            let under = joined(entry.definition_span);
            assert!(under.starts_with(&start), "{path:?}: `{under}` does not begin with `{start}`");
        }
        for reference in &found.references {
            assert_eq!(reference.span.of(&release.text), reference.marker.printed, "{path:?}");
        }
    }
}

#[test]
fn marks_in_the_text_are_tied_to_their_entries() {
    let text = "触媒注1）と反応注2）と未知注9）。\n著者：甲*1、乙*2\n\n【用語解説】\n注1）触媒：速める物質のこと。\n注2）反応：物質が変わること。\n";
    let found = extract::entries(&Release { text: text.to_owned(), ..Release::default() });
    let tied: Vec<(&str, Option<usize>)> =
        found.references.iter().map(|reference| (reference.marker.label.as_str(), reference.entry)).collect();
    assert_eq!(tied, [("1", Some(0)), ("2", Some(1)), ("9", None)]);
    assert!(found.doubts.iter().any(|doubt| doubt.code == "unknown_reference"));
}

#[test]
fn doubts_name_what_a_reader_should_look_at() {
    for (entries, code) in [
        ("注1）触媒：速める物質のこと。\n注3）反応：物質が変わること。\n", "missing_number"),
        ("注1）触媒：速める物質のこと。\n注2）反応：変化。\n", "short_definition"),
        ("注1）触媒：速める物質のこと。\n注2）反応：物質が変わる\u{fffd}\u{fffd}。\n", "unreadable_characters"),
    ] {
        let text = format!("触媒注1）と反応注2）。\n\n【用語解説】\n{entries}");
        let found = extract::entries(&Release { text, ..Release::default() });
        assert!(found.doubts.iter().any(|doubt| doubt.code == code), "{code}: {:?}", found.doubts);
    }
}

#[test]
fn entries_are_in_ordinary_characters_and_lead_back_to_those_written() {
    for (written, marker, term, definition) in [
        ("注1）⽔⾯：⻑い⾬で⾼くなる。", "注1）", "水面", "長い雨で高くなる。"),
        ("\u{200e}注1）葛\u{E0100}城岩：𠮷野の岩のこと。", "注1）", "葛城岩", "𠮷野の岩のこと。"),
        ("※\u{fe0f}1 か\u{3099}ん：ﾌﾟﾛｾｽの名前。", "※1", "がん", "プロセスの名前。"),
        ("︵注１︶渦：回りなか\u{3099}ら進む流れ︒", "（注１）", "渦", "回りながら進む流れ。"),
    ] {
        let release = release_of(&format!("あるもの注1）を調べた。\n\n【⽤語解説】\n{written}\n"));
        let found = extract::entries(&release);
        let [entry] = found.entries.as_slice() else { panic!("{written}: {:?}", found.entries) };
        let printed = entry.marker.as_ref().map(|marker| marker.printed.as_str());
        assert_eq!((printed, entry.term.as_str(), entry.definition.as_str()), (Some(marker), term, definition));
        assert_eq!(entry.definition_span.of(&release.text), written.split_once(['：', '。']).unwrap().1, "{written}");
    }
}

#[test]
fn a_glossary_heading_under_which_nothing_was_read_is_doubted_where_it_stands() {
    let glossary = "注1）触媒：速める物質のこと。\n注2）反応：物質が変わること。\n";
    for (text, want) in [
        ("反応を調べた。\n\n【用語解説】\n".to_owned(), vec!["【用語解説】"]),
        ("𠮷野が調べた。\r\n\r\n■⽤語説明\r\n".to_owned(), vec!["■⽤語説明"]),
        ("【用語解説】\n【論文情報】\n掲載誌：Imaginary Letters\n".to_owned(), vec!["【用語解説】"]),
        ("Results follow.\n\nGlossary\n\nContact\nPress office\n".to_owned(), vec!["Glossary"]),
        // The first of two is lost, even if the second was read.
        (format!("【語句説明】\n【研究費】\n助成による。\n\n【用語解説】\n{glossary}"), vec!["【語句説明】"]),
        (format!("【用語解説】\n{glossary}"), vec![]),
        // A table of contents, and a heading in two languages, only mention the glossary that was read.
        (format!("目次\n研究の背景\n用語解説\n論文情報\n\n反応を調べた。\n\n用語解説\n{glossary}"), vec![]),
        (format!("用語解説\nGlossary\n{glossary}"), vec![]),
        // 注 does not always open a glossary.
        ("反応を調べた。\n\n【注】\n".to_owned(), vec![]),
    ] {
        let release = release_of(&text);
        let found = extract::entries(&release);
        let got: Vec<&str> = found
            .doubts
            .iter()
            .filter(|doubt| doubt.code == "heading_without_entries")
            .map(|doubt| doubt.span.of(&release.text))
            .collect();
        assert_eq!(got, want, "{text}");
    }
}

#[test]
fn what_nothing_proves_is_no_fact_about_the_release() {
    let glossary =
        "用語解説\n注1）格子振動\n結晶の原子が熱的機構で揺れること。\n注2）超伝導機構\n電気抵抗がなくなる仕組み。\n";
    for (what, text) in [
        ("機構 as a mechanism", glossary.to_owned()),
        (
            "the foot of a page",
            format!("{glossary}\nThis page updated on May 12, 2003\nCopyright 2003 Sample Science Agency.\n"),
        ),
        ("a way back", format!("{glossary}\nページの上部に戻る\n")),
        ("an address", format!("{glossary}\nhttp://space.example.jp/ride/ (見本研究機構の仮訳)\n")),
        ("a path of links", format!("トップ > プレスリリース > 見本大学の研究 > 用語解説\n{glossary}")),
        ("a heading of a part of the page", format!("2. 最近の研究からわかったこと\n本文です。\n{glossary}")),
    ] {
        let found = extract::entries(&release_of(&text)).metadata;
        assert_eq!((found.title_ja, found.institution, found.date), (None, None, None), "{what}");
    }
}

#[test]
fn an_institution_is_named_by_its_affiliation_without_what_follows() {
    for (text, want) in [
        ("新しい氷\n\n東都大学理学部氷学教室の見本教授らは、氷を調べました。\n", Some("東都大学理学部")),
        ("新しい氷\n\n東都大学大学院理学研究科の見本教授らは、氷を調べました。\n", Some("東都大学大学院理学研究科")),
        ("新しい氷\n\n東都大学は、氷を調べました。\n", Some("東都大学")),
        ("新しい氷\n\n架空海洋研究開発機構（KAIYO）は、氷を調べました。\n", Some("架空海洋研究開発機構")),
        ("新しい氷\n\n氷の形成機構は、よく分かっていません。\n", None),
        ("2024-05-01 国立架空研究所\n\n氷を調べました。\n", Some("国立架空研究所")),
        ("令和6年5月1日（水）　国立大学法人東都大学\n\n氷を調べました。\n", Some("東都大学")),
        // A line about a person names no more than an affiliation.
        ("氷の話\n\n氷を調べました。\n\n発表者　渡辺花子　東都大学　教授\n", Some("東都大学")),
        ("氷の話\n2026年2月3日　架空大学\n\n氷を調べました。\n発表者　渡辺花子　東都大学　教授\n", Some("架空大学")),
        // Kana in names.
        ("2026年2月3日　県立さくら海洋大学\n\n氷を調べました。\n", Some("県立さくら海洋大学")),
        ("氷の話\n\nみずうみ医科大学の研究班は、氷を調べました。\n", None),
        ("みずうみ医科大学\n\nみずうみ医科大学の研究班は、氷を調べました。\n", Some("みずうみ医科大学")),
        ("氷の話\n\nこのたび東都大学の研究班は、氷を調べました。\n", Some("東都大学")),
        ("東都大学プレスリリース\n\n氷を調べました。\n", Some("東都大学")),
        ("2026 年 1 月 15 日 東都大学\n\n氷を調べました。\n", Some("東都大学")),
    ] {
        assert_eq!(extract::entries(&release_of(text)).metadata.institution.as_deref(), want, "{text}");
    }
}

#[test]
fn what_a_page_states_about_itself_counts_if_its_text_agrees() {
    let page = |state: &str, body: &str| {
        let html = format!(
            "<html><head>{state}</head><body>{body}<h2>用語解説</h2><p>注1）岩屑：崩れた岩のかけら。</p></body></html>"
        );
        extract::entries(&read::release(html.as_bytes(), &read::Hint::named("page.html")).unwrap()).metadata
    };
    let state = r#"<title>氷の新しい測り方を開発 | 東都大学</title><meta property="og:site_name" content="東都大学">
        <meta name="citation_journal_title" content="Sample Ice"><meta name="dc.date" content="2024-05-01">"#;
    let body = "<h1>氷の新しい測り方を開発</h1><p>氷を調べ、2024年5月1日にSample Iceで報告しました。 東都大学</p>";
    let agreed = page(state, body);
    assert_eq!(agreed.title_ja.as_deref(), Some("氷の新しい測り方を開発"));
    assert_eq!(agreed.institution.as_deref(), Some("東都大学"));
    assert_eq!(agreed.journal.as_deref(), Some("Sample Ice"));
    assert_eq!(agreed.date.as_deref(), Some("2024-05-01"));
    let other = page(state, "<h1>お知らせの一覧</h1><p>氷を調べました。</p>");
    assert_eq!((other.title_ja, other.institution, other.journal, other.date), (None, None, None, None));
}

#[test]
fn a_page_that_is_only_a_glossary_is_doubted() {
    let codes = |text: &str| -> Vec<String> {
        extract::entries(&release_of(text)).doubts.into_iter().map(|doubt| doubt.code.to_string()).collect()
    };
    assert!(
        codes("※1 岩屑\n崩れた岩のかけら。\n※2 三角州\n河口に土砂が積もった土地。\n")
            .contains(&"glossary_without_heading".to_owned())
    );
    assert!(
        !codes("用語解説\n※1 岩屑\n崩れた岩のかけら。\n※2 三角州\n河口に土砂が積もった土地。\n")
            .contains(&"glossary_without_heading".to_owned())
    );
}

#[test]
fn notes_in_the_numbering_of_lists_are_a_glossary_if_the_text_refers_to_each_and_are_doubted() {
    let terms = |text: &str| -> Vec<String> {
        let found = extract::entries(&release_of(text));
        let doubted = found.doubts.iter().any(|doubt| doubt.code == "glossary_without_heading");
        assert_eq!(doubted, !found.entries.is_empty(), "{text}");
        found.entries.into_iter().map(|entry| entry.term).collect()
    };
    let marks: [fn(usize) -> String; 6] = [
        |n| format!("{n})"),
        |n| format!("{}）", ['１', '２'][n - 1]),
        |n| format!("（{}）", ['１', '２'][n - 1]),
        |n| format!("{})", ['a', 'b'][n - 1]),
        |n| ['①', '②'][n - 1].to_string(),
        |n| format!("[{n}]"),
    ];
    for mark in marks {
        let (one, two) = (mark(1), mark(2));
        let body = format!("氷を調べた。\n\n岩屑{one}は三角州{two}に積もる。\n\n");
        for separator in ["：", "\n"] {
            let notes =
                format!("{one} 岩屑{separator}崩れた岩のかけら。\n{two} 三角州{separator}河口に土砂が積もった土地。\n");
            assert_eq!(terms(&format!("{body}{notes}")), ["岩屑", "三角州"], "{body}{notes}");
            // A text that does not refer to them.
            assert_eq!(terms(&format!("氷を調べた。\n\n岩屑は三角州に積もる。\n\n{notes}")), [""; 0], "{notes}");
        }
        let works = format!("{one} 見本花子：岩の本。架空出版、2018年。\n{two} 見本太郎：川の本。架空出版、2019年。\n");
        assert_eq!(terms(&format!("{body}{works}")), [""; 0], "{works}");
        let remarks = format!("{one} 当日の受付：九時から始まる。\n{two} 雨の日：中止する。\n");
        assert_eq!(terms(&format!("{body}{remarks}")), [""; 0], "{remarks}");
    }
}

#[test]
fn the_head_of_a_release_names_its_institution_and_title_whatever_characters_the_page_prints() {
    for (text, institution, title) in [
        (
            "令和8年2月3日\n国立しずく研究所\n\n氷の熱容量は思ったより大きい\n\n国立しずく研究所は、氷を調べた。",
            "国立しずく研究所",
            "氷の熱容量は思ったより大きい",
        ),
        ("東都大学\n氷の熱容量は思ったより大きい\n", "東都大学", "氷の熱容量は思ったより大きい"),
        // Radicals, as some PDFs write them.
        ("国⽴⼤学法⼈東都⼤学\n氷の熱容量は思ったより⼤きい\n", "東都大学", "氷の熱容量は思ったより大きい"),
        (
            "東都大学プレスリリース\n1\n2025年4月10日\n国立架空研究所\n氷の熱容量は思ったより大きい\n東都大学プレスリリース\n2\n本文\n",
            "国立架空研究所",
            "氷の熱容量は思ったより大きい",
        ),
    ] {
        let found = extract::entries(&release_of(text)).metadata;
        assert_eq!(found.institution.as_deref(), Some(institution), "{text}");
        assert_eq!(found.title_ja.as_deref(), Some(title), "{text}");
    }
}

#[test]
fn each_fact_has_the_span_that_proves_it() {
    let text = "2025年4月10日\n架空氷雪大学\n湖の氷が鳴る理由を発見しました\n\n氷を調べ、成果は学術誌「Sample Ice」に掲載されました。\n\n\
                論文情報\n論文名：Why the ice of a lake sings\nDOI：10.1234/ice.2025.7\n";
    let found = extract::entries(&release_of(text)).metadata;
    let proofs: Vec<(&str, &str, &str)> =
        found.evidence.iter().map(|proof| (proof.field.as_str(), proof.sign.as_str(), proof.span.of(text))).collect();
    assert_eq!(
        proofs,
        [
            ("title_ja", "top", "湖の氷が鳴る理由を発見しました"),
            ("institution", "top", "架空氷雪大学"),
            ("date", "top", "2025年4月10日"),
            ("journal", "sentence", "Sample Ice"),
            ("paper_title_en", "label", "Why the ice of a lake sings"),
            ("doi", "form", "10.1234/ice.2025.7"),
        ]
    );
}

#[test]
fn a_mark_broken_over_two_lines_is_one_mark() {
    let glossary = "\n用語解説\n注1）岩屑：崩れた岩のかけら。\n注2）三角州：河口に土砂が積もった土地。\n";
    let text = format!("川が運ぶ岩屑（注\n1）は、河口で三角州注\n2をつくると考えられています。\n{glossary}");
    let found = extract::entries(&release_of(&text));
    let marks: Vec<(&str, &str)> = found
        .references
        .iter()
        .map(|reference| (reference.marker.printed.as_str(), reference.marker.label.as_str()))
        .collect();
    assert_eq!(marks, [("（注1）", "1"), ("注2", "2")]);
    let html = format!(
        "<html><body><p>川が運ぶ岩屑（注<br>1）は、河口に積もります。</p><p>これは注</p><p>1であり、注2ではない。</p>{}</body></html>",
        "<h2>用語解説</h2><p>注1）岩屑：崩れた岩のかけら。</p><p>注2）三角州：河口に土砂が積もった土地。</p>"
    );
    let release = read::release(html.as_bytes(), &read::Hint::named("page.html")).unwrap();
    let found = extract::entries(&release);
    let marks: Vec<&str> = found.references.iter().map(|reference| reference.marker.printed.as_str()).collect();
    assert_eq!(marks, ["（注1）", "注2"], "a mark is not joined over paragraphs");
}

#[test]
fn what_was_read_from_pictures_is_doubted() {
    let text = "架空氷雪大学\n\n用語解説\n注1）岩屑：崩れた岩のかけら。\n注2）三角州：河口に土砂が積もった土地。\n";
    let mut release = release_of(text);
    let second = text.find("注2").unwrap();
    release.properties.recognised = vec![taiyaku_language::model::Span::new(second, text.len())];
    release.properties.unread_pages = vec![3, 4];
    let doubts = extract::entries(&release).doubts;
    let of = |code: &str| {
        doubts.iter().filter(|doubt| doubt.code == code).map(|doubt| doubt.message.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("recognised_text").len(), 1);
    assert!(of("recognised_text")[0].contains("`三角州`"));
    assert!(of("unread_pages")[0].starts_with("Pages 3, 4 are pictures"));
}

#[test]
fn a_sentence_about_keywords_announces_no_glossary() {
    let list = "<ul><li><p>ice/alpha: runs a command before the build</p></li><li><p>ice/beta: runs a command after it</p></li></ul>";
    for (sentence, count) in [("The following keywords are defined:", 0), ("The following terms are defined:", 2)] {
        let html =
            format!("<html><body><h1>Fields of a file</h1><p>Some text.</p><p>{sentence}</p>{list}</body></html>");
        let release = read::release(html.as_bytes(), &read::Hint::named("page.html")).unwrap();
        assert_eq!(extract::entries(&release).entries.len(), count, "{sentence}");
    }
}
