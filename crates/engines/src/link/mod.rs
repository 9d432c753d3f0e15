//! Finds Japanese–English links that a release itself proves.
//!
//! [`passage`] gives the running text, [`inline`] reads the brackets in it, [`definitions`] phrases such as `…の略`,
//! [`heads`] the heads of entries, [`titles`] the paired titles, and [`keyword_lists`] keywords in both languages; [`records`] are lines
//! whose brackets name people, places and money. [`boundary`] finds where a Japanese term begins,
//! [`english`] where an English one does, and [`account`] says how far they account for each other; [`abbreviation`] and [`sound`](crate::text::sound) compare the two, [`score`]
//! turns named signs into a probability, [`proof`] makes the link, and [`consensus`] lets the glosses of one document judge each other. [`stated`] adds the English that people found. Nothing is translated: a link is always printed in
//! the document. [`propose`] looks for the English of terms without a link.

mod abbreviation;
mod account;
mod boundary;
mod consensus;
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
mod name_shape;
mod passage;
mod printed_readings;
mod proof;
mod propose;
mod records;
mod run;
mod score;
mod stated;
mod titles;
mod weighing;

use std::collections::HashMap;

use crate::model::{Extraction, Link, Method, Release};
use crate::text::chars::{Class, class, fold};
use crate::text::layout::Layout;
use crate::text::tokeniser::Tokeniser;
pub use propose::{Knowledge, UnlinkedTerm, bare, keys_of_parts, proposals, unlinked_terms};
use records::Records;

/// Version of the linking rules. Releases linked by an older version are linked again on the next ingest.
pub const VERSION: &str = "7";

/// The links that the document proves, in the order of the text, each pair once with its strongest proof.
#[must_use]
pub fn terms(release: &Release, found: &Extraction, words: &Tokeniser) -> Vec<Link> {
    terms_and_readings(release, found, words).0
}

/// The links, and the terms with a printed reading, each with its reading in katakana, in the order of the text.
#[must_use]
pub fn terms_and_readings(
    release: &Release,
    found: &Extraction,
    words: &Tokeniser,
) -> (Vec<Link>, Vec<(String, String)>) {
    let layout = Layout::of(&release.text, &release.blocks);
    let records = Records::of(&layout, &release.text, found);
    let passages = passage::of_layout(&layout, release, found, &records);
    let readings = printed_readings::of(&passages, words);
    let mut links = heads::links(found);
    let glosses = inline::links(passages, release, found, words);
    links.extend(glosses.into_iter().map(|mut link| {
        records.judge(&mut link, &release.text);
        link
    }));
    links.extend(keyword_lists::links(&layout, release, words));
    links.extend(titles::links(&layout, release, found, words));
    (stated::add(strongest(consensus::of(links)), release, found), readings)
}

/// The Japanese term at the end of `left` that the English gloss belongs to; for measuring boundaries.
#[must_use]
pub fn left_boundary<'a>(left: &'a str, english: &str, words: &Tokeniser) -> Option<&'a str> {
    boundary::japanese(left, english, &[], words).map(|found| left[found.start..found.end].trim())
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
