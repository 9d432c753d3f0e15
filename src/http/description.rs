//! `GET /openapi.json`: the OpenAPI document of the running server.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::problem::Problem;
use super::state::State;
use super::values::NoQuery;

/// Describes the API in OpenAPI 3.1.
#[utoipa::path(get, path = "/openapi.json", operation_id = "read_openapi", tag = "server",
    responses((status = 200, body = Object, description = "An OpenAPI 3.1 document.")))]
pub(super) async fn read(state: Data<State>, _query: Query<NoQuery>) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().content_type("application/json").body(state.description.clone()))
}
