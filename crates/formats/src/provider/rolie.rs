//! The ROLIE feed and its service document (RFC 8322 as JSON; requirements 15 and 16).

use super::{Entry, FEED_PATH, ProviderConfig, Provision, SERVICE_PATH, both, pretty, signature_path};
use jiff::Timestamp;
use serde::Serialize;

#[derive(Serialize)]
struct FeedDocument<'a> {
    feed: Feed<'a>,
}

#[derive(Serialize)]
struct Feed<'a> {
    id: &'static str,
    title: String,
    link: Vec<Link>,
    category: [Category; 1],
    updated: Timestamp,
    entry: Vec<FeedEntry<'a>>,
}

#[derive(Serialize)]
struct FeedEntry<'a> {
    id: String,
    title: &'a str,
    link: Vec<Link>,
    published: Timestamp,
    updated: Timestamp,
    content: Content,
    format: Format,
}

#[derive(Serialize)]
struct Link {
    rel: &'static str,
    href: String,
}

#[derive(Serialize)]
struct Category {
    scheme: &'static str,
    term: &'static str,
}

#[derive(Serialize)]
struct Content {
    #[serde(rename = "type")]
    media_type: &'static str,
    src: String,
}

#[derive(Serialize)]
struct Format {
    schema: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct ServiceDocument {
    service: Service,
}

#[derive(Serialize)]
struct Service {
    workspace: [Workspace; 1],
}

#[derive(Serialize)]
struct Workspace {
    title: String,
    collection: [Collection; 1],
}

#[derive(Serialize)]
struct Collection {
    title: String,
    href: String,
    categories: Categories,
}

#[derive(Serialize)]
struct Categories {
    category: [Category; 1],
}

const CSAF: Category = Category { scheme: "urn:ietf:params:rolie:category:information-type", term: "csaf" };

/// The feed of all documents; there is at least one.
pub(super) fn feed(entries: &[Entry<'_>], config: &ProviderConfig) -> String {
    let updated = entries.iter().map(|entry| entry.summary.updated_at).max().unwrap_or(config.metadata_updated_at);
    pretty(&FeedDocument {
        feed: Feed {
            id: "csaf-feed-tlp-white",
            title: title(config),
            link: vec![
                Link { rel: "self", href: config.url(FEED_PATH) },
                Link { rel: "service", href: config.url(SERVICE_PATH) },
            ],
            category: [CSAF],
            updated,
            entry: entries.iter().map(|entry| feed_entry(entry, config)).collect(),
        },
    })
}

fn feed_entry<'a>(entry: &'a Entry<'_>, config: &ProviderConfig) -> FeedEntry<'a> {
    let url = config.url(&entry.path());
    let mut link = vec![
        Link { rel: "self", href: url.clone() },
        Link { rel: "hash", href: format!("{url}.sha256") },
        Link { rel: "hash", href: format!("{url}.sha512") },
    ];
    if config.provision() == Provision::TrustedProvider {
        link.push(Link { rel: "signature", href: signature_path(&url) });
    }
    FeedEntry {
        id: entry.summary.id.csaf_id(entry.language),
        title: entry.title(),
        link,
        published: entry.summary.published_at,
        updated: entry.summary.updated_at,
        content: Content { media_type: "application/json", src: url },
        format: Format { schema: "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json", version: "2.0" },
    }
}

/// The service document: one workspace with the one feed.
pub(super) fn service(config: &ProviderConfig) -> String {
    let collection =
        Collection { title: title(config), href: config.url(FEED_PATH), categories: Categories { category: [CSAF] } };
    pretty(&ServiceDocument {
        service: Service { workspace: [Workspace { title: "Public CSAF feed".to_owned(), collection: [collection] }] },
    })
}

fn title(config: &ProviderConfig) -> String {
    format!("CSAF feed (TLP:WHITE) of {}", both(&config.publisher.name))
}
