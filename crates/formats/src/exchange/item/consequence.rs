//! What follows from a problem: whether a person should look at it, and whether reading goes on.

use super::problem::Fault;

impl Fault {
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
            | Self::Deviation { .. }
            | Self::RowHidden
            | Self::SheetHidden { .. }
            | Self::SheetsLeftOut { .. }
            | Self::TablesLeftOut { .. } => true,
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
            | Self::Deviation { .. }
            | Self::RowHidden
            | Self::SheetHidden { .. }
            | Self::SheetsLeftOut { .. }
            | Self::TablesLeftOut { .. }
            | Self::CellWithoutValue { .. }
            | Self::StatusUnknown { .. }
            | Self::StatusElsewhere { .. }
            | Self::CellsSwapped
            | Self::SurplusCell { .. }
            | Self::UnitTooLarge
            | Self::Undecodable { .. }
            | Self::UnknownEntity { .. }
            | Self::BrokenRow { .. } => false,
        }
    }
}
