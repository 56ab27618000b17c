//! The equations of CVSS v3.0 (section 8) and v3.1 (section 7). They differ in rounding and in the modified impact of
//! a changed scope.

use super::Score;
use super::metrics::VectorVersion;
use super::vector::Vector;

/// Base, temporal and environmental score.
pub(super) fn scores(vector: &Vector) -> [Score; 3] {
    let up = |value: f64| round_up(vector.version(), value);
    let time: f64 = ["E", "RL", "RC"].map(|name| weight(name, vector.value(name))).iter().product();
    let of_base = up(overall(vector, false));
    let of_place = up(overall(vector, true));
    [of_base, up(of_base.value() * time), up(of_place.value() * time)]
}

/// Impact and exploitability together, not rounded; `modified` takes the environmental metrics in.
fn overall(vector: &Vector, modified: bool) -> f64 {
    // Every modified metric is called as its own with an M before.
    let value = |name: &'static str| match &name[1..] {
        own if !modified || vector.value(name) == "X" => vector.value(own),
        _ => vector.value(name),
    };
    let changed = value("MS") == "C";
    let impact = impact(vector, modified, changed, [value("MC"), value("MI"), value("MA")]);
    let ease: f64 = ["MAV", "MAC", "MUI"].map(|name| weight(&name[1..], value(name))).iter().product();
    let exploitability = 8.22 * ease * privileges(value("MPR"), changed);
    match (impact > 0.0, changed) {
        (false, _) => 0.0,
        (true, false) => (impact + exploitability).min(10.0),
        (true, true) => (1.08 * (impact + exploitability)).min(10.0),
    }
}

fn impact(vector: &Vector, modified: bool, changed: bool, impacts: [&str; 3]) -> f64 {
    let required = |name: &str| if modified { weight("CR", vector.value(name)) } else { 1.0 };
    let requirements = ["CR", "IR", "AR"].map(required);
    let left: f64 = impacts.iter().zip(requirements).map(|(impact, times)| 1.0 - times * weight("C", impact)).product();
    let whole = 1.0 - left;
    let sub_score = if modified { whole.min(0.915) } else { whole };
    match (changed, modified && vector.version() == VectorVersion::V3_1) {
        (false, _) => 6.42 * sub_score,
        (true, false) => 7.52 * (sub_score - 0.029) - 3.25 * (sub_score - 0.02).powi(15),
        (true, true) => 7.52 * (sub_score - 0.029) - 3.25 * (sub_score * 0.9731 - 0.02).powi(13),
    }
}

/// The weight of a value (v3.0 section 8.4, v3.1 section 7.4). `C` stands for all three impacts, `CR` for all three
/// requirements; what is left open weighs 1.
fn weight(name: &str, value: &str) -> f64 {
    match (name, value) {
        ("AV" | "UI", "N") => 0.85,
        ("AV", "A") | ("UI", "R") => 0.62,
        ("AV", "L") => 0.55,
        ("AV", "P") => 0.2,
        ("AC", "L") => 0.77,
        ("AC", "H") => 0.44,
        ("C", "H") => 0.56,
        ("C", "L") => 0.22,
        ("C", _) => 0.0,
        ("E", "F") | ("RL", "W") => 0.97,
        ("E", "P") => 0.94,
        ("E", "U") => 0.91,
        ("RL", "T") | ("RC", "R") => 0.96,
        ("RL", "O") => 0.95,
        ("RC", "U") => 0.92,
        ("CR", "H") => 1.5,
        ("CR", "L") => 0.5,
        _ => 1.0,
    }
}

fn privileges(value: &str, scope_changed: bool) -> f64 {
    match (value, scope_changed) {
        ("L", false) => 0.62,
        ("L", true) => 0.68,
        ("H", false) => 0.27,
        ("H", true) => 0.5,
        _ => 0.85,
    }
}

/// The smallest tenth that is not below the value.
///
/// v3.1 appendix A gives the algorithm in whole numbers. v3.0 means the exact value: what lies above a tenth by less
/// than its equations can produce (1e-10) is an error of binary fractions.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "values lie between 0 and 10")]
fn round_up(version: VectorVersion, value: f64) -> Score {
    let tenths = if version == VectorVersion::V3_1 {
        ((value * 100_000.0).round() as u32).div_ceil(10_000)
    } else {
        (value * 10.0 - 1e-11).ceil().max(0.0) as u32
    };
    Score(tenths.min(100) as u8)
}
