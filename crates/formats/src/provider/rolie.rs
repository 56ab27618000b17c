//! The ROLIE feed and its service document (RFC 8322 as JSON; requirements 15 and 16).

use super::{Entry, ProviderConfig, Provision, both, feed_path, pretty, service_path, signature_path, year_feed_path};
use crate::csaf::{Edition, SCHEMA_2_1};
use jiff::Timestamp;
use serde::Serialize;

#[derive(Serialize)]
struct FeedDocument<'a> {
    feed: Feed<'a>,
}

#[derive(Serialize)]
struct Feed<'a> {
    id: String,
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
    collection: Vec<Collection>,
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

/// The feed of these documents: all of an edition, or those of a year. There is at least one.
pub(super) fn feed(entries: &[&Entry<'_>], (edition, year): (Edition, Option<i16>), config: &ProviderConfig) -> String {
    let updated = entries.iter().map(|entry| entry.summary.updated_at).max().unwrap_or(config.metadata_updated_at);
    let path = path(edition, year);
    let name = path.rsplit('/').next().unwrap_or_default();
    pretty(&FeedDocument {
        feed: Feed {
            id: name.trim_end_matches(".json").to_owned(),
            title: title(config, edition, year),
            link: vec![
                Link { rel: "self", href: config.url(&path) },
                Link { rel: "service", href: config.url(service_path(edition)) },
            ],
            category: [CSAF],
            updated,
            entry: entries.iter().map(|entry| feed_entry(entry, config)).collect(),
        },
    })
}

fn path(edition: Edition, year: Option<i16>) -> String {
    year.map_or_else(|| feed_path(edition).to_owned(), |year| year_feed_path(edition, year))
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
        id: entry.tracking_id(),
        title: entry.title(),
        link,
        published: entry.summary.published_at,
        updated: entry.summary.updated_at,
        content: Content { media_type: "application/json", src: url },
        format: Format { schema: schema(entry.edition), version: entry.edition.text() },
    }
}

const fn schema(edition: Edition) -> &'static str {
    match edition {
        Edition::V2_0 => "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json",
        Edition::V2_1 => SCHEMA_2_1,
    }
}

/// The service document: one workspace with the feed of all documents and those of the years, the newest first.
pub(super) fn service(
    edition: Edition,
    years: impl DoubleEndedIterator<Item = i16>,
    config: &ProviderConfig,
) -> String {
    let collection = |year| Collection {
        title: title(config, edition, year),
        href: config.url(&path(edition, year)),
        categories: Categories { category: [CSAF] },
    };
    let collection = [None].into_iter().chain(years.rev().map(Some)).map(collection).collect();
    pretty(&ServiceDocument {
        service: Service { workspace: [Workspace { title: "Public CSAF feed".to_owned(), collection }] },
    })
}

fn title(config: &ProviderConfig, edition: Edition, year: Option<i16>) -> String {
    let of_year = year.map_or_else(String::new, |year| format!(", advisories of {year:04}"));
    format!(
        "CSAF {} feed (TLP:{}) of {}{of_year}",
        edition.text(),
        edition.public_label(),
        both(&config.publisher.name)
    )
}
