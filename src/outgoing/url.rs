//! The web addresses of documents: which ones are accepted, where a redirect leads, and what a document is called by.

use percent_encoding::percent_decode_str;
use url::Url;

use super::OutgoingError;

/// The longest name of a document, in characters.
const LONGEST_NAME: usize = 120;

/// The longest extension that is kept when a name is shortened, in characters with its dot.
const LONGEST_EXTENSION: usize = 6;

/// An address a document can be fetched from: `http` or `https`, with a host, without credentials and fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocumentUrl(Url);

/// Whether an argument is meant as a web address and not as a path: it begins with a scheme and `://`.
pub(crate) fn is_web_address(argument: &str) -> bool {
    let Some((scheme, _)) = argument.split_once("://") else { return false };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
}

/// An address for messages: as given, but without a user name and password.
pub(crate) fn without_credentials(address: &str) -> String {
    match Url::parse(address.trim()) {
        Ok(url) if has_credentials(&url) => bare(url).to_string(),
        Ok(_) => address.to_owned(),
        // What cannot be parsed may have them, too.
        Err(_) => match address.rsplit_once('@') {
            Some((before, after)) => {
                let scheme = before.split_once("://").map_or("", |(scheme, _)| scheme);
                format!("{scheme}://…@{after}")
            }
            None => address.to_owned(),
        },
    }
}

fn has_credentials(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// The address without credentials. Only addresses without a host refuse the change, and these have none.
fn bare(mut url: Url) -> Url {
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url
}

impl DocumentUrl {
    /// Parses an address as people write it: with Japanese letters in the host or the path, too.
    pub(super) fn parse(address: &str) -> Result<Self, OutgoingError> {
        let url = Url::parse(address.trim()).map_err(|error| invalid(address, error.to_string()))?;
        Self::checked(url)
    }

    /// Where a redirect from here leads.
    pub(super) fn redirected(&self, location: &str) -> Result<Self, OutgoingError> {
        let target = self.0.join(location).map_err(|error| {
            invalid(self.as_str(), format!("it redirects to an address that cannot be parsed ({error})"))
        })?;
        let target = Self::checked(target)?;
        if self.0.scheme() == "https" && target.0.scheme() != "https" {
            return Err(OutgoingError::InsecureRedirect { from: self.to_string(), to: target.to_string() });
        }
        Ok(target)
    }

    fn checked(mut url: Url) -> Result<Self, OutgoingError> {
        if has_credentials(&url) {
            return Err(OutgoingError::CredentialsInUrl { url: bare(url).to_string() });
        }
        if !matches!(url.scheme(), "http" | "https") {
            let problem = format!("documents are fetched over http and https, not `{}`", url.scheme());
            return Err(invalid(url.as_str(), problem));
        }
        url.set_fragment(None);
        Ok(Self(url))
    }

    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub(super) fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// The host, as in messages.
    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// What the document is called: the last part of the path, decoded and without what file names cannot have; the host
    /// if the path is empty.
    pub(super) fn file_name(&self) -> String {
        let last =
            self.0.path_segments().and_then(|parts| parts.rev().find(|part| !part.is_empty())).unwrap_or_default();
        // A name in another encoding stays as it is in the address.
        let decoded = percent_decode_str(last).decode_utf8().unwrap_or_else(|_| last.into());
        let plain: String = decoded.chars().map(|letter| if is_unfit(letter) { '_' } else { letter }).collect();
        // `~$` and a dot at the beginning are names of files that are no documents.
        let name = plain.trim_start_matches(['.', '~', ' ', '\u{3000}']).trim_end_matches([' ', '\u{3000}', '.']);
        if name.is_empty() { self.host().to_owned() } else { shortened(name) }
    }
}

impl std::fmt::Display for DocumentUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

fn invalid(url: &str, problem: String) -> OutgoingError {
    OutgoingError::InvalidUrl { url: without_credentials(url), problem }
}

/// Whether a letter cannot be in the name of a file on every system, or would change how the name is displayed.
fn is_unfit(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A name of at most [`LONGEST_NAME`] characters that keeps its extension.
fn shortened(name: &str) -> String {
    let count = name.chars().count();
    if count <= LONGEST_NAME {
        return name.to_owned();
    }
    let extension = name.rfind('.').map_or("", |at| name.get(at..).unwrap_or_default());
    let extension = if extension.chars().count() > LONGEST_EXTENSION { "" } else { extension };
    let stem = name.chars().take(LONGEST_NAME - extension.chars().count());
    stem.chain(extension.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_by_the_last_part_of_its_path() {
        let long = format!("https://a.example/{}.pdf", "長".repeat(200));
        for (url, name) in [
            ("https://www.example.ac.jp/press/2026/release.pdf", "release.pdf"),
            ("https://www.example.ac.jp/press/20260401_%E7%99%BA%E8%A1%A8.html?id=3#top", "20260401_発表.html"),
            ("https://www.example.ac.jp/press/発表.html", "発表.html"),
            ("https://大学.example/", "xn--pss25c.example"),
            ("http://www.example.ac.jp/news/", "news"),
            ("http://www.example.ac.jp:8080", "www.example.ac.jp"),
            ("http://a.example/%94%AD%95%5C.pdf", "%94%AD%95%5C.pdf"),
            ("http://a.example/x/..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
            ("http://a.example/a%00b%1B%5B2Jc.txt", "a_b_[2Jc.txt"),
            ("http://a.example/%E2%80%AEfdp.exe", "_fdp.exe"),
            ("http://a.example/C%3A%5Cx.txt", "C__x.txt"),
            ("http://a.example/~$release.docx", "$release.docx"),
            ("http://a.example/.htaccess", "htaccess"),
            ("http://a.example/%20.%20", "a.example"),
            (long.as_str(), &format!("{}.pdf", "長".repeat(116))),
        ] {
            assert_eq!(DocumentUrl::parse(url).unwrap().file_name(), name, "{url}");
        }
    }

    #[test]
    fn addresses_that_are_not_of_documents_are_refused_by_name_and_never_shown_with_a_password() {
        for (url, code) in [
            ("ftp://a.example/a.pdf", "invalid_url"),
            ("file:///etc/passwd", "invalid_url"),
            ("gopher://a.example/", "invalid_url"),
            ("https://", "invalid_url"),
            ("http://a b/", "invalid_url"),
            ("http://[::1/", "invalid_url"),
            ("http://[fe80::1%25eth0]/", "invalid_url"),
            ("http://a.example:99999/", "invalid_url"),
            ("http://yamada:secret@a.example/", "credentials_in_url"),
            ("http://yamada@a.example/", "credentials_in_url"),
            ("http://:secret@a.example/", "credentials_in_url"),
            ("ftp://yamada:secret@a.example/", "credentials_in_url"),
            ("http://yamada:secret@a b/", "invalid_url"),
            ("http://yamada:sec@ret@a.example/", "credentials_in_url"),
        ] {
            let error = DocumentUrl::parse(url).unwrap_err();
            assert_eq!(error.code(), code, "{url}: {error}");
            for shown in [error.to_string(), without_credentials(url)] {
                assert!(!shown.contains("secret") && !shown.contains("yamada") && !shown.contains("ret@"), "{shown}");
            }
        }
    }

    #[test]
    fn a_redirect_may_lead_to_http_only_from_http() {
        let https = DocumentUrl::parse("https://a.example/x/y").unwrap();
        let http = DocumentUrl::parse("http://a.example/x/y").unwrap();
        for (from, location, to) in [
            (&https, "z.pdf", Ok("https://a.example/x/z.pdf")),
            (&https, "/発表.pdf", Ok("https://a.example/%E7%99%BA%E8%A1%A8.pdf")),
            (&https, "//b.example/", Ok("https://b.example/")),
            (&https, "http://a.example/", Err("insecure_redirect")),
            (&http, "http://b.example/", Ok("http://b.example/")),
            (&http, "https://a.example/", Ok("https://a.example/")),
            (&http, "file:///etc/passwd", Err("invalid_url")),
            (&http, "data:text/html,a", Err("invalid_url")),
            (&http, "http://yamada:secret@b.example/", Err("credentials_in_url")),
            (&http, "http://[", Err("invalid_url")),
        ] {
            let found = from.redirected(location);
            assert_eq!(
                found.as_ref().map(DocumentUrl::as_str).map_err(OutgoingError::code),
                to,
                "{from} to {location}"
            );
        }
    }

    #[test]
    fn an_argument_with_a_scheme_is_a_web_address_and_a_path_is_not() {
        for address in ["http://a.example", "HTTPS://a.example", "ftp://a", "file:///a", "x://"] {
            assert!(is_web_address(address), "{address}");
        }
        for path in ["a.pdf", "./http:", "C:\\a.pdf", "C:/a", "//server/share", "://a", "3d://a", "発表://a", "-"] {
            assert!(!is_web_address(path), "{path}");
        }
    }
}
