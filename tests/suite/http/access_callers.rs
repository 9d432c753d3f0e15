//! Kinds of callers, and what each may be answered to a row of the table of routes.

use taiyaku::app::access::TokenRequest;
use taiyaku::app::clock::now;
use taiyaku::http::Needs;
use taiyaku::model::Role;

use super::Server;
use super::access_table::Row;
use super::client::Answer;

/// What stands in one project only: the other's answers must not hold it.
const ONLY_THERE: &str = "神経細胞";

/// A kind of caller.
pub(super) enum Caller {
    /// Without a token, or with an invalid one.
    Nobody(Option<String>),
    /// A token with this role for the project of the items.
    Inside(Role, String),
    /// A token with this role for all projects.
    Everywhere(Role, String),
    /// An admin of another project.
    Outside(String),
}

pub(super) fn callers(server: &Server) -> Vec<(String, Caller)> {
    let mut callers = vec![
        ("nobody".to_owned(), Caller::Nobody(None)),
        ("no token at all".to_owned(), Caller::Nobody(Some("secret".to_owned()))),
        ("a number nobody has".to_owned(), Caller::Nobody(Some(format!("tyk_999_{}", "0".repeat(48))))),
    ];
    let (id, right) = server.token("wrong", Role::Admin, None);
    let flipped = if right.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{flipped}", &right[..right.len() - 1]);
    callers.push(("a wrong secret".to_owned(), Caller::Nobody(Some(wrong))));
    let other = right.replacen(&format!("tyk_{id}_"), &format!("tyk_{}_", id.get() + 1), 1);
    callers.push(("the secret of another".to_owned(), Caller::Nobody(Some(other))));
    let (id, revoked) = server.token("revoked", Role::Admin, None);
    assert!(server.beside(async |service| service.revoke_token(id, "test", &now()).await.unwrap()));
    callers.push(("revoked".to_owned(), Caller::Nobody(Some(revoked))));
    let request = TokenRequest {
        name: "expired".to_owned(),
        role: Role::Admin,
        projects: None,
        expires_on: Some("2020-02-01".to_owned()),
    };
    let made =
        server.beside(async |service| service.create_token(&request, "test", "2020-01-01T00:00:00Z").await.unwrap());
    callers.push(("expired".to_owned(), Caller::Nobody(Some(made.token))));
    let (_, outside) = server.token("outside", Role::Admin, Some(&["other"]));
    callers.push(("an admin of another project".to_owned(), Caller::Outside(outside)));
    for role in Role::ALL {
        let name = role.as_str();
        let (_, token) = server.token(&format!("{name} here"), *role, Some(&["default"]));
        callers.push((format!("{name} of the project"), Caller::Inside(*role, token)));
        let (_, token) = server.token(&format!("{name} everywhere"), *role, None);
        callers.push((format!("{name} of all projects"), Caller::Everywhere(*role, token)));
    }
    callers
}

/// The last change of the base.
fn revision(server: &Server) -> i64 {
    server.get("/ready").json()["revision"].as_i64().unwrap()
}

/// Asks, and holds the answer to what the table of routes says.
pub(super) fn hold(server: &Server, row: &Row, method: &str, needs: Needs, who: &str, caller: &Caller) {
    let at = format!("{method} {} by {who}", row.path);
    let before = revision(server);
    let token = match caller {
        Caller::Nobody(token) => token.as_deref(),
        Caller::Inside(_, token) | Caller::Everywhere(_, token) | Caller::Outside(token) => Some(token.as_str()),
    };
    let answer = row.sent(server, method, token);
    let silent = |answer: &Answer| {
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        for word in [ONLY_THERE, "neuron", "a.txt"] {
            // What describes the doors has examples in it, and no base; what somebody says may be said back to them.
            let innocent = row.path == "/openapi.json" || row.body.contains(word);
            assert!(innocent || !body.contains(word), "{at} tells of `{word}`");
        }
        assert_eq!(revision(server), before, "{at} changed something");
    };
    let refused = |status: u16, code: &str| {
        let status = if status == 401 && row.is_of_deepl() { 403 } else { status };
        assert_eq!(answer.status, status, "{at}: {}", String::from_utf8_lossy(&answer.body));
        assert!(method == "HEAD" || answer.json()["code"] == code, "{at}: {}", answer.text());
        silent(&answer);
    };
    let let_through = || {
        // What is gone once is gone for the next who may take it away.
        let gone = method == "DELETE" && (answer.status == 404 || row.is_of_deepl() && answer.status == 400);
        // Nobody can know a number or address that was never given out.
        let gone = gone || answer.status == 404 && (row.path.contains("/jobs/") || row.path.contains("/transfers/"));
        // What a release supports is rejected and not deleted; what it prints is not changed.
        let printed = answer.status == 400 && (row.path == "/v1/concepts/{id}" || row.path == "/v1/definitions/{id}");
        // Below `admin`, an import is undone by who imported it.
        let foreign = answer.status == 403 && method == "DELETE" && row.path == "/v1/imports/{id}";
        // A release is no version of itself.
        let single = answer.status == 400 && row.path == "/v1/releases/{id}/pair";
        let fine = answer.status < 400 || answer.status == 409 || gone || printed || foreign || single;
        assert!(fine, "{at}: {} {}", answer.status, String::from_utf8_lossy(&answer.body));
    };
    let (role, everywhere) = match needs {
        Needs::Nothing | Needs::Probe | Needs::Page => return let_through(),
        // Who is logged in is told to everybody about themselves; what changes it is for pages, and has tests of its own.
        Needs::Session if matches!(caller, Caller::Nobody(Some(_))) => return refused(401, "unauthorized"),
        Needs::Session if method == "POST" => return refused(401, "unauthorized"),
        Needs::Session if method == "DELETE" => return refused(403, "origin_not_allowed"),
        Needs::Session => return let_through(),
        Needs::Role(role) => (role, false),
        Needs::Everywhere(role) => (role, true),
    };
    match caller {
        Caller::Nobody(_) => refused(401, "unauthorized"),
        Caller::Inside(own, _) if *own < role || everywhere => refused(403, "forbidden"),
        Caller::Everywhere(own, _) if *own < role => refused(403, "forbidden"),
        Caller::Outside(_) if everywhere => refused(403, "forbidden"),
        Caller::Inside(..) | Caller::Everywhere(..) => let_through(),
        // Of numbers it knows nothing; lists and files hold what is its own; what it sends goes to its own project.
        Caller::Outside(_) if row.path.contains("/jobs/") => refused(404, "not_found"),
        Caller::Outside(_) if row.names_the_inside() => refused(404, "not_found"),
        Caller::Outside(_) if row.path == "/v1/review/decisions" && method == "POST" => refused(404, "not_found"),
        Caller::Outside(_) => {
            let_through();
            if role == Role::Read {
                silent(&answer);
            }
        }
    }
}
