//! Glossaries put together from marks, separators, headings and what follows them, each combination as a release of its own.

use taiyaku_engines::extract;

use super::release_of;

const TERMS: [(&str, &str); 6] = [
    ("がん抑制", "細胞が増えすぎないようにする働き。その多くは遺伝子が担う。"),
    ("もつれ光子", "離れていても測定の結果がそろう、二つの光の粒。"),
    ("扇状地", "川が運んだ土砂が扇の形に積もった土地。"),
    ("X線回折", "結晶にX線を当て、散らばり方から原子の並びを調べる方法。"),
    ("𠮷田層", "約100万年前に積もった地層。貝の化石を多く含む。"),
    ("のり面", "土を切り取ったり盛ったりしてできた斜面。"),
];

/// Marks of the entry with this number.
const MARKS: [fn(usize) -> String; 16] = [
    |n| format!("注{n}）"),
    |n| format!("（注{n}）"),
    |n| format!("注{n}　"),
    |n| format!("※{n} "),
    |n| format!("＊{n} "),
    |n| format!("*注{n} "),
    |n| format!("[{n}] "),
    |n| format!("({n}) "),
    |n| format!("{n}. "),
    |n| format!("[用語{n}] "),
    |n| format!("†{n} "),
    |n| format!("{}", ['①', '②', '③', '④'][n - 1]),
    |n| format!("{}．", ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][n - 1]),
    |n| format!("{}) ", ['a', 'b', 'c', 'd'][n - 1]),
    |n| format!("注{}）", ['一', '二', '三', '四'][n - 1]),
    |_| "◆".to_owned(),
];

const SEPARATORS: [fn(&str, &str) -> String; 6] = [
    |head, text| format!("{head}：{text}"),
    |head, text| format!("{head}\n{text}"),
    |head, text| format!("{head}（sample term）\n{text}"),
    |head, text| format!("{head}とは、{text}"),
    |head, text| format!("{head}　{text}"),
    |head, text| format!("「{head}」{text}"),
];

const HEADINGS: [&str; 7] =
    ["【用語解説】", "＜用語の説明＞", "■ 用語解説", "4. 用語説明", "専門用語集", "本文中の用語", "Glossary"];

const TAILS: [&str; 8] = [
    "",
    "\n【論文情報】\n雑誌名：Sample Journal\n",
    "なお、本研究は見本財団の助成を受けて行われました。\n",
    "\n【参考文献】\n[1] Kaku T. et al., Sample Geol. 1, 2 (2020).\n[2] Mihon H., Sample Hydrol. 3, 4 (2021).\n",
    "\n■架空大学について\n山のふもとにある大学です。\n",
    "\n図1　装置の写真\n",
    "\n写真提供：架空大学\n",
    "\n＜お問い合わせ先＞\n架空大学 広報課\n",
];

#[test]
fn marks_separators_headings_and_ends_are_read_in_every_combination() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (m, mark) in MARKS.iter().enumerate() {
        for (s, separator) in SEPARATORS.iter().enumerate() {
            for step in 0..4 {
                count += 1;
                let (heading, tail) =
                    (HEADINGS[(m + s * 3 + step * 2) % HEADINGS.len()], TAILS[(m * 3 + s + step * 5) % TAILS.len()]);
                let blank = if (m + step) % 2 == 0 { "\n" } else { "" };
                let chosen: Vec<_> = (0..3).map(|at| TERMS[(m + s + step + at) % TERMS.len()]).collect();
                let mut text = format!(
                    "新しい装置を開発\n令和6年5月1日\n架空大学\n\n新しい装置を作り、その働きを確かめました。\n\n{heading}\n"
                );
                for (number, (head, definition)) in (1..).zip(&chosen) {
                    text += &format!("{}{}\n{blank}", mark(number), separator(head, definition));
                }
                text += tail;
                let found = extract::entries(&release_of(&text)).entries;
                let got: Vec<_> =
                    found.iter().map(|entry| (entry.term.as_str(), entry.definition.replace('\n', ""))).collect();
                let want: Vec<_> = chosen.iter().map(|(head, definition)| (*head, (*definition).to_owned())).collect();
                if got != want {
                    wrong.push(format!("{text}\n   got {got:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} are wrong, such as\n{}",
        wrong.len(),
        wrong[..wrong.len().min(4)].join("\n")
    );
}
