//! One document as found in, its release, entries, links, concepts and evidence in the store out, in one unit of work.

use std::collections::BTreeSet;

use super::attach::{Witness, attach, link_keys, settle};
use super::claims::groups;
use super::outcome::{Outcome, Status};
use crate::app::extract_file::Found;
use crate::app::{AppError, Service};
use crate::model::{Doubt, Entry, EvidenceKind, Lang, Link, ReleaseId, Review, Span};
use crate::store::{
    NewEntry, NewLink, NewRelease, NewSegment, ProjectId, ReleaseFilter, ReleaseHead, SegmentAbout, StoreError, Write,
};
use crate::text::key::Key;

/// How many releases of one name are looked at.
const NAMESAKES: u32 = 200;

/// A document ready to be kept.
pub(super) struct Ready {
    /// Its name.
    pub(super) name: String,
    /// Hash of its bytes.
    pub(super) hash: String,
    /// How many bytes.
    pub(super) size: u64,
    /// What was found in it.
    pub(super) found: Found,
}

impl Service {
    /// The release of these bytes, if the project has it.
    pub(super) async fn known(&self, project: &str, hash: &str, now: &str) -> Result<Option<ReleaseHead>, AppError> {
        let Some(project) = self.store().project(project).await? else { return Ok(None) };
        let mut write = self.store().write("ingest", now).await?;
        let known = write.release_by_hash(project.id, hash).await?;
        write.rollback();
        Ok(known)
    }

    /// What became of a document the project has, read by the rules of today.
    pub(super) async fn unchanged(&self, name: &str, head: &ReleaseHead) -> Result<Outcome, AppError> {
        let entries = self.store().entries_of(head.id).await?;
        let links = self.store().links_of(head.id).await?;
        let found = Found {
            release: crate::model::Release { source: head.source.clone(), ..Default::default() },
            extraction: crate::model::Extraction {
                entries: entries.into_iter().map(|stored| stored.entry).collect(),
                doubts: head.doubts.clone(),
                ..Default::default()
            },
            links: links.into_iter().map(|stored| stored.link).collect(),
        };
        Ok(Outcome::kept(name, Status::Unchanged, head.id, &found))
    }

    /// Keeps one document.
    pub(super) async fn keep(&self, project: &str, mut ready: Ready, now: &str) -> Result<Outcome, AppError> {
        let version = self.extractor_version();
        let namesakes = self.namesakes(project, &ready.name).await?;
        // Names it had before: what it no longer says must count no longer.
        let mut names = match self.known(project, &ready.hash, now).await? {
            Some(head) => self.names_of(head.id).await?,
            None => BTreeSet::new(),
        };
        names.extend(names_in(&ready.found.extraction.entries, &ready.found.links));
        let mut write = self.store().write("ingest", now).await?;
        let project = write.ensure_project(project).await?;
        let known = write.release_by_hash(project, &ready.hash).await?;
        if let Some(head) = known.as_ref().filter(|head| head.extractor_version == version) {
            write.rollback();
            return self.unchanged(&ready.name, head).await;
        }
        let own = known.as_ref().map(|head| head.id);
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
        self.fill(&mut write, project, id, &ready, before.iter().copied().collect()).await?;
        if own.is_some() {
            write.sweep_unsupported(project).await?;
            settle_names(&mut write, project, &names).await?;
        }
        write.commit().await?;
        let status = if own.is_some() { Status::Updated } else { Status::Added };
        Ok(Outcome::kept(&ready.name, status, id, &ready.found))
    }

    /// Writes what was found in a release.
    async fn fill(
        &self,
        write: &mut Write,
        project: ProjectId,
        id: ReleaseId,
        ready: &Ready,
        before: BTreeSet<i64>,
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
        let keys: Vec<String> = segments.iter().map(|segment| key(&segment.source, &segment.source_lang)).collect();
        let rows: Vec<NewSegment<'_>> = segments
            .iter()
            .zip(&keys)
            .map(|(segment, key)| NewSegment {
                segment,
                source_key: key,
                review: Review::Suggested,
                origin: "ingest",
                about: SegmentAbout::default(),
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
        for group in groups(&found.extraction, &found.links) {
            attach(write, &group, &witness).await?;
        }
        Ok(())
    }

    /// The names a kept release leads to.
    pub(in crate::app) async fn names_of(&self, release: ReleaseId) -> Result<Names, AppError> {
        let entries = self.store().entries_of(release).await?;
        let links = self.store().links_of(release).await?;
        Ok(names_in(entries.iter().map(|stored| &stored.entry), links.iter().map(|stored| &stored.link)))
    }

    /// Releases of this very name, by number, with their hashes.
    async fn namesakes(&self, project: &str, name: &str) -> Result<Vec<(ReleaseId, String)>, AppError> {
        let Some(project) = self.store().project(project).await? else { return Ok(Vec::new()) };
        let filter = ReleaseFilter { name: Some(name.to_owned()), ..ReleaseFilter::default() };
        let heads = self.store().releases(Some(project.id), 0, NAMESAKES, &filter).await?;
        Ok(heads.into_iter().filter(|head| head.source.name == name).map(|head| (head.id, head.content_hash)).collect())
    }
}

/// Names as the store finds them: language and key.
pub(in crate::app) type Names = BTreeSet<(Lang, String)>;

/// The names entries and links lead to.
fn names_in<'a>(entries: impl IntoIterator<Item = &'a Entry>, links: impl IntoIterator<Item = &'a Link>) -> Names {
    let entries = entries.into_iter().map(|entry| (entry.lang.clone(), key(&entry.term, &entry.lang)));
    let links = links.into_iter().map(|link| (Lang::JA, key(&link.ja, &Lang::JA)));
    entries.chain(links).collect()
}

/// Brings the confidence of all concepts of these names in line with the evidence that is left.
pub(in crate::app) async fn settle_names(
    write: &mut Write,
    project: ProjectId,
    names: &Names,
) -> Result<(), StoreError> {
    let mut concepts = BTreeSet::new();
    for (lang, key) in names {
        concepts.extend(write.concepts_with_key(project, lang, key).await?.iter().map(|concept| concept.id));
    }
    for concept in concepts {
        settle(write, concept).await?;
    }
    Ok(())
}

fn key(text: &str, lang: &Lang) -> String {
    Key::new(text, lang).map(|key| key.exact).unwrap_or_default()
}

fn same_name(name: &str, other: ReleaseId) -> Doubt {
    let message = format!(
        "Release `{other}` has the same name `{name}` and other content. Both are kept; delete the one that is out of date."
    );
    Doubt::new("same_name_other_content", message, Span::default())
}
