//! Term block: a text in, its terms with what to call them out, for a briefing.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::BriefAnswer;
use crate::app::assist::language_of;
use crate::app::brief::BriefQuery;
use crate::http::access::Access;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Lang;

/// The number of terms given where the asker does not say.
const USUAL: f64 = 50.0;

/// A text whose terms are wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "視床下部の神経細胞に着目した。", "format": "markdown", "most": 30}))]
pub(crate) struct TermBlockRequest {
    /// The text, at most 200,000 characters.
    #[schema(min_length = 1, max_length = 200_000)]
    text: String,
    /// Its language (BCP 47); without, Japanese where it holds any.
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    source_lang: Option<String>,
    /// Projects; all where empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// The most terms, 1 to 1,000: those that stand in the text most often.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 50)]
    most: Option<f64>,
    /// What is wanted.
    #[serde(default)]
    format: BlockFormat,
}

/// How a term block is written.
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

/// Gives the known terms of a text with what to call them, what not to, and what they mean.
///
/// Terms without English are listed as such. The same base and text give the same block.
#[utoipa::path(post, path = "/v1/term-block", operation_id = "create_term_block", tag = "terms", request_body = TermBlockRequest,
    responses(
        (status = 200, description = "The block.",
            content((BriefAnswer = "application/json"), (String = "text/markdown"), (String = "text/tab-separated-values"))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    asked: Json<TermBlockRequest>,
) -> Result<HttpResponse, Problem> {
    let asked = asked.into_inner();
    let source_lang = match &asked.source_lang {
        Some(tag) => Lang::parse(tag).map_err(|error| Problem::invalid("source_lang", &error.to_string()))?,
        None => language_of(&asked.text),
    };
    let most = asked.most.unwrap_or(USUAL);
    let whole = (1..=crate::app::brief::MOST).find(|whole| format!("{whole}") == format!("{most}"));
    let most =
        whole.ok_or_else(|| Problem::invalid("most", &format!("{most} is no whole number within 1 and 1000.")))?;
    let query = BriefQuery { text: asked.text, source_lang, projects: access.projects(asked.projects)?, most };
    let brief = state.service.brief(query).await?;
    Ok(match asked.format {
        BlockFormat::Json => HttpResponse::Ok().json(BriefAnswer::from(brief)),
        BlockFormat::Markdown => HttpResponse::Ok().content_type("text/markdown; charset=utf-8").body(brief.markdown()),
        BlockFormat::Tsv => {
            HttpResponse::Ok().content_type("text/tab-separated-values; charset=utf-8").body(brief.tsv())
        }
    })
}
