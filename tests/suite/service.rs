//! The use cases over a fresh term base, as the doors are given them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;

use taiyaku::app::Service;
use taiyaku::config::Config;
use taiyaku::store::Store;
use taiyaku::text::words::Words;

/// The use cases over the term base at `path`, and a configuration that listens on any free port.
pub async fn at(path: &Path, token: Option<String>) -> (Service, Config) {
    let store = Store::open(path).await.unwrap();
    (Service::new(store, Words::by_script()), Config { listen: "127.0.0.1:0".parse().unwrap(), token })
}
