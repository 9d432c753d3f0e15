//! The plural of an English name, where it is certain.

use super::english::{is_symbol, second_singular, singular};
use super::word_forms::FORMS;

/// Endings whose plural differs from word to word: those of the table are known, others are not.
const UNCERTAIN: [&str; 11] = ["is", "us", "um", "ix", "a", "f", "fe", "ics", "man", "s", "i"];

/// The plural of a name: its last word in the plural, with the capitals it has. `None` if that is not certain, and for a name
/// that is a plural already.
#[must_use]
pub fn plural(name: &str) -> Option<String> {
    let cut = name.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = (name.get(..cut)?, name.get(cut..)?);
    if !last.is_ascii() || last.len() < 2 || !last.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    if last.chars().all(|c| c.is_ascii_uppercase()) {
        return Some(format!("{name}s"));
    }
    let small = last.to_ascii_lowercase();
    if let Some(listed) = FORMS.plural(&small) {
        // The letters both have in common keep their case.
        let same = small.bytes().zip(listed.bytes()).take_while(|(one, other)| one == other).count();
        return (!is_symbol(last))
            .then(|| format!("{before}{}{}", &last[..same], &listed[same..]))
            .filter(|_| same > 0);
    }
    if FORMS.is_plural(&small) || FORMS.is_single(&small) {
        return None;
    }
    let made = with_ending(last)?;
    let made_small = made.to_ascii_lowercase();
    let back = singular(&made_small) == small || second_singular(&made_small) == Some(&small);
    back.then(|| format!("{before}{made}"))
}

/// A word with the ending of a regular plural.
fn with_ending(word: &str) -> Option<String> {
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let ends = |endings: &[&str]| endings.iter().any(|end| word.ends_with(end));
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !vowel(stem.chars().next_back())) {
        return Some(format!("{stem}ies"));
    }
    if ends(&["ex", "yx", "nx"]) {
        return None;
    }
    if ends(&["ff"]) {
        return Some(format!("{word}s"));
    }
    if ends(&UNCERTAIN) && !ends(&["ss"]) {
        return None;
    }
    if let Some(stem) = word.strip_suffix('o') {
        return vowel(stem.chars().next_back()).then(|| format!("{word}s"));
    }
    Some(if ends(&["x", "ch", "sh", "ss", "z"]) { format!("{word}es") } else { format!("{word}s") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_is_given_where_it_is_certain() {
        for (name, want) in [
            ("cell", Some("cells")),
            ("white mouse", Some("white mice")),
            ("Mouse", Some("Mice")),
            ("study", Some("studies")),
            ("assay", Some("assays")),
            ("stem-cell niche", Some("stem-cell niches")),
            ("lentivirus", Some("lentiviruses")),
            ("hypothesis", Some("hypotheses")),
            ("mass", Some("masses")),
            ("dish", Some("dishes")),
            ("branch", Some("branches")),
            ("stomach", Some("stomachs")),
            ("cliff", Some("cliffs")),
            ("relief", Some("reliefs")),
            ("ratio", Some("ratios")),
            ("tomato", Some("tomatoes")),
            ("carcinoma", Some("carcinomas")),
            ("neuron", Some("neurons")),
            ("criterion", Some("criteria")),
            ("visual cortex", Some("visual cortices")),
            ("time series", Some("time series")),
            ("RNA", Some("RNAs")),
            ("human", Some("humans")),
            ("die", Some("dice")),
            ("Person", Some("People")),
            // Not certain, or plurals already.
            ("cells", None),
            ("mice", None),
            ("bacteria", None),
            ("diabetes", None),
            ("physics", None),
            ("gluteus", None),
            ("agenda", None),
            ("Km7", None),
            ("細胞", None),
            ("a", None),
        ] {
            assert_eq!(plural(name).as_deref(), want, "{name}");
        }
    }
}
