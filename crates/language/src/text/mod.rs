//! Knowledge of text and language that all engines share: normal forms, page layout, sentences, words, kana, English,
//! sounds, keys and placeables, all with offsets.
//!
//! Folded forms serve comparison only and are never shown to a reader in place of the printed text;
//! [`normal::FoldedText`] maps every byte of them back to the source.

pub mod chars;
pub mod comparison;
pub mod decimal;
pub mod edit_distance;
pub mod english;
pub mod kana;
pub mod key;
pub mod layout;
pub mod letter_names;
pub mod measure;
pub mod normal;
pub mod occurrence;
pub mod ordinary;
pub mod placeable;
pub mod plural;
pub mod radicals;
mod romaji;
pub mod sentence;
pub mod sound;
pub mod synonyms;
pub mod tokeniser;
pub mod variants;
mod word_forms;
pub mod word_lists;
pub mod word_pairs;
pub mod writing;

/// Version of the normal form of texts. Stored beside the indexes of memories; a change rebuilds them.
pub const NORMALISATION: &str = "3";
