//! How characters become comparable: text in; folded text, lines, sentences, words and keys out, all with offsets.
//!
//! Nothing here is ever shown to a reader in place of the printed text. Folded forms serve comparison only, and
//! [`normal::Folded`] leads every byte of them back to the source.

pub mod chars;
pub mod columns;
pub mod comparable;
pub mod english;
pub mod flow;
pub mod kana;
pub mod key;
pub mod lines;
pub mod normal;
pub mod occurrence;
pub mod placeable;
pub mod radicals;
pub mod sentence;
pub mod sound;
mod syllables;
pub mod variants;
pub mod words;

/// Version of everything that decides how texts compare. Stored beside keys; a change rebuilds them.
pub const NORMALISATION: &str = "2";
