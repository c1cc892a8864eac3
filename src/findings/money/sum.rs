//! Money added up exactly, also where it is shared equally.

use std::collections::BTreeMap;

/// Common denominators up to this one are exact: those of lists of up to 22 donors. Beyond it, a share may be told less
/// by this part of a hundredth.
const LARGEST: u64 = 1 << 32;

/// Amounts in hundredths, each divided by how many share it. Kept apart by that number, so nothing is rounded.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    by_sharers: BTreeMap<u64, u128>,
}

impl Sum {
    /// Adds an equal share of an amount.
    pub fn add(&mut self, hundredths: u64, sharers: usize) {
        *self.by_sharers.entry(sharers.max(1) as u64).or_default() += u128::from(hundredths);
    }

    /// How many parts of a hundredth it is, where a hundredth has so many.
    #[must_use]
    pub fn parts(&self, denominator: u64) -> u128 {
        let parts = |(&sharers, &hundredths): (&u64, &u128)| {
            // No sum of a file's amounts comes near 2^90.
            hundredths * u128::from(denominator) / u128::from(sharers)
        };
        self.by_sharers.iter().map(parts).sum()
    }

    /// The least number of parts of a hundredth in which all of these are whole.
    #[must_use]
    pub fn denominator<'s>(sums: impl Iterator<Item = &'s Self>) -> u64 {
        let mut common = 1_u64;
        for &sharers in sums.flat_map(|sum| sum.by_sharers.keys()) {
            common = common / greatest_divisor(common, sharers) * sharers;
            if common > LARGEST {
                return LARGEST;
            }
        }
        common
    }
}

fn greatest_divisor(mut a: u64, mut b: u64) -> u64 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Hundredths as an amount: `1200`, `7.25`.
#[must_use]
pub fn amount(hundredths: u128) -> String {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, Sum, amount};

    fn sum(shares: &[(u64, usize)]) -> Sum {
        let mut sum = Sum::default();
        for &(hundredths, sharers) in shares {
            sum.add(hundredths, sharers);
        }
        sum
    }

    #[test]
    fn shares_of_one_amount_make_it_up() {
        let thirds = sum(&[(10_000, 3), (10_000, 3), (10_000, 3)]);
        let seventh = sum(&[(1, 7)]);
        let denominator = Sum::denominator([&thirds, &seventh].into_iter());
        assert_eq!(denominator, 21);
        assert_eq!(thirds.parts(denominator), 10_000 * 21);
        assert_eq!(seventh.parts(denominator), 3);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let most = crate::plan::Money::MAX.0;
        let mut all = Sum::default();
        for sharers in 1..200 {
            for _ in 0..1000 {
                all.add(most, sharers);
            }
        }
        assert_eq!(Sum::denominator(std::iter::once(&all)), LARGEST);
        assert!(all.parts(LARGEST) / u128::from(LARGEST) > u128::from(most) * 1000);
    }

    #[test]
    fn amounts_have_two_decimals_or_none() {
        assert_eq!([amount(0), amount(5), amount(1200), amount(1250)], ["0", "0.05", "12", "12.50"]);
    }
}
