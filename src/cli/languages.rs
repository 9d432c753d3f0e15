//! `--from` and `--into`: the languages of a translation on the command line, with what is assumed where one is missing.

use crate::app::AppError;
use crate::model::{Lang, LangPair};

/// Parses a language tag.
pub(super) fn language(tag: &str) -> Result<Lang, String> {
    Lang::parse(tag).map_err(|error| error.to_string().trim_end_matches('.').to_owned())
}

/// The language on the other side of a translation: English for Japanese, Japanese for everything else.
pub(super) fn other(lang: &Lang) -> Lang {
    if lang.is_japanese() { Lang::EN } else { Lang::JA }
}

/// The direction of a translation. `usual` is the source language assumed where neither is given.
pub(super) fn direction(from: Option<&Lang>, into: Option<&Lang>, usual: Lang) -> Result<LangPair, AppError> {
    let (source, target) = match (from.cloned(), into.cloned()) {
        (Some(from), Some(into)) => (from, into),
        (Some(from), None) => (from.clone(), other(&from)),
        (None, Some(into)) if into.primary() == usual.primary() => (other(&into), into),
        (None, Some(into)) => (usual, into),
        (None, None) => (usual.clone(), other(&usual)),
    };
    if source == target {
        let problem = format!("`{target}` is the source language too; name another target language");
        return Err(AppError::InvalidRequest { field: "into", problem });
    }
    Ok(LangPair { source, target })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_is_the_other_side_of_the_one_given() {
        for (from, into, usual, want) in [
            (None, None, "ja", "ja en"),
            (None, None, "en", "en ja"),
            (Some("en-GB"), None, "ja", "en-GB ja"),
            (Some("ja"), None, "en", "ja en"),
            (None, Some("ja"), "ja", "en ja"),
            (None, Some("en-US"), "ja", "ja en-US"),
            (Some("de"), Some("ja"), "ja", "de ja"),
        ] {
            let lang = |tag: &str| Lang::parse(tag).unwrap();
            let (from, into) = (from.map(lang), into.map(lang));
            let pair = direction(from.as_ref(), into.as_ref(), lang(usual)).unwrap();
            assert_eq!(format!("{} {}", pair.source, pair.target), want);
        }
        assert!(direction(Some(&Lang::JA), Some(&Lang::JA), Lang::JA).is_err());
    }
}
