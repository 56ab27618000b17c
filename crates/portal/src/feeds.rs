//! Data feeds in the shapes and at the paths of JVN iPedia: overviews by year, new and updated ones, details by year, vendors
//! and products, the list of them all with their hashes; and an Atom feed.
//!
//! A feed's bytes depend on the advisories in it alone, not on the clock: the same tree gives the same hash everywhere. They
//! are made when asked for and kept until an advisory in them changes.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{HeaderMap, HeaderValue};
use axum::response::Response;
use axum::routing::get;
use formats::Language;
use formats::jvndb::jst;
use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};
use ui::Lang;

use crate::PortalState;
use crate::answer::tagged;
use crate::cache::Cache;
use crate::catalogue::{Catalogue, Listed};
use crate::files::open_to_all;
use crate::visit::Visit;

pub(crate) mod make;

/// Made feeds are kept up to twice this many bytes.
const KEPT: usize = 48 * 1024 * 1024;
/// Entries of the feeds of new and updated ones.
const NEWEST: usize = 200;

/// A feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Feed {
    /// The newest publications.
    New,
    /// The newest changes.
    Updated,
    /// Overviews of a year of DatePublic.
    Year(i16),
    /// Details of a year of DatePublic.
    Details(i16),
    /// All vendors, as of a year and month.
    Vendors(i16, i8),
    /// All products, as of a year and month.
    Products(i16, i8),
    /// The newest changes as Atom.
    Atom,
}

impl Feed {
    /// Its path below the language.
    pub(crate) fn path(self) -> String {
        match self {
            Feed::New => "rss/jvndb_new.rdf".to_owned(),
            Feed::Updated => "rss/jvndb.rdf".to_owned(),
            Feed::Year(year) => format!("rss/years/jvndb_{year:04}.rdf"),
            Feed::Details(year) => format!("feed/detail/jvndb_detail_{year:04}.rdf"),
            Feed::Vendors(year, month) => format!("feed/vendor/myjvn_vendor_{year:04}{month:02}.rdf"),
            Feed::Products(year, month) => format!("feed/product/myjvn_product_{year:04}{month:02}.rdf"),
            Feed::Atom => "feed.atom".to_owned(),
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Feed::New | Feed::Updated | Feed::Year(_) => "application/rdf+xml; charset=utf-8",
            Feed::Details(_) | Feed::Vendors(..) | Feed::Products(..) => "application/xml; charset=utf-8",
            Feed::Atom => "application/atom+xml; charset=utf-8",
        }
    }

    /// The advisories that it is made of, in its order.
    fn chosen(self, catalogue: &Catalogue, language: Language) -> Vec<&Listed> {
        let mut listed: Vec<&Listed> =
            catalogue.listed().iter().filter(|listed| listed.record.speaks(language)).collect();
        match self {
            Feed::New => {
                listed.sort_by(|a, b| b.record.published.cmp(&a.record.published).then_with(|| b.id.cmp(&a.id)));
                listed.truncate(NEWEST);
            }
            Feed::Updated | Feed::Atom => listed.truncate(NEWEST),
            Feed::Year(year) | Feed::Details(year) => {
                listed.retain(|listed| listed.record.public.year() == year);
                listed.sort_by(|a, b| a.id.cmp(&b.id));
            }
            Feed::Vendors(..) | Feed::Products(..) => {}
        }
        listed
    }
}

/// Every feed that the catalogue fills, in the order in which they are listed.
pub(crate) fn all(catalogue: &Catalogue, language: Language) -> Vec<Feed> {
    let listed = || catalogue.listed().iter().filter(|listed| listed.record.speaks(language));
    let years: BTreeSet<i16> = listed().map(|listed| listed.record.public.year()).collect();
    let newest = listed().map(|listed| listed.record.updated).max().map(jst::day);
    let mut feeds = vec![Feed::New, Feed::Updated];
    feeds.extend(years.iter().rev().map(|&year| Feed::Year(year)));
    feeds.extend(years.iter().rev().map(|&year| Feed::Details(year)));
    if let Some(day) = newest {
        feeds.push(Feed::Vendors(day.year(), day.month()));
        feeds.push(Feed::Products(day.year(), day.month()));
    }
    feeds
}

/// A made feed. Cheap to clone.
#[derive(Clone, Debug)]
struct Made {
    bytes: Bytes,
    facts: Facts,
}

/// What the list of feeds says of one.
#[derive(Clone, Debug)]
struct Facts {
    made_of: String,
    sha256: String,
    size: usize,
    modified: Timestamp,
}

/// Made feeds, and the facts of those whose bytes are no longer kept.
#[derive(Debug)]
pub(crate) struct Feeds {
    made: Cache<(Feed, Language), Made>,
    facts: Mutex<HashMap<(Feed, Language), Facts>>,
}

impl Default for Feeds {
    fn default() -> Self {
        Feeds { made: Cache::new(KEPT), facts: Mutex::default() }
    }
}

impl Feeds {
    /// A feed. Blocks while it is made.
    fn get(&self, portal: &PortalState, catalogue: &Catalogue, feed: Feed, language: Language) -> Made {
        let chosen = feed.chosen(catalogue, language);
        let made_of = made_of(&chosen);
        if let Some(made) = self.made.get(&(feed, language)).filter(|made| made.facts.made_of == made_of) {
            return made;
        }
        let modified = chosen.iter().map(|listed| listed.record.updated).max().unwrap_or_default();
        let bytes = Bytes::from(make::make(portal, catalogue, feed, language, &chosen, modified));
        let facts = Facts { made_of, sha256: hex(&Sha256::digest(&bytes)), size: bytes.len(), modified };
        let made = Made { bytes, facts: facts.clone() };
        self.made.insert((feed, language), made.clone(), made.bytes.len());
        self.facts.lock().unwrap_or_else(PoisonError::into_inner).insert((feed, language), facts);
        made
    }

    /// What there is to say of a feed; it is made only if that is not known. Blocks meanwhile.
    fn facts(&self, portal: &PortalState, catalogue: &Catalogue, feed: Feed, language: Language) -> Facts {
        let known = self.facts.lock().unwrap_or_else(PoisonError::into_inner).get(&(feed, language)).cloned();
        let chosen = made_of(&feed.chosen(catalogue, language));
        let known = known.filter(|known| known.made_of == chosen);
        known.unwrap_or_else(|| self.get(portal, catalogue, feed, language).facts)
    }
}

/// By what a feed is known to be still right: the advisories in it with their revisions.
fn made_of(chosen: &[&Listed]) -> String {
    let mut hasher = Sha256::new();
    for listed in chosen {
        hasher.update(listed.id.as_str());
        hasher.update(listed.record.revision.to_be_bytes());
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An entry of `checksum.txt`.
#[derive(Serialize)]
struct Checksum {
    url: String,
    filename: String,
    sha256: String,
    size: usize,
    #[serde(rename = "lastModified")]
    last_modified: String,
}

/// The routes of the feeds in one language.
pub(crate) fn routes(lang: Lang) -> Router<PortalState> {
    let at = |path: &str| format!("/{}{path}", lang.tag());
    Router::new()
        .route(&at("/rss/{name}"), get(serve))
        .route(&at("/rss/years/{name}"), get(serve))
        .route(&at("/feed/{name}"), get(serve))
        .route(&at("/feed/detail/{name}"), get(serve))
        .route(&at("/feed/vendor/{name}"), get(serve))
        .route(&at("/feed/product/{name}"), get(serve))
        .route(&at("/feed.atom"), get(serve))
}

/// The feed of the path of the request, or the list of all feeds.
async fn serve(visit: Visit) -> Response {
    visit
        .beside(|visit| match find(&visit.portal, visit.uri.path()) {
            Some((bytes, tag, media_type)) => respond(bytes, &tag, media_type, &visit.headers),
            None => visit.not_found(),
        })
        .await
}

/// Bytes, tag and media type of what lies at a path.
fn find(portal: &PortalState, path: &str) -> Option<(Bytes, String, &'static str)> {
    let (language, rest) = match path.strip_prefix("/ja/") {
        Some(rest) => (Language::Ja, rest),
        None => (Language::En, path.strip_prefix("/en/")?),
    };
    let catalogue = portal.catalogue();
    if rest == "feed/checksum.txt" {
        let text = checksums(portal, &catalogue, language);
        let tag = hex(&Sha256::digest(&text));
        return Some((Bytes::from(text), tag, "text/plain; charset=utf-8"));
    }
    let mut feeds = all(&catalogue, language);
    feeds.push(Feed::Atom);
    let feed = feeds.into_iter().find(|feed| feed.path() == rest)?;
    let made = portal.feeds().get(portal, &catalogue, feed, language);
    Some((made.bytes, made.facts.sha256, feed.media_type()))
}

/// `checksum.txt`: a JSON array, one object a feed.
fn checksums(portal: &PortalState, catalogue: &Catalogue, language: Language) -> String {
    let line = |feed: Feed| {
        let facts = portal.feeds().facts(portal, catalogue, feed, language);
        let path = feed.path();
        Checksum {
            url: portal.url(&format!("{}/{path}", language.tag())),
            filename: path.rsplit('/').next().unwrap_or_default().to_owned(),
            sha256: facts.sha256,
            size: facts.size,
            last_modified: jst::plain(facts.modified),
        }
    };
    let lines: Vec<Checksum> = all(catalogue, language).into_iter().map(line).collect();
    serde_json::to_string_pretty(&lines).unwrap_or_default() + "\n"
}

fn respond(bytes: Bytes, hash: &str, media_type: &'static str, asked: &HeaderMap) -> Response {
    let tag = HeaderValue::try_from(format!("\"{}\"", hash.get(..24).unwrap_or(hash)));
    let tag = tag.unwrap_or(HeaderValue::from_static("\"\""));
    open_to_all(tagged(asked, tag, media_type, bytes))
}
