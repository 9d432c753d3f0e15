//! A document with what it proves in; what else may be the English of its terms out, by what the base knows of their parts.

use std::collections::BTreeSet;

use crate::app::Service;
use crate::app::extract_file::Found;
use crate::link::propose::{Knowledge, Known, KnownFrom, Wanted, keys_of_parts, proposals, wanted};
use crate::model::{Lang, Link};
use crate::store::{ProjectId, StoreError, Write};
use crate::text::key::Key;

impl Service {
    /// Proposals for the terms of a document no English is proven for.
    pub(super) async fn proposals(
        &self,
        write: &mut Write,
        project: ProjectId,
        found: &Found,
    ) -> Result<Vec<Link>, StoreError> {
        let wanted = wanted(&found.extraction, &found.links);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let knowledge = knowledge(write, project, &wanted).await?;
        Ok(proposals(&found.release, &found.extraction, &found.segments(), &wanted, &knowledge))
    }
}

/// What the base knows of the parts of these terms and of their abbreviations.
async fn knowledge(write: &mut Write, project: ProjectId, wanted: &[Wanted]) -> Result<Knowledge, StoreError> {
    let parts: BTreeSet<String> = wanted.iter().flat_map(|wanted| keys_of_parts(&wanted.ja)).collect();
    let parts: Vec<String> = parts.into_iter().collect();
    let mut knowledge = Knowledge::default();
    for known in write.english_of_keys(project, &parts).await? {
        let from = if known.is_curated { KnownFrom::Starter } else { KnownFrom::TermBase };
        knowledge.add(&known.ja_key, Known { en: known.en, from });
    }
    let key = |short: &String| Key::new(short, &Lang::EN).map(|key| key.exact);
    let shorts: BTreeSet<String> = wanted.iter().flat_map(|wanted| &wanted.abbreviations).filter_map(key).collect();
    let shorts: Vec<String> = shorts.into_iter().collect();
    for (short, en) in write.long_forms(project, &shorts).await? {
        knowledge.add_long_form(&short, &en);
    }
    Ok(knowledge)
}
