//! Adds translations that people confirm to the memory; reads and removes segments.

use super::{ProposalOutcome, text};
use crate::app::projects::ensure_project;
use crate::app::{AppError, Service};
use crate::model::{Lang, Neighbours, ProjectId, Provenance, Review, Segment, SegmentId, fingerprint};
use crate::store::{self, StoredSegment, Write};
use crate::text::key::Key;

/// The origin of confirmed segments; not a possible file name.
const ORIGIN: &str = "confirmed";
/// Confidence of a confirmed translation that is not reviewed yet.
const PROPOSED: f64 = 0.9;
/// The longest text, in characters.
pub const LONGEST_TEXT: usize = 10_000;
/// The longest document name or key, in characters.
pub const LONGEST_NAME: usize = 1_000;

/// A translation to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSegment {
    /// Name of the project, created if it does not exist.
    pub project: String,
    /// Language of `source`.
    pub source_lang: Lang,
    /// Language of `target`.
    pub target_lang: Lang,
    /// The source text.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The document or series it belongs to.
    pub document: Option<String>,
    /// Its identifier in the program it comes from.
    pub key: Option<String>,
    /// Its subject field.
    pub field: Option<String>,
    /// The source text of the previous segment.
    pub previous: Option<String>,
    /// The source text of the next segment.
    pub next: Option<String>,
    /// Whether the caller may approve it; otherwise it waits for review.
    pub approved: bool,
}

/// The outcome of adding a translation.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfirmedSegment {
    /// Whether it is new or has changed.
    pub outcome: ProposalOutcome,
    /// Name of its project.
    pub project: String,
    /// The current state of the segment.
    pub segment: StoredSegment,
}

impl Service {
    /// Adds a translation. If the same pair exists, nothing changes, except that it becomes approved if the caller may
    /// approve. For the same document and key, a new target replaces the old one, which stays in the change log. An
    /// approved target is replaced only by a caller who may approve; otherwise both stay until the new one is reviewed.
    ///
    /// # Errors
    /// `invalid_request` for unusable texts, `pair_rejected` if a person rejected the pair; database errors.
    pub async fn confirm_segment(
        &self,
        new: &NewSegment,
        actor: &str,
        now: &str,
    ) -> Result<ConfirmedSegment, AppError> {
        check(new)?;
        let key = Key::new(&new.source, &new.source_lang).map(|key| key.exact).unwrap_or_default();
        let segment = Segment {
            source_lang: new.source_lang.clone(),
            target_lang: new.target_lang.clone(),
            source: new.source.clone(),
            target: new.target.clone(),
            confidence: if new.approved { 1.0 } else { PROPOSED },
        };
        let mut write = self.store().write(actor, now).await?;
        let project = ensure_project(&mut write, &new.project).await?;
        let there = write.segments_of_source(project, &segment, &key).await?;
        let (outcome, id) = insert_or_update(&mut write, project, new, &segment, &key, &there).await?;
        // Even where nothing else changes: what a person confirms stays when the file it came from is removed.
        let is_kept = write.keep_segments(&[id]).await?;
        match outcome {
            ProposalOutcome::Unchanged if !is_kept => write.rollback(),
            _ => drop(write.commit().await?),
        }
        let segment = self.store().segment(id).await?;
        Ok(ConfirmedSegment { outcome, project: new.project.clone(), segment })
    }

    /// One segment of the memory, with the name of its project.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn segment(&self, id: SegmentId) -> Result<(String, StoredSegment), AppError> {
        let segment = self.store().segment(id).await?;
        let project = self.store().project_of(id.into()).await?;
        Ok((project, segment))
    }

    /// Corrects the translation of a segment, which counts as approved; the change log keeps the former one.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` for an unusable text.
    pub async fn correct_segment(&self, id: SegmentId, target: &str, actor: &str, now: &str) -> Result<(), AppError> {
        let target = text("target", target, LONGEST_TEXT, true)?;
        let former = self.store().segment(id).await?;
        let mut write = self.store().write(actor, now).await?;
        if former.segment.target == target && former.review == Review::Approved {
            if write.keep_segments(&[id]).await? {
                write.commit().await?;
            }
            return Ok(());
        }
        write.replace_target(&former, target, Review::Approved, 1.0).await?;
        write.commit().await?;
        Ok(())
    }

    /// Removes a segment from the memory. A segment aligned in a release would return when the release is read again,
    /// so it is rejected instead and no longer offered.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn remove_segment(&self, id: SegmentId, actor: &str, now: &str) -> Result<(), AppError> {
        let aligned = self.store().segment(id).await?.release_id.is_some();
        let mut write = self.store().write(actor, now).await?;
        if aligned {
            write.decide_segment(id, Review::Rejected, None).await?;
        } else {
            write.delete_segment(id).await?;
        }
        write.commit().await?;
        Ok(())
    }
}

/// Adds the translation, given the segments `there` with the same source text.
async fn insert_or_update(
    write: &mut Write,
    project: ProjectId,
    new: &NewSegment,
    segment: &Segment,
    key: &str,
    there: &[StoredSegment],
) -> Result<(ProposalOutcome, SegmentId), AppError> {
    let has_place = new.document.is_some() || new.key.is_some();
    let here =
        |one: &&StoredSegment| has_place && one.provenance.document == new.document && one.provenance.key == new.key;
    let same = |one: &&StoredSegment| one.segment.target == new.target;
    // With the same document and key, or anywhere else: a pair is stored only once.
    let pair = there.iter().filter(here).find(same).or_else(|| there.iter().find(same));
    if let Some(existing) = pair {
        return match existing.review {
            Review::Approved => Ok((ProposalOutcome::Unchanged, existing.id)),
            _ if new.approved => {
                write.decide_segment(existing.id, Review::Approved, None).await?;
                Ok((ProposalOutcome::Updated, existing.id))
            }
            Review::Rejected => Err(AppError::PairRejected { from: new.source.clone(), into: new.target.clone() }),
            Review::Candidate | Review::Suggested => Ok((ProposalOutcome::Unchanged, existing.id)),
        };
    }
    let review = if new.approved { Review::Approved } else { Review::Suggested };
    let may_give_way = |one: &&StoredSegment| match one.review {
        Review::Rejected => false,
        Review::Approved => new.approved,
        Review::Candidate | Review::Suggested => true,
    };
    if let Some(former) = there.iter().rev().filter(here).find(may_give_way) {
        write.replace_target(former, &new.target, review, segment.confidence).await?;
        return Ok((ProposalOutcome::Updated, former.id));
    }
    let (before, after) = (new.previous.as_deref().map(fingerprint), new.next.as_deref().map(fingerprint));
    let provenance = Provenance {
        field: new.field.clone(),
        document: new.document.clone(),
        key: new.key.clone(),
        neighbours: Neighbours { before, after },
        author: Some(write.actor_name().to_owned()),
        ..Provenance::of(ORIGIN)
    };
    let row = store::NewSegment { segment, source_key: key, review, provenance: &provenance };
    let ids = write.insert_segments(project, None, &[row]).await?;
    let id = ids.first().copied().ok_or_else(|| AppError::Stopped { name: "segment".to_owned() })?;
    Ok((ProposalOutcome::Created, id))
}

fn check(new: &NewSegment) -> Result<(), AppError> {
    text("source", &new.source, LONGEST_TEXT, true)?;
    text("target", &new.target, LONGEST_TEXT, true)?;
    for (field, given, most) in [
        ("document", &new.document, LONGEST_NAME),
        ("key", &new.key, LONGEST_NAME),
        ("field", &new.field, LONGEST_NAME),
        ("previous", &new.previous, LONGEST_TEXT),
        ("next", &new.next, LONGEST_TEXT),
    ] {
        if let Some(given) = given {
            text(field, given, most, true)?;
        }
    }
    if new.source_lang.primary() == new.target_lang.primary() {
        let problem = format!("it is `{}`, the same as the source language", new.target_lang);
        return Err(AppError::InvalidRequest { field: "target_lang", problem });
    }
    Ok(())
}
