//! Loads the built-in starter term base into a project. Its evidence has the kind `curated`.

pub(in crate::app) mod rows;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use rows::FILES;
pub use rows::{StarterRow, rows};

use super::concepts::attach::attach;
use super::concepts::claim::{Claim, Group};
use super::concepts::refresh::refresh_confidence;
use super::hexadecimal::hexadecimal;
use super::projects::{DEFAULT, check_project_name, ensure_project};
use super::{AppError, Service};
use crate::app::concepts::witness::Witness;
use crate::app::releases::SweepReport;
use crate::model::{EvidenceKind, EvidenceMethod, Lang, TermKind, Usage};
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// Confidence of a starter row: an established translation, but possibly meant in another sense.
const CURATED: f64 = 0.75;

impl Service {
    /// Makes a project ready to be written into: where there is none, or nobody has decided on its starter terms yet, it is
    /// made with these fields of the starter base. One that has starter terms gets those of a newer program. Returns whether it
    /// was made now.
    ///
    /// # Errors
    /// `invalid_request` for a name that no project can have; database errors.
    pub async fn prepare_project(&self, name: &str, fields: &[&str], now: &str) -> Result<bool, AppError> {
        check_project_name(name)?;
        let existing = self.store().project(name).await?;
        let decided = existing.and_then(|project| project.starter);
        let fields: Vec<&str> = match &decided {
            Some(own) => starter_fields().filter(|field| own.iter().any(|own| own == field)).collect(),
            None => fields.to_vec(),
        };
        if decided.is_some() && (fields.is_empty() || self.has_current_starter(name).await?) {
            return Ok(false);
        }
        self.load_starter(name, &fields, now).await?;
        Ok(decided.is_none())
    }

    /// Takes back what [`Service::prepare_project`] made, if nothing came into it: the project, or the starter terms of the
    /// default project.
    ///
    /// # Errors
    /// Database errors.
    pub async fn discard_blank_project(&self, name: &str, actor: &str, now: &str) -> Result<(), AppError> {
        let Some(project) = self.store().project(name).await? else { return Ok(()) };
        let mut write = self.store().write(actor, now).await?;
        if !write.is_blank_project(project.id).await? {
            write.rollback();
            return Ok(());
        }
        if name == DEFAULT {
            let fields: Vec<String> = starter_fields().map(str::to_owned).collect();
            write.remove_starter(project.id, &fields).await?;
            write.forget_starter(project.id).await?;
        } else {
            write.delete_project(project.id).await?;
        }
        write.commit().await?;
        Ok(())
    }

    /// Adds fields of the starter base to a project; returns the number of rows in them, 0 if it has them all.
    ///
    /// # Errors
    /// `not_found` for an unknown project; `invalid_request` for an unknown field; database errors.
    pub async fn add_starter(&self, project: &str, fields: &[String], now: &str) -> Result<usize, AppError> {
        let named = named_fields(fields)?;
        let own = self.starter_of(project).await?;
        let is_there = named.iter().all(|named| own.iter().any(|own| own == named));
        if is_there && self.has_current_starter(project).await? {
            return Ok(0);
        }
        let all: Vec<&str> =
            starter_fields().filter(|field| named.contains(field) || own.iter().any(|own| own == field)).collect();
        self.load_starter(project, &all, now).await?;
        Ok(rows()?.iter().filter(|(field, _)| named.contains(field)).map(|(_, rows)| rows.len()).sum())
    }

    /// Removes fields of the starter base from a project; returns what went. Terms that something else supports, and those
    /// a person decided on, stay.
    ///
    /// # Errors
    /// `not_found` for an unknown project; `invalid_request` for an unknown field; database errors.
    pub async fn remove_starter(
        &self,
        project: &str,
        fields: &[String],
        actor: &str,
        now: &str,
    ) -> Result<SweepReport, AppError> {
        let named: Vec<String> = named_fields(fields)?.into_iter().map(str::to_owned).collect();
        let own = self.starter_of(project).await?;
        let id = self.project_id(project).await?;
        let mut write = self.store().write(actor, now).await?;
        let (swept, left) = write.remove_starter(id, &named).await?;
        for concept in left {
            refresh_confidence(&mut write, concept).await?;
        }
        let rest: Vec<&str> =
            own.iter().map(String::as_str).filter(|own| !named.iter().any(|named| named == own)).collect();
        write.set_starter(id, &rest).await?;
        write.commit().await?;
        Ok(swept)
    }

    /// The fields of the starter base that a project has.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn starter_of(&self, project: &str) -> Result<Vec<String>, AppError> {
        Ok(self.project(project).await?.starter.unwrap_or_default())
    }

    /// Whether a project has the starter terms of this program, and not those of an older one.
    async fn has_current_starter(&self, project: &str) -> Result<bool, AppError> {
        Ok(self.store().meta(&format!("starter:{project}")).await?.as_deref() == Some(version().as_str()))
    }

    /// Loads fields of the starter base into a project, which is made where there is none, and stores that it has them.
    async fn load_starter(&self, project: &str, fields: &[&str], now: &str) -> Result<(), AppError> {
        let mut write = self.store().write("starter", now).await?;
        let number = ensure_project(&mut write, project).await?;
        write.borrow_terms(number, "").await?;
        for (field, rows) in rows()?.into_iter().filter(|(field, _)| fields.contains(field)) {
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
            for group in groups(&rows) {
                attach(&mut write, &group, &witness).await?;
            }
        }
        write.set_starter(number, fields).await?;
        write.set_meta(&format!("starter:{project}"), &version()).await?;
        write.commit().await?;
        Ok(())
    }
}

/// The fields of the starter base.
pub fn starter_fields() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(field, _)| *field)
}

/// The fields of the starter base with the number of their rows.
///
/// # Errors
/// `starter_broken` if a file is malformed.
pub fn starter_counts() -> Result<Vec<(&'static str, usize)>, AppError> {
    Ok(rows()?.into_iter().map(|(field, rows)| (field, rows.len())).collect())
}

/// The fields with these names; all if none is named.
pub fn named_fields(names: &[String]) -> Result<Vec<&'static str>, AppError> {
    if names.is_empty() {
        return Ok(starter_fields().collect());
    }
    let field = |name: &String| {
        starter_fields().find(|field| field == name).ok_or_else(|| {
            let fields: Vec<&str> = starter_fields().collect();
            let problem = format!("the starter base has no field `{name}`; it has {}", fields.join(", "));
            AppError::InvalidRequest { field: "field", problem }
        })
    };
    names.iter().map(field).collect()
}

/// The version of the starter base: a hash of its files.
fn version() -> String {
    let mut hash = Sha256::new();
    for (_, text) in FILES {
        hash.update(text.as_bytes());
    }
    hexadecimal(&hash.finalize())
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
        reading_origin: None,
        part_of_speech: japanese.then_some(row.part_of_speech),
        admitted: kind == TermKind::Abbreviation || (!japanese && second),
        method: EvidenceMethod::Starter,
        // Of two synonyms, the better known has the higher confidence.
        confidence: if second { CURATED - 0.05 } else { CURATED },
        span: None,
        snippet: Some(format!("{} = {} ({})", row.ja, row.en, row.source)),
        entry: None,
        link: None,
        row: None,
        origin: None,
    })
}
