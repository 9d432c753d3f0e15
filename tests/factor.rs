//! How many cases tests try: the usual number, times `TAIYAKU_TEST_FACTOR`. `tests/endurance` sets it.

/// What the usual numbers are multiplied by; 1 unless it is set.
#[expect(clippy::disallowed_methods, reason = "a test has no settings")]
pub(crate) fn factor() -> u32 {
    std::env::var("TAIYAKU_TEST_FACTOR").ok().and_then(|given| given.parse().ok()).unwrap_or(1).max(1)
}

/// The configuration of a property that usually tries this many cases.
pub(crate) fn cases(usual: u32) -> proptest::prelude::ProptestConfig {
    let cases = usual * factor();
    proptest::prelude::ProptestConfig { cases, max_global_rejects: cases.max(1_024), ..Default::default() }
}
