//! Health checks and metrics of the server.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Query};

use super::metrics::Gauge;
use super::problem::Problem;
use super::state::State;
use super::values::NoQuery;
use crate::answer::{HealthAnswer, ReadyAnswer};
use crate::app::live::memory::MemorySize;

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
    state.service.check_database().map_err(|error| {
        tracing::error!(code = error.code(), %error, "the database is not where it was");
        let detail = "The file of the term base was removed, moved or replaced, so nothing can be written. Put it back, or start the \
                      server again.";
        Problem::new("not_ready", detail)
    })?;
    let revision = state.service.probe().await.map_err(not_ready)?;
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
    let gauges = gauges.map(|(name, value)| Gauge { name, lang: None, value });
    let sizes = state.service.memory_sizes();
    let entries = |size: &MemorySize| ("taiyaku_memory_entries", size.entries as f64);
    let bytes = |size: &MemorySize| ("taiyaku_memory_bytes", size.bytes as f64);
    let of_memory = sizes.iter().map(|size| (size, entries(size))).chain(sizes.iter().map(|size| (size, bytes(size))));
    let of_memory = of_memory.map(|(size, (name, value))| Gauge { name, lang: Some(size.lang.as_str()), value });
    let gauges: Vec<Gauge<'_>> = gauges.into_iter().chain(of_memory).collect();
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(state.metrics.text(&gauges)))
}
