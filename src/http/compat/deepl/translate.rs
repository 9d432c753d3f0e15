//! `POST /v2/translate`: texts in, what the memory or a glossary holds for them out. Nothing is translated: where neither
//! holds a text, the answer is an error that names it, and never the text itself.

use std::time::Duration;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use super::glossaries;
use crate::app::assist::{AssistQuery, AssistText, LOWEST_FLOOR, language_of};
use crate::app::glossaries::Glossary;
use crate::http::compat::asker::Asker;
use crate::http::compat::body;
use crate::http::parameters::language;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::{Lang, LangPair};

/// The most texts at once, as the protocol has it.
const MOST_TEXTS: usize = 50;
/// The most characters of a text.
const LONGEST_TEXT: usize = 10_000;
/// The most texts an error names, and the most characters of each.
const NAMED: usize = 5;
const QUOTED: usize = 40;
/// How long looking may take.
const BUDGET: Duration = Duration::from_secs(5);

/// What is asked. Members that tell a machine how to translate mean nothing here and are passed over.
#[derive(Debug, Deserialize)]
struct Asked {
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
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let asked: Asked = body::read(&request, &bytes)?;
    check(&asked.text)?;
    let threshold = threshold(asked.translation_memory_threshold.as_ref())?;
    let target_lang = language("target_lang", &asked.target_lang)?;
    let source_lang = match asked.source_lang.as_deref().filter(|given| !given.is_empty()) {
        Some(given) => language("source_lang", given)?,
        // Neither language of a pair is told from the other by more than its script.
        None => asked.text.first().map_or(Lang::JA, |text| language_of(text)),
    };
    if source_lang.primary() == target_lang.primary() {
        return Err(Problem::invalid("target_lang", &format!("`{target_lang}` is the language of the text.")));
    }
    let glossary = match asked.glossary_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => Some(glossaries::found(&state, id, &asker).await?),
        None => None,
    };
    let projects = match asked.translation_memory_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => {
            let memory = state.service.memory_by_id(id).await?;
            asker.projects(vec![memory.project])?
        }
        None => asker.projects(Vec::new())?,
    };
    let is_marked_up = matches!(asked.tag_handling.as_deref(), Some("xml" | "html"));
    let texts: Vec<String> =
        asked.text.iter().map(|text| if is_marked_up { plain(text) } else { text.clone() }).collect();
    let mut found = remembered(&state, &texts, (&source_lang, &target_lang), projects, threshold).await?;
    if let Some(glossary) = &glossary {
        for (text, found) in texts.iter().zip(&mut found) {
            let term = term(&state, glossary, (&source_lang, &target_lang), text).await?;
            *found = term.or(found.take());
        }
    }
    if let Some(problem) = missing(&asked.text, &found, threshold, glossary.as_ref()) {
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
        return Err(Problem::invalid("text", &format!("{count} are given, 1 to {MOST_TEXTS} are taken at once.")));
    }
    match texts.iter().position(|text| text.chars().count() > LONGEST_TEXT) {
        Some(index) => {
            let number = index + 1;
            Err(Problem::invalid("text", &format!("number {number} has more than {LONGEST_TEXT} characters. Cut it.")))
        }
        None => Ok(()),
    }
}

/// From which score on a remembered translation counts; only what is exactly the same without.
fn threshold(given: Option<&Value>) -> Result<u8, Problem> {
    let number = match given {
        None | Some(Value::Null) => return Ok(100),
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_u64(),
    };
    let refused = || {
        Problem::invalid(
            "translation_memory_threshold",
            "is a whole number from 0 to 100. Give such a one, or none for 100.",
        )
    };
    let number =
        number.and_then(|number| u8::try_from(number).ok()).filter(|number| *number <= 100).ok_or_else(refused)?;
    // Below this nothing is looked for: what would be found has nothing in common with the text.
    Ok(number.max(LOWEST_FLOOR))
}

/// For each text the best remembered translation that reaches the threshold, with its numbers put in where that needs no
/// guess.
async fn remembered(
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
    let best = answer.suggestions.into_iter().map(|suggestion| suggestion.matches.into_iter().next());
    Ok(best.map(|best| best.map(|best| best.repaired.map_or(best.target, |repaired| repaired.target))).collect())
}

/// What a glossary calls a text that is one of its terms.
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

/// The problem of texts nothing is known for.
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
            format!("number {} (`{cut}{more}`)", index + 1)
        })
        .collect();
    let more = without.len().saturating_sub(NAMED);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let glossary =
        glossary.map(|glossary| format!(" and glossary `{}` no such term", glossary.name)).unwrap_or_default();
    let (count, all) = (without.len(), texts.len());
    Some(Problem::new(
        "no_translation",
        format!(
            "The memory holds no translation of score {threshold} or more{glossary}, for {count} of {all} texts: {}{rest}. \
             Taiyaku gives what was translated before and translates nothing itself. Translate them, then keep them.",
            named.join(", ")
        ),
    ))
}

/// Text of a program that marks text up, where it holds no tag: the characters its entities stand for.
fn plain(text: &str) -> String {
    if text.contains('<') {
        return text.to_owned();
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'")];
    let text = entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    // Last, so that what it stands for is not taken for another entity.
    text.replace("&amp;", "&")
}

/// A remembered text as one who reads markup takes it for itself.
fn marked_up(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{marked_up, plain};

    #[test]
    fn entities_stand_for_their_characters_and_tags_stay() {
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
