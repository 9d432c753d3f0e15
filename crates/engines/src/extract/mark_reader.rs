//! Recognises note marks in folded characters: `（注1）`, `※４`, `#1.`, `[用語2]`, `①`, `†`, `◆`.

use super::list_sign::list_sign;
use super::mark_labels::{KANA_ORDER, LabelKind, STEMS, kanji_number, raised_label, raised_number, roman_numeral};
use super::marker::{Cell, MarkScope, MarkStyle, NoteMark};
use super::rules::RULES;
use crate::text::chars::{Class, class, enclosed_number, is_japanese_letter};

/// The mark of a scope that `cells` begin with.
pub(super) fn at(cells: &[Cell], scope: MarkScope) -> Option<NoteMark> {
    let first = cells.first()?.1;
    if scope >= MarkScope::Row && RULES.marks.bullets.iter().any(|bullet| bullet.starts_with(first)) {
        return Some(NoteMark { length: 1, style: MarkStyle::Bullet(first), label: String::new(), number: None });
    }
    // †1, ‡ 2: a sign before a number is a prefix like ※.
    let numbered = |cells: &[Cell]| cells.get(spaces_at(cells)).is_some_and(|cell| cell.1.is_ascii_digit());
    if RULES.marks.signs.iter().any(|sign| sign.starts_with(first)) && !numbered(&cells[1..]) {
        let length = cells.iter().take_while(|cell| cell.1 == first).count().min(4);
        return Some(NoteMark {
            length: length + close_alone(&cells[length..]),
            style: MarkStyle::Sign,
            label: std::iter::repeat_n(first, length).collect(),
            number: None,
        });
    }
    if let Some(mark) = list_sign(cells, scope) {
        return Some(mark);
    }
    let mut reader = MarkReader { cells, at: 0 };
    let opens = |c| matches!(c, '(' | '[' | '<' | '【' | '「' | '⁽');
    let mut open = reader.take(opens);
    reader.spaces();
    let prefix = reader.prefix();
    reader.spaces();
    // 注(1): the bracket is around the number only.
    if prefix.is_some() && open.is_none() {
        open = reader.take(|c| matches!(c, '(' | '['));
        if open.is_some() {
            reader.spaces();
        }
    }
    let worded = prefix.as_ref().is_some_and(|prefix| prefix.chars().any(is_japanese_letter));
    let (label, number, shape) =
        reader.number(prefix.is_some() || open.is_some(), scope).or_else(|| reader.kanji_number(worded))?;
    let closes = |c: char| match open {
        Some('(') => c == ')',
        Some('[') => c == ']',
        Some('<') => c == '>',
        Some('【') => c == '】',
        Some('「') => c == '」',
        Some('⁽') => c == '⁾',
        _ => c == ')' || c == ']' && prefix.is_some(),
    };
    let before_close = reader.at;
    reader.spaces();
    let close = reader.take(closes);
    if close.is_none() {
        reader.at = before_close;
        if open.is_some() {
            return None;
        }
    }
    let style = match (&prefix, shape) {
        (Some(prefix), _) => MarkStyle::Prefixed(prefix.clone()),
        (None, LabelKind::Circled) => MarkStyle::Circled,
        (None, LabelKind::Superscript) => MarkStyle::Superscript,
        (None, LabelKind::RaisedLetter | LabelKind::RaisedRoman) => {
            let kind = shape.first();
            // A raised `a)` is the mark `a)`, as where the letter has no superscript and stays as it is.
            if reader.take(|c| c == '⁾').is_some() {
                MarkStyle::Bare(format!("{kind})"))
            } else {
                MarkStyle::Raised(kind)
            }
        }
        (
            None,
            LabelKind::Digits
            | LabelKind::Letter
            | LabelKind::Kana
            | LabelKind::Stem
            | LabelKind::Roman
            | LabelKind::Numeral,
        ) => {
            let kind = shape.first();
            match (open, close) {
                (Some(open), Some(close)) => MarkStyle::Bare(format!("{open}{kind}{close}")),
                (None, Some(close)) => MarkStyle::Bare(format!("{kind}{close}")),
                _ if reader.peek() == Some('.')
                    && reader.after().is_none_or(|c| !c.is_ascii_digit())
                    && shape == LabelKind::Digits =>
                {
                    MarkStyle::Bare("1.".to_owned())
                }
                _ if scope == MarkScope::List && reader.ends_plain() => MarkStyle::Plain(kind),
                _ => return None,
            }
        }
    };
    // A colon after the number belongs to the mark, whatever the head begins with (注1：5-…), and so does a full stop unless a
    // digit follows (注1.5).
    let stop = reader.peek() == Some('.') && reader.after().is_none_or(|c| !c.is_ascii_digit());
    if stop || reader.peek() == Some(':') {
        reader.at += 1;
    }
    Some(NoteMark { length: reader.at, style, label, number })
}

/// The number of cells of a closing bracket right after a sign.
fn close_alone(rest: &[Cell]) -> usize {
    usize::from(rest.first().is_some_and(|cell| cell.1 == ')'))
}

/// The most spaces between the parts of a mark; marks are looked for at every character, so none may look far ahead.
const SPACES: usize = 16;

/// The number of spaces at the start of `cells`, up to [`SPACES`].
fn spaces_at(cells: &[Cell]) -> usize {
    cells.iter().take(SPACES).take_while(|cell| class(cell.1) == Class::Space).count()
}

fn open_closes(next: Option<char>) -> bool {
    next.is_some_and(|c| matches!(c, ')' | ']' | '】' | '>' | '」'))
}

struct MarkReader<'a> {
    cells: &'a [Cell],
    at: usize,
}

impl MarkReader<'_> {
    fn peek(&self) -> Option<char> {
        self.cells.get(self.at).map(|cell| cell.1)
    }

    fn after(&self) -> Option<char> {
        self.cells.get(self.at + 1).map(|cell| cell.1)
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| wanted(c))?;
        self.at += 1;
        Some(c)
    }

    /// Passes over spaces, as far as a mark can be spread.
    fn spaces(&mut self) {
        self.at += spaces_at(&self.cells[self.at.min(self.cells.len())..]);
    }

    /// The word or sign before the number. `*注1` and `※注1` are the mark 注1 with a sign before it.
    fn prefix(&mut self) -> Option<String> {
        let first = self.one_prefix()?;
        let before = self.at;
        if first.chars().any(is_japanese_letter) {
            return Some(first);
        }
        self.spaces();
        let word = self.one_prefix().filter(|word| word.chars().any(is_japanese_letter));
        if word.is_none() {
            self.at = before;
        }
        word.or(Some(first))
    }

    fn one_prefix(&mut self) -> Option<String> {
        let rest = &self.cells[self.at..];
        for prefix in RULES.marks.prefixes.iter().chain(&RULES.marks.signs) {
            let mut at = 0;
            let mut matched = true;
            for (index, want) in prefix.chars().enumerate() {
                // Letter-spacing may separate the characters of the mark: 注 1, 用 語 1.
                if index > 0 {
                    at += spaces_at(&rest[at..]);
                }
                if rest.get(at).is_some_and(|cell| cell.1 == want) {
                    at += 1;
                } else {
                    matched = false;
                    break;
                }
            }
            if matched {
                self.at += at;
                return Some(prefix.to_lowercase());
            }
        }
        None
    }

    /// Whether a number or letter ends here as [`MarkStyle::Plain`] asks: before a space or a full stop and a word.
    fn ends_plain(&mut self) -> bool {
        let stop = matches!(self.peek(), Some('.' | '、'));
        let after = self.cells.get(self.at + usize::from(stop)..).unwrap_or_default();
        let spaces = spaces_at(after);
        let next = after.get(spaces).map(|cell| cell.1);
        let word =
            next.is_some_and(|c| is_japanese_letter(c) || matches!(class(c), Class::Latin) || c == '「' || c == '【');
        let ends = word && (stop || spaces > 0);
        if ends && stop && self.peek() == Some('、') {
            self.at += 1;
        }
        ends
    }

    /// A number in kanji after a word, as in 注一）, as far as twenty.
    fn kanji_number(&mut self, worded: bool) -> Option<(String, Option<u32>, LabelKind)> {
        let (number, length) = kanji_number(&self.cells[self.at.min(self.cells.len())..])?;
        // 注一般 and 注三角形 are words.
        let after = self.cells.get(self.at + length).map(|cell| cell.1);
        if !worded || !after.is_none_or(|c| class(c) == Class::Space || matches!(c, ')' | ']' | '】' | '>' | ':' | '.'))
        {
            return None;
        }
        self.at += length;
        Some((number.to_string(), Some(number), LabelKind::Digits))
    }

    /// The number or letter; a letter only after a prefix or bracket, or in a list.
    fn number(&mut self, framed: bool, scope: MarkScope) -> Option<(String, Option<u32>, LabelKind)> {
        let list = scope == MarkScope::List;
        let c = self.peek()?;
        if let 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' = c {
            let number = if c < 'ⅰ' { u32::from(c) - u32::from('Ⅰ') } else { u32::from(c) - u32::from('ⅰ') } + 1;
            self.at += 1;
            return Some((number.to_string(), Some(number), LabelKind::Numeral));
        }
        if let Some(number) = enclosed_number(c) {
            self.at += 1;
            return Some((number.to_string(), Some(number), LabelKind::Circled));
        }
        if let Some((number, length)) = raised_number(&self.cells[self.at..]) {
            self.at += length;
            return Some((number.to_string(), Some(number), LabelKind::Superscript));
        }
        if c.is_ascii_digit() {
            let start = self.at;
            while self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
                if self.at - start > 2 {
                    return None;
                }
            }
            let digits: String = self.cells[start..self.at].iter().map(|cell| cell.1).collect();
            let number: u32 = digits.parse().ok()?;
            let mut label = number.to_string();
            // 注1a and 注1-2 are marks of their own.
            if framed
                && self.peek().is_some_and(|c| c.is_ascii_lowercase())
                && !self.after().is_some_and(|c| c.is_ascii_alphabetic())
            {
                label.extend(self.peek());
                self.at += 1;
            } else if framed && self.peek() == Some('-') && self.after().is_some_and(|c| c.is_ascii_digit()) {
                label.push('-');
                label.extend(self.after());
                self.at += 2;
            }
            return Some((label, Some(number), LabelKind::Digits));
        }
        if let Some((label, number, kind)) = raised_label(&self.cells[self.at..]) {
            self.at += label.len();
            return Some((label, Some(number), kind));
        }
        let closes = |at: usize| self.cells.get(self.at + at).is_some_and(|cell| cell.1 == ')');
        if let Some((label, number)) = roman_numeral(&self.cells[self.at..]).filter(|(label, _)| closes(label.len())) {
            self.at += label.len();
            return Some((label, Some(number), LabelKind::Roman));
        }
        if let Some(number) =
            STEMS.chars().position(|stem| stem == c).filter(|_| framed && open_closes(self.after()) || closes(1))
        {
            self.at += 1;
            return Some((c.to_string(), u32::try_from(number + 1).ok(), LabelKind::Stem));
        }
        if let Some(number) = KANA_ORDER.chars().position(|kana| kana == c).filter(|_| framed || closes(1) || list) {
            self.at += 1;
            return Some((c.to_string(), u32::try_from(number + 1).ok(), LabelKind::Kana));
        }
        if c.is_ascii_alphabetic() && !self.after().is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit)) {
            let rest = &self.cells[self.at + 1..];
            let closed = rest.get(spaces_at(rest)).map(|cell| cell.1);
            let alone = list && matches!(rest.first().map(|cell| cell.1), Some('.' | ' '));
            if framed || closed == Some(')') || alone {
                self.at += 1;
                let lower = c.to_ascii_lowercase();
                return Some((lower.to_string(), Some(u32::from(lower) - u32::from('a') + 1), LabelKind::Letter));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::marker::cells;
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let cells = cells(text, 0);
        at(&cells, MarkScope::Row).map(|mark| (text.chars().take(mark.length).collect(), mark.label))
    }

    #[test]
    fn marks_of_every_style_are_read() {
        for (text, printed, label) in [
            ("注1）知識", "注1）", "1"),
            ("（注 10） リポ", "（注 10）", "10"),
            ("注 1) 細胞", "注 1)", "1"),
            ("※４ 島", "※４", "4"),
            ("#1. 間葉", "#1.", "1"),
            ("(#1)を", "(#1)", "1"),
            ("[用語1] 可視光", "[用語1]", "1"),
            ("*3 春季", "*3", "3"),
            ("＊1：耳石", "＊1：", "1"),
            ("①可視光", "①", "1"),
            ("a) 方法", "a)", "a"),
            ("(1) 甲", "(1)", "1"),
            ("1. 甲", "1.", "1"),
            ("† 甲", "†", "†"),
            ("††甲", "††", "††"),
            ("¹ 甲", "¹", "1"),
            ("ⁱⁱⁱ 甲", "ⁱⁱⁱ", "iii"),
            ("ˣⁱᵛ 甲", "ˣⁱᵛ", "xiv"),
            ("ᵃ 甲", "ᵃ", "a"),
            ("ᵃ⁾ 甲", "ᵃ⁾", "a"),
            ("◆固体", "◆", ""),
            ("注1a 甲", "注1a", "1a"),
            ("注 5 ） と", "注 5 ）", "5"),
            ("〔1〕甲", "〔1〕", "1"),
            ("（※5） 間", "（※5）", "5"),
            ("用語１：甲", "用語１：", "1"),
            ("注１．甲", "注１．", "1"),
            ("【注1】甲", "【注1】", "1"),
            ("⽤語1 甲", "⽤語1", "1"),
        ] {
            assert_eq!(read(text), Some((printed.to_owned(), label.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_sign_before_a_word_is_part_of_its_mark() {
        for (text, printed, label) in [
            ("*注1 前浜", "*注1", "1"),
            ("※注２）前浜", "※注２）", "2"),
            ("（＊注 3）前浜", "（＊注 3）", "3"),
            ("†1 前浜", "†1", "1"),
            ("注一）前浜", "注一）", "1"),
            ("注十二 前浜", "注十二", "12"),
            ("<1> 前浜", "<1>", "1"),
            ("︵1︶前浜", "︵1︶", "1"),
        ] {
            assert_eq!(read(text), Some((printed.to_owned(), label.to_owned())), "{text}");
        }
        for word in ["注一般に", "注三角形", "*注意", "※注目される"] {
            assert_eq!(read(word), None, "{word}");
        }
    }

    #[test]
    fn numbers_before_a_space_are_marks_only_in_lists() {
        for (text, length, label) in [
            ("1 前浜：砂浜", 1, "1"),
            ("１　前浜：砂浜", 1, "1"),
            ("a. 前浜：砂浜", 2, "a"),
            ("A 前浜：砂浜", 1, "a"),
            ("Ⅱ. 前浜", 2, "2"),
            ("Ⅲ 前浜", 1, "3"),
            ("ア 前浜", 1, "ア"),
            ("イ、前浜", 2, "イ"),
        ] {
            let cells = cells(text, 0);
            let mark = at(&cells, MarkScope::List).map(|mark| (mark.length, mark.label));
            assert_eq!(mark, Some((length, label.to_owned())), "{text}");
            assert_eq!(at(&cells, MarkScope::Row), None, "{text}");
        }
        for text in ["1倍", "12 345", "アミノ酸", "DNA 甲", "a方法", "3", "5.5 度"] {
            assert_eq!(at(&cells(text, 0), MarkScope::List), None, "{text}");
        }
    }

    #[test]
    fn invisible_characters_before_and_inside_marks_are_passed_over() {
        for text in ["\u{200b}注1）甲", "\u{feff}注1）甲", "注\u{200e}1\u{fe0f}）甲", "\u{2060}注\u{ad}1）\u{200d}甲"]
        {
            let mark = at(&cells(text, 0), MarkScope::Row).map(|mark| (mark.length, mark.label));
            assert_eq!(mark, Some((3, "1".to_owned())), "{text:?}");
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_is_none() {
        assert_eq!(read(&format!("注{}1 甲", " ".repeat(SPACES + 1))), None, "no mark is spread that far");
        for text in
            ["1.5倍", "2024年", "a方法", "12時間", "注意する", "(1", "123) 甲", "ABC) 甲", "ⁱⁱⁱⁱ 甲", "ᵃᵇ 甲", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
