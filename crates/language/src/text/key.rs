//! The keys by which terms are stored and looked up. `Key::new` is the only way to make one.

use super::chars::{Class, class, has_japanese, is_japanese};
use super::{english, kana, normal, writing};
use crate::model::Lang;

/// Version of the rules by which keys are made. Stored beside the keys of terms and dictionaries; a change rebuilds them.
pub const VERSION: &str = "4";

/// The keys of a term: equal exact keys mean the same term, equal variant keys mean variants of one term.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The term after normalisation (N1), without spaces beside Japanese, case folded except for symbols.
    pub exact: String,
    /// The exact key with spelling variants folded too. Japanese terms with equal variant keys may still be different
    /// words; see [`writing::contradict`].
    pub variant: String,
}

impl Key {
    /// The keys of `text` in `lang`; `None` if nothing is left after normalisation.
    #[must_use]
    pub fn new(text: &str, lang: &Lang) -> Option<Self> {
        let folded = normal::normal(text);
        let tight = tighten(&folded);
        if tight.is_empty() {
            return None;
        }
        let exact = english::lower(&tight);
        let variant = if lang.is_english() && !has_japanese(&tight) {
            english::variant(&tight)
        } else {
            let loose: String = exact.chars().filter(|c| !matches!(c, ' ' | '-' | '·')).collect();
            writing::fold(&english::greek_names(&loose))
        };
        let variant = if variant.is_empty() { exact.clone() } else { variant };
        Some(Self { exact, variant })
    }

    /// The variant key of an English text whose last word is the plural of two nouns, read as that of the second: axe for axes.
    #[must_use]
    pub fn second_variant(text: &str, lang: &Lang) -> Option<String> {
        let is_english = lang.is_english() && !has_japanese(text);
        is_english.then(|| english::second_variant(&tighten(&normal::normal(text)))).flatten()
    }
}

/// The key of a reading: its katakana only, without ・.
#[must_use]
pub fn reading_key(reading: &str) -> String {
    kana::katakana(&normal::normal(reading)).chars().filter(|c| class(*c) == Class::Katakana && *c != '・').collect()
}

/// Drops spaces beside Japanese characters and inside brackets.
fn tighten(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        if c == ' ' {
            let beside = |index: Option<usize>| {
                index
                    .and_then(|index| chars.get(index))
                    .is_some_and(|&c| is_japanese(c) || matches!(c, '(' | ')' | '/' | ','))
            };
            if beside(at.checked_sub(1)) || beside(Some(at + 1)) {
                continue;
            }
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_term_share_a_key() {
        for (lang, a, b) in [
            (Lang::JA, "医⻭学", "医歯学"),
            (Lang::JA, "IL-1 シグナル", "IL-1シグナル"),
            (Lang::JA, "ｶﾞｰﾈｯﾄ型", "ガーネット型"),
            (Lang::JA, "ＬＤＬ コレステロール", "LDLコレステロール"),
            (Lang::EN, "Knowledge  Distillation", "knowledge distillation"),
        ] {
            assert_eq!(Key::new(a, &lang).unwrap().exact, Key::new(b, &lang).unwrap().exact, "{a} {b}");
        }
    }

    #[test]
    fn variants_share_the_variant_key_and_only_that() {
        for (lang, a, b) in [
            (Lang::JA, "コンピューター", "コンピュータ"),
            (Lang::JA, "LDL-コレステロール", "LDLコレステロール"),
            (Lang::EN, "cell-free synthesis", "cell free synthesis"),
        ] {
            let (a, b) = (Key::new(a, &lang).unwrap(), Key::new(b, &lang).unwrap());
            assert_eq!(a.variant, b.variant);
            assert_ne!(a.exact, b.exact);
        }
        assert_ne!(Key::new("Cdkn1a", &Lang::EN), Key::new("CDKN1A", &Lang::EN));
        assert_eq!(Key::new(" \u{200B} ", &Lang::JA), None);
    }
}
