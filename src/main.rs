//! The `taiyaku` executable: command line in, exit code out.

fn main() {}
