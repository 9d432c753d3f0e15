//! Links that definitions state without a bracket: `…の略`, `英語では…`.

use super::abbreviation::abbreviates;
use super::name_shape::is_english;
use super::passage::{self, Passage};
use super::proof::Proof;
use crate::model::{AliasKind, Entry, Link, Relation, Sign, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::english::is_abbreviation;

/// The links in the definition of `entry`, given as a passage, for the Japanese name of the entry.
pub(super) fn links(passage: &Passage, entry: &Entry) -> Vec<Link> {
    let aliases = entry.aliases.iter().filter(|alias| alias.kind != AliasKind::Reading);
    let names: Vec<&str> =
        std::iter::once(entry.term.as_str()).chain(aliases.map(|alias| alias.text.as_str())).collect();
    let Some(ja) = names.iter().find(|name| has_japanese(name)) else { return Vec::new() };
    let mut links: Vec<Link> = called_in_english(passage, ja).into_iter().collect();
    links.extend(short_for(passage, ja, &names));
    links.extend(also_called(passage, ja));
    links
}

/// The definition says what the term is called, too, with the English of that name: `エンタングルメント（entanglement）ともいう`.
fn also_called(passage: &Passage, ja: &str) -> Option<Link> {
    let text = passage.flow.text.as_str();
    let (open, close) = passage::brackets(text).into_iter().find(|&(_, close)| {
        let after = text[close..].trim_start_matches([')', '）', '」', '』']);
        after.strip_prefix("とも").is_some_and(|rest| {
            let says = ["い", "言", "呼", "よ", "称", "。"].iter().any(|word| rest.starts_with(word));
            says || rest.trim().is_empty()
        })
    })?;
    let bracket = text[open..].chars().next().map_or(1, char::len_utf8);
    let en = text[open + bracket..close].trim();
    // One name and no sentence: the bracket follows the other name of the term.
    let is_name = text[..open].ends_with(|c: char| matches!(class(c), Class::Katakana | Class::Kanji) || c == 'ー');
    if !is_name || !is_english(en) || en.contains([',', ';', '、']) {
        return None;
    }
    let signs = vec![Sign::new("also_called", 0.88)];
    Some(Proof::in_passage(passage, Span::new(open, close)).link(ja, en, None, Relation::Equivalent, signs))
}

/// The definition spells out an abbreviation: `FCSはfluorescence correlation spectroscopyの略`.
fn short_for(passage: &Passage, ja: &str, names: &[&str]) -> Vec<Link> {
    let text = passage.flow.text.as_str();
    let mut links = Vec::new();
    let short = names.iter().find(|name| is_abbreviation(name)).map(|name| (*name).to_owned()).or_else(|| {
        let head: String =
            text.chars().take_while(|c| matches!(class(*c), Class::Latin | Class::Digit) || *c == '-').collect();
        is_abbreviation(&head).then_some(head)
    });
    let translated = ["の訳", "の和訳", "の日本語訳", "の邦訳"].into_iter().flat_map(|word| text.match_indices(word));
    // 訳者, 訳注, 訳書: no translation of a word.
    let is_translation = |(at, word): &(usize, &str)| {
        !text[at + word.len()..].starts_with(|c: char| class(c) == Class::Kanji && c != '語')
    };
    let shortened = text.match_indices("の略").chain(text.match_indices("の頭文字"));
    for (at, word) in shortened.chain(translated.filter(is_translation)) {
        let before = text[..at].trim_end().trim_end_matches(['」', '』', '”', '"', '）', ')']);
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| {
                matches!(class(*c), Class::Latin | Class::Space | Class::Digit | Class::Greek)
                    || matches!(c, '-' | '‐' | '–' | '/')
            })
            .last()
            .map_or(before.len(), |(at, _)| at);
        let en = before[start..].trim_matches([' ', '/', '–', '\u{3000}']);
        if !is_english(en) || !en.contains(' ') && en.len() < 6 {
            continue;
        }
        let mut signs = vec![Sign::new("short_for", 0.9)];
        if short.as_deref().is_some_and(|short| abbreviates(short, en)) {
            signs.push(Sign::new("schwartz_hearst", 0.96));
        }
        let proof = Proof::in_passage(passage, Span::new(start, at + word.len()));
        links.push(proof.link(ja, en, short.as_deref(), Relation::Equivalent, signs));
    }
    links
}

/// The definition gives the English name: `英語では grain boundary という`, `英語のbrineから`.
fn called_in_english(passage: &Passage, ja: &str) -> Option<Link> {
    let text = passage.flow.text.as_str();
    let at = text.find("英語")?;
    let rest = text[at + "英語".len()..].trim_start_matches("名");
    let rest = ["では", "で", "の", "は", "：", ":"].iter().find_map(|word| rest.strip_prefix(word))?;
    let rest = rest.trim_start_matches([' ', '「', '“', '"']);
    let inside = |c: char| {
        matches!(class(c), Class::Latin | Class::Greek | Class::Digit) || matches!(c, ' ' | '-' | '‐' | '–' | '/')
    };
    let end = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
    let en = rest[..end].trim();
    if !is_english(en) {
        return None;
    }
    let signs = vec![Sign::new("called_in_english", 0.88)];
    let start = text.len() - rest.len();
    Some(Proof::in_passage(passage, Span::new(at, start + end)).link(ja, en, None, Relation::Equivalent, signs))
}
