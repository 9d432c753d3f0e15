//! Asks other Taiyaku servers. Their addresses are settings of the user, so they may be anywhere.

use std::time::Duration;

use serde_json::Value;
#[cfg(feature = "tls")]
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Proxy};

/// The most bytes of an answer.
const LARGEST_ANSWER: u64 = 64 << 20;

/// A client of one server.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    agent: Agent,
    url: String,
}

/// A request.
pub(crate) enum Request {
    /// `GET` with these parameters.
    Get(Vec<(&'static str, String)>),
    /// `POST` of JSON.
    Post(Value),
}

/// An answer, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Response {
    /// The status of HTTP.
    pub(crate) status: u16,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Client {
    /// A client of the server at this address, through the proxy that the environment names, if it does. One answer may take as
    /// long as `timeout`.
    pub(crate) fn new(url: &str, user_agent: &str, timeout: Duration) -> Self {
        Self::through(Proxy::try_from_env(), url, user_agent, timeout)
    }

    /// The same without any proxy: whether a server answers must not depend on another.
    pub(crate) fn direct(url: &str, user_agent: &str, timeout: Duration) -> Self {
        Self::through(None, url, user_agent, timeout)
    }

    fn through(proxy: Option<Proxy>, url: &str, user_agent: &str, timeout: Duration) -> Self {
        let config = Agent::config_builder()
            .proxy(proxy)
            .user_agent(user_agent)
            .timeout_global(Some(timeout))
            .http_status_as_error(false);
        #[cfg(feature = "tls")]
        let config = config.tls_config(system_certificates());
        Self { agent: config.build().new_agent(), url: url.trim_end_matches('/').to_owned() }
    }

    /// The address of the server.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Sends a request to a path, with a token if there is one. Blocks.
    pub(crate) fn send(&self, path: &str, token: Option<&str>, request: Request) -> std::io::Result<Response> {
        let url = format!("{}{path}", self.url);
        let bearer = token.map(|token| format!("Bearer {token}"));
        let sent = match request {
            Request::Get(query) => {
                let mut request = self.agent.get(url).query_pairs(query);
                if let Some(bearer) = bearer {
                    request = request.header("Authorization", bearer);
                }
                request.call()
            }
            Request::Post(body) => {
                let mut request = self.agent.post(url);
                if let Some(bearer) = bearer {
                    request = request.header("Authorization", bearer);
                }
                request.send_json(body)
            }
        };
        let mut response = sent.map_err(ureq::Error::into_io)?;
        let body = response.body_mut().with_config().limit(LARGEST_ANSWER).read_to_vec();
        Ok(Response { status: response.status().as_u16(), body: body.map_err(ureq::Error::into_io)? })
    }
}

/// Trusts the certificates that the system trusts, which include those of an organisation's own.
#[cfg(feature = "tls")]
pub(super) fn system_certificates() -> TlsConfig {
    TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build()
}
