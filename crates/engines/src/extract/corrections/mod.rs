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
pub(super) struct CorrectedEntries {
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
) -> CorrectedEntries {
    if corrections.is_empty() {
        return CorrectedEntries { entries, ..CorrectedEntries::default() };
    }
    let bare = BareText::of(document.text);
    let mut drafts: Vec<Draft> = entries.into_iter().map(|entry| Draft { entry, english: Vec::new() }).collect();
    let mut corrected = CorrectedEntries::default();
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
    let before = drafts.iter().rfind(|draft| draft.entry.span.start <= span.start);
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

#[cfg(test)]
mod tests {
    use super::super::{corrected_entries, entries};
    use super::*;

    const TEXT: &str = "地形を解明\n\n前浜（注1）と後浜を調べた。前浜は英語でfore\nshore、沿岸流はlongshore currentという。𠮷野の砂州：砂の堤。\n\n用語解説\n（注1）前浜：潮間帯の斜面。\n波が届く。\n（注2）沿岸流（longshore drift）：岸に沿う流れ。\n（注3）図1：地形の図。\n";

    fn release(text: &str) -> Release {
        Release { text: text.to_owned(), ..Release::default() }
    }

    fn quoted(part: &str) -> Excerpt {
        let at = TEXT.rfind(part).unwrap_or_else(|| panic!("{part}"));
        excerpt(TEXT, Span::new(at, at + part.len()))
    }

    fn says(id: i64, kind: CorrectionKind, passage: &str, entry: &str) -> ReleaseCorrection {
        let wanted = |part: &str| (!part.is_empty()).then(|| quoted(part));
        ReleaseCorrection {
            id: CorrectionId::new(id),
            kind,
            passage: wanted(passage),
            entry: wanted(entry),
            actor: "山田".to_owned(),
            at: String::new(),
            obstacle: None,
        }
    }

    /// Terms with their definitions, and the corrections that did not apply.
    type Read = (Vec<(String, String)>, Vec<(i64, CorrectionObstacle)>);

    fn read(text: &str, corrections: &[ReleaseCorrection]) -> Read {
        let found = corrected_entries(&release(text), corrections);
        let entries = found.entries.iter().map(|entry| {
            assert_eq!(entry.head_span.of(text).is_empty(), entry.head.is_empty());
            assert!(entry.span.contains(entry.head_span) && entry.span.end >= entry.definition_span.end, "{entry:?}");
            (entry.term.clone(), entry.definition.clone())
        });
        (entries.collect(), found.obstacles.iter().map(|(id, obstacle)| (id.get(), *obstacle)).collect())
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(term, definition)| ((*term).to_owned(), (*definition).to_owned())).collect()
    }

    #[test]
    fn each_kind_of_correction_changes_what_it_is_about_and_nothing_else() {
        use CorrectionKind::{Definition, English, Entry, Head, NotAnEntry};
        let (beach, current, figure) =
            (("前浜", "潮間帯の斜面。\n波が届く。"), ("沿岸流", "岸に沿う流れ。"), ("図1", "地形の図。"));
        assert_eq!(read(TEXT, &[]).0, pairs(&[beach, current, figure]));
        for (correction, want) in [
            (says(1, NotAnEntry, "", "図1"), vec![beach, current]),
            (says(1, Definition, "潮間帯の斜面。", "前浜"), vec![("前浜", "潮間帯の斜面。"), current, figure]),
            (says(1, Head, "沿岸", "沿岸流（longshore drift）"), vec![beach, ("沿岸", "岸に沿う流れ。"), figure]),
            (says(1, Entry, "𠮷野の砂州：砂の堤。", ""), vec![("𠮷野の砂州", "砂の堤。"), beach, current, figure]),
            (says(1, Entry, "波が届く。", ""), vec![beach, current, figure]),
            (says(1, English, "fore\nshore", "前浜"), vec![beach, current, figure]),
        ] {
            let (entries, obstacles) = read(TEXT, std::slice::from_ref(&correction));
            let is_sentence = correction.passage.as_ref().is_some_and(|passage| passage.quote == "波が届く。");
            assert_eq!(entries, pairs(&want), "{correction:?}");
            assert_eq!(!obstacles.is_empty(), is_sentence, "{correction:?}: {obstacles:?}");
        }
    }

    #[test]
    fn an_entry_that_was_taken_for_part_of_a_definition_is_taken_out_of_it() {
        let text = "用語解説\n（注1）前浜：潮間帯の斜面。\n砂嘴：砂の岬。\n（注2）後浜：陸側の浜。\n";
        let at = text.find("砂嘴").unwrap();
        let span = Span::new(at, text[at..].find('\n').unwrap() + at);
        let correction = ReleaseCorrection {
            passage: Some(excerpt(text, span)),
            entry: None,
            ..says(1, CorrectionKind::Entry, "前浜", "")
        };
        let (entries, obstacles) = read(text, &[correction]);
        assert_eq!(entries, pairs(&[("前浜", "潮間帯の斜面。"), ("砂嘴", "砂の岬。"), ("後浜", "陸側の浜。")]));
        assert!(obstacles.is_empty());
    }

    #[test]
    fn english_that_a_person_found_takes_the_place_of_what_was_read() {
        let correction = says(1, CorrectionKind::English, "longshore current", "沿岸流（longshore drift）");
        let found = corrected_entries(&release(TEXT), &[correction]);
        assert_eq!(found.stated_english.len(), 1);
        assert_eq!((found.stated_english[0].text.as_str(), found.stated_english[0].entry), ("longshore current", 1));
        assert!(found.entries[1].aliases.is_empty(), "{:?}", found.entries[1].aliases);
        assert_eq!(found.entries[1].head, "沿岸流（longshore drift）", "as printed");
        for (passage, want) in [("沿岸流は", CorrectionObstacle::NotEnglish), ("。", CorrectionObstacle::NotEnglish)]
        {
            let wrong = says(2, CorrectionKind::English, passage, "前浜");
            assert_eq!(read(TEXT, &[wrong]).1, [(2, want)], "{passage}");
        }
    }

    #[test]
    fn a_correction_is_kept_as_a_doubt_where_its_text_is_not_found_for_certain() {
        let corrections = [
            says(1, CorrectionKind::NotAnEntry, "", "図1"),
            says(2, CorrectionKind::English, "longshore current", "沿岸流（longshore drift）"),
        ];
        let moved = format!("速報\n\n{}", TEXT.replace("longshore current", "longshore\n current"));
        let (entries, obstacles) = read(&moved, &corrections);
        assert_eq!((entries.len(), obstacles), (2, vec![]), "found again where the text moved");
        let other = TEXT.replace("longshore current", "littoral current").replace("図1", "図2");
        let found = corrected_entries(&release(&other), &corrections);
        assert_eq!(found.entries.len(), 3, "nothing else is changed");
        assert!(found.stated_english.is_empty());
        let text_not_found = CorrectionObstacle::TextNotFound;
        assert_eq!(found.obstacles, [(CorrectionId::new(1), text_not_found), (CorrectionId::new(2), text_not_found)]);
        let doubts = found.doubts.iter().filter(|doubt| doubt.code == "correction_not_applied");
        assert_eq!(doubts.count(), 2);
        assert!(entries_are_equal(&entries_of(&other), &found.entries));
    }

    fn entries_of(text: &str) -> Vec<Entry> {
        entries(&release(text)).entries
    }

    fn entries_are_equal(one: &[Entry], other: &[Entry]) -> bool {
        one == other
    }
}
