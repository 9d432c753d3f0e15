//! Creates, changes, renames and removes glossaries, and updates the concepts and terms their entries stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::placement::{self, ListContext, Placement};
use super::{Glossary, TermPair};
use crate::app::concepts::refresh::refresh_confidence;
use crate::app::projects::{ensure_project, project_name_for};
use crate::app::{AppError, Service};
use crate::model::{ConceptId, LangPair, ProjectId, SourceFacts, SourceFormat};
use crate::store::{NewGlossaryEntry, NewSource, SourceUse, StoredGlossaryEntry, Write};
use crate::text::key::Key;

/// The longest name of a glossary, in characters.
const LONGEST_NAME: usize = 200;

/// Who edits a glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Editor<'a> {
    /// The name for the change log.
    pub actor: &'a str,
    /// Whether they may approve terms; otherwise what they add waits for review.
    pub reviews: bool,
    /// The current time, RFC 3339 in UTC.
    pub now: &'a str,
}

/// What happens to existing entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UpdateMode {
    /// Entries stay unless a new entry has the same source term.
    Merge,
    /// All existing entries are removed.
    Replace,
}

impl Service {
    /// Creates a glossary with these lists, in a new project.
    ///
    /// # Errors
    /// `invalid_request` for an unusable name or two lists for the same languages; database errors.
    pub async fn create_glossary(
        &self,
        name: &str,
        dictionaries: &[(LangPair, Vec<TermPair>)],
        editor: Editor<'_>,
    ) -> Result<Glossary, AppError> {
        let name = checked(name)?;
        let directions: BTreeSet<String> = dictionaries.iter().map(|(pair, _)| source_name(pair)).collect();
        if directions.is_empty() || directions.len() < dictionaries.len() {
            let problem = "give at least one list, and only one for each pair of languages".to_owned();
            return Err(AppError::InvalidRequest { field: "dictionaries", problem });
        }
        let mut write = self.store().write(editor.actor, editor.now).await?;
        let project_name = free_name(&mut write, name, None).await?;
        let project = ensure_project(&mut write, &project_name).await?;
        write.ensure_glossary(project, name, true).await?;
        for (languages, entries) in dictionaries {
            self.store_list(&mut write, project, languages, entries, (UpdateMode::Replace, editor)).await?;
        }
        write.commit().await?;
        self.glossary(&self.glossary_id(project).await?).await
    }

    /// Adds entries to one list of a glossary, creating the list if necessary.
    ///
    /// # Errors
    /// Database errors.
    pub async fn store_dictionary(
        &self,
        glossary: &Glossary,
        languages: &LangPair,
        entries: &[TermPair],
        mode: UpdateMode,
        editor: Editor<'_>,
    ) -> Result<(), AppError> {
        let mut write = self.store().write(editor.actor, editor.now).await?;
        write.ensure_glossary(glossary.project_id, &glossary.project, false).await?;
        self.store_list(&mut write, glossary.project_id, languages, entries, (mode, editor)).await?;
        write.commit().await?;
        Ok(())
    }

    /// Renames a glossary, and the project that was created for it.
    ///
    /// # Errors
    /// `invalid_request` for an unusable name, or if the project was not created for the glossary; those of the
    /// database.
    pub async fn rename_glossary(&self, glossary: &Glossary, name: &str, editor: Editor<'_>) -> Result<(), AppError> {
        let name = checked(name)?;
        if name == glossary.name {
            return Ok(());
        }
        if !glossary.owns_project {
            let problem = format!(
                "project `{}` was not created for a glossary, so it cannot be renamed as one",
                glossary.project
            );
            return Err(AppError::InvalidRequest { field: "name", problem });
        }
        let mut write = self.store().write(editor.actor, editor.now).await?;
        let own = free_name(&mut write, name, Some(&glossary.project)).await?;
        write.rename_glossary(glossary.project_id, name, &own).await?;
        write.commit().await?;
        Ok(())
    }

    /// Removes the entries that were sent to one list of a glossary.
    ///
    /// # Errors
    /// `not_found` if there are none; database errors.
    pub async fn remove_dictionary(
        &self,
        glossary: &Glossary,
        languages: &LangPair,
        editor: Editor<'_>,
    ) -> Result<(), AppError> {
        let stored_languages = self.store().dictionary_languages(glossary.project_id).await?;
        if !stored_languages.contains(languages) {
            let name = format!("{}-{} of {}", languages.source, languages.target, glossary.id);
            return Err(AppError::NotFound { what: "dictionary", name });
        }
        let mut write = self.store().write(editor.actor, editor.now).await?;
        remove_list(&mut write, glossary.project_id, languages).await?;
        write.commit().await?;
        Ok(())
    }

    /// Removes all entries that were sent to a glossary, and the project created for it if nothing else is left in it.
    ///
    /// # Errors
    /// `invalid_request` if no entries were sent and the project was not created for a glossary; database errors.
    pub async fn remove_glossary(&self, glossary: &Glossary, editor: Editor<'_>) -> Result<(), AppError> {
        let stored_languages = self.store().dictionary_languages(glossary.project_id).await?;
        if stored_languages.is_empty() && !glossary.owns_project {
            let problem = format!(
                "it shows project `{}`, which has no glossary entries, so there is nothing to delete",
                glossary.project
            );
            return Err(AppError::InvalidRequest { field: "glossary_id", problem });
        }
        let mut write = self.store().write(editor.actor, editor.now).await?;
        for languages in &stored_languages {
            remove_list(&mut write, glossary.project_id, languages).await?;
        }
        write.forget_glossary(glossary.project_id).await?;
        write.commit().await?;
        Ok(())
    }

    async fn store_list(
        &self,
        write: &mut Write,
        project: ProjectId,
        languages: &LangPair,
        entries: &[TermPair],
        (mode, editor): (UpdateMode, Editor<'_>),
    ) -> Result<(), AppError> {
        let source_name = source_name(languages);
        let facts = SourceFacts::default();
        let new = NewSource {
            project,
            name: &source_name,
            format: SourceFormat::Glossary,
            kept: SourceUse::Terms,
            facts: &facts,
        };
        let source = write.ensure_source(&new).await?;
        write.ensure_dictionary(project, languages, source.id).await?;
        let before = write.glossary_entries(project, languages).await?;
        let new_targets: BTreeMap<&str, &str> =
            entries.iter().map(|entry| (entry.source.as_str(), entry.target.as_str())).collect();
        let mut touched = Vec::new();
        let mut unchanged = BTreeSet::new();
        for old in &before {
            match new_targets.get(old.source.as_str()) {
                Some(target) if *target == old.target => {
                    unchanged.insert(old.source.as_str());
                }
                None if mode == UpdateMode::Merge => {}
                _ => {
                    let snippet = snippet(languages, &old.source, &old.target);
                    let about = (source_name.as_str(), snippet.as_str());
                    touched.extend(write.remove_glossary_entry(project, languages, old, about).await?);
                }
            }
        }
        sweep(write, project, touched).await?;
        // When merging, existing entries come before new ones.
        let first = if mode == UpdateMode::Merge { before.len() } else { 0 };
        for (index, entry) in entries.iter().enumerate() {
            if unchanged.contains(entry.source.as_str()) {
                if mode == UpdateMode::Replace {
                    write.move_glossary_entry(project, languages, &entry.source, index).await?;
                }
                continue;
            }
            let Some(key) = Key::new(&entry.source, &languages.source) else { continue };
            let snippet = snippet(languages, &entry.source, &entry.target);
            let about =
                ListContext { project, languages, source: &source_name, snippet: &snippet, words: self.words() };
            let placed = placement::place(write, entry, &about).await?;
            let Placement { concept, source, target } = placed;
            let (mut usage_before, mut demoted) = (None, Vec::new());
            if let Some(target) = target {
                (usage_before, demoted) = write.prefer_term(target).await?;
            }
            for term in source.into_iter().chain(target).filter(|_| editor.reviews) {
                write.approve_undecided(term).await?;
            }
            let stored = StoredGlossaryEntry {
                source: entry.source.clone(),
                target: entry.target.clone(),
                concept,
                term: target,
                usage_before,
                demoted,
            };
            let new = NewGlossaryEntry { entry: &stored, position: first + index, source_key: &key.exact };
            write.insert_glossary_entry(project, languages, &new).await?;
        }
        Ok(())
    }
}

/// Removes one list and its source.
async fn remove_list(write: &mut Write, project: ProjectId, languages: &LangPair) -> Result<(), AppError> {
    let source_name = source_name(languages);
    let mut touched = Vec::new();
    for old in write.glossary_entries(project, languages).await? {
        let snippet = snippet(languages, &old.source, &old.target);
        touched.extend(write.remove_glossary_entry(project, languages, &old, (&source_name, &snippet)).await?);
    }
    write.forget_dictionary(project, languages).await?;
    write.forget_source(project, &source_name).await?;
    sweep(write, project, touched).await
}

/// Removes terms without evidence, and updates the confidence of the other terms of these concepts.
async fn sweep(write: &mut Write, project: ProjectId, touched: Vec<ConceptId>) -> Result<(), AppError> {
    let touched: BTreeSet<ConceptId> = touched.into_iter().collect();
    if touched.is_empty() {
        return Ok(());
    }
    let swept = write.sweep_unsupported(project).await?;
    for concept in touched.into_iter().filter(|concept| !swept.concepts.contains(concept)) {
        if write.has_concept(concept).await? {
            write.forget_statements(concept).await?;
            refresh_confidence(write, concept).await?;
        }
    }
    Ok(())
}

/// The name of the source for entries in these languages.
fn source_name(languages: &LangPair) -> String {
    format!("glossary:{}-{}", languages.source, languages.target)
}

/// An entry in one line, Japanese first, quoted as evidence.
fn snippet(languages: &LangPair, source: &str, target: &str) -> String {
    if languages.source.is_japanese() { format!("{source} = {target}") } else { format!("{target} = {source}") }
}

fn checked(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        let problem = format!("a name has 1 to {LONGEST_NAME} characters and no control characters");
        return Err(AppError::InvalidRequest { field: "name", problem });
    }
    Ok(name)
}

/// A project name that is not taken: `name`, with a number appended if necessary. `own` is the current name of the
/// project.
async fn free_name(write: &mut Write, name: &str, own: Option<&str>) -> Result<String, AppError> {
    let name = project_name_for(name);
    let mut number = 1;
    loop {
        let numbered = if number == 1 { name.clone() } else { format!("{name} ({number})") };
        if own == Some(numbered.as_str()) || !write.has_project(&numbered).await? {
            return Ok(numbered);
        }
        number += 1;
    }
}
