//! The text left of a gloss in, where its Japanese term begins out, with the signs that say so.
//!
//! Three answers are weighed: the run of term characters (M0), the run of nouns (M1b, quotes and verb stems inside compounds
//! respected), and that run extended to the left as far as further English words are explained by sound or identity (M3).

use super::lists::LISTS;
use super::sound;
use crate::model::{Sign, Span};
use crate::text::chars::{Class, class, fold, has_japanese, is_japanese_letter};
use crate::text::normal::normal;
use crate::text::radicals::ideograph;
use crate::text::words::{Sort, Word, Words};

/// Where a term begins and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Boundary {
    /// Byte of `left` at which the term begins.
    pub(super) start: usize,
    /// Byte of `left` after its last character (before a closing quote).
    pub(super) end: usize,
    /// What speaks for it.
    pub(super) signs: Vec<Sign>,
}

/// Characters of context that are looked at.
const WINDOW: usize = 48;

/// The Japanese term that ends where `left` ends and that `english` glosses.
pub(super) fn japanese(left: &str, english: &str, heads: &[&str], words: &Words) -> Option<Boundary> {
    let trimmed = left.trim_end();
    if let Some(quoted) = quoted(trimmed) {
        return Some(Boundary { start: quoted.start, end: quoted.end, signs: vec![Sign::new("quoted", 0.95)] });
    }
    let window = window(trimmed);
    // Radicals stand for ideographs the dictionary knows; the fold keeps every byte in its place.
    let folded: String = trimmed[window..]
        .chars()
        .map(|c| if ideograph(c).len_utf8() == c.len_utf8() { ideograph(c) } else { c })
        .collect();
    let context = folded.as_str();
    let run = character_run(context);
    let nouns = trim_marks(context, noun_run(context, &words.of(context)).unwrap_or(run));
    let mut start = nouns;
    let mut signs = Vec::new();
    // A glossary head or another gloss of the document that ends here reaches over particles a run stops at.
    let head = heads
        .iter()
        .filter(|head| head.len() >= 6 && context.ends_with(*head))
        .map(|head| context.len() - head.len())
        .min();
    // Only over kana: 95%信頼区間 is the head, the gloss may still be of 信頼区間 alone.
    let kana = |from: usize| context[from..start].chars().any(|c| class(c) == Class::Hiragana);
    if let Some(head) = head.filter(|&head| head < start && kana(head)) {
        start = head;
        signs.push(Sign::new("head_of_glossary", 0.97));
    } else if let Some(bridge) = over_bridge(context, start, english, words) {
        start = bridge;
        signs.push(Sign::new("bridge", 0.9));
    } else if let Some(further) =
        extended(context, start, english, words).or_else(|| over_particle(context, start, english, heads, words))
    {
        start = further;
        signs.push(Sign::new("extended", 0.79));
    }
    if run == nouns && start == nouns {
        signs.push(Sign::new("runs_agree", 0.95));
    }
    let term = context[start..].trim();
    if term.is_empty() || !has_japanese(term) && term.chars().count() < 2 {
        return None;
    }
    let coverage = coverage(term, english);
    if coverage >= 0.999 {
        signs.push(Sign::new("sound_explains_all", 0.98));
    }
    if signs.is_empty() {
        signs.push(Sign::new("noun_run", 0.88));
    }
    let lead = context[start..].len() - context[start..].trim_start().len();
    Some(Boundary { start: window + start + lead, end: trimmed.len(), signs })
}

/// The text inside a closing quote that ends `left`.
fn quoted(left: &str) -> Option<Span> {
    for (open, close) in [('「', '」'), ('『', '』'), ('“', '”'), ('〈', '〉'), ('"', '"'), ('＂', '＂')] {
        if let Some(inner) = left.strip_suffix(close) {
            let at = inner.rfind(open)?;
            let inside = &inner[at + open.len_utf8()..];
            let term = inside.chars().count() <= 30 && !inside.contains(['。', '」', '\n']) && has_japanese(inside);
            return term.then(|| Span::new(at + open.len_utf8(), inner.len()));
        }
    }
    None
}

/// Byte at which the looked-at context begins: after the last sentence end, bracket or quote, at most [`WINDOW`] characters.
fn window(left: &str) -> usize {
    let mut start = left.len();
    for (count, (at, c)) in left.char_indices().rev().enumerate() {
        if count >= WINDOW
            || matches!(
                c,
                '。' | '、'
                    | '，'
                    | '（'
                    | '）'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | '\n'
                    | '：'
                    | '！'
                    | '？'
                    | '【'
                    | '】'
                    | '；'
                    | '`'
                    | '"'
                    | '“'
                    | '”'
                    | '◆'
                    | '●'
                    | '※'
                    | '＝'
                    | '→'
                    | '［'
                    | '］'
            )
        {
            break;
        }
        // ASCII brackets and commas end the context unless they are inside a name: (R)-ケタミン, 1,3-ブタジエン.
        if matches!(c, '(' | ')')
            && !left[at + 1..].starts_with(['-', '‐', '−'])
            && !(c == '(' && left[at + 1..].chars().nth(1) == Some(')'))
        {
            break;
        }
        start = at;
    }
    start
}

/// The longest run of term characters that ends the context.
fn character_run(context: &str) -> usize {
    let mut start = context.len();
    for (at, c) in context.char_indices().rev() {
        let inside = matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Digit | Class::Greek)
            || matches!(fold(c), '-' | '・' | '/' | '+' | '\'');
        let latin = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit));
        let space = c == ' ' && (latin(context[..at].chars().next_back()) || latin(context[at + 1..].chars().next()));
        if !inside && !space {
            break;
        }
        start = at;
    }
    trim_lead(context, start)
}

/// The run of nouns that ends the context; `None` where it ends in something else.
fn noun_run(context: &str, words: &[Word]) -> Option<usize> {
    let glued = glued(context);
    let mut first = words.len();
    for (index, word) in words.iter().enumerate().rev() {
        let surface = word.span.of(context);
        let next = words.get(index + 1);
        let lone_kanji = surface.chars().count() == 1 && surface.chars().all(|c| class(c) == Class::Kanji);
        let touches = next.is_some_and(|next| {
            next.span.start == word.span.end
                && next.span.of(context).chars().next().is_some_and(|c| class(c) == Class::Kanji)
        });
        let inside = glued.iter().any(|span| span.overlaps(word.span));
        let joined = inside
            || (lone_kanji && touches)
            || match word.sort {
                // 20分の仮眠: the dictionary has 分の as one suffix.
                _ if surface.ends_with('の') && surface.chars().count() > 1 => false,
                Sort::Noun | Sort::Suffix | Sort::Prefix | Sort::Number | Sort::Counter => true,
                // 取り込み阻害, 読み取り: a verb stem inside or at the end of a compound.
                Sort::Joining => {
                    next.is_none_or(|next| matches!(next.sort, Sort::Noun | Sort::Suffix | Sort::Joining))
                        && !matches!(surface, "し" | "い" | "より" | "おり" | "なり")
                        // 教師あり学習 but not 差があり学習.
                        && (surface != "あり" || index > 0 && words[index - 1].sort == Sort::Noun && next.is_some())
                }
                // 強さ, 深み: an adjective stem and its suffix.
                Sort::Verb | Sort::Adjective => {
                    next.is_some_and(|next| next.sort == Sort::Suffix && matches!(next.span.of(context), "さ" | "み"))
                }
                Sort::Symbol => {
                    matches!(
                        surface,
                        "∕" | "-" | "‐" | "−" | "－" | "・" | "/" | "／" | "–" | "+" | "＋" | "(" | ")" | "'"
                    )
                }
                Sort::Adverbial => {
                    // 短時間, 一部: part of a name only where a noun follows at once.
                    let touching =
                        next.is_some_and(|next| next.span.start == word.span.end && next.sort != Sort::Particle);
                    touching
                        && surface.chars().count() >= 2
                        && surface.chars().all(|c| matches!(class(c), Class::Kanji | Class::Katakana))
                        && !LISTS.lead.contains(surface)
                }
                Sort::Other => surface
                    .chars()
                    .all(|c| matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Greek)),
                Sort::Particle => false,
            };
        // 新潟大学 国立研究開発法人: a space between Japanese words parts them.
        let parted = next.is_some_and(|next| {
            context[word.span.end..next.span.start].contains([' ', '\u{3000}'])
                && surface.chars().next_back().is_some_and(is_japanese_letter)
                && next.span.of(context).chars().next().is_some_and(is_japanese_letter)
        });
        if !joined || parted {
            break;
        }
        first = index;
    }
    // What cannot begin a term goes: determiners, suffixes, counters with their number, marks.
    while first < words.len() {
        let word = &words[first];
        let surface = word.span.of(context);
        let rest = words.len() - first - 1;
        let counter = |index: usize| words.get(index).is_some_and(|word| LISTS.counter.contains(word.span.of(context)));
        // 2種類の…, 14個: a counted quantity; 二次, 三重 are parts of names.
        let counted = word.sort == Sort::Number
            && rest >= 2
            && (first + 1..first + 5)
                .take_while(|&index| words.get(index).is_some_and(|word| word.sort == Sort::Number) || counter(index))
                .any(counter);
        let drop = rest > 0
            && (LISTS.lead.contains(surface)
                || (matches!(surface, "図" | "表")
                    && words.get(first + 1).is_some_and(|next| next.sort == Sort::Number))
                || (word.sort == Sort::Number
                    && first > 0
                    && matches!(words[first - 1].span.of(context), "図" | "表"))
                || counted
                || (word.sort == Sort::Suffix && surface.chars().all(|c| class(c) == Class::Hiragana))
                || counter(first) && word.sort == Sort::Counter
                || (surface.chars().count() == 1
                    && surface.chars().all(|c| class(c) == Class::Hiragana)
                    && !glued.iter().any(|span| span.overlaps(word.span)))
                || (word.sort == Sort::Symbol && surface != "(")
                || (word.sort == Sort::Joining
                    && surface.chars().all(|c| class(c) == Class::Hiragana)
                    && surface.chars().count() <= 2));
        if !drop {
            break;
        }
        first += 1;
    }
    words.get(first).map(|word| word.span.start)
}

/// Stretches of a context that are words though part of them is written in kana: う蝕, せん断, 差の差.
fn glued(context: &str) -> Vec<Span> {
    LISTS
        .kana_word
        .iter()
        .flat_map(|word| context.match_indices(word).map(|(at, word)| Span::new(at, at + word.len())))
        .collect()
}

fn trim_marks(context: &str, start: usize) -> usize {
    let rest = &context[start..];
    start + rest.len() - rest.trim_start_matches(['・', ' ', '\u{3000}', '/', '／', '+']).len()
}

fn trim_lead(context: &str, start: usize) -> usize {
    let mut start = start;
    loop {
        let rest = &context[start..];
        let trimmed = rest.trim_start_matches([' ', '・', '-', '－', '/', '／', 'ー', '\'', '+']);
        let lead = LISTS
            .lead
            .iter()
            .filter(|word| word.chars().count() >= 2)
            .find(|word| trimmed.starts_with(**word) && trimmed.len() > word.len());
        let next = start + (rest.len() - trimmed.len()) + lead.map_or(0, |word| word.len());
        if next == start {
            return start;
        }
        start = next;
    }
}

/// A start further left that explains more English words, where its first unit is itself explained (M3).
fn extended(context: &str, start: usize, english: &str, words: &Words) -> Option<usize> {
    let wanted: Vec<&str> = content_words(english);
    if wanted.len() < 2 {
        return None;
    }
    let have = explained(&context[start..], &wanted);
    let mut best: Option<(usize, usize)> = None;
    let list = words.of(&context[..start]);
    for index in (0..list.len()).rev().take(6) {
        let word = &list[index];
        if !matches!(word.sort, Sort::Noun | Sort::Prefix) {
            continue;
        }
        let surface = word.span.of(context);
        let own = explained(surface, &wanted);
        let whole = explained(&context[word.span.start..], &wanted);
        if own >= 1 && whole > have && best.is_none_or(|(_, most)| whole > most) {
            best = Some((word.span.start, whole));
        }
    }
    let (found, _) = best?;
    // The unit may stand inside a longer noun run: take the run's beginning.
    let end = list.iter().find(|word| word.span.start == found).map_or(found, |word| word.span.end);
    let run = noun_run(&context[..end], &words.of(&context[..end])).unwrap_or(found);
    Some(run.min(found))
}

/// A start over a verb the English says too: 証拠に基づく政策立案 = evidence-based policy making.
fn over_bridge(context: &str, start: usize, english: &str, words: &Words) -> Option<usize> {
    let lower = english.to_lowercase();
    let wanted = content_words(&lower);
    // 自動化された意思決定 = automated decision-making.
    let participle = wanted.iter().any(|word| word.len() > 4 && word.ends_with("ed"));
    let bridge =
        ["された", "化した"].into_iter().find(|word| participle && context[..start].ends_with(word)).or_else(|| {
            LISTS
                .bridge
                .iter()
                .find(|(ja, en)| context[..start].ends_with(ja) && wanted.contains(en))
                .map(|(ja, _)| *ja)
        })?;
    let before = &context[..start - bridge.len()];
    noun_run(before, &words.of(before))
}

/// A start over one の to the left, where the run alone is too short for what the English says: 位相の読み取り = phase picking.
fn over_particle(context: &str, start: usize, english: &str, heads: &[&str], words: &Words) -> Option<usize> {
    let wanted = english.split_whitespace().filter(|word| !content_words(word).is_empty()).count();
    let lower = format!(" {} ", english.to_lowercase());
    // naming and binding: 名前づけと束縛.
    let joined = ["と", "および", "及び", "や"]
        .iter()
        .find_map(|word| context[..start].strip_suffix(word))
        .filter(|_| lower.contains(" and "));
    let run = &context[start..];
    // 弱い力 = weak force: an adjective belongs to a term that says too little without it.
    if let Some(adjective) = adjective_before(context, start, words)
        && wanted >= 2
        && units_in(run) < wanted
    {
        return Some(adjective);
    }
    if heads.contains(&run) {
        return None;
    }
    let before = match joined {
        Some(before) => before,
        None => context[..start].strip_suffix('の')?,
    };
    if wanted < 2 || units_in(run.trim_end_matches('化')) >= wanted || coverage(run, english) >= 0.999 {
        return None;
    }
    let from = noun_run(before, &words.of(before))?;
    let longer = &context[from..];
    (units_in(longer.trim_end_matches('化')) <= wanted + 1).then_some(from)
}

/// Where the adjective (弱い, 高い) begins that stands right before `start`.
fn adjective_before(context: &str, start: usize, words: &Words) -> Option<usize> {
    let before = &context[..start];
    let list = words.of(before);
    let last = list.last()?;
    (last.span.end == before.len() && last.sort == Sort::Adjective && last.span.of(before).ends_with('い'))
        .then_some(last.span.start)
}

/// How many English words a Japanese stretch is likely to take: every two kanji, every katakana or Latin run, a verb with
/// its kana as one.
fn units_in(japanese: &str) -> usize {
    let (mut total, mut kanji, mut verbal) = (0_usize, 0_usize, false);
    let mut previous = Class::Space;
    for c in japanese.chars().chain(std::iter::once(' ')) {
        let here = class(c);
        match here {
            Class::Kanji => kanji += 1,
            Class::Hiragana if c != 'の' && previous == Class::Kanji && kanji == 1 => verbal = true,
            _ => {}
        }
        if here != Class::Kanji && !(here == Class::Hiragana && verbal) {
            total += if verbal { usize::from(kanji > 0) } else { kanji.div_ceil(2) };
            kanji = 0;
            verbal = false;
        }
        if matches!(here, Class::Katakana | Class::Latin | Class::Greek) && previous != here {
            total += 1;
        }
        previous = here;
    }
    total
}

/// English words that carry meaning.
pub(super) fn content_words(english: &str) -> Vec<&str> {
    english
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '–' | '/' | ',' | '−'))
        .filter(|word| {
            !word.is_empty()
                && !matches!(
                    word.to_lowercase().as_str(),
                    "of" | "the" | "a" | "an" | "in" | "for" | "and" | "to" | "on" | "by" | "with" | "from" | "at"
                )
        })
        .collect()
}

/// How many of the English words a Japanese stretch explains by sound or identity.
fn explained(japanese: &str, wanted: &[&str]) -> usize {
    let units = units(japanese);
    wanted
        .iter()
        .filter(|word| {
            units.iter().any(|unit| {
                if unit.chars().all(|c| class(c) == Class::Katakana) {
                    unit.chars().count() >= 3 && (sound::similarity(unit, word) >= 0.72)
                } else {
                    unit.chars().count() >= 2 && unit.eq_ignore_ascii_case(word)
                }
            })
        })
        .count()
}

/// Share of the English words explained, 0 to 1; 0 where none can be.
pub(super) fn coverage(japanese: &str, english: &str) -> f64 {
    let english = normal(english);
    let wanted = content_words(&english);
    if wanted.is_empty() {
        return 0.0;
    }
    // トレードオフ, レジンセメント: one run of katakana for several words.
    let katakana = japanese.chars().count() >= 4 && japanese.chars().all(|c| class(c) == Class::Katakana);
    if katakana && wanted.len() >= 2 && sound::similarity(japanese, &wanted.concat()) >= 0.66 {
        return 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = explained(japanese, &wanted) as f64 / wanted.len() as f64;
    share
}

/// A term cut at script borders, Japanese against the rest.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<(Class, String)> = Vec::new();
    for c in text.chars().map(fold) {
        let kind = match class(c) {
            Class::Latin | Class::Digit | Class::Greek => Class::Latin,
            kind => kind,
        };
        match units.last_mut() {
            Some((last, unit)) if *last == kind => unit.push(c),
            _ => units.push((kind, c.to_string())),
        }
    }
    units
        .into_iter()
        .filter(|(kind, _)| matches!(kind, Class::Kanji | Class::Katakana | Class::Latin))
        .map(|(_, unit)| unit)
        .collect()
}
