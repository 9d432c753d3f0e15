//! Files that other programs wrote: their units, and the problems that are reported.

mod bans;
mod confirmed;
mod encodings;
mod hostile;
mod mutation;
mod po;
mod tables;
mod tbx;
mod tbx_standard;
mod terms;
mod tmx;
mod xliff;

use std::io::{self, Read};

use taiyaku_formats::exchange::{FileHint, Item, Reader, RowProblem, TermRow, Unit};
use taiyaku_language::model::Lang;

/// All items of a file, as the caller who knows nothing gets them.
fn items(name: &str, bytes: &[u8]) -> Vec<Result<Unit, RowProblem>> {
    items_with(&FileHint { name: name.to_owned(), ..FileHint::default() }, bytes)
}

fn items_with(options: &FileHint, bytes: &[u8]) -> Vec<Result<Unit, RowProblem>> {
    match Reader::open(Trickle { bytes, turn: 0 }, options) {
        Ok(reader) => reader.map(|item| item.map(pair)).collect(),
        Err(problem) => vec![Err(problem)],
    }
}

/// The unit of a memory, which is what every file here holds.
fn pair(item: Item) -> Unit {
    match item {
        Item::Pair(unit) => unit,
        Item::Term(row) => panic!("{row:?}"),
    }
}

/// All items of a file of terms.
fn rows_with(options: &FileHint, bytes: &[u8]) -> Vec<Result<TermRow, RowProblem>> {
    let row = |item| match item {
        Item::Term(row) => row,
        Item::Pair(unit) => panic!("{unit:?}"),
    };
    match Reader::open(Trickle { bytes, turn: 0 }, options) {
        Ok(reader) => reader.map(|item| item.map(row)).collect(),
        Err(problem) => vec![Err(problem)],
    }
}

/// Japanese to English, said by the caller.
fn from_japanese(name: &str) -> FileHint {
    FileHint { name: name.to_owned(), source_lang: Some(Lang::JA), target_lang: Some(Lang::EN), ..FileHint::default() }
}

/// Items as lines: `ja>en source=target`, or `line:unit code`.
fn lines(items: &[Result<Unit, RowProblem>]) -> Vec<String> {
    items
        .iter()
        .map(|item| match item {
            Ok(unit) => format!("{}>{} {}={}", unit.source_lang, unit.target_lang, unit.source, unit.target),
            Err(problem) => format!("{}:{} {}", problem.line, problem.unit, problem.code()),
        })
        .collect()
}

/// The units, where nothing may be wrong.
fn units(name: &str, bytes: &[u8]) -> Vec<Unit> {
    items(name, bytes).into_iter().map(Result::unwrap).collect()
}

/// A memory with this inside its body, and a header in which `srclang` is this.
fn memory(source: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"t\" srclang=\"{source}\"/>\n\
         <body>\n{body}\n</body>\n</tmx>\n"
    )
}

/// A unit in Japanese and English, on one line.
fn unit(ja: &str, en: &str) -> String {
    format!("<tu><tuv xml:lang=\"ja\"><seg>{ja}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>")
}

/// An input that gives its bytes in pieces of awkward sizes, as a network or a pipe does.
struct Trickle<'a> {
    bytes: &'a [u8],
    turn: usize,
}

impl Read for Trickle<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.turn += 1;
        if self.turn % 5 == 1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let size = [1, 7, 8_192, 3][self.turn % 4].min(out.len()).min(self.bytes.len());
        let (now, later) = self.bytes.split_at(size);
        out[..size].copy_from_slice(now);
        self.bytes = later;
        Ok(size)
    }
}
