//! Hours, for people and for programs.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// Below this, hours are written with their decimals.
const LARGE: f64 = 1e6;

/// Hours for people: one decimal, where there is one.
#[must_use]
pub fn told(hours: f64) -> String {
    if hours >= LARGE {
        return format!("{hours:.1e}");
    }
    let told = format!("{hours:.1}");
    told.strip_suffix(".0").map_or_else(|| told.clone(), str::to_owned)
}

/// Hours for programs: a number without what rounding has left behind its ninth decimal.
#[derive(Debug, Clone, Copy, PartialEq, JsonSchema)]
#[schemars(inline)]
pub struct Hours(pub f64);

impl Hours {
    fn rounded(self) -> f64 {
        if self.0 < LARGE { (self.0 * 1e9).round() / 1e9 } else { self.0 }
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hours = self.rounded();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is whole, and small.
        if hours < LARGE && hours.fract() == 0.0 {
            serializer.serialize_u64(hours as u64)
        } else {
            serializer.serialize_f64(hours)
        }
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.rounded())
    }
}

#[cfg(test)]
mod tests {
    use super::{Hours, told};

    #[test]
    fn hours_for_people_and_for_programs() {
        for (hours, for_people, for_programs) in [
            (0.0, "0", "0"),
            (12.0, "12", "12"),
            (18.5, "18.5", "18.5"),
            (6.0 * 4.0 / 52.0, "0.5", "0.461538462"),
            (0.1 + 0.2, "0.3", "0.3"),
            (9.96, "10", "9.96"),
            (1_234_567.0, "1.2e6", "1234567.0"),
            (1e300, "1.0e300", "1e+300"),
        ] {
            assert_eq!(told(hours), for_people);
            assert_eq!(serde_json::to_string(&Hours(hours)).unwrap(), for_programs);
        }
    }
}
