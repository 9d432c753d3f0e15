//! README.md, docs/API.md and docs/LSP.md show what the program really does: every transcript in them is run, in order, on a
//! fresh data folder, and compared with what is printed.
//!
//! A transcript is a fenced block. In a `console` block a line that begins with `$ ` is a command, which goes on in the next
//! line after `\` or inside quotation marks; the lines below it are its output. In an `lsp` block `→` is a message to the
//! language server and `←` its answer. In output, `…` stands for any text, and alone on a line for any lines. A command
//! without output below it only has to succeed. `cat NAME` shows an input: if there is no such file yet, it is written.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod curl;
mod language_server;
mod markdown;
mod pattern;
mod session;

use std::path::Path;

use markdown::{Block, Step};
use session::Session;
pub(crate) use session::Writer;

/// Commands that are not run, by their beginning, with the reason.
const NOT_RUN: &[(&str, &str)] = &[
    ("./taiyaku-setup", "builds the program; the checks before a change lands run it"),
    ("docker ", "needs a container engine"),
    ("taiyaku lsp", "waits for an editor; `lsp` blocks talk to it instead"),
];

fn text(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Whether a command is on the list of those that are not run.
fn is_not_run(command: &str) -> bool {
    NOT_RUN.iter().any(|(beginning, _)| command.starts_with(beginning))
}

/// Runs the transcripts of a document and reports every difference.
fn check(name: &str) {
    check_with(name, |_, _| {});
}

/// The same; `before` is called before each transcript, with its number.
fn check_with(name: &str, before: impl Fn(&mut Session, usize)) {
    let blocks = markdown::blocks(&text(name));
    let unknown: Vec<&Block> = blocks.iter().filter(|block| !block.is_transcript()).collect();
    assert!(
        unknown.is_empty(),
        "{name}: only `console` and `lsp` blocks are checked, so there may be no others: {unknown:#?}"
    );
    let mut session = Session::new();
    let mut differences = Vec::new();
    let mut count = 0;
    for (number, block) in blocks.iter().enumerate() {
        before(&mut session, number);
        if block.language == "lsp" {
            count += 1;
            differences.extend(
                language_server::differences(&session, block)
                    .into_iter()
                    .map(|said| format!("{name}:{}: {said}", block.line)),
            );
            continue;
        }
        for Step { line, command, output } in block.steps() {
            assert!(!command.is_empty(), "{name}:{line}: output without a command");
            if is_not_run(&command) {
                continue;
            }
            count += 1;
            match session.run(&command, &output) {
                Ok(printed) if output.is_empty() || pattern::matches(&output, &printed) => {}
                Ok(printed) => {
                    differences.push(format!("{name}:{line}: $ {command}\nprinted\n{printed}\nnot\n{output}\n"));
                }
                Err(problem) => differences.push(format!("{name}:{line}: $ {command}\n{problem}\n")),
            }
        }
    }
    assert!(count > 0, "{name} has no transcript");
    assert!(differences.is_empty(), "{} of {count} differ\n\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    check("README.md");
}

#[test]
fn the_readme_is_true_of_a_base_that_is_moved_while_a_server_writes_to_it() {
    // The first transcript installs the program, the second makes the base.
    check_with("README.md", |session, number| {
        if number >= 2 && number % 3 == 2 {
            session.move_base();
        }
    });
}

#[test]
fn the_manual_of_the_api_shows_what_the_server_answers() {
    check("docs/API.md");
}

#[test]
fn the_manual_of_the_language_server_shows_what_it_answers() {
    check("docs/LSP.md");
}

#[test]
fn the_readme_in_japanese_has_the_same_transcripts() {
    let (english, japanese) = (text("README.md"), text("README.ja.md"));
    let transcripts = |text: &str| -> Vec<(String, String)> {
        let blocks = markdown::blocks(text).into_iter();
        blocks.map(|block| (block.language, block.text)).collect()
    };
    let (ours, theirs) = (transcripts(&english), transcripts(&japanese));
    for (number, (one, other)) in ours.iter().zip(&theirs).enumerate() {
        assert_eq!(one, other, "block {}", number + 1);
    }
    assert_eq!(ours.len(), theirs.len());
    assert!(english.contains("](README.ja.md)") && japanese.contains("](README.md)"), "each leads to the other");
}

#[test]
fn every_exception_is_needed() {
    let documents = ["README.md", "docs/API.md", "docs/LSP.md"].map(text);
    for (beginning, reason) in NOT_RUN {
        let is_used = documents.iter().flat_map(|text| markdown::blocks(text)).any(|block| {
            block.language == "console" && block.steps().iter().any(|step| step.command.starts_with(beginning))
        });
        assert!(is_used, "no document has `{beginning}` any more ({reason})");
    }
}
