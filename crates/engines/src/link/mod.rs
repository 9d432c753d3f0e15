//! Finds Japanese–English links that a release itself proves.
//!
//! [`passage`] gives the running text, [`inline`] reads the brackets in it, [`definitions`] phrases such as `…の略`,
//! [`heads`] the heads of entries, [`titles`] the paired titles, and [`keyword_lists`] keywords in both languages. [`boundary`] finds where a Japanese term begins,
//! [`english`] where an English one does, and [`account`] says how far they account for each other; [`abbreviation`] and [`sound`](crate::text::sound) compare the two, [`score`]
//! turns named signs into a probability, and [`proof`] makes the link. Nothing is translated: a link is always printed in
//! the document. [`propose`] looks for the English of terms without a link.

mod abbreviation;
mod account;
mod boundary;
mod coverage;
mod definitions;
mod english;
mod entities;
mod extension;
mod gloss;
mod heads;
mod inline;
mod keyword_lists;
mod left_border;
mod passage;
mod printed_readings;
mod proof;
mod propose;
mod run;
mod score;
mod titles;
mod weighing;
mod word_lists;

use std::collections::HashMap;

use crate::model::{Extraction, Link, Method, Relation, Release};
use crate::text::chars::{Class, class, fold};
use crate::text::tokeniser::Tokeniser;
pub use printed_readings::printed_readings;
pub use propose::{Knowledge, UnlinkedTerm, keys_of_parts, proposals, unlinked_terms};

/// Version of the linking rules. Releases linked by an older version are linked again on the next ingest.
pub const VERSION: &str = "5";

/// The links that the document proves, in the order of the text, each pair once with its strongest proof.
#[must_use]
pub fn terms(release: &Release, found: &Extraction, words: &Tokeniser) -> Vec<Link> {
    let mut links = heads::links(found);
    links.extend(inline::links(release, found, words));
    links.extend(keyword_lists::links(release, words));
    links.extend(titles::links(release, found, words));
    strongest(agreed_borders(links))
}

/// The Japanese term at the end of `left` that the English gloss belongs to; for measuring boundaries.
#[must_use]
pub fn left_boundary<'a>(left: &'a str, english: &str, words: &Tokeniser) -> Option<&'a str> {
    boundary::japanese(left, english, &[], words).map(|found| left[found.start..found.end].trim())
}

/// The links without those whose term only adds words to a term of the same English that stands alone elsewhere in the document:
/// 結果安定版 beside 安定版, both (stable).
fn agreed_borders(links: Vec<Link>) -> Vec<Link> {
    let is_gloss = |link: &Link| {
        matches!(link.method, Method::InlineGloss | Method::DefinitionGloss | Method::CaptionGloss)
            && link.relation == Relation::Equivalent
    };
    let mut surest: HashMap<(String, String), f64> = HashMap::new();
    for link in links.iter().filter(|link| is_gloss(link)) {
        let confidence = surest.entry((pair_key(&link.en), pair_key(&link.ja))).or_default();
        *confidence = confidence.max(link.confidence);
    }
    let is_longer = |link: &Link| {
        let ja = pair_key(&link.ja);
        ja.char_indices().skip(1).any(|(at, _)| {
            let shorter = (pair_key(&link.en), ja[at..].to_owned());
            surest.get(&shorter).is_some_and(|confidence| *confidence >= link.confidence)
        })
    };
    links.into_iter().filter(|link| !is_gloss(link) || !is_longer(link)).collect()
}

/// One link for each pair and relation: the one with the highest confidence, with the abbreviation of any.
fn strongest(links: Vec<Link>) -> Vec<Link> {
    let mut kept: Vec<Link> = Vec::new();
    let mut places: HashMap<(String, String, bool), usize> = HashMap::new();
    for link in links {
        let pair = (pair_key(&link.ja), pair_key(&link.en), link.method == Method::Identity);
        let place = *places.entry(pair).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(other) => {
                let abbr = other.abbr.clone().or_else(|| link.abbr.clone());
                let entry = other.entry.or(link.entry);
                if link.confidence > other.confidence {
                    *other = link;
                }
                other.abbr = abbr;
                other.entry = entry;
            }
            None => kept.push(link),
        }
    }
    kept.sort_by_key(|link| (link.span.start, link.span.end));
    kept
}

fn pair_key(text: &str) -> String {
    text.chars().map(fold).filter(|c| class(*c) != Class::Space && *c != '-').flat_map(char::to_lowercase).collect()
}
