//! The first rows of an export as they will be in the file.

use actix_web::HttpRequest;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::exports::{ExportQuery, requested};
use crate::answer::ExportPreviewAnswer;
use crate::http::access::Access;
use crate::http::payload::unreadable_query;
use crate::http::problem::Problem;
use crate::http::refusals::FileNotFound;
use crate::http::state::State;
use crate::http::values::{OrDefault, QueryNumber};

/// How many rows are shown.
type RowCount = OrDefault<QueryNumber<1, 200>, 20>;

/// How much to show of the file.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewQuery {
    /// How many rows to show; of a file that is no table, how many concepts or segments.
    #[serde(default)]
    #[param(inline)]
    rows: RowCount,
}

/// Shows the first rows of a file as they will be.
///
/// Takes the query of the file itself, and `rows`. Of a table, `columns` and `rows` have the cells; of other text, `text` has the
/// beginning; a workbook is shown as the table it holds. Word documents are not shown.
#[utoipa::path(get, path = "/v1/exports/{file}/preview", operation_id = "preview_export", tag = "export",
    params(ExportQuery, PreviewQuery, ("file" = String, Path, description = "`PROJECT.EXTENSION`", example = "default.csv")),
    responses((status = 200, body = ExportPreviewAnswer, description = "The first rows."), FileNotFound))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    file: Path<String>,
    request: HttpRequest,
) -> Result<Json<ExportPreviewAnswer>, Problem> {
    let (of_preview, of_file): (Vec<&str>, Vec<&str>) =
        request.query_string().split('&').partition(|pair| pair.split('=').next() == Some("rows"));
    let preview = Query::<PreviewQuery>::from_query(&of_preview.join("&")).map_err(|error| unreadable_query(&error))?;
    let query = Query::<ExportQuery>::from_query(&of_file.join("&")).map_err(|error| unreadable_query(&error))?;
    let rows = preview.into_inner().rows.checked_as("rows")?;
    let (export, _) = requested(&access, &file, query.into_inner())?;
    Ok(Json(state.service.preview_export(&export, rows).await?.into()))
}
