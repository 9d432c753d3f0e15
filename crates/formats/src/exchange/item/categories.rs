//! The words files use for the status and the part of speech of a term.

use crate::model::{PartOfSpeech, Review, Usage};

/// The usage and the review a status stands for, in the words of UTX, TBX, this program and common usage.
pub(in crate::exchange) fn usage_and_review(word: &str) -> (Option<Usage>, Option<Review>) {
    match word.trim().to_lowercase().as_str() {
        // UTX. Every import is provisional until it is reviewed.
        "approved" | "承認" | "承認済み" => (None, Some(Review::Approved)),
        "provisional" | "暫定" => (None, Some(Review::Suggested)),
        "non-standard" | "nonstandard" | "非標準" => (Some(Usage::Deprecated), None),
        "rejected" | "却下" => (None, Some(Review::Rejected)),
        "forbidden" | "prohibited" | "obsolete" | "禁止" | "使用禁止" => (Some(Usage::Forbidden), None),
        // TBX, and this program.
        "preferred" | "preferredterm" | "preferredterm-admn-sts" | "推奨" => (Some(Usage::Preferred), None),
        "admitted" | "admittedterm" | "admittedterm-admn-sts" | "許容" => (Some(Usage::Admitted), None),
        "deprecated" | "deprecatedterm" | "deprecatedterm-admn-sts" | "supersededterm-admn-sts" | "非推奨" => {
            (Some(Usage::Deprecated), None)
        }
        "suggested" => (None, Some(Review::Suggested)),
        "candidate" => (None, Some(Review::Candidate)),
        _ => (None, None),
    }
}

/// A part of speech by its name in TBX, UTX or Japanese grammar.
pub(in crate::exchange) fn part_of_speech(word: &str) -> Option<PartOfSpeech> {
    let word = word.trim().to_lowercase();
    match word.as_str() {
        "" => None,
        "noun" | "n" | "propernoun" | "proper noun" | "名詞" | "固有名詞" | "サ変名詞" => {
            Some(PartOfSpeech::Noun)
        }
        "verb" | "v" | "動詞" => Some(PartOfSpeech::Verb),
        "adjective" | "adj" | "形容詞" | "形容動詞" => Some(PartOfSpeech::Adjective),
        "adverb" | "adv" | "副詞" => Some(PartOfSpeech::Adverb),
        _ => Some(PartOfSpeech::Other),
    }
}
