//! The order of a dictionary: Japanese by reading in the order of the kana, everything else by letters without case.

use crate::text::kana::{is_kana, katakana};

/// Where a term stands in the order, and under which heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SortKey {
    /// The number of the heading.
    section: u32,
    /// Letters without case, kana without marks.
    base: String,
    /// The rest of the difference.
    exact: String,
}

impl SortKey {
    /// The place of a term with this reading, if it has one.
    pub(super) fn of(term: &str, reading: Option<&str>) -> Self {
        let read = reading.map(str::to_owned).or_else(|| is_kana(term).then(|| term.to_owned()));
        let exact = katakana(read.as_deref().unwrap_or(term)).to_lowercase();
        let base: String = exact.chars().filter_map(base).collect();
        let section = base.chars().next().map_or(u32::MAX, section);
        Self { section, base, exact }
    }

    /// The heading: the first kana of a row (`ア`, `カ`, …), a Latin letter, or `#` for what has no reading.
    pub(super) fn heading(&self) -> String {
        char::from_u32(self.section).map_or_else(|| "#".to_owned(), |letter| letter.to_uppercase().collect())
    }
}

/// The rows of the kana table, each by its first letter.
const ROWS: [char; 10] = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];

/// The heading a letter stands under: Latin letters first, then kana, then everything else.
fn section(letter: char) -> u32 {
    match letter {
        'a'..='z' => u32::from(letter),
        'ア'..='ヶ' => ROWS.iter().rev().find(|row| **row <= letter).map_or(u32::MAX, |row| u32::from(*row)),
        _ => u32::MAX,
    }
}

/// A letter as it is sorted: small kana as large ones, without voicing marks; none for the long vowel mark and signs.
fn base(letter: char) -> Option<char> {
    Some(match letter {
        'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' => next(letter),
        'ガ' | 'ギ' | 'グ' | 'ゲ' | 'ゴ' | 'ザ' | 'ジ' | 'ズ' | 'ゼ' | 'ゾ' | 'ダ' | 'ヂ' | 'ヅ' | 'デ' | 'ド'
        | 'バ' | 'ビ' | 'ブ' | 'ベ' | 'ボ' => before(letter, 1),
        'パ' | 'ピ' | 'プ' | 'ペ' | 'ポ' => before(letter, 2),
        'ヴ' => 'ウ',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        'ー' | '・' | '-' | ' ' | '\'' => return None,
        _ => letter,
    })
}

fn next(letter: char) -> char {
    char::from_u32(u32::from(letter) + 1).unwrap_or(letter)
}

fn before(letter: char, steps: u32) -> char {
    char::from_u32(u32::from(letter) - steps).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::SortKey;

    #[test]
    fn terms_stand_in_the_order_of_a_dictionary() {
        let order = [
            ("DNA", None, "D"),
            ("iPS細胞", Some("アイピーエスサイボウ"), "ア"),
            ("はがね", None, "ハ"),
            ("葉っぱ", Some("ハッパ"), "ハ"),
            ("バッハ", None, "ハ"),
            ("パーク", None, "ハ"),
            ("量子", Some("リョウシ"), "ラ"),
            ("量子もつれ", Some("リョウシモツレ"), "ラ"),
            ("分子", None, "#"),
            ("𠮷野", None, "#"),
        ];
        let places: Vec<SortKey> = order.iter().map(|(term, reading, _)| SortKey::of(term, *reading)).collect();
        for ((place, (term, _, heading)), next) in
            places.iter().zip(order).zip(places.iter().skip(1).map(Some).chain([None]))
        {
            assert_eq!(place.heading(), heading, "{term}");
            if term != "パーク" && term != "バッハ" {
                assert!(next.is_none_or(|next| place < next), "{term}: {place:?} {next:?}");
            }
        }
        assert!(
            SortKey::of("ハツパ", None) < SortKey::of("バッハ", None),
            "marks count only where letters are the same"
        );
    }
}
