//! Scores of CVSS vectors, computed again: v2 and v3 by their formulas, v4.0 by its crate.

use super::json::Json;
use super::shape::{METRICS_V2, METRICS_V3, METRICS_V4, Metric};

/// The metrics of an object: what its vector says, completed by members that the vector leaves out.
pub(super) struct Metrics {
    table: &'static [Metric],
    values: Vec<Option<&'static str>>,
    pub minor: u8,
    pub major: u8,
}

/// Base, temporal and environmental score. v4.0 has one score only: the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scores {
    pub base: f64,
    pub temporal: f64,
    pub environmental: f64,
}

impl Metrics {
    /// `None` when the vector is none, or a base metric is missing.
    pub fn read(object: &Json<'_>) -> Option<Self> {
        let vector = object.text("vectorString").filter(|vector| vector.len() <= 400)?;
        let (table, major, minor, body) = match vector.split_at_checked(9) {
            Some(("CVSS:3.0/", body)) => (METRICS_V3, 3, 0, body),
            Some(("CVSS:3.1/", body)) => (METRICS_V3, 3, 1, body),
            Some(("CVSS:4.0/", body)) => (METRICS_V4, 4, 0, body),
            _ => (METRICS_V2, 2, 0, vector),
        };
        let mut values = vec![None; table.len()];
        for part in body.split('/') {
            let (key, value) = part.split_once(':')?;
            let index = table.iter().position(|metric| metric.key == key)?;
            let (value, _) = table[index].values.iter().find(|(short, _)| *short == value)?;
            values[index] = Some(*value);
        }
        let base = match major {
            2 => 6,
            3 => 8,
            _ => 11,
        };
        values[..base].iter().all(Option::is_some).then_some(Metrics { table, values, minor, major })
    }

    /// Members of the object that say another thing than the vector: member, its word, the vector's word.
    pub fn contradictions<'j>(&self, object: &'j Json<'_>) -> Vec<(&'static str, &'j str, &'static str)> {
        let one = |(metric, value): (&Metric, &Option<&'static str>)| {
            let (said, meant) = (object.text(metric.member)?, metric.word((*value)?)?);
            (said != meant).then_some((metric.member, said, meant))
        };
        self.table.iter().zip(&self.values).filter_map(one).collect()
    }

    /// Takes the members for metrics that the vector does not have.
    pub fn completed(mut self, object: &Json<'_>) -> Self {
        for (metric, value) in self.table.iter().zip(&mut self.values) {
            if value.is_none() {
                *value = object.text(metric.member).and_then(|word| metric.value(word));
            }
        }
        self
    }

    /// The value of a metric; `X` and `ND` are none.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let index = self.table.iter().position(|metric| metric.key == key)?;
        self.values[index].filter(|value| !["X", "ND"].contains(value))
    }

    /// The scores; `None` only for a v4.0 vector that its crate refuses.
    pub fn scores(&self) -> Option<Scores> {
        match self.major {
            2 => Some(self.v2()),
            3 => Some(self.v3()),
            _ => self.v4(),
        }
    }

    fn v4(&self) -> Option<Scores> {
        let mut text = "CVSS:4.0".to_owned();
        for (metric, value) in self.table.iter().zip(&self.values) {
            if let Some(value) = value {
                text.extend(["/", metric.key, ":", value]);
            }
        }
        let vector: cvss::v4::Vector = text.parse().ok()?;
        let score = tenths(vector.score().value());
        Some(Scores { base: score, temporal: score, environmental: score })
    }

    fn weight(&self, key: &str, weights: &[(&str, f64)]) -> f64 {
        let value = self.get(key);
        weights.iter().find(|(name, _)| value == Some(*name)).map_or(1.0, |(_, weight)| *weight)
    }

    /// A Complete Guide to CVSS v2, 3.2.
    fn v2(&self) -> Scores {
        let cia = |key| self.weight(key, &[("N", 0.0), ("P", 0.275), ("C", 0.660)]);
        let requirement = |key| self.weight(key, &[("L", 0.5), ("M", 1.0), ("H", 1.51)]);
        let exploitability = 20.0
            * self.weight("AV", &[("L", 0.395), ("A", 0.646), ("N", 1.0)])
            * self.weight("AC", &[("H", 0.35), ("M", 0.61), ("L", 0.71)])
            * self.weight("Au", &[("M", 0.45), ("S", 0.56), ("N", 0.704)]);
        let impact = |c: f64, i: f64, a: f64| 10.41 * (1.0 - (1.0 - c) * (1.0 - i) * (1.0 - a));
        let equation = |impact: f64| {
            let factor = if impact == 0.0 { 0.0 } else { 1.176 };
            tenths((0.6 * impact + 0.4 * exploitability - 1.5) * factor)
        };
        let temporal_of = |base: f64| {
            let e = self.weight("E", &[("U", 0.85), ("POC", 0.9), ("F", 0.95), ("H", 1.0)]);
            let rl = self.weight("RL", &[("OF", 0.87), ("TF", 0.9), ("W", 0.95), ("U", 1.0)]);
            tenths(base * e * rl * self.weight("RC", &[("UC", 0.9), ("UR", 0.95), ("C", 1.0)]))
        };
        let (c, i, a) = (cia("C"), cia("I"), cia("A"));
        let base = equation(impact(c, i, a));
        let adjusted = impact(c * requirement("CR"), i * requirement("IR"), a * requirement("AR")).min(10.0);
        let damage = match self.get("CDP") {
            Some("L") => 0.1,
            Some("LM") => 0.3,
            Some("MH") => 0.4,
            Some("H") => 0.5,
            _ => 0.0,
        };
        let distribution = self.weight("TD", &[("N", 0.0), ("L", 0.25), ("M", 0.75), ("H", 1.0)]);
        let temporal = temporal_of(equation(adjusted));
        let environmental = tenths((temporal + (10.0 - temporal) * damage) * distribution);
        Scores { base, temporal: temporal_of(base), environmental }
    }

    /// CVSS v3.1 and v3.0, section 7 (they differ in rounding and in the modified impact).
    fn v3(&self) -> Scores {
        let round = |score: f64| if self.minor == 0 { (score * 10.0).ceil() / 10.0 } else { round_up(score) };
        let scope = self.get("S") == Some("C");
        let modified_scope = self.get("MS").map_or(scope, |value| value == "C");
        let temporal_factor = self.weight("E", &[("U", 0.91), ("P", 0.94), ("F", 0.97), ("H", 1.0)])
            * self.weight("RL", &[("O", 0.95), ("T", 0.96), ("W", 0.97), ("U", 1.0)])
            * self.weight("RC", &[("U", 0.92), ("R", 0.96), ("C", 1.0)]);
        let miss = 1.0 - (1.0 - self.cia3("C")) * (1.0 - self.cia3("I")) * (1.0 - self.cia3("A"));
        let impact = match scope {
            false => 6.42 * miss,
            true => 7.52 * (miss - 0.029) - 3.25 * (miss - 0.02).powi(15),
        };
        let base = combined(impact, self.exploitability3("", scope), scope, round);
        let part = |key: &str, requirement: &str| {
            let weight = self.weight(requirement, &[("L", 0.5), ("M", 1.0), ("H", 1.5)]);
            1.0 - weight * self.modified_cia3(key)
        };
        let miss = (1.0 - part("C", "CR") * part("I", "IR") * part("A", "AR")).min(0.915);
        let impact = match (modified_scope, self.minor) {
            (false, _) => 6.42 * miss,
            (true, 0) => 7.52 * (miss - 0.029) - 3.25 * (miss - 0.02).powi(15),
            (true, _) => 7.52 * (miss - 0.029) - 3.25 * (miss * 0.9731 - 0.02).powi(13),
        };
        let environmental = combined(impact, self.exploitability3("M", modified_scope), modified_scope, round);
        Scores { base, temporal: round(base * temporal_factor), environmental: round(environmental * temporal_factor) }
    }

    fn cia3(&self, key: &str) -> f64 {
        self.weight(key, &[("N", 0.0), ("L", 0.22), ("H", 0.56)])
    }

    fn modified_cia3(&self, key: &str) -> f64 {
        let modified = format!("M{key}");
        if self.get(&modified).is_some() { self.cia3(&modified) } else { self.cia3(key) }
    }

    fn exploitability3(&self, prefix: &str, scope: bool) -> f64 {
        let weight = |key: &str, weights: &[(&str, f64)]| {
            let modified = format!("{prefix}{key}");
            if self.get(&modified).is_some() { self.weight(&modified, weights) } else { self.weight(key, weights) }
        };
        let privileges = if scope { [0.85, 0.68, 0.5] } else { [0.85, 0.62, 0.27] };
        8.22 * weight("AV", &[("N", 0.85), ("A", 0.62), ("L", 0.55), ("P", 0.2)])
            * weight("AC", &[("L", 0.77), ("H", 0.44)])
            * weight("PR", &[("N", privileges[0]), ("L", privileges[1]), ("H", privileges[2])])
            * weight("UI", &[("N", 0.85), ("R", 0.62)])
    }
}

fn combined(impact: f64, exploitability: f64, scope: bool, round: impl Fn(f64) -> f64) -> f64 {
    if impact <= 0.0 {
        return 0.0;
    }
    let factor = if scope { 1.08 } else { 1.0 };
    round((factor * (impact + exploitability)).min(10.0))
}

/// CVSS v3.1, appendix A.
fn round_up(score: f64) -> f64 {
    let whole = (score * 100_000.0).round() as i64;
    if whole % 10_000 == 0 { whole as f64 / 100_000.0 } else { (whole / 10_000 + 1) as f64 / 10.0 }
}

fn tenths(score: f64) -> f64 {
    (score * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(vector: &str) -> Scores {
        let json = format!(r#"{{"vectorString":"{vector}"}}"#);
        Metrics::read(&Json::parse(json.as_bytes()).unwrap()).unwrap().scores().unwrap()
    }

    /// Examples of A Complete Guide to CVSS v2, 3.3, and of the v3.1 and v4.0 examples documents of FIRST.
    #[test]
    fn published() {
        let apache = scores("AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H");
        assert_eq!(apache, Scores { base: 7.8, temporal: 6.4, environmental: 9.2 });
        let mssql = scores("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N");
        assert_eq!(mssql.base, 6.4);
        assert_eq!(scores("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N").base, 6.1);
        assert_eq!(scores("CVSS:3.1/AV:L/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N").environmental, 0.0);
        assert_eq!(scores("CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N").base, 7.3);
    }
}
