//! Tells whether linking a stored release again can change anything: a hash of everything its proposals are made from.

use sha2::{Digest, Sha256};

use super::batch::ACTOR;
use crate::app::hexadecimal::hexadecimal;
use crate::app::{AppError, Service};
use crate::model::{Extraction, Link, ProjectId};
use crate::store::ReleaseHead;

impl Service {
    /// The hash of what the proposals of a release are made from: its terms without English, what the base, the dictionaries and the
    /// memory say about them and their parts, and the rules. `learned` stands for the words learned from approved segments.
    pub(super) async fn link_inputs(
        &self,
        (project, number): (&str, ProjectId),
        head: &ReleaseHead,
        learned: &str,
        now: &str,
    ) -> Result<String, AppError> {
        let entries = self.store().entries_of(head.id).await?.into_iter().map(|stored| stored.entry).collect();
        let extraction = Extraction { entries, ..Default::default() };
        let links = self.store().links_of(head.id).await?.into_iter().map(|stored| stored.link);
        let links: Vec<Link> = links.filter(|link| !link.method.is_inferred()).collect();
        let terms = self.terms_without_english(Some(number), &extraction, &links).await?;
        let memory = self.memory_segments(project, head.id, &terms).await?;
        let mut write = self.store().write(ACTOR, now).await?;
        let known = terms.known(&mut write, number).await?;
        write.rollback();
        let is_aligned = self.store().segments_of(head.id).await?.iter().any(|one| one.provenance.document.is_none());
        let mut hash = Sha256::new();
        for part in [
            self.extractor_version(),
            head.content_hash.clone(),
            format!("{:?}", links.iter().map(|link| (&link.ja, &link.en, link.method.as_str())).collect::<Vec<_>>()),
            format!("{terms:?}"),
            format!("{known:?}"),
            format!("{memory:?}"),
            if is_aligned { learned.to_owned() } else { String::new() },
        ] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        Ok(hexadecimal(&hash.finalize()))
    }
}
