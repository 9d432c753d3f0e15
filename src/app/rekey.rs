//! A base whose keys were made by older comparison rules in, the same base with keys of today out.

use super::{AppError, Service, clock};
use crate::text;
use crate::text::key::Key;

/// Terms read at once.
const PAGE: u32 = 2_000;
/// The fact that says by which rules the keys of a base were made.
const FACT: &str = "keys";

impl Service {
    /// Makes the keys of all terms anew where the rules have changed since they were made. Stopped at any moment, the base has
    /// its old keys or the new ones.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn refresh_keys(&self) -> Result<(), AppError> {
        if self.store().meta(FACT).await?.as_deref() == Some(text::NORMALISATION) {
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
        write.set_meta(FACT, text::NORMALISATION).await?;
        write.commit().await?;
        Ok(())
    }
}
