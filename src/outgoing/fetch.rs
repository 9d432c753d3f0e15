//! Fetches a document from the web within limits of time, size and redirects, and from permitted addresses only.

use std::io::Read;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use flate2::read::MultiGzDecoder;
use ureq::http::Response;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, LOCATION};
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::{Connector, DefaultConnector};
use ureq::{Agent, Body};

use super::OutgoingError;
#[cfg(feature = "tls")]
use super::client::system_certificates;
use super::resolver::{CheckedResolver, RefusedAddress};
use super::url::DocumentUrl;

/// The most redirects that are followed.
const MOST_REDIRECTS: usize = 5;

/// How long finding the host and connecting to it may take, each.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// What we prefer to get: the formats that can be read.
const ACCEPT: &str = "application/pdf, text/html, application/xhtml+xml, text/plain, \
    application/vnd.openxmlformats-officedocument.wordprocessingml.document, */*;q=0.1";

/// How much of a document is read before progress is reported again, in bytes.
const STEP: u64 = 256 << 10;

/// How documents may be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FetchOptions {
    /// Whether addresses of this machine and of private networks are allowed.
    pub(crate) allow_private: bool,
    /// How long one document may take, with all its redirects.
    pub(crate) timeout: Duration,
}

/// Told how far a document has come: its address, and the bytes so far. Called first with 0 bytes.
pub(crate) type Progress = Box<dyn Fn(&str, usize) + Send + Sync>;

/// Fetches documents, one after another: no server gets two requests of ours at the same time.
pub(crate) struct Fetcher {
    agent: Agent,
    timeout: Duration,
    progress: Progress,
    turn: Mutex<()>,
}

/// A document from the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WebDocument {
    /// Where it was, after redirects.
    pub(crate) url: String,
    /// What it is called, from its address.
    pub(crate) name: String,
    /// The media type the server states.
    pub(crate) media_type: Option<String>,
    /// Its content, decoded.
    pub(crate) bytes: Vec<u8>,
}

impl std::fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fetcher").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

impl Fetcher {
    /// A fetcher with these options that reports its progress.
    pub(crate) fn new(options: FetchOptions, progress: Progress) -> Self {
        Self::with_parts(options, progress, DefaultConnector::default(), DefaultResolver::default())
    }

    fn with_parts(options: FetchOptions, progress: Progress, connector: impl Connector, names: impl Resolver) -> Self {
        let config = Agent::config_builder()
            .user_agent(concat!("taiyaku/", env!("CARGO_PKG_VERSION")))
            .accept(ACCEPT)
            .accept_encoding("gzip")
            .http_status_as_error(false)
            // Each redirect is checked here like a new address.
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A proxy would resolve the name itself, out of reach of the check.
            .proxy(None)
            // Every request finds and checks its host anew.
            .max_idle_connections(0)
            .timeout_resolve(Some(CONNECT_TIMEOUT))
            .timeout_connect(Some(CONNECT_TIMEOUT));
        #[cfg(feature = "tls")]
        let config = config.tls_config(system_certificates());
        let resolver = CheckedResolver { names, allow_private: options.allow_private };
        let agent = Agent::with_parts(config.build(), connector, resolver);
        Self { agent, timeout: options.timeout, progress, turn: Mutex::new(()) }
    }

    /// Whether the environment names a proxy, which is not used.
    pub(crate) fn ignores_proxy() -> bool {
        ureq::Proxy::try_from_env().is_some()
    }

    /// Fetches the document at an address, at most `limit` decoded bytes. Blocks.
    ///
    /// # Errors
    /// [`OutgoingError`].
    pub(crate) fn fetch(&self, address: &str, limit: usize) -> Result<WebDocument, OutgoingError> {
        let first = DocumentUrl::parse(address)?;
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        (self.progress)(first.as_str(), 0);
        let deadline = Instant::now() + self.timeout;
        let mut url = first.clone();
        for _ in 0..=MOST_REDIRECTS {
            let response = self.request(&url, deadline)?;
            match redirect(&response) {
                Some(location) => url = url.redirected(&location)?,
                None => return self.document(&url, response, limit),
            }
        }
        Err(OutgoingError::TooManyRedirects { url: first.to_string(), limit: MOST_REDIRECTS })
    }

    fn request(&self, url: &DocumentUrl, deadline: Instant) -> Result<Response<Body>, OutgoingError> {
        if url.is_encrypted() && !cfg!(feature = "tls") {
            return Err(failed(url, "this program was built without TLS"));
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(self.timed_out(url));
        }
        let request = self.agent.get(url.as_str()).config().timeout_global(Some(left)).build();
        request.call().map_err(|error| self.error(url, error))
    }

    /// The document in a response that is not a redirect.
    fn document(
        &self,
        url: &DocumentUrl,
        response: Response<Body>,
        limit: usize,
    ) -> Result<WebDocument, OutgoingError> {
        let status = response.status().as_u16();
        if !matches!(status, 200 | 203) {
            return Err(OutgoingError::Status { url: url.to_string(), status });
        }
        let text = |name| header(&response, name);
        let (media_type, encoding) = (text(CONTENT_TYPE), text(CONTENT_ENCODING).unwrap_or_default());
        let is_too_long =
            text(CONTENT_LENGTH).and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > limit);
        let body = response.into_body().into_reader();
        let mut body: Box<dyn Read> = match encoding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" if is_too_long => return Err(too_large(url, limit)),
            "" | "identity" => Box::new(body),
            "gzip" | "x-gzip" => Box::new(MultiGzDecoder::new(body)),
            other => return Err(failed(url, &format!("it is compressed with `{other}`, which was not asked for"))),
        };
        let mut bytes = Vec::new();
        loop {
            let step = body.by_ref().take(STEP).read_to_end(&mut bytes);
            // Errors of the connection come wrapped.
            if step.map_err(|error| self.error(url, error.into()))? == 0 {
                break;
            }
            if bytes.len() > limit {
                return Err(too_large(url, limit));
            }
            (self.progress)(url.as_str(), bytes.len());
        }
        Ok(WebDocument { url: url.to_string(), name: url.file_name(), media_type, bytes })
    }

    /// What an error of the HTTP client means.
    fn error(&self, url: &DocumentUrl, error: ureq::Error) -> OutgoingError {
        match error {
            ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => {
                failed(url, &format!("there was no connection within {} seconds", CONNECT_TIMEOUT.as_secs()))
            }
            ureq::Error::Timeout(_) => self.timed_out(url),
            ureq::Error::HostNotFound => failed(url, &format!("there is no host named `{}`", url.host())),
            ureq::Error::Io(error) => failed(url, &error.to_string()),
            ureq::Error::Other(error) => match error.downcast_ref::<RefusedAddress>() {
                Some(RefusedAddress { address, kind }) => OutgoingError::AddressRefused {
                    host: url.host().to_owned(),
                    address: *address,
                    kind: kind.description(),
                    can_be_allowed: kind.is_allowed(true),
                },
                None => failed(url, &error.to_string()),
            },
            other => failed(url, &other.to_string()),
        }
    }

    fn timed_out(&self, url: &DocumentUrl) -> OutgoingError {
        OutgoingError::TimedOut { url: url.to_string(), seconds: self.timeout.as_secs() }
    }
}

/// Where a response redirects to.
fn redirect(response: &Response<Body>) -> Option<String> {
    matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308).then(|| header(response, LOCATION)).flatten()
}

/// A header as text. Servers write Japanese paths into `Location` without encoding them.
fn header(response: &Response<Body>, name: HeaderName) -> Option<String> {
    response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

fn failed(url: &DocumentUrl, problem: &str) -> OutgoingError {
    OutgoingError::Failed { url: url.to_string(), problem: problem.to_owned() }
}

fn too_large(url: &DocumentUrl, limit: usize) -> OutgoingError {
    OutgoingError::TooLarge { url: url.to_string(), limit }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::io::{BufRead, BufReader, Write};
    use std::net::{SocketAddr, TcpListener};
    use std::sync::Arc;

    use ureq::config::Config;
    use ureq::http::Uri;
    use ureq::unversioned::resolver::ResolvedSocketAddrs;
    use ureq::unversioned::transport::{ConnectionDetails, NextTimeout};

    use super::*;

    /// Answers each question with the next of these addresses.
    #[derive(Debug)]
    struct Names(Mutex<VecDeque<Vec<SocketAddr>>>);

    impl Resolver for Names {
        fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
            let mut found = self.empty();
            let answer = self.0.lock().unwrap().pop_front().expect("nobody asks more often");
            answer.into_iter().for_each(|address| found.push(address));
            Ok(found)
        }
    }

    fn names(answers: &[&[&str]]) -> Names {
        let addresses = |answer: &&[&str]| answer.iter().map(|address| address.parse().unwrap()).collect();
        Names(Mutex::new(answers.iter().map(addresses).collect()))
    }

    /// Connects to nothing; remembers what it was to connect to.
    #[derive(Debug, Clone, Default)]
    struct Recorder(Arc<Mutex<Vec<SocketAddr>>>);

    impl Connector for Recorder {
        type Out = ();

        fn connect(&self, details: &ConnectionDetails<'_>, _: Option<()>) -> Result<Option<()>, ureq::Error> {
            self.0.lock().unwrap().extend(details.addrs.iter());
            Err(ureq::Error::Io(std::io::ErrorKind::ConnectionRefused.into()))
        }
    }

    fn fetcher(allow_private: bool, connector: impl Connector, names: Names) -> Fetcher {
        let options = FetchOptions { allow_private, timeout: Duration::from_secs(60) };
        Fetcher::with_parts(options, Box::new(|_, _| {}), connector, names)
    }

    #[track_caller]
    fn code(fetcher: &Fetcher, url: &str) -> &'static str {
        fetcher.fetch(url, 1 << 20).unwrap_err().code()
    }

    #[test]
    fn a_name_that_changes_its_meaning_is_connected_to_only_where_it_was_checked() {
        let connector = Recorder::default();
        // One answer for each document: a second question between check and connection would find none, or the wrong one.
        let names = names(&[&["8.8.8.8:80"], &["127.0.0.1:80"], &["[2606:4700::1111]:80"], &["[::1]:80"]]);
        let fetcher = fetcher(false, connector.clone(), names);
        let url = "http://rebinding.example/a.pdf";
        assert_eq!(code(&fetcher, url), "fetch_failed", "the address is public, but nobody is there");
        assert_eq!(code(&fetcher, url), "address_refused");
        assert_eq!(code(&fetcher, url), "fetch_failed");
        assert_eq!(code(&fetcher, url), "address_refused");
        let connected: Vec<String> = connector.0.lock().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(connected, ["8.8.8.8:80", "[2606:4700::1111]:80"]);
    }

    #[test]
    fn of_several_addresses_only_those_that_are_allowed_are_connected_to() {
        let connector = Recorder::default();
        let names = names(&[&["10.0.0.1:443", "8.8.8.8:443", "169.254.169.254:443", "9.9.9.9:443"]]);
        let fetcher = fetcher(false, connector.clone(), names);
        assert_eq!(code(&fetcher, "https://several.example/"), "fetch_failed");
        let connected: Vec<String> = connector.0.lock().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(connected, ["8.8.8.8:443", "9.9.9.9:443"]);
    }

    #[test]
    fn every_redirect_is_checked_like_a_new_address() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().to_string();
        let served = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
            let request = lines.next().unwrap();
            lines.by_ref().find(String::is_empty);
            let head = "HTTP/1.1 302 Found\r\nlocation: http://metadata.example/\r\ncontent-length: 0\r\n\r\n";
            stream.write_all(head.as_bytes()).unwrap();
            request
        });
        let names = names(&[&["224.0.0.1:80", &own], &["169.254.169.254:80"]]);
        let fetcher = fetcher(true, DefaultConnector::default(), names);
        let error = fetcher.fetch("http://press.example/a.pdf", 1 << 20).unwrap_err();
        let message = "`metadata.example` is at 169.254.169.254, a link-local address, so nothing was fetched. Documents are fetched from public addresses only.";
        assert_eq!((error.code(), error.to_string().as_str()), ("address_refused", message));
        assert_eq!(served.join().unwrap(), "GET /a.pdf HTTP/1.1");
    }
}
