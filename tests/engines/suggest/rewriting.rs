//! A changed value keeps the format of the old one, and has the right value when it is read again.

use proptest::prelude::*;
use taiyaku_language::model::Lang;
use taiyaku_language::text::normal::normal;
use taiyaku_language::text::placeable::{PlaceableKind, placeables, rewrite};

fn kind_of(value: &str) -> PlaceableKind {
    let date = value.starts_with("--") || value.split('-').count() > 1 && !value.starts_with('-');
    if date { PlaceableKind::Date } else { PlaceableKind::Number }
}

fn dressed(written: &str, value: &str, lang: &Lang) -> Option<String> {
    rewrite(written, kind_of(value), value, "", lang)
}

#[test]
fn numbers_keep_separators_scale_ordinals_and_width() {
    for (lang, written, value, want) in [
        (Lang::EN, "1,234", "5678901", "5,678,901"),
        (Lang::EN, "1234", "5678", "5678"),
        (Lang::EN, "12", "15", "15"),
        (Lang::EN, "280 million", "310000000", "310 million"),
        (Lang::EN, "280 million", "2800000000", "2.8 billion"),
        (Lang::EN, "280 million", "1234567", "1,234,567"),
        (Lang::EN, "2.8 billion", "500000", "500,000"),
        (Lang::EN, "two million", "3000000", "three million"),
        (Lang::EN, "Two million", "5000000000", "Five billion"),
        (Lang::EN, "two million", "25000000", "25,000,000"),
        (Lang::EN, "21st", "12", "12th"),
        (Lang::EN, "2nd", "23", "23rd"),
        (Lang::EN, "30%", "45%", "45%"),
        (Lang::EN, "30 percent", "12.5%", "12.5 percent"),
        (Lang::EN, ".05", "0.01", ".01"),
        (Lang::EN, "−5", "-12", "−12"),
        (Lang::JA, "2.8億", "310000000", "3.1億"),
        (Lang::JA, "2.8億", "50000", "5万"),
        (Lang::JA, "2.8億", "123456789", "1億2345万6789"),
        (Lang::JA, "1,200万", "34000000", "3,400万"),
        (Lang::JA, "1億2000万", "250000000", "2億5000万"),
        (Lang::JA, "3千", "5000", "5千"),
        (Lang::JA, "１２", "345", "３４５"),
        (Lang::JA, "１，２００", "3400", "３，４００"),
        (Lang::JA, "十二", "15", "十五"),
        (Lang::JA, "二〇二六", "2030", "二〇三〇"),
        (Lang::JA, "令和8", "2027", "令和9"),
        (Lang::JA, "平成元", "1995", "平成7"),
        (Lang::JA, "令和八", "2020", "令和二"),
        (Lang::JA, "3割", "40%", "4割"),
        (Lang::JA, "3割", "45%", "4割5分"),
        (Lang::JA, "三割", "50%", "五割"),
        (Lang::JA, "30パーセント", "50%", "50パーセント"),
    ] {
        assert_eq!(dressed(written, value, &lang).as_deref(), Some(want), "{written} {value}");
    }
}

#[test]
fn dates_keep_their_order_names_and_padding() {
    for (lang, written, value, want) in [
        (Lang::EN, "November 21, 2026", "2027-03-02", "March 2, 2027"),
        (Lang::EN, "21 November 2026", "2027-03-02", "2 March 2027"),
        (Lang::EN, "Nov. 21", "--05-03", "May 3"),
        (Lang::EN, "21st of November", "--05-03", "3rd of May"),
        (Lang::EN, "November 2026", "2027-01", "January 2027"),
        (Lang::EN, "November", "--01", "January"),
        (Lang::EN, "2026-11-21", "2027-01-02", "2027-1-2"),
        (Lang::EN, "2026-01-02", "2027-03-04", "2027-03-04"),
        (Lang::EN, "11/21/2026", "2027-03-30", "3/30/2027"),
        (Lang::EN, "21/11/2026", "2027-03-30", "30/3/2027"),
        (Lang::JA, "2026年11月21日", "2027-03-02", "2027年3月2日"),
        (Lang::JA, "２０２６年１１月", "2027-03", "２０２７年３月"),
        (Lang::JA, "2026 年 11 月 21 日", "2027-03-02", "2027 年 3 月 2 日"),
        (Lang::JA, "令和8年11月21日", "2027-03-02", "令和9年3月2日"),
        (Lang::JA, "平成元年5月1日", "2019-06-01", "令和元年6月1日"),
        (Lang::JA, "令和3年5月12日", "2019-04-30", "平成31年4月30日"),
        (Lang::JA, "令和3年5月12日", "1989-01-07", "昭和64年1月7日"),
        (Lang::JA, "令和3年5月12日", "1926-12-25", "昭和元年12月25日"),
        (Lang::JA, "11月", "--03", "3月"),
    ] {
        assert_eq!(dressed(written, value, &lang).as_deref(), Some(want), "{written} {value}");
    }
}

#[test]
fn values_without_such_a_form_are_not_written() {
    for (lang, written, value) in [
        (Lang::JA, "⑫", "15"),
        (Lang::JA, "10²", "1000"),
        (Lang::JA, "3割", "12.5%"),
        (Lang::EN, "11/12/2026", "11/13/2026"),
        (Lang::EN, "November", "--11-21"),
        (Lang::EN, "30", "30%"),
        (Lang::EN, "21st", "1.5"),
        (Lang::JA, "令和8", "1700"),
        (Lang::JA, "令和8", "2019"),
        (Lang::JA, "平成3", "1989"),
        (Lang::JA, "昭和3", "1926"),
    ] {
        let made = dressed(written, value, &lang);
        let safe = made
            .as_ref()
            .is_none_or(|made| placeables(&normal(made), &lang).iter().map(|found| found.value.as_str()).ne([value]));
        assert!(safe, "{written} {value} {made:?}");
    }
    let code = rewrite("%s", PlaceableKind::Code, "%d", "%d", &Lang::EN);
    assert_eq!(code.as_deref(), Some("%d"));
}

proptest! {
    #[test]
    fn a_written_value_reads_back(
        written in prop::sample::select(&[
            "12", "1,234", "280 million", "two million", "21st", "30%", "30 percent", ".5", "2.8億", "1億2000万", "1,200万", "十二", "三百",
            "令和8", "１２", "3割", "November 21, 2026", "21 Nov. 2026", "2026-11-21", "2026年11月21日", "令和8年11月21日", "3千", "2000",
        ][..]),
        number in prop_oneof![1_u64..100, 1900_u64..2100, 1_u64..10_000_000_000],
        fraction in prop::option::of(1_u8..10),
        percent in any::<bool>(),
        day in 1_u32..29,
    ) {
        let lang = if written.is_ascii() { Lang::EN } else { Lang::JA };
        let plain = fraction.map_or(number.to_string(), |fraction| format!("{number}.{fraction}"));
        let plain = if percent { format!("{plain}%") } else { plain };
        for value in [plain, format!("2031-07-{day:02}")] {
            // A lone 一 is never surely a number.
            if let Some(made) = dressed(written, &value, &lang).filter(|made| made != "一") {
                // Kanji need a counter.
                let text = format!("{made}{}", if lang.is_japanese() && !value.contains('%') { "年" } else { "" });
                let found = placeables(&normal(&text), &lang);
                let values: Vec<&str> = found.iter().map(|found| found.value.as_str()).collect();
                prop_assert_eq!(values, [value.as_str()], "{} became {}", written, made);
            }
        }
    }
}
