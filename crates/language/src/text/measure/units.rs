//! The shipped units (glossary/units.toml), with every prefix written out, in tables for look-up.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Decimal, Dimension, UnitReading};

/// glossary/units.toml, parsed.
#[derive(Debug, Deserialize)]
struct UnitFile {
    compounds: String,
    prefixes: Vec<Prefix>,
    units: Vec<UnitRow>,
}

#[derive(Debug, Clone, Deserialize)]
struct Prefix {
    symbols: Vec<String>,
    english: String,
    japanese: String,
    power: i32,
}

#[derive(Debug, Deserialize)]
struct UnitRow {
    dimension: String,
    factor: Option<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    english: Vec<String>,
    #[serde(default)]
    japanese: Vec<String>,
    #[serde(default)]
    prefixes: Vec<String>,
    #[serde(default)]
    squared: bool,
    #[serde(default)]
    vague: bool,
    #[serde(default)]
    customary: bool,
}

/// The readings of one word, and whether it may be another word.
type Entry = (Vec<UnitReading>, bool);

/// Units by their words.
#[derive(Debug)]
pub(super) struct Units {
    symbols: HashMap<String, Entry>,
    english: HashMap<String, Entry>,
    /// By the first character, the longest word first.
    japanese: BTreeMap<char, Vec<(String, Entry)>>,
    compounds: String,
    /// Shares of a whole.
    pub(super) ratio: Dimension,
    /// Degrees of temperature.
    pub(super) celsius: Dimension,
    pub(super) fahrenheit: Dimension,
    /// Things that are counted.
    pub(super) count: Dimension,
}

/// The shipped units. A test parses the file, so an unreadable one never ships.
pub(super) static UNITS: LazyLock<Units> = LazyLock::new(|| read(include_str!("../../../../../glossary/units.toml")));

impl Units {
    /// The most words of an English unit: parts per million.
    pub(super) const MOST_WORDS: usize = 3;

    /// A unit by its sign.
    pub(super) fn symbol(&self, word: &str) -> Option<(&[UnitReading], bool)> {
        self.symbols.get(word).map(|(readings, vague)| (readings.as_slice(), *vague))
    }

    /// A unit by its English words in lower case.
    pub(super) fn english(&self, words: &str) -> Option<(&[UnitReading], bool)> {
        self.english.get(words).map(|(readings, vague)| (readings.as_slice(), *vague))
    }

    /// The Japanese units that `text` begins with, the longest first.
    pub(super) fn japanese(&self, text: &str) -> impl Iterator<Item = (&str, &[UnitReading], bool)> {
        let of_first = text.chars().next().and_then(|first| self.japanese.get(&first));
        of_first
            .into_iter()
            .flatten()
            .filter(move |(word, _)| text.starts_with(word.as_str()))
            .map(|(word, (readings, vague))| (word.as_str(), readings.as_slice(), *vague))
    }

    /// Whether a kanji after a unit of one kanji makes it another word.
    pub(super) fn makes_a_word(&self, kanji: char) -> bool {
        self.compounds.contains(kanji)
    }
}

fn read(file: &str) -> Units {
    let empty = || UnitFile { compounds: String::new(), prefixes: Vec::new(), units: Vec::new() };
    let file: UnitFile = toml::from_str(file).unwrap_or_else(|_| empty());
    let mut table = Table::default();
    let (ratio, count) = (table.dimension("ratio"), table.dimension("count"));
    let (celsius, fahrenheit) = (table.dimension("celsius"), table.dimension("fahrenheit"));
    for row in &file.units {
        let factor = row.factor.as_deref().map_or(Some(Decimal::whole(1)), Decimal::parse);
        let Some(factor) = factor else { continue };
        table.row(row, factor, None);
        for prefix in file.prefixes.iter().filter(|prefix| prefix.symbols.iter().any(|one| row.prefixes.contains(one)))
        {
            if let Some(size) = power_of_ten(factor, prefix.power) {
                table.row(row, size, Some(prefix));
            }
        }
    }
    let mut japanese: BTreeMap<char, Vec<(String, Entry)>> = BTreeMap::new();
    for (word, entry) in table.japanese {
        if let Some(first) = word.chars().next() {
            japanese.entry(first).or_default().push((word, entry));
        }
    }
    for words in japanese.values_mut() {
        words.sort_by(|(one, _), (two, _)| two.len().cmp(&one.len()).then_with(|| one.cmp(two)));
    }
    Units {
        symbols: table.symbols,
        english: table.english,
        japanese,
        compounds: file.compounds,
        ratio,
        celsius,
        fahrenheit,
        count,
    }
}

fn power_of_ten(number: Decimal, power: i32) -> Option<Decimal> {
    if power < 0 { number.divided(power.unsigned_abs()) } else { number.scaled(power.unsigned_abs()) }
}

/// The tables while they are filled.
#[derive(Debug, Default)]
struct Table {
    dimensions: Vec<String>,
    symbols: HashMap<String, Entry>,
    english: HashMap<String, Entry>,
    japanese: BTreeMap<String, Entry>,
}

impl Table {
    fn dimension(&mut self, name: &str) -> Dimension {
        let known = self.dimensions.iter().position(|known| known == name);
        let at = known.unwrap_or_else(|| {
            self.dimensions.push(name.to_owned());
            self.dimensions.len() - 1
        });
        Dimension(u16::try_from(at).unwrap_or_default())
    }

    /// Adds a unit with one prefix, or with none.
    fn row(&mut self, row: &UnitRow, size: Decimal, prefix: Option<&Prefix>) {
        let reading = UnitReading { dimension: self.dimension(&row.dimension), size, is_customary: row.customary };
        let none = vec![String::new()];
        let (signs, english, japanese) = prefix
            .map_or((&none, "", ""), |prefix| (&prefix.symbols, prefix.english.as_str(), prefix.japanese.as_str()));
        let symbols: Vec<String> =
            signs.iter().flat_map(|sign| row.symbols.iter().map(move |symbol| format!("{sign}{symbol}"))).collect();
        let english: Vec<String> = row.english.iter().map(|word| format!("{english}{word}")).collect();
        let japanese: Vec<String> = row.japanese.iter().map(|word| format!("{japanese}{word}")).collect();
        // A single letter may be anything, but for these.
        let letter = |symbol: &str| symbol.len() == 1 && !matches!(symbol, "g" | "m" | "s" | "h" | "L" | "t");
        for symbol in &symbols {
            add(&mut self.symbols, symbol.clone(), reading, (row.vague && prefix.is_none()) || letter(symbol));
        }
        for word in &english {
            add(&mut self.english, word.clone(), reading, row.vague);
            add(&mut self.english, format!("{word}s"), reading, row.vague);
        }
        for word in &japanese {
            fill(self.japanese.entry(word.clone()).or_default(), reading, row.vague);
        }
        if row.squared {
            self.squared(reading, &symbols, &english, &japanese);
        }
    }

    /// Adds the area and the volume of a unit of length.
    fn squared(&mut self, length: UnitReading, symbols: &[String], english: &[String], japanese: &[String]) {
        let size = length.size;
        let Some(square) = size.times(size) else { return };
        let Some(cube) = square.times(size) else { return };
        for (name, size, power, adjective, short, kanji) in
            [("area", square, "2", "square", "sq", "平方"), ("volume", cube, "3", "cubic", "cu", "立方")]
        {
            let reading = UnitReading { dimension: self.dimension(name), size, ..length };
            for symbol in symbols {
                add(&mut self.symbols, format!("{symbol}{power}"), reading, false);
                add(&mut self.symbols, format!("{symbol}^{power}"), reading, false);
                add(&mut self.english, format!("{short} {}", symbol.to_lowercase()), reading, false);
            }
            for word in english {
                add(&mut self.english, format!("{adjective} {word}"), reading, false);
                add(&mut self.english, format!("{adjective} {word}s"), reading, false);
            }
            for word in japanese {
                fill(self.japanese.entry(format!("{kanji}{word}")).or_default(), reading, false);
            }
        }
    }
}

fn add(table: &mut HashMap<String, Entry>, word: String, reading: UnitReading, vague: bool) {
    fill(table.entry(word).or_default(), reading, vague);
}

fn fill((readings, is_vague): &mut Entry, reading: UnitReading, vague: bool) {
    if !readings.contains(&reading) {
        readings.push(reading);
    }
    *is_vague |= vague;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal::normal;

    #[test]
    fn the_shipped_units_parse_and_are_in_normal_form() {
        let file: UnitFile = toml::from_str(include_str!("../../../../../glossary/units.toml")).unwrap();
        assert!(file.units.len() > 40);
        for row in &file.units {
            let words: Vec<&String> = row.symbols.iter().chain(&row.english).chain(&row.japanese).collect();
            assert!(!words.is_empty() && words.iter().all(|word| normal(word) == **word), "{row:?}");
            assert!(row.factor.as_deref().is_none_or(|factor| Decimal::parse(factor).is_some()), "{row:?}");
            let known = |sign: &String| file.prefixes.iter().any(|prefix| prefix.symbols.contains(sign));
            assert!(row.prefixes.iter().all(known), "{row:?}");
        }
    }
}
