//! CORPORA TO MEASURE WITH: any number of segments, with queries, made from the pairs of a real memory or of a small
//! grammar.

mod folder;
mod grammar;
mod pieces;
mod questions;
mod random;
mod scale;
mod source;

pub(crate) use folder::{read_pairs, read_questions, write_pairs, write_questions};
pub(crate) use questions::Question;
pub(crate) use scale::{Base, Pair};
pub(crate) use source::read_base;

/// The languages of a corpus.
pub(crate) const LANGUAGES: [&str; 2] = ["ja", "en"];

/// Pairs of the grammar, where no memory is at hand.
pub(crate) fn invented(seed: u64) -> Vec<Pair> {
    grammar::pairs(seed)
}

/// The questions in a language that belong to a base.
pub(crate) fn questions_for(base: &Base, language: &str, seed: u64) -> Vec<Question> {
    match language {
        "ja" => questions::questions(base, seed, "questions ja", &base.japanese, 8, |pair| &pair.ja),
        _ => questions::questions(base, seed, "questions en", &base.english, 16, |pair| &pair.en),
    }
}
