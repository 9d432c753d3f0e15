//! Two English names of one thing in one gloss: moon, natural satellite.

/// Endings of adjectives: behind a comma, an adjective belongs to the noun before it (satellite, natural).
const ADJECTIVES: [&str; 12] = ["al", "ic", "ive", "ous", "ed", "ing", "ary", "ant", "ent", "able", "ible", "less"];

/// Whether two phrases with a comma between them are two names of one thing, the preferred one first.
///
/// For example: moon, natural satellite. One of them must have several words: of two words, the second may say which kind of
/// the first is meant.
#[must_use]
pub fn are_names_of_one_thing(one: &str, other: &str) -> bool {
    let name = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        let last = words.last().copied().unwrap_or_default();
        let plain = |word: &&str| {
            word.chars().filter(char::is_ascii_lowercase).count() >= 2
                && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        };
        let joined =
            ["and", "or", "of", "for", "in", "on", "with", "by", "such", "as", "the", "which", "that", "from", "to"];
        let adjective = ADJECTIVES.iter().any(|ending| last.ends_with(ending));
        words.len() <= 4 && words.iter().all(plain) && !words.iter().any(|word| joined.contains(word)) && !adjective
    };
    let several = one.contains(' ') || other.contains(' ');
    several && name(one) && name(other) && other.starts_with(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_of_one_thing_are_told_from_inverted_names_and_lists() {
        for (one, other, want) in [
            ("moon", "natural satellite", true),
            ("ice shell", "icy crust", true),
            ("Rime ice", "hoarfrost", true),
            ("satellite", "natural", false),
            ("ice", "snow", false),
            ("satellite", "natural and icy", false),
            ("ice shell", "layer of ice", false),
            ("hot spring", "Sample Lake", false),
            ("start, stop", "quick check", false),
            ("ice shell", "1 km", false),
        ] {
            assert_eq!(are_names_of_one_thing(one, other), want, "{one}, {other}");
        }
    }
}
