//! A server whose term base goes away says so and acknowledges nothing.

use std::fs;

use serde_json::json;

use super::Server;

#[cfg(unix)]
#[test]
fn a_server_whose_database_was_moved_refuses_to_write_until_it_is_back() {
    let server = Server::with_release();
    let (path, aside) = (server.folder.path().join("terms.db"), server.folder.path().join("aside.db"));
    let add = |ja: &str| server.post_json("/v1/terms", &json!({"ja": ja, "en": "cell"}));
    assert_eq!(add("細胞").status, 201);
    fs::rename(&path, &aside).unwrap();
    let refused = add("神経");
    refused.assert_problem(503, "database_gone");
    assert!(!refused.text().contains("terms.db"), "{}", refused.text());
    server.send("POST", "/v1/releases?name=b.txt", "視床（thalamus）を調べた。").assert_problem(503, "database_gone");
    server.get("/ready").assert_problem(503, "not_ready");
    assert_eq!(server.get("/health").status, 200, "the process itself runs");
    // Another file of this name is not the one that was opened.
    fs::copy(&aside, &path).unwrap();
    add("神経").assert_problem(503, "database_gone");
    server.get("/ready").assert_problem(503, "not_ready");
    fs::rename(&aside, &path).unwrap();
    assert_eq!(add("神経").status, 201);
    assert_eq!(server.get("/ready").status, 200);
}
