//! Checks: a draft in; what is wrong with it out. What was ignored, and what a project wants looked at.

use actix_web::web::{Data, Json, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::{CheckAnswer, IgnoredAnswer, IgnoredPage, PairCharacters, SettingsAnswer};
use crate::app::check::{CheckOptions, CheckQuery, CheckUnit};
use crate::app::clock;
use crate::http::access::Access;
use crate::http::parameters::{self, ActorQuery};
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;

/// The most segments of one request.
const MOST_SEGMENTS: usize = 5_000;
/// The most characters of a text.
const LONGEST_TEXT: usize = 100_000;
/// The most bytes of a request.
pub(crate) const LARGEST_DRAFT: usize = 16 * 1024 * 1024;

/// A draft to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "segments": [{"source": "約2.8億人が視床下部の研究に参加した。", "target": "About 28 million people took part."}],
    "source_lang": "ja", "target_lang": "en"
}))]
pub(crate) struct CheckRequest {
    /// Its segments, in order; those without a translation are passed over.
    #[schema(max_items = 5000)]
    segments: Vec<CheckSegment>,
    /// Language translated from (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    source_lang: String,
    /// Language translated into (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "en")]
    target_lang: String,
    /// Projects in rank order; all where empty or missing. The first says what to look for, unless `settings` do.
    #[serde(default)]
    projects: Vec<String>,
    /// Whether the segments are one document; else each stands for itself, and terms and abbreviations are not followed from one to
    /// the next.
    #[serde(default = "yes")]
    #[schema(default = true)]
    document: bool,
    /// What to look for, in place of what the project says.
    settings: Option<SettingsAnswer>,
    /// Whether to give findings that were ignored too.
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
    /// The text translated from, at most 100,000 characters.
    #[schema(max_length = 100000)]
    source: String,
    /// Its translation; blank where there is none yet.
    #[schema(max_length = 100000)]
    target: String,
}

/// Looks at a draft.
///
/// Findings come with their places in both texts, one sentence that says why, and what would mend them where that is
/// certain. None is reason enough not to save.
#[utoipa::path(post, path = "/v1/checks", operation_id = "create_check", tag = "checks", request_body = CheckRequest,
    responses(
        (status = 200, body = CheckAnswer, description = "What was found."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    asked: Json<CheckRequest>,
) -> Result<Json<CheckAnswer>, Problem> {
    let asked = asked.into_inner();
    let count = asked.segments.len();
    if count > MOST_SEGMENTS {
        let problem = format!("{count} are given, at most {MOST_SEGMENTS} are taken at once.");
        return Err(Problem::invalid("segments", &problem));
    }
    for (number, segment) in asked.segments.iter().enumerate() {
        for (name, text) in [("source", &segment.source), ("target", &segment.target)] {
            if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
                let field = format!("segments[{number}].{name}");
                return Err(Problem::invalid(&field, &format!("has more than {LONGEST_TEXT} characters. Cut it.")));
            }
        }
    }
    let options = CheckOptions {
        projects: access.projects(asked.projects)?,
        document: asked.document,
        settings: asked.settings.map(Into::into),
        with_ignored: asked.with_ignored,
        ..CheckOptions::new(
            parameters::language("source_lang", &asked.source_lang)?,
            parameters::language("target_lang", &asked.target_lang)?,
        )
    };
    let pairs: Vec<PairCharacters> =
        asked.segments.iter().map(|segment| PairCharacters::of(&segment.source, &segment.target)).collect();
    let unit = |segment: CheckSegment| CheckUnit { source: segment.source, target: segment.target };
    let units = asked.segments.into_iter().map(unit).collect();
    let report = state.service.check(CheckQuery { units, options }).await?;
    Ok(Json(CheckAnswer::new(report, &pairs)))
}

/// Which ignored findings to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct IgnoresQuery {
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// The most findings to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Only those after this number.
    #[param(minimum = 0, default = 0)]
    after: Option<i64>,
}

/// Lists findings that are ignored, oldest first.
#[utoipa::path(get, path = "/v1/checks/ignores", operation_id = "list_ignored_findings", tag = "checks", params(IgnoresQuery),
    responses(
        (status = 200, body = IgnoredPage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn ignores(
    access: Access,
    state: Data<State>,
    query: Query<IgnoresQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let limit = parameters::limit(query.limit)?;
    let after = parameters::after("after", query.after)?;
    let projects = access.projects(parameters::names(query.project.as_deref()))?;
    let most = usize::try_from(limit).unwrap_or(1);
    let ignored = state.service.ignored_findings(&projects, after, most).await?;
    let next_after = parameters::next(ignored.iter().map(|ignored| ignored.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_after {
        parameters::link_next(&mut answer, &request, "after", last);
    }
    let ignored: Vec<IgnoredAnswer> = ignored.into_iter().map(Into::into).collect();
    Ok(answer.json(IgnoredPage { ignored, next_after }))
}

/// A finding to ignore.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "default", "key": "numbers|第1報|1", "note": "the title has no number"}))]
pub(crate) struct IgnoreRequest {
    /// Name of the project it is ignored in.
    #[schema(min_length = 1)]
    project: String,
    /// The `key` the finding came with.
    #[schema(
        min_length = 1,
        max_length = 2000,
        pattern = r"^(term_not_used|term_forbidden|source_inconsistent|term_inconsistent|numbers|untranslated|abbreviation_unexpanded|style|term_without_translation)(\||$)"
    )]
    key: String,
    /// Why.
    #[schema(max_length = 1000)]
    note: Option<String>,
}

/// Ignores a finding in a project from now on.
///
/// It is known by its rule and the words it is about, so it stays ignored in every version of every document. What is ignored
/// already stays so; a note takes the place of one before.
#[utoipa::path(post, path = "/v1/checks/ignores", operation_id = "ignore_finding", tag = "checks", params(ActorQuery),
    request_body = IgnoreRequest,
    responses(
        (status = 204, description = "It is ignored."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn ignore(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    asked: Json<IgnoreRequest>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    let IgnoreRequest { project, key, note } = asked.into_inner();
    let project = access.project(Some(&project), &state.project)?;
    state.service.ignore_finding(&project, &key, note.as_deref(), &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Which finding to ignore no more.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct UnignoreQuery {
    /// Name of the project.
    project: String,
    /// The `key` of the finding.
    key: String,
    /// Who does it, at most 200 characters.
    #[param(
        min_length = 1,
        max_length = 200,
        default = "api",
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"
    )]
    actor: Option<String>,
}

/// Ignores a finding no more.
#[utoipa::path(delete, path = "/v1/checks/ignores", operation_id = "unignore_finding", tag = "checks", params(UnignoreQuery),
    responses(
        (status = 204, description = "It is shown again."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project, or nobody ignored it."),
    ))]
pub(crate) async fn unignore(
    access: Access,
    state: Data<State>,
    query: Query<UnignoreQuery>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    let project = access.project(Some(&query.project), &state.project)?;
    state.service.unignore_finding(&project, &query.key, &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whose settings.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SettingsQuery {
    /// Name of the project.
    project: String,
}

/// Gives what a project wants looked at.
#[utoipa::path(get, path = "/v1/checks/settings", operation_id = "read_check_settings", tag = "checks", params(SettingsQuery),
    responses(
        (status = 200, body = SettingsAnswer, description = "The settings; the usual ones where nobody set any."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn settings(
    access: Access,
    state: Data<State>,
    query: Query<SettingsQuery>,
) -> Result<Json<SettingsAnswer>, Problem> {
    let project = access.project(Some(&query.project), &state.project)?;
    let settings = state.service.check_settings(&project).await?;
    Ok(Json(SettingsAnswer::from(&settings)))
}

/// Whose settings to keep, and who sets them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SetSettingsQuery {
    /// Name of the project.
    project: String,
    /// Who sets them, at most 200 characters.
    #[param(
        min_length = 1,
        max_length = 200,
        default = "api",
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"
    )]
    actor: Option<String>,
}

/// Keeps what a project wants looked at: all of it, in place of what it wanted before.
#[utoipa::path(put, path = "/v1/checks/settings", operation_id = "set_check_settings", tag = "checks", params(SetSettingsQuery),
    request_body = SettingsAnswer,
    responses(
        (status = 200, body = SettingsAnswer, description = "The settings as they are kept."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn set_settings(
    access: Access,
    state: Data<State>,
    query: Query<SetSettingsQuery>,
    asked: Json<SettingsAnswer>,
) -> Result<Json<SettingsAnswer>, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    let settings = asked.into_inner().into();
    let project = access.project(Some(&query.project), &state.project)?;
    state.service.set_check_settings(&project, &settings, &actor, &clock::now()).await?;
    Ok(Json(SettingsAnswer::from(&settings)))
}
