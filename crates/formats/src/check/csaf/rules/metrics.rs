//! Scores: CVSS computed again, who is scored, and how.

use super::super::finding::Findings;
use super::super::json::Json;
use super::super::score::Metrics;
use super::super::shape::severity_of;
use super::super::subject::{Subject, Vulnerability};
use super::{i, m, o};
use crate::cvss::VectorVersion;
use std::collections::{HashMap, HashSet};

/// Scores have one digit after the point.
const SLACK: f64 = 0.001;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for vulnerability in &subject.vulnerabilities {
        let fixed: HashSet<&str> = vulnerability.in_group(2).into_iter().collect();
        let mut zero_missing: HashSet<&str> = HashSet::new();
        for (name, object, metric) in vulnerability.cvss() {
            let path = || format!("{}/{name}", subject.content_path(vulnerability, metric));
            let overall = computed(object, &path, findings);
            let nonzero = overall.is_some_and(|overall| overall > 0.0) && !is_zero(object);
            if nonzero {
                zero_missing.extend(metric.products.iter().filter(|id| fixed.contains(*id)));
            }
            if name == "cvss_v3" && is_3_0(object) {
                findings.add(i(2), path() + "/version", &[]);
            }
        }
        for status in ["first_fixed", "fixed"] {
            for (index, id) in vulnerability.with_status(status).filter(|(_, id)| zero_missing.contains(id)) {
                findings.add(o(19), format!("{}/product_status/{status}/{index}", vulnerability.path()), &[id]);
            }
        }
        repeated(subject, vulnerability, findings);
        only_v2(subject, vulnerability, findings);
        if subject.is_2_1() {
            ratings(subject, vulnerability, findings);
            without_v4(subject, vulnerability, findings);
        }
    }
}

fn is_3_0(object: &Json<'_>) -> bool {
    object.text("version") == Some("3.0") || object.text("vectorString").is_some_and(|v| v.starts_with("CVSS:3.0/"))
}

fn is_zero(object: &Json<'_>) -> bool {
    object.get("environmentalScore").and_then(Json::as_number) == Some(0.0)
}

/// 6.1.9 and 6.1.10; gives the overall score. A score may be that of the vector alone or with what members add to it.
fn computed(object: &Json<'_>, path: &dyn Fn() -> String, findings: &mut Findings) -> Option<f64> {
    let metrics = Metrics::read(object)?;
    for (member, said, meant) in metrics.contradictions(object) {
        findings.add(m(10), format!("{}/{member}", path()), &[said, meant]);
    }
    let bare = metrics.scores()?;
    let scores = metrics.completed(object).map_or(Some(bare), |whole| whole.scores())?;
    let parts = [
        ("base", Some(scores.base), Some(bare.base)),
        ("temporal", scores.temporal, bare.temporal),
        ("environmental", scores.environmental, bare.environmental),
    ];
    for (part, right, bare) in parts {
        let Some((right, bare)) = right.zip(bare) else { continue };
        let said = object.get(&format!("{part}Score")).and_then(Json::as_number);
        let holds = |said: f64| (said - right).abs() <= SLACK || (said - bare).abs() <= SLACK;
        if let Some(said) = said.filter(|said| !holds(*said)) {
            findings.add(m(9), format!("{}/{part}Score", path()), &[&said.to_string(), &format!("{right:.1}")]);
        }
        let right = severity_of(said.filter(|said| holds(*said)).unwrap_or(right));
        let severity = object.text(&format!("{part}Severity")).filter(|_| metrics.version != VectorVersion::V2_0);
        if let Some(severity) = severity.filter(|severity| *severity != right) {
            findings.add(m(9), format!("{}/{part}Severity", path()), &[severity, right]);
        }
    }
    Some(scores.overall())
}

/// 6.1.7: one score a product, version and source.
fn repeated(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for (name, object, metric) in own.cvss() {
        let version = match (name, object.text("version")) {
            ("cvss_v2", None) => "2.0",
            (_, Some(version)) => version,
            _ => continue,
        };
        let source = metric.source.filter(|_| subject.is_2_1());
        for id in metric.products.iter().collect::<HashSet<_>>() {
            if !seen.insert((*id, version, source)) {
                findings.add(m(7), format!("{}/{name}", subject.content_path(own, metric)), &[id, version]);
            }
        }
    }
}

/// 6.3.1: every product scored with v2 is scored with a later version too.
fn only_v2(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let later = own.cvss().filter(|(name, ..)| *name != "cvss_v2");
    let later: HashSet<&str> = later.flat_map(|(.., metric)| metric.products.iter().copied()).collect();
    for (_, _, metric) in own.cvss().filter(|(name, ..)| *name == "cvss_v2") {
        if let Some(id) = metric.products.iter().find(|id| !later.contains(*id)) {
            findings.add(i(1), subject.content_path(own, metric), &[id]);
        }
    }
}

/// 6.1.56, 6.2.47, 6.3.18: the rating in words.
fn ratings(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let mut scored: HashMap<Option<&str>, HashSet<&str>> = HashMap::new();
    for (.., metric) in own.cvss() {
        scored.entry(metric.source).or_default().extend(&metric.products);
    }
    let canonical = super::document::canonical_url(subject);
    for metric in &own.metrics {
        if metric.content.is_none_or(|content| content.get("qualitative_severity_rating").is_none()) {
            continue;
        }
        let path = || subject.content_path(own, metric) + "/qualitative_severity_rating";
        let both = scored.get(&metric.source);
        if let Some(id) = metric.products.iter().find(|id| both.is_some_and(|both| both.contains(*id))) {
            findings.add(m(56), path(), &[id]);
        }
        if metric.source.is_none() || metric.source == canonical {
            findings.add(o(47), path(), &[]);
        }
        findings.add(i(18), path(), &[]);
    }
}

/// 6.3.12.
fn without_v4(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    let has = |content: &Json<'_>, names: &[&str]| names.iter().any(|name| content.get(name).is_some());
    for metric in &own.metrics {
        let Some(content) = metric.content else { continue };
        if has(content, &["cvss_v2", "cvss_v3"]) && !has(content, &["cvss_v4"]) {
            findings.add(i(12), subject.content_path(own, metric), &[]);
        }
    }
    let scored: HashSet<&str> = own.cvss().flat_map(|(.., metric)| metric.products.iter().copied()).collect();
    let bare = own.in_group(0).into_iter().find(|id| !scored.contains(id));
    if let Some(id) = bare {
        findings.add_case(i(12), "unscored", format!("{}/metrics", own.path()), &[id]);
    }
}
