//! Projects: list them, create one, read how much one holds, rename and delete it.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::{ProjectAnswer, ProjectList, ProjectSummaryAnswer};
use crate::app::clock;
use crate::app::starter::named_fields;
use crate::http::access::Access;
use crate::http::address::in_address;
use crate::http::problem::Problem;
use crate::http::refusals::{ProjectExists, ProjectNotFound};
use crate::http::state::State;
use crate::http::values::{ActorQuery, NoQuery, ProjectName, Value};

/// A project to create.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "press", "starter": ["life-sciences", "physics"]}))]
pub(crate) struct ProjectRequest {
    /// Its name.
    #[schema(inline)]
    name: ProjectName,
    /// The fields of the starter term base it gets: none if empty, all if missing.
    starter: Option<Vec<String>>,
}

/// What to change about a project.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "press"}))]
pub(crate) struct ProjectChange {
    /// Its new name.
    #[schema(inline)]
    name: ProjectName,
}

/// Lists the projects by name.
#[utoipa::path(get, path = "/v1/projects", operation_id = "list_projects", tag = "projects",
    responses((status = 200, body = ProjectList, description = "All projects the caller may see.")))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    _query: Query<NoQuery>,
) -> Result<Json<ProjectList>, Problem> {
    let mut projects = state.service.projects().await?;
    if let Some(own) = access.visible_projects() {
        projects.retain(|project| own.contains(&project.name));
    }
    let projects = projects.into_iter().map(Into::into).collect();
    Ok(Json(ProjectList { projects }))
}

/// Creates a project.
#[utoipa::path(post, path = "/v1/projects", operation_id = "create_project", tag = "projects",
    request_body = ProjectRequest,
    responses(
        (status = 201, body = ProjectAnswer, description = "The project is created.",
            headers(("Location" = String, description = "Path of the project."))),
        ProjectExists,
    ))]
pub(crate) async fn create(
    state: Data<State>,
    _query: Query<NoQuery>,
    body: Json<ProjectRequest>,
) -> Result<HttpResponse, Problem> {
    let request = body.into_inner();
    let name = request.name.checked("name")?;
    let fields = match request.starter {
        Some(fields) if fields.is_empty() => Vec::new(),
        Some(fields) => named_fields(&fields).map_err(|error| Problem::with_field_name(error, "field", "starter"))?,
        None => named_fields(&[])?,
    };
    let project = state.service.create_project(&name, &fields, &clock::now()).await?;
    let location = format!("/v1/projects/{}", in_address(&name));
    Ok(HttpResponse::Created().insert_header((LOCATION, location)).json(ProjectAnswer::from(project)))
}

/// Reads a project and how much it holds.
#[utoipa::path(get, path = "/v1/projects/{name}", operation_id = "read_project", tag = "projects",
    params(("name" = String, Path, description = "Name of the project.")),
    responses(
        (status = 200, body = ProjectSummaryAnswer, description = "The project."),
        ProjectNotFound,
    ))]
pub(crate) async fn read(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    _query: Query<NoQuery>,
) -> Result<Json<ProjectSummaryAnswer>, Problem> {
    let name = access.visible_project(name.into_inner())?;
    let project = state.service.project(&name).await?.into();
    let counts = state.service.counts(Some(&name)).await?.into();
    Ok(Json(ProjectSummaryAnswer { project, counts }))
}

/// Gives a project another name.
///
/// Tokens for the project remain valid for it.
#[utoipa::path(patch, path = "/v1/projects/{name}", operation_id = "rename_project", tag = "projects",
    params(("name" = String, Path, description = "Name of the project."), ActorQuery),
    request_body = ProjectChange,
    responses(
        (status = 200, body = ProjectAnswer, description = "The project with its new name."),
        ProjectNotFound,
        ProjectExists,
    ))]
pub(crate) async fn rename(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    query: Query<ActorQuery>,
    body: Json<ProjectChange>,
) -> Result<Json<ProjectAnswer>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let name = access.visible_project(name.into_inner())?;
    let new = body.into_inner().name.checked("name")?;
    state.service.rename_project(&name, &new, &actor, &clock::now()).await?;
    Ok(Json(state.service.project(&new).await?.into()))
}

/// Deletes a project with everything in it: releases, terms, segments, decisions and imports.
///
/// This cannot be undone. The project `default` is always there; deleting it leaves it empty.
#[utoipa::path(delete, path = "/v1/projects/{name}", operation_id = "delete_project", tag = "projects",
    params(("name" = String, Path, description = "Name of the project."), ActorQuery),
    responses(
        (status = 204, description = "Deleted."),
        ProjectNotFound,
    ))]
pub(crate) async fn delete(
    access: Access,
    state: Data<State>,
    name: Path<String>,
    query: Query<ActorQuery>,
) -> Result<HttpResponse, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let name = access.visible_project(name.into_inner())?;
    state.service.delete_project(&name, &actor, &clock::now()).await?;
    Ok(HttpResponse::NoContent().finish())
}
