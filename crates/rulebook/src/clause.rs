//! The number of a clause of the guideline, the name under which every rule is known.

use serde::{Serialize, Serializer};

/// A clause of the guideline by its id, such as `Ⅳ.4.3` or `Ⅳ.3.(1).2.ア`; `clauses` has a text for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clause(&'static str);

impl Clause {
    /// The clause of this id. A test checks that every id written in the sources is in the table of `clauses`.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Clause(id)
    }

    /// Its id as the guideline numbers it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for Clause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Clause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
