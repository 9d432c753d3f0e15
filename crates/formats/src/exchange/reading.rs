//! Reads a bilingual file, or a text, in any format as a document with positions, and says which formats can be read.

use super::container;
use super::document::Document;
use super::file_name::language_in_name;
use super::format::{FileFormat, detect};
use super::hint::FileHint;
use super::input::{self, DecodedFile};
use super::item::Fault;
use super::{docx, markdown, omegat, plain_text, po, table, tmx, xliff};

/// How much of a text is looked at to find out its format, in bytes: as much as of a file that is imported.
const HEAD: usize = 64 << 10;

impl Document {
    /// Reads a file. Every text is in some format; in doubt it is lines of text.
    #[must_use]
    pub fn read(file: &str, hint: &FileHint) -> Self {
        let format = format_of_document(file, &hint.name);
        let mut document = match format {
            FileFormat::Xliff => return xliff::read(file, hint),
            FileFormat::Tmx => return tmx::read(file, hint),
            FileFormat::Po => return po::read(file, hint),
            FileFormat::Tsv | FileFormat::Csv => return table::read(file, format, hint),
            FileFormat::Docx => docx::read(file, hint),
            FileFormat::Markdown => markdown::read(file, hint),
            FileFormat::Text
            | FileFormat::Xlsx
            | FileFormat::Ods
            | FileFormat::Tbx
            | FileFormat::Utx
            | FileFormat::Edict
            | FileFormat::JsonLines
            | FileFormat::Jmdict => plain_text::read(file, hint),
        };
        document.source_lang = language_in_name(&hint.name).or(document.source_lang);
        document.finished()
    }
}

/// The format a text with this name is read in as a document. A format of terms is read as plain text.
#[must_use]
pub fn format_of_document(file: &str, name: &str) -> FileFormat {
    let head = &file[..file.floor_char_boundary(HEAD)];
    // What `decode` makes of a document has no mark of its own.
    if FileFormat::of_name(name) == Some(FileFormat::Docx) && !head.trim_start().starts_with('<') {
        return FileFormat::Docx;
    }
    let detection = detect(head, name, false);
    match detection.format.or(detection.by_name) {
        Some(format) if format.is_bilingual() || format == FileFormat::Markdown => format,
        _ => FileFormat::Text,
    }
}

/// The text of a file that is checked: decoded by the same rules as an import. Of a Word document it is a line for each row of its
/// bilingual tables.
///
/// # Errors
/// `undecodable_text` when the file declares an encoding that does not exist, and what may be wrong with an archive.
pub fn decode(bytes: &[u8]) -> Result<DecodedFile, Fault> {
    match container::of_bytes(bytes) {
        Some(Ok((FileFormat::Docx, archive))) => {
            let text = docx::plain_text(&archive)?;
            Ok(DecodedFile { text, encoding: "UTF-8", has_invalid_bytes: false })
        }
        Some(Err(fault)) => Err(fault),
        _ => input::decode(bytes),
    }
}

/// The format a file with these bytes and this name is imported in.
///
/// # Errors
/// `unknown_format` for a format that cannot be imported, `undecodable_text`.
pub fn format_of_file(bytes: &[u8], name: &str) -> Result<FileFormat, Fault> {
    match container::of_bytes(bytes).transpose()? {
        Some((FileFormat::Docx, archive)) if !docx::is_bilingual(&archive)? => {
            return Err(Fault::UnknownFormat { seems: "a Word document without a bilingual table".to_owned() });
        }
        Some((format, _)) => return Ok(format),
        None => {}
    }
    let head = input::decode(bytes.get(..HEAD).unwrap_or(bytes))?;
    format_for_import(&head.text, &FileHint { name: name.to_owned(), ..FileHint::default() })
}

/// The format a file with this beginning is imported in.
///
/// # Errors
/// `unknown_format` for a format that cannot be imported.
pub(super) fn format_for_import(head: &str, hint: &FileHint) -> Result<FileFormat, Fault> {
    let detection = detect(head, &hint.name, hint.columns.is_some());
    match detection.format {
        Some(format) if hint.columns.is_some() && !format.is_table() => {
            Err(Fault::ColumnsNotUsed { seems: detection.seems.to_owned() })
        }
        Some(format) if format.can_be_imported() => Ok(format),
        Some(FileFormat::Text) if omegat::is_glossary(head, &hint.name) => Ok(FileFormat::Tsv),
        _ => Err(Fault::UnknownFormat { seems: detection.seems.to_owned() }),
    }
}
