//! Days of 2.1: disclosure, exploitation, SSVC and EPSS against the revision history.

use super::super::finding::{Findings, TestId};
use super::super::json::Json;
use super::super::subject::{Subject, Vulnerability};
use super::super::time::Instant;
use super::{m, o};

const DAY: i64 = 86_400;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(newest) = subject.newest() else { return };
    for vulnerability in &subject.vulnerabilities {
        disclosure(subject, vulnerability, newest, findings);
        metrics(subject, vulnerability, newest, findings);
        exploitation(subject, vulnerability, newest, findings);
    }
}

/// 6.1.45 and 6.2.33.
fn disclosure(subject: &Subject<'_>, own: &Vulnerability<'_>, newest: Instant, findings: &mut Findings) {
    let Some(text) = own.json.text("disclosure_date") else { return };
    let Some(at) = Instant::parse(text).filter(|at| *at > newest) else { return };
    let path = format!("{}/disclosure_date", own.path());
    if subject.is_released() && subject.tlp() == Some("CLEAR") {
        findings.add(m(45), &path, &[text]);
    }
    if subject.now.is_some_and(|now| at < now) {
        findings.add(o(33), &path, &[text]);
    }
}

/// 6.1.49, 6.1.51, 6.2.41.
fn metrics(subject: &Subject<'_>, own: &Vulnerability<'_>, newest: Instant, findings: &mut Findings) {
    if !subject.is_released() {
        return;
    }
    let mut youngest: Option<(Instant, String)> = None;
    for metric in &own.metrics {
        let stamps: [(&str, TestId); 2] = [("ssvc_v2", m(49)), ("epss", m(51))];
        for (name, test) in stamps {
            let text = metric.content.and_then(|content| content.at(&[name, "timestamp"])).and_then(Json::as_text);
            let Some((text, at)) = text.and_then(|text| Some((text, Instant::parse(text)?))) else { continue };
            let path = format!("{}/{name}/timestamp", subject.content_path(own, metric));
            if at > newest {
                findings.add(test, &path, &[text]);
            }
            if name == "epss" && youngest.as_ref().is_none_or(|(before, _)| *before < at) {
                youngest = Some((at, path));
            }
        }
    }
    if let Some((at, path)) = youngest
        && at < newest.earlier(15 * DAY)
    {
        findings.add(o(41), path, &[]);
    }
}

/// 6.1.52 and 6.1.53.
fn exploitation(subject: &Subject<'_>, own: &Vulnerability<'_>, newest: Instant, findings: &mut Findings) {
    for (index, item) in own.json.list("first_known_exploitation_dates").iter().enumerate() {
        let at = |name: &str| item.text(name).and_then(|text| Some((text, Instant::parse(text)?)));
        let path = |name: &str| format!("{}/first_known_exploitation_dates/{index}/{name}", own.path());
        for name in ["date", "exploitation_date"] {
            if let Some((text, _)) = at(name).filter(|(_, at)| subject.is_released() && *at > newest) {
                findings.add(m(52), path(name), &[text]);
            }
        }
        if let (Some((day, known)), Some((text, exploited))) = (at("date"), at("exploitation_date"))
            && exploited > known
        {
            findings.add(m(53), path("exploitation_date"), &[text, day]);
        }
    }
}
