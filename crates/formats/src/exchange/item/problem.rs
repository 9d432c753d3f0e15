//! What is wrong with a row of a file: a message with a stable code.

use crate::exchange::limits;
use crate::model::Lang;

/// What is wrong with a row. Messages never contain the text of a translation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// There is a source text without a translation.
    #[error("The unit has no translation into `{lang}` yet. Translate it and import the file again.")]
    Untranslated {
        /// The language that is missing.
        lang: Lang,
    },
    /// The source text is empty.
    #[error("The source text is empty, so nothing can match the unit. Fill it in or delete the unit.")]
    EmptySource,
    /// A text without a language.
    #[error("A text has no language. Set the languages with `--from` and `--into`.")]
    LanguageMissing,
    /// A language tag that is not valid.
    #[error("{problem} Correct it in the file.")]
    LanguageInvalid {
        /// What is wrong with the tag.
        problem: String,
    },
    /// The file as a whole does not say which languages it is in.
    #[error("{problem} Set the languages with `--from` and `--into`.")]
    FileLanguage {
        /// What it says, or that it says nothing.
        problem: String,
    },
    /// None of the texts is in the source language.
    #[error("No text of the unit is in the source language `{lang}`. Correct `srclang` or the languages of the texts.")]
    SourceMissing {
        /// The source language of the file.
        lang: String,
    },
    /// A reviewer has rejected the translation.
    #[error(
        "A reviewer rejected the translation, so it was left out. Import the file again when it has been translated anew."
    )]
    TranslationRejected,
    /// There is no text but the source.
    #[error("The unit has no text in a second language. Add a translation or delete the unit.")]
    TargetMissing,
    /// Source and target language of the file are the same.
    #[error("Source and target language of the file are both `{lang}`. Set the languages with `--from` and `--into`.")]
    SameLanguage {
        /// The language.
        lang: Lang,
    },
    /// What is said of the languages of the file and what its texts are in contradict each other.
    #[error(
        "The file is said to be from `{source_lang}` into `{target_lang}`, but {problem}. Correct the languages in the file, or set both with `--from` and `--into`."
    )]
    LanguagesContradict {
        /// The source language it is said to have.
        source_lang: Lang,
        /// The target language it is said to have.
        target_lang: Lang,
        /// What its texts show.
        problem: &'static str,
    },
    /// The file is in languages other than Japanese and English.
    #[error(
        "{problem} A term base of Taiyaku is in Japanese and English. Import a file in these two languages; if the file has them and says otherwise, correct its first line."
    )]
    OtherLanguages {
        /// Which languages.
        problem: String,
    },
    /// It is not known what the columns of a table contain.
    #[error("{problem} Map the columns with `--map ja=1,en=2`, by number or by name.")]
    ColumnsUnknown {
        /// What is not known.
        problem: String,
    },
    /// Nearly all rows have Japanese in the English column and the other way round.
    #[error(
        "The columns contradict what is in them: {said_by} exchanges Japanese and English. Correct the names of the columns, or map them with `--map ja=1,en=2`."
    )]
    ColumnsContradict {
        /// What says which column is which.
        said_by: &'static str,
    },
    /// Columns are mapped of a file that has none.
    #[error("The file is {seems}, which has no columns to map. Import it without `--map`.")]
    ColumnsNotUsed {
        /// What the file is.
        seems: String,
    },
    /// A cell that may hold several terms.
    #[error(
        "The {language} cell has {mark}: it may hold several terms, and was read as one. Put `;` between terms, or accept the term as it is."
    )]
    CellUnclear {
        /// Which cell.
        language: &'static str,
        /// The mark that may separate terms.
        mark: &'static str,
        /// The number of the column, from 1.
        column: Option<usize>,
    },
    /// A cell that a spreadsheet program takes for a formula.
    #[error(
        "Cell {column} begins as a formula does and was read as text. If it is one, write its result; if not, write `'` before it."
    )]
    CellLikeFormula {
        /// The number of the column, from 1.
        column: usize,
    },
    /// A remark that is nothing but a status.
    #[error(
        "The note says nothing but `{status}`, so it was read as the status of the terms, too. Put a status into a column `usage`, or write a sentence as the note."
    )]
    StatusInNote {
        /// What the note says.
        status: String,
        /// The number of the column, from 1.
        column: Option<usize>,
    },
    /// Something that is not as the standard of the format has it, and can be read all the same.
    #[error(
        "The file is not as the standard of its format has it, and was read all the same: {problem} The import needs no change; another program may refuse the file."
    )]
    Deviation {
        /// The line it stands on.
        line: u64,
        /// What is unusual, as a sentence.
        problem: String,
    },
    /// A status that is not known.
    #[error(
        "The status `{status}` is not known, so the row was left out: it might forbid the term. Write preferred, admitted, deprecated, forbidden, approved, provisional or rejected."
    )]
    StatusUnknown {
        /// The beginning of what the cell says.
        status: String,
        /// The number of the column, from 1.
        column: Option<usize>,
    },
    /// A status in a column that was left out.
    #[error(
        "Cell {column} says `{status}`, but its column was left out, so the row was left out, too: it might forbid the term. Name the column `usage` in the first row, or add `usage={column}` to `--map`."
    )]
    StatusElsewhere {
        /// The number of the column, from 1.
        column: usize,
        /// The beginning of what the cell says.
        status: String,
    },
    /// Japanese in the English cell and none in the Japanese one.
    #[error(
        "The English cell is Japanese, and the Japanese cell is not: they are exchanged, so the row was left out. Exchange them in the file."
    )]
    CellsSwapped {
        /// The number of the column that should be English, from 1.
        column: Option<usize>,
    },
    /// More cells than columns.
    #[error(
        "The first row has {columns} columns, but cell {cell} of this row is filled, so the row was left out: a term may have been torn apart. If a cell holds the character that separates cells, put it into quotation marks; if the cell belongs to a further column, name that column in the first row."
    )]
    SurplusCell {
        /// The number of the first surplus cell, from 1.
        cell: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A cell beyond the last column of a sheet that is read.
    #[error(
        "Cell {cell} of the row is filled, and a sheet is read up to column {limit}, so the row was left out. Move what belongs to the term to the left, or clear the cells beyond column {limit}."
    )]
    CellBeyondSheet {
        /// The number of the cell, from 1.
        cell: usize,
        /// The last column that is read.
        limit: usize,
    },
    /// A row without a term.
    #[error("The row has neither a Japanese nor an English term. Fill one in or delete the row.")]
    TermMissing,
    /// More text than a unit may have.
    #[error("The unit is larger than {} bytes, the limit of a unit. Split it into sentences.", limits::UNIT)]
    UnitTooLarge,
    /// More units than a document may have that is held in memory.
    #[error(
        "The file has more than {} segments, the limit of a file that is read as a whole. Split it into several files.",
        limits::UNITS
    )]
    TooManyUnits,
    /// One tag, line or run of text without end.
    #[error(
        "A tag, comment or line here is longer than {} bytes, the limit for one piece. Export the file again from the program it comes from, in several parts if it can.",
        limits::PIECE
    )]
    PieceTooLarge,
    /// Bytes that are not valid in the encoding of the file.
    #[error(
        "Some bytes are not valid `{encoding}`. Open the file in the program it comes from, save it as UTF-8 and import it again."
    )]
    Undecodable {
        /// The encoding the file was read in.
        encoding: &'static str,
    },
    /// The file declares an encoding that does not exist.
    #[error("The file declares the encoding `{label}`, which does not exist. Save it as UTF-8.")]
    UnknownEncoding {
        /// What it declares.
        label: String,
    },
    /// A reference to an entity that XML itself does not define.
    #[error("`&{name};` is not a known entity. Write the character itself, or `&amp;` for `&`.")]
    UnknownEntity {
        /// The name.
        name: String,
    },
    /// The row breaks the rules of its format. Reading goes on behind it.
    #[error("Could not read the row: {problem}")]
    BrokenRow {
        /// What is wrong and what to do, as a sentence.
        problem: String,
    },
    /// The file breaks the rules of its format. Nothing behind this point can be read.
    #[error(
        "Could not read the file beyond this point: {problem} All units before it were read. Export the file again from the program it comes from, or correct it here, and import it again."
    )]
    BrokenFile {
        /// What is wrong, as a sentence.
        problem: String,
    },
    /// XML made to exhaust readers or to make them load other files.
    #[error(
        "The file was refused: {problem}, as no program for exchanging translations writes it. Export the file again from the program it comes from, or delete what begins with `<!` in a text editor."
    )]
    HostileXml {
        /// What is wrong.
        problem: &'static str,
    },
    /// Elements nested too deep.
    #[error("Elements are nested more than {limit} levels deep, as in no file of a translation program. Export the file again from the program it comes from.", limit = limits::NESTING)]
    NestedTooDeep,
    /// An archive made to exhaust readers.
    #[error("The file was refused: {problem}. Check where it comes from, or save its table as CSV and import that.")]
    HostileArchive {
        /// What is wrong.
        problem: String,
    },
    /// A file that needs a password.
    #[error("The file is protected with a password. Save it without one and import it again.")]
    Protected,
    /// A file of a program whose newer files can be read.
    #[error("The file is {seems}, which cannot be imported. Save it as `{instead}` and import that.")]
    OtherVersion {
        /// What it is.
        seems: &'static str,
        /// The extension to save it under.
        instead: &'static str,
    },
    /// A row that is hidden in its sheet.
    #[error(
        "The row is hidden in the sheet and was read all the same. Delete it in the file if it should not be imported."
    )]
    RowHidden,
    /// A sheet that is hidden and was read.
    #[error(
        "The sheet `{sheet}` is hidden and was read all the same, because no visible sheet says which column is Japanese and which is English. Show it, or name the columns of another."
    )]
    SheetHidden {
        /// Its name.
        sheet: String,
    },
    /// Sheets that were not read.
    #[error(
        "Only the sheet `{sheet}` was read; left out: {others}. Save other sheets as files of their own to import them, too."
    )]
    SheetsLeftOut {
        /// The one that was read.
        sheet: String,
        /// The names of the others.
        others: String,
    },
    /// Terms in languages other than Japanese and English.
    #[error(
        "Terms in other languages were left out ({languages}): a term base of Taiyaku is in Japanese and English. Keep the file for the others."
    )]
    TermsLeftOut {
        /// The languages, each with the number of its terms.
        languages: String,
    },
    /// A document without a bilingual table.
    #[error(
        "The document has no table in which one column is Japanese and one is English. Name the columns in the first row of the table: `日本語`, `English`."
    )]
    NoBilingualTable,
    /// Tables of a document that were not read, although they have Japanese beside English.
    #[error(
        "Left out of the document: table {tables}, of which no row says which column is Japanese and which is English. Name the columns in the first row, or map them with `--map ja=1,en=2`."
    )]
    TablesLeftOut {
        /// The numbers of the tables.
        tables: String,
    },
    /// A problem in one of several tables of a document.
    #[error("Table {table}: {problem}")]
    InTable {
        /// The number of the table, from 1.
        table: usize,
        /// The problem.
        problem: Box<Fault>,
    },
    /// A cell whose formula has no value.
    #[error("Cell {cell} {problem}, so the row was left out. Correct the formula, or write the text itself.")]
    CellWithoutValue {
        /// Its name in the sheet: `C5`.
        cell: String,
        /// What it has instead.
        problem: String,
    },
    /// A line that is not JSON.
    #[error(
        "The line is not JSON: {problem}, at column {column}. Export the file again; if it was changed by hand, correct the line."
    )]
    NotJson {
        /// The character of the line it stands at, from 1.
        column: u64,
        /// What is wrong.
        problem: String,
    },
    /// JSON that is not what the format has there.
    #[error(
        "A value is not what the format has there: {problem}, at column {column}. Export the file again; if it was changed by hand, correct the line."
    )]
    ValueInvalid {
        /// The character of the line it stands at, from 1.
        column: u64,
        /// What is wrong.
        problem: String,
    },
    /// A record of a kind that is not known.
    #[error(
        "Records of the type `{kind}` are not known, so the line was left out. Check whether the file is from a newer version."
    )]
    RecordUnknown {
        /// What the line says it is.
        kind: String,
    },
    /// Fields that are not known.
    #[error("Fields that are not known were not imported: {fields}. Check whether the file is from a newer version.")]
    FieldsUnknown {
        /// Their paths in the line.
        fields: String,
    },
    /// A version of the format that is not known.
    #[error(
        "The file is version {found} of its format, and this program reads version {known}. Update Taiyaku, or export the file again with the version you have."
    )]
    UnknownVersion {
        /// The version of the file.
        found: String,
        /// The version that is read.
        known: u32,
    },
    /// Fewer or more records than the file says it has.
    #[error(
        "The file says that it has {announced}, but there are {found}: it may have been cut off. Export it again; if lines were removed on purpose, remove `counts` from the first line, too."
    )]
    Incomplete {
        /// What its header says.
        announced: String,
        /// What there is.
        found: String,
    },
    /// A review sheet, which holds decisions on terms.
    #[error(
        "The file is a review sheet. Carry out its decisions with `taiyaku review import`, or send it to `POST /v1/review/sheet`."
    )]
    ReviewSheet,
    /// None of the formats that can be imported.
    #[error(
        "The file seems to be {seems}, which cannot be imported. Import TMX, PO, XLIFF, TBX, UTX, CSV, TSV, XLSX, ODS, DOCX, JSON Lines, EDICT or JMdict. Press releases and other documents are read with `taiyaku ingest`."
    )]
    UnknownFormat {
        /// What it seems to be.
        seems: String,
    },
    /// The operating system could not read the bytes.
    #[error("Could not read the file: {problem}. Check that it exists and that you have permission to read it.")]
    Unreadable {
        /// What the operating system said.
        problem: String,
    },
}
