//! Ends of sentences in both languages.

use taiyaku_language::text::sentence::sentences;

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    for (name, text, want) in [
        ("nothing", "", &[][..]),
        ("white space only", " \n\u{3000}\r\n", &[]),
        ("two sentences", "甲を測った。乙は増えた。", &["甲を測った。", "乙は増えた。"]),
        ("no full stop at the end", "甲を測った。乙は増えた", &["甲を測った。", "乙は増えた"]),
        ("half-width full stop", "甲を測った｡乙は増えた｡", &["甲を測った｡", "乙は増えた｡"]),
        ("wide full stop", "甲を測った．乙は３．５倍に増えた．", &["甲を測った．", "乙は３．５倍に増えた．"]),
        ("a number of a list", "１．はじめに甲を測った。", &["１．はじめに甲を測った。"]),
        ("question and exclamation", "なぜか？それは熱い！次へ。", &["なぜか？", "それは熱い！", "次へ。"]),
        ("both at once", "本当か？！はい。", &["本当か？！", "はい。"]),
        ("narrow marks in Japanese", "本当か?はい。", &["本当か?", "はい。"]),
        (
            "a quotation inside",
            "所長は「増えた。次だ。」と述べた。続く。",
            &["所長は「増えた。次だ。」と述べた。", "続く。"],
        ),
        ("a bracket inside", "甲（乙である。丙も同じ。）を測った。", &["甲（乙である。丙も同じ。）を測った。"]),
        ("brackets of two widths", "甲（乙。)を測った。次へ。", &["甲（乙。)を測った。", "次へ。"]),
        ("a bracket never closed", "甲（乙を測った。次へ。", &["甲（乙を測った。", "次へ。"]),
        ("a bracket of the line before", "甲（乙\n丙）である。次へ。", &["甲（乙", "丙）である。", "次へ。"]),
        ("a quotation at the end", "彼は『終わった。』", &["彼は『終わった。』"]),
        ("lines", "見出し\n本文である。\r\n次の行", &["見出し", "本文である。", "次の行"]),
        ("a character beyond the first plane", "𠮷野が測った。𠮷田も。", &["𠮷野が測った。", "𠮷田も。"]),
        ("half-width kana", "ｶﾞﾗｽを焼いた｡ﾞ次へ。", &["ｶﾞﾗｽを焼いた｡", "ﾞ次へ。"]),
        ("an abbreviation in Japanese", "図はFig. 3に示す。次へ。", &["図はFig. 3に示す。", "次へ。"]),
        (
            "English",
            "We heated it. It grew by 3.5 mm. Why? No one knows!",
            &["We heated it.", "It grew by 3.5 mm.", "Why?", "No one knows!"],
        ),
        ("a species", "We use E. coli. It grows.", &["We use E. coli.", "It grows."]),
        ("a figure", "See Fig. 3 and Eq. 2. They agree.", &["See Fig. 3 and Eq. 2.", "They agree."]),
        ("other authors", "Sato et al. (2021) agree. So do we.", &["Sato et al. (2021) agree.", "So do we."]),
        (
            "other authors at the end",
            "It is due to Sato et al. They agree.",
            &["It is due to Sato et al.", "They agree."],
        ),
        ("a title before a name", "Dr. Sato led it. Prof. Mori helped.", &["Dr. Sato led it.", "Prof. Mori helped."]),
        ("for example", "Some, e.g. Ice, melt. Others do not.", &["Some, e.g. Ice, melt.", "Others do not."]),
        ("a quotation", "He said \"It grew.\" Then he left.", &["He said \"It grew.\"", "Then he left."]),
        (
            "an address",
            "See https://example.jp/data.html for more. It is free.",
            &["See https://example.jp/data.html for more.", "It is free."],
        ),
        ("both languages", "値は増えた。It grew. 次へ。", &["値は増えた。", "It grew.", "次へ。"]),
    ] {
        let got: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(got, want, "{name}: {text}");
    }
}
