//! How well sentences are aligned, terms are bounded and loan words recognised.
//!
//! ```text
//! cargo bench --bench language -- align FILE.json [--memory FILE.tsv] [--worst N]
//! cargo bench --bench language -- boundary FILE.tsv [--worst N]
//! cargo bench --bench language -- links FILE.tsv|FOLDER [--worst N]
//! cargo bench --bench language -- sound FILE.utx [--candidates 1000] [--worst N]
//! ```
//!
//! Set `TAIYAKU_DICTIONARY`; without it, Japanese is split into words by script only.

#![expect(clippy::disallowed_methods, reason = "a bench reads its own settings")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it says what it found")]
#![expect(clippy::cast_precision_loss, reason = "counts are small")]
#![allow(dead_code, reason = "the tools serve other benches too")]

mod align;
#[path = "../tools/arguments.rs"]
mod arguments;
mod boundary;
mod links;
mod sound;

use std::fs;
use std::path::Path;

use taiyaku::text::tokeniser::Tokeniser;

use arguments::Arguments;

fn main() {
    if let Err(message) = run() {
        eprintln!("{message}");
        std::process::exit(2);
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::parse(&["memory", "worst", "candidates"], &[])?;
    let mut free = arguments.free().iter();
    let (Some(what), Some(path)) = (free.next(), free.next()) else {
        return Err(
            "Say what to measure and on which file: `align FILE`, `boundary FILE`, `links FILE` or `sound FILE`."
                .to_owned(),
        );
    };
    if what == "links" {
        return links::measure(Path::new(path), &words(), arguments.number("worst", 0)?);
    }
    let text = fs::read_to_string(path).map_err(|cause| format!("Could not read `{path}`: {cause}."))?;
    match what.as_str() {
        "align" => align::measure(&text, &words(), &arguments),
        "boundary" => boundary::measure(&text, &words(), &arguments),
        "sound" => sound::measure(&text, &arguments),
        other => Err(format!("There is no `{other}`. Use `align`, `boundary`, `links` or `sound`.")),
    }
}

/// The dictionary the environment names.
fn words() -> Tokeniser {
    std::env::var_os("TAIYAKU_DICTIONARY")
        .and_then(|path| Tokeniser::open(Path::new(&path)).ok())
        .unwrap_or_else(Tokeniser::by_script)
}
