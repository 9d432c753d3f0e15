//! Settings of the C library's heap, where it is that of glibc: fewer arenas, and memory that is free goes back to the system.
//!
//! By default each thread allocates from one of up to eight arenas per processor, and each arena keeps what it once needed. A
//! server whose threads take turns at large answers ends up with the peak of a few such answers in every arena.

/// Limits the arenas to one for each processor. Must be called before threads are started, because those that exist are kept.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library has no other way to set it")]
pub(super) fn limit_arenas() {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let most = libc::c_int::try_from(processors.max(2)).unwrap_or(libc::c_int::MAX);
    // SAFETY: it takes two numbers and changes a setting of the allocator, which is made for that.
    unsafe { libc::mallopt(libc::M_ARENA_MAX, most) };
}

/// Gives pages that hold nothing back to the system; takes some milliseconds.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library has no other way to do it")]
pub(super) fn release_free_pages() {
    // SAFETY: it takes a number and works on free memory only; any thread may call it at any time.
    unsafe { libc::malloc_trim(0) };
}

/// Elsewhere the allocator is left as it is.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn limit_arenas() {}

/// Elsewhere the allocator is left as it is.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn release_free_pages() {}

#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod tests {
    use super::*;

    /// Bytes of this process in memory.
    fn resident() -> usize {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        1_024 * line.trim().trim_end_matches("kB").trim().parse::<usize>().unwrap()
    }

    #[test]
    fn pages_between_blocks_in_use_are_given_back() {
        limit_arenas();
        let mut blocks: Vec<Option<Vec<u8>>> = (0..65_536).map(|_| Some(vec![1; 1_024])).collect();
        for (number, block) in blocks.iter_mut().enumerate() {
            if number % 1_000 != 999 {
                *block = None;
            }
        }
        let before = resident();
        release_free_pages();
        assert!(resident() + (32 << 20) < before, "{} of {before} bytes are left", resident());
        assert_eq!(blocks.iter().flatten().count(), 65);
    }
}
