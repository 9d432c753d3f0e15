//! The change feed: page by page, with waiting, or as a stream of events.

use std::net::IpAddr;
use std::time::Duration;

use actix_web::http::Method;
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
use crate::http::change_feed::{ChangeFeed, ChangeFilter};
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::rate_limit::ClientKey;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{
    ActorName, OrDefault, PageLength, PageStart, ProjectList, QueryNumber, RowNumber, Value, Words,
};
use crate::model::Revision;

/// How long a request waits for a change, in seconds.
type WaitTime = OrDefault<QueryNumber<0, 60>, 0>;
/// How long a stream lasts, in seconds.
type StreamTime = QueryNumber<0, 86_400>;
/// Kinds of entity, separated by commas.
type EntityList = Words<EntityWord>;
/// The header a client resumes a stream with.
const LAST_EVENT_ID: &str = "last-event-id";

/// Which changes to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only changes after this revision.
    #[serde(default)]
    #[param(inline)]
    since: PageStart,
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// Only changes of these kinds of entity, separated by commas; all if missing.
    #[param(inline, example = "term,concept")]
    entity: Option<EntityList>,
    /// Only changes by this person or program.
    #[param(inline)]
    actor: Option<ActorName>,
    /// The most changes to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// How long to wait for a change if there is none, in seconds.
    #[serde(default)]
    #[param(inline)]
    wait: WaitTime,
}

/// Which changes to send.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct StreamQuery {
    /// Begin after this revision; with new changes only if missing.
    #[param(inline)]
    since: Option<RowNumber>,
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// Only changes of these kinds of entity, separated by commas; all if missing.
    #[param(inline, example = "term,concept")]
    entity: Option<EntityList>,
    /// Only changes by this person or program.
    #[param(inline)]
    actor: Option<ActorName>,
    /// End after so many seconds; never if missing. With 0 past changes are sent and none are waited for.
    #[param(inline)]
    seconds: Option<StreamTime>,
}

/// Lists changes, oldest first.
///
/// Send the next request with `since` set to `next_since`: no change is missed and none comes twice. With `wait` the answer
/// comes as soon as something changes, or without changes after that time.
#[utoipa::path(get, path = "/v1/changes", operation_id = "list_changes", tag = "changes", params(ListQuery),
    responses(
        (status = 200, body = ChangePage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let limit = query.limit.checked_as("limit")?;
    let since = Revision::new(query.since.checked("since")?);
    let wait = Duration::from_secs(query.wait.checked_as("wait")?);
    let filter = filter(&access, &query.project, query.entity.as_ref(), query.actor, since)?;
    let mut feed = ChangeFeed::new(state.clone(), access.0, filter);
    let until = Instant::now() + wait;
    let (mut revision, mut changes) = (state.service.revision().await?, feed.page(limit).await?);
    while changes.is_empty() && feed.changed(until).await {
        (revision, changes) = (state.service.revision().await?, feed.page(limit).await?);
    }
    let last = changes.last().map_or(since, |change| change.revision);
    let is_full = u32::try_from(changes.len()).is_ok_and(|length| length >= limit);
    // A page that is not full has all changes up to the revision read before it.
    let next_since = if is_full { last } else { last.max(revision) };
    let revision = revision.max(last);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = paging::next(changes.iter().map(|change| change.revision.get()), limit) {
        paging::link_next(&mut answer, &request, "since", last);
    }
    let changes: Vec<ChangeAnswer> = changes.into_iter().map(Into::into).collect();
    Ok(answer.json(ChangePage { changes, next_since: next_since.get(), revision: revision.get() }))
}

/// Sends changes as they happen (server-sent events).
///
/// Each event has the name `change`, the revision as its `id` and the change, as in `GET /v1/changes`, as its `data`. A client
/// that was cut off resumes with `Last-Event-ID`. Comments keep the connection open.
#[utoipa::path(get, path = "/v1/changes/stream", operation_id = "stream_changes", tag = "changes",
    params(StreamQuery, ("Last-Event-ID" = Option<i64>, Header, description = "Begin after this revision; takes precedence over `since`.")),
    responses(
        (status = 200, body = String, content_type = "text/event-stream", description = "The events.",
            example = json!("id: 1402\nevent: change\ndata: {\"revision\":1402,\"at\":\"2026-11-21T16:00:00Z\",\"actor\":\"OmegaT\",\"action\":\"created\",\"entity\":\"term\",\"entity_id\":7,\"project\":\"default\",\"detail\":{}}\n\n")),
        ProjectNotFound,
    ))]
pub(crate) async fn stream(
    access: Access,
    state: Data<State>,
    query: Query<StreamQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let seconds = query.seconds.checked("seconds")?;
    if request.method() == Method::HEAD {
        return Ok(events_answer().finish());
    }
    let address = state.client_address(&request).unwrap_or(IpAddr::from([0, 0, 0, 0]));
    let open = state.streams.open(access.token().map_or_else(|| ClientKey::at(address), ClientKey::Token))?;
    let since = match (last_event(&request)?, query.since) {
        (Some(last), _) => last,
        (None, Some(since)) => Revision::new(since.checked("since")?),
        (None, None) => state.service.revision().await?,
    };
    let filter = filter(&access, &query.project, query.entity.as_ref(), query.actor, since)?;
    let feed = ChangeFeed::new(state, access.0, filter);
    // A project that does not exist is refused before the first event.
    feed.check().await?;
    let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let events = stream::unfold((feed, true), move |(mut feed, is_first)| {
        // The stream counts as open until it is dropped.
        let _open = &open;
        async move {
            let event = if is_first { feed.preamble() } else { feed.event(until).await? };
            Some((Ok::<Bytes, Problem>(event), (feed, false)))
        }
    });
    Ok(events_answer().streaming(Box::pin(events)))
}

fn events_answer() -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/event-stream");
    answer.insert_header((CACHE_CONTROL, "no-store"));
    // Neither compression nor a proxy may hold events back until there are more.
    answer.insert_header(ContentEncoding::Identity);
    answer.insert_header((HeaderName::from_static("x-accel-buffering"), "no"));
    answer
}

fn filter(
    access: &Access,
    projects: &ProjectList,
    entities: Option<&EntityList>,
    actor: Option<ActorName>,
    since: Revision,
) -> Result<ChangeFilter, Problem> {
    let entities = entities.map(|entities| entities.checked_as("entity")).transpose()?.unwrap_or_default();
    let actor = actor.checked("actor")?;
    Ok(ChangeFilter { projects: access.projects(projects.names())?, entities, actor, since })
}

fn last_event(request: &HttpRequest) -> Result<Option<Revision>, Problem> {
    let Some(given) = request.headers().get(LAST_EVENT_ID) else { return Ok(None) };
    let number = given.to_str().ok().and_then(|given| given.trim().parse().ok()).filter(|number| *number >= 0);
    number
        .map(|number| Some(Revision::new(number)))
        .ok_or_else(|| Problem::invalid("Last-Event-ID", "is not the id of an event. Send the last `id`."))
}
