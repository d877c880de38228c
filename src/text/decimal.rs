//! Exact decimals, so that “36,6 triệu” is 36 600 000 and not a hair beside it.

/// Largest amount that is read, either sign: beyond it nobody means what stands there.
const LIMIT: i64 = 1_000_000_000_000_000;

/// `mantissa / 10^scale`, without trailing zeros in the mantissa when there is a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    mantissa: i64,
    scale: u32,
}

impl Decimal {
    /// From digits of which the last `scale` stand behind the comma. None beyond 10^15 or eighteen significant digits.
    pub(super) fn from_digits(digits: &[u8], scale: usize) -> Option<Self> {
        let zeros = digits.iter().rev().take(scale).take_while(|d| **d == 0).count();
        let mut mantissa: i64 = 0;
        for d in digits.iter().take(digits.len() - zeros) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(*d))?;
        }
        let scale = u32::try_from(scale - zeros).ok()?;
        Decimal { mantissa, scale }.limited()
    }

    /// A whole number.
    pub(super) fn of(number: u32) -> Self {
        Decimal { mantissa: i64::from(number), scale: 0 }
    }

    pub(super) fn negative(self) -> Self {
        Decimal { mantissa: -self.mantissa, ..self }
    }

    pub(super) fn times_power(self, exponent: u32) -> Option<Self> {
        let free = self.scale.min(exponent);
        let mantissa = self.mantissa.checked_mul(10_i64.checked_pow(exponent - free)?)?;
        Decimal { mantissa, scale: self.scale - free }.limited()
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let raise = |d: Decimal| d.mantissa.checked_mul(10_i64.checked_pow(scale - d.scale)?);
        let mut sum = Decimal { mantissa: raise(self)?.checked_add(raise(other)?)?, scale };
        while sum.scale > 0 && sum.mantissa % 10 == 0 {
            sum = Decimal { mantissa: sum.mantissa / 10, scale: sum.scale - 1 };
        }
        sum.limited()
    }

    /// Is it less than `10^exponent`.
    pub(super) fn below_power(self, exponent: u32) -> bool {
        10_i64.checked_pow(self.scale + exponent).is_none_or(|bound| self.mantissa < bound)
    }

    /// The value when it is a whole number.
    pub(super) fn whole(self) -> Option<i64> {
        (self.scale == 0).then_some(self.mantissa)
    }

    /// The nearest float; exactly the decimal's own for up to fifteen digits.
    pub(super) fn value(self) -> f64 {
        let mut power = 1.0;
        for _ in 0..self.scale {
            power *= 10.0;
        }
        self.mantissa as f64 / power
    }

    fn limited(self) -> Option<Self> {
        let whole = 10_i64.checked_pow(self.scale).map_or(0, |power| self.mantissa / power);
        (-LIMIT..=LIMIT).contains(&whole).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn made(digits: &[u8], scale: usize, exponent: u32, expected: Option<f64>) {
        assert_eq!(Decimal::from_digits(digits, scale).and_then(|d| d.times_power(exponent)).map(Decimal::value), expected);
    }

    #[test]
    fn exact() {
        made(&[3, 6, 6], 1, 6, Some(36_600_000.0));
        made(&[1, 1], 1, 9, Some(1_100_000_000.0));
        made(&[3, 6, 6], 1, 0, Some(36.6));
        made(&[0, 0, 1], 2, 0, Some(0.01));
        made(&[1, 0, 0], 2, 0, Some(1.0));
        made(&[0], 0, 9, Some(0.0));
        made(&[1], 0, 15, Some(1e15));
        made(&[2], 0, 15, None);
        made(&[9; 20], 0, 0, None);
        made(&[0; 40], 20, 0, Some(0.0));
        made(&[9; 18], 17, 0, Some(10.0));
        made(&[9; 15], 14, 0, Some(9.999_999_999_999_99));
    }

    #[test]
    fn sums() {
        let d = |digits: &[u8], scale| Decimal::from_digits(digits, scale).unwrap();
        assert_eq!(d(&[5], 1).plus(d(&[5], 1)), Some(d(&[1], 0)));
        assert_eq!(d(&[1, 2, 5], 2).plus(d(&[3], 0)), Some(d(&[4, 2, 5], 2)));
        assert_eq!(d(&[1, 2, 5], 2).whole(), None);
        assert!(d(&[9, 9, 9], 0).below_power(3) && !d(&[1, 0, 0, 0], 0).below_power(3));
    }
}
