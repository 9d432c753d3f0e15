//! Converts the content of superscripts and subscripts to Unicode superscript and subscript characters.

/// Characters with their superscript and subscript forms (Unicode: Superscripts and Subscripts, Latin-1, modifier letters).
const FORMS: &[(char, Option<char>, Option<char>)] = &[
    ('0', Some('⁰'), Some('₀')),
    ('1', Some('¹'), Some('₁')),
    ('2', Some('²'), Some('₂')),
    ('3', Some('³'), Some('₃')),
    ('4', Some('⁴'), Some('₄')),
    ('5', Some('⁵'), Some('₅')),
    ('6', Some('⁶'), Some('₆')),
    ('7', Some('⁷'), Some('₇')),
    ('8', Some('⁸'), Some('₈')),
    ('9', Some('⁹'), Some('₉')),
    ('+', Some('⁺'), Some('₊')),
    ('＋', Some('⁺'), Some('₊')),
    ('-', Some('⁻'), Some('₋')),
    ('−', Some('⁻'), Some('₋')),
    ('–', Some('⁻'), Some('₋')),
    ('－', Some('⁻'), Some('₋')),
    ('=', Some('⁼'), Some('₌')),
    ('(', Some('⁽'), Some('₍')),
    (')', Some('⁾'), Some('₎')),
    ('n', Some('ⁿ'), Some('ₙ')),
    ('i', Some('ⁱ'), Some('ᵢ')),
    ('a', Some('ᵃ'), Some('ₐ')),
    ('e', Some('ᵉ'), Some('ₑ')),
    ('b', Some('ᵇ'), None),
    ('c', Some('ᶜ'), None),
    ('d', Some('ᵈ'), None),
    ('f', Some('ᶠ'), None),
    ('g', Some('ᵍ'), None),
    ('h', Some('ʰ'), None),
    ('j', Some('ʲ'), None),
    ('k', Some('ᵏ'), Some('ₖ')),
    ('m', Some('ᵐ'), Some('ₘ')),
    ('o', Some('ᵒ'), Some('ₒ')),
    ('p', Some('ᵖ'), Some('ₚ')),
    ('s', Some('ˢ'), Some('ₛ')),
    ('t', Some('ᵗ'), Some('ₜ')),
    ('x', Some('ˣ'), Some('ₓ')),
    ('v', Some('ᵛ'), Some('ᵥ')),
    ('l', Some('ˡ'), Some('ₗ')),
    ('０', Some('⁰'), Some('₀')),
    ('１', Some('¹'), Some('₁')),
    ('２', Some('²'), Some('₂')),
    ('３', Some('³'), Some('₃')),
    ('４', Some('⁴'), Some('₄')),
    ('５', Some('⁵'), Some('₅')),
    ('６', Some('⁶'), Some('₆')),
    ('７', Some('⁷'), Some('₇')),
    ('８', Some('⁸'), Some('₈')),
    ('９', Some('⁹'), Some('₉')),
];

/// Position of characters relative to the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BaselineShift {
    /// Above the baseline, like exponents and note marks.
    Superscript,
    /// Below the baseline, as in chemical formulas.
    Subscript,
}

/// The Unicode form of `content` if every character has one; otherwise `content` unchanged.
///
/// A comma between superscript digits stays a comma: `1,2` are two note marks. Words (`st` of `1st`) stay unchanged, unless they
/// are the Roman numerals of notes.
pub(super) fn to_unicode(content: &str, shift: BaselineShift) -> String {
    let is_numeral = content.trim().chars().all(|character| matches!(character, 'i' | 'v' | 'x'));
    if !is_numeral && content.chars().filter(|character| character.is_alphabetic()).count() > 1 {
        return content.to_owned();
    }
    words_to_unicode(content, shift)
}

/// Like [`to_unicode`], but converts words too.
pub(super) fn words_to_unicode(content: &str, shift: BaselineShift) -> String {
    let listed = content.chars().any(char::is_numeric);
    let mut shaped = String::with_capacity(content.len() * 2);
    for character in content.trim().chars() {
        let form =
            FORMS.iter().find(|(plain, _, _)| *plain == character).and_then(|(_, raised, lowered)| match shift {
                BaselineShift::Superscript => *raised,
                BaselineShift::Subscript => *lowered,
            });
        match form {
            Some(form) => shaped.push(form),
            None if listed && matches!(character, ',' | '、' | '，') => shaped.push(character),
            None => return content.to_owned(),
        }
    }
    shaped
}
