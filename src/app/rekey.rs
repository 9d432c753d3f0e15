//! Recomputes the comparison keys of all terms and dictionaries when the rules for them have changed.

use super::dictionary_keys::{entry_words, spelling_keys};
use super::{AppError, Service, clock};
use crate::store::Write;
use crate::text::kana::is_kana;
use crate::text::key::{self, Key};

/// Terms or entries read per query.
const PAGE: u32 = 2_000;
/// The database fact that records the version of the rules.
const FACT: &str = "keys";

impl Service {
    /// Recomputes the keys of all terms and entries of dictionaries if the rules have changed since they were computed. If interrupted, the
    /// database has either all the old keys or all the new ones.
    ///
    /// # Errors
    /// Database errors.
    pub async fn refresh_keys(&self) -> Result<(), AppError> {
        if self.store().meta(FACT).await?.as_deref() == Some(key::VERSION) {
            return Ok(());
        }
        let mut write = self.store().write("rekey", &clock::now()).await?;
        let mut after = None;
        loop {
            let page = self.store().keyed_terms(after, PAGE).await?;
            for term in &page {
                after = Some(term.id);
                let Some(key) = Key::new(&term.text, &term.lang) else { continue };
                if (&key.exact, &key.variant) != (&term.key, &term.variant_key) {
                    write.rekey_term(term.id, &key.exact, &key.variant).await?;
                }
            }
            if page.len() < PAGE as usize {
                break;
            }
        }
        self.refresh_dictionary_keys(&mut write).await?;
        write.set_meta(FACT, key::VERSION).await?;
        write.commit().await?;
        Ok(())
    }

    async fn refresh_dictionary_keys(&self, write: &mut Write) -> Result<(), AppError> {
        let mut after = None;
        loop {
            let page = self.store().keyed_dictionary_entries(after, PAGE).await?;
            for entry in &page {
                after = Some(entry.id);
                let spellings = || entry.keys.iter().map(String::as_str);
                let keys: Vec<(String, bool)> = spelling_keys(spellings());
                let readings = entry.reading.as_deref().into_iter().chain(spellings().filter(|text| is_kana(text)));
                write.rekey_dictionary_entry(entry.id, &keys, &entry_words(readings, &entry.en)).await?;
            }
            if page.len() < PAGE as usize {
                return Ok(());
            }
        }
    }
}
