//! Reads the drafts to check: bilingual files, or a text and its translation.

use std::io::Read;
use std::path::Path;

use super::arguments::Check;
use crate::answer::LineColumn;
use crate::app::draft::{
    DecodedFile, Document, FileHint, counterpart, decode, language_in_name, line_starts, pair, read,
};
use crate::cli::files::STDIN;
use crate::cli::languages::other;
use crate::model::Lang;

/// Characters are counted once up to every so many bytes: a line may be all of a file, with a finding at every word.
const COUNTED: usize = 1_024;

/// Characters, and UTF-16 units, before a byte.
type Lengths = (usize, usize);

/// The decoded text of a file, with the starts of its lines.
#[derive(Debug)]
pub(super) struct FileText {
    pub(super) name: String,
    pub(super) text: String,
    /// Whether some bytes of the file were not valid in its encoding.
    has_invalid_bytes: bool,
    starts: Vec<usize>,
    /// The lengths before each [`COUNTED`] bytes, or before the character in which they end.
    lengths: Vec<Lengths>,
}

/// The lengths of a part of a text.
fn lengths(part: &str) -> Lengths {
    part.chars().fold((0, 0), |(characters, units), c| (characters + 1, units + c.len_utf16()))
}

impl FileText {
    pub(super) fn new(name: String, DecodedFile { text, has_invalid_bytes, .. }: DecodedFile) -> Self {
        let starts = line_starts(&text);
        let mut counted = vec![(0, 0)];
        let mut sum = (0, 0);
        for (at, c) in text.char_indices() {
            if at + c.len_utf8() > counted.len() * COUNTED {
                counted.push(sum);
            }
            sum = (sum.0 + 1, sum.1 + c.len_utf16());
        }
        Self { name, text, has_invalid_bytes, starts, lengths: counted }
    }

    /// The refusal of a file without format that could declare its encoding.
    fn undecodable(self) -> Unreadable {
        let why = "its encoding is not UTF-8, UTF-16, Shift_JIS or EUC-JP. Save it as UTF-8".to_owned();
        Unreadable { name: self.name, why, code: UNREADABLE }
    }

    /// The line and column of a byte.
    pub(super) fn at(&self, byte: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let (of_line, of_byte) = (self.before(start), self.before(byte));
        LineColumn { line, column: of_byte.0 - of_line.0 + 1, utf16: of_byte.1 - of_line.1 + 1 }
    }

    /// The lengths of the text before a byte.
    fn before(&self, byte: usize) -> Lengths {
        let at = self.text.floor_char_boundary(byte);
        let number = (at / COUNTED).min(self.lengths.len() - 1);
        let known = self.lengths.get(number).copied().unwrap_or_default();
        let more = lengths(self.text.get(self.text.floor_char_boundary(number * COUNTED)..at).unwrap_or_default());
        (known.0 + more.0, known.1 + more.1)
    }
}

/// A draft: one file of two languages, or two of one.
#[derive(Debug)]
pub(super) struct Draft {
    /// The files, in the order passages number them.
    pub(super) files: Vec<FileText>,
    pub(super) document: Document,
}

impl Draft {
    /// Its name: that of the file with the translation.
    pub(super) fn name(&self) -> &str {
        self.files.last().map_or("", |file| file.name.as_str())
    }
}

/// A file that cannot be checked, with the reason.
#[derive(Debug)]
pub(super) struct Unreadable {
    pub(super) name: String,
    pub(super) why: String,
    /// The stable name of the problem.
    pub(super) code: &'static str,
}

/// The code of a file that cannot be read.
const UNREADABLE: &str = "file_unreadable";

/// The drafts in the given files.
pub(super) fn drafts(command: &Check) -> Vec<Result<Draft, Unreadable>> {
    let hint = |name: &str| FileHint {
        name: name.to_owned(),
        source_lang: command.from.clone(),
        target_lang: command.into.clone(),
        columns: None,
    };
    let mut drafts = Vec::new();
    let mut open: Vec<FileText> = Vec::new();
    for path in &command.files {
        let text = match open_file(path, &command.name) {
            Ok(text) => text,
            Err(unreadable) => {
                drafts.push(Err(unreadable));
                continue;
            }
        };
        let document = read(&text.text, &hint(&text.name));
        if document.format.is_bilingual() {
            drafts.push(non_empty(Draft { files: vec![text], document }));
        } else if text.has_invalid_bytes {
            drafts.push(Err(text.undecodable()));
        } else {
            open.push(text);
        }
    }
    while !open.is_empty() {
        let first = open.remove(0);
        drafts.push(paired(first, &mut open, command, &hint));
    }
    drafts
}

/// A text with its translation: the file whose name corresponds to it, among those given or beside it, or the second of two.
fn paired(
    first: FileText,
    others: &mut Vec<FileText>,
    command: &Check,
    hint: &impl Fn(&str) -> FileHint,
) -> Result<Draft, Unreadable> {
    let names = counterpart(&first.name);
    let named = others.iter().position(|other| names.contains(&other.name));
    let second = match named.or((others.len() == 1 && names.is_empty()).then_some(0)) {
        Some(at) => others.remove(at),
        None => match names.iter().find(|name| Path::new(name).is_file()) {
            Some(name) => match open_file(Path::new(name), &command.name) {
                Ok(text) if text.has_invalid_bytes => return Err(text.undecodable()),
                Ok(text) => text,
                Err(unreadable) => return Err(unreadable),
            },
            None => {
                let why = "it is in one language, and it is not clear which file is its translation. Give both, the source first, or \
                           use names such as `x.ja.md` and `x.en.md`"
                    .to_owned();
                return Err(Unreadable { name: first.name, why, code: UNREADABLE });
            }
        },
    };
    let hint = hint(&first.name);
    // Japanese is the source unless something says otherwise.
    let (first_lang, second_lang) = (language_in_name(&first.name), language_in_name(&second.name));
    let from = hint.source_lang.clone().or_else(|| hint.target_lang.as_ref().map(other)).unwrap_or(Lang::JA);
    let swap = first_lang.as_ref().is_some_and(|lang| lang.primary() != from.primary())
        && second_lang.as_ref().is_some_and(|lang| lang.primary() == from.primary());
    let named_alike = first_lang.is_some() && second_lang.is_some();
    let (source, target) = if swap { (second, first) } else { (first, second) };
    let hint = FileHint {
        name: source.name.clone(),
        source_lang: if named_alike { Some(from.clone()) } else { hint.source_lang },
        target_lang: if named_alike {
            Some(hint.target_lang.unwrap_or_else(|| other(&from)))
        } else {
            hint.target_lang
        },
        columns: None,
    };
    let document = pair(&source.text, &target.text, &hint);
    non_empty(Draft { files: vec![source, target], document })
}

/// A draft with segments in it; one without is refused with its first problem, and one whose languages are not clear with
/// that.
fn non_empty(draft: Draft) -> Result<Draft, Unreadable> {
    if let Some(fault) = &draft.document.refusal {
        let why = fault.to_string().trim_end_matches('.').to_owned();
        return Err(Unreadable { name: draft.name().to_owned(), why, code: fault.code() });
    }
    match draft.document.problems.first() {
        Some(problem) if draft.document.units.is_empty() => {
            let file = draft.files.get(problem.file);
            let at = file.map_or(1, |file| file.at(problem.span.start).line);
            let why = format!("line {at}: {}", problem.message.trim_end_matches('.'));
            Err(Unreadable { name: draft.name().to_owned(), why, code: UNREADABLE })
        }
        _ => Ok(draft),
    }
}

fn open_file(path: &Path, name: &str) -> Result<FileText, Unreadable> {
    let stdin = path == Path::new(STDIN);
    let name = if stdin { name.to_owned() } else { path.display().to_string() };
    let bytes = if stdin {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let unreadable = |why: String| Unreadable { name: name.clone(), why, code: UNREADABLE };
    let bytes = bytes.map_err(|error| unreadable(format!("{error}. Check that it exists and can be read")))?;
    let file = decode(&bytes).map_err(|fault| unreadable(fault.to_string().trim_end_matches('.').to_owned()))?;
    Ok(FileText::new(name, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_characters_and_code_units() {
        let file = FileText::new("x".to_owned(), decode("一\r\n𠮷a\n".as_bytes()).unwrap());
        let at = |byte: usize| (file.at(byte).line, file.at(byte).column, file.at(byte).utf16);
        assert_eq!((at(0), at(3), at(5), at(9), at(11)), ((1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 3), (3, 1, 1)));
        let old = FileText::new("x".to_owned(), decode(b"a\rb\r\r\nc").unwrap());
        assert_eq!((old.at(2).line, old.at(4).line, old.at(6).line), (2, 3, 4));
    }

    #[test]
    fn columns_are_those_of_counting_from_the_beginning_of_the_line() {
        let texts =
            ["a".repeat(3_000), "細胞𠮷\u{301}é a\n".repeat(200), format!("a{}", "𠮷".repeat(1_100)), String::new()];
        for text in texts {
            let decoded = DecodedFile { text: text.clone(), encoding: "UTF-8", has_invalid_bytes: false };
            let file = FileText::new("a.txt".to_owned(), decoded);
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let start = text[..byte].rfind('\n').map_or(0, |end| end + 1);
                let (line, before) = (text[..byte].matches('\n').count() + 1, &text[start..byte]);
                let want = (line, before.chars().count() + 1, before.encode_utf16().count() + 1);
                let found = file.at(byte);
                assert_eq!((found.line, found.column, found.utf16), want, "{byte}");
            }
        }
    }
}
