//! ベンダ情報 of the public document: the developers' statements and the coordinator's table of affected products in one.
//!
//! Which products are affected is what the coordinator's table says; the developers' own rows stand where they say
//! anything else. A product of somebody who stated nothing is affected by the coordinator's word: its maker's status
//! stays unknown.

use formats::document::{self, Countermeasure, CountermeasureKind, Product, Vendor};
use formats::version::{Bound, VersionRange, VersionStatus, Versions};
use formats::{Language, Localized};
use rulebook::advisory::{AdvisoryContent, AffectedProduct, VendorEntry};
use rulebook::case::{Affectedness, ProductStatus};

use super::document::{Known, Names, text};

/// Versions of a product of which one thing is said.
struct Line {
    product: String,
    range: VersionRange,
    status: VersionStatus,
    /// The first version that is no longer affected, where the line says so.
    fixed: Option<String>,
    /// The product's names for machines: CPE and package URL.
    names: [Option<String>; 2],
}

/// All vendors: those that were asked, in the text's order, then those that only the table names.
pub(super) fn vendors(content: &AdvisoryContent, names: &Names) -> Vec<Vendor> {
    let mut rows: Vec<&AffectedProduct> = content.affected.iter().collect();
    let mut vendors: Vec<Vendor> =
        content.vendors.iter().map(|entry| asked(entry, &take(&mut rows, &entry.name), names)).collect();
    while let Some(first) = rows.first() {
        let name = first.vendor.clone();
        vendors.push(not_asked(&name, &take(&mut rows, &name)));
    }
    vendors
}

/// The affected products of all vendors.
pub(super) fn affected_products(vendors: &mut [Vendor]) -> impl Iterator<Item = &mut Product> {
    let is_affected =
        |product: &&mut Product| product.versions.iter().any(|versions| versions.status == VersionStatus::Affected);
    vendors.iter_mut().flat_map(|vendor| &mut vendor.products).filter(is_affected)
}

/// Takes a vendor's rows out of the table.
fn take<'a>(rows: &mut Vec<&'a AffectedProduct>, vendor: &str) -> Vec<&'a AffectedProduct> {
    let (own, others) = rows.drain(..).partition(|row| row.vendor.trim() == vendor.trim());
    *rows = others;
    own
}

fn asked(entry: &VendorEntry, rows: &[&AffectedProduct], names: &Names) -> Vendor {
    let mut lines: Vec<Line> = rows.iter().copied().map(affected_line).collect();
    lines.extend(entry.status.products.iter().filter_map(stated_line));
    let link = Some(entry.status.link.trim().to_owned()).filter(|link| !link.is_empty());
    let Known { name, reading } = name(entry, names);
    Vendor {
        name,
        reading,
        status: affectedness(entry.status.affected),
        on: entry.on,
        statement: text(&entry.status.statement),
        view: text(&entry.view),
        products: products(&lines),
        countermeasures: offered(entry, fixes(&lines, link.as_deref())),
        link,
    }
}

/// What the developer offers in its own words comes before what follows from the fixed versions.
fn offered(entry: &VendorEntry, follows: Vec<Countermeasure>) -> Vec<Countermeasure> {
    let said = [
        (CountermeasureKind::Fix, &entry.countermeasure.fix),
        (CountermeasureKind::Workaround, &entry.countermeasure.workaround),
    ];
    let mut offered: Vec<Countermeasure> = said
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(kind, words)| Countermeasure { kind, text: in_its_language(words.trim()), url: None })
        .collect();
    let has_fix = offered.iter().any(|one| one.kind == CountermeasureKind::Fix);
    offered.extend(follows.into_iter().filter(|one| !(has_fix && one.kind == CountermeasureKind::Fix)));
    offered
}

/// Words in one language: those in Japanese letters stand on the Japanese side alone.
fn in_its_language(words: &str) -> Localized {
    let japanese = words.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
    if japanese { Localized::new(words, "") } else { Localized::same(words) }
}

fn not_asked(name: &str, rows: &[&AffectedProduct]) -> Vendor {
    let lines: Vec<Line> = rows.iter().copied().map(affected_line).collect();
    Vendor {
        products: products(&lines),
        countermeasures: fixes(&lines, None),
        ..Vendor::new(Localized::same(name.trim()), document::Affectedness::Unknown)
    }
}

/// The name in the text, with the register's English one and its reading as long as the text did not change the name.
fn name(entry: &VendorEntry, names: &Names) -> Known {
    let written = entry.name.trim();
    let Some(known) = names.get(&entry.developer).filter(|known| known.name.ja.trim() == written) else {
        return Known { name: Localized::same(written), reading: String::new() };
    };
    let english = Some(known.name.en.trim()).filter(|name| !name.is_empty()).unwrap_or(written);
    Known { name: Localized::new(written, english), reading: known.reading.trim().to_owned() }
}

const fn affectedness(stated: Affectedness) -> document::Affectedness {
    match stated {
        Affectedness::Affected => document::Affectedness::Affected,
        Affectedness::AffectedInvestigating => document::Affectedness::AffectedInvestigating,
        Affectedness::NotAffected => document::Affectedness::NotAffected,
        Affectedness::NotAffectedInvestigating => document::Affectedness::NotAffectedInvestigating,
        Affectedness::Unknown => document::Affectedness::Unknown,
    }
}

fn affected_line(row: &AffectedProduct) -> Line {
    let to = row.to.trim();
    Line {
        product: row.product.trim().to_owned(),
        range: range(&row.from, to, row.until_fixed),
        status: VersionStatus::Affected,
        fixed: (row.until_fixed && !to.is_empty()).then(|| to.to_owned()),
        names: [&row.cpe, &row.purl].map(|name| Some(name.trim().to_owned()).filter(|name| !name.is_empty())),
    }
}

/// A developer's row; those that say "affected" went into the table, where the coordinator has the last word.
fn stated_line(row: &ProductStatus) -> Option<Line> {
    let status = match row.affected {
        Affectedness::Affected | Affectedness::AffectedInvestigating => return None,
        other => affectedness(other).of_versions(),
    };
    let range = range(&row.from, &row.to, row.until_fixed);
    Some(Line { product: row.product.trim().to_owned(), range, status, fixed: None, names: [None, None] })
}

/// An empty end is an open one.
fn range(from: &str, to: &str, until_fixed: bool) -> VersionRange {
    let (from, to) = (from.trim(), to.trim());
    if from.is_empty() && to.is_empty() {
        return VersionRange::All;
    }
    if from == to && !until_fixed {
        return VersionRange::exact(to);
    }
    let upper = if until_fixed { Bound::excluding(to) } else { Bound::including(to) };
    VersionRange::Between {
        from: (!from.is_empty()).then(|| Bound::including(from)),
        to: (!to.is_empty()).then_some(upper),
    }
}

/// Products in the order of their first line, each with its versions; fixed versions come after the others.
fn products(lines: &[Line]) -> Vec<Product> {
    let mut products: Vec<Product> = Vec::new();
    for line in lines {
        let product = product(&mut products, &line.product);
        let entry = Versions::ranged(line.status, line.range.clone());
        if !product.versions.contains(&entry) {
            product.versions.push(entry);
        }
        let [cpe, purl] = line.names.clone();
        product.cpe = product.cpe.take().or(cpe);
        product.purl = product.purl.take().or(purl);
    }
    for line in lines {
        let Some(version) = &line.fixed else { continue };
        let versions = &mut product(&mut products, &line.product).versions;
        let entry = Versions::ranged(VersionStatus::Fixed, VersionRange::exact(version));
        if versions.iter().all(|known| known.range != entry.range) {
            versions.push(entry);
        }
    }
    products
}

fn product<'a>(products: &'a mut Vec<Product>, name: &str) -> &'a mut Product {
    let at = products.iter().position(|product| product.name.ja == name).unwrap_or_else(|| {
        products.push(Product { name: Localized::same(name), ..Product::default() });
        products.len() - 1
    });
    &mut products[at]
}

/// A fix for machines, where each affected line names the first fixed version: a countermeasure holds for all affected
/// products of its vendor.
fn fixes(lines: &[Line], link: Option<&str>) -> Vec<Countermeasure> {
    let affected: Vec<&Line> = lines.iter().filter(|line| line.status == VersionStatus::Affected).collect();
    let named: Vec<String> =
        affected.iter().filter_map(|line| Some(format!("{} {}", line.product, line.fixed.as_ref()?))).collect();
    if affected.is_empty() || named.len() < affected.len() {
        return Vec::new();
    }
    let listed = |language: Language| named.join(language.pick("、", ", "));
    let text = Localized::new(
        format!("修正済みのバージョン：{}", listed(Language::Ja)),
        format!("Fixed versions: {}", listed(Language::En)),
    );
    vec![Countermeasure { kind: CountermeasureKind::Fix, text, url: link.map(str::to_owned) }]
}
