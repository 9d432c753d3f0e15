//! The OpenAPI 3.1 document: what the handlers of the route table document, and what holds for all of them.

use actix_web::http::Method as Verb;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;
use utoipa::openapi::path::{HttpMethod, Operation};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{OpenApi as Document, PathItem, Ref, RefOr};

use super::refusals::problem_response;
use super::route::Needs;
use super::routes::{Operations, TABLE};
use super::{examples, inline_schemas};
use crate::answer::words::ProfileWord;
use crate::answer::{Commands, ProblemAnswer, commands};
use crate::app::export::ExportFormat;

/// The document without its paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Taiyaku",
        description = "A Japanese-English term base built from research press releases: look up terms, send \
                       documents, get terms and translations suggested, with evidence for every claim. Positions in \
                       texts are given in bytes of UTF-8 (`span`) and in Unicode characters (`span_chars`), both \
                       `[start, end)`. Lengths are counted in Unicode characters. Unknown query parameters and JSON \
                       members are refused. Problems follow RFC 9457, each with a stable `code`.",
    ),
    components(schemas(ProblemAnswer, ProfileWord)),
    tags(
        (name = "releases", description = "Documents and what was extracted from them"),
        (name = "terms", description = "Look up and add terms"),
        (name = "concepts", description = "Meanings and their terms"),
        (name = "suggestions", description = "Terms and remembered translations for a text"),
        (name = "checks", description = "Problems in a draft translation"),
        (name = "segments", description = "The translation memory"),
        (name = "concordance", description = "Text search in the translation memory"),
        (name = "review", description = "Terms that wait for review, and decisions about them"),
        (name = "export", description = "Export to files"),
        (name = "imports", description = "Imports of files: plans, progress, undo"),
        (name = "sources", description = "Imported dictionaries and term bases"),
        (name = "worklists", description = "Terms that need work"),
        (name = "changes", description = "The change feed"),
        (name = "projects", description = "Named collections of terms, segments and releases"),
        (name = "access", description = "Who is logged in, and the tokens of others"),
        (name = "server", description = "State of the server"),
    ),
)]
struct Api;

/// The document `/openapi.json` answers with.
#[must_use]
pub fn document() -> Document {
    let mut document = Api::openapi().merge_from(Operations::openapi());
    if let Some(components) = document.components.as_mut() {
        for (name, scheme) in security_schemes() {
            components.add_security_scheme(name, scheme);
        }
    }
    let examples = examples::all();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            name_media_types(operation);
            examples::add(operation, &examples);
            describe(operation, &method, TABLE.needs(Some(path), &verb(&method)));
        }
    }
    add_commands(&mut document);
    inline_schemas::flatten(&mut document);
    document
}

/// What the command line prints with `--json`, in the same words: schemas, and `x-command-line`, which names them by command.
fn add_commands(document: &mut Document) {
    let Commands { printed, error, schemas } = commands();
    let reference = |name: &String| json!(Ref::from_schema_name(name));
    let printed: Map<String, Value> =
        printed.iter().map(|(command, names)| ((*command).to_owned(), names.iter().map(reference).collect())).collect();
    let described = json!({ "commands": printed, "error": reference(&error) });
    document.extensions.get_or_insert_default().insert("x-command-line".to_owned(), described);
    let components = document.components.get_or_insert_default();
    for (name, schema) in schemas {
        components.schemas.entry(name).or_insert(schema);
    }
}

/// Names every media type an exported file may have, from the table of formats, in place of the one type its handler documents.
fn name_media_types(operation: &mut Operation) {
    if operation.operation_id.as_deref().is_none_or(|id| !EXPORTS.contains(&id)) {
        return;
    }
    for response in operation.responses.responses.values_mut() {
        let RefOr::T(response) = response else { continue };
        let Some(content) = response.content.shift_remove(FILE) else { continue };
        for media_type in ExportFormat::media_types() {
            response.content.insert(media_type.to_owned(), content.clone());
        }
    }
}

/// The operations that give an exported file.
const EXPORTS: [&str; 3] = ["export_file", "read_file", "read_file_of_languages"];

/// The media type their handlers document.
const FILE: &str = "application/octet-stream";

fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, item.get.as_mut()),
        (HttpMethod::Post, item.post.as_mut()),
        (HttpMethod::Put, item.put.as_mut()),
        (HttpMethod::Patch, item.patch.as_mut()),
        (HttpMethod::Delete, item.delete.as_mut()),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.map(|operation| (method, operation)))
}

/// The ways to send a token.
fn security_schemes() -> [(&'static str, SecurityScheme); 4] {
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
        "A token from `taiyaku token create`, or that of `TAIYAKU_TOKEN`. Requests from this machine need no token, unless \
         the server was started with `--require-token`.",
    ));
    let password =
        HttpBuilder::new().scheme(HttpAuthScheme::Basic).description(Some("The token as password; any user name."));
    let key = ApiKeyValue::with_description("Authorization", "`DeepL-Auth-Key`, a space and the token.");
    let cookie = ApiKeyValue::with_description(
        "taiyaku_session",
        "The cookie of a browser session (`POST /v1/session`), for the pages of this server only. Over https its name is \
         `__Host-taiyaku_session`. Everything but reading needs the header `Taiyaku-Client` too.",
    );
    [
        ("token", SecurityScheme::Http(token.build())),
        ("password", SecurityScheme::Http(password.build())),
        ("key", SecurityScheme::ApiKey(ApiKey::Header(key))),
        ("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie))),
    ]
}

fn verb(method: &HttpMethod) -> Verb {
    match method {
        HttpMethod::Post => Verb::POST,
        HttpMethod::Put => Verb::PUT,
        HttpMethod::Patch => Verb::PATCH,
        HttpMethod::Delete => Verb::DELETE,
        _ => Verb::GET,
    }
}

/// Adds what holds for every operation: the role it needs, the token, and the problems any request may meet.
fn describe(operation: &mut Operation, method: &HttpMethod, needs: Needs) {
    let open = matches!(needs, Needs::Nothing | Needs::Probe | Needs::Page);
    let needed = match needs {
        Needs::Nothing | Needs::Probe | Needs::Page | Needs::Session => None,
        Needs::Role(role) => Some(format!("Needs the role `{}`.", role.as_str())),
        Needs::Everywhere(role) => Some(format!("Needs the role `{}` in all projects.", role.as_str())),
    };
    if let Some(needed) = needed {
        let description = operation.description.take().map(|text| format!("{text}\n\n{needed}"));
        operation.description = Some(description.unwrap_or(needed));
    }
    let mut problems = vec![
        ("400", "The request is not valid."),
        ("403", "The token does not allow this, or the origin or host name of the request is not allowed."),
        ("500", "Internal error of the server."),
        ("503", "The term base cannot answer at the moment."),
    ];
    if !open {
        problems.push(("401", "The token is missing or not valid."));
        problems.push(("429", "Too many requests; `Retry-After` says how long to wait."));
    }
    if matches!(method, HttpMethod::Post | HttpMethod::Put | HttpMethod::Patch) {
        problems.push(("413", "The body is too large."));
        problems.push(("507", "No space left for the term base."));
        if takes_json(operation) {
            problems.push(("415", "The body is not JSON."));
        }
    }
    for (status, description) in problems {
        let response = RefOr::T(problem_response(description));
        operation.responses.responses.entry(status.to_owned()).or_insert(response);
    }
    if !open {
        // Either without a token (from this machine) or with one, sent in one of these ways.
        let scheme = |name| SecurityRequirement::new::<_, [&str; 0], &str>(name, []);
        let ways = ["token", "password", "key", "session"].map(scheme);
        operation.security = Some([SecurityRequirement::default()].into_iter().chain(ways).collect());
    }
}

fn takes_json(operation: &Operation) -> bool {
    match &operation.request_body {
        Some(RefOr::T(body)) => body.content.contains_key("application/json"),
        Some(RefOr::Ref(_)) | None => false,
    }
}
