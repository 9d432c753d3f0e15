//! Questions in, answers of a Taiyaku elsewhere out, asked over HTTP.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use ureq::Agent;

use super::{Asked, Asking, BaseError, Confirmed, Look, TermPair};
use crate::answer::{FindingAnswer, MatchList, SegmentAnswer, SuggestionAnswer};
use crate::app::check::{CheckUnit, Settings};
use crate::config::{DEFAULT_PROJECT, Token};
use crate::model::Revision;

/// How long one answer may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// The most segments of one question about terms and matches.
const MOST_TEXTS: usize = 200;
/// The most segments of one draft.
const MOST_SEGMENTS: usize = 5_000;
/// The most bytes of an answer.
const LARGEST_ANSWER: u64 = 64 << 20;

/// A Taiyaku elsewhere.
#[derive(Debug)]
pub(crate) struct Remote {
    agent: Agent,
    url: String,
    token: Option<Token>,
}

/// What is sent.
enum Call {
    Get(Vec<(&'static str, String)>),
    Post(Value),
}

impl Remote {
    /// One at this address, shown this token.
    pub(crate) fn new(url: &str, token: Option<Token>) -> Self {
        let config = Agent::config_builder().timeout_global(Some(TIMEOUT)).http_status_as_error(false);
        let agent =
            Agent::new_with_config(config.user_agent(concat!("taiyaku-lsp/", env!("CARGO_PKG_VERSION"))).build());
        Self { agent, url: url.trim_end_matches('/').to_owned(), token }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    async fn ask<T: DeserializeOwned + Send + 'static>(&self, path: &str, call: Call) -> Result<T, BaseError> {
        let (agent, url) = (self.agent.clone(), format!("{}{path}", self.url));
        let bearer = self.token.as_ref().map(|token| format!("Bearer {}", token.reveal()));
        let asked = tokio::task::spawn_blocking(move || send(&agent, &url, bearer.as_deref(), call));
        asked.await.unwrap_or_else(|_| Err(unreachable_base("the request was stopped")))
    }

    pub(super) async fn suggest(
        &self,
        asking: &Asking,
        texts: Vec<Asked>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<SegmentAnswer>, BaseError> {
        let mut answers = Vec::with_capacity(texts.len());
        for texts in texts.chunks(MOST_TEXTS) {
            let segment = |asked: &Asked| json!({"text": asked.text, "previous": asked.previous, "next": asked.next, "key": asked.key});
            let body = json!({
                "segments": texts.iter().map(segment).collect::<Vec<_>>(),
                "source_lang": asking.source_lang, "target_lang": asking.target_lang, "projects": asking.projects,
                "limit": limit, "min_score": floor.unwrap_or(101), "budget_ms": if floor.is_some() { 500 } else { 10 },
            });
            let answer: SuggestionAnswer = self.ask("/v1/suggestions", Call::Post(body)).await?;
            answers.extend(answer.segments);
        }
        Ok(answers)
    }

    pub(super) async fn check(&self, look: &Look, units: Vec<CheckUnit>) -> Result<Vec<FindingAnswer>, BaseError> {
        #[derive(serde::Deserialize)]
        struct Checked {
            findings: Vec<FindingAnswer>,
        }
        let projects = &look.asking.projects;
        let settings = match projects.first() {
            _ if look.rules.is_empty() => None,
            // What the client does not name stands as the project has it.
            Some(project) => {
                let asked = Call::Get(vec![("project", project.clone())]);
                Some(self.ask::<Settings>("/v1/checks/settings", asked).await?)
            }
            None => Some(Settings::default()),
        };
        let settings = settings.map(|mut settings| {
            settings.rules.extend(look.rules.clone());
            settings
        });
        let mut findings = Vec::new();
        for (part, units) in units.chunks(MOST_SEGMENTS).enumerate() {
            let segment = |unit: &CheckUnit| json!({"source": unit.source, "target": unit.target});
            let mut body = json!({
                "segments": units.iter().map(segment).collect::<Vec<_>>(), "document": true, "projects": projects,
                "source_lang": look.asking.source_lang, "target_lang": look.asking.target_lang,
            });
            if let Some(settings) = &settings {
                body["settings"] = serde_json::to_value(settings).unwrap_or_default();
            }
            let checked: Checked = self.ask("/v1/checks", Call::Post(body)).await?;
            let first = part * MOST_SEGMENTS;
            findings.extend(checked.findings.into_iter().map(|finding| moved(finding, first)));
        }
        Ok(findings)
    }

    pub(super) async fn lookup(&self, query: &str, projects: &[String], limit: usize) -> Result<MatchList, BaseError> {
        let mut asked = vec![("q", query.to_owned()), ("limit", limit.to_string())];
        if !projects.is_empty() {
            asked.push(("project", projects.join(",")));
        }
        self.ask("/v1/terms", Call::Get(asked)).await
    }

    pub(super) async fn add_term(&self, pair: TermPair) -> Result<Value, BaseError> {
        let (ja, en) = pair.japanese_first()?;
        let mut body = json!({"ja": ja, "en": en});
        if let Some(project) = &pair.project {
            body["project"] = json!(project);
        }
        if let Some((ja, en)) = &pair.segment {
            body["segment"] = json!({"ja": ja, "en": en});
        }
        self.ask("/v1/terms", Call::Post(body)).await
    }

    pub(super) async fn confirm(&self, pair: Confirmed) -> Result<Value, BaseError> {
        let body = json!({
            "source": pair.source.1, "target": pair.target.1, "source_lang": pair.source.0, "target_lang": pair.target.0,
            "project": pair.project, "document": pair.document, "key": pair.asked.key,
            "previous": pair.asked.previous, "next": pair.asked.next,
        });
        self.ask("/v1/segments", Call::Post(body)).await
    }

    pub(super) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        let body = json!({"project": project.unwrap_or(DEFAULT_PROJECT), "key": key});
        self.ask::<Value>("/v1/checks/ignores", Call::Post(body)).await?;
        Ok(())
    }

    pub(super) async fn revision(&self) -> Result<Revision, BaseError> {
        #[derive(serde::Deserialize)]
        struct Page {
            revision: Revision,
        }
        let asked = Call::Get(vec![("since", i64::MAX.to_string()), ("limit", "1".to_owned())]);
        Ok(self.ask::<Page>("/v1/changes", asked).await?.revision)
    }
}

/// A finding of a part of a draft as one of the whole.
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

fn send<T: DeserializeOwned>(agent: &Agent, url: &str, bearer: Option<&str>, call: Call) -> Result<T, BaseError> {
    let sent = match call {
        Call::Get(query) => {
            let mut request = agent.get(url).query_pairs(query);
            if let Some(bearer) = bearer {
                request = request.header("Authorization", bearer);
            }
            request.call()
        }
        Call::Post(body) => {
            let mut request = agent.post(url);
            if let Some(bearer) = bearer {
                request = request.header("Authorization", bearer);
            }
            request.send_json(body)
        }
    };
    let mut response = sent.map_err(|error| unreachable_base(&error.to_string()))?;
    let status = response.status();
    let body = response.body_mut().with_config().limit(LARGEST_ANSWER).read_to_vec();
    let body = body.map_err(|error| unreachable_base(&error.to_string()))?;
    if !status.is_success() {
        let problem: Value = serde_json::from_slice(&body).unwrap_or_default();
        let said = |name: &str| problem.get(name).and_then(Value::as_str).map(str::to_owned);
        return Err(BaseError {
            code: said("code").unwrap_or_else(|| "server_refused".to_owned()),
            message: said("detail").unwrap_or_else(|| format!("The server answered {status}.")),
        });
    }
    let body: &[u8] = if body.is_empty() { b"null" } else { &body };
    serde_json::from_slice(body).map_err(|error| BaseError {
        code: "server_unreadable".to_owned(),
        message: format!("What the server answered cannot be read: {error}. Use the same version on both sides."),
    })
}

fn unreachable_base(problem: &str) -> BaseError {
    BaseError {
        code: "server_unreachable".to_owned(),
        message: format!("The server cannot be asked: {problem}. See whether it runs and the address is right."),
    }
}
