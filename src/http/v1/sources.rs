//! Sources: list what was imported, dictionaries and term bases with their licences and files of translations; remove one.

use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::{SourceList, SourceRemovalAnswer};
use crate::app::clock;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ProjectNotFound, SourceNotFound};
use crate::http::state::State;
use crate::http::values::{ActorName, ItemName, ProjectList, Value};

/// Which sources to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
}

/// Which source to remove.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemovalQuery {
    /// Name of the source or file.
    #[param(inline, example = "memory.tmx")]
    name: ItemName,
    /// The project; the server's default project if missing.
    #[param(inline)]
    project: Option<ItemName>,
    /// The name the history shows; only the role `admin` may choose it.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// Lists what was imported: dictionaries and term bases, and files of translations.
#[utoipa::path(get, path = "/v1/sources", operation_id = "list_sources", tag = "sources", params(ListQuery),
    responses(
        (status = 200, body = SourceList, description = "All sources."),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<ListQuery>,
) -> Result<Json<SourceList>, Problem> {
    let projects = access.projects(query.project.names())?;
    let sources = state.service.sources(&projects).await?.into_iter().map(Into::into).collect();
    let files = state.service.imported_files(&projects).await?.into_iter().map(Into::into).collect();
    Ok(Json(SourceList { sources, files }))
}

/// Removes an imported dictionary, term base or file of translations, with the terms and segments that only it brought.
///
/// What a person decided on and what something else brought too stays; the answer says how many of each.
#[utoipa::path(delete, path = "/v1/sources", operation_id = "remove_source", tag = "sources", params(RemovalQuery),
    responses(
        (status = 200, body = SourceRemovalAnswer, description = "What was removed and what stays."),
        SourceNotFound,
    ))]
pub(crate) async fn remove(
    access: Access,
    state: Data<State>,
    query: Query<RemovalQuery>,
) -> Result<Json<SourceRemovalAnswer>, Problem> {
    let query = query.into_inner();
    let (name, project) = (query.name.checked("name")?, query.project.checked("project")?);
    let actor = access.actor(query.actor.checked("actor")?.as_deref())?;
    let project = access.project(project.as_deref(), &state.project)?;
    let removal = state.service.remove_source(&project, &name, &actor, &clock::now()).await?;
    Ok(Json(SourceRemovalAnswer::new(&name, removal)))
}
