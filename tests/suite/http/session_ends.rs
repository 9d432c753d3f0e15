//! When a browser session ends: with its token, by logging out or in again, and in time.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use taiyaku::app::access::{IDLE_DAYS, SESSION_DAYS};
use taiyaku::app::clock::now;
use taiyaku::model::Role;

use super::Server;
use super::client::Request;
use super::sessions::{closed, cookie, from_page, log_in, session};

const OWN: &str = "correct horse battery";

#[test]
fn a_session_ends_with_its_token_and_with_logging_out() {
    let server = closed();
    let (id, token) = server.token("山田", Role::Admin, None);
    let (first, second) = (cookie(&log_in(&server, &token)), cookie(&log_in(&server, &token)));
    let status = |cookie: &str| from_page(&server, "GET", "/v1/projects").header("cookie", cookie).send(server.address);
    assert_eq!((status(&first).status, status(&second).status), (200, 200), "two browsers");
    let leave =
        |cookie: &str| from_page(&server, "DELETE", "/v1/session").header("cookie", cookie).send(server.address);
    let bare = Request::new("DELETE", "/v1/session").header("cookie", &first).send(server.address);
    bare.assert_problem(403, "origin_not_allowed");
    let left = leave(&first);
    assert_eq!((left.status, left.body.len()), (204, 0));
    assert!(left.header("set-cookie").unwrap().starts_with("taiyaku_session=; Path=/; Max-Age=0; HttpOnly"));
    status(&first).assert_problem(401, "unauthorized");
    assert_eq!((status(&second).status, leave(&first).status), (200, 204), "only one's own, and once is enough");
    let over = session(&server, &first);
    assert_eq!((over.status, &over.json()["by"]), (200, &Value::Null));
    assert!(over.header("set-cookie").unwrap().contains("Max-Age=0"), "the browser forgets it");
    server.beside(async |service| service.revoke_token(id, "test", &now()).await.unwrap());
    status(&second).assert_problem(401, "unauthorized");
    assert_eq!(session(&server, &second).json()["role"], Value::Null);
    log_in(&server, &token).assert_problem(401, "unauthorized");
}

#[test]
fn logging_in_again_makes_another_secret_and_ends_the_session_before() {
    let server = closed();
    let (_, reader) = server.token("読者", Role::Read, None);
    let (_, admin) = server.token("管理", Role::Admin, None);
    let first = cookie(&log_in(&server, &reader));
    let body = json!({ "token": admin }).to_string();
    let again = from_page(&server, "POST", "/v1/session").header("cookie", &first).body(body.as_bytes());
    let second = cookie(&again.send(server.address));
    assert_ne!(first, second);
    assert_eq!(session(&server, &first).json()["by"], Value::Null);
    assert_eq!(session(&server, &second).json()["name"], "管理");
    // A secret that somebody put into the browser before does not become that of the session.
    let planted = format!("taiyaku_session={}", "a".repeat(48));
    let body = json!({ "token": reader }).to_string();
    let third = from_page(&server, "POST", "/v1/session").header("cookie", &planted).body(body.as_bytes());
    assert_ne!(cookie(&third.send(server.address)), planted);
    assert_eq!(session(&server, &planted).json()["by"], Value::Null);
    // A page that does not say that it is ours ends nobody's session.
    let foreign =
        Request::new("POST", "/v1/session").header("cookie", &second).header("content-type", "application/json");
    foreign.body(body.as_bytes()).send(server.address).assert_problem(403, "origin_not_allowed");
    assert_eq!(session(&server, &second).json()["name"], "管理");
}

#[test]
fn a_session_of_the_servers_own_token_ends_with_that_token() {
    let server = Server::start(Some(OWN));
    let answer = log_in(&server, OWN);
    let admin = json!({"name": null, "role": "admin", "projects": null, "by": "cookie", "default_project": "default",
        "version": env!("CARGO_PKG_VERSION")});
    assert_eq!(answer.json(), admin);
    let cookie = cookie(&answer);
    assert_eq!(session(&server, &cookie).json(), admin);
    let secret = cookie.split('=').nth(1).unwrap().to_owned();
    let path = server.folder.path().join("terms.db");
    for (token, found) in [(Some(OWN), true), (Some("another long token"), false), (None, false)] {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let caller = runtime.block_on(async {
            let (service, config) = super::service::at(&path, token).await;
            let caller = service.session_caller(&secret, config.token.as_ref(), &now()).await.unwrap();
            service.store().close().await;
            caller
        });
        assert_eq!(caller.is_some(), found, "{token:?}");
    }
}

#[test]
fn a_session_ends_after_a_time_without_use_and_after_a_time_in_any_case() {
    const OPENED: &str = "2026-04-01T09:00:00Z";
    let later = |days: i64| taiyaku::app::clock::days_after(OPENED, days);
    let server = Server::open();
    let (_, token) = server.token("山田", Role::Read, None);
    server.beside(async |service| {
        let opened = service.open_session(&token, None, None, OPENED).await.unwrap().unwrap();
        let digest = Sha256::digest(opened.secret.as_bytes());
        let digest = format!("sha256${}", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        let is_open = async |days: i64| {
            let caller = service.session_caller(&opened.secret, None, &later(days)).await.unwrap();
            // The day of use is recorded in the background.
            while caller.is_some()
                && service.store().session(&digest).await.unwrap().unwrap().used_on != later(days)[..10]
            {
                tokio::task::yield_now().await;
            }
            caller.is_some()
        };
        let mut day = 0;
        while day + IDLE_DAYS < SESSION_DAYS {
            day += IDLE_DAYS;
            assert!(is_open(day).await, "used again on day {day}");
        }
        assert!(is_open(SESSION_DAYS - 1).await);
        assert!(!is_open(SESSION_DAYS).await);
        let idle = service.open_session(&token, None, None, OPENED).await.unwrap().unwrap();
        assert!(service.session_caller(&idle.secret, None, &later(IDLE_DAYS + 1)).await.unwrap().is_none());
        assert!(service.session_caller(&idle.secret, None, &later(IDLE_DAYS)).await.unwrap().is_some());
        for wrong in ["", "a", &idle.secret[1..], &idle.secret.to_uppercase(), &"0".repeat(48)] {
            assert!(service.session_caller(wrong, None, OPENED).await.unwrap().is_none(), "{wrong}");
        }
    });
}

#[test]
fn a_token_has_a_limited_number_of_sessions_and_the_newest_stay() {
    let server = Server::open();
    let (_, token) = server.token("山田", Role::Read, None);
    let (_, other) = server.token("佐藤", Role::Read, None);
    server.beside(async |service| {
        let open = async |token: &str| service.open_session(token, None, None, &now()).await.unwrap().unwrap().secret;
        let kept = open(&other).await;
        let mut secrets = Vec::new();
        for _ in 0..52 {
            secrets.push(open(&token).await);
        }
        let mut open = Vec::new();
        for secret in secrets.iter().chain([&kept]) {
            open.push(service.session_caller(secret, None, &now()).await.unwrap().is_some());
        }
        assert_eq!(open, [vec![false; 2], vec![true; 51]].concat());
    });
}
