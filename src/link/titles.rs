//! The paper titles a release pairs in, a link between them out.

use super::score::confidence;
use crate::model::{Extraction, Link, Method, Relation, Release, Sign, Span};

/// The pair, where the document itself says that one title translates the other.
pub(super) fn links(release: &Release, found: &Extraction) -> Option<Link> {
    let en = found.metadata.paper_title_en.clone()?;
    let ja = found.metadata.paper_title_ja.clone()?;
    let signs = vec![Sign::new("paired_titles", 0.97)];
    let at = |text: &str| {
        let head: String = text.chars().take(6).collect();
        release.text.find(&head).unwrap_or(0)
    };
    let start = at(&en).min(at(&ja));
    let end = (at(&en) + en.len()).max(at(&ja) + ja.len()).min(release.text.len());
    let end = (end..=release.text.len()).find(|&end| release.text.is_char_boundary(end)).unwrap_or(release.text.len());
    let support = format!("{en} / {ja}");
    Some(Link {
        ja,
        en,
        abbr: None,
        relation: Relation::Title,
        method: Method::TitlePair,
        confidence: confidence(&signs),
        signs,
        span: Span::new(start, end),
        support,
        entry: None,
    })
}
