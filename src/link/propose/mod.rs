//! PROPOSALS: Japanese terms without proven English in, English words that stand in the same document's English in a place
//! where their translation is to be expected out, each with its signs.
//!
//! [`settings`] gives the closed sets of candidates: the English title of the paper, aligned sentences, English running text.
//! [`tokens`] cuts them into runs of words, [`compose`] says how much of a term and of a run the one explains of the other, by
//! what is known of parts ([`knowledge`]), by sound and by identity. [`triangle`] goes by way of an abbreviation.
//!
//! No English is made up: whatever is proposed stands in the document, or behind an abbreviation the document uses.

mod compose;
mod knowledge;
mod settings;
mod tokens;
mod triangle;

use crate::model::Lang;
use std::collections::BTreeSet;

use crate::model::{AliasKind, Extraction, Link, Method, Relation, Release, Segment, Sign, Span};
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::sound::{Pronunciations, matching_pronunciation};

use compose::{Composed, Term};
use settings::{Setting, SettingKind};
use tokens::Run;

pub use knowledge::Knowledge;

/// From this much agreement on a run of words is proposed.
const LEAST: f64 = 0.70;
/// From here on it is likely.
const GOOD: f64 = 0.85;
/// How far the best run must be before the next one.
const MARGIN: f64 = 0.05;
/// From here on a term surely sounds like a word.
const CLEAR: f64 = 0.85;
/// A link of this confidence leaves nothing to propose.
const PROVEN: f64 = 0.60;
/// The most terms of a document something is looked for.
const MOST: usize = 400;

/// A Japanese term English is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The term.
    pub ja: String,
    /// Abbreviations the document gives for it.
    pub abbreviations: Vec<String>,
    /// Index of its entry, where it is the head of one.
    pub entry: Option<usize>,
}

/// The Japanese terms of a document no link proves an English name for: heads of entries, their other names, and terms only
/// an abbreviation is given for.
#[must_use]
pub fn wanted(found: &Extraction, links: &[Link]) -> Vec<Wanted> {
    let mut all: Vec<(String, Wanted)> = Vec::new();
    let mut add = |ja: &str, abbreviation: Option<&str>, entry: Option<usize>| {
        let is_japanese = ja.chars().any(|c| matches!(class(c), Class::Kanji | Class::Katakana));
        let Some(key) = Key::new(ja, &Lang::JA).filter(|_| is_japanese) else { return };
        let place = match all.iter().position(|(known, _)| *known == key.exact) {
            Some(place) => place,
            None => {
                all.push((key.exact, Wanted { ja: ja.trim().to_owned(), abbreviations: Vec::new(), entry }));
                all.len() - 1
            }
        };
        let known = &mut all[place].1;
        known.entry = known.entry.or(entry);
        if let Some(short) = abbreviation.filter(|short| !known.abbreviations.iter().any(|one| one == short)) {
            known.abbreviations.push(short.to_owned());
        }
    };
    for (index, entry) in found.entries.iter().enumerate().filter(|(_, entry)| entry.lang.is_japanese()) {
        let short = entry.aliases.iter().find(|alias| alias.kind == AliasKind::Abbr && alias.lang.is_english());
        add(&entry.term, short.map(|alias| alias.text.as_str()), Some(index));
        for alias in &entry.aliases {
            let is_name = matches!(alias.kind, AliasKind::Synonym | AliasKind::Variant | AliasKind::Expansion);
            if is_name && alias.lang.is_japanese() {
                add(&alias.text, None, Some(index));
            }
        }
    }
    for link in links.iter().filter(|link| link.relation == Relation::AbbreviationOf) {
        add(&link.ja, Some(&link.en), link.entry);
    }
    let proven = |key: &str| {
        links.iter().any(|link| {
            link.relation == Relation::Equivalent
                && link.confidence >= PROVEN
                && Key::new(&link.ja, &Lang::JA).is_some_and(|other| other.exact == key)
        })
    };
    all.into_iter().filter(|(key, _)| !proven(key)).map(|(_, wanted)| wanted).take(MOST).collect()
}

/// Proposals for these terms, at most one of each method for a term.
#[must_use]
pub fn proposals(
    release: &Release,
    found: &Extraction,
    segments: &[Segment],
    wanted: &[Wanted],
    knowledge: &Knowledge,
) -> Vec<Link> {
    let settings = settings::of(release, found, segments);
    let (mut links, mut heard) = (Vec::new(), None);
    for wanted in wanted {
        let term = Term::new(&wanted.ja, knowledge);
        links.extend(best_in(&settings, &term, wanted, SettingKind::is_title));
        links.extend(best_in(&settings, &term, wanted, SettingKind::is_aligned));
        links.extend(by_sound(&settings, &mut heard, wanted));
        links.extend(triangle::links(&settings, &term, wanted, knowledge));
    }
    links
}

/// A run of words that may be the English of a term.
struct Candidate<'a> {
    setting: &'a Setting,
    run: Run,
    composed: Composed,
    confidence: f64,
}

/// The run of words of settings of one kind that agrees best with the term.
fn best_in(settings: &[Setting], term: &Term, wanted: &Wanted, is_kind: impl Fn(&SettingKind) -> bool) -> Option<Link> {
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for setting in settings.iter().filter(|setting| is_kind(&setting.kind) && setting.may_hold(&wanted.ja)) {
        for run in setting.tokens.runs() {
            let composed = term.compose(setting.tokens.words(&run));
            let probability = match composed.agreement {
                agreement if agreement >= GOOD => 0.88,
                agreement if agreement >= LEAST => 0.70,
                _ => continue,
            };
            let confidence = match setting.kind {
                SettingKind::Aligned(bead) => bead * composed.agreement,
                // A title that does not stand beside its translation may leave the term out.
                SettingKind::Title { paired } => probability * if paired { 0.9 } else { 0.8 },
                SettingKind::Prose => probability * 0.7,
            };
            candidates.push(Candidate { setting, run, composed, confidence });
        }
    }
    candidates.sort_by(|a, b| {
        b.composed.agreement.total_cmp(&a.composed.agreement).then(b.confidence.total_cmp(&a.confidence))
    });
    let best = candidates.first()?;
    let named = best.setting.tokens.named(&best.run);
    let same = |other: &&Candidate<'_>| key(&other.setting.tokens.named(&other.run)) != key(&named);
    let next = candidates.iter().find(same).map_or(0.0, |next| next.composed.agreement);
    let margin = best.composed.agreement - next;
    let mut signs = vec![Sign::new("agreement", best.composed.agreement)];
    signs.extend(best.composed.ways.iter().map(|way| Sign::new(way.name(), 1.0)));
    let mut confidence = best.confidence;
    if margin < MARGIN {
        signs.push(Sign::new("doubt_other_words_fit_as_well", 0.7));
        confidence *= 0.7;
    }
    let method = if best.setting.kind.is_title() { Method::TitleTerm } else { Method::AlignedTerm };
    Some(link(wanted, best.setting, &best.run, method, confidence, signs))
}

/// What the words of a document sound like: each name of one or two words once.
struct Heard<'a> {
    names: Vec<(&'a Setting, Run, Pronunciations)>,
}

impl<'a> Heard<'a> {
    fn of(settings: &'a [Setting]) -> Self {
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        for setting in settings {
            for run in setting.tokens.runs().into_iter().filter(|run| run.len() <= 2) {
                if seen.insert(key(&setting.tokens.named(&run))) {
                    let words: String = setting.tokens.words(&run).iter().map(|word| word.text.as_str()).collect();
                    names.push((setting, run, Pronunciations::of_english(&words)));
                }
            }
        }
        Self { names }
    }
}

/// The one English name of the document that sounds like a term in katakana.
fn by_sound<'a>(settings: &'a [Setting], heard: &mut Option<Heard<'a>>, wanted: &Wanted) -> Option<Link> {
    let ja = normal(&wanted.ja);
    if !ja.chars().all(|c| class(c) == Class::Katakana || matches!(c, '・' | 'ー')) {
        return None;
    }
    let heard = heard.get_or_insert_with(|| Heard::of(settings));
    let sounds: Vec<&Pronunciations> = heard.names.iter().map(|(.., sounds)| sounds).collect();
    let accepted = matching_pronunciation(&ja, &sounds)?;
    let (setting, run, _) = heard.names.get(accepted.index)?;
    let confidence = if accepted.similarity >= CLEAR { 0.95 } else { 0.90 };
    let signs = vec![Sign::new("sounds_alike", accepted.similarity), Sign::new("margin", accepted.margin)];
    Some(link(wanted, setting, run, Method::Sound, confidence, signs))
}

fn link(wanted: &Wanted, setting: &Setting, run: &Run, method: Method, confidence: f64, signs: Vec<Sign>) -> Link {
    let support = match &setting.ja {
        Some(ja) => format!("{} / {ja}", setting.tokens.text),
        None => setting.tokens.text.clone(),
    };
    Link {
        ja: wanted.ja.clone(),
        en: setting.tokens.named(run),
        abbr: None,
        relation: Relation::Equivalent,
        method,
        confidence: confidence.clamp(0.0, 0.99),
        signs,
        span: setting.span,
        support,
        entry: wanted.entry,
    }
}

/// What English words compare as.
fn key(english: &str) -> String {
    Key::new(english, &Lang::EN).map(|key| key.variant).unwrap_or_default()
}

/// The keys under which something may be known of a part of a term: every stretch of it that is not cut inside a run of
/// katakana, Latin letters or digits.
#[must_use]
pub fn keys_of_parts(ja: &str) -> Vec<String> {
    knowledge::stretches(&normal(ja))
        .into_iter()
        .filter_map(|part| Key::new(&part, &Lang::JA))
        .map(|key| key.exact)
        .collect()
}

/// Where `wanted` stands in `text` as it is compared, spaces left out.
fn holds(text: &str, wanted: &str) -> bool {
    let bare = |text: &str| normal(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let wanted = bare(wanted);
    !wanted.is_empty() && bare(text).contains(&wanted)
}

/// The place of a text that may be broken by white space, in a longer one.
fn place_of(text: &str, part: &str) -> Option<Span> {
    let letters: Vec<char> = part.chars().filter(|c| !c.is_whitespace()).collect();
    let first = letters.first()?;
    text.char_indices().filter(|(_, c)| c == first).find_map(|(start, _)| {
        let mut left = letters.iter();
        let mut next = left.next();
        for (at, c) in text[start..].char_indices() {
            match next {
                None => return Some(Span::new(start, start + at)),
                Some(_) if c.is_whitespace() => {}
                Some(letter) if *letter == c => next = left.next(),
                Some(_) => return None,
            }
        }
        next.is_none().then(|| Span::new(start, text.len()))
    })
}
