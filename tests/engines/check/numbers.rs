//! Numbers are compared by value, and words that only look like numbers do not count.

use taiyaku_language::model::{Rule, Severity, Side};

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, found, marked, mended, owned};

#[test]
fn numbers_with_the_same_value_match() {
    let base = Base::new(IntoEnglish, &[]);
    for (ja, en) in [
        ("約2.8億人", "About 280 million people"),
        ("１，２００個", "1,200 pieces"),
        ("三種のマウス", "three kinds of mice"),
        ("10〜20%の増加", "an increase of 10 to 20 percent"),
        ("30〜40％", "30% to 40%"),
        ("1〜2億円", "100 to 200 million yen"),
        ("2～3万人", "20,000 to 30,000 people"),
        ("令和7年", "2025"),
        ("令和7年度", "fiscal year Reiwa 7"),
        ("2024年11月27日", "November 27, 2024"),
        ("11月に", "in November"),
        ("3月に", "in March"),
        ("一方、細胞は", "Cells, however,"),
        ("唯一の方法", "the only way"),
        ("二つの細胞", "both cells"),
        ("1つの細胞", "a cell"),
        ("2進と16進", "binary and hexadecimal"),
        ("2倍になった", "It doubled"),
        ("2回測った", "It was measured twice"),
        ("半数が", "Half of them"),
        ("2型糖尿病", "type II diabetes"),
        ("IL-1とCYP7A1", "IL-1 and CYP7A1"),
        ("ANGPTL4/8の複合体", "the ANGPTL4/8 complex"),
        ("細胞（注1）は", "Cells are"),
        ("細胞※2は", "Cells are"),
        ("3次元の像", "a three-dimensional image"),
        ("3D像", "a 3D image"),
        ("19世紀", "the nineteenth century"),
        ("第3世代", "the third generation"),
        ("%d個の%s", "%d of %s"),
        ("{0}個", "{0} pieces"),
        ("(1) 細胞を見た", "Cells were seen"),
        ("午後3時", "15:00"),
        ("氷点下5度", "−5 degrees"),
        ("3分の1", "one third"),
        ("12匹を調べ、12匹とも生きた", "All 12 were alive"),
        ("2つ以上の方法", "more than one way"),
        ("1ダース", "a dozen"),
        ("25人", "twenty-five people"),
        ("2019～2023年", "2019-2023"),
        ("2024年5月1日と6月2日", "May 1 and June 2, 2024"),
        ("𠮷田の3匹", "Yoshida's 3 mice"),
        ("①を見る", "See 1"),
        ("１２匹\r\nを", "12\r\nmice"),
        ("「Nov. 3, 2020」と書く", "Write “Nov. 3, 2020”"),
        ("2.0倍になった", "It doubled"),
        ("5 mm角の板", "a plate of 5 mm by 5 mm"),
        ("7月の3日", "the third of July"),
        ("``LIMIT 5``の5つ", "the first five (``LIMIT 5``)"),
        ("値は1（0から数えない）で、``1``と書く", "The value is 1, not counted from 0, and is written 1"),
        ("``2007年 2月 17日``とする", "Let it be 17 February 2007"),
        ("初期の2段階", "two early stages"),
        ("ステップ・ツー", "step 2"),
        ("9時から17時", "from 9 to 5"),
        ("", "1"),
    ] {
        for (way, pair) in [(IntoEnglish, (ja, en)), (IntoJapanese, (en, ja))] {
            let found = found(Rule::Numbers, &base, way, &[pair]);
            let warned: Vec<_> = found.iter().filter(|finding| finding.severity < Severity::Information).collect();
            assert!(warned.is_empty(), "{pair:?}: {warned:?}");
        }
    }
}

#[test]
fn numbers_with_different_values_are_marked_on_both_sides() {
    let base = Base::new(IntoEnglish, &[]);
    for (ja, en, want) in [
        ("約2.8億人", "About 28 million people", "2.8億>28 million"),
        ("2.8億人", "2.8 billion people", "2.8億>2.8 billion"),
        ("12匹のマウス", "Mice", "12>"),
        ("マウス", "12 mice", ">12"),
        ("三種のマウス", "four kinds of mice", "三>four"),
        ("30%の増加", "an increase of 3%", "30%>3%"),
        ("2024年11月27日", "November 28, 2024", "2024年11月27日>November 28, 2024"),
        ("2024年11月27日", "November 27", "2024年11月27日>"),
        ("令和7年", "2026", "令和7>2026"),
        ("IL-6を測る", "IL-8 was measured", "IL-6>IL-8"),
        ("1.5倍", "15 times", "1.5>15"),
        ("−80℃", "80 °C", "−80>80"),
        ("10万人", "10,000 people", "10万>10,000"),
        ("第2世代", "the third generation", "2>third"),
        ("2006年1月1日", "Jan., 2006", "2006年1月1日>"),
        ("1月3日と7月3日", "January and July 3", "1月3日>"),
        ("番号2023-31047", "number 2023-31048", "2023-31047>2023-31048"),
        ("2023年の2023-31047", "in the year of 2023-31047", "2023>"),
        ("Django 4.2.10では", "In Django 4.2.11", "4.2.10>4.2.11"),
        ("𠮷12匹", "𠮷13", "12>13"),
        ("１２匹", "13 mice", "１２>13"),
        // Words that carry no number, or not this one.
        ("+1：よいと思う。", "+: I love it.", "1>"),
        ("小数点以下10桁まで残す。", "It keeps these decimal places.", "10>"),
        ("四半期を1から4の数で表す。", "It gives the quarter as a number from 1.", "4>"),
        ("2文字以上の名は", "either of the names with more characters", "2>"),
        ("版2.0の誤りを直す。", "It mends several bugs.", "2.0>"),
        ("13:31:29から1日続いた。", "It lasted one day from :31:29.", "13>"),
        ("0.5 * 100 = 50である。", "0.5 * 106 = 50", "100>106"),
        ("1月3日や7月3日など、月の3日目", "the third day of a month, such as January 3 or July", "7月3日>"),
    ] {
        let pair = (ja, en);
        let found = found(Rule::Numbers, &base, IntoEnglish, &[pair]);
        let got: Vec<String> = found
            .iter()
            .map(|finding| {
                format!("{}>{}", marked(finding, Side::Source, &[pair]), marked(finding, Side::Target, &[pair]))
            })
            .collect();
        assert_eq!(got.join("|"), want, "{pair:?}");
    }
}

#[test]
fn a_number_is_corrected_in_the_format_of_the_translation() {
    let base = Base::new(IntoEnglish, &[]);
    for (way, pair, want) in [
        (IntoEnglish, ("約2.8億人", "About 28 million people"), Some("About 280 million people")),
        (IntoEnglish, ("12匹", "13 mice"), Some("12 mice")),
        (IntoEnglish, ("三種", "four kinds"), None),
        (IntoEnglish, ("12匹と13匹", "some mice"), None),
        (IntoJapanese, ("280 million people", "2.9億人"), Some("2.8億人")),
        (IntoJapanese, ("12 mice", "１３匹"), Some("１２匹")),
    ] {
        let found = found(Rule::Numbers, &base, way, &[pair]);
        let after = found[0].fixes.first().map(|fix| mended(&owned(&[pair]), fix)[0].1.clone());
        assert_eq!(after.as_deref(), want, "{pair:?}");
    }
}

#[test]
fn a_counter_without_its_number_is_reported() {
    let base = Base::new(IntoJapanese, &[]);
    for (target, want) in [
        ("第引数は", "第"),
        ("番目の値", "番目"),
        ("次の つの方法", "つの"),
        ("第一、第2、第n、次第に、落第", ""),
        ("2番目、三番目、何番目、N番目", ""),
        ("もつの、2つの、一つの、いくつの", ""),
        ("メールは日以内に送る", "日"),
        ("登録はヶ月以上前", "ヶ月"),
        ("投票は 週間以内に", "週間"),
        ("値に、文字以上の名", "文字"),
        ("長さは約年である", "年"),
        ("列に対してつの語", "つの"),
        ("契約年、予約日以内、この日以内、数年以内、3日以内、2か月前に、何年以上", ""),
        ("年月日、月日がたつ", ""),
    ] {
        let pair = ("some words", target);
        let found = found(Rule::Numbers, &base, IntoJapanese, &[pair]);
        let warned = found.iter().filter(|finding| finding.message.ends_with("has no number."));
        let got: Vec<String> = warned.map(|finding| marked(finding, Side::Target, &[pair])).collect();
        assert_eq!(got.join("|"), want, "{target}");
    }
    for (target, want) in [("2006年月1日", "月"), ("2006年1月1日の月日", "")] {
        let pair = ("Jan. 1, 2006", target);
        let found = found(Rule::Numbers, &base, IntoJapanese, &[pair]);
        let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Target, &[pair])).collect();
        assert_eq!(got.join("|"), want, "{target}: {found:?}");
    }
}

#[test]
fn words_that_contain_a_numeral_or_a_counter_and_no_number_account_for_none() {
    let base = Base::new(IntoJapanese, &[]);
    for (en, ja, want) in [
        ("Use version 4.0 of the form.", "このフォームを用いる。", "4.0"),
        ("Take step 1 with a simple tool.", "簡単な道具で進む。", "1"),
        ("two kinds of control groups", "対照群の種類", "two"),
        ("It matches step 1.", "手順と一致する。", "1"),
        ("version N+1 is the same", "版N+も同一である", "1"),
        ("a tool of stage 2", "段階のツール", "2"),
    ] {
        let pair = (en, ja);
        let found = found(Rule::Numbers, &base, IntoJapanese, &[pair]);
        let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Source, &[pair])).collect();
        assert_eq!(got.join("|"), want, "{pair:?}");
    }
}

#[test]
fn figures_in_code_are_kept_as_often_as_they_stand_there() {
    let base = Base::new(IntoEnglish, &[]);
    for (ja, en, want) in [
        ("最初の5つを返す（``LIMIT 5``）。", "It returns the first 5 (``LIMIT ``).", "5·5"),
        ("``3``は``3rd``になる。", "```` becomes ``3rd``.", "3·3"),
        ("404のとき``404.html``を返す。", "It returns ``.html`` for a 404.", "404·404"),
        ("``2 hours``は``16 Feb 2007 12:30``から", "`` hours`` from ``16 Feb 2007 12:30``", "2"),
        ("5つを返す（``LIMIT 5``）。", "It returns five (``LIMIT 5``).", ""),
        ("``argon2``を入れ、``argon2-x``を使う。", "Install ``argon2`` and use it.", ""),
        ("``1``を返す。", "It returns 1.", ""),
    ] {
        let pair = (ja, en);
        let found = found(Rule::Numbers, &base, IntoEnglish, &[pair]);
        let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Source, &[pair])).collect();
        assert_eq!(got.join("|").split('|').next(), Some(want), "{pair:?}: {found:?}");
    }
}

#[test]
fn a_number_that_occurs_less_often_is_information_at_most() {
    let base = Base::new(IntoEnglish, &[]);
    let found = found(Rule::Numbers, &base, IntoEnglish, &[("12匹と12羽", "12 animals")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Information);
    assert_eq!(found[0].message, "`12` occurs more often in the source than in the translation.");
}
