//! Who asks, again and again, in; whether they may go on, and how much is left to them, out.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::model::TokenId;

/// Wrong tokens an address may show in a minute: each takes work to tell from a right one.
const WRONG: u32 = 30;
/// The most askers that are kept apart; those that have been quiet are forgotten first.
const KEPT: usize = 10_000;
const MINUTE: Duration = Duration::from_secs(60);

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// A token of the base.
    Token(TokenId),
    /// The server's own token.
    Own,
    /// An address that shows no right token.
    Address(IpAddr),
}

impl Who {
    /// An address; those of one IPv6 network are one asker.
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

/// What is left to somebody, as the headers `RateLimit` and `RateLimit-Policy` say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Left {
    /// Requests of a minute.
    pub(super) limit: u32,
    /// Requests that may follow at once.
    pub(super) remaining: u32,
    /// Seconds until all of them may again.
    pub(super) reset: u64,
}

/// Requests of all askers.
#[derive(Debug)]
pub(super) struct Limits {
    per_minute: u32,
    /// For each asker, when their requests so far will have been used up at an even pace.
    until: Mutex<HashMap<Who, Instant>>,
}

impl Limits {
    /// Limits of so many requests a minute; 0 for none at all.
    pub(super) fn new(per_minute: u32) -> Self {
        Self { per_minute, until: Mutex::default() }
    }

    /// Counts a request. `None` where nothing is limited.
    ///
    /// # Errors
    /// Seconds to wait, where there were too many.
    pub(super) fn count(&self, who: Who, now: Instant) -> Result<Option<Left>, u64> {
        let limit = if matches!(who, Who::Address(_)) { self.per_minute.min(WRONG) } else { self.per_minute };
        if limit == 0 {
            return Ok(None);
        }
        let pace = MINUTE / limit;
        let mut all = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.retain(|_, until| *until > now);
        }
        let until = all.get(&who).copied().unwrap_or(now).max(now) + pace;
        let ahead = until - now;
        if ahead > MINUTE {
            return Err(seconds(ahead - MINUTE));
        }
        all.insert(who, until);
        let remaining = (MINUTE - ahead).as_nanos() / pace.as_nanos().max(1);
        Ok(Some(Left { limit, remaining: u32::try_from(remaining).unwrap_or(limit), reset: seconds(ahead) }))
    }

    /// Whether an address has shown too many wrong tokens, and how long it must wait, in seconds.
    pub(super) fn spent(&self, who: Who, now: Instant) -> Option<u64> {
        let all = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        let ahead = all.get(&who)?.checked_duration_since(now)?;
        let limit = self.per_minute.min(WRONG);
        (limit > 0 && ahead + MINUTE / limit > MINUTE).then(|| seconds(ahead + MINUTE / limit - MINUTE))
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
    fn a_minute_s_requests_may_come_at_once_and_then_at_an_even_pace() {
        let (limits, began) = (Limits::new(60), Instant::now());
        for left in (0..60).rev() {
            let found = limits.count(Who::Token(TokenId::new(1)), began).unwrap().unwrap();
            assert_eq!((found.remaining, found.reset), (left, u64::from(60 - left)));
        }
        assert_eq!(limits.count(Who::Token(TokenId::new(1)), began), Err(1));
        assert!(limits.count(Who::Token(TokenId::new(2)), began).is_ok(), "another token has its own");
        let later = began + Duration::from_secs(1);
        assert_eq!(limits.count(Who::Token(TokenId::new(1)), later).unwrap().unwrap().remaining, 0);
        assert_eq!(limits.count(Who::Token(TokenId::new(1)), later), Err(1));
        let much_later = began + Duration::from_secs(600);
        assert_eq!(limits.count(Who::Token(TokenId::new(1)), much_later).unwrap().unwrap().remaining, 59);
    }

    #[test]
    fn wrong_tokens_are_fewer_and_no_limit_is_none() {
        let (limits, now) = (Limits::new(6_000), Instant::now());
        let who = Who::at("10.0.0.1".parse().unwrap());
        for _ in 0..WRONG {
            assert_eq!(limits.spent(who, now), None);
            limits.count(who, now).unwrap();
        }
        assert_eq!(limits.spent(who, now), Some(2));
        assert_eq!(limits.count(who, now), Err(2));
        let free = Limits::new(0);
        assert!((0..10_000).all(|_| free.count(who, now) == Ok(None)));
        assert_eq!(free.spent(who, now), None);
    }

    #[test]
    fn addresses_of_one_network_are_one_asker() {
        let at = |address: &str| Who::at(address.parse().unwrap());
        assert_eq!(at("2001:db8::1"), at("2001:db8::ffff:2"));
        assert_ne!(at("2001:db8::1"), at("2001:db8:0:1::1"));
        assert_eq!(at("::ffff:10.0.0.1"), at("10.0.0.1"));
        assert_ne!(at("10.0.0.1"), at("10.0.0.2"));
    }
}
