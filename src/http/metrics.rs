//! Counts and times the answers of a server, for Prometheus.
//!
//! Every label is one of a closed set, whatever clients send, and each series is a few numbers, however many requests
//! are counted. So the metrics of a server have a size that no client can change.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::route::RouteTable;

/// The label of everything that is not in its set.
const OTHER: &str = "OTHER";
/// The methods of HTTP.
const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];
/// The statuses of answers.
const STATUSES: &[&str] = &[
    "200", "201", "202", "204", "206", "304", "400", "401", "403", "404", "405", "408", "409", "413", "415", "416",
    "422", "429", "431", "456", "500", "501", "503", "507",
];
/// Upper bounds of the buckets of the duration histogram, in seconds.
const BOUNDS: [f64; 13] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// Whether a method is one of HTTP.
pub(super) fn is_method(method: &str) -> bool {
    METHODS.contains(&method)
}

/// The method as a label.
pub(super) fn method_label(method: &str) -> &'static str {
    label(METHODS, method)
}

fn label(set: &[&'static str], given: &str) -> &'static str {
    set.iter().copied().find(|known| *known == given).unwrap_or(OTHER)
}

/// The metrics of one server. Each server has its own, so that tests do not disturb each other.
pub(super) struct Metrics {
    routes: RouteTable,
    answers: Mutex<Answers>,
}

/// What was counted, by labels that are constants of the program.
#[derive(Default)]
struct Answers {
    /// By method, route and status.
    counts: BTreeMap<[&'static str; 3], u64>,
    /// By method and route.
    times: BTreeMap<[&'static str; 2], Histogram>,
}

/// Durations: how many are within each bound, and their sum.
#[derive(Default)]
struct Histogram {
    within: [u64; BOUNDS.len()],
    seconds: f64,
    count: u64,
}

impl Histogram {
    fn add(&mut self, seconds: f64) {
        for (within, bound) in self.within.iter_mut().zip(BOUNDS) {
            *within += u64::from(seconds <= bound);
        }
        self.seconds += seconds;
        self.count += 1;
    }
}

/// A value of this moment.
pub(super) struct Gauge<'a> {
    /// The name of the metric.
    pub(super) name: &'static str,
    /// The language it is about, if it is about one.
    pub(super) lang: Option<&'a str>,
    /// The value.
    pub(super) value: f64,
}

impl Metrics {
    /// Metrics that stand at nothing, of a server with these routes.
    pub(super) fn new(routes: RouteTable) -> Self {
        Self { routes, answers: Mutex::default() }
    }

    /// Counts one answer; `pattern` is that of the route, if there is one.
    pub(super) fn count(&self, method: &str, pattern: Option<&str>, status: u16, took: Duration) {
        let method = method_label(method);
        let route = pattern.and_then(|pattern| self.routes.pattern(pattern)).unwrap_or(OTHER);
        let status = label(STATUSES, &status.to_string());
        let mut answers = self.answers();
        *answers.counts.entry([method, route, status]).or_default() += 1;
        answers.times.entry([method, route]).or_default().add(took.as_secs_f64());
    }

    /// All metrics in the Prometheus text format, those of the moment last.
    pub(super) fn text(&self, gauges: &[Gauge<'_>]) -> String {
        let mut text = String::new();
        let answers = self.answers();
        kind(&mut text, "taiyaku_http_requests_total", "counter");
        for ([method, route, status], count) in &answers.counts {
            let labels = [("method", *method), ("route", *route), ("status", *status)];
            line(&mut text, "taiyaku_http_requests_total", &labels, count);
        }
        kind(&mut text, "taiyaku_http_request_seconds", "histogram");
        for ([method, route], times) in &answers.times {
            let bounds = BOUNDS.map(|bound| bound.to_string());
            let bounds = bounds.iter().map(String::as_str).chain(["+Inf"]);
            for (bound, within) in bounds.zip(times.within.iter().chain([&times.count])) {
                let labels = [("method", *method), ("route", *route), ("le", bound)];
                line(&mut text, "taiyaku_http_request_seconds_bucket", &labels, within);
            }
            let labels = [("method", *method), ("route", *route)];
            line(&mut text, "taiyaku_http_request_seconds_sum", &labels, &times.seconds);
            line(&mut text, "taiyaku_http_request_seconds_count", &labels, &times.count);
        }
        drop(answers);
        let mut last = "";
        for gauge in gauges {
            if gauge.name != last {
                kind(&mut text, gauge.name, "gauge");
                last = gauge.name;
            }
            let labels: &[(&str, &str)] = &gauge.lang.map_or_else(Vec::new, |lang| vec![("lang", lang)]);
            line(&mut text, gauge.name, labels, &gauge.value);
        }
        text
    }

    fn answers(&self) -> MutexGuard<'_, Answers> {
        // Numbers are never half-changed, so a poisoned lock is safe to use.
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

// Writing to a `String` cannot fail, so the result of `write!` is ignored.

fn kind(text: &mut String, name: &str, kind: &str) {
    let _ = writeln!(text, "# TYPE {name} {kind}");
}

/// One value. No label of ours has a character that would have to be escaped.
fn line(text: &mut String, name: &str, labels: &[(&str, &str)], value: &impl Display) {
    let _ = write!(text, "{name}");
    for (at, (label, value)) in labels.iter().enumerate() {
        let _ = write!(text, "{}{label}=\"{value}\"", if at == 0 { '{' } else { ',' });
    }
    let _ = writeln!(text, "{} {value}", if labels.is_empty() { "" } else { "}" });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::error_codes::CODES;
    use crate::http::routes::TABLE;

    #[test]
    fn what_is_in_no_set_is_counted_as_other() {
        let metrics = Metrics::new(TABLE);
        let took = Duration::from_millis(30);
        metrics.count("GET", Some("/health"), 200, took);
        metrics.count("GET", Some("/health"), 200, took * 2);
        for number in 0..10_000 {
            metrics.count(&format!("M{number}"), Some(&format!("/{number}")), 1_000 + number, took);
        }
        let text = metrics.text(&[Gauge { name: "a", lang: Some("ja"), value: 2.5 }]);
        for want in [
            "taiyaku_http_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 2",
            "taiyaku_http_requests_total{method=\"OTHER\",route=\"OTHER\",status=\"OTHER\"} 10000",
            "taiyaku_http_request_seconds_bucket{method=\"GET\",route=\"/health\",le=\"0.025\"} 0",
            "taiyaku_http_request_seconds_bucket{method=\"GET\",route=\"/health\",le=\"0.05\"} 1",
            "taiyaku_http_request_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 2",
            "taiyaku_http_request_seconds_count{method=\"GET\",route=\"/health\"} 2",
            "a{lang=\"ja\"} 2.5",
        ] {
            assert!(text.lines().any(|line| line == want), "{want} is missing in\n{text}");
        }
        assert!(text.len() < 4_000, "{text}");
    }

    #[test]
    fn every_status_of_a_problem_is_a_label() {
        for code in CODES {
            assert_ne!(label(STATUSES, &code.status.to_string()), OTHER, "{}", code.status);
        }
    }
}
