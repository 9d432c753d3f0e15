//! Finds the token of a request: in a header or, for programs that cannot send headers, in front of the path.

use std::iter::successors;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::AUTHORIZATION;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::compat::decoded;

/// The prefix of a path with a token: `/t/TOKEN/export/…`.
const PATH_PREFIX: &str = "/t/";
/// The prefix of tokens that may be in a path.
const TOKEN_PREFIX: &str = "tyk_";

/// How often a path is decoded to see whether it has a token.
const MOST_DECODINGS: usize = 5;

/// A token that was in front of the path.
#[derive(Debug, Clone)]
struct PathToken(String);

/// A token as the request sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Credentials {
    /// The token.
    pub(super) token: String,
    /// Whether a browser may have added it on its own, as with a saved password.
    pub(super) sent_by_browser: bool,
}

/// Removes a token from the path before anything else sees the path, so that no log, problem or link contains it.
///
/// # Errors
/// None of its own.
pub(super) async fn strip_from_path<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let split = split_token(request.path()).map(|(token, rest)| (token.to_owned(), rest.to_owned()));
    if let Some((token, rest)) = split
        && let Some(uri) = with_path(request.uri(), &rest)
    {
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
        request.extensions_mut().insert(PathToken(token));
    }
    next.call(request).await
}

/// The token of a path and the rest of the path.
fn split_token(path: &str) -> Option<(&str, &str)> {
    // Some programs put a slash behind the address of a server and another before the path.
    let rest =
        path.get(path.bytes().take_while(|b| *b == b'/').count().saturating_sub(1)..)?.strip_prefix(PATH_PREFIX)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (token, rest) = rest.split_at(end);
    token.starts_with(TOKEN_PREFIX).then_some((token, if rest.is_empty() { "/" } else { rest }))
}

/// A path as answers may repeat it: without any token, wherever and however encoded it stands.
pub(super) fn without_tokens(path: &str) -> String {
    // A path may be encoded several times, by one program after another.
    let decodings = successors(Some(path.to_owned()), |path| Some(decoded(path)));
    let plain = decodings.take(MOST_DECODINGS).last().unwrap_or_default();
    if !plain.contains(TOKEN_PREFIX) {
        return path.to_owned();
    }
    let is_token = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '%';
    let mut parts = plain.split(TOKEN_PREFIX);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked.push_str(TOKEN_PREFIX);
        masked.push('…');
        masked.push_str(part.trim_start_matches(is_token));
    }
    masked
}

fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let whole = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::from_maybe_shared(whole).ok()?);
    Uri::from_parts(parts).ok()
}

/// The token of a request; an empty one if the header cannot be understood.
pub(super) fn of(request: &ServiceRequest) -> Option<Credentials> {
    if let Some(header) = request.headers().get(AUTHORIZATION) {
        let credentials = header.to_str().ok().and_then(in_header);
        return Some(credentials.unwrap_or(Credentials { token: String::new(), sent_by_browser: false }));
    }
    let in_path = request.extensions().get::<PathToken>().cloned();
    in_path.map(|PathToken(token)| Credentials { token, sent_by_browser: false })
}

/// `Bearer TOKEN`, `DeepL-Auth-Key TOKEN`, or `Basic` with the token as password, or as name without one.
fn in_header(value: &str) -> Option<Credentials> {
    let (scheme, rest) = value.split_once(' ')?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("deepl-auth-key") {
        return Some(Credentials { token: rest.to_owned(), sent_by_browser: false });
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(rest).ok()?).ok()?;
    let (name, password) = pair.split_once(':')?;
    let token = if password.is_empty() { name } else { password };
    Some(Credentials { token: token.to_owned(), sent_by_browser: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_from_each_header_that_carries_one() {
        for (header, found) in [
            ("Bearer secret", Some(("secret", false))),
            ("bearer   secret ", Some(("secret", false))),
            ("DeepL-Auth-Key secret", Some(("secret", false))),
            // `me:secret`, `secret:`, `secret` without a colon.
            ("Basic bWU6c2VjcmV0", Some(("secret", true))),
            ("basic c2VjcmV0Og==", Some(("secret", true))),
            ("Basic c2VjcmV0", None),
            ("Basic ***", None),
            ("Digest secret", None),
            ("secret", None),
        ] {
            let credentials = found
                .map(|(token, sent_by_browser): (&str, _)| Credentials { token: token.to_owned(), sent_by_browser });
            assert_eq!(in_header(header), credentials, "{header}");
        }
    }

    #[test]
    fn no_path_is_repeated_with_a_token() {
        for (path, repeated) in [
            ("/v1/terms", "/v1/terms"),
            ("/v1/%E8%84%B3", "/v1/%E8%84%B3"),
            ("/t/t/tyk_1_ab/v1", "/t/t/tyk_…/v1"),
            ("/%74/tyk_1_ab", "/t/tyk_…"),
            ("/t/%74yk_1_%61b/x", "/t/tyk_…/x"),
            ("/t/%2574yk_1_ab/x", "/t/tyk_…/x"),
            ("/tyk_1_ab/tyk_2_cd", "/tyk_…/tyk_…"),
            ("/tyk_1_ab/%74yk_2_cd", "/tyk_…/tyk_…"),
        ] {
            assert_eq!(without_tokens(path), repeated, "{path}");
        }
    }

    #[test]
    fn a_token_in_front_of_the_path_is_removed() {
        for (path, found) in [
            ("/t/tyk_1_ab/v1/terms", Some(("tyk_1_ab", "/v1/terms"))),
            ("/t/tyk_1_ab", Some(("tyk_1_ab", "/"))),
            ("/t/tyk_1_ab/", Some(("tyk_1_ab", "/"))),
            ("//t/tyk_1_ab/v1/terms", Some(("tyk_1_ab", "/v1/terms"))),
            ("///t/tyk_1_ab", Some(("tyk_1_ab", "/"))),
            ("t/tyk_1_ab", None),
            ("", None),
            ("/t/other/v1/terms", None),
            ("/v1/terms", None),
            ("/t", None),
        ] {
            assert_eq!(split_token(path), found, "{path}");
        }
        let uri = "/t/tyk_1_ab/v1/terms?q=%E8%84%B3".parse().unwrap();
        assert_eq!(with_path(&uri, "/v1/terms").unwrap().to_string(), "/v1/terms?q=%E8%84%B3");
    }
}
