//! English inflection: gives a new name the capitals, number and article of the one it replaces, if that is certain.
//!
//! A repair of suggestions is more careful in another way: it takes a name that differs from the old one in spelling, but
//! leaves articles as they are. Here the text is a person's own, and articles change too.

use crate::model::Span;
use crate::text::english::{capitalised, possible_singular, singular};
use crate::text::normal::normal;
use crate::text::plural::plural;

/// `new` with the capitals and the number that `written` has compared with `old`; `None` if that is not certain.
pub(super) fn inflected(written: &str, old: &str, new: &str) -> Option<String> {
    let (written, old) = (normal(written), normal(old));
    let same = written.to_lowercase() == old.to_lowercase();
    let made = if same {
        new.to_owned()
    } else if is_plural(&written, &old) {
        plural(new)?
    } else {
        return None;
    };
    // A capital at the start is carried over; other capitals that the old name lacks have an unknown reason.
    let capitals = |text: &str| text.chars().skip(1).any(char::is_uppercase);
    let (first, usual) = (written.chars().next()?, old.chars().next()?);
    if capitals(&written) && !capitals(&old) {
        return None;
    }
    let raised = first.is_uppercase() && usual.is_lowercase();
    Some(if raised { capitalised(&made) } else { made })
}

/// Whether `written` is the plural of `name`.
fn is_plural(written: &str, name: &str) -> bool {
    let (written, name) = (written.to_lowercase(), name.to_lowercase());
    let cut = |text: &str| text.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (w, n) = (cut(&written), cut(&name));
    written.get(..w) == name.get(..n)
        && written.get(w..) != name.get(n..)
        && (written.get(w..).map(singular).as_deref() == name.get(n..)
            || written.get(w..).and_then(possible_singular) == name.get(n..))
}

/// The change together with the article before it, if the article must change too; `None` if its form is not certain.
pub(super) fn with_article(text: &str, span: Span, new: String) -> Option<(Span, String)> {
    let before = text.get(..span.start)?;
    let Some(tight) = before.strip_suffix(' ') else { return Some((span, new)) };
    let start = tight
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + tight.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let article = tight.get(start..)?;
    if !matches!(article, "a" | "an" | "A" | "An") {
        return Some((span, new));
    }
    let expected = if starts_with_vowel_sound(&new)? { "an" } else { "a" };
    if article.eq_ignore_ascii_case(expected) {
        return Some((span, new));
    }
    let article = if article.starts_with('A') { capitalised(expected) } else { expected.to_owned() };
    Some((Span::new(start, span.end), format!("{article} {new}")))
}

/// Whether a word starts with a vowel sound; `None` if its letters do not tell.
fn starts_with_vowel_sound(word: &str) -> Option<bool> {
    let mut chars = word.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    // Symbols and abbreviations may be read letter by letter or as words; h, u, eu and one go either way.
    if second.is_uppercase() || second.is_ascii_digit() || !first.is_ascii_alphabetic() {
        return None;
    }
    match first.to_ascii_lowercase() {
        'h' | 'u' => None,
        'e' if second == 'u' => None,
        'o' if word.to_lowercase().starts_with("one") => None,
        'a' | 'e' | 'i' | 'o' => Some(true),
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_form_of_the_one_it_replaces_if_that_is_certain() {
        for (written, old, new, want) in [
            ("neural nets", "neural net", "neural network", Some("neural networks")),
            ("Neural net", "neural net", "artificial neural network", Some("Artificial neural network")),
            ("arteries", "artery", "nucleus", Some("nuclei")),
            ("GPCRs", "GPCR", "receptor", Some("receptors")),
            ("dogs", "dog", "virus", Some("viruses")),
            ("Mice", "mouse", "rat", Some("Rats")),
            ("rats", "rat", "mouse", Some("mice")),
            ("axes", "axe", "knife", Some("knives")),
            ("bases", "basis", "foundation", Some("foundations")),
            ("cells", "cell", "gluteus", None),
            ("mouse", "mice", "rat", None),
            ("arterial", "artery", "vessel", None),
            ("NEURAL NET", "neural net", "network", None),
            ("analyses", "analysis", "study", Some("studies")),
            ("tumors", "tumor", "RNA", Some("RNAs")),
        ] {
            assert_eq!(inflected(written, old, new).as_deref(), want, "{written}");
        }
    }

    #[test]
    fn an_article_changes_with_the_name_where_its_sound_is_certain() {
        for (text, place, new, want) in [
            ("It is a net.", "net", "artificial net", Some("It is an artificial net.")),
            ("An old net", "old net", "net", Some("A net")),
            ("the net", "net", "atom", Some("the atom")),
            ("a net", "net", "hour", None),
            ("data net", "net", "atom", Some("data atom")),
        ] {
            let start = text.find(place).unwrap();
            let span = Span::new(start, start + place.len());
            let made = with_article(text, span, new.to_owned())
                .map(|(span, new)| format!("{}{new}{}", &text[..span.start], &text[span.end..]));
            assert_eq!(made.as_deref(), want, "{text}");
        }
    }
}
