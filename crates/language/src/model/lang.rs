//! Languages as BCP 47 tags (RFC 5646), parsed at the door and trusted inside.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language tag in the case RFC 5646 recommends: `ja`, `en-US`, `zh-Hant-TW`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Cow<'static, str>);

/// Why a text is no language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a BCP 47 language tag{hint}. Use a tag such as `ja`, `en` or `en-GB`.")]
pub struct LangError {
    given: String,
    hint: String,
}

/// Codes people write for languages that have another tag.
const MISTAKEN: &[(&str, &str)] = &[("jp", "ja"), ("cn", "zh"), ("kr", "ko"), ("gr", "el"), ("cz", "cs")];

/// Codes of three letters (ISO 639-2) of languages that have one of two, which is the one of their tag.
const THREE_LETTERS: &[(&str, &str)] = &[
    ("jpn", "ja"),
    ("eng", "en"),
    ("deu", "de"),
    ("ger", "de"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("rus", "ru"),
    ("kor", "ko"),
    ("zho", "zh"),
    ("chi", "zh"),
    ("nld", "nl"),
    ("dut", "nl"),
    ("vie", "vi"),
    ("tha", "th"),
    ("ind", "id"),
];

impl Lang {
    /// Japanese, `ja`.
    pub const JA: Self = Self(Cow::Borrowed("ja"));
    /// English, `en`.
    pub const EN: Self = Self(Cow::Borrowed("en"));

    /// Reads a tag; `_` is taken for `-`, case does not matter.
    ///
    /// # Errors
    /// When the text is not well-formed, or is a country code that is often mistaken for a language (`jp`).
    pub fn parse(given: &str) -> Result<Self, LangError> {
        let fail = |hint: &str| LangError { given: given.to_owned(), hint: hint.to_owned() };
        let mut tag = String::with_capacity(given.len());
        let mut after_singleton = false;
        for (index, part) in given.trim().split(['-', '_']).enumerate() {
            if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return Err(fail(""));
            }
            if index == 0 {
                let lower = part.to_ascii_lowercase();
                if lower.len() < 2 || !lower.bytes().all(|b| b.is_ascii_alphabetic()) {
                    return Err(fail(""));
                }
                if let Some((_, right)) = MISTAKEN.iter().find(|(wrong, _)| *wrong == lower) {
                    return Err(fail(&format!(" (did you mean `{right}`?)")));
                }
                let shorter = THREE_LETTERS.iter().find(|(long, _)| *long == lower).map(|(_, short)| *short);
                tag.push_str(shorter.unwrap_or(&lower));
                continue;
            }
            tag.push('-');
            match part.len() {
                _ if after_singleton => tag.push_str(&part.to_ascii_lowercase()),
                2 if part.bytes().all(|b| b.is_ascii_alphabetic()) => tag.push_str(&part.to_ascii_uppercase()),
                4 if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => tag.push_str(&part.to_ascii_lowercase()),
            }
            after_singleton |= part.len() == 1;
        }
        match tag.as_str() {
            "ja" => Ok(Self::JA),
            "en" => Ok(Self::EN),
            _ => Ok(Self(Cow::Owned(tag))),
        }
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether this is Japanese of any region.
    #[must_use]
    pub fn is_japanese(&self) -> bool {
        self.primary() == "ja"
    }

    /// Whether this is English of any region.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.primary() == "en"
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Lang {
    type Err = LangError;
    fn from_str(given: &str) -> Result<Self, LangError> {
        Self::parse(given)
    }
}

impl TryFrom<String> for Lang {
    type Error = LangError;
    fn try_from(given: String) -> Result<Self, LangError> {
        Self::parse(&given)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.into_owned()
    }
}

/// Source and target language of a translation, written `ja-en`, `ja:en` or `ja>en`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LangPair {
    /// Language translated from.
    pub source: Lang,
    /// Language translated into.
    pub target: Lang,
}

impl LangPair {
    /// From Japanese into English.
    pub const JA_EN: Self = Self { source: Lang::JA, target: Lang::EN };

    /// Reads `ja>en`, `ja:en`, or, where both are bare language codes, `ja-en`.
    ///
    /// # Errors
    /// When either side is no language tag or the two are the same language.
    pub fn parse(given: &str) -> Result<Self, LangError> {
        let fail = |hint: &str| LangError { given: given.to_owned(), hint: hint.to_owned() };
        let (source, target) = given
            .split_once(['>', ':'])
            .or_else(|| given.split_once('-').filter(|(_, rest)| !rest.contains('-')))
            .ok_or_else(|| fail(" pair"))?;
        let pair = Self { source: Lang::parse(source)?, target: Lang::parse(target)? };
        if pair.source == pair.target {
            return Err(fail(" pair: source and target are the same"));
        }
        Ok(pair)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_recommended_case_and_country_codes_are_refused() {
        for (given, want) in [
            ("ja", "ja"),
            ("JA", "ja"),
            ("en_us", "en-US"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("en-x-LAB", "en-x-lab"),
            ("eng", "en"),
            ("JPN-JP", "ja-JP"),
            ("ger", "de"),
        ] {
            assert_eq!(Lang::parse(given).unwrap().as_str(), want);
        }
        for given in ["", "jp", "j", "日本語", "en-", "toolongsubtag9"] {
            assert!(Lang::parse(given).is_err(), "{given}");
        }
        assert!(Lang::parse("jp").unwrap_err().to_string().contains("did you mean `ja`"));
    }

    #[test]
    fn a_pair_needs_two_languages() {
        assert_eq!(LangPair::parse("ja-en").unwrap().target, Lang::EN);
        assert_eq!(LangPair::parse("en-GB>ja").unwrap().source.as_str(), "en-GB");
        for given in ["ja", "ja-ja", "ja>", ""] {
            assert!(LangPair::parse(given).is_err(), "{given}");
        }
    }
}
