//! Vectors of any version: text ↔ metrics ↔ scores.

use std::fmt;

use super::metrics::{Metric, MetricGroup, VectorVersion};
use super::{CvssError, VECTOR_MAX};

/// A whole vector: every base metric has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vector {
    version: VectorVersion,
    /// A value or nothing for each metric of the version, in the order of the standard.
    values: Vec<Option<&'static str>>,
}

impl Vector {
    /// Reads a vector: `CVSS:3.0/…`, `CVSS:3.1/…`, `CVSS:4.0/…`, or v2.0 without a prefix, also in parentheses.
    /// The order is free, but for v4.0 (section 7 of its specification).
    ///
    /// # Errors
    /// What is wrong with the vector.
    pub fn parse(text: &str) -> Result<Self, CvssError> {
        let text = text.trim();
        if text.len() > VECTOR_MAX {
            return Err(CvssError::TooLong);
        }
        let (version, rest) = split(text)?;
        let pairs = rest.split('/').map(|pair| pair.split_once(':').ok_or(CvssError::Malformed));
        Vector::fill(version, pairs, true)
    }

    /// From metrics with their values, in any order; those that are left open are left out.
    ///
    /// # Errors
    /// An unknown metric or value, a metric twice, a base metric missing.
    pub fn new<'a>(
        version: VectorVersion,
        metrics: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CvssError> {
        let defined = metrics.into_iter().filter(|(_, value)| *value != version.not_defined());
        Vector::fill(version, defined.map(Ok), false)
    }

    fn fill<'a>(
        version: VectorVersion,
        pairs: impl Iterator<Item = Result<(&'a str, &'a str), CvssError>>,
        in_order: bool,
    ) -> Result<Self, CvssError> {
        let table = version.metrics();
        let mut values = vec![None; table.len()];
        let mut next = 0;
        for pair in pairs {
            let (name, value) = pair?;
            let place = table.iter().position(|metric| metric.name == name).ok_or(CvssError::Malformed)?;
            let known = table[place].values.iter().find(|known| **known == value).ok_or(CvssError::Malformed)?;
            let out_of_order = in_order && version == VectorVersion::V4_0 && place < next;
            if out_of_order || values[place].replace(*known).is_some() {
                return Err(CvssError::Malformed);
            }
            next = place;
        }
        let mut missing = table.iter().zip(&values);
        match missing.find(|(metric, value)| metric.group == MetricGroup::Base && value.is_none()) {
            Some((metric, _)) => Err(CvssError::MissingMetric(metric.name)),
            None => Ok(Vector { version, values }),
        }
    }

    /// Its version.
    #[must_use]
    pub const fn version(&self) -> VectorVersion {
        self.version
    }

    /// Every metric of its version, in the order of the standard, with its value; a metric that is not in the vector
    /// has the value that leaves it open.
    pub fn metrics(&self) -> impl Iterator<Item = (&'static Metric, &'static str)> {
        let open = self.version.not_defined();
        self.version.metrics().iter().zip(&self.values).map(move |(metric, value)| (metric, value.unwrap_or(open)))
    }

    /// The value of a metric; the one that leaves it open when the vector does not have it.
    #[must_use]
    pub fn value(&self, name: &str) -> &'static str {
        let found = self.metrics().find(|(metric, _)| metric.name == name);
        found.map_or(self.version.not_defined(), |(_, value)| value)
    }

    /// Whether any metric of a group says something.
    #[must_use]
    pub fn has(&self, group: MetricGroup) -> bool {
        self.metrics().any(|(metric, value)| metric.group == group && value != self.version.not_defined())
    }

    /// The same vector with the metrics of some groups only.
    #[must_use]
    pub fn only(&self, groups: &[MetricGroup]) -> Vector {
        let kept = self.version.metrics().iter().zip(&self.values);
        let values = kept.map(|(metric, value)| value.filter(|_| groups.contains(&metric.group))).collect();
        Vector { version: self.version, values }
    }
}

/// The version and what follows its prefix.
fn split(text: &str) -> Result<(VectorVersion, &str), CvssError> {
    let prefixes =
        [("CVSS:3.0/", VectorVersion::V3_0), ("CVSS:3.1/", VectorVersion::V3_1), ("CVSS:4.0/", VectorVersion::V4_0)];
    if let Some((prefix, version)) = prefixes.into_iter().find(|(prefix, _)| text.starts_with(prefix)) {
        return Ok((version, &text[prefix.len()..]));
    }
    if text.starts_with("CVSS") || !text.contains(':') {
        return Err(CvssError::UnknownVersion);
    }
    let bare = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    Ok((VectorVersion::V2_0, bare))
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if self.version != VectorVersion::V2_0 {
            write!(f, "CVSS:{}", self.version.text())?;
            separator = "/";
        }
        for (metric, value) in self.version.metrics().iter().zip(&self.values) {
            if let Some(value) = value {
                write!(f, "{separator}{}:{value}", metric.name)?;
                separator = "/";
            }
        }
        Ok(())
    }
}
