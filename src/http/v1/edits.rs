//! Terms, concepts and definitions by number: read the concept of a term; change and delete what people added. Each change is a
//! decision, so it can be undone.

use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::UsageWord;
use crate::answer::{ConceptAnswer, DecisionResult, DecisionResults};
use crate::app::clock;
use crate::app::propose::{LONGEST_DEFINITION, LONGEST_TERM};
use crate::app::review::Decision;
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{ConceptNotFound, DefinitionNotFound, TermNotFound};
use crate::http::state::State;
use crate::http::values::{ActorQuery, NoQuery, Passage, Phrase, Text, Value};
use crate::model::{ConceptId, DefinitionId, TermId};

/// A corrected term.
type TermText = Text<Phrase, LONGEST_TERM>;
/// A definition.
type DefinitionText = Text<Passage, LONGEST_DEFINITION>;

/// What to change about a term; at least one member is required.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "hippocampus"}))]
pub(crate) struct TermChange {
    /// The corrected text.
    #[schema(inline)]
    text: Option<TermText>,
    /// Whether to use the term.
    usage: Option<UsageWord>,
    /// With `usage`: the term to use instead of a deprecated or forbidden one.
    #[schema(value_type = Option<i64>)]
    replacement_id: Option<TermId>,
}

/// A definition that a person writes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "記憶をつかさどる脳の部位。"}))]
pub(crate) struct DefinitionRequest {
    /// The definition.
    #[schema(inline)]
    text: DefinitionText,
}

/// Reads the concept of a term.
#[utoipa::path(get, path = "/v1/terms/{id}", operation_id = "read_term", tag = "terms",
    params(("id" = i64, Path, description = "Id of the term.")),
    responses((status = 200, body = ConceptAnswer, description = "The concept of the term."), TermNotFound))]
pub(crate) async fn read_term(
    access: Access,
    state: Data<State>,
    id: Path<TermId>,
    _query: Query<NoQuery>,
) -> Result<Json<ConceptAnswer>, Problem> {
    access.check_visible(&state, [*id]).await?;
    Ok(Json(state.service.concept_of_term(*id).await?.into()))
}

/// Corrects the text of a term, sets its usage, or both, and approves it.
///
/// The same as the decisions `edit` and `usage`; both are carried out or none.
#[utoipa::path(patch, path = "/v1/terms/{id}", operation_id = "change_term", tag = "terms",
    params(("id" = i64, Path, description = "Id of the term."), ActorQuery),
    request_body = TermChange,
    responses((status = 200, body = DecisionResults, description = "One decision for each change."), TermNotFound))]
pub(crate) async fn change_term(
    access: Access,
    state: Data<State>,
    id: Path<TermId>,
    query: Query<ActorQuery>,
    body: Json<TermChange>,
) -> Result<Json<DecisionResults>, Problem> {
    let TermChange { text, usage, replacement_id: replacement } = body.into_inner();
    let term = *id;
    if usage.is_none() && replacement.is_some() {
        return Err(Problem::invalid("replacement_id", "needs `usage`."));
    }
    let edit = text.checked("text")?.map(|text| Decision::Edit { term, text });
    let usage = usage.map(|usage| Decision::Usage { term, usage: usage.into(), replacement });
    let decisions: Vec<Decision> = [edit, usage].into_iter().flatten().collect();
    if decisions.is_empty() {
        return Err(Problem::invalid("text", "is missing. Give `text`, `usage`, or both."));
    }
    access.check_visible(&state, [Some(term), replacement].into_iter().flatten()).await?;
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let outcomes = state.service.decide_together(&decisions, &actor, &clock::now()).await?;
    Ok(Json(DecisionResults { results: outcomes.into_iter().map(Into::into).collect() }))
}

/// Deletes a term that only people support, or rejects one that a release, an import or the starter base supports.
///
/// The decision says which. If the rest of the concept is in one language, only people support it and nobody wrote a definition or
/// note, the concept goes too.
#[utoipa::path(delete, path = "/v1/terms/{id}", operation_id = "delete_term", tag = "terms",
    params(("id" = i64, Path, description = "Id of the term."), ActorQuery),
    responses((status = 200, body = DecisionResult, description = "The decision."), TermNotFound))]
pub(crate) async fn delete_term(
    access: Access,
    state: Data<State>,
    id: Path<TermId>,
    query: Query<ActorQuery>,
) -> Result<Json<DecisionResult>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    access.check_visible(&state, [*id]).await?;
    Ok(Json(state.service.delete_term(*id, &actor, &clock::now()).await?.into()))
}

/// Deletes a concept with its terms, definitions and notes; only if nothing but people supports it.
#[utoipa::path(delete, path = "/v1/concepts/{id}", operation_id = "delete_concept", tag = "concepts",
    params(("id" = i64, Path, description = "Id of the concept."), ActorQuery),
    responses((status = 200, body = DecisionResult, description = "The decision."), ConceptNotFound))]
pub(crate) async fn delete_concept(
    access: Access,
    state: Data<State>,
    id: Path<ConceptId>,
    query: Query<ActorQuery>,
) -> Result<Json<DecisionResult>, Problem> {
    access.check_visible(&state, [*id]).await?;
    decide(&access, &state, query, Decision::DeleteConcept { concept: *id }).await
}

/// Adds a definition to a concept. It comes before those that releases print.
#[utoipa::path(post, path = "/v1/concepts/{id}/definitions", operation_id = "add_definition", tag = "concepts",
    params(("id" = i64, Path, description = "Id of the concept."), ActorQuery),
    request_body = DefinitionRequest,
    responses((status = 200, body = DecisionResult, description = "The decision."), ConceptNotFound))]
pub(crate) async fn add_definition(
    access: Access,
    state: Data<State>,
    id: Path<ConceptId>,
    query: Query<ActorQuery>,
    body: Json<DefinitionRequest>,
) -> Result<Json<DecisionResult>, Problem> {
    let text = Some(body.into_inner().text.checked("text")?);
    access.check_visible(&state, [*id]).await?;
    decide(&access, &state, query, Decision::Define { concept: *id, definition: None, text }).await
}

/// Changes a definition that a person wrote; the caller becomes its author.
#[utoipa::path(patch, path = "/v1/definitions/{id}", operation_id = "change_definition", tag = "concepts",
    params(("id" = i64, Path, description = "Id of the definition."), ActorQuery),
    request_body = DefinitionRequest,
    responses((status = 200, body = DecisionResult, description = "The decision."), DefinitionNotFound))]
pub(crate) async fn change_definition(
    access: Access,
    state: Data<State>,
    id: Path<DefinitionId>,
    query: Query<ActorQuery>,
    body: Json<DefinitionRequest>,
) -> Result<Json<DecisionResult>, Problem> {
    let text = Some(body.into_inner().text.checked("text")?);
    access.check_visible(&state, [*id]).await?;
    let concept = state.service.concept_of_definition(*id).await?;
    decide(&access, &state, query, Decision::Define { concept, definition: Some(*id), text }).await
}

/// Deletes a definition that a person wrote.
#[utoipa::path(delete, path = "/v1/definitions/{id}", operation_id = "delete_definition", tag = "concepts",
    params(("id" = i64, Path, description = "Id of the definition."), ActorQuery),
    responses((status = 200, body = DecisionResult, description = "The decision."), DefinitionNotFound))]
pub(crate) async fn delete_definition(
    access: Access,
    state: Data<State>,
    id: Path<DefinitionId>,
    query: Query<ActorQuery>,
) -> Result<Json<DecisionResult>, Problem> {
    access.check_visible(&state, [*id]).await?;
    let concept = state.service.concept_of_definition(*id).await?;
    decide(&access, &state, query, Decision::Define { concept, definition: Some(*id), text: None }).await
}

async fn decide(
    access: &Access,
    state: &State,
    query: Query<ActorQuery>,
    decision: Decision,
) -> Result<Json<DecisionResult>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    Ok(Json(state.service.decide(&decision.into(), &actor, &clock::now()).await?.into()))
}
