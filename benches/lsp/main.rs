//! How soon an editor gets diagnostics, over standard input and output. Run with
//!
//! ```text
//! cargo bench --bench lsp -- [--segments 2000] [--lines 10000] [--edits 50]
//! ```
//!
//! A temporary base with the starter terms; an XLIFF file whose segments each contain two of them, every tenth with an error,
//! and a table. Times are wall times from sending `didOpen` or `didChange` to receiving the diagnostics of that version; they
//! include the pause in which the server waits for the next key.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

mod editor;
#[path = "../tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod tools;

use std::process::ExitCode;
use std::time::Instant;

use editor::Editor;
use serde_json::json;
use tools::{Arguments, Times};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::parse(&["segments", "lines", "edits"], &["bench"])?;
    let segments = arguments.number("segments", 2_000)?;
    let (lines, edits) = (arguments.number("lines", 10_000)?, arguments.number("edits", 50)?);
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let mut editor = Editor::start(folder.path());
    println!("ready after                {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    // Whatever is loaded at the first question is loaded.
    editor.open("file:///b/warm.tsv", "ja\ten\n視床下部\thypothalamus\n");
    let (xliff, table) = (xliff(&pairs(segments)), table(&pairs(lines)));
    for (name, uri, text) in [("XLIFF", "file:///b/a.xlf", xliff), ("table", "file:///b/a.tsv", table)] {
        let (count, bytes) = (if name == "XLIFF" { segments } else { lines }, text.len());
        let (opened, found) = editor.open(uri, &text);
        println!(
            "{name} of {count}, {bytes} bytes: {:.0} ms after opening, {found} findings",
            opened.as_secs_f64() * 1e3
        );
        let (mut edited, mut hovered) = (Times::default(), Times::default());
        for edit in 0..edits {
            // Into a translation somewhere in the middle, a letter at a time.
            let line = count / 3 + 7 * (edit % 50) + if name == "XLIFF" { 2 } else { 1 };
            let place = editor.position_behind(uri, line, "We examined");
            edited.add(editor.type_at(uri, &place, "x"));
            let start = Instant::now();
            editor.ask("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": place}));
            hovered.add(start.elapsed());
        }
        for (what, times) in [("diagnostics after an edit", &edited), ("hover", &hovered)] {
            let (half, most, all) = (times.percentile(50), times.percentile(90), times.percentile(100));
            println!("  {what:26} 50 % within {half:.1} ms, 90 % {most:.1} ms, all {all:.1} ms");
        }
    }
    if let Some(memory) = tools::resident(Some(editor.process())) {
        println!("memory                     {} MiB", memory >> 20);
    }
    Ok(())
}

/// Sentences with two starter terms each, and their translations; every tenth leaves one of them out.
fn pairs(count: usize) -> Vec<(String, String)> {
    let files = [
        include_str!("../../glossary/terms/life-sciences.csv"),
        include_str!("../../glossary/terms/physics.csv"),
        include_str!("../../glossary/terms/medicine-psychiatry.csv"),
    ];
    let row = |line: &'static str| {
        let mut cells = line.split(',');
        let (ja, en) = (cells.next()?, cells.nth(1)?);
        (!line.contains('"') && !en.is_empty()).then_some((ja, en))
    };
    let terms: Vec<(&str, &str)> = files.iter().flat_map(|file| file.lines().skip(1)).filter_map(row).collect();
    let term = |number: usize| terms[number % terms.len()];
    (0..count)
        .map(|number| {
            let (one, other) = (term(number * 7), term(number * 13 + 5));
            let said = if number % 10 == 3 { "something else" } else { other.1 };
            let ja = format!("{number}番目の実験では、{}を用いて{}の性質を詳しく調べた。", one.0, other.0);
            (ja, format!("We examined the properties of {said} with {} in experiment {number}.", one.1))
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn xliff(pairs: &[(String, String)]) -> String {
    let mut file =
        "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"ja\" target-language=\"en\"><body>\n"
            .to_owned();
    for (number, (ja, en)) in pairs.iter().enumerate() {
        let (ja, en) = (escaped(ja), escaped(en));
        file.push_str(&format!(
            "<trans-unit id=\"{number}\"><source>{ja}</source><target>{en}</target></trans-unit>\n"
        ));
    }
    file.push_str("</body></file></xliff>\n");
    file
}

fn table(pairs: &[(String, String)]) -> String {
    let rows = pairs.iter().map(|(ja, en)| format!("{ja}\t{en}\n"));
    std::iter::once("ja\ten\n".to_owned()).chain(rows).collect()
}
