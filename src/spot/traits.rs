//! A character in, what finding terms needs to know of it out, from a table.

use std::sync::LazyLock;

use crate::text::chars::{Class, class, is_invisible};
use crate::text::normal::{is_plain, joins_previous};

/// What is known of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Traits(u8);

const PLAIN: u8 = 1;
const JOINS: u8 = 1 << 1;
const NOTHING: u8 = 1 << 2;
const KATAKANA: u8 = 1 << 3;
const HIRAGANA: u8 = 1 << 4;
const KANJI: u8 = 1 << 5;
const WORDLIKE: u8 = 1 << 6;
const CONTINUES: u8 = 1 << 7;

impl Traits {
    fn of(c: char) -> Self {
        let class = class(c);
        let nothing = is_invisible(c) || (c.is_control() && !c.is_whitespace());
        // Letters without spaces' help: Latin, Greek, digits, other alphabets. Superscript digits mark notes.
        let wordlike = match class {
            Class::Latin | Class::Digit | Class::Greek => true,
            Class::Other => c.is_alphabetic(),
            Class::Kanji | Class::Hiragana | Class::Katakana | Class::Space => false,
        };
        let traits = [
            (PLAIN, is_plain(c)),
            (JOINS, joins_previous(c)),
            (NOTHING, nothing),
            (KATAKANA, class == Class::Katakana),
            (HIRAGANA, class == Class::Hiragana),
            (KANJI, class == Class::Kanji),
            (WORDLIKE, wordlike),
            (CONTINUES, matches!(c, '々' | 'ゝ' | 'ゞ' | 'ー' | 'ｰ')),
        ];
        Self(traits.into_iter().filter(|(_, has)| *has).fold(0, |all, (one, _)| all | one))
    }

    /// Whether it is its own comparison form, if nothing joins it.
    pub(super) fn is_plain(self) -> bool {
        self.0 & PLAIN != 0
    }

    /// Whether it belongs to the character before: a sound mark, an accent.
    pub(super) fn joins(self) -> bool {
        self.0 & JOINS != 0
    }

    /// Whether it has no width and no meaning.
    pub(super) fn is_nothing(self) -> bool {
        self.0 & NOTHING != 0
    }

    /// Whether it is katakana, or a mark that stands among katakana.
    pub(super) fn is_katakana(self) -> bool {
        self.0 & KATAKANA != 0
    }

    /// Whether it is hiragana, or a mark that lengthens kana.
    pub(super) fn is_hiragana(self) -> bool {
        self.0 & HIRAGANA != 0
    }

    /// Whether it is a letter or digit of a script that is written with spaces.
    pub(super) fn is_wordlike(self) -> bool {
        self.0 & WORDLIKE != 0
    }

    /// Whether a word that holds this character also holds `next` beside it: runs of katakana, of Latin letters and
    /// digits, and whatever a mark repeats or lengthens (人々, こゝろ, らーめん).
    #[inline]
    pub(super) fn runs_into(self, next: Self) -> bool {
        if self.0 & next.0 & (KATAKANA | WORDLIKE) != 0 {
            return true;
        }
        let continued = if next.0 & KANJI == 0 { HIRAGANA } else { KANJI };
        next.0 & CONTINUES != 0 && self.0 & continued != 0
    }
}

static TABLE: LazyLock<Vec<Traits>> =
    LazyLock::new(|| (0..=0xFFFF).map(|code| char::from_u32(code).map_or(Traits(0), Traits::of)).collect());

/// The traits of the characters of the basic plane.
pub(super) fn table() -> &'static [Traits] {
    &TABLE
}

/// The traits of `c`.
#[inline]
pub(super) fn look_up(table: &[Traits], c: char) -> Traits {
    table.get(c as usize).copied().unwrap_or_else(|| Traits::of(c))
}
