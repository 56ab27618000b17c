//! CVSS vectors for those who must not know formats: read, and scored again.

use formats::{Cvss, CvssError, CvssVersion};
use rulebook::text::Language;

/// A vector that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The vector, in the order of the standard.
    pub vector: String,
    /// Its base score in tenths: 98 is 9.8.
    pub tenths: u8,
    /// Version of the standard: `3.0`, `3.1` or `4.0`.
    pub version: &'static str,
}

/// Why a vector gives no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreError {
    /// It cannot be read.
    Unreadable(CvssError),
    /// It is not of CVSS v3, by which the influence is rated (付録4).
    NotThree,
}

impl ScoreError {
    /// What is wrong with the vector, in words; `None` when it is well and only of another version.
    #[must_use]
    pub fn words(&self, language: Language) -> Option<String> {
        let language = match language {
            Language::Ja => formats::Language::Ja,
            Language::En => formats::Language::En,
        };
        match self {
            ScoreError::Unreadable(error) => Some(error.text(language)),
            ScoreError::NotThree => None,
        }
    }
}

/// Reads a vector of any version.
///
/// # Errors
/// [`ScoreError::Unreadable`].
pub fn score(vector: &str) -> Result<Scored, ScoreError> {
    let cvss = Cvss::parse(vector).map_err(ScoreError::Unreadable)?;
    Ok(Scored { tenths: cvss.base_score.tenths(), version: cvss.version.text(), vector: cvss.vector })
}

/// Reads a vector of CVSS v3: the influence takes no other (付録4).
///
/// # Errors
/// What keeps it from being used.
pub fn score_v3(vector: &str) -> Result<Scored, ScoreError> {
    let scored = score(vector)?;
    if scored.version == CvssVersion::V4_0.text() { Err(ScoreError::NotThree) } else { Ok(scored) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn influence_takes_a_v3_vector_alone() {
        let v3 = score_v3("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").expect("an example of FIRST");
        assert_eq!((v3.tenths, v3.version), (98, "3.1"));
        let v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";
        assert_eq!(score_v3(v4), Err(ScoreError::NotThree));
        assert_eq!(score(v4).expect("an example of FIRST").tenths, 100);
        let words = score("AV:N").expect_err("half of CVSS 2").words(Language::En);
        assert!(words.is_some_and(|words| !words.is_empty()), "people are told what is wrong with it");
    }
}
