//! The server tells how it is and what it did.

use serde_json::json;

use super::Server;

#[test]
fn health_readiness_and_meters_are_told() {
    let server = Server::with_release();
    assert_eq!(server.get("/health").json(), json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}));
    let ready = server.get("/ready").json();
    assert_eq!((&ready["status"], &ready["dictionary"]), (&json!("ready"), &json!(false)));
    server.get("/v1/releases/7");
    server.get("/v1/releases/8");
    server.get("/nowhere/secret");
    let meters = server.get("/metrics");
    assert_eq!(meters.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    let text = meters.text();
    for line in [
        "taiyaku_http_requests_total{method=\"GET\",route=\"/v1/releases/{id}\",status=\"404\"} 2",
        "taiyaku_http_requests_total{method=\"POST\",route=\"/v1/releases\",status=\"201\"} 1",
        "taiyaku_http_requests_total{method=\"GET\",route=\"unknown\",status=\"404\"} 1",
        "taiyaku_http_request_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 1",
        "taiyaku_releases 1",
        &format!("taiyaku_revision {}", ready["revision"]),
    ] {
        assert!(text.lines().any(|known| known == line), "{line} is missing in\n{text}");
    }
    assert!(!text.contains("secret"));
}
