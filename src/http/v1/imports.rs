//! Imports: plan or start one, list them, follow one, cancel or undo one.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Data, Json, Path, Query};
use serde::Deserialize;
use tokio::sync::oneshot;
use utoipa::{IntoParams, ToSchema};

use crate::answer::{
    ImportJobAnswer, ImportList, ImportPlan, ImportReply, ImportRowAnswer, ImportUndoAnswer, SheetAnswer,
    StoredImportAnswer,
};
use crate::app::import::{Columns, DictionaryOptions, ImportEvent, ImportOptions, ImportReport};
use crate::app::ingest::{Failure, Input};
use crate::app::review::sheet::is_review_sheet;
use crate::app::{AppError, clock};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ImportNotFound, ImportRunning, ProjectNotFound};
use crate::http::state::State;
use crate::http::to_the_end::to_the_end;
use crate::http::values::{
    ActorQuery, ItemName, LanguageTag, PageLength, PageStart, ProjectList, SourceUseName, Value,
};
use crate::model::{ImportId, Role, SourceFacts};

/// The most bytes of a file.
pub(crate) const LARGEST_IMPORT: usize = 64 * 1024 * 1024;

/// How to import a file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CreateQuery {
    /// File name. The extension helps to recognise the format, and it is the name of a source of terms.
    #[param(inline, example = "terms.csv")]
    name: ItemName,
    /// Project it is added to; the server's default project if missing.
    #[param(inline)]
    project: Option<ItemName>,
    /// Only report what would become of each row, without changing anything.
    #[param(default = false)]
    plan: Option<bool>,
    /// Whether what the file does not call a draft counts as approved; needs the role `review`.
    #[param(default = false)]
    approved: Option<bool>,
    /// Whether to read a file that was imported before once more.
    #[param(default = false)]
    again: Option<bool>,
    /// Source language (BCP 47), where the file does not name it.
    #[param(inline)]
    source_lang: Option<LanguageTag>,
    /// Target language (BCP 47), where the file does not name it.
    #[param(inline)]
    target_lang: Option<LanguageTag>,
    /// Whether terms become `terms` of the project, or `evidence` that is only looked up; depends on the format if missing.
    #[param(inline)]
    kept: Option<SourceUseName>,
    /// Name of the source of terms; the name of the file if missing.
    #[param(inline)]
    source: Option<ItemName>,
    /// Columns of a table, by number or name: `ja=1,en=3,reading=読み`; by its headings if missing.
    #[param(inline, example = "ja=1,en=2")]
    map: Option<ItemName>,
    /// The most rows of a plan to return; all are counted.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin a plan after the row with this number.
    #[serde(default)]
    #[param(inline)]
    after: PageStart,
}

/// Which imports to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct ImportFile(Vec<u8>);

/// Imports a file of terms or translations in the background, or tells what would become of each of its rows.
///
/// The body is the file itself, at most 64 MiB, in any format that `taiyaku import` reads. With `plan=true` nothing is changed and
/// the answer has the outcome of rows and all counts. Otherwise the answer comes at once, and `GET /v1/imports/{id}` tells how far
/// it has come. What a caller with the role `suggest` sends waits for review. Each project takes one import at a time.
///
/// A review sheet, CSV or workbook, is carried out as `POST /v1/review/sheet` does, at once: that needs the role `review`.
#[utoipa::path(post, path = "/v1/imports", operation_id = "create_import", tag = "imports", params(CreateQuery),
    request_body(content = inline(ImportFile), content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 200, body = ImportReply, description = "What an import would do, with `plan=true`; of a review sheet, what became of each row."),
        (status = 202, body = ImportJobAnswer, description = "The import has begun.",
            headers(("Location" = String, description = "Path of the import."))),
        ProjectNotFound,
        ImportRunning,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<CreateQuery>,
    body: Bytes,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let name = query.name.checked("name")?;
    let project = access.target_project(&state, query.project.checked("project")?.as_deref()).await?;
    let (limit, after) = (query.limit.checked_as("limit")?, query.after.checked("after")?);
    let approves = query.approved.unwrap_or(false);
    let reviews = access.role() >= Role::Review;
    if approves && !reviews {
        return Err(AppError::Forbidden { needed: Role::Review, role: access.role() }.into());
    }
    if body.is_empty() {
        return Err(Problem::invalid("body", "is empty. Send the bytes of the file."));
    }
    if is_review_sheet(&body) {
        access.require_role(Role::Review)?;
        let caller = access.0.within(&project);
        let (actor, plans) = (access.actor(None)?, query.plan.unwrap_or(false));
        let report = state.service.import_sheet(&caller, &body, &actor, plans, &clock::now()).await?;
        return Ok(HttpResponse::Ok().json(SheetAnswer::from(report)));
    }
    let map = query.map.checked("map")?;
    let columns = map.as_deref().map(Columns::parse).transpose();
    let columns = columns.map_err(|problem| AppError::InvalidRequest { field: "map", problem })?;
    let options = ImportOptions {
        project,
        actor: access.actor(None)?,
        approved: approves,
        proposed: !reviews,
        source_lang: query.source_lang.checked("source_lang")?,
        target_lang: query.target_lang.checked("target_lang")?,
        again: query.again.unwrap_or(false),
        dictionary: DictionaryOptions {
            kept: query.kept.checked("kept")?.map(Into::into),
            columns,
            name: query.source.checked("source")?,
            facts: SourceFacts::default(),
        },
    };
    if query.plan.unwrap_or(false) {
        return plan(&state, &name, &body, &options, (after, limit)).await;
    }
    start(&state, name, body, options).await
}

async fn plan(
    state: &State,
    name: &str,
    body: &Bytes,
    options: &ImportOptions,
    (after, limit): (i64, u32),
) -> Result<HttpResponse, Problem> {
    let after = u64::try_from(after).unwrap_or_default();
    let (mut rows, mut next_after) = (Vec::new(), None);
    let observe = |event: ImportEvent<'_>| {
        if let ImportEvent::Row(row) = event
            && row.row > after
        {
            match rows.len() < limit as usize {
                true => rows.push(ImportRowAnswer::from(row)),
                false => next_after = rows.last().map(ImportRowAnswer::number),
            }
        }
    };
    let report = state.service.plan_import(name, Input::Bytes(body.to_vec()), options, &clock::now(), observe).await?;
    Ok(HttpResponse::Ok().json(ImportPlan { report: (&report).into(), rows, next_after }))
}

async fn start(
    state: &Data<State>,
    name: String,
    body: Bytes,
    options: ImportOptions,
) -> Result<HttpResponse, Problem> {
    if !state.imports.begin(&options.project) {
        let project = &options.project;
        let detail = format!(
            "An import into `{project}` is running. Wait until `GET /v1/imports` shows that it has ended, or cancel it."
        );
        return Err(Problem::new("import_in_progress", detail));
    }
    let (sender, began) = oneshot::channel();
    let (shared, project) = (state.clone(), options.project.clone());
    let work = tokio::spawn(async move {
        let result = run(&shared, &name, &body, &options, sender).await;
        let result = result.map_err(|error| {
            tracing::error!(code = error.code(), %error, "an import failed");
            Failure { code: error.code().to_owned(), message: error.to_string() }
        });
        shared.imports.end(&options.project, result);
    });
    state.imports.set_work(&project, work);
    let begun = began.await.map_err(|_| {
        Problem::new("work_stopped", "The import ended before it began. `GET /v1/imports` shows what is there.")
    })??;
    let import = state.service.import_of_number(begun).await?;
    Ok(HttpResponse::Accepted()
        .insert_header((LOCATION, format!("/v1/imports/{begun}")))
        .json(ImportJobAnswer::new(import, state.imports.news(begun))))
}

/// Imports the file; tells the number of the import as soon as there is one.
async fn run(
    state: &State,
    name: &str,
    body: &Bytes,
    options: &ImportOptions,
    sender: oneshot::Sender<Result<ImportId, AppError>>,
) -> Result<ImportReport, AppError> {
    let (mut sender, mut import) = (Some(sender), None);
    let observe = |event: ImportEvent<'_>| match event {
        ImportEvent::Begun(id) => {
            import = Some(id);
            state.imports.began(&options.project, id);
            if let Some(sender) = sender.take() {
                let _ = sender.send(Ok(id));
            }
        }
        ImportEvent::Progress(progress) => {
            if let Some(import) = import {
                state.imports.advance(import, progress);
            }
        }
        ImportEvent::Problem(_) | ImportEvent::Row(_) => {}
    };
    let result = state.service.import(name, Input::Bytes(body.to_vec()), options, &clock::now(), observe).await;
    match (result, sender) {
        // It failed before it began: the request gets the error.
        (Err(error), Some(sender)) => {
            let stopped = AppError::Stopped { name: name.to_owned() };
            let _ = sender.send(Err(error));
            Err(stopped)
        }
        (result, _) => result,
    }
}

/// Lists the imports, newest first.
#[utoipa::path(get, path = "/v1/imports", operation_id = "list_imports", tag = "imports", params(ListQuery),
    responses(
        (status = 200, body = ImportList, description = "All imports."),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
) -> Result<Json<ImportList>, Problem> {
    let projects = access.projects(query.project.names())?;
    let imports = state.service.imports(&projects).await?.into_iter().map(StoredImportAnswer::from).collect();
    Ok(Json(ImportList { imports }))
}

/// Reads an import: how far it has come, and its problems.
///
/// Progress and problems are known of imports that this server carried out; they are forgotten when it stops.
#[utoipa::path(get, path = "/v1/imports/{id}", operation_id = "read_import", tag = "imports",
    params(("id" = i64, Path, description = "Number of the import.", minimum = 1)),
    responses(
        (status = 200, body = ImportJobAnswer, description = "The import."),
        ImportNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    path: Path<i64>,
) -> Result<Json<ImportJobAnswer>, Problem> {
    let id = ImportId::new(*path);
    access.check_visible(&state, [id]).await?;
    Ok(Json(ImportJobAnswer::new(state.service.import_of_number(id).await?, state.imports.news(id))))
}

/// Undoes an import as one act, or cancels it while it is running.
///
/// What only it brought goes, and what it changed is put back unless it was changed since. What a person decided on stays, and
/// what something else brought too; the answer says how many of each. Below the role `admin`, callers may undo their own imports.
#[utoipa::path(delete, path = "/v1/imports/{id}", operation_id = "undo_import", tag = "imports",
    params(("id" = i64, Path, description = "Number of the import.", minimum = 1), ActorQuery),
    responses(
        (status = 200, body = ImportUndoAnswer, description = "What was removed and what stays."),
        ImportNotFound,
    ))]
pub(crate) async fn undo(
    access: Access,
    state: Data<State>,
    path: Path<i64>,
    query: Query<ActorQuery>,
) -> Result<Json<ImportUndoAnswer>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let id = ImportId::new(*path);
    access.check_visible(&state, [id]).await?;
    let import = state.service.import_of_number(id).await?;
    let is_own = import.actor.as_deref() == Some(access.actor(None)?.as_str());
    if !is_own {
        access.require_role(Role::Admin)?;
    }
    let undo = to_the_end("undo of an import", async move {
        state.imports.stop(id).await;
        state.service.undo_import(id, &actor, &clock::now()).await
    });
    Ok(Json(undo.await?.into()))
}
