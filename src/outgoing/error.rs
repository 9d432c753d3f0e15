//! Reasons why a document could not be fetched, with stable codes.

use std::net::IpAddr;

/// Why a document could not be fetched. Addresses in messages have no credentials.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutgoingError {
    /// The address is not one that documents can be fetched from.
    #[error(
        "Could not use the address `{url}`: {problem}. Give an address such as `https://www.example.ac.jp/release.pdf`."
    )]
    InvalidUrl {
        /// The address.
        url: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The address has a user name or a password.
    #[error(
        "The address `{url}` has a user name or a password, which would be stored with the release. Download the document with your browser and ingest the file."
    )]
    CredentialsInUrl {
        /// The address without them.
        url: String,
    },
    /// The host is at no address that may be connected to.
    #[error("`{host}` is at {address}, {kind}, so nothing was fetched. {}", next_step(*.can_be_allowed))]
    AddressRefused {
        /// The host of the address.
        host: String,
        /// Where it is.
        address: IpAddr,
        /// What kind of address that is, with its article.
        kind: &'static str,
        /// Whether an option allows it.
        can_be_allowed: bool,
    },
    /// One redirect after the other.
    #[error("`{url}` redirects more than {limit} times. Open it in a browser and give the address that it ends at.")]
    TooManyRedirects {
        /// The address that was asked for.
        url: String,
        /// The limit.
        limit: usize,
    },
    /// From https to http.
    #[error(
        "`{from}` redirects from https to `{to}`, which anybody on the way could read and change. Give that address yourself if you trust it."
    )]
    InsecureRedirect {
        /// The address that redirects.
        from: String,
        /// Where it redirects to.
        to: String,
    },
    /// The server answered, but not with a document.
    #[error("`{url}` was answered with status {status}. Open it in a browser to check the address.")]
    Status {
        /// The address.
        url: String,
        /// The status of HTTP.
        status: u16,
    },
    /// No answer, or half of one.
    #[error("Could not fetch `{url}`: {problem}. Check the address and the connection, and try again.")]
    Failed {
        /// The address.
        url: String,
        /// What went wrong.
        problem: String,
    },
    /// Not done in time.
    #[error("`{url}` did not arrive within {seconds} seconds. Try again later, or allow more time with `--timeout`.")]
    TimedOut {
        /// The address.
        url: String,
        /// The seconds that were allowed.
        seconds: u64,
    },
    /// More bytes than a document may have.
    #[error("`{url}` has more than the `{limit}` bytes that a document may have. Split the document.")]
    TooLarge {
        /// The address.
        url: String,
        /// The limit, in decoded bytes.
        limit: usize,
    },
}

impl OutgoingError {
    /// A stable code for programs, one for each kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidUrl { .. } => "invalid_url",
            Self::CredentialsInUrl { .. } => "credentials_in_url",
            Self::AddressRefused { .. } => "address_refused",
            Self::TooManyRedirects { .. } => "too_many_redirects",
            Self::InsecureRedirect { .. } => "insecure_redirect",
            Self::Status { .. } | Self::Failed { .. } => "fetch_failed",
            Self::TimedOut { .. } => "fetch_timed_out",
            Self::TooLarge { .. } => "too_large",
        }
    }
}

fn next_step(can_be_allowed: bool) -> &'static str {
    if can_be_allowed {
        "If it is a server of your own, add `--allow-private-addresses`."
    } else {
        "Documents are fetched from public addresses only."
    }
}
