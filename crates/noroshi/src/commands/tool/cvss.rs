//! `noroshi tool cvss`: a vector → its scores. What its version lacks is null.

use formats::cvss::Vector;

/// Answers one vector.
pub(super) fn answer(line: &str) -> Result<String, String> {
    let scores = Vector::parse(line).and_then(|vector| vector.scores()).map_err(|error| error.to_string())?;
    super::json(&scores)
}
