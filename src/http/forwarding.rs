//! Where a request comes from and which address its client used, behind a proxy too.
//!
//! What a request says about itself (`Forwarded`, `X-Forwarded-For`, `-Proto`, `-Host`) is believed only from the proxies that
//! the configuration names. Each proxy adds its entry at the end, so entries are read from the end for as long as they were
//! written by such a proxy. A request with both kinds of header is believed only where they agree, because a proxy writes one
//! kind and passes the other on as the client sent it.

use std::net::{IpAddr, SocketAddr};

use actix_web::http::header::{HOST, HeaderMap};
use ipnet::IpNet;

/// Headers of requests that came through a proxy, and so perhaps from another machine.
pub(super) const PROXY_HEADERS: &[&str] = &[
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-port",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
];

/// The proxies to believe, and the address of the server for clients.
#[derive(Debug, Clone)]
pub(super) struct Forwarding {
    /// Networks of proxies.
    pub(super) trusted: Vec<IpNet>,
    /// The address under which clients reach the server, without a slash at its end.
    pub(super) public_url: Option<String>,
}

/// One entry of `Forwarded`, or the same from the other headers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entry {
    client: Option<String>,
    scheme: Option<String>,
    host: Option<String>,
}

impl Forwarding {
    /// The address of the client.
    pub(super) fn client(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let peer = peer?.ip().to_canonical();
        if !self.trusts(peer) {
            return Some(peer);
        }
        let (one, other) = (forwarded(headers), x_forwarded_for(headers));
        let found = [&one, &other].map(|entries| self.first_untrusted(peer, entries));
        match (one.is_empty(), other.is_empty()) {
            (false, true) => Some(found[0]),
            (true, false) => Some(found[1]),
            _ => Some(if found[0] == found[1] { found[0] } else { peer }),
        }
    }

    /// The last address that a trusted proxy has seen.
    fn first_untrusted(&self, peer: IpAddr, entries: &[Entry]) -> IpAddr {
        let mut last = peer;
        for entry in entries.iter().rev() {
            if !self.trusts(last) {
                break;
            }
            let Some(address) = entry.client.as_deref().and_then(address) else { break };
            last = address;
        }
        last
    }

    /// Scheme and host (with the port, if it is not the usual one) that the client used.
    pub(super) fn base(&self, peer: Option<SocketAddr>, headers: &HeaderMap) -> String {
        if let Some(url) = &self.public_url {
            return url.clone();
        }
        let trusted = peer.is_some_and(|peer| self.trusts(peer.ip().to_canonical()));
        let said = |part: fn(&Entry) -> &Option<String>, name: &str| {
            let one = forwarded(headers).pop().and_then(|entry| part(&entry).clone());
            let other = list(headers, name).pop();
            match (one, other) {
                _ if !trusted => None,
                (Some(one), Some(other)) => (one == other).then_some(one),
                (one, other) => one.or(other),
            }
        };
        let scheme = said(|entry| &entry.scheme, "x-forwarded-proto").filter(|scheme| scheme == "https");
        let host = said(|entry| &entry.host, "x-forwarded-host").filter(|host| is_host(host));
        let own = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(|host| is_host(host));
        let host = host.or_else(|| own.map(str::to_owned)).unwrap_or_else(|| "localhost".to_owned());
        format!("{}://{host}", scheme.as_deref().unwrap_or("http"))
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.contains(&address))
    }
}

/// Whether a name can be the host of an address.
fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':' | b'[' | b']'))
}

/// All values of a header that is a list, over all its lines.
fn list(headers: &HeaderMap, name: &str) -> Vec<String> {
    let lines = headers.get_all(name).map(|line| line.to_str().unwrap_or_default());
    lines.flat_map(|line| line.split(',')).map(|value| value.trim().to_ascii_lowercase()).collect()
}

/// The entries of `Forwarded` (RFC 7239).
fn forwarded(headers: &HeaderMap) -> Vec<Entry> {
    let read = |value: String| {
        let mut entry = Entry::default();
        for pair in value.split(';') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            let value = Some(value.trim().trim_matches('"').to_owned());
            match name.trim() {
                "for" => entry.client = value,
                "proto" => entry.scheme = value,
                "host" => entry.host = value,
                _ => {}
            }
        }
        entry
    };
    list(headers, "forwarded").into_iter().map(read).collect()
}

fn x_forwarded_for(headers: &HeaderMap) -> Vec<Entry> {
    let entry = |client| Entry { client: Some(client), ..Entry::default() };
    list(headers, "x-forwarded-for").into_iter().map(entry).collect()
}

/// An address with or without a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    let without_port = || text.rsplit_once(':').map(|(host, _)| host).filter(|host| !host.contains(':'));
    let parsed = inside.unwrap_or(text).parse().or_else(|_| without_port().unwrap_or_default().parse());
    parsed.ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let line = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        let mut headers = HeaderMap::new();
        lines.iter().map(line).for_each(|(name, value)| headers.append(name, value));
        headers
    }

    fn forwarding() -> Forwarding {
        let trusted = ["10.0.0.0/8", "::1/128"].map(|network| network.parse().unwrap());
        Forwarding { trusted: trusted.to_vec(), public_url: None }
    }

    #[test]
    fn only_trusted_proxies_say_who_the_client_is() {
        const ELSEWHERE: &str = "203.0.113.9:40000";
        const PROXY: &str = "10.1.1.1:40000";
        for (peer, lines, client) in [
            (ELSEWHERE, &[("x-forwarded-for", "198.51.100.1")][..], "203.0.113.9"),
            (PROXY, &[], "10.1.1.1"),
            (PROXY, &[("x-forwarded-for", "198.51.100.1")], "198.51.100.1"),
            ("[::ffff:10.1.1.1]:1", &[("x-forwarded-for", "198.51.100.1")], "198.51.100.1"),
            ("[::1]:1", &[("forwarded", "for=\"[2001:db8::1]:4711\";proto=https")], "2001:db8::1"),
            // What the client itself claims comes first, and is not believed.
            (PROXY, &[("x-forwarded-for", "127.0.0.1, 198.51.100.1")], "198.51.100.1"),
            (PROXY, &[("x-forwarded-for", "127.0.0.1"), ("x-forwarded-for", "198.51.100.1, 10.2.2.2")], "198.51.100.1"),
            (PROXY, &[("forwarded", "for=127.0.0.1, for=198.51.100.1:80")], "198.51.100.1"),
            (PROXY, &[("x-forwarded-for", "198.51.100.1, unknown")], "10.1.1.1"),
            (PROXY, &[("forwarded", "for=_hidden")], "10.1.1.1"),
            // A proxy writes one of them; the other is the client's.
            (PROXY, &[("forwarded", "for=127.0.0.1"), ("x-forwarded-for", "198.51.100.1")], "10.1.1.1"),
            (PROXY, &[("forwarded", "for=198.51.100.1"), ("x-forwarded-for", "198.51.100.1")], "198.51.100.1"),
        ] {
            let found = forwarding().client(Some(peer.parse().unwrap()), &headers(lines));
            assert_eq!(found, Some(client.parse().unwrap()), "{peer} {lines:?}");
        }
    }

    #[test]
    fn only_trusted_proxies_say_how_clients_reach_the_server() {
        let host = ("host", "inside:8722");
        let passed_on = [("x-forwarded-proto", "https"), ("x-forwarded-host", "terms.example")];
        for (peer, lines, base) in [
            ("203.0.113.9:1", &[host, passed_on[0], passed_on[1]][..], "http://inside:8722"),
            ("10.1.1.1:1", &[host], "http://inside:8722"),
            ("10.1.1.1:1", &[host, passed_on[0], passed_on[1]], "https://terms.example"),
            ("10.1.1.1:1", &[host, ("forwarded", "for=_a;proto=https;host=terms.example")], "https://terms.example"),
            ("10.1.1.1:1", &[host, ("x-forwarded-host", "evil.example, terms.example")], "http://terms.example"),
            (
                "10.1.1.1:1",
                &[host, ("x-forwarded-host", "a\"><b"), ("x-forwarded-proto", "gopher")],
                "http://inside:8722",
            ),
            ("10.1.1.1:1", &[host, ("forwarded", "host=evil.example"), passed_on[1]], "http://inside:8722"),
        ] {
            assert_eq!(forwarding().base(Some(peer.parse().unwrap()), &headers(lines)), base, "{peer} {lines:?}");
        }
        let public = Forwarding { public_url: Some("https://terms.example/taiyaku".to_owned()), ..forwarding() };
        assert_eq!(public.base(None, &headers(&[host])), "https://terms.example/taiyaku");
    }
}
