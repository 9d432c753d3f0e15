//! Export: the term base as a file, streamed while it is written.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, ETAG};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::words::ExportFormatWord;
use crate::app::clock;
use crate::app::download::{DownloadQuery, ExportFormat, ExportFormatError, Profile};
use crate::http::access::Access;
use crate::http::etag;
use crate::http::omissions;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{ProfileName, ProjectList, Value};
use crate::model::LangPair;

/// What to export, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportQuery {
    /// The format: `csv`, `csv_excel`, `tbx2` (also `tbx`), `tbx3`, `tbx3_dct`, `omegat`, `utx`, `skos`, `prh` or `xliff21_glossary` for terms,
    /// `tmx`, `xliff12`, `xliff21` or `po` for the memory.
    #[param(value_type = ExportFormatWord, example = "tbx2")]
    format: String,
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// The program that will read the file.
    #[param(inline, default = "standard")]
    profile: Option<ProfileName>,
    /// Whether to include terms with too little evidence to be suggested.
    #[param(default = false)]
    candidates: Option<bool>,
}

/// Exports concepts as a file.
#[utoipa::path(get, path = "/v1/export", operation_id = "export_terms", tag = "export",
    params(ExportQuery, ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer.")),
    responses(
        (status = 200, description = "The file.",
            content((String = "text/csv"), (String = "text/tab-separated-values"), (String = "application/x-tbx"), (String = "application/x-tmx+xml")),
            headers(("ETag" = String, description = "Tag of the revision of the base."),
                ("Content-Disposition" = String, description = "A name for the file."),
                ("Taiyaku-Left-Out" = Option<String>, description = "Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none."))),
        (status = 304, description = "Nothing has changed since the answer with this tag."),
        ProjectNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    query: Query<ExportQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let format: ExportFormat =
        query.format.parse().map_err(|error: ExportFormatError| Problem::invalid("format", &error.to_string()))?;
    let query = query.into_inner();
    let profile = query.profile.checked("profile")?.map_or(Profile::Standard, Into::into);
    let tag = etag::of(state.service.revision().await?);
    let query = DownloadQuery {
        format,
        projects: access.projects(query.project.names())?,
        profile,
        include_candidates: query.candidates.unwrap_or(false),
        only_approved: false,
        languages: LangPair::JA_EN,
        at: clock::now(),
    };
    let download = state.service.download(&query).await?;
    if etag::is_current(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let left_out = state.service.omissions(&query).await?;
    let pieces = stream::try_unfold(download, |mut download| async move {
        let piece = download.next().await.inspect_err(|error| tracing::error!(%error, "an export failed"))?;
        Ok::<_, Problem>(piece.map(|piece| (Bytes::from(piece), download)))
    });
    let mut answer = HttpResponse::Ok();
    if let Some(header) = omissions::header(&left_out) {
        answer.insert_header(header);
    }
    Ok(answer
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"terms.{}\"", format.extension())))
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .streaming(Box::pin(pieces)))
}
