//! What the glosses of one document say about each other.
//!
//! A term that also stands alone settles the border of longer ones with the same English (結果安定版 beside 安定版, both `stable`). A
//! term with many different glosses (表示（newt）, 表示（ncurses）, 表示（GTK）) is a class whose brackets name members, and so is
//! the abbreviation of many different terms.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::pair_key;
use super::score::confidence;
use crate::model::{Link, Method, Relation, Sign};
use crate::text::word_pairs::stem;

/// This many different glosses of one term are members of a class.
const MANY: usize = 3;

/// The links as the whole document supports them.
pub(super) fn of(links: Vec<Link>) -> Vec<Link> {
    let mut links = agreed_borders(links);
    let of_term = spread(&links, |link| (pair_key(&link.ja), english_key(&link.en)), Relation::Equivalent);
    let of_long = spread(&links, |link| (pair_key(&link.ja), english_key(&link.en)), Relation::AbbreviationOf);
    let of_short = spread(&links, |link| (link.en.clone(), pair_key(&link.ja)), Relation::AbbreviationOf);
    for link in links.iter_mut().filter(|link| is_gloss(link)) {
        let (term, short) = (pair_key(&link.ja), link.en.clone());
        let many = |count: Option<&usize>| count.is_some_and(|count| *count >= MANY);
        match link.relation {
            Relation::Equivalent if !is_explained(link) => match of_term.get(&term) {
                Some(count) if *count >= MANY => doubt(link, "doubt_many_names", 0.4, Relation::Related),
                Some(2) => doubt(link, "doubt_rival_name", 0.75, Relation::Equivalent),
                _ => {}
            },
            Relation::AbbreviationOf if many(of_long.get(&term)) => {
                doubt(link, "doubt_many_names", 0.4, Relation::Related);
            }
            Relation::AbbreviationOf if many(of_short.get(&short)) => {
                doubt(link, "doubt_many_terms", 0.6, Relation::AbbreviationOf);
            }
            _ => {}
        }
    }
    links
}

fn doubt(link: &mut Link, name: &str, value: f64, relation: Relation) {
    link.signs.push(Sign::new(name, value));
    link.confidence = confidence(&link.signs);
    link.relation = relation;
}

/// Whether the words of a link account for each other, whatever else the term is called.
fn is_explained(link: &Link) -> bool {
    link.signs.iter().any(|sign| matches!(sign.name.as_str(), "words_explained" | "sound_explains_all" | "qualifier"))
}

fn is_gloss(link: &Link) -> bool {
    matches!(link.method, Method::InlineGloss | Method::DefinitionGloss | Method::CaptionGloss)
}

/// How many different values each key has among the glosses of a relation. A value that another ends with is no other value.
fn spread(links: &[Link], pair: impl Fn(&Link) -> (String, String), relation: Relation) -> HashMap<String, usize> {
    let mut values: HashMap<String, BTreeSet<String>> = HashMap::new();
    for link in links.iter().filter(|link| is_gloss(link) && link.relation == relation) {
        let (key, value) = pair(link);
        values.entry(key).or_default().insert(value);
    }
    values.into_iter().map(|(key, values)| (key, distinct(&values))).collect()
}

/// The number of values none of which ends with another.
fn distinct(values: &BTreeSet<String>) -> usize {
    let all: HashSet<&str> = values.iter().map(String::as_str).collect();
    let is_longer = |value: &str| value.char_indices().skip(1).any(|(at, _)| all.contains(&value[at..]));
    values.iter().filter(|value| !is_longer(value)).count()
}

/// English by the stems of its words: Recommend and Recommends are one.
fn english_key(en: &str) -> String {
    let words = en.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&word.to_lowercase())).collect()
}

/// The links without those whose term only adds words to a term of the same English that stands alone elsewhere.
fn agreed_borders(links: Vec<Link>) -> Vec<Link> {
    let is_name = |link: &Link| is_gloss(link) && link.relation == Relation::Equivalent;
    // By English: the terms, each with its highest confidence.
    let mut surest: HashMap<String, HashMap<String, f64>> = HashMap::new();
    for link in links.iter().filter(|link| is_name(link)) {
        let confidence = surest.entry(pair_key(&link.en)).or_default().entry(pair_key(&link.ja)).or_default();
        *confidence = confidence.max(link.confidence);
    }
    let is_longer = |link: &Link| {
        let ja = pair_key(&link.ja);
        surest.get(&pair_key(&link.en)).is_some_and(|terms| {
            let mut shorter = ja.char_indices().skip(1).map(|(at, _)| &ja[at..]);
            shorter.any(|term| terms.get(term).is_some_and(|confidence| *confidence >= link.confidence))
        })
    };
    links.into_iter().filter(|link| !is_name(link) || !is_longer(link)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_end_with_another_are_not_counted() {
        let count = |values: &[&str]| distinct(&values.iter().map(|value| (*value).to_owned()).collect());
        assert_eq!(count(&["安定版", "結果安定版", "不安定版"]), 1);
        assert_eq!(count(&["newt", "gtk", "ncurses"]), 3);
    }

    #[test]
    fn other_glosses_of_a_term_or_abbreviation_are_doubts() {
        use Relation::{AbbreviationOf, Equivalent, Related};
        let gloss = |(ja, en, relation, sign): (&str, &str, Relation, &str)| Link {
            ja: ja.to_owned(),
            en: en.to_owned(),
            abbr: None,
            relation,
            method: Method::InlineGloss,
            confidence: 0.9,
            signs: vec![Sign::new(sign, 0.9)],
            span: crate::model::Span::new(0, 1),
            support: String::new(),
            entry: None,
        };
        // The relation of every gloss of a document before, the sign of its first, and what that becomes.
        for (name, relation, sign, pairs, doubt, becomes) in [
            (
                "two names",
                Equivalent,
                "shape",
                &[("膜", "film"), ("膜", "membrane")][..],
                "doubt_rival_name",
                Equivalent,
            ),
            (
                "three",
                Equivalent,
                "shape",
                &[("膜", "film"), ("膜", "membrane"), ("膜", "sheet")],
                "doubt_many_names",
                Related,
            ),
            (
                "an explained one",
                Equivalent,
                "words_explained",
                &[("膜", "film"), ("膜", "membrane"), ("膜", "sheet")],
                "words_explained",
                Equivalent,
            ),
            (
                "abbreviations",
                AbbreviationOf,
                "shape",
                &[("膜", "AB"), ("膜", "CD"), ("膜", "EF")],
                "doubt_many_names",
                Related,
            ),
            (
                "terms of an abbreviation",
                AbbreviationOf,
                "shape",
                &[("膜", "AB"), ("核", "AB"), ("葉", "AB")],
                "doubt_many_terms",
                AbbreviationOf,
            ),
            ("two abbreviations", AbbreviationOf, "shape", &[("膜", "AB"), ("膜", "CD")], "shape", AbbreviationOf),
        ] {
            let links = of(pairs.iter().map(|(ja, en)| gloss((ja, en, relation, sign))).collect());
            let first = links.first().unwrap();
            let last = first.signs.last().map(|sign| sign.name.as_str());
            assert_eq!((last, first.relation, links.len()), (Some(doubt), becomes, pairs.len()), "{name}");
        }
    }

    #[test]
    fn forms_of_one_word_are_one_name() {
        assert_eq!(english_key("Recommends"), english_key("recommend"));
        assert_ne!(english_key("stable"), english_key("bullseye"));
    }
}
