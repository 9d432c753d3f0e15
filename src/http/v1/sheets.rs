//! Review sheets: the review queue as a file for a spreadsheet, and decisions read from the completed file.

use actix_web::http::header::{ACCEPT, CONTENT_DISPOSITION, VARY};
use actix_web::web::{Bytes, Data, Json, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::review::{OpenStanding, QueueQuery};
use crate::answer::SheetAnswer;
use crate::app::clock;
use crate::app::review::sheet::SheetFormat;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ProjectNotFound, SheetNotReadable};
use crate::http::state::State;
use crate::http::values::{
    ActorName, LanguageTag, PageLength, ProjectList, QueuePosition, ReleaseNumber, SheetFormatName, Value,
};

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

/// Which terms a sheet holds, and the file it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetContentQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// Only terms of this subject field.
    field: Option<String>,
    /// Only terms with evidence in this release.
    #[param(inline)]
    release: Option<ReleaseNumber>,
    /// Only terms of this language (BCP 47).
    #[param(inline, default = "en")]
    lang: Option<LanguageTag>,
    /// Only terms with this standing.
    #[param(inline)]
    status: Option<OpenStanding>,
    /// The most terms to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after this position: `next_after` of the previous page.
    #[param(inline)]
    after: Option<QueuePosition>,
    /// The file: `csv`, or `xlsx` for an Excel workbook with the words to choose from. By default the header `Accept` decides.
    #[param(inline)]
    format: Option<SheetFormatName>,
}

impl SheetContentQuery {
    /// The terms.
    fn into_queue(self) -> QueueQuery {
        let Self { project, field, release, lang, status, limit, after, format: _ } = self;
        QueueQuery { project, field, release, lang, status, limit, after }
    }
}

/// The file a request asks for in its header.
fn accepted(request: &HttpRequest) -> SheetFormat {
    let accepts = |format: &SheetFormat| {
        let headers = request.headers().get_all(ACCEPT).filter_map(|value| value.to_str().ok());
        headers
            .flat_map(|value| value.split(','))
            .any(|media| media.split(';').next().map(str::trim) == Some(format.media_type()))
    };
    Some(SheetFormat::Xlsx).filter(accepts).unwrap_or_default()
}

/// The bytes of a sheet.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
#[expect(dead_code, reason = "documentation only")]
pub(crate) struct SheetFile(Vec<u8>);

/// Gives all terms that wait for review as a table for a spreadsheet, CSV or an Excel workbook; `limit` is ignored.
///
/// Fill in `decision` (`accept`, `edit`, `reject`, `retire`), `new_english`, `usage`, `replacement` and `note`; leave the
/// other columns unchanged.
#[utoipa::path(get, path = "/v1/review/sheet", operation_id = "read_review_sheet", tag = "review", params(SheetContentQuery),
    responses(
        (status = 200, description = "The sheet; CSV is in UTF-8 with a byte order mark.", content(
            (String = "text/csv"),
            (inline(SheetFile) = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", example = json!("PK…")))),
        ProjectNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    query: Query<SheetContentQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let mut query = query.into_inner();
    let format = query.format.take().checked("format")?.map_or_else(|| accepted(&request), Into::into);
    let queue = query.into_queue().checked(&access)?;
    let sheet = state.service.review_sheet(&queue, format, &clock::now()).await?;
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((VARY, "Accept"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"review.{}\"", format.name())))
        .body(sheet))
}

/// Carries out the decisions of a sheet, each row all or nothing.
///
/// The body is the file as a spreadsheet saved it: an Excel workbook, an `OpenDocument` spreadsheet, or a table separated by commas, semicolons or tabs, in UTF-8, UTF-16 or `Shift_JIS`. A
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
