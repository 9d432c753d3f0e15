//! The starter term base of a project: list its fields, add some, remove some.

use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::{StarterAnswer, StarterList};
use crate::app::clock;
use crate::app::starter::starter_counts;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{ActorName, NoQuery, Value};

/// Fields of the starter term base to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"fields": ["physics"]}))]
pub(crate) struct StarterRequest {
    /// The fields; all if empty or missing.
    #[serde(default)]
    fields: Vec<String>,
}

/// Fields of the starter term base to remove.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemovalQuery {
    /// The fields, separated by commas; all if missing.
    #[serde(default)]
    field: String,
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// Lists the fields of the starter term base, and whether the project has them.
#[utoipa::path(get, path = "/v1/projects/{name}/starter", operation_id = "list_starter", tag = "projects",
    params(("name" = String, Path, description = "Name of the project.")),
    responses(
        (status = 200, body = StarterList, description = "The fields."),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    _query: Query<NoQuery>,
) -> Result<Json<StarterList>, Problem> {
    let name = access.visible_project(name.into_inner())?;
    fields_of(&state, &name).await
}

/// Adds fields of the starter term base to a project.
#[utoipa::path(post, path = "/v1/projects/{name}/starter", operation_id = "add_starter", tag = "projects",
    params(("name" = String, Path, description = "Name of the project.")),
    request_body = StarterRequest,
    responses(
        (status = 200, body = StarterList, description = "The fields after that."),
        ProjectNotFound,
    ))]
pub(crate) async fn add(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    _query: Query<NoQuery>,
    body: Json<StarterRequest>,
) -> Result<Json<StarterList>, Problem> {
    let name = access.visible_project(name.into_inner())?;
    let added = state.service.add_starter(&name, &body.into_inner().fields, &clock::now()).await;
    added.map_err(|error| Problem::with_field_name(error, "field", "fields"))?;
    fields_of(&state, &name).await
}

/// Removes fields of the starter term base from a project.
///
/// Terms that something else supports, and those a person decided on, stay.
#[utoipa::path(delete, path = "/v1/projects/{name}/starter", operation_id = "remove_starter", tag = "projects",
    params(("name" = String, Path, description = "Name of the project."), RemovalQuery),
    responses(
        (status = 200, body = StarterList, description = "The fields after that."),
        ProjectNotFound,
    ))]
pub(crate) async fn remove(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    query: Query<RemovalQuery>,
) -> Result<Json<StarterList>, Problem> {
    let RemovalQuery { field, actor } = query.into_inner();
    let actor = access.actor(actor.checked("actor")?.as_deref())?;
    let name = access.visible_project(name.into_inner())?;
    let named = field.split(',').map(str::trim).filter(|field| !field.is_empty());
    let fields: Vec<String> = named.map(str::to_owned).collect();
    state.service.remove_starter(&name, &fields, &actor, &clock::now()).await?;
    fields_of(&state, &name).await
}

async fn fields_of(state: &State, project: &str) -> Result<Json<StarterList>, Problem> {
    let own = state.service.starter_of(project).await?;
    let answer = |(field, rows): (&'static str, usize)| StarterAnswer {
        field: field.to_owned(),
        rows,
        in_project: own.iter().any(|own| own == field),
    };
    Ok(Json(StarterList { fields: starter_counts()?.into_iter().map(answer).collect() }))
}
