//! Vendors, products and versions as `affected` has them, both ways.

use crate::document::{Affectedness, Product, PublicDocument, Vendor};
use crate::loss::{Loss, LossKind};
use crate::reading::{Log, Node, Why, on};
use crate::text::Language;
use crate::vers::{Comparator, Constraint, Vers};
use crate::version::{Bound, VersionRange, VersionStatus, Versions};
use crate::{cpe, purl};
use serde_json::{Map, Value, json};

/// The lowest version and the end of all versions, as the format writes them.
const LOWEST: &str = "0";
const NO_END: &str = "*";

/// Writes all products of a document.
pub(super) fn write(document: &PublicDocument, losses: &mut Vec<Loss>) -> Vec<Value> {
    let mut all = Vec::new();
    for (v, vendor) in document.vendors.iter().enumerate() {
        let name = vendor.name.get(Language::En).trim();
        if vendor.products.is_empty() {
            all.push(json!({ "vendor": name, "product": "n/a", "defaultStatus": status(vendor.status.of_versions()) }));
        }
        for (p, product) in vendor.products.iter().enumerate() {
            all.push(entry(vendor, product, &format!("/vendors/{v}/products/{p}"), losses));
        }
    }
    all
}

fn entry(vendor: &Vendor, product: &Product, at: &str, losses: &mut Vec<Loss>) -> Value {
    let mut entry = Map::new();
    entry.insert("vendor".to_owned(), json!(vendor.name.get(Language::En).trim()));
    entry.insert("product".to_owned(), json!(product.name.get(Language::En).trim()));
    let name = product.cpe.as_deref().and_then(|name| cpe::parse(name).ok());
    if let Some(name) = name {
        entry.insert("cpes".to_owned(), json!([name.formatted()]));
    }
    let package = product.purl.as_deref().and_then(|text| purl::Purl::parse(text).ok());
    if let Some(package) = &package {
        entry.insert("packageURL".to_owned(), json!(package.without_version().to_string()));
    }
    // One status for every version is the default; otherwise nothing is said of versions that are not named.
    let (whole, rows) = match product.versions.as_slice() {
        [] => (vendor.status.of_versions(), &[][..]),
        [Versions { status, range: Some(VersionRange::All), .. }] => (*status, &[][..]),
        rows => (VersionStatus::Unknown, rows),
    };
    entry.insert("defaultStatus".to_owned(), json!(status(whole)));
    let kind = version_type(package.as_ref().map_or("", |package| package.kind.as_str()));
    let mut versions = Vec::new();
    for (row, one) in rows.iter().enumerate() {
        let at = format!("{at}/versions/{row}");
        if one.status == VersionStatus::UnderInvestigation {
            losses.push(Loss::new(at.as_str(), LossKind::InvestigationSide));
        }
        let written = one.range.as_ref().and_then(|range| intervals(range, kind));
        if written.is_none() {
            losses.push(Loss::new(at, LossKind::InWords));
        }
        let words = || vec![json!({ "version": super::cut(&one.shown(Language::En), 1024) })];
        for mut version in written.unwrap_or_else(words) {
            version["status"] = json!(status(one.status));
            if !versions.contains(&version) {
                versions.push(version);
            }
        }
    }
    // All versions in other words are the default too.
    if let [only] = versions.as_slice()
        && only["version"] == LOWEST
        && only["lessThan"] == NO_END
    {
        entry.insert("defaultStatus".to_owned(), only["status"].clone());
        versions.clear();
    }
    if !versions.is_empty() {
        entry.insert("versions".to_owned(), Value::Array(versions));
    }
    Value::Object(entry)
}

const fn status(status: VersionStatus) -> &'static str {
    match status {
        VersionStatus::Affected => "affected",
        VersionStatus::Fixed | VersionStatus::NotAffected => "unaffected",
        VersionStatus::UnderInvestigation | VersionStatus::Unknown => "unknown",
    }
}

/// How versions of a kind of package are ordered, in the words of the format.
fn version_type(kind: &str) -> &'static str {
    match kind {
        "npm" | "cargo" | "golang" | "nuget" | "hex" | "pub" | "swift" => "semver",
        "maven" => "maven",
        "pypi" => "python",
        "rpm" => "rpm",
        _ => "custom",
    }
}

/// The range as entries of `versions`; nothing where the format has no words for it, as for an end that is open below.
fn intervals(range: &VersionRange, kind: &str) -> Option<Vec<Value>> {
    let vers = Vers::of(range, "generic")?;
    if vers.constraints.is_empty() {
        return (vers.scheme != "none")
            .then(|| vec![json!({ "version": LOWEST, "lessThan": NO_END, "versionType": kind })]);
    }
    let mut entries = Vec::new();
    let mut from: Option<&str> = None;
    for Constraint { comparator, version } in &vers.constraints {
        let end = match comparator {
            Comparator::Equal => {
                entries.push(json!({ "version": version }));
                continue;
            }
            Comparator::GreaterOrEqual => {
                from = Some(version);
                continue;
            }
            Comparator::Less => "lessThan",
            Comparator::LessOrEqual => "lessThanOrEqual",
            Comparator::Greater | Comparator::NotEqual => return None,
        };
        let mut entry = json!({ "version": from.take().unwrap_or(LOWEST), "versionType": kind });
        entry[end] = json!(version);
        entries.push(entry);
    }
    if let Some(from) = from {
        entries.push(json!({ "version": from, "lessThan": NO_END, "versionType": kind }));
    }
    Some(entries)
}

const KNOWN: [&str; 6] = ["cpes", "defaultStatus", "packageURL", "product", "vendor", "versions"];
const NO_PLACE: [&str; 8] =
    ["collectionURL", "modules", "packageName", "platforms", "programFiles", "programRoutines", "repo", "versionType"];

/// Reads the products of a container; a product that stands there twice is joined.
pub(super) fn read(container: &Node<'_>, log: &mut Log) -> Vec<Vendor> {
    let mut vendors: Vec<Vendor> = Vec::new();
    for node in container.objects("affected", log) {
        node.only(&KNOWN, &NO_PLACE, log);
        let name = node.text("vendor", log).unwrap_or_default();
        let product = node.text("product", log).or_else(|| node.text("packageName", log)).unwrap_or_default();
        if product.is_empty() {
            log.add(node.place("product"), Why::Missing);
        }
        let at = vendors.iter().position(|vendor| vendor.name.en == name).unwrap_or_else(|| {
            vendors.push(vendor(&name));
            vendors.len() - 1
        });
        let products = &mut vendors[at].products;
        let row = products.iter().position(|known| known.name.en == product).unwrap_or_else(|| {
            products.push(Product { name: on(Language::En, product), ..Product::default() });
            products.len() - 1
        });
        fill(&node, &mut products[row], log);
    }
    vendors.iter_mut().for_each(|vendor| vendor.status = overall(vendor));
    vendors
}

fn vendor(name: &str) -> Vendor {
    Vendor::new(on(Language::En, name), Affectedness::Unknown)
}

fn fill(node: &Node<'_>, product: &mut Product, log: &mut Log) {
    if product.cpe.is_none() {
        product.cpe = node.texts("cpes", log).into_iter().find(|name| cpe::is_cpe(name));
    }
    if let Some(text) = node.text("packageURL", log) {
        match purl::Purl::parse(&text) {
            Ok(package) => product.purl = Some(package.without_version().to_string()),
            Err(_) => log.add(node.place("packageURL"), Why::BadValue),
        }
    }
    let versions = node.objects("versions", log);
    for version in &versions {
        let one = read_version(version, log);
        if !product.versions.contains(&one) {
            product.versions.push(one);
        }
    }
    let default = node.text("defaultStatus", log);
    if versions.is_empty() {
        let status = read_status(default.as_deref().unwrap_or("unknown"));
        product.versions.push(Versions::ranged(status, VersionRange::All));
    }
}

fn read_version(node: &Node<'_>, log: &mut Log) -> Versions {
    let known = ["lessThan", "lessThanOrEqual", "status", "version", "versionType"];
    node.only(&known, &["changes"], log);
    let status = node.need_text("status", log);
    if !matches!(status.as_str(), "affected" | "unaffected" | "unknown") {
        log.add(node.place("status"), Why::BadValue);
    }
    let version = node.need_text("version", log);
    let before = node.text("lessThan", log);
    let up_to = node.text("lessThanOrEqual", log);
    let unbounded = |text: &str| matches!(text, "" | "0" | "*" | "n/a" | "unspecified" | "-");
    let bounded = before.is_some() || up_to.is_some();
    let from = Some(version.as_str()).filter(|text| !unbounded(text)).map(Bound::including);
    let to = match (before, up_to) {
        (Some(text), _) => Some(text).filter(|text| !unbounded(text)).map(Bound::excluding),
        (None, text) => text.filter(|text| !unbounded(text)).map(Bound::including),
    };
    let range = match (bounded, from, to) {
        (true, None, None) => Some(VersionRange::All),
        (true, from, to) => Some(VersionRange::Between { from, to }),
        (false, ..) if matches!(version.as_str(), "*" | "all") => Some(VersionRange::All),
        (false, ..) if version.contains([' ', '<', '>', '=', ',']) || unbounded(&version) => None,
        (false, ..) => Some(VersionRange::exact(version.as_str())),
    };
    let range = range.filter(VersionRange::is_valid);
    let text = if range.is_some() { Default::default() } else { on(Language::En, version) };
    Versions { status: read_status(&status), text, range }
}

fn read_status(status: &str) -> VersionStatus {
    match status {
        "affected" => VersionStatus::Affected,
        "unaffected" => VersionStatus::NotAffected,
        _ => VersionStatus::Unknown,
    }
}

fn overall(vendor: &Vendor) -> Affectedness {
    let any = |wanted| vendor.products.iter().flat_map(|product| &product.versions).any(|v| v.status == wanted);
    if any(VersionStatus::Affected) {
        return Affectedness::Affected;
    }
    if any(VersionStatus::NotAffected) && !any(VersionStatus::Unknown) {
        return Affectedness::NotAffected;
    }
    Affectedness::Unknown
}
