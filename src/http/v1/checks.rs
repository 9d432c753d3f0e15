//! Checks of draft translations, ignored findings, and the check settings of projects.

use actix_web::web::{Data, Json, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::{CheckAnswer, IgnoredAnswer, IgnoredPage, PairCharacters, SettingsAnswer};
use crate::app::check::{CheckOptions, CheckQuery, CheckUnit, LONGEST_NOTE};
use crate::app::clock;
use crate::http::access::Access;
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::refusals::{IgnoredFindingNotFound, ProjectNotFound};
use crate::http::state::State;
use crate::http::v1::suggestions::ReferenceName;
use crate::http::values::{
    ActorName, ActorQuery, Batch, BodyNumber, FindingKey, Free, ItemName, LanguageTag, PageLength, PageStart,
    ProjectList, Text, Value, languages,
};
use crate::model::IgnoreId;

/// The segments of one request.
type SegmentBatch = Batch<CheckSegment, 0, 5_000>;
/// A source or target text.
type DraftText = Text<Free, 100_000>;
/// The number of a plural form.
type PluralForm = BodyNumber<0, 31>;
/// Why a finding is ignored.
type NoteText = Text<Free, LONGEST_NOTE>;
/// The most bytes of a request.
pub(crate) const LARGEST_DRAFT: usize = 16 * 1024 * 1024;

/// A draft to check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "segments": [{"source": "約2.8億人が視床下部の研究に参加した。", "target": "About 28 million people took part."}],
    "source_lang": "ja", "target_lang": "en"
}))]
pub(crate) struct CheckRequest {
    /// Its segments, in order; those without a translation are skipped.
    #[schema(inline)]
    segments: SegmentBatch,
    /// Language of the source texts (BCP 47).
    #[schema(inline)]
    source_lang: LanguageTag,
    /// Language of the translations (BCP 47).
    #[schema(inline)]
    target_lang: LanguageTag,
    /// Projects in rank order; all if empty or missing. The settings of the first apply, unless `settings` are given.
    #[serde(default)]
    projects: Vec<String>,
    /// Whether the segments are one document. If not, terms and abbreviations are not tracked from one segment to the next.
    #[serde(default = "yes")]
    #[schema(default = true)]
    document: bool,
    /// What to check, instead of the settings of the project.
    settings: Option<SettingsAnswer>,
    /// Whether to include ignored findings.
    #[serde(default)]
    #[schema(default = false)]
    with_ignored: bool,
}

fn yes() -> bool {
    true
}

/// One segment of a draft.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckSegment {
    /// The source text.
    #[schema(inline)]
    source: DraftText,
    /// Its translation; blank if there is none yet.
    #[schema(inline)]
    target: DraftText,
    /// In which sense the text is used, such as `msgctxt` of PO. Texts in different contexts are not compared with each
    /// other.
    #[schema(inline)]
    context: Option<ReferenceName>,
    /// Its key in its file.
    #[schema(inline)]
    key: Option<ReferenceName>,
    /// Which plural form of a message the translation is, from 0; missing for a message without plural.
    #[schema(inline)]
    plural_form: Option<PluralForm>,
    /// Whether it is the form for one thing, beside another form for several.
    #[serde(default)]
    #[schema(default = false)]
    singular: bool,
    /// The inline codes of the source text that do not stand in it as text, such as `<g id="1">`.
    #[serde(default)]
    source_codes: Vec<String>,
    /// The inline codes of the translation.
    #[serde(default)]
    target_codes: Vec<String>,
}

/// Checks a draft translation.
///
/// Findings come with their positions in both texts, one sentence that explains them, and a fix where one is certain.
#[utoipa::path(post, path = "/v1/checks", operation_id = "create_check", tag = "checks", request_body = CheckRequest,
    responses(
        (status = 200, body = CheckAnswer, description = "The findings."),
        ProjectNotFound,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    body: Json<CheckRequest>,
) -> Result<Json<CheckAnswer>, Problem> {
    let request = body.into_inner();
    let segments = request.segments.checked("segments")?.into_iter().enumerate();
    let units = segments.map(|(index, segment)| segment.checked(index)).collect::<Result<Vec<_>, _>>()?;
    let (source_lang, target_lang) = languages(request.source_lang, request.target_lang)?;
    let options = CheckOptions {
        document: request.document,
        settings: request.settings.map(Into::into),
        with_ignored: request.with_ignored,
        projects: access.projects(request.projects)?,
        ..CheckOptions::new(source_lang, target_lang)
    };
    let pairs: Vec<PairCharacters> = units.iter().map(|unit| PairCharacters::of(&unit.source, &unit.target)).collect();
    let report = state.service.check(CheckQuery { units, options }).await?;
    Ok(Json(CheckAnswer::new(report, &pairs)))
}

impl CheckSegment {
    fn checked(self, index: usize) -> Result<CheckUnit, Problem> {
        Ok(CheckUnit {
            source: self.source.checked(&format!("segments[{index}].source"))?,
            target: self.target.checked(&format!("segments[{index}].target"))?,
            context: self.context.checked(&format!("segments[{index}].context"))?,
            key: self.key.checked(&format!("segments[{index}].key"))?,
            form: self
                .plural_form
                .checked(&format!("segments[{index}].plural_form"))?
                .and_then(|form| usize::try_from(form).ok()),
            is_singular: self.singular,
            source_codes: self.source_codes,
            target_codes: self.target_codes,
        })
    }
}

/// Which ignored findings to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct IgnoresQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// The most findings to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after the ignored finding with this id.
    #[serde(default)]
    #[param(inline)]
    after: PageStart,
}

/// Lists ignored findings, oldest first.
#[utoipa::path(get, path = "/v1/checks/ignores", operation_id = "list_ignored_findings", tag = "checks", params(IgnoresQuery),
    responses(
        (status = 200, body = IgnoredPage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn ignores(
    access: Access,
    state: Data<State>,
    query: Query<IgnoresQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let limit = query.limit.checked_as("limit")?;
    let after = query.after.checked("after")?;
    let projects = access.projects(query.project.names())?;
    let most = usize::try_from(limit).unwrap_or(1);
    let ignored = state.service.ignored_findings(&projects, Some(IgnoreId::new(after)), most).await?;
    let next_after = paging::next(ignored.iter().map(|ignored| ignored.id.get()), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        paging::link_next(&mut answer, &request, "after", last);
    }
    let ignored: Vec<IgnoredAnswer> = ignored.into_iter().map(Into::into).collect();
    Ok(answer.json(IgnoredPage { ignored, next_after }))
}

/// A finding to ignore.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "default", "key": "numbers|第1報|1", "note": "the title has no number"}))]
pub(crate) struct IgnoreRequest {
    /// Name of the project in which to ignore it.
    #[schema(inline)]
    project: ItemName,
    /// The `key` of the finding.
    #[schema(inline)]
    key: FindingKey,
    /// Why it is ignored.
    #[schema(inline)]
    note: Option<NoteText>,
}

/// Ignores a finding in a project from now on.
///
/// A finding is identified by its rule and the words it is about, so it is ignored in every version of every document. If it
/// is already ignored, a new note replaces the previous one.
#[utoipa::path(post, path = "/v1/checks/ignores", operation_id = "ignore_finding", tag = "checks", params(ActorQuery),
    request_body = IgnoreRequest,
    responses(
        (status = 204, description = "The finding is ignored."),
        ProjectNotFound,
    ))]
pub(crate) async fn ignore(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    body: Json<IgnoreRequest>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let IgnoreRequest { project, key, note } = body.into_inner();
    let (project, key, note) = (project.checked("project")?, key.checked("key")?, note.checked("note")?);
    let project = access.project(Some(&project), &state.project)?;
    state.service.ignore_finding(&project, &key, note.as_deref(), &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Which finding to stop ignoring.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UnignoreQuery {
    /// Name of the project.
    #[param(inline)]
    project: ItemName,
    /// The `key` of the finding.
    key: String,
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// Stops ignoring a finding.
#[utoipa::path(delete, path = "/v1/checks/ignores", operation_id = "unignore_finding", tag = "checks", params(UnignoreQuery),
    responses(
        (status = 204, description = "The finding is shown again."),
        IgnoredFindingNotFound,
    ))]
pub(crate) async fn unignore(
    access: Access,
    state: Data<State>,
    query: Query<UnignoreQuery>,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let actor = access.actor(query.actor.checked("actor")?.as_deref())?;
    let project = access.project(Some(&query.project.checked("project")?), &state.project)?;
    state.service.unignore_finding(&project, &query.key, &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The project whose settings to read.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SettingsQuery {
    /// Name of the project.
    #[param(inline)]
    project: ItemName,
}

/// Reads the check settings of a project.
#[utoipa::path(get, path = "/v1/checks/settings", operation_id = "read_check_settings", tag = "checks", params(SettingsQuery),
    responses(
        (status = 200, body = SettingsAnswer, description = "The settings; the default settings if none were set."),
        ProjectNotFound,
    ))]
pub(crate) async fn settings(
    access: Access,
    state: Data<State>,
    query: Query<SettingsQuery>,
) -> Result<Json<SettingsAnswer>, Problem> {
    let query = query.into_inner();
    let project = access.project(Some(&query.project.checked("project")?), &state.project)?;
    let settings = state.service.check_settings(&project).await?;
    Ok(Json(SettingsAnswer::from(&settings)))
}

/// The project whose settings to replace, and who replaces them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SetSettingsQuery {
    /// Name of the project.
    #[param(inline)]
    project: ItemName,
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// Replaces all check settings of a project.
#[utoipa::path(put, path = "/v1/checks/settings", operation_id = "set_check_settings", tag = "checks", params(SetSettingsQuery),
    request_body = SettingsAnswer,
    responses(
        (status = 200, body = SettingsAnswer, description = "The new settings."),
        ProjectNotFound,
    ))]
pub(crate) async fn set_settings(
    access: Access,
    state: Data<State>,
    query: Query<SetSettingsQuery>,
    body: Json<SettingsAnswer>,
) -> Result<Json<SettingsAnswer>, Problem> {
    let query = query.into_inner();
    let actor = access.actor(query.actor.checked("actor")?.as_deref())?;
    let settings = body.into_inner().into();
    let project = access.project(Some(&query.project.checked("project")?), &state.project)?;
    state.service.set_check_settings(&project, &settings, &actor, &clock::now()).await?;
    Ok(Json(SettingsAnswer::from(&settings)))
}
