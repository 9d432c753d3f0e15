//! Health: whether the database, the dictionary and the PDF engines are usable, and how much the base holds.

use super::{AppError, Service};
use crate::model::Revision;
use crate::store::StoreError;
pub use crate::store::{Counts, Health};

/// Whether the program is ready to answer requests.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// Whether requests can be answered, which they can as long as the database can be read.
    pub ready: bool,
    /// The state of the database; `None` if it cannot be read.
    pub database: Option<Health>,
    /// Why the database cannot be read.
    pub database_problem: Option<String>,
    /// The tokeniser and dictionary in use.
    pub words: String,
    /// Why there is no dictionary. The program works without one, less exactly.
    pub dictionary_problem: Option<String>,
    /// The usable PDF engines, best first.
    pub pdf_engines: Vec<String>,
    /// The contents of the database, in numbers.
    pub counts: Option<Counts>,
}

impl Service {
    /// Checks the database, which is read from beginning to end, the dictionary and the PDF engines.
    pub async fn readiness(&self) -> Readiness {
        let facts = match self.check_integrity().await {
            Ok(()) => self.store().health().await,
            Err(error) => Err(error),
        };
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

    async fn check_integrity(&self) -> Result<(), StoreError> {
        self.store().check_files()?;
        self.store().check_integrity().await
    }

    /// The number of the last change, or an error within a few seconds, however many questions are being answered.
    ///
    /// # Errors
    /// `database_busy`; database errors.
    pub async fn probe(&self) -> Result<Revision, AppError> {
        Ok(self.store().probe().await?)
    }

    /// Checks that the database is still the file that was opened, so that what is written is not lost.
    ///
    /// # Errors
    /// `database_gone`.
    pub fn check_database(&self) -> Result<(), AppError> {
        Ok(self.store().check_files()?)
    }

    /// The number of releases, concepts, terms and so on, in one project or in all.
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
