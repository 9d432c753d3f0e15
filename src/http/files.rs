//! Files by URL: the term base or the memory of a project as a file that other programs fetch repeatedly.
//!
//! A program with the address `/export/default.utf8` sends the tag of the file it has, and gets 304 if nothing has changed. The
//! tag is strong: it identifies the bytes. It is made from the project's last change, the version of the writers, the options
//! and the compression, so it is known without writing the file. The dates inside the file are those of that change.

#![expect(unused_qualifications, reason = "the documentation macro repeats the types of a handler's arguments")]

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use super::access::Access;
use super::export_answer;
use super::problem::Problem;
use super::refusals::FileNotFound;
use super::state::State;
use super::values::{OneWord, ProfileName, Value};
use crate::answer::words::IncludedReviewWord;
use crate::app::export::{Export, ExportFormat, Profile};
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
            content_type = "application/octet-stream", body = String,
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
            content_type = "application/octet-stream", body = String,
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
    let format = format_of(extension).ok_or_else(|| missing(extension, "the extension is not supported"))?;
    let requested = query.profile.checked("profile")?.map_or(Profile::Standard, Into::into);
    let profile = if format == ExportFormat::OmegaT { Profile::OmegaT } else { requested };
    let least = query.review.checked("review")?.map_or(Review::Suggested, Into::into);
    let mut export = Export::new(format, vec![project.to_owned()]);
    (export.profile, export.review, export.languages) = (profile, least, languages);
    export_answer::answer(state, &export, "inline", request).await
}

/// The name of a file without its extension, and the extension.
fn split_name(file: &str) -> Result<(&str, &str), Problem> {
    let parts = file.rsplit_once('.').filter(|(name, extension)| !name.is_empty() && !extension.is_empty());
    parts.ok_or_else(|| missing(file, "the name has no extension"))
}

/// The name that stands for the newer TBX in an address, where no `format` chooses among the forms of one extension.
const TBX_3: &str = "tbx3";

/// The form of files with this extension.
fn format_of(extension: &str) -> Option<ExportFormat> {
    if extension == TBX_3 { Some(ExportFormat::Tbx3) } else { ExportFormat::of_extension(extension) }
}

fn missing(file: &str, why: &str) -> Problem {
    let mut extensions: Vec<String> =
        ExportFormat::extensions().into_iter().map(|extension| format!("`.{extension}`")).collect();
    extensions.push(format!("or `.{TBX_3}`"));
    Problem::new(
        "not_found",
        format!("No file `{file}`: {why}. Request `/export/PROJECT` with the extension {}.", extensions.join(", ")),
    )
}
