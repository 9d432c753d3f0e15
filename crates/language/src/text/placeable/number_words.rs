//! The shipped lists of number words, counters, eras and units (glossary/numbers.toml), with fast look-ups.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::english::MONTHS;

/// glossary/numbers.toml, parsed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct NumberWords {
    pub(super) japanese: JapaneseNumbers,
    pub(super) english: EnglishNumbers,
    units: Units,
}

/// Japanese numbers in words.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct JapaneseNumbers {
    counters: Vec<String>,
    words: Vec<String>,
    scale_words: Vec<String>,
    vague: Vec<char>,
    percent: Vec<String>,
    tenth: String,
    tenth_words: Vec<String>,
    /// Words that may express a number without being one, each with the possible values.
    pub(super) values: Vec<(String, Vec<String>)>,
    /// The same for words that are no part of a longer one.
    pub(super) whole_values: Vec<(String, Vec<String>)>,
    /// Words that contain one of these or a numeral and say nothing of a number.
    pub(super) plain_words: Vec<String>,
    /// In the order of their first years.
    eras: Vec<Era>,
    /// Modern eras with the month and day on which they began.
    era_begins: Vec<(String, u32, u32)>,
    era_letters: Vec<(char, String)>,
    /// The place of each era in the list, by its name.
    #[serde(skip)]
    era_places: HashMap<String, usize>,
}

/// An era: its name, its first and its last year.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "(String, u32, u32)")]
pub(super) struct Era {
    pub(super) name: String,
    pub(super) first: u32,
    pub(super) last: u32,
}

impl From<(String, u32, u32)> for Era {
    fn from((name, first, last): (String, u32, u32)) -> Self {
        Self { name, first, last }
    }
}

/// The first year in which Japan used the Western calendar.
const WESTERN_CALENDAR: u32 = 1868;

/// English numbers in words.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct EnglishNumbers {
    small: Vec<String>,
    tens: Vec<String>,
    scales: Vec<(String, u32)>,
    percent: Vec<String>,
    month_words: Vec<String>,
    month_short: Vec<(String, u32)>,
    /// Words that may express a number without being one, in lower case, each with the possible values.
    pub(super) values: Vec<(String, Vec<String>)>,
    /// Prefixes that are numbers, in lower case, the longest first, each with its value.
    prefixes: Vec<(String, String)>,
    /// Words that follow a number and a hyphen.
    joined: Vec<String>,
    /// Beginnings of words that such a prefix may come before.
    stems: Vec<String>,
    /// For each first letter, the lengths of the words that begin with it as a bit set.
    #[serde(skip)]
    lengths: [u32; 26],
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Units {
    units: Vec<String>,
}

/// The meaning of an English number word or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EnglishWord {
    /// One to nineteen.
    Small(u32),
    /// Twenty to ninety.
    Tens(u32),
    /// Hundred and more: the number of zeros.
    Scale(u32),
    /// A month written with a capital, and whether its name means a month even by itself.
    Month(u32, bool),
}

/// The shipped lists. A test parses the file, so an unreadable one never ships.
pub(super) static NUMBER_WORDS: LazyLock<NumberWords> =
    LazyLock::new(|| read(include_str!("../../../../../glossary/numbers.toml")).unwrap_or_default());

fn read(file: &str) -> Result<NumberWords, toml::de::Error> {
    let mut words: NumberWords = toml::from_str(file)?;
    words.units.units.sort();
    words.japanese.counters.sort();
    words.japanese.words.sort();
    words.japanese.scale_words.sort();
    let places = words.japanese.eras.iter().enumerate().map(|(at, era)| (era.name.clone(), at)).collect();
    words.japanese.era_places = places;
    let english = &mut words.english;
    let mut known: Vec<&str> = english.small.iter().chain(&english.tens).map(String::as_str).collect();
    known.extend(english.scales.iter().map(|(word, _)| word.as_str()));
    known.extend(english.month_short.iter().map(|(word, _)| word.as_str()));
    known.extend(MONTHS);
    known.extend(MONTHS.iter().filter_map(|month| month.get(..3)));
    let mut lengths = [0_u32; 26];
    for word in known {
        let first = word.bytes().next().map_or(0, |first| usize::from(first.wrapping_sub(b'a')));
        if let Some(lengths) = lengths.get_mut(first) {
            *lengths |= 1 << (word.len() % 32);
        }
    }
    english.lengths = lengths;
    Ok(words)
}

/// Whether `text` begins with a word of `list`, which is sorted.
fn begins_with_one(list: &[String], text: &str) -> bool {
    let Some(first) = text.chars().next().and_then(|first| text.get(..first.len_utf8())) else { return false };
    let start = list.partition_point(|word| word.as_str() < first);
    let of_first = list.get(start..).unwrap_or_default().iter().take_while(|word| word.starts_with(first));
    of_first.into_iter().any(|word| text.starts_with(word.as_str()))
}

impl NumberWords {
    /// Whether letters after a number, without a space between, are a unit.
    pub(super) fn is_unit(&self, letters: &str) -> bool {
        self.units.units.binary_search_by(|unit| unit.as_str().cmp(letters)).is_ok()
    }
}

impl JapaneseNumbers {
    /// Whether `text` begins with a counter.
    pub(super) fn begins_with_counter(&self, text: &str) -> bool {
        begins_with_one(&self.counters, text)
    }

    /// Whether `text` begins with a word that only looks like a number.
    pub(super) fn is_false_number(&self, text: &str) -> bool {
        begins_with_one(&self.words, text)
    }

    /// Whether `text` begins with a word whose first kanji looks like a power of ten.
    pub(super) fn is_scale_word(&self, text: &str) -> bool {
        begins_with_one(&self.scale_words, text)
    }

    /// Whether `c` makes a number indefinite.
    pub(super) fn is_vague(&self, c: char) -> bool {
        self.vague.contains(&c)
    }

    /// The length of the word or sign for percent that `text` begins with.
    pub(super) fn percent(&self, text: &str) -> Option<usize> {
        self.percent.iter().find(|word| text.starts_with(word.as_str())).map(String::len)
    }

    /// The length of the word for a tenth that `text` begins with.
    pub(super) fn tenth(&self, text: &str) -> Option<usize> {
        let is_tenth = text.starts_with(&self.tenth) && !self.tenth_words.iter().any(|word| text.starts_with(word));
        is_tenth.then_some(self.tenth.len())
    }

    /// The era that `text` begins with, and the text after its name.
    pub(super) fn split_era<'text>(&self, text: &'text str) -> Option<(&Era, &'text str)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        // The longer names are of four characters, the others of two.
        let mut ends: Vec<usize> = ends.take(4).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| {
            let (name, rest) = text.split_at_checked(end)?;
            Some((self.era(name)?, rest))
        })
    }

    /// The modern era of a Western year, or of a day in it. `None` for a year of two eras without a month, or with the month
    /// in which they changed and no day.
    pub(super) fn era_of(&self, western: u32, month: Option<u32>, day: Option<u32>) -> Option<&Era> {
        let mut eras = self.eras.iter().rev().filter(|era| era.is_modern() && era.year(western).is_some());
        let (later, earlier) = (eras.next()?, eras.next());
        let Some(earlier) = earlier else { return Some(later) };
        let (_, first_month, first_day) = self.era_begins.iter().find(|(name, ..)| *name == later.name)?;
        let is_later = match month?.cmp(first_month) {
            Ordering::Less => false,
            Ordering::Greater => true,
            // The day on which an era began belongs to both.
            Ordering::Equal => day? >= *first_day,
        };
        Some(if is_later { later } else { earlier })
    }

    /// The era that `text` ends with.
    pub(super) fn era_before(&self, text: &str) -> Option<&Era> {
        let mut starts: Vec<usize> = text.char_indices().rev().map(|(at, _)| at).take(4).collect();
        starts.reverse();
        starts.into_iter().find_map(|start| self.era(text.get(start..)?))
    }

    /// The era that a letter stands for.
    pub(super) fn era_of_letter(&self, letter: char) -> Option<&Era> {
        let (_, name) = self.era_letters.iter().find(|(known, _)| *known == letter)?;
        self.era(name)
    }

    fn era(&self, name: &str) -> Option<&Era> {
        self.eras.get(*self.era_places.get(name)?)
    }
}

impl Era {
    /// Whether its years are those of the Western calendar, and its name is no other word (文化, 永久).
    pub(super) fn is_modern(&self) -> bool {
        self.first >= WESTERN_CALENDAR
    }

    /// The Western year of year `year` of this era, if the era had one.
    pub(super) fn western(&self, year: u32) -> Option<u32> {
        let western = self.first + year.checked_sub(1)?;
        (western <= self.last).then_some(western)
    }

    /// The year of this era that a Western year is, if it belongs to the era.
    pub(super) fn year(&self, western: u32) -> Option<u32> {
        (self.first <= western && western <= self.last).then(|| western - self.first + 1)
    }
}

impl EnglishNumbers {
    /// The meaning of a word, if it is a number word or the name of a month.
    pub(super) fn word(&self, word: &str) -> Option<EnglishWord> {
        let first = usize::from(word.bytes().next()?.to_ascii_lowercase().wrapping_sub(b'a'));
        if word.len() >= 32 || self.lengths.get(first)? >> word.len() & 1 == 0 {
            return None;
        }
        let place = |list: &[String]| list.iter().position(|known| word.eq_ignore_ascii_case(known));
        let number = |place: usize| u32::try_from(place + 1).unwrap_or_default();
        if let Some(at) = place(&self.small) {
            return Some(EnglishWord::Small(number(at)));
        }
        if let Some(at) = place(&self.tens) {
            return Some(EnglishWord::Tens(10 * (number(at) + 1)));
        }
        if let Some((_, zeros)) = self.scales.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)) {
            return Some(EnglishWord::Scale(*zeros));
        }
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let short = self.month_short.iter().find(|(known, _)| word.eq_ignore_ascii_case(known));
        if let Some((_, month)) = short {
            return Some(EnglishWord::Month(*month, false));
        }
        let at = MONTHS.iter().position(|month| {
            word.eq_ignore_ascii_case(month) || month.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
        })?;
        let alone = word.len() > 3 && place(&self.month_words).is_none();
        Some(EnglishWord::Month(number(at), alone))
    }

    /// The length of the word or sign for percent that `text` begins with.
    pub(super) fn percent(&self, text: &str) -> Option<usize> {
        let found = self.percent.iter().find(|word| text.starts_with(word.as_str()))?;
        let cut = text.get(found.len()..)?.starts_with(|c: char| c.is_alphanumeric());
        (found == "%" || !cut).then_some(found.len())
    }

    /// The number in a word of a numeral prefix and a stem, in lower case: the 2 of diploid, the 6 of hexagonal.
    pub(super) fn compound(&self, word: &str) -> Option<&str> {
        let has_stem = |prefix: &str| {
            word.strip_prefix(prefix).is_some_and(|rest| self.stems.iter().any(|stem| rest.starts_with(stem.as_str())))
        };
        self.prefixes.iter().find(|(prefix, _)| has_stem(prefix)).map(|(_, value)| value.as_str())
    }

    /// Whether a word in lower case follows a number and a hyphen: the based of 0-based.
    pub(super) fn is_joined(&self, word: &str) -> bool {
        self.joined.iter().any(|known| known == word)
    }

    /// The word for a small number.
    pub(super) fn small(&self, number: u32) -> Option<&str> {
        self.small.get(number.checked_sub(1)? as usize).map(String::as_str)
    }

    /// The word for a multiple of ten: `tens(2)` is twenty.
    pub(super) fn tens(&self, number: u32) -> Option<&str> {
        self.tens.get(number.checked_sub(2)? as usize).map(String::as_str)
    }

    /// The words for powers of ten with their zeros, in ascending order.
    pub(super) fn scales(&self) -> &[(String, u32)] {
        &self.scales
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal::normal;

    #[test]
    fn the_shipped_lists_parse_are_folded_and_hold_nothing_twice() {
        let words = read(include_str!("../../../../../glossary/numbers.toml")).unwrap();
        let lists = [&words.japanese.counters, &words.japanese.words, &words.japanese.scale_words, &words.units.units];
        for list in lists {
            assert!(list.len() > 5);
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
            assert!(list.iter().all(|word| normal(word) == *word), "{list:?}");
        }
        let eras = &words.japanese.eras;
        assert!(eras.iter().all(|era| era.first <= era.last && matches!(era.name.chars().count(), 2 | 4)));
        assert!(eras.windows(2).all(|pair| pair[0].first <= pair[1].first));
        assert_eq!(words.japanese.era_places.len(), eras.len());
        assert!(words.japanese.era_letters.iter().all(|(letter, _)| words.japanese.era_of_letter(*letter).is_some()));
        assert!(words.english.scales.windows(2).all(|pair| pair[0].1 < pair[1].1));
        assert!(words.units.units.iter().all(|unit| !(unit.len() == 1 && unit.to_uppercase() == *unit)));
    }

    #[test]
    fn eras_tell_years_they_had_and_no_others() {
        let japanese = &NUMBER_WORDS.japanese;
        for (name, year, want) in [
            ("令和", 8, Some(2026)),
            ("平成", 31, Some(2019)),
            ("平成", 32, None),
            ("昭和", 64, Some(1989)),
            ("令和", 0, None),
            ("天保", 8, Some(1837)),
            ("安政", 2, Some(1855)),
            ("慶応", 4, Some(1868)),
            ("天平勝宝", 4, Some(752)),
            ("天平", 4, Some(732)),
            ("建武", 5, Some(1338)),
            ("正平", 1, Some(1346)),
            ("永久", 10, None),
        ] {
            assert_eq!(japanese.era_before(name).unwrap().western(year), want, "{name}{year}");
        }
        assert!(japanese.era_before("西暦").is_none());
        assert_eq!(japanese.era_before("令和").unwrap().year(2026), Some(8));
    }
}
