//! Whether a part of a bracket can be a name at all: no code, no keys, no remark, no quantity, no citation.

use crate::text::chars::{Class, class};
use crate::text::english::MONTHS;
use crate::text::word_lists::WORD_LISTS;

/// Whether a text begins with a word with which names do not: especially, including, for.
fn begins_like_a_remark(part: &str) -> bool {
    let lower = part.to_lowercase();
    let mut words = lower.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // in situ, in vivo
    let latin = first == "in" && matches!(second, "situ" | "vivo" | "vitro" | "silico" | "utero");
    !second.is_empty() && !latin && WORD_LISTS.remark_latin.contains(first)
}

/// Whether a text is a key or keys of a keyboard: Control+u, `CTRL-C`.
pub(super) fn is_key(part: &str) -> bool {
    let lower = part.to_lowercase();
    ["ctrl", "control", "alt", "shift", "meta", "cmd"].iter().any(|key| {
        lower.strip_prefix(key).is_some_and(|rest| rest.starts_with(['+', '-']) && rest.chars().count() <= 12)
    })
}

/// Whether a text is code, a file or an option of a command rather than words: `.dsc`, `~/name`, `make -b`.
fn is_code(part: &str) -> bool {
    let name = |word: &str| {
        let marked = word.starts_with(['.', '~', '/', '-', '$', '<', '+', '#']);
        marked && word.chars().any(char::is_alphanumeric)
            || word.contains(['_', '\\', '{', '|', '$'])
            || word.ends_with(')')
                && word.rsplit_once('(').is_some_and(|(name, inside)| {
                    name.chars().any(char::is_alphabetic) && inside.chars().all(|c| c.is_ascii_digit() || c == ')')
                })
            || word.matches('/').count() >= 2
            || word.rsplit_once('.').is_some_and(|(stem, ending)| {
                !stem.is_empty()
                    && (2..=5).contains(&ending.len())
                    && ending.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            })
    };
    part.split_whitespace().any(|word| name(word.trim_end_matches([',', '.'])))
}

/// Whether a Japanese part can be a name: short, not a sentence, not a quantity.
pub(super) fn japanese_name(part: &str) -> bool {
    let count = part.chars().count();
    let hiragana = part.chars().filter(|c| class(*c) == Class::Hiragana).count();
    let starts_number = part.starts_with(|c: char| class(c) == Class::Digit);
    (2..=30).contains(&count)
        && hiragana * 2 <= count
        && !starts_number
        && !part.ends_with(['を', 'が', 'は', 'に', 'で', 'た', 'る', 'す', 'う'])
        && !part.contains(['。', '、', '・', '＝', '→'])
        // A remark on the name, not a name: 英語読みでは….
        && !WORD_LISTS.remark.iter().any(|word| part.starts_with(word) || part.ends_with(word))
        && !["see ", "See ", "see", "See"].iter().any(|word| part.starts_with(word))
        && !["では", "には", "とは", "読み"].iter().any(|word| part.contains(word))
}

/// Whether English words can be a name.
pub(super) fn is_english(part: &str) -> bool {
    let letters = part.chars().filter(|c| class(*c) == Class::Latin).count();
    let lower = part.chars().filter(|c| c.is_lowercase() && class(*c) == Class::Latin).count();
    let total = part.chars().filter(|c| class(*c) != Class::Space).count();
    let words: Vec<&str> = part.split_whitespace().collect();
    let longest = words.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).max().unwrap_or(0);
    if is_code(part)
        || is_key(part)
        || begins_like_a_remark(part)
        || letters < 3
        || lower < 2 && letters < 4
        || letters * 10 < total * 6
        || words.len() > 14
        || longest < 3
    {
        return false;
    }
    let folded = part.to_lowercase();
    let quantity = part.starts_with(|c: char| c.is_ascii_digit()) && words.len() <= 2 && lower <= 4
        || part.contains(['=', '＝', '<', '>', '±', '%', '％', '°']);
    let citation = folded.contains("et al")
        || folded.contains("doi")
        || folded.contains("vol.")
        || folded.starts_with("fig") && folded.chars().any(|c| c.is_ascii_digit())
        || ends_in_year(part);
    let month = MONTHS.iter().any(|month| folded.starts_with(*month) && folded.chars().any(|c| c.is_ascii_digit()));
    !quantity && !citation && !month && !folded.starts_with("see ") && !folded.starts_with("e.g")
}

fn ends_in_year(part: &str) -> bool {
    let digits: String = part.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.len() == 4 && (digits.ends_with('1') || digits.ends_with('2'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_keys_and_remarks_are_no_names() {
        for (text, want) in [
            ("heat flux", true),
            ("in situ hybridization", true),
            ("input/output ratio", true),
            ("especially discs", false),
            (".conf", false),
            ("~/papers/gene", false),
            ("make -b", false),
            ("regex(7)", false),
            ("Ctrl-C", false),
            ("May 2024", false),
        ] {
            assert_eq!(is_english(text), want, "{text}");
        }
        assert!(japanese_name("検出限界") && !japanese_name("2.6以降") && !japanese_name("英語読みではマイオン"));
    }
}
