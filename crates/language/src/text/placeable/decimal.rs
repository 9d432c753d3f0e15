//! Exact decimal numbers. No binary fractions are involved, so 2.8億 is exactly 280000000.

use std::fmt;

/// A non-negative number: `units` × 10^-`places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Decimal {
    units: u128,
    places: u32,
}

impl Decimal {
    /// Parses ASCII digits with at most one decimal point: `1234`, `0.05`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || whole.len() + part.len() > 30 {
            return None;
        }
        let mut units: u128 = 0;
        for byte in whole.bytes().chain(part.bytes()) {
            units = units * 10 + u128::from(byte - b'0');
        }
        Some(Self { units, places: u32::try_from(part.len()).ok()? })
    }

    /// A whole number.
    pub(super) fn whole(number: u32) -> Self {
        Self { units: u128::from(number), places: 0 }
    }

    pub(super) fn is_zero(self) -> bool {
        self.units == 0
    }

    /// The number times 10^`zeros`.
    pub(super) fn scaled(self, zeros: u32) -> Option<Self> {
        let units = self.units.checked_mul(10_u128.checked_pow(zeros.saturating_sub(self.places))?)?;
        Some(Self { units, places: self.places.saturating_sub(zeros) })
    }

    /// The number divided by 10^`zeros`, without trailing zeros.
    pub(super) fn divided(self, zeros: u32) -> Option<Self> {
        let places = self.places.checked_add(zeros)?;
        (places <= 30).then(|| Self { units: self.units, places }.shortest())
    }

    /// The sum.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let aligned = |number: Self| number.units.checked_mul(10_u128.checked_pow(places - number.places)?);
        Some(Self { units: aligned(self)?.checked_add(aligned(other)?)?, places })
    }

    /// The same number without trailing zeros in its fraction.
    pub(super) fn shortest(self) -> Self {
        let mut shorter = self;
        while shorter.places > 0 && shorter.units.is_multiple_of(10) {
            shorter = Self { units: shorter.units / 10, places: shorter.places - 1 };
        }
        shorter
    }

    /// The number of digits after the decimal point.
    pub(super) fn places(self) -> u32 {
        self.places
    }

    /// The number as an integer, if it is whole and fits.
    pub(super) fn small(self) -> Option<u32> {
        let shortest = self.shortest();
        u32::try_from(shortest.units).ok().filter(|_| shortest.places == 0)
    }

    /// Whether the number is at least 10^`zeros`.
    pub(super) fn reaches(self, zeros: u32) -> bool {
        10_u128.checked_pow(zeros + self.places).is_some_and(|least| self.units >= least)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u128.checked_pow(self.places).unwrap_or(u128::MAX);
        write!(f, "{}", self.units / one)?;
        if self.places > 0 {
            write!(f, ".{:0width$}", self.units % one, width = self.places as usize)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_scaled_and_added_exactly() {
        for (text, zeros, want) in
            [("2.8", 8, "280000000"), ("1.5", 0, "1.5"), ("0.05", 1, "0.5"), ("1.2345", 4, "12345"), ("3", 3, "3000")]
        {
            assert_eq!(Decimal::parse(text).unwrap().scaled(zeros).unwrap().to_string(), want, "{text}");
        }
        let sum = Decimal::parse("1.5").unwrap().plus(Decimal::whole(2)).unwrap();
        assert_eq!(sum.to_string(), "3.5");
        assert_eq!(Decimal::parse("280000000").unwrap().divided(8).unwrap().to_string(), "2.8");
        assert_eq!(Decimal::parse("3.50").unwrap().shortest().to_string(), "3.5");
        for wrong in ["", ".", "1.2.3", "-1", "１", "9999999999999999999999999999999"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Decimal::parse("9").unwrap().scaled(60), None);
    }
}
