//! Tells whether the name of a source is a web address.

/// Whether `text` is an `http` or `https` address that every reader of `xs:anyURI` accepts: ASCII, a host, an optional
/// numeric port, whole percent signs and at most one `#`. Anything else stays plain text.
pub(super) fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let host_is_plain = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let port_is_number = !port.is_empty() && port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    let path_is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c))
        && path.matches('#').count() <= 1
        && path.split('%').skip(1).all(|after| after.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2);
    host_is_plain && port_is_number && path_is_plain
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn only_plain_web_addresses_become_links() {
        for address in [
            "https://example.ac.jp/press/2026-01.pdf",
            "http://localhost:8080/?q=%E8%AA%9E#p1",
            "https://example.ac.jp",
        ] {
            assert!(is_address(address), "{address}");
        }
        for other in [
            "release.pdf",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://例え.jp/",
            "https://a b/",
            "https://a/%zz",
            "https://a/%E",
            "https://a:b/",
            "https://a/#b#c",
            "https://a/<x>",
            "ftp://example.ac.jp",
        ] {
            assert!(!is_address(other), "{other}");
        }
    }
}
