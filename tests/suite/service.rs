//! The use cases over a fresh term base, as the doors are given them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::ffi::OsString;
use std::path::Path;

use taiyaku::app::{Parts, Service};
use taiyaku::config::{Config, Overrides};
use taiyaku::store::Store;

/// The use cases over the term base at `path`, and a configuration that listens on any free port.
pub(crate) async fn at(path: &Path, token: Option<&str>) -> (Service, Config) {
    with(path, token, Overrides::default()).await
}

/// The same, told more.
pub(crate) async fn with(path: &Path, token: Option<&str>, overrides: Overrides) -> (Service, Config) {
    let service = Service::new(Parts::with_store(Store::open(path).await.unwrap()));
    let overrides = Overrides { database: Some(path.to_owned()), listen: Some("127.0.0.1:0".to_owned()), ..overrides };
    let environment = |name| match name {
        "TAIYAKU_TOKEN" => token.map(OsString::from),
        // Tests ask faster than any person.
        "TAIYAKU_RATE_LIMIT" => Some(OsString::from("0")),
        _ => None,
    };
    let config = Config::from(&overrides, environment).unwrap();
    (service, config)
}
