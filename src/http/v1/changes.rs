//! Changes: the log everything else can be kept in step with, page by page, waited for, or as a stream.

use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, ContentEncoding, HeaderName};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use serde::Deserialize;
use tokio::time::Instant;
use utoipa::IntoParams;

use crate::answer::words::EntityWord;
use crate::answer::{ChangeAnswer, ChangePage};
use crate::http::access::Access;
use crate::http::following::Following;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Revision;

/// The longest a request may wait, in seconds.
const LONGEST_WAIT: u32 = 60;
/// The longest a stream may be told to last, in seconds.
const LONGEST_STREAM: u32 = 86_400;
/// The header a client resumes a stream with.
const LAST_EVENT_ID: &str = "last-event-id";

/// Which changes to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only changes after this revision.
    #[param(minimum = 0, default = 0)]
    since: Option<i64>,
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// Only changes of these kinds of thing, parted by commas; all without.
    #[param(
        example = "term,concept",
        pattern = r"^(release|concept|term|segment|source|token|ignore|check_settings)(,(release|concept|term|segment|source|token|ignore|check_settings))*$"
    )]
    entity: Option<String>,
    /// The most changes to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// How long to wait for a change where there is none, in seconds, 0 to 60.
    #[param(minimum = 0, maximum = 60, default = 0)]
    wait: Option<u32>,
}

/// Which changes to send.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct StreamQuery {
    /// Begin after this revision; with what comes from now on without.
    #[param(minimum = 0)]
    since: Option<i64>,
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// Only changes of these kinds of thing, parted by commas; all without.
    #[param(
        example = "term,concept",
        pattern = r"^(release|concept|term|segment|source|token|ignore|check_settings)(,(release|concept|term|segment|source|token|ignore|check_settings))*$"
    )]
    entity: Option<String>,
    /// End after so many seconds, 0 to 86,400; never without. With 0 what has changed is sent and nothing waited for.
    #[param(minimum = 0, maximum = 86400)]
    seconds: Option<u32>,
}

/// Lists changes, oldest first.
///
/// Ask again with `since` set to `next_since`: nothing is missed and nothing comes twice. With `wait` the answer comes as soon
/// as something changes, or empty after that time.
#[utoipa::path(get, path = "/v1/changes", operation_id = "list_changes", tag = "changes", params(ListQuery),
    responses(
        (status = 200, body = ChangePage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let limit = parameters::limit(query.limit)?;
    let since = Revision::new(parameters::after("since", query.since)?);
    let wait = within("wait", query.wait, LONGEST_WAIT)?.unwrap_or_default();
    let mut following = following(access, &state, query.project.as_deref(), query.entity.as_deref(), since)?;
    let until = Instant::now() + wait;
    let (mut revision, mut changes) = (state.service.revision().await?, following.page(limit).await?);
    while changes.is_empty() && following.changed(until).await {
        (revision, changes) = (state.service.revision().await?, following.page(limit).await?);
    }
    let last = changes.last().map_or(since, |change| change.revision);
    let is_full = u32::try_from(changes.len()).is_ok_and(|length| length >= limit);
    // Up to the revision taken before, everything that counts is on a page that is not full.
    let next_since = if is_full { last } else { last.max(revision) };
    let revision = revision.max(last);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = parameters::next(changes.iter().map(|change| change.revision.get()), limit) {
        parameters::link_next(&mut answer, &request, "since", last);
    }
    let changes: Vec<ChangeAnswer> = changes.into_iter().map(Into::into).collect();
    Ok(answer.json(ChangePage { changes, next_since: next_since.get(), revision: revision.get() }))
}

/// Sends changes as they happen (server-sent events).
///
/// Each is an event `change` with the revision as its `id` and the change, as `GET /v1/changes` gives it, as its `data`. A client that
/// was cut off resumes with `Last-Event-ID`. Comments keep the connection alive.
#[utoipa::path(get, path = "/v1/changes/stream", operation_id = "stream_changes", tag = "changes",
    params(StreamQuery, ("Last-Event-ID" = Option<i64>, Header, description = "Begin after this revision, whatever `since` says.")),
    responses(
        (status = 200, body = String, content_type = "text/event-stream", description = "The events.",
            example = json!("id: 1402\nevent: change\ndata: {\"revision\":1402,\"at\":\"2026-11-21T16:00:00Z\",\"actor\":\"OmegaT\",\"action\":\"created\",\"entity\":\"term\",\"entity_id\":7,\"project\":\"default\",\"detail\":{}}\n\n")),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn stream(
    access: Access,
    state: Data<State>,
    query: Query<StreamQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let seconds = within("seconds", query.seconds, LONGEST_STREAM)?;
    let place = state.streams.enter(&access, &request)?;
    let since = match (last_event(&request)?, query.since) {
        (Some(last), _) => last,
        (None, Some(since)) => Revision::new(parameters::after("since", Some(since))?),
        (None, None) => state.service.revision().await?,
    };
    let following = following(access, &state, query.project.as_deref(), query.entity.as_deref(), since)?;
    // A project that is not there is told before the first event.
    following.check().await?;
    let until = seconds.map(|seconds| Instant::now() + seconds);
    let events = stream::unfold((following, Some(())), move |(mut following, first)| {
        // The place in the number of streams is given back with the stream.
        let _held = &place;
        async move {
            let event = match first {
                Some(()) => following.greeting(),
                None => following.event(until).await?,
            };
            Some((Ok::<Bytes, Problem>(event), (following, None)))
        }
    });
    Ok(events_answer().streaming(Box::pin(events)))
}

/// The headers of the stream.
pub(crate) async fn stream_head(_access: Access, query: Query<StreamQuery>) -> Result<HttpResponse, Problem> {
    within("seconds", query.seconds, LONGEST_STREAM)?;
    Ok(events_answer().finish())
}

fn events_answer() -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/event-stream");
    answer.insert_header((CACHE_CONTROL, "no-store"));
    // Neither here nor on the way may events be kept back until there is more.
    answer.insert_header(ContentEncoding::Identity);
    answer.insert_header((HeaderName::from_static("x-accel-buffering"), "no"));
    answer
}

fn following(
    access: Access,
    state: &Data<State>,
    project: Option<&str>,
    entity: Option<&str>,
    since: Revision,
) -> Result<Following, Problem> {
    let projects = access.projects(parameters::names(project))?;
    let entities = parameters::names(entity);
    if entity.is_some() && entities.is_empty() {
        return Err(Problem::invalid("entity", "it names no kind of thing. Leave it out for all."));
    }
    for entity in &entities {
        let word = serde_json::from_value::<EntityWord>(serde_json::Value::String(entity.clone()));
        if word.is_err() {
            return Err(Problem::invalid("entity", &format!("`{entity}` is no kind of thing the log speaks of.")));
        }
    }
    Ok(Following::new(state.clone(), access.0, projects, entities, since))
}

fn within(field: &str, given: Option<u32>, most: u32) -> Result<Option<Duration>, Problem> {
    match given {
        Some(given) if given > most => Err(Problem::invalid(field, &format!("{given} is not within 0 and {most}."))),
        given => Ok(given.map(|given| Duration::from_secs(given.into()))),
    }
}

fn last_event(request: &HttpRequest) -> Result<Option<Revision>, Problem> {
    let Some(given) = request.headers().get(LAST_EVENT_ID) else { return Ok(None) };
    let number = given.to_str().ok().and_then(|given| given.trim().parse().ok()).filter(|number| *number >= 0);
    number
        .map(|number| Some(Revision::new(number)))
        .ok_or_else(|| Problem::invalid("Last-Event-ID", "it is no `id` of an event."))
}
