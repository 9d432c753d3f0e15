//! Counts and times the answers of a server, for Prometheus.

use std::time::Duration;

use metrics::{counter, gauge, histogram, with_local_recorder};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle, PrometheusRecorder};

/// Upper bounds of the buckets of the duration histogram, in seconds.
const BOUNDS: &[f64] = &[0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// The metrics of one server. Each server has its own, so that tests do not disturb each other.
pub(super) struct Metrics {
    recorder: PrometheusRecorder,
    handle: PrometheusHandle,
}

impl Metrics {
    /// Metrics that stand at nothing.
    pub(super) fn new() -> Self {
        let builder = PrometheusBuilder::new();
        // Only an empty list of bounds is refused.
        let recorder = match builder.set_buckets(BOUNDS) {
            Ok(builder) => builder.build_recorder(),
            Err(_) => PrometheusBuilder::new().build_recorder(),
        };
        let handle = recorder.handle();
        Self { recorder, handle }
    }

    /// Counts one answer.
    pub(super) fn count(&self, method: &str, route: &str, status: u16, took: Duration) {
        let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        let route = [("method", method.to_owned()), ("route", route.to_owned())];
        with_local_recorder(&self.recorder, || {
            counter!("taiyaku_http_requests_total", &labels).increment(1);
            histogram!("taiyaku_http_request_seconds", &route).record(took.as_secs_f64());
        });
    }

    /// Sets the gauge `name`.
    pub(super) fn set(&self, name: &'static str, value: f64) {
        with_local_recorder(&self.recorder, || gauge!(name).set(value));
    }

    /// Sets the gauge `name` for a language.
    pub(super) fn set_for(&self, name: &'static str, lang: &str, value: f64) {
        let labels = [("lang", lang.to_owned())];
        with_local_recorder(&self.recorder, || gauge!(name, &labels).set(value));
    }

    /// All metrics in the Prometheus text format.
    pub(super) fn text(&self) -> String {
        self.handle.run_upkeep();
        self.handle.render()
    }
}
