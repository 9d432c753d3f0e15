//! Glossaries of versions 2 and 3, each of which is a project.

use actix_web::web::{Bytes, Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use super::answers::{Dictionary3, Glossary2, Glossary3};
use super::languages;
use crate::app::glossaries::{self, Dictionary, Glossary, LARGEST, PairFormat, TermPair, UpdateMode};
use crate::http::compat::body;
use crate::http::compat::caller::CompatCaller;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::LangPair;

/// The most bytes of a body: the largest list, escaped as JSON.
pub(crate) const LARGEST_BODY: usize = 4 * LARGEST;

/// One list as it is sent.
#[derive(Debug, Deserialize)]
struct NewDictionary {
    source_lang: String,
    target_lang: String,
    entries: String,
    #[serde(default)]
    entries_format: Option<String>,
}

/// A glossary of version 2.
#[derive(Debug, Deserialize)]
struct NewGlossary2 {
    name: String,
    #[serde(flatten)]
    dictionary: NewDictionary,
}

/// A glossary of version 3.
#[derive(Debug, Deserialize)]
struct NewGlossary3 {
    name: String,
    dictionaries: Vec<NewDictionary>,
}

/// Changes of a glossary of version 3.
#[derive(Debug, Deserialize)]
struct GlossaryChange3 {
    name: Option<String>,
    #[serde(default)]
    dictionaries: Vec<NewDictionary>,
}

/// The languages of a list.
#[derive(Debug, Deserialize)]
pub(crate) struct ListQuery {
    source_lang: Option<String>,
    target_lang: Option<String>,
}

impl NewDictionary {
    fn parse(&self) -> Result<(LangPair, Vec<TermPair>), Problem> {
        let languages = languages(&self.source_lang, &self.target_lang)?;
        if self.entries.len() > LARGEST {
            let (size, most) = (self.entries.len(), LARGEST);
            let detail = format!("`entries` has {size} bytes, the limit is {most}. Split the glossary.");
            return Err(Problem::new("payload_too_large", detail));
        }
        let format = match self.entries_format.as_deref() {
            None | Some("tsv") => PairFormat::Tsv,
            Some("csv") => PairFormat::Csv,
            Some(other) => {
                let detail = format!("`{other}` is not supported. Use `tsv` or `csv`.");
                return Err(Problem::invalid("entries_format", &detail));
            }
        };
        let entries = glossaries::parse(&self.entries, format, &languages)?;
        Ok((languages, entries))
    }
}

impl ListQuery {
    fn languages(&self) -> Result<Option<LangPair>, Problem> {
        match (self.source_lang.as_deref(), self.target_lang.as_deref()) {
            (None, None) => Ok(None),
            (Some(source), Some(target)) => languages(source, target).map(Some),
            _ => Err(Problem::invalid(
                "source_lang",
                "is given without the other language. Give both `source_lang` and `target_lang`, or neither.",
            )),
        }
    }
}

/// The glossary with this id, if the caller may see it.
pub(super) async fn find(state: &State, id: &str, caller: &CompatCaller) -> Result<Glossary, Problem> {
    let glossary = state.service.glossary(id).await?;
    if caller.sees(&glossary.project) {
        return Ok(glossary);
    }
    Err(Problem::new("not_found", format!("No glossary named `{id}`. List the glossaries to see which exist.")))
}

async fn visible(state: &State, caller: &CompatCaller) -> Result<Vec<Glossary>, Problem> {
    let all = state.service.glossaries().await?;
    Ok(all.into_iter().filter(|glossary| caller.sees(&glossary.project)).collect())
}

/// `GET /v2/glossaries`.
pub(crate) async fn list2(state: Data<State>, caller: CompatCaller) -> Result<HttpResponse, Problem> {
    let all = visible(&state, &caller).await?;
    let glossaries: Vec<Glossary2> = all.iter().filter_map(Glossary2::of).collect();
    Ok(HttpResponse::Ok().json(json!({ "glossaries": glossaries })))
}

/// `GET /v3/glossaries`.
pub(crate) async fn list3(state: Data<State>, caller: CompatCaller) -> Result<HttpResponse, Problem> {
    let all = visible(&state, &caller).await?;
    let glossaries: Vec<Glossary3> = all.iter().map(Glossary3::of).collect();
    Ok(HttpResponse::Ok().json(json!({ "glossaries": glossaries })))
}

/// `POST /v2/glossaries`.
pub(crate) async fn create2(
    state: Data<State>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let new: NewGlossary2 = body::read(&request, &bytes)?;
    let glossary = state.service.create_glossary(&new.name, &[new.dictionary.parse()?], caller.editor()).await?;
    Ok(HttpResponse::Created().json(Glossary2::of(&glossary)))
}

/// `POST /v3/glossaries`.
pub(crate) async fn create3(
    state: Data<State>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let new: NewGlossary3 = body::read(&request, &bytes)?;
    let dictionaries = new.dictionaries.iter().map(NewDictionary::parse).collect::<Result<Vec<_>, _>>()?;
    let glossary = state.service.create_glossary(&new.name, &dictionaries, caller.editor()).await?;
    Ok(HttpResponse::Created().json(Glossary3::of(&glossary)))
}

/// `GET /v2/glossaries/{id}`.
pub(crate) async fn read2(state: Data<State>, id: Path<String>, caller: CompatCaller) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    Ok(HttpResponse::Ok().json(Glossary2::of(&glossary)))
}

/// `GET /v3/glossaries/{id}`.
pub(crate) async fn read3(state: Data<State>, id: Path<String>, caller: CompatCaller) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    Ok(HttpResponse::Ok().json(Glossary3::of(&glossary)))
}

/// `GET /v2/glossaries/{id}/entries`: the list as text.
pub(crate) async fn entries2(
    state: Data<State>,
    id: Path<String>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    let entries = match glossary.dictionaries.first() {
        Some(first) => state.service.glossary_entries(&glossary, &first.languages).await?,
        None => Vec::new(),
    };
    let text = glossaries::as_tsv(&entries);
    Ok(HttpResponse::Ok().content_type("text/tab-separated-values; charset=utf-8").body(text))
}

/// `GET /v3/glossaries/{id}/entries`: one list, or all lists.
pub(crate) async fn entries3(
    state: Data<State>,
    id: Path<String>,
    query: Query<ListQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    let requested = match query.languages()? {
        Some(languages) => vec![languages],
        None => glossary.dictionaries.iter().map(|dictionary| dictionary.languages.clone()).collect(),
    };
    let mut dictionaries = Vec::with_capacity(requested.len());
    for languages in requested {
        let entries = state.service.glossary_entries(&glossary, &languages).await?;
        dictionaries.push(json!({
            "source_lang": languages.source, "target_lang": languages.target,
            "entries": glossaries::as_tsv(&entries), "entries_format": "tsv",
        }));
    }
    Ok(HttpResponse::Ok().json(json!({ "dictionaries": dictionaries })))
}

/// `PATCH /v3/glossaries/{id}`: a new name, or additional entries.
pub(crate) async fn change3(
    state: Data<State>,
    id: Path<String>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    let changed: GlossaryChange3 = body::read(&request, &bytes)?;
    let dictionaries = changed.dictionaries.iter().map(NewDictionary::parse).collect::<Result<Vec<_>, _>>()?;
    if let Some(name) = &changed.name {
        state.service.rename_glossary(&glossary, name, caller.editor()).await?;
    }
    for (languages, entries) in &dictionaries {
        state.service.store_dictionary(&glossary, languages, entries, UpdateMode::Merge, caller.editor()).await?;
    }
    let glossary = state.service.glossary(&glossary.id).await?;
    Ok(HttpResponse::Ok().json(Glossary3::of(&glossary)))
}

/// `PUT /v3/glossaries/{id}/dictionaries`: replaces the entries that were added.
pub(crate) async fn replace3(
    state: Data<State>,
    id: Path<String>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    let new: NewDictionary = body::read(&request, &bytes)?;
    let (languages, entries) = new.parse()?;
    state.service.store_dictionary(&glossary, &languages, &entries, UpdateMode::Replace, caller.editor()).await?;
    let glossary = state.service.glossary(&glossary.id).await?;
    let now = glossary.dictionaries.into_iter().find(|dictionary| dictionary.languages == languages);
    let now = now.unwrap_or(Dictionary { languages, count: 0 });
    Ok(HttpResponse::Ok().json(Dictionary3::of(&now)))
}

/// `DELETE /v3/glossaries/{id}/dictionaries`.
pub(crate) async fn delete_list(
    state: Data<State>,
    id: Path<String>,
    query: Query<ListQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    let languages = query.languages()?.ok_or_else(|| {
        Problem::invalid(
            "source_lang",
            "is required. Name the languages of the list with `source_lang` and `target_lang`.",
        )
    })?;
    state.service.remove_dictionary(&glossary, &languages, caller.editor()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `DELETE /v2/glossaries/{id}` and `DELETE /v3/glossaries/{id}`.
pub(crate) async fn delete(
    state: Data<State>,
    id: Path<String>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let glossary = find(&state, &id, &caller).await?;
    state.service.remove_glossary(&glossary, caller.editor()).await?;
    Ok(HttpResponse::NoContent().finish())
}
