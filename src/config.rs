//! Where the program finds things; stand-in.

use std::net::SocketAddr;

/// The configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// The token, where one is wanted.
    pub token: Option<String>,
}
