//! The paths of protocols that are described by those who made them: the second half of the table in [`super::routes`].

use actix_web::{Resource, web};

use super::compat::deepl::{glossaries, memories, service, transfers, translate};
use super::compat::tmserver;
use super::routes::{ANYBODY, ASK, GET, HEAD, Method, Needs, Path, READ, get, path, takes};
use crate::model::Role;

/// Proposing, which whoever may see some projects only cannot do where it makes another.
const MAKES_PROJECTS: Method = Method { name: "POST", needs: Needs::Everywhere(Role::Suggest) };
const SUGGEST: &[Method] = &[takes("POST", Role::Suggest), takes("PUT", Role::Suggest)];
const READ_AND_SUGGEST: &[Method] = &[GET, HEAD, takes("POST", Role::Suggest), takes("PUT", Role::Suggest)];
/// Whoever was told the address of a file may send or fetch it: the programs show nothing else there.
const TRANSFER: &[Method] = &[ANYBODY[0], ANYBODY[1], Method { name: "PUT", needs: Needs::Nothing }];

pub(super) const PATHS: &[Path] = &[
    path("/tmserver/languages/", READ, get!(tmserver::languages)),
    path("/tmserver/{project}/languages/", READ, get!(tmserver::languages)),
    path("/tmserver/{source_lang}/{target_lang}/unit/{name:.*}", READ_AND_SUGGEST, unit),
    path("/tmserver/{source_lang}/{target_lang}/store/{name:.*}", SUGGEST, store).largest(tmserver::LARGEST_STORE),
    path("/tmserver/{project}/{source_lang}/{target_lang}/unit/{name:.*}", READ_AND_SUGGEST, unit),
    path("/tmserver/{project}/{source_lang}/{target_lang}/store/{name:.*}", SUGGEST, store)
        .largest(tmserver::LARGEST_STORE),
    path("/v2/usage", READ, get!(service::usage)),
    path("/v2/languages", READ, get!(service::languages2)),
    path("/v3/languages", READ, get!(service::languages3)),
    path("/v2/glossary-language-pairs", READ, get!(service::pairs)),
    path("/v2/translate", ASK, |resource| resource.route(web::post().to(translate::create))),
    path("/v2/glossaries", &[GET, HEAD, MAKES_PROJECTS], |resource| {
        resource
            .route(web::get().to(glossaries::list2))
            .route(web::head().to(glossaries::list2))
            .route(web::post().to(glossaries::create2))
    })
    .largest(glossaries::LARGEST_BODY),
    path("/v2/glossaries/{id}", &[GET, HEAD, takes("DELETE", Role::Review)], |resource| {
        resource
            .route(web::get().to(glossaries::read2))
            .route(web::head().to(glossaries::read2))
            .route(web::delete().to(glossaries::delete))
    }),
    path("/v2/glossaries/{id}/entries", READ, get!(glossaries::entries2)),
    path("/v3/glossaries", &[GET, HEAD, MAKES_PROJECTS], |resource| {
        resource
            .route(web::get().to(glossaries::list3))
            .route(web::head().to(glossaries::list3))
            .route(web::post().to(glossaries::create3))
    })
    .largest(glossaries::LARGEST_BODY),
    path(
        "/v3/glossaries/{id}",
        &[GET, HEAD, takes("PATCH", Role::Suggest), takes("DELETE", Role::Review)],
        |resource| {
            resource
                .route(web::get().to(glossaries::read3))
                .route(web::head().to(glossaries::read3))
                .route(web::patch().to(glossaries::change3))
                .route(web::delete().to(glossaries::delete))
        },
    )
    .largest(glossaries::LARGEST_BODY),
    path("/v3/glossaries/{id}/entries", READ, get!(glossaries::entries3)),
    path(
        "/v3/glossaries/{id}/dictionaries",
        &[takes("PUT", Role::Suggest), takes("DELETE", Role::Review)],
        |resource| resource.route(web::put().to(glossaries::replace3)).route(web::delete().to(glossaries::delete_list)),
    )
    .largest(glossaries::LARGEST_BODY),
    path("/v3/translation_memories", READ, get!(memories::list)),
    path("/v3/translation_memories/import", &[takes("POST", Role::Suggest)], |resource| {
        resource.route(web::post().to(memories::import))
    }),
    path("/v3/translation_memories/jobs/{id}", READ, get!(memories::job)),
    path("/v3/translation_memories/transfers/{key}", TRANSFER, |resource| {
        resource
            .route(web::get().to(transfers::send))
            .route(web::head().to(transfers::send))
            .route(web::put().to(transfers::receive))
    })
    .largest(transfers::LARGEST_FILE),
    path("/v3/translation_memories/{id}", &[GET, HEAD, takes("DELETE", Role::Admin)], |resource| {
        resource
            .route(web::get().to(memories::read))
            .route(web::head().to(memories::read))
            .route(web::delete().to(memories::delete))
    }),
    path("/v3/translation_memories/{id}/segments", READ, get!(memories::segments)),
    path("/v3/translation_memories/{id}/export", ASK, |resource| resource.route(web::post().to(memories::export))),
];

fn unit(resource: Resource) -> Resource {
    resource
        .route(web::get().to(tmserver::unit))
        .route(web::head().to(tmserver::unit))
        .route(web::post().to(tmserver::keep_unit))
        .route(web::put().to(tmserver::keep_unit))
}

fn store(resource: Resource) -> Resource {
    resource.route(web::post().to(tmserver::keep_store)).route(web::put().to(tmserver::keep_store))
}
