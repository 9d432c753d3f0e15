//! Limits how many requests a client may send per minute, and how many wrong tokens an address may try.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::model::TokenId;

/// Wrong tokens of an address per minute that are told to be wrong; more are told to wait.
const WRONG_TOKENS: u32 = 30;
/// The number of clients from which on those that have been quiet are forgotten.
const CLIENTS: usize = 10_000;
const MINUTE: Duration = Duration::from_secs(60);

/// The client whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ClientKey {
    /// A token of the base.
    Token(TokenId),
    /// The server's own token.
    Own,
    /// An address that sends no valid token.
    Address(IpAddr),
}

impl ClientKey {
    /// The client at an address; addresses of one IPv6 network are one client.
    pub(super) fn at(address: IpAddr) -> Self {
        Self::Address(match address {
            IpAddr::V6(address) if address.to_ipv4_mapped().is_none() => {
                let mut segments = address.segments();
                segments[4..].fill(0);
                IpAddr::from(segments)
            }
            address => address.to_canonical(),
        })
    }
}

/// The requests a client has left, as the headers `RateLimit` and `RateLimit-Policy` tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quota {
    /// Requests per minute.
    pub(super) limit: u32,
    /// Requests that may be sent right now.
    pub(super) remaining: u32,
    /// Seconds until all requests are available again.
    pub(super) reset: u64,
}

/// Counts the requests of all clients.
#[derive(Debug)]
pub(super) struct RateLimiter {
    per_minute: u32,
    /// For each client, the time at which its requests so far would be over if it sent them evenly.
    until: Mutex<HashMap<ClientKey, Instant>>,
}

impl RateLimiter {
    /// A limit of `per_minute` requests per minute; 0 means no limit.
    pub(super) fn new(per_minute: u32) -> Self {
        Self { per_minute, until: Mutex::default() }
    }

    /// Counts a request. `None` without a limit.
    ///
    /// # Errors
    /// Seconds to wait, when there were too many.
    pub(super) fn count(&self, client: ClientKey, now: Instant) -> Result<Option<Quota>, u64> {
        let limit =
            if matches!(client, ClientKey::Address(_)) { self.per_minute.min(WRONG_TOKENS) } else { self.per_minute };
        if limit == 0 {
            return Ok(None);
        }
        let pace = MINUTE / limit;
        let mut all = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= CLIENTS {
            all.retain(|_, until| *until > now);
        }
        let until = all.get(&client).copied().unwrap_or(now).max(now) + pace;
        let ahead = until - now;
        if ahead > MINUTE {
            return Err(seconds(ahead - MINUTE));
        }
        all.insert(client, until);
        let remaining = (MINUTE - ahead).as_nanos() / pace.as_nanos().max(1);
        Ok(Some(Quota { limit, remaining: u32::try_from(remaining).unwrap_or(limit), reset: seconds(ahead) }))
    }
}

/// Whole seconds, one at least.
fn seconds(duration: Duration) -> u64 {
    duration.as_secs() + u64::from(duration.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_requests_of_a_minute_may_come_at_once_and_then_evenly() {
        let (limits, began) = (RateLimiter::new(60), Instant::now());
        for left in (0..60).rev() {
            let found = limits.count(ClientKey::Token(TokenId::new(1)), began).unwrap().unwrap();
            assert_eq!((found.remaining, found.reset), (left, u64::from(60 - left)));
        }
        assert_eq!(limits.count(ClientKey::Token(TokenId::new(1)), began), Err(1));
        assert!(limits.count(ClientKey::Token(TokenId::new(2)), began).is_ok(), "another token has its own");
        let later = began + Duration::from_secs(1);
        assert_eq!(limits.count(ClientKey::Token(TokenId::new(1)), later).unwrap().unwrap().remaining, 0);
        assert_eq!(limits.count(ClientKey::Token(TokenId::new(1)), later), Err(1));
        let much_later = began + Duration::from_secs(600);
        assert_eq!(limits.count(ClientKey::Token(TokenId::new(1)), much_later).unwrap().unwrap().remaining, 59);
    }

    #[test]
    fn wrong_tokens_have_a_lower_limit_and_zero_means_no_limit() {
        let (limits, now) = (RateLimiter::new(6_000), Instant::now());
        let client = ClientKey::at("10.0.0.1".parse().unwrap());
        for _ in 0..WRONG_TOKENS {
            limits.count(client, now).unwrap();
        }
        assert_eq!(limits.count(client, now), Err(2));
        let free = RateLimiter::new(0);
        assert!((0..10_000).all(|_| free.count(client, now) == Ok(None)));
    }

    #[test]
    fn clients_that_have_been_quiet_are_forgotten_and_others_are_not() {
        let (limits, began) = (RateLimiter::new(60), Instant::now());
        let late = began + Duration::from_secs(30);
        let ask = |number: usize, at: Instant| {
            limits.count(ClientKey::Token(TokenId::new(i64::try_from(number).unwrap())), at).unwrap().unwrap().remaining
        };
        for number in 1..CLIENTS {
            ask(number, began);
        }
        assert_eq!((ask(CLIENTS, late), ask(CLIENTS + 1, late)), (59, 59));
        assert_eq!(limits.until.lock().unwrap().len(), 2, "those of half a minute ago are quiet");
        for number in CLIENTS + 2..=2 * CLIENTS {
            ask(number, late);
        }
        assert_eq!((ask(CLIENTS, late), ask(2 * CLIENTS, late)), (58, 58), "however many there are");
    }

    #[test]
    fn addresses_of_one_network_are_one_client() {
        let at = |address: &str| ClientKey::at(address.parse().unwrap());
        assert_eq!(at("2001:db8::1"), at("2001:db8::ffff:2"));
        assert_ne!(at("2001:db8::1"), at("2001:db8:0:1::1"));
        assert_eq!(at("::ffff:10.0.0.1"), at("10.0.0.1"));
        assert_ne!(at("10.0.0.1"), at("10.0.0.2"));
    }
}
