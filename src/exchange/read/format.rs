//! The first characters of a file come in; its format goes out. Content decides, the name only where it is open.

use super::problem::Fault;
use super::strings::is_blank;
use super::{columns, edict, table};

/// A file format units are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitFormat {
    /// Translation Memory eXchange, 1.1 to 1.4b.
    Tmx,
    /// Message catalogue of GNU gettext.
    Po,
    /// XLIFF 1.2 and 2.x.
    Xliff,
    /// Universal Terminology eXchange.
    Utx,
    /// The text form of EDICT, and EDICT2.
    Edict,
    /// The XML form of the same dictionary.
    Jmdict,
    /// A table with cells parted by commas or semicolons.
    Csv,
    /// A table with cells parted by tabs.
    Tsv,
}

impl UnitFormat {
    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tmx => "tmx",
            Self::Po => "po",
            Self::Xliff => "xliff",
            Self::Utx => "utx",
            Self::Edict => "edict",
            Self::Jmdict => "jmdict",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// Whether it holds terms; otherwise it holds pairs of texts.
    #[must_use]
    pub fn holds_terms(self) -> bool {
        !matches!(self, Self::Tmx | Self::Po | Self::Xliff)
    }
}

/// First characters of files that are none of ours, with their names.
const OTHERS: &[(&str, &str)] = &[
    ("PK\u{3}\u{4}", "a ZIP archive"),
    ("%PDF-", "a PDF document"),
    ("SQLite format 3", "an SQLite database"),
    ("{\\rtf", "an RTF file"),
];

/// Roots of XML files people take for a translation memory.
const ROOTS: &[(&str, &str)] = &[("martif", "a TBX term base"), ("tbx", "a TBX term base"), ("html", "a web page")];

/// What the file is; `mapped` where somebody says what its columns are.
pub(super) fn sniff(head: &str, name: &str, mapped: bool) -> Result<UnitFormat, Fault> {
    let unknown = |seems: &str| Err(Fault::UnknownFormat { seems: seems.to_owned() });
    if let Some((_, seems)) = OTHERS.iter().find(|(start, _)| head.starts_with(start)) {
        return unknown(seems);
    }
    let by_name = by_ending(name);
    if head.trim_start().starts_with('<') {
        return match root(head) {
            Some("tmx") => Ok(UnitFormat::Tmx),
            Some("xliff") => Ok(UnitFormat::Xliff),
            Some("JMdict") => Ok(UnitFormat::Jmdict),
            Some(other) => match ROOTS.iter().find(|(root, _)| other.eq_ignore_ascii_case(root)) {
                Some((_, seems)) => unknown(seems),
                None => unknown("an XML file of another kind"),
            },
            None if by_name == Some(UnitFormat::Tmx) => Ok(UnitFormat::Tmx),
            None => unknown("an XML file of another kind"),
        };
    }
    let entry = |line: &str| {
        let line = line.trim_start().trim_start_matches("#~").trim_start();
        ["msgid", "msgctxt"].iter().any(|word| line.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '"'])))
    };
    if head.starts_with("#UTX") {
        return Ok(UnitFormat::Utx);
    }
    let mut lines = head.lines().filter(|line| !is_blank(line) && !line.starts_with('#'));
    let first = lines.next().unwrap_or_default();
    // The very first line of EDICT may be about the file; one line of many is enough.
    if [Some(first), lines.next()].into_iter().flatten().any(edict::is_entry) {
        return Ok(UnitFormat::Edict);
    }
    let cells = table::cells(first);
    if !head.contains('\0') && ((mapped && !first.is_empty()) || columns::guessed(&cells).is_some()) {
        return Ok(if table::separator(first) == b'\t' { UnitFormat::Tsv } else { UnitFormat::Csv });
    }
    if head.lines().any(entry) {
        return Ok(UnitFormat::Po);
    }
    match by_name {
        // A catalogue may be empty; a memory in XML may not, and its reader says so.
        Some(format) if !head.contains('\0') => Ok(format),
        _ => unknown("none of the formats read here"),
    }
}

fn by_ending(name: &str) -> Option<UnitFormat> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "tmx" => Some(UnitFormat::Tmx),
        "po" | "pot" => Some(UnitFormat::Po),
        "xlf" | "xliff" => Some(UnitFormat::Xliff),
        "utx" => Some(UnitFormat::Utx),
        "csv" => Some(UnitFormat::Csv),
        "tsv" | "tab" => Some(UnitFormat::Tsv),
        _ => None,
    }
}

/// The local name of the first element, after declarations, comments and a document type.
fn root(head: &str) -> Option<&str> {
    let mut rest = head.trim_start();
    loop {
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1.trim_start();
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>")?.1.trim_start();
        } else if let Some(declaration) = rest.strip_prefix("<!") {
            // With an internal subset the reader looks closer; its name is that of the root all the same.
            let word = declaration.split_whitespace().nth(1)?;
            return word.split(['[', '>']).next();
        } else {
            let element = rest.strip_prefix('<')?;
            let name = element.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
            return Some(name.rsplit(':').next().unwrap_or(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{UnitFormat, sniff};

    #[test]
    fn content_says_what_a_file_is_and_the_name_only_where_it_does_not() {
        for (head, name, want) in [
            ("<?xml version=\"1.0\"?>\n<!-- 訳 -->\n<tmx version=\"1.4\">", "a.xml", Ok(UnitFormat::Tmx)),
            ("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\r\n<tmx>", "", Ok(UnitFormat::Tmx)),
            ("<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx>", "", Ok(UnitFormat::Tmx)),
            ("  <tmx/>", "x.po", Ok(UnitFormat::Tmx)),
            ("# 訳者\nmsgid \"\"\nmsgstr \"\"\n", "a.txt", Ok(UnitFormat::Po)),
            ("\r\n#~ msgid \"a\"\r\n", "a", Ok(UnitFormat::Po)),
            ("msgctxt\"a\"\nmsgid\"b\"", "a.tmx", Ok(UnitFormat::Po)),
            ("", "a.PO", Ok(UnitFormat::Po)),
            ("", "a.tmx", Ok(UnitFormat::Tmx)),
            ("", "a", Err("none of the formats read here")),
            ("ただの文", "a.md", Err("none of the formats read here")),
            ("<?xml version='1.0'?><xliff version='2.1'>", "a.tmx", Ok(UnitFormat::Xliff)),
            ("<martif type=\"TBX\">", "a.xml", Err("a TBX term base")),
            ("<!doctype html><p>", "a.tmx", Err("a web page")),
            ("<recipe>", "a.tmx", Err("an XML file of another kind")),
            ("#UTX 1.11; ja-JP/en-US; 2026-11-20; copyright: a; license: b\n", "a.txt", Ok(UnitFormat::Utx)),
            ("　？？？ /EDICT/\n視床 [ししょう] /(n) thalamus/\n", "edict", Ok(UnitFormat::Edict)),
            ("視床下部 [ししょうかぶ] /(n) hypothalamus/EntL1/\r\n", "a.txt", Ok(UnitFormat::Edict)),
            (
                "<?xml version='1.0'?>\n<!-- Rev 1.09 -->\n<!DOCTYPE JMdict [\n<!ENTITY n \"noun\">\n]>",
                "a",
                Ok(UnitFormat::Jmdict),
            ),
            ("ja,en\n細胞,cell\n", "a.txt", Ok(UnitFormat::Csv)),
            ("日本語\t英語\n細胞\tcell\n", "a", Ok(UnitFormat::Tsv)),
            ("細胞,cell\n", "a.csv", Ok(UnitFormat::Csv)),
            ("細胞,cell\n", "a.txt", Err("none of the formats read here")),
            ("PK\u{3}\u{4}...", "a.tmx", Err("a ZIP archive")),
        ] {
            let found = sniff(head, name, false).map_err(|fault| fault.to_string());
            match want {
                Ok(format) => assert_eq!(found, Ok(format), "{head:?} {name}"),
                Err(seems) => assert!(found.clone().is_err_and(|text| text.contains(seems)), "{head:?} {found:?}"),
            }
        }
    }
}
