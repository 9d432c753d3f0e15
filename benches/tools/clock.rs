//! Measures the processor time of a piece of work and the memory of a process. Memory and other processes need `/proc`.

use std::time::Duration;

/// Processor time of this thread so far.
pub(crate) fn thread_cpu() -> Duration {
    clock(Clock::Thread)
}

/// Processor time of all threads of this process so far.
pub(crate) fn process_cpu() -> Duration {
    clock(Clock::Process)
}

#[derive(Clone, Copy)]
enum Clock {
    Thread,
    Process,
}

#[cfg(unix)]
fn clock(clock: Clock) -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(match clock {
        Clock::Thread => ClockId::ThreadCPUTime,
        Clock::Process => ClockId::ProcessCPUTime,
    });
    let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or_default())
}

/// Elsewhere the time that has passed stands in for both.
#[cfg(not(unix))]
fn clock(_: Clock) -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// Processor time of another process so far, in steps of 10 ms.
pub(crate) fn cpu_of(process: u32) -> Option<Duration> {
    let line = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in brackets, may hold anything; user and system time are the 12th and 13th field after it.
    let (_, fields) = line.rsplit_once(')')?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).map(|field| field.parse().unwrap_or(0)).sum();
    Some(Duration::from_millis(10 * ticks))
}

/// Bytes a process holds in memory; this one where none is named.
pub(crate) fn resident(process: Option<u32>) -> Option<u64> {
    let folder = process.map_or_else(|| "self".to_owned(), |process| process.to_string());
    let status = std::fs::read_to_string(format!("/proc/{folder}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok().map(|kibibytes: u64| kibibytes * 1024)
}

/// How many wanted a processor over the last minute, on average.
pub(crate) fn load_average() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()
}

/// Times of many runs, in milliseconds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times {
    all: Vec<f64>,
}

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.all.push(time.as_secs_f64() * 1e3);
    }

    /// Adds those of another.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.all.append(&mut other.all);
    }

    /// In the order they were added.
    pub(crate) fn all(&self) -> &[f64] {
        &self.all
    }

    pub(crate) fn mean(&self) -> f64 {
        self.all.iter().sum::<f64>() / self.all.len().max(1) as f64
    }

    /// The time a share of all runs needed at most.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.all.clone();
        sorted.sort_by(f64::total_cmp);
        let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(at).copied().unwrap_or_default()
    }
}
