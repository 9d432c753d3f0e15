//! How far a Japanese term and an English one account for each other, word by word.
//!
//! An English word is explained by katakana that sounds like it, by the same letters or their initials, or by a common
//! translation (glossary/words.csv). What is left over on the English side must find room in what is left over on the
//! Japanese one: a kanji stands for at most one word, katakana for one in every three characters. ソース has no room for the
//! `pristine` of `pristine source`.

use super::coverage::content_words;
use crate::text::chars::{Class, class};
use crate::text::english::greek_names;
use crate::text::normal::normal;
use crate::text::sound;
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_pairs;

/// The least similarity in sound of katakana and the words it transcribes.
const ALIKE: f64 = 0.76;
/// Katakana of fewer characters sounds like too many words.
const HEARD: usize = 3;

/// What two terms have in common, and what each has left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Account {
    /// Number of English words that carry meaning.
    pub(super) wanted: usize,
    /// How many of them the Japanese explains.
    pub(super) explained: usize,
    /// How many more English words the rest of the Japanese can stand for at most.
    pub(super) room: usize,
    /// How much of that is room in kanji and other words, rather than in katakana and Latin letters.
    pub(super) kanji: usize,
    /// Number of katakana words that sound like English ones.
    pub(super) heard: usize,
    /// Number of katakana words that sound like none.
    pub(super) unheard: usize,
    /// Number of Latin words that are also in the English.
    pub(super) same: usize,
}

impl Account {
    /// Compares a Japanese and an English term.
    pub(super) fn of(ja: &str, en: &str, words: &Tokeniser) -> Self {
        let (ja, en) = (normal(ja), normal(en));
        let wanted: Vec<String> =
            content_words(&en).into_iter().map(|word| greek_names(&word.to_lowercase())).collect();
        let mut ledger = Ledger { open: vec![true; wanted.len()], wanted, account: Self::default() };
        ledger.account.wanted = ledger.wanted.len();
        let tokens = words.base_forms(&ja);
        let mut at = 0;
        while at < tokens.len() {
            let script = script_of(tokens[at].0.of(&ja));
            let mut end = at + 1;
            // A run of katakana or Latin letters may be several tokens.
            while script != Class::Other
                && end < tokens.len()
                && tokens[end].0.start == tokens[end - 1].0.end
                && script_of(tokens[end].0.of(&ja)) == script
            {
                end += 1;
            }
            let run: Vec<&str> = tokens[at..end].iter().map(|token| token.0.of(&ja)).collect();
            match script {
                Class::Katakana => ledger.katakana(&run),
                Class::Latin => ledger.latin(&run),
                _ => ledger.word(run[0], tokens[at].1, &tokens[at].2),
            }
            at = end;
        }
        ledger.account.explained = ledger.open.iter().filter(|open| !**open).count();
        ledger.account
    }

    /// Number of English words that nothing explains.
    pub(super) fn left_over(&self) -> usize {
        self.wanted - self.explained
    }

    /// Whether the rest of the Japanese has room for the rest of the English.
    pub(super) fn fits(&self) -> bool {
        self.left_over() <= self.room
    }

    /// Whether all words of the English are explained.
    pub(super) fn is_full(&self) -> bool {
        self.wanted > 0 && self.left_over() == 0
    }
}

/// An account in the making.
struct Ledger {
    wanted: Vec<String>,
    /// Which of them are not explained yet.
    open: Vec<bool>,
    account: Account,
}

impl Ledger {
    /// A run of katakana, as tokens: as a whole, else token by token.
    fn katakana(&mut self, tokens: &[&str]) {
        let whole = tokens.concat().replace('・', "");
        if self.hear(&whole) {
            return;
        }
        if tokens.len() > 1 {
            for token in tokens.iter().filter(|token| **token != "・") {
                if !self.hear(token) {
                    self.unheard(token);
                }
            }
        } else {
            self.unheard(&whole);
        }
    }

    fn unheard(&mut self, katakana: &str) {
        let length = katakana.chars().count();
        self.account.room += length.div_ceil(3);
        self.account.unheard += usize::from(length >= HEARD);
    }

    /// Closes the words, up to four in a row, that katakana sounds like.
    fn hear(&mut self, katakana: &str) -> bool {
        if katakana.chars().count() < HEARD {
            return false;
        }
        let mut best: Option<(f64, usize, usize)> = None;
        for from in 0..self.wanted.len() {
            for to in from + 1..=self.wanted.len().min(from + 4) {
                if !self.open[from..to].iter().all(|open| *open) {
                    break;
                }
                let words = self.wanted[from..to].concat();
                // テスト for testing: what is transcribed may be the stem of an inflected word.
                let stem = if to - from == 1 { word_pairs::stem(&words) } else { String::new() };
                let alike = sound::similarity(katakana, &words).max(if stem.len() >= HEARD {
                    sound::similarity(katakana, &stem)
                } else {
                    0.0
                });
                if alike >= ALIKE && best.is_none_or(|(most, _, _)| alike > most) {
                    best = Some((alike, from, to));
                }
            }
        }
        let Some((_, from, to)) = best else { return false };
        self.open[from..to].fill(false);
        self.account.heard += 1;
        true
    }

    /// Latin letters and digits: the same word, or the initials of several in a row.
    fn latin(&mut self, tokens: &[&str]) {
        let whole = tokens.concat();
        let lower = greek_names(&whole.to_lowercase());
        let mut same = false;
        for part in lower.split(|c: char| !c.is_alphanumeric()).chain([lower.as_str()]) {
            for (at, word) in self.wanted.iter().enumerate() {
                if self.open[at] && !part.is_empty() && word_pairs::stem(part) == word_pairs::stem(word) {
                    self.open[at] = false;
                    same = true;
                    break;
                }
            }
        }
        let letters: Vec<char> = lower.chars().filter(char::is_ascii_alphabetic).collect();
        if !same && letters.len() >= 2 {
            let initials: Vec<Option<char>> = self.wanted.iter().map(|word| word.chars().next()).collect();
            let place = initials
                .windows(letters.len())
                .position(|run| run.iter().zip(&letters).all(|(one, other)| *one == Some(*other)));
            if let Some(from) = place {
                self.open[from..from + letters.len()].fill(false);
                same = true;
            }
        }
        self.account.same += usize::from(same);
        // What is not found may still abbreviate words: DNA.
        self.account.room += if same { 0 } else { letters.len().max(1) };
    }

    /// Any other word, by its common translation.
    fn word(&mut self, surface: &str, class: WordClass, base: &str) {
        let pair = |word: &String| word_pairs::is_pair(base, word) || word_pairs::is_pair(surface, word);
        if let Some(at) = (0..self.wanted.len()).find(|&at| self.open[at] && pair(&self.wanted[at])) {
            self.open[at] = false;
            return;
        }
        if matches!(class, WordClass::Symbol | WordClass::Particle) {
            return;
        }
        let kanji = surface.chars().filter(|c| is_kanji(*c)).count();
        self.account.room += kanji.max(1);
        self.account.kanji += kanji.max(1);
    }
}

fn is_kanji(c: char) -> bool {
    class(c) == Class::Kanji
}

/// Katakana, Latin (with digits and Greek letters), or other.
fn script_of(token: &str) -> Class {
    let all = |test: fn(char) -> bool| token.chars().all(test);
    if all(|c| class(c) == Class::Katakana || c == '・') {
        Class::Katakana
    } else if all(|c| matches!(class(c), Class::Latin | Class::Digit | Class::Greek) || matches!(c, '-' | '/' | '+')) {
        Class::Latin
    } else {
        Class::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(ja: &str, en: &str) -> bool {
        Account::of(ja, en, &Tokeniser::by_script()).fits()
    }

    #[test]
    fn a_term_has_room_for_what_its_english_says() {
        for (ja, en) in [
            ("白血球", "white blood cell"),
            ("トレードオフ", "trade-off"),
            ("ディープニューラルネットワーク", "deep neural network"),
            ("iPS細胞", "induced pluripotent stem cell"),
            ("X線CT", "X-ray computed tomography"),
            ("γ線", "gamma ray"),
            ("データ同化", "data assimilation"),
            ("𠮷膜", "yoshi membrane"),
        ] {
            assert!(fits(ja, en), "{ja} {en} {:?}", Account::of(ja, en, &Tokeniser::by_script()));
        }
        for (ja, en) in [
            ("ソース", "pristine source"),
            ("アップロード", "porter upload"),
            ("パッケージ", "Work-Needing and Prospective Packages"),
            ("膜", "thin lipid membrane"),
        ] {
            assert!(!fits(ja, en), "{ja} {en}");
        }
    }

    #[test]
    fn what_is_left_over_is_counted_on_both_sides() {
        let of = |ja, en| Account::of(ja, en, &Tokeniser::by_script());
        let account = of("Debianメンター", "mentors");
        assert_eq!((account.same, account.heard, account.is_full()), (0, 1, true), "{account:?}");
        let account = of("クリーンルーム", "chroot");
        assert_eq!((account.unheard, account.explained), (1, 0), "{account:?}");
        assert_eq!(of("パッケージ", "chroot").room, 2, "katakana stands for a word in every three characters begun");
        for (ja, en, heard, same) in [
            ("テスト", "testing", 1, 0),
            ("ディープラーニングネットワークシステム", "deep learning network system", 1, 0),
            ("AI", "artificial intelligence", 0, 1),
        ] {
            let account = of(ja, en);
            assert_eq!((account.heard, account.same, account.is_full()), (heard, same, true), "{ja} {en} {account:?}");
        }
    }
}
