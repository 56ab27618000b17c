//! `provider-metadata.json` (requirement 7).

use super::{CSAF_FOLDER, FEED_PATH, METADATA_PATH, ProviderConfig, SERVICE_PATH, both, pretty};
use crate::csaf20::PublisherObject;
use crate::text::Language;
use jiff::Timestamp;
use serde::Serialize;

#[derive(Serialize)]
struct Metadata {
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
    Rolie(Rolie),
}

#[derive(Serialize)]
struct Rolie {
    feeds: [Feed; 1],
    services: [String; 1],
}

#[derive(Serialize)]
struct Feed {
    summary: String,
    tlp_label: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Key {
    fingerprint: String,
    url: String,
}

/// The metadata of an instance that is a provider, in the given role.
pub(super) fn metadata(config: &ProviderConfig, role: &'static str) -> String {
    let key = |key: &super::PublicKey| Key { fingerprint: key.fingerprint.clone(), url: config.url(&key.path) };
    let mut publisher = crate::csaf20::publisher_of(&config.publisher, Language::En);
    publisher.name = both(&config.publisher.name);
    pretty(&Metadata {
        canonical_url: config.url(METADATA_PATH),
        distributions: [
            Distribution::DirectoryUrl(config.url(&format!("{CSAF_FOLDER}/"))),
            Distribution::Rolie(Rolie {
                feeds: [Feed {
                    summary: format!("All TLP:WHITE advisories of {}", both(&config.publisher.name)),
                    tlp_label: "WHITE",
                    url: config.url(FEED_PATH),
                }],
                services: [config.url(SERVICE_PATH)],
            }),
        ],
        last_updated: config.metadata_updated_at,
        list: config.list_on_aggregators,
        metadata_version: "2.0",
        mirror: config.mirror_on_aggregators,
        public_openpgp_keys: config.keys.iter().map(key).collect(),
        publisher,
        role,
    })
}
