//! Generates pairs from sentence patterns and the starter terms, for those who have no memory at hand.
//!
//! Real text has longer and rarer words; use these figures to compare two runs, not to estimate what a real
//! memory costs.

use taiyaku::app::starter;

use super::random::Random;
use super::scale::Pair;

/// How many pairs there are.
const PAIRS: usize = 40_000;

/// Japanese and English; `{a}`, `{b}`, `{c}` are terms, `{n}` numbers below 100, `{y}` years.
type Pattern = (&'static str, &'static str);

const TITLES: &[Pattern] = &[
    ("{a}の測定", "Measurement of {a}"),
    ("{a}と{b}の関係", "Relation between {a} and {b}"),
    ("図{n}：{a}の変化", "Figure {n}: change of {a}"),
    ("{a}を用いた{b}の制御", "Control of {b} by means of {a}"),
    ("表{n}　{a}の一覧", "Table {n}. List of {a}"),
    ("{a}とは何か", "What is {a}?"),
    ("{a}の設定を保存する", "Save the settings of {a}"),
    ("{a}：{b}に基づく新しい手法", "{a}: a new method based on {b}"),
    ("補足資料{n}　{a}の詳細", "Supplement {n}: details of {a}"),
    ("{a}を選択してください。", "Select {a}."),
];

const OPENINGS: &[Pattern] = &[
    ("", ""),
    ("", ""),
    ("{y}年に、", "In {y}, "),
    ("これまでの研究では、", "In earlier work, "),
    ("本研究グループは、", "Our group reports that "),
    ("一方で、", "On the other hand, "),
    ("まず初めに、", "First of all, "),
    ("しかしながら、", "However, "),
    ("{a}の専門家によると、", "According to experts on {a}, "),
    ("約{n}年にわたる観測から、", "From about {n} years of observation, "),
    ("{n}名の参加者を対象とした調査では、", "In a survey of {n} participants, "),
    ("さらに詳しく調べると、", "On closer inspection, "),
    ("この仮説を確かめるため、", "To test this hypothesis, "),
    ("今回の実験とは異なり、", "Unlike in the present experiment, "),
];

const CLAUSES: &[Pattern] = &[
    ("{a}が{b}に与える影響を明らかにしました", "the effect of {a} on {b} was clarified"),
    ("{a}は{b}の働きによって約{n}倍に増えます", "{a} increases about {n}-fold through the action of {b}"),
    (
        "{a}を{n}度に保つと、{b}が安定することが分かりました",
        "{b} was found to be stable when {a} is kept at {n} degrees",
    ),
    ("{a}の仕組みはまだ十分に理解されていません", "the mechanism of {a} is not yet well understood"),
    ("{a}から得られた信号を{b}で解析しました", "signals obtained from {a} were analyzed with {b}"),
    ("{a}と{b}の間には強い相関がみられます", "there is a strong correlation between {a} and {b}"),
    ("{a}を加えない場合、{b}は観察されませんでした", "no {b} was observed unless {a} was added"),
    ("{a}が失われると{b}も次第に低下します", "when {a} is lost, {b} gradually declines as well"),
    ("{n}個の試料について{a}の量を測りました", "the amount of {a} was measured in {n} samples"),
    ("{a}は{b}よりも先に起こると考えられてきました", "{a} has been thought to occur before {b}"),
    (
        "わずか{n}秒で{a}を検出できる装置を開発しました",
        "a device that detects {a} within only {n} seconds was developed",
    ),
    ("{a}に関わる{b}の役割を初めて示しました", "the role of {b} in {a} was shown for the first time"),
    ("{a}を使えば、{b}にかかる費用を{n}%減らせます", "using {a} cuts the cost of {b} by {n}%"),
    ("{a}の分布を{b}ごとに地図にまとめました", "the distribution of {a} was mapped for each {b}"),
    ("安全な{a}を広く届けるには{b}が欠かせません", "{b} is indispensable for bringing safe {a} to everyone"),
    ("{a}では説明できない{b}の振る舞いが見つかりました", "a behavior of {b} that {a} cannot explain was found"),
    ("{a}と呼ばれる現象が{b}の内部で進みます", "a phenomenon called {a} proceeds inside {b}"),
    ("{a}の表面に{b}を薄く塗り重ねました", "thin layers of {b} were applied to the surface of {a}"),
    ("{a}を学んだ学生の{n}%が{b}に関心を示しました", "{n}% of the students who had studied {a} showed interest in {b}"),
    ("{a}の精度は{b}の質に左右されます", "the accuracy of {a} depends on the quality of {b}"),
    ("{a}に対する{b}の反応を時間を追って記録しました", "the response of {b} to {a} was recorded over time"),
    ("{a}が進むと{b}の形が大きく変わります", "the shape of {b} changes greatly as {a} proceeds"),
    ("{a}の理論から{b}の存在が予想されていました", "the theory of {a} had predicted the existence of {b}"),
    ("このファイルには{a}と{b}の値が含まれています", "this file contains the values of {a} and {b}"),
];

const ENDINGS: &[Pattern] = &[
    ("。", "."),
    ("。", "."),
    ("。", "."),
    ("。この成果は{c}の治療につながると期待されます。", ". The result is expected to lead to a treatment of {c}."),
    ("が、{c}については今後の課題です。", ", while {c} remains a task for the future."),
    ("。{c}との違いは{n}%以下でした。", ". The difference from {c} was {n}% or less."),
    ("（{c}を除く）。", " (except for {c})."),
    ("。詳しくは{c}の項を参照してください。", ". For details see the section on {c}."),
    ("ので、{c}への応用が見込まれます。", ", so that an application to {c} can be expected."),
    ("。なお、{c}の値は{n}回の平均です。", ". Note that the value of {c} is the mean of {n} runs."),
    ("。一部の{c}では逆の傾向も報告されています。", ". The opposite trend has been reported for some {c}."),
    ("。これは{y}年に提案された{c}の考え方と一致します。", ". This agrees with the idea of {c} proposed in {y}."),
];

/// Invented pairs.
pub(crate) fn pairs(seed: u64) -> Vec<Pair> {
    let rows = starter::rows().unwrap();
    let terms: Vec<(String, String)> =
        rows.into_iter().flat_map(|(_, rows)| rows).map(|row| (row.ja, row.en)).collect();
    let mut random = Random::new(seed, "grammar");
    (0..PAIRS).map(|_| pair(&terms, &mut random)).collect()
}

fn pair(terms: &[(String, String)], random: &mut Random) -> Pair {
    if random.share() < 0.15 {
        let (ja, en) = filled(*random.of(TITLES), terms, random);
        return Pair { ja, en };
    }
    let mut made = sentence(terms, random);
    // Now and then a paragraph of two or three sentences, as memories have them.
    while random.share() < 0.15 {
        let next = sentence(terms, random);
        made = Pair { ja: made.ja + &next.ja, en: made.en + " " + &next.en };
    }
    made
}

fn sentence(terms: &[(String, String)], random: &mut Random) -> Pair {
    let parts = [*random.of(OPENINGS), *random.of(CLAUSES), *random.of(ENDINGS)];
    let (ja, en): (String, String) = parts.map(|part| filled(part, terms, random)).into_iter().unzip();
    let mut letters = en.chars();
    let en = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Pair { ja, en }
}

/// The pattern with terms and numbers in it, the same ones on both sides.
fn filled((ja, en): Pattern, terms: &[(String, String)], random: &mut Random) -> (String, String) {
    let (mut ja, mut en) = (ja.to_owned(), en.to_owned());
    for place in ["{a}", "{b}", "{c}"] {
        let term = random.of(terms);
        (ja, en) = (ja.replace(place, &term.0), en.replace(place, &term.1));
    }
    for (place, number) in [("{n}", 2 + random.below(98)), ("{y}", 1950 + random.below(75))] {
        (ja, en) = (ja.replace(place, &number.to_string()), en.replace(place, &number.to_string()));
    }
    (ja, en)
}
