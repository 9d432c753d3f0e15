//! The texts that the cells of a workbook share, and how a text is written in it.
//!
//! Furigana (`rPh`) stand beside the text in the file and are no part of it; styles inside a text (`r`) are.

use std::io::Read;

use crate::exchange::item::Fault;
use crate::exchange::xml::{Event, Events, push_text};

/// The most bytes of the texts of a workbook, and of one: Excel allows 32,767 characters.
const ALL: usize = 128 << 20;
pub(super) const ONE: usize = 128 << 10;

/// Texts by their numbers.
#[derive(Debug, Default)]
pub(super) struct Strings {
    texts: String,
    /// Where each text ends.
    ends: Vec<usize>,
}

/// A text that is being read, in `si` or `is`.
#[derive(Debug, Default)]
pub(super) struct TextItem {
    pub(super) text: String,
    is_text: bool,
    phonetic: usize,
}

impl Strings {
    pub(super) fn read(part: impl Read) -> Result<Self, Fault> {
        let mut events = Events::open(part)?;
        let (mut strings, mut item) = (Self::default(), TextItem::default());
        while let Some(event) = events.next()? {
            match event {
                Event::Start(tag) if tag.local() == "si" => {
                    item.clear();
                    if tag.empty {
                        strings.ends.push(strings.texts.len());
                    }
                }
                Event::End("si") => strings.push(&item.finished())?,
                event => item.take(&event),
            }
        }
        Ok(strings)
    }

    fn push(&mut self, text: &str) -> Result<(), Fault> {
        if self.texts.len() + text.len() > ALL {
            return Err(Fault::HostileArchive { problem: format!("its texts have more than {ALL} bytes") });
        }
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        Ok(())
    }

    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.texts.get(start..end)
    }
}

impl TextItem {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        (self.is_text, self.phonetic) = (false, 0);
    }

    /// Takes what stands inside the text.
    pub(super) fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) if !tag.empty => match tag.local() {
                "rPh" => self.phonetic += 1,
                "t" => self.is_text = self.phonetic == 0,
                _ => {}
            },
            Event::End("rPh") => self.phonetic = self.phonetic.saturating_sub(1),
            Event::End("t") => self.is_text = false,
            // One byte more than allowed shows that the text is too long.
            _ if !self.is_text || self.text.len() > ONE => {}
            Event::Text(text) => push_text(&mut self.text, text),
            Event::Verbatim(text) => self.text.push_str(text),
            _ => {}
        }
    }

    /// The text.
    pub(super) fn finished(&self) -> String {
        unescaped(&self.text)
    }
}

/// A text in which characters may be written by their codes: `_x000D_`, and `_x005F_` for `_` before what looks like one.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest
            .get(2..6)
            .filter(|_| rest.get(6..7) == Some("_"))
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                if crate::exchange::cleaning::is_text(letter) {
                    plain.push(letter);
                }
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{Strings, unescaped};

    #[test]
    fn a_text_is_what_a_reader_sees_without_furigana() {
        let part = "<sst><si><t>脳</t><rPh sb=\"0\" eb=\"1\"><t>ノウ</t></rPh><phoneticPr fontId=\"1\"/></si>\
            <si><r><t>量子</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> もつれ</t></r></si><si/><si><t>A &amp; B</t></si>\
            <si><t>𠮷①</t></si></sst>";
        let strings = Strings::read(part.as_bytes()).unwrap();
        for (number, want) in
            [(0, Some("脳")), (1, Some("量子 もつれ")), (2, Some("")), (3, Some("A & B")), (4, Some("𠮷①")), (5, None)]
        {
            assert_eq!(strings.get(number), want, "{number}");
        }
    }

    #[test]
    fn characters_may_be_written_by_their_codes() {
        for (text, want) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x0041", "_x0041"),
            ("_xあ", "_xあ"),
            ("a_x0007_", "a"),
            ("_xD842_", "_xD842_"),
            ("snake_xcase_", "snake_xcase_"),
        ] {
            assert_eq!(unescaped(text), want, "{text}");
        }
    }
}
