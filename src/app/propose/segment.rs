//! A translation somebody is sure of in; the segment of the memory it is now out.

use super::{ProposalOutcome, text};
use crate::app::{AppError, Service};
use crate::model::segment::fingerprint;
use crate::model::{Lang, ProjectId, Review, Segment, SegmentId};
use crate::store::{self, SegmentAbout, StoredSegment, Write};
use crate::text::key::Key;

/// Where segments come from that people confirm; no file has such a name.
const ORIGIN: &str = "confirmed";
/// How sure a translation is that nobody has looked at.
const PROPOSED: f64 = 0.9;
/// The most characters of a text.
const LONGEST_TEXT: usize = 10_000;
/// The most characters of the name of a document or of a key.
const LONGEST_NAME: usize = 1_000;

/// A translation somebody is sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSegment {
    /// Name of the project; made where there is none.
    pub project: String,
    /// Language of `source`.
    pub source_lang: Lang,
    /// Language of `target`.
    pub target_lang: Lang,
    /// The text translated from.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The document or series it stands in.
    pub document: Option<String>,
    /// Its key in the program it comes from.
    pub key: Option<String>,
    /// Its subject field.
    pub field: Option<String>,
    /// The source text before it in its document.
    pub previous: Option<String>,
    /// The source text after it.
    pub next: Option<String>,
    /// Whether who says so may decide: it counts as approved then, else it waits for review.
    pub approved: bool,
}

/// What became of a translation.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfirmedSegment {
    /// Whether it is new.
    pub kept: ProposalOutcome,
    /// Name of its project.
    pub project: String,
    /// The segment as it is now.
    pub segment: StoredSegment,
}

impl Service {
    /// Keeps a translation. The same pair again changes nothing, but counts as approved where who says so may decide. In one
    /// place (document and key) another target takes the place of the former one, which stays in the log; what was approved
    /// only gives way to somebody who may decide, and stands beside the proposal until then.
    ///
    /// # Errors
    /// `invalid_request` for texts that cannot be kept, `pair_rejected` where a person said that it is no translation; those
    /// of the database.
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
        let project = write.ensure_project(&new.project).await?;
        let there = write.segments_of_source(project, &segment, &key).await?;
        let (kept, id) = put(&mut write, project, new, &segment, &key, &there).await?;
        match kept {
            ProposalOutcome::Unchanged => write.rollback(),
            _ => drop(write.commit().await?),
        }
        let segment = self.store().segment(id).await?;
        Ok(ConfirmedSegment { kept, project: new.project.clone(), segment })
    }

    /// One segment of the memory, with the name of its project.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn segment(&self, id: SegmentId) -> Result<(String, StoredSegment), AppError> {
        let segment = self.store().segment(id).await?;
        let project = self.store().project_of(store::Thing::Segment, id).await?;
        Ok((project, segment))
    }

    /// Takes a segment out of the memory. One that was aligned in a release would come back with it, so it is rejected
    /// instead and offered no more.
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

/// What is to be done with what `there` is of the same source text, done.
async fn put(
    write: &mut Write,
    project: ProjectId,
    new: &NewSegment,
    segment: &Segment,
    key: &str,
    there: &[StoredSegment],
) -> Result<(ProposalOutcome, SegmentId), AppError> {
    let has_place = new.document.is_some() || new.key.is_some();
    let here = |one: &&StoredSegment| has_place && one.document == new.document && one.unit == new.key;
    let same = |one: &&StoredSegment| one.segment.target == new.target;
    // Here or anywhere: a pair is kept once.
    let pair = there.iter().filter(here).find(same).or_else(|| there.iter().find(same));
    if let Some(known) = pair {
        return match known.review {
            Review::Approved => Ok((ProposalOutcome::Unchanged, known.id)),
            _ if new.approved => {
                write.decide_segment(known.id, Review::Approved, None).await?;
                Ok((ProposalOutcome::Updated, known.id))
            }
            Review::Rejected => Err(AppError::PairRejected { from: new.source.clone(), into: new.target.clone() }),
            Review::Candidate | Review::Suggested => Ok((ProposalOutcome::Unchanged, known.id)),
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
    let actor = write.actor_name().to_owned();
    let about = SegmentAbout {
        field: new.field.as_deref(),
        document: new.document.as_deref(),
        unit: new.key.as_deref(),
        context_before: before,
        context_after: after,
        created_at: None,
        author: Some(&actor),
    };
    let row = store::NewSegment { segment, source_key: key, review, origin: ORIGIN, about };
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
        let problem = format!("it is `{}`, as the source is; a translation has another language", new.target_lang);
        return Err(AppError::InvalidRequest { field: "target_lang", problem });
    }
    Ok(())
}
