//! Which format a file is in: the content decides, and the extension of the name where the content leaves it open.

use super::FileFormat;
use crate::exchange::cleaning::is_blank;
use crate::exchange::edict;
use crate::exchange::jsonl;
use crate::exchange::omegat;
use crate::exchange::po;
use crate::exchange::table;

/// What the content and the name of a file say about its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Detection {
    /// The format, if content and name are those of one.
    pub(in crate::exchange) format: Option<FileFormat>,
    /// The format the name alone stands for.
    pub(in crate::exchange) by_name: Option<FileFormat>,
    /// What the file seems to be, in words.
    pub(in crate::exchange) seems: &'static str,
}

/// Beginnings of files that are not text, with what they are.
const BINARY: &[(&str, &str)] = &[
    ("PK\u{3}\u{4}", "a ZIP archive"),
    ("%PDF-", "a PDF document"),
    ("GIF8", "a GIF picture"),
    ("SQLite format 3", "an SQLite database"),
    ("{\\rtf", "an RTF file"),
];

/// Root elements of XML files.
const ROOTS: &[(&str, Result<FileFormat, &str>)] = &[
    ("tmx", Ok(FileFormat::Tmx)),
    ("xliff", Ok(FileFormat::Xliff)),
    ("JMdict", Ok(FileFormat::Jmdict)),
    ("martif", Ok(FileFormat::Tbx)),
    ("tbx", Ok(FileFormat::Tbx)),
    ("html", Err("a web page")),
];

const OTHER_XML: &str = "an XML file of another kind";
const OTHER: &str = "a file of an unknown kind";
const BINARY_DATA: &str = "binary data";

/// The format of a file by its first characters and its name; `mapped` if the caller says what its columns contain.
pub(in crate::exchange) fn detect(head: &str, name: &str, mapped: bool) -> Detection {
    let head = head.trim_start_matches('\u{feff}');
    let by_name = FileFormat::of_name(name).filter(|format| !format.is_archive());
    let format = |format| Detection { format: Some(format), by_name, seems: FileFormat::title(format) };
    let unknown = |seems| Detection { format: None, by_name, seems };
    if let Some((_, seems)) = BINARY.iter().find(|(start, _)| head.starts_with(start)) {
        return unknown(seems);
    }
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if base.starts_with("~$") || base.starts_with(".~lock.") {
        return unknown("the lock file of an open Office document");
    }
    if head.contains('\0') {
        return unknown(BINARY_DATA);
    }
    // Marks of other formats may stand anywhere in a text about them.
    if by_name == Some(FileFormat::Markdown) && !matches!(root(head), Some("tmx" | "xliff")) {
        return format(FileFormat::Markdown);
    }
    if head.trim_start().starts_with('<') {
        match root(head) {
            Some(element) => match ROOTS.iter().find(|(root, _)| *root == element) {
                Some((_, Ok(known))) => return format(*known),
                Some((_, Err(seems))) => return unknown(seems),
                None if by_name.is_none_or(FileFormat::is_xml) => return unknown(OTHER_XML),
                None => {}
            },
            None if by_name == Some(FileFormat::Tmx) => return format(FileFormat::Tmx),
            None if by_name.is_none_or(FileFormat::is_xml) => return unknown(OTHER_XML),
            None => {}
        }
    }
    if by_name == Some(FileFormat::JsonLines) || jsonl::is_header(head.trim_start().lines().next().unwrap_or_default())
    {
        return format(FileFormat::JsonLines);
    }
    if head.starts_with("#UTX") {
        return format(FileFormat::Utx);
    }
    if head.starts_with(omegat::FIRST_LINE) {
        return format(FileFormat::Tsv);
    }
    let mut lines = head.lines().filter(|line| !is_blank(line) && !line.starts_with('#'));
    let mut first = lines.next().unwrap_or_default();
    if let Some(separator) = table::declared_separator(first) {
        first = lines.next().unwrap_or_default();
        if mapped || by_name.is_some_and(FileFormat::is_table) || table::names_columns(first) {
            return format(if separator == '\t' { FileFormat::Tsv } else { FileFormat::Csv });
        }
    }
    // The first line of EDICT may be about the file; one line of many is enough.
    if [Some(first), lines.next()].into_iter().flatten().any(edict::is_entry) {
        return format(FileFormat::Edict);
    }
    let is_po = || po::is_entry(first) || (first.is_empty() && head.lines().any(po::is_obsolete_entry));
    if (mapped && !first.is_empty() && !is_po()) || table::names_columns(first) {
        return format(if table::separator(first) == '\t' { FileFormat::Tsv } else { FileFormat::Csv });
    }
    if is_po() {
        return format(FileFormat::Po);
    }
    match by_name {
        // Spreadsheets save tabs under both extensions.
        Some(FileFormat::Csv) if table::separator(first) == '\t' => format(FileFormat::Tsv),
        // An empty file of these formats is broken, as its reader reports.
        Some(known) => format(known),
        None => unknown(OTHER),
    }
}

/// The local name of the root element, behind declarations, comments and a document type.
fn root(head: &str) -> Option<&str> {
    let mut rest = head.trim_start();
    loop {
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1.trim_start();
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>")?.1.trim_start();
        } else if let Some(declaration) = rest.strip_prefix("<!") {
            // The name of the document type is that of the root.
            let word = declaration.split_whitespace().nth(1)?;
            return word.split(['[', '>']).next();
        } else {
            let element = rest.strip_prefix('<')?;
            let name = element.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
            let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            return is_name.then(|| name.rsplit(':').next().unwrap_or(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FileFormat, detect};

    #[test]
    fn content_says_what_a_file_is_and_the_name_only_where_it_does_not() {
        use FileFormat::{Csv, Edict, Jmdict, JsonLines, Markdown, Po, Tbx, Text, Tmx, Tsv, Utx, Xliff};
        for (head, name, want) in [
            ("<?xml version=\"1.0\"?>\n<!-- 訳 -->\n<tmx version=\"1.4\">", "a.xml", Ok(Tmx)),
            ("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\r\n<tmx>", "", Ok(Tmx)),
            ("<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx>", "", Ok(Tmx)),
            ("  <tmx/>", "x.po", Ok(Tmx)),
            ("\u{feff}<tmx>", "a.txt", Ok(Tmx)),
            ("<xliff>", "a.md", Ok(Xliff)),
            ("# 訳者\nmsgid \"\"\nmsgstr \"\"\n", "a.txt", Ok(Po)),
            ("\r\n#~ msgid \"a\"\r\n", "a", Ok(Po)),
            ("msgctxt\"a\"\nmsgid\"b\"", "a.tmx", Ok(Po)),
            ("", "a.PO", Ok(Po)),
            ("", "a.tmx", Ok(Tmx)),
            ("", "a.sdlxliff", Ok(Xliff)),
            ("", "a", Err("of an unknown kind")),
            ("ただの文", "a.b/c", Err("of an unknown kind")),
            ("ただの文", "a.md", Ok(Markdown)),
            ("ただの文\nmsgid \"a\"", "a.txt", Ok(Text)),
            ("msgid \"a\"", "a.md", Ok(Markdown)),
            ("<?xml version='1.0'?><xliff version='2.1'>", "a.tmx", Ok(Xliff)),
            ("<xlf:xliff version='1.2'>", "a", Ok(Xliff)),
            ("<xliffs>", "a.xlf", Err("XML file of another kind")),
            ("<martif type=\"TBX\">", "a.xml", Ok(Tbx)),
            ("<!doctype html><p>", "a.tmx", Err("a web page")),
            ("<recipe>", "a.tmx", Err("an XML file of another kind")),
            ("<recipe>", "a.csv", Ok(Csv)),
            ("<<<<<<< HEAD\nmsgid \"a\"", "a.po", Ok(Po)),
            ("#UTX 1.11; ja-JP/en-US; 2026-11-20; copyright: a; license: b\n", "a.txt", Ok(Utx)),
            ("　？？？ /EDICT/\n視床 [ししょう] /(n) thalamus/\n", "edict", Ok(Edict)),
            ("視床下部 [ししょうかぶ] /(n) hypothalamus/EntL1/\r\n", "a.txt", Ok(Edict)),
            ("<?xml version='1.0'?>\n<!-- Rev 1.09 -->\n<!DOCTYPE JMdict [\n<!ENTITY n \"noun\">\n]>", "a", Ok(Jmdict)),
            ("ja,en\n細胞,cell\n", "a.txt", Ok(Csv)),
            ("日本語\t英語\n細胞\tcell\n", "a", Ok(Tsv)),
            ("source;target\n", "a", Ok(Csv)),
            ("sep=;\r\nja;en\r\n", "a.txt", Ok(Csv)),
            ("sep=;\r\n細胞;cell\r\n", "a.csv", Ok(Csv)),
            ("sep=;\r\nただの文\r\n", "a.txt", Ok(Text)),
            ("# 用語集\n和名\t英名\n", "a.csv", Ok(Tsv)),
            ("細胞,cell\n", "a.csv", Ok(Csv)),
            ("細胞\tcell\n", "a.csv", Ok(Tsv)),
            ("細胞\tcell\n", "a.utf8", Ok(Tsv)),
            ("細胞,cell\n", "a.txt", Ok(Text)),
            ("細胞,cell\n", "a", Err("of an unknown kind")),
            ("{ \"version\": 1, \"format\": \"taiyaku\" }\r\n{}\r\n", "a.txt", Ok(JsonLines)),
            ("\u{feff}{\"format\":\"taiyaku\"}", "a", Ok(JsonLines)),
            ("{\"a\": 1}\n", "a.jsonl", Ok(JsonLines)),
            ("{\"a\": 1}\n", "a.NDJSON", Ok(JsonLines)),
            ("{\"a\": 1}\n", "a", Err("of an unknown kind")),
            ("PK\u{3}\u{4}...", "a.tmx", Err("a ZIP archive")),
            ("GIF89a", "写真.csv", Err("a GIF picture")),
            ("山田", "下/~$用語.csv", Err("the lock file")),
            ("\u{fffd}\0\0", "a.po", Err("binary data")),
        ] {
            let found = detect(head, name, false);
            match want {
                Ok(format) => assert_eq!(found.format, Some(format), "{head:?} {name}"),
                Err(seems) => {
                    assert!(found.format.is_none() && found.seems.contains(seems), "{head:?} {name} {found:?}");
                }
            }
        }
    }
}
