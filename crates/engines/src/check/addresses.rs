//! Rule `addresses`: web addresses, mail addresses and DOIs that the translation lacks or changes.
//!
//! Pages exist in several languages: `/ja/` and `/en/`, `ja.example.org` and `example.org/en` are the same address.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, Item};
use super::finding::{finding, sorted_spans};
use super::fixes;
use super::text::DraftText;
use crate::model::{Finding, Location, Rule, Severity, Side, Span};
use crate::text::placeable::PlaceableKind;

/// Parts of an address that name its language.
const LANGUAGES: [&str; 14] = [
    "ja", "jp", "jpn", "ja-jp", "ja_jp", "en", "eng", "en-us", "en_us", "en-gb", "en_gb", "japanese", "english", "www",
];

pub(super) fn findings(source: &DraftText<'_>, target: &DraftText<'_>) -> Vec<Finding> {
    if ![source, target].iter().any(|side| side.text.contains([':', '@', '/', '.'])) {
        return Vec::new();
    }
    let (sources, targets) = (addresses(source), addresses(target));
    let difference = Difference::of_names(&sources, &targets);
    let (lost, added) = (difference.lost, difference.added);
    let (of_lost, of_added) = (Localities::of(&lost), Localities::of(&added));
    let kept = |these: &[Item], those: &Localities, mail: bool| -> Vec<Item> {
        let is_kept = |item: &&Item| is_mail(&item.written) == mail && !those.localise(item);
        these.iter().filter(is_kept).cloned().collect()
    };
    [false, true]
        .into_iter()
        .map(|mail| Difference { lost: kept(&lost, &of_added, mail), added: kept(&added, &of_lost, mail) })
        .filter(|difference| !difference.lost.is_empty())
        .map(|difference| changed(&difference, target))
        .collect()
}

/// The finding of addresses that are not the same, with the right one where there is one for one.
fn changed(difference: &Difference, target: &DraftText<'_>) -> Finding {
    let (lost, added) = (&difference.lost, &difference.added);
    let parts: Vec<&str> = lost.iter().map(|item| item.key.as_str()).collect();
    let mut found = finding(Rule::Addresses, Severity::Warning, difference.message("address"), &parts);
    found.source = sorted_spans(lost.iter().filter_map(|item| item.span).collect());
    found.target = sorted_spans(added.iter().filter_map(|item| item.span).collect());
    if let ([lost], [added]) = (lost.as_slice(), added.as_slice())
        && let Some(span) = added.span
        && stands_alone(target, span, &lost.written)
    {
        let place = Location { unit: 0, side: Side::Target, span };
        found.fixes.push(fixes::fix(fixes::title(&added.written, &lost.written), vec![(place, lost.written.clone())]));
    }
    found
}

/// Whether an address put in the place of another is read as just that, and not with what follows it.
fn stands_alone(target: &DraftText<'_>, place: Span, written: &str) -> bool {
    let mended = format!("{}{written}{}", &target.text[..place.start], &target.text[place.end..]);
    let mended = DraftText::new(&mended, target.lang);
    addresses(&mended).iter().any(|item| item.written == written)
}

fn is_mail(written: &str) -> bool {
    written.contains('@') && !written.contains("://")
}

/// The addresses of a text.
fn addresses(side: &DraftText<'_>) -> Vec<Item> {
    let codes = side.placeables().iter().filter(|found| found.kind == PlaceableKind::Code);
    let mut items: Vec<Item> = Vec::new();
    for code in codes {
        let span = side.folded.source(code.span);
        let written = span.of(side.text);
        let is_address = written.contains("://") || written.starts_with("www.") || is_mail(written);
        let is_identifier = written.starts_with("10.") && written.contains('/');
        if is_address || is_identifier {
            items.push(Item { span: Some(span), key: key(written), written: written.to_owned() });
        }
    }
    items
}

/// What an address is compared by: without its language, case of its server, and the slash at its end.
fn key(written: &str) -> String {
    if is_mail(written) || written.starts_with("10.") {
        return written.to_lowercase();
    }
    let (scheme, rest) = written.split_once("://").unwrap_or(("", written));
    let (server, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path: Vec<String> = path.split('/').map(without_language).filter(|part| !part.is_empty()).collect();
    format!("{}://{}/{}", scheme.to_lowercase(), without_language(&server.to_lowercase()), path.join("/"))
}

/// The parts between dots that do not name a language.
fn without_language(text: &str) -> String {
    let parts: Vec<&str> = text.split('.').filter(|part| !is_language(part)).collect();
    parts.join(".")
}

fn is_language(part: &str) -> bool {
    LANGUAGES.contains(&part.to_ascii_lowercase().as_str())
}

/// The languages that an address names, in order.
fn languages(item: &Item) -> Vec<String> {
    let parts = item.written.split(['/', '.', '?', '&', '=']).filter(|part| is_language(part));
    parts.filter(|part| !matches!(*part, "www" | "jp")).map(str::to_ascii_lowercase).collect()
}

/// The server of an address.
fn server(item: &Item) -> Option<String> {
    item.written.split('/').nth(2).map(|server| without_language(&server.to_lowercase()))
}

/// The servers of some addresses, each with the languages that its addresses name.
struct Localities(BTreeMap<Option<String>, BTreeSet<Vec<String>>>);

impl Localities {
    fn of(items: &[Item]) -> Self {
        let mut servers: BTreeMap<Option<String>, BTreeSet<Vec<String>>> = BTreeMap::new();
        for item in items {
            let named = servers.entry(server(item)).or_default();
            // Two are enough to find one that is not that of another address.
            if named.len() < 2 {
                named.extend(Some(languages(item)).filter(|languages| !languages.is_empty()));
            }
        }
        Self(servers)
    }

    /// Whether one of them may be the same page in another language: a page may be another one in each, on the same server.
    fn localise(&self, item: &Item) -> bool {
        let own = languages(item);
        item.written.contains("://")
            && !own.is_empty()
            && self.0.get(&server(item)).is_some_and(|named| named.iter().any(|languages| *languages != own))
    }
}
