//! The one table of paths: methods, the role each needs, handlers and body limits. The OpenAPI document is made from the
//! same table; the pages stand in [`pages::ROUTES`], the routes of other programs' protocols in [`compat::ROUTES`].

use super::route::{Method, Route, RouteTable, routes};
use super::{compat, description, files, health, pages, v1};

/// Declares the routes of our own API, and collects what their handlers document.
macro_rules! documented_routes {
    ($($pattern:literal $(, body up to $limit:expr)? => {
        $($verb:ident $needs:ident => $module:ident $(:: $handler:ident)+),+ $(,)?
    })+) => {
        const OWN: &[Route] = routes! {
            $($pattern $(, body up to $limit)? => { $($verb $needs => $module $(:: $handler)+),+ })+
        };

        /// What the handlers of the table document.
        #[derive(utoipa::OpenApi)]
        #[openapi(paths($($($module $(:: $handler)+),+),+))]
        pub(super) struct Operations;
    };
}

documented_routes! {
    "/v1/releases", body up to v1::releases::LARGEST_UPLOAD => {
        GET READ => v1::releases::list,
        POST REVIEW => v1::releases::create,
    }
    "/v1/releases/{id}" => {
        GET READ => v1::releases::read,
        DELETE ADMIN => v1::releases::delete,
    }
    "/v1/releases/{id}/candidates" => {
        GET READ => v1::releases::candidates,
    }
    "/v1/releases/{id}/corrections" => {
        GET READ => v1::corrections::list,
        POST REVIEW => v1::corrections::create,
    }
    "/v1/releases/{id}/corrections/{correction_id}" => {
        DELETE REVIEW => v1::corrections::delete,
    }
    "/v1/releases/{id}/pair" => {
        POST REVIEW => v1::releases::pair,
    }
    "/v1/releases/{id}/segments" => {
        GET READ => v1::releases::segments,
    }
    "/v1/terms" => {
        GET READ => v1::terms::search,
        POST SUGGEST => v1::terms::create,
    }
    "/v1/terms/{id}" => {
        GET READ => v1::edits::read_term,
        PATCH REVIEW => v1::edits::change_term,
        DELETE REVIEW => v1::edits::delete_term,
    }
    "/v1/segments" => {
        POST SUGGEST => v1::segments::create,
    }
    "/v1/segments/{id}" => {
        GET READ => v1::segments::read,
        PATCH REVIEW => v1::segments::correct,
        DELETE REVIEW => v1::segments::delete,
    }
    "/v1/assist" => {
        POST READ => v1::assist::create,
    }
    "/v1/concepts" => {
        GET READ => v1::concepts::list,
    }
    "/v1/concepts/{id}" => {
        GET READ => v1::concepts::read,
        DELETE REVIEW => v1::edits::delete_concept,
    }
    "/v1/concepts/{id}/definitions" => {
        POST REVIEW => v1::edits::add_definition,
    }
    "/v1/definitions/{id}" => {
        PATCH REVIEW => v1::edits::change_definition,
        DELETE REVIEW => v1::edits::delete_definition,
    }
    "/v1/concordance" => {
        GET READ => v1::concordance::search,
    }
    "/v1/suggestions" => {
        POST READ => v1::suggestions::create,
    }
    "/v1/checks", body up to v1::checks::LARGEST_DRAFT => {
        POST READ => v1::checks::create,
    }
    "/v1/checks/ignores" => {
        GET READ => v1::checks::ignores,
        POST SUGGEST => v1::checks::ignore,
        DELETE SUGGEST => v1::checks::unignore,
    }
    "/v1/checks/settings" => {
        GET READ => v1::checks::settings,
        PUT ADMIN => v1::checks::set_settings,
    }
    "/v1/review" => {
        GET READ => v1::review::list,
    }
    "/v1/review/decisions" => {
        GET READ => v1::decisions::list,
        POST REVIEW => v1::decisions::create,
    }
    "/v1/review/decisions/{id}/undo" => {
        POST REVIEW => v1::decisions::undo,
    }
    "/v1/review/bulk" => {
        POST REVIEW => v1::bulk::create,
    }
    "/v1/review/bulk/{id}/undo" => {
        POST REVIEW => v1::bulk::undo,
    }
    "/v1/review/sheet", body up to v1::sheets::LARGEST_SHEET => {
        GET READ => v1::sheets::read,
        POST REVIEW => v1::sheets::create,
    }
    "/v1/exports/{file}" => {
        GET READ => v1::exports::read,
    }
    "/v1/exports/{file}/summary" => {
        GET READ => v1::exports::summary,
    }
    "/v1/exports/{file}/preview" => {
        GET READ => v1::previews::read,
    }
    "/v1/coverage" => {
        GET READ => v1::coverage::read,
    }
    "/v1/sources" => {
        GET READ => v1::sources::list,
        DELETE ADMIN => v1::sources::remove,
    }
    "/v1/imports", body up to v1::imports::LARGEST_IMPORT => {
        GET READ => v1::imports::list,
        POST SUGGEST => v1::imports::create,
    }
    "/v1/imports/{id}" => {
        GET READ => v1::imports::read,
        DELETE SUGGEST => v1::imports::undo,
    }
    "/v1/worklists/{kind}" => {
        GET READ => v1::worklists::read,
    }
    "/v1/term-block" => {
        POST READ => v1::term_block::create,
    }
    "/v1/changes" => {
        GET READ => v1::changes::list,
    }
    "/v1/changes/stream" => {
        GET READ => v1::changes::stream,
    }
    "/v1/projects" => {
        GET READ => v1::projects::list,
        POST ADMIN_EVERYWHERE => v1::projects::create,
    }
    "/v1/projects/{name}" => {
        GET READ => v1::projects::read,
        PATCH ADMIN => v1::projects::rename,
        DELETE ADMIN => v1::projects::delete,
    }
    "/v1/projects/{name}/starter" => {
        GET READ => v1::starter::list,
        POST ADMIN => v1::starter::add,
        DELETE ADMIN => v1::starter::remove,
    }
    "/v1/session" => {
        GET SESSION => v1::session::read,
        POST SESSION => v1::session::create,
        DELETE SESSION => v1::session::delete,
    }
    "/v1/tokens" => {
        GET ADMIN => v1::tokens::list,
        POST ADMIN => v1::tokens::create,
    }
    "/v1/tokens/{id}" => {
        DELETE ADMIN => v1::tokens::revoke,
    }
    "/export/{file}" => {
        GET READ => files::read,
    }
    "/export/{project}/{file}" => {
        GET READ => files::read_pair,
    }
    "/lookup" => {
        GET READ => compat::page::read,
    }
    "/health" => {
        GET PROBE => health::health,
    }
    "/ready" => {
        GET PROBE => health::ready,
    }
    "/metrics" => {
        GET READ_EVERYWHERE => health::metrics,
    }
    "/openapi.json" => {
        GET READ => description::read,
    }
}

/// Every route the server answers.
pub(super) const TABLE: RouteTable = RouteTable(&[OWN, pages::ROUTES, compat::ROUTES]);

/// Every path with the methods it takes.
pub fn paths() -> impl Iterator<Item = (&'static str, Vec<Method>)> {
    TABLE.paths()
}

/// Whether a path belongs to our own API and so to the OpenAPI document; the others are pages, or belong to protocols described
/// elsewhere.
#[must_use]
pub fn is_own(pattern: &str) -> bool {
    OWN.iter().any(|route| route.pattern == pattern)
}
