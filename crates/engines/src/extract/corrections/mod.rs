//! Applies what people said about the entries of a release to those that were read.
//!
//! Corrections apply in the order in which they were made. One whose text or entry cannot be found again is left out and becomes a
//! doubt.

mod excerpt;
mod passage;

pub use excerpt::{BareText, excerpt};

use super::document::Document;
use super::head;
use crate::model::{
    AliasKind, CorrectionId, CorrectionKind, CorrectionObstacle, Doubt, Entry, Excerpt, Lang, Release,
    ReleaseCorrection, Span, StatedEnglish,
};
use crate::text::chars::has_japanese;
use crate::text::key::Key;

/// The most characters of a head or of an English term.
const LONGEST_NAME: usize = 400;

/// Entries with the corrections applied.
#[derive(Debug, Default)]
pub(super) struct Corrected {
    /// The entries, in order of the text.
    pub(super) entries: Vec<Entry>,
    /// The English that people found for their terms.
    pub(super) stated_english: Vec<StatedEnglish>,
    /// The corrections that could not be applied.
    pub(super) obstacles: Vec<(CorrectionId, CorrectionObstacle)>,
    /// The same as doubts.
    pub(super) doubts: Vec<Doubt>,
}

/// An entry, and the English that people found for it.
struct Draft {
    entry: Entry,
    english: Vec<(String, Span)>,
}

/// Applies corrections to the entries of a document.
pub(super) fn apply(
    document: &Document<'_>,
    release: &Release,
    entries: Vec<Entry>,
    corrections: &[ReleaseCorrection],
) -> Corrected {
    if corrections.is_empty() {
        return Corrected { entries, ..Corrected::default() };
    }
    let bare = BareText::of(document.text);
    let mut drafts: Vec<Draft> = entries.into_iter().map(|entry| Draft { entry, english: Vec::new() }).collect();
    let mut corrected = Corrected::default();
    for correction in corrections {
        if let Err(obstacle) = correct(document, release, &bare, &mut drafts, correction) {
            corrected.obstacles.push((correction.id, obstacle));
            corrected.doubts.push(doubt(correction, obstacle));
        }
    }
    drafts.sort_by_key(|draft| draft.entry.span.start);
    for (index, Draft { mut entry, english }) in drafts.into_iter().enumerate() {
        if !english.is_empty() {
            leave_out_other_english(&mut entry, &english);
        }
        let stated = english.into_iter().map(|(text, span)| StatedEnglish { entry: index, text, span });
        corrected.stated_english.extend(stated);
        corrected.entries.push(entry);
    }
    corrected
}

fn correct(
    document: &Document<'_>,
    release: &Release,
    bare: &BareText,
    drafts: &mut Vec<Draft>,
    correction: &ReleaseCorrection,
) -> Result<(), CorrectionObstacle> {
    let find = |wanted: &Option<Excerpt>| match wanted {
        Some(wanted) => bare.find(document.text, wanted).map(Some).ok_or(CorrectionObstacle::TextNotFound),
        None => Ok(None),
    };
    let (span, about) = (find(&correction.passage)?, find(&correction.entry)?);
    let own = about.and_then(|about| drafts.iter().position(|draft| is_at(&draft.entry, about)));
    let passage = || span.ok_or(CorrectionObstacle::TextNotFound);
    match correction.kind {
        CorrectionKind::NotAnEntry => {
            // The rules of another version may no longer read it as an entry; then nothing is left to say.
            drop(own.map(|own| drafts.remove(own)));
        }
        CorrectionKind::Entry => {
            let span = passage()?;
            let read = passage::entry(release, span)?;
            add(document, drafts, own, span, read);
        }
        CorrectionKind::Head => {
            let own = own.ok_or(CorrectionObstacle::EntryNotFound)?;
            set_head(document, &mut drafts[own].entry, passage()?)?;
        }
        CorrectionKind::Definition => {
            let own = own.ok_or(CorrectionObstacle::EntryNotFound)?;
            set_definition(document, &mut drafts[own].entry, passage()?)?;
        }
        CorrectionKind::English => {
            let draft = &mut drafts[own.ok_or(CorrectionObstacle::EntryNotFound)?];
            let span = passage()?;
            let english = passage::english(document, span)?;
            if japanese_name(&draft.entry).is_none() {
                return Err(CorrectionObstacle::NotJapanese);
            }
            draft.english.push((english, span));
        }
    }
    Ok(())
}

/// Whether an entry is the one whose head, or all of which without a head, is at `about`.
fn is_at(entry: &Entry, about: Span) -> bool {
    let head = if entry.head_span.is_empty() { entry.span } else { entry.head_span };
    head.overlaps(about)
}

/// Adds an entry in the place of `own` and of those whose heads it holds. What it shares with the definition of another is its own.
fn add(document: &Document<'_>, drafts: &mut Vec<Draft>, own: Option<usize>, span: Span, mut read: Entry) {
    let before = drafts.iter().filter(|draft| draft.entry.span.start <= span.start).next_back();
    read.group = before.or(drafts.first()).map_or(0, |draft| draft.entry.group);
    let mut english = Vec::new();
    let mut index = 0;
    drafts.retain_mut(|draft| {
        let is_replaced = Some(index) == own || is_at(&draft.entry, span);
        index += 1;
        if is_replaced {
            english.append(&mut draft.english);
        }
        !is_replaced
    });
    for draft in drafts.iter_mut().filter(|draft| draft.entry.definition_span.overlaps(span)) {
        trim(document, &mut draft.entry, span);
    }
    drafts.push(Draft { entry: read, english });
    drafts.sort_by_key(|draft| draft.entry.span.start);
}

/// Takes a passage out of the definition of an entry: what comes before it stays, or what comes after it where nothing does.
fn trim(document: &Document<'_>, entry: &mut Entry, taken: Span) {
    let old = entry.definition_span;
    let rest = if old.start < taken.start {
        Span::new(old.start, taken.start)
    } else {
        Span::new(taken.end.min(old.end), old.end)
    };
    let is_at_the_end = old.end == entry.span.end;
    entry.definition = passage::definition(document, rest);
    entry.definition_span = passage::trimmed(document.text, rest);
    if is_at_the_end {
        entry.span = Span::new(entry.span.start, entry.head_span.end.max(entry.definition_span.end));
    }
}

fn set_head(document: &Document<'_>, entry: &mut Entry, span: Span) -> Result<(), CorrectionObstacle> {
    let printed = passage::head(document, span, entry)?;
    let read = head::read(&printed);
    if Key::new(&read.term, &Lang::JA).is_none() {
        return Err(CorrectionObstacle::NoTerm);
    }
    if entry.definition_span.overlaps(span) {
        trim(document, entry, span);
    }
    entry.lang = passage::language(&read.term, &entry.definition);
    (entry.head, entry.term, entry.aliases) = (printed, read.term, read.aliases);
    let mark = entry.marker.as_ref().map(|_| Span::new(entry.span.start, entry.head_span.start.max(entry.span.start)));
    entry.head_span = passage::trimmed(document.text, span);
    let all = entry.head_span.cover(if entry.definition.is_empty() { entry.head_span } else { entry.definition_span });
    entry.span = mark.map_or(all, |mark| Span::new(mark.start.min(all.start), all.end));
    Ok(())
}

fn set_definition(document: &Document<'_>, entry: &mut Entry, span: Span) -> Result<(), CorrectionObstacle> {
    let text = passage::definition(document, span);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(CorrectionObstacle::NoText);
    }
    entry.definition = text;
    entry.definition_span = passage::trimmed(document.text, span);
    entry.lang = passage::language(&entry.term, &entry.definition);
    let start = if entry.definition_span.start < entry.span.start && entry.marker.is_none() {
        entry.definition_span.start
    } else {
        entry.span.start
    };
    entry.span = Span::new(start, entry.head_span.end.max(entry.definition_span.end));
    Ok(())
}

/// The Japanese name of an entry. A term in Latin letters of an entry in Japanese, as SASP, is one too.
fn japanese_name(entry: &Entry) -> Option<&str> {
    if entry.lang.is_japanese() {
        return Some(&entry.term);
    }
    let names = entry.aliases.iter().filter(|alias| alias.kind != AliasKind::Reading);
    names.map(|alias| alias.text.as_str()).find(|text| has_japanese(text))
}

/// Leaves out English names that the head gives, if people found others; abbreviations stay.
fn leave_out_other_english(entry: &mut Entry, english: &[(String, Span)]) {
    if !entry.lang.is_japanese() {
        return;
    }
    entry.aliases.retain(|alias| {
        !alias.lang.is_english()
            || !matches!(alias.kind, AliasKind::Gloss | AliasKind::Expansion | AliasKind::Synonym)
            || english.iter().any(|(text, _)| *text == alias.text)
    });
}

fn doubt(correction: &ReleaseCorrection, obstacle: CorrectionObstacle) -> Doubt {
    let ReleaseCorrection { id, kind, passage, entry, actor, .. } = correction;
    let quote = passage.as_ref().or(entry.as_ref()).map_or("", |excerpt| excerpt.quote.as_str());
    let quote: String = quote.chars().take(40).collect();
    let message = format!(
        "Correction `{id}` by `{actor}` (`{}`: `{}`) is not applied: {}. Correct the release again, or delete the correction.",
        kind.as_str(),
        quote.split_whitespace().collect::<Vec<_>>().join(" "),
        obstacle.reason(),
    );
    Doubt::new("correction_not_applied", message, Span::default())
}
