//! Reads PDF with Poppler's program `pdftotext`, through its standard input and output.
//!
//! It is asked for words with their positions, in the order of the content (`-raw -bbox`), because its own lines break at
//! raised marks and mix the cells of tables.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::page::Arrangement;
use super::{PdfText, words};
use crate::read::{Limits, ReadError};

/// The engine's name.
const NAME: &str = "pdftotext";

/// Time limit for one run.
const SECONDS: u64 = 60;

/// The output is at most this many times as long as the text in it: a word of one character has about 90 bytes around it.
const MARKUP: usize = 12;

/// Name and version, or why it cannot be used.
pub(super) fn version(program: Option<&Path>) -> Result<String, ReadError> {
    let found =
        Command::new(command(program)).arg("-v").stdin(Stdio::null()).output().map_err(|cause| missing(&cause))?;
    let said = String::from_utf8_lossy(&found.stderr).into_owned() + &String::from_utf8_lossy(&found.stdout);
    let number = said.split_whitespace().skip_while(|word| *word != "version").nth(1);
    number
        .map(|number| format!("{NAME} {number}"))
        .ok_or_else(|| ReadError::EngineMissing { engine: NAME, problem: "it did not report its version".to_owned() })
}

/// Reads all pages.
pub(super) fn read(bytes: &[u8], program: Option<&Path>, limits: &Limits) -> Result<PdfText, ReadError> {
    let engine = version(program)?;
    let output = run(bytes, program, &["-raw", "-bbox", "-enc", "UTF-8", "-", "-"], limits)?;
    let mut pages = Arrangement::default();
    let mut length = 0;
    words::pages(&output, |glyphs| {
        length += glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>();
        if limits.check_text(length).is_ok() {
            pages.add(glyphs);
        }
    });
    limits.check_text(length)?;
    Ok(PdfText { engine, pages })
}

/// The program to start.
fn command(program: Option<&Path>) -> OsString {
    program.map_or_else(|| OsString::from(NAME), |program| program.as_os_str().to_owned())
}

/// The error if the program cannot be started.
fn missing(cause: &std::io::Error) -> ReadError {
    ReadError::EngineMissing { engine: NAME, problem: format!("it could not be started ({})", cause.kind()) }
}

/// Runs the program once and stops it if it takes too long.
fn run(bytes: &[u8], program: Option<&Path>, arguments: &[&str], limits: &Limits) -> Result<String, ReadError> {
    let mut child = Command::new(command(program))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|cause| missing(&cause))?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let limit = limits.text.saturating_mul(MARKUP);
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let deadline = Instant::now() + Duration::from_secs(SECONDS);
    let (status, text) = thread::scope(|scope| {
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let reader = scope.spawn(move || {
            let mut text = Vec::new();
            if let Some(output) = output {
                let _ = output.take(bound).read_to_end(&mut text);
            }
            text
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
        (status, reader.join().unwrap_or_default())
    });
    limits.check_text(text.len() / MARKUP)?;
    match status {
        None => Err(ReadError::EngineTooSlow { engine: NAME, seconds: SECONDS }),
        Some(status) if status.success() || !text.is_empty() => Ok(String::from_utf8_lossy(&text).into_owned()),
        Some(_) => Err(ReadError::broken("PDF", "`pdftotext` could not read it")),
    }
}
