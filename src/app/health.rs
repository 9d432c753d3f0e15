//! Health: whether the database, the dictionary and the PDF engines are usable, and how much the base holds.

use serde::Serialize;

use super::{AppError, Service};
use crate::store::{Counts, Health};

/// Whether the program can answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Readiness {
    /// Whether questions can be answered: the database does.
    pub ready: bool,
    /// How the database is; none where it does not answer.
    pub database: Option<Health>,
    /// Why the database does not answer.
    pub database_problem: Option<String>,
    /// Which tokeniser and dictionary cut the words.
    pub words: String,
    /// Why words are cut by script; the program works, less exactly.
    pub dictionary_problem: Option<String>,
    /// Which PDF engines are usable, best first.
    pub pdf_engines: Vec<String>,
    /// How much there is.
    pub counts: Option<Counts>,
}

impl Service {
    /// Whether the database answers and the dictionary is there. Asks the PDF engines for their versions.
    pub async fn readiness(&self) -> Readiness {
        let facts = self.store().health().await;
        let counts = self.store().counts(None).await.ok();
        let pdf = self.hint("", None).pdf;
        let engines =
            tokio::task::spawn_blocking(move || crate::read::available_pdf_engines(&pdf)).await.unwrap_or_default();
        let (database, database_problem) = match facts {
            Ok(health) => (Some(health), None),
            Err(error) => (None, Some(error.to_string())),
        };
        Readiness {
            ready: database.is_some(),
            database,
            database_problem,
            words: self.words().version().to_owned(),
            dictionary_problem: self.dictionary_problem().map(str::to_owned),
            pdf_engines: engines,
            counts,
        }
    }

    /// How much there is of everything, in one project or in all.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn counts(&self, project: Option<&str>) -> Result<Counts, AppError> {
        let project = match project {
            Some(name) => Some(self.project_id(name).await?),
            None => None,
        };
        Ok(self.store().counts(project).await?)
    }
}
