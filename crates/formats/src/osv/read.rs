//! Any OSV entry, as far as our document can hold it.

use super::scheme;
use crate::check::is_cve;
use crate::cvss::Cvss;
use crate::cwe;
use crate::document::{
    Acknowledgement, Affectedness, Product, PublicDocument, Publisher, Reference, RelatedDocument, Source,
    SourceFormat, Vendor, Vulnerability,
};
use crate::number::AdvisoryNumber;
use crate::purl::Purl;
use crate::reading::{self, Import, Log, Node, ReadError, Why, on};
use crate::text::{Language, Localized};
use crate::vers::{Comparator, Constraint, Vers, order, sorted};
use crate::version::{VersionRange, VersionStatus, Versions};
use jiff::Timestamp;
use serde_json::Value;

/// Reads an OSV entry. The number under which it is taken over is the caller's choice.
///
/// # Errors
/// When the bytes are no JSON object, or one without the two members that every entry has: `id` and `modified`.
pub fn read(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, ReadError> {
    read_value(&reading::object(bytes)?, number).ok_or(ReadError::OtherFormat)
}

/// Whether a JSON object has the two members that every OSV entry has.
#[must_use]
pub fn is_osv(value: &Value) -> bool {
    ["id", "modified"].iter().all(|key| value.get(key).is_some_and(Value::is_string))
}

/// The same of a JSON value.
pub(crate) fn read_value(value: &Value, number: AdvisoryNumber) -> Option<Import> {
    if !is_osv(value) {
        return None;
    }
    let mut reader = Reader { log: Log::default(), single: Vulnerability::default() };
    let document = reader.entry(&Node::root(value), number);
    Some(Import { document, not_understood: reader.log.finish() })
}

struct Reader {
    log: Log,
    single: Vulnerability,
}

const KNOWN: [&str; 15] = [
    "affected",
    "aliases",
    "credits",
    "database_specific",
    "details",
    "id",
    "modified",
    "published",
    "references",
    "related",
    "schema_version",
    "severity",
    "summary",
    "upstream",
    "withdrawn",
];

/// Most single versions in one range: a range is a line of a table.
const LIST_MAX: usize = 20;

impl Reader {
    fn entry(&mut self, root: &Node<'_>, number: AdvisoryNumber) -> PublicDocument {
        root.only(&KNOWN, &[], &mut self.log);
        let id = root.need_text("id", &mut self.log);
        let modified = root.instant("modified", &mut self.log).unwrap_or(Timestamp::UNIX_EPOCH);
        let published = root.instant("published", &mut self.log).unwrap_or(modified);
        let details = root.text("details", &mut self.log).unwrap_or_default();
        let summary = root.text("summary", &mut self.log);
        let title = summary.unwrap_or_else(|| first_line(&details).unwrap_or_else(|| id.clone()));
        let publisher = Publisher {
            name: on(Language::En, id.split('-').next().unwrap_or_default()),
            namespace: "https://osv.dev".to_owned(),
            contact: Localized::default(),
            authority: Localized::default(),
        };
        let mut document = PublicDocument::new(number, publisher, on(Language::En, title.as_str()), published);
        document.languages = vec![Language::En];
        document.updated_at = modified.max(published);
        document.history[0].at = document.updated_at;
        document.overview = on(Language::En, title);
        document.details = on(Language::En, details);
        self.names(root, &id, &mut document);
        document.source = Some(Source {
            format: SourceFormat::Osv,
            url: Some(format!("https://osv.dev/vulnerability/{id}")),
            id,
            language: Some("en".to_owned()),
            version: None,
            withdrawn: root.instant("withdrawn", &mut self.log).is_some(),
        });
        self.severity(root);
        self.weaknesses(root);
        for reference in root.objects("references", &mut self.log) {
            self.reference(&reference, &mut document);
        }
        for credit in root.objects("credits", &mut self.log) {
            credit.only(&["name", "type"], &["contact"], &mut self.log);
            let name = on(Language::En, credit.need_text("name", &mut self.log));
            document.acknowledgements.push(Acknowledgement { name, organisation: Localized::default() });
        }
        for affected in root.objects("affected", &mut self.log) {
            self.affected(&affected, &mut document.vendors);
        }
        document.vulnerabilities = vec![std::mem::take(&mut self.single)];
        document
    }

    /// The first CVE number is the vulnerability's; other names are related documents.
    fn names(&mut self, root: &Node<'_>, id: &str, document: &mut PublicDocument) {
        let aliases = root.texts("aliases", &mut self.log);
        let mut cves = std::iter::once(id).chain(aliases.iter().map(String::as_str)).filter(|name| is_cve(name));
        self.single.cve = cves.next().map(str::to_owned);
        let others = [root.texts("related", &mut self.log), root.texts("upstream", &mut self.log)].concat();
        for name in aliases.iter().chain(&others).filter(|name| Some(*name) != self.single.cve.as_ref()) {
            let system = name.split('-').next().unwrap_or_default().to_owned();
            let url =
                Some(format!("https://osv.dev/vulnerability/{name}")).filter(|url| crate::uri::is_web_address(url));
            document.related.push(RelatedDocument { system, id: name.clone(), title: Localized::default(), url });
        }
    }

    fn severity(&mut self, node: &Node<'_>) {
        for severity in node.objects("severity", &mut self.log) {
            severity.only(&["score", "type"], &[], &mut self.log);
            let vector = severity.need_text("score", &mut self.log);
            let kind = severity.need_text("type", &mut self.log);
            if !matches!(kind.as_str(), "CVSS_V3" | "CVSS_V4") {
                self.log.add(severity.at, Why::NoPlace);
                continue;
            }
            match Cvss::parse(&vector) {
                Err(_) => self.log.add(severity.place("score"), Why::BadValue),
                Ok(cvss) if self.single.cvss.contains(&cvss) => {}
                Ok(cvss) if self.single.cvss.iter().any(|known| known.version == cvss.version) => {
                    self.log.add(severity.at, Why::NoPlace);
                }
                Ok(cvss) => self.single.cvss.push(cvss),
            }
        }
    }

    /// Weaknesses stand in no member of the schema, but several databases put them at the same place of their own.
    fn weaknesses(&mut self, root: &Node<'_>) {
        let Some(own) = root.object("database_specific", &mut self.log) else { return };
        let keys = own.value.as_object().into_iter().flat_map(|members| members.keys());
        let others: Vec<&str> = keys.map(String::as_str).filter(|key| *key != "cwe_ids").collect();
        own.only(&["cwe_ids"], &others, &mut self.log);
        for id in own.texts("cwe_ids", &mut self.log) {
            if cwe::parse(&id).is_some() && !self.single.cwes.contains(&id) {
                self.single.cwes.push(id);
            }
        }
    }

    fn reference(&mut self, node: &Node<'_>, document: &mut PublicDocument) {
        node.only(&["type", "url"], &[], &mut self.log);
        let url = node.need_text("url", &mut self.log);
        let kind = node.text("type", &mut self.log).unwrap_or_else(|| "WEB".to_owned());
        if !crate::uri::is_web_address(&url) {
            self.log.add(node.place("url"), Why::BadValue);
        } else if !document.references.iter().any(|known| known.url == url) {
            document.references.push(Reference { title: on(Language::En, kind), url });
        }
    }

    fn affected(&mut self, node: &Node<'_>, vendors: &mut Vec<Vendor>) {
        let no_place = ["database_specific", "ecosystem_specific"];
        node.only(&["package", "ranges", "severity", "versions"], &no_place, &mut self.log);
        self.severity(node);
        let Some(package) = node.object("package", &mut self.log) else {
            self.log.add(node.at.as_str(), Why::NoPlace);
            return;
        };
        package.only(&["ecosystem", "name", "purl"], &[], &mut self.log);
        let ecosystem = package.need_text("ecosystem", &mut self.log);
        let name = package.need_text("name", &mut self.log);
        let purl = package.text("purl", &mut self.log).and_then(|text| Purl::parse(&text).ok());
        let versions = self.versions(node, scheme(&ecosystem));
        let at = vendors.iter().position(|vendor| vendor.name.en == ecosystem).unwrap_or_else(|| {
            vendors.push(vendor(&ecosystem));
            vendors.len() - 1
        });
        let products = &mut vendors[at].products;
        let row = products.iter().position(|known| known.name.en == name).unwrap_or_else(|| {
            let purl = purl.map(|purl| purl.without_version().to_string());
            products.push(Product { name: on(Language::En, name), purl, ..Product::default() });
            products.len() - 1
        });
        for one in versions {
            if !products[row].versions.contains(&one) {
                products[row].versions.push(one);
            }
        }
    }

    /// Every range, and the single versions that no range holds.
    fn versions(&mut self, node: &Node<'_>, scheme: &str) -> Vec<Versions> {
        let mut all: Vec<Vers> = Vec::new();
        for range in node.objects("ranges", &mut self.log) {
            range.only(&["events", "type"], &["database_specific", "repo"], &mut self.log);
            if range.need_text("type", &mut self.log) == "GIT" {
                self.log.add(range.at, Why::NoPlace);
            } else {
                all.extend(self.events(&range, scheme));
            }
        }
        let mut single = node.texts("versions", &mut self.log);
        single.retain(|version| !all.iter().any(|range| range.contains(version)));
        let mut single = sorted(single, &|a, b| order(scheme, a, b));
        single.dedup();
        let constraint = |version: &String| Constraint { comparator: Comparator::Equal, version: version.clone() };
        for few in single.chunks(LIST_MAX) {
            all.push(Vers { scheme: scheme.to_owned(), constraints: few.iter().map(constraint).collect() });
        }
        let ranges = all.iter().map(Vers::range).filter(VersionRange::is_valid);
        ranges.map(|range| Versions::ranged(VersionStatus::Affected, range)).collect()
    }

    /// Events in the order of their versions: each `introduced` up to the next end.
    fn events(&mut self, range: &Node<'_>, scheme: &str) -> Option<Vers> {
        const KEYS: [(&str, Comparator); 4] = [
            ("introduced", Comparator::GreaterOrEqual),
            ("fixed", Comparator::Less),
            ("last_affected", Comparator::LessOrEqual),
            ("limit", Comparator::Less),
        ];
        let mut bounds: Vec<Constraint> = Vec::new();
        for event in range.objects("events", &mut self.log) {
            event.only(&KEYS.map(|(key, _)| key), &[], &mut self.log);
            for (key, comparator) in KEYS {
                let version = event.text(key, &mut self.log).filter(|version| version != "*");
                bounds.extend(version.map(|version| Constraint { comparator, version }));
            }
        }
        if bounds.is_empty() {
            self.log.add(range.place("events"), Why::Missing);
            return None;
        }
        let opens = |bound: &Constraint| bound.comparator == Comparator::GreaterOrEqual;
        let first = |bound: &Constraint| opens(bound) && bound.version == "0";
        let by_version = |a: &Constraint, b: &Constraint| {
            first(b).cmp(&first(a)).then_with(|| order(scheme, &a.version, &b.version))
        };
        let mut bounds = sorted(bounds, &by_version);
        bounds.dedup_by(|next, one| opens(next) == opens(one));
        bounds.retain(|bound| !first(bound));
        Some(Vers { scheme: scheme.to_owned(), constraints: bounds })
    }
}

fn first_line(text: &str) -> Option<String> {
    let line = text.lines().map(|line| line.trim_start_matches('#').trim()).find(|line| !line.is_empty())?;
    Some(line.chars().take(200).collect())
}

fn vendor(name: &str) -> Vendor {
    Vendor::new(on(Language::En, name), Affectedness::Affected)
}
