//! Recomputes the comparison keys of all terms when the rules for them have changed.

use super::{AppError, Service, clock};
use crate::text;
use crate::text::key::Key;

/// Terms read per query.
const PAGE: u32 = 2_000;
/// The database fact that records the version of the rules.
const FACT: &str = "keys";

impl Service {
    /// Recomputes the keys of all terms if the rules have changed since they were computed. If interrupted, the
    /// database has either all the old keys or all the new ones.
    ///
    /// # Errors
    /// Database errors.
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
