//! Review sheets: the review queue as a file for a spreadsheet, and decisions read from the completed file.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Bytes, Data, Json, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::review::QueueQuery;
use crate::answer::SheetAnswer;
use crate::app::clock;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ProjectNotFound, SheetNotReadable};
use crate::http::state::State;
use crate::http::values::{ActorName, Value};

/// The most bytes of a sheet.
pub(crate) const LARGEST_SHEET: usize = 64 * 1024 * 1024;

/// How to read a sheet.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetQuery {
    /// Only report the outcome of each row, without changing anything.
    #[param(default = false)]
    dry_run: Option<bool>,
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// The file a sheet is given as; without it, what `Accept` asks for, otherwise CSV.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetFormatQuery {
    /// The format: `csv`, or `xlsx` for a workbook with the words to choose from.
    #[serde(default)]
    #[param(inline, default = "csv")]
    format: Option<SheetFormatWord>,
}

/// The bytes of a sheet.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct SheetFile(Vec<u8>);

/// Gives all terms that wait for review as CSV for a spreadsheet; `limit` is ignored.
///
/// Fill in `decision` (`accept`, `edit`, `reject`, `retire`), `new_english`, `usage`, `replacement` and `note`; leave the
/// other columns unchanged.
#[utoipa::path(get, path = "/v1/review/sheet", operation_id = "read_review_sheet", tag = "review", params(QueueQuery),
    responses(
        (status = 200, description = "The sheet, in UTF-8 with a byte order mark.", content((String = "text/csv"))),
        ProjectNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    query: Query<QueueQuery>,
) -> Result<HttpResponse, Problem> {
    let sheet = state.service.review_sheet(&query.into_inner().checked(&access)?).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"review.csv\""))
        .body(sheet))
}

/// Carries out the decisions of a sheet, each row all or nothing.
///
/// The body is the file as a spreadsheet saved it: separated by commas, semicolons or tabs, in UTF-8, UTF-16 or `Shift_JIS`. A
/// row whose term has changed in the meantime is reported as a conflict and not carried out. Sending the same sheet again
/// changes nothing.
#[utoipa::path(post, path = "/v1/review/sheet", operation_id = "create_review_sheet", tag = "review", params(SheetQuery),
    request_body(content = inline(SheetFile), content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 200, body = SheetAnswer, description = "The outcome of each row."),
        SheetNotReadable,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<SheetQuery>,
    body: Bytes,
) -> Result<Json<SheetAnswer>, Problem> {
    let query = query.into_inner();
    let actor = access.actor(query.actor.checked("actor")?.as_deref())?;
    let report =
        state.service.import_sheet(&access.0, &body, &actor, query.dry_run.unwrap_or(false), &clock::now()).await?;
    Ok(Json(report.into()))
}
