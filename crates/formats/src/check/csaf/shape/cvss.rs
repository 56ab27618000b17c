//! The schemas of FIRST for CVSS objects: metrics, their values and the names of both in JSON.

use super::super::json::{At, Json};
use super::Walk;

/// A metric: its abbreviation, its JSON member, and its values with their JSON words.
pub(in super::super) struct Metric {
    pub key: &'static str,
    pub member: &'static str,
    pub values: &'static [(&'static str, &'static str)],
}

impl Metric {
    /// The JSON word of a value.
    pub fn word(&self, value: &str) -> Option<&'static str> {
        self.values.iter().find(|(short, _)| *short == value).map(|(_, word)| *word)
    }

    /// The value that a JSON word names.
    pub fn value(&self, word: &str) -> Option<&'static str> {
        self.values.iter().find(|(_, long)| *long == word).map(|(short, _)| *short)
    }
}

/// The CVSS objects of one member of CSAF.
pub(in super::super) struct Kind {
    /// Versions with the prefix of their vectors.
    versions: &'static [(&'static str, &'static str)],
    metrics: &'static [Metric],
    scores: &'static [&'static str],
    severities: &'static [&'static str],
    /// v4.0: the order of metrics is fixed, other members are refused, the severity is that of the score.
    strict: bool,
}

const SEVERITIES: [&str; 5] = ["CRITICAL", "HIGH", "LOW", "MEDIUM", "NONE"];

pub(super) static V2: Kind = Kind {
    versions: &[("2.0", "")],
    metrics: METRICS_V2,
    scores: &["baseScore", "environmentalScore", "temporalScore"],
    severities: &[],
    strict: false,
};
pub(super) static V3: Kind = Kind {
    versions: &[("3.0", "CVSS:3.0/"), ("3.1", "CVSS:3.1/")],
    metrics: METRICS_V3,
    scores: &["baseScore", "environmentalScore", "temporalScore"],
    severities: &["baseSeverity", "environmentalSeverity", "temporalSeverity"],
    strict: false,
};
pub(super) static V4: Kind = Kind {
    versions: &[("4.0", "CVSS:4.0/")],
    metrics: METRICS_V4,
    scores: &["baseScore"],
    severities: &["baseSeverity"],
    strict: true,
};

impl Walk<'_> {
    pub(super) fn cvss(&mut self, kind: &Kind, json: &Json<'_>, at: &At<'_>) {
        for (name, value) in json.members() {
            self.cvss_member(kind, name, value, &at.name(name));
        }
        let severity = kind.severities.iter().take(1);
        for name in ["version", "vectorString", "baseScore"].iter().chain(severity) {
            if json.get(name).is_none() {
                self.fails("missing", at, &[name]);
            }
        }
        self.cvss_vector(kind, json, at);
        let (score, severity) = (json.get("baseScore").and_then(Json::as_number), json.text("baseSeverity"));
        if let (true, Some(score), Some(severity)) = (kind.strict, score, severity)
            && severity_of(score) != severity
        {
            self.fails("severity", at, &[severity, &score.to_string()]);
        }
    }

    fn cvss_member(&mut self, kind: &Kind, name: &str, value: &Json<'_>, at: &At<'_>) {
        let text = value.as_text();
        if name == "version" {
            let known = text.is_some_and(|text| kind.versions.iter().any(|(version, _)| *version == text));
            if !known {
                self.fails("word", at, &[text.unwrap_or_default(), kind.versions[0].0]);
            }
        } else if kind.scores.contains(&name) {
            match value.as_number() {
                Some(score) if (0.0..=10.0).contains(&score) => {}
                Some(score) => self.fails("pattern", at, &[&score.to_string(), "score"]),
                None => self.fails("type", at, &["number"]),
            }
        } else if kind.severities.contains(&name) {
            if !text.is_some_and(|text| SEVERITIES.contains(&text)) {
                self.fails("word", at, &[text.unwrap_or_default(), &SEVERITIES.join(", ")]);
            }
        } else if let Some(metric) = kind.metrics.iter().find(|metric| metric.member == name) {
            if text.and_then(|text| metric.value(text)).is_none() {
                let words: Vec<&str> = metric.values.iter().map(|(_, word)| *word).collect();
                self.fails("word", at, &[text.unwrap_or_default(), &words.join(", ")]);
            }
        } else if name != "vectorString" {
            self.additional(kind.strict, at, name);
        }
    }

    fn cvss_vector(&mut self, kind: &Kind, json: &Json<'_>, at: &At<'_>) {
        let Some(vector) = json.get("vectorString") else { return };
        let at = at.name("vectorString");
        let Some(vector) = vector.as_text() else { return self.fails("type", &at, &["string"]) };
        let version = json.text("version");
        let prefixes = kind.versions.iter().filter(|(name, _)| version.is_none_or(|version| version == *name));
        let mut bodies = prefixes.filter_map(|(_, prefix)| vector.strip_prefix(prefix));
        if !bodies.any(|body| is_vector(kind, body)) {
            self.fails("pattern", &at, &[vector, "vector"]);
        }
    }
}

/// Whether every part is a metric with a value; for v4.0 also in order and with every base metric.
fn is_vector(kind: &Kind, body: &str) -> bool {
    let mut last = 0;
    for part in body.split('/') {
        let Some((key, value)) = part.split_once(':') else { return false };
        let found = kind.metrics.iter().position(|metric| metric.key == key && metric.word(value).is_some());
        match found {
            Some(index) if !kind.strict => last = index,
            Some(index) if index == last && index < 11 || last >= 11 && index >= last => last = index + 1,
            _ => return false,
        }
    }
    !kind.strict || last >= 11
}

/// The band of a score in CVSS v3 and v4.
pub(in super::super) fn severity_of(score: f64) -> &'static str {
    match score {
        score if score <= 0.0 => "NONE",
        score if score < 4.0 => "LOW",
        score if score < 7.0 => "MEDIUM",
        score if score < 9.0 => "HIGH",
        _ => "CRITICAL",
    }
}

const fn m(key: &'static str, member: &'static str, values: &'static [(&'static str, &'static str)]) -> Metric {
    Metric { key, member, values }
}

type Values = &'static [(&'static str, &'static str)];
const CIA_V2: Values = &[("N", "NONE"), ("P", "PARTIAL"), ("C", "COMPLETE")];
const REQUIREMENT_V2: Values = &[("L", "LOW"), ("M", "MEDIUM"), ("H", "HIGH"), ("ND", "NOT_DEFINED")];
const REQUIREMENT: Values = &[("X", "NOT_DEFINED"), ("L", "LOW"), ("M", "MEDIUM"), ("H", "HIGH")];
const LEVEL: Values = &[("N", "NONE"), ("L", "LOW"), ("H", "HIGH")];
const LEVEL_X: Values = &[("X", "NOT_DEFINED"), ("N", "NONE"), ("L", "LOW"), ("H", "HIGH")];
const SUB_X: Values = &[("X", "NOT_DEFINED"), ("N", "NEGLIGIBLE"), ("L", "LOW"), ("H", "HIGH")];
const SUB_SAFETY_X: Values = &[("X", "NOT_DEFINED"), ("N", "NEGLIGIBLE"), ("L", "LOW"), ("H", "HIGH"), ("S", "SAFETY")];
const COMPLEXITY: Values = &[("L", "LOW"), ("H", "HIGH")];
const COMPLEXITY_X: Values = &[("X", "NOT_DEFINED"), ("L", "LOW"), ("H", "HIGH")];

/// CVSS v2.
pub(in super::super) static METRICS_V2: &[Metric] = &[
    m("AV", "accessVector", &[("N", "NETWORK"), ("A", "ADJACENT_NETWORK"), ("L", "LOCAL")]),
    m("AC", "accessComplexity", &[("H", "HIGH"), ("M", "MEDIUM"), ("L", "LOW")]),
    m("Au", "authentication", &[("M", "MULTIPLE"), ("S", "SINGLE"), ("N", "NONE")]),
    m("C", "confidentialityImpact", CIA_V2),
    m("I", "integrityImpact", CIA_V2),
    m("A", "availabilityImpact", CIA_V2),
    m(
        "E",
        "exploitability",
        &[("U", "UNPROVEN"), ("POC", "PROOF_OF_CONCEPT"), ("F", "FUNCTIONAL"), ("H", "HIGH"), ("ND", "NOT_DEFINED")],
    ),
    m(
        "RL",
        "remediationLevel",
        &[
            ("OF", "OFFICIAL_FIX"),
            ("TF", "TEMPORARY_FIX"),
            ("W", "WORKAROUND"),
            ("U", "UNAVAILABLE"),
            ("ND", "NOT_DEFINED"),
        ],
    ),
    m(
        "RC",
        "reportConfidence",
        &[("UC", "UNCONFIRMED"), ("UR", "UNCORROBORATED"), ("C", "CONFIRMED"), ("ND", "NOT_DEFINED")],
    ),
    m(
        "CDP",
        "collateralDamagePotential",
        &[
            ("N", "NONE"),
            ("L", "LOW"),
            ("LM", "LOW_MEDIUM"),
            ("MH", "MEDIUM_HIGH"),
            ("H", "HIGH"),
            ("ND", "NOT_DEFINED"),
        ],
    ),
    m(
        "TD",
        "targetDistribution",
        &[("N", "NONE"), ("L", "LOW"), ("M", "MEDIUM"), ("H", "HIGH"), ("ND", "NOT_DEFINED")],
    ),
    m("CR", "confidentialityRequirement", REQUIREMENT_V2),
    m("IR", "integrityRequirement", REQUIREMENT_V2),
    m("AR", "availabilityRequirement", REQUIREMENT_V2),
];

/// CVSS v3.0 and v3.1.
pub(in super::super) static METRICS_V3: &[Metric] = &[
    m("AV", "attackVector", &[("N", "NETWORK"), ("A", "ADJACENT_NETWORK"), ("L", "LOCAL"), ("P", "PHYSICAL")]),
    m("AC", "attackComplexity", COMPLEXITY),
    m("PR", "privilegesRequired", LEVEL),
    m("UI", "userInteraction", &[("N", "NONE"), ("R", "REQUIRED")]),
    m("S", "scope", &[("U", "UNCHANGED"), ("C", "CHANGED")]),
    m("C", "confidentialityImpact", LEVEL),
    m("I", "integrityImpact", LEVEL),
    m("A", "availabilityImpact", LEVEL),
    m(
        "E",
        "exploitCodeMaturity",
        &[("X", "NOT_DEFINED"), ("U", "UNPROVEN"), ("P", "PROOF_OF_CONCEPT"), ("F", "FUNCTIONAL"), ("H", "HIGH")],
    ),
    m(
        "RL",
        "remediationLevel",
        &[
            ("X", "NOT_DEFINED"),
            ("O", "OFFICIAL_FIX"),
            ("T", "TEMPORARY_FIX"),
            ("W", "WORKAROUND"),
            ("U", "UNAVAILABLE"),
        ],
    ),
    m("RC", "reportConfidence", &[("X", "NOT_DEFINED"), ("U", "UNKNOWN"), ("R", "REASONABLE"), ("C", "CONFIRMED")]),
    m("CR", "confidentialityRequirement", REQUIREMENT),
    m("IR", "integrityRequirement", REQUIREMENT),
    m("AR", "availabilityRequirement", REQUIREMENT),
    m(
        "MAV",
        "modifiedAttackVector",
        &[("X", "NOT_DEFINED"), ("N", "NETWORK"), ("A", "ADJACENT_NETWORK"), ("L", "LOCAL"), ("P", "PHYSICAL")],
    ),
    m("MAC", "modifiedAttackComplexity", COMPLEXITY_X),
    m("MPR", "modifiedPrivilegesRequired", LEVEL_X),
    m("MUI", "modifiedUserInteraction", &[("X", "NOT_DEFINED"), ("N", "NONE"), ("R", "REQUIRED")]),
    m("MS", "modifiedScope", &[("X", "NOT_DEFINED"), ("U", "UNCHANGED"), ("C", "CHANGED")]),
    m("MC", "modifiedConfidentialityImpact", LEVEL_X),
    m("MI", "modifiedIntegrityImpact", LEVEL_X),
    m("MA", "modifiedAvailabilityImpact", LEVEL_X),
];

/// CVSS v4.0; the first eleven are the base metrics.
pub(in super::super) static METRICS_V4: &[Metric] = &[
    m("AV", "attackVector", &[("N", "NETWORK"), ("A", "ADJACENT"), ("L", "LOCAL"), ("P", "PHYSICAL")]),
    m("AC", "attackComplexity", COMPLEXITY),
    m("AT", "attackRequirements", &[("N", "NONE"), ("P", "PRESENT")]),
    m("PR", "privilegesRequired", LEVEL),
    m("UI", "userInteraction", &[("N", "NONE"), ("P", "PASSIVE"), ("A", "ACTIVE")]),
    m("VC", "vulnConfidentialityImpact", LEVEL),
    m("VI", "vulnIntegrityImpact", LEVEL),
    m("VA", "vulnAvailabilityImpact", LEVEL),
    m("SC", "subConfidentialityImpact", LEVEL),
    m("SI", "subIntegrityImpact", LEVEL),
    m("SA", "subAvailabilityImpact", LEVEL),
    m(
        "E",
        "exploitMaturity",
        &[("X", "NOT_DEFINED"), ("A", "ATTACKED"), ("P", "PROOF_OF_CONCEPT"), ("U", "UNREPORTED")],
    ),
    m("CR", "confidentialityRequirement", REQUIREMENT),
    m("IR", "integrityRequirement", REQUIREMENT),
    m("AR", "availabilityRequirement", REQUIREMENT),
    m(
        "MAV",
        "modifiedAttackVector",
        &[("X", "NOT_DEFINED"), ("N", "NETWORK"), ("A", "ADJACENT"), ("L", "LOCAL"), ("P", "PHYSICAL")],
    ),
    m("MAC", "modifiedAttackComplexity", COMPLEXITY_X),
    m("MAT", "modifiedAttackRequirements", &[("X", "NOT_DEFINED"), ("N", "NONE"), ("P", "PRESENT")]),
    m("MPR", "modifiedPrivilegesRequired", LEVEL_X),
    m("MUI", "modifiedUserInteraction", &[("X", "NOT_DEFINED"), ("N", "NONE"), ("P", "PASSIVE"), ("A", "ACTIVE")]),
    m("MVC", "modifiedVulnConfidentialityImpact", LEVEL_X),
    m("MVI", "modifiedVulnIntegrityImpact", LEVEL_X),
    m("MVA", "modifiedVulnAvailabilityImpact", LEVEL_X),
    m("MSC", "modifiedSubConfidentialityImpact", SUB_X),
    m("MSI", "modifiedSubIntegrityImpact", SUB_SAFETY_X),
    m("MSA", "modifiedSubAvailabilityImpact", SUB_SAFETY_X),
    m("S", "Safety", &[("X", "NOT_DEFINED"), ("N", "NEGLIGIBLE"), ("P", "PRESENT")]),
    m("AU", "Automatable", &[("X", "NOT_DEFINED"), ("N", "NO"), ("Y", "YES")]),
    m("R", "Recovery", &[("X", "NOT_DEFINED"), ("A", "AUTOMATIC"), ("U", "USER"), ("I", "IRRECOVERABLE")]),
    m("V", "valueDensity", &[("X", "NOT_DEFINED"), ("D", "DIFFUSE"), ("C", "CONCENTRATED")]),
    m("RE", "vulnerabilityResponseEffort", &[("X", "NOT_DEFINED"), ("L", "LOW"), ("M", "MODERATE"), ("H", "HIGH")]),
    m(
        "U",
        "providerUrgency",
        &[("X", "NOT_DEFINED"), ("Clear", "CLEAR"), ("Green", "GREEN"), ("Amber", "AMBER"), ("Red", "RED")],
    ),
];
