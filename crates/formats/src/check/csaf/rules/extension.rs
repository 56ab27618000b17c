//! CSAF extensions (2.1): where they are, how much they claim.

use super::super::extension::is_official;
use super::super::finding::Findings;
use super::super::json::Json;
use super::super::subject::{Place, Subject};
use super::{i, m, o};

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    list(subject, subject.root, "/x_extensions", 9, findings);
    list(subject, subject.document, "/document/x_extensions", 3, findings);
    for product in &subject.products {
        let part = match product.place {
            Place::Branch(_) => 4,
            Place::FullName(_) => 5,
            Place::Path(_) => 6,
        };
        if product.json.get("x_extensions").is_some() {
            let path = subject.product_path(product) + "/x_extensions";
            list(subject, product.json, &path, part, findings);
        }
    }
    for own in &subject.vulnerabilities {
        list(subject, own.json, &format!("{}/x_extensions", own.path()), 8, findings);
        for metric in &own.metrics {
            let Some(content) = metric.content else { continue };
            list(subject, content, &format!("{}/x_extensions", subject.content_path(own, metric)), 7, findings);
        }
    }
}

/// 6.2.54, 6.3.21, and of 6.1.60.3 what every extension must keep: it stands once in a list.
fn list(subject: &Subject<'_>, json: &Json<'_>, path: &str, place: u8, findings: &mut Findings) {
    let Some(extensions) = json.get("x_extensions") else { return };
    findings.add(i(21).part(place), path, &[]);
    let clear = subject.tlp() == Some("CLEAR");
    let mut seen: Vec<&str> = vec![];
    for (index, item) in extensions.items().iter().enumerate() {
        let path = format!("{path}/{index}");
        let schema = item.text("$schema").unwrap_or_default();
        if seen.contains(&schema) && item.get("category") != extensions.items()[0].get("category") {
            findings.add(m(60).part(3), &path, &[schema]);
        }
        if seen.len() < 100 {
            seen.push(schema);
        }
        if !is_official(schema) {
            // The register of extensions is empty: none but official ones are registered.
            findings.add(o(54).part(1), &path, &[schema]);
            findings.add(o(54).part(2), &path, &[schema]);
            findings.add(if clear { o(54).part(4) } else { i(21).part(2) }, &path, &[schema]);
        }
        if item.get("critical") == Some(&Json::Bool(true)) {
            findings.add(o(54).part(3), format!("{path}/critical"), &[schema]);
        }
        if item.text("category") == Some("essential") {
            findings.add(i(21).part(1), format!("{path}/category"), &[schema]);
        }
    }
}
