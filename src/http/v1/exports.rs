//! Exports: the term base or the memory of projects as a file, and what the file would hold.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ExportSummary;
use crate::answer::words::{ExportFormatWord, IncludedReviewWord, UsageWord};
use crate::app::export::{Export, ExportFormat, Filter, Profile};
use crate::http::access::Access;
use crate::http::export_answer;
use crate::http::problem::Problem;
use crate::http::refusals::FileNotFound;
use crate::http::state::State;
use crate::http::values::{
    ChangeOrTime, ItemName, LanguageTag, Line, OneWord, ProfileName, ProjectList, ReleaseNumber, Text, Value, Words,
};
use crate::model::{ReleaseId, Review};

/// The name of a format.
type FormatName = OneWord<ExportFormatWord>;

/// The lowest review state.
type LowestReview = OneWord<IncludedReviewWord>;

/// Usages, separated by commas.
type UsageList = Words<UsageWord>;

/// Names, separated by commas.
type ItemList = Text<Line, 1000>;

/// What the file holds.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportQuery {
    /// The format, where several have the same extension; by the extension if missing.
    #[param(inline, example = "csv_excel")]
    format: Option<FormatName>,
    /// The kind of reader the file is for.
    #[param(inline, default = "standard")]
    profile: Option<ProfileName>,
    /// The lowest review state that is included.
    #[param(inline, default = "suggested")]
    review: Option<LowestReview>,
    /// Usages of the terms that are included, separated by commas; those of the profile if missing.
    #[param(inline, example = "preferred,admitted")]
    usage: Option<UsageList>,
    /// Only concepts of these subject fields, separated by commas.
    #[param(inline)]
    field: Option<ItemList>,
    /// Only concepts that this release names or defines, by its number.
    #[param(inline)]
    release: Option<ReleaseNumber>,
    /// Only concepts with terms or definitions from this source: the name of an imported file, a release or a person.
    #[param(inline)]
    source: Option<ItemName>,
    /// Only concepts that have changed after the change with this number, or since this date or time (RFC 3339, UTC).
    #[param(inline)]
    since: Option<ChangeOrTime>,
    /// Only concepts that a release names, so without what only the starter base or an import has.
    #[param(default = false)]
    from_releases: Option<bool>,
    /// The language to translate from.
    #[param(inline, default = "ja")]
    from: Option<LanguageTag>,
    /// The language to translate into.
    #[param(inline, default = "en")]
    into: Option<LanguageTag>,
}

impl ExportQuery {
    /// The export, once the projects and the format of the file's extension are known.
    fn checked(self) -> Result<(Option<ExportFormat>, Export), Problem> {
        let format = self.format.checked("format")?.map(ExportFormat::from);
        let mut export = Export::new(format.unwrap_or(ExportFormat::Csv), Vec::new());
        export.profile = self.profile.checked("profile")?.map_or(Profile::Standard, Into::into);
        export.review = self.review.checked("review")?.map_or(Review::Suggested, Into::into);
        export.usages = self.usage.map(|usages| usages.checked_as("usage")).transpose()?.unwrap_or_default();
        let list = |text: Option<String>| -> Vec<String> {
            let text = text.unwrap_or_default();
            text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
        };
        export.filter = Filter {
            fields: list(self.field.checked("field")?),
            releases: self.release.checked("release")?.into_iter().map(ReleaseId::new).collect(),
            sources: self.source.checked("source")?.into_iter().collect(),
            since: self.since.checked("since")?,
            from_releases: self.from_releases.unwrap_or_default(),
        };
        if let Some(source) = self.from.checked("from")? {
            export.languages.source = source;
        }
        if let Some(target) = self.into.checked("into")? {
            export.languages.target = target;
        }
        if export.languages.source.primary() == export.languages.target.primary() {
            return Err(Problem::invalid("into", "is the language to translate from. Name two languages."));
        }
        Ok((format, export))
    }
}

/// The format of files with this extension, or the one that was named, if it has the extension.
fn format_of(named: Option<ExportFormat>, extension: &str) -> Result<ExportFormat, Problem> {
    match named {
        Some(format) if format.extension() != extension => {
            let detail = format!(
                "`{format}` is not a format of `.{extension}` files. Request the file with `.{}`.",
                format.extension()
            );
            Err(Problem::invalid("format", &detail))
        }
        Some(format) => Ok(format),
        None => ExportFormat::of_extension(extension).ok_or_else(|| unknown_extension(extension)),
    }
}

/// Gives the terms or the memory of projects as a file.
///
/// The extension says the format; `format` chooses among several with the same one.
#[utoipa::path(get, path = "/v1/exports/{file}", operation_id = "export_file", tag = "export",
    params(ExportQuery, ("file" = String, Path, description = "`PROJECT.EXTENSION`; several projects are separated by commas.", example = "default.csv"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer."),
        ("Range" = Option<String>, Header, description = "A part of the file, such as `bytes=1000-`.")),
    responses(
        (status = 200, description = "The file.",
            content_type = "application/octet-stream", body = String,
            headers(("ETag" = String, description = "Strong tag of the bytes."),
                ("Content-Disposition" = String, description = "A name for the file."),
                ("Taiyaku-Left-Out" = Option<String>, description = "Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none."))),
        (status = 206, description = "The part of the file.",
            content_type = "application/octet-stream", body = String),
        (status = 304, description = "The file has not changed since the answer with this tag."),
        FileNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    file: Path<String>,
    query: Query<ExportQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (export, name) = requested(&access, &file, query.into_inner())?;
    export_answer::answer(&state, &export, &disposition(&name), &request).await
}

/// Says what the file would hold, what is left out, and what its format cannot carry.
#[utoipa::path(get, path = "/v1/exports/{file}/summary", operation_id = "summarize_export", tag = "export",
    params(ExportQuery, ("file" = String, Path, description = "`PROJECT.EXTENSION`", example = "default.csv")),
    responses(
        (status = 200, body = ExportSummary, description = "The summary."),
        FileNotFound,
    ))]
pub(crate) async fn summary(
    access: Access,
    state: Data<State>,
    file: Path<String>,
    query: Query<ExportQuery>,
) -> Result<Json<ExportSummary>, Problem> {
    let (export, name) = requested(&access, &file, query.into_inner())?;
    let (revision, _) = state.service.last_change(&export.projects).await?;
    let made = state.service.export_file(&export, revision).await?;
    Ok(Json(ExportSummary::new(name, export.format, made.length, &made.report)))
}

/// What is requested, and the name of the file.
pub(super) fn requested(access: &Access, file: &str, query: ExportQuery) -> Result<(Export, String), Problem> {
    let (format, mut export) = query.checked()?;
    let parts = file.rsplit_once('.').filter(|(name, extension)| !name.is_empty() && !extension.is_empty());
    let (projects, extension) = parts.ok_or_else(|| unknown_extension(""))?;
    export.format = format_of(format, extension)?;
    export.projects = access.projects(ProjectList::from(projects.to_owned()).names())?;
    if export.format == ExportFormat::OmegaT {
        // `OmegaT` is the only reader of its glossaries.
        export.profile = Profile::OmegaT;
    }
    Ok((export, file.to_owned()))
}

fn unknown_extension(extension: &str) -> Problem {
    let known: Vec<String> = ExportFormat::extensions().iter().map(|known| format!("`.{known}`")).collect();
    let known = known.join(", ");
    Problem::new(
        "not_found",
        format!("No format writes files with the extension `{extension}`. Request `PROJECT` with one of {known}."),
    )
}

/// An attachment with this name (RFC 6266): a plain name for old clients beside the exact one.
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' }).collect();
    if plain == name {
        return format!("attachment; filename=\"{plain}\"");
    }
    let exact = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}
