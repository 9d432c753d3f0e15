//! Recognises lines that record contacts, people, funding or an embargo: what their brackets hold is no term.

use crate::model::{Extraction, Link, Relation, Span};
use crate::text::chars::{Class, class, folded};
use crate::text::english::is_abbreviation;
use crate::text::layout::{Layout, LineKind, is_full};
use crate::text::word_lists::WORD_LISTS;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 18;

/// What a line records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// Where to ask, where and when something takes place, until when nothing may be printed.
    Contact,
    /// Who did it.
    People,
    /// Who paid for it.
    Funding,
}

/// The lines of a release that record something, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Records(Vec<(Span, RecordKind)>);

impl Records {
    /// Finds the lines with a label of their own, and those under a heading, up to the next heading or paragraph of sentences.
    pub(super) fn of(layout: &Layout, text: &str, found: &Extraction) -> Self {
        let mut records = Vec::new();
        let mut open: Option<RecordKind> = None;
        let mut apart = false;
        let mut entries: Vec<Span> = found.entries.iter().map(|entry| entry.span).collect();
        entries.sort_unstable();
        let mut next_entry = 0;
        for line in &layout.lines {
            if line.kind != LineKind::Text {
                apart |= line.kind == LineKind::Blank;
                continue;
            }
            while entries.get(next_entry).is_some_and(|entry| entry.end <= line.span.start) {
                next_entry += 1;
            }
            let printed = line.span.of(text);
            if entries.get(next_entry).is_some_and(|entry| entry.overlaps(line.span)) {
                (open, apart) = (None, false);
                continue;
            }
            let label = label(printed);
            let named = label.as_ref().and_then(|label| kind_of(&label.text));
            let sentence = printed.contains('。');
            if label.as_ref().is_some_and(|label| label.framed || label.alone && named.is_some()) {
                open = named;
            } else if apart && (sentence && !(open == Some(RecordKind::Funding) && funds(printed)) || is_full(line)) {
                open = None;
            }
            let reached = has_contact(printed).then_some(RecordKind::Contact);
            let here = named.or(reached.filter(|_| !sentence)).or(open);
            if let Some(kind) = here.filter(|kind| !sentence || *kind == RecordKind::Funding || named.is_some()) {
                records.push((line.span, kind));
            }
            apart = false;
        }
        Self(records)
    }

    /// What the line at a position records.
    pub(super) fn at(&self, position: usize) -> Option<RecordKind> {
        let after = self.0.partition_point(|(span, _)| span.start <= position);
        let (span, kind) = self.0.get(after.checked_sub(1)?)?;
        (position < span.end).then_some(*kind)
    }

    /// Whether nothing in a line goes on in the next one.
    pub(super) fn stands_alone(&self, position: usize) -> bool {
        self.at(position).is_some_and(|kind| kind != RecordKind::Funding)
    }

    /// A pair that a line of records, or a sentence about funding, prints: the name of somebody or something, but no term.
    pub(super) fn judge(&self, link: &mut Link, text: &str) {
        if !matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf) {
            return;
        }
        let funding = || in_sentence_about_funding(text, link.span) && is_name(&link.en);
        let Some(kind) = self.at(link.span.start).or_else(|| funding().then_some(RecordKind::Funding)) else { return };
        link.relation = match kind {
            RecordKind::Funding if is_name(&link.en) => Relation::Grant,
            RecordKind::People if is_name(&link.en) && link.en.split_whitespace().count() <= 3 => Relation::Person,
            RecordKind::Contact if is_romanised(&link.en) => Relation::Person,
            _ => Relation::Related,
        };
    }
}

/// The label of a line.
struct Label {
    text: String,
    /// Whether a sign marks the line as a heading.
    framed: bool,
    /// Whether the line is nothing else.
    alone: bool,
}

fn label(printed: &str) -> Option<Label> {
    let printed = printed.trim();
    let bare = printed.trim_start_matches(|c: char| {
        matches!(class(c), Class::Other | Class::Space | Class::Digit) || c == '・' || c == '※'
    });
    let framed = printed.starts_with(['【', '＜', '<', '■', '□', '◆', '◇', '●', '○', '▼', '▶', '〈', '《', '［', '〔']);
    let end = bare
        .find([':', '：', '（', '(', '】', '＞', '>', '〉', '》', '］', '〕', ' ', '\u{3000}', '\t', '／', '/'])
        .unwrap_or(bare.len());
    let (name, rest) = bare.split_at(end);
    // 解禁日時（embargo）：…: a bracket belongs to the label.
    let rest = match rest.strip_prefix(['（', '(']).and_then(|inside| inside.split_once(['）', ')'])) {
        Some((_, after)) if !after.is_empty() && !after.starts_with([':', '：', ' ', '\u{3000}', '】', '＞']) => {
            return None;
        }
        Some((_, after)) => after,
        None => rest,
    };
    let alone = rest.chars().all(|c| matches!(class(c), Class::Other | Class::Space));
    (2..=LONGEST_LABEL).contains(&name.chars().count()).then(|| Label { text: folded(name), framed, alone })
}

fn kind_of(label: &str) -> Option<RecordKind> {
    let label = label.to_lowercase();
    // 認知地図 is a term, 地図 a label; 研究者らは begins a sentence.
    let clause = |rest: &str| rest.contains(['は', 'が', 'を', 'の', 'ら', 'で', 'に', 'も']);
    let long = |word: &str| {
        word.chars().count() >= 3
            && (label.strip_prefix(word).is_some_and(|rest| !clause(rest)) || label.ends_with(word))
    };
    let has = |words: &[&str]| words.iter().any(|word| label == *word || long(word));
    if has(&WORD_LISTS.funding_label) {
        Some(RecordKind::Funding)
    } else if has(&WORD_LISTS.contact_label) {
        Some(RecordKind::Contact)
    } else {
        has(&WORD_LISTS.people_label).then_some(RecordKind::People)
    }
}

/// Whether a line gives an address, a telephone number or the like.
fn has_contact(printed: &str) -> bool {
    let lower = folded(printed).to_lowercase();
    let number = |word: &str| {
        lower.match_indices(word).any(|(at, _)| {
            let rest = lower[at + word.len()..].trim_start_matches([':', ' ', ')', '(', '.', '+']);
            rest.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    lower.contains('〒') || lower.contains('@') || ["tel", "fax", "電話", "内線"].iter().any(|word| number(word))
}

fn funds(text: &str) -> bool {
    WORD_LISTS.funding.iter().any(|word| text.contains(word))
}

/// Whether the sentence with a span thanks for money.
fn in_sentence_about_funding(text: &str, span: Span) -> bool {
    const REACH: usize = 600;
    let before = &text[text.ceil_char_boundary(span.start.saturating_sub(REACH))..span.start];
    let after = &text[span.end..text.floor_char_boundary(text.len().min(span.end + REACH))];
    let before = before.rfind(['。', '\u{c}']).map_or(before, |at| &before[at..]);
    let before = before.rfind("\n\n").map_or(before, |at| &before[at..]);
    let after = after.find('。').map_or(after, |at| &after[..at]);
    let after = after.find("\n\n").map_or(after, |at| &after[..at]);
    let tight = |part: &str| part.chars().filter(|c| class(*c) != Class::Space).collect::<String>();
    funds(&tight(after)) || funds(&tight(before))
}

/// Whether English is a name: most of its longer words begin with a capital, or it is an abbreviation.
fn is_name(en: &str) -> bool {
    let words: Vec<&str> = en.split_whitespace().filter(|word| word.chars().count() > 3).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    is_abbreviation(en) || en.starts_with(char::is_uppercase) && capitals * 3 >= words.len() * 2
}

/// Whether one to three capitalised words are written in syllables, as Japanese names are: Yamada, Saburo Ito, ITO Saburo.
pub(super) fn is_romanised(en: &str) -> bool {
    let words: Vec<&str> = en.split_whitespace().collect();
    let capital = |word: &&str| {
        word.chars().next().is_some_and(|c| c.is_ascii_uppercase())
            && (word.chars().skip(1).all(char::is_lowercase) || word.chars().all(|c| c.is_ascii_uppercase()))
            && word.chars().count() >= 2
            && is_in_syllables(&word.to_lowercase())
    };
    (1..=3).contains(&words.len()) && words.iter().all(capital)
}

/// Whether a word is made of syllables of the Hepburn romanisation.
fn is_in_syllables(word: &str) -> bool {
    const ONSETS: [&str; 34] = [
        "kk", "ss", "tt", "pp", "sh", "ch", "ts", "ky", "gy", "ny", "hy", "by", "py", "my", "ry", "ssh", "tch", "k",
        "g", "s", "z", "j", "t", "d", "n", "h", "f", "b", "p", "m", "y", "r", "w", "",
    ];
    let vowel = |c: char| "aiueoāīūēō".contains(c);
    let mut rest = word;
    while !rest.is_empty() {
        let mut onsets = ONSETS.iter().filter_map(|onset| rest.strip_prefix(*onset));
        if let Some(after) = onsets.find(|after| after.starts_with(vowel)) {
            rest = after.strip_prefix(vowel).unwrap_or_default();
            rest = rest.strip_prefix('h').filter(|after| !after.starts_with(vowel)).unwrap_or(rest);
        } else if let Some(after) = rest.strip_prefix(['n', 'm']) {
            rest = after;
        } else {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_syllables_are_told_from_english() {
        for (text, want) in [
            ("Yamada", true),
            ("Saburo Ito", true),
            ("ITO Shunkai", true),
            ("Jun'ichi", false),
            ("Junpei Hatta", true),
            ("Ohno Kenji", true),
            ("Tokyo Bay", false),
            ("Hall Effect", false),
            ("hikari", false),
        ] {
            assert_eq!(is_romanised(text), want, "{text}");
        }
    }

    #[test]
    fn labels_say_what_a_line_records() {
        for (line, want) in [
            ("担当：山田", Some(RecordKind::Contact)),
            ("＜お問い合わせ先＞", Some(RecordKind::Contact)),
            ("*解禁日時（embargo）：7月7日", Some(RecordKind::Contact)),
            ("発表者　伊藤三郎", Some(RecordKind::People)),
            ("論文著者：田中", Some(RecordKind::People)),
            ("■研究助成", Some(RecordKind::Funding)),
            ("膜電位：細胞の内外の電位の差。", None),
            ("研究者は膜（membrane）を調べた。", None),
            ("研究者らは膜を調べた。", None),
        ] {
            assert_eq!(label(line).and_then(|label| kind_of(&label.text)), want, "{line}");
        }
    }
}
