//! English names of concepts by the keys of their Japanese terms; linking asks for them before it reads a document.

use sqlx::QueryBuilder;

use super::row::{get, padded};
use super::{StoreError, Write};
use crate::model::ProjectId;

/// Keys of one question.
const BATCH: usize = 400;

/// An English name of a concept that has a Japanese term of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnglishName {
    /// The key of the Japanese term.
    pub ja_key: String,
    /// The English name.
    pub en: String,
}

impl Write {
    /// English names, offered or approved and supported by evidence, of concepts of a project with a Japanese term of one of
    /// these keys, in order of key and name. Abbreviations and forbidden names are left out.
    ///
    /// # Errors
    /// Database errors.
    pub async fn english_of_keys(
        &mut self,
        project: ProjectId,
        keys: &[String],
    ) -> Result<Vec<EnglishName>, StoreError> {
        let mut known = Vec::new();
        for batch in keys.chunks(BATCH) {
            let mut query = QueryBuilder::new(
                "SELECT DISTINCT j.key AS ja_key, e.text AS en FROM term j JOIN term e ON e.concept_id = j.concept_id
                 WHERE j.project_id = ",
            );
            query.push_bind(project.get());
            query.push(
                " AND j.lang = 'ja' AND j.review <> 'rejected' AND e.lang = 'en' AND e.kind <> 'abbreviation'
                 AND e.usage <> 'forbidden' AND e.review IN ('suggested', 'approved')
                 AND EXISTS (SELECT 1 FROM evidence v WHERE v.term_id = e.id) AND j.key IN (",
            );
            let mut list = query.separated(", ");
            for key in padded(batch) {
                list.push_bind(key);
            }
            query.push(") ORDER BY ja_key, en");
            for row in &self.all(query.build()).await? {
                known.push(EnglishName { ja_key: get(row, "ja_key")?, en: get(row, "en")? });
            }
        }
        Ok(known)
    }

    /// Full English names of concepts of a project that have an abbreviation of one of these exact keys, as pairs, in order.
    ///
    /// # Errors
    /// Database errors.
    pub async fn long_forms(
        &mut self,
        project: ProjectId,
        abbreviation_keys: &[String],
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut known = Vec::new();
        for batch in abbreviation_keys.chunks(BATCH) {
            let mut query = QueryBuilder::new(
                "SELECT DISTINCT a.text AS abbreviation, e.text AS en
                 FROM term a JOIN term e ON e.concept_id = a.concept_id
                 WHERE a.lang = 'en' AND a.kind = 'abbreviation' AND a.review <> 'rejected' AND e.lang = 'en'
                 AND e.kind = 'full_form' AND e.review IN ('suggested', 'approved') AND a.project_id = ",
            );
            query.push_bind(project.get());
            query.push(" AND a.key IN (");
            let mut list = query.separated(", ");
            for key in padded(batch) {
                list.push_bind(key);
            }
            query.push(") ORDER BY abbreviation, en");
            for row in &self.all(query.build()).await? {
                known.push((get(row, "abbreviation")?, get(row, "en")?));
            }
        }
        Ok(known)
    }
}
