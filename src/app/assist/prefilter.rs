//! What a search leaves out, and the penalties that can be told from the attributes in the index.

use super::{AssistQuery, PenaltyPoints};
use crate::fuzzy::{Attributes, Origin, RankAdjustment, name_hash};
use crate::model::{ProjectId, Review};
use crate::suggest::{Nearness, preference};

/// Filters segments by their attributes in the index, and computes the penalties the index can know.
#[derive(Clone)]
pub(super) struct Prefilter {
    projects: Vec<u32>,
    target_lang: u32,
    field: u32,
    document: u32,
    fields: Vec<u32>,
    review: Vec<Review>,
    since: u32,
    until: u32,
    pub(super) penalties: PenaltyPoints,
}

impl Prefilter {
    pub(super) fn new(query: &AssistQuery, projects: &[ProjectId], penalties: PenaltyPoints) -> Self {
        let hash = |name: &Option<String>| name.as_deref().map_or(0, name_hash);
        Self {
            projects: projects.iter().filter_map(|project| u32::try_from(project.get()).ok()).collect(),
            target_lang: name_hash(query.target_lang.primary()),
            field: hash(&query.field),
            document: hash(&query.document),
            fields: query.filter.fields.iter().map(|field| name_hash(field)).collect(),
            review: query.filter.review.clone(),
            since: query.filter.since.unwrap_or(0),
            until: query.filter.until.unwrap_or(u32::MAX),
            penalties,
        }
    }

    pub(super) fn adjustment(&self, attributes: &Attributes) -> Option<RankAdjustment> {
        let review = attributes.review();
        let is_eligible = attributes.other_lang == self.target_lang
            && review != Review::Rejected
            && (self.review.is_empty() || self.review.contains(&review))
            && (self.fields.is_empty() || self.fields.contains(&attributes.field))
            && (self.since..self.until).contains(&attributes.created)
            && self.projects.contains(&attributes.project);
        if !is_eligible {
            return None;
        }
        let aligned = attributes.origin() == Origin::Aligned;
        // The index stores confidence rounded down to hundredths; round up, so that no match is ranked too low.
        let confidence = f64::from(attributes.confidence() + 1) / 100.0;
        let unreviewed = self.penalties.for_provenance(review, aligned, confidence).map_or(0, |(_, points)| points);
        let same = |one: u32, other: u32| one != 0 && one == other;
        let other_field = self.field != 0 && attributes.field != 0 && attributes.field != self.field;
        let near = match (same(self.document, attributes.document), same(self.field, attributes.field)) {
            (true, _) => Nearness::Document,
            (false, true) => Nearness::Field,
            (false, false) => Nearness::Elsewhere,
        };
        let penalty = unreviewed + if other_field { self.penalties.other_field } else { 0 };
        Some(RankAdjustment { penalty, preference: preference(review, near) })
    }
}
