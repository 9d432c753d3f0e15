//! Documents given by their web address: the options for fetching them, and progress on standard error.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use indicatif::{HumanBytes, ProgressBar};

use super::{Context, table};
use crate::outgoing::{FetchOptions, Fetcher};

/// The heading of the options in the help.
const WEB: &str = "Options for web addresses";

/// What the help says about web addresses.
pub(super) const HELP: &str = "A web address (URL) begins with `http://` or `https://`. One document is fetched at a time, \
from public addresses only, with at most five redirects and never from https to http; a proxy named in the environment is not \
used. Pages are read as they are sent, without running their scripts. Whether you may fetch and use a document is for you to \
decide: `robots.txt` and licences are not looked at. Addresses are stored with the releases, so use none that hold a secret.";

/// How documents on the web are fetched.
#[derive(Debug, Args)]
pub(super) struct WebOptions {
    /// Fetch from this machine and from private networks, too, such as an intranet
    #[arg(long, help_heading = WEB)]
    allow_private_addresses: bool,
    /// How long one document may take, with its redirects
    #[arg(long, help_heading = WEB, value_name = "SECONDS", default_value_t = 120,
        value_parser = clap::value_parser!(u16).range(1..=3600))]
    timeout: u16,
}

impl WebOptions {
    /// What fetches documents with these options. Its progress is shown in a bar, or as a line for each document where there is
    /// none.
    pub(super) fn fetcher(&self, context: &Context, bar: &ProgressBar) -> Arc<Fetcher> {
        let options = FetchOptions {
            allow_private: self.allow_private_addresses,
            timeout: Duration::from_secs(self.timeout.into()),
        };
        let (bar, is_silent) = (bar.clone(), context.quiet || context.json);
        let progress = move |url: &str, bytes: usize| {
            let url = table::plain(url);
            if !bar.is_hidden() {
                bar.set_message(format!("{} {url}", HumanBytes(u64::try_from(bytes).unwrap_or_default())));
            } else if bytes == 0 && !is_silent {
                let _ = writeln!(std::io::stderr(), "Fetching {url}");
            }
        };
        Arc::new(Fetcher::new(options, Box::new(progress)))
    }
}

/// Says that a proxy is not used, which explains why a network that has one may refuse the connection.
pub(super) fn note_proxy(context: &Context) {
    if Fetcher::ignores_proxy() {
        context.note("The proxy that the environment names is not used to fetch documents: the address behind it could not be checked.");
    }
}
