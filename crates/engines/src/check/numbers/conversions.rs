//! Quantities that were converted into units of another system and rounded: 100 km and 62 miles, 25 °C and 77 °F.

use super::quantity::{NumberText, Quantity, around};
use crate::text::measure::{Dimension, UnitReading, unit_at};

/// Takes the quantities away that the other text has in converted units.
pub(super) fn drop_converted(
    missing: &mut Vec<Quantity>,
    source: &NumberText<'_>,
    added: &mut Vec<Quantity>,
    target: &NumberText<'_>,
) {
    missing.retain(|lost| {
        let place = added.iter().position(|new| is_converted((source, lost), (target, new)));
        if let Some(place) = place {
            added.remove(place);
        }
        place.is_none()
    });
}

fn is_converted((source, lost): (&NumberText<'_>, &Quantity), (target, new): (&NumberText<'_>, &Quantity)) -> bool {
    let ((ours, here), (theirs, there)) = match (measure(source, lost), measure(target, new)) {
        (Some(ours), Some(theirs)) => (ours, theirs),
        _ => return false,
    };
    here.iter().any(|one| {
        there.iter().any(|other| {
            one.is_customary != other.is_customary
                && [(ours, one, theirs, other), (theirs, other, ours, one)].into_iter().any(|(from, one, to, other)| {
                    converted(from, one, other).is_some_and(|value| (value - to).abs() <= rounding(to))
                })
        })
    })
}

/// The number of a quantity with its sign, and what its unit may be.
fn measure(text: &NumberText<'_>, one: &Quantity) -> Option<(f64, Vec<UnitReading>)> {
    let folded = text.folded.text.as_str();
    let readings = match &one.unit {
        Some(unit) => unit.readings,
        None => unit_at(folded.get(one.tail..)?, text.lang)?.readings,
    };
    let amount: f64 = one.amount.map_or_else(|| one.value.clone(), |amount| amount.to_string()).parse().ok()?;
    let before = around(folded, one.span).0.trim_end();
    let is_below = ["氷点下", "零下", "マイナス", "minus"].iter().any(|word| before.ends_with(word));
    Some((if is_below { -amount } else { amount }, readings.to_vec()))
}

/// A quantity in another unit.
fn converted(amount: f64, from: &UnitReading, to: &UnitReading) -> Option<f64> {
    if from.dimension == Dimension::celsius() && to.dimension == Dimension::fahrenheit() {
        return Some(amount * 1.8 + 32.0);
    }
    if from.dimension == Dimension::fahrenheit() && to.dimension == Dimension::celsius() {
        return Some((amount - 32.0) / 1.8);
    }
    let size = |unit: &UnitReading| unit.size.to_string().parse::<f64>().ok();
    (from.dimension == to.dimension).then_some(amount * size(from)? / size(to)?)
}

/// How far a number of two figures may be from what was rounded to it.
fn rounding(number: f64) -> f64 {
    if number == 0.0 { 0.5 } else { 10_f64.powf(number.abs().log10().floor() - 1.0) / 2.0 + 1e-9 }
}
