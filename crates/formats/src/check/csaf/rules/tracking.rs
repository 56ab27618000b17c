//! Versions and the revision history.

use super::super::finding::Findings;
use super::super::number::Number;
use super::super::subject::Subject;
use super::super::time::Instant;
use super::{m, o};
use std::collections::HashSet;

const HISTORY: &str = "/document/tracking/revision_history";

/// An item of the revision history that can be read.
struct Revision<'a> {
    index: usize,
    at: Option<Instant>,
    number: Option<Number<'a>>,
    text: &'a str,
}

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let tracking = subject.tracking;
    let items = tracking.list("revision_history").iter().enumerate();
    let history: Vec<Revision<'_>> = items
        .map(|(index, item)| {
            let text = item.text("number").unwrap_or_default();
            let at = item.text("date").and_then(Instant::parse);
            Revision { index, at, number: Number::parse(text), text }
        })
        .collect();
    let version = tracking.text("version").unwrap_or_default();
    let number = Number::parse(version);
    versions(subject, &history, version, number, findings);
    numbers(subject, &history, findings);
    if history.iter().all(|revision| revision.at.is_some() && revision.number.is_some()) {
        let mut sorted: Vec<(Instant, Number<'_>, &str)> =
            history.iter().filter_map(|revision| Some((revision.at?, revision.number?, revision.text))).collect();
        sorted.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.order(&b.1)));
        order(subject, &sorted, number.map(|number| (version, number)), findings);
    }
    dates(subject, &history, findings);
}

/// 6.1.17, 6.1.20, 6.1.30.
fn versions(
    subject: &Subject<'_>,
    history: &[Revision<'_>],
    version: &str,
    number: Option<Number<'_>>,
    findings: &mut Findings,
) {
    let status = subject.tracking.text("status").unwrap_or_default();
    if let Some(number) = number {
        if (number.is_zero() || number.is_pre_release()) && status != "draft" {
            findings.add(m(17), "/document/tracking/status", &[version, status]);
        }
        if number.is_pre_release() && subject.is_released() {
            findings.add(m(20), "/document/tracking/version", &[version, status]);
        }
    }
    let all = history.iter().filter_map(|revision| revision.number).chain(number);
    let (semantic, integer): (Vec<_>, Vec<_>) = all.partition(Number::is_semantic);
    if !semantic.is_empty() && !integer.is_empty() {
        findings.add(m(30), "/document/tracking/version", &[version]);
    }
}

/// 6.1.18, 6.1.19, 6.1.22, 6.2.4: each number for itself.
fn numbers(subject: &Subject<'_>, history: &[Revision<'_>], findings: &mut Findings) {
    let mut seen = HashSet::new();
    for revision in history {
        let path = || format!("{HISTORY}/{}/number", revision.index);
        if !revision.text.is_empty() && !seen.insert(revision.text) {
            findings.add(m(22), path(), &[revision.text]);
        }
        let Some(number) = revision.number else { continue };
        if number.is_zero() && subject.is_released() {
            findings.add(m(18), path(), &[revision.text]);
        }
        if number.is_pre_release() {
            findings.add(m(19), path(), &[revision.text]);
        }
        if number.build().is_some() {
            findings.add(o(4), path(), &[revision.text]);
        }
    }
}

/// 6.1.14, 6.1.16, 6.1.21: on the history sorted by day, then number.
fn order(
    subject: &Subject<'_>,
    sorted: &[(Instant, Number<'_>, &str)],
    version: Option<(&str, Number<'_>)>,
    findings: &mut Findings,
) {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return };
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0].1.order(&pair[1].1).is_gt()) {
        findings.add(m(14), HISTORY, &[pair[0].2, pair[1].2]);
    }
    if let Some((text, number)) = version {
        let draft = subject.tracking.text("status") == Some("draft");
        let plain = |number: Number<'_>| {
            if draft { number.released().order(&last.1.released()) } else { number.order(&last.1) }
        };
        let other_kind = number.is_semantic() != last.1.is_semantic();
        if other_kind && text != last.2 || plain(number).is_ne() {
            findings.add(m(16), "/document/tracking/version", &[text, last.2]);
        }
    }
    if !["0", "1"].contains(&first.1.major()) {
        findings.add_case(m(21), "first", HISTORY, &[first.2]);
    }
    let majors: Vec<u64> = sorted.iter().filter_map(|(_, number, _)| number.major().parse().ok()).collect();
    let present: HashSet<u64> = majors.iter().copied().collect();
    let (least, most) = (majors.iter().min().copied().unwrap_or(0).min(1), majors.iter().max().copied().unwrap_or(0));
    for missing in (least..most).filter(|number| !present.contains(number)).take(20) {
        findings.add_case(m(21), "missing", HISTORY, &[&missing.to_string()]);
    }
    let jump = |pair: &&[u64]| pair[1] > pair[0] + 1 && present.contains(&(pair[0] + 1));
    if let Some(pair) = majors.windows(2).find(jump) {
        findings.add_case(m(21), "misplaced", HISTORY, &[&(pair[0] + 1).to_string()]);
    }
}

/// 6.2.5, 6.2.6, 6.2.21.
fn dates(subject: &Subject<'_>, history: &[Revision<'_>], findings: &mut Findings) {
    let days = || history.iter().filter_map(|revision| revision.at);
    let day = |name: &str| subject.tracking.text(name).and_then(|text| Some((text, Instant::parse(text)?)));
    if let Some((text, initial)) = day("initial_release_date")
        && days().min().is_some_and(|oldest| initial < oldest)
    {
        findings.add(o(5), "/document/tracking/initial_release_date", &[text]);
    }
    if let Some((text, current)) = day("current_release_date")
        && days().max().is_some_and(|newest| current < newest)
    {
        findings.add(o(6), "/document/tracking/current_release_date", &[text]);
    }
    if !subject.is_2_1() {
        return;
    }
    let mut seen: Vec<(Instant, usize)> = history.iter().filter_map(|r| Some((r.at?, r.index))).collect();
    seen.sort_unstable();
    for pair in seen.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        findings.add(o(21), format!("{HISTORY}/{}/date", pair[1].1), &[&pair[0].1.to_string()]);
    }
}
