//! The metrics of each version of CVSS: their names, values and groups, in the order of a vector.

/// Version of a vector. An advisory carries those of [`super::CvssVersion`]; the calculator knows v2.0 as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VectorVersion {
    /// CVSS v2.0; its vectors have no prefix.
    V2_0,
    /// CVSS v3.0.
    V3_0,
    /// CVSS v3.1.
    V3_1,
    /// CVSS v4.0.
    V4_0,
}

impl VectorVersion {
    /// `2.0`, `3.0`, `3.1` or `4.0`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            VectorVersion::V2_0 => "2.0",
            VectorVersion::V3_0 => "3.0",
            VectorVersion::V3_1 => "3.1",
            VectorVersion::V4_0 => "4.0",
        }
    }

    /// Its metrics, in the order of a vector.
    #[must_use]
    pub const fn metrics(self) -> &'static [Metric] {
        match self {
            VectorVersion::V2_0 => &V2,
            VectorVersion::V3_0 | VectorVersion::V3_1 => &V3,
            VectorVersion::V4_0 => &V4,
        }
    }

    /// The value that leaves a metric open: `ND` in v2.0, later `X`.
    #[must_use]
    pub const fn not_defined(self) -> &'static str {
        match self {
            VectorVersion::V2_0 => "ND",
            _ => "X",
        }
    }
}

/// What a metric is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MetricGroup {
    /// The vulnerability itself; every vector has all of these.
    Base,
    /// What changes with time (v2.0, v3.x).
    Temporal,
    /// What attackers do (v4.0).
    Threat,
    /// What is so at one user.
    Environmental,
    /// What is told beside the score (v4.0).
    Supplemental,
}

impl MetricGroup {
    /// Stable word for message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            MetricGroup::Base => "base",
            MetricGroup::Temporal => "temporal",
            MetricGroup::Threat => "threat",
            MetricGroup::Environmental => "environmental",
            MetricGroup::Supplemental => "supplemental",
        }
    }
}

/// A metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Its abbreviation: `AV`.
    pub name: &'static str,
    /// Its group.
    pub group: MetricGroup,
    /// Its values, in the order of the standard; a metric that may be left open has that value first.
    pub values: &'static [&'static str],
}

const fn metric(name: &'static str, group: MetricGroup, values: &'static [&'static str]) -> Metric {
    Metric { name, group, values }
}

use MetricGroup::{Base, Environmental, Supplemental, Temporal, Threat};

const REQUIREMENT_V2: &[&str] = &["ND", "L", "M", "H"];
const IMPACT_V2: &[&str] = &["N", "P", "C"];
const V2: [Metric; 14] = [
    metric("AV", Base, &["L", "A", "N"]),
    metric("AC", Base, &["H", "M", "L"]),
    metric("Au", Base, &["M", "S", "N"]),
    metric("C", Base, IMPACT_V2),
    metric("I", Base, IMPACT_V2),
    metric("A", Base, IMPACT_V2),
    metric("E", Temporal, &["ND", "U", "POC", "F", "H"]),
    metric("RL", Temporal, &["ND", "OF", "TF", "W", "U"]),
    metric("RC", Temporal, &["ND", "UC", "UR", "C"]),
    metric("CDP", Environmental, &["ND", "N", "L", "LM", "MH", "H"]),
    metric("TD", Environmental, &["ND", "N", "L", "M", "H"]),
    metric("CR", Environmental, REQUIREMENT_V2),
    metric("IR", Environmental, REQUIREMENT_V2),
    metric("AR", Environmental, REQUIREMENT_V2),
];

const IMPACT: &[&str] = &["H", "L", "N"];
const OPEN_IMPACT: &[&str] = &["X", "H", "L", "N"];
const REQUIREMENT: &[&str] = &["X", "H", "M", "L"];
const V3: [Metric; 22] = [
    metric("AV", Base, &["N", "A", "L", "P"]),
    metric("AC", Base, &["L", "H"]),
    metric("PR", Base, &["N", "L", "H"]),
    metric("UI", Base, &["N", "R"]),
    metric("S", Base, &["U", "C"]),
    metric("C", Base, IMPACT),
    metric("I", Base, IMPACT),
    metric("A", Base, IMPACT),
    metric("E", Temporal, &["X", "H", "F", "P", "U"]),
    metric("RL", Temporal, &["X", "U", "W", "T", "O"]),
    metric("RC", Temporal, &["X", "C", "R", "U"]),
    metric("CR", Environmental, REQUIREMENT),
    metric("IR", Environmental, REQUIREMENT),
    metric("AR", Environmental, REQUIREMENT),
    metric("MAV", Environmental, &["X", "N", "A", "L", "P"]),
    metric("MAC", Environmental, &["X", "L", "H"]),
    metric("MPR", Environmental, &["X", "N", "L", "H"]),
    metric("MUI", Environmental, &["X", "N", "R"]),
    metric("MS", Environmental, &["X", "U", "C"]),
    metric("MC", Environmental, OPEN_IMPACT),
    metric("MI", Environmental, OPEN_IMPACT),
    metric("MA", Environmental, OPEN_IMPACT),
];

const V4: [Metric; 32] = [
    metric("AV", Base, &["N", "A", "L", "P"]),
    metric("AC", Base, &["L", "H"]),
    metric("AT", Base, &["N", "P"]),
    metric("PR", Base, &["N", "L", "H"]),
    metric("UI", Base, &["N", "P", "A"]),
    metric("VC", Base, IMPACT),
    metric("VI", Base, IMPACT),
    metric("VA", Base, IMPACT),
    metric("SC", Base, IMPACT),
    metric("SI", Base, IMPACT),
    metric("SA", Base, IMPACT),
    metric("E", Threat, &["X", "A", "P", "U"]),
    metric("CR", Environmental, REQUIREMENT),
    metric("IR", Environmental, REQUIREMENT),
    metric("AR", Environmental, REQUIREMENT),
    metric("MAV", Environmental, &["X", "N", "A", "L", "P"]),
    metric("MAC", Environmental, &["X", "L", "H"]),
    metric("MAT", Environmental, &["X", "N", "P"]),
    metric("MPR", Environmental, &["X", "N", "L", "H"]),
    metric("MUI", Environmental, &["X", "N", "P", "A"]),
    metric("MVC", Environmental, OPEN_IMPACT),
    metric("MVI", Environmental, OPEN_IMPACT),
    metric("MVA", Environmental, OPEN_IMPACT),
    metric("MSC", Environmental, OPEN_IMPACT),
    metric("MSI", Environmental, &["X", "S", "H", "L", "N"]),
    metric("MSA", Environmental, &["X", "S", "H", "L", "N"]),
    metric("S", Supplemental, &["X", "N", "P"]),
    metric("AU", Supplemental, &["X", "N", "Y"]),
    metric("R", Supplemental, &["X", "A", "U", "I"]),
    metric("V", Supplemental, &["X", "D", "C"]),
    metric("RE", Supplemental, &["X", "L", "M", "H"]),
    metric("U", Supplemental, &["X", "Clear", "Green", "Amber", "Red"]),
];
