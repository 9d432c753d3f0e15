//! The starter term base shipped with the program in, concepts with evidence of the kind `curated` out.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::ingest::attach::{Witness, attach};
use super::ingest::claims::{Claim, Group};
use super::ingest::many::hexadecimal;
use super::{AppError, Service};
use crate::model::{EvidenceKind, Lang, PartOfSpeech, TermKind};
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// What a row of the starter base is worth: a word found in a dictionary, whose sense may be another.
const CURATED: f64 = 0.75;

/// The files, by field.
const FILES: &[(&str, &str)] = &[
    ("chemistry-materials", include_str!("../../glossary/terms/chemistry-materials.csv")),
    ("earth-space", include_str!("../../glossary/terms/earth-space.csv")),
    ("information-science", include_str!("../../glossary/terms/information-science.csv")),
    ("life-sciences", include_str!("../../glossary/terms/life-sciences.csv")),
    ("medicine-psychiatry", include_str!("../../glossary/terms/medicine-psychiatry.csv")),
    ("physics", include_str!("../../glossary/terms/physics.csv")),
    ("research-general", include_str!("../../glossary/terms/research-general.csv")),
    ("social-sciences", include_str!("../../glossary/terms/social-sciences.csv")),
];

/// A row of the starter base.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct StarterRow {
    /// The Japanese term.
    pub ja: String,
    /// Its reading in katakana; may be empty.
    pub reading: String,
    /// The English term.
    pub en: String,
    /// Its abbreviation; may be empty.
    pub abbreviation: String,
    /// Part of speech of the Japanese term.
    pub part_of_speech: String,
    /// Whether to use the pair.
    pub usage: String,
    /// The file's field.
    pub field: String,
    /// Where the pair is established.
    pub source: String,
}

/// The rows of every file, by field, in the order of the files.
///
/// # Errors
/// `starter_broken` when a file is not what it should be.
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

impl Service {
    /// Puts the starter base into a project unless it is there; gives how many rows went in.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn load_starter(&self, project: &str, now: &str) -> Result<usize, AppError> {
        let mut hash = Sha256::new();
        for (_, text) in FILES {
            hash.update(text.as_bytes());
        }
        let version = hexadecimal(&hash.finalize());
        let fact = format!("starter:{project}");
        if self.store().meta(&fact).await?.as_deref() == Some(version.as_str()) {
            return Ok(0);
        }
        let mut count = 0;
        let mut write = self.store().write("starter", now).await?;
        let number = write.ensure_project(project).await?;
        for (field, rows) in rows()? {
            let source = format!("starter:{field}");
            // Readings are in the files; guessing one for a symbol would be worse than none.
            let (words, none) = (Tokeniser::by_script(), BTreeSet::new());
            let witness = Witness {
                project: number,
                kind: EvidenceKind::Curated,
                release: None,
                source: &source,
                field: Some(field),
                entries: &[],
                links: &[],
                before: &none,
                words: &words,
            };
            count += rows.len();
            for group in groups(&rows) {
                attach(&mut write, &group, &witness).await?;
            }
        }
        write.set_meta(&fact, &version).await?;
        write.commit().await?;
        Ok(count)
    }
}

/// Rows of one Japanese term and one field speak of one thing: a second English term is another word for it.
fn groups(rows: &[StarterRow]) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for row in rows {
        let Some(key) = Key::new(&row.ja, &Lang::JA) else { continue };
        let group = groups.entry(key.exact).or_default();
        group.claims.extend(claims(row));
    }
    groups.into_values().collect()
}

fn claims(row: &StarterRow) -> Vec<Claim> {
    let japanese = claim(row, &row.ja, Lang::JA, TermKind::FullForm);
    let symbol = row.en == row.ja;
    let english = claim(row, &row.en, Lang::EN, if symbol { TermKind::Symbol } else { TermKind::FullForm });
    let abbreviation = claim(row, &row.abbreviation, Lang::EN, TermKind::Abbreviation);
    [japanese, english, abbreviation].into_iter().flatten().collect()
}

fn claim(row: &StarterRow, text: &str, lang: Lang, kind: TermKind) -> Option<Claim> {
    let japanese = lang.is_japanese();
    let second = row.usage != "preferred";
    Some(Claim {
        key: Key::new(text, &lang)?,
        lang,
        text: text.to_owned(),
        kind,
        reading: (japanese && !row.reading.is_empty()).then(|| row.reading.clone()),
        part_of_speech: PartOfSpeech::from_word(&row.part_of_speech).filter(|_| japanese),
        admitted: kind == TermKind::Abbreviation || (!japanese && second),
        method: "starter",
        // Of two words for one thing the better known is the surer.
        confidence: if second { CURATED - 0.05 } else { CURATED },
        span: None,
        snippet: Some(format!("{} = {} ({})", row.ja, row.en, row.source)),
        entry: None,
        link: None,
    })
}
