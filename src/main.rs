//! The `taiyaku` executable: passes the command line on, and exits with the code that comes back.

use std::process::ExitCode;

fn main() -> ExitCode {
    taiyaku::cli::main()
}
