//! CVSS objects: what their vectors say, what their members add or contradict, and their scores computed again.

use super::json::Json;
use super::shape::{METRICS_V2, METRICS_V3, METRICS_V4, Metric};
use crate::cvss::{Score, Vector, VectorVersion};

/// The metrics of an object: what its vector says, completed by members that the vector leaves out.
pub(super) struct Metrics {
    table: &'static [Metric],
    values: Vec<Option<&'static str>>,
    pub version: VectorVersion,
}

/// Base, temporal and environmental score. v4.0 has one score only: the first.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scores {
    pub base: f64,
    pub temporal: Option<f64>,
    pub environmental: Option<f64>,
}

impl Scores {
    /// The score that everything goes into.
    pub fn overall(&self) -> f64 {
        self.environmental.unwrap_or(self.base)
    }
}

impl Metrics {
    /// `None` when the vector is none.
    pub fn read(object: &Json<'_>) -> Option<Self> {
        let vector = object.text("vectorString").filter(|vector| vector.len() <= 400)?;
        let (table, version, body) = match vector.split_at_checked(9) {
            Some(("CVSS:3.0/", body)) => (METRICS_V3, VectorVersion::V3_0, body),
            Some(("CVSS:3.1/", body)) => (METRICS_V3, VectorVersion::V3_1, body),
            Some(("CVSS:4.0/", body)) => (METRICS_V4, VectorVersion::V4_0, body),
            _ => (METRICS_V2, VectorVersion::V2_0, vector),
        };
        let mut values = vec![None; table.len()];
        for part in body.split('/') {
            let (key, value) = part.split_once(':')?;
            let index = table.iter().position(|metric| metric.key == key)?;
            let (value, _) = table[index].values.iter().find(|(short, _)| *short == value)?;
            values[index] = Some(*value);
        }
        Some(Metrics { table, values, version })
    }

    /// Members of the object that say another thing than the vector: member, its word, the vector's word.
    pub fn contradictions<'j>(&self, object: &'j Json<'_>) -> Vec<(&'static str, &'j str, &'static str)> {
        let one = |(metric, value): (&Metric, &Option<&'static str>)| {
            let (said, meant) = (object.text(metric.member)?, metric.word((*value)?)?);
            (said != meant).then_some((metric.member, said, meant))
        };
        self.table.iter().zip(&self.values).filter_map(one).collect()
    }

    /// With the members for metrics that the vector does not have; `None` when there are none.
    pub fn completed(&self, object: &Json<'_>) -> Option<Self> {
        let one = |(metric, value): (&Metric, &Option<&'static str>)| {
            value.or_else(|| object.text(metric.member).and_then(|word| metric.value(word)))
        };
        let values: Vec<_> = self.table.iter().zip(&self.values).map(one).collect();
        (values != self.values).then_some(Metrics { values, ..*self })
    }

    /// The scores, computed again.
    pub fn scores(&self) -> Option<Scores> {
        let set = self.table.iter().zip(&self.values).filter_map(|(metric, value)| Some((metric.key, (*value)?)));
        let scores = Vector::new(self.version, set).ok()?.scores().ok()?;
        let tenths = |score: Score| f64::from(score.tenths()) / 10.0;
        Some(match self.version {
            // v4.0 has one score, of everything that the vector says.
            VectorVersion::V4_0 => Scores { base: tenths(scores.score), ..Scores::default() },
            _ => Scores {
                base: tenths(scores.base),
                temporal: scores.temporal.map(tenths),
                environmental: scores.environmental.map(tenths),
            },
        })
    }
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
        assert_eq!(apache, Scores { base: 7.8, temporal: Some(6.4), environmental: Some(9.2) });
        assert_eq!(scores("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N").base, 6.4);
        assert_eq!(scores("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N").base, 6.1);
        assert_eq!(scores("CVSS:3.1/AV:L/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N").overall(), 0.0);
        assert_eq!(scores("CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N").base, 7.3);
    }
}
