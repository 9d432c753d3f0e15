//! Translation memories of version 3: listed, read page by page, emptied, and the jobs that fill and fetch them begun.

use actix_web::web::{Bytes, Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use super::answers::{Memory, MemorySegment};
use super::jobs::{Job, JobState, KEPT, Task};
use super::moment;
use super::transfers::{LARGEST_FILE, address};
use crate::app::access::random_id;
use crate::app::clock;
use crate::app::memories::{MemoryPageQuery, MemorySummary};
use crate::http::compat::asker::Asker;
use crate::http::compat::body;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::{Lang, LangPair};

/// Memories or segments on a page where the asker does not say, and the most.
const USUAL_PAGE: usize = 25;
const MOST: usize = 1_000;

/// Which page of the list.
#[derive(Debug, Deserialize)]
pub(crate) struct ListQuery {
    page: Option<usize>,
    page_size: Option<usize>,
}

/// Which segments.
#[derive(Debug, Deserialize)]
pub(crate) struct SegmentQuery {
    page_size: Option<usize>,
    page_cursor: Option<String>,
    filter_text: Option<String>,
    filter_case_sensitive: Option<String>,
}

/// A file to come.
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
        None => Ok(USUAL_PAGE),
        Some(size) if (1..=MOST).contains(&size) => Ok(size),
        Some(size) => Err(Problem::invalid("page_size", &format!("{size} is not within 1 and {MOST}."))),
    }
}

/// The memory of this number, where they may see it.
async fn found(state: &State, id: &str, asker: &Asker) -> Result<MemorySummary, Problem> {
    let memory = state.service.memory_by_id(id).await?;
    if asker.sees(&memory.project) {
        return Ok(memory);
    }
    Err(Problem::new("not_found", format!("No translation memory named `{id}`. List them to see which exist.")))
}

/// `GET /v3/translation_memories`.
pub(crate) async fn list(state: Data<State>, query: Query<ListQuery>, asker: Asker) -> Result<HttpResponse, Problem> {
    let size = page_size(query.page_size)?;
    let all = state.service.memories().await?;
    let all: Vec<Memory> = all.iter().filter(|memory| asker.sees(&memory.project)).map(Memory::of).collect();
    let total = all.len();
    let first = query.page.unwrap_or(0).saturating_mul(size);
    let page: Vec<Memory> = all.into_iter().skip(first).take(size).collect();
    Ok(HttpResponse::Ok().json(json!({ "translation_memories": page, "total_count": total })))
}

/// `GET /v3/translation_memories/{id}`.
pub(crate) async fn read(state: Data<State>, id: Path<String>, asker: Asker) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(Memory::of(&found(&state, &id, &asker).await?)))
}

/// `GET /v3/translation_memories/{id}/segments`.
pub(crate) async fn segments(
    state: Data<State>,
    id: Path<String>,
    query: Query<SegmentQuery>,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let memory = found(&state, &id, &asker).await?;
    let after = match query.page_cursor.as_deref().filter(|cursor| !cursor.is_empty()) {
        None => 0,
        Some(cursor) => cursor.parse().ok().filter(|after| *after >= 0).ok_or_else(|| {
            Problem::invalid("page_cursor", &format!("`{cursor}` is none. Give the `next_page_cursor` of a page."))
        })?,
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
pub(crate) async fn delete(state: Data<State>, id: Path<String>, asker: Asker) -> Result<HttpResponse, Problem> {
    let memory = found(&state, &id, &asker).await?;
    state.service.clear_memory(&memory, &asker.actor, &asker.now).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /v3/translation_memories/import`.
pub(crate) async fn import(
    state: Data<State>,
    bytes: Bytes,
    request: HttpRequest,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let NewImport { source_file, parameters } = body::read(&request, &bytes)?;
    let SourceFile { file_name, content_length, content_type } = source_file;
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX);
    if content_length > most {
        let detail = format!(
            "The file has {content_length} bytes, at most {most} are taken. Part it, or import it on the server with `taiyaku import`."
        );
        return Err(Problem::new("payload_too_large", detail));
    }
    let named =
        |name: &str| !name.trim().is_empty() && name.chars().count() <= 255 && !name.chars().any(char::is_control);
    if content_length == 0 || !named(&file_name) {
        return Err(Problem::invalid("source_file", "a file has a name of 1 to 255 characters and at least one byte."));
    }
    let stem = file_name.rsplit_once('.').map_or(file_name.as_str(), |(stem, _)| stem).to_owned();
    let project = parameters.and_then(|parameters| parameters.display_name).unwrap_or(stem);
    if !named(&project) {
        return Err(Problem::invalid("display_name", "a name has 1 to 255 characters and no control characters."));
    }
    asker.projects(vec![project.clone()])?;
    let task = Task::Import { file_name, content_type, content_length, project };
    let job = begin(&state, task, JobState::AwaitingInput, asker)?;
    Ok(HttpResponse::Ok().json(json!({
        "job_id": job.id, "upload_url": address(&request, &job.key), "expires_at": moment(&job.expires_at),
    })))
}

/// `POST /v3/translation_memories/{id}/export`. The file is written when it is fetched, so the job is done at once.
pub(crate) async fn export(state: Data<State>, id: Path<String>, asker: Asker) -> Result<HttpResponse, Problem> {
    let memory = found(&state, &id, &asker).await?;
    let target = memory.target_langs.first().cloned().unwrap_or(Lang::EN);
    let languages = LangPair { source: memory.source_lang, target };
    let task = Task::Export { memory: memory.id.clone(), project: memory.project, languages };
    let job = begin(&state, task, JobState::Completed { memory: None, skipped: 0 }, asker)?;
    Ok(HttpResponse::Accepted().json(json!({
        "job_id": job.id, "parameters": { "translation_memory_id": memory.id },
    })))
}

/// `GET /v3/translation_memories/jobs/{id}`.
pub(crate) async fn job(
    state: Data<State>,
    id: Path<String>,
    request: HttpRequest,
    asker: Asker,
) -> Result<HttpResponse, Problem> {
    let job = state.jobs.job(&id, &asker.now).filter(|job| job.asker.actor == asker.actor);
    let job = job.ok_or_else(|| {
        let detail = format!("No job `{}`: it is an hour old, or the server was started anew. Begin it again.", *id);
        Problem::new("not_found", detail)
    })?;
    Ok(HttpResponse::Ok().json(job.answer(&address(&request, &job.key))))
}

fn begin(state: &State, task: Task, job_state: JobState, asker: Asker) -> Result<Job, Problem> {
    let now = asker.now.clone();
    let job = Job {
        id: random_id()?,
        task,
        state: job_state,
        // Twice as long as a number: whoever has it needs nothing else.
        key: format!("{}{}", random_id()?, random_id()?),
        asker,
        created_at: now.clone(),
        updated_at: now.clone(),
        expires_at: clock::in_minutes(KEPT),
    };
    state.jobs.begin(job.clone(), &now);
    Ok(job)
}
