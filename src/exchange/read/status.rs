//! Words by which files tell of a term come in: status, part of speech; the model's own words go out.

use crate::model::{Lang, PartOfSpeech, Review, Usage};

/// What a status says: the words of UTX, of TBX, of this program, and those people write.
pub(super) fn stated(word: &str) -> (Option<Usage>, Option<Review>) {
    match word.trim().to_lowercase().as_str() {
        // UTX. Provisional is what every import is until somebody looks.
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

/// A part of speech, by its name in TBX, UTX or Japanese grammar.
pub(super) fn part_of_speech(word: &str) -> Option<PartOfSpeech> {
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

/// The language of a definition, where its file does not say: Japanese where there is kana or kanji.
pub(super) fn language_of(text: &str) -> Lang {
    if text.chars().any(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}'))
    {
        Lang::JA
    } else {
        Lang::EN
    }
}
