//! For machines and their owners: which format, which address, an example.

use askama::Template;
use axum::response::Response;
use formats::AdvisorySummary;
use formats::csaf::Edition;
use formats::provider::{
    Kind, METADATA_PATH, SECURITY_TXT_PATH, SUMMARIES_PATH, csaf_folder, csaf_path, document_path,
    edition_metadata_path, feed_path, revision_folder, service_path, year_feed_path,
};
use jiff::tz::TimeZone;
use ui::{Frame, Lang};

use super::advisory::keys;
use super::style_url;
use super::words::language;
use crate::PortalState;
use crate::feeds::Feed;
use crate::state::Part;
use crate::tree::HEAD_PATH;
use crate::visit::Visit;

/// Among so many of the newest advisories an example of each format is looked for.
const LOOKED_AT: usize = 30;
const DOCUMENT: &str = "advisories/JVN12345678/1/document.json";
const CVE: &str = "advisories/JVN12345678/1/CVE-2026-12345.json";
const OSV: &str = "advisories/JVN12345678/1/osv.json";
const STIX: &str = "advisories/JVN12345678/1/stix-ja.json";

#[derive(Template)]
#[template(path = "portal/feeds.html")]
struct FeedsPage {
    frame: Frame,
    style: &'static str,
    https: bool,
    provider: bool,
    csaf: Vec<Source>,
    newer: Vec<Source>,
    others: Vec<Source>,
    plain: Vec<Source>,
    jvn: Vec<Source>,
    api: Vec<Source>,
    trust: Vec<Source>,
    example: String,
}

/// Something that machines can fetch.
struct Source {
    name: String,
    what: String,
    url: String,
    there: bool,
}

/// The page.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.beside(written).await
}

fn written(visit: &Visit) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    let source = |name: &str, path: &str| Source {
        name: lang.t(format!("portal-feed-{name}")).into_owned(),
        what: lang.t(format!("portal-feed-{name}-what")).into_owned(),
        url: portal.url(path),
        there: portal.tree().locate(path).is_some_and(|found| found.exists()),
    };
    let always = |name: &str, path: &str| Source { there: true, ..source(name, path) };
    let newest = newest(portal);
    let mut trust: Vec<Source> = keys(portal).iter().map(|key| source("key", key)).collect();
    let beside = [source("security", SECURITY_TXT_PATH), source("checkpoints", "checkpoints/")];
    trust.extend(beside.into_iter().filter(|source| source.there));
    let feeds = FeedsPage {
        frame: visit.frame(Part::Feeds),
        style: style_url(),
        https: portal.is_https(),
        provider: portal.tree().has(METADATA_PATH),
        csaf: csaf(Edition::V2_0, newest.as_ref(), &source),
        newer: csaf(Edition::V2_1, newest.as_ref(), &source),
        others: others(portal).into_iter().map(|(name, path)| source(name, &path)).collect(),
        plain: vec![
            source("summaries", SUMMARIES_PATH),
            source(
                "document",
                &newest.as_ref().map_or(DOCUMENT.to_owned(), |one| document_path(&one.id, one.revision)),
            ),
            source("changes", HEAD_PATH),
        ],
        jvn: jvn(portal, lang),
        api: vec![
            always("search", "/api/search?q=TLS"),
            always("search-atom", &format!("/{}/advisories.atom?severity=critical", lang.tag())),
            always("myjvn", &format!("/myjvn?method=getVulnOverviewList&feed=hnd&lang={}", lang.tag())),
            always("openapi", "/api/openapi.json"),
        ],
        trust,
        example: format!("curl --fail --compressed {}", portal.url(SUMMARIES_PATH)),
    };
    visit.page(&feeds)
}

/// The feeds at the paths of JVN iPedia: of every kind the newest.
fn jvn(portal: &PortalState, lang: Lang) -> Vec<Source> {
    let snapshot = portal.tree().snapshot();
    let mut written = snapshot.index.places().iter().filter(|place| place.speaks(language(lang)));
    // The lists are called by the month of the newest change, the years by the days of publication.
    let newest = written.next().map_or(portal.frame(lang, Part::Feeds, "").today, |entry| entry.updated_on);
    let year = written.map(|entry| entry.published_on.year()).max().unwrap_or(newest.year());
    let feeds = [
        ("rss-new", Feed::New.path()),
        ("rss-updated", Feed::Updated.path()),
        ("rss-year", Feed::Year(year).path()),
        ("detail", Feed::Details(year).path()),
        ("vendors", Feed::Vendors(newest.year(), newest.month()).path()),
        ("products", Feed::Products(newest.year(), newest.month()).path()),
        ("checksum", "feed/checksum.txt".to_owned()),
        ("atom", Feed::Atom.path()),
    ];
    let source = |(name, path): (&str, String)| Source {
        name: lang.t(format!("portal-feed-{name}")).into_owned(),
        what: lang.t(format!("portal-feed-{name}-what")).into_owned(),
        url: portal.url(&format!("{}/{path}", lang.tag())),
        there: !snapshot.index.places().is_empty(),
    };
    feeds.into_iter().map(source).collect()
}

/// Where a CSAF client begins in an edition, and what else lies there.
fn csaf(edition: Edition, newest: Option<&AdvisorySummary>, source: &dyn Fn(&str, &str) -> Source) -> Vec<Source> {
    let folder = csaf_folder(edition);
    let path = |one: &AdvisorySummary, kind| csaf_path(&one.id, one.published_at, one.languages[0], edition, kind);
    let example = newest.map_or_else(|| format!("{folder}/2026/jvn_12345678.json"), |one| path(one, Kind::Advisory));
    let year = newest.map(|one| year_feed_path(edition, one.published_at.to_zoned(TimeZone::UTC).year()));
    let metadata = if edition == Edition::V2_0 { METADATA_PATH } else { edition_metadata_path(edition) };
    let mut sources = vec![source("metadata", metadata), source("rolie", feed_path(edition))];
    sources.extend(year.map(|path| source("rolie-year", &path)));
    sources.extend([
        source("service", service_path(edition)),
        source("folder", &format!("{folder}/")),
        source("changes-csv", &format!("{folder}/changes.csv")),
        source("index", &format!("{folder}/index.txt")),
        source("csaf", &example),
    ]);
    sources.extend(newest.filter(|one| one.vex).map(|one| source("vex", &path(one, Kind::Vex))));
    sources
}

/// The newest advisory.
fn newest(portal: &PortalState) -> Option<AdvisorySummary> {
    let snapshot = portal.tree().snapshot();
    snapshot
        .index
        .places()
        .first()
        .and_then(|place| snapshot.index.entry(place))
        .map(|entry| entry.summary.clone())
        .filter(|one| !one.languages.is_empty())
}

/// Of each of the other standards the newest file among the newest advisories; how its path looks while there is none.
fn others(portal: &PortalState) -> Vec<(&'static str, String)> {
    let snapshot = portal.tree().snapshot();
    let newest = snapshot.index.places().iter().take(LOOKED_AT);
    let mut found = [("cve", None), ("osv", None), ("stix", None)];
    for one in newest {
        for path in portal.tree().files_in(&revision_folder(&one.id, one.revision), ".json") {
            let name = path.rsplit('/').next().unwrap_or_default();
            let fits = |kind: &str| name.to_ascii_lowercase().starts_with(kind);
            if let Some((_, place)) = found.iter_mut().find(|(kind, place)| place.is_none() && fits(kind)) {
                *place = Some(path);
            }
        }
    }
    let usual = [CVE, OSV, STIX];
    found.into_iter().zip(usual).map(|((kind, path), usual)| (kind, path.unwrap_or(usual.to_owned()))).collect()
}
