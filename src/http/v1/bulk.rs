//! Decisions on all open terms of a filter: plan, carry out as one act, undo as one.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::{BulkKindWord, OpenStandingWord};
use crate::answer::{BulkActAnswer, BulkPlanAnswer, BulkUndoAnswer};
use crate::app::clock;
use crate::app::review::ReviewQuery;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ActNotFound, ProjectNotFound, SelectionChanged};
use crate::http::state::State;
use crate::http::to_the_end::to_the_end;
use crate::http::values::{ActorQuery, BodyNumber, ItemName, LanguageTag, ProjectList, Value};
use crate::model::{ActId, Lang, ReleaseId};

/// How many terms an act is about.
type TermCount = BodyNumber<0, 10_000>;

/// What to decide, and on which open terms.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"filter": {"project": "default", "field": "physics"}, "kind": "accept", "plan": true}))]
pub(crate) struct BulkRequest {
    /// Which terms.
    #[serde(default)]
    #[schema(inline)]
    filter: BulkFilter,
    /// What to decide about each.
    kind: BulkKindWord,
    /// Only say which terms it would be.
    #[serde(default)]
    plan: bool,
    /// The `count` of the plan; required without `plan`.
    #[schema(inline)]
    expected: Option<TermCount>,
}

/// Which open terms, as in `GET /v1/review`.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BulkFilter {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    project: ProjectList,
    /// Only terms of this subject field.
    #[schema(inline)]
    field: Option<ItemName>,
    /// Only terms with evidence in this release.
    #[schema(value_type = Option<i64>)]
    release: Option<ReleaseId>,
    /// Only terms of this language (BCP 47); English if missing.
    #[schema(inline)]
    lang: Option<LanguageTag>,
    /// Only terms with this standing.
    status: Option<OpenStandingWord>,
}

impl BulkFilter {
    /// The query, within the projects the caller may see.
    fn checked(self, access: &Access) -> Result<ReviewQuery, Problem> {
        Ok(ReviewQuery {
            projects: access.projects(self.project.names())?,
            field: self.field.checked("filter.field")?,
            release: self.release,
            lang: Some(self.lang.checked("filter.lang")?.unwrap_or(Lang::EN)),
            standing: self.status.map(Into::into),
            ..ReviewQuery::default()
        })
    }
}

/// Accepts or rejects all open terms of a filter, as one act.
///
/// With `plan`, nothing is decided: the answer says how many terms it would be and shows the first. Without it, `expected` must be that
/// number. Each term gets a decision of its own, so each can be undone on its own, too; a term that somebody else decides on meanwhile
/// is refused. Other requests can write in between.
#[utoipa::path(post, path = "/v1/review/bulk", operation_id = "decide_bulk", tag = "review", params(ActorQuery),
    request_body = BulkRequest,
    responses(
        (status = 200, body = BulkPlanAnswer, description = "The plan."),
        (status = 201, body = BulkActAnswer, description = "The act."),
        ProjectNotFound,
        SelectionChanged,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    body: Json<BulkRequest>,
) -> Result<HttpResponse, Problem> {
    let BulkRequest { filter, kind, plan, expected } = body.into_inner();
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let expected = expected.checked("expected")?;
    let filter = filter.checked(&access)?;
    if plan {
        return Ok(HttpResponse::Ok().json(BulkPlanAnswer::from(state.service.plan_bulk(&filter).await?)));
    }
    let missing = || Problem::invalid("expected", "is missing. Make a plan first, and send its `count`.");
    let expected = expected.and_then(|count| usize::try_from(count).ok()).ok_or_else(missing)?;
    let service = state.service.clone();
    let act = async move { service.decide_bulk(&filter, kind.into(), expected, &actor, &clock::now()).await };
    let outcome = to_the_end("act", act).await?;
    Ok(HttpResponse::Created().json(BulkActAnswer::from(outcome)))
}

/// Undoes the decisions of an act that were not undone yet.
///
/// A decision that a newer one stands in the way of is refused, and the others are undone. Sent again, it undoes what is left.
#[utoipa::path(post, path = "/v1/review/bulk/{id}/undo", operation_id = "undo_bulk", tag = "review",
    params(("id" = i64, Path, description = "Number of the act."), ActorQuery),
    responses((status = 200, body = BulkUndoAnswer, description = "What was undone."), ActNotFound))]
pub(crate) async fn undo(
    access: Access,
    state: Data<State>,
    id: Path<ActId>,
    query: Query<ActorQuery>,
) -> Result<Json<BulkUndoAnswer>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let unknown = || Problem::new("not_found", format!("No act with id `{}`.", *id));
    let projects = state.service.projects_of_act(*id).await?;
    // An act in a project that the caller may not see is unknown to them.
    access.projects(projects).map_err(|_| unknown())?;
    let (service, id) = (state.service.clone(), *id);
    let undo = to_the_end("undo of an act", async move { service.undo_bulk(id, &actor, &clock::now()).await });
    Ok(Json(undo.await?.into()))
}
