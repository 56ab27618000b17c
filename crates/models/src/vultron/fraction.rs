//! Exact probabilities.

use std::fmt;

use serde::{Serialize, Serializer};

/// A fraction in lowest terms, 0 or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    above: u64,
    below: u64,
}

impl Fraction {
    /// None at all.
    pub const ZERO: Fraction = Fraction { above: 0, below: 1 };
    /// The whole.
    pub const ONE: Fraction = Fraction { above: 1, below: 1 };

    /// `above / below`. `None` when `below` is 0.
    #[must_use]
    pub fn new(above: u64, below: u64) -> Option<Fraction> {
        (below != 0).then(|| Fraction::reduced(above, below))
    }

    fn reduced(above: u64, below: u64) -> Fraction {
        let by = common_divisor(above, below);
        Fraction { above: above / by, below: below / by }
    }

    /// The sum. The histories of a case have denominators of a few thousand, far from what a `u64` holds.
    #[must_use]
    pub fn plus(self, other: Fraction) -> Fraction {
        Fraction::reduced(self.above * other.below + other.above * self.below, self.below * other.below)
    }

    /// One of so many equal parts of it; the whole when there are none.
    #[must_use]
    pub fn part_of(self, parts: u64) -> Fraction {
        Fraction::reduced(self.above, self.below * parts.max(1))
    }

    /// As a number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a number for people; the fraction stays exact")]
    pub fn value(self) -> f64 {
        self.above as f64 / self.below as f64
    }
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a.max(1) } else { common_divisor(b, a % b) }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.above, self.below)
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
