//! Quantities are the same by value, however they are written, and a fix is offered only where value alone differs.
//!
//! `research_prose.tsv` and `research_prose_wrong.tsv` hold sentences written by somebody who had not seen the program: 300 right
//! translations, and 150 with one wrong number, of twelve kinds each.

use taiyaku_language::model::Rule;

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, Direction, found, mended, owned};

/// Pairs that say the same, by kind.
const SAME: &[(&str, &str)] = &[
    // Units by value.
    ("0.1秒かかった。", "It took 100 ms."),
    ("1.5ミリの穴", "a hole of 1.5 mm"),
    ("90分の講義", "a lecture of 1.5 hours"),
    ("1000 m離れる", "1 km apart"),
    ("1.5ヘクタールの畑", "a field of 15,000 square meters"),
    ("2平方キロメートル", "2 km²"),
    ("12か月続いた。", "It lasted one year."),
    ("2週間後", "14 days later"),
    ("2歳児", "24-month-olds"),
    ("時速36キロで走る。", "It runs at 10 m/s."),
    ("100 ppm含む。", "It contains 0.01%."),
    ("1時間30分の講義", "a 90-minute lecture"),
    // Eras and years.
    ("令和5〜7年度に行う。", "It runs from fiscal 2023 to 2025."),
    ("令和5・6年度に行う。", "It runs in fiscal 2023 and 2024."),
    ("令和五・六年度に行う。", "It runs in fiscal 2023 and 2024."),
    ("令和元〜3年度に行う。", "It runs from fiscal 2019 to 2021."),
    ("平成28年度から30年度まで", "from fiscal 2016 to fiscal 2018"),
    ("2022〜24年度に行う。", "It runs from fiscal 2022 to 2024."),
    ("1998〜99年に発生した。", "It occurred in 1998-1999."),
    ("天保8年（1837年）の乱", "the rebellion of 1837"),
    ("安政二年の地震", "the earthquake of 1855"),
    ("天平勝宝4年の開眼", "the consecration of 752"),
    ("H30年度の調査", "the survey of fiscal 2018"),
    ("S63年の調査", "the survey of 1988"),
    ("21世紀の課題", "a challenge of the twenty-first century"),
    ("20世紀後半である。", "It is the second half of the 20th century."),
    ("1970〜80年代", "the 1970s and 80s"),
    ("享保年間に掘られた。", "It was dug in 1716–1736."),
    ("4〜6月に調べた。", "It was examined from April to June."),
    // Decimals, powers, shares.
    ("零点零四の差", "a difference of 0.04"),
    ("一・五倍", "1.5 times"),
    ("1割2分5厘である。", "It is 12.5%."),
    ("1.5×10⁶個", "1.5 × 10^6 cells"),
    ("1.5×10⁶個", "1.5 million cells"),
    ("10の-9乗メートル", "one nanometer"),
    ("100倍になった。", "It rose by two orders of magnitude."),
    ("10億分の1", "one part per billion"),
    ("3分の2が賛成した。", "Two thirds agreed."),
    ("4分の3が賛成した。", "75% agreed."),
    ("2½時間", "2.5 hours"),
    ("2年半続いた。", "It continued for 30 months."),
    ("150万回分", "one and a half million doses"),
    ("50万人", "half a million people"),
    ("6つの班", "half a dozen teams"),
    ("2～3%増えた。", "It rose by two to three percent."),
    ("200万〜300万人", "two to three million people"),
    // Words with numerals in them.
    ("2倍体である。", "It is diploid."),
    ("1次関数である。", "It is a linear function."),
    ("正20面体", "an icosahedron"),
    ("二酸化炭素が増えた。", "Carbon dioxide increased."),
    ("四面体の構造", "a tetrahedral structure"),
    ("第5位", "ranked fifth"),
    ("一二地点", "12 sites"),
    // Times of the day.
    ("午前10時半に始まる。", "It starts at 10:30."),
    ("午前10時半に始まる。", "It starts at half past ten."),
    ("15:00に始まる。", "It starts at 3 p.m."),
    ("午後3時15分に始まる。", "It starts at 15:15."),
    // Minus signs.
    ("温度−5℃で保つ。", "It is kept at −5 °C."),
];

/// Pairs that differ, with what a fix makes of the translation.
const DIFFERENT: &[(Direction, &str, &str, Option<&str>)] = &[
    (IntoEnglish, "5 mgを加えた。", "We added 5 g.", None),
    (IntoEnglish, "0.1秒かかった。", "It took 200 ms.", None),
    (IntoEnglish, "5 mgを加えた。", "We added 6 mg.", Some("We added 5 mg.")),
    (IntoEnglish, "令和5〜7年度", "fiscal 2023 to 2026", None),
    (IntoEnglish, "3割増えた。", "It rose by 1.4 times.", None),
    (IntoEnglish, "15時に始まる。", "It starts at 4 p.m.", None),
    (IntoEnglish, "3分の2が賛成した。", "Three quarters agreed.", None),
    (IntoEnglish, "時速60キロで走る。", "It runs at 70 m/s.", None),
    (IntoEnglish, "12匹を調べた。", "We examined 13 cm.", None),
    (IntoEnglish, "−5「", "𒒀−5", None),
    (IntoJapanese, "The list is 0-based.", "リストは番目から始まる。", None),
];

#[test]
fn quantities_are_the_same_by_value_however_they_are_written() {
    for (ja, en) in SAME {
        for (way, pair) in [(IntoEnglish, (*ja, *en)), (IntoJapanese, (*en, *ja))] {
            let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[pair]);
            assert!(found.is_empty(), "{pair:?}: {found:?}");
        }
    }
}

#[test]
fn a_fix_is_offered_only_where_value_alone_differs() {
    for (way, source, target, want) in DIFFERENT {
        let pair = (*source, *target);
        let found = found(Rule::Numbers, &Base::new(*way, &[]), *way, &[pair]);
        let fixes: Vec<String> =
            found.iter().flat_map(|one| &one.fixes).map(|fix| mended(&owned(&[pair]), fix)[0].1.clone()).collect();
        assert_eq!(fixes.first().map(String::as_str), *want, "{pair:?}");
        // A dash that is no sign of its number has nothing to be mended, and nothing to be said for certain.
        assert!(!found.is_empty() || source.starts_with('−'), "{pair:?}");
    }
}

#[test]
fn words_that_lost_their_number_are_reported() {
    for (way, source, target) in [
        (IntoEnglish, "2次元の配列", "a -dimensional array"),
        (IntoEnglish, "0から始まる。", "It is -based and 0."),
        (IntoJapanese, "one of the fields", "フィールドのつです"),
        (IntoJapanese, "at least one", "少なくともつの値"),
    ] {
        let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[(source, target)]);
        assert!(!found.is_empty(), "{target}");
    }
}

/// The rows of a table, without its header.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

fn way(direction: &str) -> Direction {
    if direction == "ja-en" { IntoEnglish } else { IntoJapanese }
}

#[test]
fn right_translations_of_research_prose_have_no_finding() {
    let mut flagged = Vec::new();
    let mut all = 0;
    for row in rows(include_str!("research_prose.tsv")) {
        let way = way(row[1]);
        all += 1;
        let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[(row[2], row[3])]);
        flagged.extend(found.into_iter().map(|found| (row[2], found.message)));
    }
    assert_eq!(all, 300);
    assert_eq!(flagged, []);
}

#[test]
fn wrong_numbers_in_research_prose_are_found_and_their_fixes_are_right() {
    let (mut all, mut missed, mut fixes) = (0, Vec::new(), 0);
    for row in rows(include_str!("research_prose_wrong.tsv")) {
        let (way, pair) = (way(row[1]), (row[2], row[3]));
        all += 1;
        let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[pair]);
        if found.is_empty() {
            missed.push(row[3]);
        }
        for fix in found.iter().flat_map(|one| &one.fixes) {
            fixes += 1;
            let place = &fix.changes[0].place;
            let old = place.span.of(pair.1);
            assert!(old.contains(row[4]) || row[4].contains(old), "{old} is replaced, {} is wrong", row[4]);
        }
    }
    assert_eq!(all, 150);
    assert!(missed.len() <= 1, "{missed:?}");
    assert!(fixes >= 60, "{fixes}");
}

#[test]
fn hostile_texts_of_numbers_are_read_in_linear_time() {
    let long = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    for (ja, en) in [
        (long("1", 80_000), long("2", 80_000)),
        (long("一", 240_000), long("one ", 40_000)),
        (long("十", 240_000), long("twenty ", 40_000)),
        (long("三つと", 90_000), long("three and ", 100_000)),
        (long("1と", 40_000), long("2 and ", 60_000)),
        (long("1時間30分", 80_000), long("1 hour 30 minutes ", 80_000)),
        (long("`1", 80_000), long("a -based ", 80_000)),
        (long("令和元", 90_000), long("half an hour ", 80_000)),
    ] {
        for (way, pair) in [(IntoEnglish, (ja.as_str(), en.as_str())), (IntoJapanese, (en.as_str(), ja.as_str()))] {
            let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[pair]);
            assert!(found.iter().all(|one| one.message.len() < 2_000));
        }
    }
}
