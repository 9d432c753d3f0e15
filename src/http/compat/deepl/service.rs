//! What the service supports: languages, language pairs of glossaries, and usage.

use actix_web::HttpResponse;
use actix_web::web::{Bytes, Data, Query};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::glossaries;
use crate::http::compat::body;
use crate::http::compat::caller::CompatCaller;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::Lang;

/// A limit that no one reaches: nothing is counted here, but the programs expect a limit.
const CHARACTER_LIMIT: u64 = 1_000_000_000_000;

/// Which languages to list.
#[derive(Debug, Deserialize)]
pub(crate) struct LanguageQuery {
    /// Version 2: `source` or `target`.
    #[serde(rename = "type")]
    kind: Option<String>,
    /// Version 3: `translate_text`, `glossary`, …
    resource: Option<String>,
}

/// `GET /v2/glossary-language-pairs`.
pub(crate) async fn pairs(_caller: CompatCaller) -> HttpResponse {
    let pairs: Vec<Value> = glossaries::directions()
        .iter()
        .map(|pair| json!({ "source_lang": pair.source, "target_lang": pair.target }))
        .collect();
    HttpResponse::Ok().json(json!({ "supported_languages": pairs }))
}

/// `GET /v2/languages`.
///
/// Some programs send the parameters as a form even with `GET`.
pub(crate) async fn languages2(
    state: Data<State>,
    query: Query<LanguageQuery>,
    bytes: Bytes,
    _caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let form = body::form(&String::from_utf8_lossy(&bytes));
    let is_target = match query.kind.as_deref().or(form["type"].as_str()) {
        None | Some("source") => false,
        Some("target") => true,
        Some(other) => {
            return Err(Problem::invalid("type", &format!("`{other}` is not supported. Use `source` or `target`.")));
        }
    };
    let described = |lang: &Lang| {
        let (code, name) = (lang.as_str().to_ascii_uppercase(), name(lang));
        if is_target {
            json!({ "language": code, "name": name, "supports_formality": false })
        } else {
            json!({ "language": code, "name": name })
        }
    };
    let known = languages(&state, is_target).await?;
    Ok(HttpResponse::Ok().json(known.iter().map(described).collect::<Vec<_>>()))
}

/// `GET /v3/languages`.
pub(crate) async fn languages3(
    state: Data<State>,
    query: Query<LanguageQuery>,
    _caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let (sources, all) = match query.resource.as_deref() {
        Some("glossary") => (vec![Lang::JA, Lang::EN], vec![Lang::JA, Lang::EN]),
        None | Some("translate_text" | "translation_memory") => {
            (languages(&state, false).await?, languages(&state, true).await?)
        }
        // Rewriting texts and translating documents or speech are not supported.
        Some(_) => (Vec::new(), Vec::new()),
    };
    let described = |lang: &Lang| {
        json!({
            "lang": lang, "name": name(lang), "features": {},
            "usable_as_source": sources.contains(lang), "usable_as_target": true,
        })
    };
    Ok(HttpResponse::Ok().json(all.iter().map(described).collect::<Vec<_>>()))
}

/// `GET /v2/usage`.
pub(crate) async fn usage(_caller: CompatCaller) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "character_count": 0, "character_limit": CHARACTER_LIMIT }))
}

/// The languages of the memory without their regions; as targets also regional English, which the programs request.
async fn languages(state: &State, as_targets: bool) -> Result<Vec<Lang>, Problem> {
    let mut known = vec![Lang::JA, Lang::EN];
    let regions = ["en-GB", "en-US"].iter().filter(|_| as_targets).filter_map(|tag| Lang::parse(tag).ok());
    let held = state.service.languages().await?;
    let held = held.iter().filter_map(|lang| Lang::parse(lang.primary()).ok());
    for lang in regions.chain(held) {
        if !known.contains(&lang) {
            known.push(lang);
        }
    }
    Ok(known)
}

fn name(lang: &Lang) -> &str {
    match lang.as_str() {
        "ja" => "Japanese",
        "en" => "English",
        "en-GB" => "English (British)",
        "en-US" => "English (American)",
        other => other,
    }
}
