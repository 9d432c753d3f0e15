//! Inline codes as both versions of XLIFF write them.
//!
//! In 1.2 halves of pairs are `bpt` and `ept` and everything else is `ph`, each with its code as content. In 2.1 pairs are
//! `pc` and everything else is `ph`, and their codes stand in `originalData`. Codes that are the same in both languages have
//! the same number.

use std::collections::BTreeMap;

use crate::exchange::cleaning;
use crate::exchange::document::Passage;
use crate::exchange::xml;
use crate::model::{CodeRole, InlineCode};

/// How codes are numbered in a unit.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    numbers: BTreeMap<(String, usize), usize>,
    /// The codes of `originalData`, by their number.
    data: Vec<String>,
}

/// A code in its text: with its other half, if it has one.
struct Placed<'a> {
    code: &'a InlineCode,
    half: Half,
    number: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    /// The first of a pair; the index of the second.
    First(usize),
    Second,
    Alone,
}

impl Numbers {
    /// The text of one side as XLIFF 1.2 has it.
    pub(super) fn content_12(&mut self, text: &str, codes: &[InlineCode]) -> String {
        let placed = self.place(codes);
        written(text, &placed, |one| {
            let (inside, number) = (escaped(&one.code.code), one.number);
            let name = match (one.half, one.code.role) {
                (_, CodeRole::Open | CodeRole::OpenNote) => "bpt",
                (_, CodeRole::Close | CodeRole::CloseNote) => "ept",
                (_, CodeRole::Whole) => "ph",
            };
            format!("<{name} id=\"{number}\">{inside}</{name}>")
        })
    }

    /// The text of one side as XLIFF 2.1 has it.
    pub(super) fn content_21(&mut self, text: &str, codes: &[InlineCode]) -> String {
        let placed = self.place(codes);
        let data: Vec<String> = codes.iter().map(|code| format!("d{}", self.data(&code.code))).collect();
        let mut at = 0;
        written(text, &placed, |one| {
            let (own, number) = (data.get(at).cloned().unwrap_or_default(), one.number);
            at += 1;
            match (one.half, one.code.role) {
                (Half::First(second), _) => {
                    let second = data.get(second).cloned().unwrap_or_default();
                    format!("<pc id=\"{number}\" dataRefStart=\"{own}\" dataRefEnd=\"{second}\">")
                }
                (Half::Second, _) => "</pc>".to_owned(),
                (Half::Alone, CodeRole::Open | CodeRole::OpenNote) => {
                    format!("<sc id=\"{number}\" dataRef=\"{own}\" isolated=\"yes\"/>")
                }
                (Half::Alone, CodeRole::Close | CodeRole::CloseNote) => {
                    format!("<ec id=\"{number}\" dataRef=\"{own}\" isolated=\"yes\"/>")
                }
                (Half::Alone, CodeRole::Whole) => format!("<ph id=\"{number}\" dataRef=\"{own}\"/>"),
            }
        })
    }

    /// The codes of `originalData` so far, with their identifiers.
    pub(super) fn original_data(&self) -> impl Iterator<Item = (String, &str)> {
        self.data.iter().enumerate().map(|(at, code)| (format!("d{}", at + 1), code.as_str()))
    }

    /// Finds the halves of pairs, and numbers the codes of one side.
    fn place<'a>(&mut self, codes: &'a [InlineCode]) -> Vec<Placed<'a>> {
        let mut halves = vec![Half::Alone; codes.len()];
        let mut open = Vec::new();
        for (at, code) in codes.iter().enumerate() {
            match code.role {
                CodeRole::Open | CodeRole::OpenNote => open.push(at),
                CodeRole::Close | CodeRole::CloseNote => {
                    if let Some(first) = open.pop() {
                        (halves[first], halves[at]) = (Half::First(at), Half::Second);
                    }
                }
                CodeRole::Whole => {}
            }
        }
        let (mut seen, mut numbers) = (BTreeMap::new(), vec![0; codes.len()]);
        for (at, code) in codes.iter().enumerate() {
            if halves[at] == Half::Second {
                continue;
            }
            let times: &mut usize = seen.entry(&code.code).or_default();
            let next = self.numbers.len() + 1;
            numbers[at] = *self.numbers.entry((code.code.clone(), *times)).or_insert(next);
            *times += 1;
            if let Half::First(second) = halves[at] {
                numbers[second] = numbers[at];
            }
        }
        let place = |((code, half), number)| Placed { code, half, number };
        codes.iter().zip(halves).zip(numbers).map(place).collect()
    }

    /// The number of a code in `originalData`.
    fn data(&mut self, code: &str) -> usize {
        match self.data.iter().position(|known| known == code) {
            Some(at) => at + 1,
            None => {
                self.data.push(code.to_owned());
                self.data.len()
            }
        }
    }
}

/// The text with what stands for its codes.
fn written(text: &str, placed: &[Placed<'_>], mut element: impl FnMut(&Placed<'_>) -> String) -> String {
    let mut content = String::with_capacity(text.len() + 48 * placed.len());
    let mut start = 0;
    for one in placed {
        let end = text.floor_char_boundary(one.code.at.clamp(start, text.len()));
        content.push_str(&escaped(text.get(start..end).unwrap_or_default()));
        start = end;
        content.push_str(&element(one));
    }
    content.push_str(&escaped(text.get(start..).unwrap_or_default()));
    content
}

fn escaped(text: &str) -> String {
    xml::escaped(&cleaning::text(text))
}

/// Gives the codes of a text of XLIFF 2 what `originalData` says they stand for.
pub(super) fn resolve(passage: &mut Passage, data: &[(String, String)]) {
    if data.is_empty() {
        return;
    }
    let mut open = Vec::new();
    for code in passage.codes_mut() {
        let written = code.code.as_str();
        let original = match code.role {
            CodeRole::Open if written.starts_with("<pc") => {
                open.push(attribute(written, "dataRefEnd").map(str::to_owned));
                attribute(written, "dataRefStart").map(str::to_owned)
            }
            CodeRole::Close if written == "</pc>" => open.pop().flatten(),
            CodeRole::Whole => attribute(written, "dataRef").map(str::to_owned),
            _ => None,
        };
        let Some(original) = original.and_then(|id| data.iter().find(|(other, _)| *other == id)) else { continue };
        if original.1.trim().is_empty() {
            continue;
        }
        code.code.clone_from(&original.1);
        code.role = match code.role {
            CodeRole::Open if code.code.starts_with("<mrk") || code.code.starts_with("<hi") => CodeRole::OpenNote,
            CodeRole::Close if matches!(code.code.as_str(), "</mrk>" | "</hi>") => CodeRole::CloseNote,
            role => role,
        };
    }
}

/// The value of an attribute of a tag as it is written. Identifiers have no references in them.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}="))?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use crate::model::{CodeRole, InlineCode};

    #[test]
    fn codes_are_elements_of_either_version_at_their_places() {
        let code = |at, role, code: &str| InlineCode { at, role, code: code.to_owned() };
        let codes = [
            code(0, CodeRole::Open, "<b>"),
            code(3, CodeRole::Close, "</b>"),
            code(3, CodeRole::Whole, "%s"),
            code(9, CodeRole::Close, "</i>"),
        ];
        assert_eq!(
            Numbers::default().content_12("膜&を", &codes),
            "<bpt id=\"1\">&lt;b&gt;</bpt>膜<ept id=\"1\">&lt;/b&gt;</ept><ph id=\"2\">%s</ph>&amp;を<ept id=\"3\">&lt;/i&gt;</ept>"
        );
        let mut numbers = Numbers::default();
        assert_eq!(
            numbers.content_21("膜&を", &codes),
            "<pc id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d2\">膜</pc><ph id=\"2\" dataRef=\"d3\"/>&amp;を\
             <ec id=\"3\" dataRef=\"d4\" isolated=\"yes\"/>"
        );
        assert_eq!(numbers.content_21("x", &codes[2..3]), "x<ph id=\"2\" dataRef=\"d3\"/>");
        let data: Vec<_> = numbers.original_data().map(|(id, code)| format!("{id}={code}")).collect();
        assert_eq!(data, ["d1=<b>", "d2=</b>", "d3=%s", "d4=</i>"]);
    }
}
