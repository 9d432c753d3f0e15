//! Files by URL: the term base or the memory of a project as a file that other programs fetch repeatedly.
//!
//! A program with the address `/export/default.utf8` sends the tag of the file it has, and gets 304 if nothing has changed. The
//! tag is strong: it identifies the bytes. It is made from the project's last change, the version of the writers, the options
//! and the compression, so it is known without writing the file. The dates inside the file are those of that change.

#![expect(unused_qualifications, reason = "the documentation macro repeats the types of a handler's arguments")]

use std::io::Write;

use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, ETAG, VARY};
use actix_web::web::{Bytes, Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream;
use serde::Deserialize;
use utoipa::IntoParams;

use super::access::Access;
use super::etag;
use super::omissions;
use super::problem::Problem;
use super::refusals::FileNotFound;
use super::state::State;
use super::values::{OneWord, ProfileName, Value};
use crate::answer::words::IncludedReviewWord;
use crate::app::AppError;
use crate::app::download::{Download, DownloadQuery, ExportFormat, Profile};
use crate::model::{LangPair, Review};

/// The lowest review state.
type LowestReview = OneWord<IncludedReviewWord>;

/// Which terms the file contains.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FileQuery {
    /// The lowest review state that is included.
    #[param(inline, default = "suggested")]
    review: Option<LowestReview>,
    /// The program that will read the file. Files with the extension `.utf8` are always for `OmegaT`.
    #[param(inline, default = "standard")]
    profile: Option<ProfileName>,
}

/// Gives a project as a file, from Japanese into English.
///
/// The extension determines the format: `.utf8` (a glossary for `OmegaT`), `.csv`, `.tbx`, `.tbx3` and `.tmx` (the memory).
#[utoipa::path(get, path = "/export/{file}", operation_id = "read_file", tag = "export",
    params(FileQuery, ("file" = String, Path, description = "`PROJECT.EXTENSION`", example = "default.utf8"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer.")),
    responses(
        (status = 200, description = "The file.",
            content((String = "text/tab-separated-values"), (String = "text/csv"), (String = "application/x-tbx"), (String = "application/x-tmx+xml")),
            headers(("ETag" = String, description = "Strong tag of the bytes."),
                ("Taiyaku-Left-Out" = Option<String>, description = "Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none."))),
        (status = 304, description = "The file has not changed since the answer with this tag."),
        FileNotFound,
    ))]
pub(crate) async fn read(
    state: Data<State>,
    file: Path<String>,
    query: Query<FileQuery>,
    access: Access,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let file = file.into_inner();
    let (project, extension) = split_name(&file)?;
    access.projects(vec![project.to_owned()])?;
    give(&state, project, extension, LangPair::JA_EN, query.into_inner(), &request).await
}

/// Gives a project as a file, from one language into another.
#[utoipa::path(get, path = "/export/{project}/{file}", operation_id = "read_file_of_languages", tag = "export",
    params(FileQuery, ("project" = String, Path, description = "Name of the project.", example = "default"),
        ("file" = String, Path, description = "`SOURCE-TARGET.EXTENSION`", example = "en-ja.utf8"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer.")),
    responses(
        (status = 200, description = "The file.",
            content((String = "text/tab-separated-values"), (String = "text/csv"), (String = "application/x-tbx"), (String = "application/x-tmx+xml")),
            headers(("ETag" = String, description = "Strong tag of the bytes."),
                ("Taiyaku-Left-Out" = Option<String>, description = "Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none."))),
        (status = 304, description = "The file has not changed since the answer with this tag."),
        FileNotFound,
    ))]
pub(crate) async fn read_pair(
    state: Data<State>,
    path: Path<(String, String)>,
    query: Query<FileQuery>,
    access: Access,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (project, file) = path.into_inner();
    let (pair, extension) = split_name(&file)?;
    let pair = LangPair::parse(pair).map_err(|error| missing(&file, &error.to_string()))?;
    access.projects(vec![project.clone()])?;
    give(&state, &project, extension, pair, query.into_inner(), &request).await
}

async fn give(
    state: &State,
    project: &str,
    extension: &str,
    languages: LangPair,
    query: FileQuery,
    request: &HttpRequest,
) -> Result<HttpResponse, Problem> {
    let format = match extension {
        "utf8" => ExportFormat::OmegaT,
        "csv" => ExportFormat::Csv,
        "xlsx" => ExportFormat::Xlsx,
        "tbx" => ExportFormat::Tbx2,
        "tbx3" => ExportFormat::Tbx3,
        "tmx" => ExportFormat::Tmx,
        _ => return Err(missing(extension, "the extension is not supported")),
    };
    let requested = query.profile.checked("profile")?.map_or(Profile::Standard, Into::into);
    let profile = if format == ExportFormat::OmegaT { Profile::OmegaT } else { requested };
    let least = query.review.checked("review")?.map_or(Review::Suggested, Into::into);
    let (revision, at) = state.service.last_change(project).await?;
    let is_packed = accepts_gzip(request);
    let options = format!("{project}\n{}>{}\n{profile:?}\n{least:?}", languages.source, languages.target);
    let tag = etag::strong(revision, format, &options, is_packed);
    let mut answer = if etag::is_current(request, &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((ETAG, tag.clone()));
    answer.insert_header((CACHE_CONTROL, "private, no-cache"));
    answer.insert_header((VARY, "Accept-Encoding"));
    if etag::is_current(request, &tag) {
        return Ok(answer.finish());
    }
    answer.content_type(format.media_type());
    answer.insert_header((CONTENT_DISPOSITION, "inline"));
    if is_packed {
        answer.insert_header((CONTENT_ENCODING, "gzip"));
    }
    if request.method() == Method::HEAD {
        return Ok(answer.finish());
    }
    let query = DownloadQuery {
        format,
        projects: vec![project.to_owned()],
        profile,
        include_candidates: least == Review::Candidate,
        only_approved: least == Review::Approved,
        languages,
        at,
    };
    if let Some(header) = omissions::header(&state.service.omissions(&query).await?) {
        answer.insert_header(header);
    }
    let download = state.service.download(&query).await?;
    Ok(answer.streaming(Box::pin(pieces(download, is_packed))))
}

/// The file piece by piece, compressed if the client accepts that.
pub(super) fn pieces(download: Download, is_packed: bool) -> impl futures_util::Stream<Item = Result<Bytes, Problem>> {
    let packer = is_packed.then(|| GzEncoder::new(Vec::new(), Compression::default()));
    stream::try_unfold(Some((download, packer)), |held| async move {
        let Some((mut download, mut packer)) = held else { return Ok(None) };
        loop {
            let piece = download
                .next()
                .await
                .inspect_err(|error| tracing::error!(%error, "could not write a file to its end"))?;
            let Some(mut packing) = packer.take() else {
                return Ok(piece.map(|piece| (Bytes::from(piece), Some((download, None)))));
            };
            let Some(piece) = piece else {
                let rest = packing.finish().map_err(AppError::Output)?;
                return Ok(Some((Bytes::from(rest), None)));
            };
            packing.write_all(&piece).map_err(AppError::Output)?;
            let packed = std::mem::take(packing.get_mut());
            packer = Some(packing);
            // A little text may give no bytes yet, and an empty piece would end the answer.
            if !packed.is_empty() {
                return Ok(Some((Bytes::from(packed), Some((download, packer)))));
            }
        }
    })
}

/// The name of a file without its extension, and the extension.
fn split_name(file: &str) -> Result<(&str, &str), Problem> {
    let parts = file.rsplit_once('.').filter(|(name, extension)| !name.is_empty() && !extension.is_empty());
    parts.ok_or_else(|| missing(file, "the name has no extension"))
}

fn missing(file: &str, why: &str) -> Problem {
    let extensions = "`.utf8`, `.csv`, `.tbx`, `.tbx3` or `.tmx`";
    Problem::new(
        "not_found",
        format!("No file `{file}`: {why}. Request `/export/PROJECT` with the extension {extensions}."),
    )
}

/// Whether the client accepts gzip. Without the header, the bytes are sent uncompressed.
fn accepts_gzip(request: &HttpRequest) -> bool {
    let values = request.headers().get_all(ACCEPT_ENCODING).filter_map(|value| value.to_str().ok());
    let mut offers = values.flat_map(|value| value.split(',')).map(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        (name.trim().to_ascii_lowercase(), is_refused)
    });
    offers.any(|(name, is_refused)| name == "gzip" && !is_refused)
}
