//! The operands of operators that show text: strings, and arrays of strings and adjustments.

use super::fonts::{EncodingFamily, StandIns, to_units};
use super::tokens::{string_bytes, token};
use super::vertical::TextPart;

/// Number of bytes in a string or in the strings of an array, and the number of parts of the array.
pub(super) fn string_length(operand: &[u8]) -> (usize, usize) {
    match operand.first() {
        Some(b'(') => (operand.len().saturating_sub(2), 0),
        Some(b'<') => (operand.len().saturating_sub(2) / 2, 0),
        Some(b'[') => {
            let inside = operand.get(1..operand.len().saturating_sub(1)).unwrap_or_default();
            let (mut at, mut sum, mut parts) = (0, 0, 0);
            while let Some((part, next)) = token(inside, at) {
                at = next;
                parts += 1;
                if part.starts_with(b"(") || part.starts_with(b"<") {
                    sum += string_length(part).0;
                }
            }
            (sum, parts)
        }
        _ => (0, 0),
    }
}

/// The parts of a string or array, with its codes as UTF-16 units.
pub(super) fn shown(operand: &[u8], family: EncodingFamily, stand_ins: &mut StandIns) -> Vec<TextPart> {
    let mut units = |part: &[u8]| to_units(&string_bytes(part), family, stand_ins).into_iter().map(TextPart::Unit);
    if !operand.starts_with(b"[") {
        return units(operand).collect();
    }
    let inside = operand.get(1..operand.len().saturating_sub(1)).unwrap_or_default();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((part, next)) = token(inside, at) {
        at = next;
        if part.starts_with(b"(") || part.starts_with(b"<") {
            out.extend(units(part));
        } else if is_number(part) {
            out.extend(std::str::from_utf8(part).ok().and_then(|step| step.parse().ok()).map(TextPart::Step));
        }
    }
    out
}

/// Parts written as an array.
pub(super) fn written(parts: &[TextPart]) -> Vec<u8> {
    let mut out = String::from("[");
    let mut inside = false;
    for part in parts {
        let is_unit = matches!(part, TextPart::Unit(_));
        if is_unit != inside {
            out.push(if is_unit { '<' } else { '>' });
        }
        inside = is_unit;
        match part {
            TextPart::Unit(unit) => out.push_str(&format!("{unit:04X}")),
            TextPart::Step(step) => out.push_str(&format!("{step} ")),
        }
    }
    out.push_str(if inside { ">]" } else { "]" });
    out.into_bytes()
}

/// Whether an operand is a number.
pub(super) fn is_number(operand: &[u8]) -> bool {
    std::str::from_utf8(operand).is_ok_and(|text| {
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'))
            && text.parse::<f32>().is_ok_and(f32::is_finite)
    })
}
