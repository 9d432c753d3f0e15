//! The rows of the starter term base, read from files built into the program.

use crate::app::AppError;
use crate::model::{PartOfSpeech, Usage};

/// The files, by field.
pub(super) const FILES: &[(&str, &str)] = &[
    ("agriculture", include_str!("../../../glossary/terms/agriculture.csv")),
    ("chemistry-materials", include_str!("../../../glossary/terms/chemistry-materials.csv")),
    ("earth-space", include_str!("../../../glossary/terms/earth-space.csv")),
    ("engineering", include_str!("../../../glossary/terms/engineering.csv")),
    ("information-science", include_str!("../../../glossary/terms/information-science.csv")),
    ("life-sciences", include_str!("../../../glossary/terms/life-sciences.csv")),
    ("mathematics", include_str!("../../../glossary/terms/mathematics.csv")),
    ("medicine-psychiatry", include_str!("../../../glossary/terms/medicine-psychiatry.csv")),
    ("physics", include_str!("../../../glossary/terms/physics.csv")),
    ("research-general", include_str!("../../../glossary/terms/research-general.csv")),
    ("social-sciences", include_str!("../../../glossary/terms/social-sciences.csv")),
];

/// A row of the starter base.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct StarterRow {
    /// The Japanese term.
    pub ja: String,
    /// Its reading in katakana, or empty.
    pub reading: String,
    /// The English term.
    pub en: String,
    /// Its abbreviation, or empty.
    pub abbreviation: String,
    /// Part of speech of the Japanese term.
    pub part_of_speech: PartOfSpeech,
    /// The usage of the pair.
    pub usage: Usage,
    /// The subject field of the file.
    pub field: String,
    /// Where the pair is documented.
    pub source: String,
}

/// The rows of every file, by field, in the order of the files.
///
/// # Errors
/// `starter_broken` if a file is malformed.
pub fn rows() -> Result<Vec<(&'static str, Vec<StarterRow>)>, AppError> {
    let mut fields = Vec::with_capacity(FILES.len());
    for (field, text) in FILES {
        let broken = |error: csv::Error| AppError::Starter { field, problem: error.to_string() };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Result<Vec<StarterRow>, csv::Error> = reader.deserialize().collect();
        fields.push((*field, rows.map_err(broken)?));
    }
    Ok(fields)
}
