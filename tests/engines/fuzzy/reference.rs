//! The reference: a comparison with every segment, using `strsim`. The index must give the same.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use taiyaku_engines::fuzzy::{Attributes, Distance, Hit, IndexedSegment, Origin, Query, RankAdjustment, ScoreParts};
use taiyaku_language::model::{Lang, Review, SegmentId};
use taiyaku_language::text::comparison::ComparisonForm;
use taiyaku_language::text::tokeniser::Tokeniser;

/// A segment made for the tests.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) id: i64,
    pub(crate) text: String,
    pub(crate) form: ComparisonForm,
    pub(crate) attributes: Attributes,
}

impl Sample {
    pub(crate) fn new(id: i64, text: &str, lang: &Lang) -> Self {
        let review = if id % 3 == 0 { Review::Approved } else { Review::Suggested };
        let mut attributes = Attributes::default();
        attributes.created = u32::try_from(id % 7).unwrap();
        attributes.project = u32::try_from(id % 2).unwrap();
        let attributes = attributes.with(review, false, Origin::Imported, 1.0);
        let form = ComparisonForm::new(text, lang, &Tokeniser::by_script());
        Self { id, text: text.to_owned(), form, attributes }
    }

    pub(crate) fn indexed(&self) -> Option<IndexedSegment> {
        IndexedSegment::new(SegmentId::new(self.id), &self.text, &self.form, self.attributes)
    }
}

/// The penalty and preference used in the tests; recent segments of project 1 are left out.
pub(crate) fn adjustment(attributes: &Attributes) -> Option<RankAdjustment> {
    let approved = attributes.review() == Review::Approved;
    (attributes.project == 0 || attributes.created > 2)
        .then_some(RankAdjustment { penalty: if approved { 0 } else { 2 }, preference: u8::from(approved) })
}

/// The best matches, found by comparing all segments.
pub(crate) fn best(samples: &[Sample], text: &str, lang: &Lang, floor: u8, limit: usize) -> Vec<Hit> {
    let form = ComparisonForm::new(text, lang, &Tokeniser::by_script());
    if form.tokens.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = samples.iter().filter_map(|sample| compare(sample, text, &form)).collect();
    hits.retain(|hit| hit.score >= floor);
    hits.sort_by(Hit::order);
    hits.truncate(limit);
    hits
}

pub(crate) fn query(text: &str, lang: &Lang, floor: u8, limit: usize) -> Query {
    Query::new(text, &ComparisonForm::new(text, lang, &Tokeniser::by_script()), 0, floor, limit)
}

fn compare(sample: &Sample, text: &str, form: &ComparisonForm) -> Option<Hit> {
    let segment = sample.indexed()?;
    let tokens = |form: &ComparisonForm| form.tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
    let (a, b) = (tokens(form), tokens(&sample.form));
    let characters = distance(
        strsim::generic_levenshtein(&form.chars, &sample.form.chars),
        form.chars.len(),
        sample.form.chars.len(),
    );
    let parts = ScoreParts::new(characters, distance(strsim::generic_levenshtein(&a, &b), a.len(), b.len()));
    let mean = 50.0 * (parts.characters.similarity() + parts.tokens.similarity());
    assert!(f64::from(parts.base) <= mean + 1e-9 && mean < f64::from(parts.base) + 1.0 + 1e-9);
    let short = form.chars.len().min(sample.form.chars.len()) <= 4 || a.len().min(b.len()) <= 1;
    let class = match parts.base {
        100 if sample.text == text => 100,
        100 if sample.form.normal == form.normal => 99,
        100 => 98,
        base if short && base < 75 => return None,
        base => base.min(99),
    };
    let adjustment = adjustment(&segment.attributes)?;
    let score = class.checked_sub(adjustment.penalty).filter(|score| *score > 0)?;
    let both = form.chars.len() + sample.form.chars.len();
    let indel = both - 2 * common(&form.chars, &sample.form.chars);
    Some(Hit {
        id: SegmentId::new(sample.id),
        reversed: false,
        score,
        parts,
        preference: adjustment.preference,
        indel: Distance { edits: u32::try_from(indel).unwrap(), longest: u32::try_from(both).unwrap() },
        created: sample.attributes.created,
    })
}

fn distance(edits: usize, one: usize, other: usize) -> Distance {
    Distance { edits: u32::try_from(edits).unwrap(), longest: u32::try_from(one.max(other)).unwrap() }
}

/// The length of the longest common subsequence, by the full table.
fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}
