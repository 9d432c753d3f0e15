//! A request in, the token it shows out: in a header, or, from programs that can send none, before the path.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::AUTHORIZATION;
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// What stands before a path with a token in it: `/t/TOKEN/export/…`.
const BEFORE: &str = "/t/";
/// What every token begins with that may stand there.
const MARK: &str = "tyk_";

/// A token that stood before the path.
#[derive(Debug, Clone)]
struct InPath(String);

/// A token as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// The token.
    pub(super) token: String,
    /// Whether a browser may have added it by itself, as it does with a password it remembers.
    pub(super) by_itself: bool,
}

/// Takes a token off the path, before anything looks at the path: no log, problem or link has it.
///
/// # Errors
/// None of its own.
pub(super) async fn take<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let parted = parted(request.path()).map(|(token, rest)| (token.to_owned(), rest.to_owned()));
    if let Some((token, rest)) = parted
        && let Some(uri) = with_path(request.uri(), &rest)
    {
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
        request.extensions_mut().insert(InPath(token));
    }
    next.call(request).await
}

/// The token of a path and the path behind it.
fn parted(path: &str) -> Option<(&str, &str)> {
    let rest = path.strip_prefix(BEFORE)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (token, rest) = rest.split_at(end);
    token.starts_with(MARK).then_some((token, if rest.is_empty() { "/" } else { rest }))
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

/// The token a request shows; an empty one where it shows something that is none.
pub(super) fn of(request: &ServiceRequest) -> Option<Shown> {
    if let Some(header) = request.headers().get(AUTHORIZATION) {
        let shown = header.to_str().ok().and_then(in_header);
        return Some(shown.unwrap_or(Shown { token: String::new(), by_itself: false }));
    }
    let in_path = request.extensions().get::<InPath>().cloned();
    in_path.map(|InPath(token)| Shown { token, by_itself: false })
}

/// `Bearer TOKEN`, `DeepL-Auth-Key TOKEN`, or `Basic` with the token as password, or as name without one.
fn in_header(value: &str) -> Option<Shown> {
    let (scheme, rest) = value.split_once(' ')?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("deepl-auth-key") {
        return Some(Shown { token: rest.to_owned(), by_itself: false });
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(rest).ok()?).ok()?;
    let (name, password) = pair.split_once(':')?;
    let token = if password.is_empty() { name } else { password };
    Some(Shown { token: token.to_owned(), by_itself: true })
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
            let shown = found.map(|(token, by_itself): (&str, _)| Shown { token: token.to_owned(), by_itself });
            assert_eq!(in_header(header), shown, "{header}");
        }
    }

    #[test]
    fn a_token_before_the_path_is_taken_off() {
        for (path, found) in [
            ("/t/tyk_1_ab/v1/terms", Some(("tyk_1_ab", "/v1/terms"))),
            ("/t/tyk_1_ab", Some(("tyk_1_ab", "/"))),
            ("/t/tyk_1_ab/", Some(("tyk_1_ab", "/"))),
            ("/t/other/v1/terms", None),
            ("/v1/terms", None),
            ("/t", None),
        ] {
            assert_eq!(parted(path), found, "{path}");
        }
        let uri = "/t/tyk_1_ab/v1/terms?q=%E8%84%B3".parse().unwrap();
        assert_eq!(with_path(&uri, "/v1/terms").unwrap().to_string(), "/v1/terms?q=%E8%84%B3");
    }
}
