//! Review sheets: the queue as a file for a spreadsheet, and the filled file back.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Bytes, Data, Json, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::review::QueueQuery;
use crate::answer::SheetAnswer;
use crate::app::clock;
use crate::http::access::Access;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;

/// The most bytes a sheet may have.
pub(crate) const LARGEST_SHEET: usize = 64 * 1024 * 1024;

/// How to read a sheet.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetQuery {
    /// Only say what would become of each row.
    #[param(default = false)]
    dry_run: Option<bool>,
    /// Who decides, as the history will say, at most 200 characters.
    #[param(
        min_length = 1,
        max_length = 200,
        default = "api",
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"
    )]
    actor: Option<String>,
}

/// The bytes of a sheet.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct SheetFile(Vec<u8>);

/// Gives what is open as CSV for a spreadsheet: all of it, whatever `limit` says.
///
/// Fill in `decision` (`accept`, `edit`, `reject`, `retire`), `new_english`, `usage`, `replacement` and `note`; leave the
/// other columns as they are.
#[utoipa::path(get, path = "/v1/review/sheet", operation_id = "read_review_sheet", tag = "review", params(QueueQuery),
    responses(
        (status = 200, description = "The sheet: UTF-8 with byte order mark.", content((String = "text/csv"))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    query: Query<QueueQuery>,
) -> Result<HttpResponse, Problem> {
    let sheet = state.service.review_sheet(&query.checked(&access)?).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"review.csv\""))
        .body(sheet))
}

/// Does what the rows of a sheet say, each row all or nothing.
///
/// The body is the file as a spreadsheet saved it: commas, semicolons or tabs; UTF-8, UTF-16 or `Shift_JIS`. A row whose term
/// has changed since is a conflict and is left alone. The same sheet again changes nothing.
#[utoipa::path(post, path = "/v1/review/sheet", operation_id = "create_review_sheet", tag = "review", params(SheetQuery),
    request_body(content = inline(SheetFile), content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 200, body = SheetAnswer, description = "What became of each row."),
        (status = 422, body = ProblemAnswer, content_type = "application/problem+json", description = "Its encoding cannot be told."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<SheetQuery>,
    body: Bytes,
) -> Result<Json<SheetAnswer>, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    let report =
        state.service.import_sheet_as(&access.0, &body, &actor, query.dry_run.unwrap_or(false), &clock::now()).await?;
    Ok(Json(report.into()))
}
