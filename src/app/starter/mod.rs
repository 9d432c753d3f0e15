//! Loads the built-in starter term base into a project. Its evidence has the kind `curated`.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use rows::FILES;
pub use rows::{StarterRow, rows};

use super::concepts::attach::attach;
use super::concepts::claim::{Claim, Group};
use super::hexadecimal::hexadecimal;
use super::{AppError, Service};
use crate::app::concepts::witness::Witness;
use crate::model::{EvidenceKind, EvidenceMethod, Lang, TermKind, Usage};
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// Confidence of a starter row: an established translation, but possibly meant in another sense.
const CURATED: f64 = 0.75;

impl Service {
    /// Loads the starter base into a project unless it is there already; returns the number of rows added.
    ///
    /// # Errors
    /// Database errors.
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
            // Readings are in the files; a guessed reading of a symbol would be worse than none.
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

/// Groups rows with the same Japanese term and field: a second English term is a synonym.
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
    let second = row.usage != Usage::Preferred;
    Some(Claim {
        key: Key::new(text, &lang)?,
        lang,
        text: text.to_owned(),
        kind,
        reading: (japanese && !row.reading.is_empty()).then(|| row.reading.clone()),
        part_of_speech: japanese.then_some(row.part_of_speech),
        admitted: kind == TermKind::Abbreviation || (!japanese && second),
        method: EvidenceMethod::Starter,
        // Of two synonyms, the better known has the higher confidence.
        confidence: if second { CURATED - 0.05 } else { CURATED },
        span: None,
        snippet: Some(format!("{} = {} ({})", row.ja, row.en, row.source)),
        entry: None,
        link: None,
    })
}
