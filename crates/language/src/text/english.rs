//! Comparison forms of English terms: case, hyphens, plurals, names of Greek letters, British and American spelling.

use std::sync::LazyLock;

use daachorse::DoubleArrayAhoCorasick;

use super::chars::has_japanese;
use super::variants::BRITISH_SPELLINGS;
use super::word_forms::FORMS;

/// Months, lower case.
pub const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Greek letters and their names.
const GREEK: &[(char, &str)] = &[
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
];

/// Whether a text is the scientific name of a species, or of a part of one: Anguilla japonica.
#[must_use]
pub fn is_scientific_name(text: &str) -> bool {
    const ENDINGS: [&str; 12] = ["us", "a", "um", "is", "ii", "ae", "i", "ans", "ens", "os", "es", "ys"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let genus = words.first().is_some_and(|word| {
        word.len() >= 4
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().skip(1).all(|c| c.is_ascii_lowercase())
    });
    let species = |word: &&str| {
        word.len() >= 4 && word.bytes().all(|c| c.is_ascii_lowercase()) && ENDINGS.iter().any(|end| word.ends_with(end))
    };
    (2..=3).contains(&words.len()) && genus && words.iter().skip(1).all(species)
}

/// Whether one of two texts is a scientific name and the other a common one: Anguilla japonica, Japanese eel.
#[must_use]
pub fn are_names_of_a_species(one: &str, other: &str) -> bool {
    let common = |text: &str| {
        text.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\''))
            && text.chars().filter(char::is_ascii_lowercase).count() >= 3
    };
    is_scientific_name(one) != is_scientific_name(other) && common(one) && common(other)
}

/// Whether a word is a symbol whose case matters: letters with a digit, or two capitals (`CYP7A1`, `DNA`, `Cdkn1a`).
#[must_use]
pub fn is_symbol(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    letters > 0 && ((digits && !word.contains('-')) || capitals >= 2 || (letters == 1 && capitals == 1))
}

/// Whether a Latin text reads as an abbreviation or symbol rather than words.
#[must_use]
pub fn is_abbreviation(text: &str) -> bool {
    let text = text.trim();
    let count = text.chars().count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = !has_japanese(text)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '‐' | '–' | '/' | '+' | '.' | '\'' | '&' | '−'));
    // microRNA is a word: no abbreviation has four lower-case letters in a row.
    let spelled = text.split(|c: char| !c.is_lowercase()).any(|run| run.chars().count() >= 4);
    if spelled || !plain || !(2..=14).contains(&count) || capitals + digits == 0 || capitals + lower == 0 {
        return false;
    }
    capitals >= 2 || digits > 0 || (capitals == 1 && count <= 4)
}

/// Lower case for every word except symbols, whose case has a meaning.
#[must_use]
pub fn lower(text: &str) -> String {
    // Kana and kanji have no case.
    if text.chars().all(|c| matches!(c, '\u{3000}'..='\u{9FFF}') || (c.is_ascii() && !c.is_ascii_uppercase())) {
        return text.to_owned();
    }
    map_words(text, |word| if is_symbol(word) { word.to_owned() } else { word.to_lowercase() })
}

/// Prepositions between a noun and what specifies it: nucleus of the cell.
pub const PREPOSITIONS: &[&str] = &["of", "in", "for", "by", "from", "to", "with", "on", "at", "between", "against"];

/// The variant form: lower case except for symbols, hyphens as spaces, Greek letters by name, nouns at the end or before a
/// preposition in the singular, American spelling.
#[must_use]
pub fn variant(text: &str) -> String {
    let mut words = variant_words(text);
    if let Some(last) = words.last_mut()
        && !is_symbol(last)
    {
        *last = singular(last);
    }
    joined_variant(&words)
}

/// The variant form with the other singular of the last word: `optical axe` for `optical axes`, whose variant form is `optical
/// axis`.
#[must_use]
pub fn second_variant(text: &str) -> Option<String> {
    let mut words = variant_words(text);
    let last = words.last_mut()?;
    *last = second_singular(last)?.to_owned();
    Some(joined_variant(&words))
}

/// The words of the variant form; the last one is in the number in which it is written.
fn variant_words(text: &str) -> Vec<String> {
    let spaced: String =
        text.chars().map(|c| if matches!(c, '-' | '‐' | '–' | '−' | '_' | '/') { ' ' } else { c }).collect();
    let mut words: Vec<String> = spaced.split_whitespace().map(|word| greek_names(&lower(word))).collect();
    for at in 1..words.len().saturating_sub(1) {
        if PREPOSITIONS.contains(&words[at].as_str()) && !is_symbol(&words[at - 1]) {
            words[at - 1] = singular(&words[at - 1]);
        }
    }
    words
}

fn joined_variant(words: &[String]) -> String {
    words.iter().map(|word| american(word)).collect()
}

/// The singular of a lower-case English noun: that of glossary/english-forms.csv, else judged by its ending. Words in -ss, -us
/// and -is stay.
#[must_use]
pub fn singular(word: &str) -> String {
    let (stem, ending) = singular_parts(word);
    format!("{stem}{ending}")
}

/// The second singular of a plural that two nouns share: axe for axes, whose first singular is axis.
#[must_use]
pub fn second_singular(word: &str) -> Option<&'static str> {
    FORMS.second_singular(word)
}

/// Any other singular a lower-case word may have, be it unlikely: mean for means.
#[must_use]
pub fn possible_singular(word: &str) -> Option<&'static str> {
    FORMS.second_singular(word).or_else(|| FORMS.unlikely_singular(word))
}

/// The infinitive of an irregular past form in lower case: bind for bound.
#[must_use]
pub fn infinitive(word: &str) -> Option<&'static str> {
    FORMS.verb(word)
}

/// Whether a lower-case word may be a plural, judged by its last letter or known as one: cells, nuclei, bacteria, mice, women.
#[must_use]
pub fn may_be_plural(word: &str) -> bool {
    word.ends_with(['s', 'i', 'a', 'e']) || FORMS.is_plural(word)
}

/// The singular of a lower-case English noun as the stem that stays and the ending to append.
#[must_use]
pub fn singular_parts(word: &str) -> (&str, &'static str) {
    if let Some(parts) = FORMS.singular_parts(word) {
        return parts;
    }
    let without = |ending: &str| word.strip_suffix(ending);
    if word.len() < 4 || !word.ends_with('s') || ["ss", "us", "is", "ics"].iter().any(|end| word.ends_with(end)) {
        return (word, "");
    }
    if let Some(stem) = without("ies").filter(|_| word.len() > 4) {
        return (stem, "y");
    }
    if ["ches", "shes", "sses", "xes", "zzes", "tzes"].iter().any(|end| word.ends_with(end)) {
        return (without("es").unwrap_or(word), "");
    }
    (without("s").unwrap_or(word), "")
}

/// Whether a lower-case word has a different American spelling.
#[must_use]
pub fn is_british(word: &str) -> bool {
    BRITISH.as_ref().is_some_and(|british| british.find_iter(word).next().is_some())
}

/// The American spelling of a lower-case word; the pairs are in glossary/variants.csv.
#[must_use]
pub fn american(word: &str) -> String {
    let mut word = word.to_owned();
    if !is_british(&word) {
        return word;
    }
    for (british, us) in BRITISH_SPELLINGS.iter() {
        if word.contains(british) {
            word = word.replace(british, us);
        }
    }
    word
}

/// Finds British spellings. It can always be built: the list is not empty and has no duplicates.
static BRITISH: LazyLock<Option<DoubleArrayAhoCorasick<u32>>> =
    LazyLock::new(|| DoubleArrayAhoCorasick::new(BRITISH_SPELLINGS.iter().map(|(british, _)| british)).ok());

/// Greek letters replaced by their names.
#[must_use]
pub fn greek_names(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() || c >= '\u{3000}' {
            out.push(c);
            continue;
        }
        let small = match c {
            'µ' => 'μ',
            'ς' => 'σ',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        match GREEK.iter().find(|(letter, _)| *letter == small) {
            Some((_, name)) => out.push_str(name),
            None => out.push(c),
        }
    }
    out
}

/// `text` with its first letter capitalised.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn map_words(text: &str, change: impl Fn(&str) -> String) -> String {
    text.split(' ').map(change).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_term_share_a_form_and_symbols_keep_their_case() {
        for (a, b) in [
            ("Signal-to-noise ratio", "signal to noise ratios"),
            ("interferon-γ", "Interferon gamma"),
            ("tumour", "tumors"),
            ("Cell-free protein syntheses", "cell free protein syntheses"),
            ("fibres", "fiber"),
            ("biopsies", "biopsy"),
            ("metastases", "metastasis"),
            ("analyses", "analysis"),
            ("boxes", "box"),
            ("visual cortices", "visual cortex"),
            ("nuclei", "nucleus"),
            ("bacteria", "bacterium"),
            ("white mice", "white mouse"),
            ("Women in labor", "woman in labour"),
            ("nuclei of cells", "nucleus of cell"),
            ("stem cells", "stem cell"),
            ("red blood cells", "Red blood cell"),
            ("cell-free", "cell free"),
            ("T-cells", "T cell"),
            ("half-lives", "half-life"),
            ("adenoviruses", "adenovirus"),
            ("microlenses", "microlens"),
            ("oestrogens", "estrogen"),
            ("foetuses", "fetus"),
            ("optimise", "optimize"),
            ("characterise", "characterize"),
            ("oxidises", "oxidizes"),
            ("sizes", "size"),
            ("caches", "cache"),
            ("volcanoes", "volcano"),
            ("shoes", "shoe"),
        ] {
            assert_eq!(variant(a), variant(b), "{a} {b}");
        }
        for (a, b) in [
            ("Cdkn1a", "CDKN1A"),
            ("virus", "viru"),
            ("analysis", "analysi"),
            ("C", "c"),
            ("physics", "physic"),
            ("species", "specie"),
            ("series", "serie"),
            ("news", "new"),
            ("gas", "gase"),
            ("gases", "gase"),
            ("buses", "buse"),
            ("lens", "len"),
            ("process", "proces"),
            ("means", "mean"),
            ("diabetes", "diabete"),
            ("axe", "axis"),
            ("base", "basis"),
            ("specimen", "speciman"),
            ("pumice", "pumouse"),
            ("ligases", "ligas"),
            ("databases", "databasis"),
            ("glucoses", "glucosis"),
            ("noise", "noize"),
        ] {
            assert_ne!(variant(a), variant(b), "{a} {b}");
        }
    }

    #[test]
    fn a_plural_of_two_nouns_has_both_singulars() {
        for (text, first, second) in [
            ("optical axes", "opticalaxis", Some("opticalaxe")),
            ("nucleic acid bases", "nucleicacidbase", Some("nucleicacidbasis")),
            ("ellipses", "ellipsis", Some("ellipse")),
            ("means", "means", None),
            ("cells", "cell", None),
        ] {
            assert_eq!(variant(text), first, "{text}");
            assert_eq!(second_variant(text).as_deref(), second, "{text}");
        }
        assert_eq!(possible_singular("means"), Some("mean"));
    }

    #[test]
    fn irregular_past_forms_have_an_infinitive() {
        for (form, base) in
            [("bound", "bind"), ("grown", "grow"), ("arose", "arise"), ("swum", "swim"), ("held", "hold")]
        {
            assert_eq!(infinitive(form), Some(base), "{form}");
        }
        for word in ["bind", "binding", "cell", "inhibited"] {
            assert_eq!(infinitive(word), None, "{word}");
        }
    }

    #[test]
    fn abbreviations_are_told_from_words() {
        for text in ["SSRI", "IL-1B", "mPFC", "DNA", "Dox", "CYP7A1", "scRNA-seq", "gRNA"] {
            assert!(is_abbreviation(text), "{text}");
        }
        for text in ["flux", "zonation", "slow slip", "Gini coefficient", "A", "2024"] {
            assert!(!is_abbreviation(text), "{text}");
        }
    }
}
