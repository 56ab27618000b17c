//! What the profiles ask for.

use super::super::finding::{Findings, Level, TestId};
use super::super::json::Json;
use super::super::language::Tag;
use super::super::range::Range;
use super::super::subject::{Place, Subject, Vulnerability};
use super::{m, o};
use std::collections::HashSet;

const INFORMATIONAL: &str = "csaf_informational_advisory";
const INCIDENT: &str = "csaf_security_incident_response";
const ADVISORY: &str = "csaf_security_advisory";
const DEPRECATED: &str = "csaf_deprecated_security_advisory";
const VEX: &str = "csaf_vex";
const WITHDRAWN: &str = "csaf_withdrawn";
const SUPERSEDED: &str = "csaf_superseded";

/// Terms that 2.1 fixes, with the translations that are recorded: English, German.
pub(super) const WITHDRAWAL: [&str; 2] = ["Reasoning for Withdrawal", "Begründung für die Zurückziehung"];
const SUPERSESSION: [&str; 2] = ["Reasoning for Supersession", "Begründung für die Ersetzung"];
const SUPERSEDING: [&str; 2] = ["Superseding Document", "Ersetzendes Dokument"];
const PRODUCT_DESCRIPTION: [&str; 2] = ["Product Description", "Produktbeschreibung"];

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let later = subject.is_2_1();
    match subject.category {
        INFORMATIONAL | INCIDENT => informational(subject, findings),
        ADVISORY => advisory(subject, true, findings),
        DEPRECATED if later => advisory(subject, true, findings),
        VEX => {
            advisory(subject, false, findings);
            vex(subject, findings);
        }
        WITHDRAWN | SUPERSEDED if later => gone(subject, findings),
        _ => {}
    }
    if later && subject.category == ADVISORY {
        counterparts(subject, findings);
    }
    if later && findings.wants(Level::Optional) {
        descriptions(subject, findings);
    }
}

fn part(number: u8) -> TestId {
    m(27).part(number)
}

/// 6.1.27.1 – 6.1.27.3.
fn informational(subject: &Subject<'_>, findings: &mut Findings) {
    let telling = ["description", "details", "general", "summary"];
    let notes = subject.document.list("notes").iter();
    if !notes.filter_map(|note| note.text("category")).any(|category| telling.contains(&category)) {
        findings.add(part(1), "/document/notes", &[]);
    }
    let outside = |item: &Json<'_>| item.text("category").is_none_or(|category| category == "external");
    if !subject.document.list("references").iter().any(outside) {
        findings.add(part(2), "/document/references", &[]);
    }
    if subject.category == INFORMATIONAL && subject.root.get("vulnerabilities").is_some() {
        findings.add(part(3), "/vulnerabilities", &[]);
    }
}

/// 6.1.27.4 – 6.1.27.6 and 6.1.27.11.
fn advisory(subject: &Subject<'_>, with_status: bool, findings: &mut Findings) {
    if subject.root.get("product_tree").is_none() {
        findings.add(part(4), "/product_tree", &[]);
    }
    if subject.root.get("vulnerabilities").is_none() {
        findings.add(part(11), "/vulnerabilities", &[]);
    }
    for vulnerability in &subject.vulnerabilities {
        if vulnerability.json.get("notes").is_none() {
            findings.add(part(5), vulnerability.path(), &[]);
        }
        if with_status && vulnerability.status.is_none() {
            findings.add(part(6), vulnerability.path(), &[]);
        }
    }
}

/// 6.1.27.7 – 6.1.27.10.
fn vex(subject: &Subject<'_>, findings: &mut Findings) {
    let wanted = ["fixed", "known_affected", "known_not_affected", "under_investigation"];
    for own in &subject.vulnerabilities {
        if !wanted.iter().any(|name| own.status.is_some_and(|status| status.get(name).is_some())) {
            findings.add(part(7), format!("{}/product_status", own.path()), &[]);
        }
        vex_id(subject, own, findings);
        let impact = own.json.list("threats").iter().filter(|threat| threat.text("category") == Some("impact"));
        let told = own.json.list("flags").iter().chain(impact).flat_map(|item| subject.named(item));
        without(own, "known_not_affected", &told.collect(), part(9), findings);
        let acted = own.json.list("remediations").iter().flat_map(|item| subject.named(item));
        without(own, "known_affected", &acted.collect(), part(10), findings);
    }
}

fn vex_id(subject: &Subject<'_>, own: &Vulnerability<'_>, findings: &mut Findings) {
    if own.json.get("cve").is_some() {
        return;
    }
    let ids = own.json.list("ids");
    if own.json.get("ids").is_none() {
        return findings.add(part(8), own.path(), &[]);
    }
    let bound = |item: &Json<'_>| item.get("product_ids").is_some() || item.get("group_ids").is_some();
    if !subject.is_2_1() || !ids.iter().all(bound) {
        return;
    }
    let named: HashSet<&str> = ids.iter().flat_map(|item| subject.named(item)).collect();
    for (status, list) in own.status.map_or(&[][..], Json::members) {
        for (index, id) in list.items().iter().enumerate().filter_map(|(i, j)| Some((i, j.as_text()?))) {
            if !named.contains(id) {
                let path = format!("{}/product_status/{status}/{index}", own.path());
                findings.add_case(part(8), "product", path, &[id]);
            }
        }
    }
}

/// Products of a status about which nothing is told.
fn without(own: &Vulnerability<'_>, status: &str, told: &HashSet<&str>, test: TestId, findings: &mut Findings) {
    for (index, id) in own.with_status(status).filter(|(_, id)| !told.contains(id)) {
        findings.add(test, format!("{}/product_status/{status}/{index}", own.path()), &[id]);
    }
}

/// 6.1.27.3, 6.1.27.14 – 6.1.27.19, 6.2.39.2 – 6.2.39.5: documents that are withdrawn or superseded.
fn gone(subject: &Subject<'_>, findings: &mut Findings) {
    for (name, test) in [("vulnerabilities", part(3)), ("product_tree", part(15))] {
        if subject.root.get(name).is_some() {
            findings.add(test, format!("/{name}"), &[]);
        }
    }
    let notes = subject.document.list("notes");
    if !notes.iter().any(|note| note.text("category") == Some("description")) {
        findings.add(part(14), "/document/notes", &[]);
    }
    let history = subject.tracking.list("revision_history").len();
    if history < 2 {
        findings.add(part(16), "/document/tracking/revision_history", &[&history.to_string()]);
    }
    for (path, json) in [("", subject.root), ("/document", subject.document)] {
        if json.get("x_extensions").is_some() {
            findings.add(o(39).part(5), format!("{path}/x_extensions"), &[]);
        }
    }
    let Some((word, english)) = language(subject) else { return };
    let (terms, test) = match subject.category {
        WITHDRAWN => (WITHDRAWAL, if english { part(17) } else { o(39).part(2) }),
        _ => (SUPERSESSION, if english { part(18) } else { o(39).part(3) }),
    };
    titled(subject, terms[word], "description", test, findings);
    let test = if english { part(19) } else { o(39).part(4) };
    let leads = |item: &Json<'_>| {
        item.text("category") == Some("external")
            && item.text("summary").is_some_and(|summary| summary.starts_with(SUPERSEDING[word]))
    };
    if subject.category == SUPERSEDED && !subject.document.list("references").iter().any(leads) {
        findings.add(test, "/document/references", &[SUPERSEDING[word]]);
    }
}

/// Which translation of the fixed terms holds, and whether it is English; `None` when none is recorded.
pub(super) fn language(subject: &Subject<'_>) -> Option<(usize, bool)> {
    let lang = subject.lang();
    if Tag::is_english(lang) {
        return Some((0, true));
    }
    let german = lang.and_then(|lang| lang.split('-').next()).is_some_and(|lang| lang.eq_ignore_ascii_case("de"));
    german.then_some((1, false))
}

/// Exactly one note has this title, and it has this category.
pub(super) fn titled(subject: &Subject<'_>, title: &str, category: &str, test: TestId, findings: &mut Findings) {
    let notes = subject.document.list("notes").iter();
    let found: Vec<_> = notes.filter(|note| note.text("title") == Some(title)).collect();
    let right = found.len() == 1 && found[0].text("category") == Some(category);
    if !right {
        findings.add(test, "/document/notes", &[title, category]);
    }
}

/// 6.2.40.
fn descriptions(subject: &Subject<'_>, findings: &mut Findings) {
    let Some((word, _)) = language(subject) else { return };
    for (index, note) in subject.document.list("notes").iter().enumerate() {
        let describes = note.text("category") == Some("description")
            && note.text("title").is_some_and(|title| title.starts_with(PRODUCT_DESCRIPTION[word]));
        if describes && note.get("product_ids").is_none() && note.get("group_ids").is_none() {
            findings.add(o(40), format!("/document/notes/{index}"), &[]);
        }
    }
}

/// 6.1.27.12, 6.1.27.13 and 6.2.39.1: affected and fixed versions of the same product.
fn counterparts(subject: &Subject<'_>, findings: &mut Findings) {
    for own in &subject.vulnerabilities {
        if own.status.is_none_or(|status| status.get("known_affected").is_none()) {
            findings.add(part(12), format!("{}/product_status", own.path()), &[]);
        }
        let affected = own.in_group(0);
        let fixed = own.in_group(2);
        let families =
            |ids: &[&str]| -> HashSet<String> { ids.iter().flat_map(|id| families(subject, id, 0)).collect() };
        let (of_affected, of_fixed) = (families(&affected), families(&fixed));
        let unclear = |all: &HashSet<String>| all.contains(UNCLEAR);
        let alone = |id: &str, others: &HashSet<String>| {
            let own = self::families(subject, id, 0);
            !own.is_empty()
                && !own.iter().any(|family| family == UNCLEAR && !others.is_empty() || others.contains(family))
        };
        if let Some(id) = fixed.iter().find(|id| !unclear(&of_affected) && alone(id, &of_affected)) {
            findings.add(part(13), format!("{}/product_status/known_affected", own.path()), &[id]);
        }
        for id in &affected {
            if !unclear(&of_fixed) && alone(id, &of_fixed) && !has_no_fix(subject, own, id) {
                findings.add(o(39).part(1), format!("{}/product_status", own.path()), &[id]);
            }
        }
    }
}

/// The family of a product whose versions are not told apart by branches.
const UNCLEAR: &str = "?";

/// What a product is, without its version: names of its branches; of a path the family that it begins with, while what
/// that is installed on stays the very same.
fn families(subject: &Subject<'_>, id: &str, depth: usize) -> Vec<String> {
    let Some(product) = subject.by_id.get(id).map(|index| &subject.products[*index]) else { return vec![] };
    let mut all = installed_with(subject, id, depth);
    match product.place {
        _ if depth > 8 => all.push(UNCLEAR.to_owned()),
        Place::FullName(_) => all.push(UNCLEAR.to_owned()),
        Place::Branch(branch) => {
            let lineage = subject.lineage(branch);
            let names = lineage.iter().filter(|branch| !branch.category.starts_with("product_version"));
            all.push(names.map(|branch| format!("/{}={}", branch.category, branch.name)).collect());
        }
        Place::Path(index) => {
            let path = &subject.paths()[index];
            let begin = path.text("beginning_product_reference").unwrap_or_default();
            let mut family = families(subject, begin, depth + 1).pop().unwrap_or_default();
            for subpath in path.list("subpaths") {
                let (category, next) = (subpath.text("category"), subpath.text("next_product_reference"));
                if category == Some("installed_with") {
                    all.push(family.clone());
                }
                family = format!("{family}+{}:{}", category.unwrap_or_default(), next.unwrap_or_default());
            }
            all.push(family);
        }
    }
    all
}

/// A fix that is installed with a product corresponds to that product.
fn installed_with(subject: &Subject<'_>, id: &str, depth: usize) -> Vec<String> {
    if depth > 0 {
        return vec![];
    }
    let with = |path: &&Json<'_>| {
        let first = path.list("subpaths").first();
        first.is_some_and(|subpath| {
            subpath.text("category") == Some("installed_with") && subpath.text("next_product_reference") == Some(id)
        })
    };
    let begins = subject.paths().iter().filter(with).filter_map(|path| path.text("beginning_product_reference"));
    begins.take(20).flat_map(|begin| families(subject, begin, depth + 1)).collect()
}

/// Whether it is told that there is no fix, and nothing tells that there is one.
fn has_no_fix(subject: &Subject<'_>, own: &Vulnerability<'_>, id: &str) -> bool {
    let names = |item: &&Json<'_>| subject.named(item).contains(&id);
    let given = own.json.list("remediations").iter().filter(names).filter_map(|item| item.text("category"));
    let given: Vec<&str> = given.collect();
    let product = subject.by_id.get(id).map(|index| &subject.products[*index]);
    let range_ends = product.is_some_and(|product| match product.place {
        Place::Branch(branch) => subject.lineage(branch).iter().any(|branch| {
            branch.category == "product_version_range"
                && Range::parse(branch.name).is_some_and(|range| range.ends_before())
        }),
        _ => false,
    });
    let none = ["fix_planned", "no_fix_planned", "none_available"].iter().any(|category| given.contains(category));
    none && !range_ends && !given.contains(&"vendor_fix")
}
