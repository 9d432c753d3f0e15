//! The paper titles a release pairs in, a link between them out.

use super::proof::Proof;
use crate::model::{Extraction, Link, Method, Relation, Sign};

/// The pair, where the document itself says that one title translates the other.
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
