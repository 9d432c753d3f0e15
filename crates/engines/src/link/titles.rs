//! The link between the two titles of a paper.

use super::proof::Proof;
use crate::model::{Extraction, Link, Method, Relation, Sign};

/// The link, if the document pairs the two titles.
pub(super) fn links(found: &Extraction) -> Option<Link> {
    let place = found.paper_titles?;
    let en = found.metadata.paper_title_en.as_deref()?;
    let ja = found.metadata.paper_title_ja.as_deref()?;
    let proof = Proof {
        method: Method::TitlePair,
        span: place.en.cover(place.ja),
        support: format!("{en} / {ja}"),
        entry: None,
    };
    Some(proof.link(ja, en, None, Relation::Title, vec![Sign::new("paired_titles", 0.97)]))
}
