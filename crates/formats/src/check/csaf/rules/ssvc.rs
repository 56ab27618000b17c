//! SSVC selections (2.1).

use super::super::finding::Findings;
use super::super::json::Json;
use super::super::number::Number;
use super::super::ssvc::{self, Point};
use super::super::subject::{Subject, Vulnerability};
use super::{i, m, o};

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for vulnerability in &subject.vulnerabilities {
        for metric in &vulnerability.metrics {
            let Some(list) = metric.content.and_then(|content| content.get("ssvc_v2")) else { continue };
            let path = subject.content_path(vulnerability, metric) + "/ssvc_v2";
            targets(subject, vulnerability, list, &path, findings);
            for (index, selection) in list.list("selections").iter().enumerate() {
                let path = format!("{path}/selections/{index}");
                namespaces(subject, selection, &path, findings);
                point(selection, &path, findings);
            }
            resources(list, &path, findings);
        }
    }
}

/// 6.1.47.
fn targets(subject: &Subject<'_>, own: &Vulnerability<'_>, list: &Json<'_>, path: &str, findings: &mut Findings) {
    let document = subject.tracking.text("id");
    for (index, target) in list.texts("target_ids") {
        let ids = own.json.list("ids").iter().filter_map(|item| item.text("text"));
        let known = own.json.text("cve").into_iter().chain(ids).any(|id| id == target);
        let ambiguous = Some(target) == document && subject.vulnerabilities.len() > 1;
        if !known || ambiguous {
            findings.add(m(47), format!("{path}/target_ids/{index}"), &[target]);
        }
    }
}

/// 6.2.34 – 6.2.36, 6.3.14, 6.3.15.
fn namespaces(subject: &Subject<'_>, selection: &Json<'_>, path: &str, findings: &mut Findings) {
    let Some(namespace) = selection.text("namespace") else { return };
    let path = format!("{path}/namespace");
    let clear = subject.tlp() == Some("CLEAR");
    if !ssvc::is_registered(namespace) {
        findings.add(o(34), &path, &[namespace]);
    }
    if ssvc::is_unregistered(namespace) {
        findings.add(if clear { o(35) } else { i(14) }, &path, &[namespace]);
    }
    if ssvc::has_extension(namespace) && !ssvc::is_special(namespace) {
        findings.add(if clear { o(36) } else { i(15) }, &path, &[namespace]);
    }
}

/// 6.1.48 and 6.3.13.
fn point(selection: &Json<'_>, path: &str, findings: &mut Findings) {
    let text = |name: &str| selection.text(name).unwrap_or_default();
    let (namespace, key, version) = (text("namespace"), text("key"), text("version"));
    if ssvc::is_reserved(namespace) {
        return findings.add_case(m(48), "reserved", path, &[namespace]);
    }
    if ssvc::is_unregistered(namespace) || ssvc::is_special(namespace) {
        return;
    }
    let of_key = |point: &&Point| point.namespace == ssvc::base(namespace) && point.key == key;
    let Some(point) = ssvc::points().iter().filter(of_key).find(|point| point.version == version) else {
        return findings.add_case(m(48), "unknown", path, &[namespace, key, version]);
    };
    let mut places = vec![];
    for value in selection.list("values").iter().filter_map(|value| value.text("key")) {
        let Some(place) = point.values.iter().position(|known| *known == value) else {
            return findings.add_case(m(48), "value", path, &[key, version, value]);
        };
        places.push(place);
    }
    if !places.is_sorted_by(|a, b| a < b) {
        findings.add_case(m(48), "order", path, &[key, version, &point.values.join(", ")]);
    }
    let newer = |other: &&Point| match (Number::parse(other.version), Number::parse(version)) {
        (Some(other), Some(own)) => other.order(&own).is_gt(),
        _ => false,
    };
    if let Some(newer) = ssvc::points().iter().filter(of_key).rfind(newer) {
        findings.add(i(13), format!("{path}/version"), &[key, version, newer.version]);
    }
}

/// 6.2.37: who uses a namespace that is not registered says where it is described.
fn resources(list: &Json<'_>, path: &str, findings: &mut Findings) {
    let summaries: Vec<&str> =
        list.list("decision_point_resources").iter().filter_map(|item| item.text("summary")).collect();
    let names = |summary: &str, namespace: &str| {
        summary.match_indices(namespace).any(|(at, _)| {
            let next = summary[at + namespace.len()..].chars().next();
            next.is_none_or(|c| !(c.is_ascii_alphanumeric() || "/#-.$".contains(c)) || c == '.')
        })
    };
    for namespace in list.list("selections").iter().filter_map(|selection| selection.text("namespace")) {
        let told = summaries.iter().any(|summary| names(summary, namespace));
        if !namespace.is_empty() && !ssvc::is_registered(namespace) && !told {
            findings.add(o(37), format!("{path}/decision_point_resources"), &[namespace]);
        }
    }
}
