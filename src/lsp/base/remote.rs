//! Answers from another Taiyaku server, over HTTP.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::json;

use super::{BaseError, CheckOptions, Confirmation, RequestScope, SegmentQuery, TermPair, TextSuggestion};
use crate::answer::{
    ChangePage, CheckAnswer, ConfirmedSegmentAnswer, FindingAnswer, MatchList, ProblemAnswer, ProposedTermAnswer,
    SettingsAnswer, SuggestionAnswer,
};
use crate::app::check::{CheckUnit, Settings};
use crate::config::{DEFAULT_PROJECT, Token};
use crate::model::Revision;
use crate::outgoing::{Client, Request, Response};

/// How long one answer may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// The most segments of one request for suggestions.
const MOST_TEXTS: usize = 200;
/// The most segments of one check.
const MOST_SEGMENTS: usize = 5_000;
/// What we call ourselves.
const USER_AGENT: &str = concat!("taiyaku-lsp/", env!("CARGO_PKG_VERSION"));

/// Another Taiyaku server.
#[derive(Debug)]
pub(crate) struct Remote {
    client: Client,
    token: Option<Token>,
}

impl Remote {
    /// The server at this address, with this token.
    pub(crate) fn new(url: &str, token: Option<Token>) -> Self {
        Self { client: Client::new(url, USER_AGENT, TIMEOUT), token }
    }

    pub(super) fn url(&self) -> &str {
        self.client.url()
    }

    async fn call<T: DeserializeOwned + Send + 'static>(&self, path: &str, request: Request) -> Result<T, BaseError> {
        let (client, path, token) = (self.client.clone(), path.to_owned(), self.token.clone());
        let answer = tokio::task::spawn_blocking(move || send(&client, &path, token.as_ref(), request));
        answer.await.unwrap_or_else(|_| Err(unreachable_base("the request was cancelled")))
    }

    pub(super) async fn suggest(
        &self,
        scope: &RequestScope,
        texts: Vec<SegmentQuery>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<TextSuggestion>, BaseError> {
        let mut answers = Vec::with_capacity(texts.len());
        for texts in texts.chunks(MOST_TEXTS) {
            let segment = |query: &SegmentQuery| {
                json!({
                    "text": query.text, "previous": query.previous, "next": query.next, "key": query.key, "codes": query.codes,
                })
            };
            let body = json!({
                "segments": texts.iter().map(segment).collect::<Vec<_>>(),
                "source_lang": scope.source_lang, "target_lang": scope.target_lang, "projects": scope.projects,
                "limit": limit, "min_score": floor.unwrap_or(101), "budget_ms": if floor.is_some() { 500 } else { 10 },
            });
            let answer: SuggestionAnswer = self.call("/v1/suggestions", Request::Post(body)).await?;
            answers.extend(TextSuggestion::of_answer(answer));
        }
        Ok(answers)
    }

    pub(super) async fn check(
        &self,
        options: &CheckOptions,
        units: Vec<CheckUnit>,
    ) -> Result<Vec<FindingAnswer>, BaseError> {
        let projects = &options.scope.projects;
        let settings = match projects.first() {
            _ if options.rules.is_empty() => None,
            // For rules the client does not set, the settings of the project apply.
            Some(project) => {
                let request = Request::Get(vec![("project", project.clone())]);
                Some(Settings::from(self.call::<SettingsAnswer>("/v1/checks/settings", request).await?))
            }
            None => Some(Settings::default()),
        };
        let settings = settings.map(|mut settings| {
            settings.rules.extend(options.rules.clone());
            settings
        });
        let mut findings = Vec::new();
        for (part, units) in units.chunks(MOST_SEGMENTS).enumerate() {
            let segment = |unit: &CheckUnit| {
                json!({
                    "source": unit.source, "target": unit.target, "context": unit.context, "key": unit.key,
                    "plural_form": unit.form, "singular": unit.is_singular,
                    "source_codes": unit.source_codes, "target_codes": unit.target_codes,
                })
            };
            let mut body = json!({
                "segments": units.iter().map(segment).collect::<Vec<_>>(), "document": true, "projects": projects,
                "source_lang": options.scope.source_lang, "target_lang": options.scope.target_lang,
            });
            if let Some(settings) = &settings {
                body["settings"] = json!(SettingsAnswer::from(settings));
            }
            let checked: CheckAnswer = self.call("/v1/checks", Request::Post(body)).await?;
            let first = part * MOST_SEGMENTS;
            findings.extend(checked.findings.into_iter().map(|finding| moved(finding, first)));
        }
        Ok(findings)
    }

    pub(super) async fn lookup(&self, query: &str, projects: &[String], limit: usize) -> Result<MatchList, BaseError> {
        let mut parameters = vec![("q", query.to_owned()), ("limit", limit.to_string())];
        if !projects.is_empty() {
            parameters.push(("project", projects.join(",")));
        }
        self.call("/v1/terms", Request::Get(parameters)).await
    }

    pub(super) async fn add_term(&self, pair: TermPair) -> Result<ProposedTermAnswer, BaseError> {
        let (ja, en) = pair.japanese_first()?;
        let mut body = json!({"ja": ja, "en": en});
        if let Some(project) = &pair.project {
            body["project"] = json!(project);
        }
        if let Some((ja, en)) = &pair.segment {
            body["segment"] = json!({"ja": ja, "en": en});
        }
        self.call("/v1/terms", Request::Post(body)).await
    }

    pub(super) async fn confirm(&self, pair: Confirmation) -> Result<ConfirmedSegmentAnswer, BaseError> {
        let body = json!({
            "source": pair.source.1, "target": pair.target.1, "source_lang": pair.source.0, "target_lang": pair.target.0,
            "project": pair.project, "document": pair.document, "key": pair.query.key,
            "previous": pair.query.previous, "next": pair.query.next,
        });
        self.call("/v1/segments", Request::Post(body)).await
    }

    pub(super) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        let body = json!({"project": project.unwrap_or(DEFAULT_PROJECT), "key": key});
        self.call::<()>("/v1/checks/ignores", Request::Post(body)).await?;
        Ok(())
    }

    pub(super) async fn revision(&self) -> Result<Revision, BaseError> {
        // Every page has the revision of the base; the changes on it are not needed.
        let request = Request::Get(vec![("limit", "1".to_owned())]);
        Ok(Revision::new(self.call::<ChangePage>("/v1/changes", request).await?.revision))
    }
}

/// Renumbers a finding of a part of a draft for the whole draft.
fn moved(mut finding: FindingAnswer, first: usize) -> FindingAnswer {
    finding.unit += first;
    for related in &mut finding.related {
        related.unit += first;
    }
    for change in finding.fixes.iter_mut().flat_map(|fix| &mut fix.changes) {
        change.unit += first;
    }
    finding
}

fn send<T: DeserializeOwned>(
    client: &Client,
    path: &str,
    token: Option<&Token>,
    request: Request,
) -> Result<T, BaseError> {
    let response = client.send(path, token.map(Token::reveal), request);
    let Response { status, body } = response.map_err(|error| unreachable_base(&error.to_string()))?;
    if !(200..300).contains(&status) {
        // A proxy in between answers in its own way.
        return Err(match serde_json::from_slice::<ProblemAnswer>(&body) {
            Ok(ProblemAnswer { code, detail, .. }) => BaseError { code, message: detail },
            Err(_) => BaseError {
                code: "server_refused".to_owned(),
                message: format!("The server answered with status {status}. Check its address."),
            },
        });
    }
    let body: &[u8] = if body.is_empty() { b"null" } else { &body };
    serde_json::from_slice(body).map_err(|error| BaseError {
        code: "server_unreadable".to_owned(),
        message: format!(
            "The server sent an answer this version does not understand: {error}. Use the same version on both sides."
        ),
    })
}

fn unreachable_base(problem: &str) -> BaseError {
    BaseError {
        code: "server_unreachable".to_owned(),
        message: format!(
            "Could not reach the server: {problem}. Check that it is running and that the address is correct."
        ),
    }
}
