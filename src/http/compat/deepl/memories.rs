//! Translation memories of version 3: list them, read their segments, empty them, and start import and export jobs.

use actix_web::web::{Bytes, Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use super::answers::{Memory, MemorySegment};
use super::jobs::{Job, JobState, LIFETIME, Task};
use super::timestamp;
use super::transfers::{LARGEST_FILE, address};
use crate::app::access::random_id;
use crate::app::clock;
use crate::app::memories::{MemoryPageQuery, MemorySummary};
use crate::app::projects::check_project_name;
use crate::http::compat::body;
use crate::http::compat::caller::CompatCaller;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::{Lang, LangPair, SegmentId};

/// The default and the largest number of memories or segments on a page.
const DEFAULT_PAGE: usize = 25;
const MOST: usize = 1_000;

/// Which page of the list to return.
#[derive(Debug, Deserialize)]
pub(crate) struct ListQuery {
    page: Option<usize>,
    page_size: Option<usize>,
}

/// Which segments to return.
#[derive(Debug, Deserialize)]
pub(crate) struct SegmentQuery {
    page_size: Option<usize>,
    page_cursor: Option<String>,
    filter_text: Option<String>,
    filter_case_sensitive: Option<String>,
}

/// A file to be uploaded.
#[derive(Debug, Deserialize)]
struct NewImport {
    source_file: SourceFile,
    #[serde(default)]
    parameters: Option<ImportParameters>,
}

#[derive(Debug, Deserialize)]
struct SourceFile {
    file_name: String,
    content_length: u64,
    #[serde(default)]
    content_type: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ImportParameters {
    display_name: Option<String>,
}

fn page_size(given: Option<usize>) -> Result<usize, Problem> {
    match given {
        None => Ok(DEFAULT_PAGE),
        Some(size) if (1..=MOST).contains(&size) => Ok(size),
        Some(size) => {
            Err(Problem::invalid("page_size", &format!("{size} is not allowed. Use a number from 1 to {MOST}.")))
        }
    }
}

/// The memory with this id, if the caller may see it.
async fn find(state: &State, id: &str, caller: &CompatCaller) -> Result<MemorySummary, Problem> {
    let memory = state.service.memory_by_id(id).await?;
    if caller.sees(&memory.project) {
        return Ok(memory);
    }
    Err(Problem::new("not_found", format!("No translation memory named `{id}`. List them to see which exist.")))
}

/// `GET /v3/translation_memories`.
pub(crate) async fn list(
    state: Data<State>,
    query: Query<ListQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let size = page_size(query.page_size)?;
    let all = state.service.memories().await?;
    let all: Vec<Memory> = all.iter().filter(|memory| caller.sees(&memory.project)).map(Memory::of).collect();
    let total = all.len();
    let first = query.page.unwrap_or(0).saturating_mul(size);
    let page: Vec<Memory> = all.into_iter().skip(first).take(size).collect();
    Ok(HttpResponse::Ok().json(json!({ "translation_memories": page, "total_count": total })))
}

/// `GET /v3/translation_memories/{id}`.
pub(crate) async fn read(state: Data<State>, id: Path<String>, caller: CompatCaller) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(Memory::of(&find(&state, &id, &caller).await?)))
}

/// `GET /v3/translation_memories/{id}/segments`.
pub(crate) async fn segments(
    state: Data<State>,
    id: Path<String>,
    query: Query<SegmentQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let memory = find(&state, &id, &caller).await?;
    let after = match query.page_cursor.as_deref().filter(|cursor| !cursor.is_empty()) {
        None => None,
        Some(cursor) => {
            let after = cursor.parse().ok().filter(|after| *after >= 0).map(SegmentId::new);
            let wrong = format!("`{cursor}` is not a cursor. Use the `next_page_cursor` of a page.");
            Some(after.ok_or_else(|| Problem::invalid("page_cursor", &wrong))?)
        }
    };
    let wanted = MemoryPageQuery {
        after,
        size: page_size(query.page_size)?,
        text: query.filter_text.clone().filter(|text| !text.is_empty()),
        is_case_sensitive: query
            .filter_case_sensitive
            .as_deref()
            .is_some_and(|given| given.eq_ignore_ascii_case("true")),
    };
    let page = state.service.memory_page(&memory, &wanted).await?;
    let mut answer = json!({
        "segments": page.segments.into_iter().map(MemorySegment::of).collect::<Vec<_>>(),
        "segment_count": memory.count,
    });
    if let Some(next) = page.next {
        answer["next_page_cursor"] = json!(next.to_string());
    }
    Ok(HttpResponse::Ok().json(answer))
}

/// `DELETE /v3/translation_memories/{id}`.
pub(crate) async fn delete(
    state: Data<State>,
    id: Path<String>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let memory = find(&state, &id, &caller).await?;
    state.service.clear_memory(&memory, &caller.actor, &caller.now).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /v3/translation_memories/import`.
pub(crate) async fn import(
    state: Data<State>,
    bytes: Bytes,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let NewImport { source_file, parameters } = body::read(&request, &bytes)?;
    let SourceFile { file_name, content_length, content_type } = source_file;
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX);
    if content_length > most {
        let detail = format!(
            "The file has {content_length} bytes, the limit is {most}. Split it, or import it on the server with `taiyaku import`."
        );
        return Err(Problem::new("payload_too_large", detail));
    }
    let named =
        |name: &str| !name.trim().is_empty() && name.chars().count() <= 255 && !name.chars().any(char::is_control);
    if content_length == 0 || !named(&file_name) {
        return Err(Problem::invalid("source_file", "needs a name of 1 to 255 characters and at least one byte."));
    }
    let stem = file_name.rsplit_once('.').map_or(file_name.as_str(), |(stem, _)| stem).to_owned();
    let project = parameters.and_then(|parameters| parameters.display_name).unwrap_or(stem);
    if !named(&project) {
        return Err(Problem::invalid("display_name", "must have 1 to 255 characters and no control characters."));
    }
    caller.projects(vec![project.clone()])?;
    // A new memory is a new project.
    if state.service.project(&project).await.is_err() {
        check_project_name(&project).map_err(|error| Problem::with_field_name(error, "project", "display_name"))?;
    }
    let task = Task::Import { file_name, content_type, content_length, project };
    let job = start(&state, task, JobState::AwaitingInput, caller)?;
    Ok(HttpResponse::Ok().json(json!({
        "job_id": job.id, "upload_url": address(&state, &request, &job.key), "expires_at": timestamp(&job.expires_at),
    })))
}

/// `POST /v3/translation_memories/{id}/export`. The file is written during the download, so the job is complete at once.
pub(crate) async fn export(
    state: Data<State>,
    id: Path<String>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let memory = find(&state, &id, &caller).await?;
    let target = memory.target_langs.first().cloned().unwrap_or(Lang::EN);
    let languages = LangPair { source: memory.source_lang, target };
    let task = Task::Export { memory: memory.id.clone(), project: memory.project, languages };
    let job = start(&state, task, JobState::Completed { memory: None, skipped: 0 }, caller)?;
    Ok(HttpResponse::Accepted().json(json!({
        "job_id": job.id, "parameters": { "translation_memory_id": memory.id },
    })))
}

/// `GET /v3/translation_memories/jobs/{id}`.
pub(crate) async fn job(
    state: Data<State>,
    id: Path<String>,
    request: HttpRequest,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let job = state.jobs.job(&id, &caller.now).filter(|job| job.owner == caller.token());
    let job = job.ok_or_else(|| {
        let detail =
            format!("No job `{}`: it is more than an hour old, or the server was restarted. Start it again.", *id);
        Problem::new("not_found", detail)
    })?;
    Ok(HttpResponse::Ok().json(job.answer(&address(&state, &request, &job.key))))
}

fn start(state: &State, task: Task, job_state: JobState, caller: CompatCaller) -> Result<Job, Problem> {
    let owner = caller.token();
    let CompatCaller { reviews, now, .. } = caller;
    let job = Job {
        id: random_id()?,
        task,
        state: job_state,
        // Twice as long as an id, because it grants access without a token.
        key: format!("{}{}", random_id()?, random_id()?),
        owner,
        actor: caller.actor.clone(),
        approved: reviews,
        created_at: now.clone(),
        updated_at: now.clone(),
        expires_at: clock::in_minutes(LIFETIME),
    };
    state.jobs.add(job.clone(), &now);
    Ok(job)
}
