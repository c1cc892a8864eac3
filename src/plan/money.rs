//! Money, exact.

use std::fmt;

/// An amount in hundredths of the plan's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Money(pub u64);

impl Money {
    /// The largest amount a plan may name: fifteen digits before the point. Sums of a million of them stay exact in a
    /// `u128`.
    pub const MAX: Self = Self(99_999_999_999_999_999);

    /// Reads `1200`, `1200.5`, `1200.50`. At most two decimals, no sign, no marks.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 15 || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
            return None;
        }
        if text.ends_with('.') {
            return None;
        }
        let hundredths: u64 = format!("{decimals:0<2}").parse().ok()?;
        Some(Self(whole.parse::<u64>().ok()? * 100 + hundredths))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Total(self.0.into()).fmt(f)
    }
}

/// A sum of amounts, in hundredths of the plan's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Total(pub u128);

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_multiple_of(100) {
            write!(f, "{}", self.0 / 100)
        } else {
            write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
        }
    }
}

impl std::ops::AddAssign<Money> for Total {
    fn add_assign(&mut self, money: Money) {
        self.0 += u128::from(money.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn money_has_at_most_two_decimals() {
        let cents = |text| Money::parse(text).map(|money| money.0);
        assert_eq!(cents("12000"), Some(1_200_000));
        assert_eq!(cents("0.1"), Some(10));
        assert_eq!(cents("7.25"), Some(725));
        for text in ["", ".5", "5.", "1.234", "-3", "1e3", "1,000", "1000000000000000"] {
            assert_eq!(cents(text), None, "{text}");
        }
        assert_eq!(Money(725).to_string(), "7.25");
        assert_eq!(Money(700).to_string(), "7");
    }
}
