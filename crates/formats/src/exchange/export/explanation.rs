//! What people read beside a term in other programs: its definition, and where it is from, on one line.

use super::citation::ranked;
use crate::exchange::cleaning;
use crate::model::{Concept, Definition, Evidence, EvidenceKind, Lang, Publication, ReleaseId, Term};

/// The most characters of a comment that a program shows beside every term. A definition is cut at the end of a sentence.
const COMMENT: usize = 500;

/// The most characters of a title, so that a source is never longer than what it explains.
const TITLE: usize = 120;

/// What a source of the starter term base is called in front of its field.
const STARTER: &str = "starter:";

/// The definition of a concept, in this language if there is one, and where it is from; without a definition where `term` is
/// from. One line, shortened to what a program shows.
pub(in crate::exchange) fn explanation(concept: &Concept, term: &Term, lang: &Lang) -> String {
    let Some((definition, text)) = definition_for(concept, lang) else {
        return match source_of_term(concept, term, lang) {
            source if source.is_empty() => source,
            source => format!("[{source}]"),
        };
    };
    let source = source_of_definition(concept, definition, lang);
    if source.is_empty() {
        return shortened(&text, COMMENT);
    }
    let room = COMMENT.saturating_sub(source.chars().count() + 3);
    format!("{} [{source}]", shortened(&text, room))
}

/// The first definition in this language, else in any, with its text on one line.
pub(in crate::exchange) fn definition_for<'a>(concept: &'a Concept, lang: &Lang) -> Option<(&'a Definition, String)> {
    let filled = |definition: &'a Definition| {
        let text = cleaning::line(&definition.text);
        (!text.is_empty()).then_some((definition, text))
    };
    let is_own = |definition: &&Definition| definition.lang.primary() == lang.primary();
    let own = concept.definitions.iter().filter(is_own).find_map(filled);
    own.or_else(|| concept.definitions.iter().find_map(filled))
}

/// Where a definition is from, for a reader of this language: title, institution and date of a release, or the name of an
/// imported source or a person.
pub(in crate::exchange) fn source_of_definition(concept: &Concept, definition: &Definition, lang: &Lang) -> String {
    match &definition.origin {
        Some(origin) => cited(&origin.publication, &origin.source, lang),
        None => cited(&publication(concept, definition.release_id), &definition.source, lang),
    }
}

/// The same of the best evidence of a term. Who decided on it is named only if nothing else is known.
pub(in crate::exchange) fn source_of_term(concept: &Concept, term: &Term, lang: &Lang) -> String {
    let ranked = ranked(&term.evidence);
    let is_source = |evidence: &&&Evidence| evidence.first_kind() != EvidenceKind::Person;
    let best = ranked.iter().find(is_source).or(ranked.first());
    best.map_or_else(String::new, |evidence| match &evidence.origin {
        Some(origin) => cited(&origin.publication, &origin.source, lang),
        None => cited(&publication(concept, evidence.release_id), &evidence.source, lang),
    })
}

fn publication(concept: &Concept, release: Option<ReleaseId>) -> Publication {
    let note = release.and_then(|release| concept.releases.iter().find(|note| note.id == release));
    note.map(|note| note.publication.clone()).unwrap_or_default()
}

/// `title, institution, date`, as far as they are known; else the name.
fn cited(publication: &Publication, name: &str, lang: &Lang) -> String {
    let Publication { title_ja, title_en, institution, date } = publication;
    let titles = if lang.is_english() { [title_en, title_ja] } else { [title_ja, title_en] };
    let line = |text: &String| Some(cleaning::line(text)).filter(|text| !text.is_empty());
    let title = titles.into_iter().flatten().find_map(line).map(|title| shortened(&title, TITLE));
    let name = title.or_else(|| line(&named(name)));
    let parts = [name, institution.as_ref().and_then(line), date.as_ref().and_then(line)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The name of a source as people know it.
fn named(source: &str) -> String {
    match source.strip_prefix(STARTER) {
        Some(field) => format!("Taiyaku starter term base: {field}"),
        None => source.to_owned(),
    }
}

/// The text, or as many whole sentences of it as there is room for; of a longer sentence its beginning.
fn shortened(text: &str, room: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(room) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let is_end = |(at, letter): (usize, char)| match letter {
        '。' | '．' | '！' | '？' => Some(at + letter.len_utf8()),
        // A full stop within a number or an abbreviation is followed by something else than a space.
        '.' | '!' | '?' if text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')) => Some(at + 1),
        _ => None,
    };
    match head.char_indices().filter_map(is_end).next_back() {
        Some(end) => head.get(..end).unwrap_or_default().to_owned(),
        None => {
            let cut = head.char_indices().next_back().map_or(0, |(at, _)| at);
            format!("{}…", whole(head, cut).trim_end())
        }
    }
}

/// The text up to this byte, without the first half of a character that is written with several: a variation selector or a
/// combining mark stays with what it belongs to.
fn whole(text: &str, mut end: usize) -> &str {
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{ff9e}' | '\u{ff9f}');
    while text.get(end..).and_then(|rest| rest.chars().next()).is_some_and(is_mark) {
        end = text.get(..end).and_then(|head| head.char_indices().next_back()).map_or(0, |(at, _)| at);
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_definition_ends_with_a_sentence_where_there_is_room_for_one() {
        for (text, room, want) in [
            ("一つ目。二つ目。", 8, "一つ目。二つ目。"),
            ("一つ目。二つ目。", 7, "一つ目。"),
            ("一つ目。二つ目。", 4, "一つ目。"),
            ("一つ目。二つ目。", 3, "一つ…"),
            ("It is 3.5 nm wide. It is thin.", 20, "It is 3.5 nm wide."),
            ("It is 3.5 nm wide. It is thin.", 9, "It is 3.…"),
            ("葛\u{e0100}城の𠮷野", 2, "…"),
            ("葛\u{e0100}城の𠮷野", 3, "葛\u{e0100}…"),
            ("ｶﾞｶﾞｶﾞ", 3, "ｶﾞ…"),
            ("", 0, ""),
        ] {
            assert_eq!(shortened(text, room), want, "{text} in {room}");
        }
    }
}
