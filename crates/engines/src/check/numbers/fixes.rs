//! The fix of a number: the number of the source in the format of the translation, if that is certain.

use super::matching::compare;
use super::quantity::{NumberText, Quantity};
use super::reading::{Reading, plain};
use crate::check::text::DraftText;
use crate::check::wording::quote;
use crate::model::{Fix, Location, Replaced, Side};
use crate::text::normal::normal;
use crate::text::placeable::{placeables, rewrite};

/// The fix that puts the number of the source into the translation. There is none unless both numbers can be read in one way
/// only, are of the same form and unit, and the translation then has the numbers of the source.
pub(super) fn number_fix(
    source: &NumberText<'_>,
    target: &NumberText<'_>,
    lost: &Quantity,
    new: &Quantity,
) -> Option<Fix> {
    if lost.kind != new.kind || new.in_words || !has_one_form(lost, new) || !has_same_unit(source, lost, target, new) {
        return None;
    }
    let before = target.folded.text.get(..new.span.start)?;
    let after = target.folded.text.get(new.span.end..)?;
    // A dash that was not read as the sign of the number would stay before the sign of the new one.
    let is_cut = before.ends_with(|c: char| matches!(c, '-' | '+' | '±' | '.' | '^') || c.is_ascii_digit())
        || after.starts_with(|c: char| c.is_ascii_digit() || c == '^');
    if is_cut {
        return None;
    }
    let (from, to) = (source.folded.source(lost.span), target.folded.source(new.span));
    let text = rewrite(to.of(target.text), new.kind, &lost.value, from.of(source.text), target.lang)?;
    let folded = normal(&text);
    let read = placeables(&folded, target.lang);
    let is_right =
        matches!(read.as_slice(), [only] if plain(&only.value) == lost.value && only.span.len() == folded.len());
    if !is_right {
        return None;
    }
    let mended = format!("{}{text}{}", target.text.get(..to.start)?, target.text.get(to.end..)?);
    let mended = DraftText::new(&mended, target.lang);
    if !compare(source, &NumberText::new(&mended)).is_some_and(|compared| compared.agrees()) {
        return None;
    }
    let title = format!("Write {} for {}", quote(&text), quote(to.of(target.text)));
    let place = Location { unit: 0, side: Side::Target, span: to };
    Some(Fix { title, changes: vec![Replaced { place, text }] })
}

/// Whether two numbers are written in one form and neither has a second reading: an era year, a member of a range, a time.
fn has_one_form(lost: &Quantity, new: &Quantity) -> bool {
    let is_plain = |one: &Quantity| {
        let others = |reading: &&Reading| !matches!(reading, Reading::Measure(..));
        let is_date = one.value.contains('-') && !one.value.starts_with('-') || one.value.starts_with("--");
        is_date || one.readings.iter().skip(1).filter(others).count() == 0
    };
    let percent = |one: &Quantity| one.value.ends_with('%');
    is_plain(lost) && is_plain(new) && percent(lost) == percent(new)
}

/// Whether two numbers have the same unit, or none that is known.
fn has_same_unit(source: &NumberText<'_>, lost: &Quantity, target: &NumberText<'_>, new: &Quantity) -> bool {
    match (&lost.unit, &new.unit) {
        (None, None) => true,
        (Some(one), Some(other)) if one.is_compound || other.is_compound => {
            let written = |text: &NumberText<'_>, end: usize| {
                let rest = text.folded.text.get(end..).unwrap_or_default();
                rest.chars()
                    .take_while(|c| !c.is_whitespace() && !matches!(c, '。' | '、' | ',' | '.'))
                    .collect::<String>()
            };
            one.readings == other.readings
                && one.is_compound == other.is_compound
                && written(source, one.span.end) == written(target, other.span.end)
        }
        (Some(one), Some(other)) => one.is_sure && other.is_sure && one.readings == other.readings,
        _ => false,
    }
}
