//! What is neither word nor number: placeholders, tags, addresses, repeated words, brackets.

use taiyaku_language::model::{Rule, Side};

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, Direction, found, marked, mended, owned};

/// A direction, a pair, and the marked words of its source and target; nothing is marked where there is no finding.
type Case = (Direction, (&'static str, &'static str), &'static str);

fn check(rule: Rule, cases: &[Case]) {
    let base = Base::new(IntoEnglish, &[]);
    for (way, pair, want) in cases {
        let found = found(rule, &base, *way, &[*pair]);
        let got: Vec<String> = found
            .iter()
            .map(|finding| {
                format!("{}|{}", marked(finding, Side::Source, &[*pair]), marked(finding, Side::Target, &[*pair]))
            })
            .collect();
        assert_eq!(got.join(" & "), *want, "{pair:?}");
    }
}

/// The translation after the fix of the only finding; none if it has no fix.
fn fixed(rule: Rule, way: Direction, pair: (&str, &str)) -> Option<String> {
    let found = found(rule, &Base::new(way, &[]), way, &[pair]);
    let fix = found.first()?.fixes.first()?;
    Some(mended(&owned(&[pair]), fix).remove(0).1)
}

#[test]
fn placeholders_are_the_same_on_both_sides() {
    check(
        Rule::Placeholders,
        &[
            (IntoEnglish, ("%1$s個を{name}に写した。", "Copied files to it."), "%1$s·{name}|"),
            (IntoEnglish, ("{0}を開く", "Open {1}"), "{0}|{1}"),
            (IntoEnglish, ("%(name)sさん", "Dear %(nmae)s"), "%(name)s|%(nmae)s"),
            (IntoJapanese, ("Hello ${user}", "こんにちは"), "${user}|"),
            (IntoJapanese, ("{{ count }} files", "{{count}}個、{x}"), "|{x}"),
            (IntoJapanese, ("%s of %d", "%d中の%s"), "%s·%d|%d·%s"),
            (IntoJapanese, ("%s of %d", "%2$d中の%1$s"), ""),
            (IntoJapanese, ("%d of %d", "%d中の%d"), ""),
            (IntoJapanese, ("{name} saw {name}", "{name}が見た"), ""),
            (IntoJapanese, ("{:.2f} V", "{:.1f} V"), ""),
            (IntoEnglish, ("濃度は10%である。", "The concentration is 10% of it."), ""),
            (IntoEnglish, ("集合{a, b}と\\frac{x}{y}", "The set {b, a} and \\frac{y}{x}"), ""),
            (IntoEnglish, ("{n, plural, other {#個}}", "{n, plural, one {# item} other {# items}}"), ""),
            (IntoEnglish, ("100%%の確率", "A sure thing"), ""),
        ],
    );
    for (pair, want) in [
        (("{name}を開く", "Open {nam}"), Some("Open {name}")),
        (("%(n)d個と%s", "%(m)d and %s"), Some("%(n)d and %s")),
        (("{a}と{b}", "c and d"), None),
    ] {
        assert_eq!(fixed(Rule::Placeholders, IntoEnglish, pair).as_deref(), want, "{pair:?}");
    }
}

#[test]
fn tags_are_kept_and_closed() {
    check(
        Rule::Tags,
        &[
            (IntoEnglish, ("<b>重要</b>な点", "An <b>important point"), "</b>|<b>"),
            (IntoEnglish, ("<b>重要</b>な点", "An important point"), "<b>·</b>|"),
            (IntoEnglish, ("開始<br/>終了", "Start<br>End"), ""),
            (IntoEnglish, ("膜を<g id=\"1\">強く</g>引く", "Pull <g id=\"2\">hard</g>"), "<g id=\"1\">|<g id=\"2\">"),
            (IntoEnglish, ("<a href=\"/ja/x\">論文</a>", "The <a href=\"/en/x\">paper</a>"), ""),
            (IntoEnglish, ("<em>重要</em>", "</em>important<em>"), "|</em>"),
            (IntoJapanese, ("Open <filename>", "<ファイル名>を開く"), ""),
            (IntoJapanese, ("a < b and c > d", "aはbより小さい"), ""),
            (IntoJapanese, ("<Link>more</Link>", "続き"), "<Link>·</Link>|"),
            (IntoJapanese, ("CO<sub>2</sub>", "CO<sub>2</sub>と<i>水</i>"), "|<i>·</i>"),
        ],
    );
}

#[test]
fn addresses_are_copied() {
    check(
        Rule::Addresses,
        &[
            (
                IntoEnglish,
                ("詳細は https://example.jp/a?b=1 へ。", "See https://example.jp/ab=1."),
                "https://example.jp/a?b=1|https://example.jp/ab=1",
            ),
            (IntoEnglish, ("連絡先: a@example.jp", "Contact: a@example.com"), "a@example.jp|a@example.com"),
            (IntoEnglish, ("https://example.jp/x を見よ。", "See the page."), "https://example.jp/x|"),
            (IntoEnglish, ("doi: 10.1234/abc.5", "doi: 10.1234/abc.6"), "10.1234/abc.5|10.1234/abc.6"),
            (IntoEnglish, ("（https://example.jp/ja/x/）", "(https://example.jp/en/x)"), ""),
            (IntoEnglish, ("https://ja.wikipedia.org/wiki/膜", "https://en.wikipedia.org/wiki/Membrane"), ""),
            (
                IntoEnglish,
                ("https://a.jp/en/latest/x", "https://a.jp/en/ltest/x"),
                "https://a.jp/en/latest/x|https://a.jp/en/ltest/x",
            ),
            (IntoEnglish, ("https://example.jp/x。", "https://EXAMPLE.jp/x."), ""),
            (IntoEnglish, ("https://a.jp/x（下記）", "https://a.jp/x("), ""),
            (IntoEnglish, ("https://a.jp/x（", "https://a.jp/x)("), ""),
            (IntoEnglish, ("[https://a.jp/x(y)]", "https://a.jp/x(y)["), ""),
            (IntoJapanese, ("See https://a.jp/x, please.", "https://a.jp/x を見よ。"), ""),
            (IntoJapanese, ("Mail me.", "a@b.jp まで。"), ""),
        ],
    );
    for (pair, want) in [
        (("https://a.jp/1 へ", "To https://a.jp/2"), Some("To https://a.jp/1")),
        (("https://a.jp/1 と https://a.jp/2", "https://a.jp/3 and https://a.jp/4"), None),
        (("a@b.jp", "no address"), None),
    ] {
        assert_eq!(fixed(Rule::Addresses, IntoEnglish, pair).as_deref(), want, "{pair:?}");
    }
}

#[test]
fn a_word_stands_once() {
    check(
        Rule::RepeatedWords,
        &[
            (IntoEnglish, ("語", "The the word"), "|The the"),
            (IntoEnglish, ("語", "a part of of it"), "|of of"),
            (IntoEnglish, ("語", "the membrane membrane was"), "|membrane membrane"),
            (IntoEnglish, ("語", "in the\nthe end"), "|the\nthe"),
            (IntoEnglish, ("語", "it had had that that very very day"), ""),
            (IntoEnglish, ("語", "Gorilla gorilla gorilla and Bison bison"), ""),
            (IntoEnglish, ("語", "New York New York, the The Hague, Duran Duran"), ""),
            (IntoEnglish, ("語", "use ``the the`` and a-a a. A"), "|the the"),
            (IntoEnglish, ("語", "displaying a a single object, if there is is one"), "|a a·is is"),
            (IntoEnglish, ("語", "What it is is clear, they came in in spring"), ""),
            (IntoEnglish, ("語", "specified in in the form"), "|in in"),
            (IntoEnglish, ("群aと群a", "the groups a a are"), ""),
            (IntoEnglish, ("語", "the, the; the-the"), ""),
            (IntoEnglish, ("cat cat", "the cat cat command"), ""),
            (IntoJapanese, ("x", "細胞がが増殖する"), "|がが"),
            (IntoJapanese, ("x", "細胞をを見た"), "|をを"),
            (IntoJapanese, ("x", "膜のの厚さ、、層"), "|のの·、、"),
            (IntoJapanese, ("x", "ひとつひとつのもののけ、母はははと笑う。ますます"), ""),
            (IntoJapanese, ("x", "患者ががんになり、部屋ににおいがした"), ""),
            (IntoJapanese, ("x", "右もも肉と𠮷野のの川"), "|のの"),
        ],
    );
    for (way, pair, want) in [
        (IntoEnglish, ("語", "The the end"), Some("The end")),
        (IntoEnglish, ("語", "cell cell"), None),
        (IntoJapanese, ("x", "細胞をを見た"), Some("細胞を見た")),
    ] {
        assert_eq!(fixed(Rule::RepeatedWords, way, pair).as_deref(), want, "{pair:?}");
    }
}

#[test]
fn brackets_and_quotation_marks_come_in_pairs() {
    check(
        Rule::Brackets,
        &[
            (IntoEnglish, ("細胞（神経）は", "Cells (neurons were"), "|("),
            (IntoEnglish, ("細胞（神経）は", "Cells neurons) were"), "|)"),
            (IntoEnglish, ("「膜」と", "The \"membrane and"), "|\""),
            (IntoEnglish, ("「膜」と", "The “membrane and"), "|“"),
            (IntoEnglish, ("「膜と", "The “membrane"), "|“"),
            (IntoEnglish, ("細胞（神経は", "Cells (neurons were"), ""),
            (IntoEnglish, ("重合体(DNA)", "A polymer DNA)"), "|)"),
            (IntoEnglish, ("iv) 膜", "iv) The membrane, viii) the rim"), ""),
            (IntoEnglish, ("1) 膜", "1) The membrane; a) its rim"), ""),
            (IntoEnglish, ("楽しい", "Fun :) and don't worry ;-)"), ""),
            (IntoEnglish, ("区間", "The interval [0, 1) and (2, 3]"), ""),
            (IntoEnglish, ("``(`` を", "Use ``(`` and `[`"), ""),
            (IntoEnglish, ("``f()`` を", "Call ``f)``"), "|)"),
            (IntoEnglish, ("長さ", "A 5\" pipe, the dogs' tails"), ""),
            (IntoJapanese, ("the “cell” is", "「細胞は"), "|「"),
            (IntoJapanese, ("the (cell) is", "細胞（神経)は"), ""),
            (IntoJapanese, ("x", "『𠮷』【⻭】〔ｶﾞ〕(ー）"), ""),
            (IntoJapanese, ("x", "細胞】は"), "|】"),
            (IntoJapanese, ("the \"cell\"", "”細胞”は"), ""),
            (IntoJapanese, ("the “cell”", "“細胞は"), "|“"),
            (IntoJapanese, ("x", "方法は1)膜、2)層"), ""),
        ],
    );
}
