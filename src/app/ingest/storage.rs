//! Stores one document: its release, entries, links, concepts and evidence, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use super::corrections::{CorrectionChange, are_current};
use super::outcome::{Outcome, Status};
use super::proposals::DictionaryName;
use crate::app::bilingual::review_of;
use crate::app::concepts::attach::{attach, attach_name, link_keys};
use crate::app::concepts::grouping::groups;
use crate::app::concepts::refresh::{Names, refresh_names};
use crate::app::concepts::sentence_case::with_small_heads;
use crate::app::concepts::witness::Witness;
use crate::app::extract::ExtractedDocument;
use crate::app::projects::ensure_project;
use crate::app::{AppError, Service};
use crate::model::{
    ConceptId, Doubt, Entry, EvidenceKind, Lang, Link, Method, ProjectId, Provenance, Relation, ReleaseCorrection,
    ReleaseId, Segment, Span, TermId,
};
use crate::store::{NewEntry, NewLink, NewRelease, NewSegment, ReleaseHead, StoreError, Write};
use crate::text::key::Key;

/// How many releases with the same name are considered.
const NAMESAKES: u32 = 200;

/// What to do with a document that is stored already and was read with the current rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Again {
    /// Leave it.
    No,
    /// Store it if linking it again gives other proposals.
    IfChanged,
    /// Store it: what people decided about its terms has changed.
    Always,
}

/// A document that has been read and is ready to be stored.
#[derive(Debug, Clone)]
pub(in crate::app) struct PreparedDocument {
    /// Its name.
    pub(super) name: String,
    /// Hash of its bytes.
    pub(super) hash: String,
    /// Size in bytes.
    pub(super) size: u64,
    /// Everything extracted from it.
    pub(super) found: ExtractedDocument,
    /// Who submitted it, for the change log.
    pub(in crate::app) actor: String,
    /// Links between its entries and those of its version in the other language; `None` for those that are stored.
    pub(super) paired: Option<Vec<Link>>,
    /// What a person changes about the corrections of the document.
    pub(in crate::app) correction: Option<CorrectionChange>,
}

impl Service {
    /// The stored release with the same content, if the project has one.
    pub(super) async fn stored_release(&self, project: &str, hash: &str) -> Result<Option<ReleaseHead>, AppError> {
        let Some(project) = self.store().project(project).await? else { return Ok(None) };
        Ok(self.store().release_by_hash(project.id, hash).await?)
    }

    /// The outcome for a document that is stored already and up to date.
    pub(super) async fn unchanged(&self, name: &str, head: &ReleaseHead) -> Result<Outcome, AppError> {
        let entries = self.store().entries_of(head.id).await?;
        let links: Vec<Link> = self.store().links_of(head.id).await?.into_iter().map(|stored| stored.link).collect();
        let is_title = |segment: &Segment| {
            links
                .iter()
                .any(|link| link.relation == Relation::Title && link.ja == segment.source && link.en == segment.target)
        };
        let segments = self.store().segments_of(head.id).await?.into_iter().map(|stored| stored.segment);
        let aligned = segments.filter(|segment| !is_title(segment)).collect();
        let found = ExtractedDocument {
            release: crate::model::Release { source: head.source.clone(), ..Default::default() },
            extraction: crate::model::Extraction {
                entries: entries.into_iter().map(|stored| stored.entry).collect(),
                doubts: head.doubts.clone(),
                ..Default::default()
            },
            links,
            readings: Vec::new(),
            aligned,
        };
        Ok(Outcome::stored(name, Status::Unchanged, head.id, &found))
    }

    /// Stores one document, read with the corrections that people made of it. A stored document that was read with the current
    /// rules is left unchanged, unless `again` says otherwise.
    pub(in crate::app) async fn store_document(
        &self,
        project: &str,
        ready: PreparedDocument,
        again: Again,
        now: &str,
    ) -> Result<Outcome, AppError> {
        loop {
            let change = ready.correction.as_ref();
            let corrections = self.corrections_after(project, &ready.hash, change, &ready.actor).await?;
            let mut corrected = ready.clone();
            if !corrections.is_empty() {
                corrected.found = self.with_corrections(&ready.name, &ready.found, &corrections).await?;
            }
            if let Some(outcome) = self.store_corrected(project, corrected, &corrections, again, now).await? {
                return Ok(outcome);
            }
        }
    }

    /// Stores one document that was read with these corrections; `None` if it has others by now.
    async fn store_corrected(
        &self,
        project: &str,
        mut ready: PreparedDocument,
        corrections: &[ReleaseCorrection],
        again: Again,
        now: &str,
    ) -> Result<Option<Outcome>, AppError> {
        let version = self.extractor_version();
        let namesakes = self.namesakes(project, &ready.name, ready.found.release.source.url.as_deref()).await?;
        // Names it had before: evidence it no longer contains must no longer count.
        let (mut names, mut proposed) = (BTreeSet::new(), BTreeSet::new());
        if let Some(head) = self.stored_release(project, &ready.hash).await? {
            if head.extractor_version == version && again == Again::No {
                return self.unchanged(&ready.name, &head).await.map(Some);
            }
            names = self.names_of(head.id).await?;
            proposed = self.proposed_before(head.id).await?;
            let paired = match ready.paired.take() {
                Some(paired) => paired,
                None => self.stored_pairs(head.id, &ready.found.extraction.entries).await?,
            };
            ready.found.links.extend(paired);
        }
        let project_id = self.store().project(project).await?.map(|project| project.id);
        let unlinked = self.unlinked_terms(project_id, &ready.found).await?;
        // A release that is new finds its English in the memory when it is linked again.
        let memory = match self.stored_release(project, &ready.hash).await? {
            Some(head) => self.memory_segments(project, head.id, &unlinked).await?,
            None => Vec::new(),
        };
        names.extend(names_in(&ready.found.extraction.entries, &ready.found.links));
        let mut write = self.store().write(&ready.actor, now).await?;
        let project = ensure_project(&mut write, project).await?;
        let stored = write.release_by_hash(project, &ready.hash).await?;
        if let Some(head) = stored.as_ref().filter(|head| head.extractor_version == version && again == Again::No) {
            write.rollback();
            return self.unchanged(&ready.name, head).await.map(Some);
        }
        let own = stored.as_ref().map(|head| head.id);
        let made = match (&ready.correction, own) {
            (Some(change), Some(own)) => change.store(&mut write, own).await?,
            // The release was deleted meanwhile.
            (Some(_), None) => return Err(AppError::NotFound { what: "release", name: ready.name }),
            (None, _) => None,
        };
        let current = write.corrections_of(project, &ready.hash).await?;
        if !are_current(corrections, &current) {
            write.rollback();
            return Ok(None);
        }
        write.set_obstacles(&current, &ready.found.extraction.obstacles).await?;
        let mut others = namesakes.iter().filter(|(id, hash)| *hash != ready.hash && own.is_none_or(|own| *id < own));
        if let Some((other, _)) = others.next_back() {
            ready.found.extraction.doubts.push(same_name(&ready.name, *other));
        }
        let new = NewRelease {
            project,
            content_hash: &ready.hash,
            size: ready.size,
            release: &ready.found.release,
            metadata: &ready.found.extraction.metadata,
            doubts: &ready.found.extraction.doubts,
            extractor_version: &version,
        };
        let (id, before) = match own {
            Some(id) => (id, write.replace_release(id, &new).await?),
            None => (write.insert_release(&new).await?, Vec::new()),
        };
        let proposals = unlinked.proposals(&mut write, project, &ready.found, memory).await?;
        let imported = unlinked.imported();
        if let Some(head) = stored.as_ref().filter(|head| head.extractor_version == version)
            && again != Again::Always
            && proposed == summary(&proposals, &ready.found.links, &imported)
        {
            write.rollback();
            return self.unchanged(&ready.name, head).await.map(Some);
        }
        ready.found.links.extend(proposals);
        self.fill(&mut write, project, id, &ready, &imported, before.iter().copied().collect()).await?;
        if own.is_some() {
            write.sweep_unsupported(project).await?;
            refresh_names(&mut write, project, &names).await?;
        }
        write.commit().await?;
        let status = if own.is_some() { Status::Updated } else { Status::Added };
        Ok(Some(Outcome { correction: made, ..Outcome::stored(&ready.name, status, id, &ready.found) }))
    }

    /// Writes everything extracted from a release.
    async fn fill(
        &self,
        write: &mut Write,
        project: ProjectId,
        id: ReleaseId,
        ready: &PreparedDocument,
        imported: &[DictionaryName],
        before: BTreeSet<TermId>,
    ) -> Result<(), StoreError> {
        let found = &ready.found;
        let keys: Vec<String> = found.extraction.entries.iter().map(|entry| key(&entry.term, &entry.lang)).collect();
        let rows: Vec<NewEntry<'_>> =
            found.extraction.entries.iter().zip(&keys).map(|(entry, key)| NewEntry { entry, term_key: key }).collect();
        let entries = write.insert_entries(id, &rows).await?;
        write.insert_references(id, &found.extraction.references, &entries).await?;
        let keys: Vec<(String, String)> = found.links.iter().map(|link| link_keys(&link.ja, &link.en)).collect();
        let rows: Vec<NewLink<'_>> =
            found.links.iter().zip(&keys).map(|(link, (ja_key, en_key))| NewLink { link, ja_key, en_key }).collect();
        let links = write.insert_links(id, &rows, &entries).await?;
        let segments = found.segments();
        let provenance = Provenance::of_release();
        let keys: Vec<String> = segments.iter().map(|segment| key(&segment.source, &segment.source_lang)).collect();
        let rows: Vec<NewSegment<'_>> = segments
            .iter()
            .zip(&keys)
            .map(|(segment, key)| NewSegment {
                segment,
                source_key: key,
                review: review_of(segment.confidence),
                provenance: &provenance,
            })
            .collect();
        write.insert_segments(project, Some(id), &rows).await?;
        let witness = Witness {
            project,
            kind: EvidenceKind::Document,
            release: Some(id),
            source: &ready.name,
            field: None,
            entries: &entries,
            links: &links,
            before: &before,
            words: self.words(),
        };
        let mut named: BTreeMap<String, ConceptId> = BTreeMap::new();
        for mut group in groups(&with_small_heads(&found.extraction, &found.release.text), &found.links) {
            group.add_readings(&found.readings);
            let concept = attach(write, &group, &witness).await?;
            for claim in group.claims.iter().filter(|claim| claim.lang.is_japanese()) {
                named.extend(concept.map(|concept| (claim.key.exact.clone(), concept)));
            }
        }
        for imported in imported {
            let Some(concept) = named.get(&imported.ja_key) else { continue };
            let witness = Witness { kind: EvidenceKind::Import, source: &imported.source, ..witness };
            attach_name(write, *concept, &imported.ja_key, &imported.claim, &witness).await?;
        }
        Ok(())
    }

    /// The proposals stored for a release.
    async fn proposed_before(&self, release: ReleaseId) -> Result<Summary, AppError> {
        let links = self.store().links_of(release).await?;
        let changes = |link: &&Link| link.method.is_inferred() || link.method == Method::PairedEntry;
        let links = links.iter().map(|stored| &stored.link).filter(changes);
        let mut proposed: Summary = links.map(proposal).collect();
        proposed.extend(self.store().imported_for(release).await?.into_iter().map(|(source, en)| (source, en, 0)));
        Ok(proposed)
    }

    /// The stored links between entries of a release and those of its version in the other language, as far as it still has the
    /// entries.
    async fn stored_pairs(&self, release: ReleaseId, entries: &[Entry]) -> Result<Vec<Link>, AppError> {
        let links = self.store().links_of(release).await?.into_iter().map(|stored| stored.link);
        let paired = links.filter(|link| link.method == Method::PairedEntry).filter_map(|link| {
            // The English of a pair is written as in a sentence.
            let is_own = |entry: &Entry| entry.term == link.ja || entry.term.eq_ignore_ascii_case(&link.en);
            let same = link.entry.filter(|at| entries.get(*at).is_some_and(is_own));
            let at = same.or_else(|| entries.iter().position(is_own))?;
            Some(Link { entry: Some(at), span: entries.get(at)?.head_span, ..link })
        });
        Ok(paired.collect())
    }

    /// The names in a stored release.
    pub(in crate::app) async fn names_of(&self, release: ReleaseId) -> Result<Names, AppError> {
        let entries = self.store().entries_of(release).await?;
        let links = self.store().links_of(release).await?;
        Ok(names_in(entries.iter().map(|stored| &stored.entry), links.iter().map(|stored| &stored.link)))
    }

    /// Releases with exactly this name and their hashes, by number. Pages of two addresses are different documents, even if both
    /// are called `index.html`.
    async fn namesakes(
        &self,
        project: &str,
        name: &str,
        url: Option<&str>,
    ) -> Result<Vec<(ReleaseId, String)>, AppError> {
        let Some(project) = self.store().project(project).await? else { return Ok(Vec::new()) };
        let heads = self.store().releases_named(project.id, name, NAMESAKES).await?;
        let may_be_older =
            |head: &ReleaseHead| head.source.url.as_deref().zip(url).is_none_or(|(one, other)| one == other);
        Ok(heads.into_iter().filter(may_be_older).map(|head| (head.id, head.content_hash)).collect())
    }
}

/// A summary of proposals for comparison: method and pair, or dictionary and name, with the confidence in
/// ten-thousandths.
type Summary = BTreeSet<(String, String, i64)>;

fn summary(proposals: &[Link], links: &[Link], imported: &[DictionaryName]) -> Summary {
    let imported = imported.iter().map(|one| (one.source.clone(), one.claim.text.clone(), 0));
    let paired = links.iter().filter(|link| link.method == Method::PairedEntry);
    proposals.iter().chain(paired).map(proposal).chain(imported).collect()
}

fn proposal(link: &Link) -> (String, String, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "a confidence is at most one")]
    let confidence = (link.confidence * 10_000.0).round() as i64;
    (link.method.as_str().to_owned(), format!("{}\t{}", link.ja, link.en), confidence)
}

/// The names in entries and links.
fn names_in<'a>(entries: impl IntoIterator<Item = &'a Entry>, links: impl IntoIterator<Item = &'a Link>) -> Names {
    let entries = entries.into_iter().map(|entry| (entry.lang.clone(), key(&entry.term, &entry.lang)));
    let links = links.into_iter().map(|link| (Lang::JA, key(&link.ja, &Lang::JA)));
    entries.chain(links).collect()
}

fn key(text: &str, lang: &Lang) -> String {
    Key::new(text, lang).map(|key| key.exact).unwrap_or_default()
}

fn same_name(name: &str, other: ReleaseId) -> Doubt {
    let message = format!(
        "Release `{other}` has the same name `{name}` but different content. Both are stored; delete the outdated one."
    );
    Doubt::new("same_name_other_content", message, Span::default())
}
