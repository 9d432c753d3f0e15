//! Rule `repeated_words`: a word of the translation that stands twice: `the the`, 細胞をを.
//!
//! Some words may follow each other (`had had`, `that that`, ますます), so English words count if they are of the closed
//! list below, or if they are ordinary words that the source text does not repeat; Japanese ones if they are particles
//! between words that are not written in hiragana, as ひとつひとつ and もののけ are.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::finding::finding;
use super::fixes;
use super::text::DraftText;
use super::wording::quote;
use crate::model::{Finding, Location, Rule, Severity, Side, Span};
use crate::text::chars::{Class, class};

/// Words that never stand twice in a sentence.
const NEVER_TWICE: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "for", "from", "has", "have", "if",
    "into", "its", "may", "must", "of", "or", "our", "should", "the", "their", "them", "then", "these", "they", "this",
    "to", "was", "we", "were", "when", "where", "which", "will", "with", "would",
];
/// Words that may stand twice.
const TWICE: &[&str] = &[
    "had", "that", "her", "his", "do", "very", "so", "many", "much", "more", "far", "long", "no", "yes", "bye", "blah",
    "ha", "out", "up", "over", "down", "it", "you", "who", "what", "so-so", "again", "really", "never", "win", "pom",
    "beri", "mahi", "ylang", "choo", "dum", "yo", "tuk", "aye", "hula", "cha", "chop", "knock", "there", "now", "well",
    "quick", "one", "two", "zero", "side", "face", "step", "word", "end", "back", "day", "time", "hand", "year",
];
/// The beginnings of verbs that end in `in` or `on`.
const PHRASAL: [&str; 24] = [
    "bring", "brought", "came", "carr", "com", "get", "giv", "go", "got", "join", "kick", "log", "mov", "pass", "plug",
    "put", "set", "settl", "sign", "step", "switch", "take", "took", "turn",
];
/// Words with which a clause begins, or which a clause explains: what it is is a question of style.
const CLAUSES: [&str; 9] = ["what", "all", "that", "how", "who", "where", "question", "problem", "thing"];
/// Particles, and marks, that never stand twice.
const PARTICLES: [char; 7] = ['が', 'を', 'の', 'に', 'は', 'で', 'と'];

pub(super) fn findings(target: &DraftText<'_>, source: &str) -> Option<Finding> {
    let repeated = match () {
        () if target.lang.is_japanese() => particles(target),
        () if target.lang.is_english() => words(target, &Surroundings::of(source)),
        () => Vec::new(),
    };
    let (first, is_certain) = repeated.first().copied()?;
    let text = target.text;
    let written = first.of(text);
    let message = format!("The translation repeats a word: {}.", quote(written));
    let mut found = finding(Rule::RepeatedWords, Severity::Warning, message, &[written]);
    found.target = repeated.iter().map(|(span, _)| *span).collect();
    if is_certain && repeated.iter().all(|(_, is_certain)| *is_certain) {
        // The first of the two stays, with its capital.
        let changes = repeated.iter().filter_map(|(span, _)| {
            let once = once(span.of(text))?;
            Some((Location { unit: 0, side: Side::Target, span: *span }, once))
        });
        found.fixes.push(fixes::fix(format!("Write {} once", quote(&once(written)?)), changes.collect()));
    }
    Some(found)
}

/// The first of two words.
fn once(written: &str) -> Option<String> {
    match written.split_once(char::is_whitespace) {
        Some((word, _)) => Some(word.to_owned()),
        None => written.chars().next().map(String::from),
    }
}

/// Words that follow themselves, each with whether that is surely wrong.
fn words(target: &DraftText<'_>, source: &Surroundings<'_>) -> Vec<(Span, bool)> {
    let text = target.text;
    let mut found: Vec<(Span, bool)> = Vec::new();
    let mut last: Option<Span> = None;
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if length == 0 {
            let next = rest.chars().next();
            // Only one space or line end may part two words.
            if next.is_none_or(|c| !matches!(c, ' ' | '\n')) {
                last = None;
            }
            at += next.map_or(1, char::len_utf8);
            // What hangs on a word with a hyphen or an apostrophe is part of it.
            if next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '_')) {
                let more = text.get(at..).unwrap_or_default();
                at += more.bytes().take_while(u8::is_ascii_alphanumeric).count();
            }
            continue;
        }
        let word = Span::new(at, at + length);
        at = word.end;
        let after = text.get(at..).and_then(|after| after.chars().next());
        if after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '_' | '(' | '/')) {
            last = None;
            continue;
        }
        if let Some(before) = last
            && let Some(is_certain) = is_repeated(text, before, word, source)
            && !target.is_code(before)
            && !target.is_code(word)
        {
            found.push((before.cover(word), is_certain));
            last = None;
            continue;
        }
        last = Some(word);
    }
    found
}

/// Whether the second word is the first again by mistake; then, whether that is certain.
fn is_repeated(text: &str, before: Span, word: Span, source: &Surroundings<'_>) -> Option<bool> {
    let (one, two) = (before.of(text), word.of(text));
    if !one.eq_ignore_ascii_case(two) {
        return None;
    }
    let lower = two.to_ascii_lowercase();
    let between = text.get(before.end..word.start)?;
    let is_small = two.bytes().all(|byte| byte.is_ascii_lowercase());
    if between.matches('\n').count() > 1 || !is_small {
        return None;
    }
    if NEVER_TWICE.contains(&lower.as_str()) {
        if lower.len() > 1 {
            return Some(true);
        }
        // A letter may be the name of something: blood groups, sides, variables.
        let after = text.get(word.end..)?.trim_start();
        let next = after.bytes().take_while(u8::is_ascii_lowercase).count();
        return (next > 2 && !source.has_letter_a() && before.start > 0).then_some(false);
    }
    if lower == "is" {
        return (!source.has_clause_before(text, before.start)).then_some(false);
    }
    if matches!(lower.as_str(), "in" | "on") {
        // They came in in spring.
        let earlier = text.get(..before.start)?.trim_end();
        let verb = earlier.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        let after = text.get(word.end..)?.trim_start();
        let is_phrasal = PHRASAL.iter().any(|stem| verb.starts_with(stem));
        return (!is_phrasal && after.starts_with(|c: char| c.is_ascii_lowercase())).then_some(false);
    }
    let is_word = one == two && lower.len() >= 3 && !TWICE.contains(&lower.as_str());
    // Names of species: Gorilla gorilla gorilla.
    let earlier = text.get(..before.start)?.trim_end();
    let is_species = earlier.len() >= lower.len()
        && earlier.get(earlier.len() - lower.len()..).is_some_and(|earlier| earlier.eq_ignore_ascii_case(&lower));
    (is_word && !is_species && !source.repeats(&lower)).then_some(false)
}

/// What the source text, and the translation, say about repetitions; each is found out once.
struct Surroundings<'a> {
    source: &'a str,
    /// The words that the source text repeats, in lower case.
    repeated: OnceCell<BTreeSet<String>>,
    letter_a: OnceCell<bool>,
    /// Where the first word that begins a clause ends in the translation.
    clause: OnceCell<usize>,
}

impl<'a> Surroundings<'a> {
    fn of(source: &'a str) -> Self {
        Self { source, repeated: OnceCell::new(), letter_a: OnceCell::new(), clause: OnceCell::new() }
    }

    /// Whether the source text has this word twice in a row.
    fn repeats(&self, word: &str) -> bool {
        let words = || {
            let lower = self.source.to_ascii_lowercase();
            let words: Vec<&str> = lower.split(' ').collect();
            let pairs = words.windows(2).map(|pair| (letters_at_end(pair[0]), letters_at_start(pair[1])));
            pairs.filter(|(one, next)| one == next).map(|(one, _)| one.to_owned()).collect()
        };
        self.repeated.get_or_init(words).contains(word)
    }

    /// Whether the source text has the letter A as a word.
    fn has_letter_a(&self) -> bool {
        let words = || self.source.split(|c: char| !c.is_ascii_alphanumeric());
        *self.letter_a.get_or_init(|| words().any(|word| word.eq_ignore_ascii_case("a")))
    }

    /// Whether a word that begins a clause comes before this position of the translation.
    fn has_clause_before(&self, text: &str, at: usize) -> bool {
        let first = || {
            let lower = text.to_ascii_lowercase();
            let ends = CLAUSES.iter().filter_map(|word| lower.find(word).map(|start| start + word.len()));
            ends.min().unwrap_or(usize::MAX)
        };
        *self.clause.get_or_init(first) <= at
    }
}

fn letters_at_end(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default()
}

fn letters_at_start(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default()
}

/// Particles that follow themselves between words that are not written in hiragana.
fn particles(target: &DraftText<'_>) -> Vec<(Span, bool)> {
    let letters: Vec<(usize, char)> = target.text.char_indices().collect();
    let mut found = Vec::new();
    for (at, four) in letters.windows(4).enumerate() {
        let [(_, before), (start, one), (_, two), (end, after)] = four else { continue };
        if one != two {
            continue;
        }
        let is_mark = *one == '、' && *before != '、' && *after != '、';
        let outside = |c: char| !matches!(class(c), Class::Hiragana | Class::Space) && c != *one;
        let is_particle = PARTICLES.contains(one) && outside(*before) && (outside(*after) && !is_end(*after));
        // No word begins with を.
        let is_object = *one == 'を' && before != one && after != one;
        let span = Span::new(*start, *end);
        if (is_mark || is_particle || is_object) && !target.is_shielded(span) && at < letters.len() {
            found.push((span, true));
        }
    }
    found
}

/// Whether a character ends a word or a sentence, so that the particles before it may be a word: 母はは。
fn is_end(c: char) -> bool {
    class(c) == Class::Other
}
