//! The handlers' own words in, an OpenAPI 3.1 document out.

use actix_web::http::Method as Verb;
use actix_web::web::{Json, Query};
use serde_json::{Map, Value, json};
use utoipa::openapi::path::{HttpMethod, Operation};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ContentBuilder, OpenApi as Document, PathItem, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use super::routes::{Needs, needs};
use super::v1::concepts::NoQuery;
use super::{compat, examples, files, health, v1};
use crate::answer::words::ProfileWord;
use crate::answer::{Commands, commands};

/// Everything the door does.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Taiyaku",
        description = "Japanese-English term base built from research press releases: look terms up, send documents, \
                       have terms and translations offered, with proof for every claim. Places in texts are given \
                       in bytes of UTF-8 (`span`) and in Unicode scalar values (`span_chars`), both `[start, end)`. \
                       Unknown query names and JSON members are refused. Problems are answered as RFC 9457 asks, \
                       each with a stable `code`.",
    ),
    paths(
        v1::releases::create, v1::releases::list, v1::releases::read, v1::releases::delete,
        v1::terms::search, v1::terms::create, v1::segments::create, v1::segments::read, v1::segments::delete,
        v1::assist::create, v1::concepts::list, v1::concepts::read, v1::suggestions::create,
        v1::concordance::search, v1::checks::create, v1::checks::ignores, v1::checks::ignore, v1::checks::unignore,
        v1::checks::settings, v1::checks::set_settings, v1::review::list, v1::decisions::list, v1::decisions::create, v1::decisions::undo,
        v1::sheets::read, v1::sheets::create, v1::export::read, v1::sources::list, v1::worklists::read,
        v1::term_block::create, v1::changes::list, v1::changes::stream, v1::projects::list,
        files::read, files::read_pair, compat::page::read,
        health::health, health::ready, health::metrics, read,
    ),
    components(schemas(ProfileWord)),
    tags(
        (name = "releases", description = "Documents and what was found in them"),
        (name = "terms", description = "Looking terms up"),
        (name = "concepts", description = "Meanings and their terms"),
        (name = "suggestions", description = "What to offer while translating"),
        (name = "checks", description = "What is wrong with a draft"),
        (name = "segments", description = "What the memory holds"),
        (name = "concordance", description = "Finding text in the memory"),
        (name = "review", description = "What is open, and what people decide about it"),
        (name = "export", description = "The term base as a file"),
        (name = "sources", description = "Imported dictionaries and term bases"),
        (name = "worklists", description = "Terms that wait for somebody"),
        (name = "changes", description = "What has changed"),
        (name = "projects", description = "Collections"),
        (name = "server", description = "How the server is"),
    ),
    modifiers(&EveryOperation, &CommandLine),
)]
struct Api;

/// The document `/openapi.json` answers with.
#[must_use]
pub fn document() -> Document {
    Api::openapi()
}

/// Describes the API in OpenAPI 3.1.
#[utoipa::path(get, path = "/openapi.json", operation_id = "read_openapi", tag = "server",
    responses((status = 200, body = Object, description = "An OpenAPI 3.1 document.")))]
pub(super) async fn read(_query: Query<NoQuery>) -> Json<Document> {
    Json(document())
}

/// What holds for every operation: the token, and the problems any of them may meet.
struct EveryOperation;

impl Modify for EveryOperation {
    fn modify(&self, document: &mut Document) {
        if let Some(components) = document.components.as_mut() {
            for (name, scheme) in schemes() {
                components.add_security_scheme(name, scheme);
            }
        }
        let examples = examples::all();
        for (path, item) in &mut document.paths.paths {
            for (method, operation) in operations(item) {
                examples::show(operation, &examples);
                describe(operation, &method, needs(Some(path), &verb(&method)));
            }
        }
    }
}

/// What the command line prints with `--json`, in the same words: schemas, and `x-command-line`, which names them by command.
struct CommandLine;

impl Modify for CommandLine {
    fn modify(&self, document: &mut Document) {
        let Commands { printed, error, schemas } = commands();
        let reference = |name: &String| json!(Ref::from_schema_name(name));
        let printed: Map<String, Value> = printed
            .iter()
            .map(|(command, names)| ((*command).to_owned(), names.iter().map(reference).collect()))
            .collect();
        let described = json!({ "commands": printed, "error": reference(&error) });
        document.extensions.get_or_insert_default().insert("x-command-line".to_owned(), described);
        let components = document.components.get_or_insert_default();
        for (name, schema) in schemas {
            components.schemas.entry(name).or_insert(schema);
        }
    }
}

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

/// The ways a token may be shown.
fn schemes() -> [(&'static str, SecurityScheme); 3] {
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
        "A token of `taiyaku token create`, or that of `TAIYAKU_TOKEN`. Not wanted from this machine unless the server was \
         told to.",
    ));
    let password =
        HttpBuilder::new().scheme(HttpAuthScheme::Basic).description(Some("The token as password; any name."));
    let key = ApiKeyValue::with_description("Authorization", "The token behind `DeepL-Auth-Key` and a space.");
    [
        ("token", SecurityScheme::Http(token.build())),
        ("password", SecurityScheme::Http(password.build())),
        ("key", SecurityScheme::ApiKey(ApiKey::Header(key))),
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

fn describe(operation: &mut Operation, method: &HttpMethod, needs: Needs) {
    let open = needs == Needs::Nothing;
    let needed = match needs {
        Needs::Nothing => None,
        Needs::Role(role) => Some(format!("Takes the role `{}`.", role.as_str())),
        Needs::Everywhere(role) => Some(format!("Takes the role `{}` in all projects.", role.as_str())),
    };
    if let Some(needed) = needed {
        let said = operation.description.take().map(|said| format!("{said}\n\n{needed}"));
        operation.description = Some(said.unwrap_or(needed));
    }
    let mut problems = vec![
        ("400", "The request cannot be understood."),
        ("403", "The token may not do this; or asked from another site, or by a name that is not the server's."),
        ("500", "The server failed."),
        ("503", "The term base cannot answer now."),
    ];
    if !open {
        problems.push(("401", "The token is missing or wrong."));
        problems.push(("429", "There were too many requests; `Retry-After` says how long to wait."));
    }
    if matches!(method, HttpMethod::Post | HttpMethod::Put | HttpMethod::Patch) {
        problems.push(("413", "The body is too large."));
        problems.push(("507", "There is no room left."));
        if takes_json(operation) {
            problems.push(("415", "The body is not JSON."));
        }
    }
    for (status, description) in problems {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new().description(description).content("application/problem+json", content);
        operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(response.build()));
    }
    if !open {
        // Either without (from this machine) or with the token, shown in one of these ways.
        let shown = |name| SecurityRequirement::new::<_, [&str; 0], &str>(name, []);
        let ways = ["token", "password", "key"].map(shown);
        operation.security = Some([SecurityRequirement::default()].into_iter().chain(ways).collect());
    }
}

fn takes_json(operation: &Operation) -> bool {
    match &operation.request_body {
        Some(RefOr::T(body)) => body.content.contains_key("application/json"),
        Some(RefOr::Ref(_)) | None => false,
    }
}
