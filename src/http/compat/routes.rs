//! The routes of other programs' protocols; those who made the protocols describe them.

use super::deepl::{glossaries, memories, service, transfers, translate};
use super::tmserver;
use crate::http::route::{Route, routes};

// A new glossary is a new project, so a token for some projects cannot create one. Files of jobs travel at addresses that
// are themselves the secret: the programs send no token there.
pub(in crate::http) const ROUTES: &[Route] = routes! {
    "/tmserver/languages/" => {
        GET READ => tmserver::languages,
    }
    "/tmserver/{project}/languages/" => {
        GET READ => tmserver::languages,
    }
    "/tmserver/{source_lang}/{target_lang}/unit/{name:.*}" => {
        GET READ => tmserver::unit,
        POST SUGGEST => tmserver::store_unit,
        PUT SUGGEST => tmserver::store_unit,
    }
    "/tmserver/{source_lang}/{target_lang}/store/{name:.*}", body up to tmserver::LARGEST_STORE => {
        POST SUGGEST => tmserver::store_file,
        PUT SUGGEST => tmserver::store_file,
    }
    "/tmserver/{project}/{source_lang}/{target_lang}/unit/{name:.*}" => {
        GET READ => tmserver::unit,
        POST SUGGEST => tmserver::store_unit,
        PUT SUGGEST => tmserver::store_unit,
    }
    "/tmserver/{project}/{source_lang}/{target_lang}/store/{name:.*}", body up to tmserver::LARGEST_STORE => {
        POST SUGGEST => tmserver::store_file,
        PUT SUGGEST => tmserver::store_file,
    }
    "/v2/usage" => {
        GET READ => service::usage,
    }
    "/v2/languages" => {
        GET READ => service::languages2,
    }
    "/v3/languages" => {
        GET READ => service::languages3,
    }
    "/v2/glossary-language-pairs" => {
        GET READ => service::pairs,
    }
    "/v2/translate" => {
        POST READ => translate::create,
    }
    "/v2/glossaries", body up to glossaries::LARGEST_BODY => {
        GET READ => glossaries::list2,
        POST SUGGEST_EVERYWHERE => glossaries::create2,
    }
    "/v2/glossaries/{id}" => {
        GET READ => glossaries::read2,
        DELETE REVIEW => glossaries::delete,
    }
    "/v2/glossaries/{id}/entries" => {
        GET READ => glossaries::entries2,
    }
    "/v3/glossaries", body up to glossaries::LARGEST_BODY => {
        GET READ => glossaries::list3,
        POST SUGGEST_EVERYWHERE => glossaries::create3,
    }
    "/v3/glossaries/{id}", body up to glossaries::LARGEST_BODY => {
        GET READ => glossaries::read3,
        PATCH SUGGEST => glossaries::change3,
        DELETE REVIEW => glossaries::delete,
    }
    "/v3/glossaries/{id}/entries" => {
        GET READ => glossaries::entries3,
    }
    "/v3/glossaries/{id}/dictionaries", body up to glossaries::LARGEST_BODY => {
        PUT SUGGEST => glossaries::replace3,
        DELETE REVIEW => glossaries::delete_list,
    }
    "/v3/translation_memories" => {
        GET READ => memories::list,
    }
    "/v3/translation_memories/import" => {
        POST SUGGEST => memories::import,
    }
    "/v3/translation_memories/jobs/{id}" => {
        GET READ => memories::job,
    }
    "/v3/translation_memories/transfers/{key}", body up to transfers::LARGEST_FILE => {
        GET ANYONE => transfers::send,
        PUT ANYONE => transfers::receive,
    }
    "/v3/translation_memories/{id}" => {
        GET READ => memories::read,
        DELETE ADMIN => memories::delete,
    }
    "/v3/translation_memories/{id}/segments" => {
        GET READ => memories::segments,
    }
    "/v3/translation_memories/{id}/export" => {
        POST READ => memories::export,
    }
};
