//! Finds the IP addresses of a host, and lets only those through that may be connected to. The connector gets the addresses that
//! were checked and resolves nothing itself, so a name cannot mean one machine in the check and another in the connection.

use std::net::{IpAddr, SocketAddr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::address::AddressKind;

/// A resolver that checks what another one finds.
#[derive(Debug)]
pub(super) struct CheckedResolver<R> {
    pub(super) names: R,
    /// Whether addresses of this machine and of private networks are allowed.
    pub(super) allow_private: bool,
}

/// A host is at no address that may be connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{address} is {}", kind.description())]
pub(super) struct RefusedAddress {
    pub(super) address: IpAddr,
    pub(super) kind: AddressKind,
}

impl<R: Resolver> Resolver for CheckedResolver<R> {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut allowed = self.empty();
        let mut refused = None;
        for address in self.names.resolve(uri, config, timeout)?.iter() {
            match check(*address, self.allow_private) {
                Ok(()) => allowed.push(*address),
                Err(found) => drop(refused.get_or_insert(found)),
            }
        }
        match refused {
            Some(refused) if allowed.is_empty() => Err(ureq::Error::Other(Box::new(refused))),
            _ => Ok(allowed),
        }
    }
}

fn check(address: SocketAddr, allow_private: bool) -> Result<(), RefusedAddress> {
    let address = address.ip();
    let kind = AddressKind::of(address);
    if kind.is_allowed(allow_private) { Ok(()) } else { Err(RefusedAddress { address, kind }) }
}
