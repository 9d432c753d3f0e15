//! The `taiyaku` executable: command line in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    taiyaku::cli::main()
}
