//! Translation memories as other programs see them: lists memories and their segments, clears one, adds pairs of texts.

use super::import::DRAFT;
use super::projects::ensure_project;
use super::{AppError, Service};
use crate::model::{Lang, ProjectId, Provenance, Review, Segment, SegmentId};
use crate::store::{MergeCounts, NewSegment};
use crate::text::key::Key;

pub use crate::store::StoredSegment;

/// Segments read per query while searching for a text.
const PAGE: u32 = 1_000;

/// The longest side of a pair, in characters.
pub const LONGEST: usize = 10_000;

/// A memory: all segments of a project with the same source language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemorySummary {
    /// A globally unique identifier in the form of a UUID.
    pub id: String,
    /// The number of the project.
    pub project_id: ProjectId,
    /// The name of the project.
    pub project: String,
    /// The source language.
    pub source_lang: Lang,
    /// The target languages, the one with the most segments first.
    pub target_langs: Vec<Lang>,
    /// The number of segments, not counting rejected ones.
    pub count: usize,
    /// When the oldest segment was created, if known, RFC 3339.
    pub first: Option<String>,
    /// When the newest segment was created.
    pub last: Option<String>,
}

/// A page of segments of a memory.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoryPage {
    /// The segments, in order.
    pub segments: Vec<StoredSegment>,
    /// The segment after which the next page starts; `None` on the last page.
    pub next: Option<SegmentId>,
}

/// Which segments to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryPageQuery {
    /// Only after this segment; none for the first page.
    pub after: Option<SegmentId>,
    /// The largest number of segments.
    pub size: usize,
    /// Only segments with this text on either side.
    pub text: Option<String>,
    /// Whether the search for `text` is case-sensitive.
    pub is_case_sensitive: bool,
}

/// A pair of texts to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPair {
    /// The source text.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// Its identifier in the program it comes from.
    pub key: Option<String>,
}

/// Pairs of texts to add, and what they have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairBatch {
    /// Name of the project, created if it does not exist.
    pub project: String,
    /// The source language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
    /// Where they come from, as recorded in the memory.
    pub origin: String,
    /// Whether they count as approved; otherwise they wait for review.
    pub approved: bool,
    /// The pairs.
    pub pairs: Vec<TextPair>,
}

impl Service {
    /// The memories of all projects, by project and language.
    ///
    /// # Errors
    /// Database errors.
    pub async fn memories(&self) -> Result<Vec<MemorySummary>, AppError> {
        let projects = self.store().projects().await?;
        let mut found: Vec<MemorySummary> = Vec::new();
        for held in self.store().memory_inventory().await? {
            let Some(project) = projects.iter().find(|project| project.id == held.project) else { continue };
            match found
                .last_mut()
                .filter(|last| last.project_id == held.project && last.source_lang == held.source_lang)
            {
                Some(last) => {
                    last.target_langs.push(held.target_lang);
                    last.count += held.count;
                    last.first = last.first.take().into_iter().chain(held.first).min();
                    last.last = last.last.take().max(held.last);
                }
                None => found.push(MemorySummary {
                    id: self.external_id(&format!("memory {} {}", held.project, held.source_lang)).await?,
                    project_id: held.project,
                    project: project.name.clone(),
                    source_lang: held.source_lang,
                    target_langs: vec![held.target_lang],
                    count: held.count,
                    first: held.first,
                    last: held.last,
                }),
            }
        }
        Ok(found)
    }

    /// The memory with this identifier.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn memory_by_id(&self, id: &str) -> Result<MemorySummary, AppError> {
        let found = self.memories().await?.into_iter().find(|memory| memory.id.eq_ignore_ascii_case(id));
        found.ok_or_else(|| AppError::NotFound { what: "translation memory", name: id.to_owned() })
    }

    /// The memory an imported file was added to; `None` if no segment of it is left.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn memory_of_file(&self, project: &str, name: &str) -> Result<Option<MemorySummary>, AppError> {
        let project = self.project_id(project).await?;
        let lang = self.store().language_of_origin(project, name).await?;
        let memories = self.memories().await?;
        let mut own = memories.into_iter().filter(|memory| memory.project_id == project);
        Ok(match lang {
            Some(lang) => own.find(|memory| memory.source_lang == lang),
            None => own.max_by_key(|memory| memory.count),
        })
    }

    /// A page of a memory.
    ///
    /// # Errors
    /// Database errors.
    pub async fn memory_page(&self, memory: &MemorySummary, query: &MemoryPageQuery) -> Result<MemoryPage, AppError> {
        let fold = |text: &str| if query.is_case_sensitive { text.to_owned() } else { text.to_lowercase() };
        let needle = query.text.as_deref().map(fold);
        let fits = |segment: &Segment| {
            let holds =
                |needle: &String| fold(&segment.source).contains(needle) || fold(&segment.target).contains(needle);
            needle.as_ref().is_none_or(holds)
        };
        let (mut after, mut segments) = (query.after, Vec::new());
        loop {
            let page = self.store().segments_from(memory.project_id, &memory.source_lang, after, PAGE).await?;
            let is_last = page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX);
            for stored in page {
                after = Some(stored.id);
                if !fits(&stored.segment) {
                    continue;
                }
                // One more than requested shows that there is a next page.
                if segments.len() == query.size {
                    let next = segments.last().map(|last: &StoredSegment| last.id);
                    return Ok(MemoryPage { segments, next });
                }
                segments.push(stored);
            }
            if is_last {
                return Ok(MemoryPage { segments, next: None });
            }
        }
    }

    /// Removes everything imported into a memory and returns the number of segments removed. Segments aligned in
    /// releases stay.
    ///
    /// # Errors
    /// `invalid_request` if all segments belong to releases; database errors.
    pub async fn clear_memory(&self, memory: &MemorySummary, actor: &str, now: &str) -> Result<usize, AppError> {
        let mut write = self.store().write(actor, now).await?;
        let gone = write.remove_imported_segments(memory.project_id, &memory.source_lang).await?;
        if gone == 0 {
            write.rollback();
            let problem =
                format!("all segments of `{}` belong to releases; delete the releases instead", memory.project);
            return Err(AppError::InvalidRequest { field: "translation_memory_id", problem });
        }
        write.commit().await?;
        Ok(gone)
    }

    /// Adds pairs of texts to the memory, all or none. A pair that exists already is not added again.
    ///
    /// # Errors
    /// `invalid_request` for a text that is blank or too long; database errors.
    pub async fn add_pairs(&self, pairs: &PairBatch, actor: &str, now: &str) -> Result<MergeCounts, AppError> {
        let mut segments = Vec::with_capacity(pairs.pairs.len());
        for (index, pair) in pairs.pairs.iter().enumerate() {
            for (field, text) in [("source", &pair.source), ("target", &pair.target)] {
                let length = text.chars().count();
                if text.trim().is_empty() || length > LONGEST {
                    let number = index + 1;
                    let problem =
                        format!("the text of unit {number} has {length} characters; it must have 1 to {LONGEST}");
                    return Err(AppError::InvalidRequest { field, problem });
                }
            }
            let segment = Segment {
                source_lang: pairs.source_lang.clone(),
                target_lang: pairs.target_lang.clone(),
                source: pair.source.clone(),
                target: pair.target.clone(),
                confidence: if pairs.approved { 1.0 } else { DRAFT },
            };
            let key = Key::new(&segment.source, &segment.source_lang).map(|key| key.exact).unwrap_or_default();
            let provenance = Provenance {
                key: pair.key.clone().filter(|key| !key.is_empty()),
                created_at: Some(now.to_owned()),
                author: Some(actor.to_owned()),
                ..Provenance::of(pairs.origin.as_str())
            };
            segments.push((segment, key, provenance));
        }
        let review = if pairs.approved { Review::Approved } else { Review::Candidate };
        let new: Vec<NewSegment<'_>> = segments
            .iter()
            .map(|(segment, key, provenance)| NewSegment { segment, source_key: key, review, provenance })
            .collect();
        let mut write = self.store().write(actor, now).await?;
        let project = ensure_project(&mut write, &pairs.project).await?;
        let merged = write.merge_segments(project, &new).await?;
        write.commit().await?;
        Ok(merged)
    }

    /// The languages of all memories, as written there.
    ///
    /// # Errors
    /// Database errors.
    pub async fn languages(&self) -> Result<Vec<Lang>, AppError> {
        let tags = self.store().segment_languages().await?;
        Ok(tags.iter().filter_map(|tag| Lang::parse(tag).ok()).collect())
    }
}
