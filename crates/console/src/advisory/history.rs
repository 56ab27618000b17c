//! What two texts of an advisory differ in, part by part: between revisions, and between what somebody typed and what
//! somebody else saved meanwhile.

use jiff::Timestamp;
use rulebook::advisory::{AdvisoryContent, AffectedProduct, VendorEntry};
use rulebook::case::view::AdvisoryView;
use ui::{Frame, Lang};

use super::part::{self, TextPart};
use crate::letters::language;
use crate::names;

/// A part before and after.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) part: String,
    /// The language of the text, where it is one of two.
    pub(super) lang: Option<Lang>,
    pub(super) before: String,
    pub(super) after: String,
}

/// A published revision with what it changed.
pub(super) struct RevisionLine {
    pub(super) number: u32,
    pub(super) at: Timestamp,
    pub(super) summary: String,
    pub(super) changes: Vec<Change>,
}

/// The revisions, the newest first.
pub(super) fn revisions(frame: &Frame, draft: &AdvisoryView) -> Vec<RevisionLine> {
    let mut lines = Vec::new();
    let mut before: Option<&AdvisoryContent> = None;
    for revision in &draft.revisions {
        lines.push(RevisionLine {
            number: revision.number,
            at: revision.at,
            summary: revision.summary.get(language(frame.lang)).to_owned(),
            changes: before.map_or_else(Vec::new, |before| changes(frame, before, &revision.content)),
        });
        before = Some(&revision.content);
    }
    lines.reverse();
    lines
}

/// What an update would change of what the public has; nothing before the first publication.
pub(super) fn unpublished(frame: &Frame, draft: &AdvisoryView) -> Vec<Change> {
    match (draft.revisions.last(), &draft.content) {
        (Some(public), Some(now)) => changes(frame, &public.content, now),
        _ => Vec::new(),
    }
}

/// The parts in which two texts differ, in the order of the public page.
pub(super) fn changes(frame: &Frame, before: &AdvisoryContent, after: &AdvisoryContent) -> Vec<Change> {
    let pairs = texts(frame, before).into_iter().zip(texts(frame, after));
    let differ = pairs.filter(|((_, _, before), (_, _, after))| before != after);
    differ
        .map(|((word, lang, before), (_, _, after))| Change { part: part::name(frame.lang, word), lang, before, after })
        .collect()
}

/// Every part as plain text, always in the same order.
fn texts(frame: &Frame, content: &AdvisoryContent) -> Vec<(&'static str, Option<Lang>, String)> {
    let mut texts: Vec<(&'static str, Option<Lang>, String)> = Vec::new();
    for part in TextPart::ALL {
        for lang in Lang::ALL {
            texts.push((part.word(), Some(lang), part.of(content).exact(language(lang)).to_owned()));
        }
    }
    let products: Vec<String> = content.affected.iter().map(|row| product(frame, row)).collect();
    let vendors: Vec<String> = content.vendors.iter().map(|entry| vendor(frame, entry)).collect();
    let references: Vec<String> = content.references.iter().map(|one| format!("{}\n{}", one.title, one.url)).collect();
    let critical = if content.critical { frame.t("advisory-critical-yes") } else { frame.t("advisory-critical-no") };
    texts.push(("affected", None, products.join("\n")));
    texts.push(("vendors", None, vendors.join("\n\n")));
    texts.push(("cvss", None, content.cvss.join("\n")));
    texts.push(("cwe", None, content.cwe.join(", ")));
    texts.push(("cve", None, content.cve.join(", ")));
    texts.push(("references", None, references.join("\n\n")));
    texts.push(("critical", None, critical.into_owned()));
    texts.push(("stop-using", None, content.stop_using.join("\n")));
    texts
}

/// An affected product in one line, with its names for machines.
pub(super) fn product(frame: &Frame, row: &AffectedProduct) -> String {
    let range = range(frame, &row.from, &row.to, row.until_fixed);
    let said = [&row.vendor, &row.product, &range, &row.cpe, &row.purl].map(String::as_str);
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Versions in words.
pub(super) fn range(frame: &Frame, from: &str, to: &str, until_fixed: bool) -> String {
    match (from, to) {
        ("", "") => frame.t("advisory-range-all").into_owned(),
        (from, "") => frame.t1("advisory-range-since", "from", from),
        ("", to) if until_fixed => frame.t1("advisory-range-before", "to", to),
        ("", to) => frame.t1("advisory-range-up-to", "to", to),
        (from, to) if from == to => to.to_owned(),
        (from, to) if until_fixed => frame.t2("advisory-range-until", "from", from, "to", to),
        (from, to) => frame.t2("advisory-range-between", "from", from, "to", to),
    }
}

fn vendor(frame: &Frame, entry: &VendorEntry) -> String {
    let status = names::affectedness(frame.lang, entry.status.affected);
    let mut lines = vec![format!("{} {status}", entry.name)];
    lines.extend(entry.status.products.iter().map(|one| {
        let range = range(frame, &one.from, &one.to, one.until_fixed);
        format!("{} {range} {}", one.product, names::affectedness(frame.lang, one.affected))
    }));
    let (status, measure) = (&entry.status, &entry.countermeasure);
    let said = [
        &measure.fix,
        &measure.workaround,
        &status.statement.ja,
        &status.statement.en,
        &entry.view.ja,
        &entry.view.en,
        &status.link,
    ];
    lines.extend(said.into_iter().filter(|text| !text.is_empty()).cloned());
    lines.join("\n")
}
