//! Which language the texts of a bilingual file are translated from and into: what the file says, together with the scripts
//! its texts are written in.
//!
//! A header is often left over from a template, so it counts only as far as the texts do not contradict it. Japanese is
//! recognised by kana and kanji; a text without a letter says nothing.

use super::item::Fault;
use super::language::has_japanese;
use crate::model::Lang;

/// How many units of a file are looked at.
pub(super) const SAMPLE: usize = 100;

/// How many units with labelled texts say something.
const LABELLED: usize = 3;

/// Languages that are written with kanji, or together with them.
const WITH_KANJI: [&str; 5] = ["ja", "zh", "yue", "ko", "lzh"];

/// The scripts of the first units of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Scripts {
    source: Tally,
    target: Tally,
    count: usize,
}

/// How many texts are Japanese, and how many are in other letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    japanese: usize,
    other: usize,
}

impl Tally {
    fn add(&mut self, text: &str) {
        if has_japanese(text) {
            self.japanese += 1;
        } else if text.chars().any(char::is_alphabetic) {
            self.other += 1;
        }
    }

    /// Whether most texts are Japanese; none if no text says.
    fn is_japanese(self) -> Option<bool> {
        (self.japanese + self.other > 0).then_some(self.japanese >= self.other)
    }

    /// Whether four of five texts are Japanese.
    fn is_surely_japanese(self) -> bool {
        self.japanese > 0 && self.japanese >= 4 * self.other
    }

    /// Whether there are texts, and none is Japanese.
    fn is_never_japanese(self) -> bool {
        self.japanese == 0 && self.other > 0
    }
}

impl Scripts {
    /// Looks at a unit; an empty translation says nothing.
    pub(super) fn add(&mut self, source: &str, target: &str) {
        if self.count < SAMPLE {
            self.count += 1;
            self.source.add(source);
            self.target.add(target);
        }
    }

    /// How many units have been looked at.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The languages of a file that names these.
    pub(super) fn direction(&self, source: Option<Lang>, target: Option<Lang>) -> Result<(Lang, Lang), Fault> {
        let of_script = |is_japanese: bool| if is_japanese { Lang::JA } else { Lang::EN };
        let (source, target) = match (source, target) {
            (Some(source), Some(target)) => (source, target),
            (None, Some(target)) => {
                let source = self.source.is_japanese().map_or(Lang::EN, of_script);
                if source == target && target.is_japanese() {
                    let problem = "its source texts are Japanese";
                    return Err(Fault::LanguagesContradict { source_lang: Lang::EN, target_lang: target, problem });
                }
                (source, target)
            }
            (Some(source), None) => {
                let target = match (self.target.is_japanese(), source.is_japanese()) {
                    (_, true) => Lang::EN,
                    (Some(true), false) => Lang::JA,
                    (_, false) if self.source.is_surely_japanese() => Lang::JA,
                    _ => return Err(no_target()),
                };
                (source, target)
            }
            (None, None) => match (self.source.is_japanese(), self.target.is_japanese()) {
                (Some(true), _) => (Lang::JA, Lang::EN),
                (Some(false), Some(true)) => (Lang::EN, Lang::JA),
                _ => return Err(no_target()),
            },
        };
        self.agree_with(&source, &target)?;
        if source == target {
            return Err(Fault::SameLanguage { lang: source });
        }
        Ok((source, target))
    }

    /// The same for a file in which each text is labelled with its language: a few texts prove nothing against that.
    pub(super) fn agree_with_labels(&self, source: &Lang, target: &Lang) -> Result<(), Fault> {
        if self.count < LABELLED { Ok(()) } else { self.agree_with(source, target) }
    }

    /// Whether the texts can be in these languages.
    pub(super) fn agree_with(&self, source: &Lang, target: &Lang) -> Result<(), Fault> {
        let has_kanji = |lang: &Lang| WITH_KANJI.contains(&lang.primary());
        let problem = if !has_kanji(source) && self.source.is_surely_japanese() {
            "its source texts are Japanese"
        } else if !has_kanji(target) && self.target.is_surely_japanese() && self.source.is_never_japanese() {
            "its translations are Japanese and its source texts are not"
        } else {
            return Ok(());
        };
        Err(Fault::LanguagesContradict { source_lang: source.clone(), target_lang: target.clone(), problem })
    }
}

fn no_target() -> Fault {
    Fault::FileLanguage { problem: "The file does not name its target language.".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::Scripts;
    use crate::model::Lang;

    #[test]
    fn languages_are_decided_by_what_the_file_says_and_by_its_scripts() {
        let pairs: &[(&str, &str)] = &[
            ("細胞", "cell"),
            ("cell", "細胞"),
            ("細胞", ""),
            ("cell", ""),
            ("細胞", "細胞"),
            ("cell", "cell"),
            ("12", "12"),
        ];
        for (named, want) in [
            // For each pair of texts above: the languages, or the code of the refusal.
            ("- -", ["ja>en", "en>ja", "ja>en", "language_missing", "ja>en", "language_missing", "language_missing"]),
            (
                "- en",
                ["ja>en", "languages_contradict", "ja>en", "same_language", "ja>en", "same_language", "same_language"],
            ),
            (
                "- ja",
                [
                    "languages_contradict",
                    "en>ja",
                    "languages_contradict",
                    "en>ja",
                    "languages_contradict",
                    "en>ja",
                    "en>ja",
                ],
            ),
            ("ja -", ["ja>en", "languages_contradict", "ja>en", "ja>en", "ja>en", "ja>en", "ja>en"]),
            ("ja en", ["ja>en", "languages_contradict", "ja>en", "ja>en", "ja>en", "ja>en", "ja>en"]),
            (
                "en ja",
                [
                    "languages_contradict",
                    "en>ja",
                    "languages_contradict",
                    "en>ja",
                    "languages_contradict",
                    "en>ja",
                    "en>ja",
                ],
            ),
            ("- de", ["ja>de", "languages_contradict", "ja>de", "en>de", "ja>de", "en>de", "en>de"]),
            ("zh en", ["zh>en", "languages_contradict", "zh>en", "zh>en", "zh>en", "zh>en", "zh>en"]),
        ] {
            let lang = |name: &str| Lang::parse(name).ok();
            let (source, target) = named.split_once(' ').unwrap_or_default();
            for ((one, other), want) in pairs.iter().zip(want) {
                let mut scripts = Scripts::default();
                scripts.add(one, other);
                let got = match scripts.direction(lang(source), lang(target)) {
                    Ok((source, target)) => format!("{source}>{target}"),
                    Err(fault) => fault.code().to_owned(),
                };
                assert_eq!(got, want, "{named}: {one} / {other}");
            }
        }
    }
}
