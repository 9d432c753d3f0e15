//! Title, institution, date and journal of releases with several institutions, dates in every form, and titles over two lines.

use taiyaku_engines::extract;
use taiyaku_formats::read;
use taiyaku_language::model::Metadata;

use super::release_of;

fn facts(text: &str) -> Metadata {
    extract::entries(&release_of(text)).metadata
}

#[test]
fn the_title_is_not_the_line_of_another_institution_or_of_the_date() {
    let title = "氷の熱容量を測る方法を開発";
    for (head, institution, date) in [
        ("2026年5月9日\n国立大学法人 架空氷雪大学\n株式会社テスト氷業", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日\n株式会社見本氷業", "株式会社見本氷業", "2026-05-09"),
        ("2026年5月9日\n架空氷雪大学・見本雪氷研究所", "架空氷雪大学", "2026-05-09"),
        ("架空氷雪大学／株式会社テスト氷業　2026年5月9日", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日\n雪氷・環境総合研究機構", "雪氷・環境総合研究機構", "2026-05-09"),
        ("2026年5月9日\nSample University and Test Institute of Ice", "Sample University", "2026-05-09"),
        ("2026年5月9日\n架空氷雪大学\n科学技術仮想機構（KST）", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日\n架空氷雪大学\n（株）テスト氷業", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日(土)14時解禁\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日（土）午後2時\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("2026年(令和８年)０５月０９日（土）\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("令和８年（２０２６年）５月９日\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("二〇二六年五月九日\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("令和八年五月九日\n架空氷雪大学", "架空氷雪大学", "2026-05-09"),
        ("2026年5月9日　14時\n架空氷雪大学（共同発表）", "架空氷雪大学", "2026-05-09"),
    ] {
        let text = format!("{head}\n\n{title}\n\n湖の氷を調べました。\n");
        let found = facts(&text);
        assert_eq!(
            (found.title_ja.as_deref(), found.institution.as_deref(), found.date.as_deref()),
            (Some(title), Some(institution), Some(date)),
            "{text}"
        );
    }
}

#[test]
fn a_page_may_print_only_the_day_of_the_date_that_it_states() {
    for (time, want) in [
        ("<time datetime=\"2026-05-09\">05.09 Sat</time>", Some("2026-05-09")),
        ("<time datetime=\"2026-05-09T10:00\">5月9日（土）</time>", Some("2026-05-09")),
        ("<time datetime=\"2026-05-09\">本日</time>", None),
        ("<p>05.09 Sat</p>", None),
    ] {
        let html = format!(
            "<html lang=\"ja\"><body><h1>氷の熱容量を測る方法を開発</h1>{time}<p>架空氷雪大学は氷を調べました。</p></body></html>"
        );
        let release = read::release(html.as_bytes(), &read::Hint::named("page.html")).unwrap();
        assert_eq!(extract::entries(&release).metadata.date.as_deref(), want, "{time}");
    }
}

#[test]
fn a_title_that_a_page_broke_inside_a_word_is_whole() {
    for (first, second) in [
        ("湖の表面の氷が夜のあいだに音を立てる仕組みを解", "明"),
        ("湖の表面の氷が夜のあいだに音を立てる仕組み", "を解明"),
        ("湖の表面の氷が夜のあいだに音を立てるメカニ", "ズムの観測に成功"),
    ] {
        let text = format!(
            "2026年5月9日\n架空氷雪大学\n{first}\n{second}\n架空氷雪大学の見本教授らは、湖の氷を調べました。\n"
        );
        assert_eq!(facts(&text).title_ja, Some(format!("{first}{second}")), "{text}");
    }
    let text =
        "2026年5月9日\n架空氷雪大学\n湖の表面の氷が夜のあいだに音を立てる仕組みの解明\n概要\n湖の氷を調べました。\n";
    assert_eq!(facts(text).title_ja.as_deref(), Some("湖の表面の氷が夜のあいだに音を立てる仕組みの解明"));
}

#[test]
fn a_journal_is_named_without_what_follows_it() {
    for (value, want) in [
        ("Sample Ice, 10.1234/si.1", "Sample Ice"),
        ("Sample Ice, 12, 345 (2026)", "Sample Ice"),
        ("Sample Ice, Vol. 3", "Sample Ice"),
        ("Sample Ice, doi: 10.1234/si.1", "Sample Ice"),
        ("Sample Snow, Ice and Water", "Sample Snow, Ice and Water"),
    ] {
        let text = format!("2026年5月9日\n架空氷雪大学\n\n氷を調べました。\n\n論文情報\n掲載誌：{value}\n");
        assert_eq!(facts(&text).journal.as_deref(), Some(want), "{value}");
    }
}
