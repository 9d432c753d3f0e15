//! The names in a cell of a table of terms: one, or several where a mark separates synonyms for certain.
//!
//! ```text
//! cell death; apoptosis                 two names
//! magnetic resonance imaging (MRI)      a full form and its abbreviation
//! アポトーシス（細胞死）                    two names
//! 視床下部（ししょうかぶ）                  a name and its reading
//! 1,2-dichloroethane  iron(III)  and/or one name
//! valve, check                          one name, and a doubt
//! ```

use super::term::Name;
use crate::exchange::language::has_japanese;
use crate::model::{Lang, TermKind};
use crate::text::chars::{Class, class};
use crate::text::english::is_abbreviation;
use crate::text::normal::normal;

/// The names of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::exchange) struct CellNames {
    /// At least one.
    pub(in crate::exchange) names: Vec<Name>,
    /// The mark that may separate several names, but was read as part of one.
    pub(in crate::exchange) doubt: Option<&'static str>,
}

/// The names in a cell of this language, which is not blank, in a table with this separator of cells.
pub(in crate::exchange) fn cell_names(cell: &str, lang: &Lang, separator: char) -> CellNames {
    let mut found = CellNames { names: Vec::new(), doubt: None };
    let parts = certain_parts(cell, separator);
    if separator == ';' && parts.iter().any(|part| part.contains(';')) {
        found.doubt = Some("a semicolon");
    }
    for part in &parts {
        found.add_part(part, lang);
    }
    if found.names.is_empty() {
        found.names.push(Name::new(lang.clone(), cell.trim()));
    }
    found
}

/// The parts between semicolons, bars and slashes with spaces, which separate names in any language; the whole where a part
/// would be empty. What separates cells stands in quotation marks, which keep it together.
fn certain_parts(cell: &str, separator: char) -> Vec<&str> {
    let mut parts = split_outside_brackets(cell, |before, c, after| match c {
        c if c == separator => false,
        ';' | '；' => !is_entity(before),
        '｜' => true,
        '|' | '/' | '／' => before.ends_with([' ', '　']) && after.starts_with([' ', '　']),
        _ => false,
    });
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    if parts.is_empty() { vec![cell.trim()] } else { parts }
}

/// Whether a semicolon after this text ends an entity of XML: `&amp`.
fn is_entity(before: &str) -> bool {
    let Some((_, name)) = before.rsplit_once('&') else { return false };
    !name.is_empty() && name.len() < 10 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// The text cut at characters outside brackets that `separates`, given what stands before and after.
fn split_outside_brackets(text: &str, separates: impl Fn(&str, char, &str) -> bool) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '（' | '［' | '{' | '「' => depth += 1,
            ')' | ']' | '）' | '］' | '}' | '」' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separates(&text[..at], c, &text[at + c.len_utf8()..]) => {
                parts.push(text[start..at].trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

impl CellNames {
    /// The one name of a cell that holds no more.
    pub(in crate::exchange) fn one(cell: &str, lang: &Lang) -> Self {
        Self { names: vec![Name::new(lang.clone(), cell.trim())], doubt: None }
    }

    /// Adds the names of a part without certain separators.
    fn add_part(&mut self, part: &str, lang: &Lang) {
        let listed = split_outside_brackets(part, |_, c, _| matches!(c, '、' | '，' | '／' | '/'));
        let is_japanese_list = listed.len() > 1
            && part.contains(['、', '，', '／'])
            && !part.contains('/')
            && listed.iter().all(|one| has_japanese(one) && one.chars().count() > 1);
        if is_japanese_list {
            for one in listed {
                self.add_with_bracket(one, lang);
            }
            return;
        }
        let by_comma = split_outside_brackets(part, |_, c, after| c == ',' && after.starts_with(' '));
        if let [one, other] = by_comma[..] {
            for (full, short) in [(one, other), (other, one)] {
                if stands_for(short, full) {
                    self.push(Name::new(lang.clone(), full));
                    self.push(Name { kind: TermKind::Abbreviation, ..Name::new(lang.clone(), short) });
                    return;
                }
            }
        }
        if by_comma.len() > 1 {
            self.doubt = self.doubt.or(Some("a comma"));
        } else if may_be_two_words(part) {
            self.doubt = self.doubt.or(Some("a slash"));
        } else if part.contains(['、', '，', '／']) && (has_japanese(part) || may_be_a_list(part)) {
            self.doubt = self.doubt.or(Some("a mark of lists"));
        } else if split_outside_brackets(part, |before, c, after| c == '|' && !before.is_empty() && !after.is_empty())
            .iter()
            .filter(|one| one.chars().nth(1).is_some_and(char::is_alphanumeric))
            .count()
            > 1
        {
            self.doubt = self.doubt.or(Some("a bar"));
        }
        self.add_with_bracket(part, lang);
    }

    /// Adds a name that may have another one in a bracket at its end.
    fn add_with_bracket(&mut self, part: &str, lang: &Lang) {
        let whole = || Name::new(lang.clone(), part);
        let Some((head, inside, is_apart)) = bracket_at_end(part) else { return self.push(whole()) };
        let short = |text: &str| Name { kind: TermKind::Abbreviation, ..Name::new(lang.clone(), text) };
        if has_japanese(head) {
            if inside.chars().all(is_hiragana) && head.chars().any(is_kanji) {
                return self.push(Name { reading: Some(inside.to_owned()), ..Name::new(lang.clone(), head) });
            }
            if is_other_script(head, inside) {
                self.push(Name::new(lang.clone(), head));
                return self.push(Name::new(lang.clone(), inside));
            }
            if is_abbreviation(inside) && !is_numeral(inside) {
                self.push(Name::new(lang.clone(), head));
                return self.push(short(inside));
            }
        } else if stands_for(inside, head) {
            self.push(Name::new(lang.clone(), head));
            return self.push(short(inside));
        } else if stands_for(head, inside) && is_apart {
            self.push(Name::new(lang.clone(), inside));
            return self.push(short(head));
        }
        let is_part = is_numeral(inside) || !is_apart && !has_japanese(head) || inside.chars().count() < 2;
        if !is_part {
            self.doubt = self.doubt.or(Some("a bracket"));
        }
        self.push(whole());
    }

    fn push(&mut self, name: Name) {
        if self.names.iter().all(|other| other.text != name.text) {
            self.names.push(name);
        }
    }
}

/// A text without the bracket at its end, what stands in that, and whether a space or full-width bracket sets it apart.
fn bracket_at_end(text: &str) -> Option<(&str, &str, bool)> {
    let inside = text.strip_suffix([')', '）'])?;
    let at = inside.rfind(['(', '（'])?;
    let (head, inside) = (inside.get(..at)?, inside.get(at..)?);
    let opening = inside.chars().next()?;
    let inside = inside.strip_prefix(opening)?.trim();
    let is_apart = opening == '（' || head.ends_with([' ', '　']);
    let head = head.trim();
    let is_plain = |text: &str| !text.is_empty() && !text.contains(['(', ')', '（', '）']);
    (is_plain(head) && is_plain(inside)).then_some((head, inside, is_apart))
}

/// Whether `short` is an abbreviation made of letters of `full`, most of them from the beginnings of its words.
fn stands_for(short: &str, full: &str) -> bool {
    if !is_abbreviation(short) || !full.contains([' ', '-']) && full.chars().count() < 2 * short.chars().count() {
        return false;
    }
    let small = |text: &str| normal(text).to_lowercase();
    let (short, full) = (small(short), small(full));
    let short = short.strip_suffix('s').filter(|one| one.len() > 1 && !full.ends_with('s')).unwrap_or(&short);
    let letters: Vec<char> = short.chars().filter(char::is_ascii_alphanumeric).collect();
    // For each number of letters: the most that stand at beginnings of words, if so many can be found in order.
    let mut starts: Vec<Option<usize>> = vec![None; letters.len() + 1];
    starts[0] = Some(0);
    let (mut before, mut is_first) = (' ', true);
    for c in full.chars() {
        let begins = !before.is_alphanumeric() || before.is_ascii_digit() != c.is_ascii_digit();
        if is_first && c.is_alphanumeric() {
            if letters.first() != Some(&c) {
                return false;
            }
            is_first = false;
        }
        for at in (0..letters.len()).rev().filter(|at| letters[*at] == c) {
            starts[at + 1] = starts[at + 1].max(starts[at].map(|count| count + usize::from(begins)));
        }
        before = c;
    }
    starts[letters.len()].is_some_and(|count| 2 * count >= letters.len())
}

/// Whether one of two Japanese names is in katakana and the other in kanji, so that each is a name of its own. A short or
/// general word in kanji may say what the other one is.
fn is_other_script(head: &str, inside: &str) -> bool {
    let is_katakana = |text: &str| text.chars().all(|c| class(c) == Class::Katakana || matches!(c, '・' | 'ー'));
    let is_name = |text: &str| {
        text.chars().all(is_kanji) && text.chars().count() > 2 && !QUALIFIERS.iter().any(|end| text.ends_with(end))
    };
    let is_long = |text: &str| text.chars().count() > 2;
    is_katakana(head) && is_name(inside) || is_name(head) && is_katakana(inside) && is_long(inside)
}

/// Endings of words that say what a name is, or where it is used.
const QUALIFIERS: &[&str] = &[
    "学",
    "動物",
    "植物",
    "生物",
    "分野",
    "用語",
    "関連",
    "単位",
    "一種",
    "総称",
    "商品名",
    "商標",
    "人名",
    "地名",
    "会社",
];

fn is_hiragana(c: char) -> bool {
    class(c) == Class::Hiragana || matches!(c, 'ー' | '・')
}

fn is_kanji(c: char) -> bool {
    class(c) == Class::Kanji
}

/// Whether a text is a number, a Roman numeral or a single letter, which belong to the name before: iron(III).
fn is_numeral(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x' | '+' | '-' | '−'))
        || text.chars().count() == 1
}

/// Whether a mark of Japanese lists may separate words in another script: a comma, or a slash beside a word that is spelt
/// out. `km／h` is one.
fn may_be_a_list(part: &str) -> bool {
    let edge = |c: char| !c.is_alphanumeric();
    let is_word =
        |text: Option<&str>| text.is_some_and(|text| text.chars().count() > 3 && text.chars().any(char::is_lowercase));
    let is_slash_of_words =
        |at: usize| is_word(part[..at].rsplit(edge).next()) || is_word(part[at + '／'.len_utf8()..].split(edge).next());
    part.contains(['、', '，']) || part.match_indices('／').any(|(at, _)| is_slash_of_words(at))
}

/// Whether a slash stands between two words, each spelt out: it may separate names. `and/or`, `km/h` and `ATP/ADP` are one.
fn may_be_two_words(part: &str) -> bool {
    let is_word = |text: Option<&str>| {
        text.is_some_and(|text| {
            text.chars().count() > 3 && text.chars().all(char::is_lowercase)
                || text.chars().nth(1).is_some()
                    && text.chars().all(|c| matches!(class(c), Class::Kanji | Class::Katakana))
        })
    };
    part.match_indices('/').any(|(at, _)| {
        let edge = |c: char| !c.is_alphanumeric() && c != 'ー';
        is_word(part[..at].rsplit(edge).next()) && is_word(part[at + 1..].split(edge).next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names with their kinds and readings, then the doubt.
    fn read(cell: &str, lang: &Lang) -> String {
        let found = cell_names(cell, lang, ',');
        let name = |name: &Name| {
            let kind = if name.kind == TermKind::Abbreviation { "~" } else { "" };
            let reading = name.reading.as_ref().map(|reading| format!("[{reading}]")).unwrap_or_default();
            format!("{kind}{}{reading}", name.text)
        };
        let names = found.names.iter().map(name).collect::<Vec<_>>().join(" | ");
        found.doubt.map_or(names.clone(), |doubt| format!("{names} ?{doubt}"))
    }

    #[test]
    fn an_english_cell_has_several_names_only_where_that_is_certain() {
        for (cell, want) in [
            ("cell death; apoptosis", "cell death | apoptosis"),
            ("growth;proliferation;", "growth | proliferation"),
            ("growth / proliferation", "growth | proliferation"),
            ("A; A; B", "A | B"),
            ("magnetic resonance imaging (MRI)", "magnetic resonance imaging | ~MRI"),
            ("MRI (magnetic resonance imaging)", "magnetic resonance imaging | ~MRI"),
            ("messenger RNA（mRNA）", "messenger RNA | ~mRNA"),
            ("mRNA, messenger RNA", "messenger RNA | ~mRNA"),
            ("deoxyribonucleic acid (DNA); genetic material", "deoxyribonucleic acid | ~DNA | genetic material"),
            ("G protein-coupled receptors (GPCRs)", "G protein-coupled receptors | ~GPCRs"),
            // Part of the name.
            ("1,2-dichloroethane", "1,2-dichloroethane"),
            ("N,N-dimethylformamide", "N,N-dimethylformamide"),
            ("and/or", "and/or"),
            ("ATP/ADP ratio", "ATP/ADP ratio"),
            ("km/h", "km/h"),
            ("km／h", "km／h"),
            ("P(A|B)", "P(A|B)"),
            ("interleukin (IL)-6", "interleukin (IL)-6"),
            ("iron(III)", "iron(III)"),
            ("iron (III) chloride", "iron (III) chloride"),
            ("vitamin D (3)", "vitamin D (3)"),
            ("cell(s)", "cell(s)"),
            ("(R)-limonene", "(R)-limonene"),
            ("R&amp;D", "R&amp;D"),
            (";", ";"),
            // May be either.
            ("β-catenin (CTNNB1)", "β-catenin (CTNNB1) ?a bracket"),
            ("moment (physics)", "moment (physics) ?a bracket"),
            ("valve, check", "valve, check ?a comma"),
            ("red, green, and blue", "red, green, and blue ?a comma"),
            ("cell death/apoptosis", "cell death/apoptosis ?a slash"),
            ("heart／cor", "heart／cor ?a mark of lists"),
            ("cor／heart muscle", "cor／heart muscle ?a mark of lists"),
            ("heart、cor", "heart、cor ?a mark of lists"),
            ("heart|cor", "heart|cor ?a bar"),
        ] {
            assert_eq!(read(cell, &Lang::EN), want, "{cell}");
        }
    }

    #[test]
    fn a_quoted_separator_of_cells_separates_no_names() {
        let found = cell_names("半導体; 素子", &Lang::JA, ';');
        assert_eq!((found.names.len(), found.doubt), (1, Some("a semicolon")));
        assert_eq!(cell_names("半導体；素子", &Lang::JA, ';').names.len(), 2);
    }

    #[test]
    fn a_japanese_cell_has_several_names_only_where_that_is_certain() {
        for (cell, want) in [
            ("細胞死；アポトーシス", "細胞死 | アポトーシス"),
            ("増殖 / 成長", "増殖 | 成長"),
            ("増殖／成長", "増殖 | 成長"),
            ("増殖、成長", "増殖 | 成長"),
            ("アポトーシス（細胞死）", "アポトーシス | 細胞死"),
            ("細胞死(アポトーシス)", "細胞死 | アポトーシス"),
            ("磁気共鳴画像法（MRI）", "磁気共鳴画像法 | ~MRI"),
            ("視床下部（ししょうかぶ）", "視床下部[ししょうかぶ]"),
            ("𠮷野病（よしのびょう）", "𠮷野病[よしのびょう]"),
            // Part of the name.
            ("入／出力", "入／出力 ?a mark of lists"),
            ("鉄（III）", "鉄（III）"),
            ("（株）例", "（株）例"),
            ("1,2-ジクロロエタン", "1,2-ジクロロエタン"),
            // May be either.
            ("転移（医学）", "転移（医学） ?a bracket"),
            ("マウス（実験動物）", "マウス（実験動物） ?a bracket"),
            ("放射線, 電離", "放射線, 電離 ?a comma"),
            ("発酵/醗酵", "発酵/醗酵 ?a slash"),
        ] {
            assert_eq!(read(cell, &Lang::JA), want, "{cell}");
        }
    }
}
