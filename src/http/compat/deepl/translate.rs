//! `POST /v2/translate`: returns what the memory or a glossary contains for texts.
//!
//! Nothing is translated: if neither contains a text, the answer is an error that names it, and never the text itself.

use std::time::Duration;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::glossaries;
use crate::app::assist::{AssistQuery, AssistText, LOWEST_FLOOR, MemoryMatch, language_of};
use crate::app::glossaries::Glossary;
use crate::http::compat::body;
use crate::http::compat::caller::CompatCaller;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::http::values::language;
use crate::model::{Lang, LangPair};

/// The most texts of a request, as in the protocol.
const MOST_TEXTS: usize = 50;
/// The most characters of a text.
const LONGEST_TEXT: usize = 10_000;
/// The most texts an error names, and the most characters of each.
const NAMED: usize = 5;
const QUOTED: usize = 40;
/// How long the search may take.
const BUDGET: Duration = Duration::from_secs(5);

/// The request. Members that control machine translation are ignored.
#[derive(Debug, Deserialize)]
struct TranslateRequest {
    text: Vec<String>,
    target_lang: String,
    #[serde(default)]
    source_lang: Option<String>,
    #[serde(default)]
    glossary_id: Option<String>,
    #[serde(default)]
    translation_memory_id: Option<String>,
    #[serde(default)]
    translation_memory_threshold: Option<Value>,
    #[serde(default)]
    tag_handling: Option<String>,
}

/// `POST /v2/translate`.
pub(crate) async fn create(
    state: Data<State>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let given: TranslateRequest = body::read(&request, &bytes)?;
    check(&given.text)?;
    let threshold = threshold(given.translation_memory_threshold.as_ref())?;
    let target_lang = language("target_lang", &given.target_lang)?;
    let source_lang = match given.source_lang.as_deref().filter(|given| !given.is_empty()) {
        Some(given) => language("source_lang", given)?,
        // The script is enough to tell Japanese from English.
        None => given.text.first().map_or(Lang::JA, |text| language_of(text)),
    };
    if source_lang.primary() == target_lang.primary() {
        return Err(Problem::invalid(
            "target_lang",
            &format!("`{target_lang}` is the language of the text. Use another target language."),
        ));
    }
    let glossary = match given.glossary_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => Some(glossaries::find(&state, id, &caller).await?),
        None => None,
    };
    let projects = match given.translation_memory_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => {
            let memory = state.service.memory_by_id(id).await?;
            caller.projects(vec![memory.project])?
        }
        None => caller.projects(Vec::new())?,
    };
    let is_marked_up = matches!(given.tag_handling.as_deref(), Some("xml" | "html"));
    let texts: Vec<String> =
        given.text.iter().map(|text| if is_marked_up { plain(text) } else { text.clone() }).collect();
    let mut found = memory_matches(&state, &texts, (&source_lang, &target_lang), projects, threshold).await?;
    if let Some(glossary) = &glossary {
        for (text, found) in texts.iter().zip(&mut found) {
            let term = term(&state, glossary, (&source_lang, &target_lang), text).await?;
            *found = term.or(found.take());
        }
    }
    if let Some(problem) = missing(&given.text, &found, threshold, glossary.as_ref()) {
        return Err(problem);
    }
    let code = source_lang.primary().to_ascii_uppercase();
    let translations: Vec<Value> = found
        .into_iter()
        .flatten()
        .map(|text| if is_marked_up { marked_up(&text) } else { text })
        .map(|text| json!({ "detected_source_language": code, "text": text, "billed_characters": 0 }))
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "translations": translations })))
}

fn check(texts: &[String]) -> Result<(), Problem> {
    let count = texts.len();
    if count == 0 || count > MOST_TEXTS {
        return Err(Problem::invalid(
            "text",
            &format!("has {count} items, 1 to {MOST_TEXTS} are allowed. Send them in several requests."),
        ));
    }
    match texts.iter().position(|text| text.chars().count() > LONGEST_TEXT) {
        Some(index) => {
            let number = index + 1;
            Err(Problem::invalid(
                "text",
                &format!("item {number} has more than {LONGEST_TEXT} characters. Shorten it."),
            ))
        }
        None => Ok(()),
    }
}

/// The lowest score of a match; 100 if the request does not give one.
fn threshold(given: Option<&Value>) -> Result<u8, Problem> {
    let number = match given {
        None | Some(Value::Null) => return Ok(100),
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_u64(),
    };
    let refused = || {
        Problem::invalid("translation_memory_threshold", "must be a whole number from 0 to 100. Leave it out for 100.")
    };
    let number =
        number.and_then(|number| u8::try_from(number).ok()).filter(|number| *number <= 100).ok_or_else(refused)?;
    // The memory is not searched below this score, because matches would have nothing in common with the text.
    Ok(number.max(LOWEST_FLOOR))
}

/// For each text the best match that reaches the threshold, with numbers replaced where that needs no guess.
async fn memory_matches(
    state: &State,
    texts: &[String],
    (source_lang, target_lang): (&Lang, &Lang),
    projects: Vec<String>,
    threshold: u8,
) -> Result<Vec<Option<String>>, Problem> {
    let texts = texts.iter().map(|text| AssistText { text: text.clone(), ..AssistText::default() }).collect();
    let query = AssistQuery {
        projects,
        limit: 1,
        floor: threshold,
        budget: BUDGET,
        ..AssistQuery::new(texts, source_lang.clone(), target_lang.clone())
    };
    let (_, answer) = state.service.assist(query).await?;
    let target = |best: &MemoryMatch| match &best.repaired {
        Some(repaired) => repaired.target.clone(),
        None => best.target.clone(),
    };
    Ok(answer.suggestions.iter().map(|suggestion| suggestion.matches.first().map(target)).collect())
}

/// The translation in a glossary of a text that is one of its terms.
async fn term(
    state: &State,
    glossary: &Glossary,
    (source_lang, target_lang): (&Lang, &Lang),
    text: &str,
) -> Result<Option<String>, Problem> {
    let base = |lang: &Lang| if lang.is_english() { Lang::EN } else { lang.clone() };
    let languages = LangPair { source: base(source_lang), target: base(target_lang) };
    Ok(state.service.glossary_target(glossary, &languages, text).await?)
}

/// The problem of texts without a translation.
fn missing(texts: &[String], found: &[Option<String>], threshold: u8, glossary: Option<&Glossary>) -> Option<Problem> {
    let without: Vec<(usize, &String)> = texts
        .iter()
        .zip(found)
        .enumerate()
        .filter(|(_, (_, found))| found.is_none())
        .map(|(n, (text, _))| (n, text))
        .collect();
    if without.is_empty() {
        return None;
    }
    let named: Vec<String> = without
        .iter()
        .take(NAMED)
        .map(|(index, text)| {
            let cut: String = text.chars().take(QUOTED).collect();
            let more = if text.chars().count() > QUOTED { "…" } else { "" };
            format!("item {} (`{cut}{more}`)", index + 1)
        })
        .collect();
    let more = without.len().saturating_sub(NAMED);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let glossary =
        glossary.map(|glossary| format!(", and glossary `{}` has no such term,", glossary.name)).unwrap_or_default();
    let (count, all) = (without.len(), texts.len());
    Some(Problem::new(
        "no_translation",
        format!(
            "The memory has no match with a score of at least {threshold}{glossary} for {count} of {all} texts: {}{rest}. \
             Taiyaku returns existing translations and translates nothing itself. Translate the texts and add the translations.",
            named.join(", ")
        ),
    ))
}

/// Decodes the entities of marked-up text that has no tags.
fn plain(text: &str) -> String {
    if text.contains('<') {
        return text.to_owned();
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'")];
    let text = entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    // Last, so that the result is not decoded a second time.
    text.replace("&amp;", "&")
}

/// A text escaped for programs that expect markup.
fn marked_up(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{marked_up, plain};

    #[test]
    fn entities_are_decoded_and_tags_are_left() {
        for (given, want) in [
            ("A &amp; B", "A & B"),
            ("&amp;lt;", "&lt;"),
            ("a &lt; b", "a < b"),
            ("<x id=\"1\"></x>&amp;", "<x id=\"1\"></x>&amp;"),
        ] {
            assert_eq!(plain(given), want);
        }
        assert_eq!(marked_up("A & B < C"), "A &amp; B &lt; C");
        assert_eq!(plain(&marked_up("&lt; & >")), "&lt; & >");
    }
}
