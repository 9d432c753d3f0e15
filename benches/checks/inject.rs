//! Inserts one error into a number of a good translation. Numbers are found by their digits alone, so that the check is not
//! measured by its own parser.

use super::pairs::Pair;

/// Random numbers (splitmix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap()
    }
}

/// Runs of digits, with points and separators between, that no letter touches.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len()
            && (bytes[end].is_ascii_digit()
                || (matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
        {
            end += 1;
        }
        let touches = |byte: Option<&u8>| {
            byte.is_some_and(|byte| {
                byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b'.' | b'/' | b'%' | b'{' | b'}' | b':')
            })
        };
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        if !touches(before)
            && !bytes.get(end).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_' || *byte == b'}')
        {
            found.push((at, end));
        }
        at = end;
    }
    found
}

/// One of the pairs with one error, and its kind; none where the kind does not fit the pair.
pub(crate) fn wrong<'kind>(pairs: &[&Pair], into_english: bool, dice: &mut Dice) -> (&'kind str, Option<Pair>) {
    let pair = pairs[dice.below(pairs.len())];
    let (_, target) = pair.sides(into_english);
    let kinds = ["one digit changed", "number left out", "ten times as much"];
    let kind = dice.below(kinds.len());
    let places = numbers(target);
    if places.is_empty() {
        return (kinds[kind], None);
    }
    let (start, end) = places[dice.below(places.len())];
    let written = &target[start..end];
    let new = match kind {
        0 => {
            let digits: Vec<usize> =
                written.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
            let at = digits[dice.below(digits.len())];
            let old = written.as_bytes()[at] - b'0';
            let new = (usize::from(old) + 1 + dice.below(9)) % 10;
            format!("{}{new}{}", &written[..at], &written[at + 1..])
        }
        1 => String::new(),
        _ => match target[end..].chars().next() {
            Some('万') => {
                return (
                    "ten thousand times as much",
                    Some(with(pair, into_english, (end, end + '万'.len_utf8()), "億")),
                );
            }
            // Ten times nothing is nothing.
            _ if written.contains('.') || written.trim_matches('0').is_empty() => return (kinds[kind], None),
            _ => format!("{written}0"),
        },
    };
    (kinds[kind], Some(with(pair, into_english, (start, end), &new)))
}

fn with(pair: &Pair, into_english: bool, (start, end): (usize, usize), new: &str) -> Pair {
    let change = |text: &str| format!("{}{new}{}", &text[..start], &text[end..]);
    if into_english {
        Pair { en: change(&pair.en), ..pair.clone() }
    } else {
        Pair { ja: change(&pair.ja), ..pair.clone() }
    }
}
