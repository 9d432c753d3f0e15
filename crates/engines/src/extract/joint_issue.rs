//! Takes apart a line that names several institutions, which issue a release together: 見本大学・見本研究所.

use super::institution_name::{ends_like_one, is_company};
use super::rules::RULES;
use crate::text::chars::{folded, has_japanese};

/// What stands between Japanese names. ・ may also be inside one: 情報・システム研究機構.
const BETWEEN: [&str; 10] = ["・", "、", "，", "／", "/", "；", "×", "および", "及び", "と"];

/// What stands between English names. `and` and the comma may also be inside one: Institute of Ice and Snow.
const BETWEEN_ENGLISH: [&str; 6] = [" / ", "/", "; ", " & ", " and ", ", "];

/// The first of several institutions that a line names; all of it where it is one name.
pub(super) fn first(line: &str) -> &str {
    let between = if has_japanese(line) { &BETWEEN[..] } else { &BETWEEN_ENGLISH[..] };
    let cuts = between.iter().flat_map(|word| line.match_indices(*word)).filter(|(at, word)| {
        let (before, after) = (line[..*at].trim(), line[at + word.len()..].trim());
        // The next name ends where another begins, or with the line.
        let nexts = between.iter().flat_map(|word| after.match_indices(*word)).map(|(at, _)| &after[..at]);
        is_whole_name(before) && nexts.chain([after]).any(|next| is_whole_name(next.trim()))
    });
    cuts.map(|(at, _)| line[..at].trim()).min_by_key(|name| name.len()).unwrap_or(line)
}

/// Whether a text is the name of an institution by itself.
fn is_whole_name(text: &str) -> bool {
    if has_japanese(text) {
        return ends_like_one(text) || is_company(&folded(text));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let own = &RULES.metadata.institution_words_en;
    let is_one = |at: usize| {
        let word = words[at];
        // Sample University, Institute of Ice, Center for Snow.
        let phrase = [word, words.get(at + 1).copied().unwrap_or_default()].join(" ");
        let named = own.iter().any(|name| word == name || phrase == *name);
        named && (at > 0 || matches!(words.get(1), Some(&("of" | "for"))))
    };
    words.len() >= 2 && words[0].starts_with(char::is_uppercase) && (0..words.len()).any(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_several_institutions_is_told_from_one_with_a_dot_in_its_name() {
        for (line, want) in [
            ("架空氷雪大学・見本雪氷研究所", "架空氷雪大学"),
            ("架空氷雪大学、見本雪氷研究所、株式会社テスト氷業", "架空氷雪大学"),
            ("架空氷雪大学／見本雪氷研究所", "架空氷雪大学"),
            ("架空氷雪大学と見本雪氷研究所", "架空氷雪大学"),
            ("架空氷雪大学・株式会社テスト氷業", "架空氷雪大学"),
            ("架空情報・システム研究機構", "架空情報・システム研究機構"),
            ("架空情報・システム研究機構・架空氷雪大学", "架空情報・システム研究機構"),
            ("架空氷雪大学・架空情報・システム研究機構", "架空氷雪大学"),
            ("雪氷・極地研究所", "雪氷・極地研究所"),
            ("架空氷雪大学・大学院理学研究科", "架空氷雪大学・大学院理学研究科"),
            ("Sample Ice University / Test Institute of Snow", "Sample Ice University"),
            ("Sample Ice University and Test Institute of Snow", "Sample Ice University"),
            ("University of Sample, Test Snow Laboratory", "University of Sample"),
            ("Institute of Ice and Snow", "Institute of Ice and Snow"),
            ("Institute of Ice and University Affairs", "Institute of Ice and University Affairs"),
            ("Sample Laboratory and Hospital", "Sample Laboratory and Hospital"),
            ("University of Sample, Test City", "University of Sample, Test City"),
        ] {
            assert_eq!(first(line), want, "{line}");
        }
    }
}
