//! A PO file comes in; its messages with their places go out. A plural gives a unit for each of its forms.
//!
//! The rules are those of GNU gettext, as in `exchange::read`: strings in C syntax that may go on over several lines.
//! Obsolete entries (`#~`) are passed over.

use super::coding::Coding;
use super::{Document, DocumentFormat, DocumentHint, DocumentProblem, DocumentUnit, Passage, UnitState};
use crate::model::{Lang, Span};

/// The most forms of a plural; no language has more than six.
const FORMS: usize = 32;

/// An entry as far as it has been read.
#[derive(Debug, Default)]
struct Entry {
    start: Option<usize>,
    end: usize,
    context: Option<Passage>,
    source: Option<Passage>,
    plural: Option<Passage>,
    targets: Vec<(usize, Passage)>,
    fuzzy: bool,
    note: Option<String>,
    open: Option<Place>,
}

/// The string that lines in quotes go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Context,
    Source,
    Plural,
    Target(usize),
}

pub(super) fn read(file: &str, hint: &DocumentHint) -> Document {
    let mut document = Document::empty(DocumentFormat::Po, hint);
    let mut entry = Entry::default();
    for line in super::lines::lines(file) {
        let text = line.of(file).trim();
        let at = line.start + (line.of(file).len() - line.of(file).trim_start().len());
        if text.is_empty() {
            if entry.start.is_some() {
                finish(std::mem::take(&mut entry), file, &mut document);
            }
        } else if let Some(comment) = text.strip_prefix('#') {
            if entry.start.is_some() {
                finish(std::mem::take(&mut entry), file, &mut document);
            }
            match comment.chars().next() {
                Some('~') => entry = Entry::default(),
                Some(',' | '=') => entry.fuzzy |= comment[1..].split(',').any(|flag| flag.trim() == "fuzzy"),
                Some('.') | None => add_note(&mut entry.note, comment.trim_start_matches('.')),
                Some(letter) if letter.is_whitespace() => add_note(&mut entry.note, comment),
                _ => {}
            }
        } else {
            take(&mut entry, text, at, file, &mut document);
        }
    }
    finish(entry, file, &mut document);
    document.source_lang.get_or_insert(Lang::EN);
    document.guess_languages();
    document
}

fn add_note(note: &mut Option<String>, comment: &str) {
    let comment = comment.trim();
    if comment.is_empty() {
        return;
    }
    match note {
        Some(note) => {
            note.push('\n');
            note.push_str(comment);
        }
        None => *note = Some(comment.to_owned()),
    }
}

/// Takes a line in that is a keyword with a string, or a string.
fn take(entry: &mut Entry, text: &str, at: usize, file: &str, document: &mut Document) {
    let mut quote = 0;
    if !text.starts_with('"') {
        let keyword = &text[..text.find(['"', ' ', '\t']).unwrap_or(text.len())];
        let place = match keyword {
            "msgctxt" => Place::Context,
            "msgid" => Place::Source,
            "msgid_plural" => Place::Plural,
            "msgstr" => Place::Target(0),
            "domain" => return,
            other => match form(other).filter(|form| *form < FORMS) {
                Some(form) => Place::Target(form),
                None => {
                    let message = format!("`{other}` is no keyword of PO. Use `msgid`, `msgstr` or a string in `\"`.");
                    problem(document, Span::new(at, at + text.len()), message);
                    entry.open = None;
                    return;
                }
            },
        };
        let again = match place {
            Place::Context => entry.context.is_some() || entry.source.is_some(),
            Place::Source => entry.source.is_some() || !entry.targets.is_empty(),
            Place::Plural | Place::Target(_) => false,
        };
        if again {
            finish(std::mem::take(entry), file, document);
        }
        entry.open = Some(place);
        quote = keyword.len() + (text[keyword.len()..].len() - text[keyword.len()..].trim_start().len());
        let passage = Passage::new(0, at + quote + 1, Coding::Po);
        match place {
            Place::Context => entry.context = Some(passage),
            Place::Source => entry.source = Some(passage),
            Place::Plural => entry.plural = Some(passage),
            Place::Target(form) => {
                entry.targets.retain(|(known, _)| *known != form);
                entry.targets.push((form, passage));
            }
        }
    }
    entry.start.get_or_insert(at);
    entry.end = at + text.len();
    let passage = match entry.open {
        Some(Place::Context) => entry.context.as_mut(),
        Some(Place::Source) => entry.source.as_mut(),
        Some(Place::Plural) => entry.plural.as_mut(),
        Some(Place::Target(form)) => entry.targets.iter_mut().find(|(known, _)| *known == form).map(|(_, text)| text),
        None => None,
    };
    let Some(passage) = passage else {
        problem(document, Span::new(at, at + text.len()), "A string stands before any keyword.".to_owned());
        return;
    };
    let string = &text[quote..];
    if !string.starts_with('"') {
        problem(document, Span::new(at, at + text.len()), "The string does not begin with `\"`.".to_owned());
        return;
    }
    if let Err(message) = unquote(passage, string, at + quote) {
        problem(document, Span::new(at + quote, at + text.len()), message.to_owned());
    }
}

fn problem(document: &mut Document, span: Span, message: String) {
    document.problems.push(DocumentProblem { file: 0, span, message });
}

/// The number of `msgstr[1]`.
fn form(keyword: &str) -> Option<usize> {
    keyword.strip_prefix("msgstr[")?.strip_suffix(']')?.parse().ok()
}

/// Adds a string in quotes, which stands at byte `at`. What is wrong with it is told when all of it is added.
fn unquote(passage: &mut Passage, string: &str, at: usize) -> Result<(), &'static str> {
    let mut wrong = Ok(());
    let mut from = 1;
    let mut letters = string.char_indices().skip(1).peekable();
    let mut end = string.len();
    let mut closed = false;
    while let Some((place, letter)) = letters.next() {
        match letter {
            '"' => {
                end = place;
                closed = true;
                if letters.next().is_some() {
                    wrong = Err("Something stands behind the string. Delete it, or write `\\\"` for `\"` inside.");
                }
                break;
            }
            '\\' => {
                let length = |rest: &str, most: usize, digit: fn(&char) -> bool| {
                    rest.chars().take(most).take_while(digit).count()
                };
                let rest = &string[place + 1..];
                let (text, bytes) = match rest.chars().next() {
                    Some('n') => (Some('\n'), 1),
                    Some('t') => (Some('\t'), 1),
                    Some('r') => (Some('\r'), 1),
                    Some('a' | 'b' | 'v' | 'f') => (None, 1),
                    Some(same @ ('"' | '\\' | '\'' | '?')) => (Some(same), 1),
                    Some('x') => {
                        let digits = length(&rest[1..], 2, char::is_ascii_hexdigit);
                        (ascii(&rest[1..=digits], 16), 1 + digits)
                    }
                    Some('0'..='7') => {
                        let digits = length(rest, 3, |letter| matches!(letter, '0'..='7'));
                        (ascii(&rest[..digits], 8), digits)
                    }
                    _ => {
                        wrong = Err("A backslash stands before a character it cannot stand before. Write `\\\\`.");
                        continue;
                    }
                };
                passage.push(&string[from..place], at + from, false);
                let behind = place + 1 + bytes;
                if let Some(letter) = text {
                    let span = Span::new(at + place, at + behind);
                    passage.push_written(letter.encode_utf8(&mut [0; 4]), span);
                }
                while letters.next_if(|(next, _)| *next < behind).is_some() {}
                from = behind;
            }
            _ => {}
        }
    }
    passage.push(&string[from.min(end)..end], at + from, false);
    let start = passage.place().start.min(at + 1);
    passage.set_place(Span::new(start, at + end));
    if !closed {
        wrong = wrong.and(Err("The string does not end. Close it with `\"`."));
    }
    wrong
}

/// The character of a number, where it is one by itself and no control character.
fn ascii(digits: &str, radix: u32) -> Option<char> {
    let number = u32::from_str_radix(digits, radix).ok().filter(|number| (0x20..0x7f).contains(number));
    number.and_then(char::from_u32)
}

fn finish(entry: Entry, file: &str, document: &mut Document) {
    let Some(start) = entry.start else { return };
    let span = Span::new(start, entry.end);
    let Some(source) = entry.source else {
        problem(document, span, "The entry has no `msgid`.".to_owned());
        return;
    };
    let mut targets: Vec<Passage> = {
        let mut targets = entry.targets;
        targets.sort_by_key(|(form, _)| *form);
        targets.into_iter().map(|(_, passage)| passage).collect()
    };
    if source.text().is_empty() && entry.context.is_none() {
        if let Some(header) = targets.first().filter(|_| document.units.is_empty()) {
            header_says(header.text(), document);
        }
        return;
    }
    if targets.is_empty() {
        problem(document, span, "The entry has no `msgstr`.".to_owned());
        let end = if file[entry.end..].starts_with("\r\n") { "\r\n" } else { "\n" };
        let before = format!("{end}msgstr \"");
        let missing = Passage::new(0, entry.end, Coding::Po);
        targets.push(missing.with_hull(Span::new(entry.end, entry.end), before, "\"".to_owned()));
    }
    let key = entry.context.map(|context| context.text().to_owned()).filter(|key| !key.is_empty());
    let several = targets.len() > 1;
    for (form, target) in targets.into_iter().enumerate() {
        let source = match (&entry.plural, form) {
            // A language with one form translates the plural with it, too.
            (Some(plural), 0) if !several => plural.clone(),
            (Some(plural), 1..) => plural.clone(),
            _ => source.clone(),
        };
        let state = match () {
            () if target.is_blank() => UnitState::Untranslated,
            () if entry.fuzzy => UnitState::Draft,
            () => UnitState::Translated,
        };
        let (key, note) = (key.clone(), entry.note.clone());
        document.units.push(DocumentUnit { source, target: Some(target), key, state, note, span });
    }
}

/// Takes the languages of a header.
fn header_says(header: &str, document: &mut Document) {
    for line in header.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim().split(['.', '@']).next().unwrap_or_default();
        let lang = Lang::parse(value).ok();
        match name.trim().to_ascii_lowercase().as_str() {
            "language" => document.target_lang = document.target_lang.take().or(lang),
            "x-source-language" => document.source_lang = document.source_lang.take().or(lang),
            _ => {}
        }
    }
}
