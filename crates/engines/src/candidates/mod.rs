//! Candidates for terms: what a release says beside its glossary that is likely to be a term.
//!
//! [`runs`] finds runs of nouns, [`vocabulary`] tells everyday words, [`c_value`] weighs how often a run stands alone (C-value: Frantzi,
//! Ananiadou and Mima 2000, "Automatic recognition of multi-word terms"), and [`usage`] how it is used: in the title, in captions, glossed,
//! in quotation marks, introduced by name.

mod c_value;
mod runs;
mod usage;
mod vocabulary;

use std::collections::{BTreeMap, HashSet};

use crate::model::{Sign, Span};
use crate::text::normal::normal;
use crate::text::tokeniser::Tokeniser;
pub use usage::is_caption;

/// A passage in which candidates are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Its text.
    pub text: String,
    /// Its span in the release.
    pub span: Span,
    /// Whether it is the title of the release or of its paper.
    pub is_title: bool,
}

/// What is said elsewhere about the terms of the release.
#[derive(Debug, Clone, Default)]
pub struct Surroundings<'a> {
    /// The terms of its glossary, which are no candidates any more.
    pub heads: Vec<&'a str>,
    /// The Japanese terms that it glosses.
    pub glossed: Vec<&'a str>,
    /// The names of organisations, people and the like.
    pub names: Vec<&'a str>,
}

/// A candidate for a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The term as written.
    pub text: String,
    /// How likely it is a term of the release beside the others, 0 to 1; the best has 1.
    pub score: f64,
    /// What speaks for it, each with its weight: `c_value`, `title`, `caption`, `glossed`, `quoted`, `named`.
    pub signs: Vec<Sign>,
    /// How often it occurs, also within longer runs.
    pub occurrences: usize,
    /// The numbers of the contexts in which it occurs, in order.
    pub contexts: Vec<usize>,
}

/// The form in which runs are compared.
fn key(text: &str) -> String {
    normal(text)
}

/// A run of nouns and where it was seen.
#[derive(Debug, Default)]
struct Sightings {
    text: String,
    /// Number of words.
    words: usize,
    occurrences: usize,
    /// How often it was the whole run.
    alone: usize,
    contexts: Vec<usize>,
    usage: usage::Usage,
}

/// The candidates in these contexts, the best first, at most `limit`.
#[must_use]
pub fn candidates(contexts: &[Context], about: &Surroundings<'_>, words: &Tokeniser, limit: usize) -> Vec<Candidate> {
    let keys = |texts: &[&str]| texts.iter().map(|text| key(text)).collect::<HashSet<String>>();
    let (heads, names, glossed) = (keys(&about.heads), keys(&about.names), keys(&about.glossed));
    let mut seen: BTreeMap<String, Sightings> = BTreeMap::new();
    for (number, context) in contexts.iter().enumerate() {
        for part in runs::parts(&context.text, words) {
            let text = part.span.of(&context.text);
            let sightings = seen.entry(key(text)).or_default();
            if sightings.occurrences == 0 {
                text.clone_into(&mut sightings.text);
                sightings.words = part.words;
            }
            sightings.occurrences += 1;
            sightings.alone += usize::from(part.is_whole);
            if sightings.contexts.last() != Some(&number) {
                sightings.contexts.push(number);
            }
            sightings.usage.add(context, part.span);
        }
    }
    let people: HashSet<String> = seen.keys().filter_map(|key| vocabulary::person(key)).map(str::to_owned).collect();
    let values = c_value::of(&seen);
    let mut found: Vec<Candidate> = seen
        .into_iter()
        .filter(|(key, sightings)| {
            !heads.contains(key)
                && !names.contains(key)
                && !people.contains(key)
                && sightings.alone > 0
                && vocabulary::can_be_term(&sightings.text, words)
        })
        .filter_map(|(key, sightings)| {
            let value = values.get(&key).copied().filter(|value| *value > 0.0)?;
            let mut signs = vec![Sign::new("c_value", value)];
            signs.extend(sightings.usage.signs(glossed.contains(&key)));
            let score = value.ln_1p() * (1.0 + signs.iter().skip(1).map(|sign| sign.value).sum::<f64>());
            let Sightings { text, occurrences, contexts, .. } = sightings;
            Some(Candidate { text, score, signs, occurrences, contexts })
        })
        .collect();
    found.sort_by(|one, other| other.score.total_cmp(&one.score).then_with(|| one.text.cmp(&other.text)));
    found.truncate(limit);
    let best = found.first().map_or(1.0, |candidate| candidate.score);
    for candidate in &mut found {
        candidate.score /= best;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], about: &Surroundings<'_>) -> Vec<String> {
        let contexts: Vec<Context> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| Context { text: (*text).to_owned(), span: Span::new(0, text.len()), is_title: at == 0 })
            .collect();
        let all = candidates(&contexts, about, &Tokeniser::by_script(), 3);
        assert!(all.iter().all(|one| (0.0..=1.0).contains(&one.score) && !one.contexts.is_empty()), "{all:?}");
        all.into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn terms_of_the_title_and_glossed_ones_come_first_and_heads_are_none() {
        let texts = ["光渦発生器を開発", "光渦発生器で偏光板を見た。偏光板は薄い。研究グループは偏光板を置いた。"];
        assert_eq!(found(&texts, &Surroundings::default()), ["光渦発生器", "偏光板"]);
        let about = Surroundings { heads: vec!["光渦発生器"], ..Surroundings::default() };
        assert_eq!(found(&texts, &about), ["偏光板"]);
        assert!(found(&[], &about).is_empty());
    }
}
