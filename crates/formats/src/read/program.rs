//! Runs a program that reads documents, through its standard input and output, within limits of time and output.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::ReadError;

/// A program of another project that may be installed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Program<'a> {
    /// Its name, which is looked for on the `PATH`.
    pub(super) name: &'static str,
    /// Where it is, if it was named.
    pub(super) path: Option<&'a Path>,
}

/// How much a run of a program may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct RunLimits {
    /// Seconds until it is stopped.
    pub(super) seconds: u64,
    /// Bytes of output that are read. More are cut off.
    pub(super) output: usize,
}

impl Program<'_> {
    /// What it writes to standard output and standard error when it is asked about itself.
    ///
    /// # Errors
    /// `engine_missing`.
    pub(super) fn about(&self, argument: &str) -> Result<String, ReadError> {
        let Output { stdout, stderr, .. } = Command::new(self.command())
            .arg(argument)
            .stdin(Stdio::null())
            .output()
            .map_err(|cause| self.missing(&cause))?;
        Ok(format!("{}\n{}", String::from_utf8_lossy(&stderr), String::from_utf8_lossy(&stdout)))
    }

    /// What it writes to standard output for this input, and whether it succeeded; stops it if it takes too long.
    ///
    /// # Errors
    /// `engine_missing`, `engine_too_slow`.
    pub(super) fn run(
        &self,
        arguments: &[&str],
        input: &[u8],
        limits: RunLimits,
    ) -> Result<(Vec<u8>, bool), ReadError> {
        let mut child = Command::new(self.command())
            .args(arguments)
            // Threads of OpenMP wait for each other by spinning, which on a busy machine takes many times as long.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|cause| self.missing(&cause))?;
        let (writer, reader) = (child.stdin.take(), child.stdout.take());
        let bound = u64::try_from(limits.output).unwrap_or(u64::MAX);
        let deadline = Instant::now() + Duration::from_secs(limits.seconds);
        let (status, output) = thread::scope(|scope| {
            scope.spawn(move || writer.map(|mut writer| writer.write_all(input)));
            let reading = scope.spawn(move || {
                let mut output = Vec::new();
                if let Some(reader) = reader {
                    let _ = reader.take(bound).read_to_end(&mut output);
                }
                output
            });
            let status = loop {
                match child.try_wait() {
                    Ok(Some(status)) => break Some(status),
                    Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(5)),
                    _ => {
                        let _ = child.kill();
                        let _ = child.wait();
                        break None;
                    }
                }
            };
            (status, reading.join().unwrap_or_default())
        });
        match status {
            None => Err(ReadError::EngineTooSlow { engine: self.name, seconds: limits.seconds }),
            Some(status) => Ok((output, status.success())),
        }
    }

    fn command(&self) -> OsString {
        self.path.map_or_else(|| OsString::from(self.name), |path| path.as_os_str().to_owned())
    }

    fn missing(&self, cause: &std::io::Error) -> ReadError {
        ReadError::EngineMissing { engine: self.name, problem: format!("it could not be started ({})", cause.kind()) }
    }
}
