//! One small glossary printed in many ways: marks, separators, quotes, bullets, headings, what follows it, and what is none.

use super::release_of;
use taiyaku_engines::extract;
use taiyaku_language::model::Release;

const TERMS: [(&str, &str); 3] = [
    ("前浜", "波が打ち寄せる、いつも水にぬれている砂浜。"),
    ("後浜", "ふだんは波が届かず、嵐のときだけ水をかぶる砂浜。"),
    ("離岸流", "岸から沖へ向かう細く速い流れ。"),
];

/// Marker, term and definition of every entry.
fn entries(release: &Release) -> Vec<(String, String, String)> {
    let printed = |entry: taiyaku_language::model::Entry| {
        (entry.marker.map(|marker| marker.printed).unwrap_or_default(), entry.term, entry.definition)
    };
    extract::entries(release).entries.into_iter().map(printed).collect()
}

fn wanted(marks: [&str; 3]) -> Vec<(String, String, String)> {
    let entry = |(mark, (term, definition)): (&str, (&str, &str))| (mark.into(), term.into(), definition.into());
    marks.into_iter().zip(TERMS).map(entry).collect()
}

/// The glossary under a heading, each entry by `print`.
fn glossary(heading: &str, marks: [&str; 3], print: impl Fn(&str, &str, &str) -> String, end: &str) -> Release {
    let printed: String = marks.into_iter().zip(TERMS).map(|(mark, (term, text))| print(mark, term, text)).collect();
    release_of(&format!("砂浜の調査を始める\n見本大学\n\n本研究では砂浜を調べた。\n\n{heading}\n{printed}{end}"))
}

/// Says which of the surfaces were not read.
#[track_caller]
fn all_read(surfaces: impl Iterator<Item = (String, Release, Vec<(String, String, String)>)>) {
    let wrong: Vec<String> = surfaces
        .filter_map(|(name, release, want)| {
            let got = entries(&release);
            (got != want).then(|| format!("{name}: {got:?}\n{}", release.text))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn marks_of_every_kind_are_read_with_the_head_beside_and_above_the_definition() {
    let marks = [
        ["※注1", "※注2", "※注3"],
        ["†1", "†2", "†3"],
        ["a.", "b.", "c."],
        ["Ⅰ.", "Ⅱ.", "Ⅲ."],
        ["ア", "イ", "ウ"],
        ["（ア）", "（イ）", "（ウ）"],
        ["甲）", "乙）", "丙）"],
        ["注一", "注二", "注三"],
        ["注(1)", "注(2)", "注(3)"],
        ["㊟1", "㊟2", "㊟3"],
        ["⁽¹⁾", "⁽²⁾", "⁽³⁾"],
        ["❶", "❷", "❸"],
        ["⑴", "⑵", "⑶"],
        ["*", "**", "***"],
        ["(i)", "(ii)", "(iii)"],
        ["Note 1", "Note 2", "Note 3"],
    ];
    let beside = |mark: &str, term: &str, text: &str| format!("{mark} {term}：{text}\n");
    let above = |mark: &str, term: &str, text: &str| format!("{mark} {term}\n{text}\n");
    all_read(marks.into_iter().flat_map(|marks| {
        [
            (marks[0].to_owned(), glossary("【用語解説】", marks, beside, ""), wanted(marks)),
            (marks[0].to_owned(), glossary("【用語解説】", marks, above, ""), wanted(marks)),
        ]
    }));
}

#[test]
fn any_sign_that_every_entry_has_separates_heads_from_definitions() {
    let signs = ["：", "……", "――", " - ", " – ", "＝", "→", "⇒", "≫", "〜", "＿", "／", "とは、", " | ", "│", "\t"];
    all_read(signs.into_iter().flat_map(|sign| {
        let print = move |mark: &str, term: &str, text: &str| format!("{mark}{term}{sign}{text}\n");
        let marked = move |mark: &str, term: &str, text: &str| format!("{mark} {term}{sign}{text}\n");
        let (bare, notes) = (["", "", ""], ["注1", "注2", "注3"]);
        [
            (format!("bare {sign}"), glossary("【用語解説】", bare, print, ""), wanted(bare)),
            (format!("marked {sign}"), glossary("【用語解説】", notes, marked, ""), wanted(notes)),
        ]
    }));
}

#[test]
fn quotes_around_heads_are_no_part_of_the_term() {
    let quotes =
        ["「」", "『』", "【】", "［］", "〔〕", "〈〉", "《》", "“”", "‘’", "〖〗", "≪≫", "‹›", "｛｝", "\"\"", "**"];
    all_read(quotes.into_iter().flat_map(|quotes| {
        let (open, close) = (quotes.chars().next().unwrap(), quotes.chars().last().unwrap());
        let inline = move |_: &str, term: &str, text: &str| format!("{open}{term}{close}{text}\n");
        let above = move |_: &str, term: &str, text: &str| format!("{open}{term}{close}\n{text}\n");
        let bare = ["", "", ""];
        [
            (format!("inline {quotes}"), glossary("■用語解説", bare, inline, ""), wanted(bare)),
            (format!("above {quotes}"), glossary("■用語解説", bare, above, ""), wanted(bare)),
        ]
    }));
}

#[test]
fn any_sign_can_be_the_bullet_of_a_list_of_terms() {
    all_read("●◆▲△◉⦿❏♦◼-–+＊※∙→⇒".chars().flat_map(|sign| {
        let sign = sign.to_string();
        let bullets = [sign.as_str(), &sign, &sign];
        let colon = |mark: &str, term: &str, text: &str| format!("{mark} {term}：{text}\n");
        let above = |mark: &str, term: &str, text: &str| format!("{mark}{term}\n　{text}\n\n");
        [
            (sign.clone(), glossary("用語解説", bullets, colon, ""), wanted(bullets)),
            (sign.clone(), glossary("用語解説\n", bullets, above, ""), wanted(bullets)),
        ]
    }));
}

#[test]
fn headings_may_be_clauses_and_compounds() {
    let headings = [
        "本資料で用いる用語",
        "本資料で用いる語",
        "文中に出てくる語",
        "このニュースのキーワード",
        "知っておきたい用語",
        "むずかしいことばの説明",
        "記号と略語",
        "Key Words",
        "ワード解説",
        "使用した用語",
        "語彙",
        "用語豆辞典",
        "研究のキーワード",
        "●用語解説●　※五十音順",
    ];
    let marks = ["1.", "2.", "3."];
    let print = |mark: &str, term: &str, text: &str| format!("{mark} {term}(sand) {text}\n");
    all_read(
        headings.into_iter().map(|heading| (heading.to_owned(), glossary(heading, marks, print, ""), wanted(marks))),
    );
}

#[test]
fn thanks_credits_literature_and_announcements_end_a_glossary() {
    let ends = [
        "解析に使ったプログラムは、公開の置き場から入手できます。",
        "研究にご協力くださったみなさまに深く感謝いたします。",
        "開示すべき利益相反はありません。",
        "本プレスリリースは、見本大学と見本社の共同発表です。",
        "本件のお問い合わせは広報課までお願いします。",
        "科研費 基盤研究（B）（22H01234）、若手研究（23K05678）",
        "JSPS KAKENHI Grant Number JP22H01234; JST PRESTO JPMJPR2061.",
        "見本科学研究費助成事業（課題番号：22H01234、23K05678）",
        "科学研究費補助金「砂浜の科学（Beach Science）」（JP22H01234）の支援によるものです。",
        "\n協力：見本市水族館",
        "\n監修：見本太郎",
        "\n連載：第3回",
        "\nライセンス：CC BY 4.0",
        "\n参考論文\n注1 Mihon T. et al., Sample J. 1, 2 (2020).\n注2 例花子：見本の研究、見本出版 (2021).",
    ];
    let marks = ["注1", "注2", "注3"];
    let above = |mark: &str, term: &str, text: &str| format!("{mark}）{term}\n{text}\n");
    let want = || wanted(["注1）", "注2）", "注3）"]);
    all_read(ends.into_iter().map(|end| (end.to_owned(), glossary("【用語解説】", marks, above, end), want())));
}

#[test]
fn tables_in_bars_and_short_lines_are_read() {
    let text = "用語解説\n\n| 用語 | 説明 |\n| --- | --- |\n| 前浜 | ぬれた砂浜。 |\n| 後浜 | 乾いた砂浜。 |\n";
    let short = "略語一覧\n前浜（Wet Beach）：ぬれた砂浜\n後浜（Dry Beach）：乾いた砂浜\n";
    for (text, end) in [(text, "。"), (short, "")] {
        let got: Vec<(String, String)> =
            entries(&release_of(text)).into_iter().map(|(_, term, definition)| (term, definition)).collect();
        let want = [("前浜", "ぬれた砂浜"), ("後浜", "乾いた砂浜")];
        assert_eq!(got, want.map(|(term, text)| (term.to_owned(), format!("{text}{end}"))), "{text}");
    }
}

#[test]
fn reports_announcements_steps_and_authors_are_no_glossaries() {
    for text in [
        "●日時\n5月10日の午後に開きます。\n●場所\n見本大学の講堂です。\n●参加費\n無料です。\n",
        "●砂浜の調査\n見本大学が砂浜の調査を始めた。\n●新しい船\n新しい測定船が完成した。\n●受賞\n学生三人が賞を受けた。\n",
        "① 波の測定\n三年間、波を測った。\n② 砂の採取\n二十か所で砂を採った。\n③ 写真の解析\n衛星の写真を調べた。\n",
        "砂浜の調査\n\n注\n1) Mihon T., Sample J. 3, 45 (2019).\n2) Rei H., Sample Lett. 5, 67 (2020).\n",
        "砂浜の調査\n\n著者\n*1 見本太郎：見本大学理学部の教授。\n*2 例花子：見本研究所の研究員。\n",
        "砂浜を調べた[1][2]。\n\n参考\n[1] 見本太郎：水の化学。見本化学 (2020)。\n[2] 例花子：砂の科学。見本出版 (2018)。\n",
    ] {
        assert_eq!(entries(&release_of(text)), [], "{text}");
    }
}

#[test]
fn facts_about_a_paper_are_given_only_where_a_reference_is_printed() {
    for text in [
        "設定の書き方\n\ntitle\tHolds a short string that can be shown with the SHOWTITLE command.\njournal\tWrites every change first.\n",
        "REFERENCE\n\nTitle: sets the text shown at the top of the window\nJournal: turns the write-ahead file on or off\n",
        "Title : int main(int argc, char **argv)\nJournal : journalctl --unit sample.service\nDOI: none\n",
        "Title\tName of the page to be shown in the list\nAuthor\tWho wrote the page that is shown\n",
        "設定項目\n\njournal: 書き込みの前に記録をとる\ndate: 2021-05-10 のように書く\n",
    ] {
        let facts = extract::entries(&release_of(text)).metadata;
        assert_eq!((facts.paper_title_en, facts.journal, facts.date), (None, None, None), "{text}");
    }
    for text in [
        "論文情報\nタイトル：Precise Clocks of Cold Atoms\n雑誌：Sample Journal of Time\n",
        "Publication details\nTitle: Precise Clocks of Cold Atoms\nJournal: Sample Journal of Time\n",
        "Title: Precise Clocks of Cold Atoms\nAuthors: Taro Mihon, Hanako Rei\nJournal: Sample Journal of Time\n",
    ] {
        let facts = extract::entries(&release_of(text)).metadata;
        let got = (facts.paper_title_en.as_deref(), facts.journal.as_deref());
        assert_eq!(got, (Some("Precise Clocks of Cold Atoms"), Some("Sample Journal of Time")), "{text}");
    }
}
