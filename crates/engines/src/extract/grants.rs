//! Recognises the numbers of grants, by which a line is about the money of a release: JP22H01234, JPMJPR2061, 課題番号.

use super::rules::RULES;

/// The digits of a number behind the letter of its programme: 22H01234.
const SERIAL: std::ops::RangeInclusive<usize> = 4..=5;

/// Whether a compact row names a grant by its number.
pub(super) fn names_grant(row: &str) -> bool {
    let funds = || RULES.sections.funding.iter().any(|word| row.contains(word.as_str()));
    // jp22h01234 is a number of a grant wherever it stands; without jp, it may be that of a part.
    row.match_indices("jp").any(|(at, _)| begins_word(row, at) && is_number(&row[at + 2..]))
        || row.contains("jpmj")
        || funds()
            && row
                .match_indices(|c: char| c.is_ascii_digit())
                .any(|(at, _)| begins_word(row, at) && is_number(&row[at..]))
}

fn begins_word(row: &str, at: usize) -> bool {
    !row[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/'))
}

/// Whether a text begins with a year of two digits, a letter of a programme, and a serial number.
fn is_number(text: &str) -> bool {
    let mut rest = text.chars().peekable();
    let mut take = |wanted: fn(&char) -> bool, most: usize| {
        let mut count = 0;
        while count < most && rest.next_if(wanted).is_some() {
            count += 1;
        }
        count
    };
    let digit: fn(&char) -> bool = char::is_ascii_digit;
    take(digit, 2) == 2
        && take(char::is_ascii_alphabetic, 1) == 1
        && SERIAL.contains(&take(digit, 6))
        && take(char::is_ascii_alphanumeric, 1) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_grants_are_told_from_other_numbers() {
        for (row, want) in [
            ("科研費基盤研究(b)(22h01234)、若手研究(23k05678)", true),
            ("jspskakenhigrantnumberjp22h01234,jp23k05678;jstprestojpmjpr2061.", true),
            ("(jp22h01234)", true),
            ("助成:22h01234", true),
            ("型番は22h01234である。", false),
            ("日本学術振興会が配る研究費で、科研費とも呼ばれる。", false),
            ("科研費は2022年に2,300億円だった。", false),
            ("助成された装置は22h012345号である。", false),
        ] {
            assert_eq!(names_grant(row), want, "{row}");
        }
    }
}
