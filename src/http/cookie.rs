//! The cookie of a browser session: reading it, setting it and clearing it.

use actix_web::HttpRequest;
use actix_web::http::header::{COOKIE, HeaderValue};

/// The name of the cookie.
const NAME: &str = "taiyaku_session";
/// What stands before the name over https: a browser takes such a cookie from this very host only, not from a neighbour.
const HOST_ONLY: &str = "__Host-";
/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// The secret of the session of a request. None if there are two: nobody can say which one the server has set.
pub(super) fn secret(request: &HttpRequest, base: &str) -> Option<String> {
    let name = name(base);
    // Other programs at the same host may set cookies that are not ASCII.
    let lines = request.headers().get_all(COOKIE).map(|line| String::from_utf8_lossy(line.as_bytes()));
    let mut values = lines.flat_map(|line| values(&line, &name));
    let (value, None) = (values.next()?, values.next()) else { return None };
    Some(value)
}

/// The values that one line has for a name.
fn values(line: &str, name: &str) -> Vec<String> {
    let pairs = line.split(';').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(found, _)| found.trim() == name).map(|(_, value)| value.trim().to_owned()).collect()
}

/// The header that gives a browser the secret of a session, for at most so many days.
pub(super) fn set(secret: &str, days: i64, base: &str) -> Option<HeaderValue> {
    header(secret, days * DAY, base)
}

/// The header that makes a browser forget its session.
pub(super) fn clear(base: &str) -> Option<HeaderValue> {
    header("", 0, base)
}

/// No script can read the cookie, and no page of another site makes the browser send it.
fn header(value: &str, seconds: i64, base: &str) -> Option<HeaderValue> {
    let secure = if is_https(base) { "; Secure" } else { "" };
    let name = name(base);
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::from_str(&text).ok()
}

fn name(base: &str) -> String {
    format!("{}{NAME}", if is_https(base) { HOST_ONLY } else { "" })
}

fn is_https(base: &str) -> bool {
    base.starts_with("https:")
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_none_of_two() {
        let (http, https) = ("http://127.0.0.1:8722", "https://terms.example");
        for (base, lines, found) in [
            (http, &["taiyaku_session=ab"][..], Some("ab")),
            (http, &["a=b; taiyaku_session=ab ;c"], Some("ab")),
            (http, &["a=b", "taiyaku_session=ab"], Some("ab")),
            (http, &["脳=𠮷; taiyaku_session=ab"], Some("ab")),
            (http, &["taiyaku_session=ab; taiyaku_session=cd"], None),
            (http, &["taiyaku_session=ab", "taiyaku_session=ab"], None),
            (http, &["xtaiyaku_session=ab", "Taiyaku_session=ab", "taiyaku_session", "脳=ab"], None),
            (http, &["__Host-taiyaku_session=ab"], None),
            (https, &["__Host-taiyaku_session=ab; taiyaku_session=cd"], Some("ab")),
            (https, &["taiyaku_session=cd"], None),
            (https, &[], None),
        ] {
            let request = lines.iter().fold(TestRequest::default(), |request, line| {
                request.append_header((COOKIE, HeaderValue::from_bytes(line.as_bytes()).unwrap()))
            });
            assert_eq!(secret(&request.to_http_request(), base).as_deref(), found, "{base} {lines:?}");
        }
    }

    #[test]
    fn a_cookie_is_for_this_host_over_https_only_where_there_is_https() {
        for (base, want) in [
            ("http://127.0.0.1:8722", "taiyaku_session=ab; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict"),
            (
                "https://a.example",
                "__Host-taiyaku_session=ab; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict; Secure",
            ),
        ] {
            assert_eq!(set("ab", 1, base).unwrap(), want);
        }
        assert!(clear("http://a").unwrap().to_str().unwrap().contains("Max-Age=0;"));
    }
}
