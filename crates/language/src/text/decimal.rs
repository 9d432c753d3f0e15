//! Exact decimal numbers. No binary fractions are involved, so 2.8億 is exactly 280000000.

use std::fmt;

/// The most digits after the decimal point.
const MOST_PLACES: u32 = 30;

/// A non-negative number: `units` × 10^-`places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    units: u128,
    places: u32,
}

impl Decimal {
    /// Parses ASCII digits with at most one decimal point: `1234`, `0.05`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
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
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self { units: u128::from(number), places: 0 }
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// The number times 10^`zeros`.
    #[must_use]
    pub fn scaled(self, zeros: u32) -> Option<Self> {
        let units = self.units.checked_mul(10_u128.checked_pow(zeros.saturating_sub(self.places))?)?;
        Some(Self { units, places: self.places.saturating_sub(zeros) })
    }

    /// The number divided by 10^`zeros`, without trailing zeros.
    #[must_use]
    pub fn divided(self, zeros: u32) -> Option<Self> {
        let places = self.places.checked_add(zeros)?;
        (places <= MOST_PLACES).then(|| Self { units: self.units, places }.shortest())
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let aligned = |number: Self| number.units.checked_mul(10_u128.checked_pow(places - number.places)?);
        Some(Self { units: aligned(self)?.checked_add(aligned(other)?)?, places })
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let (one, two) = (self.shortest(), other.shortest());
        let places = one.places.checked_add(two.places).filter(|places| *places <= MOST_PLACES)?;
        Some(Self { units: one.units.checked_mul(two.units)?, places }.shortest())
    }

    /// The quotient, if it has an end.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        let (one, mut two) = (self.shortest(), other.shortest());
        let mut quotient = one;
        // A fraction has an end if its divisor has no primes but two and five.
        for (prime, complement) in [(2, 5), (5, 2)] {
            while two.units > 1 && two.units.is_multiple_of(prime) {
                two.units /= prime;
                quotient = quotient.times(Self { units: complement, places: 1 })?;
            }
        }
        if two.units == 0 || !quotient.units.is_multiple_of(two.units) {
            return None;
        }
        quotient.units /= two.units;
        quotient.scaled(two.places).map(Self::shortest)
    }

    /// The same number without trailing zeros in its fraction.
    #[must_use]
    pub fn shortest(self) -> Self {
        let mut shorter = self;
        while shorter.places > 0 && shorter.units.is_multiple_of(10) {
            shorter = Self { units: shorter.units / 10, places: shorter.places - 1 };
        }
        shorter
    }

    /// The number of digits after the decimal point.
    #[must_use]
    pub fn places(self) -> u32 {
        self.places
    }

    /// The number as an integer, if it is whole and fits.
    #[must_use]
    pub fn small(self) -> Option<u32> {
        let shortest = self.shortest();
        u32::try_from(shortest.units).ok().filter(|_| shortest.places == 0)
    }

    /// Whether the number is at least 10^`zeros`.
    #[must_use]
    pub fn reaches(self, zeros: u32) -> bool {
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

    #[test]
    fn products_are_exact_and_quotients_have_an_end() {
        let number = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(number("1.5").times(number("0.20")).unwrap().to_string(), "0.3");
        for (one, two, want) in [
            ("3", "4", Some("0.75")),
            ("1", "3", None),
            ("9", "3", Some("3")),
            ("1", "0", None),
            ("1", "0.5", Some("2")),
        ] {
            assert_eq!(number(one).over(number(two)).map(|found| found.to_string()).as_deref(), want, "{one}/{two}");
        }
    }
}
