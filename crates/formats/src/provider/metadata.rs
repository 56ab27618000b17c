//! `provider-metadata.json` (requirement 7) of both editions.

use super::{ProviderConfig, both, csaf_folder, edition_metadata_path, feed_path, pretty, service_path};
use crate::csaf::Edition;
use crate::csaf20::PublisherObject;
use crate::text::Language;
use jiff::Timestamp;
use serde::Serialize;

/// The address that metadata of CSAF 2.1 name as their schema.
const SCHEMA_2_1: &str = "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json";

#[derive(Serialize)]
struct Metadata {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'static str>,
    canonical_url: String,
    distributions: [Distribution; 2],
    last_updated: Timestamp,
    #[serde(rename = "list_on_CSAF_aggregators")]
    list: bool,
    metadata_version: &'static str,
    #[serde(rename = "mirror_on_CSAF_aggregators")]
    mirror: bool,
    public_openpgp_keys: Vec<Key>,
    publisher: PublisherObject,
    role: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Distribution {
    DirectoryUrl(String),
    Directory(Directory),
    Rolie(Rolie),
}

#[derive(Serialize)]
struct Directory {
    tlp_label: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Rolie {
    feeds: [Feed; 1],
    services: [String; 1],
}

#[derive(Serialize)]
struct Feed {
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<Timestamp>,
    summary: String,
    tlp_label: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Key {
    fingerprint: String,
    url: String,
}

/// The metadata of an instance that is a provider, in the given role; `updated` is when the feed last changed.
///
/// They name the feed of all documents alone: the feeds of single years, which the service document names, hold nothing
/// that is not in it, and whoever followed both would fetch everything twice.
pub(super) fn metadata(config: &ProviderConfig, edition: Edition, role: &'static str, updated: Timestamp) -> String {
    let key = |key: &super::PublicKey| Key { fingerprint: key.fingerprint.clone(), url: config.url(&key.path) };
    let mut publisher = crate::csaf20::publisher_of(&config.publisher, Language::En);
    publisher.name = both(&config.publisher.name);
    let label = edition.public_label();
    let folder = config.url(&format!("{}/", csaf_folder(edition)));
    let newer = edition == Edition::V2_1;
    let folder = match edition {
        Edition::V2_0 => Distribution::DirectoryUrl(folder),
        Edition::V2_1 => Distribution::Directory(Directory { tlp_label: label, url: folder }),
    };
    let feed = Feed {
        last_updated: newer.then_some(updated),
        summary: format!("All TLP:{label} advisories of {}", both(&config.publisher.name)),
        tlp_label: label,
        url: config.url(feed_path(edition)),
    };
    pretty(&Metadata {
        schema: newer.then_some(SCHEMA_2_1),
        canonical_url: config.url(edition_metadata_path(edition)),
        distributions: [
            folder,
            Distribution::Rolie(Rolie { feeds: [feed], services: [config.url(service_path(edition))] }),
        ],
        last_updated: config.metadata_updated_at,
        list: config.list_on_aggregators,
        metadata_version: edition.text(),
        mirror: config.mirror_on_aggregators,
        public_openpgp_keys: config.keys.iter().map(key).collect(),
        publisher,
        role,
    })
}
