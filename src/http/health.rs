//! Health checks and metrics of the server.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Query};

use super::problem::Problem;
use super::state::State;
use super::values::NoQuery;
use crate::answer::{HealthAnswer, ReadyAnswer};

/// Checks that the server process is running.
#[utoipa::path(get, path = "/health", operation_id = "read_health", tag = "server",
    responses((status = 200, body = HealthAnswer, description = "The process is running.")))]
pub(super) async fn health(_query: Query<NoQuery>) -> Json<HealthAnswer> {
    Json(HealthAnswer { status: "ok", version: env!("CARGO_PKG_VERSION") })
}

/// Checks that the server can answer requests: the term base is open and responds.
#[utoipa::path(get, path = "/ready", operation_id = "read_readiness", tag = "server",
    responses((status = 200, body = ReadyAnswer, description = "The server can answer.")))]
pub(super) async fn ready(state: Data<State>, _query: Query<NoQuery>) -> Result<Json<ReadyAnswer>, Problem> {
    let not_ready = |_| {
        Problem::new("not_ready", "The term base does not respond. Try again. The cause is in the log of the server.")
    };
    let revision = state.service.revision().await.map_err(not_ready)?;
    let memory = state.service.memory_sizes().into_iter().map(Into::into).collect();
    let dictionary = state.service.dictionary_problem().is_none();
    Ok(Json(ReadyAnswer { status: "ready", revision: revision.get(), dictionary, memory }))
}

/// Gives the number and duration of requests and the size of the term base as Prometheus metrics.
#[utoipa::path(get, path = "/metrics", operation_id = "read_metrics", tag = "server",
    responses((status = 200, body = String, content_type = "text/plain", description = "Prometheus text format.")))]
#[expect(clippy::cast_precision_loss, reason = "no base holds 2^53 of anything")]
pub(super) async fn metrics(state: Data<State>, _query: Query<NoQuery>) -> Result<HttpResponse, Problem> {
    let counts = state.service.counts(None).await?;
    let gauges = [
        ("taiyaku_revision", state.service.revision().await?.get() as f64),
        ("taiyaku_releases", counts.releases as f64),
        ("taiyaku_entries", counts.entries as f64),
        ("taiyaku_links", counts.links as f64),
        ("taiyaku_segments", counts.segments as f64),
        ("taiyaku_concepts", counts.concepts as f64),
        ("taiyaku_bilingual_concepts", counts.bilingual_concepts as f64),
        ("taiyaku_terms", counts.terms as f64),
        ("taiyaku_approved_terms", counts.approved_terms as f64),
        ("taiyaku_evidence", counts.evidence as f64),
        ("taiyaku_conflicts", counts.conflicts as f64),
    ];
    for (name, value) in gauges {
        state.metrics.set(name, value);
    }
    for size in state.service.memory_sizes() {
        state.metrics.set_for("taiyaku_memory_entries", size.lang.as_str(), size.entries as f64);
        state.metrics.set_for("taiyaku_memory_bytes", size.lang.as_str(), size.bytes as f64);
    }
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(state.metrics.text()))
}
