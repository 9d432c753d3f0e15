//! The character properties that spotting needs, from a table.

use std::sync::LazyLock;

use crate::text::chars::{Class, class, is_invisible};
use crate::text::normal::{is_plain, joins_previous};

/// The properties of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CharTraits(u8);

const UNFOLDED: u8 = 1;
const COMBINING: u8 = 1 << 1;
const IGNORABLE: u8 = 1 << 2;
const KATAKANA: u8 = 1 << 3;
const HIRAGANA: u8 = 1 << 4;
const KANJI: u8 = 1 << 5;
const WORDLIKE: u8 = 1 << 6;
const CONTINUES: u8 = 1 << 7;

impl CharTraits {
    fn of(c: char) -> Self {
        let class = class(c);
        let nothing = is_invisible(c) || (c.is_control() && !c.is_whitespace());
        // Letters of scripts written with spaces: Latin, Greek, digits, other alphabets.
        let wordlike = match class {
            Class::Latin | Class::Digit | Class::Greek => true,
            Class::Other => c.is_alphabetic(),
            Class::Kanji | Class::Hiragana | Class::Katakana | Class::Space => false,
        };
        let traits = [
            (UNFOLDED, is_plain(c)),
            (COMBINING, joins_previous(c)),
            (IGNORABLE, nothing),
            (KATAKANA, class == Class::Katakana),
            (HIRAGANA, class == Class::Hiragana),
            (KANJI, class == Class::Kanji),
            (WORDLIKE, wordlike),
            (CONTINUES, matches!(c, '々' | 'ゝ' | 'ゞ' | 'ー' | 'ｰ')),
        ];
        Self(traits.into_iter().filter(|(_, has)| *has).fold(0, |all, (one, _)| all | one))
    }

    /// Whether folding leaves it unchanged, unless a combining mark follows.
    pub(super) fn is_unfolded(self) -> bool {
        self.0 & UNFOLDED != 0
    }

    /// Whether it combines with the character before: a sound mark or an accent.
    pub(super) fn is_combining(self) -> bool {
        self.0 & COMBINING != 0
    }

    /// Whether it has no width and no meaning.
    pub(super) fn is_ignorable(self) -> bool {
        self.0 & IGNORABLE != 0
    }

    /// Whether it is katakana, or a mark used within katakana.
    pub(super) fn is_katakana(self) -> bool {
        self.0 & KATAKANA != 0
    }

    /// Whether it is hiragana, or a mark that lengthens kana.
    pub(super) fn is_hiragana(self) -> bool {
        self.0 & HIRAGANA != 0
    }

    /// Whether it is kanji.
    pub(super) fn is_kanji(self) -> bool {
        self.0 & KANJI != 0
    }

    /// Whether it is a letter or digit of a script written with spaces.
    pub(super) fn is_wordlike(self) -> bool {
        self.0 & WORDLIKE != 0
    }

    /// Whether this character and `next` belong to one word: runs of katakana, runs of Latin letters and digits, and marks of
    /// repetition or lengthening (人々, こゝろ, らーめん).
    #[inline]
    pub(super) fn runs_into(self, next: Self) -> bool {
        if self.0 & next.0 & (KATAKANA | WORDLIKE) != 0 {
            return true;
        }
        let continued = if next.0 & KANJI == 0 { HIRAGANA } else { KANJI };
        next.0 & CONTINUES != 0 && self.0 & continued != 0
    }
}

static TABLE: LazyLock<Vec<CharTraits>> =
    LazyLock::new(|| (0..=0xFFFF).map(|code| char::from_u32(code).map_or(CharTraits(0), CharTraits::of)).collect());

/// The traits of the characters of the basic plane.
pub(super) fn table() -> &'static [CharTraits] {
    &TABLE
}

/// The traits of `c`.
#[inline]
pub(super) fn traits_of(table: &[CharTraits], c: char) -> CharTraits {
    table.get(c as usize).copied().unwrap_or_else(|| CharTraits::of(c))
}
