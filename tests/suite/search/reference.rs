//! A comparison with every segment, by `strsim`: what the index must give.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use taiyaku::model::{Lang, Review, SegmentId};
use taiyaku::search::score::{Distance, Parts};
use taiyaku::search::{Attributes, Entry, Hit, Origin, Query, Standing};
use taiyaku::text::comparison::ComparisonForm;
use taiyaku::text::tokeniser::Tokeniser;

/// A segment as the tests make it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) id: i64,
    pub(crate) text: String,
    pub(crate) form: ComparisonForm,
    pub(crate) attributes: Attributes,
}

impl Known {
    pub(crate) fn new(id: i64, text: &str, lang: &Lang) -> Self {
        let review = if id % 3 == 0 { Review::Approved } else { Review::Suggested };
        let mut attributes = Attributes::default();
        attributes.created = u32::try_from(id % 7).unwrap();
        attributes.project = u32::try_from(id % 2).unwrap();
        let attributes = attributes.with(review, false, Origin::Imported, 1.0);
        let form = ComparisonForm::new(text, lang, &Tokeniser::by_script());
        Self { id, text: text.to_owned(), form, attributes }
    }

    pub(crate) fn entry(&self) -> Option<Entry> {
        Entry::new(SegmentId::new(self.id), &self.text, &self.form, self.attributes)
    }
}

/// The penalty and preference the tests use; project 1 is not wanted.
pub(crate) fn standing(known: &Attributes) -> Option<Standing> {
    let approved = known.review() == Review::Approved;
    (known.project == 0 || known.created > 2)
        .then_some(Standing { penalty: if approved { 0 } else { 2 }, preference: u8::from(approved) })
}

/// The best matches, by comparing all.
pub(crate) fn best(known: &[Known], text: &str, lang: &Lang, floor: u8, limit: usize) -> Vec<Hit> {
    let form = ComparisonForm::new(text, lang, &Tokeniser::by_script());
    if form.tokens.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = known.iter().filter_map(|known| compare(known, text, &form)).collect();
    hits.retain(|hit| hit.score >= floor);
    hits.sort_by(Hit::order);
    hits.truncate(limit);
    hits
}

pub(crate) fn query(text: &str, lang: &Lang, floor: u8, limit: usize) -> Query {
    Query::new(text, &ComparisonForm::new(text, lang, &Tokeniser::by_script()), 0, floor, limit)
}

fn compare(known: &Known, text: &str, form: &ComparisonForm) -> Option<Hit> {
    let entry = known.entry()?;
    let tokens = |form: &ComparisonForm| form.tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
    let (a, b) = (tokens(form), tokens(&known.form));
    let characters =
        distance(strsim::generic_levenshtein(&form.chars, &known.form.chars), form.chars.len(), known.form.chars.len());
    let parts = Parts::new(characters, distance(strsim::generic_levenshtein(&a, &b), a.len(), b.len()));
    let mean = 50.0 * (parts.characters.similarity() + parts.tokens.similarity());
    assert!(f64::from(parts.base) <= mean + 1e-9 && mean < f64::from(parts.base) + 1.0 + 1e-9);
    let short = form.chars.len().min(known.form.chars.len()) <= 4 || a.len().min(b.len()) <= 1;
    let class = match parts.base {
        100 if known.text == text => 100,
        100 if known.form.normal == form.normal => 99,
        100 => 98,
        base if short && base < 75 => return None,
        base => base.min(99),
    };
    let standing = standing(&entry.attributes)?;
    let score = class.checked_sub(standing.penalty).filter(|score| *score > 0)?;
    let both = form.chars.len() + known.form.chars.len();
    let indel = both - 2 * common(&form.chars, &known.form.chars);
    Some(Hit {
        id: SegmentId::new(known.id),
        reversed: false,
        score,
        parts,
        preference: standing.preference,
        indel: Distance { edits: u32::try_from(indel).unwrap(), longest: u32::try_from(both).unwrap() },
        created: known.attributes.created,
    })
}

fn distance(edits: usize, one: usize, other: usize) -> Distance {
    Distance { edits: u32::try_from(edits).unwrap(), longest: u32::try_from(one.max(other)).unwrap() }
}

/// The longest common subsequence, by the full table.
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
