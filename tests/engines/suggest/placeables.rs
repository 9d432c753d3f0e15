//! What counts as a number, date, code or tag, with its value; and words that only look like one.

use proptest::prelude::*;
use taiyaku_language::model::Lang;
use taiyaku_language::text::normal::normal;
use taiyaku_language::text::placeable::{PlaceableKind, placeables};

/// Each placeable of `text` as `words=value`, the kind's first letter before it where it is no number.
fn shown(text: &str, lang: &Lang) -> Vec<String> {
    let text = normal(text);
    let show = |found: &taiyaku_language::text::placeable::Placeable| {
        let kind = match found.kind {
            PlaceableKind::Number => "",
            PlaceableKind::Date => "D ",
            PlaceableKind::Code => "C ",
            PlaceableKind::Tag => "T ",
        };
        let words = found.span.of(&text);
        if words == found.value { format!("{kind}{words}") } else { format!("{kind}{words}={}", found.value) }
    };
    placeables(&text, lang).iter().map(show).collect()
}

fn agree(lang: &Lang, facts: &[(&str, &[&str])]) {
    for (text, want) in facts {
        assert_eq!(shown(text, lang), *want, "{text}");
    }
}

#[test]
fn one_value_has_one_form_in_both_languages() {
    for (value, japanese, english) in [
        (
            "280000000",
            &["2.8億", "2億8000万", "２億８千万", "280,000,000", "2.8 億"][..],
            &["280 million", "280,000,000"][..],
        ),
        (
            "30%",
            &["3割", "30%", "３０％", "30 %", "30パーセント", "三割"],
            &["30%", "30 percent", "30 per cent", "30 %"],
        ),
        ("35%", &["3割5分", "35%"], &["35%"]),
        ("2026", &["2026", "令和8", "令和八", "２０２６", "二〇二六"], &["2026", "two thousand twenty-six"]),
        ("1989", &["平成元", "1989"], &["1989"]),
        (
            "2026-11-21",
            &["2026年11月21日", "令和8年11月21日", "2026/11/21", "2026 年 11 月 21 日", "2026.11.21"],
            &[
                "November 21, 2026",
                "21 November 2026",
                "Nov. 21, 2026",
                "21st of November 2026",
                "2026-11-21",
                "11/21/2026",
            ],
        ),
        ("2026-11", &["2026年11月", "令和8年11月"], &["November 2026", "Nov 2026"]),
        ("--11-21", &["11月21日"], &["November 21", "21 November", "November 21st"]),
        ("--11", &["11月"], &["November"]),
        ("12", &["12", "十二", "１２", "⑫"], &["12", "12th"]),
        ("2000000", &["200万", "二百万"], &["two million", "2 million", "2,000,000"]),
        ("250000", &["25万", "二十五万"], &["two hundred and fifty thousand", "250 thousand"]),
        ("1200000000000", &["1兆2,000億"], &["1.2 trillion"]),
        ("-5", &["-5", "−5"], &["-5", "–5"]),
        ("0.05", &["0.05", ".05"], &["0.05", ".05"]),
    ] {
        for (lang, texts) in [(Lang::JA, japanese), (Lang::EN, english)] {
            for text in texts {
                // A counter after it, as the sentence would have.
                let text = if lang.is_japanese() { format!("{text}年") } else { format!("{text} ") };
                let found = placeables(&normal(&text), &lang);
                let values: Vec<&str> = found.iter().map(|found| found.value.as_str()).collect();
                assert_eq!(values, [value], "{text}");
            }
        }
    }
}

#[test]
fn digits_written_against_latin_letters_are_part_of_a_word() {
    agree(
        &Lang::JA,
        &[
            ("IL-6", &[]),
            ("H2O", &[]),
            ("COVID-19の", &[]),
            ("5G", &[]),
            ("Ti3C2", &[]),
            ("CYP7A1とp53", &[]),
            ("3Dプリンタ", &[]),
            ("5-HT受容体", &[]),
            ("PM2.5、ANGPTL4/8", &[]),
            ("インターロイキン-6", &[]),
            ("3T3細胞の16S rRNA", &[]),
            ("4K", &[]),
            ("SARS-CoV-2", &[]),
            ("Ca2+、10²", &["102"]),
            ("10mgと100μm", &["10", "100"]),
            ("第2世代", &["2"]),
            ("2型糖尿病", &["2"]),
            ("図3 万能細胞", &["3"]),
            ("37℃", &["37"]),
            ("温度は−5度、10−20個", &["-5", "10", "20"]),
            ("−2−", &["2"]),
        ],
    );
    agree(
        &Lang::EN,
        &[
            ("IL-6 and IL-1β of 5-HT", &[]),
            ("18F-FDG, GLP-1/2", &[]),
            ("a 5-year study of a 24-Hour day", &["5", "24"]),
            ("the 21st century, the 2nd", &["21st=21", "2nd=2"]),
            ("Type 2, 10mg, the 1980s", &["2", "10", "1980"]),
            ("10–20 mice", &["10", "20"]),
            ("a 3D print", &[]),
        ],
    );
}

#[test]
fn kanji_are_numbers_only_where_that_is_certain() {
    agree(
        &Lang::JA,
        &[
            ("十二人", &["十二=12"]),
            ("三種類の二つ", &["三=3", "二=2"]),
            ("第二世代", &["二=2"]),
            ("三百の", &["三百=300"]),
            ("十二指腸", &[]),
            ("一方、一部と一般", &[]),
            ("唯一の第一選択", &[]),
            ("一つの", &[]),
            ("数百人と何千人", &[]),
            ("十数年", &[]),
            ("八百屋、四国、千葉、万一", &[]),
            ("十分な二酸化炭素", &[]),
            ("二本鎖DNAと二本の足", &["二=2"]),
            ("三角形の二人三脚", &[]),
            ("3割合", &["3"]),
        ],
    );
    agree(
        &Lang::EN,
        &[("one of two, millions of them", &[]), ("Three may march in May", &[]), ("May 10", &["D May 10=--05-10"])],
    );
}

#[test]
fn codes_and_tags_stay_whole() {
    agree(
        &Lang::JA,
        &[
            ("https://example.com/a?b=1。", &["C https://example.com/a?b=1"]),
            ("（https://example.com/a_(b)）", &["C https://example.com/a_(b)"]),
            ("taro.2020@example.jpへ", &["C taro.2020@example.jp"]),
            ("10.1038/s41380-024-02419-6）", &["C 10.1038/s41380-024-02419-6"]),
            ("TEL 03-1234-5678", &["C 03-1234-5678"]),
            ("v1.2、1.2.3、3.12", &["C v1.2", "C 1.2.3", "3.12"]),
            ("snake_caseとclose()", &["C snake_case", "C close()"]),
            ("%sと%(name)sと{0}と${x}", &["C %s", "C %(name)s", "C {0}", "C ${x}"]),
            ("<b>太字</b>&amp;<br/>", &["T <b>", "T </b>", "T &amp;", "T <br/>"]),
        ],
    );
    agree(
        &Lang::EN,
        &[
            ("50% discount for 100 %s", &["50%", "100", "C %s"]),
            ("{n, plural, one {# item}}", &[]),
            (
                "{when, date, short} {{ user.name }} {% if a %}",
                &["C {when, date, short}", "C {{ user.name }}", "C {% if a %}"],
            ),
            ("a<b and c>d, AT&T;", &[]),
            ("<a href=\"x\" id=y>", &["T <a href=\"x\" id=y>"]),
            ("use --out-dir, a well-known self._name", &["C --out-dir", "C self._name"]),
            ("at 2026-11-21T10:00:00Z e.g. U.S.", &["C 2026-11-21T10:00:00Z"]),
            ("0x1F; $HOME; $100", &["C 0x1F", "C $HOME", "100"]),
            ("11/12/2026", &["D 11/12/2026"]),
        ],
    );
    agree(&Lang::parse("de").unwrap(), &[("1.234,5 Euro, two million", &["1.234,5"])]);
}

const PIECES: &[&str] = &[
    "2.8億",
    "十二",
    "人",
    "令和",
    "8",
    "年",
    "11",
    "月",
    "21",
    "日",
    "元",
    "割",
    "分",
    "%",
    "s",
    "(",
    ")",
    "{",
    "}",
    "<",
    "b",
    ">",
    "&",
    ";",
    "/",
    ".",
    "-",
    ",",
    " ",
    "IL-",
    "1",
    "𠮷",
    "か\u{3099}",
    "ｶﾞ",
    "①",
    "½",
    "\r\n",
    "🧬",
    "@",
    "a.jp",
    "https",
    "://",
    "_",
    "$",
    "million",
    "two",
    "hundred",
    "and",
    "May",
    "November",
    "st",
    "μm",
    "é",
    "千",
    "万",
    "999999999999999",
    "v",
    "0x",
    "ー",
];

proptest! {
    #[test]
    fn placeables_are_in_order_on_character_boundaries_and_have_a_value(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16),
        noise in "\\PC{0,6}",
    ) {
        let text = normal(&format!("{}{noise}", pieces.concat()));
        for lang in [Lang::JA, Lang::EN, Lang::parse("fr").unwrap()] {
            let mut end = 0;
            for found in placeables(&text, &lang) {
                prop_assert!(found.span.start >= end && text.get(found.span.start..found.span.end).is_some());
                prop_assert!(!found.span.is_empty() && !found.value.is_empty());
                end = found.span.end;
            }
        }
    }
}
