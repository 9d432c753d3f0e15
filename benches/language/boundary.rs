//! Measures how often the beginning of the Japanese term before a gloss is found.

use std::collections::BTreeMap;

use taiyaku::link::left_boundary;
use taiyaku::text::tokeniser::Tokeniser;

use crate::arguments::Arguments;

/// Measures every row: columns `split`, `source`, `left_context`, `english_gloss`, `gold_ja` with alternatives parted by `|`.
pub(crate) fn measure(text: &str, words: &Tokeniser, arguments: &Arguments) -> Result<(), String> {
    let worst = arguments.number("worst", 0)?;
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [split, source, left, english, gold, ..] = cells.as_slice() else { continue };
        let found = left_boundary(left, english, words).unwrap_or_default();
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let right = gold.split('|').any(|gold| plain(gold) == plain(found));
        for kind in [format!("{split} {source}"), "all".to_owned()] {
            let (all, good) = kinds.entry(kind).or_default();
            *all += 1;
            *good += usize::from(right);
        }
        if !right {
            wrong.push(format!("{left}\t{english}\twanted {gold}\tfound {found}"));
        }
    }
    for (kind, (all, good)) in kinds {
        println!("{kind:<24} {good:>5} of {all:>5}  {:.4}", good as f64 / all.max(1) as f64);
    }
    for line in wrong.iter().take(worst) {
        println!("{line}");
    }
    Ok(())
}
