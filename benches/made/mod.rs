//! Generates terms and texts that look like research writing, the same ones for the same seed.
//!
//! No text is copied: kanji words are random pairs, katakana and English words random syllables. What is
//! like real writing is their mixture: how often words repeat, where scripts change, how many terms a sentence has.

use std::collections::BTreeSet;

/// Random numbers (splitmix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).unwrap()
    }

    /// One of `all`, each as likely as the next.
    pub(crate) fn any<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// One of `all`, the first ones far more often than the last, as words are.
    pub(crate) fn often<'a>(&mut self, all: &'a [String]) -> &'a str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        &all[((all.len() as f64).powf(share) as usize).min(all.len()) - 1]
    }

    /// One of `all`, the first ones somewhat more often than the last.
    pub(crate) fn rather<'a>(&mut self, all: &'a [String]) -> &'a str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        &all[(all.len() as f64 * share * share) as usize]
    }

    /// Whether something happens that happens in `parts` of a thousand cases.
    pub(crate) fn happens(&mut self, parts: usize) -> bool {
        self.below(1_000) < parts
    }
}

/// Words to make terms and texts of.
pub(crate) struct Stock {
    pub(crate) kanji: Vec<String>,
    pub(crate) katakana: Vec<String>,
    pub(crate) symbols: Vec<String>,
    pub(crate) hiragana: Vec<String>,
    pub(crate) english: Vec<String>,
}

impl Stock {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let characters: Vec<String> =
            (0..2_400).map(|at| char::from_u32(0x4E00 + at * 8 + at % 7).unwrap().to_string()).collect();
        let kana: Vec<&str> = "アイウエカキクケコサシスセタチツテトナニネノハヒフヘマミムメモラリルレロガギグジズダデドバビブベボパピプポ"
            .split("")
            .filter(|kana| !kana.is_empty())
            .collect();
        let syllables = [
            "al", "an", "ar", "ba", "bi", "ca", "ce", "chro", "co", "cy", "de", "di", "el", "en", "ex", "fi", "ga",
            "gen", "glu", "hy", "in", "io", "ka", "la", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "neu", "no",
            "o", "pa", "per", "phy", "pro", "ra", "re", "ri", "ro", "se", "si", "sta", "su", "ta", "te", "ti", "to",
            "tra", "u", "ve", "vi", "xy",
        ];
        let ends = ["", "", "", "n", "r", "t", "l", "se", "tion", "ity", "ic", "ine", "ase", "gy", "sis", "our"];
        let many = |count: usize, make: &mut dyn FnMut() -> String| {
            let mut seen = BTreeSet::new();
            let mut made = Vec::with_capacity(count);
            while made.len() < count {
                let one = make();
                if seen.insert(one.clone()) {
                    made.push(one);
                }
            }
            made
        };
        Self {
            kanji: many(20_000, &mut || format!("{}{}", dice.rather(&characters), dice.rather(&characters))),
            katakana: many(8_000, &mut || {
                let count = 2 + dice.below(4);
                let mut word: String = (0..count).map(|_| dice.any(&kana)).collect();
                word.push_str(dice.any(&["", "ン", "ー", "ール", "ット"]));
                word
            }),
            symbols: many(3_000, &mut || {
                let count = 2 + dice.below(3);
                let letters: String = (0..count).map(|_| char::from(b'A' + dice.below(26) as u8)).collect();
                if dice.happens(400) { format!("{letters}{}", 1 + dice.below(20)) } else { letters }
            }),
            hiragana: many(600, &mut || {
                let count = 2 + dice.below(3);
                (0..count).map(|_| char::from_u32(0x304B + dice.below(60) as u32).unwrap()).collect()
            }),
            english: many(30_000, &mut || {
                let count = 1 + dice.below(4);
                let mut word: String = (0..count).map(|_| dice.any(&syllables)).collect();
                word.push_str(dice.any(&ends));
                word
            }),
        }
    }

    /// A Japanese term.
    pub(crate) fn japanese_term(&self, dice: &mut Dice) -> String {
        let kanji = |dice: &mut Dice| dice.often(&self.kanji).to_owned();
        let katakana = |dice: &mut Dice| dice.often(&self.katakana).to_owned();
        match dice.below(1_000) {
            0..450 => (0..1 + dice.below(3)).map(|_| kanji(dice)).collect(),
            450..650 => format!("{}{}", katakana(dice), kanji(dice)),
            650..750 => format!("{}{}", kanji(dice), katakana(dice)),
            750..820 => katakana(dice),
            820..880 => format!("{}・{}", katakana(dice), katakana(dice)),
            880..960 => format!("{}{}", dice.often(&self.symbols), kanji(dice)),
            960..980 => dice.often(&self.symbols).to_owned(),
            980..997 => format!("{}り{}", kanji(dice), kanji(dice)),
            _ => dice.often(&self.hiragana).to_owned(),
        }
    }

    /// An English term.
    pub(crate) fn english_term(&self, dice: &mut Dice) -> String {
        match dice.below(100) {
            0..6 => dice.often(&self.symbols).to_owned(),
            6..12 => format!("{} {}", dice.often(&self.symbols), dice.often(&self.english)),
            12..20 => format!("{}-{}", dice.often(&self.english), dice.often(&self.english)),
            _ => {
                let words: Vec<&str> = (0..1 + dice.below(3)).map(|_| dice.often(&self.english)).collect();
                words.join(" ")
            }
        }
    }

    /// `count` terms, none twice.
    pub(crate) fn terms(&self, dice: &mut Dice, count: usize, make: fn(&Self, &mut Dice) -> String) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut terms = Vec::with_capacity(count);
        while terms.len() < count {
            let term = make(self, dice);
            if seen.insert(term.clone()) {
                terms.push(term);
            }
        }
        terms
    }

    /// A Japanese paragraph of at least `length` bytes in which so many of a hundred words are taken from `terms`.
    pub(crate) fn japanese_text(&self, dice: &mut Dice, terms: &[String], share: usize, length: usize) -> String {
        let particles =
            ["は", "が", "を", "に", "の", "の", "と", "で", "から", "において", "による", "について", "では、"];
        let ends = ["した。", "している。", "することを示した。", "であると考えられる。", "された。", "が分かった。"];
        let mut text = String::with_capacity(length + 200);
        while text.len() < length {
            for _ in 0..4 + dice.below(6) {
                let word = match dice.below(100) {
                    at if at < share => dice.often(terms).to_owned(),
                    0..70 => dice.often(&self.kanji).to_owned(),
                    70..85 => dice.often(&self.katakana).to_owned(),
                    85..92 => dice.often(&self.symbols).to_owned(),
                    92..96 => format!("{}", dice.below(3_000)),
                    _ => format!("{}い", dice.often(&self.kanji)),
                };
                // Some writers differ: a long vowel mark more or less, full-width letters.
                match word.strip_suffix('ー') {
                    Some(short) if dice.happens(300) => text.push_str(short),
                    _ if dice.happens(20) => text.extend(word.chars().map(|c| match c {
                        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
                        c => c,
                    })),
                    _ => text.push_str(&word),
                }
                text.push_str(dice.any(&particles));
            }
            text.push_str(dice.any(&ends));
        }
        text
    }

    /// An English paragraph of at least `length` bytes in which so many of a hundred words begin one of `terms`.
    pub(crate) fn english_text(&self, dice: &mut Dice, terms: &[String], share: usize, length: usize) -> String {
        let small = ["the", "of", "and", "in", "to", "a", "is", "that", "for", "was", "with", "by", "on", "we", "this"];
        let mut text = String::with_capacity(length + 200);
        while text.len() < length {
            for at in 0..8 + dice.below(12) {
                let mut word = match dice.below(100) {
                    at if at < share => dice.often(terms).to_owned(),
                    0..65 => dice.any(&small).to_owned(),
                    65..95 => dice.often(&self.english).to_owned(),
                    _ => format!("{}", dice.below(3_000)),
                };
                if dice.happens(150) {
                    word.push('s');
                }
                if at == 0 {
                    word[..1].make_ascii_uppercase();
                }
                text.push_str(&word);
                text.push_str(if dice.happens(60) { ", " } else { " " });
            }
            text.truncate(text.trim_end_matches([' ', ',']).len());
            text.push_str(". ");
        }
        text
    }
}
