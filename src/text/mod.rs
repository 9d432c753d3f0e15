//! How characters become comparable: text in; folded text, lines, sentences, words and keys out, all with offsets.
//!
//! Nothing here is ever shown to a reader in place of the printed text. Folded forms serve comparison only, and
//! [`normal::FoldedText`] leads every byte of them back to the source.

pub mod chars;
pub mod comparison;
pub mod english;
pub mod kana;
pub mod key;
pub mod layout;
pub mod normal;
pub mod occurrence;
pub mod placeable;
pub mod radicals;
mod romaji;
pub mod sentence;
pub mod sound;
pub mod tokeniser;
pub mod variants;

/// Version of everything that decides how texts compare. Stored beside keys; a change rebuilds them.
pub const NORMALISATION: &str = "2";
