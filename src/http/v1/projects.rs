//! Projects: list them.

use actix_web::web::{Data, Json, Query};

use crate::answer::ProjectList;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::http::values::NoQuery;

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
