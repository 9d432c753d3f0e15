//! Reads the numbers and dates of a text, with all readings the other side may have for them, and says which it must have.

use super::quantity::{NumberText, Quantity, TextNumbers, around, last, overlaps};
use super::reading::Reading;
use super::{carry, clocks, eras, forms, literals, measures, names, shares, shortened, sure};
use crate::model::{Lang, Span};
use crate::text::placeable::{Placeable, PlaceableKind, begins_with_counter, hints, word_numbers};

/// Marks before the number of a note, which a translation may leave out or write differently.
const NOTES: [&str; 8] = ["注", "注釈", "脚注", "用語", "※", "*", "†", "note"];

/// Words for any small number.
const VAGUE: [&str; 6] = ["several", "multiple", "either", "neither", "again", "more than one"];

/// Counters of things of any kind.
const GENERAL_COUNTERS: [char; 14] =
    ['つ', '人', '者', '個', '種', '回', '度', '件', '名', '点', '方', '択', '通', '番'];

/// The numbers of a text.
pub(super) fn numbers_in(text: &NumberText<'_>) -> TextNumbers {
    let folded = text.folded.text.as_str();
    let numeric = |found: &&Placeable| match found.kind {
        PlaceableKind::Number | PlaceableKind::Date => true,
        PlaceableKind::Code => is_version(&found.value),
        PlaceableKind::Tag => false,
    };
    let own: Vec<&Placeable> = text.placeables.iter().filter(numeric).collect();
    let identifiers = names::identifiers(folded, &own);
    let mut quantities: Vec<Quantity> = own.iter().map(|found| quantity(text, found)).collect();
    quantities.retain(|one| !overlaps(&identifiers, one.span, |found| found.span));
    if text.lang.is_japanese() {
        let letters = eras::letters(folded);
        quantities.extend(letters);
        quantities.sort_by_key(|one| one.span);
    }
    let taken: Vec<Span> = quantities.iter().map(|one| one.span).collect();
    let words = word_numbers(folded, text.lang).into_iter();
    let words = words.filter(|word| !overlaps(&taken, word.number.span, |span| *span));
    quantities.extend(words.map(|word| Quantity {
        must_match: word.is_sure,
        in_words: true,
        in_digits: false,
        is_ordinal: word.is_ordinal,
        ..Quantity::new(word.number.span, word.number.kind, &word.number.value)
    }));
    quantities.sort_by_key(|one| one.span);
    if text.lang.is_english() {
        forms::words(folded, &mut quantities);
    }
    eras::read(folded, text.lang, &mut quantities);
    shares::read(folded, text.lang, &mut quantities);
    let shortened = shortened::read(folded, &mut quantities);
    forms::read(folded, text.lang, &mut quantities);
    measures::read(folded, text.lang, &mut quantities);
    carry::read(folded, &mut quantities);
    let covered = carry::covered(folded, &quantities);
    clocks::read(folded, text.lang, &mut quantities);
    sure::read(folded, text.lang, &mut quantities);
    count_once(folded, &mut quantities);
    let literals = literals::spans(folded);
    for one in &mut quantities {
        one.is_literal = one.in_digits && overlaps(&literals, one.span, |literal| *literal);
        one.is_count &= !one.is_literal;
    }
    let whole: Vec<Span> =
        own.iter().filter(|found| found.kind != PlaceableKind::Date).map(|found| found.span).collect();
    let free = |span: Span| !overlaps(&whole, span, |own| *own) && !overlaps(&identifiers, span, |one| one.span);
    let hint = |found: Placeable| Quantity {
        must_match: false,
        in_words: true,
        in_digits: found.span.of(folded).starts_with(|c: char| c.is_ascii_digit()),
        is_vague: VAGUE.contains(&found.span.of(folded).to_ascii_lowercase().as_str()),
        ..Quantity::new(found.span, found.kind, &found.value)
    };
    let mut hints: Vec<Quantity> =
        hints(folded, text.lang).into_iter().filter(|hint| free(hint.span)).map(hint).collect();
    hints.extend(measures::phrases(folded, text.lang));
    hints.extend(covered);
    hints.extend(shares::phrases(folded));
    hints.extend(shortened);
    if text.lang.is_japanese() {
        hints.extend(eras::phrases(folded));
    }
    let codes = text.placeables.iter().filter(|found| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag));
    let codes = codes.filter(|code| !is_version(&code.value)).map(|code| (code.span, code.value.to_lowercase()));
    let taken: Vec<Span> = quantities.iter().map(|one| one.span).collect();
    let names = names::names(folded, &taken).into_iter().chain(codes).collect();
    quantities.extend(identifiers);
    TextNumbers { quantities, hints, names }
}

fn quantity(text: &NumberText<'_>, found: &Placeable) -> Quantity {
    let folded = text.folded.text.as_str();
    let (before, after) = around(folded, found.span);
    let written = found.span.of(folded);
    let mut one = Quantity::new(found.span, found.kind, &found.value);
    if found.kind == PlaceableKind::Number {
        // A dash before a number may be a minus: 温度−5℃.
        let dash = before.strip_suffix('-').is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()));
        if dash && !one.value.starts_with('-') {
            let negative = format!("-{}", one.value);
            one.also_number(&negative);
        }
        let vague = before.ends_with(['数', '何', '幾']) && text.lang.is_japanese();
        // The minutes of a full hour.
        let is_full_hour = written == "00" && before.ends_with(':');
        let is_exempt = is_full_hour
            || vague
            || is_one(&one.value, text.lang, (before, after))
            || is_note(before, after)
            || (text.lang.is_japanese() && is_sum_of_list(one.whole(), before, after));
        one.must_match = !is_exempt;
        one.is_figure = is_figure(before, written, after);
        one.is_counted = !text.lang.is_japanese() || after.trim_start().starts_with(GENERAL_COUNTERS);
        if text.lang.is_japanese() && after.trim_start().starts_with('進') {
            one.also(Reading::Number(format!("base {}", one.value)));
        }
        let counts = after.trim_start().starts_with(['つ', '人', '者', '個']);
        one.is_count = one.whole().is_some_and(|count| count == 0 || (counts && (2..=3).contains(&count)));
    }
    if found.kind == PlaceableKind::Date {
        for part in super::dates::numbers(&one.value).into_iter().chain(super::dates::days(&one.value)) {
            one.also(Reading::Number(part));
        }
    }
    one.in_digits = written.contains(|c: char| c.is_ascii_digit());
    one.is_list_item = is_list_number(before, after);
    one
}

/// A number that is said twice, the second time in brackets or as the other side of a square: 天保8年(1837年), 10 km (10,000 m),
/// 5 mm by 5 mm.
fn count_once(folded: &str, quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (before, rest) = quantities.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last(), rest.first_mut()) else { continue };
        let between = folded.get(first.span.end..second.span.start).unwrap_or_default();
        let in_brackets = between.ends_with(['(', '[', '=']) && between.chars().count() <= 12;
        let same = first.readings.iter().any(|reading| second.readings.contains(reading));
        // 5 mm by 5 mm is 5ミリ角.
        let is_square = between.ends_with(" by ") || between.ends_with('×') || between.ends_with("× ");
        let follows = between.len() <= 12 && same && first.must_match;
        second.is_side = is_square && follows;
        let is_even = shares::is_even(folded, first, second);
        second.must_match &= !((is_even || in_brackets && between.chars().count() <= 12) && same && first.must_match);
    }
}

/// Whether no word stands for a number: behind a plus or an equals sign, or with a point and nothing but zeros after it. 2.0倍 may
/// be `twice`.
fn is_figure(before: &str, written: &str, after: &str) -> bool {
    let is_version = written.strip_suffix(".0").is_some_and(|whole| whole.bytes().all(|byte| byte.is_ascii_digit()));
    let is_multiple = ["倍", " times", "-fold", "fold", "%", " "].iter().any(|word| after.starts_with(word));
    before.ends_with(['+', '=']) && written.starts_with(|c: char| c.is_ascii_digit()) || is_version && !is_multiple
}

/// Whether it is a single thing, which the other language expresses by an article or a singular.
fn is_one(value: &str, lang: &Lang, (before, after): (&str, &str)) -> bool {
    let after = after.trim_start();
    // 1日目 and 1番目 are ordinals; 3分の1 is a third.
    let ordinal = after.chars().take(3).any(|c| c == '目');
    let one_to_one = after.starts_with("対1") || before.ends_with("1対");
    let counted = one_to_one || (begins_with_counter(after) || after.starts_with('日')) && !ordinal;
    // 1細胞あたり is per cell.
    let per = || {
        let near = after.char_indices().nth(16).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
        let near = near.split(['、', '。', 'の', 'は', 'が', 'を', 'に']).next().unwrap_or_default();
        ["あたり", "当たり", "当り", "ごと", "毎"].iter().any(|word| near.contains(word))
    };
    value == "1" && lang.is_japanese() && (counted || before.trim_end().ends_with("分の") || per())
}

/// Whether it only counts what is listed before it: AとBの2つ.
fn is_sum_of_list(number: Option<u32>, before: &str, after: &str) -> bool {
    let counts = after.trim_start().starts_with(['つ', '者', '種', '点', '個']);
    let Some(number) = number.filter(|number| counts && (2..=6).contains(number)) else { return false };
    let before = last(before, 120).trim_end();
    if !before.ends_with('の') && !before.ends_with("という") && !before.ends_with("といった") {
        return false;
    }
    let clause = before.rsplit('。').next().unwrap_or_default();
    let joints = ["と", "、", "や", "・", ","].iter().map(|joint| clause.matches(joint).count()).sum::<usize>();
    joints + 1 >= number as usize
}

/// Whether a code is a version number: only digits and points.
fn is_version(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_note(before: &str, after: &str) -> bool {
    // *30* is an emphasised number.
    if after.starts_with('*') {
        return false;
    }
    // 2 * 100 is a product, text*2 and * 2 at the beginning are notes.
    let near = last(before, 16);
    if near.ends_with("* ") && near.len() > 2 {
        return false;
    }
    let before = near.trim_end().trim_end_matches(['(', '[', '.', ' ']).to_lowercase();
    NOTES.iter().any(|mark| before.ends_with(mark))
}

/// Whether it is the number of a list item: (1) …, 2. …
fn is_list_number(before: &str, after: &str) -> bool {
    let first = before.len() <= 8 && before.trim().trim_matches(['(', '[', '<']).is_empty();
    let mut rest = after.chars();
    let marked = matches!(rest.next(), Some('.' | ')' | ']' | '>' | ':' | '、'));
    first && marked && !rest.as_str().trim().is_empty() && !rest.next().is_some_and(|c| c.is_ascii_digit())
}
