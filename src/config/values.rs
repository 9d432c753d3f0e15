//! Reads values of the settings: addresses, origins, networks.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;

use super::{ConfigError, OCR_AUTO, OCR_NEVER};

pub(super) fn public_url(given: String) -> Result<String, ConfigError> {
    let url = given.trim().trim_end_matches('/');
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let plain =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'~' | b':' | b'[' | b']' | b'/' | b'%');
    if rest.is_empty() || rest.starts_with([':', '/']) || !rest.bytes().all(plain) {
        return Err(ConfigError::PublicUrl { given });
    }
    Ok(url.to_owned())
}

pub(super) fn trusted_proxy(given: String) -> Result<IpNet, ConfigError> {
    let network = given.parse().or_else(|_| given.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| ConfigError::TrustedProxy { given })
}

pub(super) fn origin(given: String) -> Result<String, ConfigError> {
    let site = given.split_once("://").filter(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    });
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '_');
    match site {
        Some((_, host)) if !host.is_empty() && host.chars().all(plain) => Ok(given),
        _ => Err(ConfigError::Origin { given }),
    }
}

/// Whether OCR may be used: `auto` or `never`.
pub(super) fn ocr(given: String) -> Result<String, ConfigError> {
    match given.trim() {
        mode @ (OCR_AUTO | OCR_NEVER) => Ok(mode.to_owned()),
        _ => Err(ConfigError::Ocr { given }),
    }
}

pub(super) fn rate_limit(given: String) -> Result<u32, ConfigError> {
    given.trim().parse().map_err(|_| ConfigError::RateLimit { given })
}

pub(super) fn address(given: &str) -> Result<SocketAddr, ConfigError> {
    let numeric = match given.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => given.to_owned(),
    };
    numeric.parse().map_err(|_| ConfigError::Listen { given: given.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_for_clients_names_a_host_and_perhaps_a_path() {
        for (given, url) in [
            ("https://terms.example", Some("https://terms.example")),
            ("https://terms.example:8443/taiyaku/", Some("https://terms.example:8443/taiyaku")),
            ("http://[::1]:8722", Some("http://[::1]:8722")),
            ("terms.example", None),
            ("https://", None),
            ("https:///a", None),
            ("https://terms.example/?a", None),
            ("https://me@terms.example", None),
            ("ftp://terms.example", None),
        ] {
            let read = public_url(given.to_owned()).map_err(|error| error.code());
            assert_eq!(read, url.map(str::to_owned).ok_or("invalid_public_url"), "{given}");
        }
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        for (given, network) in [
            ("10.0.0.0/8", Some("10.0.0.0/8")),
            ("127.0.0.1", Some("127.0.0.1/32")),
            ("::1", Some("::1/128")),
            ("10.0.0.0/33", None),
            ("proxy.example", None),
        ] {
            let read = trusted_proxy(given.to_owned()).map(|network| network.to_string());
            let want = network.map(str::to_owned).ok_or("invalid_trusted_proxy");
            assert_eq!(read.map_err(|error| error.code()), want, "{given}");
        }
    }
}
