//! The memory in the protocol of tmserver (amaGama): `GET …/ja/en/unit/TEXT` returns matches for a text.
//!
//! It is served under `/tmserver` for all projects and under `/tmserver/PROJECT` for one. Languages are written as in Weblate
//! (`en_us`) or as BCP 47 tags. Without matches the list is empty. `jsoncallback` is refused, because it would let any page in a
//! browser read the memory.

use std::time::Duration;

use actix_web::web::{Bytes, Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse, http::Method};
use serde::{Deserialize, Serialize};

use super::body;
use super::caller::CompatCaller;
use crate::app::AppError;
use crate::app::assist::{AssistQuery, AssistText, LOWEST_FLOOR};
use crate::app::import::{DictionaryOptions, FileFormat, ImportOptions, ImportStatus, format_of_file};
use crate::app::ingest::Input;
use crate::app::memories::{PairBatch, TextPair};
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::Lang;

/// The most bytes of a file.
pub(crate) const LARGEST_STORE: usize = 64 * 1024 * 1024;
/// The most characters of a text.
const LONGEST_TEXT: usize = 10_000;
/// The defaults of the protocol's own server.
const DEFAULT_SIMILARITY: u8 = 70;
const DEFAULT_CANDIDATES: usize = 5;
/// The most candidates.
const MOST_CANDIDATES: usize = 30;
/// How long the search may take.
const BUDGET: Duration = Duration::from_secs(5);

/// The parameters of a query. Others are ignored, such as `style`, which names the checker of an editor.
#[derive(Debug, Deserialize)]
pub(crate) struct UnitQuery {
    source: Option<String>,
    min_similarity: Option<String>,
    max_candidates: Option<String>,
    jsoncallback: Option<String>,
    callback: Option<String>,
}

/// A match in the JSON of the protocol.
#[derive(Debug, Serialize)]
struct UnitMatch {
    source: String,
    target: String,
    /// Similarity of the sources, 0 to 100.
    quality: f64,
    /// The rank: our full score, above 100 for a match in context.
    rank: f64,
}

/// The languages of the memory.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Languages {
    source_languages: Vec<String>,
    target_languages: Vec<String>,
}

/// A unit to store.
#[derive(Debug, Deserialize)]
struct NewUnit {
    source: Option<String>,
    target: String,
    #[serde(default)]
    context: Option<String>,
}

/// The languages of the memory, each with and without its region.
pub(crate) async fn languages(
    state: Data<State>,
    project: Path<ProjectPath>,
    caller: CompatCaller,
) -> Result<Json<Languages>, Problem> {
    if let Some(project) = &project.project {
        caller.projects(vec![project.clone()])?;
        state.service.project_id(project).await?;
    }
    let mut codes: Vec<String> = Vec::new();
    for lang in state.service.languages().await?.iter().chain(&[Lang::JA, Lang::EN]) {
        for code in [lang.primary().to_owned(), lang.as_str().to_ascii_lowercase().replace('-', "_")] {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    codes.sort();
    Ok(Json(Languages { source_languages: codes.clone(), target_languages: codes }))
}

/// The project of a path, if it names one.
#[derive(Debug, Deserialize)]
pub(crate) struct ProjectPath {
    project: Option<String>,
}

/// The parts of a path: of four parts, the first is a project.
#[derive(Debug, Deserialize)]
pub(crate) struct UnitPath {
    project: Option<String>,
    source_lang: String,
    target_lang: String,
    /// The text, or the name of a file.
    #[serde(default)]
    name: String,
}

impl UnitPath {
    fn languages(&self) -> Result<(Lang, Lang), Problem> {
        let lang = |field, given: &str| Lang::parse(given).map_err(|error| Problem::invalid(field, &error.to_string()));
        Ok((lang("source language", &self.source_lang)?, lang("target language", &self.target_lang)?))
    }
}

/// Matches for a text.
pub(crate) async fn unit(
    state: Data<State>,
    path: Path<UnitPath>,
    query: Query<UnitQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    if query.jsoncallback.is_some() || query.callback.is_some() {
        return Err(Problem::invalid(
            "jsoncallback",
            "would let scripts of other pages read the memory. Leave it out, and send the request from a program or your own server.",
        ));
    }
    let (source_lang, target_lang) = path.languages()?;
    let text = query.source.as_deref().filter(|_| path.name.is_empty()).unwrap_or(&path.name);
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::invalid("source", &format!("has more than {LONGEST_TEXT} characters. Shorten it.")));
    }
    let projects = caller.projects(path.project.clone().into_iter().collect())?;
    if text.trim().is_empty() || source_lang.primary() == target_lang.primary() {
        return Ok(HttpResponse::Ok().json(Vec::<UnitMatch>::new()));
    }
    let text = AssistText { text: text.to_owned(), ..AssistText::default() };
    let floor = number("min_similarity", query.min_similarity.as_deref(), DEFAULT_SIMILARITY.into())?;
    let limit = number("max_candidates", query.max_candidates.as_deref(), 5)?.max(1);
    let assist = AssistQuery {
        projects,
        floor: u8::try_from(floor.clamp(LOWEST_FLOOR.into(), 100)).unwrap_or(DEFAULT_SIMILARITY),
        limit: usize::try_from(limit).unwrap_or(DEFAULT_CANDIDATES).min(MOST_CANDIDATES),
        budget: BUDGET,
        ..AssistQuery::new(vec![text], source_lang, target_lang)
    };
    let (_, answer) = state.service.assist(assist).await?;
    let matches = answer.suggestions.iter().flat_map(|suggestion| &suggestion.matches);
    let matches: Vec<UnitMatch> = matches
        .map(|found| {
            let (source, target) = (found.source.clone(), found.target.clone());
            UnitMatch { source, target, quality: found.score.min(100).into(), rank: found.score.into() }
        })
        .collect();
    Ok(HttpResponse::Ok().json(matches))
}

/// Stores one unit.
pub(crate) async fn store_unit(
    state: Data<State>,
    path: Path<UnitPath>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let unit: NewUnit = body::read(&request, &bytes)?;
    let source = unit.source.filter(|source| !source.is_empty()).unwrap_or_else(|| path.name.clone());
    let pair = TextPair { source, target: unit.target, key: unit.context };
    store(&state, &path, vec![pair], "tmserver", &caller).await?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").finish())
}

/// Stores a file: a list of units as JSON, or a PO or TMX file.
pub(crate) async fn store_file(
    state: Data<State>,
    path: Path<UnitPath>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let name = if path.name.is_empty() { "tmserver" } else { &path.name };
    let begins_as_list = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
    let added = if request.method() == Method::POST || begins_as_list {
        let units: Vec<NewUnit> = body::read(&request, &bytes)?;
        let pairs = units.into_iter().map(|unit| {
            let source = unit.source.unwrap_or_default();
            TextPair { source, target: unit.target, key: unit.context }
        });
        store(&state, &path, pairs.collect(), name, &caller).await?
    } else {
        import(&state, &path, name, &bytes, &caller).await?
    };
    let text = format!("added {added} units from {name}");
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}

async fn store(
    state: &State,
    path: &UnitPath,
    pairs: Vec<TextPair>,
    origin: &str,
    caller: &CompatCaller,
) -> Result<u64, Problem> {
    let (source_lang, target_lang) = path.languages()?;
    let project = caller.target_project(state, path.project.as_deref()).await?;
    let origin = origin.to_owned();
    let pairs = PairBatch { project, source_lang, target_lang, origin, approved: caller.reviews, pairs };
    Ok(state.service.add_pairs(&pairs, &caller.actor, &caller.now).await?.added)
}

async fn import(
    state: &State,
    path: &UnitPath,
    name: &str,
    bytes: &Bytes,
    caller: &CompatCaller,
) -> Result<u64, Problem> {
    if !matches!(format_of_file(bytes, name), Ok(FileFormat::Tmx | FileFormat::Po)) {
        return Err(Problem::new(
            "unsupported_media_type",
            "The file is neither TMX nor PO. Send one of those, or a list of units as JSON.",
        ));
    }
    let (source_lang, target_lang) = path.languages()?;
    let project = caller.target_project(state, path.project.as_deref()).await?;
    let options = ImportOptions {
        project,
        actor: caller.actor.clone(),
        approved: caller.reviews,
        proposed: !caller.reviews,
        source_lang: Some(source_lang),
        target_lang: Some(target_lang),
        again: true,
        dictionary: DictionaryOptions::default(),
    };
    let report = state.service.import(name, Input::Bytes(bytes.to_vec()), &options, &caller.now, |_| {}).await?;
    match (report.status, report.error) {
        (ImportStatus::Failed | ImportStatus::Broken, Some(failure)) => {
            let problem = AppError::InvalidRequest { field: "store", problem: failure.message };
            Err(problem.into())
        }
        _ => Ok(report.added),
    }
}

/// A whole number of the query, or its default.
fn number(field: &str, given: Option<&str>, default: u64) -> Result<u64, Problem> {
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(default) };
    let whole = given.split('.').next().unwrap_or_default();
    whole
        .parse()
        .map_err(|_| Problem::invalid(field, &format!("`{given}` is not a number. Use a number such as `{default}`.")))
}
