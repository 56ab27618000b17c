//! Details of OKA: an entry in the shape of CSAF 2.1 with JVN's extension, by itself or many in a STIX bundle.
//!
//! The CSAF parts are JSON values: what they hold is CSAF's matter, and IPA's profile of it (`myjvn_security_advisory`, sources
//! on references, `id_refs`) is wider than the standard's.

use super::{Author, Distribution, Generator, IdRef, Status, content, products, references};
use crate::document::{CountermeasureKind, PublicDocument};
use crate::jvndb::{self, Affected, Entry, Source, jst};
use crate::stix::uuid;
use crate::text::Language;
use crate::version::VersionRange;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// STIX extension by which IPA embeds details.
const EXTENSION: &str = "extension-definition--b2440624-45a6-11ec-81d3-0242ac130003";
/// IPA's identity for the interface; its schema allows no other.
const IDENTITY: &str = "identity--298980da-697f-431b-ae10-505b3542c427";

/// An answer with one detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetailDocument {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The detail; nothing after an error.
    #[serde(flatten)]
    pub detail: Option<Detail>,
    /// How the request fared.
    pub status: Status,
}

/// A detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// CSAF's document.
    pub document: Value,
    /// CSAF's product tree.
    pub product_tree: Value,
    /// CSAF's vulnerabilities.
    pub vulnerabilities: Vec<Value>,
    /// JVN's extension.
    pub jvn_extension: Extension,
}

/// JVN's extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// What made it.
    pub generator: Generator,
    /// Title of the answer.
    pub title: String,
    /// The page of the API.
    pub link: String,
    /// Newest change.
    pub updated: String,
    /// `JVNDB-YYYY-NNNNNN`.
    pub vulnid: String,
    /// Its language.
    pub lang: Language,
    /// Who makes it.
    pub author: Author,
    /// Who may read it.
    pub distribution: Distribution,
    /// Affected products with versions.
    pub affected: Vec<AffectedProduct>,
}

/// An affected product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AffectedProduct {
    /// The vendor's name.
    pub vendor: String,
    /// The product's name.
    pub product: String,
    /// Its affected versions.
    pub versions: Vec<AffectedVersion>,
}

/// Affected versions, as CVE records have them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AffectedVersion {
    /// The version, or the first of a range; `0` when a range has no beginning, `*` for all.
    pub version: String,
    /// `affected`.
    pub status: String,
    /// The same in words.
    pub description: String,
    /// `custom` for ranges: in which order versions stand is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_type: Option<String>,
    /// First version that is no longer affected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than: Option<String>,
    /// Last version that is affected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than_or_equal: Option<String>,
}

impl Detail {
    /// The detail of an advisory; `api` is the page of the API, `now` the instant of the answer.
    #[must_use]
    pub fn of(document: &PublicDocument, entry: &Entry, language: Language, api: &str, now: Timestamp) -> Self {
        Detail {
            document: head(document, entry, language, now),
            product_tree: json!({ "branches": branches(entry) }),
            vulnerabilities: vulnerabilities(document, entry, language),
            jvn_extension: Extension {
                generator: Generator::at(now),
                title: language.pick("JVNDB 脆弱性対策詳細情報", "JVNDB Vulnerability Details").to_owned(),
                link: api.to_owned(),
                updated: jst::seconds(entry.modified),
                vulnid: entry.id.clone(),
                lang: language,
                author: Author { name: entry.publisher.clone(), uri: entry.namespace.clone() },
                distribution: Distribution::clear(),
                affected: entry.products.iter().map(affected).collect(),
            },
        }
    }
}

fn head(document: &PublicDocument, entry: &Entry, language: Language, now: Timestamp) -> Value {
    let history = document.history.iter().map(|revision| {
        json!({
            "date": jst::seconds(revision.at),
            "number": revision.number.to_string(),
            "summary": revision.summary.get(language),
        })
    });
    let places = references(entry).into_iter().zip(&entry.references).map(|(reference, from)| {
        json!({
            "category": if from.source == Source::Jvn { "self" } else { "external" },
            "summary": reference.summary,
            "url": reference.url,
            "type": if matches!(from.source, Source::Vendor(_)) { "vendor" } else { "advisory" },
            "source": from.source.long(),
        })
    });
    json!({
        "category": "myjvn_security_advisory",
        "csaf_version": "2.1",
        "distribution": { "tlp": { "label": "CLEAR", "url": "https://www.first.org/tlp/" } },
        "title": entry.title,
        "lang": language.tag(),
        "notes": [{ "category": "description", "text": entry.overview }],
        "tracking": {
            "generator": Generator::at(now),
            "id": entry.id,
            "current_release_date": jst::seconds(entry.modified),
            "initial_release_date": jst::seconds(entry.issued),
            "public_date": jst::seconds(jst::midnight(entry.public)),
            "status": "final",
            "version": document.revision.to_string(),
            "revision_history": history.collect::<Vec<_>>(),
        },
        "publisher": { "category": "coordinator", "name": entry.publisher, "namespace": entry.namespace },
        "references": places.collect::<Vec<_>>(),
    })
}

/// One branch a vendor, in the order of the first product.
fn branches(entry: &Entry) -> Vec<Value> {
    let mut vendors: Vec<&str> = Vec::new();
    for product in &entry.products {
        if !vendors.contains(&product.vendor.as_str()) {
            vendors.push(&product.vendor);
        }
    }
    let branch = |vendor: &&str| {
        let own = entry.products.iter().filter(|product| product.vendor == **vendor);
        json!({ "category": "vendor", "name": vendor, "branches": own.flat_map(leaves).collect::<Vec<_>>() })
    };
    vendors.iter().map(branch).collect()
}

fn leaves(affected: &Affected) -> Vec<Value> {
    let leaf = |product: &super::Product| {
        let purls: Vec<&IdRef> = product.product_ids.id_refs.iter().collect();
        let mut helper = json!({ "cpe": product.product_ids.cpe });
        if !purls.is_empty() {
            helper["purls"] = json!(purls.iter().map(|purl| &purl.value).collect::<Vec<_>>());
        }
        let name = match &product.version {
            Some(version) => format!("{} {version}", product.pname),
            None => product.pname.clone(),
        };
        let own = json!({ "product_id": product.product_id, "name": name, "product_identification_helper": helper });
        match &product.version {
            None => json!({ "category": "product_name", "name": product.pname, "product": own }),
            Some(version) => json!({
                "category": "product_name",
                "name": product.pname,
                "branches": [{ "category": "product_version", "name": version, "product": own }],
            }),
        }
    };
    products(affected).iter().map(leaf).collect()
}

fn vulnerabilities(document: &PublicDocument, entry: &Entry, language: Language) -> Vec<Value> {
    let ids: Vec<String> = entry.products.iter().flat_map(products).map(|product| product.product_id).collect();
    let single = |vulnerability: &crate::document::Vulnerability| {
        let weaknesses = entry.weaknesses.iter().filter(|weakness| vulnerability.cwes.contains(&weakness.id));
        let mut value = json!({
            "cwes": weaknesses.map(|weakness| json!({
                "id": weakness.id, "name": weakness.name, "url": weakness.url, "version": "", "source": entry.publisher,
            })).collect::<Vec<_>>(),
            "product_status": { "known_affected": ids },
            "threats": [{ "category": "impact", "details": document.impact.get(language) }],
            "remediations": [{
                "category": remedy(document),
                "details": jvndb::solution(document, language),
                "product_ids": ids,
            }],
        });
        if let Some(cve) = &vulnerability.cve {
            value["cve"] = json!(cve);
        }
        if !vulnerability.title.is_empty() {
            value["title"] = json!(vulnerability.title.get(language));
        }
        if !vulnerability.cvss.is_empty() {
            let mut content = json!(content(&vulnerability.cvss));
            content["source"] = json!(entry.publisher);
            value["metrics"] = json!([{ "content": content, "products": ids }]);
        }
        value
    };
    document.vulnerabilities.iter().map(single).collect()
}

/// The best that is offered.
fn remedy(document: &PublicDocument) -> &'static str {
    let own = document.vendors.iter().flat_map(|vendor| &vendor.countermeasures);
    let kinds: Vec<CountermeasureKind> =
        document.solution.countermeasures.iter().chain(own).map(|countermeasure| countermeasure.kind).collect();
    let order = [
        (CountermeasureKind::Fix, "vendor_fix"),
        (CountermeasureKind::Workaround, "workaround"),
        (CountermeasureKind::NonePlanned, "no_fix_planned"),
        (CountermeasureKind::StopUsing, "mitigation"),
    ];
    order.into_iter().find(|(kind, _)| kinds.contains(kind)).map_or("none_available", |(_, word)| word)
}

fn affected(product: &Affected) -> AffectedProduct {
    let mut versions: Vec<AffectedVersion> = product.ranges.iter().zip(&product.versions).map(version).collect();
    let worded = product.versions.iter().skip(product.ranges.len());
    versions.extend(worded.map(|words| affected_version("*", words)));
    AffectedProduct { vendor: product.vendor.clone(), product: product.product.clone(), versions }
}

fn affected_version(version: &str, words: &str) -> AffectedVersion {
    AffectedVersion {
        version: version.to_owned(),
        status: "affected".to_owned(),
        description: words.to_owned(),
        version_type: None,
        less_than: None,
        less_than_or_equal: None,
    }
}

fn version((range, words): (&VersionRange, &String)) -> AffectedVersion {
    match range {
        VersionRange::Exact { version } => affected_version(version, words),
        VersionRange::All | VersionRange::Vers { .. } => affected_version("*", words),
        VersionRange::Between { from, to } => {
            let first = from.as_ref().map_or("0", |from| &from.version);
            let to = to.as_ref();
            AffectedVersion {
                version_type: Some("custom".to_owned()),
                less_than: match to {
                    Some(to) => (!to.inclusive).then(|| to.version.clone()),
                    None => Some("*".to_owned()),
                },
                less_than_or_equal: to.filter(|to| to.inclusive).map(|to| to.version.clone()),
                ..affected_version(first, words)
            }
        }
    }
}

/// Many details in a STIX bundle, as `ft=jvnstix` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleDocument {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// `bundle`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `bundle--…`.
    pub id: String,
    /// Definition of the extension, identity, and one object with the details.
    pub objects: Vec<Value>,
    /// How the request fared.
    pub status: Status,
}

impl BundleDocument {
    /// The bundle of details.
    #[must_use]
    pub fn of(details: &[Detail], status: Status, now: Timestamp) -> Self {
        let ids: Vec<&str> = details.iter().map(|detail| detail.jvn_extension.vulnid.as_str()).collect();
        let id = uuid(&["jvnstix", &ids.join(" "), &jst::seconds(now)]);
        let at = now.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
        let began = "2021-11-11T11:11:11.000Z";
        let objects = vec![
            json!({
                "type": "extension-definition", "id": EXTENSION, "spec_version": "2.1", "created": began,
                "modified": began, "name": "VULDEF-Document embedded in STIX", "created_by_ref": IDENTITY,
                "schema": "http://jvndb.jvn.jp/schema/jvn-jp-sdo.json", "version": "1.0",
                "extension_types": ["new-sdo"],
            }),
            json!({
                "type": "identity", "id": IDENTITY, "spec_version": "2.1", "created": began, "modified": began,
                "name": "MyJVN API", "identity_class": "system",
            }),
            json!({
                "type": "jvn-jp-sdo", "id": format!("jvn-jp-sdo--{id}"), "spec_version": "2.1", "created": at,
                "modified": at, "name": "MyJVN API VULDEF-Document embedded in STIX",
                "extensions": { EXTENSION: { "extension_type": "new-sdo" } },
                "VULDEF-Document": details,
            }),
        ];
        BundleDocument {
            schema: format!("{}myjvn_vuldef_1.0.stix.json?20250419", super::SCHEMAS),
            kind: "bundle".to_owned(),
            id: format!("bundle--{id}"),
            objects,
            status,
        }
    }
}
