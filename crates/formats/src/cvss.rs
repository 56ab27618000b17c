//! CVSS vectors: read, scored again, and named by severity. Nothing here trusts a score that came with a vector.

mod metrics;
mod scores;
mod three;
mod vector;

pub use metrics::{Metric, MetricGroup, VectorVersion};
pub use scores::Scores;
pub use vector::Vector;

use crate::text::Language;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Longest vector text that is read: a full v4.0 vector has fewer than 200 characters.
pub const VECTOR_MAX: usize = 300;

/// Version of CVSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CvssVersion {
    /// CVSS v3.0.
    #[serde(rename = "3.0")]
    V3_0,
    /// CVSS v3.1.
    #[serde(rename = "3.1")]
    V3_1,
    /// CVSS v4.0.
    #[serde(rename = "4.0")]
    V4_0,
}

impl CvssVersion {
    /// `3.0`, `3.1` or `4.0`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            CvssVersion::V3_0 => "3.0",
            CvssVersion::V3_1 => "3.1",
            CvssVersion::V4_0 => "4.0",
        }
    }
}

/// A score from 0.0 to 10.0 in steps of 0.1, kept as tenths so that equal scores are equal. In JSON a number: `9.8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// From tenths: 98 is 9.8. Nothing when above 100.
    #[must_use]
    pub const fn from_tenths(tenths: u8) -> Option<Self> {
        if tenths <= 100 { Some(Score(tenths)) } else { None }
    }

    /// The score in tenths.
    #[must_use]
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// The score as a number, 0.0 to 10.0.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// Severity by the qualitative scale of CVSS v3.1 section 5 and v4.0 section 6 (the same bands).
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self.0 {
            0 => Severity::None,
            1..40 => Severity::Low,
            40..70 => Severity::Medium,
            70..90 => Severity::High,
            _ => Severity::Critical,
        }
    }

    fn round(value: f64) -> Option<Self> {
        let tenths = (value * 10.0).round();
        // The range is checked, so the cast keeps the value.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (0.0..=100.0).contains(&tenths).then_some(Score(tenths as u8))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Score::round(value).ok_or_else(|| serde::de::Error::custom("a CVSS score lies between 0.0 and 10.0"))
    }
}

/// Qualitative severity of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 0.0
    None,
    /// 0.1–3.9
    Low,
    /// 4.0–6.9
    Medium,
    /// 7.0–8.9
    High,
    /// 9.0–10.0
    Critical,
}

impl Severity {
    /// Every severity, lowest first.
    pub const ALL: [Severity; 5] =
        [Severity::None, Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

    /// The word for people: 緊急 / Critical and so on, as IPA translates them.
    #[must_use]
    pub const fn word(self, language: Language) -> &'static str {
        match self {
            Severity::None => language.pick("なし", "None"),
            Severity::Low => language.pick("注意", "Low"),
            Severity::Medium => language.pick("警告", "Medium"),
            Severity::High => language.pick("重要", "High"),
            Severity::Critical => language.pick("緊急", "Critical"),
        }
    }

    /// The word as the standard's JSON schemas write it: `CRITICAL`.
    #[must_use]
    pub const fn upper(self) -> &'static str {
        match self {
            Severity::None => "NONE",
            Severity::Low => "LOW",
            Severity::Medium => "MEDIUM",
            Severity::High => "HIGH",
            Severity::Critical => "CRITICAL",
        }
    }
}

/// Why a vector was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CvssError {
    /// Longer than [`VECTOR_MAX`].
    TooLong,
    /// No prefix `CVSS:3.0/`, `CVSS:3.1/` or `CVSS:4.0/`, and where that is allowed no vector of v2.0 either.
    UnknownVersion,
    /// A base metric is missing: its abbreviation.
    MissingMetric(&'static str),
    /// A metric or a value that the standard does not know, one given twice, or one out of order (v4.0).
    Malformed,
}

impl CvssError {
    /// What is wrong, for people.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            CvssError::TooLong => {
                language.pick("CVSS ベクトルが長すぎます。", "The CVSS vector is too long.").to_owned()
            }
            CvssError::UnknownVersion => language
                .pick(
                    "CVSS ベクトルは CVSS:3.0/、CVSS:3.1/ または CVSS:4.0/ で始めてください。",
                    "A CVSS vector starts with CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/.",
                )
                .to_owned(),
            CvssError::MissingMetric(name) => match language {
                Language::Ja => format!("CVSS ベクトルに基本評価項目 {name} がありません。"),
                Language::En => format!("The CVSS vector lacks the base metric {name}."),
            },
            CvssError::Malformed => language
                .pick(
                    "CVSS ベクトルに、知らない項目や値、重複、または順序の誤りがあります。",
                    "The CVSS vector has an unknown metric or value, a metric twice, or a wrong order.",
                )
                .to_owned(),
        }
    }
}

impl fmt::Display for CvssError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for CvssError {}

/// A vector with its base score: what an advisory's analysis section shows.
///
/// The fields are public because a document from elsewhere may carry a wrong score: [`Cvss::recomputed`] tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cvss {
    /// Version of the standard.
    pub version: CvssVersion,
    /// The vector, prefix included, in the order of the standard.
    pub vector: String,
    /// Base score; threat, temporal and environmental metrics do not count.
    pub base_score: Score,
    /// Severity of the base score.
    pub severity: Severity,
}

impl Cvss {
    /// Reads a vector of v3.0, v3.1 or v4.0 and computes its base score.
    ///
    /// # Errors
    /// What is wrong with the vector.
    pub fn parse(vector: &str) -> Result<Self, CvssError> {
        let vector = Vector::parse(vector)?;
        let version = match vector.version() {
            VectorVersion::V2_0 => return Err(CvssError::UnknownVersion),
            VectorVersion::V3_0 => CvssVersion::V3_0,
            VectorVersion::V3_1 => CvssVersion::V3_1,
            VectorVersion::V4_0 => CvssVersion::V4_0,
        };
        let base_score = vector.scores()?.base;
        Ok(Cvss { version, vector: vector.to_string(), base_score, severity: base_score.severity() })
    }

    /// The same vector scored again; differs from `self` when the stored score, severity or version is wrong.
    ///
    /// # Errors
    /// What is wrong with the vector.
    pub fn recomputed(&self) -> Result<Self, CvssError> {
        Cvss::parse(&self.vector)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(vector: &str) -> (String, Severity) {
        let cvss = Cvss::parse(vector).unwrap();
        (cvss.base_score.to_string(), cvss.severity)
    }

    /// Scores published by FIRST (v3.1 examples document, v4.0 examples document).
    #[test]
    fn published_scores() {
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), ("9.8".into(), Severity::Critical));
        assert_eq!(score("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"), ("6.1".into(), Severity::Medium));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N"), ("6.4".into(), Severity::Medium));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"), ("0.0".into(), Severity::None));
        assert_eq!(
            score("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H"),
            ("10.0".into(), Severity::Critical)
        );
        assert_eq!(
            score("CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"),
            ("7.3".into(), Severity::High)
        );
    }

    #[test]
    fn base_score_ignores_the_other_groups() {
        let base = "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
        assert_eq!(score(&format!("{base}/E:U")).0, "7.3");
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/MAV:P").0, "9.8");
    }

    #[test]
    fn errors_are_data() {
        assert_eq!(Cvss::parse("AV:N/AC:L/Au:N/C:P/I:P/A:P"), Err(CvssError::UnknownVersion));
        assert_eq!(Cvss::parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H"), Err(CvssError::MissingMetric("A")));
        assert_eq!(Cvss::parse("CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), Err(CvssError::Malformed));
        assert_eq!(Cvss::parse("CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), Err(CvssError::Malformed));
        assert_eq!(Cvss::parse(&"CVSS:3.1/".repeat(50)), Err(CvssError::TooLong));
    }

    #[test]
    fn json_writes_the_score_as_a_number() {
        let cvss = Cvss::parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H").unwrap();
        let json = serde_json::to_string(&cvss).unwrap();
        assert!(
            json.contains(r#""version":"3.1""#)
                && json.contains(r#""base_score":9.8"#)
                && json.contains(r#""severity":"critical""#)
        );
        assert_eq!(serde_json::from_str::<Cvss>(&json).unwrap(), cvss);
    }
}
