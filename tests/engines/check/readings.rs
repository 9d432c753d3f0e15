//! What numbers, shares, times and units may stand for: pairs that say the same have no finding, pairs that do not have one.

use taiyaku_language::model::Rule;

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, found};

/// Pairs that say the same, in either direction.
const SAME: &[(&str, &str)] = &[
    // Shares.
    ("住民の7割が残った。", "Seven out of ten residents stayed."),
    ("会員の90%が賛成した。", "Nine in ten members agreed."),
    ("参加者の5人に1人が欠席した。", "20% of the participants were absent."),
    ("参加者の20%が欠席した。", "One in five participants was absent."),
    ("家庭の20%にある。", "It is in 1 in 5 homes."),
    ("100人中35人が罹患した。", "35% fell ill."),
    ("35%が罹患した。", "Thirty-five out of a hundred fell ill."),
    // Multiples.
    ("収量は2倍になった。", "Yields increased by 100%."),
    ("収量は2倍になった。", "Yields doubled."),
    ("面積は1.5倍に広がった。", "The area grew by 50%."),
    ("面積は1.5倍に広がった。", "The area is half as much again."),
    ("利用者は3倍に増えた。", "Users rose by 200%."),
    // How often.
    ("2年に一度開かれる。", "It is held every other year."),
    ("2年に一度開かれる。", "It is held every two years."),
    ("隔年で開かれる。", "It is held every two years."),
    ("隔週で発行する。", "It is published every two weeks."),
    ("隔日に投与した。", "It was given every other day."),
    ("2日に1回投与した。", "It was given every other day."),
    ("週に2回測った。", "It was measured twice a week."),
    // Times of the day.
    ("深夜25時に放送する。", "It is broadcast at 1 a.m."),
    ("26時に放送する。", "It is broadcast at 2 a.m."),
    ("8時45分に出る。", "It leaves at a quarter to nine."),
    ("9時15分に出る。", "It leaves at a quarter past nine."),
    ("7時半に出る。", "It leaves at half past seven."),
    ("7時30分に出る。", "It leaves at half past seven."),
    ("8時50分に出る。", "It leaves at ten to nine."),
    ("9時10分に出る。", "It leaves at ten past nine."),
    ("午前0時に閉まる。", "It closes at 12 midnight."),
    ("24時に閉まる。", "It closes at 12 midnight."),
    ("24時に閉まる。", "It closes at midnight."),
    ("0時30分に閉まる。", "It closes at 12:30 a.m."),
    ("24時30分に閉まる。", "It closes at 12:30 a.m."),
    ("正午に始まる。", "It starts at 12 noon."),
    ("12時に始まる。", "It starts at noon."),
    // Numbers in words and short forms.
    ("101匹の犬", "a hundred and one dogs"),
    ("205冊", "two hundred and five books"),
    ("1万人が訪れた。", "10k people visited."),
    ("250万ユーロを投じた。", "It invested €2.5m."),
    ("30億ドルを投じた。", "It invested $3bn."),
    ("5000件の記録", "5k records"),
    ("2023年1月2日", "1/2/2023"),
    ("2023年2月1日", "1/2/2023"),
    ("勝敗は五分五分だ。", "The odds are fifty-fifty."),
    ("勝敗は五分五分だ。", "The odds are 50-50."),
    // Converted quantities.
    ("摂氏100度で沸く。", "It boils at 212 °F."),
    ("気温は25℃だった。", "The temperature was 77 °F."),
    ("100 km走った。", "It ran 62 miles."),
    ("体重は60 kgである。", "The weight is 130 lb."),
    ("身長は170 cmである。", "The height is 67 inches."),
    ("高さは30メートルある。", "It is 98 feet high."),
    ("幅は5センチである。", "It is 2 inches wide."),
    ("10ポンドの荷物", "a load of 4.5 kg"),
    ("昭和30年代の家", "a house of 1955 to 1964"),
    ("1930年代の家", "a house of the 1930s"),
    ("数十万人が暮らす。", "Hundreds of thousands of people live there."),
    ("数百万年前の地層", "strata several million years old"),
    ("紀元前5世紀の壺", "a pot of the fifth century BC"),
    ("1年半続いた。", "It went on for a year and a half."),
    ("1年半続いた。", "It went on for eighteen months."),
    ("第二次世界大戦", "World War II"),
    ("第二次世界大戦", "the Second World War"),
    ("第III相試験", "a Phase III trial"),
    ("第III相試験", "a phase 3 trial"),
    ("一つ目の鍵", "the first key"),
    ("気温は氷点下20度だった。", "It was −20 °C."),
    ("誤差は±3%である。", "The error is ±3%."),
    ("毎秒20メートルの風", "a wind of 20 m/s"),
    ("5兆3000億円の予算", "a budget of ¥5.3 trillion"),
    ("100ドルの品", "an item of $100"),
    ("〇・五ミリの針", "a needle of 0.5 mm"),
    ("10のマイナス9乗", "10^-9"),
    // Words that only look like what would have to match.
    ("毎分5リットル流れる。", "It flows at 5 liters per minute."),
    ("毎日20分歩いた。", "They walked 20 minutes every day."),
    ("体重60キロの人", "a person of 60 kg"),
    ("時速60キロで走る。", "It runs at 60 km/h."),
    ("10^6個の細胞", "a million cells"),
    ("3×10^6個", "3 million cells"),
    ("2×10^5から3×10^5個", "2 × 10^5 to 3 × 10^5 cells"),
    ("1年半ぶりに開いた。", "It opened for the first time in one and a half years."),
    ("一つ目は鍵である。", "One is a key."),
    ("二つ目の鍵", "another key"),
    ("半年に1回集まる。", "They meet twice a year."),
    ("朝晩2回飲む。", "Take it twice a day."),
    ("昼の12時に始まる。", "It starts at noon."),
    ("午前零時に閉まる。", "It closes at midnight."),
    ("正午に始まる。", "It starts at 12 p.m."),
    ("白夜", "the midnight sun"),
    ("数百人が集まった。", "Several hundred people gathered."),
    ("数万人が暮らす。", "Tens of thousands live there."),
    ("数十件の報告", "dozens of reports"),
    ("数千年前の骨", "bones several thousand years old"),
    ("体積は4ガロンである。", "The volume is 15 L."),
    ("気温は氷点下40度だった。", "It was −40 °F."),
    ("売上は5%減った。", "Sales fell by 5%."),
    ("前5世紀の壺", "a pot of the 5th century BCE"),
    ("第2章", "Chapter II"),
    ("30円の品", "an item of 30 yen"),
    ("3人のうち1人", "one in three"),
    ("10人中7人が賛成した。", "Seven out of ten people agreed."),
    ("100円ショップ", "a ¥100 shop"),
    ("2円柱", "two cylinders"),
    ("昭和30年代", "the 30s of the Showa era"),
];

/// Pairs that do not, in either direction.
const DIFFERENT: &[(&str, &str)] = &[
    ("住民の7割が残った。", "Six out of ten residents stayed."),
    ("参加者の20%が欠席した。", "One in four participants was absent."),
    ("収量は2倍になった。", "Yields increased by 50%."),
    ("収量は3倍になった。", "Yields doubled."),
    ("2年に一度開かれる。", "It is held every three years."),
    ("隔週で発行する。", "It is published every three weeks."),
    ("深夜25時に放送する。", "It is broadcast at 2 a.m."),
    ("8時45分に出る。", "It leaves at a quarter past nine."),
    ("24時30分に閉まる。", "It closes at 12:40 a.m."),
    ("101匹の犬", "a hundred and two dogs"),
    ("1万人が訪れた。", "1k people visited."),
    ("250万ユーロを投じた。", "It invested €2.5bn."),
    ("2023年1月2日", "1/3/2023"),
    ("摂氏100度で沸く。", "It boils at 180 °F."),
    ("100 km走った。", "It ran 70 miles."),
    ("体重は60 kgである。", "The weight is 150 lb."),
    // Units by dimension and size.
    ("2 km歩いた。", "They walked 2 m."),
    ("25平方メートルの部屋", "a room of 25 m"),
    ("25平方メートルの部屋", "a room of 25 meters"),
    ("毎秒20メートルの風", "a wind of 20 m/min"),
    ("時速300キロで走る。", "It runs at 300 m/s."),
    ("体重60kgの人", "a person of 60 pounds"),
    ("摂氏100度で沸く。", "It boils at 100 °F."),
    ("5兆3000億円の予算", "a budget of $5.3 trillion"),
    ("100ドルの品", "an item of ¥100"),
    ("30ユーロの品", "an item of 30 dollars"),
    // Signs and powers.
    ("気温は氷点下20度だった。", "It was 20 °C."),
    ("気温はマイナス5度だった。", "It was 5 °C."),
    ("10のマイナス9乗である。", "It is 10^9."),
    ("誤差は±3%である。", "The error is 3%."),
    ("1年半続いた。", "It went on for a year."),
    ("昭和30年代の家", "a house of the 1930s"),
    ("〇・五ミリの針", "a needle of 5 mm"),
    ("週1回集まる。", "They meet twice a week."),
    ("正午に始まる。", "It starts at midnight."),
    ("真夜中に始まる。", "It starts at noon."),
    ("紀元前5世紀の壺", "a pot of the fifth century"),
    // Orders of magnitude and ordinals.
    ("数十万人が暮らす。", "Tens of thousands of people live there."),
    ("数百万年前の地層", "strata several thousand years old"),
    ("第二次世界大戦", "World War I"),
    ("第III相試験", "a Phase II trial"),
    ("一つ目の鍵", "the second key"),
];

fn either_way(ja: &'static str, en: &'static str) -> [(super::Direction, (&'static str, &'static str)); 2] {
    [(IntoEnglish, (ja, en)), (IntoJapanese, (en, ja))]
}

#[test]
fn what_says_the_same_in_another_way_has_no_finding() {
    let mut flagged = Vec::new();
    for (ja, en) in SAME {
        for (way, pair) in either_way(ja, en) {
            let found = found(Rule::Numbers, &Base::new(way, &[]), way, &[pair]);
            flagged.extend(found.into_iter().map(|one| (pair, one.message)));
        }
    }
    assert!(flagged.is_empty(), "{flagged:#?}");
}

#[test]
fn what_says_something_else_is_found() {
    let mut missed = Vec::new();
    for (ja, en) in DIFFERENT {
        for (way, pair) in either_way(ja, en) {
            if found(Rule::Numbers, &Base::new(way, &[]), way, &[pair]).is_empty() {
                missed.push(pair);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
