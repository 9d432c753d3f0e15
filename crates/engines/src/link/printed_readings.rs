//! Readings that a document prints behind a term: 潮汐（ちょうせき、tide）, 耳石（じせき）.

use super::boundary;
use super::gloss;
use super::passage::{self, Passage};
use super::run::noun_run;
use crate::text::chars::{Class, class};
use crate::text::kana;
use crate::text::tokeniser::Tokeniser;

/// The terms with a printed reading, each with its reading in katakana, in the order of the text.
pub(super) fn of(passages: &[Passage], words: &Tokeniser) -> Vec<(String, String)> {
    let mut readings: Vec<(String, String)> = Vec::new();
    for passage in passages {
        let text = passage.flow.text.as_str();
        for (open, close) in passage::brackets(text) {
            let inside = text[open..close].trim_start_matches(['(', '（']);
            let Some(read) = gloss::leading_reading(inside) else { continue };
            let left = passage::before(text, open);
            let start = noun_run(left, &words.of(left)).unwrap_or(left.len());
            let term = boundary::quoted(left).unwrap_or(&left[start..]).trim();
            if fits(term, read) && !readings.iter().any(|(earlier, _)| earlier == term) {
                readings.push((term.to_owned(), kana::katakana(read)));
            }
        }
    }
    readings
}

/// Whether kana can be the reading of a term: one to five kana for each kanji, and its own kana among them in order.
fn fits(term: &str, read: &str) -> bool {
    let kanji = term.chars().filter(|c| class(*c) == Class::Kanji).count();
    let own: Vec<char> = kana::katakana(term).chars().filter(|c| class(*c) == Class::Katakana).collect();
    let said: Vec<char> = kana::katakana(read).chars().collect();
    let mut rest = said.iter();
    let in_order = own.iter().all(|c| rest.any(|other| other == c));
    let free = said.len().saturating_sub(own.len());
    kanji > 0 && in_order && (kanji..=kanji * 5).contains(&free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Extraction, Release};

    #[test]
    fn printed_readings_belong_to_the_term_before_them() {
        let read = |text: &str| {
            let release = Release { text: text.to_owned(), ..Release::default() };
            of(&passage::of(&release, &Extraction::default()), &Tokeniser::by_script())
        };
        let pair = |term: &str, kana: &str| vec![(term.to_owned(), kana.to_owned())];
        assert_eq!(read("海の潮汐（ちょうせき、tide）を測る。"), pair("潮汐", "チョウセキ"));
        assert_eq!(read("魚の耳石（じせき）を切り、耳石（みみいし）も見る。"), pair("耳石", "ジセキ"));
        assert_eq!(read("これを「歯垢」（しこう）という。"), pair("歯垢", "シコウ"));
        for text in
            ["魚の耳石（otolith）を切る。", "𠮷（およそのところ、いろいろなことがあるとはいえ）という。", "膜（の）"]
        {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
