//! Files of other programs: exports of the term base and the memory, imports into them, and bilingual files as people edit
//! them.
//!
//! Each format has a folder. As far as each applies, it holds the lexer of the format, on it the reader for imports, which
//! holds no more than one unit at a time, and the document with positions for checks and editors; and the writer.
//! [`Reader`], [`Document::read`] and [`Writer`] choose among them. Nothing outside a file is ever loaded, and no entity
//! beyond the five of XML is known.

mod cell;
mod cleaning;
mod container;
mod direction;
mod document;
mod docx;
mod edict;
mod export;
mod file_name;
mod format;
mod hint;
mod input;
mod item;
mod jmdict;
mod jsonl;
mod language;
mod limits;
mod lists;
mod markdown;
mod omegat;
mod pairing;
pub mod pairs;
mod plain_text;
mod po;
mod prh;
mod printable;
mod reader;
mod reading;
pub mod review_sheet;
mod skos;
mod spreadsheet;
mod table;
mod tbx;
mod timestamp;
mod tmx;
mod utx;
mod xliff;
mod xml;

/// Version of the writers: files of one version with the same content are the same bytes.
pub const WRITER_VERSION: u32 = 6;

/// Version of the rules that decide what the items of a file are.
///
/// An import that was interrupted can only be resumed under the same rules, and a file that was imported before is read again under others. `tests/formats/exchange/versions.rs` notices when
/// it must be raised.
pub const READER_VERSION: u32 = 8;

pub use cell::{guard, unguard};
pub use document::{Document, DocumentProblem, DocumentUnit, PLACEHOLDER, Passage, PluralForm, Rewrite, UnitState};
pub use export::{BestPairs, Fact, Header, Omission, Outcome, Profile, Selection, Usages, Writer};
pub use file_name::{counterpart, language_in_name};
pub use format::{ExportFormat, ExportFormatError, FileFormat};
pub use hint::FileHint;
pub use input::{DecodedFile, line_starts};
pub use item::{Fault, Item, Name, NameEvidence, RowProblem, TermDefinition, TermRow, Unit};
pub use pairing::Section;
pub use reader::Reader;
pub use reading::{decode, format_of_document, format_of_file};
pub use table::{COLUMNS as TABLE_COLUMNS, ColumnContent, Columns, TableColumn};
pub use tmx::MemoryUnit;
