//! Whether the program can work, and how much it has: nothing in, facts for a health page out. And the dictionary's life.

use std::path::Path;

use super::{AppError, Service};
pub use crate::store::{Counts, Health};
use crate::text::tokeniser::{Tokeniser, build_dictionary};

/// Whether the program can answer.
#[derive(Debug, Clone, PartialEq)]
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

/// What a dictionary is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryFacts {
    /// Tokeniser and dictionary with their versions.
    pub version: String,
    /// The words of a sample sentence, as the dictionary cuts it.
    pub sample: Vec<String>,
}

/// A sentence with a compound a dictionary knows and a script run does not part.
const SAMPLE: &str = "視床下部の神経細胞を調べました";

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

/// Builds the tokeniser's dictionary in `out` from the IPADIC source in `source`, and opens it.
///
/// # Errors
/// `dictionary_unbuildable`, `dictionary_unusable`, `file_unreadable`.
pub fn make_dictionary(source: &Path, out: &Path) -> Result<DictionaryFacts, AppError> {
    let file = |source| AppError::File { name: out.display().to_string(), source };
    std::fs::create_dir_all(out).map_err(file)?;
    build_dictionary(source, out)?;
    dictionary_facts(out)
}

/// What the dictionary in a folder is.
///
/// # Errors
/// `dictionary_unusable`.
pub fn dictionary_facts(folder: &Path) -> Result<DictionaryFacts, AppError> {
    let words = Tokeniser::open(folder)?;
    let sample = words.of(SAMPLE).iter().map(|word| word.span.of(SAMPLE).to_owned()).collect();
    Ok(DictionaryFacts { version: words.version().to_owned(), sample })
}
