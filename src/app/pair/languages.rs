//! Says which of two releases is the Japanese and which the English one, by their sentences: listings, tables and addresses, which
//! are the same in every language, do not count.

use crate::extract::RunningSentence;
use crate::text::chars::is_japanese_letter;

/// A Japanese character says about as much as this many English ones.
const DENSITY: f64 = 2.2;
/// Share of its text that is Japanese in a release that is translated at least in part.
const TRANSLATED: f64 = 0.10;
/// Share of Japanese that an English release may quote, of the share in the Japanese one.
const QUOTED: f64 = 0.5;

/// A release with its running text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReleaseText {
    /// Its name.
    pub(super) name: String,
    /// Its whole text.
    pub(super) text: String,
    /// Its sentences, in both languages.
    pub(super) sentences: Vec<RunningSentence>,
}

impl ReleaseText {
    /// The share of the running text that is Japanese, 0 to 1; of all letters if it has no sentences.
    fn japanese_share(&self) -> f64 {
        let (mut japanese, mut all) = (0.0, 0.0);
        for sentence in &self.sentences {
            let is_japanese = sentence.lang.is_japanese();
            #[expect(clippy::cast_precision_loss, reason = "lengths of sentences")]
            let weight = sentence.text.chars().count() as f64 * if is_japanese { DENSITY } else { 1.0 };
            all += weight;
            japanese += if is_japanese { weight } else { 0.0 };
        }
        if self.sentences.is_empty() {
            for c in self.text.chars().filter(|c| c.is_alphabetic()) {
                let weight = if is_japanese_letter(c) { DENSITY } else { 1.0 };
                all += weight;
                japanese += if is_japanese_letter(c) { weight } else { 0.0 };
            }
        }
        if all > 0.0 { japanese / all } else { 0.0 }
    }

    /// Its first sentence in this language, or the beginning of its text.
    fn beginning(&self, is_japanese: bool) -> String {
        let first = self.sentences.iter().find(|sentence| sentence.lang.is_japanese() == is_japanese);
        let line = || self.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        quoted(first.map_or_else(line, |sentence| &sentence.text))
    }
}

/// The most characters of a sentence that a message quotes.
const QUOTE: usize = 40;

/// A sentence as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTE).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("“{short}”")
}

/// Whether `one` is the Japanese of the two releases; if they are not in two languages, why.
pub(super) fn is_first_japanese(one: &ReleaseText, other: &ReleaseText) -> Result<bool, String> {
    let shares = (one.japanese_share(), other.japanese_share());
    let first = shares.0 >= shares.1;
    let (ja, en) = if first { (one, other) } else { (other, one) };
    let (of_ja, of_en) = (f64::max(shares.0, shares.1), f64::min(shares.0, shares.1));
    if of_ja < TRANSLATED {
        return Err(format!(
            "one release must be in Japanese, but both are in English: `{}` begins with {}, and `{}` with {}",
            ja.name,
            ja.beginning(false),
            en.name,
            en.beginning(false)
        ));
    }
    if of_en > QUOTED * of_ja {
        return Err(format!(
            "one release must be in English, but both are in Japanese: `{}` begins with {}, and `{}` with {}",
            ja.name,
            ja.beginning(true),
            en.name,
            en.beginning(true)
        ));
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::running_text;
    use crate::model::Release;

    fn text(name: &str, text: &str) -> ReleaseText {
        let release = Release { text: text.to_owned(), ..Release::default() };
        ReleaseText { name: name.to_owned(), text: text.to_owned(), sentences: running_text(&release) }
    }

    #[test]
    fn listings_do_not_make_a_japanese_release_english() {
        let listing = "lake-sensor --port /dev/ttyUSB0 --interval 600 --output measurements.csv\n".repeat(20);
        let ja = text("ja", &format!("測定の手引き\n\n測定は毎朝行います。記録は紙に書きます。\n\n{listing}"));
        let en = text("en", "Guide to measuring\n\nMeasure every morning. Write the records on paper.\n");
        assert_eq!((is_first_japanese(&ja, &en), is_first_japanese(&en, &ja)), (Ok(true), Ok(false)));
        for (one, language) in [(&ja, "Japanese"), (&en, "English")] {
            let problem = is_first_japanese(one, one).unwrap_err();
            assert!(problem.contains(&format!("both are in {language}")) && problem.contains('“'), "{problem}");
        }
    }
}
