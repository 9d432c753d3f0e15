//! Upload and download of the files of jobs, at an address that only the client that started the job knows.

use actix_web::body::SizedStream;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_ENCODING};
use actix_web::web::{Bytes, Data, Path, Payload};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse};

use super::jobs::{JobState, Task};
use crate::app::Service;
use crate::app::clock;
use crate::app::export::{Export, ExportFormat};
use crate::app::import::{DictionaryOptions, FileFormat, ImportOptions, ImportStatus, format_of_file};
use crate::app::ingest::Input;
use crate::http::export_answer;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::Review;

/// The most bytes of a file.
pub(crate) const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// The address of the file of a job, as the client reaches the server.
pub(super) fn address(state: &State, request: &HttpRequest, key: &str) -> String {
    format!("{}/v3/translation_memories/transfers/{key}", state.base_address(request))
}

/// `PUT` at the address of an import: the upload. The answer comes at once, and the file is imported in the background.
///
/// Anyone can send a request here, so nothing of the body is read before the address is known to be that of a job.
pub(crate) async fn receive(
    state: Data<State>,
    key: Path<String>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let now = clock::now();
    let job = state.jobs.by_key(&key, &now).ok_or_else(unknown)?;
    let Task::Import { file_name, project, .. } = job.task else { return Err(unknown().into()) };
    if job.state != JobState::AwaitingInput {
        return Err(received().into());
    }
    let bytes = Bytes::from_request(&request, &mut payload.into_inner()).await?;
    if !state.jobs.advance(&job.id, &[JobState::AwaitingInput], JobState::Processing, &now) {
        return Err(received().into());
    }
    let options = ImportOptions {
        project,
        actor: job.actor.clone(),
        approved: job.approved,
        proposed: !job.approved,
        source_lang: None,
        target_lang: None,
        again: true,
        dictionary: DictionaryOptions::default(),
    };
    let (state, id) = (state.clone(), job.id);
    tokio::spawn(async move {
        let service = state.service.clone();
        let result = import(&service, &file_name, &bytes, &options, &now).await;
        state.jobs.advance(&id, &[JobState::Processing], result, &clock::now());
    });
    Ok(HttpResponse::Ok().finish())
}

async fn import(service: &Service, name: &str, bytes: &Bytes, options: &ImportOptions, now: &str) -> JobState {
    if format_of_file(bytes, "") != Ok(FileFormat::Tmx) {
        return JobState::Failed { message: "The file is not TMX. Upload a TMX file.".to_owned() };
    }
    let report = match service.import(name, Input::Bytes(bytes.to_vec()), options, now, |_| {}).await {
        Ok(report) => report,
        Err(error) => {
            tracing::error!(code = error.code(), %error, "an import failed");
            return JobState::Failed { message: error.to_string() };
        }
    };
    if let (ImportStatus::Failed | ImportStatus::Broken, Some(failure)) = (report.status, report.error) {
        return JobState::Failed { message: failure.message };
    }
    match service.memory_of_file(&options.project, name).await {
        Ok(Some(memory)) => JobState::Completed { memory: Some(memory.id), skipped: report.skipped },
        Ok(None) => JobState::Failed { message: "The file has no usable units.".to_owned() },
        Err(error) => JobState::Failed { message: error.to_string() },
    }
}

/// `GET` at the address of an export: the memory as TMX.
pub(crate) async fn send(state: Data<State>, key: Path<String>) -> Result<HttpResponse, Problem> {
    let now = clock::now();
    let job = state.jobs.by_key(&key, &now).ok_or_else(unknown)?;
    let Task::Export { project, languages, .. } = job.task else { return Err(unknown()) };
    let mut export = Export::new(ExportFormat::Tmx, vec![project]);
    (export.review, export.languages) = (Review::Candidate, languages);
    let (revision, _) = state.service.last_change(&export.projects).await?;
    let file = state.service.export_file(&export, revision).await?;
    let done = JobState::Completed { memory: None, skipped: 0 };
    state.jobs.advance(&job.id, &[done], JobState::Downloaded, &now);
    Ok(HttpResponse::Ok()
        .content_type(ExportFormat::Tmx.media_type())
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"memory.tmx\""))
        // Not compressed, because programs store the bytes as they arrive.
        .insert_header((CONTENT_ENCODING, "identity"))
        .body(SizedStream::new(file.length, Box::pin(export_answer::pieces(file, 0, None)))))
}

fn received() -> Problem {
    Problem::invalid("upload_url", "has already received the file. Request the job to see its result.")
}

fn unknown() -> Problem {
    Problem::new("not_found", "There is no file at this address any more. Start the import or export again.")
}
