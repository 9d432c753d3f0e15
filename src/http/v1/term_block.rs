//! Term block: the known terms of a text with their translations, to brief a translator or a language model.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::BriefAnswer;
use crate::app::assist::language_of;
use crate::app::brief::{BriefQuery, LONGEST};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{BodyNumber, LanguageTag, OrDefault, Searchable, Text, Value};

/// A text to list the terms of.
type BriefText = Text<Searchable, LONGEST>;
/// How many terms to list.
type TermCount = OrDefault<BodyNumber<1, 1_000>, 50>;

/// A text to list the terms of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "視床下部の神経細胞に着目した。", "format": "markdown", "most": 30}))]
pub(crate) struct TermBlockRequest {
    /// The text.
    #[schema(inline)]
    text: BriefText,
    /// Its language (BCP 47). If missing, Japanese if the text contains any.
    #[schema(inline)]
    source_lang: Option<LanguageTag>,
    /// Projects; all if empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// The most terms: those that occur most often in the text.
    #[serde(default)]
    #[schema(inline)]
    most: TermCount,
    /// The format of the answer.
    #[serde(default)]
    format: BlockFormat,
}

/// The format of a term block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BlockFormat {
    /// JSON.
    #[default]
    Json,
    /// A table in Markdown.
    Markdown,
    /// Tab-separated values.
    Tsv,
}

/// Lists the known terms of a text with their translations, forbidden translations and definitions.
///
/// Terms without English are listed as such. The same base and text give the same block.
#[utoipa::path(post, path = "/v1/term-block", operation_id = "create_term_block", tag = "terms", request_body = TermBlockRequest,
    responses(
        (status = 200, description = "The block.",
            content((BriefAnswer = "application/json"), (String = "text/markdown"), (String = "text/tab-separated-values"))),
        ProjectNotFound,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    body: Json<TermBlockRequest>,
) -> Result<HttpResponse, Problem> {
    let request = body.into_inner();
    let text = request.text.checked("text")?;
    let source_lang = request.source_lang.checked("source_lang")?.unwrap_or_else(|| language_of(&text));
    let limit = request.most.checked_as("most")?;
    let query = BriefQuery { text, source_lang, projects: access.projects(request.projects)?, limit };
    let brief = state.service.brief(query).await?;
    Ok(match request.format {
        BlockFormat::Json => HttpResponse::Ok().json(BriefAnswer::from(brief)),
        BlockFormat::Markdown => HttpResponse::Ok().content_type("text/markdown; charset=utf-8").body(brief.markdown()),
        BlockFormat::Tsv => {
            HttpResponse::Ok().content_type("text/tab-separated-values; charset=utf-8").body(brief.tsv())
        }
    })
}
