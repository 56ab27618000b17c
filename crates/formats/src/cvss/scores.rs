//! Scores of a vector: base, temporal, environmental, and the one that counts.

use serde::Serialize;

use super::metrics::{MetricGroup, VectorVersion};
use super::vector::Vector;
use super::{CvssError, Score, Severity, three};

/// All scores of a vector. What a version does not have is absent: v4.0 has one score, whose name says what went into
/// it; the older versions have no such name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Scores {
    /// Version of the standard.
    pub version: &'static str,
    /// Of the base metrics alone.
    pub base: Score,
    /// With the temporal metrics (v2.0, v3.x).
    pub temporal: Option<Score>,
    /// With the environmental metrics too (v2.0, v3.x).
    pub environmental: Option<Score>,
    /// The score of the vector as it stands: the environmental one when it has environmental metrics, else the
    /// temporal one when it has temporal metrics, else the base score; in v4.0 that of all its metrics.
    pub score: Score,
    /// Of that score: `NONE`, `LOW`, `MEDIUM`, `HIGH`, `CRITICAL`; in v2.0 three bands, as the NVD has them.
    #[serde(serialize_with = "upper")]
    pub severity: Severity,
    /// `CVSS-B`, `CVSS-BT`, `CVSS-BE` or `CVSS-BTE` (v4.0, section 1.3).
    pub nomenclature: Option<&'static str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn upper<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.upper())
}

impl Vector {
    /// All its scores.
    ///
    /// # Errors
    /// None for a vector that was read by [`Vector::parse`] or made by [`Vector::new`].
    pub fn scores(&self) -> Result<Scores, CvssError> {
        match self.version() {
            VectorVersion::V2_0 => self.scores_of_two(),
            VectorVersion::V3_0 | VectorVersion::V3_1 => Ok(self.older(three::scores(self), Score::severity)),
            VectorVersion::V4_0 => self.scores_of_four(),
        }
    }

    fn scores_of_two(&self) -> Result<Scores, CvssError> {
        let vector: cvss::v2::Vector = self.to_string().parse().map_err(|_| CvssError::Malformed)?;
        let all = [vector.score(), vector.temporal_score(), vector.environmental_score()];
        let [base, temporal, environmental] = all.map(|score| Score::round(score.value()));
        let all = base.zip(temporal).zip(environmental).ok_or(CvssError::Malformed)?;
        let ((base, temporal), environmental) = all;
        Ok(self.older([base, temporal, environmental], severity_of_two))
    }

    fn older(&self, [base, temporal, environmental]: [Score; 3], severity: fn(Score) -> Severity) -> Scores {
        let score = match (self.has(MetricGroup::Environmental), self.has(MetricGroup::Temporal)) {
            (true, _) => environmental,
            (false, true) => temporal,
            (false, false) => base,
        };
        Scores {
            version: self.version().text(),
            base,
            temporal: Some(temporal),
            environmental: Some(environmental),
            score,
            severity: severity(score),
            nomenclature: None,
        }
    }

    fn scores_of_four(&self) -> Result<Scores, CvssError> {
        let base = self.only(&[MetricGroup::Base]).score_of_four()?;
        let score = self.score_of_four()?;
        Ok(Scores {
            version: self.version().text(),
            base,
            temporal: None,
            environmental: None,
            score,
            severity: score.severity(),
            nomenclature: Some(self.nomenclature()),
        })
    }

    fn score_of_four(&self) -> Result<Score, CvssError> {
        let vector: cvss::v4::Vector = self.to_string().parse().map_err(|_| CvssError::Malformed)?;
        Score::round(vector.score().value()).ok_or(CvssError::Malformed)
    }

    /// A metric that is left open is not used (v4.0, section 1.3).
    fn nomenclature(&self) -> &'static str {
        match (self.has(MetricGroup::Threat), self.has(MetricGroup::Environmental)) {
            (false, false) => "CVSS-B",
            (true, false) => "CVSS-BT",
            (false, true) => "CVSS-BE",
            (true, true) => "CVSS-BTE",
        }
    }
}

/// v2.0 has no severities of its own; the NVD's have three bands.
fn severity_of_two(score: Score) -> Severity {
    match score.tenths() {
        0..40 => Severity::Low,
        40..70 => Severity::Medium,
        _ => Severity::High,
    }
}
