//! Kanji numerals: the value of each, and numbers written in them.

use crate::text::decimal::Decimal;

/// The value of a kanji digit.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// Whether `c` is a kanji digit or a kanji for a power of ten.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || zeros(c).is_some()
}

/// The number of zeros of a kanji for a power of ten.
pub(super) fn zeros(c: char) -> Option<u32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '億' => Some(8),
        '兆' => Some(12),
        '京' => Some(16),
        _ => None,
    }
}

/// The kanji for powers of ten thousand, the largest first.
pub(super) const LARGE: [(char, u32); 4] = [('京', 16), ('兆', 12), ('億', 8), ('万', 4)];

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A whole number digit by digit: 二〇二六.
pub(super) fn row(number: Decimal) -> Option<String> {
    let written = number.to_string();
    written.chars().map(|c| DIGITS.get(c.to_digit(10)? as usize)).collect()
}

/// A whole number with kanji for powers of ten: 二千二十六, 三百五十万.
pub(super) fn spelled(number: Decimal) -> Option<String> {
    if number.is_zero() {
        return None;
    }
    parts(number, |group| {
        let mut out = String::new();
        for (zeros, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = group / zeros % 10;
            if digit > 1 || (digit == 1 && zeros == 1) {
                out.push(DIGITS[digit as usize]);
            }
            if digit > 0 {
                out.push_str(sign);
            }
        }
        out
    })
}

/// A whole number in groups of four digits, each written by `group` and followed by its power: 1億2345万6789.
pub(super) fn parts(number: Decimal, group: impl Fn(u32) -> String) -> Option<String> {
    let written = number.to_string();
    if written.contains('.') || number.reaches(20) {
        return None;
    }
    let mut out = String::new();
    for sign in LARGE.iter().copied().chain([(' ', 0)]) {
        let end = written.len().saturating_sub(sign.1 as usize);
        let four: u32 = written.get(end.saturating_sub(4)..end)?.parse().unwrap_or_default();
        if four > 0 {
            out.push_str(&group(four));
            out.extend((sign.1 > 0).then_some(sign.0));
        }
    }
    Some(if out.is_empty() { "0".to_owned() } else { out })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_kanji() {
        for (number, spelled_out, in_row) in [
            ("12", "十二", "一二"),
            ("2026", "二千二十六", "二〇二六"),
            ("10000", "一万", "一〇〇〇〇"),
            ("3500000", "三百五十万", "三五〇〇〇〇〇"),
            ("111", "百十一", "一一一"),
        ] {
            let number = Decimal::parse(number).unwrap();
            assert_eq!(spelled(number).as_deref(), Some(spelled_out));
            assert_eq!(row(number).as_deref(), Some(in_row));
        }
        let number = Decimal::parse("1200005678").unwrap();
        assert_eq!(parts(number, |group| group.to_string()).as_deref(), Some("12億5678"));
        assert_eq!(spelled(Decimal::parse("1.5").unwrap()), None);
    }
}
