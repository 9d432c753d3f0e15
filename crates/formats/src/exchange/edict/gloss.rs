//! Glosses of EDICT and `JMdict`, and their codes for parts of speech.

use crate::model::PartOfSpeech;

/// Codes of EDICT in round brackets that say nothing about the meaning: style, field, dialect, kind of entry.
const CODES: &[&str] = &[
    "P", "X", "abbr", "anat", "ant", "archit", "arch", "ateji", "aux", "aux-adj", "aux-v", "baseb", "biol", "bot",
    "Buddh", "bus", "chem", "chn", "col", "comp", "conj", "cop", "cop-da", "ctr", "derog", "eK", "econ", "engr", "ek",
    "exp", "fam", "fem", "finc", "food", "form", "geol", "geom", "gikun", "gram", "hon", "hum", "iK", "id", "ik",
    "int", "io", "iv", "joc", "law", "ling", "m-sl", "MA", "mahj", "male", "male-sl", "math", "med", "mil", "music",
    "num", "oK", "obs", "obsc", "oik", "ok", "on-mim", "physics", "pn", "poet", "pol", "pref", "proverb", "prt",
    "rare", "sens", "Shinto", "shogi", "sl", "sports", "suf", "sumo", "uK", "uk", "unc", "unclass", "vulg", "yoji",
    "zool",
];

/// Whether the words inside round brackets are codes, or the number of a sense.
pub(in crate::exchange) fn is_code(inside: &str) -> bool {
    let numbered = !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit());
    let refers = ["See ", "see ", "ant: ", "esp. ", "lsrc: "].iter().any(|start| inside.starts_with(start));
    let code = |part: &str| CODES.contains(&part.trim_end_matches(':')) || part_of_speech(part).is_some();
    numbered || refers || inside.split(',').all(|part| code(part.trim()))
}

/// The part of speech of a code; `None` where it is none.
pub(in crate::exchange) fn part_of_speech(code: &str) -> Option<PartOfSpeech> {
    let begins = |starts: &[&str]| starts.iter().any(|start| code.starts_with(start));
    let one_of = |words: &[&str]| words.contains(&code);
    if one_of(&["n", "n-adv", "n-pr", "n-pref", "n-suf", "n-t"]) {
        Some(PartOfSpeech::Noun)
    } else if begins(&["adj-"]) || code == "adj" {
        Some(PartOfSpeech::Adjective)
    } else if one_of(&["adv", "adv-n", "adv-to"]) {
        Some(PartOfSpeech::Adverb)
    } else if one_of(&["vi", "vt", "vk", "vz", "vn", "vr", "vs", "vs-c", "vs-i", "vs-s"])
        || begins(&["v1", "v2", "v4", "v5"])
    {
        Some(PartOfSpeech::Verb)
    } else if one_of(&["aux", "aux-v", "aux-adj", "conj", "ctr", "exp", "int", "pn", "pref", "prt", "suf", "num"]) {
        Some(PartOfSpeech::Other)
    } else {
        None
    }
}

/// A gloss without explanations in brackets before and after it; `None` where nothing else is there.
pub(in crate::exchange) fn plain(gloss: &str) -> Option<String> {
    let mut text = gloss.trim();
    loop {
        let before = text.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(_, rest)| rest.trim_start());
        let after = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(rest, _)| rest.trim_end());
        match before.or(after) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{is_code, part_of_speech, plain};
    use crate::model::PartOfSpeech;

    #[test]
    fn a_gloss_is_told_from_codes_and_explanations() {
        for (gloss, want) in [
            ("hypothalamus", Some("hypothalamus")),
            ("neuron (nerve cell)", Some("neuron")),
            ("(physical) condition", Some("condition")),
            ("(explanation only)", None),
            ("f(x)", Some("f")),
            (" ", None),
        ] {
            assert_eq!(plain(gloss).as_deref(), want, "{gloss:?}");
        }
        for (inside, want) in [("n,adj-no", true), ("1", true), ("med", true), ("See 視床", true), ("physical", false)]
        {
            assert_eq!(is_code(inside), want, "{inside}");
        }
        for (code, want) in [
            ("n", Some(PartOfSpeech::Noun)),
            ("v5r", Some(PartOfSpeech::Verb)),
            ("adj-na", Some(PartOfSpeech::Adjective)),
            ("uk", None),
        ] {
            assert_eq!(part_of_speech(code), want, "{code}");
        }
    }
}
