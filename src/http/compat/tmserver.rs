//! The memory in the protocol of tmserver (amaGama): `GET …/ja/en/unit/TEXT` in, a list of remembered pairs out.
//!
//! It is served under `/tmserver` for all projects and under `/tmserver/PROJECT` for one. Languages are written as Weblate
//! does (`en_us`) or as BCP 47 asks. What there is nothing for is an empty list. `jsoncallback` is refused: it would let any
//! page a browser shows read the memory.

use std::time::Duration;

use actix_web::web::{Bytes, Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse, http::Method};
use serde::{Deserialize, Serialize};

use super::asker::Asker;
use super::body;
use crate::app::AppError;
use crate::app::assist::{AssistQuery, AssistText, LOWEST_FLOOR};
use crate::app::import::{DictionaryOptions, FileFormat, ImportOptions, ImportStatus, format_of_file};
use crate::app::ingest::Input;
use crate::app::memories::{PairBatch, TextPair};
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::Lang;

/// The most bytes of a file that is sent.
pub(crate) const LARGEST_STORE: usize = 64 * 1024 * 1024;
/// The most characters of a text that is asked about.
const LONGEST_TEXT: usize = 10_000;
/// What the protocol's own server gives where nobody says.
const USUAL_SIMILARITY: u8 = 70;
const USUAL_CANDIDATES: usize = 5;
/// The most candidates.
const MOST_CANDIDATES: usize = 30;
/// How long looking may take.
const BUDGET: Duration = Duration::from_secs(5);

/// What may stand in a query; anything else is passed over, such as `style`, which names the checker of an editor.
#[derive(Debug, Deserialize)]
pub(crate) struct UnitQuery {
    source: Option<String>,
    min_similarity: Option<String>,
    max_candidates: Option<String>,
    jsoncallback: Option<String>,
    callback: Option<String>,
}

/// A remembered pair as the protocol has it.
#[derive(Debug, Serialize)]
struct Remembered {
    source: String,
    target: String,
    /// How alike the sources are, 0 to 100.
    quality: f64,
    /// The order: our whole score, above 100 for a match in context.
    rank: f64,
}

/// The languages there are.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Languages {
    source_languages: Vec<String>,
    target_languages: Vec<String>,
}

/// A unit an editor sends.
#[derive(Debug, Deserialize)]
struct NewUnit {
    source: Option<String>,
    target: String,
    #[serde(default)]
    context: Option<String>,
}

/// The languages of the memory, each as it is written there and without its region.
pub(crate) async fn languages(
    state: Data<State>,
    within: Path<Within>,
    asker: Asker,
) -> Result<Json<Languages>, Problem> {
    if let Some(project) = &within.project {
        asker.projects(vec![project.clone()])?;
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

/// The project of a path, where it names one.
#[derive(Debug, Deserialize)]
pub(crate) struct Within {
    project: Option<String>,
}

/// What the path names: of four parts the first is a project.
#[derive(Debug, Deserialize)]
pub(crate) struct Place {
    project: Option<String>,
    source_lang: String,
    target_lang: String,
    /// The text, or the name of a file.
    #[serde(default)]
    name: String,
}

impl Place {
    fn languages(&self) -> Result<(Lang, Lang), Problem> {
        let lang = |field, given: &str| Lang::parse(given).map_err(|error| Problem::invalid(field, &error.to_string()));
        Ok((lang("source language", &self.source_lang)?, lang("target language", &self.target_lang)?))
    }
}

/// Remembered translations of a text.
pub(crate) async fn unit(
    state: Data<State>,
    place: Path<Place>,
    query: Query<UnitQuery>,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    if query.jsoncallback.is_some() || query.callback.is_some() {
        return Err(Problem::invalid(
            "jsoncallback",
            "scripts of other pages could read the memory through it. Ask without, from a program or through your own server.",
        ));
    }
    let (source_lang, target_lang) = place.languages()?;
    let text = query.source.as_deref().filter(|_| place.name.is_empty()).unwrap_or(&place.name);
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::invalid("source", &format!("has more than {LONGEST_TEXT} characters. Cut it.")));
    }
    let projects = asker.projects(place.project.clone().into_iter().collect())?;
    if text.trim().is_empty() || source_lang.primary() == target_lang.primary() {
        return Ok(HttpResponse::Ok().json(Vec::<Remembered>::new()));
    }
    let asked = AssistText { text: text.to_owned(), ..AssistText::default() };
    let floor = number("min_similarity", query.min_similarity.as_deref(), USUAL_SIMILARITY.into())?;
    let limit = number("max_candidates", query.max_candidates.as_deref(), 5)?.max(1);
    let assist = AssistQuery {
        projects,
        floor: u8::try_from(floor.clamp(LOWEST_FLOOR.into(), 100)).unwrap_or(USUAL_SIMILARITY),
        limit: usize::try_from(limit).unwrap_or(USUAL_CANDIDATES).min(MOST_CANDIDATES),
        budget: BUDGET,
        ..AssistQuery::new(vec![asked], source_lang, target_lang)
    };
    let (_, answer) = state.service.assist(assist).await?;
    let matches = answer.suggestions.into_iter().flat_map(|suggestion| suggestion.matches);
    let remembered: Vec<Remembered> = matches
        .map(|found| {
            let (source, target) = (found.source, found.target);
            Remembered { source, target, quality: found.score.min(100).into(), rank: found.score.into() }
        })
        .collect();
    Ok(HttpResponse::Ok().json(remembered))
}

/// Keeps one unit an editor sends.
pub(crate) async fn keep_unit(
    state: Data<State>,
    place: Path<Place>,
    bytes: Bytes,
    request: HttpRequest,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let unit: NewUnit = body::read(&request, &bytes)?;
    let source = unit.source.filter(|source| !source.is_empty()).unwrap_or_else(|| place.name.clone());
    let pair = TextPair { source, target: unit.target, key: unit.context };
    keep(&state, &place, vec![pair], "tmserver", &asker).await?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").finish())
}

/// Keeps a file: a list of units as JSON, or PO or TMX as they are.
pub(crate) async fn keep_store(
    state: Data<State>,
    place: Path<Place>,
    bytes: Bytes,
    request: HttpRequest,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let name = if place.name.is_empty() { "tmserver" } else { &place.name };
    let begins_as_list = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
    let added = if request.method() == Method::POST || begins_as_list {
        let units: Vec<NewUnit> = body::read(&request, &bytes)?;
        let pairs = units.into_iter().map(|unit| {
            let source = unit.source.unwrap_or_default();
            TextPair { source, target: unit.target, key: unit.context }
        });
        keep(&state, &place, pairs.collect(), name, &asker).await?
    } else {
        import(&state, &place, name, &bytes, &asker).await?
    };
    let text = format!("added {added} units from {name}");
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}

async fn keep(state: &State, place: &Place, pairs: Vec<TextPair>, origin: &str, asker: &Asker) -> Result<u64, Problem> {
    let (source_lang, target_lang) = place.languages()?;
    let project = asker.project(place.project.as_deref(), &state.project)?;
    let origin = origin.to_owned();
    let pairs = PairBatch { project, source_lang, target_lang, origin, approved: asker.reviews, pairs };
    Ok(state.service.add_pairs(&pairs, &asker.actor, &asker.now).await?.added)
}

async fn import(state: &State, place: &Place, name: &str, bytes: &Bytes, asker: &Asker) -> Result<u64, Problem> {
    if !matches!(format_of_file(bytes, name), Ok(FileFormat::Tmx | FileFormat::Po)) {
        return Err(Problem::new(
            "unsupported_media_type",
            "The file is neither TMX nor PO. Send one of those, or a list as JSON.",
        ));
    }
    let (source_lang, target_lang) = place.languages()?;
    let project = asker.project(place.project.as_deref(), &state.project)?;
    let options = ImportOptions {
        project,
        approved: asker.reviews,
        proposed: !asker.reviews,
        source_lang: Some(source_lang),
        target_lang: Some(target_lang),
        again: true,
        dictionary: DictionaryOptions::default(),
    };
    let report = state.service.import(name, Input::Bytes(bytes.to_vec()), &options, &asker.now, |_| {}).await?;
    match (report.status, report.error) {
        (ImportStatus::Failed | ImportStatus::Broken, Some(failure)) => {
            let problem = AppError::InvalidRequest { field: "store", problem: failure.message };
            Err(problem.into())
        }
        _ => Ok(report.added),
    }
}

/// A whole number of the query, or the usual one.
fn number(field: &str, given: Option<&str>, usual: u64) -> Result<u64, Problem> {
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(usual) };
    let whole = given.split('.').next().unwrap_or_default();
    whole.parse().map_err(|_| Problem::invalid(field, &format!("`{given}` is no number such as `{usual}`.")))
}
