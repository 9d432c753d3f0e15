//! What the benches that are run by hand share: arguments, times and memory.

mod arguments;
mod clock;

pub(crate) use arguments::Arguments;
pub(crate) use clock::{Times, cpu_of, load_average, process_cpu, resident, thread_cpu};
