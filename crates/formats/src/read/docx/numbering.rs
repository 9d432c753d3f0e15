//! Automatic list numbers, as Word prints them (`numbering.xml`).

use std::collections::{BTreeMap, HashMap};

use super::xml::Element;
use crate::read::numerals::{alphabetic, roman};

/// The number of levels of a list.
const LEVELS: usize = 9;

/// The lists of a document and their current counts.
#[derive(Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, Vec<Level>>,
    lists: HashMap<String, ListDefinition>,
    counts: HashMap<String, [Option<i64>; LEVELS]>,
}

/// One list: its pattern, and the levels at which it restarts.
struct ListDefinition {
    pattern: String,
    starts: BTreeMap<usize, i64>,
    fresh: bool,
}

/// One level of a pattern.
#[derive(Clone)]
struct Level {
    start: i64,
    format: String,
    text: String,
    suffix: &'static str,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), suffix: " " }
    }
}

impl Numbering {
    /// Reads the part, if there is one.
    pub(super) fn read(part: Option<&Element>) -> Self {
        let Some(root) = part.and_then(|part| part.find("numbering")) else { return Self::default() };
        let mut numbering = Self::default();
        for element in root.elements() {
            if *element.name == *"abstractNum"
                && let Some(id) = element.attribute("abstractNumId")
            {
                let mut levels = vec![Level::default(); LEVELS];
                for level in element.elements().filter(|child| *child.name == *"lvl") {
                    let index = level.attribute("ilvl").and_then(|index| index.parse::<usize>().ok()).unwrap_or(0);
                    if let Some(place) = levels.get_mut(index) {
                        *place = read_level(level);
                    }
                }
                numbering.patterns.insert(id.to_owned(), levels);
            } else if *element.name == *"num"
                && let (Some(id), Some(pattern)) = (element.attribute("numId"), element.value("abstractNumId"))
            {
                let starts = element
                    .elements()
                    .filter(|child| *child.name == *"lvlOverride")
                    .filter_map(|child| {
                        Some((child.attribute("ilvl")?.parse().ok()?, child.value("startOverride")?.parse().ok()?))
                    })
                    .collect();
                numbering
                    .lists
                    .insert(id.to_owned(), ListDefinition { pattern: pattern.to_owned(), starts, fresh: true });
            }
        }
        numbering
    }

    /// The number of the next paragraph of `list` at `level`, with the space after it; empty if none is printed.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let Some(found) = self.lists.get_mut(list) else { return String::new() };
        let (Some(levels), true) = (self.patterns.get(&found.pattern), level < LEVELS) else { return String::new() };
        let counts = self.counts.entry(found.pattern.clone()).or_default();
        if std::mem::take(&mut found.fresh) {
            for (overridden, start) in &found.starts {
                if let Some(count) = counts.get_mut(*overridden) {
                    *count = Some(start.saturating_sub(1));
                }
            }
        }
        for (index, count) in counts.iter_mut().enumerate() {
            if index < level && count.is_none() {
                *count = levels.get(index).map(|above| above.start);
            } else if index == level {
                let start = levels.get(index).map_or(1, |here| here.start);
                *count = Some(count.map_or(start, |reached| reached.saturating_add(1)));
            } else if index > level {
                *count = None;
            }
        }
        format_label(levels, counts, level)
    }
}

/// Reads one level.
fn read_level(level: &Element) -> Level {
    Level {
        start: level.value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
        format: level
            .value("numFmt")
            .or_else(|| level.find("numFmt")?.attribute("val"))
            .unwrap_or("decimal")
            .to_owned(),
        text: level.value("lvlText").unwrap_or_default().to_owned(),
        suffix: if level.value("suff") == Some("nothing") { "" } else { " " },
    }
}

/// Fills in the pattern of a level: `%1` is the count of the first level.
fn format_label(levels: &[Level], counts: &[Option<i64>; LEVELS], level: usize) -> String {
    let Some(here) = levels.get(level) else { return String::new() };
    if here.format == "bullet" {
        let bullet: String =
            here.text.chars().map(|character| if is_private(character) { '•' } else { character }).collect();
        return if bullet.is_empty() { bullet } else { format!("{bullet}{}", here.suffix) };
    }
    let mut out = String::new();
    let mut characters = here.text.chars().peekable();
    while let Some(character) = characters.next() {
        let index = characters.peek().and_then(|next| next.to_digit(10)).filter(|_| character == '%');
        let Some(index) = index.and_then(|index| usize::try_from(index).ok()).and_then(|index| index.checked_sub(1))
        else {
            out.push(character);
            continue;
        };
        characters.next();
        if let (Some(count), Some(of)) = (counts.get(index).copied().flatten(), levels.get(index)) {
            out.push_str(&format_number(count, &of.format));
        }
    }
    if out.is_empty() { out } else { format!("{out}{}", here.suffix) }
}

/// Whether a character is for private use, as in symbol fonts, and has no meaning of its own.
fn is_private(character: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&character)
}

/// Writes a number in one of Word's formats; unknown formats use digits.
pub(super) fn format_number(number: i64, format: &str) -> String {
    let small = u32::try_from(number).ok().filter(|number| (1..4000).contains(number)).unwrap_or(0);
    let nth = |first: char, last: u32| {
        if (1..=last).contains(&small) { char::from_u32(u32::from(first) + small - 1).map(String::from) } else { None }
    };
    let of = |row: &str| {
        let index = usize::try_from(small).unwrap_or(0).checked_sub(1)?;
        row.chars().nth(index % row.chars().count().max(1)).map(String::from)
    };
    let found = match format {
        "none" => Some(String::new()),
        "lowerLetter" if small > 0 => Some(alphabetic(small)),
        "upperLetter" if small > 0 => Some(alphabetic(small).to_ascii_uppercase()),
        "lowerRoman" if small > 0 => Some(roman(small)),
        "upperRoman" if small > 0 => Some(roman(small).to_ascii_uppercase()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => nth('①', 20),
        "decimalEnclosedParen" => nth('⑴', 20),
        "decimalEnclosedFullstop" => nth('⒈', 20),
        "aiueoFullWidth" | "aiueo" => {
            of("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
        }
        "irohaFullWidth" | "iroha" => {
            of("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
        }
        "japaneseCounting"
        | "ideographTraditional"
        | "japaneseDigitalTenThousand"
        | "ideographDigital"
        | "chineseCounting"
        | "taiwaneseCounting"
        | "japaneseLegal" => kanji(small),
        _ => None,
    };
    found.unwrap_or_else(|| number.to_string())
}

/// A number in full-width digits.
fn full_width(number: i64) -> String {
    number.to_string().chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap_or(digit)).collect()
}

/// A number up to 99 in kanji: 21 is `二十一`.
fn kanji(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 || number > 99 {
        return None;
    }
    let (tens, ones) = (usize::try_from(number / 10).ok()?, usize::try_from(number % 10).ok()?);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", DIGITS.get(more)?),
    };
    Some(format!("{tens}{}", DIGITS.get(ones)?))
}
