//! Measures how often the right English word is found by sound among others, and a wrong one if the right one is absent.

use std::collections::BTreeSet;
use std::time::Instant;

use taiyaku::text::chars::{Class, class};
use taiyaku::text::sound::{Pronunciations, bounded_similarity, matching_pronunciation};

use crate::arguments::Arguments;

/// A katakana term and its English word.
struct Pair {
    ja: String,
    en: String,
}

/// Measures every pair, and every third, which was kept aside while the rules were made, by itself.
pub(crate) fn measure(text: &str, arguments: &Arguments) -> Result<(), String> {
    let worst = arguments.number("worst", 0)?;
    let among = arguments.number("candidates", 1000)?;
    let pairs = pairs(text);
    let words: BTreeSet<&str> = text.lines().filter_map(english_word).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let sounds: Vec<Pronunciations> = words.iter().map(|word| Pronunciations::of_english(word)).collect();
    println!("{} katakana terms of one English word; {} English words; {among} candidates", pairs.len(), words.len());
    let start = Instant::now();
    let mut compared = 0_usize;
    let mut parts = [Counts::default(), Counts::default()];
    let mut wrong = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let mut dice = Dice(index as u64 * 7919 + 17);
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() + 1 < among.min(words.len()) {
            let at = dice.below(words.len());
            if words[at] != pair.en && !chosen.contains(&at) {
                chosen.push(at);
            }
        }
        let ja = Pronunciations::of_katakana(&pair.ja);
        let right = Pronunciations::of_english(&pair.en);
        let own = bounded_similarity(&ja, &right, 0.0);
        // A candidate that sounds the same ties; a tie is no find.
        let rival = chosen
            .iter()
            .map(|&at| (bounded_similarity(&ja, &sounds[at], own), at))
            .fold((0.0, 0), |a, b| if b.0 > a.0 { b } else { a });
        compared += chosen.len() + 1;
        let found = rival.0 < own;
        let absent: Vec<&Pronunciations> = chosen.iter().map(|&at| &sounds[at]).collect();
        let present: Vec<&Pronunciations> = absent.iter().copied().chain([&right]).collect();
        let accepted = matching_pronunciation(&pair.ja, &present);
        let part = &mut parts[usize::from(index % 3 == 2)];
        part.all += 1;
        part.first += usize::from(found);
        part.accepted += usize::from(accepted.is_some());
        part.accepted_right += usize::from(accepted.is_some_and(|found| found.index == absent.len()));
        part.falsely += usize::from(matching_pronunciation(&pair.ja, &absent).is_some());
        if !found && index % 3 != 2 {
            wrong.push(format!("{}\t{}\t{own:.2}\t{}\t{:.2}", pair.ja, pair.en, words[rival.1], rival.0));
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{:<12} {:>6} {:>8} {:>9} {:>9} {:>15}",
        "pairs", "n", "first", "accepted", "of these right", "false if absent"
    );
    let [tuned, aside] = parts;
    for (name, counts) in [("used", &tuned), ("kept aside", &aside), ("all", &tuned.plus(&aside))] {
        counts.print(name);
    }
    println!("{compared} comparisons for the first place and as many again for acceptance in {seconds:.2} s");
    let step = (wrong.len() / worst.max(1)).max(1);
    for line in wrong.iter().step_by(step).take(worst) {
        println!("{line}");
    }
    Ok(())
}

#[derive(Default)]
struct Counts {
    all: usize,
    first: usize,
    accepted: usize,
    accepted_right: usize,
    falsely: usize,
}

impl Counts {
    fn plus(&self, other: &Self) -> Self {
        Self {
            all: self.all + other.all,
            first: self.first + other.first,
            accepted: self.accepted + other.accepted,
            accepted_right: self.accepted_right + other.accepted_right,
            falsely: self.falsely + other.falsely,
        }
    }

    fn print(&self, name: &str) {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        println!(
            "{name:<12} {:>6} {:>8.4} {:>9.4} {:>14.4} {:>15.4}",
            self.all,
            share(self.first, self.all),
            share(self.accepted, self.all),
            share(self.accepted_right, self.accepted),
            share(self.falsely, self.all)
        );
    }
}

/// Pairs of one katakana run and one English word.
fn pairs(text: &str) -> Vec<Pair> {
    text.lines()
        .filter_map(|line| {
            let en = english_word(line)?.to_owned();
            let ja = line.split('\t').nth(1)?.trim();
            (ja.chars().count() >= 2 && ja.chars().all(|c| class(c) == Class::Katakana))
                .then(|| Pair { ja: ja.to_owned(), en })
        })
        .collect()
}

/// The English side of a line, where it is one word.
fn english_word(line: &str) -> Option<&str> {
    let word = line.split('\t').next()?.trim();
    (word.len() >= 2 && word.bytes().all(|c| c.is_ascii_alphabetic())).then_some(word)
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }
}
