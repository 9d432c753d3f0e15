//! Links for English that people found in a release, in the place of what was read for the same term.

use super::pair_key;
use crate::model::{AliasKind, Entry, Extraction, Link, Method, Relation, Release, Sign, Span, StatedEnglish};
use crate::text::chars::has_japanese;
use crate::text::english::is_abbreviation;
use crate::text::layout::Flow;

/// How sure English is that a person found: only the choice of the passage can be wrong.
const FOUND: f64 = 0.99;
/// The most bytes of a line before and after the English that are quoted with it.
const QUOTED: usize = 240;

/// Adds the links that people state. Other English that was read for such a term is left out; abbreviations stay.
pub(super) fn add(mut links: Vec<Link>, release: &Release, found: &Extraction) -> Vec<Link> {
    if found.stated_english.is_empty() {
        return links;
    }
    let stated: Vec<Link> = found.stated_english.iter().filter_map(|stated| link(release, found, stated)).collect();
    links.retain(|link| {
        let is_about = |stated: &&Link| {
            let is_of_head = link.method == Method::HeadGloss && link.entry == stated.entry;
            pair_key(&stated.ja) == pair_key(&link.ja) || is_of_head
        };
        let mut about = stated.iter().filter(is_about).peekable();
        let names = link.relation == Relation::Equivalent && link.method != Method::Identity;
        about.peek().is_none() || !names && about.all(|stated| pair_key(&stated.en) != pair_key(&link.en))
    });
    links.extend(stated);
    links.sort_by_key(|link| (link.span.start, link.span.end));
    links
}

fn link(release: &Release, found: &Extraction, stated: &StatedEnglish) -> Option<Link> {
    let entry = found.entries.get(stated.entry)?;
    let ja = japanese_name(entry)?.to_owned();
    let is_short = is_abbreviation(&stated.text) && has_japanese(&ja);
    Some(Link {
        ja,
        en: stated.text.clone(),
        abbr: None,
        relation: if is_short { Relation::AbbreviationOf } else { Relation::Equivalent },
        method: Method::Person,
        confidence: FOUND,
        signs: vec![Sign::new("selected", FOUND)],
        span: stated.span,
        support: support(&release.text, stated.span),
        entry: Some(stated.entry),
    })
}

/// The Japanese name of an entry, else its term.
fn japanese_name(entry: &Entry) -> Option<&str> {
    let names = entry.aliases.iter().filter(|alias| alias.kind != AliasKind::Reading);
    let mut names = std::iter::once(entry.term.as_str()).chain(names.map(|alias| alias.text.as_str()));
    names.find(|name| has_japanese(name)).or(entry.lang.is_japanese().then_some(entry.term.as_str()))
}

/// The lines that a passage is in, joined, as far as they are near it.
fn support(text: &str, span: Span) -> String {
    let near = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let first = near(span.start.saturating_sub(QUOTED)).min(span.start);
    let last = near((span.end + QUOTED).min(text.len())).max(span.end);
    let start = text[first..span.start].rfind('\n').map_or(first, |at| first + at + 1);
    let end = text[span.end..last].find('\n').map_or(last, |at| span.end + at);
    let mut at = start;
    let lines: Vec<Span> = text[start..end]
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            Span::new(at - line.len(), at)
        })
        .collect();
    Flow::join(text, &lines).text
}
