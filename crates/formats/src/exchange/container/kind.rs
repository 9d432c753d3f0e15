//! What an archive holds, by the part that says so.

use super::archive::Archive;
use crate::exchange::format::FileFormat;
use crate::exchange::item::Fault;

/// The part in which Office says what the others are, and the one in which `OpenDocument` says what the file is.
const CONTENT_TYPES: &str = "[Content_Types].xml";
const MIMETYPE: &str = "mimetype";
const MANIFEST: &str = "META-INF/manifest.xml";

/// The most bytes of these parts.
const DECLARATION: usize = 1 << 20;

/// What a file is that cannot be read, and the extension to save it under instead.
type Other = (&'static str, &'static str);

/// Media types of the main part of a file of Office, or of a whole file of `OpenDocument`.
const KINDS: &[(&str, Result<FileFormat, Other>)] = &[
    ("spreadsheetml.sheet.main+xml", Ok(FileFormat::Xlsx)),
    ("spreadsheetml.template.main+xml", Ok(FileFormat::Xlsx)),
    ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", Ok(FileFormat::Xlsx)),
    ("application/vnd.ms-excel.template.macroEnabled.main+xml", Ok(FileFormat::Xlsx)),
    ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", Err(("a binary Excel workbook (`.xlsb`)", ".xlsx"))),
    ("wordprocessingml.document.main+xml", Ok(FileFormat::Docx)),
    ("wordprocessingml.template.main+xml", Ok(FileFormat::Docx)),
    ("application/vnd.ms-word.document.macroEnabled.main+xml", Ok(FileFormat::Docx)),
    ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", Ok(FileFormat::Docx)),
    ("wordprocessingml.", Err(("a Word document without its text", ".docx"))),
    ("presentationml.", Err(("a PowerPoint presentation", ".xlsx` or `.csv"))),
    ("application/vnd.oasis.opendocument.spreadsheet", Ok(FileFormat::Ods)),
    ("application/vnd.oasis.opendocument.text", Err(("an OpenDocument text", ".docx` or `.ods"))),
    ("application/vnd.oasis.opendocument.", Err(("an OpenDocument file without a table", ".ods` or `.csv"))),
];

/// Streams of compound files, as their names are written there, with what the file is then.
const STREAMS: &[(&str, Option<Other>)] = &[
    ("EncryptedPackage", None),
    ("Workbook", Some(("an Excel workbook of before 2007 (`.xls`)", ".xlsx"))),
    ("WordDocument", Some(("a Word document of before 2007 (`.doc`)", ".docx"))),
];

/// The format of an archive.
///
/// # Errors
/// `unknown_format` for an archive of another kind, `file_protected` for an encrypted one.
pub(super) fn format(archive: &Archive) -> Result<FileFormat, Fault> {
    let declared = [CONTENT_TYPES, MIMETYPE, MANIFEST].into_iter().find(|name| archive.has(name));
    let Some(declared) = declared else {
        return Err(Fault::UnknownFormat { seems: "a ZIP archive".to_owned() });
    };
    let says = archive.text(declared, DECLARATION)?;
    if declared != CONTENT_TYPES
        && archive.has(MANIFEST)
        && archive.text(MANIFEST, DECLARATION)?.contains("encryption-data")
    {
        return Err(Fault::Protected);
    }
    match KINDS.iter().find(|(media_type, _)| says.contains(media_type)) {
        Some((_, Ok(format))) => Ok(*format),
        Some((_, Err((seems, instead)))) => Err(Fault::OtherVersion { seems, instead }),
        None => Err(Fault::UnknownFormat { seems: "a ZIP archive".to_owned() }),
    }
}

/// What a compound file is, which is never one that can be read.
pub(super) fn compound(bytes: &[u8]) -> Fault {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match STREAMS.iter().find(|(name, _)| holds(name)) {
        Some((_, None)) => Fault::Protected,
        Some((_, Some((seems, instead)))) => Fault::OtherVersion { seems, instead },
        None => Fault::UnknownFormat { seems: "an old Office file".to_owned() },
    }
}
