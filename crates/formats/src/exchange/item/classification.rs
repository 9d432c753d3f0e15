//! What is to be known of a problem beside its message: its code, where it stands, and what it means for the rest of the file.

use super::problem::Fault;

impl Fault {
    /// The stable name of the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Untranslated { .. } => "untranslated",
            Self::TranslationRejected => "translation_rejected",
            Self::EmptySource => "empty_source",
            Self::LanguageMissing | Self::FileLanguage { .. } => "language_missing",
            Self::LanguageInvalid { .. } => "language_invalid",
            Self::SourceMissing { .. } => "source_language_missing",
            Self::TargetMissing => "target_language_missing",
            Self::SameLanguage { .. } => "same_language",
            Self::LanguagesContradict { .. } => "languages_contradict",
            Self::OtherLanguages { .. } => "other_languages",
            Self::ColumnsUnknown { .. } | Self::NoBilingualTable => "columns_unknown",
            Self::ColumnsContradict { .. } => "columns_contradict",
            Self::ColumnsNotUsed { .. } => "columns_not_used",
            Self::CellUnclear { .. } => "cell_unclear",
            Self::CellLikeFormula { .. } => "cell_like_formula",
            Self::StatusInNote { .. } => "status_in_note",
            Self::Deviation { .. } => "not_standard",
            Self::StatusUnknown { .. } | Self::StatusElsewhere { .. } => "status_unknown",
            Self::CellsSwapped { .. } => "cells_swapped",
            Self::SurplusCell { .. } | Self::CellBeyondSheet { .. } => "surplus_cell",
            Self::TermMissing => "term_missing",
            Self::UnitTooLarge | Self::PieceTooLarge => "unit_too_large",
            Self::TooManyUnits => "too_many_segments",
            Self::Undecodable { .. } | Self::UnknownEncoding { .. } => "undecodable_text",
            Self::UnknownEntity { .. } => "unknown_entity",
            Self::BrokenRow { .. } => "broken_row",
            Self::BrokenFile { .. } => "broken_file",
            Self::HostileXml { .. } => "hostile_xml",
            Self::HostileArchive { .. } => "hostile_archive",
            Self::Protected => "file_protected",
            Self::RowHidden => "row_hidden",
            Self::SheetHidden { .. } => "sheet_hidden",
            Self::SheetsLeftOut { .. } => "sheets_left_out",
            Self::TermsLeftOut { .. } => "terms_left_out",
            Self::TablesLeftOut { .. } => "tables_left_out",
            Self::InTable { problem, .. } => problem.code(),
            Self::CellWithoutValue { .. } => "cell_without_value",
            Self::NestedTooDeep => "nested_too_deep",
            Self::NotJson { .. } => "not_json",
            Self::ValueInvalid { .. } => "value_invalid",
            Self::RecordUnknown { .. } => "unknown_record",
            Self::FieldsUnknown { .. } => "fields_unknown",
            Self::UnknownVersion { .. } => "unknown_version",
            Self::Incomplete { .. } => "file_incomplete",
            Self::ReviewSheet => "review_sheet",
            Self::UnknownFormat { .. } | Self::OtherVersion { .. } => "unknown_format",
            Self::Unreadable { .. } => "file_unreadable",
        }
    }

    /// Whether a person should look at it. A unit that waits for its translation is as it should be.
    #[must_use]
    pub fn is_worth_a_look(&self) -> bool {
        match self {
            Self::Untranslated { .. } => false,
            Self::InTable { problem, .. } => problem.is_worth_a_look(),
            _ => true,
        }
    }

    /// Whether the row was read all the same.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        match self {
            Self::CellUnclear { .. }
            | Self::CellLikeFormula { .. }
            | Self::StatusInNote { .. }
            | Self::Deviation { .. }
            | Self::RowHidden
            | Self::SheetHidden { .. }
            | Self::SheetsLeftOut { .. }
            | Self::TermsLeftOut { .. }
            | Self::TablesLeftOut { .. }
            | Self::FieldsUnknown { .. } => true,
            Self::InTable { problem, .. } => problem.is_doubt(),
            _ => false,
        }
    }

    /// The line it stands on, if that is not the line its row begins on.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::Deviation { line, .. } => Some(*line),
            Self::InTable { problem, .. } => problem.line(),
            _ => None,
        }
    }

    /// The column it stands at, where that is known: of a table, from 1; of another file, the character of the line.
    #[must_use]
    pub fn column(&self) -> Option<u64> {
        let number = |column: &usize| u64::try_from(*column).ok();
        match self {
            Self::NotJson { column, .. } | Self::ValueInvalid { column, .. } => Some(*column),
            Self::StatusElsewhere { column, .. } => number(column),
            Self::SurplusCell { cell, .. } | Self::CellBeyondSheet { cell, .. } => number(cell),
            Self::CellLikeFormula { column } => number(column),
            Self::CellWithoutValue { cell, .. } => column_of(cell),
            Self::StatusUnknown { column, .. }
            | Self::StatusInNote { column, .. }
            | Self::CellUnclear { column, .. }
            | Self::CellsSwapped { column } => column.as_ref().and_then(number),
            Self::InTable { problem, .. } => problem.column(),
            _ => None,
        }
    }

    /// Whether nothing behind it can be read.
    #[must_use]
    pub fn ends_the_file(&self) -> bool {
        match self {
            Self::BrokenFile { .. }
            | Self::HostileXml { .. }
            | Self::NestedTooDeep
            | Self::PieceTooLarge
            | Self::TooManyUnits
            | Self::UnknownFormat { .. }
            | Self::OtherVersion { .. }
            | Self::UnknownVersion { .. }
            | Self::Incomplete { .. }
            | Self::ReviewSheet
            | Self::HostileArchive { .. }
            | Self::Protected
            | Self::UnknownEncoding { .. }
            | Self::FileLanguage { .. }
            | Self::SameLanguage { .. }
            | Self::LanguagesContradict { .. }
            | Self::OtherLanguages { .. }
            | Self::ColumnsUnknown { .. }
            | Self::NoBilingualTable
            | Self::ColumnsContradict { .. }
            | Self::ColumnsNotUsed { .. }
            | Self::Unreadable { .. } => true,
            Self::InTable { problem, .. } => problem.ends_the_file(),
            Self::Untranslated { .. }
            | Self::TranslationRejected
            | Self::EmptySource
            | Self::LanguageMissing
            | Self::LanguageInvalid { .. }
            | Self::SourceMissing { .. }
            | Self::TargetMissing
            | Self::TermMissing
            | Self::CellUnclear { .. }
            | Self::CellLikeFormula { .. }
            | Self::StatusInNote { .. }
            | Self::Deviation { .. }
            | Self::RowHidden
            | Self::SheetHidden { .. }
            | Self::SheetsLeftOut { .. }
            | Self::TermsLeftOut { .. }
            | Self::TablesLeftOut { .. }
            | Self::CellWithoutValue { .. }
            | Self::StatusUnknown { .. }
            | Self::StatusElsewhere { .. }
            | Self::CellsSwapped { .. }
            | Self::SurplusCell { .. }
            | Self::CellBeyondSheet { .. }
            | Self::UnitTooLarge
            | Self::Undecodable { .. }
            | Self::UnknownEntity { .. }
            | Self::NotJson { .. }
            | Self::ValueInvalid { .. }
            | Self::RecordUnknown { .. }
            | Self::FieldsUnknown { .. }
            | Self::BrokenRow { .. } => false,
        }
    }
}

/// The number of the column of a cell, from 1: 3 for `C5`.
fn column_of(cell: &str) -> Option<u64> {
    let letters: Vec<u64> =
        cell.bytes().take_while(u8::is_ascii_uppercase).map(|byte| u64::from(byte - b'A') + 1).collect();
    (!letters.is_empty() && letters.len() <= 3).then(|| letters.iter().fold(0, |number, letter| number * 26 + letter))
}

#[cfg(test)]
mod tests {
    use super::column_of;

    #[test]
    fn a_cell_has_a_column() {
        for (cell, column) in
            [("A1", Some(1)), ("C5", Some(3)), ("AA10", Some(27)), ("XFD1", Some(16_384)), ("1", None), ("", None)]
        {
            assert_eq!(column_of(cell), column, "{cell}");
        }
    }
}
