//! Whether an English noun can stand where another stood: after `a`, in the plural, or without an article.
//!
//! Whether a noun is counted cannot be told from its form, so a noun is put there only if that is known of it: two cells, but
//! no two waters; insulin was added, but no cell was added.

use crate::model::Span;
use crate::text::plural::plural;

/// Nouns that are counted, by themselves or as the last part of a compound.
const COUNTED: &[&str] = &[
    "animal",
    "antibody",
    "atom",
    "axon",
    "battery",
    "bear",
    "biopsy",
    "disease",
    "disorder",
    "bird",
    "bone",
    "brain",
    "cell",
    "chromosome",
    "cluster",
    "crystal",
    "detector",
    "device",
    "dendrite",
    "drug",
    "electrode",
    "electron",
    "embryo",
    "enzyme",
    "eye",
    "factor",
    "fish",
    "galaxy",
    "gene",
    "genome",
    "group",
    "hormone",
    "implant",
    "inhibitor",
    "insect",
    "ion",
    "kidney",
    "laser",
    "layer",
    "leaf",
    "lens",
    "ligand",
    "lung",
    "magnet",
    "membrane",
    "method",
    "microbe",
    "molecule",
    "monkey",
    "mouse",
    "muscle",
    "mutant",
    "mutation",
    "nanoparticle",
    "nerve",
    "network",
    "neuron",
    "nucleus",
    "organ",
    "organism",
    "organoid",
    "particle",
    "pathway",
    "patient",
    "peptide",
    "photon",
    "planet",
    "plant",
    "polymer",
    "protein",
    "proton",
    "qubit",
    "rat",
    "receptor",
    "robot",
    "sample",
    "sensor",
    "species",
    "star",
    "synapse",
    "telescope",
    "tooth",
    "transistor",
    "tumor",
    "vaccine",
    "vector",
    "virus",
    "zebrafish",
];

/// Endings of nouns that are counted.
const COUNTED_ENDINGS: &[&str] = &["cyte", "blast", "phage", "some", "graph", "meter", "scope"];

/// Nouns that are not counted.
const UNCOUNTED: &[&str] = &[
    "air",
    "blood",
    "carbon",
    "collagen",
    "copper",
    "energy",
    "equipment",
    "evidence",
    "gold",
    "heat",
    "hydrogen",
    "information",
    "insulin",
    "iron",
    "knowledge",
    "light",
    "nitrogen",
    "oxygen",
    "plasma",
    "research",
    "silicon",
    "silver",
    "skin",
    "tissue",
    "water",
];

/// Endings of nouns that are not counted.
const UNCOUNTED_ENDINGS: &[&str] = &["ism", "ity", "ness", "osis", "ysis", "lysis", "genesis", "iation"];

/// Words after which a singular noun that is counted can stand.
const DETERMINERS: &[&str] = &[
    "the", "this", "that", "its", "their", "his", "her", "our", "my", "your", "each", "every", "no", "any", "another",
    "one", "which", "whose",
];

/// Words that cannot be a noun which the one before them describes.
const NO_NOUNS: &[&str] = &[
    "is", "was", "were", "are", "be", "been", "has", "had", "have", "can", "could", "may", "might", "will", "would",
    "should", "must", "did", "does", "do", "of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or",
    "but", "that", "which", "as", "than", "into", "during", "after", "before", "under", "while", "when", "without",
    "through",
];

/// Whether `new` can stand at `place` in `target`; `is_plural` if it stands there in the plural.
pub(super) fn noun_fits(target: &str, place: Span, new: &str, is_plural: bool) -> bool {
    let head = new.rsplit([' ', '-']).next().unwrap_or_default();
    let before = target.get(..place.start).unwrap_or_default();
    match introduction(before) {
        _ if is_plural => is_counted(head),
        Introduction::Article => is_counted(head),
        Introduction::Determiner => true,
        Introduction::None => is_described(target, place) || is_uncounted(head),
    }
}

/// What introduces a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Introduction {
    /// A or an.
    Article,
    /// Another word after which a singular noun that is counted can stand.
    Determiner,
    /// Nothing.
    None,
}

/// What introduces the noun after a text, before the words that describe it: the large `cell`.
fn introduction(before: &str) -> Introduction {
    let words = before.rsplit([' ', '-']).skip_while(|word| word.is_empty()).take(DESCRIBING + 1);
    for word in words {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "a" | "an" => return Introduction::Article,
            word if DETERMINERS.contains(&word) => return Introduction::Determiner,
            word if NO_NOUNS.contains(&word) || !word.chars().all(char::is_alphabetic) => break,
            _ => {}
        }
    }
    Introduction::None
}

/// The largest number of words that describe a noun.
const DESCRIBING: usize = 3;

/// Whether a noun follows that the one at `place` describes: hypothalamus function. Only headings are judged; in a sentence it
/// may be a verb.
fn is_described(target: &str, place: Span) -> bool {
    if target.trim_end().ends_with(['.', '!', '?', ':']) {
        return false;
    }
    let Some(rest) = target.get(place.end..).and_then(|rest| rest.strip_prefix([' ', '-'])) else { return false };
    let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    next.starts_with(|c: char| c.is_lowercase()) && !NO_NOUNS.contains(&next) && !next.ends_with("ed")
}

fn is_counted(head: &str) -> bool {
    let head = head.to_lowercase();
    // A noun with a plural of its own is counted: hypothesis, foot.
    let is_irregular =
        !is_uncounted(&head) && plural(&head).is_some_and(|several| head.ends_with("is") || !several.ends_with('s'));
    is_irregular || COUNTED.contains(&head.as_str()) || COUNTED_ENDINGS.iter().any(|ending| head.ends_with(ending))
}

fn is_uncounted(head: &str) -> bool {
    // Symbols and abbreviations of substances: DNA.
    let is_symbol = head.chars().skip(1).any(char::is_uppercase);
    let head = head.to_lowercase();
    is_symbol || UNCOUNTED.contains(&head.as_str()) || UNCOUNTED_ENDINGS.iter().any(|ending| head.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_stands_only_where_its_number_is_known_to_fit() {
        for (target, old, new, is_plural, want) in [
            ("We saw the hypothalamus.", "hypothalamus", "amygdala", false, true),
            ("Hypothalamus function", "Hypothalamus", "amygdala", false, true),
            ("Two cells were compared.", "cells", "information", true, false),
            ("Two cells were compared.", "cells", "neuron", true, true),
            ("The cells bound.", "cells", "water", true, false),
            ("Blood was collected.", "Blood", "cell", false, false),
            ("Blood was collected.", "Blood", "DNA", false, true),
            ("The level of insulin rose.", "insulin", "cell", false, false),
            ("The level of insulin rose.", "insulin", "collagen", false, true),
            ("A virus was introduced.", "virus", "DNA", false, false),
            ("A virus was introduced.", "virus", "vector", false, true),
            ("The rat hypothalamus was seen.", "hypothalamus", "amygdala", false, true),
            ("Levels in blood of insulin rose.", "insulin", "cell", false, false),
            ("Two cells were compared.", "cells", "hypothesis", true, true),
            ("Two cells were compared.", "cells", "apoptosis", true, false),
            ("15 hepatocytes", "hepatocytes", "astrocyte", true, true),
        ] {
            let start = target.find(old).unwrap();
            let place = Span::new(start, start + old.len());
            assert_eq!(noun_fits(target, place, new, is_plural), want, "{target} {new}");
        }
    }
}
