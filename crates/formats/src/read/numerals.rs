//! Writes the numbers of list items as letters and Roman numerals.

/// A number as lower-case letters: 1 is `a`, 27 is `aa`.
pub(super) fn alphabetic(mut number: u32) -> String {
    let mut reversed = Vec::new();
    while number > 0 {
        number -= 1;
        reversed.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    reversed.iter().rev().collect()
}

/// A number as a lower-case Roman numeral: 4 is `iv`.
pub(super) fn roman(mut number: u32) -> String {
    const PARTS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, letters) in PARTS {
        while number >= *value {
            out.push_str(letters);
            number -= value;
        }
    }
    out
}
